"""The doors: codes, guests, the token, and how wrong guesses are slowed. Time is a number here."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.core.agenda import Role
from runofshow.core.value import replace
from runofshow.hall.access import (
    ALPHABET,
    GUESTS,
    GUESTS_OF_A_ROLE,
    Access,
    Joined,
    Wait,
    WrongCode,
    new_code,
)
from runofshow.hall.guesses import FREE, Guesses

TOKEN = "sixteen-signs-ok"


def join(access: Access, role: Role, now: float = 0.0, address: str = "192.168.1.9") -> Joined:
    answer = access.join(access.codes[role], address, "Điện thoại", now)
    assert isinstance(answer, Joined), answer
    return answer


# Codes


def test_a_code_has_six_signs_that_cannot_be_misread() -> None:
    for _ in range(200):
        code = new_code()
        assert len(code) == 6
        assert not set(code) & set("0O1I")
        assert set(code) <= set(ALPHABET)


def test_every_role_has_a_code_of_its_own() -> None:
    access = Access()
    assert access.codes.keys() == set(Role)
    assert len(set(access.codes.values())) == len(Role)


@pytest.mark.parametrize("role", list(Role))
def test_a_code_opens_its_role_and_no_other(role: Role) -> None:
    access = Access()
    joined = join(access, role)
    assert joined.guest.role is role
    assert access.guest(joined.cookie, 1.0) == replace(joined.guest, seen=1.0)


def test_a_code_is_taken_as_people_type_it() -> None:
    access = Access()
    code = access.codes[Role.MC]
    typed = f" {code[:3].lower()}-{code[3:].lower()} "
    assert isinstance(access.join(typed, "a", "", 0.0), Joined)


def test_a_renewed_code_voids_the_old_one_and_keeps_who_is_in() -> None:
    access = Access()
    old, joined = access.codes[Role.MC], join(access, Role.MC)
    assert access.renew(Role.MC) == access.codes[Role.MC] != old
    assert isinstance(access.join(old, "a", "", 0.0), WrongCode)
    assert access.guest(joined.cookie, 1.0) is not None


@given(st.text(max_size=40))
def test_nothing_that_is_typed_but_the_code_lets_in(typed: str) -> None:
    answer = Access().join(typed, "a", "", 0.0)
    assert isinstance(answer, WrongCode)


# Guests


def test_a_cookie_is_long_and_is_not_kept() -> None:
    access = Access()
    joined = join(access, Role.MC)
    assert len(joined.cookie) >= 43
    assert joined.cookie not in repr(vars(access))
    assert joined.cookie != join(access, Role.MC).cookie


@given(st.text(max_size=60))
def test_a_cookie_of_nobody_is_nobody(cookie: str) -> None:
    access = Access()
    join(access, Role.CALLER)
    assert access.guest(cookie, 0.0) is None


def test_a_guest_thrown_out_is_nobody_and_the_others_stay() -> None:
    access = Access()
    out, stays = join(access, Role.MC), join(access, Role.MC)
    assert access.throw_out(out.guest.guest_id)
    assert not access.throw_out(out.guest.guest_id)
    assert access.guest(out.cookie, 0.0) is None
    assert access.guest(stays.cookie, 0.0) is not None
    assert [guest.guest_id for guest in access.present] == [stays.guest.guest_id]


def test_who_gives_up_a_cookie_is_gone() -> None:
    access = Access()
    joined = join(access, Role.MC)
    access.leave("nobody's")
    access.leave(joined.cookie)
    assert access.present == ()


def test_presence_tells_who_when_and_how_far_away() -> None:
    access = Access()
    joined = join(access, Role.MC, now=10.0)
    access.guest(joined.cookie, 15.0)
    access.opened(joined.guest.guest_id, +1)
    access.measured(joined.guest.guest_id, 0.04)
    access.measured("nobody", 1.0)
    (guest,) = access.present
    assert (guest.joined, guest.seen, guest.delay, guest.screens) == (10.0, 15.0, 0.04, 1)
    assert (guest.address, guest.agent) == ("192.168.1.9", "Điện thoại")
    access.opened(joined.guest.guest_id, -1)
    assert access.present[0].screens == 0


def test_what_a_browser_says_of_itself_is_cut() -> None:
    access = Access()
    access.join(access.codes[Role.MC], "a", "x" * 5000, 0.0)
    assert len(access.present[0].agent) == 120


def test_the_hall_holds_500_and_the_one_idle_longest_makes_room() -> None:
    access = Access()
    crowd = [join(access, list(Role)[number % len(Role)], now=float(number)) for number in range(GUESTS)]
    access.opened(crowd[0].guest.guest_id, +1)
    join(access, Role.MC, now=1000.0)
    assert len(access.present) == GUESTS
    assert access.guest(crowd[0].cookie, 1001.0) is not None, "its screen is open"
    assert access.guest(crowd[1].cookie, 1001.0) is None
    assert access.guest(crowd[2].cookie, 1001.0) is not None


def test_who_has_the_delegates_code_cannot_crowd_out_the_mc() -> None:
    access = Access()
    mc = join(access, Role.MC, now=0.0)
    for number in range(2 * GUESTS):
        join(access, Role.DISPLAY, now=1.0 + number)
    assert access.guest(mc.cookie, 5000.0) is not None
    assert len(access.present) == GUESTS_OF_A_ROLE + 1


# The token


def test_a_short_token_is_refused() -> None:
    with pytest.raises(ValueError, match="16"):
        Access("fifteen-signs-0")
    Access(TOKEN)


def test_the_token_is_the_callers_and_no_other_is() -> None:
    access = Access(TOKEN)
    assert access.is_token(TOKEN, "a", 0.0) is True
    assert access.is_token(TOKEN + "x", "a", 0.0) is False
    assert access.is_token("", "a", 0.0) is False


def test_without_a_token_there_is_none_to_guess() -> None:
    assert Access().is_token("", "a", 0.0) is False
    assert Access().is_token("None", "b", 0.0) is False


def test_wrong_tokens_are_slowed_like_wrong_codes() -> None:
    access = Access(TOKEN)
    for _ in range(FREE):
        access.is_token("x" * 16, "a", 0.0)
    assert isinstance(access.is_token(TOKEN, "a", 0.0), Wait)
    assert access.is_token(TOKEN, "b", 0.0) is True


# Guessing


def test_while_one_address_waits_even_a_right_code_is_not_looked_at() -> None:
    access = Access()
    for _ in range(FREE):
        assert isinstance(access.join("AAAAAA", "a", "", 0.0), WrongCode)
    assert isinstance(access.join(access.codes[Role.MC], "a", "", 0.5), Wait)
    assert isinstance(access.join(access.codes[Role.MC], "b", "", 0.5), Joined)
    assert isinstance(access.join(access.codes[Role.MC], "a", "", 1.5), Joined)


def test_wrong_codes_keep_no_token_out_and_wrong_tokens_no_code() -> None:
    access = Access(TOKEN)
    for _ in range(FREE + 1):
        access.join("AAAAAA", "a", "", 0.0)
        access.is_token("x" * 16, "b", 0.0)
    assert access.is_token(TOKEN, "a", 0.0) is True
    assert isinstance(access.join(access.codes[Role.MC], "b", "", 0.0), Joined)


def test_a_guesser_gets_a_hundred_tries_in_an_hour_and_not_a_million() -> None:
    """With 32 signs, six of them and nine roles, that is one chance in a million."""
    guesses, now, tries = Guesses(), 0.0, 0
    while now < 3600:
        wait = guesses.wait("a", now)
        if wait:
            now += wait
            continue
        guesses.wrong("a", now)
        tries += 1
    assert tries < 100
    assert tries * len(Role) / len(ALPHABET) ** 6 < 1e-6
