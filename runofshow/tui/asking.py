"""Orders to the engine that need more than a command: a row's neighbours, a form's values, plain minutes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta

from runofshow.agenda_file.notation import NotationError, read_anchor, read_length, write_anchor
from runofshow.core.agenda import Anchor, Role
from runofshow.core.commands import ClockFault, Edit, EditCue, Insert, Move
from runofshow.core.events import Entry
from runofshow.core.handiwork import restored_call
from runofshow.core.refusal import Refused
from runofshow.core.snapshot import CuePhase, CueRow, Row, Snapshot
from runofshow.core.words import words_of
from runofshow.texts.console import ConsoleTexts
from runofshow.tui.dialogs.form import Field, Values
from runofshow.tui.formats import clock, length
from runofshow.tui.pen import Pen

MESSAGE_TO = (Role.SPEAKER, Role.MC, Role.MUSIC, Role.LIGHTS, Role.SCREEN, Role.CREW, Role.STAGE)


FREE = "free"
"""Stands for no ready message: the words are the caller's own."""


def move_down(snapshot: Snapshot, row: Row) -> Move | None:
    """Behind its next sibling; None when it is the last."""
    level = _level(snapshot, row)
    at = level.index(row.item_id)
    if at + 1 >= len(level):
        return None
    return Move(row.item_id, level[at + 2] if at + 2 < len(level) else None)


def move_up(snapshot: Snapshot, row: Row) -> Move | None:
    """In front of its sibling before; None when it is the first."""
    level = _level(snapshot, row)
    at = level.index(row.item_id)
    return Move(row.item_id, level[at - 1]) if at else None


def _level(snapshot: Snapshot, row: Row) -> list[str]:
    return [
        other.item_id
        for other in snapshot.rows
        if other.session_id == row.session_id and other.parent_id == row.parent_id
    ]


def minutes(text: str) -> timedelta | None:
    """A length as people write it; a bare number is minutes. None when it is no length."""
    try:
        return read_length(text, bare_minutes=True)
    except NotationError:
        return None


def minutes_complaint(words: ConsoleTexts, values: Values) -> str | None:
    """What is wrong with the minutes of a form, in words."""
    return words.forms.bad_minutes if minutes(values["minutes"]) is None else None


def edit_fields(row: Row, cues: Sequence[CueRow], words: ConsoleTexts) -> list[Field]:
    """The item's own fields, then two for each of its cues that can still be changed."""
    return [
        Field("title", words.forms.field_title, row.title),
        Field("by", words.forms.field_by, row.written.by or ""),
        Field("minutes", words.forms.field_minutes, length(row.planned)),
        Field("mc", words.forms.field_mc, words_of(row.written), rows=6),
        Field("notes", words.forms.field_notes, row.written.notes, rows=2),
        *(field for number, cue in enumerate(cues, start=1) for field in _cue_fields(number, cue, words)),
    ]


def _cue_fields(number: int, cue: CueRow, words: ConsoleTexts) -> tuple[Field, Field]:
    to = words.role(cue.to)
    return (
        Field(f"cue{number}", words.forms.field_cue.format(number=number, to=to), cue.text),
        Field(f"cue{number}_at", words.forms.field_cue_at, write_anchor(cue.cue.at)),
    )


def edit_complaint(words: ConsoleTexts, cues: Sequence[CueRow], values: Values) -> str | None:
    """What is wrong with the values of the edit form, in words."""
    for number, _ in enumerate(cues, start=1):
        if _anchor(values[f"cue{number}_at"]) is None:
            return words.forms.bad_anchor.format(number=number)
    return minutes_complaint(words, values)


def edited_cues(cues: Sequence[CueRow], values: Values) -> list[EditCue]:
    """An order for each cue that was changed."""
    found = []
    for number, cue in enumerate(cues, start=1):
        text, at = values[f"cue{number}"], _anchor(values[f"cue{number}_at"])
        if text != cue.text or at != cue.cue.at:
            found.append(EditCue(cue.cue_id, text, at))
    return found


def _anchor(text: str) -> Anchor | None:
    try:
        return read_anchor(text)
    except NotationError:
        return None


def edit(row: Row, values: Values) -> Edit:
    """Only what was changed: the MC's words come filled in, so unchanged ones must not be written back."""
    written = minutes(values["minutes"])

    def changed(value: str, was: str) -> str | None:
        return None if value.strip() == was.strip() else value

    return Edit(
        row.item_id,
        title=changed(values["title"], row.title),
        by=changed(values["by"], row.written.by or ""),
        duration=None if row.is_heading or written == row.planned else written,
        mc=changed(values["mc"], words_of(row.written)),
        notes=changed(values["notes"], row.written.notes),
    )


