"""What the one number of a show counts: the rule behind count.py.

While the anthem sounds, what is left of it: until then nobody sits down and nothing may be called. In a hold
the number of the running item stands. A rite may take longer than its plan, and a leader too: the number
says so and raises no voice. What counts up is over as red as what counts down.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import assert_never

from runofshow.core.agenda import ClockMode
from runofshow.core.count import Count, CountLabel, Tone, Way
from runofshow.core.snapshot import Current, DeckNow, Phase, Snapshot
from runofshow.core.sound import Sounding
from runofshow.core.value import replace
from runofshow.core.wire import seconds

SOON = timedelta(minutes=1)
"""The last minute asks for a hand."""


def count_of(snapshot: Snapshot) -> Count | None:
    """The count of a picture; None when nothing is counted: it has ended, or its plan has no hours yet."""
    current = snapshot.current
    if snapshot.phase is Phase.ENDED:
        return None
    if snapshot.link_since is not None:
        return Count(CountLabel.LINK, Way.UP, snapshot.link_since, Tone.CALM)
    if current is None:
        # its session began long ago
        return None if snapshot.floating or snapshot.between_items else _to_start(snapshot).on(snapshot.now)
    ends_at = anthem_end(snapshot.sound.decks)
    if ends_at is not None:
        return Count(CountLabel.ANTHEM_LEFT, Way.DOWN, ends_at, Tone.SOFT)
    now, held_at = snapshot.now, snapshot.held_since
    left = current.remaining - current.overrun
    if held_at is None:
        return _running(current, now - current.elapsed, now + left).on(now)
    began_at = held_at - current.elapsed
    if current.until is None:
        return _held(_running(current, began_at, held_at + left).on(held_at), held_at)
    # what is left to an hour goes by in a hold too
    count = _running(current, began_at, current.until)
    return _held(count, held_at if count.way is Way.UP else None).on(now)


def anthem_end(decks: tuple[DeckNow, ...]) -> datetime | None:
    """When the anthem will have ended; None when none sounds, or when nobody knows how long it is."""
    sung = (deck.what.ends_at for deck in decks if deck.is_sung and isinstance(deck.what, Sounding))
    return next((ends_at for ends_at in sung if ends_at is not None), None)


def _to_start(snapshot: Snapshot) -> Count:
    session_at, leader_at = snapshot.session.start_at, snapshot.people.waits_until
    start_at = session_at if leader_at is None else max(session_at, leader_at)
    late = Count(CountLabel.LATE_START, Way.OVER, start_at, Tone.SOON, since=start_at)
    is_first = snapshot.phase is Phase.BEFORE
    label = CountLabel.STARTS_IN if is_first else CountLabel.SESSION_IN
    return Count(label, Way.DOWN, start_at, Tone.SOFT, then=late)


def _held(count: Count, stopped_at: datetime | None) -> Count:
    """The same in a hold, where the number stands as it was then; None where it runs on."""
    then = None if stopped_at or count.then is None else _held(count.then, None)
    return replace(count, label=CountLabel.HELD, tone=Tone.HELD, stopped_at=stopped_at, then=then)


def _running(current: Current, began_at: datetime, end: datetime) -> Count:
    """From the item's beginning on, holds left out, to its end and on."""
    whole_s = seconds(end - began_at)
    is_soft = current.row.protected

    def said(
        label: CountLabel, way: Way, tone: Tone, since: datetime | None = None, then: Count | None = None
    ) -> Count:
        at, tone = began_at if way is Way.UP else end, Tone.SOFT if is_soft else tone
        return Count(label, way, at, tone, whole_s, since, then=then)

    match current.clock:
        case ClockMode.DOWN | ClockMode.MEDIA:
            over = said(CountLabel.OVER, Way.OVER, Tone.OVER, end)
            soon = said(CountLabel.REMAINING, Way.DOWN, Tone.SOON, end - SOON, over)
            return said(CountLabel.REMAINING, Way.DOWN, Tone.CALM, then=over if is_soft else soon)
        case ClockMode.UP:
            over = said(CountLabel.OVER_BY, Way.UP, Tone.OVER, end)
            return said(CountLabel.ELAPSED, Way.UP, Tone.CALM, then=over)
        case ClockMode.UP_SOFT:
            return said(CountLabel.ELAPSED, Way.UP, Tone.SOFT)
        case ClockMode.UNTIL_RESUMED:
            over = said(CountLabel.OVER_BREAK, Way.OVER, Tone.SOON, end)
            return said(CountLabel.BACK_IN, Way.DOWN, Tone.CALM, then=over)
        case _:
            assert_never(current.clock)
