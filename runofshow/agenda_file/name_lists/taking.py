"""An agenda's form with the names of the lists that stand beside it, and what is wrong or doubtful there.

The names are a part of the agenda from here on: a show that is opened keeps them in its journal, and a list
that is changed later is seen as any change of the plan is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from msgspec import Struct

from runofshow.agenda_file.batches import parts_of
from runofshow.agenda_file.complaint import Complaint, Reporter, Severity
from runofshow.agenda_file.fitting import Path as NodePath
from runofshow.agenda_file.form import AgendaForm, AwardForm, ItemForm, SessionForm
from runofshow.agenda_file.name_lists.list_file import Grid, NoList, read_list
from runofshow.agenda_file.name_lists.people import Doubt, Person, batch_number, people_of
from runofshow.agenda_file.places import Places
from runofshow.agenda_file.track_files import file_beside, is_elsewhere, nearest_beside
from runofshow.agenda_file.wording import fold
from runofshow.core.agenda import Award
from runofshow.core.honours import form_of
from runofshow.core.value import replace
from runofshow.texts import Language
from runofshow.texts.assumed import ASSUMED

_MOST_CELLS: Final = 40
"""Named of one doubt."""


class _Read(Struct):
    """A list that was read, and which of its rows an award has taken."""

    people: list[Person]
    taken: set[int]
    name: str
    path: NodePath
    """Of the first that names it."""


def with_lists(
    form: AgendaForm, places: Places, report: Reporter, folder: Path | None, language: Language
) -> tuple[AgendaForm, list[Complaint]]:
    """The form whose lists are read. `folder` is where they lie; None finds none."""
    taking = _Taking(places, report, folder, language)
    if form.sessions is None:
        form = replace(form, items=taking.level(form.items or [], ("items",)))
    else:
        sessions: list[SessionForm] = []
        for number, session in enumerate(form.sessions):
            items = taking.level(session.items, ("sessions", number, "items"))
            sessions.append(replace(session, items=items))
        form = replace(form, sessions=sessions)
    return form, [*taking.complaints, *taking.left()]


class _Taking:
    """Takes each list once, however many awards name it."""

    def __init__(self, places: Places, report: Reporter, folder: Path | None, language: Language) -> None:
        self.complaints: list[Complaint] = []
        self._places = places
        self._report = report
        self._folder = folder
        self._language = language
        self._read: dict[str, _Read | None] = {}

    def level(self, items: list[ItemForm], above: NodePath) -> list[ItemForm]:
        taken: list[ItemForm] = []
        for index, item in enumerate(items):
            path = (*above, index)
            if item.parts:
                parts = self.level(item.parts, (*path, "parts"))
                taken.append(self._item(replace(item, parts=parts), path))
            else:
                taken.append(self._item(item, path))
        return taken

    def _item(self, item: ItemForm, path: NodePath) -> ItemForm:
        award = item.award
        if award is None or award.listed is None:
            return item
        spot = (*path, "award", "list")
        if award.recipients is not None:
            self._tell(Severity.ERROR, "list_and_recipients", spot, file=award.listed)
            return item
        if award.listed not in self._read:
            self._read[award.listed] = self._list(award.listed, spot)
        read = self._read[award.listed]
        if read is None:
            return item
        people = self._of_form(read, item, award, spot)
        read.taken |= {person.listed.row for person in people}
        if not people:
            return item
        return self._with_people(item, award, people, path)

    def _with_people(
        self, item: ItemForm, award: AwardForm, people: list[Person], path: NodePath
    ) -> ItemForm:
        batches: dict[str, list[Person]] = {}
        for person in people:
            batches.setdefault(str(batch_number(person.batch) or fold(person.batch)), []).append(person)
        can_divide = item.parts is None and "parts" not in path
        if len(batches) < 2 or not can_divide:
            return replace(item, award=replace(award, recipients=[person.listed for person in people]))
        if award.batch is not None:
            self._tell(Severity.WARNING, "list_has_batches", (*path, "award", "batch"), file=award.listed)
        ordered = list(batches.values())
        if all(batch_number(batch[0].batch) for batch in ordered):
            ordered.sort(key=lambda batch: batch_number(batch[0].batch))
        parts = parts_of([[person.listed for person in batch] for batch in ordered], item, self._language)
        if [batch_number(batch[0].batch) for batch in ordered] != list(range(1, len(ordered) + 1)):
            parts = [
                replace(part, title=self._title(batch[0]) or part.title)
                for part, batch in zip(parts, ordered, strict=True)
            ]
        return replace(item, award=replace(award, batch=None), parts=parts)

    def _title(self, first: Person) -> str:
        """What the list calls a batch: its number there, or its name; empty where it says neither."""
        number = batch_number(first.batch)
        return ASSUMED[self._language].batch_of_its_number.format(number=number) if number else first.batch

    def _of_form(self, read: _Read, item: ItemForm, award: AwardForm, spot: NodePath) -> list[Person]:
        """The rows of this award's form, where the list has several."""
        forms = {fold(person.form): person.form for person in read.people}
        if len(forms) < 2:
            return read.people
        meant = fold(award.form or form_of(Award(), item.title) or item.title)
        same = [form for form in forms if form == meant] or [
            form for form in forms if form and (form in meant or meant in form)
        ]
        if not same:
            about = {"file": read.name, "form": award.form or item.title, "known": "; ".join(forms.values())}
            self._tell(Severity.ERROR, "list_without_form", spot, **about)
        return [person for person in read.people if fold(person.form) in same]

    def _list(self, name: str, spot: NodePath) -> _Read | None:
        if is_elsewhere(name):
            self._tell(Severity.WARNING, "list_elsewhere", spot, file=name)
        path = None if self._folder is None else file_beside(self._folder, name)
        if path is None or self._folder is None:
            near = "" if self._folder is None else nearest_beside(self._folder, name)
            self._tell(Severity.ERROR, "list_missing", spot, file=name, suggestion=near)
            return None
        try:
            grid = read_list(path)
        except NoList as error:
            self._tell(Severity.ERROR, error.code, spot, file=name, **error.about)
            return None
        people, doubts = people_of(grid)
        self._doubts(grid, name, spot)
        for doubt in doubts:
            self._doubt(doubt, name, spot)
        if not people:
            self._tell(Severity.ERROR, "list_empty", spot, file=name)
            return None
        return _Read(people, set(), name, spot)

    def _doubts(self, grid: Grid, name: str, spot: NodePath) -> None:
        if grid.unknown:
            self._tell(
                Severity.WARNING, "list_column_unknown", spot, file=name, known="; ".join(grid.unknown)
            )
        if grid.other_sheets:
            about = {"file": name, "sheet": grid.sheet, "known": "; ".join(grid.other_sheets)}
            self._tell(Severity.WARNING, "list_more_sheets", spot, **about)
        if grid.hidden:
            about = {"file": name, "cells": ", ".join(map(str, grid.hidden[:_MOST_CELLS]))}
            self._tell(Severity.WARNING, "list_hidden_rows", spot, **about)

    def _doubt(self, doubt: Doubt, name: str, spot: NodePath) -> None:
        more = "…" if len(doubt.cells) > _MOST_CELLS else ""
        cells = ", ".join(doubt.cells[:_MOST_CELLS]) + more
        severity = Severity.ERROR if doubt.code == "list_bad_cell" else Severity.WARNING
        about = dict(doubt.about)
        self._tell(severity, doubt.code, spot, file=name, cells=cells, count=len(doubt.cells), **about)

    def left(self) -> Iterator[Complaint]:
        """Of each list the forms that no award has taken: nobody on it is forgotten in silence."""
        for read in self._read.values():
            if read is None or not read.taken:
                continue
            rest = Counter(person.form for person in read.people if person.listed.row not in read.taken)
            for form, count in rest.items():
                about = {"file": read.name, "form": form, "count": count}
                yield self._report.warning("list_form_left", self._places.of(read.path), **about)

    def _tell(self, severity: Severity, code: str, spot: NodePath, **about: object) -> None:
        tell = self._report.error if severity is Severity.ERROR else self._report.warning
        self.complaints.append(tell(code, self._places.of(spot), **about))
