"""Commands about an agenda file: show, clone, schema."""

from __future__ import annotations

import json
from datetime import tzinfo

from runofshow.agenda_file.complaint import complaint_line
from runofshow.cli.agendas import here, readable_agenda
from runofshow.cli.mc_script import mc_script, words_by_plan
from runofshow.cli.outcome import Failed, Outcome
from runofshow.cli.whole_plan import cue_row_json, plan_lines, row_json, tracks_json, whole_json
from runofshow.core.agenda import Agenda, Role
from runofshow.core.commands import Mode
from runofshow.core.events import ShowOpened
from runofshow.core.picture import take_snapshot
from runofshow.core.snapshot import Row, Snapshot
from runofshow.core.state import begin
from runofshow.core.wire import Json, moment
from runofshow.tui.formats import MINUTES_ALONE, in_minutes


def show(outcome: Outcome) -> int:
    """Print the planned running order with clock times, cues and totals."""
    now, tz = here()
    agenda = readable_agenda(outcome, now, tz)
    snapshot = _as_planned(agenda)
    if outcome.asked.reader is Role.MC:
        mc_script(outcome, agenda, snapshot, tz)
    elif outcome.asked.json:
        _print_json(_show_json(agenda, snapshot, tz))
    else:
        _print_table(outcome, agenda, snapshot, tz)
    return 0


def clone(outcome: Outcome) -> int:
    """Write a new agenda from an old one; what it says otherwise stays, comments included."""
    from runofshow.agenda_file.clone import CloneError, clone_text

    asked, words = outcome.asked, outcome.words
    readable_agenda(outcome, *here())
    assert asked.output is not None
    if asked.output.exists():
        raise Failed(words.exists.format(path=asked.output))
    source = asked.agenda.read_text(encoding="utf-8-sig")
    try:
        text = clone_text(source, dict(asked.settings), name=str(asked.agenda))
    except CloneError as error:
        lines = (complaint_line(each, outcome.language) for each in error.complaints)
        raise Failed("\n".join(lines)) from error
    try:
        with asked.output.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise Failed(words.cannot_write.format(path=asked.output, reason=error.strerror)) from error
    print(words.written.format(path=asked.output))
    return 0


def schema(outcome: Outcome) -> int:
    """Print the JSON Schema of the agenda format."""
    from runofshow.agenda_file.schema import agenda_schema

    print(json.dumps(agenda_schema(), ensure_ascii=False, indent=2))
    return 0


def _as_planned(agenda: Agenda) -> Snapshot:
    """The picture of the show at its planned start, before anything has happened."""
    start = agenda.sessions[0].start_at
    return take_snapshot(begin(ShowOpened(agenda, Mode.LIVE, 1.0, False, "", start)), start)


def _show_json(agenda: Agenda, snapshot: Snapshot, tz: tzinfo) -> dict[str, Json]:
    day, last, written = agenda.day, agenda.sessions[-1], agenda.cues
    said = words_by_plan(agenda)
    ends = [row.expected_end for row in snapshot.rows if row.expected_end is not None]
    known_day = day.earliest if day.earliest is not None and day.earliest == day.latest else None
    return {
        "title": agenda.title,
        "organiser": agenda.organiser,
        "venue": agenda.venue,
        "date": known_day.isoformat() if known_day else None,
        "hard_out": moment(last.hard_out, tz),
        "planned_end": moment(max(ends, default=None), tz),
        "sessions": [
            {
                "id": session.session_id,
                "title": session.title,
                "start": moment(session.start_at, tz),
                "start_assumed": session.start_assumed,
                "hard_out": moment(session.hard_out, tz),
            }
            for session in agenda.sessions
        ],
        "items": [row_json(row, said.get(row.item_id, row.mc), tz) for row in snapshot.rows],
        "cues": [cue_row_json(cue, written[cue.cue_id], tz) for cue in snapshot.cues],
        "tracks": tracks_json(snapshot, tz),
        **whole_json(agenda, tz),
    }


def _print_table(outcome: Outcome, agenda: Agenda, snapshot: Snapshot, tz: tzinfo) -> None:
    from rich.console import Console
    from rich.table import Table

    words = outcome.words
    screen = Console(highlight=False, markup=False, emoji=False)
    screen.print(agenda.title, style="bold")
    head = [part for part in (agenda.organiser, agenda.venue) if part]
    screen.print(" · ".join(head))
    if agenda.day.text:
        screen.print(f"{agenda.day.text} {words.tentative if agenda.day.tentative else ''}".rstrip())
    counts: dict[str, int] = {}
    for cue in snapshot.cues:
        counts[cue.item_id] = counts.get(cue.item_id, 0) + 1
    for session in agenda.sessions:
        rows = [row for row in snapshot.rows if row.session_id == session.session_id]
        table = Table(box=None, pad_edge=False, header_style="dim", title_justify="left")
        if len(agenda.sessions) > 1:
            table.title = f"{session.title} · {session.start_at.astimezone(tz):%d/%m/%Y}"
        for name in (words.column_plan, "", words.column_title, words.column_by):
            table.add_column(name)
        table.add_column(words.column_minutes, justify="right", no_wrap=True)
        table.add_column(words.column_cues, justify="right", no_wrap=True)
        for row in rows:
            table.add_row(*_table_row(outcome, row, counts.get(row.item_id, 0), session.start_assumed, tz))
        screen.print()
        screen.print(table)
        ends = [row.expected_end for row in rows if row.expected_end is not None]
        sums = sum((row.planned for row in rows if not row.is_heading), rows[0].planned * 0)
        totals = [words.total.format(length=in_minutes(int(sums.total_seconds()) // 60, "'"))]
        totals.append(words.ends.format(at=f"{max(ends).astimezone(tz):%H:%M}"))
        if session.hard_out is not None:
            totals.append(words.hard_out.format(at=f"{session.hard_out.astimezone(tz):%H:%M}"))
        screen.print(" · ".join(totals))
    lines = list(plan_lines(agenda, words, tz))
    if lines:
        screen.print()
    for line in lines:
        screen.print(line)


def _table_row(outcome: Outcome, row: Row, cues: int, start_assumed: bool, tz: tzinfo) -> tuple[str, ...]:
    start = f"{row.planned_start.astimezone(tz):%H:%M}" if row.planned_start else ""
    minutes = round(row.planned.total_seconds() / 60, 1)
    length = f"{minutes:g}" if minutes < MINUTES_ALONE else in_minutes(int(minutes))
    by = row.by or (outcome.words.unassigned if row.unassigned else "")
    return (
        f"~{start}" if start_assumed else start,
        row.number,
        f"{'◆ ' if row.protected else ''}{'  ' if row.parent_id else ''}{row.title}",
        by,
        f"{'~' if row.assumed else ''}{length}",
        str(cues or ""),
    )


def _print_json(value: dict[str, Json]) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))
