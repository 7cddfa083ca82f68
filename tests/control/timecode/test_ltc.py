"""Timecode in sound, held against libltc: what it makes we read, and what we make it reads."""

from __future__ import annotations

import random
from array import array

import pytest

from runofshow.control.timecode.ltc import LtcReader
from runofshow.control.timecode.ltc_sound import ltc_sound
from runofshow.control.timecode.passing import Passing
from runofshow.core.timecode import Rate, Timecode, code_of, frames_between, moved, number_of
from runofshow.core.timecode_now import Movement
from tests.control.timecode import libltc
from tests.control.timecode.libltc import RATES, SAMPLE_RATE, needs_libltc

FIRST = Timecode(0, 59, 58, 0)
A_PIECE = 960
"""Bytes: ten thousandths of a second, as a sound card gives them."""


def told(sound: bytes, rate: Rate, sample_rate: int = SAMPLE_RATE) -> list[Passing]:
    reader = LtcReader(rate, sample_rate)
    return [one for at in range(0, len(sound), A_PIECE) for one in reader.read(sound[at : at + A_PIECE])]


def codes(first: Timecode, count: int, rate: Rate, step: int = 1) -> list[Timecode]:
    return [code_of(number_of(first, rate) + step * one, rate) for one in range(count)]


def noisy(sound: bytes, loud: float) -> bytes:
    by_chance = random.Random(17)
    return array(
        "h", [max(-32768, min(32767, round(one + by_chance.gauss(0, loud)))) for one in array("h", sound)]
    ).tobytes()


@needs_libltc
@pytest.mark.parametrize("rate", RATES)
def test_what_libltc_makes_is_told_as_the_frame_that_begins(rate: Rate) -> None:
    """Two frames go by until one bears the other out; the last has no end of its own."""
    heard = told(libltc.made(FIRST, 120, rate), rate)
    assert [one.code for one in heard] == codes(moved(FIRST, 2, rate), len(heard), rate)
    assert len(heard) >= 118
    assert {one.movement for one in heard} == {Movement.RUNNING}
    assert {one.rate for one in heard} == {rate}


@needs_libltc
@pytest.mark.parametrize("rate", RATES)
def test_a_tape_that_runs_back_is_read_backward(rate: Rate) -> None:
    heard = told(libltc.made(Timecode(1, 0, 1, 0), 120, rate, backward=True), rate)
    assert [one.code for one in heard] == codes(heard[0].code, len(heard), rate, step=-1)
    assert len(heard) >= 116
    assert {one.movement for one in heard} == {Movement.BACKWARD}


@needs_libltc
@pytest.mark.parametrize("rate", RATES)
def test_libltc_reads_every_frame_of_ours_to_the_last(rate: Rate) -> None:
    sound = b"".join(ltc_sound(FIRST, 121, rate))
    heard = list(libltc.read(sound, rate))
    assert [code for code, _ in heard] == codes(heard[0][0], len(heard), rate)
    assert frames_between(FIRST, heard[-1][0], rate) in (119, 120)
    assert len(heard) >= 118
    assert not any(backward for _, backward in heard)


@needs_libltc
def test_a_faint_tape_is_read_as_a_loud_one() -> None:
    faint = libltc.made(FIRST, 100, Rate.EUROPE, volume=-30.0)
    assert len(told(faint, Rate.EUROPE)) >= 98


@needs_libltc
def test_noise_a_third_as_loud_as_the_tape_hides_one_frame_in_twenty_at_most() -> None:
    """And not one false: what is told is what was on the tape."""
    sound = noisy(libltc.made(FIRST, 500, Rate.EUROPE), 3800)
    heard = told(sound, Rate.EUROPE)
    assert len(heard) >= 475
    steps = [frames_between(FIRST, one.code, Rate.EUROPE) for one in heard]
    assert steps == sorted(set(steps))
    assert steps[-1] <= 500


def test_a_drop_out_is_counted_through_and_the_next_whole_frame_is_told() -> None:
    sound = array("h", b"".join(ltc_sound(FIRST, 100, Rate.EUROPE)))
    a_frame = SAMPLE_RATE // 25
    sound[30 * a_frame + 500 : 40 * a_frame + 500] = array("h", bytes(2 * 10 * a_frame))
    heard = [frames_between(FIRST, one.code, Rate.EUROPE) for one in told(sound.tobytes(), Rate.EUROPE)]
    assert heard[:29] == list(range(2, 31))
    assert heard[29] in (42, 43)
    assert heard[29:] == list(range(heard[29], heard[29] + len(heard) - 29))


def test_a_jump_is_told_when_a_second_frame_bears_it_out() -> None:
    sound = b"".join((*ltc_sound(FIRST, 50, Rate.EUROPE), *ltc_sound(Timecode(10, 0, 0, 0), 50, Rate.EUROPE)))
    heard = [one.code for one in told(sound, Rate.EUROPE)]
    assert Timecode(0, 59, 59, 24) in heard
    after = [code for code in heard if code.hour == 10]
    assert after == codes(Timecode(10, 0, 0, 2), len(after), Rate.EUROPE)
    assert len(after) >= 47


def test_one_wrong_number_among_right_ones_is_never_told() -> None:
    pieces = list(ltc_sound(FIRST, 60, Rate.EUROPE))
    pieces[30] = b"".join(ltc_sound(Timecode(5, 5, 5, 5), 1, Rate.EUROPE))
    heard = [one.code for one in told(b"".join(pieces), Rate.EUROPE)]
    assert all(code.hour < 2 for code in heard)
    assert len(heard) >= 56


@pytest.mark.parametrize("speed", [0.8, 0.9, 1.1, 1.25])
def test_a_tape_that_runs_slow_or_fast_is_followed(speed: float) -> None:
    sound = b"".join(ltc_sound(FIRST, 100, Rate.EUROPE, round(SAMPLE_RATE / speed)))
    assert len(told(sound, Rate.EUROPE)) >= 96


def test_hiss_and_silence_tell_nothing() -> None:
    assert told(bytes(2 * SAMPLE_RATE), Rate.EUROPE) == []
    assert told(noisy(bytes(2 * SAMPLE_RATE * 5), 3000), Rate.EUROPE) == []


@pytest.mark.parametrize("piece", [2, 46, 4096, 96_000])
def test_pieces_of_any_length_make_the_same_frames(piece: int) -> None:
    sound = b"".join(ltc_sound(FIRST, 30, Rate.DROPPED))
    reader = LtcReader(Rate.DROPPED, SAMPLE_RATE)
    heard = [one for at in range(0, len(sound), piece) for one in reader.read(sound[at : at + piece])]
    assert [one.code for one in heard] == codes(moved(FIRST, 2, Rate.DROPPED), 28, Rate.DROPPED)


def test_twenty_nine_ninety_seven_tells_by_its_flag_whether_it_drops() -> None:
    dropping = b"".join(ltc_sound(FIRST, 10, Rate.DROPPED))
    assert {one.rate for one in told(dropping, Rate.SLOWED)} == {Rate.DROPPED}
    whole = b"".join(ltc_sound(FIRST, 10, Rate.SLOWED))
    assert {one.rate for one in told(whole, Rate.DROPPED)} == {Rate.SLOWED}