def insert_fields(words: ConsoleTexts, kinds: Mapping[str, str]) -> list[Field]:
    return [
        Field("title", words.forms.field_title),
        Field("by", words.forms.field_by),
        Field("minutes", words.forms.field_minutes, "5"),
        Field("kind", words.forms.field_kind, "other", choices=tuple(kinds.items())),
    ]


def insert(after: str | None, values: Values) -> Insert:
    return Insert(
        after,
        values["title"],
        minutes(values["minutes"]) or timedelta(),
        values.get("kind", "other"),
        values["by"] or None,
    )


def message_fields(words: ConsoleTexts) -> list[Field]:
    return [
        Field(
            "to",
            words.forms.field_to,
            Role.SPEAKER.value,
            choices=tuple((role.value, words.role(role)) for role in MESSAGE_TO),
        ),
        Field(
            "ready",
            words.forms.field_ready,
            FREE,
            choices=((FREE, words.forms.ready_free), *((text, text) for text in words.forms.ready)),
            fills="text",
        ),
        Field("text", words.forms.field_text),
    ]


def earlier_field(words: ConsoleTexts) -> Field:
    return Field("minutes", words.forms.field_earlier)


def text_field(words: ConsoleTexts) -> Field:
    return Field("text", words.forms.field_text)


def empty_complaint(words: ConsoleTexts) -> Callable[[Values], str | None]:
    """Complains of a text field that is empty."""
    return lambda values: None if values["text"] else words.refusals.empty


def insert_complaint(words: ConsoleTexts, values: Values) -> str | None:
    return minutes_complaint(words, values) if values["title"] else words.refusals.empty


def cues_to_edit(snapshot: Snapshot, row: Row) -> list[CueRow]:
    """The cues of a row that have not gone."""
    return [cue for cue in snapshot.cues if cue.item_id == row.item_id and cue.phase is not CuePhase.GONE]


def stepped_by(snapshot: Snapshot) -> timedelta | None:
    """By how much the machine's clock was set since the last correction; None when it was not."""
    return next((alarm.by for alarm in snapshot.alarms if alarm.code == ClockFault.STEPPED), None)


def row_of(snapshot: Snapshot, item_id: str | None) -> Row | None:
    return next((row for row in snapshot.rows if row.item_id == item_id), None)


def here(snapshot: Snapshot) -> str | None:
    """Where the cursor stands while it follows: on the running row, else the next, else the first."""
    if snapshot.current is not None:
        return snapshot.current.row.item_id
    if snapshot.next is not None:
        return snapshot.next.item_id
    return snapshot.rows[0].item_id if snapshot.rows else None


def stepped(snapshot: Snapshot, chosen: str | None, by: int) -> str | None:
    """The row so many below the chosen one (above when negative), kept inside the table."""
    ids = [row.item_id for row in snapshot.rows]
    if not ids:
        return None
    at = ids.index(chosen) if chosen in ids else ids.index(here(snapshot) or ids[0])
    return ids[max(0, min(len(ids) - 1, at + by))]


def sought(rows: Sequence[Row], is_match: Sequence[bool], after: int) -> str | None:
    """The first matching row behind place `after`, from the top again past the end."""
    order = [*range(after + 1, len(rows)), *range(after + 1)]
    return next((rows[at].item_id for at in order if is_match[at]), None)


def is_left_out(row: Row) -> bool:
    return row.state.is_left_out


def question(snapshot: Snapshot, refused: Refused, pen: Pen) -> tuple[str, str]:
    """What is asked before a refused order is given again, and why, in the words of its reason."""
    row = row_of(snapshot, refused.about)
    title = "" if row is None else row.title
    hour = clock(None if row is None else row.planned_start or row.expected_start, pen.tz)
    asked = pen.words.questions
    phrases: tuple[str, str] = (
        getattr(asked, refused.reason.value),
        getattr(asked, f"{refused.reason.value}_why"),
    )
    return phrases[0].format(title=title, hour=hour), phrases[1].format(title=title, hour=hour)


def described(pen: Pen, row: Row) -> str:
    """Everything search looks through."""
    return f"{row.number} {row.title} {row.by or ''} {pen.kinds.get(row.kind, '')} {row.notes}"


def said_of(entry: Entry, said: str, words: ConsoleTexts) -> str:
    """What is said of an obeyed order, with the call that it took back or made again."""
    calls = restored_call(entry).values()
    return said.format(call=", ".join(getattr(words.calls, call, call) for call in calls)) if calls else said
