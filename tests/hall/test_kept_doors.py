"""Joining outlives the program: codes and guests are kept beside the record; a file not ours does no harm."""

from __future__ import annotations

import json
import re
import sys
from http.client import HTTPConnection
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.core.agenda import Role
from runofshow.hall.access import GUESTS, Access, Joined, WrongCode
from runofshow.hall.kept_doors import FILE, LONGEST_FILE, Doors, KeptGuest, read_doors, write_doors
from runofshow.web.network import LOOPBACK
from tests.web.halls import hall
from tests.web.programs import free_port, serving

COOKIE = re.compile(r"runofshow-[\w-]+=([\w-]{43})")

signs = st.characters(categories=("L", "M", "N", "P", "S", "Zs"))
short = st.text(signs, max_size=20).filter(str.isprintable)
guests = st.builds(
    KeptGuest,
    st.text("0123456789abcdef", min_size=64, max_size=64),
    st.text("0123456789abcdef", min_size=8, max_size=8),
    st.sampled_from(Role),
    short,
    short,
)


def entered(access: Access, role: Role) -> Joined:
    answer = access.join(access.codes[role], "192.168.1.9", "Điện thoại", 0.0)
    assert isinstance(answer, Joined)
    return answer


def kept_in(folder: Path, access: Access) -> Access:
    access.keep(lambda doors: write_doors(folder, doors))
    return access


# The file


@given(st.lists(guests, max_size=5, unique_by=(lambda one: one.key, lambda one: one.guest_id)))
def test_who_was_let_in_is_read_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, known: list[KeptGuest]
) -> None:
    folder = tmp_path_factory.mktemp("show")
    write_doors(folder, Doors(Access().codes, tuple(known)))
    assert [(one.key, one.guest_id, one.role) for one in read_doors(folder).guests] == [
        (one.key, one.guest_id, one.role) for one in known
    ]


