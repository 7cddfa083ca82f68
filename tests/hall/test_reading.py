"""Orders from strangers: every command of the contract is read, and nothing else, whatever the bytes are."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.agenda_file.notation import read_anchor
from runofshow.core import commands as c
from runofshow.core import sound_events as s
from runofshow.core.agenda import AtStart, BeforeEnd, GoMode, Role, Step
from runofshow.core.ask import LONGEST_ID, order_json
from runofshow.core.events import Entry
from runofshow.core.notices import NoteKind
from runofshow.core.recovery.changes import Before, Drop, Lengthen, Shorten
from runofshow.core.sound import Deck, Fault
from runofshow.hall.reading import DAY_S, HIGHEST_SEQ, BadOrder, Order, Written, read_order
from runofshow.journal.line import EVENT_NAMES, decode, encode, unseal

NOW = datetime(2020, 3, 27, 1, 1, 5, tzinfo=UTC)
CAME: dict[str, Any] = {"event": "player_came", "where": "music", "at": "2020-03-27T01:01:05Z"}
BEGAN: dict[str, Any] = {
    "event": "track_began",
    "deck": "A",
    "track_id": "t1",
    "cue_id": None,
    "length": 61.5,
    "position": 0,
    "at": "2020-03-27T01:01:05Z",
}
MINUTE = timedelta(minutes=1)


def no_hour(item_id: str, text: str) -> None:
    """No hour of the hall is known here."""


def read(order: object) -> Order:
    return read_order(json.dumps(order).encode(), Written(no_hour, read_anchor))


def refusal(order: object) -> str:
    with pytest.raises(BadOrder) as caught:
        read(order)
    return caught.value.about


READ: list[tuple[dict[str, Any], c.Command]] = [
    ({"do": "start"}, c.Start()),
    ({"do": "go"}, c.Go()),
    ({"do": "go", "cue_id": "q1"}, c.Go("q1")),
    ({"do": "go", "cue_id": "q1", "sure": True}, c.Go("q1", sure=True)),
    ({"do": "advance"}, c.Advance()),
    ({"do": "hold"}, c.Hold()),
    ({"do": "resume"}, c.Resume()),
    ({"do": "add_time", "seconds": 60}, c.AddTime(MINUTE)),
    ({"do": "add_time", "seconds": -1.5, "item_id": "m4"}, c.AddTime(timedelta(seconds=-1.5), "m4")),
    ({"do": "standby"}, c.StandBy()),
    ({"do": "standby", "cue_id": None}, c.StandBy()),
    ({"do": "ack", "cue_id": "q1"}, c.Acknowledge("q1")),
    ({"do": "answer", "message_id": "t1"}, c.AnswerMessage("t1")),
    ({"do": "correct_clock"}, c.CorrectClock()),
    ({"do": "correct_clock", "seconds": -60}, c.CorrectClock(timedelta(minutes=-1))),
    ({"do": "undo"}, c.Undo()),
    ({"do": "redo", "sure": True}, c.Redo(sure=True)),
    ({"do": "back"}, c.Back()),
    ({"do": "jump", "item_id": "m4"}, c.Jump("m4")),
    ({"do": "skip", "item_id": "m4"}, c.Skip("m4")),
    ({"do": "skip", "item_id": "m4", "sure": True}, c.Skip("m4", sure=True)),
    ({"do": "unskip", "item_id": "m4"}, c.Unskip("m4")),
    ({"do": "move", "item_id": "m4", "before": "m2"}, c.Move("m4", "m2")),
    ({"do": "move", "item_id": "m4", "before": None}, c.Move("m4", None)),
    ({"do": "edit", "item_id": "m4", "title": "Tham luận"}, c.Edit("m4", title="Tham luận")),
    (
        {"do": "edit", "item_id": "m4", "by": "", "seconds": 60, "mc": "Xin mời", "notes": "x"},
        c.Edit("m4", by="", duration=MINUTE, mc="Xin mời", notes="x"),
    ),
    (
        {
            "do": "insert",
            "after": "m2",
            "title": "Tặng hoa",
            "seconds": 60,
            "kind": "gift",
            "by": "Bà An",
        },
        c.Insert("m2", "Tặng hoa", MINUTE, "gift", "Bà An"),
    ),
    (
        {"do": "insert", "after": None, "title": "Phát biểu", "seconds": 60},
        c.Insert(None, "Phát biểu", MINUTE),
    ),
    (
        {"do": "insert", "after": None, "before": "m2", "title": "Phát biểu", "seconds": 60},
        c.Insert(None, "Phát biểu", MINUTE, before="m2"),
    ),
    (
        {"do": "insert", "after": None, "title": "Phát biểu", "seconds": 60, "kind": ""},
        c.Insert(None, "Phát biểu", MINUTE),
    ),
    ({"do": "remove", "item_id": "x1"}, c.Remove("x1")),
    (
        {
            "do": "recover",
            "changes": [
                {"what": "before", "item_id": "m9", "before": "m4"},
                {"what": "shorten", "item_ids": ["m4.1", "m4.2"], "to_s": 360},
                {"what": "drop", "item_id": "m6"},
                {"what": "lengthen", "item_ids": ["m7"], "to_s": 90.5},
            ],
        },
        c.Recover(
            (Before("m9", "m4"), Shorten(("m4.1", "m4.2"), 360), Drop("m6"), Lengthen(("m7",), 90.5)),
        ),
    ),
    ({"do": "take_proposal", "proposal_id": "d1", "chosen": [0, 2]}, c.TakeProposal("d1", (0, 2))),
    ({"do": "take_proposal", "proposal_id": "d1"}, c.TakeProposal("d1")),
    ({"do": "decline_proposal", "proposal_id": "d1"}, c.DeclineProposal("d1")),
    ({"do": "move", "item_id": "m1", "session": "s2"}, c.Move("m1", None, "s2")),
    (
        {
            "do": "edit",
            "item_id": "m1",
            "start": "2020-03-27T08:30:00+07:00",
            "until": "",
            "presenter": "Bà B",
        },
        c.Edit("m1", start=datetime(2020, 3, 27, 1, 30, tzinfo=UTC), until="", presenter="Bà B"),
    ),
    ({"do": "edit", "item_id": "m1", "protected": False}, c.Edit("m1", protected=False)),
    ({"do": "edit_cue", "cue_id": "q1", "track_id": ""}, c.EditCue("q1", track_id="")),
    (
        {
            "do": "add_cue",
            "item_id": "m1",
            "to": "music",
            "text": "Nhạc",
            "at": "end - 1'",
            "track_id": "t1",
        },
        c.AddCue("m1", Role.MUSIC, "Nhạc", BeforeEnd(MINUTE), track_id="t1"),
    ),
    ({"do": "add_cue", "item_id": "m1", "to": "mc", "text": "Mời"}, c.AddCue("m1", Role.MC, "Mời")),
    ({"do": "remove_cue", "cue_id": "q1"}, c.RemoveCue("q1")),
    ({"do": "edit_cue", "cue_id": "q1", "text": "Nhạc"}, c.EditCue("q1", "Nhạc")),
    (
        {"do": "edit_cue", "cue_id": "q1", "at": "start + 90s", "go": "auto"},
        c.EditCue("q1", at=AtStart(timedelta(seconds=90)), go=GoMode.AUTO),
    ),
    ({"do": "play", "track_id": "t1"}, c.PlayTrack("t1")),
    ({"do": "play", "track_id": "t1", "sure": True}, c.PlayTrack("t1", sure=True)),
    ({"do": "fade"}, c.FadeSound()),
    ({"do": "fade", "over": None}, c.FadeSound()),
    ({"do": "fade", "over": 0}, c.FadeSound(over=timedelta())),
    (
        {"do": "fade", "track_id": "t1", "over": 2.5, "sure": True},
        c.FadeSound(timedelta(seconds=2.5), "t1", sure=True),
    ),
    ({"do": "stop"}, c.StopSound()),
    ({"do": "stop", "track_id": "t1", "sure": True}, c.StopSound("t1", sure=True)),
    ({"do": "panic"}, c.Panic()),
    ({"do": "panic", "hard": True, "sure": True}, c.Panic(hard=True, sure=True)),
    ({"do": "arm", "cue_id": "q1"}, c.Arm("q1")),
    ({"do": "sound", "news": CAME}, c.ReportSound(s.PlayerCame("music", NOW))),
    (
        {"do": "sound", "news": BEGAN},
        c.ReportSound(
            s.TrackBegan(Deck.A, "t1", None, timedelta(seconds=61.5), timedelta(), NOW),
        ),
    ),
    (
        {
            "do": "sound",
            "news": {
                "event": "track_failed",
                "track_id": "t1",
                "cue_id": "q1",
                "fault": "missing",
                "detail": "no \x1b[2J such\n file",
                "at": NOW.isoformat(),
            },
        },
        c.ReportSound(s.TrackFailed("t1", "q1", Fault.MISSING, "no [2J such file", NOW)),
    ),
    ({"do": "dismiss"}, c.DismissAlarms()),
    ({"do": "backdate", "item_id": "m4", "seconds": 60}, c.Backdate("m4", MINUTE)),
    ({"do": "vote", "item_id": "m4", "in_favour": 148, "against": 2}, c.CountVote("m4", 148, 2)),
    ({"do": "vote", "in_favour": 0, "other": 100_000}, c.CountVote(None, 0, 0, 100_000)),
    ({"do": "vote"}, c.CountVote()),
    ({"do": "step"}, c.NextStep()),
    ({"do": "step", "step": "photo", "sure": True}, c.NextStep(Step.PHOTO, True)),
    ({"do": "recipient", "recipient_id": "an", "absent": True}, c.ChangeRecipient("an", True)),
    ({"do": "recipient", "recipient_id": "an", "proxy": "bà Ba"}, c.ChangeRecipient("an", proxy="bà Ba")),
    ({"do": "move_recipient", "recipient_id": "an"}, c.MoveRecipient("an")),
    ({"do": "move_recipient", "recipient_id": "an", "to": "m5"}, c.MoveRecipient("an", "m5")),
    ({"do": "add_recipient", "item_id": "m4", "name": "Bà An"}, c.AddRecipient("m4", "Bà An")),
    ({"do": "take_out_missing", "item_id": "m4"}, c.TakeOutMissing("m4")),
    ({"do": "split_batch", "item_id": "m4", "at": "an"}, c.SplitBatch("m4", "an")),
    ({"do": "see", "person": "r/an"}, c.See("r/an")),
    ({"do": "see", "person": "r/an", "here": False}, c.See("r/an", False)),
    ({"do": "see", "person": "r/an", "here": None}, c.See("r/an", None)),
    ({"do": "leader", "name": "Bí thư"}, c.ChangeLeader(None, "Bí thư")),
    ({"do": "message", "to": "mc", "text": "100 % & ‘nhanh’"}, c.SendMessage(Role.MC, "100 % & ‘nhanh’")),
    ({"do": "note", "text": "Mất điện\nlúc 8:15"}, c.TakeNote("Mất điện\nlúc 8:15")),
    ({"do": "note", "text": "Mất điện", "kind": "incident"}, c.TakeNote("Mất điện", NoteKind.INCIDENT)),
    ({"do": "note", "text": "Mất điện", "kind": ""}, c.TakeNote("Mất điện")),
    ({"do": "end"}, c.End()),
]


@pytest.mark.parametrize(("order", "command"), READ)
def test_an_order_is_read_as_the_contract_has_it(order: dict[str, Any], command: c.Command) -> None:
    assert read(order) == Order(command, None)
    assert read({**order, "seq": 7}) == Order(command, 7)


def test_no_command_that_may_be_asked_by_name_is_left_out() -> None:
    assert {order["do"] for order, _ in READ} == c.COMMANDS.keys()


@pytest.mark.parametrize("command", [command for order, command in READ if "at" not in order], ids=str)
def test_what_a_screen_sends_is_read_as_the_same(command: c.Command) -> None:
    """But for a cue's moment, which only forms send, as an agenda writes it."""
    assert read(order_json(command)) == Order(command, None)


