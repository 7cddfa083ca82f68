"""How a field is asked at the desk: written where it stands, chosen from a list, or as the form of a cue."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator
from pathlib import Path as File
from typing import TYPE_CHECKING, Any

from runofshow.agenda_file.catalogue import catalogue
from runofshow.agenda_file.editing.edits import drop, put
from runofshow.agenda_file.editing.rendering import Value
from runofshow.agenda_file.editing.written import Written
from runofshow.agenda_file.fitting import Path
from runofshow.agenda_file.wording import shown
from runofshow.agenda_file.writing import cue_entries
from runofshow.tui.desk.answering import Unfit, answered, check_answer, cleared
from runofshow.tui.desk.entry import InlineEntry
from runofshow.tui.desk.pasted_people import pasted_rows
from runofshow.tui.desk.slot_sorts import AWARDS, CUE_FIELDS, Ask, choices
from runofshow.tui.desk.slots import Slot
from runofshow.tui.dialogs.form import Form
from runofshow.tui.dialogs.picker import Option, Picker
from runofshow.tui.fields import Field, Values, Wrong

if TYPE_CHECKING:
    from runofshow.tui.desk.app import PlanDesk

SOUNDS = frozenset({".mp3", ".wav", ".flac", ".ogg", ".opus", ".m4a", ".aac", ".wma", ".mp4", ".mkv", ".mov"})
LISTS = frozenset({".csv", ".xlsx"})
TEXTS = frozenset({".docx", ".txt"})
MOST_FILES = 500
DEEPEST = 3
"""Folders below the agenda's that are looked into."""
_TAKES_NONE = "-"
_ANOTHER = "…"
_LONGEST = 24
"""Signs of what was left out that are said in the last line, which has 80."""

Then = Callable[[Written, Path], None]


