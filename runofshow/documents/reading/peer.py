"""A project of Ontime, versions 2 to 4 (.json), as a table: an hour, a title, who does it, a note.

Times are milliseconds of the day. Version 4 keeps several rundowns, each a part here, as entries by id with
an order; before it there was one list. A group is a row across the table; what is to be skipped is a hidden
row.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from runofshow.documents.document import Cell, Document, Line, Part, Place, Row, Table
from runofshow.documents.doubt import Doubt, DoubtCode
from runofshow.documents.reading.pasted.grid import at, lines_of_text, row_of
from runofshow.office.failure import CannotRead, Failure
from runofshow.office.values import clock

MOST_BYTES = 8_000_000
MOST_ENTRIES = 4_000
MOST_DEEP = 10
"""Groups within groups; the project itself has one level."""

_PRESENTERS = ("presenter", "speaker", "người", "chủ trì", "phụ trách", "thực hiện", "host", "who")
_HEADS = ("STT", "Giờ", "Nội dung", "Người thực hiện", "Ghi chú")

_Fields = dict[str, object]


def read_peer(data: bytes, name: str) -> Document:
    """Raises CannotRead: DAMAGED, TOO_BIG, and UNKNOWN_FORM of any other JSON."""
    if len(data) > MOST_BYTES:
        raise CannotRead(Failure.TOO_BIG, size=len(data) // 1_000_000, most=MOST_BYTES // 1_000_000)
    try:
        project = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, RecursionError) as problem:
        raise CannotRead(Failure.DAMAGED) from problem
    if not isinstance(project, dict) or not ("rundown" in project or "rundowns" in project):
        raise CannotRead(Failure.UNKNOWN_FORM)
    labels = {
        key: _text(_fields(field), "label") or key
        for key, field in _fields(project.get("customFields")).items()
        if _text(_fields(field), "type") != "image"
    }
    about = _fields(project.get("project") or project.get("eventData") or project.get("event"))
    head = [
        Line(text=line.text, place=line.place, heading=number == 1)
        for number, key in enumerate(("title", "description"), 1)
        for line in lines_of_text(_text(about, key), Place(paragraph=number))
    ]
    parts = []
    for number, (title, entries) in enumerate(_rundowns(project), 1):
        rows = [entry for entry, _ in zip(entries, range(MOST_ENTRIES), strict=False)]
        table = _table(rows, labels, Place(table=number))
        if len(table.rows) > 1:
            parts.append(Part(blocks=(*head, table), name=title))
    hidden = sum(
        row.hidden for part in parts for each in part.blocks if isinstance(each, Table) for row in each.rows
    )
    doubts = (Doubt.of(DoubtCode.HIDDEN_ROWS, count=hidden),) if hidden else ()
    return Document(name=name, parts=tuple(parts) or (Part(blocks=tuple(head)),), doubts=doubts)


def _rundowns(project: _Fields) -> Iterator[tuple[str, Iterator[_Fields]]]:
    """The title of each, and its entries in order."""
    if isinstance(project.get("rundown"), list):
        yield "", (_fields(entry) for entry in _list(project["rundown"]))
        return
    for rundown in map(_fields, _fields(project.get("rundowns")).values()):
        entries = _fields(rundown.get("entries"))
        yield _text(rundown, "title"), _in_order(_list(rundown.get("order")), entries, 0)


def _in_order(order: list[object], entries: _Fields, depth: int) -> Iterator[_Fields]:
    for key in order:
        entry = _fields(entries.get(key)) if isinstance(key, str) else {}
        yield entry
        if depth < MOST_DEEP and _text(entry, "type") in ("group", "block"):
            yield from _in_order(_list(entry.get("entries") or entry.get("events")), entries, depth + 1)


def _table(entries: list[_Fields], labels: dict[str, str], place: Place) -> Table:
    events = [entry for entry in entries if _text(entry, "type") not in ("delay", "")]
    timed = any(_number(entry, "timeStart") or _number(entry, "duration") for entry in events)
    by = [key for key, label in labels.items() if label.lower().startswith(_PRESENTERS)]
    others = [key for key in labels if key not in by]
    rows = [row_of([*_HEADS, *(labels[key] for key in others)], 1, place)]
    for entry in events:
        number = len(rows) + 1
        title = _text(entry, "title")
        if _text(entry, "type") in ("group", "block"):
            cell = Cell(
                blocks=lines_of_text(title, at(place, number, 1)), column=0, columns=len(_HEADS) + len(others)
            )
            rows.append(Row(cells=(cell,), number=number))
            continue
        custom = _fields(entry.get("custom"))
        who = [_text(entry, "presenter"), *(_text(custom, key) for key in by)]
        texts = [
            _text(entry, "cue") if _text(entry, "cue").isdecimal() else "",
            _hours(entry) if timed and _text(entry, "type") == "event" else "",
            "\n".join(filter(None, (title, _text(entry, "subtitle")))),
            "; ".join(filter(None, who)),
            _text(entry, "note"),
            *(_text(custom, key) for key in others),
        ]
        if any(texts[2:]):
            rows.append(row_of(texts, number, place, hidden=entry.get("skip") is True))
    return Table(rows=tuple(rows), place=place)


def _hours(entry: _Fields) -> str:
    """«07:30 - 08:00»; the start alone where it has no length."""
    start, duration = _number(entry, "timeStart"), _number(entry, "duration")
    end = _number(entry, "timeEnd") or start + duration
    if not duration or start == end:
        return clock(start // 1000)
    return f"{clock(start // 1000)} - {clock(end // 1000)}"


def _fields(value: object) -> _Fields:
    return {str(key): each for key, each in value.items()} if isinstance(value, dict) else {}


def _list(value: object) -> list[object]:
    return list(value) if isinstance(value, list) else []


def _text(fields: _Fields, key: str) -> str:
    value = fields.get(key)
    return value.strip() if isinstance(value, str) else ""


def _number(fields: _Fields, key: str) -> int:
    """Milliseconds of a day; anything else is 0."""
    value = fields.get(key)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return 0
    return int(value) if 0 <= value <= 10 * 86_400_000 else 0
