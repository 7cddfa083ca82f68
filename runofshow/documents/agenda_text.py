"""A draft as the text of an agenda file, in which every guess and every doubt is marked.

Above each item a comment says where it was read, and its «guessed» names the keys nobody has confirmed.
Hours become lengths: an item that begins when the one before it ends needs no fixed start, which would hold
up a show that is early. An item without an end lasts until the next one begins, as a guess.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from msgspec import Struct

from runofshow.agenda_file.dumping import FIRST_LINE, Entry, dumped
from runofshow.agenda_file.fitting import Path
from runofshow.agenda_file.moments import CUSTOMARY_AFTERNOON, CUSTOMARY_START, NOON, is_next_day
from runofshow.agenda_file.notation import write_date, write_length, write_time
from runofshow.core.value import replace
from runofshow.documents.doubt import Doubt
from runofshow.documents.draft import Draft, DraftItem, DraftSession
from runofshow.documents.saying import sentence
from runofshow.texts import Language
from runofshow.texts.documents import DOCUMENTS

LONGEST_SPAN = timedelta(hours=4)
"""No item lasts longer; more between two starts is a pause that nobody wrote down."""
EVENING = time(19)
LONGEST_LINE = 500
"""As the agenda file allows."""
_DAY = date(2000, 1, 1)
_KEYS = {"start": "start", "end": "duration", "duration_s": "duration", "parent": "parts"}
_OWN = frozenset({"title", "kind", "also", "number", "by"})
"""What is called in an agenda as in a draft."""


class _Row(Struct, frozen=True):
    """An item of the draft with its parts, and the length and fixed start it is written with."""

    item: DraftItem
    parts: tuple[_Row, ...] = ()
    length: timedelta | None = None
    start: time | None = None
    """None where it begins when the one before it ends."""
    ends: time | None = None
    guessed: tuple[str, ...] = ()


class _Sitting(Struct, frozen=True):
    session: DraftSession
    rows: tuple[_Row, ...] = ()
    guessed: tuple[str, ...] = ()


def agenda_text(draft: Draft, *, name: str, language: Language) -> str:
    """The draft as YAML. `name` is the file it came from, which the first comment names.

    Nothing of the draft is left out: what an agenda has no key for stands in its notes or in a comment.
    """
    words = DOCUMENTS[language]
    notes: dict[Path, str] = {}
    entry: Entry = {"title": _cut(draft.title) or words.no_title}
    entry |= _said(organiser=_cut(draft.organiser), venue=_cut(draft.venue))
    entry |= _day(draft)
    if draft.delegates is not None:
        entry["delegates"] = words.delegates.format(count=draft.delegates)
    if draft.chair_panel:
        entry["chair_panel"] = [_cut(name) for name in draft.chair_panel.split("; ")]
    facts = [f"{words.facts.get(key, key)}: {said}" for key, said in draft.facts]
    entry |= _said(notes="\n".join(facts))
    known = {"date", "organiser", "venue", "delegates", "chair_panel"}
    guessed = [
        "period" if key == "date_text" else key for key in draft.guessed if key in {*known, "date_text"}
    ]
    entry |= _said(guessed=[key for key in dict.fromkeys(guessed) if key in entry])
    entry |= _said(doubts=[_cut(_doubt(each, language)) for each in draft.doubts])
    sittings = _sittings(draft)
    if len(sittings) == 1 and not sittings[0].session.title:
        entry |= _start(sittings[0])
        entry["items"] = [_entry(row) for row in _timed(sittings[0].rows)]
        notes |= dict(_notes(sittings[0].rows, ("items",)))
    else:
        entry["sessions"] = []
        for index, each in enumerate(sittings):
            said = _said(title=_cut(each.session.title), date=_date_of(each.session.day)) | _start(each)
            guessed = list(each.guessed)
            if index and "start" not in said and (hour := _hour_of_the_half(each.session.title)) is not None:
                said |= {"start": write_time(hour)}
                guessed.append("start")
            said |= _said(guessed=guessed) | {"items": [_entry(row) for row in _timed(each.rows)]}
            entry["sessions"].append(said)
            notes |= dict(_notes(each.rows, ("sessions", index, "items")))
    entry |= _said(duties=list(_duties(draft)))
    return FIRST_LINE + f"# {words.read_from.format(file=name)}\n" + dumped(entry, notes)


def _said(**values: object) -> Entry:
    return {key: value for key, value in values.items() if value not in (None, "", [])}


def _cut(text: str | None) -> str:
    line = " ".join((text or "").split())
    return line if len(line) <= LONGEST_LINE else line[: LONGEST_LINE - 1] + "…"


def _doubt(doubt: Doubt, language: Language) -> str:
    said = sentence(doubt, language)
    return f"{said} ({doubt.at})" if doubt.at else said


def _day(draft: Draft) -> Entry:
    if draft.day is not None:
        return {"date": write_date(draft.day)} | _said(tentative=draft.tentative or None)
    if draft.date_text:
        return {"period": {"text": _cut(draft.date_text)}} | ({} if draft.tentative else {"tentative": False})
    return {}


def _known(day: str | None) -> date | None:
    """A day that is known; one only worded stands in the session's title."""
    try:
        return None if day is None else date.fromisoformat(day)
    except ValueError:
        return None


