"""The HTTP calls over real sockets: what each role gets, what it may order, and what comes back."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from runofshow.core import commands as c
from runofshow.core.agenda import CUE_ROLES, Role
from runofshow.core.commands import ClockFault, ReportClock
from runofshow.core.snapshot import Phase
from runofshow.core.sound import Deck
from runofshow.hall.door import HAND_PACE
from tests.core.sounds import ANTHEM, ANTHEM_LENGTH, began, came
from tests.core.test_rites import rite
from tests.web.halls import TOKEN, Hall, hall


def until(holds: Callable[[], bool]) -> None:
    """Wait for a fact that the show's own ticks bring."""
    ends = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < ends, "it never came true"
        threading.Event().wait(0.02)


HANDS = [role for role in Role if role in CUE_ROLES]
OTHERS = [role for role in Role if role is not Role.CALLER]
PROGRAM = {"Authorization": f"Bearer {TOKEN}"}


# Taken back, and made again


def test_the_answer_says_what_was_taken_back_and_what_was_made_again(opened: Hall) -> None:
    opened.order({"do": "start"}, token=TOKEN)
    opened.order({"do": "hold"}, token=TOKEN)
    back = opened.order({"do": "undo"}, token=TOKEN)
    assert (back.status, back.json["undone"]) == (200, "hold")
    assert opened.engine.latest.redoable == "hold"
    again = opened.order({"do": "redo"}, token=TOKEN)
    assert (again.status, again.json["redone"]) == (200, "hold")
    assert opened.engine.latest.undoable == "hold"
    empty = opened.order({"do": "redo"}, token=TOKEN)
    assert (empty.status, empty.json["reason"]) == (409, "nothing_to_redo")


def test_an_undo_by_who_has_not_seen_the_last_call_is_refused(opened: Hall) -> None:
    opened.order({"do": "start"}, token=TOKEN)
    seen = opened.engine.latest.seq
    opened.order({"do": "hold"}, token=TOKEN)
    for do in ("undo", "redo"):
        stale = opened.order({"do": do, "seq": seen}, token=TOKEN)
        assert (stale.status, stale.json["reason"]) == (409, "stale")


def test_a_rite_is_not_left_by_any_order_before_its_music_or_while_it_sounds(tmp_path: Path) -> None:
    """From the caller's phone and from a program alike; whoever is sure says so with the order."""
    with hall(tmp_path, rite()) as opened:
        phone = opened.joined(Role.CALLER)
        ask = opened.engine.ask
        ask(c.ReportSound(came()), "player").result(5)
        assert opened.order({"do": "start"}, token=TOKEN).status == 200
        until(lambda: opened.order({"do": "advance", "sure": True}, token=TOKEN).status == 200)

        def refusals(*dos: str) -> set[object]:
            answers = [
                opened.order({"do": do}, **by) for do in dos for by in ({"cookie": phone}, {"token": TOKEN})
            ]
            return {
                (answer.status, answer.json.get("reason"), answer.json.get("about")) for answer in answers
            }

        until(lambda: opened.order({"do": "advance"}, token=TOKEN).json.get("reason") != "guard")
        assert refusals("advance", "back", "end") == {(409, "unplayed", "flag")}
        assert opened.order({"do": "go", "cue_id": "anthem"}, token=TOKEN).status == 200
        ask(c.ReportSound(began(Deck.A, ANTHEM, "anthem", ANTHEM_LENGTH)), "player").result(5)
        until(lambda: opened.order({"do": "advance"}, token=TOKEN).json.get("reason") != "guard")
        assert refusals("go", "advance", "back", "end") == {(409, "sounding", "flag")}
        assert opened.order({"do": "go", "sure": True}, cookie=phone).status == 200
        current = opened.engine.latest.current
        assert current is not None
        assert current.row.item_id == "report"


# The picture


@pytest.mark.parametrize("role", list(Role))
def test_the_snapshot_is_the_roles_own_part(opened: Hall, role: Role) -> None:
    answer = opened.ask("GET", "/api/snapshot", cookie=opened.joined(role))
    assert answer.status == 200
    assert ("alarms" in answer.json) == (role is Role.CALLER)
    assert ("items" in answer.json) == (role in (Role.CALLER, Role.STAGE))
    assert answer.headers["cache-control"] == "no-store"


