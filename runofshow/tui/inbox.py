"""Messages from the hall to the caller that have not been read yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from runofshow.core.agenda import Role
from runofshow.core.notices import Message
from runofshow.core.snapshot import Snapshot
from runofshow.tui.formats import clock
from runofshow.tui.pen import Pen

RECENT = timedelta(minutes=2)
"""A console that opens on a running show takes what is older as read."""
IN_HEADER_FOR = 80
"""Beats the newest one stands in the header: twenty seconds in which it could be seen."""


@dataclass(frozen=True, slots=True)
class Unread:
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
    return [message for message in messages if message.to is Role.CALLER]


def told(message: Message, pen: Pen) -> str:
    """`08:42  Âm thanh nhắn: chưa sẵn sàng`, on one line."""
    who = pen.words.role(Role(message.by)) if message.by in set(Role) else message.by
    text = " ".join(message.text.split())
    return pen.words.message_from.format(at=clock(message.at, pen.tz), who=who, text=text)
