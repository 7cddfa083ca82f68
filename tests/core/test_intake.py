"""A console that follows ends with the caller's record, in whatever order its entries come."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.core.events import Entry, NoteTaken
from runofshow.core.intake import Append, Ask, CutBack, Drop, Fenced, Intake, Record, Step, intake_of, records
from runofshow.core.term import next_term
from runofshow.core.term_events import TookOver

EIGHT = datetime(2026, 3, 27, 1, 0, tzinfo=UTC)
FOUR = Intake(begun=((0, 1),), last=4)


def taken_over(seq: int, term: int) -> Entry:
    return Entry(seq, EIGHT, "console", "take_over", (TookOver(term, f"Laptop {term % 16}", EIGHT),))


def noted(seq: int, text: str) -> Entry:
    return Entry(seq, EIGHT, "caller", "note", (NoteTaken(text, EIGHT, None),))


@pytest.mark.parametrize(
    ("told", "step"),
    [
        (Record(0, 0, 0, 5), Append()),
        (Record(0, 0, 0, 4), Drop()),
        (Record(0, 0, 0, 1), Drop()),
        (Record(0, 0, 0, 6), Ask(5)),
        (Record(16, 16, 0, 5), Append()),
        (Record(16, 0, 0, 3), Drop()),
        (Record(16, 16, 0, 3), CutBack(2)),
        (Record(16, 16, 16, 5), Ask(1)),
        (Record(16, 16, 16, 4), Ask(1)),
    ],
)
def test_an_entry_is_placed_by_its_number_its_term_and_the_term_before_it(told: Record, step: Step) -> None:
    after, found = FOUR.take(told)
    assert found == step
    assert after.seen == told.sent_in


def test_what_was_cut_back_to_takes_the_entry_of_the_higher_term() -> None:
    told = Record(16, 16, 0, 3)
    after, _ = FOUR.take(told)
    assert after == Intake(((0, 1),), 2, 16)
    after, step = after.take(told)
    assert (after, step) == (Intake(((0, 1), (16, 3)), 3, 16), Append())


def test_whoever_sends_in_a_lower_term_than_was_seen_is_not_taken_in() -> None:
    after, _ = FOUR.take(Record(16, 16, 16, 9))
    assert after.take(Record(1, 1, 0, 5)) == (after, Fenced(16))


def test_two_branches_that_parted_behind_the_same_entry_are_told_apart_by_the_term_before() -> None:
    # ours: 0 0 1 1 1, theirs: 0 0 16 16 33
    ours = intake_of([noted(1, ""), noted(2, ""), taken_over(3, 1), noted(4, ""), noted(5, "")])
    theirs = [noted(1, ""), noted(2, ""), taken_over(3, 16), noted(4, ""), taken_over(5, 33)]
    told = list(records(theirs, 33))
    assert ours.take(told[4])[1] == Ask(3)
    assert ours.take(told[2])[1] == CutBack(2)


class Machine:
    """A console with its record, which takes in what it is told."""

    def __init__(self, entries: list[Entry]) -> None:
        self.entries = list(entries)
        self.intake = intake_of(entries)
        self.branches: list[Entry] = []

    def hear(self, record: Record, entry: Entry) -> Step:
        self.intake, step = self.intake.take(record)
        match step:
            case Append():
                assert entry.seq == len(self.entries) + 1
                self.entries.append(entry)
            case CutBack(seq):
                self.branches += self.entries[seq:]
                self.entries = self.entries[:seq]
                return self.hear(record, entry)
            case _:
                pass
        assert self.intake.last == len(self.entries)
        return step

    def catch_up(self, entries: list[Entry], term: int) -> None:
        """Follow the stream, and from where it asks until it asks no more."""
        from_seq, asked = 1, 0
        told = list(records(entries, term))
        while from_seq <= len(entries):
            step = self.hear(told[from_seq - 1], entries[from_seq - 1])
            from_seq = step.from_seq if isinstance(step, Ask) else from_seq + 1
            asked += isinstance(step, Ask)
            assert asked <= len(entries)


@st.composite
def consoles(draw: st.DrawFn) -> tuple[list[list[Entry]], int]:
    """Records of up to four consoles that wrote and took over as they pleased, and the highest term."""
    held: list[list[Entry]] = [[noted(1, "opened")], [], [], []]
    terms = [0, 0, 0, 0]
    highest = 0
    for turn in range(draw(st.integers(1, 14))):
        who = draw(st.integers(0, 3))
        if not held[who]:
            other = held[draw(st.integers(0, 3))] or held[0]
            held[who] = other[: draw(st.integers(1, len(other)))]
        mine = held[who]
        if draw(st.booleans()):
            highest = terms[who] = next_term(highest, who)
            mine.append(taken_over(len(mine) + 1, highest))
        elif terms[who] or who == 0:
            # it believes that it calls, whatever the others do
            mine.append(noted(len(mine) + 1, f"{who} {turn}"))
    return [record for record in held if record], highest


def last_term(entries: list[Entry]) -> int:
    return max((record.term for record in records(entries, 0)), default=0)


@given(consoles(), st.data())
def test_every_record_ends_equal_to_the_callers_and_what_else_was_written_is_a_branch(
    held: tuple[list[list[Entry]], int], data: st.DataObject
) -> None:
    every, _ = held
    caller = max(every, key=last_term)
    term = last_term(caller)
    follower = Machine(data.draw(st.sampled_from([[], *every])))
    before = list(follower.entries)
    told = list(records(caller, term))
    for at in data.draw(st.lists(st.integers(0, len(caller) - 1), max_size=20)):
        follower.hear(told[at], caller[at])
    follower.catch_up(caller, term)
    assert follower.entries == caller
    lost = [entry for entry in before if entry not in follower.entries and entry not in follower.branches]
    assert lost == []


@given(consoles(), st.data())
def test_a_console_that_does_not_call_any_more_changes_nothing_once_the_caller_was_heard(
    held: tuple[list[list[Entry]], int], data: st.DataObject
) -> None:
    every, _ = held
    caller = max(every, key=last_term)
    follower = Machine(caller)
    behind = [record for record in every if last_term(record) < last_term(caller)]
    stale = data.draw(st.sampled_from(behind or [[]]))
    for record, entry in zip(records(stale, last_term(stale)), stale, strict=True):
        assert follower.hear(record, entry) == Fenced(last_term(caller))
    assert follower.entries == caller