def test_a_program_with_the_token_is_the_caller(opened: Hall) -> None:
    answer = opened.ask("GET", "/api/snapshot", headers=PROGRAM)
    assert (answer.status, answer.json["phase"]) == (200, "before")
    assert opened.order({"do": "start"}, token=TOKEN).status == 200
    assert opened.engine.latest.phase is Phase.RUNNING


def test_the_caller_may_look_at_any_roles_part_and_nobody_else_may(opened: Hall) -> None:
    seen = opened.ask("GET", "/api/snapshot?role=mc", headers=PROGRAM)
    assert seen.json["next_words"] == "Lời dẫn 1"
    assert opened.ask("GET", "/api/snapshot?role=nobody", headers=PROGRAM).status == 400
    display = opened.joined(Role.DISPLAY)
    assert opened.ask("GET", "/api/snapshot?role=display", cookie=display).status == 200
    for path in ("/api/snapshot?role=mc", "/api/events?role=caller"):
        assert opened.ask("GET", path, cookie=display).status == 403


def test_the_running_order_is_for_the_caller_and_the_stage(opened: Hall) -> None:
    for role in Role:
        answer = opened.ask("GET", "/api/agenda", cookie=opened.joined(role))
        assert answer.status == (200 if role in (Role.CALLER, Role.STAGE) else 403), role
    agenda = opened.ask("GET", "/api/agenda", headers=PROGRAM).json
    assert [item["title"] for item in agenda["items"]] == ["Mục m1", "Mục m2", "Mục m3", "Mục m4"]


def test_the_running_order_is_as_amended(opened: Hall) -> None:
    opened.order({"do": "edit", "item_id": "m2", "title": "Trao thưởng"}, token=TOKEN)
    opened.order({"do": "move", "item_id": "m4", "before": "m2"}, token=TOKEN)
    agenda = opened.ask("GET", "/api/agenda", headers=PROGRAM).json
    assert [item["title"] for item in agenda["items"]] == ["Mục m1", "Mục m4", "Trao thưởng", "Mục m3"]


def test_an_item_is_given_as_its_form_needs_it_to_the_caller_alone(opened: Hall) -> None:
    for role in OTHERS:
        assert opened.ask("GET", "/api/item?id=m2", cookie=opened.joined(role)).status == 403
    opened.order({"do": "edit", "item_id": "m2", "mc": "Kính mời {by}", "notes": "Bục trái"}, token=TOKEN)
    item = opened.ask("GET", "/api/item?id=m2", headers=PROGRAM).json
    assert (item["title"], item["mc"], item["notes"]) == ("Mục m2", "Kính mời {by}", "Bục trái")
    assert [(cue["cue_id"], cue["at"]) for cue in item["cues"]] == [("music2", "start"), ("mc2", "start")]
    opened.order({"do": "go", "cue_id": "music2"}, token=TOKEN)
    item = opened.ask("GET", "/api/item?id=m2", headers=PROGRAM).json
    assert [cue["cue_id"] for cue in item["cues"]] == ["mc2"]
    for wrong in ("", "?id=", "?id=m9", "?id=" + "x" * 3000):
        assert opened.ask("GET", f"/api/item{wrong}", headers=PROGRAM).status == 404


def test_hours_are_written_and_read_as_the_hall_says_them(opened: Hall) -> None:
    order = {"do": "edit", "item_id": "m2", "start": "15h15", "until": "15:40", "protected": True}
    assert opened.order(order, token=TOKEN).status == 200
    item = opened.ask("GET", "/api/item?id=m2&lang=vi", headers=PROGRAM).json
    assert (item["start"], item["until"], item["protected"]) == ("15h15", "15h40", True)
    assert [(cue["at"], cue["said"]) for cue in item["cues"]] == [("start", "đầu mục")] * 2
    assert opened.ask("GET", "/api/item?id=m2&lang=en", headers=PROGRAM).json["cues"][0]["said"] == "start"
    bad = opened.order({**order, "start": "mai"}, token=TOKEN)
    assert (bad.status, bad.json["about"]) == (400, "start")
    assert opened.order({"do": "edit", "item_id": "m2", "start": "", "until": ""}, token=TOKEN).status == 200
    assert opened.ask("GET", "/api/item?id=m2", headers=PROGRAM).json["start"] == ""


