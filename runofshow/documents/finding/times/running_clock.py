"""The hours of a programme made to run: they go up within a day, so 12.15 and then 1.00 is afternoon."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import time

from msgspec import Struct

from runofshow.core.value import replace
from runofshow.documents.doubt import Doubt, DoubtCode
from runofshow.documents.draft import DraftItem

EARLIEST_MORNING = 5
NOON = 12
EARLIEST_MORNING = 5
LATEST_UNSAID = 7
"""An hour up to this one that comes after a later one is meant as that of the afternoon or evening."""


class Sitting(Struct, frozen=True):
    """What the paper says beside an item's hour."""

    half: str | None = None
    """«sáng», «chiều», «tối», as its heading names it."""
    number: int = 0
    """Counted up where a new sitting begins; that may be another day's."""
    said: bool = False
    """The hour's own writing leaves nothing to guess."""


def running(items: Sequence[DraftItem], sittings: Sequence[Sitting]) -> list[DraftItem]:
    """The items with the half of the day settled. What was changed is named as a guess."""
    clocked = list[DraftItem]()
    last: time | None = None
    day: str | None = None
    number = 0
    for item, sitting in zip(items, sittings, strict=True):
        if item.day != day:
            last, day = None, item.day
        if sitting.number != number:
            number = sitting.number
            if item.start is not None and item.start.hour > EARLIEST_MORNING:
                last = None
        if item.start is None:
            clocked.append(item)
            continue
        start, end, guessed = item.start, item.end, list(item.guessed)
        if not sitting.said and _means_later(start, last, sitting.half):
            start = _later(start)
            guessed.append("start")
        if end is not None and end < start and end.hour < NOON and _later(end) >= start:
            end = _later(end)
            guessed.append("end")
        last = start if last is None or start > last else last
        clocked.append(replace(item, start=start, end=end, guessed=tuple(dict.fromkeys(guessed))))
    return clocked


def _means_later(start: time, last: time | None, half: str | None) -> bool:
    if start.hour >= NOON or start.hour == 0:
        return False
    if half is not None and ("chiều" in half or "afternoon" in half) and start.hour <= LATEST_UNSAID:
        return True
    if half is not None and ("tối" in half or "evening" in half):
        return True
    return last is not None and start < last and start.hour <= LATEST_UNSAID and _later(start) >= last


def _later(at: time) -> time:
    return at.replace(hour=at.hour + NOON)


def overlaps(items: Sequence[DraftItem]) -> Iterator[Doubt]:
    """Each item that begins before the one above it ends. Lines that share a span, run side by side, or are
    parts of it are none."""
    above: DraftItem | None = None
    for item in items:
        if item.start is None or item.parent is not None:
            continue
        if above is not None and item.day == above.day and _within(item.start, above):
            yield Doubt.of(
                DoubtCode.OVERLAP,
                item.source,
                title=item.title,
                start=f"{item.start:%H:%M}",
                before=above.title,
                end="" if above.end is None else f"{above.end:%H:%M}",
            )
        above = item


def _within(at: time, item: DraftItem) -> bool:
    return item.start is not None and item.end is not None and item.start < at < item.end
