"""The music sheet: every call for sound in order, and the tracks with what tells them apart."""

from __future__ import annotations

from collections.abc import Iterator

from runofshow.agenda_file.notation import write_length
from runofshow.core.agenda import Action, Cue, GoMode, Role, Track
from runofshow.paper.plain import printable
from runofshow.paper.sheet import (
    Block,
    Cell,
    Column,
    Level,
    Paper,
    Row,
    Style,
    Table,
    cell,
    line,
    paragraph,
)
from runofshow.printing.heads import appendix_head, fact, paper, session_row
from runofshow.printing.plan import Entry, Plan
from runofshow.printing.sayings import item_line, moment, start_cell, track_title
from runofshow.texts.printing import PrintingTexts

_WHOLE = 100
"""Percent: a track at the volume it was made with."""


def music_sheet(plan: Plan) -> Paper:
    """The music sheet."""
    return paper(plan.words.music, plan, _blocks(plan), landscape=True, size=12)


def _blocks(plan: Plan) -> Iterator[Block]:
    words = plan.words
    yield from appendix_head(words.music, plan)
    holders = (name for role, name in plan.agenda.crew if role is Role.MUSIC)
    yield from fact(words.in_charge, "; ".join(holders), plan)
    yield paragraph(words.music_calls, Style.HEADING, keep_with_next=True)
    rows = tuple(_calls(plan))
    if rows:
        columns = (
            Column(words.number, 3, figures=True),
            Column(words.starts, 4, figures=True),
            Column(words.item, 12),
            Column(words.moment, 9),
            Column(words.task, 11),
            Column(words.track, 12),
            Column(words.details, 9),
        )
        yield Table(columns, rows, name=words.music_calls)
    else:
        yield paragraph(words.nothing)
    yield paragraph(words.music_tracks, Style.HEADING, keep_with_next=True)
    if plan.agenda.tracks:
        yield _tracks(plan)
    else:
        yield paragraph(words.nothing)
    yield paragraph(words.assumed, Style.SMALL)


def _calls(plan: Plan) -> Iterator[Row]:
    number = 0
    for session in plan.agenda.sessions:
        calls = [(entry, cue) for entry in plan.of(session) for cue in entry.cues if cue.to is Role.MUSIC]
        if calls and (over := session_row(session, plan)) is not None:
            yield over
        for entry, cue in calls:
            number += 1
            yield _call(number, entry, cue, plan)


def _call(number: int, entry: Entry, cue: Cue, plan: Plan) -> Row:
    words = plan.words
    text, task = printable(cue.text), _task(cue, words)
    title = track_title(cue, plan)
    says_more = text.casefold() not in (task.casefold(), title.casefold())
    missing = words.no_track if cue.do is Action.PLAY else ""
    return Row(
        (
            cell(str(number), value=number),
            start_cell(entry, plan),
            cell(item_line(entry.item, words)),
            cell(moment(cue, plan)),
            cell(task, text if says_more else ""),
            Cell((line(title or missing, bold=True),)),
            cell(*_details(cue, words)),
        ),
        key=f"cue:{cue.cue_id}",
    )


def _task(cue: Cue, words: PrintingTexts) -> str:
    match cue.do:
        case Action.PLAY:
            return words.play
        case Action.FADE:
            return words.fade
        case Action.STOP:
            return words.stop
        case Action.SAY | Action.DO:
            return printable(cue.text)


def _details(cue: Cue, words: PrintingTexts) -> Iterator[str]:
    if cue.fade:
        yield words.fade_for.format(length=write_length(cue.fade))
    if cue.pre_wait:
        yield words.pre_wait.format(length=write_length(cue.pre_wait))
    if cue.go is GoMode.AUTO:
        yield words.automatic


def _tracks(plan: Plan) -> Table:
    words = plan.words
    columns = (
        Column(words.track, 12),
        Column(words.mark, 9),
        Column(words.file, 12),
        Column(words.length, 4, figures=True),
        Column(words.details, 9),
    )
    return Table(columns, tuple(_track(track, words) for track in plan.agenda.tracks), words.music_tracks)


def _track(track: Track, words: PrintingTexts) -> Row:
    file = words.live if track.live else printable(track.file or "") or words.no_file
    return Row(
        (
            cell(printable(track.title)),
            Cell((line(words.marks[track.mark.value], bold=True),)),
            cell(file),
            cell(write_length(track.length) if track.length else "", value=track.length),
            cell(
                words.loops if track.loop else "",
                words.volume.format(percent=track.volume) if track.volume != _WHOLE else "",
            ),
        ),
        Level.LINE,
        key=f"track:{track.track_id}",
    )
