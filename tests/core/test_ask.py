"""What every command says of itself, and how it is sent."""

from __future__ import annotations

from datetime import timedelta
from typing import get_args

import pytest

from runofshow.core import commands as c
from runofshow.core import sound_events as s
from runofshow.core.agenda import Role
from runofshow.core.ask import NOBODY, Ask, Undoable, name_of, order_json, wire_fields
from runofshow.core.roles import TELLERS
from runofshow.core.sound import Deck
from runofshow.core.value import Json
from tests.core.shows import at, minutes

EVERY: tuple[type[c.Command], ...] = get_args(c.Command)


def test_no_two_commands_have_one_name() -> None:
    assert len({name_of(kind) for kind in EVERY}) == len(EVERY)


@pytest.mark.parametrize("kind", EVERY, ids=name_of)
def test_every_command_is_asked_by_a_role_or_told_by_a_part_of_the_program(kind: type[c.Command]) -> None:
    assert kind.asked_by or kind.told_by in TELLERS or kind is c.OpenShow
    assert (kind.asked_by is NOBODY) == (name_of(kind) not in c.COMMANDS)
    assert Role.CALLER in kind.asked_by or kind.asked_by is NOBODY


def test_what_was_said_or_written_down_is_not_taken_back() -> None:
    said = (c.Acknowledge, c.SendMessage, c.AnswerMessage, c.TakeNote, c.ReportSound, c.PlayTrack)
    assert not any(issubclass(kind, Undoable) for kind in said)
    assert {"go", "add_time", "edit", "end"} <= c.UNDOABLE


def test_what_an_item_brings_is_said_by_nobody_outside() -> None:
    assert [field.name for field in wire_fields(c.Insert)] == "after title duration kind by before".split()


@pytest.mark.parametrize(
    ("command", "sent"),
    [
        (c.Go(), {"do": "go"}),
        (c.Go("q1", sure=True), {"do": "go", "cue_id": "q1", "sure": True}),
        (c.AddTime(minutes(-1)), {"do": "add_time", "seconds": -60.0}),
        (c.Move("m4", None, "s2"), {"do": "move", "item_id": "m4", "before": None, "session": "s2"}),
        (c.SendMessage(Role.CALLER, "Rõ"), {"do": "message", "to": "caller", "text": "Rõ"}),
        (
            c.ReportSound(s.TrackBegan(Deck.A, "t1", None, timedelta(seconds=61.5), timedelta(), at("8:00"))),
            {
                "do": "sound",
                "news": {
                    "event": "track_began",
                    "deck": "A",
                    "track_id": "t1",
                    "cue_id": None,
                    "length": 61.5,
                    "position": 0.0,
                    "at": "2020-03-27T08:00:00Z",
                },
            },
        ),
    ],
    ids=str,
)
def test_a_command_is_sent_in_the_words_of_the_contract(command: Ask, sent: dict[str, Json]) -> None:
    assert order_json(command) == sent
