"""The one door: how fast it lets orders in, whose, and what counts as one."""

from __future__ import annotations

import asyncio

import pytest

from runofshow.core.agenda import Role
from runofshow.core.commands import Command, Hold
from runofshow.core.events import Entry
from runofshow.core.refusal import Reason, Refused
from runofshow.hall.access import Wait
from runofshow.hall.door import CALLER_PACE, HAND_PACE, Asker, Door
from runofshow.hall.reading import BadOrder, Order
from runofshow.hall.token import SHORTEST_TOKEN, Token

TAKEN = Refused(Reason.EMPTY)
"""What this show answers, so that it is known that it was asked."""


async def obey(asker: Asker, command: Command, seen: int | None) -> Entry | Refused:
    return TAKEN


def hold() -> Order:
    return Order(Hold(), None)


def nonsense() -> Order:
    raise BadOrder("do")


def answers(door: Door, asker: Asker, times: int) -> list[Entry | Refused | Wait]:
    return [asyncio.run(door.admit(asker, hold, 0.0)) for _ in range(times)]


def test_a_program_has_the_burst_of_the_caller_and_each_its_own() -> None:
    door = Door(obey)
    burst = CALLER_PACE[1]
    *taken, slowed = answers(door, Asker(Role.CALLER, program="desk"), burst + 1)
    assert taken == [TAKEN] * burst
    assert slowed == Wait(1 / CALLER_PACE[0])
    assert answers(door, Asker(Role.CALLER, program="lights"), 1) == [TAKEN]


def test_what_is_no_order_has_its_pace_too() -> None:
    door, hand = Door(obey), Asker(Role.CREW)
    for _ in range(HAND_PACE[1]):
        with pytest.raises(BadOrder):
            asyncio.run(door.admit(hand, nonsense, 0.0))
    assert isinstance(asyncio.run(door.admit(hand, nonsense, 0.0)), Wait)
    assert asyncio.run(door.admit(hand, hold, 1 / HAND_PACE[0])) == TAKEN


def test_only_the_token_is_right_and_nothing_where_there_is_none() -> None:
    token = Token("a-token-of-enough-signs")
    assert token.is_right("a-token-of-enough-signs")
    assert not any(token.is_right(said) for said in ("", "a-token-of-enough-sign", "A-token-of-enough-signs"))
    assert not Token(None).is_right("")
    with pytest.raises(ValueError, match=str(SHORTEST_TOKEN)):
        Token("x" * (SHORTEST_TOKEN - 1))
