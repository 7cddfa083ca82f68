"""The timecode that comes in, and cues at a code, as an agenda writes them and has them written back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from runofshow.agenda_file.notation import NotationError, read_anchor, write_anchor
from runofshow.agenda_file.spoken_moments import spoken_anchor
from runofshow.agenda_file.writing import write_agenda
from runofshow.core.agenda import AtTimecode, GoMode
from runofshow.core.timecode import Rate, Timecode, TimecodeBy, TimecodeIn
from runofshow.texts import Language
from tests.agenda_file.given import DAY, HEAD, TZ, agenda_of, items_of, read, spots

AT = AtTimecode(Timecode(1, 0, 10, 5))
LISTENS = HEAD + "timecode: {from: ltc, rate: 25}\n"
ITEM = "- title: A\n  kind: speech\n  cues: "


def wrong(head: str, cue: str) -> list[str]:
    return [code for code, _, _ in spots(read(f"{head}items:\n{ITEM}[{cue}]\n"))]


@pytest.mark.parametrize(
    "text",
    ["tc 01:00:10:05", "TC  01:00:10;05", "timecode 01:00:10:05", "mã giờ 01:00:10:05", "Mã giờ 01:00:10:05"],
)
def test_a_code_is_read_as_people_write_it_and_written_back_as_one(text: str) -> None:
    assert read_anchor(text) == AT
    assert write_anchor(AT) == "tc 01:00:10:05"


@pytest.mark.parametrize("language", list(Language))
def test_a_form_shows_a_code_in_words_that_it_reads_again(language: Language) -> None:
    assert read_anchor(spoken_anchor(AT, language)) == AT


@pytest.mark.parametrize("text", ["tc", "tc 1:00", "tc 01:00:10", "mã giờ 25:00:00:00", "timecode mười giờ"])
def test_what_names_no_frame_is_refused_by_name(text: str) -> None:
    with pytest.raises(NotationError) as raised:
        read_anchor(text)
    assert raised.value.code == "not_a_timecode"


def test_a_cue_at_a_code_goes_by_it_without_being_told_so() -> None:
    (item,) = items_of(f"{ITEM}[{{to: lights, text: Sáng, at: 'tc 01:00:10:05', tolerance: 1s}}]\n", LISTENS)
    assert [(cue.at, cue.go, cue.tolerance) for cue in item.cues] == [(AT, GoMode.AUTO, timedelta(seconds=1))]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("{from: ltc}", TimecodeIn(TimecodeBy.LTC)),
        ("{from: mtc, device: USB MIDI}", TimecodeIn(TimecodeBy.MTC, device="USB MIDI")),
        ("{from: ltc, rate: 29.97}", TimecodeIn(TimecodeBy.LTC, Rate.SLOWED)),
        ("{from: ltc, rate: 29.97df, device: 2}", TimecodeIn(TimecodeBy.LTC, Rate.DROPPED, "2")),
    ],
)
def test_what_a_plan_listens_to_comes_back_as_it_was_written(written: str, meant: TimecodeIn) -> None:
    text = f"{HEAD}timecode: {written}\nitems:\n{ITEM}[{{to: lights, text: Sáng, at: 'tc 01:00:10:05'}}]\n"
    agenda = agenda_of(text)
    assert agenda.timecode == meant
    again = agenda_of(write_agenda(agenda, tz=TZ, today=DAY))
    assert (again.timecode, again.sessions) == (meant, agenda.sessions)


@pytest.mark.parametrize(
    ("head", "cue", "code"),
    [
        (HEAD, "{to: lights, text: A, at: 'tc 01:00:00:00'}", "no_timecode"),
        (LISTENS, "{to: lights, text: A, at: 'tc 01:00:00:25'}", "no_such_frame"),
        (LISTENS, "{to: lights, text: A, at: 'tc 01:00:00'}", "not_a_timecode"),
        (LISTENS, "{to: lights, text: A, at: 'tc 01:00:00:00', go: hand}", "hand_at_timecode"),
        (HEAD + "timecode: {from: ltc, rate: 29.97df}\n", "{to: mc, at: 'tc 00:01:00:00'}", "no_such_frame"),
        (HEAD + "timecode: {from: ltc, rate: 26}\n", "{to: mc}", "unknown_rate"),
        (HEAD + "timecode: {from: radio}\n", "{to: mc}", "unknown_source"),
    ],
)
def test_each_slip_is_told_by_its_own_name(head: str, cue: str, code: str) -> None:
    assert wrong(head, cue) == [code]


def test_the_last_frame_of_a_day_is_no_slip() -> None:
    assert wrong(LISTENS, "{to: lights, text: A, at: 'tc 23:59:59:24', go: auto}") == []