def test_the_file_is_its_owners_alone_small_and_tells_no_cookie(tmp_path: Path) -> None:
    access = kept_in(tmp_path, Access())
    joined = [entered(access, list(Role)[number % len(Role)]) for number in range(GUESTS)]
    file = tmp_path / FILE
    if sys.platform != "win32":
        assert file.stat().st_mode & 0o777 == 0o600
    text = file.read_text(encoding="utf-8")
    assert len(text.encode()) < LONGEST_FILE / 2
    assert not [one for one in joined if one.cookie in text]
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def flawed(change: object) -> str:
    guest = {"cookie": "0" * 64, "id": "0" * 8, "role": "mc", "address": "a", "agent": "b"}
    value = {"version": 1, "codes": {"mc": "ABCDEF"}, "guests": [guest]}
    assert isinstance(change, dict)
    for key, changed in change.items():
        (guest if key in guest else value)[key] = changed
    return json.dumps(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        "[" * 100_000,
        "\udc00".encode("utf-8", "surrogatepass").decode("latin-1"),
        flawed({"version": 2}),
        flawed({"codes": []}),
        flawed({"codes": {"mc": "ABCDE0"}}),
        flawed({"codes": {"mc": "ABCDEF", "music": "ABCDEF"}}),
        flawed({"codes": {"boss": "ABCDEF"}}),
        flawed({"guests": {}}),
        flawed({"guests": [1]}),
        flawed({"cookie": "0" * 63}),
        flawed({"cookie": None}),
        flawed({"id": "../../etc"}),
        flawed({"role": "boss"}),
        flawed({"role": []}),
        flawed({"agent": "\x1b[2J"}),
        flawed({"agent": "x" * 121}),
        flawed({"extra": 1}),
        flawed({}).replace('"guests": [', '"guests": [' + flawed({}).partition('"guests": [')[2][:-2] + ","),
        flawed({"address": "x" * LONGEST_FILE}),
    ],
)
def test_a_file_that_is_not_ours_is_passed_over_as_a_whole(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    assert read_doors(tmp_path) == Doors()
    assert flawed({}) != text
    kept_in(tmp_path, Access(kept=read_doors(tmp_path)))
    assert len(read_doors(tmp_path).codes) == len(Role)


def test_a_whole_file_is_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(flawed({}), encoding="utf-8")
    assert [guest.agent for guest in read_doors(tmp_path).guests] == ["b"]


def test_where_no_file_can_be_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    assert read_doors(tmp_path) == Doors()
    assert read_doors(tmp_path / "nowhere") == Doors()
    with pytest.raises(OSError, match="doors"):
        write_doors(tmp_path / "nowhere", Doors())


def test_an_old_list_is_not_left_where_the_new_one_cannot_be_written(tmp_path: Path) -> None:
    """It may let in somebody who was thrown out since."""
    write_doors(tmp_path, Doors(Access().codes))
    (tmp_path / f"{FILE}.new").mkdir()
    with pytest.raises(OSError, match="doors"):
        write_doors(tmp_path, Doors())
    assert not (tmp_path / FILE).exists()


# The doors


def test_codes_and_cookies_open_after_a_restart_as_before(tmp_path: Path) -> None:
    before = kept_in(tmp_path, Access())
    mc = entered(before, Role.MC)
    after = Access(kept=read_doors(tmp_path), now=100.0)
    assert list(after.codes.items()) == list(before.codes.items())
    (guest,) = after.present
    assert (guest.guest_id, guest.role, guest.seen) == (mc.guest.guest_id, Role.MC, 100.0)
    assert after.guest(mc.cookie, 101.0) is not None


def test_what_was_taken_away_stays_away_after_a_restart(tmp_path: Path) -> None:
    before = kept_in(tmp_path, Access())
    out, left, stays = (entered(before, Role.MC) for _ in range(3))
    old = before.codes[Role.MC]
    before.throw_out(out.guest.guest_id)
    before.leave(left.cookie)
    new = before.renew(Role.MC)
    after = Access(kept=read_doors(tmp_path))
    assert [guest.guest_id for guest in after.present] == [stays.guest.guest_id]
    assert after.guest(out.cookie, 1.0) is None
    assert after.guest(left.cookie, 1.0) is None
    assert after.codes[Role.MC] == new
    assert isinstance(after.join(old, "a", "", 1.0), WrongCode)


def test_a_role_that_had_no_code_yet_gets_one(tmp_path: Path) -> None:
    some = Access().codes
    del some[Role.MC]
    access = Access(kept=Doors(some))
    assert list(access.codes) == list(Role)
    assert {role: access.codes[role] for role in some} == some


# The server


def test_a_show_picked_up_knows_its_guests(tmp_path: Path) -> None:
    with hall(tmp_path) as first:
        stays, out = first.joined(Role.MC), first.joined(Role.MUSIC)
        first.server.throw_out(first.access.present[1].guest_id).result(5)
    with hall(tmp_path) as second:
        assert second.access.codes == first.access.codes
        assert second.ask("GET", "/api/snapshot", cookie=stays).status == 200
        assert second.ask("GET", "/api/snapshot", cookie=out).status == 401


def test_a_disk_that_takes_nothing_lets_people_in_and_says_so(tmp_path: Path) -> None:
    with hall(tmp_path) as opened:
        folder = opened.engine.show.folder
        (folder / FILE).unlink()
        (folder / FILE).mkdir()
        assert opened.ask("GET", "/api/snapshot", cookie=opened.joined(Role.MC)).status == 200
        opened.engine.call(lambda: None).result(5)
        assert [alarm.code for alarm in opened.engine.latest.alarms] == ["doors"]
        (folder / FILE).rmdir()
        opened.joined(Role.MUSIC)
        opened.engine.call(lambda: None).result(5)
        assert opened.engine.latest.alarms == ()


# The whole program


def test_phones_go_on_after_the_console_was_killed(tmp_path: Path) -> None:
    port = free_port()

    def ask(path: str, cookie: str = "") -> tuple[int, str]:
        connection = HTTPConnection(LOOPBACK, port, timeout=10)
        connection.request("GET", path, headers={"Cookie": f"runofshow={cookie}"} if cookie else {})
        answer = connection.getresponse()
        set_cookie = COOKIE.match(answer.getheader("set-cookie", ""))
        answer.read()
        connection.close()
        return answer.status, set_cookie[1] if set_cookie else ""

    with serving(tmp_path, port, "--new") as links:
        status, cookie = ask(links["mc"].partition(str(port))[2])
        assert status == 303
        assert ask("/mc", cookie)[0] == 200
    with serving(tmp_path, port, "--resume") as again:
        assert again == links
        assert ask("/mc", cookie)[0] == 200
        assert ask("/api/snapshot", cookie)[0] == 200
        assert ask("/api/snapshot", "x" * 43)[0] == 401
