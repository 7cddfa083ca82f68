"""A change in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from runofshow.agenda_file.book.choices import choices
from runofshow.agenda_file.book.columns import COLUMNS, HEAD_FIELDS, Column, Form, SheetKind
from runofshow.agenda_file.returned.changes import Change, ChangeKind
from runofshow.agenda_file.returned.rows import AWARDED
from runofshow.agenda_file.wording import shown
from runofshow.texts import Language
from runofshow.texts.book import BOOK
from runofshow.texts.fields import FIELDS

_LONGEST: Final = 70
_COLUMNS: Final = {
    column.name: column for columns in (*COLUMNS.values(), HEAD_FIELDS) for column in columns if column.path
}
_OF_SESSION: Final = {
    "title": "session.title",
    "start": "start",
    "hard_out": "hard_out",
    "date": "session.date",
}


def change_line(change: Change, language: Language) -> str:
    """«~ Khai mạc: Thời lượng: 10' thành 15'»."""
    words = BOOK[language]
    title = shown(change.title or words.sheets["head"], _LONGEST)
    if change.above:
        title = f"{shown(change.above, _LONGEST)}: {title}"
    if change.kind is ChangeKind.SAYS:
        before, after = (_value(change, each, other, language) for each, other in _both(change))
        return words.what["changed"].format(
            where=title, field=field_label(change, language), before=before, after=after
        )
    if change.kind is ChangeKind.GONE and change.before:
        return words.what["gone_with"].format(title=title, count=change.before)
    what = words.what[f"{change.kind}_first" if _is_first(change) else change.kind]
    return what.format(what=words.rows[change.row[0]], title=title, after=shown(change.follows, _LONGEST))


def _is_first(change: Change) -> bool:
    return change.kind is not ChangeKind.GONE and not change.follows


def _both(change: Change) -> tuple[tuple[Any, Any], tuple[Any, Any]]:
    return (change.before, change.after), (change.after, change.before)


def field_label(change: Change, language: Language) -> str:
    """What the field is called on the sheet."""
    fields = FIELDS[language].names
    if change.path == ("cues",):
        return BOOK[language].sheets[SheetKind.CUES.value]
    if change.path == ("award",):
        return BOOK[language].sheets[SheetKind.AWARDS.value]
    if change.path == AWARDED:
        return FIELDS[language].names["award.recipients"]
    if change.row[0] == "session":
        name = _OF_SESSION[str(change.path[0])]
        return BOOK[language].heads.get(name) or fields[name]
    column = _column(change)
    if column is not None:
        return column.head(language)
    key = str(change.path[-1])
    return fields.get(key) or fields.get(f"{change.path[0]}.due") or str(change.path[0])


def _column(change: Change) -> Column | None:
    path = ".".join(str(step) for step in change.path)
    return _COLUMNS.get(f"{change.row[0]}.{path}") or _COLUMNS.get(path)


def _value(change: Change, said: Any, other: Any, language: Language) -> str:
    """What a field says, as a person reads it; of a list that changes only what the other lacks."""
    column = _column(change)
    if said in (None, "", [], {}):
        return BOOK[language].empty
    match said:
        case bool():
            return choices("yes", language)["true" if said else "false"]
        case list() if change.path == ("cues",):
            return f"{len(said)}"
        case list():
            rest = [each for each in said if not isinstance(other, list) or each not in other] or said
            rest = list(map(_named, rest))
            names = choices("kind", language) if column and column.form is Form.CHOICES else {}
            return shown("; ".join(names.get(each, str(each)) for each in rest), _LONGEST)
        case Mapping():
            return shown("; ".join(str(each) for each in _leaves(said, language)), _LONGEST)
    if column is not None and column.form is Form.CHOICE:
        return choices(column.choices, language).get(str(said), str(said))
    return shown(str(said), _LONGEST)


def _leaves(said: Mapping[str, Any], language: Language) -> list[str]:
    found: list[str] = []
    for value in said.values():
        if isinstance(value, Mapping):
            found += _leaves(value, language)
        elif isinstance(value, bool):
            found.append(choices("yes", language)["true" if value else "false"])
        else:
            found += list(map(_named, value)) if isinstance(value, list) else [str(value)]
    return found


def _named(said: Any) -> str:
    """One of a list: somebody who is honoured by their name."""
    return str(said["name"]) if isinstance(said, Mapping) else str(said)