@pytest.mark.parametrize(
    ("order", "about"),
    [
        ({}, "do"),
        ({"do": "open"}, "do"),
        ({"do": "tick"}, "do"),
        ({"do": "correct_clock", "seconds": "60"}, "seconds"),
        ({"do": "answer"}, "message_id"),
        ({"do": ["go"]}, "do"),
        ({"do": "go", "cue": "q1"}, "cue"),
        ({"do": "go", "cue_id": 7}, "cue_id"),
        ({"do": "ack"}, "cue_id"),
        ({"do": "jump", "item_id": "m" * (LONGEST_ID + 1)}, "item_id"),
        ({"do": "add_time"}, "seconds"),
        ({"do": "add_time", "seconds": "60"}, "seconds"),
        ({"do": "add_time", "seconds": True}, "seconds"),
        ({"do": "add_time", "seconds": DAY_S + 1}, "seconds"),
        ({"do": "add_time", "seconds": -1e308}, "seconds"),
        ({"do": "add_time", "seconds": 10**300}, "seconds"),
        ({"do": "skip", "item_id": "m4", "sure": 1}, "sure"),
        ({"do": "skip", "item_id": "m4", "sure": None}, "sure"),
        ({"do": "vote", "in_favour": -1}, "in_favour"),
        ({"do": "vote", "in_favour": 100_001}, "in_favour"),
        ({"do": "vote", "in_favour": 12.5}, "in_favour"),
        ({"do": "vote", "in_favour": "148"}, "in_favour"),
        ({"do": "vote", "in_favour": 1, "against": True}, "against"),
        ({"do": "vote", "in_favour": 1, "other": -1}, "other"),
        ({"do": "message", "to": "everyone", "text": "x"}, "to"),
        ({"do": "message", "to": "mc"}, "text"),
        ({"do": "message", "to": "mc", "text": "\x1b[2J"}, "text"),
        ({"do": "message", "to": "mc", "text": "\x00"}, "text"),
        ({"do": "message", "to": "mc", "text": "\x9b31m"}, "text"),
        ({"do": "message", "to": "mc", "text": "\ud800"}, "text"),
        ({"do": "play"}, "track_id"),
        ({"do": "fade", "over": "3"}, "over"),
        ({"do": "panic", "hard": 1}, "hard"),
        ({"do": "sound"}, "news"),
        ({"do": "sound", "news": "player_came"}, "news"),
        ({"do": "sound", "news": {}}, "news"),
        ({"do": "sound", "news": {**CAME, "event": "item_started"}}, "news"),
        ({"do": "sound", "news": {**CAME, "extra": 1}}, "news"),
        ({"do": "sound", "news": {**CAME, "where": None}}, "news"),
        ({"do": "sound", "news": {**CAME, "where": "\x1b[2J"}}, "news"),
        ({"do": "sound", "news": {**CAME, "where": "x" * 1_001}}, "news"),
        ({"do": "sound", "news": {**CAME, "at": "2020-03-27T01:01:05"}}, "news"),
        ({"do": "sound", "news": {**CAME, "at": "0001-01-01T00:00:00Z"}}, "news"),
        ({"do": "sound", "news": {**CAME, "at": 10**300}}, "news"),
        ({"do": "sound", "news": {**BEGAN, "deck": "C"}}, "news"),
        ({"do": "sound", "news": {**BEGAN, "position": -1}}, "news"),
        ({"do": "sound", "news": {**BEGAN, "length": DAY_S + 1}}, "news"),
        ({"do": "sound", "news": {**BEGAN, "length": 10**300}}, "news"),
        (
            {
                "do": "sound",
                "news": {
                    "event": "track_fading",
                    "deck": "A",
                    "until": "2021-03-27T01:01:05Z",
                    "at": "2020-03-27T01:01:05Z",
                },
            },
            "news",
        ),
        ({"do": "edit_cue", "cue_id": "q1", "at": "tomorrow"}, "at"),
        ({"do": "edit", "item_id": "m1", "until": "9h00"}, "until"),
        ({"do": "edit", "item_id": "m1", "start": "2020-03-27T08:30:00"}, "start"),
        ({"do": "edit", "item_id": "m1", "protected": "yes"}, "protected"),
        ({"do": "edit_cue", "cue_id": "q1", "go": "never"}, "go"),
        ({"do": "go", "seq": "1"}, "seq"),
        ({"do": "go", "seq": -1}, "seq"),
        ({"do": "go", "seq": True}, "seq"),
        ({"do": "go", "seq": 1.0}, "seq"),
        ({"do": "go", "seq": HIGHEST_SEQ + 1}, "seq"),
        (["go"], ""),
        ("go", ""),
        (None, ""),
    ],
)
def test_what_is_no_order_is_refused_by_the_key_that_is_wrong(order: object, about: str) -> None:
    assert refusal(order) == about


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"\xff\xfe{}",
        b'{"do": "go"} {}',
        b'{"do": "go", "do": "end"}',
        b'{"do": "add_time", "seconds": NaN}',
        b'{"do": "add_time", "seconds": Infinity}',
        b'{"do": "add_time", "seconds": 1e999}',
        b'{"do": "go", "seq": ' + b"9" * 4000 + b"}",
        b'{"do": "sound", "news": {"event": "track_measured", "track_id": "t", "sha256": "", "length": null,'
        b' "loudness": 1e999, "at": "2020-03-27T01:01:05Z"}}',
        b"[" * 4096,
        b'{"a":' * 800,
        b'{"do": "go", "seq": ' + b"[" * 2000 + b"]" * 2000 + b"}",
    ],
)
def test_broken_and_hostile_bytes_are_refused(body: bytes) -> None:
    with pytest.raises(BadOrder):
        read_order(body)