def test_an_item_that_is_inserted_brings_the_cues_protection_and_words_of_its_kind(opened: Hall) -> None:
    order = {"do": "insert", "after": "m1", "title": "Chào cờ", "seconds": 300, "kind": "flag_salute"}
    assert opened.order(order, token=TOKEN).json["item_id"] == "x1"
    picture = opened.ask("GET", "/api/snapshot", headers=PROGRAM).json
    item = next(one for one in picture["items"] if one["item_id"] == "x1")
    assert (item["number"], item["protected"]) == ("m1a", True)
    own = [one for one in picture["cues"] if one["item_id"] == "x1"]
    assert {one["to"] for one in own} >= {"mc", "music"}
    assert opened.ask("GET", "/api/item?id=x1", headers=PROGRAM).json["mc"]
    assert opened.order({"do": "remove", "item_id": "x1"}, token=TOKEN).status == 200
    refused = opened.order({"do": "remove", "item_id": "m2"}, token=TOKEN)
    assert (refused.status, refused.json["reason"]) == (409, "not_inserted")


def test_how_a_vote_went_is_kept_over_http_said_again_and_taken_back(opened: Hall) -> None:
    order = {"do": "insert", "after": "m1", "title": "Thông qua nghị quyết", "seconds": 300, "kind": "vote"}
    assert opened.order(order, token=TOKEN).json["item_id"] == "x1"
    count = {"do": "vote", "item_id": "x1", "in_favour": 148, "against": 2}
    early = opened.order(count, token=TOKEN)
    assert (early.status, early.json["reason"]) == (409, "item_upcoming")
    opened.order({"do": "start"}, token=TOKEN)
    no_vote = opened.order({"do": "vote", "in_favour": 148}, token=TOKEN)
    assert (no_vote.status, no_vote.json) == (409, {"reason": "not_a_vote", "about": "m1"})
    until(lambda: opened.order({"do": "advance"}, token=TOKEN).status == 200)
    assert opened.order(count, token=TOKEN).status == 200
    assert seen(opened) == {"in_favour": 148, "against": 2, "other": 0}
    assert opened.order({**count, "item_id": None, "other": 1}, token=TOKEN).status == 200
    assert seen(opened) == {"in_favour": 148, "against": 2, "other": 1}
    assert opened.order({"do": "undo"}, token=TOKEN).json["undone"] == "vote"
    assert seen(opened) == {"in_favour": 148, "against": 2, "other": 0}
    assert opened.order({"do": "vote"}, token=TOKEN).status == 200
    assert seen(opened) is None
    bad = opened.order({**count, "against": 100_001}, token=TOKEN)
    assert (bad.status, bad.json["about"]) == (400, "against")


def seen(opened: Hall) -> object:
    """The count of the vote x1, which its form has as its row has it."""
    form = opened.ask("GET", "/api/item?id=x1", headers=PROGRAM).json
    rows = opened.ask("GET", "/api/snapshot", headers=PROGRAM).json["items"]
    row = next(one for one in rows if one["item_id"] == "x1")
    assert form["takes_vote"]
    assert form["vote"] == row["vote"]
    return row["vote"]


def test_cues_are_added_and_taken_out_over_http_and_undo_brings_them_back(opened: Hall) -> None:
    added = {"do": "add_cue", "item_id": "m2", "to": "crew", "text": "Bưng khay", "at": "end - 1'"}
    assert opened.order(added, token=TOKEN).status == 200
    texts = [cue["text"] for cue in opened.ask("GET", "/api/snapshot", headers=PROGRAM).json["cues"]]
    assert "Bưng khay" in texts
    assert opened.order({"do": "remove_cue", "cue_id": "m2.x1"}, token=TOKEN).status == 200
    assert opened.order({"do": "undo"}, token=TOKEN).status == 200
    again = [cue["text"] for cue in opened.ask("GET", "/api/snapshot", headers=PROGRAM).json["cues"]]
    assert again == texts


