"""The rules of what people write: messages, their answers, notes."""

from __future__ import annotations

from datetime import datetime

from runofshow.core import events as e
from runofshow.core.agenda import Role
from runofshow.core.notices import NoteKind
from runofshow.core.refusal import Reason, Refused
from runofshow.core.state import State

MESSAGE_LIMIT = 1_000
NOTE_LIMIT = 4_000
"""In characters, so that one order stays one readable line of the journal."""

Events = tuple[e.Event, ...]


def decide_message(state: State, to: Role, text: str, now: datetime, by: str) -> Events | Refused:
    """Words to a screen that somebody reads."""
    if not text.strip():
        return Refused(Reason.EMPTY)
    if len(text) > MESSAGE_LIMIT:
        return Refused(Reason.TOO_LONG)
    if to is Role.DISPLAY:
        return Refused(Reason.NOT_READ)
    return (e.MessageSent(f"t{len(state.messages) + 1}", to, text, now, by),)


def decide_answer(state: State, message_id: str, now: datetime, by: str) -> Events | Refused:
    """The message, and what stood before it, is read."""
    message = next((one for one in state.messages if one.message_id == message_id), None)
    if message is None:
        return Refused(Reason.UNKNOWN_MESSAGE, message_id)
    if message.answered_at is not None:
        return Refused(Reason.ALREADY_ANSWERED, message_id)
    # who has read the newest has read what stood before it
    read = state.messages[: state.messages.index(message) + 1]
    return tuple(
        e.MessageAnswered(one.message_id, now, by)
        for one in read
        if one.to is message.to and one.answered_at is None
    )


def decide_note(state: State, text: str, kind: NoteKind, now: datetime) -> Events | Refused:
    """Kept with the item that runs."""
    if not text.strip():
        return Refused(Reason.EMPTY)
    if len(text) > NOTE_LIMIT:
        return Refused(Reason.TOO_LONG)
    return (e.NoteTaken(text, now, state.current_id, kind),)
