"""A workbook of Excel (.xlsx, .xlsm): its sheets as they are shown, read from the XML while it unpacks.

The zip is read here and not by a library, because a sheet of a few KB can unpack to hundreds of MB, and
because what is hidden, merged or never reckoned stands only in the XML. A formula that no program has yet
reckoned has no value, or a 0 in a workbook that asks to be reckoned when it is opened: it is left empty.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from datetime import datetime
from itertools import chain

from runofshow.office.archive import Archive
from runofshow.office.failure import CannotRead, Failure
from runofshow.office.sheet import MOST_SHEETS, Sheet
from runofshow.office.styles import Styles, styles_of
from runofshow.office.values import clock, day, moment, shown
from runofshow.office.xml_stream import Enough, listen

MOST_STRINGS = 200_000
_MOST_EMPTY_ROWS = 20_000
"""One after another: the rest of the sheet was formatted and never filled."""
_MOST_CUT = 4
"""Sheets that are cut short, after which no other is read."""
MOST_LETTERS = 20_000_000
"""Of all shared strings together."""

_REF = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
"""How a workbook spells letters that XML has no place for: a line's end as «_x000D_»."""
_CONTENT = re.compile(rb"<(?:\w+:)?(?:v|is)>")
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=\"([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})\"")


def workbook_sheets(data: bytes) -> tuple[list[Sheet], bool]:
    """The sheets, and whether all of their text was read. Raises CannotRead: DAMAGED, ENCRYPTED, BOMB, and
    UNKNOWN_FORM of a binary workbook."""
    archive = Archive(data)
    if "xl/workbook.bin" in archive.sizes():  # .xlsb
        raise CannotRead(Failure.UNKNOWN_FORM)
    book = archive.xml("xl/workbook.xml")
    if book is None:
        raise CannotRead(Failure.DAMAGED)
    targets = _targets(archive)
    properties = {_local(each.tag): _attributes(each.attrib) for each in book.iter()}
    strings = _Strings()
    whole = listen(archive.chunks("xl/sharedStrings.xml"), strings)
    settings = _Settings(
        strings=strings.found,
        styles=styles_of(archive.xml("xl/styles.xml")),
        since_1904=_is_true(properties.get("workbookPr", {}).get("date1904")),
        unreckoned=_is_true(properties.get("calcPr", {}).get("fullCalcOnLoad")),
    )
    sheets: list[Sheet] = []
    for each in (each for each in book.iter() if _local(each.tag) == "sheet"):
        attributes = _attributes(each.attrib)
        path = targets.get(attributes.get("id", ""), "")
        if path not in archive.sizes() or "/chartsheets/" in path or len(sheets) == MOST_SHEETS:
            continue
        sheet = Sheet(attributes.get("name", ""), hidden=attributes.get("state", "visible") != "visible")
        _read_sheet(archive, path, sheet, settings)
        sheets.append(sheet)
        if sum(each.cut_short for each in sheets) == _MOST_CUT:
            break
    return sheets, whole


def _targets(archive: Archive) -> dict[str, str]:
    """The path in the zip of each relation of the workbook."""
    relations = archive.xml("xl/_rels/workbook.xml.rels")
    if relations is None:
        raise CannotRead(Failure.DAMAGED)
    return {
        each.get("Id", ""): posixpath.normpath(posixpath.join("/xl", each.get("Target", ""))).lstrip("/")
        for each in relations
    }


def _read_sheet(archive: Archive, path: str, sheet: Sheet, settings: _Settings) -> None:
    rest = b""
    chunks = archive.chunks(path)

    def remembered() -> Iterator[bytes]:
        nonlocal rest
        for chunk in chunks:
            rest = chunk
            yield chunk

    cells = _Cells(sheet, settings)
    if not listen(remembered(), cells):
        # Which cells are merged stands after them all; what else stands there is not read.
        sheet.cut_short |= cells.empty_rows <= _MOST_EMPTY_ROWS
        for chunk in chain([b""], chunks):
            sheet.cut_short |= _CONTENT.search(rest + chunk) is not None
            for found in _MERGED.findall(rest + chunk):
                _merge(sheet, found.decode())
            rest = chunk[-100:]


def _merge(sheet: Sheet, ref: str) -> None:
    first, _, last = ref.partition(":")
    begin, end = _at(first), _at(last or first)
    if begin is not None and end is not None:
        sheet.merge(*begin, *end)


def _at(ref: str) -> tuple[int, int] | None:
    """Row and column from 0 of «B7»."""
    match = _REF.fullmatch(ref)
    if match is None:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]) - 1, column - 1