def test_words_as_long_as_the_console_takes_come_over_http(opened: Hall) -> None:
    words = "ế" * 10_000
    body = json.dumps({"do": "edit", "item_id": "m2", "mc": words}, ensure_ascii=False).encode()
    headers = {**PROGRAM, "Content-Type": "application/json"}
    assert opened.ask("POST", "/api/command", body=body, headers=headers).status == 200
    assert opened.engine.latest.rows[1].mc == words


# Orders


def test_an_order_answers_with_the_new_sequence_number(opened: Hall) -> None:
    answer = opened.order({"do": "start"}, token=TOKEN)
    assert answer.json == {"seq": next(entry.seq for entry in opened.engine.log if entry.do == "start")}


def test_a_refused_order_answers_with_its_reason(opened: Hall) -> None:
    caller = opened.joined(Role.CALLER)
    answer = opened.order({"do": "hold"}, cookie=caller)
    assert (answer.status, answer.json) == (409, {"reason": "not_started"})
    answer = opened.order({"do": "jump", "item_id": "m9"}, cookie=caller)
    assert (answer.status, answer.json) == (409, {"reason": "unknown_item", "about": "m9"})


def test_a_stale_order_is_refused_instead_of_skipping_an_item(opened: Hall) -> None:
    seen = opened.ask("GET", "/api/snapshot", headers=PROGRAM).json["seq"]
    assert opened.order({"do": "start", "seq": seen}, token=TOKEN).status == 200
    late = opened.order({"do": "advance", "seq": seen}, token=TOKEN)
    assert (late.status, late.json) == (409, {"reason": "stale"})
    current = opened.engine.latest.current
    assert current
    assert current.row.item_id == "m1"


@pytest.mark.parametrize("ahead", [1, 1_000, 2**53 - 10])
def test_an_order_that_has_seen_what_is_still_to_come_is_refused(opened: Hall, ahead: int) -> None:
    seen = opened.ask("GET", "/api/snapshot", headers=PROGRAM).json["seq"]
    early = opened.order({"do": "start", "seq": seen + ahead}, token=TOKEN)
    assert (early.status, early.json) == (409, {"reason": "stale"})
    assert opened.engine.latest.phase is Phase.BEFORE
    assert opened.order({"do": "start", "seq": seen}, token=TOKEN).status == 200


def test_a_hand_answers_its_own_cue_and_the_caller_sees_it(opened: Hall) -> None:
    opened.order({"do": "start"}, token=TOKEN)
    assert opened.order({"do": "ack", "cue_id": "music1"}, cookie=opened.joined(Role.MUSIC)).status == 200
    cues = opened.ask("GET", "/api/snapshot", headers=PROGRAM).json["cues"]
    assert [cue["cue_id"] for cue in cues if cue["acked_at"]] == ["music1"]


def test_a_hand_writes_to_the_caller(opened: Hall) -> None:
    text = "Thiếu 1 khay — “gấp” 100 % 🎌"
    order = {"do": "message", "to": "caller", "text": text}
    assert opened.order(order, cookie=opened.joined(Role.CREW)).status == 200
    (message,) = opened.ask("GET", "/api/snapshot", headers=PROGRAM).json["messages"]
    assert (message["text"], message["by"]) == (text, "crew")


@pytest.mark.parametrize("role", OTHERS)
def test_a_role_orders_only_what_it_may(opened: Hall, role: Role) -> None:
    cookie = opened.joined(role)
    before = opened.obeyed
    others_cue = "mc1" if role is Role.MUSIC else "music1"
    for order in (
        {"do": "start"},
        {"do": "ack", "cue_id": others_cue},
        {"do": "message", "to": "display", "text": "x"},
        {"do": "note", "text": "x"},
        {"do": "end"},
    ):
        answer = opened.order(order, cookie=cookie)
        assert (answer.status, answer.json) == (403, {"reason": "not_allowed"}), order
    assert opened.obeyed == before


