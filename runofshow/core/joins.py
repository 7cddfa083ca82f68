"""A rehearsal of the joins: the beginning and the end of each item, and the MC's link between two.

The theory. What goes wrong between two items goes wrong in their last and first half minute and in the words
between, and a rehearsal of the whole for their sake takes half a day. So the show's clock jumps over the
middle of each item: thirty seconds after its start it is thirty seconds before its end, with every count, cue
and expected hour as they will be then. GO then ends the item alone, and the next begins with another GO: what
lies between is the MC's link, and a stopwatch counts it. A cue whose moment the jump passes is stood down.

The clock jumps over no anthem and out of no hold, and a take with a jump in it is no length (takes.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from msgspec import Struct

from runofshow.core import events as e
from runofshow.core.board import board_at
from runofshow.core.commands import Mode
from runofshow.core.handiwork import as_it_counts
from runofshow.core.refusal import Reason, Refused
from runofshow.core.running_order import Place
from runofshow.core.snapshot import OVER, Phase, Snapshot
from runofshow.core.state import State
from runofshow.core.stepping_back import ended_last, within_a_day
from runofshow.core.timeline import NO_TIME

EDGE = timedelta(seconds=30)
"""Of each item: at its beginning and at its end."""
LEAST = timedelta(seconds=10)
"""A shorter jump would confuse more than it saves."""


def jump_due(shown: Snapshot) -> timedelta | None:
    """By how much the clock jumps now; None while it does not."""
    current = shown.current
    if not shown.joins or current is None or shown.phase is not Phase.RUNNING or shown.sound.anthem:
        return None
    by = current.remaining - EDGE
    return by if current.elapsed >= EDGE and by >= LEAST else None


def decide_jump_ahead(state: State, by: timedelta, now: datetime) -> tuple[e.Event, ...] | Refused:
    """The clock jumps, and what would have been called meanwhile is stood down."""
    if state.opened.mode is not Mode.REHEARSAL:
        return Refused(Reason.NOT_ALLOWED)
    if state.current_id is None or state.held_since is not None:
        return Refused(Reason.NOT_STARTED)
    if by <= NO_TIME or not within_a_day(by):
        return Refused(Reason.BAD_LENGTH, state.current_id)
    passed = (
        row.cue_id
        for row in board_at(state, now).cues
        if row.item_id == state.current_id and row.phase not in OVER
        if row.expected_at is not None and now < row.expected_at < now + by
    )
    return (*(e.CueStoodDown(cue_id, now) for cue_id in passed), e.ClockJumped(by, now))


def link_since(state: State) -> datetime | None:
    """Since when the MC leads over to the next item; None where nobody times it, or nothing ended before it.
    Before another take of an item the MC leads nowhere."""
    if not state.opened.joins or state.current_id is not None or state.chosen_id in state.returned:
        return None
    last = ended_last(state)
    return None if last is None else last[1]


def is_between_items(state: State, coming: Sequence[Place]) -> bool:
    """Whether the hall waits in the middle of a session: for the MC's link, or for another take."""
    last = None if state.current_id is not None or not coming else ended_last(state)
    return last is not None and state.order.places[last[0]].session.session_id == coming[0].session.session_id


class Link(Struct, frozen=True):
    """The MC's words from the end of one item to the beginning of the next."""

    after_id: str
    item_id: str
    """That they lead to."""
    length: timedelta


class _Known(Struct, frozen=True):
    links: tuple[Link, ...] = ()
    ended: tuple[str, datetime] | None = None
    """What ended last, and when; None once something else began or was stepped back to."""


def links(entries: Sequence[e.Entry]) -> tuple[Link, ...]:
    """Every link that was timed, in its order; none in a record of anything but joins."""
    opened = entries[0].events[0]
    if not (isinstance(opened, e.ShowOpened) and opened.joins):
        return ()
    return as_it_counts(entries, _after, _Known()).links


def _after(known: _Known, event: e.Event) -> _Known:
    match event:
        case e.ItemEnded(item_id, at):
            return _Known(known.links, (item_id, at))
        case e.ItemStarted(item_id, at) if known.ended is not None:
            after_id, since = known.ended
            return _Known((*known.links, Link(after_id, item_id, at - since)))
        case e.ItemReturned() | e.ClockCorrected():
            return _Known(known.links)
        case _:
            return known
