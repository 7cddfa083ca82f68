"""Where the programmes of a document stand, and which one is meant.

A programme is headed by its name, or is a table with a column of hours, or a list whose lines are acts of a
conference. Duties, papers, guests and deadlines stand beside it and are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from runofshow.core.value import replace
from runofshow.documents.document import Block, Document, Line, Table, lines_of
from runofshow.documents.finding.cards import cards_as_lines
from runofshow.documents.finding.entry import Entry, Role
from runofshow.documents.finding.extent import ends_here, headed, is_named, is_programme_heading
from runofshow.documents.finding.lists.listing import entries_of_lines
from runofshow.documents.finding.lists.marks import Sort, mark_of
from runofshow.documents.finding.lists.pieces import numbered_inside, piece_of
from runofshow.documents.finding.lists.structure import structured
from runofshow.documents.finding.tables.cell_per_line import table_of_lines
from runofshow.documents.finding.tables.columns import Columns, columns_of
from runofshow.documents.finding.tables.rows import entries_of_table
from runofshow.documents.finding.times.day_headings import day_heading
from runofshow.documents.finding.times.hours import hours_in
from runofshow.documents.finding.wording import DUTIES, FORMS, SECTION, ceremonies, forms_in, is_rite

SHORT = 40
"""Letters. A heading under this says too little to be known by among others."""


class Programme(Struct, frozen=True, kw_only=True):
    """One programme of a document: its heading, and the blocks that say it."""

    part: int
    """Index of the document's part."""
    heading: Line | None = None
    """«3. Chương trình Hội nghị»; None for a table or list that has none."""
    blocks: tuple[Block, ...] = ()
    """What says it, the heading left out."""
    entries: tuple[Entry, ...] = ()
    sheet: str = ""
    """The name of its sheet."""
    above: str = ""
    """The greater heading that it stands under: «II. Hội nghị viên chức»."""
    weight: float = 0
    """How much it is a programme, to choose among several."""

    @property
    def name(self) -> str:
        """What a person calls it: its heading, or its first line."""
        if self.heading is not None:
            name = mark_of(self.heading).rest.strip(" :.*")
            return f"{self.above}: {name}" if self.above and len(name) < SHORT else name
        return self.sheet or next((entry.text for entry in self.entries if entry.text), "")


def programmes_in(document: Document, year: int | None = None) -> list[Programme]:
    """Every programme of the document in its order. Hidden sheets are left out where others are shown."""
    parts = list(enumerate(document.parts))
    shown = [(at, part) for at, part in parts if not part.hidden] or parts
    found = list[Programme]()
    for at, part in shown:
        blocks = list(unrolled(part.blocks))
        candidates = [*_segments(blocks)]
        accepted = [each for segment in candidates if (each := _read(at, segment, year)) is not None]
        for less_sure in (_unnamed, _all_lines):
            if not accepted:
                segments = less_sure(blocks)
                accepted = [
                    each for one in segments if (each := _read(at, one, year, strict=True)) is not None
                ]
        found += [replace(each, sheet=part.name) for each in accepted]
    return found


def _torn_page(table: Table) -> bool:
    """Lines of a laid out page that were taken for columns: most rows have words in one cell alone."""
    if table.place.page is None:
        return False
    rows = [sum(bool(cell.text) for cell in row.cells) for row in table.rows]
    written = [cells for cells in rows if cells]
    return bool(written) and sum(cells == 1 for cells in written) >= 0.6 * len(written)


def unrolled(blocks: Sequence[Block]) -> Iterator[Block]:
    """Tables that only lay out the page give way to what stands in them."""
    for block in blocks:
        if isinstance(block, Line) or columns_of(block) is not None:
            yield block
            continue
        inner = [each for row in block.rows for cell in row.cells for each in cell.blocks]
        if block.width == 1 or any(isinstance(each, Table) for each in inner) or _torn_page(block):
            yield from unrolled(inner)
        else:
            yield block


class _Segment(Struct, frozen=True):
    heading: Line | None
    blocks: tuple[Block, ...]
    above: str = ""


def _segments(blocks: Sequence[Block]) -> Iterator[_Segment]:
    """The stretches under headings of programmes, and tables that stand outside of them."""
    at = 0
    while at < len(blocks):
        block = blocks[at]
        if isinstance(block, Line) and is_programme_heading(block):
            last = headed(block, blocks, at + 1)
            yield _Segment(block, (*_behind(block), *blocks[at + 1 : last]), _above(block, blocks[:at]))
            at = max(last, at + 1)
        elif isinstance(block, Table) and columns_of(block) is not None:
            last = at + 1
            while last < len(blocks) and not _breaks(blocks[last]):
                last += 1
            first = at
            while first > 0 and isinstance(each := blocks[first - 1], Line) and day_heading(each.text):
                first -= 1
            yield _Segment(None, tuple(blocks[first:last]))
            at = last
        else:
            at += 1