def test_what_is_no_order_is_a_bad_request_with_its_key(opened: Hall) -> None:
    answer = opened.order({"do": "go", "cue": "q1"}, token=TOKEN)
    assert (answer.status, answer.json) == (400, {"reason": "bad_request", "about": "cue"})


def test_an_order_is_json_and_says_so(opened: Hall) -> None:
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""):
        headers = {**PROGRAM, "Content-Type": kind}
        assert opened.ask("POST", "/api/command", body='{"do":"start"}', headers=headers).status == 415
    headers = {**PROGRAM, "Content-Type": "application/json; charset=utf-8"}
    assert opened.ask("POST", "/api/command", body='{"do":"start"}', headers=headers).status == 200


def test_a_hand_that_floods_is_slowed_and_the_caller_is_not(opened: Hall) -> None:
    crew = opened.joined(Role.CREW)
    order = {"do": "message", "to": "caller", "text": "x"}
    statuses = [opened.order(order, cookie=crew).status for _ in range(HAND_PACE[1] + 5)]
    assert statuses[: HAND_PACE[1]] == [200] * HAND_PACE[1]
    assert 429 in statuses
    slowed = opened.order(order, cookie=crew)
    assert (slowed.json["reason"], int(slowed.headers["retry-after"]) >= 1) == ("slowed", True)
    assert opened.order({"do": "start"}, token=TOKEN).status == 200


# The doors


def test_the_doors_are_shown_to_the_caller_alone(opened: Hall) -> None:
    for role in OTHERS:
        for method, body in (("GET", None), ("POST", '{"do":"renew","role":"mc"}')):
            answer = opened.ask(
                method,
                "/api/roles",
                body=body,
                cookie=opened.joined(role),
                headers={"Content-Type": "application/json"},
            )
            assert (answer.status, answer.json) == (403, {"reason": "not_allowed"}), (role, method)
    roles = opened.ask("GET", "/api/roles", headers=PROGRAM).json["roles"]
    assert [role["role"] for role in roles] == [role.value for role in Role]
    mc = next(role for role in roles if role["role"] == "mc")
    assert mc["link"] == f"http://127.0.0.1:{opened.port}/j/{opened.access.codes[Role.MC]}"
    assert len(mc["guests"]) == 2


def test_a_qr_code_of_a_role_is_the_callers_alone(opened: Hall) -> None:
    for role in OTHERS:
        assert opened.ask("GET", "/api/qr?role=mc", cookie=opened.joined(role)).status == 403
    code = opened.ask("GET", "/api/qr?role=mc", headers=PROGRAM)
    assert (code.status, code.headers["content-type"]) == (200, "image/svg+xml")
    other = opened.ask("GET", "/api/qr?role=music", headers=PROGRAM)
    assert other.body != code.body == opened.ask("GET", "/api/qr?role=mc", headers=PROGRAM).body
    assert opened.ask("GET", "/api/qr?role=boss", headers=PROGRAM).status == 400


def doors(opened: Hall, body: str, kind: str = "application/json") -> tuple[int, object]:
    answer = opened.ask("POST", "/api/roles", body=body, headers={**PROGRAM, "Content-Type": kind})
    return answer.status, answer.json


def test_the_caller_renews_a_code_over_http(opened: Hall) -> None:
    old = opened.access.codes[Role.MC]
    assert doors(opened, '{"do":"renew","role":"mc"}')[0] == 200
    assert opened.access.codes[Role.MC] != old
    assert opened.ask("GET", f"/j/{old}").status == 403


def test_the_caller_throws_a_guest_out_and_its_picture_goes_dark(opened: Hall) -> None:
    cookie = opened.joined(Role.MC)
    with opened.watching(cookie) as watcher:
        watcher.until("snapshot")
        (guest,) = opened.server.guests()
        assert doors(opened, f'{{"do":"throw_out","guest":"{guest.guest_id}"}}')[0] == 200
        with pytest.raises((AssertionError, ConnectionError)):
            watcher.until("never")
    assert opened.ask("GET", "/api/snapshot", cookie=cookie).status == 401
    assert doors(opened, f'{{"do":"throw_out","guest":"{guest.guest_id}"}}') == (
        409,
        {"reason": "unknown_guest"},
    )


