"""Every address x every role x everything a stranger may try: none gets through, none stops the show."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from runofshow.core.agenda import Role
from runofshow.core.snapshot import Phase
from runofshow.hall import door
from runofshow.hall.guesses import FREE
from runofshow.journal import FILE_NAME, read_journal
from runofshow.web.guard import BODY_LIMIT
from tests.hall.test_reading import likely, orders
from tests.web.halls import TOKEN, Answer, Hall, hall

READS = [
    "/api/snapshot",
    "/api/events",
    "/api/agenda",
    "/api/item?id=m1",
    "/api/qr?role=mc",
    "/api/roles",
    "/api/ping?at=2020-03-27T15:03:00Z",
]
PAGES = [f"/{role.value}" for role in Role]
ORDERS = ["/api/command", "/api/roles"]
JSON = {"Content-Type": "application/json"}
BODIES = {"/api/command": '{"do":"start"}', "/api/roles": '{"do":"renew","role":"mc"}'}
FORGED = ["", "x", "A" * 43, "..", "%00", "é", '"', "a b", "=" * 50, "x" * 3000]


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    """One hall for all that must not change it."""
    with hall(tmp_path_factory.mktemp("hall")) as opened:
        yield opened


def unharmed(opened: Hall) -> bool:
    """The show has not begun, no alarm is up, the server answers."""
    latest = opened.engine.latest
    return latest.phase is Phase.BEFORE and not latest.alarms and opened.ask("GET", "/healthz").status == 200


def is_closed(answer: Answer) -> bool:
    return answer.status == 401 and answer.json == {"reason": "not_joined"}


@pytest.mark.parametrize("path", READS)
def test_nobody_reads_without_a_cookie_or_with_a_forged_one(shared: Hall, path: str) -> None:
    assert is_closed(shared.ask("GET", path))
    for cookie in FORGED:
        assert is_closed(
            shared.ask("GET", path, headers={"Cookie": f"runofshow={cookie}".encode().decode("latin-1")})
        )
    for code in shared.access.codes.values():
        assert is_closed(shared.ask("GET", path, cookie=code)), "a code is no cookie"
    for guest in shared.server.guests():
        assert is_closed(shared.ask("GET", path, cookie=guest.guest_id)), "a guest's id is no cookie"


@pytest.mark.parametrize("path", ORDERS)
def test_nobody_orders_without_a_cookie_or_with_a_forged_one(shared: Hall, path: str) -> None:
    codes = shared.access.codes
    assert is_closed(shared.ask("POST", path, body=BODIES[path], headers=JSON))
    for cookie in FORGED[:4]:
        assert is_closed(shared.ask("POST", path, body=BODIES[path], cookie=cookie, headers=JSON))
    assert shared.access.codes == codes
    assert unharmed(shared)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_not_given_to_who_is_not_in(shared: Hall, path: str) -> None:
    form = f"/?screen={path.removeprefix('/')}"
    assert shared.ask("GET", path).headers["location"] == form
    assert shared.ask("GET", path, cookie="forged").headers["location"] == form


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize(
    "path", [*READS, *PAGES, "/", "/manifest.webmanifest", "/assets/page.css", "/healthz"]
)
def test_a_right_cookie_does_not_open_to_a_foreign_host_or_origin(
    shared: Hall, path: str, role: Role
) -> None:
    cookie = shared.joined(role)
    assert shared.ask("GET", path, cookie=cookie, headers={"Host": "evil.example"}).status == 421
    assert shared.ask("GET", path, cookie=cookie, headers={"Origin": "http://evil.example"}).status == 403


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("path", [*ORDERS, "/join"])
def test_a_right_cookie_orders_nothing_from_elsewhere_or_too_large(
    shared: Hall, path: str, role: Role
) -> None:
    cookie, body = shared.joined(role), BODIES.get(path, "code=AAAAAA")
    foreign = {**JSON, "Origin": "http://evil.example"}
    assert (
        shared.ask("POST", path, cookie=cookie, body=body, headers={**JSON, "Host": "evil:1"}).status == 421
    )
    assert shared.ask("POST", path, cookie=cookie, body=body, headers=foreign).status == 403
    assert (
        shared.ask("POST", path, cookie=cookie, body=body.ljust(BODY_LIMIT + 1), headers=JSON).status == 413
    )
    assert unharmed(shared)


@pytest.mark.parametrize("role", list(Role))
def test_a_stale_order_of_any_role_changes_nothing(opened: Hall, role: Role) -> None:
    cookie = opened.joined(role)
    opened.order({"do": "start"}, token=TOKEN)
    before = opened.engine.latest.current
    answer = opened.order({"do": "advance", "seq": 0}, cookie=cookie)
    assert answer.status in (403, 409)
    assert answer.json["reason"] in ("stale", "not_allowed")
    assert before
    assert opened.engine.latest.current
    assert opened.engine.latest.current.row.item_id == before.row.item_id


SOUND: dict[str, dict[str, object]] = {
    "play": {"do": "play", "track_id": "t1", "sure": True},
    "fade": {"do": "fade", "over": 0, "sure": True},
    "stop": {"do": "stop", "sure": True},
    "panic": {"do": "panic", "hard": True, "sure": True},
    "arm": {"do": "arm", "cue_id": "music1"},
    "go": {"do": "go", "cue_id": "music1", "sure": True},
}
CAME = {"event": "player_came", "where": "music", "at": "2020-03-27T01:01:05Z"}
CONSOLES = {**CAME, "where": "console"}


@pytest.mark.parametrize("name", SOUND)
@pytest.mark.parametrize("role", [role for role in Role if role is not Role.CALLER])
def test_sound_is_worked_by_the_music_operator_and_by_no_other_screen(
    opened: Hall, name: str, role: Role
) -> None:
    opened.order({"do": "start"}, token=TOKEN)
    calls = opened.engine.latest.sound.calls
    answer = opened.order(SOUND[name], cookie=opened.joined(role))
    if role is Role.MUSIC:
        assert answer.status in (200, 409), answer.body
        return
    assert (answer.status, answer.json) == (403, {"reason": "not_allowed"})
    assert opened.engine.latest.sound.calls == calls


@pytest.mark.parametrize(
    "order",
    [{"do": "go"}, {"do": "go", "cue_id": "mc1"}, {"do": "standby"}, {"do": "sound", "news": CONSOLES}],
)
def test_the_music_operator_calls_music_by_name_and_tells_for_its_own_machine_alone(
    opened: Hall, order: dict[str, object]
) -> None:
    opened.order({"do": "start"}, token=TOKEN)
    answer = opened.order(order, cookie=opened.joined(Role.MUSIC))
    assert (answer.status, answer.json["reason"]) == (403, "not_allowed")
    assert opened.engine.latest.sound.player is None


@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.MUSIC, Role.CALLER)])
def test_no_other_screen_takes_the_players_place(opened: Hall, role: Role) -> None:
    answer = opened.order({"do": "sound", "news": CAME}, cookie=opened.joined(role))
    assert answer.status == 403
    assert opened.engine.latest.sound.player is None


def test_a_thousand_wrong_codes_let_nobody_in_and_hurt_nobody_who_is(opened: Hall) -> None:
    mc = opened.joined(Role.MC)
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    statuses = []
    for number in range(500):
        statuses.append(opened.ask("GET", f"/j/AAA{number:03}").status)
        statuses.append(opened.ask("POST", "/join", body=f"code=BBB{number:03}", headers=form).status)
    assert set(statuses) == {403, 429}
    assert statuses.count(403) < FREE + 10, "the others were not even looked at"
    right = f"/j/{opened.access.codes[Role.CALLER]}"
    slowed = opened.ask("GET", right)
    assert (slowed.status, int(slowed.headers["retry-after"]) >= 1) == (429, True)
    assert opened.ask("GET", "/api/snapshot", cookie=mc).status == 200
    assert opened.ask("GET", right, source="127.0.0.2").status == 303, "another phone comes in"
    assert [guest.role for guest in opened.server.guests()] == [Role.MC, Role.CALLER]


def test_a_thousand_wrong_tokens_are_slowed_and_order_nothing(opened: Hall) -> None:
    caller = opened.joined(Role.CALLER)
    statuses = [opened.order({"do": "start"}, token=f"wrong-token-number-{n}").status for n in range(1000)]
    assert set(statuses) == {401, 429}
    assert statuses.count(401) < FREE + 10
    assert opened.engine.latest.phase is Phase.BEFORE
    assert opened.order({"do": "start"}, cookie=caller).status == 200, "who has a cookie is not slowed"


@pytest.mark.parametrize("kind", ["Basic", "bearer ", "Bearer", "Digest"])
def test_a_token_of_another_kind_is_none(opened: Hall, kind: str) -> None:
    token = "" if kind == "Bearer" else TOKEN if kind == "Basic" else "x"
    answer = opened.ask("GET", "/api/snapshot", headers={"Authorization": f"{kind} {token}"})
    assert answer.status == 401


# Fuzz

FUZZ = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
ANSWERS = {200, 400, 403, 409}


@pytest.fixture(scope="module")
def fuzzed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Hall, dict[Role, str]]]:
    """A hall where nobody is slowed, with a guest for each role."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(door, "CALLER_PACE", (1e6, 1_000_000))
        patch.setattr(door, "HAND_PACE", (1e6, 1_000_000))
        with hall(tmp_path_factory.mktemp("fuzz")) as opened:
            yield opened, {role: opened.joined(role) for role in Role}


