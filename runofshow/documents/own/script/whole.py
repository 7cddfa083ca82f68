"""The whole script read back: what `print --for all` wrote as .docx, and what people changed in it.

It is one of ours when it keeps what printing/script.py gave it (paper/kept.py) and its table has our heads;
any other script is read as a plan of another office. What stands on the paper counts. Of what is kept unseen
only names of rows count, and what the paper does not show; and as long as the words that were printed for it
are unchanged, what was written in other words than these: the MC's words before names were filled in.

carried    and changed on the paper: title, day, place, the plan it goes with, delegates, chair panel, crew,
           backdrop, decoration, notes, hard outs, duties with who and when; of a session its title, hour, and
           day where that is known; of an item number, title, who, length, fixed start, until, "nếu có", the
           MC's words, notes, backdrop, text handed in, the award's decision, reader, presenter and form; of a
           cue by whom, when and what
kept       and not shown: kinds, protection, clocks, recipients and level of an award, recordings, all else of
           a cue, organiser, rite, whether a duty is of before or after, and done
left out   signals, which may hold passwords, and the gear they name
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time
from typing import Any, Final

from runofshow.agenda_file.complaint import TOP, Reporter
from runofshow.agenda_file.fitting import Path
from runofshow.agenda_file.notation import (
    NotationError,
    read_date,
    read_time,
    write_date,
    write_length,
    write_time,
)
from runofshow.documents.document import Block, Document, Line, Place, Table
from runofshow.documents.own.said import Said, Wrong
from runofshow.documents.own.script.head import hour_at_head, told_around
from runofshow.documents.own.script.order import all_of, bind, drop_counted, levels
from runofshow.documents.own.script.phrases import one_of
from runofshow.documents.own.script.rows import ItemSaid, Rows
from runofshow.documents.own.script.table import (
    SessionRows,
    has_heads,
    is_script,
    missing_columns,
    named_columns,
    sessions_in,
)
from runofshow.paper.kept import SESSION, Kept, mark_of, read_kept
from runofshow.texts import Language
from runofshow.texts.printing import PRINTING, PrintingTexts

CARRIES: Final = {
    "agenda": frozenset(
        "title date tentative period venue basis start hard_out delegates chair_panel crew backdrop"
        " decoration notes items sessions duties".split()
    ),
    "session": frozenset(("title", "start", "hard_out", "items")),
    "item": frozenset(
        "title number by duration start until optional mc notes backdrop handin award cues parts".split()
    ),
    "cue": frozenset(("to", "text", "at")),
    "award": frozenset(("decision", "reader", "presenter", "form")),
    "handin": frozenset(("due", "received")),
    "duty": frozenset(("what", "by", "due")),
    "crew": frozenset("caller mc music lights screen crew stage".split()),
}
"""What the paper shows; the day of a session besides, where its row says it."""


def read_script(document: Document) -> Said | None:
    """What a script of ours says; None where it is none, or has lost what it keeps."""
    kept = read_kept(document.kept) if document.kept else None
    if kept is None or kept.language not in tuple(Language):
        return None
    words = PRINTING[Language(kept.language)]
    blocks = [block for part in document.parts for block in part.blocks]
    first = next(
        (at for at, block in enumerate(blocks) if isinstance(block, Table) and is_script(block, kept, words)),
        None,
    )
    if first is None:
        return None
    return _Reading(kept, words, document.name).said(blocks, first)


class _Reading:
    """One script, and what was read of it so far."""

    def __init__(self, kept: Kept, words: PrintingTexts, file: str) -> None:
        self._kept = kept
        self._words = words
        self._places: dict[Path, Place] = {}
        self._ids: dict[Path, str] = {}
        self._headings = {row.part for row in kept.rows.values() if row.part}
        self._report = Reporter(file)
        self._rows = Rows(words, self._report)
        self._hour: time | None = None
        """At which all begins, as the head says."""

    def said(self, blocks: Sequence[Block], first: int) -> Said:
        """All of it; the table begins at block `first`."""
        kept, tree = self._kept, dict(self._kept.keys)
        above = [block for block in blocks[:first] if isinstance(block, Line)]
        below = [block for block in blocks[first:] if isinstance(block, Line)]
        for key, value, place in told_around(above, below, kept, self._words):
            tree[key] = value
            self._places[(key,)] = place
        self._hour = hour_at_head(above, kept, self._words)
        sessions = sessions_in(blocks, kept, self._words)
        if kept.listed or len(sessions) > 1 or any(each.cell.lines for each in sessions):
            tree["sessions"] = []
            last = _nominal(tree)
            for number, session in enumerate(sessions):
                entry = self._session(session, ("sessions", number))
                day = read_date(entry["date"]) if "date" in entry else last
                if day == last:
                    entry.pop("date", None)
                last = day
                tree["sessions"].append(entry)
        else:
            for session in sessions:
                tree |= self._session(session, ())
        if duties := list(self._duties(blocks)):
            tree["duties"] = duties
        shown = CARRIES["session"] | ({"date"} if kept.dated else set())
        return Said(
            tree=tree,
            places=self._places,
            ids=self._ids,
            carries={**CARRIES, "session": shown},
            revision=kept.revision,
            wrong=(*self._missing(blocks), *self._rows.wrong),
        )

    def _missing(self, blocks: Sequence[Block]) -> Iterator[Wrong]:
        """The columns that are gone: what stood in them would be lost."""
        for table in blocks:
            if isinstance(table, Table) and is_script(table, self._kept, self._words):
                for head in missing_columns(table, self._words):
                    yield Wrong(table.place, self._report.error("missing_column", TOP, head=head))

    def _session(self, session: SessionRows, path: Path) -> dict[str, Any]:
        """As the agenda file has it; without a path, the keys that stand at its top."""
        items = levels([self._rows.item(row) for row in session.rows], self._headings)
        for item in all_of(items):
            if not (item.parts or item.is_about or "until" in item.entry) and item.length is not None:
                item.entry.setdefault("duration", write_length(item.length))
        if session.key:
            self._ids[path] = session.key.removeprefix(SESSION)
        entry = self._session_row(session) if path else {}
        out = entry.pop("hard_out", None)
        start, self._hour = _start(session, items, self._hour), None
        if start is not None:
            entry["start"] = start
        entry |= {} if out is None else {"hard_out": out}
        if path:
            self._places |= {(*path, key): session.cell.place for key in entry} | {path: session.cell.place}
        drop_counted(items)
        return entry | {"items": [self._item(item, (*path, "items", at)) for at, item in enumerate(items)]}

    def _session_row(self, session: SessionRows) -> dict[str, Any]:
        """Its title, its day where the row says it, when its hall must be free."""
        words, kept = self._words, session.kept
        lines = [" ".join(line.split()) for line in session.cell.lines]
        entry: dict[str, Any] = {"title": ""} | ({} if kept is None else dict(kept.keys))
        for line in lines:
            value = one_of(words.fact.format(name=words.hard_out, value="{value}"), line)
            if value is not None and (hour := _hour(value)) is not None:
                entry["hard_out"] = write_time(hour)
                continue
            title, day = _title_and_day(line, words) if self._kept.dated else (line, None)
            entry["title"] = f"{entry['title']} {title}".strip()
            entry |= {} if day is None else {"date": write_date(day)}
        return entry

    def _item(self, item: ItemSaid, path: Path) -> dict[str, Any]:
        self._places[path] = item.row.place
        self._places |= {(*path, *key): place for key, place in item.places.items()}
        if item.row.key:
            self._ids[path] = item.row.key
        for at, cue in enumerate(item.cues):
            self._places[(*path, "cues", at)] = cue.place
            if cue.cue_id is not None:
                self._ids[(*path, "cues", at)] = cue.cue_id
        parts = [self._item(part, (*path, "parts", at)) for at, part in enumerate(item.parts)]
        return item.entry | ({"parts": parts} if parts else {})

    def _duties(self, blocks: Sequence[Block]) -> Iterator[dict[str, Any]]:
        words, kept = self._words, self._kept
        heads = {words.duty: "what", words.in_charge: "by", words.due: "due"}
        known = {mark_of(f"duty:{at}"): duty.keys for at, duty in enumerate(kept.duties)}
        marks, count = set(known), 0
        for table in blocks:
            if not isinstance(table, Table) or not table.rows or is_script(table, kept, words):
                continue
            columns = named_columns(table, heads)
            if words.duty != table.rows[0].cells[0].text and not any(row.mark in marks for row in table.rows):
                continue
            for row in table.rows[has_heads(table) :]:
                said = {columns.get(cell.column): " ".join(cell.text.split()) for cell in row.cells}
                entry = _duty(said, known.pop(row.mark, {}))
                if entry:
                    self._places[("duties", count)] = Place(table=table.place.table, row=row.number)
                    count += 1
                    yield entry


def _duty(said: Mapping[str | None, str], keys: Mapping[str, Any]) -> dict[str, Any]:
    what, due = said.get("what", ""), said.get("due", "")
    day = None
    try:
        day = write_date(read_date(due)) if due else None
    except NotationError:
        # a day in words stays with what is due then
        what = f"{what} ({due})"
    if not what:
        return {}
    return (
        {"what": what}
        | ({"by": said["by"]} if said.get("by") else {})
        | ({"due": day} if day else {})
        | dict(keys)
    )


def _start(session: SessionRows, items: Sequence[ItemSaid], head: time | None) -> str | None:
    """When a session begins as the agenda file has it, once the hours of its rows are bound; None where the
    plan does not say. `head` is the hour that somebody wrote over the whole table."""
    first = next((leaf for item in items for leaf in (item.parts or (item,))), None)
    printed = None if first is None else first.printed
    exact = None if session.kept is None else session.kept.exact.get("start")
    start: str | None = exact[1] if exact is not None else None if printed is None else write_time(printed)
    if head is not None and head != printed and (first is None or first.start is None):
        start = write_time(head)
    begins = bind(items, printed if start is None else read_time(start))
    return start if begins is None else write_time(begins)


def _hour(text: str) -> time | None:
    try:
        return read_time(text)
    except NotationError:
        return None


def _title_and_day(line: str, words: PrintingTexts) -> tuple[str, date | None]:
    between = words.session_on.partition("{title}")[2].partition("{day}")[0]
    title, _, said = line.rpartition(between)
    alone = one_of(words.when_day, line)
    for name, day in ((title, said), ("", alone)):
        try:
            if day:
                return name, read_date(day)
        except NotationError:
            continue
    return line, None


def _nominal(tree: Mapping[str, Any]) -> date | None:
    """The day on which the first session is laid."""
    period = tree.get("period", {})
    said = tree.get("date") or period.get("from") or period.get("to")
    return None if said is None else read_date(said)
