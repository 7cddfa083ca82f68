"""Orders to the engine that need more than a command: a row's neighbours, a form's values, plain minutes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

from runofshow.core.agenda import Role
from runofshow.core.alarms import AlarmCode
from runofshow.core.commands import AwardCommand, Command, Move, PeopleCommand
from runofshow.core.events import Entry
from runofshow.core.handiwork import restored_call
from runofshow.core.light import is_asked
from runofshow.core.refusal import Reason, Refused
from runofshow.core.snapshot import CueRow, Row, Snapshot
from runofshow.texts.console import ConsoleTexts
from runofshow.tui.fields import Field, Values, Wrong
from runofshow.tui.formats import clock
from runofshow.tui.pen import Pen

MESSAGE_TO = (Role.SPEAKER, Role.MC, Role.MUSIC, Role.LIGHTS, Role.SCREEN, Role.CREW, Role.STAGE)


FREE = "free"
"""Stands for no ready message: the words are the caller's own."""


def move_down(snapshot: Snapshot, row: Row) -> Move | None:
    """Behind its next sibling, or to the head of the next session; None when it is the last of all."""
    level = _level(snapshot, row)
    at = level.index(row.item_id)
    if at + 1 >= len(level):
        later = _tops_beyond(snapshot, row, 1)
        return Move(row.item_id, later[0].item_id) if later else None
    return Move(row.item_id, level[at + 2] if at + 2 < len(level) else None)


def move_up(snapshot: Snapshot, row: Row) -> Move | None:
    """In front of its sibling before, or to the end of the session before; None for the first of all."""
    level = _level(snapshot, row)
    at = level.index(row.item_id)
    if at:
        return Move(row.item_id, level[at - 1])
    earlier = _tops_beyond(snapshot, row, -1)
    return Move(row.item_id, None, earlier[0].session_id) if earlier else None


def _tops_beyond(snapshot: Snapshot, row: Row, by: int) -> list[Row]:
    """The items of the session behind the row's own, or of the one before it; a part stays in its heading."""
    sessions = list(dict.fromkeys(other.session_id for other in snapshot.rows))
    at = sessions.index(row.session_id) + by
    if row.parent_id is not None or not 0 <= at < len(sessions):
        return []
    return [one for one in snapshot.rows if one.session_id == sessions[at] and one.parent_id is None]


def _level(snapshot: Snapshot, row: Row) -> list[str]:
    return [
        other.item_id
        for other in snapshot.rows
        if other.session_id == row.session_id and other.parent_id == row.parent_id
    ]


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


def empty_complaint(words: ConsoleTexts) -> Callable[[Values], Wrong | None]:
    """Complains of a text field that is empty."""
    return lambda values: None if values["text"] else Wrong("text", words.refusals.empty)


def stepped_by(snapshot: Snapshot) -> timedelta | None:
    """By how much the machine's clock was set since the last correction; None when it was not."""
    return next((alarm.by for alarm in snapshot.alarms if alarm.code is AlarmCode.STEPPED), None)


def asked_of(snapshot: Snapshot, role: Role) -> CueRow | None:
    """The first cue of `role` that waits for its answer."""
    return next((cue for cue in snapshot.cues if cue.to is role and is_asked(cue)), None)


def row_of(snapshot: Snapshot, item_id: str | None) -> Row | None:
    return snapshot.rows.of(item_id)


def here(snapshot: Snapshot) -> str | None:
    """Where the cursor stands while it follows: on the running row, else the next, else the first."""
    if snapshot.current is not None:
        return snapshot.current.row.item_id
    if snapshot.next is not None:
        return snapshot.next.item_id
    return snapshot.rows[0].item_id if snapshot.rows else None


def stepped(snapshot: Snapshot, chosen: str | None, by: int) -> str | None:
    """The row so many below the chosen one (above when negative), kept inside the table."""
    ids = list(snapshot.rows.places)
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
    said = {"title": title, "hour": hour, "names": "; ".join(snapshot.people.awaited)}
    return phrases[0].format(**said), phrases[1].format(**said)


def described(pen: Pen, row: Row) -> str:
    """Everything search looks through."""
    return f"{row.number} {row.title} {row.by or ''} {pen.kinds.get(row.kind, '')} {row.notes}"


def refusal(command: Command, reason: Reason, words: ConsoleTexts) -> str:
    """Why an order was not obeyed. Of people that nothing of it was new: a phone may have been quicker."""
    is_known = reason is Reason.EMPTY and isinstance(command, AwardCommand | PeopleCommand)
    return words.awards.already if is_known else words.refusal(reason)


def said_of(entry: Entry, said: str, words: ConsoleTexts, about: str = "") -> str:
    """What is said of an obeyed order, with the call that it took back or made again; `about` says more of
    that than its name."""
    calls = restored_call(entry).values()
    return (
        said.format(call=about or ", ".join(getattr(words.calls, call, call) for call in calls))
        if calls
        else said
    )
