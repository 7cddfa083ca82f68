"""The lists of those honoured that a plan attaches, and the awards of its programme that they belong to.

A list is a table with a column of names whose title, sheet or column of forms speaks of an award. Nobody on
it is lost: a row that is nobody is a doubt, and a list without an award makes one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, Final

from msgspec import Struct

from runofshow.agenda_file.form import RecipientForm
from runofshow.agenda_file.honoured import Listed, entry_of
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
        for table, title in _tables(part):
            lists, unsure = _lists(table, title, part.name, language)
            doubts += unsure
            for each in lists:
                doubts += _taken(each, held)
    return held, doubts


def _tables(part: Part) -> Iterator[tuple[Table, str]]:
    """Each table with what stands over it."""
    above: list[str] = []
    for block in part.blocks:
        if isinstance(block, Line):
            above.append(block.text)
        else:
            yield block, " ".join(above[-_ABOVE:])
            above = []


def _lists(table: Table, title: str, sheet: str, language: Language) -> tuple[list[_List], list[Doubt]]:
    grid, title = _grid(table, title)
    if grid is None:
        return [], []
    speaks = f"{title} {sheet}"
    if Head.FORM not in grid.columns and (not _HONOURED.search(speaks) or _OTHERS.search(speaks)):
        return [], []
    people, wrong = people_of(grid)
    name = _name_of(title) or sheet
    at = said(table.place if sheet == "" else Place(sheet=sheet), language)
    doubts = [
        Doubt.of(DoubtCode.NOT_HONOURED, at, list=name, words=dict(each.about).get("words") or each.cells[0])
        for each in wrong
        if each.code in ("list_row_left_out", "list_row_without_name", "list_bad_cell")
    ]
    if not people:
        return [], doubts
    forms: dict[str, list[Listed]] = {}
    for each in people:
        forms.setdefault(each.form, []).append(each.listed)
    doubts += _unsure([each.listed for each in people], name, at, has_units=Head.UNIT in grid.columns)
    return [_List(name, form, at, tuple(listed)) for form, listed in forms.items()], doubts


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
    bare_of_unit = [one.name for one in people if not one.unit and not one.collective]
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
    leaves = [at for at in awards if at not in headings]
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
        recipients=(*item.recipients, *map(_entry, listed.people)),
        award_form=item.award_form or (form if form and fold(form) != fold(told or "") else None),
    )


def _likeness(form: str, listed: _List, item: DraftItem) -> int:
    """How much an award's title says of what the list says."""
    title, meant = fold(item.title), fold(form)
    points = 4 if meant and (meant in title or fold(form_of(Award(), item.title) or "-") in meant) else 0
    over = fold(listed.title)
    for word in ("tap the", "ca nhan"):
        points += 1 if word in title and word in over else 0
        points -= 1 if word in title and word not in over and ("tap the" in over or "ca nhan" in over) else 0
    return points


def _entry(one: Listed) -> Any:
    fields = {key: getattr(one, key) for key in RecipientForm.__struct_fields__}
    return entry_of({key: value for key, value in fields.items() if value not in (None, False, "")})
