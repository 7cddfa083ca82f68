"""What a console that follows does with the caller's entries, in whatever order and however often they come.

An entry is known by its number and by the term in which it was written (term.py). One console writes in one
term, one entry behind the other, so two records that have the same entry have the same entries before it too.
What comes is therefore laid beside what is there by two terms: its own, and that of the entry before it.

    ours     0:1  0:2  0:3  0:4              written by us, who did not know that another took over
    comes              16:3 behind 0:2   ->  CutBack(2): 0:3 and 0:4 are a branch, handed over and not lost
    comes again        16:3 behind 0:2   ->  Append
    comes                        16:5    ->  Ask(4): a gap
    comes    0:2                         ->  Drop: it is there

Whoever sends says its own term with each entry, since an old entry is sent by a new caller too. One that
sends in a lower term than was ever seen does not call the show any more, whatever it believes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from runofshow.core.events import Entry
from runofshow.core.term_events import TookOver


class Record(Struct, frozen=True):
    """An entry as it is told by a console, without what it says."""

    sent_in: int
    """The term of whoever sends it."""
    term: int
    """In which it was written."""
    before: int
    """In which the entry before it was written; 0 before the first."""
    seq: int


class Append(Struct, frozen=True):
    """It is the next: write it down."""


class Drop(Struct, frozen=True):
    """It is there already."""


class Ask(Struct, frozen=True):
    """It cannot be placed: ask for everything from this number on."""

    from_seq: int


class CutBack(Struct, frozen=True):
    """What is behind this number is a branch: hand it over, go back to there, and take the entry again."""

    seq: int


class Fenced(Struct, frozen=True):
    """Whoever sends it does not call the show: tell it the term of who does."""

    term: int


Step = Append | Drop | Ask | CutBack | Fenced


class Intake(Struct, frozen=True):
    """A record as far as it has to be known to take the next entry in."""

    begun: tuple[tuple[int, int], ...] = ()
    """Each term that is in it and the number of the term's first entry, in their order."""
    last: int = 0
    """The number of the last entry; 0 of an empty record."""
    seen: int = 0
    """The highest term that anybody has sent in."""

    def term_of(self, seq: int) -> int:
        """The term of that entry, which must be there; 0 before the first."""
        return max((term for term, first in self.begun if first <= seq), default=0)

    def take(self, told: Record) -> tuple[Intake, Step]:
        """What to do with an entry, and the intake of the record once that is done."""
        if told.sent_in < self.seen:
            return self, Fenced(self.seen)
        now = Intake(self.begun, self.last, told.sent_in)
        if told.seq > self.last + 1:
            return now, Ask(self.last + 1)
        if self.term_of(told.seq - 1) != told.before:
            # it parted earlier than here: no later than at the first entry of the term that we have there
            return now, Ask(self._first_of(told.seq - 1))
        if told.seq > self.last:
            return now._with(told), Append()
        if self.term_of(told.seq) == told.term:
            return now, Drop()
        back = tuple((term, first) for term, first in self.begun if first < told.seq)
        return Intake(back, told.seq - 1, told.sent_in), CutBack(told.seq - 1)

    def _first_of(self, seq: int) -> int:
        return max(first for _, first in self.begun if first <= seq)

    def _with(self, told: Record) -> Intake:
        is_new = not self.begun or self.begun[-1][0] != told.term
        begun = (*self.begun, (told.term, told.seq)) if is_new else self.begun
        return Intake(begun, told.seq, self.seen)


def intake_of(entries: Iterable[Entry]) -> Intake:
    """That of a record, whose own last term is the highest that it has seen."""
    known = Intake()
    for term, before, seq in _terms(entries):
        known, _ = known.take(Record(term, term, before, seq))
    return known


def records(entries: Iterable[Entry], sent_in: int) -> Iterator[Record]:
    """Every entry of a record, from the first, as it is told by a console that calls in that term."""
    return (Record(sent_in, term, before, seq) for term, before, seq in _terms(entries))


def _terms(entries: Iterable[Entry]) -> Iterator[tuple[int, int, int]]:
    term = 0
    for entry in entries:
        before = term
        term = next((event.term for event in entry.events if isinstance(event, TookOver)), term)
        yield term, before, entry.seq
