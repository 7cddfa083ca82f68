"""The whole way from what a file says to the draft of an agenda."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from runofshow.core.value import replace
from runofshow.documents.document import Document
from runofshow.documents.doubt import Doubt, DoubtCode
from runofshow.documents.draft import Draft, DraftItem, DraftSession
from runofshow.documents.finding.choosing import asked_for, chosen, joined_days
from runofshow.documents.finding.entry import Entry, Role
from runofshow.documents.finding.head.facts import head_of, noticed
from runofshow.documents.finding.head.plan_text import plan_lines
from runofshow.documents.finding.head.titles import title_of
from runofshow.documents.finding.honoured import with_honoured
from runofshow.documents.finding.programme import Programme, programmes_in
from runofshow.documents.finding.times.day_headings import DayHeading
from runofshow.documents.finding.times.running_clock import Sitting, overlaps, running
from runofshow.documents.finding.words.kinds import as_spoken_by, kinds_of
from runofshow.documents.finding.words.labels import clean_label
from runofshow.documents.finding.words.presenters import presenter_in
from runofshow.documents.places import said
from runofshow.texts import Language


def draft_of(document: Document, *, choice: int | None = None, language: Language = Language.VI) -> Draft:
    """Everything that was found. `choice` takes the n-th programme, from 0; places are said in `language`.

    Raises NoSuchProgramme where the file has programmes but none at that place.
    """
    programmes = joined_days(programmes_in(document, _year(document)), document)
    title, unsure = title_of(plan_lines(document, None)) if len(programmes) > 1 else (None, True)
    taken = (
        chosen(programmes, "" if unsure else title or "")
        if choice is None or not programmes
        else asked_for(programmes, choice)
    )
    draft = head_of(document, taken, language)
    if taken is None:
        doubts = (*document.doubts, *draft.doubts, Doubt.of(DoubtCode.NO_PROGRAMME))
    else:
        items, sessions = items_of(taken.entries, draft.day, language)
        draft = replace(draft, items=tuple(items), sessions=tuple(sessions))
        doubts = (*document.doubts, *draft.doubts, *_doubts(taken, programmes, items))
    noted = noticed(document, draft, taken)
    items, of_lists = with_honoured(draft.items, document, language)
    return replace(draft, items=tuple(items), doubts=(*doubts, *noted, *of_lists))


def items_of(
    entries: Sequence[Entry], day: date | None, language: Language
) -> tuple[list[DraftItem], list[DraftSession]]:
    """The items of a programme in their order, each with its heading's index, its section, its day and the
    sitting it stands in; and the sittings that headings name."""
    items = list[DraftItem]()
    sessions = list[DraftSession]()
    in_session: int | None = None
    named_elsewhere = any(entry.by for entry in entries)
    sittings = list[Sitting]()
    open_items = list[tuple[int, int]]()
    sections = list[tuple[int, str]]()
    said_day: DayHeading | None = None
    sitting = Sitting()
    for entry in entries:
        if entry.role is Role.DAY and entry.day is not None:
            new = entry.day.day or entry.day.text
            if new:
                said_day = entry.day
            sitting, open_items = Sitting(entry.day.half, sitting.number + 1), []
            sections = [(-1, entry.text)] if entry.day.half or entry.day.rest else []
            in_session = None
            if entry.day.half is not None or entry.day.rest:
                in_session = len(sessions)
                sessions.append(_session(entry, _day(said_day)))
            continue
        if entry.role is Role.SLOT or not entry.text:
            continue
        open_items = [(level, at) for level, at in open_items if level < entry.level]
        if entry.role is Role.SECTION:
            sections = [(level, name) for level, name in sections if level < entry.level]
            sections.append((entry.level, clean_label(entry.text).title))
            open_items = []
            if _SITTING.match(entry.text):
                sitting = Sitting(sitting.half, sitting.number + 1)
                in_session = len(sessions)
                sessions.append(_session(entry, _day(said_day)))
            continue
        sections = [
            (level, name) for level, name in sections if level < entry.level or level < 0 or not open_items
        ]
        item = _item(entry, language, named_elsewhere)
        if item.kind == "other" and open_items and items[open_items[-1][1]].kind == "paper":
            # what stands beneath «Tham luận» is by whom or on what each one is
            item = replace(item, kind="paper")
        item = replace(
            item,
            parent=open_items[-1][1] if open_items else None,
            section=sections[-1][1] if sections else None,
            day=_day(said_day),
            session=in_session,
        )
        if item.parent is not None:
            item = _as_part(item, items[item.parent])
        open_items.append((entry.level, len(items)))
        items.append(item)
        sittings.append(replace(sitting, said=entry.hours is None or entry.hours.halved))
    return running(items, sittings), sessions


_SITTING = re.compile(r"phiên|buổi|ngày|session|day", re.IGNORECASE)


SHARED = frozenset({"paper", "performance", "award", "gift"})
"""The parts of an item of these kinds are of its kind: papers, songs, prizes."""


def _as_part(item: DraftItem, heading: DraftItem) -> DraftItem:
    """«Thôn 1: …» beneath «Tham luận» is a paper, though none of its own words says so."""
    tells_nothing = item.kind == "other" and "kind" in item.guessed
    return replace(item, kind=heading.kind) if tells_nothing and heading.kind in SHARED else item


def _item(entry: Entry, language: Language, named_elsewhere: bool) -> DraftItem:
    """One entry's words, kind, presenter and times. Where a column names who does the others, whose it is
    in its own words says nothing of who does this one."""
    label = clean_label(entry.text)
    kinds = kinds_of(label.title)
    guessed = list[str]()
    by, title = entry.by, label.title
    if by is None:
        named = presenter_in(label.title)
        title = clean_label(named.title).title or label.title
        by = None if named.guessed and named_elsewhere else named.by
        if by and named.guessed:
            guessed.append("by")
    elif entry.by_shared:
        guessed.append("by")
    kinds = as_spoken_by(kinds, title, by)
    if not kinds.sure:
        guessed.append("kind")
    hours = entry.hours
    start = hours.start if hours else None
    end = hours.end if hours else None
    if hours and (entry.shared or not hours.sure):
        guessed += [name for name, value in (("start", start), ("end", end)) if value is not None]
    return DraftItem(
        title=title,
        kind=kinds.kind,
        also=kinds.also,
        number=entry.number or label.number,
        start=start,
        end=end,
        length=entry.length or (hours.length if hours else None) or label.length,
        by=by,
        source=said(entry.place, language),
        guessed=tuple(guessed),
        optional=label.optional,
        notes="\n".join(part for part in (entry.notes, label.notes) if part),
        mc=entry.mc,
    )


def _day(heading: DayHeading | None) -> str | None:
    if heading is None:
        return None
    return heading.day.isoformat() if heading.day else heading.text


def _session(heading: Entry, day: str | None) -> DraftSession:
    """The sitting that a heading names."""
    hours = heading.hours
    return DraftSession(
        title=heading.text.strip(" :"),
        day=day,
        start=hours.start if hours else None,
        end=hours.end if hours else None,
    )


def _doubts(taken: Programme, programmes: Sequence[Programme], items: Sequence[DraftItem]) -> list[Doubt]:
    doubts = list[Doubt]()
    others = [each.name for each in programmes if each is not taken]
    if others:
        doubts.append(
            Doubt.of(
                DoubtCode.CHOSEN_PROGRAMME, count=len(programmes), name=taken.name, others="; ".join(others)
            )
        )
    if not any(item.start for item in items):
        doubts.append(Doubt.of(DoubtCode.NO_HOURS))
    return [*doubts, *overlaps(items)]


def _year(document: Document) -> int | None:
    """The year that a day written without one means: that of the first whole date."""
    for part in document.parts:
        for line in part.lines():
            if match := re.search(
                r"(?:\d{1,2}[/.-]|tháng\s+)\d{1,2}(?:[/.-]|\s*(?:năm|,|/)\s*)(20\d\d)", line.text
            ):
                return int(match[1])
    return None