@pytest.mark.parametrize(
    "body",
    ["", "[]", '{"do":"close"}', '{"do":"renew"}', '{"do":"renew","role":"mc","x":1}', '{"do":"throw_out"}'],
)
def test_what_the_doors_do_not_know_is_refused(opened: Hall, body: str) -> None:
    codes = opened.access.codes
    assert doors(opened, body)[0] == 400
    assert opened.access.codes == codes


def test_the_doors_take_json_only(opened: Hall) -> None:
    assert doors(opened, '{"do":"renew","role":"mc"}', "text/plain")[0] == 415


# Messages


ANSWERERS = [role for role in OTHERS if role is not Role.DISPLAY]


@pytest.mark.parametrize("role", ANSWERERS)
def test_whoever_is_written_to_answers_and_the_caller_sees_who_and_when(opened: Hall, role: Role) -> None:
    cookie = opened.joined(role)
    assert opened.order({"do": "message", "to": role.value, "text": "Còn 5 phút"}, token=TOKEN).status == 200
    (mine,) = opened.ask("GET", "/api/snapshot", cookie=cookie).json["messages"]
    assert (mine["text"], mine["answered_at"]) == ("Còn 5 phút", None)
    assert opened.order({"do": "answer", "message_id": mine["id"]}, cookie=cookie).status == 200
    (seen,) = opened.ask("GET", "/api/snapshot", headers=PROGRAM).json["messages"]
    assert seen["answered_by"] == role.value
    assert datetime.fromisoformat(seen["answered_at"]) >= datetime.fromisoformat(seen["at"])
    assert "answer" in [entry.do for entry in opened.engine.log]
    again = opened.order({"do": "answer", "message_id": mine["id"]}, cookie=cookie)
    assert (again.status, again.json["reason"]) == (409, "already_answered")


def test_what_no_screen_shows_is_refused_and_not_kept(opened: Hall) -> None:
    answer = opened.order({"do": "message", "to": "display", "text": "Nhanh lên"}, token=TOKEN)
    assert (answer.status, answer.json) == (409, {"reason": "not_read"})
    assert opened.engine.latest.messages == ()


def test_nobody_answers_for_another(opened: Hall) -> None:
    opened.order({"do": "message", "to": "speaker", "text": "Còn 5 phút"}, token=TOKEN)
    for role in OTHERS:
        if role is not Role.SPEAKER:
            answer = opened.order({"do": "answer", "message_id": "t1"}, cookie=opened.joined(role))
            assert (answer.status, answer.json["reason"]) == (403, "not_allowed"), role


# Late answers


def waiting(opened: Hall) -> list[tuple[str, str]]:
    found = opened.ask("GET", "/api/snapshot", headers=PROGRAM).json["waiting"]
    # the clock has told the cue of the first item by itself
    return [(one["what"], one["id"]) for one in found if one["id"] != "mc1"]


def test_the_caller_hears_of_an_answer_that_is_awaited_from_who_can_give_it(opened: Hall) -> None:
    opened.order({"do": "standby", "cue_id": "mc2"}, token=TOKEN)
    opened.order({"do": "message", "to": "speaker", "text": "Còn 5 phút"}, token=TOKEN)
    until(lambda: opened.engine.latest.presence is not None)
    assert waiting(opened) == [], "no such screen was ever connected"
    mc, speaker = opened.joined(Role.MC), opened.joined(Role.SPEAKER)
    until(lambda: len(waiting(opened)) == 2)
    assert opened.order({"do": "ack", "cue_id": "mc2"}, cookie=mc).status == 200
    assert opened.order({"do": "answer", "message_id": "t1"}, cookie=speaker).status == 200
    assert waiting(opened) == []


