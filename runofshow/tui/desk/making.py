"""What is new at the desk: items, parts, sessions, tracks, duties, and one item split in two."""

from __future__ import annotations

import re
from collections.abc import Callable
from string import ascii_lowercase
from typing import TYPE_CHECKING, Any

from runofshow.agenda_file.editing import programme
from runofshow.agenda_file.editing.edits import NotEdited, insert
from runofshow.agenda_file.editing.rendering import Value
from runofshow.agenda_file.editing.written import Written
from runofshow.agenda_file.fields import kind_meant
from runofshow.agenda_file.fitting import Path
from runofshow.agenda_file.wording import slug
from runofshow.tui.desk.answering import Unfit, check_answer
from runofshow.tui.desk.things import Sort
from runofshow.tui.dialogs.form import Form
from runofshow.tui.dialogs.picker import Option, Picker
from runofshow.tui.fields import Field, Values, Wrong
from runofshow.tui.row_form import insert_fields

if TYPE_CHECKING:
    from runofshow.tui.desk.app import PlanDesk

_JOINT = re.compile(r"\s*;\s+|\s+và\s+|\s+and\s+|,\s+")
"""Where a line of two things is likely to be split."""


class Maker:
    """Asks what is new, and puts it into the text."""

    def __init__(self, window: PlanDesk, then: Callable[[Written, Path], None]) -> None:
        self._window = window
        self._board = window.board
        self._desk = window.desk
        self._then = then

    def anything(self) -> None:
        """Ask which thing is new."""
        desk = self._desk
        makers: dict[str, tuple[str, Callable[[], None]]] = {
            "item": (desk.add_item, self.item),
            "part": (desk.add_part, self._part),
            "track": (desk.add_track, self._track),
            "duty": (desk.add_duty, self._duty),
            "session": (desk.add_session, self._session),
        }
        first = {Sort.TRACK: "track", Sort.DUTY: "duty"}.get(self._board.thing.sort, "item")
        options = [Option(name, said) for name, (said, _) in makers.items()]
        picker = Picker(desk.ask_add, options, self._window.words.forms.take_choice, [first])

        def heard(name: str | None) -> None:
            if name is not None:
                makers[name][1]()

        self._window.push_screen(picker, heard)

    def item(self) -> None:
        """A new item behind the chosen line; among tracks and duties, one more of those."""
        thing = self._board.thing
        match thing.sort:
            case Sort.TRACK:
                self._track()
            case Sort.DUTY:
                self._duty()
            case Sort.SESSION:
                self._ask_item(self._desk.ask_insert.format(title=thing.title), (*thing.path, "items"), 0)
            case Sort.ITEM:
                title = self._desk.ask_insert.format(title=thing.title)
                self._ask_item(title, thing.path[:-1], int(thing.path[-1]) + 1)
            case _:
                title = self._desk.ask_insert.format(title=self._desk.title_page)
                self._ask_item(title, programme.levels(self._board.source)[0], 0)

    def _part(self) -> None:
        thing = self._board.thing
        if thing.sort is not Sort.ITEM:
            self._window.say(self._desk.not_here, bad=True)
            return
        heading = thing.path[:-2] if thing.is_part else thing.path
        parts = self._board.source.value((*heading, "parts"))
        index = int(thing.path[-1]) + 1 if thing.is_part else len(parts) if isinstance(parts, list) else 0
        title = self._board.source.value((*heading, "title"))
        kind = self._board.source.value((*heading, "kind"))
        self._ask_item(self._desk.ask_part.format(title=title), (*heading, "parts"), index, str(kind or ""))

    def _ask_item(self, title: str, level: Path, index: int, kind: str = "") -> None:
        words = self._window.words
        fields = [each for each in insert_fields(words, {}, None) if each.name != "kind"]
        keys = {"title": "title", "by": "by", "minutes": "duration"}
        fields = [Field(each.name, each.label) for each in fields]

        def wrong(values: Values) -> Wrong | None:
            if not values["title"]:
                return Wrong("title", words.refusals.empty)
            return self._wrong({name: ((*level, 0, keys[name]), text) for name, text in values.items()})

        def heard(values: Values | None) -> None:
            if values is None:
                return
            meant = kind_meant(values["title"]) or kind or "other"
            item: dict[str, Value] = {"title": values["title"], "kind": meant}
            item |= {keys[name]: text for name, text in values.items() if text and name != "title"}
            path = (*level, index)
            number = _number_between(self._board.source.value(level), index)
            if number:
                item["number"] = number
            self._then(insert(self._board.source, level, index, item), path)
            if meant == "other":
                # nothing in the title tells what it is, so it is asked next
                self._board.go_to((*path, "kind"))

        self._window.push_screen(Form(words, title, fields, wrong), heard)

    def _wrong(self, answers: dict[str, tuple[Path, str]]) -> Wrong | None:
        for name, (path, text) in answers.items():
            try:
                if text:
                    check_answer(path, text, self._window.words.language)
            except Unfit as unfit:
                return Wrong(name, str(unfit))
        return None

    def split(self) -> None:
        """The chosen item as two."""
        thing, desk, words = self._board.thing, self._desk, self._window.words
        if thing.is_heading:
            self._window.say(desk.not_here, bad=True)
            return
        joint = _JOINT.search(thing.title)
        first = thing.title[: joint.start()] if joint else thing.title
        second = thing.title[joint.end() :] if joint else ""
        fields = [
            Field("first", desk.split_first, first),
            Field("second", desk.split_second, second[:1].upper() + second[1:]),
        ]

        def wrong(values: Values) -> Wrong | None:
            empty = next((name for name in ("first", "second") if not values[name]), None)
            return None if empty is None else Wrong(empty, words.refusals.empty)

        def heard(values: Values | None) -> None:
            if values is not None:
                done, _ = programme.split(self._board.source, thing.path, values["first"], values["second"])
                self._then(done, thing.path)

        self._window.push_screen(Form(words, desk.ask_split, fields, wrong), heard)

    def _session(self) -> None:
        desk, words = self._desk, self._window.words
        source = self._board.source
        labels = desk.fields.names
        first = [] if "sessions" in source.data else [Field("first", desk.first_session)]
        fields = [
            *first,
            *(Field(key, labels.get(f"session.{key}", labels[key])) for key in ("title", "date", "start")),
        ]

        def wrong(values: Values) -> Wrong | None:
            return self._wrong(
                {key: (("sessions", 0, key), values[key]) for key in ("title", "date", "start")}
            )

        def heard(values: Values | None) -> None:
            if values is None:
                return
            session = {key: values[key] for key in ("title", "date", "start") if values[key]}
            try:
                self._then(*programme.add_session(source, session, values.get("first", "")))
            except NotEdited:
                self._window.say(desk.not_here, bad=True)

        self._window.push_screen(Form(words, desk.ask_session, fields, wrong), heard)

    def _track(self) -> None:
        desk, words = self._desk, self._window.words
        fields = [
            Field("title", desk.fields.names["track.title"]),
            Field("id", desk.fields.names["track.id"]),
        ]

        def wrong(values: Values) -> Wrong | None:
            if not values["title"]:
                return Wrong("title", words.refusals.empty)
            return self._wrong({key: (("tracks", 0, key), text) for key, text in values.items()})

        def heard(values: Values | None) -> None:
            if values is not None:
                name = values["id"] or slug(values["title"]).replace("-", "_")
                row = {"id": self._unused(name or "track"), "title": values["title"]}
                self._added("tracks", row, "file")

        self._window.push_screen(Form(words, desk.ask_track, fields, wrong), heard)

    def _unused(self, name: str) -> str:
        rows = self._board.source.data.get("tracks")
        taken = {row.get("id") for row in rows if isinstance(row, dict)} if isinstance(rows, list) else set()
        return next(
            each for each in (name, *(f"{name}_{at}" for at in range(2, 10_000))) if each not in taken
        )

    def _duty(self) -> None:
        desk, words = self._desk, self._window.words
        labels = desk.fields.names
        fields = [Field(key, labels.get(f"duty.{key}", labels[key])) for key in ("what", "by", "due")]

        def wrong(values: Values) -> Wrong | None:
            if not values["what"]:
                return Wrong("what", words.refusals.empty)
            return self._wrong({key: (("duties", 0, key), text) for key, text in values.items()})

        def heard(values: Values | None) -> None:
            if values is not None:
                self._added("duties", {key: text for key, text in values.items() if text}, "")

        self._window.push_screen(Form(words, desk.ask_duty, fields, wrong), heard)

    def _added(self, key: str, row: dict[str, str], to: str) -> None:
        """Behind the chosen one of its sort, or the last."""
        source, thing = self._board.source, self._board.thing
        rows = source.data.get(key)
        count = len(rows) if isinstance(rows, list) else 0
        index = int(thing.path[-1]) + 1 if thing.path[:1] == (key,) and len(thing.path) == 2 else count
        self._then(insert(source, (key,), index, row), (key, index))
        if to:
            self._board.go_to((key, index, to))


def _number_between(rows: Any, index: int) -> str:
    """The number of a new row before one with a written number: 1a behind 1, for the count would go on behind
    the last of them. Empty where the count does well."""
    numbers = [str(row.get("number") or "") for row in rows if isinstance(row, dict)] if rows else []
    if not any(numbers[index:]):
        return ""
    before = next((each for each in reversed(numbers[:index]) if each), "")
    stem = before.rstrip(ascii_lowercase) or "0"
    free = (f"{stem}{letter}" for letter in ascii_lowercase)
    return next((each for each in free if each not in numbers), "") if before else stem
