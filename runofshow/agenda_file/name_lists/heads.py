"""What the head of a column means, by its words without diacritics."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from runofshow.agenda_file.wording import fold


class Head(StrEnum):
    """What a column of a list holds."""

    ORDER = "order"
    FAMILY = "family"
    """What of a name stands in a column of its own, before the rest: «Họ», «Họ đệm»."""
    MIDDLE = "middle"
    NAME = "name"
    REST = "rest"
    """What follows of a name whose head stands over two columns, if anything does."""
    COLLECTIVE = "collective"
    """The name of a collective, beside a column for persons."""
    UNIT = "unit"
    POST = "post"
    ADDRESS = "address"
    SAID = "said"
    FORM = "form"
    BATCH = "batch"
    NOTE = "note"
    PROXY = "proxy"
    POSTHUMOUS = "posthumous"
    ABSENT = "absent"


_WORDS: Final = {
    Head.ORDER: "stt, tt, so tt, so thu tu, no, thu tu",
    Head.FAMILY: "ho, ho dem, ho va dem, ho lot, ho va lot, ho chu lot, ho va chu lot, ho chu dem,"
    " ho va chu dem, ho ten dem, ho va ten dem, ho ten lot, ho va ten lot, family name, last name, surname",
    Head.MIDDLE: "dem, ten dem, chu dem, lot, ten lot, chu lot, middle name",
    Head.NAME: "ho va ten, ho ten, ho va ten tap the, ho ten tap the, ten, ten tap the ca nhan,"
    " tap the ca nhan, nguoi nhan, ho va ten ca nhan, ho ten ca nhan, ten ca nhan, ca nhan, name,"
    " full name, given name, first name, recipient",
    Head.COLLECTIVE: "ten tap the, tap the, ten don vi, collective",
    Head.UNIT: "don vi, don vi cong tac, noi cong tac, co quan, dia chi, unit, organisation",
    Head.POST: "chuc vu, chuc danh, position, post",
    Head.ADDRESS: "xung ho, danh xung, address, title",
    Head.SAID: "cach doc, doc la, phien am, pronunciation, said",
    Head.FORM: "hinh thuc, hinh thuc khen thuong, danh hieu, form, award",
    Head.BATCH: "dot, dot trao, luot, luot trao, batch",
    Head.NOTE: "ghi chu, note, notes, remarks",
    Head.PROXY: "nhan thay, nguoi nhan thay, received by, proxy",
    Head.POSTHUMOUS: "truy tang, posthumous",
    Head.ABSENT: "vang, vang mat, absent",
}
_MEANT: Final = {word: head for head, words in _WORDS.items() for word in words.split(", ")}
_BEGINNINGS: Final = tuple(sorted((word for word in _MEANT if " " in word or len(word) > 4), key=len)[::-1])
_NO_LETTER = re.compile(r"[^a-z0-9]+")


def head_of(cell: str) -> Head | None:
    """What a column so headed holds («Chức vụ, nơi công tác»: what one is); None where nobody can tell."""
    words = _NO_LETTER.sub(" ", fold(cell)).strip()
    if words in _MEANT:
        return _MEANT[words]
    return next((_MEANT[known] for known in _BEGINNINGS if words.startswith(f"{known} ")), None)


def columns_of(row: Mapping[int, str]) -> dict[Head, int] | None:
    """The columns of a row of heads, the first of each; None where the row names nobody's column."""
    columns: dict[Head, int] = {}
    for column, cell in sorted(row.items()):
        head = head_of(cell)
        if head is not None:
            columns.setdefault(head, column)
    at = columns.get(Head.NAME)
    if at is not None and row.get(at + 1, "").strip() in ("", row[at].strip()):
        columns[Head.REST] = at + 1
    named = Head.NAME in columns or Head.COLLECTIVE in columns
    return columns if named else None


def shared_columns(columns: Mapping[Head, int]) -> frozenset[int]:
    """Those in which one cell may speak of several rows."""
    return frozenset(columns[head] for head in (Head.UNIT, Head.FORM, Head.BATCH) if head in columns)
