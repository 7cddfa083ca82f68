"""An old journal stays readable for ever."""

from __future__ import annotations

from typing import get_args

from runofshow.core.events import Event
from runofshow.core.history import history
from runofshow.journal.reading import read_journal, skim
from runofshow.journal.sense import sensible
from tests.journal.examples import GOLDEN, one_of_each


def test_the_golden_journal_says_what_it_said_when_it_was_written() -> None:
    reading = read_journal(GOLDEN)
    assert reading.damage is None
    assert not reading.torn_tail
    assert reading.entries == tuple(one_of_each())


def test_every_kind_of_event_is_in_the_golden_journal() -> None:
    found = {type(event) for entry in read_journal(GOLDEN).entries for event in entry.events}
    assert found == set(get_args(Event))


def test_the_golden_journal_skims_as_it_reads() -> None:
    skimmed = skim(GOLDEN)
    assert skimmed.opening is not None
    assert skimmed.opening.title == "Hội nghị tổng kết “thi đua, khen thưởng”"
    assert skimmed.opening.source == "agendas/ninh-hoa-2020.yaml"
    assert (skimmed.ended, skimmed.entries, skimmed.damage) == (False, len(list(one_of_each())), None)


def test_the_golden_journal_is_told_as_far_as_it_makes_sense() -> None:
    """It is of no one show, so it takes back what nobody remembers."""
    sense = sensible(read_journal(GOLDEN))
    told = history(sense.entries)
    assert [undo.do for undo in told.taken_back] == ["resume", "hold", "back", "move", "end"]
    assert told.last_at == sense.entries[-1].at