@given(st.binary(max_size=4096))
def test_any_bytes_are_an_order_or_refused(body: bytes) -> None:
    try:
        order = read_order(body)
    except BadOrder:
        return
    assert isinstance(order, Order)


KEYS = (
    "do at go seq item_id cue_id track_id seconds over sure hard before after title by kind mc notes to text"
    " news x"
).split()
NEWS_KEYS = (
    "event where why deck track_id cue_id length loudness sha256 position until fault detail at x".split()
)
scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from([*c.COMMANDS, *Role, "m1", "music1"])
)
anything = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
orders = st.dictionaries(st.sampled_from(KEYS), anything, max_size=6)
likely = st.builds(lambda do, rest: {**rest, "do": do}, st.sampled_from(list(c.COMMANDS)), orders)


@given(orders | likely)
def test_any_object_is_an_order_that_can_be_written_down_or_refused(order: dict[str, object]) -> None:
    try:
        found = read(order)
    except BadOrder:
        return
    assert found.seen is None or 0 <= found.seen <= HIGHEST_SEQ
    # a lone surrogate would fail here, and in the journal
    repr(found.command).encode()


@given(
    st.dictionaries(st.sampled_from(NEWS_KEYS), anything, max_size=7),
    st.sampled_from([None, CAME, BEGAN]),
    st.sampled_from(sorted(EVENT_NAMES)),
)
def test_any_object_is_news_that_can_be_written_down_or_refused(
    news: dict[str, Any], like: dict[str, Any] | None, event: str
) -> None:
    try:
        found = read({"do": "sound", "news": {"event": event, **(like or {}), **news}})
    except BadOrder:
        return
    assert isinstance(found.command, c.ReportSound)
    entry = Entry(1, NOW, "music", "sound", (found.command.news,))
    line = encode(entry)
    assert decode(unseal(line)).events == entry.events


def test_text_is_kept_in_its_composed_form() -> None:
    assert read({"do": "note", "text": "Nguyễn"}) == Order(c.TakeNote("Nguyễn"), None)