class _Settings:
    """What all sheets of a workbook share."""

    def __init__(self, *, strings: list[str], styles: Styles, since_1904: bool, unreckoned: bool) -> None:
        self.strings = strings
        self.styles = styles
        self.since_1904 = since_1904
        self.unreckoned = unreckoned


class _Strings:
    """The strings that cells name by number; how they are to be pronounced is left out."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._pieces: list[str] = []
        self._in_text = False
        self._pronounced = 0
        self._letters = 0

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        if name == "si":
            self._pieces = []
        elif name == "rPh":
            self._pronounced += 1
        elif name == "t":
            self._in_text = not self._pronounced

    def end(self, name: str) -> None:
        if name == "si":
            self.found.append("".join(self._pieces))
            self._letters += len(self.found[-1])
            if len(self.found) > MOST_STRINGS or self._letters > MOST_LETTERS:
                raise Enough
        elif name == "rPh":
            self._pronounced -= 1
        elif name == "t":
            self._in_text = False

    def text(self, letters: str) -> None:
        if self._in_text:
            self._pieces.append(letters)


class _Cells:
    """The cells of one sheet; a cell without a reference stands after the one before it."""

    def __init__(self, sheet: Sheet, settings: _Settings) -> None:
        self._sheet = sheet
        self._settings = settings
        self._row = self._column = -1
        self.empty_rows = 0
        """One after another, up to here."""
        self._cell: dict[str, str] = {}
        self._has_formula = False
        self._pieces: list[str] = []
        self._takes = False

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        match name:
            case "c":
                self._cell, self._pieces, self._has_formula = attributes, [], False
                at = _at(attributes.get("r", ""))
                self._row, self._column = at or (self._row, self._column + 1)
            case "v" | "t":
                self._takes = True
            case "f":
                self._has_formula = True
            case "row":
                self._row = int(attributes["r"]) - 1 if "r" in attributes else self._row + 1
                self._column = -1
                self.empty_rows += 1
                if self.empty_rows > _MOST_EMPTY_ROWS:
                    raise Enough
                if _is_true(attributes.get("hidden")) or attributes.get("ht") == "0":
                    self._sheet.hidden_rows.add(self._row)
            case "col" if _is_true(attributes.get("hidden")):
                first, last = int(attributes.get("min", "1")), int(attributes.get("max", "1"))
                self._sheet.hidden_columns.update(range(first - 1, min(last, 1_000)))
            case "mergeCell":
                _merge(self._sheet, attributes.get("ref", ""))
            case _:
                pass

    def end(self, name: str) -> None:
        if name in ("v", "t"):
            self._takes = False
        elif name == "c" and (self._has_formula or self._pieces):
            look = self._settings.styles.look(self._style)
            text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), self._shown("".join(self._pieces)))
            if not text and (self._has_formula or self._cell.get("t") in ("b", "e")):
                self._sheet.unread.add((self._row, self._column))
            self._sheet.put(self._row, self._column, text, look)
            self.empty_rows = 0
            if self._sheet.is_full:
                raise Enough

    def text(self, letters: str) -> None:
        if self._takes:
            self._pieces.append(letters)

    @property
    def _style(self) -> int:
        written = self._cell.get("s", "")
        return int(written) if written.isdecimal() else 0

    def _shown(self, value: str) -> str:
        if not value:
            return ""
        match self._cell.get("t", "n"):
            case "s":
                index = int(value) if value.strip().isdecimal() else -1
                return self._settings.strings[index] if 0 <= index < len(self._settings.strings) else ""
            case "str" | "inlineStr":
                return value
            case "d":
                return _dated(value)
            case "n":
                number = float(value)
                if number == 0 and self._has_formula and self._settings.unreckoned:
                    return ""
                form = self._settings.styles.form(self._style)
                return shown(number, form, since_1904=self._settings.since_1904)
            case _:  # a boolean or an error says nothing to people
                return ""


def _dated(value: str) -> str:
    """A date or an hour that is spelt out: «2020-03-27T07:30:00», «07:30:00»."""
    try:
        if ":" in value and "-" not in value:
            hours, minutes, seconds = [*value.split(":"), "0"][:3]
            return clock(int(hours) * 3600 + int(minutes) * 60 + int(float(seconds)))
        at = datetime.fromisoformat(value.strip())
    except ValueError:
        return value
    return moment(at) if "T" in value else day(at)


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _attributes(attributes: dict[str, str]) -> dict[str, str]:
    return {_local(name): value for name, value in attributes.items()}


def _is_true(value: str | None) -> bool:
    return value in ("1", "true")
