"""A PDF: its tables by the rules that are drawn, and its text as paragraphs.

The library (the extra `pdf`) gives letters with places; how they belong together is reckoned in laid_out.py
and ruled_tables.py. Numbers of pages and what stands at the edge of each page are left out; a table or a
paragraph that goes on over the page is one.
"""

from __future__ import annotations

import re
from collections import Counter

from msgspec import Struct

from runofshow.core.value import replace
from runofshow.documents.document import Cell, Document, Line, Part, Place, Row, Table
from runofshow.documents.doubt import Doubt, DoubtCode
from runofshow.documents.reading.pdf.column_tables import column_table
from runofshow.documents.reading.pdf.laid_out import Paragraph, TextLine, Word, paragraphs, text_lines
from runofshow.documents.reading.pdf.letterhead import letterhead
from runofshow.documents.reading.pdf.over_pages import Placed, joined, numbered
from runofshow.documents.reading.pdf.page import PageRead, read_page
from runofshow.documents.reading.pdf.ruled_tables import Ruled, ruled_tables
from runofshow.documents.reading.pdf.streams import refuse_bomb
from runofshow.office.failure import CannotRead, Failure
from runofshow.office.plain import plain

MOST_PAGES = 150
"""Read in 3 s; a programme stands near the front of a longer book."""
MOST_WORDS = 5_000
"""Of a page on which columns are looked for."""
EDGE = 0.066
"""Of a page's height: how far numbers of pages and running heads stand from its top and bottom."""
_MM = 25.4 / 72
_PAGE_NUMBER = re.compile(
    r"(?:trang|page)?[-–—|.\s]*\d{1,4}(?:\s*(?:/|of|trên)\s*\d{1,4})?[-–—|.\s]*", re.IGNORECASE
)
_FEWEST_LETTERS = 20
"""Of a file that has text: a scan may carry the stamp of a program."""


class _Laid(Struct, frozen=True):
    """One page, parted into tables and lines."""

    number: int
    read: PageRead
    tables: tuple[tuple[Ruled, tuple[Word, ...]], ...]
    lines: tuple[TextLine, ...]


def read_pdf(data: bytes, name: str) -> Document:
    """Raises CannotRead: NEEDS_EXTRA, ENCRYPTED, DAMAGED, BOMB, NO_TEXT of a scan."""
    pages, count = _pages(data)
    if sum(len(word.text) for page in pages for word in page.words) < _FEWEST_LETTERS:
        raise CannotRead(Failure.NO_TEXT)
    laid = _without_edges([_laid(number, page) for number, page in enumerate(pages, 1)])
    right = _text_edge([line.right for page in laid for line in page.lines])
    left = min((line.left for page in laid for line in page.lines), default=0)
    blocks = numbered(joined([_blocks(page, left, right) for page in laid]))
    doubts = []
    if count > len(pages):
        doubts.append(Doubt.of(DoubtCode.CUT_SHORT))
    scans = sum(page.pictures > 0 and len(page.words) < 5 for page in pages)
    if scans:
        doubts.append(Doubt.of(DoubtCode.PICTURES, count=scans))
    if any(page.old_fonts for page in pages):
        doubts.append(Doubt.of(DoubtCode.OLD_LETTERS, name="TCVN3/VNI"))
    return Document(name=name, parts=(Part(blocks=tuple(blocks)),), doubts=tuple(doubts))


def _pages(data: bytes) -> tuple[list[PageRead], int]:
    """The pages that are read, and how many there are."""
    try:
        from pypdfium2 import PdfDocument, PdfiumError
    except ImportError as missing:
        raise CannotRead(Failure.NEEDS_EXTRA, extra="pdf") from missing
    refuse_bomb(data)
    pages = []
    try:
        with PdfDocument(data) as book:
            count = len(book)
            for index in range(min(count, MOST_PAGES)):
                page = book[index]
                pages.append(read_page(page))
                page.close()
    except PdfiumError as problem:
        asks = "password" in str(problem).lower()
        raise CannotRead(Failure.ENCRYPTED if asks else Failure.DAMAGED) from problem
    return pages, count


