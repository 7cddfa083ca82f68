"""Timecode by MIDI: eight quarter frames, two frames late, both ways."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.control.timecode.mtc import MtcReader
from runofshow.control.timecode.passing import Passing
from runofshow.core.timecode import Rate, Timecode, code_of, moved
from runofshow.core.timecode_now import Movement
from tests.control.timecode.mtc_messages import RATES, full_frame, quarter_frames

FIRST = Timecode(1, 0, 0, 0)


def sent(first: Timecode, pairs: int, rate: Rate) -> list[bytes]:
    return [
        message for pair in range(pairs) for message in quarter_frames(moved(first, 2 * pair, rate), rate)
    ]


def told(messages: Iterable[bytes], reader: MtcReader | None = None) -> list[Passing]:
    reader = reader or MtcReader()
    return [one for message in messages if (one := reader.read(message)) is not None]


@pytest.mark.parametrize("rate", RATES)
def test_each_frame_is_told_as_it_begins_once_one_whole_code_has_come(rate: Rate) -> None:
    """The first code takes two frames to come; from then on every frame is told at its first quarter."""
    reader = MtcReader()
    heard = [(at, one) for at, message in enumerate(sent(FIRST, 10, rate)) if (one := reader.read(message))]
    assert [at for at, _ in heard] == list(range(8, 80, 4))
    assert [one.code for _, one in heard] == [moved(FIRST, at // 4, rate) for at, _ in heard]
    assert {one.rate for _, one in heard} == {rate}


@pytest.mark.parametrize("rate", RATES)
def test_a_tape_that_runs_back_is_told_backward(rate: Rate) -> None:
    """Turned round, the first of eight is sent last, and falls on the beginning of its frame."""
    messages = sent(FIRST, 10, rate)[::-1]
    reader = MtcReader()
    heard = [(at, one) for at, message in enumerate(messages) if (one := reader.read(message))]
    assert all(one.movement is Movement.BACKWARD for _, one in heard)
    # message `at` from the end is the one that was sent when frame (79 - at) / 4 had begun
    assert [one.code for _, one in heard] == [moved(FIRST, (79 - at) // 4, rate) for at, _ in heard]
    assert len(heard) == 19


def test_a_full_frame_says_where_a_tape_stands() -> None:
    code = Timecode(23, 59, 58, 24)
    assert told([full_frame(code, Rate.EUROPE)]) == [Passing(code, Rate.EUROPE, Movement.STANDING)]


def test_a_quarter_frame_that_was_lost_costs_the_code_it_belongs_to_and_tells_no_other() -> None:
    messages = sent(FIRST, 10, Rate.EUROPE)
    del messages[21]
    heard = [one.code for one in told(messages)]
    right = [moved(FIRST, number, Rate.EUROPE) for number in range(20)]
    assert heard == sorted(heard)
    assert set(heard) <= set(right)
    assert len(heard) >= 13


def test_a_tape_that_turns_round_is_told_anew() -> None:
    ahead, back = sent(FIRST, 5, Rate.EUROPE), sent(FIRST, 5, Rate.EUROPE)[::-1]
    heard = told([*ahead, *back])
    turned = [one.movement is Movement.BACKWARD for one in heard]
    assert turned == sorted(turned)
    assert heard[-1].code == FIRST


def test_a_jump_is_told_by_the_first_whole_code_behind_it() -> None:
    far = Timecode(2, 0, 0, 0)
    heard = told([*sent(FIRST, 3, Rate.EUROPE), *sent(far, 3, Rate.EUROPE)])
    assert heard[-1].code == moved(far, 5, Rate.EUROPE)
    assert moved(far, 2, Rate.EUROPE) in [one.code for one in heard]


def test_other_messages_are_none_of_it() -> None:
    others = [b"\x90\x3c\x64", b"\xf8", b"", b"\xf0\x7f\x7f\x02\x01\x01\xf7", b"\xf1"]
    assert told(others) == []
    assert told([bytes((0xF0, 0x7F, 0x7F, 1, 1, 0x20 | 24, 0, 0, 0, 0xF7))]) == []


@given(st.sampled_from(RATES), st.integers(0, 10_000_000))
def test_every_code_comes_back_as_it_was_sent(rate: Rate, number: int) -> None:
    code = code_of(number, rate)
    (standing,) = told([full_frame(code, rate)])
    assert (standing.code, standing.rate) == (code, rate)
    (first, *_) = told(sent(code, 2, rate))
    assert first.code == moved(code, 2, rate)


@given(st.lists(st.binary(max_size=12), max_size=40))
def test_no_bytes_harm_it(messages: list[bytes]) -> None:
    told(messages)