@FUZZ
@given(st.binary(max_size=4096), st.sampled_from(Role))
def test_any_bytes_get_an_answer_and_stop_nothing(
    fuzzed: tuple[Hall, dict[Role, str]], body: bytes, role: Role
) -> None:
    opened, cookies = fuzzed
    answer = opened.ask("POST", "/api/command", body=body, cookie=cookies[role], headers=JSON)
    assert answer.status in ANSWERS
    assert answer.json.keys() <= {"seq", "reason", "about"}


@FUZZ
@given(orders | likely, st.sampled_from(Role))
def test_any_order_gets_an_answer_and_stops_nothing(
    fuzzed: tuple[Hall, dict[Role, str]], order: dict[str, object], role: Role
) -> None:
    opened, cookies = fuzzed
    body = json.dumps(order).encode()
    before = opened.engine.latest.seq
    answer = opened.ask("POST", "/api/command", body=body, cookie=cookies[role], headers=JSON)
    assert answer.status in ANSWERS if len(body) <= BODY_LIMIT else answer.status == 413
    if answer.status != 200:
        assert [entry.by for entry in opened.engine.log if entry.seq > before and entry.by != "clock"] == []
    assert not opened.engine.latest.alarms


@FUZZ
@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=60))
def test_any_address_gets_an_answer_and_stops_nothing(
    fuzzed: tuple[Hall, dict[Role, str]], path: str
) -> None:
    opened, cookies = fuzzed
    answer = opened.ask("GET", f"/{path}", cookie=cookies[Role.DISPLAY])
    assert answer.status < 500
    assert not opened.engine.latest.alarms


def test_after_all_that_was_tried_the_record_reads_back(tmp_path: Path) -> None:
    with hall(tmp_path) as opened:
        caller = opened.joined(Role.CALLER)
        for text in ("“Ngoặc”", "100 %", "a\nb\tc", "🎌" * 100, "\u202e ngược", "{by} {title}", "x\u2028y"):
            assert opened.order({"do": "note", "text": text}, cookie=caller).status == 200
        log = opened.engine.log
    assert read_journal(tmp_path / "show" / FILE_NAME).entries == log
