"""Messages from the hall to the caller that have not been read yet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from msgspec import Struct

from runofshow.core.agenda import Role
from runofshow.core.notices import Message
from runofshow.core.snapshot import Snapshot
from runofshow.core.value import replace
from runofshow.tui.formats import clock
from runofshow.tui.pen import Pen

RECENT = timedelta(minutes=2)
"""A console that opens on a running show takes what is older as read."""
IN_HEADER_FOR = 80
"""Beats the newest one stands in the header: twenty seconds in which it could be seen."""


class Unread(Struct, frozen=True):
    """What the screen shows of the messages."""

    newest: Message
    more: int
    """How many others have not been read."""
    in_header: bool


class Inbox:
    """Remembers what has been read. Nothing of it is in the record: another console has its own eyes."""

    def __init__(self, opened_on: Snapshot) -> None:
        old = opened_on.now - RECENT
        self._read = {one.message_id for one in _to_caller(opened_on.messages) if one.at < old}
        self._shown: dict[str, int] = {}
        self._unread: tuple[Message, ...] = ()
        self.hear(opened_on)

    def hear(self, snapshot: Snapshot) -> None:
        """Take in what has come."""
        mine = _to_caller(snapshot.messages)
        self._unread = tuple(one for one in mine if one.message_id not in self._read)

    def beat(self) -> None:
        """The header was in sight for a beat."""
        if self._unread:
            newest = self._unread[-1].message_id
            self._shown[newest] = self._shown.get(newest, 0) + 1

    def read(self, *, all_of_them: bool = False) -> None:
        """The newest has been read, or everything."""
        done = self._unread if all_of_them else self._unread[-1:]
        self._read |= {message.message_id for message in done}
        self._unread = self._unread[: len(self._unread) - len(done)]

    @property
    def unread(self) -> Unread | None:
        """The newest that has not been read; None when all is read."""
        if not self._unread:
            return None
        newest = self._unread[-1]
        fresh = self._shown.get(newest.message_id, 0) < IN_HEADER_FOR
        return Unread(newest, len(self._unread) - 1, fresh)


def _to_caller(messages: Sequence[Message]) -> list[Message]:
    """What was written to the caller, and what others have acknowledged, in the order it came."""
    written = {(one.by, one.at) for one in messages}
    mine = [one for one in messages if one.to is Role.CALLER]
    for one in messages:
        by, at = one.answered_by, one.answered_at
        # who answered in words is heard by these; what the caller answers itself is no news to it
        if (
            at is not None
            and by != Role.CALLER.value
            and one.to is not Role.CALLER
            and (by, at) not in written
        ):
            mine.append(replace(one, message_id=f"{one.message_id} known", at=at))
    return sorted(mine, key=lambda one: one.at)


def told(message: Message, pen: Pen) -> str:
    """`08:42  Âm thanh nhắn: chưa sẵn sàng`, or `08:43  Người phát biểu đã rõ: Còn 5 phút`, on one line."""
    words = pen.words
    is_answer = message.to is not Role.CALLER
    by, phrase = (message.answered_by, words.message_known) if is_answer else (message.by, words.message_from)
    who = words.role(Role(by)) if by in set(Role) else by
    text = " ".join(message.text.split())
    return phrase.format(at=clock(message.at, pen.tz), who=who, text=text)
