"""What is wrong across the form: ids used twice, cues to tracks that are not there, times that run backwards.

Every function gives errors with the place of the value that is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta
from itertools import islice

from runofshow.agenda_file.complaint import Complaint, Place, Reporter
from runofshow.agenda_file.cue_checks import CueSight
from runofshow.agenda_file.fitting import Path
from runofshow.agenda_file.form import AgendaForm, ItemForm
from runofshow.agenda_file.gear_checks import check_gear
from runofshow.agenda_file.moments import is_next_day, session_forms, session_starts
from runofshow.agenda_file.notation import write_date, write_time
from runofshow.agenda_file.places import Places
from runofshow.agenda_file.shape import MOST_ERRORS, MOST_SUGGESTIONS
from runofshow.agenda_file.signal_checks import check_signals
from runofshow.agenda_file.signals import named_rows
from runofshow.agenda_file.tree import Mapping

MOST_ITEMS = 5_000
"""A conference of a week with every act of it. A minute more is painted as soon as in a short one."""


def check_form(form: AgendaForm, places: Places, report: Reporter) -> list[Complaint]:
    """Every error that single values cannot show, but for the times."""
    rows = list(item_paths(form))
    complaints = [
        *_sessions(form, places, report),
        *_day(form, places, report),
        *_tracks(form, places, report),
        *_leaders(form, places, report),
        *_ids(rows, places, report),
        *_batches(rows, places, report),
        *check_gear(form, places, report),
        *check_signals(form, places, report),
    ]
    if len(rows) > MOST_ITEMS:
        complaints.append(report.error("too_many_items", places.of(rows[MOST_ITEMS][0]), most=MOST_ITEMS))
    cues = CueSight({track.id: track for track in form.tracks or []}, form.timecode, places, report)
    for (path, item), name in zip(rows, named_rows(form), strict=True):
        if len(complaints) > MOST_ERRORS:
            break
        for index, part in enumerate(item.parts or []):
            if part.parts is not None:
                complaints.append(
                    report.error("parts_too_deep", places.of_key((*path, "parts", index, "parts")))
                )
        suggestions = MOST_SUGGESTIONS - len(complaints)
        wrong = cues.complaints(item.cues or [], path, name.item_id, suggestions=suggestions)
        complaints += islice(wrong, MOST_ERRORS)
    return complaints


def item_paths(form: AgendaForm) -> Iterator[tuple[Path, ItemForm]]:
    """Every item and part with its path, top to bottom."""
    for number, session in enumerate(session_forms(form)):
        above: Path = ("sessions", number, "items") if form.sessions is not None else ("items",)
        for index, item in enumerate(session.items):
            yield (*above, index), item
            for place, part in enumerate(item.parts or []):
                yield (*above, index, "parts", place), part


def _sessions(form: AgendaForm, places: Places, report: Reporter) -> Iterator[Complaint]:
    if form.sessions is None:
        if not form.items:
            yield report.error("no_items", places.of_key(("items",)))
        return
    if form.items is not None:
        yield report.error("items_and_sessions", places.of_key(("items",)))
    for key in ("start", "hard_out"):
        if getattr(form, key) is not None:
            yield report.error("belongs_in_session", places.of_key((key,)), key=key)
    if not form.sessions:
        yield report.error("no_items", places.of_key(("sessions",)))
    for number, session in enumerate(form.sessions):
        if not session.items and places.node(("sessions", number, "items")) is not None:
            yield report.error("no_items", places.of_key(("sessions", number, "items")))


def _day(form: AgendaForm, places: Places, report: Reporter) -> Iterator[Complaint]:
    period = form.period
    if period is None:
        return
    if form.date is not None:
        yield report.error("date_and_period", places.of_key(("period",)))
    written = places.node(("period",))
    if isinstance(written, Mapping) and not written.entries:
        yield report.error("empty_period", places.of_key(("period",)))
    if period.from_ and period.to and period.to < period.from_:
        spot = places.of(("period", "to"))
        yield report.error("period_backwards", spot, to=write_date(period.to), start=write_date(period.from_))


def _leaders(form: AgendaForm, places: Places, report: Reporter) -> Iterator[Complaint]:
    first: dict[str, int] = {}
    for index, leader in enumerate(form.leaders or []):
        place, leader_id = places.of(("leaders", index, "id")), leader.id or f"leader-{index + 1}"
        if leader_id in first:
            yield report.error("duplicate_id", place, id=leader_id, first=first[leader_id])
        first.setdefault(leader_id, place.line)


def _tracks(form: AgendaForm, places: Places, report: Reporter) -> Iterator[Complaint]:
    first: dict[str, int] = {}
    for index, track in enumerate(form.tracks or []):
        place = places.of(("tracks", index, "id"))
        if track.id in first:
            yield report.error("duplicate_id", place, id=track.id, first=first[track.id])
        first.setdefault(track.id, place.line)
        if track.end is not None and track.end <= (track.start or timedelta()):
            yield report.error("track_ends_before_start", places.of(("tracks", index, "end")), id=track.id)


def _ids(rows: list[tuple[Path, ItemForm]], places: Places, report: Reporter) -> Iterator[Complaint]:
    items: dict[str, int] = {}
    cues: dict[str, int] = {}
    people: dict[str, int] = {}
    for path, item in rows:
        named = [(items, item.id, (*path, "id"))]
        named += [(cues, cue.id, (*path, "cues", index, "id")) for index, cue in enumerate(item.cues or [])]
        for index, one in enumerate((item.award and item.award.recipients) or []):
            if not isinstance(one, str):
                named.append((people, one.id, (*path, "award", "recipients", index, "id")))
        for seen, given, spot in named:
            if given is None:
                continue
            place = places.of(spot)
            if given in seen:
                yield report.error("duplicate_id", place, id=given, first=seen[given])
            seen.setdefault(given, place.line)


def _batches(rows: list[tuple[Path, ItemForm]], places: Places, report: Reporter) -> Iterator[Complaint]:
    """Batches are parts, so no part has any, and what has parts is divided already."""
    for path, item in rows:
        batch = (*path, "award", "batch")
        is_divided = path[-2] == "parts" or places.node((*path, "parts")) is not None
        if is_divided and item.award and item.award.batch and places.node(batch) is not None:
            yield report.error("batch_with_parts", places.of_key(batch))


def check_times(form: AgendaForm, places: Places, report: Reporter, today: date) -> list[Complaint]:
    """Every time that runs backwards. Run only when every time could be read, else it would mislead."""
    complaints: list[Complaint] = []
    starts = session_starts(form, today)
    for number, session in enumerate(session_forms(form)):
        above: Path = ("sessions", number) if form.sessions is not None else ()
        day, start, is_assumed = starts[number]
        if number and (day, start) <= starts[number - 1][:2]:
            if is_assumed:
                complaints.append(report.error("session_start_missing", places.of(above)))
            else:
                key = "start" if starts[number - 1][0] == day else "date"
                before = f"{write_time(starts[number - 1][1])} {write_date(starts[number - 1][0])}"
                said = f"{write_time(start)} {write_date(day)}"
                complaints.append(
                    report.error("session_backwards", places.of((*above, key)), said=said, before=before)
                )
        if session.hard_out is not None and not _after(session.hard_out, start, start):
            spot = places.of((*above, "hard_out"))
            complaints.append(_backwards(report, spot, session.hard_out, start))
        complaints += _items_backwards(session.items, (*above, "items"), start, places, report)
    return complaints


def _items_backwards(
    items: list[ItemForm], above: Path, start: time, places: Places, report: Reporter
) -> Iterator[Complaint]:
    """Fixed starts and ends of the session that starts at `start`, in order, each not before the last."""
    latest = start
    for index, item in enumerate(items):
        rows = [((*above, index), item)]
        rows += [((*above, index, "parts", place), part) for place, part in enumerate(item.parts or [])]
        heading_until: time | None = None
        for path, row in rows:
            for key, at in (("start", row.start), ("until", row.until)):
                if at is None:
                    continue
                if not _after(at, latest, start) and not (key == "start" and at == latest):
                    yield _backwards(report, places.of((*path, key)), at, latest)
                elif key == "until" and row.parts:
                    heading_until = at
                else:
                    latest = at
        if heading_until is not None and _after(latest, heading_until, start):
            yield _backwards(report, places.of((*above, index, "until")), heading_until, latest)
        latest = heading_until or latest


def _after(at: time, before: time, session_start: time) -> bool:
    return _since(at, session_start) > _since(before, session_start)


def _since(at: time, session_start: time) -> tuple[int, time]:
    """Sorts times of an evening session past midnight."""
    return (int(is_next_day(at, session_start)), at)


def _backwards(report: Reporter, place: Place, at: time, before: time) -> Complaint:
    return report.error("time_backwards", place, time=write_time(at), before=write_time(before))
