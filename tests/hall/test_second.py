"""The other console, and the pass by which a guest comes in there."""

from __future__ import annotations

import pytest

from runofshow.core.agenda import Role
from runofshow.hall.access import Access, Joined
from runofshow.hall.kept_doors import Doors
from runofshow.hall.second import Second


def joined(access: Access, role: Role) -> Joined:
    answer = access.join(access.codes[role], "10.0.0.1", "phone", 0.0)
    assert isinstance(answer, Joined)
    return answer


def doors_of(access: Access) -> Doors:
    kept: list[Doors] = []
    access.keep(kept.append)
    return kept[-1]


def test_a_pass_opens_the_same_guest_at_a_console_with_the_same_doors() -> None:
    first = Access()
    mc, music = joined(first, Role.MC), joined(first, Role.MUSIC)
    second = Access(None, doors_of(first))
    for guest, cookie in ((mc.guest, mc.cookie), (music.guest, music.cookie)):
        own = first.pass_of(guest.guest_id)
        assert own is not None
        assert own != cookie
        there = second.guest(own, 5.0)
        assert there is not None
        assert (there.guest_id, there.role, there.seen) == (guest.guest_id, guest.role, 5.0)
        assert second.whose(own) == there


def test_neither_a_guests_name_nor_the_hash_of_its_cookie_opens_anything() -> None:
    first = Access()
    mc = joined(first, Role.MC)
    key = doors_of(first).guests[0].key
    for wrong in (mc.guest.guest_id, key, "", "0" * 64):
        assert first.whose(wrong) is None
        assert first.guest(wrong, 0.0) is None
    assert first.pass_of("nobody") is None


def test_the_pass_of_who_was_thrown_out_is_void() -> None:
    first = Access()
    mc = joined(first, Role.MC)
    own = first.pass_of(mc.guest.guest_id)
    assert own is not None
    first.throw_out(mc.guest.guest_id)
    assert first.whose(own) is None


@pytest.mark.parametrize(
    "url",
    [
        "http://10.0.0.2",
        "https://10.0.0.2:8765",
        "http://10.0.0.2:8765/",
        "http://a b:1",
        "http://*:8765",
        "",
    ],
)
def test_only_an_origin_is_the_address_of_another_console(url: str) -> None:
    with pytest.raises(ValueError, match="no origin"):
        Second((url,), 0)
    assert Second(("http://10.0.0.2:8765", "http://[fe80::1]:8766", "http://may-2.local:8765"), 3).term == 3
