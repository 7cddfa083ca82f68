"""Each row of a list as somebody who is honoured, and what is doubtful about it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from msgspec import Struct

from runofshow.agenda_file.fields import LONGEST_LINE
from runofshow.agenda_file.honoured import Listed
from runofshow.agenda_file.name_lists.foot import is_signed, is_sum
from runofshow.agenda_file.name_lists.heads import Head
from runofshow.agenda_file.name_lists.list_file import Grid
from runofshow.agenda_file.wording import fold, forbidden_sign, line_of, stacked_marks
from runofshow.core.award import recipient_of
from runofshow.core.value import replace


class Person(Struct, frozen=True):
    """A row with what tells whether, and in which batch, it is called."""

    listed: Listed
    form: str
    batch: str


class Doubt(Struct, frozen=True):
    """What a person should look at. `code` is the complaint's; `cells` are as a sheet names them: «C14»."""

    code: str
    cells: tuple[str, ...]
    about: tuple[tuple[str, str], ...] = ()


_OF_A_NAME: Final = frozenset({Head.FAMILY, Head.MIDDLE, Head.NAME, Head.REST})
_NO: Final = frozenset({"", "0", "-", "khong", "no", "false", "sai", "co mat"})
_YES: Final = frozenset(
    {"x", "v", "1", "co", "yes", "true", "dung", "vang", "vang mat", "truy tang", "absent"}
)
_GROUP = re.compile(r"(?:[ivx]+|[a-d]|\d+)?[.)/ -]*(?:cac )?(tap the|ca nhan)(?: *[:(]? *\d.*|:)?")
"""A line that heads those below it: «I. TẬP THỂ (05)»."""
_NUMBER_AND_NAME: Final = 2
_NUMBER = re.compile(r"(?:(?:dot|luot|batch|so) *)*([0-9]{1,4})")
_BLANKS = re.compile(r"[ \t\u00a0]{2,}|^[ \t\u00a0]+|[ \t\u00a0]+$")


def people_of(grid: Grid) -> tuple[list[Person], list[Doubt]]:
    """Everybody on the list in its order, and every doubt; no row with a word is passed over in silence."""
    people: list[Person] = []
    doubts = list(_mended(grid))
    is_collective: bool | None = None
    form = batch = ""
    has_ended = False
    batches: dict[int, str] = {}
    columns = _columns(grid)
    for number, raw in grid.rows:
        cells = {column: clean(text) for column, text in raw.items()}
        said = {head: cells.get(column, "") for head, column in columns.items()}
        said[Head.NAME] = _whole_name(said)
        words = [text for text in cells.values() if text]
        if not words:
            continue
        if (group := _group(said, words)) is not None:
            is_collective = group
            continue
        # what stands once for several rows is said in the first
        form, batch = said.get(Head.FORM, "") or form, said.get(Head.BATCH, "") or batch
        wrong = next((column for column, text in cells.items() if _unfit(text)), None)
        if wrong is not None:
            doubts.append(Doubt("list_bad_cell", (cell_name(wrong, number),)))
        name = said.get(Head.NAME, "") or said.get(Head.COLLECTIVE, "")
        order = said.get(Head.ORDER, "")
        # from there on only who has a number is somebody
        has_ended = has_ended or is_signed((name, words[0]) if name else words)
        if is_sum(order, name or words[0]) or (has_ended and not order.strip(".").isdecimal()):
            doubts.append(_left_out("list_row_left_out", number, grid, words))
        elif not any(map(str.isalpha, name)):
            if len(words) > (order != ""):
                doubts.append(_left_out("list_row_without_name", number, grid, words))
        elif wrong is None:
            listed = _listed(said, number, is_collective)
            people.append(Person(listed, form, batch))
            batches[number] = said.get(Head.BATCH, "")
    if Head.BATCH in grid.columns:
        doubts += _without_batch(batches, grid.columns[Head.BATCH])
    return people, doubts


def batch_number(text: str) -> int:
    """The number in what the column of batches says: 2 of «Đợt 2»; 0 where there is none."""
    found = _NUMBER.fullmatch(fold(text))
    return int(found[1]) if found else 0


def _without_batch(batches: Mapping[int, str], column: int) -> Iterator[Doubt]:
    """Rows that say no number where others do, and rows that say nothing where each says its own."""
    times = Counter(text for text in batches.values() if text)
    is_numbered = any(map(batch_number, times))
    # a batch that stands once, in its first row, holds for those below
    each_its_own = any(count > 1 for count in times.values())
    above = ""
    unclear: list[str] = []
    for row, text in batches.items():
        above = text or above
        is_clear = (batch_number(text) or not is_numbered) if text else (above and not each_its_own)
        if not is_clear:
            unclear.append(cell_name(column, row))
    if times and unclear:
        yield Doubt("list_batch_unclear", tuple(unclear))