def test_a_late_answer_is_sent_to_the_callers_screen_by_itself(opened: Hall) -> None:
    opened.joined(Role.MC)
    opened.order({"do": "standby", "cue_id": "mc2"}, token=TOKEN)
    with opened.watching(opened.joined(Role.CALLER)) as watcher:
        whole = watcher.until("snapshot").data["waiting"]
        assert not any(one["is_late"] for one in whole)
        change = watcher.change_of("waiting").data["waiting"]
        while not (change and change[0]["is_late"]):
            change = watcher.change_of("waiting").data["waiting"]
        assert change[0]["to"] == "mc"
        assert opened.ask("GET", "/api/snapshot", headers=PROGRAM).json["answering"] == ["mc"]


def test_without_a_port_nobody_is_connected_and_nobody_waited_for(opened: Hall) -> None:
    opened.joined(Role.MC)
    opened.order({"do": "standby", "cue_id": "mc2"}, token=TOKEN)
    until(lambda: len(waiting(opened)) == 1)
    opened.server.stop().result(5)
    until(lambda: opened.engine.latest.presence is None)


# The clock


def test_the_caller_puts_a_stepped_clock_right_from_afar_and_nobody_else_does(opened: Hall) -> None:
    show = opened.engine.show
    parted = ReportClock(ClockFault.STEPPED, timedelta(minutes=7))
    opened.engine.call(lambda: show.do(parted, "clock")).result(5)
    for role in OTHERS:
        assert opened.order({"do": "correct_clock"}, cookie=opened.joined(role)).status == 403
    before = opened.ask("GET", "/api/snapshot", headers=PROGRAM).json
    assert [(alarm["code"], alarm["by_s"]) for alarm in before["alarms"]] == [("clock_stepped", 420)]
    assert opened.order({"do": "correct_clock"}, cookie=opened.joined(Role.CALLER)).status == 200
    after = opened.ask("GET", "/api/snapshot", headers=PROGRAM).json
    moved = datetime.fromisoformat(after["now"]) - datetime.fromisoformat(before["now"])
    assert timedelta(minutes=7) <= moved < timedelta(minutes=8)
    assert after["alarms"] == []
    none = opened.order({"do": "correct_clock"}, token=TOKEN)
    assert (none.status, none.json) == (409, {"reason": "no_stepped_clock"})
    assert opened.order({"do": "correct_clock", "seconds": -420}, token=TOKEN).status == 200


# Presence


def test_an_echoed_beat_tells_how_far_away_a_guest_is(opened: Hall) -> None:
    cookie = opened.joined(Role.MC)
    with opened.watching(cookie) as watcher:
        at = watcher.until("beat").data["now"]
        assert opened.ask("GET", f"/api/ping?at={at}", cookie=cookie).status == 204
        (guest,) = opened.server.guests()
        assert guest.delay is not None
        assert 0 <= guest.delay < 5
        assert guest.screens == 1
        seen = opened.ask("GET", "/api/roles", headers=PROGRAM).json["roles"][1]["guests"][0]
        assert (seen["address"], seen["screens"], seen["id"]) == ("127.0.0.1", 1, guest.guest_id)


def test_an_echo_of_nothing_measures_nothing(opened: Hall) -> None:
    cookie = opened.joined(Role.MC)
    for at in (
        "",
        "x",
        "12",
        "2020-03-27T15:03:00",
        "0001-01-01T00:00:00+23:59",
        "9999-12-31T23:59:59-23:59",
    ):
        status = opened.ask("GET", f"/api/ping?at={at}", cookie=cookie).status
        assert status in (204, 400), at
    (guest,) = opened.server.guests()
    assert guest.delay is None


# Health


def test_health_is_open_on_this_machine(opened: Hall) -> None:
    answer = opened.ask("GET", "/healthz")
    assert answer.json == {"ok": True, "seq": opened.engine.latest.seq}


def test_the_picture_carries_the_shows_own_clock(opened: Hall) -> None:
    cookie = opened.joined(Role.MC)
    with opened.watching(cookie) as watcher:
        watcher.until("beat")  # comes with the picture; the next ones keep time
        watcher.until("beat")
        first = datetime.fromisoformat(watcher.until("beat").data["now"])
        second = datetime.fromisoformat(watcher.until("beat").data["now"])
        assert 0.7 < (second - first).total_seconds() < 3
        assert first.utcoffset() == second.utcoffset() is not None
