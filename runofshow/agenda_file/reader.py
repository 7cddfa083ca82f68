"""An agenda file read: the agenda, or every complaint about it at once. Nothing a file holds raises here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, tzinfo
from functools import cache
from pathlib import Path
from typing import Any, Final

from msgspec import Struct

from runofshow.agenda_file.batches import in_batches
from runofshow.agenda_file.building import build_agenda
from runofshow.agenda_file.checks import check_form, check_times, item_paths
from runofshow.agenda_file.complaint import TOP, Complaint, Reporter, Severity, in_order
from runofshow.agenda_file.cut_text import cut_at_comma, cut_text
from runofshow.agenda_file.fitting import Path as ValuePath
from runofshow.agenda_file.form import AgendaForm
from runofshow.agenda_file.places import Places
from runofshow.agenda_file.remedies import without_echoes
from runofshow.agenda_file.rooted import rooted
from runofshow.agenda_file.shape import read_form
from runofshow.agenda_file.sight import Sight, sight_of
from runofshow.agenda_file.signal_checks import check_what_signals_mean
from runofshow.agenda_file.source import decode, read_source
from runofshow.agenda_file.standing import standing_of
from runofshow.agenda_file.tree import read_tree
from runofshow.agenda_file.unsettled import unsettled_advice
from runofshow.core.agenda import Agenda
from runofshow.core.gear import GearKind
from runofshow.core.running_order import running_order
from runofshow.core.sound import Fault, Measured
from runofshow.core.speech.script import Speech
from runofshow.texts import Language

MOST_COMPLAINTS: Final = 200
"""Nobody reads on beyond; the rest is counted."""
_TIME_KEYS = frozenset({"start", "until", "hard_out", "date", "from", "to", "sessions", "items"})
_NAME_KEYS = frozenset({"id", "number", "kind", "also", "cues", "parts", "sessions", "items"})


class Reading(Struct, frozen=True):
    """What came of a file."""

    agenda: Agenda | None
    """None when nothing can be run. An error of `check` alone (an anthem that would be silent) leaves one."""
    complaints: tuple[Complaint, ...]
    """As the file reads, line by line."""
    sight: Sight | None = None
    """Where everything stands; None without an agenda, or without advice."""

    @property
    def errors(self) -> tuple[Complaint, ...]:
        return tuple(each for each in self.complaints if each.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Complaint, ...]:
        return tuple(each for each in self.complaints if each.severity is Severity.WARNING)


def read_plan(path: Path, *, tz: tzinfo, today: date, language: Language = Language.VI) -> Reading:
    """As `read_agenda`, without advice: what a show asks for that is opened."""
    text, complaints = read_source(path)
    if text is None:
        return Reading(None, tuple(complaints))
    report = Reporter(str(path))
    return _read(text, complaints, report, path.parent, tz, today, language, advise=False)


def read_agenda(path: Path, *, tz: tzinfo, today: date, language: Language = Language.VI) -> Reading:
    """The agenda of the file at `path`, with advice on it.

    `tz` is the zone of its times of day, `today` the day of a plan that names none and the one deadlines are
    held against, and `language` that of the words taken from the catalogue. At most two seconds for any file.
    """
    text, complaints = read_source(path)
    if text is None:
        return Reading(None, tuple(complaints))
    return _read(text, complaints, Reporter(str(path)), path.parent, tz, today, language)


def read_agenda_text(
    text: str, name: str, *, folder: Path | None, tz: tzinfo, today: date, language: Language = Language.VI
) -> Reading:
    """As `read_agenda`, of text in hand. `folder` is where its tracks and lists lie; None does not look for
    its tracks, and finds no list."""
    report = Reporter(name)
    decoded, complaints = decode(text.encode("utf-8", "surrogatepass"), report)
    if decoded is None:
        return Reading(None, tuple(complaints))
    return _read(decoded, complaints, report, folder, tz, today, language)


def read_entry(
    entry: Mapping[str, Any], name: str, *, tz: tzinfo, today: date, language: Language = Language.VI
) -> tuple[Reading, tuple[ValuePath, ...]]:
    """As `read_agenda_text`, without advice, of what a file would say; `entry` is as `agenda_entry` gives it.

    The line of a complaint counts the values of the entry from 1; behind the reading stand their paths.
    """
    root, paths = rooted(entry)
    report = Reporter(name)
    form, wrong = read_form(root, report)
    complaints = without_echoes((), wrong)
    if form is None:
        return Reading(None, _at_most(complaints, report)), paths
    places = Places(root)
    form, wrong = _with_people(form, places, report, None, language)
    complaints += wrong
    complaints += _across(form, places, report, today, complaints)
    if any(each.severity is Severity.ERROR for each in complaints):
        return Reading(None, _at_most(complaints, report)), paths
    speeches, _ = _speeches(form, places, report, None)
    agenda = build_agenda(form, speeches, tz=tz, today=today, language=language)
    return Reading(agenda, _at_most(complaints, report)), paths


def _read(
    text: str,
    complaints: list[Complaint],
    report: Reporter,
    folder: Path | None,
    tz: tzinfo,
    today: date,
    language: Language,
    *,
    advise: bool = True,
) -> Reading:
    root, wrong = read_tree(text, report)
    if root is None:
        return Reading(None, in_order([*complaints, *wrong]))
    form, wrong = read_form(root, report)
    cut = list(cut_at_comma(text, root, report))
    complaints = [*complaints, *cut, *without_echoes(cut, wrong), *cut_text(text, root, report)]
    if form is None:
        return Reading(None, _at_most(complaints, report))
    places = Places(root)
    form, wrong = _with_people(form, places, report, folder, language)
    complaints += wrong
    complaints += _across(form, places, report, today, complaints)
    if any(each.severity is Severity.ERROR for each in complaints):
        return Reading(None, _at_most(complaints, report))
    speeches, wrong = _speeches(form, places, report, folder)
    complaints += wrong
    agenda = build_agenda(form, speeches, tz=tz, today=today, language=language)
    if not advise:
        return Reading(agenda, _at_most(complaints, report))
    # Only here: giving advice is a third of the work, and no show that is opened waits for it.
    from runofshow.agenda_file.lint import lint_agenda

    rows, order = list(item_paths(form)), running_order(agenda)
    items = [place.item for place in order.rows]
    item_path = {item.item_id: path for item, (path, _) in zip(items, rows, strict=True)}
    written = [place.written for place in order.rows]
    find_people = cache(lambda: standing_of(rows, written, places))
    sight = sight_of(agenda, places, item_path, report, tz, order, find_people)
    complaints += lint_agenda(sight, folder=folder, today=today)
    complaints += unsettled_advice(form, places, report)
    return Reading(agenda, _at_most(complaints, report), sight)


def _with_people(
    form: AgendaForm, places: Places, report: Reporter, folder: Path | None, language: Language
) -> tuple[AgendaForm, list[Complaint]]:
    """The form with all who are honoured, in their batches, and what is wrong with the lists beside it."""
    wrong: list[Complaint] = []
    if any(item.award is not None and item.award.listed is not None for _, item in item_paths(form)):
        # only here: a plan without a list waits for no reader of workbooks
        from runofshow.agenda_file.name_lists.taking import with_lists

        form, wrong = with_lists(form, places, report, folder, language)
    return in_batches(form, language), wrong


def _speeches(
    form: AgendaForm, places: Places, report: Reporter, folder: Path | None
) -> tuple[Mapping[str, Speech], list[Complaint]]:
    """The texts of its speeches, by their names."""
    if not any(item.text for _, item in item_paths(form)):
        return {}, []
    # only here: a plan without one waits for no reader of Word
    from runofshow.agenda_file.speech_texts import read_speeches

    return read_speeches(form, places, report, folder)


def _across(
    form: AgendaForm, places: Places, report: Reporter, today: date, told: Sequence[Complaint]
) -> list[Complaint]:
    """What is wrong across the form, beyond what was told of its values."""
    complaints = without_echoes(told, check_form(form, places, report))
    if not any(dict(each.about).get("key") in _TIME_KEYS for each in (*told, *complaints)):
        complaints += check_times(form, places, report, today)
    if not any(dict(each.about).get("key") in _NAME_KEYS for each in (*told, *complaints)):
        complaints += check_what_signals_mean(form, places, report)
    return complaints


def with_sound(reading: Reading, found: Mapping[str, Measured | Fault]) -> Reading:
    """`reading` after its tracks were listened to; `found` has what came of each, by its id."""
    from runofshow.agenda_file.sound_file_advice import SEEN_OF_FILES, heard_complaints

    sight = reading.sight
    if sight is None:
        return reading
    # what could be seen of the files from outside is told again by what was heard
    kept = [each for each in reading.complaints if each.code not in SEEN_OF_FILES]
    complaints = _at_most([*kept, *heard_complaints(sight, found)], sight.report)
    has_error = any(each.severity is Severity.ERROR for each in complaints)
    return Reading(None if has_error else reading.agenda, complaints, sight)


def with_missing(reading: Reading, missing: Mapping[GearKind, str]) -> Reading:
    """`reading` with advice on gear that this machine cannot drive; `missing` has what installs each kind."""
    from runofshow.agenda_file.gear_advice import not_installed

    sight = reading.sight
    if sight is None or not missing:
        return reading
    told = [*reading.complaints, *not_installed(sight, missing)]
    return Reading(reading.agenda, _at_most(told, sight.report), sight)


def with_beside(reading: Reading, wrong: Sequence[Complaint]) -> Reading:
    """`reading` with what is wrong with a file that lies beside the agenda; none of it leaves no agenda."""
    return Reading(reading.agenda, (*reading.complaints, *wrong), reading.sight)


def _at_most(complaints: list[Complaint], report: Reporter) -> tuple[Complaint, ...]:
    """The first complaints and a count of the rest; an error is never hidden by warnings."""
    counted = [each for each in complaints if each.code == "more_complaints"]
    unmade = sum(int(dict(each.about)["count"]) for each in counted)
    ordered = in_order(each for each in complaints if each not in counted)
    if len(ordered) + unmade <= MOST_COMPLAINTS:
        return ordered
    first = sorted(ordered, key=lambda each: each.severity)[:MOST_COMPLAINTS]
    rest = len(ordered) + unmade - MOST_COMPLAINTS
    has_error = first[0].severity is Severity.ERROR
    last = report.error if has_error else report.warning
    return (*in_order(first), last("more_complaints", ordered[-1].place if ordered else TOP, count=rest))
