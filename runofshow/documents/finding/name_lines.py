"""Lists of those honoured that are written line by line, as the rows that a table of them would have.

    DANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG                         the head, and what stands under it
    I. TẶNG GIẤY KHEN CỦA CHỦ TỊCH UBND PHƯỜNG                 the form of those below
    1. Ông Nguyễn Văn An, Tổ trưởng, Tổ dân phố số 3           a name, a post, a unit
    2. Bà Lê Thị Bình - Phòng Kinh tế, Hạ tầng và Đô thị (truy tặng)

Of a person what stands behind the first comma or dash is post and unit; a collective's name is the whole
line. A list ends with the first line that is none of these; where that one may be somebody, it is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from runofshow.agenda_file.name_lists.foot import is_signed, is_sum
from runofshow.agenda_file.name_lists.heads import Head
from runofshow.agenda_file.name_lists.list_file import MOST_ROWS, Cells, Grid
from runofshow.agenda_file.wording import fold
from runofshow.core.agenda import Award
from runofshow.core.calling import is_body, is_personal
from runofshow.core.honours import form_of
from runofshow.core.value import replace
from runofshow.documents.document import Line, Place


class NameLines(Struct, frozen=True):
    """One list."""

    title: str
    """Its head, with what stands under it."""
    about: str
    """The same with all that it says of what is handed over."""
    place: Place
    grid: Grid
    bodies: Mapping[int, bool]
    """By the number of its row whether somebody is a collective, where the list says so."""
    of_the_line_above: tuple[str, ...]
    """Whose form stands only in the line of somebody before them."""
    left_out: tuple[str, ...]
    """Lines in it, or right behind it, that are nobody as far as can be seen."""


_COLUMNS: Final = {Head.ORDER: 0, Head.NAME: 1, Head.POST: 2, Head.UNIT: 3, Head.FORM: 4, Head.NOTE: 5}
_HEAD: Final = re.compile(r"(?:(?:phu luc|bieu|mau)[^:.]{0,20}[:.-]? *)?danh sach\b")
_LONGEST_HEAD: Final = 200
_UNDER_HEAD: Final = 6
"""Lines between the head and the first name that say what the list is."""
_MARK: Final = re.compile(r"(?:(?P<n>\d{1,4})\s*[.)/]|\((?P<m>\d{1,4})\)|(?P<b>[-–•+*]))\s*(?=\S)")
_OF_HEADING: Final = re.compile(r"(?:[IVX]{1,5}|[A-HĐ])\s*[.)/-]\s*(?=\S)")
_GROUP: Final = re.compile(r"(?:cac )?(?:tap the|ca nhan)(?: *[:(]? *\d.*|:)?")
_GIVING: Final = re.compile(
    r"(?:de nghi |duoc |cong nhan |danh sach |hinh thuc |cac |tap the|ca nhan|tang thuong|khen thuong"
    r"|truy tang|trao tang|tang|trao|va|,| )*"
)
"""What stands before a form where the line names nobody."""
_GIVEN: Final = re.compile(r"(?:[\s,;:–-]|được|đề nghị|tặng|nhận|khen thưởng)+$", re.IGNORECASE)
"""What joins a name to its form."""
_ADDRESSED: Final = re.compile(
    r"(?:cố |các )?(?:đồng chí|đ/c|ông|bà|anh|chị|em|cháu|mr|ms|mrs|dr)\b\.? ?", re.IGNORECASE
)
_BETWEEN: Final = re.compile(r"\s*[,;:\t]\s*|\s+[-–—]+\s+")
_COMMA: Final = re.compile(r"\s*[,;]\s*")
_POST: Final = re.compile(
    r"(?:nguyên |phó |quyền )*(?:bí thư|chủ tịch|giám đốc|trưởng|tổ trưởng|đội trưởng|nhóm trưởng|hiệu trưởng"
    r"|chi hội trưởng|hội trưởng|chánh|chuyên viên|cán bộ|công chức|viên chức|nhân viên|giáo viên|giảng viên"
    r"|công nhân|kế toán|bác sĩ|y sĩ|y tá|điều dưỡng|kỹ sư|ủy viên|xã viên|hội viên|đoàn viên|đảng viên"
    r"|chỉ huy|thường trực|chủ nhiệm|thư ký|lái xe|học sinh|sinh viên|nông dân|thiếu úy|trung úy|thượng úy"
    r"|đại úy|thiếu tá|trung tá|thượng tá|đại tá)\b",
    re.IGNORECASE,
)
_BRACKETS: Final = re.compile(r"\s*\(([^()]*)\)")
_SIGN: Final = re.compile(r"nhận thay|truy tặng|vắng", re.IGNORECASE)


class _Marked(Struct, frozen=True):
    """A line without its mark."""

    rest: str
    number: int = 0
    """Its number; 0 of one that has none."""
    bullet: bool = False


def name_lines(lines: Sequence[Line]) -> Iterator[NameLines]:
    """Every list among lines that no table parts."""
    at = 0
    while at < len(lines):
        text = lines[at].text
        if len(text) > _LONGEST_HEAD or not _HEAD.match(fold(text)):
            at += 1
            continue
        found = _Reading(lines, at)
        if found.rows:
            yield found.list()
        at = max(found.at, at + 1)


class _Reading:
    """One list while it is read, from its head on."""

    def __init__(self, lines: Sequence[Line], head: int) -> None:
        self._lines = lines
        self._place = lines[head].place
        self._title = [lines[head].text]
        self._about: list[str] = []
        self._left_out: list[str] = []
        self._of_the_line_above: list[str] = []
        self._has_own_forms = False
        self._bodies: dict[int, bool] = {}
        self._form = ""
        self._is_person: bool | None = None
        self._last = _Marked("")
        self.rows: list[tuple[int, Cells]] = []
        self.at = head + 1
        self._group(lines[head].text)
        while self.at < len(lines) and len(self.rows) <= MOST_ROWS and self._takes(lines[self.at]):
            self.at += 1

    def list(self) -> NameLines:
        grid, title = Grid(dict(_COLUMNS), tuple(self.rows)), " ".join(self._title)
        about = " ".join((title, *self._about))
        left_out, guessed = tuple(self._left_out), tuple(self._of_the_line_above)
        return NameLines(title, about, self._place, grid, self._bodies, guessed, left_out)

    def _takes(self, line: Line) -> bool:
        """Whether the line belongs to the list."""
        marked = _marked(line)
        rest = marked.rest
        if _HEAD.match(fold(rest)) or is_signed((rest,)):
            return False
        if _GROUP.fullmatch(fold(rest)):
            self._group(rest)
        elif self._is_form(rest):
            self._about.append(rest)
        elif rest.startswith("(") or is_sum("", rest):
            (self._left_out if self.rows else self._about).append(rest)
        elif marked.number or self._is_somebody(marked):
            self._add(marked)
        elif self._goes_on(line):
            self.rows.pop()
            self._add(replace(self._last, rest=f"{self._last.rest} {rest}"))
        elif not self.rows and len(self._title) <= _UNDER_HEAD:
            self._title.append(rest)
            self._group(rest)
        else:
            self._left_out += [] if line.heading or rest.isupper() else [rest]
            return False
        return True

    def _group(self, text: str) -> None:
        """Whether those below are persons, where a line speaks of one sort alone."""
        said = fold(text)
        persons, bodies = "ca nhan" in said, "tap the" in said
        if persons != bodies:
            self._is_person = persons

    def _is_form(self, text: str) -> bool:
        """Whether a line names what those below receive."""
        form, before = _form_in(text)
        if not form or not _GIVING.fullmatch(fold(before)):
            return False
        self._form, self._is_person = form, None
        self._group(text)
        return True

    def _is_somebody(self, marked: _Marked) -> bool:
        first = _BETWEEN.split(marked.rest, maxsplit=1)[0]
        if _ADDRESSED.match(marked.rest) or is_personal(first):
            return True
        if marked.bullet:
            return is_body(first) or (bool(self.rows) and self._last.bullet)
        is_like_the_last = bool(self.rows) and not self._last.number and not self._last.bullet
        return is_like_the_last and is_body(first)

    def _goes_on(self, line: Line) -> bool:
        """Whether a line without a mark is the rest of the name before it."""
        if not self.rows or line.heading:
            return False
        after = self._lines[self.at + 1 : self.at + 2]
        counts_on = bool(after) and _marked(after[0]).number == self._last.number + 1
        return line.goes_on or (self._last.number > 0 and counts_on)

    def _add(self, marked: _Marked) -> None:
        self._last = marked
        number = len(self.rows) + 1
        form, before = _form_in(marked.rest)
        said = self._said(_GIVEN.sub("", before) if form else marked.rest)
        if self._has_own_forms and not form and not self._form:
            self._of_the_line_above.append(said[Head.NAME])
        self._has_own_forms = self._has_own_forms or bool(form)
        said |= {Head.ORDER: str(marked.number or ""), Head.FORM: form or self._form}
        self.rows.append((number, {_COLUMNS[head]: told for head, told in said.items() if told}))
        if self._is_person is not None:
            self._bodies[number] = not self._is_person

    def _said(self, text: str) -> dict[Head, str]:
        """What a line says of somebody."""
        signs, others = list[str](), list[str]()

        def taken(found: re.Match[str]) -> str:
            for piece in found[1].split(";"):
                (signs if _SIGN.match(piece.strip()) else others).append(piece.strip())
            return ""

        name, post, unit = _BRACKETS.sub(taken, text).strip(" .;,:"), "", ""
        first = _BETWEEN.split(name, maxsplit=1)[0]
        if self._is_person or _ADDRESSED.match(name) or is_personal(first):
            name, post, unit = _parted(name)
        if others and not unit:
            unit = others.pop(0)
        signed = " ".join([name, *(f"({sign})" for sign in signs)])
        return {Head.NAME: signed, Head.POST: post, Head.UNIT: unit, Head.NOTE: "; ".join(others)}


def _marked(line: Line) -> _Marked:
    """A line with its number, drawn by the program or typed; «I.» and «A.» count nobody."""
    text = f"{line.mark} {line.text}".strip()
    if (found := _MARK.match(text)) is not None:
        number = found["n"] or found["m"]
        return _Marked(text[found.end() :], int(number or 0), bullet=number is None)
    of_heading = _OF_HEADING.match(text)
    return _Marked(text[of_heading.end() :] if of_heading else text)


def _form_in(text: str) -> tuple[str, str]:
    """What is handed over, as a line names it, and what stands before that; empty where it names nothing."""
    form = (form_of(Award(), text) or "").strip(" :.")
    at = text.casefold().find(form.casefold())
    return (form, text[:at]) if form and at >= 0 else ("", text)


def _parted(text: str) -> tuple[str, str, str]:
    """Name, post and unit of a person."""
    found = _BETWEEN.search(text)
    if found is None:
        return text, "", ""
    name, rest = text[: found.start()], text[found.end() :]
    # «Phòng Văn hóa - Xã hội» is one, unless dashes stand between all
    again = (_COMMA if found[0].strip()[:1] in (",", ";", ":", "") else _BETWEEN).search(rest)
    if again is not None and _POST.match(rest):
        return name, rest[: again.start()], rest[again.end() :]
    return name, "", rest
