"""The agenda laid out for printing: every row with its hours by plan, its words and its cues."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta, tzinfo

from msgspec import Struct

from runofshow.core.agenda import Agenda, Cue, Item, Session
from runofshow.core.running_order import RunningOrder, running_order
from runofshow.core.saying import said_by_plan
from runofshow.core.timeline import plan_times, planned_length
from runofshow.core.words import words_of
from runofshow.texts import Language
from runofshow.texts.printing import PRINTING, PrintingTexts


class Entry(Struct, frozen=True):
    """One row as it is printed."""

    item: Item
    """As it runs: a part with what its heading says about it."""
    written: Item
    session: Session
    parent: Item | None
    start: datetime
    end: datetime
    length: timedelta
    """Of a heading the sum of its parts."""
    said: str
    """The MC's words as they follow by plan; of a heading none."""
    own_said: str
    """The same where headings have rows: what one announces stands there, and not at its first part."""
    cues: tuple[Cue, ...]
    """In calling order."""

    @property
    def is_heading(self) -> bool:
        return bool(self.item.parts)


class Plan(Struct, frozen=True):
    """Everything a paper is made of."""

    agenda: Agenda
    entries: tuple[Entry, ...]
    tz: tzinfo
    language: Language
    revision: str
    """Of the agenda file: the same file prints the same."""
    printed_at: datetime

    @property
    def words(self) -> PrintingTexts:
        return PRINTING[self.language]

    @property
    def leaves(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if not entry.is_heading)

    def of(self, session: Session) -> tuple[Entry, ...]:
        """The rows of one session."""
        return tuple(entry for entry in self.entries if entry.session.session_id == session.session_id)


def plan_of(agenda: Agenda, tz: tzinfo, language: Language, *, revision: str, printed_at: datetime) -> Plan:
    """The agenda laid out, hours in `tz`."""
    order, spans = running_order(agenda), plan_times(agenda)
    said = dict(zip((each.item.item_id for each in order.leaves), said_by_plan(order.leaves), strict=True))
    own_said = said | dict(_apart(order, said))
    entries = []
    for place in order.rows:
        item = place.item
        parts = [spans[part.item_id] for part in item.parts] or [spans[item.item_id]]
        start, end = min(span.start for span in parts), max(span.end for span in parts)
        lengths = [span.end - span.start for span in parts]
        entries.append(
            Entry(
                item=item,
                written=place.written,
                session=place.session,
                parent=place.parent,
                start=start,
                end=end,
                length=sum(lengths, timedelta()) if item.parts else planned_length(item, start),
                said=said.get(item.item_id, ""),
                own_said=own_said.get(item.item_id, ""),
                cues=order.calls.get(item.item_id, ()),
            )
        )
    return Plan(agenda, tuple(entries), tz, language, revision, printed_at)


def _apart(order: RunningOrder, said: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The words of each heading that has any, and those of its first part without them."""
    for place in order.leaves:
        heading = None if place.parent is None else order.places[place.parent.item_id].written
        if heading is None or heading.parts[0].item_id != place.item.item_id:
            continue
        announced = _lines(words_of(heading))
        if announced:
            lines = _lines(said[place.item.item_id])
            # who spoke before it is thanked first
            count = len(announced) + (lines[:1] != announced[:1])
            yield heading.item_id, "\n".join(lines[:count])
            yield place.item.item_id, "\n".join(lines[count:])


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
