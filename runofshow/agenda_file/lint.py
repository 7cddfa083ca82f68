"""Advice on a programme: what an experienced stage manager would ask about it.

Warnings only, but for an anthem that would be silent (music_advice.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import assert_never

from runofshow.agenda_file.award_advice import award_advice
from runofshow.agenda_file.complaint import Complaint
from runofshow.agenda_file.fields import When
from runofshow.agenda_file.fitting import Path as NodePath
from runofshow.agenda_file.gear_advice import gear_advice
from runofshow.agenda_file.late_advice import late_advice
from runofshow.agenda_file.music_advice import music_advice
from runofshow.agenda_file.notation import write_date, write_length
from runofshow.agenda_file.people_advice import people_advice
from runofshow.agenda_file.recipient_advice import recipient_advice
from runofshow.agenda_file.sight import Sight
from runofshow.agenda_file.signal_advice import signal_advice
from runofshow.agenda_file.sound_advice import sound_advice
from runofshow.agenda_file.speech_advice import speech_advice
from runofshow.agenda_file.time_advice import length_advice, time_advice
from runofshow.agenda_file.word_advice import word_advice
from runofshow.core.agenda import AfterCue, AtStart, AtTimecode, BeforeEnd, Cue, Item, OnStep, OnWord
from runofshow.core.duties import Standing, is_reminded, owed

_SNACK = re.compile(r"ăn nhẹ|tiệc trà|ăn giữa giờ|teabreak|tea[ -]break|\bsnacks?\b", re.IGNORECASE)


def lint_agenda(sight: Sight, *, folder: Path | None, today: date) -> list[Complaint]:
    """Every complaint about what can be run. `folder` is where its tracks lie; None looks for none."""
    agenda = sight.agenda
    rows = [
        (item, part) for session in agenda.sessions for item in session.items for part in (item, *item.parts)
    ]
    complaints = [
        *time_advice(sight),
        *_missing_acts(sight),
        *_numbers(sight),
        *sound_advice(sight, folder),
        *music_advice(sight),
        *signal_advice(sight),
        *gear_advice(sight),
        *award_advice(sight),
        *recipient_advice(sight),
        *people_advice(sight),
        *late_advice(sight),
        *word_advice(sight),
        *_duties(sight, today),
    ]
    for heading, row in rows:
        complaints += speech_advice(sight, row, today)
        complaints += _leader(sight, heading, row)
        complaints += _cues(sight, row)
        complaints += length_advice(sight, row)
    return complaints


def _numbers(sight: Sight) -> Iterator[Complaint]:
    """Whoever calls "mục 3" must mean one row of the session."""
    for session in sight.agenda.sessions:
        first: dict[str, int] = {}
        for row in (row for item in session.items for row in (item, *item.parts)):
            place = sight.spot(row, "number")
            if row.number in first:
                about = {"number": row.number, "first": first[row.number]}
                yield sight.report.warning("number_twice", place, **about)
            first.setdefault(row.number, place.line)


def _missing_acts(sight: Sight) -> Iterator[Complaint]:
    agenda = sight.agenda
    items = [row for session in agenda.sessions for item in session.items for row in (item, *item.parts)]
    kinds = {kind for item in items for kind in (item.kind, *item.also)}
    key = "sessions" if sight.places.node(("sessions",)) is not None else "items"
    if "flag_salute" not in kinds:
        yield sight.report.warning("no_flag_salute", sight.places.of_key((key,)))
    if "opening" not in kinds:
        yield sight.report.warning("no_opening", sight.places.of_key((key,)))
    if kinds & {"break", "meal"}:
        return
    said: list[tuple[str, NodePath]] = [(agenda.notes, ("notes",)), (agenda.decoration, ("decoration",))]
    said += [(duty.what, ("duties", index, "what")) for index, duty in enumerate(agenda.duties)]
    said += [(item.notes, (*sight.paths[item.item_id], "notes")) for item in items]
    for text, path in said:
        if match := _SNACK.search(text):
            yield sight.report.warning("snack_without_break", sight.places.of(path), word=match[0])


def _duties(sight: Sight, today: date) -> Iterator[Complaint]:
    """What was to be done before the day. The rest is no advice on a programme; `duties` tells all of it."""
    for each in owed(sight.agenda.duties, today):
        if each.standing is Standing.OVERDUE and each.duty.when == When.BEFORE and is_reminded(each):
            assert each.duty.due is not None
            about = {"what": each.duty.what, "due": write_date(each.duty.due)}
            yield sight.report.warning(
                "duty_overdue", sight.places.of(("duties", each.index, "due")), **about
            )


def _leader(sight: Sight, heading: Item, item: Item) -> Iterator[Complaint]:
    if item.kind != "directive" or item.parts or not item.assumed:
        return
    if item is heading or heading.assumed:
        yield sight.report.warning("leader_without_time", sight.spot(item), title=item.title)


def _cues(sight: Sight, item: Item) -> Iterator[Complaint]:
    for index, cue in enumerate(item.cues):
        if not cue.assumed and _offset(cue) > sight.length(item):
            place = sight.spot(item, "cues", index, "at")
            yield sight.report.warning("cue_outside_item", place, length=write_length(sight.length(item)))


def _offset(cue: Cue) -> timedelta:
    match cue.at:
        case AtStart(after):
            return after
        case BeforeEnd(lead):
            return lead
        case OnWord() | OnStep() | AfterCue() | AtTimecode():
            return timedelta()
    assert_never(cue.at)
