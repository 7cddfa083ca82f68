"""The lists of those honoured that a plan attaches, and the awards of its programme that they belong to.

A list is a table with a column of names whose title, sheet or column of forms speaks of an award, or names
line by line under such a head (name_lines.py). Nobody on it is lost: a row that is nobody is a doubt, and a
list without an award makes one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from runofshow.agenda_file.honoured import Listed, is_a_collective, listed_entry
from runofshow.agenda_file.name_lists.heads import Head, columns_of, shared_columns
from runofshow.agenda_file.name_lists.list_file import Grid
from runofshow.agenda_file.name_lists.people import people_of
from runofshow.agenda_file.wording import fold
from runofshow.core.agenda import Award
from runofshow.core.award import recipient_of
from runofshow.core.honours import bare_name, form_of
from runofshow.core.value import replace
from runofshow.documents.document import Document, Line, Part, Place, Table
from runofshow.documents.doubt import Doubt, DoubtCode
from runofshow.documents.draft import DraftItem
from runofshow.documents.finding.name_lines import name_lines
from runofshow.documents.places import said
from runofshow.texts import Language

_ABOVE: Final = 6
"""Lines over a table in which its title is looked for."""
_ROWS: Final = 5
"""Rows in which its heads are looked for."""
_HONOURED = re.compile(
    r"khen|tặng|danh hiệu|biểu dương|tôn vinh|tuyên dương|vinh danh|huân chương|award|honou?r", re.IGNORECASE
)
_OTHERS = re.compile(
    r"đại biểu|ban tổ chức|thành viên|khách mời|phân công|tham dự|delegates|committee", re.IGNORECASE
)
_PROGRAMME = frozenset({"thoi gian", "gio", "noi dung", "thoi luong", "chuong trinh", "time", "nhiem vu"})
_MOST_NAMED: Final = 20
_KIND: Final = "award"


class _List(Struct, frozen=True):
    """Those to whom one form is handed over."""

    title: str
    form: str
    at: str
    people: tuple[Listed, ...]


def with_honoured(
    items: Sequence[DraftItem], document: Document, language: Language
) -> tuple[list[DraftItem], list[Doubt]]:
    """The items with those honoured in their awards, and what to look at."""
    held, doubts = list(items), list[Doubt]()
    for part in document.parts:
        if part.hidden:
            continue
        for lists, unsure in _found(part, language):
            doubts += unsure
            for each in lists:
                doubts += _taken(each, held)
    return held, doubts


def _found(part: Part, language: Language) -> Iterator[tuple[list[_List], list[Doubt]]]:
    """Every list, in a table or line by line, with what to look at in it."""
    above: list[Line] = []
    for block in part.blocks:
        if isinstance(block, Line):
            above.append(block)
            continue
        yield from _written(above, part.name, language)
        yield _lists(block, _title_over(above), part.name, language)
        above = []
    yield from _written(above, part.name, language)


def _written(
    lines: Sequence[Line], sheet: str, language: Language
) -> Iterator[tuple[list[_List], list[Doubt]]]:
    """The lists that stand line by line."""
    for found in name_lines(lines):
        if not _speaks_of_an_award(found.about, sheet):
            continue
        at, name = said(found.place, language), _name_of(found.title)
        lists, doubts = _of_grid(found.grid, name, at, found.bodies)
        doubts += [Doubt.of(DoubtCode.NOT_HONOURED, at, list=name, words=words) for words in found.left_out]
        if guessed := found.of_the_line_above:
            about = {"list": name, "count": len(guessed), "names": _named(guessed)}
            doubts.append(Doubt.of(DoubtCode.FORM_GUESSED, at, **about))
        yield lists, doubts


def _title_over(lines: Sequence[Line]) -> str:
    """What stands over a table: from the last «DANH SÁCH» on, else the lines right above it."""
    near = [line.text for line in lines[-_ABOVE:]]
    heads = [at for at, text in enumerate(near) if fold(text).startswith("danh sach")]
    return " ".join(near[heads[-1] :] if heads else near)


def _speaks_of_an_award(title: str, sheet: str) -> bool:
    speaks = f"{title} {sheet}"
    return bool(_HONOURED.search(speaks)) and not _OTHERS.search(speaks)


def _lists(table: Table, title: str, sheet: str, language: Language) -> tuple[list[_List], list[Doubt]]:
    grid, title = _grid(table, title)
    if grid is None or (Head.FORM not in grid.columns and not _speaks_of_an_award(title, sheet)):
        return [], []
    at = said(table.place if sheet == "" else Place(sheet=sheet), language)
    return _of_grid(grid, _name_of(title) or sheet, at, {})


def _of_grid(grid: Grid, name: str, at: str, bodies: Mapping[int, bool]) -> tuple[list[_List], list[Doubt]]:
    """Those of one list by their forms, with every row that is nobody and everybody to look at."""
    people, wrong = people_of(grid)
    doubts = [
        Doubt.of(DoubtCode.NOT_HONOURED, at, list=name, words=dict(each.about).get("words") or each.cells[0])
        for each in wrong
        if each.code in ("list_row_left_out", "list_row_without_name", "list_bad_cell")
    ]
    if not people:
        return [], doubts
    everybody = [
        replace(each.listed, collective=bodies.get(each.listed.row, each.listed.collective))
        for each in people
    ]
    forms: dict[str, list[Listed]] = {}
    for each, one in zip(people, everybody, strict=True):
        forms.setdefault(each.form, []).append(one)
    doubts += _unsure(everybody, name, at, has_units=Head.UNIT in grid.columns)
    return [_List(name, form, at, tuple(those)) for form, those in forms.items()], doubts


def _grid(table: Table, title: str) -> tuple[Grid | None, str]:
    """The rows below the heads of a list of names, and its title with what stands over them in the table."""
    rows = list(table.whole_rows())
    for at, (_, whole) in enumerate(rows[: _ROWS + _ABOVE]):
        texts = {column: _text(cell.text) for column, (cell, is_above) in whole.items() if not is_above}
        if _PROGRAMME & {fold(text).strip(" .:") for text in texts.values()}:
            return None, title
        columns = columns_of(texts)
        if columns is None or len(set(texts.values())) < 2:
            title = f"{title} {' '.join(dict.fromkeys(texts.values()))}".strip()
            continue
        shared = shared_columns(columns)
        below = tuple(
            (
                row.number,
                {
                    column: _text(cell.text)
                    for column, (cell, is_above) in whole.items()
                    if (not is_above or column in shared) and (cell.column == column)
                },
            )
            for row, whole in rows[at + 1 :]
            if not row.hidden
        )
        return Grid(columns, below), title
    return None, title


def _text(text: str) -> str:
    return " ".join(text.split())


def _name_of(title: str) -> str:
    """From the last «DANH SÁCH» on."""
    at = max(title.casefold().rfind("danh sách"), 0)
    return title[at:].strip(" :.;")[:120]


def _unsure(people: Sequence[Listed], name: str, at: str, *, has_units: bool) -> Iterator[Doubt]:
    """Homonyms, and who has no unit where others have one."""
    names = [bare_name(recipient_of(one.name)) for one in people]
    times = Counter(names)
    twins = [
        f"{one.name} ({one.unit})" if one.unit else one.name
        for one, bare in zip(people, names, strict=True)
        if times[bare] > 1
    ]
    if twins:
        yield Doubt.of(DoubtCode.SAME_NAMES, at, list=name, count=len(twins), names=_named(twins))
    bare_of_unit = [one.name for one in people if not one.unit and not is_a_collective(one)]
    if has_units and bare_of_unit:
        yield Doubt.of(
            DoubtCode.WITHOUT_UNIT, at, list=name, count=len(bare_of_unit), names=_named(bare_of_unit)
        )


def _named(names: Sequence[str]) -> str:
    return "; ".join(names[:_MOST_NAMED]) + ("; …" if len(names) > _MOST_NAMED else "")


def _taken(listed: _List, items: list[DraftItem]) -> Iterator[Doubt]:
    """Puts them into the award that is meant; where none is, into a new one."""
    form = listed.form or form_of(Award(), listed.title) or ""
    awards = [at for at, item in enumerate(items) if item.kind == _KIND]
    headings = {item.parent for item in items if item.kind == _KIND}
    leaves = [at for at in awards if at not in headings and _may_hand_over(form, items[at])]
    scores = {at: _likeness(form, listed, items[at]) for at in leaves}
    best = [at for at in leaves if scores[at] == max(scores.values()) and scores[at] > 0]
    about = {"list": listed.title, "count": len(listed.people)}
    if len(best) == 1 or len(leaves) == 1:
        at = best[0] if len(best) == 1 else leaves[0]
    elif leaves:
        at = (best or leaves)[0]
        yield Doubt.of(DoubtCode.AWARD_GUESSED, listed.at, item=items[at].title, **about)
    else:
        at = len(items)
        title = form or listed.title or "Khen thưởng"
        items.append(DraftItem(title=title, kind=_KIND, source=listed.at, guessed=("title", "kind")))
        yield Doubt.of(DoubtCode.AWARD_ADDED, listed.at, item=title, **about)
    item = items[at]
    told = form_of(Award(), item.title)
    items[at] = replace(
        item,
        recipients=(*item.recipients, *map(listed_entry, listed.people)),
        award_form=item.award_form or (form if form and fold(form) != fold(told or "") else None),
    )


def _may_hand_over(form: str, item: DraftItem) -> bool:
    """Whether nothing says that an award hands over something else: its title, or a list that it has."""
    told = item.award_form or form_of(Award(), item.title)
    mine, its = fold(form), fold(told or "")
    return not mine or not its or mine in its or its in mine


def _likeness(form: str, listed: _List, item: DraftItem) -> int:
    """How much an award's title says of what the list says."""
    title, meant = fold(item.title), fold(form)
    points = 4 if meant and (meant in title or fold(form_of(Award(), item.title) or "-") in meant) else 0
    over = fold(listed.title)
    for word in ("tap the", "ca nhan"):
        points += 1 if word in title and word in over else 0
        points -= 1 if word in title and word not in over and ("tap the" in over or "ca nhan" in over) else 0
    return points
