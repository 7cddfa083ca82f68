"""Advice on the hours of a programme, by the arithmetic that the plan itself is laid out with."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from runofshow.agenda_file.complaint import Complaint
from runofshow.agenda_file.fitting import Path as NodePath
from runofshow.agenda_file.notation import write_length
from runofshow.agenda_file.sight import Sight
from runofshow.core.agenda import Item, Session
from runofshow.core.running_order import Place

LONGEST_GAP: Final = timedelta(minutes=5)
"""A spare of 5 to 10 minutes between items is common advice; more is a hole in the programme."""


def time_advice(sight: Sight) -> Iterator[Complaint]:
    """Every warning about when the sessions and their items begin and end."""
    before: datetime | None = None
    for number, session in enumerate(sight.agenda.sessions):
        above: NodePath = ("sessions", number) if sight.places.node(("sessions",)) is not None else ()
        if before is not None and before > session.start_at:
            about = _between(sight, session.start_at, before)
            yield sight.report.warning("session_overlap", sight.places.of((*above, "start")), **about)
        ready = max(session.start_at, before or session.start_at)
        yield from _leaves(sight, session, ready)
        before = max((sight.spans[leaf.item.item_id].end for leaf in _of(sight, session)), default=ready)
        if session.hard_out is not None and before > session.hard_out:
            yield sight.report.warning(
                "past_hard_out",
                sight.places.of((*above, "hard_out")),
                end=sight.clock(before),
                hard_out=sight.clock(session.hard_out),
                by=write_length(before - session.hard_out),
            )


def length_advice(sight: Sight, item: Item) -> Iterator[Complaint]:
    """A length or an end that is written and does not hold: beside an hour, or beside those of the parts."""
    until = sight.until(item)
    last = item.parts[-1] if item.parts else item
    if item.until is not None and last.until is not None and item.until != last.until:
        about = {"given": sight.clock(item.until), "part": last.title, "until": sight.clock(last.until)}
        yield sight.report.warning("until_unused", sight.spot(item, "until"), **about)
    if not sight.says(item, "duration"):
        return
    if until is not None:
        if (length := sight.length(item)) != item.duration:
            about = {"given": write_length(item.duration), "until": sight.clock(until)}
            about["length"] = write_length(length)
            yield sight.report.warning("duration_unused", sight.spot(item, "duration"), **about)
        return
    total = sum((sight.length(part) for part in item.parts), timedelta())
    if item.parts and total != item.duration:
        about = {"sum": write_length(total), "target": write_length(item.duration)}
        yield sight.report.warning("parts_sum", sight.spot(item, "duration"), **about)


def _of(sight: Sight, session: Session) -> list[Place]:
    return [leaf for leaf in sight.order.leaves if leaf.session is session]


def _leaves(sight: Sight, session: Session, ready: datetime) -> Iterator[Complaint]:
    """Overlaps and gaps before fixed starts, and hours that leave nothing; `ready` is when the hall is."""
    for leaf in _of(sight, session):
        span, start, until = sight.spans[leaf.item.item_id], leaf.item.fixed_start, leaf.item.until
        if start is not None:
            owner = leaf.written if leaf.written.fixed_start == start or not leaf.parent else leaf.parent
            about = _between(sight, start, ready)
            if start < ready:
                yield sight.report.warning("overlap", sight.spot(owner, "start"), **about)
            elif start - ready > LONGEST_GAP:
                yield sight.report.warning("gap", sight.spot(owner, "start"), **about)
        if until is not None and until <= span.start:
            owner = leaf.written if leaf.written.until == until or not leaf.parent else leaf.parent
            about = {"title": leaf.item.title, "until": sight.clock(until), "start": sight.clock(span.start)}
            yield sight.report.warning("until_past", sight.spot(owner, "until"), **about)
        ready = span.end


def _between(sight: Sight, start: datetime, end: datetime) -> dict[str, str]:
    return {"start": sight.clock(start), "end": sight.clock(end), "by": write_length(abs(start - end))}
