"""What an answer at a field changes in the text, or what is wrong with it in words."""

from __future__ import annotations

import re

from runofshow.agenda_file.complaint import TOP, Reporter, complaint_message, complaint_remedy
from runofshow.agenda_file.editing.edits import drop, put
from runofshow.agenda_file.editing.programme import item_paths, settle
from runofshow.agenda_file.editing.rendering import Value
from runofshow.agenda_file.editing.written import Written
from runofshow.agenda_file.fitting import Either, FieldError, ListOf, Path, keys
from runofshow.agenda_file.fitting import Value as Read
from runofshow.agenda_file.form import LeaderForm
from runofshow.agenda_file.notation import NotationError
from runofshow.agenda_file.shape import model_at
from runofshow.texts import Language
from runofshow.tui.desk.pasted_people import pasted_rows
from runofshow.tui.desk.people import leaders_said, people_said
from runofshow.tui.desk.slot_sorts import Ask
from runofshow.tui.desk.slots import Slot

_LIST_MARK = re.compile(r"\s*(?:[-–—•●▪◦·*+]\s*|\(?\d{1,3}[.)](?!\d)\s*|\d{1,3}/\s+|[a-zđ][.)]\s+)")
"""What a list from elsewhere has before each of its lines."""


class Unfit(ValueError):
    """The answer does not fit its field; the text says why, to whom it concerns."""


def check_answer(path: Path, text: str, language: Language) -> None:
    """Raises Unfit where the form would not take `text` at `path`."""
    *above, key = path
    shape = keys(model_at(above))[str(key)].shape
    if key == "leaders":
        for line in leaders_said(text, None, _LIST_MARK):
            for name, said in line.items() if isinstance(line, dict) else ():
                _read(keys(LeaderForm)[str(name)].shape, str(name), str(said), language)
    elif isinstance(shape, ListOf):
        each = shape.each.value if isinstance(shape.each, Either) else shape.each
        rows = pasted_rows(text) if key == "recipients" else None
        lines = text.splitlines() if rows is None else [one for one in rows.pieces if isinstance(one, str)]
        for line in filter(str.strip, lines):
            _read(each, str(key), line, language)
    else:
        _read(shape, str(key), text, language)


def _read(shape: object, key: str, text: str, language: Language) -> None:
    if not isinstance(shape, Read):
        return
    try:
        shape.read(text)
    except FieldError as error:
        about = {"key": key, "suggestion": error.suggest()} | error.about
        raise Unfit(_said(error.code, about, language)) from error
    except NotationError as error:
        about = {"key": key, "text": error.text, "suggestion": error.suggestion}
        raise Unfit(_said(error.code, about, language)) from error


def _said(code: str, about: dict[str, object], language: Language) -> str:
    complaint = Reporter("").error(code, TOP, **about)
    says, remedy = complaint_message(complaint, language), complaint_remedy(complaint, language)
    return f"{says}; {remedy}" if remedy else says


def answered(source: Written, thing: Path, slot: Slot, text: str, language: Language) -> Written:
    """The text with this answer at the field of the thing; a guess is settled by it. Raises Unfit.

    An empty answer takes the field out.
    """
    text = text.strip()
    if slot.ask is Ask.DOUBT:
        return _settled(source, thing, slot)
    if not text:
        done = cleared(source, thing, slot.path)
    else:
        check_answer(slot.path, text, language)
        done = put(source, slot.path, _value(slot, text, source.value(slot.path)))
        if slot.path[:1] == ("tracks",) and slot.name == "id":
            done = _renamed(done, slot.written, text)
        if not thing and slot.name == "date":
            done = cleared(done, thing, ("period",))
        elif not thing and slot.path[:1] == ("period",):
            done = cleared(done, thing, ("date",))
        elif slot.name in ("award.list", "award.recipients"):
            # the names stand in one place
            other = "recipients" if slot.name == "award.list" else "list"
            done = cleared(done, thing, (*slot.path[:-1], other))
    return settle(done, thing, slot.name.partition(".")[0])


def _renamed(source: Written, was: str, now: str) -> Written:
    """The text whose cues call a track by its new id."""
    for path in item_paths(source):
        cues = source.value((*path, "cues"))
        for index, cue in enumerate(cues if isinstance(cues, list) else []):
            if was and isinstance(cue, dict) and cue.get("track") == was:
                source = put(source, (*path, "cues", index, "track"), now)
    return source


def _value(slot: Slot, text: str, was: object) -> Value:
    if slot.ask is Ask.PEOPLE:
        return people_said(text, was, _LIST_MARK)
    if slot.ask is Ask.LEADERS:
        return leaders_said(text, was, _LIST_MARK)
    if slot.ask in (Ask.NAMES, Ask.KINDS):
        lines = (_LIST_MARK.sub("", line).strip() for line in text.splitlines())
        return [line for line in lines if line]
    return text == "true" if text in ("true", "false") and slot.ask is Ask.CHOICE else text


def settled(source: Written, thing: Path, slot: Slot) -> Written:
    """The text with what was guessed at the field taken for right, or the doubt taken for answered."""
    if slot.ask is Ask.DOUBT:
        return _settled(source, thing, slot)
    return settle(source, thing, slot.name.partition(".")[0])


def _settled(source: Written, thing: Path, slot: Slot) -> Written:
    if slot.name == "doubts":
        return cleared(source, thing, slot.path)
    return settle(source, thing, slot.name)


def cleared(source: Written, thing: Path, path: Path) -> Written:
    """The text without what is at `path`, nor what inside the thing then holds nothing."""
    if source.node(path) is None:
        return source
    # the roles are a thing of their own, whose mapping goes with the last of them
    least = 1 if thing == ("crew",) else len(thing) + 1
    while len(path) > least and len(_held(source, path[:-1])) == 1:
        path = path[:-1]
    return drop(source, path)


def _held(source: Written, path: Path) -> dict[str, object] | list[object]:
    found = source.value(path)
    return found if isinstance(found, dict | list) else []  # type: ignore[return-value]