def _date_of(day: str | None) -> str | None:
    known = _known(day)
    return None if known is None else write_date(known)


def _sittings(draft: Draft) -> list[_Sitting]:
    """The sittings with their items, in the order they run; one alone without a title where none is named."""
    found: list[_Sitting] = []
    for index, item in enumerate(draft.items):
        if item.parent is not None:
            continue
        mine = draft.sessions[item.session] if item.session is not None else None
        session = mine or DraftSession(title="" if _known(item.day) else item.day or "", day=item.day)
        named = (session.title, session.day)
        if not found or (found[-1].session.title, found[-1].session.day) != named:
            found.append(_Sitting(session))
        row = _Row(item, tuple(_Row(part) for part in _parts(draft.items, index)))
        found[-1] = replace(found[-1], rows=(*found[-1].rows, row))
    found = _in_order([each for sitting in found for each in _next_days(sitting, draft.day)])
    if len(found) > 1:
        found = [
            replace(each, session=replace(each.session, title=each.session.title or f"{place}"))
            for place, each in enumerate(found, 1)
        ]
    return found or [_Sitting(DraftSession(title=""))]


def _next_days(sitting: _Sitting, day: date | None) -> Iterator[_Sitting]:
    """Parted where a morning begins anew and the paper names no day: that is the next day, as a guess.

    An afternoon that begins anew is of another hall.
    """
    breaks = [0]
    latest: time | None = None
    for index, row in enumerate(sitting.rows):
        start = row.item.start
        if start is None or "start" in row.item.guessed:
            continue
        first = next((each.item.start for each in sitting.rows[breaks[-1] :] if each.item.start), start)
        falls = latest is not None and start < min(latest, NOON) and not is_next_day(start, first)
        if falls and row.item.day is None:
            breaks.append(index)
        latest = start
    day = _known(sitting.session.day) or day
    for place, (start_at, end_at) in enumerate(pairwise([*breaks, len(sitting.rows)])):
        rows = sitting.rows[start_at:end_at]
        session, guessed = sitting.session, sitting.guessed
        if len(breaks) > 1:
            sections = {row.item.section for row in rows}
            title = (sections.pop() if len(sections) == 1 else None) or (session.title if not place else "")
            session = replace(session, title=title)
        if place and day is not None:
            session = replace(session, day=(day + timedelta(days=place)).isoformat())
            guessed = ("date",)
        yield _Sitting(session, rows, guessed)


def _in_order(sittings: list[_Sitting]) -> list[_Sitting]:
    """By day and hour where every day is known: a paper may tell the rites of all days, then the feasts."""
    if any(_known(each.session.day) is None for each in sittings):
        return sittings
    return sorted(sittings, key=lambda each: (each.session.day or "", _begins(each) or CUSTOMARY_START))


def _parts(items: Sequence[DraftItem], above: int) -> Iterator[DraftItem]:
    """What stands beneath an item, at any depth: an agenda's parts have no parts."""
    for index, item in enumerate(items[above + 1 :], above + 1):
        if item.parent == above:
            yield item
            yield from _parts(items, index)


def _begins(sitting: _Sitting) -> time | None:
    """When it begins: with its first item, or with the first that has an hour where that is before 8h00."""
    hours = [row.item.start for row in sitting.rows if row.item.start is not None]
    if sitting.rows and sitting.rows[0].item.start is not None:
        return hours[0]
    if sitting.session.start is None and hours and hours[0] < CUSTOMARY_START:
        return hours[0]
    return sitting.session.start


def _start(sitting: _Sitting) -> Entry:
    first = _begins(sitting)
    return {} if first is None else {"start": write_time(first)}


def _hour_of_the_half(title: str) -> time | None:
    """When an afternoon or an evening begins by custom."""
    words = title.casefold().split()
    return EVENING if "tối" in words else CUSTOMARY_AFTERNOON if "chiều" in words else None