def _above(heading: Line, before: Sequence[Block]) -> str:
    """The nearest greater heading above."""
    if mark_of(heading).sort not in (Sort.NUMBER, Sort.DECIMAL, Sort.LETTER, Sort.BRACKETED):
        return ""
    for block in reversed(before):
        if isinstance(block, Line) and (mark := mark_of(block)).sort in (Sort.ROMAN, Sort.UPPER):
            return mark.rest.strip(" :.*")
    return ""


def _behind(heading: Line) -> tuple[Line, ...]:
    """What the heading's own line says after its colon: «Chương trình: chào cờ; tuyên bố lý do; …»."""
    _, colon, after = heading.text.partition(":")
    if colon and len(after) > 60 and (after.count(";") >= 2 or after.count("(") >= 2):
        return (replace(heading, text=after.strip(), mark=""),)
    return ()


def _breaks(block: Block) -> bool:
    """What stands between two tables of one programme is short and says a day or a part of it."""
    if isinstance(block, Table):
        return columns_of(block) is None
    return is_programme_heading(block) or not (day_heading(block.text) or SECTION.match(mark_of(block).rest))


def _unnamed(blocks: Sequence[Block]) -> Iterator[_Segment]:
    """Lists without a heading that names them: after «như sau:», or runs of lines with hours."""
    for at, block in enumerate(blocks):
        opens = isinstance(block, Line) and block.text.rstrip().endswith((":", "sau."))
        if opens and isinstance(block, Line) and _promises(block, blocks[at + 1 : at + 1 + NEAR]):
            yield _Segment(block, (*_behind(block), *blocks[at + 1 : headed(block, blocks, at + 1)]))
    lines = [block for block in blocks if isinstance(block, Line)]
    clocked = [at for at, line in enumerate(lines) if _CLOCK.search(line.text) and hours_in(line.text)]
    days = {at for at, line in enumerate(lines) if _is_day(line)} if len(clocked) >= 3 else set[int]()
    timed = [at for at in clocked if at not in days]
    if len(timed) >= 3:
        first, last = timed[0], max(timed[-1], *days, 0) + 1
        while first - 1 in days:
            first -= 1
        if (
            last == timed[-1] + 1
            and first > 0
            and _only_hours(lines[timed[-1]])
            and _only_hours(lines[first])
        ):
            # each act stands above its time
            first -= 1
        while last < len(lines) and mark_of(lines[last]).sort is not Sort.NONE and not ends_here(lines[last]):
            last += 1
        yield _Segment(None, tuple(lines[first:last]))
    for line in lines:
        if len(numbered_inside(line.text)) >= 4:
            yield _Segment(None, (line,))


NEAR = 6
"""Lines. A list of acts shows one of them as soon as that."""


def _promises(heading: Line, blocks: Sequence[Block]) -> bool:
    """Whether acts or hours stand near below, or in the line itself: a long paper has a hundred lists."""
    texts = [heading.text, *(line.text for block in blocks for line in lines_of(block))]
    return any(FORMS.search(text) or _CLOCK.search(text) for text in texts)


def _only_hours(line: Line) -> bool:
    hours = hours_in(line.text)
    return hours is not None and not hours.rest


def _all_lines(blocks: Sequence[Block]) -> Iterator[_Segment]:
    """A file that is nothing but a programme, without a heading."""
    yield _Segment(None, tuple(block for block in blocks if isinstance(block, Line)))


def _is_day(line: Line) -> bool:
    piece = piece_of(line)
    return piece.day is not None


def _read(part: int, segment: _Segment, year: int | None, *, strict: bool = False) -> Programme | None:
    """The segment as a programme, where it is one."""
    named = segment.heading is not None and is_named(segment.heading) and not strict
    tabled = any(isinstance(block, Table) for block in segment.blocks)
    heading = segment.heading.text if segment.heading else ""
    if not _may_be(segment):
        return None
    entries = _entries(segment, year)
    if not _is_one(entries, heading, named=named, tabled=tabled):
        return None
    entries = structured(entries)
    if not _is_one(entries, heading, named=named, tabled=tabled):
        return None
    items = [entry for entry in entries if entry.role is Role.ITEM and entry.text]
    timed = sum(item.hours is not None and item.hours.start is not None for item in items)
    forms, count = forms_in([item.text for item in items]), len(items)
    weight = 3 * timed + 4 * forms + count + (10 if named else 0) + _lean(segment.heading)
    return Programme(
        part=part,
        heading=segment.heading,
        blocks=segment.blocks,
        entries=tuple(entries),
        above=segment.above,
        weight=weight,
    )