def _laid(number: int, page: PageRead) -> _Laid:
    left = list(page.words)
    tables = []
    # An inner table takes its words before the one around it.
    for ruled in sorted(ruled_tables(page.across, page.down), key=lambda each: each.area):
        inside = [word for word in left if _holds(ruled, word)]
        if inside:
            taken = set(map(id, inside))
            left = [word for word in left if id(word) not in taken]
            tables.append((ruled, tuple(inside)))
    for found in (
        letterhead(left, page.height) if number == 1 else None,
        column_table(left, page.across) if len(left) <= MOST_WORDS else None,
    ):
        if found is not None:
            taken = set(map(id, found[1]))
            left = [word for word in left if id(word) not in taken]
            tables.append(found)
    return _Laid(number, page, tuple(tables), tuple(text_lines(left)))


def _holds(ruled: Ruled, word: Word) -> bool:
    middle = (word.left + word.right) / 2
    return ruled.left <= middle <= ruled.right and ruled.top <= word.middle <= ruled.bottom


def _without_edges(pages: list[_Laid]) -> list[_Laid]:
    """Without numbers of pages, and without lines that stand at the edge of three pages or more."""

    def at_edge(page: _Laid, line: TextLine) -> bool:
        edge = EDGE * page.read.height
        return line.bottom < edge or line.top > page.read.height - edge

    def bare(line: TextLine) -> str:
        return re.sub(r"\d+", "#", line.text)

    again = Counter(text for page in pages for text in {bare(x) for x in page.lines if at_edge(page, x)})

    def stays(page: _Laid, line: TextLine) -> bool:
        return not at_edge(page, line) or not (_PAGE_NUMBER.fullmatch(line.text) or again[bare(line)] >= 3)

    return [replace(page, lines=tuple(x for x in page.lines if stays(page, x))) for page in pages]


def _text_edge(rights: list[float]) -> float:
    """How far text reaches at the right: where many lines end, not where a single one stands out."""
    rights.sort()
    return rights[int(len(rights) * 0.9)] if rights else 0


def _blocks(page: _Laid, left: float, right: float) -> list[Placed]:
    """Of one page, from the top down."""
    placed = [Placed(ruled.top, _table(page, ruled, words), ruled.edges) for ruled, words in page.tables]
    # Where no line is full, the margins tell: the right one is no wider than the left.
    own = _text_edge([line.right for line in page.lines])
    right = max(right, own, page.read.width - left - 5)
    runs: list[list[TextLine]] = [[]]
    tops = sorted(ruled.top for ruled, _ in page.tables)
    for line in page.lines:
        while tops and line.top > tops[0]:
            tops.pop(0)
            runs.append([])
        runs[-1].append(line)
    place = Place(page=page.number)
    for run in runs:
        placed.extend(
            Placed(each.top, _line(each, place, left, right)) for each in paragraphs(run, left, right)
        )
    return sorted(placed, key=lambda each: each.top)


def _line(each: Paragraph, place: Place, left: float, right: float) -> Line:
    before, behind = each.left - left, right - each.right
    return Line(
        text=plain(each.text),
        place=place,
        indent=max(round(before * _MM, 1), 0),
        bold=each.bold,
        centred=min(before, behind) > 20 and abs(before - behind) < 0.1 * max(right - left, 1),
    )


def _table(page: _Laid, ruled: Ruled, words: tuple[Word, ...]) -> Table:
    held: dict[int, list[Word]] = {}
    for word in words:
        middle = (word.left + word.right) / 2
        for index, box in enumerate(ruled.boxes):
            if box.left <= middle <= box.right and box.top <= word.middle <= box.bottom:
                held.setdefault(index, []).append(word)
                break
    rows: dict[int, list[Cell]] = {}
    for index, box in enumerate(ruled.boxes):
        inside = held.get(index, [])
        padding = min((word.left for word in inside), default=box.left) - box.left
        place = Place(page=page.number, table=1, row=box.row + 1, column=box.column + 1)
        lines = tuple(
            _line(each, place, box.left + padding, box.right - padding)
            for each in paragraphs(text_lines(inside), box.left, box.right - min(padding, 8))
        )
        cell = Cell(blocks=lines, column=box.column, columns=box.columns, rows=box.rows)
        rows.setdefault(box.row, []).append(cell)
    height = max(box.row + box.rows for box in ruled.boxes)
    return Table(
        rows=tuple(Row(cells=tuple(rows.get(row, ())), number=row + 1) for row in range(height)),
        place=Place(page=page.number),
    )