class FieldAsker:
    """Asks a field of the chosen line, and changes the text by the answer."""

    def __init__(self, window: PlanDesk, then: Then) -> None:
        self._window = window
        self._board = window.board
        self._then = then

    def ask(self, slot: Slot) -> None:
        """Ask it in its own way."""
        match slot.ask:
            case Ask.CUE | Ask.NEW_CUE:
                self._ask_cue(slot)
            case Ask.CHOICE | Ask.KIND | Ask.KINDS:
                self._pick(slot, [Option(value, said, _aliases(value, slot)) for value, said in slot.choices])
            case Ask.FILE:
                self._pick_file(slot, SOUNDS, self._window.desk.no_files)
            case Ask.LIST:
                self._pick_file(slot, LISTS, self._window.desk.no_lists)
            case Ask.TEXT:
                self._pick_file(slot, TEXTS, self._window.desk.no_texts)
            case Ask.FORM:
                self._pick_form(slot)
            case Ask.DOUBT:
                self._window.obey_settle()
            case Ask.NOTHING:
                self._window.say(self._window.desk.not_here, bad=True)
            case _:
                self._write(slot)

    def clear(self, slot: Slot) -> None:
        """Take out what the field says."""
        source, thing = self._board.source, self._board.thing.path
        if slot.ask is Ask.CUE:
            index = int(slot.path[-1])
            done = self._with_cues(source, thing)
            self._then(drop(done, slot.path) if index < len(_rows(done, slot.path[:-1])) else done, thing)
        elif slot.ask in (Ask.NEW_CUE, Ask.NOTHING):
            self._window.say(self._window.desk.not_here, bad=True)
        elif slot.is_needed:
            self._window.say(f"{slot.label}: {self._window.desk.needed}", bad=True)
        elif slot.ask is Ask.DOUBT:
            self._window.obey_settle()
        else:
            self._then(cleared(source, thing, slot.path), thing)

    def _write(self, slot: Slot) -> None:
        desk, language = self._window.desk, self._window.words.language
        is_long = slot.ask in (Ask.LINES, Ask.NAMES, Ask.PEOPLE, Ask.LEADERS)

        def complaint(text: str) -> str:
            if not text.strip():
                return desk.needed if slot.is_needed else ""
            try:
                check_answer(slot.path, text.strip(), language)
            except Unfit as unfit:
                return str(unfit)
            return ""

        told = {Ask.NAMES: desk.names_below, Ask.PEOPLE: desk.people_below, Ask.LEADERS: desk.leaders_below}
        below = told.get(slot.ask, desk.lines_below) if is_long else ""
        value = slot.written
        if slot.name == "mc" and not value:
            value = slot.assumed
        entry = InlineEntry(value, self._board.spot, complaint, below=below, long=is_long)
        self._window.push_screen(entry, lambda text: self._answer(slot, text, unchanged=value))

    def _answer(self, slot: Slot, text: str | None, unchanged: str | None = None) -> None:
        board = self._board
        if text is None or (
            text.strip() == (unchanged or "").strip() and unchanged is not None and not slot.is_guess
        ):
            return
        thing = board.thing.path
        self._then(answered(board.source, thing, slot, text, self._window.words.language), thing)
        if slot.ask is Ask.PEOPLE:
            self._tell_of_rows(text)

    def _tell_of_rows(self, text: str) -> None:
        """What was read of rows that were pasted with their heads, and what was not."""
        rows, desk = pasted_rows(text), self._window.desk
        if rows is None:
            return
        told = [desk.pasted.format(count=rows.people)]
        if rows.left_out:
            words = shown("; ".join(rows.left_out), _LONGEST)
            told.append(desk.pasted_left.format(count=len(rows.left_out), words=words))
        if rows.unused:
            told.append(desk.pasted_unused.format(heads=shown("; ".join(rows.unused), _LONGEST)))
        self._window.say(" · ".join(told), bad=len(told) > 1)

    def _pick(self, slot: Slot, options: list[Option]) -> None:
        chosen = slot.written.splitlines() or [""]
        picker = Picker(slot.label, options, self._window.words.forms.take_choice, chosen)

        def heard(value: str | None) -> None:
            if value is None:
                return
            if slot.ask is Ask.KINDS:
                kept = [each for each in slot.written.splitlines() if each != value]
                value = "\n".join(kept if value in slot.written.splitlines() else [*kept, value])
            self._answer(slot, value)

        self._window.push_screen(picker, heard)

    def _pick_form(self, slot: Slot) -> None:
        """One of the usual awards; any other is written."""
        desk = self._window.desk
        options = [Option("", desk.fields.choices[""]), Option(_ANOTHER, desk.another_form)]
        options += [Option(each, each) for each in AWARDS]
        picker = Picker(slot.label, options, self._window.words.forms.take_choice, [slot.written or _ANOTHER])

        def heard(value: str | None) -> None:
            if value == _ANOTHER:
                self._write(slot)
            elif value is not None:
                self._answer(slot, value)

        self._window.push_screen(picker, heard)

    def _pick_file(self, slot: Slot, endings: Collection[str], none_there: str) -> None:
        shelf = self._window.shelf
        folder = File() if shelf is None else shelf.path.parent
        found = list(files_in(folder, endings))
        if not found:
            self._window.say(none_there.format(folder=folder.resolve()))
            self._write(slot)
            return
        none = self._window.desk.fields.choices[""]
        self._pick(slot, [Option("", none), *(Option(name, name) for name in found)])

    # Cues

    def _with_cues(self, source: Written, thing: Path) -> Written:
        """The text in which the cues of the line are written, those of custom too."""
        planned = self._board.checked.planned.get(thing)
        if source.node((*thing, "cues")) is not None or planned is None or not planned.item.cues:
            return source
        rows: list[Value] = [
            {key: str(said) for key, said in row.items() if key != "id"} for row in cue_entries(planned.item)
        ]
        return put(source, (*thing, "cues"), rows)

    def _ask_cue(self, slot: Slot) -> None:
        board, desk, words = self._board, self._window.desk, self._window.words
        thing = board.thing
        source = self._with_cues(board.source, thing.path)
        level, index = (*thing.path, "cues"), int(slot.path[-1]) if isinstance(slot.path[-1], int) else 0
        rows = _rows(source, level)
        if slot.ask is Ask.NEW_CUE:
            index = len(rows)
        row = rows[index] if index < len(rows) else {"to": "mc", "at": "start"}

        def wrong(values: Values) -> Wrong | None:
            for key, text in _said(values).items():
                try:
                    check_answer((*level, index, key), text, words.language)
                except Unfit as unfit:
                    return Wrong(key, str(unfit))
            return None

        def heard(values: Values | None) -> None:
            if values is not None:
                self._then(put(source, level, [*rows[:index], _said(values), *rows[index + 1 :]]), thing.path)

        fields = [self._cue_field(key, str(row.get(key, ""))) for key in CUE_FIELDS]
        form = Form(words, desk.ask_cue.format(title=thing.title), fields, wrong)
        self._window.push_screen(form, heard)

    def _cue_field(self, key: str, value: str) -> Field:
        desk, words = self._window.desk, self._window.words
        label = desk.fields.names["cue.id" if key == "id" else key]
        if key == "track":
            tracks = [row for row in _rows(self._board.source, ("tracks",)) if row.get("id")]
            options = [(_TAKES_NONE, words.forms.no_track)]
            options += [(str(row["id"]), f"{row.get('title', '')} ({row['id']})") for row in tracks]
            if value and value not in dict(options):
                options.append((value, value))
            return Field(key, label, value or _TAKES_NONE, choices=tuple(options))
        if key in ("to", "do", "go"):
            options = [(each or _TAKES_NONE, said) for each, said in choices(key, words, desk)]
            known = value if value in dict(options) else options[0][0]
            return Field(key, label, known, choices=tuple(options))
        return Field(key, label, value)


def _said(values: Values) -> dict[str, str]:
    return {key: text for key, text in values.items() if text and text != _TAKES_NONE}


def _rows(source: Written, path: Path) -> list[dict[str, Any]]:
    found = source.value(path)
    return [row if isinstance(row, dict) else {} for row in found] if isinstance(found, list) else []


def _aliases(value: str, slot: Slot) -> str:
    if slot.ask is Ask.CHOICE or value not in catalogue():
        return ""
    kind = catalogue()[value]
    return " ".join((kind.vi, kind.en, *kind.aliases))


def files_in(folder: File, endings: Collection[str]) -> Iterator[str]:
    """The files so ending in the folder and a little below it, as an agenda names them."""
    count = 0
    for at, folders, names in os.walk(folder):
        below = File(at).relative_to(folder)
        folders[:] = (
            sorted(name for name in folders if not name.startswith(".")) if len(below.parts) < DEEPEST else []
        )
        for name in sorted(names):
            if File(name).suffix.lower() in endings and not name.startswith("."):
                yield (below / name).as_posix()
                count += 1
                if count >= MOST_FILES:
                    return