def _columns(grid: Grid) -> Mapping[Head, int]:
    """The columns without one beside the names that hardly any name goes on in."""
    at, rest = grid.columns.get(Head.NAME), grid.columns.get(Head.REST)
    if at is None or rest is None:
        return grid.columns
    named = [cells for _, cells in grid.rows if cells.get(at, "").strip()]
    goes_on = sum(bool(cells.get(rest, "").strip()) for cells in named)
    if 2 * goes_on > len(named):
        return grid.columns
    return {head: column for head, column in grid.columns.items() if head is not Head.REST}


def _whole_name(said: Mapping[Head, str]) -> str:
    """The name from the columns it is parted into, in their order."""
    name = said.get(Head.NAME, "")
    pieces = [text for head, text in said.items() if text and head in _OF_A_NAME]
    return name if any(name.startswith(f"{text} ") for text in pieces) else " ".join(pieces)


def clean(text: str) -> str:
    """A cell as one line in NFC, single spaces."""
    if stacked_marks(text) is not None or len(text) > 20 * LONGEST_LINE:
        return text
    return line_of(text)


def _unfit(text: str) -> bool:
    return len(text) > LONGEST_LINE or forbidden_sign(text) is not None or stacked_marks(text) is not None


def _group(said: dict[Head, str], words: list[str]) -> bool | None:
    """Whether a row that heads others is about collectives; None for a row that heads none."""
    named = [said.get(head, "") for head in (Head.ORDER, Head.NAME, Head.COLLECTIVE)]
    # in a cell over all columns it stands in the first of them, whatever that holds
    is_numbered = len(words) == _NUMBER_AND_NAME and words[0] == named[0]
    if len(words) > 1 and not is_numbered and len(words) > sum(map(bool, named)):
        return None
    found = _GROUP.fullmatch(fold(" ".join(words)))
    return None if found is None else found[1] == "tap the"


def _listed(said: dict[Head, str], number: int, is_collective: bool | None) -> Listed:
    name, body = said.get(Head.NAME, ""), said.get(Head.COLLECTIVE, "")
    unit = said.get(Head.UNIT, "") or (body if name else "")
    one = recipient_of(name or body)
    absent, why = _switch(said.get(Head.ABSENT, ""))
    posthumous, more = _switch(said.get(Head.POSTHUMOUS, ""))
    notes = [said.get(Head.NOTE, ""), one.note, why, more]
    note = "; ".join(dict.fromkeys(text for text in notes if text))
    # the same signs as behind a name in an agenda
    if note and (sign := recipient_of(f"? ({note})")).name == "?":
        proxy, is_posthumous = one.proxy or sign.proxy, one.posthumous or sign.posthumous
        one = replace(one, proxy=proxy, posthumous=is_posthumous, absent=one.absent or sign.absent)
        note = sign.note
    return Listed(
        name=one.name,
        unit=unit or None,
        post=said.get(Head.POST) or None,
        address=said.get(Head.ADDRESS) or None,
        said=said.get(Head.SAID) or None,
        note=note or None,
        collective=True if body and not name else is_collective,
        posthumous=True if posthumous else (one.posthumous or None),
        proxy=said.get(Head.PROXY) or one.proxy,
        absent=absent or one.absent,
        row=number,
    )


def _switch(text: str) -> tuple[bool, str]:
    """Whether a cell says yes, and what it says beyond that."""
    word = fold(text).strip(" .")
    if word in _NO:
        return False, ""
    return True, "" if word in _YES else text


def _left_out(code: str, number: int, grid: Grid, words: list[str]) -> Doubt:
    return Doubt(code, (cell_name(min(grid.columns.values()), number),), (("words", " | ".join(words)),))


def _mended(grid: Grid) -> Iterator[Doubt]:
    """Letters that stand apart from their marks, and blanks too many: mended, and told."""
    known = set(grid.columns.values())
    apart: list[str] = []
    blanks: list[str] = []
    for number, cells in grid.rows:
        for column, text in cells.items():
            if column not in known or (text.isascii() and "  " not in text and text == text.strip()):
                continue
            if not unicodedata.is_normalized("NFC", text):
                apart.append(cell_name(column, number))
            if _BLANKS.search(text):
                blanks.append(cell_name(column, number))
    if apart:
        yield Doubt("list_letters_mended", tuple(apart))
    if blanks:
        yield Doubt("list_blanks_mended", tuple(blanks))


def cell_name(column: int, row: int) -> str:
    """«C14» for the third column of row 14."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"
