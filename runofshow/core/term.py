"""Which of several consoles calls the show, and since when.

One record, more than one machine. At any moment one console is the caller: it alone writes the record, and
every other one keeps a copy of it. Who it is, is itself a fact of the record, `TookOver`, with a number, the
*term*. The console that opened the show writes in term 0; what stands behind a `TookOver` is of that one's
term. Whoever gets anything from a console is told its term with it, obeys the highest that it has seen, and
nobody else. So a console that slept through its own replacement is not obeyed when it wakes, whatever it
believes, and learns of it from the first answer.

That rests on one thing: no two consoles may ever write the same term, though each chooses its own without a
word to the others, who may be out of reach. So each has a slot of its own, given to it when it first joins,
and takes the next number of its slot:

    slot 0, which opened the show: 0 16 32 48 ...      slot 1: 1 17 33 ...      slot 2: 2 18 34 ...

What a console wrote that nobody obeys any more has still happened in front of it. Its lines are handed to the
one that calls, which keeps them as they are, as `BranchKept`: told to people, and without a say in the show.

Undo goes back behind a `TookOver` as behind any other fact, and leaves the term as it is: a console called
back would be one that nobody obeys.
"""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from runofshow.core.term_events import BranchKept

SLOTS = 16
"""As many consoles may have called one show; more than a show has halls that could."""


def next_term(seen: int, slot: int) -> int:
    """The lowest term of that slot above every one `seen`. Raises ValueError for a slot that there is not."""
    if not 0 <= slot < SLOTS:
        raise ValueError(f"slot {slot} of {SLOTS}")
    return seen + 1 + (slot - seen - 1) % SLOTS


class Branch(Struct, frozen=True):
    """By what a branch that was kept is known again."""

    who: str
    term: int
    since: datetime
    count: int
    """Of its lines: one that was handed over before it was whole is another."""


def branch_of(kept: BranchKept) -> Branch:
    """What the state keeps of it."""
    return Branch(kept.who, kept.term, kept.since, len(kept.lines))