_STEPS = re.compile(r"trình tự|quy trình|các bước", re.IGNORECASE)
"""Not of a conference alone: a hearing and a vote have their order too."""
_OF_A_CEREMONY = frozenset({"chào cờ", "khai mạc", "bế mạc", "khai giảng", "văn nghệ", "giải lao", "opening"})
_CLOCK = re.compile(r"\d\s?(?:h|g|giờ|:|am|pm|\.)\s?(?:\d|[-–:\s)]|$)|\b\d{4}\s?[-–]", re.IGNORECASE)


def _may_be(segment: _Segment) -> bool:
    """Whether its words are worth a closer look: a long paper has a hundred lists."""
    lines = [line.text for block in segment.blocks for line in lines_of(block)]
    return forms_in(lines) >= 2 or sum(_CLOCK.search(line) is not None for line in lines) >= 2


def _is_one(entries: Sequence[Entry], heading: str, *, named: bool, tabled: bool) -> bool:
    """Whether these entries are a programme's: acts and hours, not duties."""
    items = [entry for entry in entries if entry.role is Role.ITEM and entry.text]
    count = len(items)
    if not count:
        return False
    texts = [item.text for item in items]
    timed = sum(entry.hours is not None and entry.hours.start is not None for entry in entries)
    forms = forms_in(texts)
    duties = sum(DUTIES.match(text) is not None for text in texts) / count
    # «Hiệu trưởng phát biểu» begins with who does it
    parts = sum(SECTION.match(text) is not None and FORMS.search(text) is None for text in texts)
    rites = sum(is_rite(text) or FORMS.search(text) is not None for text in texts) / max(count - parts, 1)
    if named and timed < 2 and _STEPS.search(heading) and not _OF_A_CEREMONY & ceremonies(texts):
        return False
    if named:
        return count >= 2 and (timed >= 2 or forms >= 2) and (duties < 0.35 or timed >= count / 2)
    if tabled:
        clocked = timed >= 2 and (duties < 0.4 or timed >= count / 2) and (forms >= 1 or rites >= 0.3)
        festive = bool(ceremonies(texts))
        lengths = sum(item.length is not None for item in items)
        known = forms >= 4 or (forms >= 2 and lengths >= count / 2)
        return clocked or (festive and known and rites >= 0.5 and duties < 0.25)
    if timed >= 4 and timed >= 0.6 * count and duties < 0.25:
        return True
    if timed < 2 and not bool(ceremonies(texts)):
        return False
    if count >= 4 and forms >= 2 and rites >= 0.9 and duties == 0:
        return True
    return (timed >= 3 or forms >= 4) and rites >= (0.3 if timed >= 3 else 0.55) and duties < 0.25


def _lean(heading: Line | None) -> float:
    """A programme of songs, of a rehearsal or of a visit is seldom the one of the conference."""
    text = heading.text if heading else ""
    beside = re.search(
        r"văn nghệ|nghệ thuật|tiết mục|tham quan|phân công|tổng duyệt|chạy thử|duyệt chương trình|rehearsal",
        text,
        re.IGNORECASE,
    )
    return -40.0 if beside else 0.0


def _entries(segment: _Segment, year: int | None) -> list[Entry]:
    tables = {
        at: columns for at, block in enumerate(segment.blocks) if (columns := _columns(block)) is not None
    }
    if not tables:
        lines = [line for block in segment.blocks for line in lines_of(block)]
        pasted = table_of_lines(lines)
        columns = columns_of(pasted[0]) if pasted is not None else None
        if pasted is not None and columns is not None:
            above = [entry for line in lines[: pasted[1]] for entry in _between(line, year)]
            return [*above, *entries_of_table(pasted[0], columns, year)]
        return entries_of_lines(cards_as_lines(lines), year)
    entries = list[Entry]()
    for at, block in enumerate(segment.blocks):
        if at in tables and isinstance(block, Table):
            entries += entries_of_table(block, tables[at], year)
        elif isinstance(block, Line):
            entries += _between(block, year)
    return entries


def _columns(block: Block) -> Columns | None:
    return columns_of(block) if isinstance(block, Table) else None


def _between(line: Line, year: int | None) -> list[Entry]:
    """A line beside a programme's table says the day or the part of what follows."""
    piece = piece_of(line, year)
    if piece.day is not None and len(line.text) < 90:
        return [Entry(text=piece.words, place=line.place, role=Role.DAY, hours=piece.hours, day=piece.day)]
    if SECTION.match(piece.words) and len(line.text) < 90:
        return [Entry(text=piece.words.strip(" :"), place=line.place, role=Role.SECTION, hours=piece.hours)]
    return []
