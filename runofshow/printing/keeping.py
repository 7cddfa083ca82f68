"""What the script keeps unseen, so that it comes back as the agenda it was printed from (paper/kept.py).

Kept are the names of rows, what the paper has no column for, and what it says in other words: names filled in
for the MC, the plan's number out of a longer sentence. What other gear is told stays out, since it
may hold passwords and paper travels, and so does the gear.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from runofshow.agenda_file.notation import write_length, write_time
from runofshow.agenda_file.writing import agenda_entry, cue_entries
from runofshow.paper.kept import Exact, Kept, KeptCue, KeptRow, digest
from runofshow.paper.plain import printable
from runofshow.paper.sheet import Row
from runofshow.printing.heads import are_days_known, goes_with, place_line, session_key
from runofshow.printing.plan import Entry, Plan
from runofshow.printing.sayings import ABOUT, cue_line, hours_bound, is_about, track_behind

_HEAD: Final = ("date", "period", "tentative", "venue")
"""What the line of day and place says."""
_SHOWN: Final = frozenset(
    "title basis start hard_out delegates chair_panel crew backdrop decoration notes items sessions duties"
    " signals gear".split()
) | frozenset(_HEAD)
_SHOWN_OF_ITEM: Final = frozenset(
    "title number by duration start until optional mc notes backdrop handin award cues parts".split()
)
_SHOWN_OF_AWARD: Final = frozenset("decision reader form presenter".split())
_SHOWN_OF_CUE: Final = frozenset("to text at".split())
_SHOWN_OF_DUTY: Final = frozenset("what by due".split())

AgendaEntry = Mapping[str, Any]
"""A mapping of the agenda file."""


def kept(plan: Plan, rows: Mapping[str, Row], facts: Mapping[str, str]) -> Kept:
    """All that is kept. `rows` are the printed ones by their keys, `facts` what is said above and below the
    table by the key of the agenda file."""
    agenda = plan.agenda
    today = agenda.sessions[0].start_at.astimezone(plan.tz).date()
    own = agenda_entry(agenda, tz=plan.tz, today=today, language=plan.language)
    sessions: Sequence[AgendaEntry] = own.get("sessions", [own])
    entries = {each.item.item_id: each for each in plan.entries}
    of_rows = dict[str, KeptRow]()
    for session, entry in zip(agenda.sessions, sessions, strict=True):
        first = rows[plan.of(session)[0].item.item_id]
        of_rows[session_key(session)] = _session(entry, first, plan, is_listed="sessions" in own)
        for item, written in zip(session.items, entry["items"], strict=True):
            of_rows[item.item_id] = _row(plan, entries[item.item_id], rows[item.item_id], written)
            for part, below in zip(item.parts, written.get("parts", ()), strict=True):
                of_rows[part.item_id] = _row(plan, entries[part.item_id], rows[part.item_id], below)
    return Kept(
        language=plan.language.value,
        revision=plan.revision,
        keys=_without(own, _SHOWN),
        exact=_head(own, plan) | _facts(own, facts),
        rows=of_rows,
        sessions=tuple(map(session_key, agenda.sessions)),
        listed="sessions" in own,
        dated=are_days_known(plan),
        duties=tuple(KeptRow(_without(duty, _SHOWN_OF_DUTY)) for duty in own.get("duties", ())),
    )


def _without(entry: AgendaEntry, shown: frozenset[str]) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if key not in shown}


def _as_read(text: str) -> str:
    """What a reader finds of a text: its lines, without those that are empty."""
    lines = (" ".join(line.split()) for line in printable(text).splitlines())
    return "\n".join(line for line in lines if line)


def _head(own: AgendaEntry, plan: Plan) -> dict[str, Exact]:
    place = {key: own[key] for key in _HEAD if key in own}
    return {"basis": (digest(goes_with(plan)), own.get("basis")), "place": (digest(place_line(plan)), place)}


def _facts(own: AgendaEntry, facts: Mapping[str, str]) -> dict[str, Exact]:
    """Those that would be read otherwise than they are written: lines without text, names with semicolons."""
    found = dict[str, Exact]()
    for key, told in facts.items():
        value = own.get(key)
        names = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
        if value is not None and (
            any(";" in name for name in names) or (not names and value != _as_read(told))
        ):
            found[key] = (digest(told), value)
    return found


def _session(entry: AgendaEntry, first: Row, plan: Plan, *, is_listed: bool) -> KeptRow:
    shown = frozenset(("title", "start", "hard_out", "items", *(("date",) if are_days_known(plan) else ())))
    hours = _lines(first)[0][0]
    return KeptRow(
        keys=_without(entry, shown) if is_listed else {}, exact={"start": (digest(hours), entry.get("start"))}
    )


def _lines(row: Row) -> list[list[str]]:
    """The lines of each cell; a cell without any has one that is empty."""
    cells = ([_as_read("".join(run.text for run in runs)) for runs in cell.lines] for cell in row.cells)
    return [[line for line in lines if line] or [""] for lines in cells]


def _row(plan: Plan, entry: Entry, row: Row, written: AgendaEntry) -> KeptRow:
    keys = _without(written, _SHOWN_OF_ITEM)
    if "award" in written:
        keys["award"] = _without(written["award"], _SHOWN_OF_AWARD)
    lines = _lines(row)
    told = _read_otherwise(entry, plan, written, lines)
    return KeptRow(
        keys=keys,
        exact={key: (digest(said), value) for key, said, read, value in told if read != value},
        cues=tuple(
            KeptCue(
                digest(cue_line(cue, plan)),
                cue.cue_id,
                cue.to.value,
                _without(listed, _SHOWN_OF_CUE),
                listed.get("at", ""),
                track_behind(cue, plan),
            )
            for cue, listed in zip(entry.written.cues, cue_entries(entry.written), strict=True)
        ),
        custom="cues" not in written,
        title=digest(lines[1][0]),
        part="" if entry.parent is None else entry.parent.item_id,
        number="" if "number" in written else entry.item.number,
        hours=digest(lines[0][0]),
        lasts=digest(lines[0][1]),
    )


def _read_otherwise(
    entry: Entry, plan: Plan, written: AgendaEntry, lines: Sequence[Sequence[str]]
) -> Iterator[tuple[str, str, Any, Any]]:
    """Key of an item, what is printed of it, what is read in that, and what is written in the agenda."""
    item = entry.written
    said = "\n".join(lines[3])
    yield "mc", said, said.removeprefix(ABOUT).strip() or None, written.get("mc")
    by = lines[2][0]
    yield "by", by, by.removeprefix(plan.words.unassigned).strip() or None, written.get("by")
    title = lines[1][0]
    number, dot, rest = title.partition(". ")
    yield "title", title, [number, rest] if dot else ["", title], [item.number, item.title]
    length = None if is_about(entry.item) else write_length(entry.length)
    yield "duration", lines[0][1], length, written.get("duration")
    for key, text in (("notes", item.notes), ("backdrop", item.backdrop)):
        yield key, _as_read(text), _as_read(text) or None, written.get(key)
    for key, line in hours_bound(entry, plan):
        at = item.fixed_start if key == "start" else item.until
        assert at is not None
        minute = at.astimezone(plan.tz).time().replace(second=0, microsecond=0)
        yield key, line, write_time(minute), written.get(key)
    if item.handin is not None and item.handin.received:
        yield "handin", plan.words.handin_received, {"received": True}, written.get("handin")
