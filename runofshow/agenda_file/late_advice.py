"""Advice on what may give way when the show is late, and on what leaders who must go were promised."""

from __future__ import annotations

from collections.abc import Iterator

from runofshow.agenda_file.complaint import Complaint
from runofshow.agenda_file.notation import write_length
from runofshow.agenda_file.sight import Sight
from runofshow.core.agenda import Item, Leader
from runofshow.core.recovery.promises import promised


def late_advice(sight: Sight) -> Iterator[Complaint]:
    """Every complaint about that."""
    for place in sight.order.rows:
        yield from _lengths(sight, place.written, place.item)
    for index, leader in enumerate(sight.agenda.leaders):
        yield from _leaving(sight, index, leader)


def _lengths(sight: Sight, written: Item, runs: Item) -> Iterator[Complaint]:
    """What is written at a row and can never come true."""
    report, is_leaf = sight.report, not written.parts
    if runs.protected:
        # to say of it that it may not be left out is true
        for key in ("min",) if written.may_drop is False else ("min", "may_drop"):
            if sight.says(written, key):
                yield report.warning(
                    "gives_way_protected", sight.spot(written, key), key=key, title=written.title
                )
    elif is_leaf and written.min is not None and not written.min_assumed and written.min > written.duration:
        about = {"min": write_length(written.min), "length": write_length(written.duration)}
        yield report.warning("min_above_length", sight.spot(written, "min"), **about)
    if is_leaf and written.stretch is not None and written.stretch < written.duration:
        about = {"stretch": write_length(written.stretch), "length": write_length(written.duration)}
        yield report.warning("stretch_below_length", sight.spot(written, "stretch"), **about)


def _leaving(sight: Sight, index: int, leader: Leader) -> Iterator[Complaint]:
    report, places, leaves = sight.report, sight.places, leader.leaves_at
    for number, item_id in enumerate(leader.before_leaving):
        if item_id not in sight.order.places:
            spot = places.of(("leaders", index, "before_leaving", number))
            yield report.warning("before_leaving_no_item", spot, name=leader.name, item=item_id)
    if leaves is None:
        if leader.before_leaving:
            spot = places.of(("leaders", index, "before_leaving"))
            yield report.warning("leaves_unsaid", spot, name=leader.name)
        return
    spot = places.of(("leaders", index, "leaves"))
    if leader.arrives_at is not None and leaves <= leader.arrives_at:
        about = {
            "name": leader.name,
            "leaves": sight.clock(leaves),
            "arrives": sight.clock(leader.arrives_at),
        }
        yield report.warning("leaves_before_arriving", spot, **about)
        return
    late = next(
        (one for one in promised(sight.order, leader) if sight.spans[one.item.item_id].end > leaves), None
    )
    if late is not None:
        about = {"name": leader.name, "leaves": sight.clock(leaves), "title": late.item.title}
        yield report.warning(
            "leaves_too_early", spot, end=sight.clock(sight.spans[late.item.item_id].end), **about
        )