def _timed(rows: Sequence[_Row]) -> list[_Row]:
    """Each row with the length that takes it to the next, and a fixed start only where there is a gap."""
    timed: list[_Row] = []
    clock = rows[0].item.start if rows else None
    for index, row in enumerate(rows):
        shared = _sharing(rows, index)
        length, is_guess = _length(row.item, _next_start(rows, index))
        if len(shared) > 1 and length is not None:
            length, is_guess = _share(length, len(shared), shared.index(index)), True
        start = row.item.start if index == shared[0] else None
        begins = start or clock
        clock = None if begins is None or length is None else _after(begins, length)
        parts = tuple(_timed(row.parts))
        lengths = [part.length for part in parts]
        if parts and all(lengths) and sum((each for each in lengths if each), timedelta()) == length:
            length = None
        keys = [_KEYS.get(key, key) for key in row.item.guessed if key in _KEYS or key in _OWN]
        keys += ["duration"] if is_guess else []
        fixed = start if index and start != (timed[-1].ends if timed else None) else None
        timed.append(
            replace(
                row, length=length, start=fixed, ends=clock, parts=parts, guessed=tuple(dict.fromkeys(keys))
            )
        )
    return timed


def _sharing(rows: Sequence[_Row], index: int) -> range:
    """The rows that stand in one slot of the paper with this one: the hour is written once for them all."""
    first = last = index
    while first and _shares(rows[first - 1].item, rows[first].item):
        first -= 1
    while last + 1 < len(rows) and _shares(rows[last].item, rows[last + 1].item):
        last += 1
    return range(first, last + 1)


def _shares(one: DraftItem, following: DraftItem) -> bool:
    return (
        one.start is not None
        and one.start == following.start
        and one.end == following.end
        and "start" in following.guessed
    )


def _next_start(rows: Sequence[_Row], index: int) -> time | None:
    """When the first row after this slot begins."""
    after = _sharing(rows, index).stop
    return rows[after].item.start if after < len(rows) else None


def _share(length: timedelta, count: int, place: int) -> timedelta:
    """Whole minutes of a slot for one of those that share it; the last takes what is left."""
    minutes, left = divmod(int(length.total_seconds()) // 60, count)
    return timedelta(minutes=max(1, minutes + (left if place == count - 1 else 0)))


def _length(item: DraftItem, following: time | None) -> tuple[timedelta | None, bool]:
    """How long it lasts, None where nothing says so, and whether that is a guess."""
    if item.start is not None and item.end is not None:
        return _between(item.start, item.end), False
    if item.length is not None:
        return item.length, False
    if item.start is not None and following is not None:
        until_next = _between(item.start, following)
        return (until_next, True) if until_next and until_next <= LONGEST_SPAN else (None, False)
    return None, False


def _between(start: time, end: time) -> timedelta | None:
    """From `start` to `end`, past midnight where it ends earlier; None for no time at all."""
    length = datetime.combine(_DAY, end) - datetime.combine(_DAY, start)
    return (length if length > timedelta() else length + timedelta(days=1)) if length else None


def _after(start: time, length: timedelta) -> time:
    return (datetime.combine(_DAY, start) + length).time()


def _entry(row: _Row) -> Entry:
    item = row.item
    entry: Entry = {"title": _cut(item.title), "kind": item.kind}
    entry |= _said(number=_cut(item.number), also=list(item.also), by=_cut(item.by))
    if row.length is not None:
        entry["duration"] = write_length(row.length)
    if row.start is not None:
        entry["start"] = write_time(row.start)
    entry |= _said(optional=item.optional or None, mc=item.mc, notes=item.notes)
    if item.recipients:
        entry["award"] = _said(form=_cut(item.award_form)) | {"recipients": list(item.recipients)}
    written = {"duration", "start", "parts", *entry}
    entry |= _said(guessed=[key for key in row.guessed if key in written and (key != "start" or row.start)])
    if row.parts:
        entry["parts"] = [_entry(part) for part in row.parts]
    return entry


def _notes(rows: Sequence[_Row], above: Path) -> Iterator[tuple[Path, str]]:
    """Where each was read, and above the first of a section its heading."""
    section: str | None = None
    for index, row in enumerate(rows):
        lines = []
        if row.item.section != section and row.item.section:
            lines.append(f"--- {' '.join(row.item.section.split())} ---")
        section = row.item.section
        if row.item.source:
            lines.append(row.item.source)
        if lines:
            yield (*above, index), "\n".join(lines)
        for place, part in enumerate(row.parts):
            if part.item.source:
                yield (*above, index, "parts", place), part.item.source


def _duties(draft: Draft) -> Iterator[Mapping[str, str]]:
    for deadline in draft.deadlines:
        if not _cut(deadline.what).strip(" .…"):
            continue
        what = deadline.what if deadline.day is not None else f"{deadline.what} ({deadline.text})"
        due = None if deadline.day is None else write_date(deadline.day)
        is_before = deadline.day is not None and draft.day is not None and deadline.day <= draft.day
        when = "before" if is_before else None
        yield _said(what=_cut(what), by=_cut(deadline.who), due=due, when=when)
    for assignment in draft.assignments:
        if not _cut(assignment.what).strip(" .…"):
            continue
        yield _said(what=_cut(assignment.what), by=_cut(assignment.who), when="before")
