"""Server-sent events out of bytes as they come, in any pieces.

    event: change
    id: 41
    data: {"phase":"held"}

An empty line ends an event; what stands after the last one is half an event and is not given out. Lines end
in a line feed, a carriage return or both; a line that begins with a colon, and a field nobody knows, say
nothing. What has no end is refused before it fills the memory.
"""

from __future__ import annotations

from msgspec import Struct

LONGEST = 8 * 1024 * 1024
"""Bytes of a line, and of one event's data: a whole order of some thousand items, and room to spare."""

_CR, _LF = b"\r", b"\n"


class TooLong(ValueError):
    """A line or an event goes on beyond its bounds."""


class Event(Struct, frozen=True):
    name: str
    """`message` when the server gave none."""
    event_id: str
    """The last id that was given; empty before the first."""
    data: str


class EventStream:
    """Takes bytes and gives events. One for each connection."""

    def __init__(self, longest: int = LONGEST) -> None:
        self._longest = longest
        self._line = bytearray()
        self._after_cr = False
        self._is_first = True
        self._name = ""
        self._event_id = ""
        self._data: list[str] = []
        self._size = 0

    def feed(self, piece: bytes) -> list[Event]:
        """The events that `piece` completes. Raises TooLong, and UnicodeDecodeError for what is no UTF-8."""
        if self._after_cr and piece:
            # a line feed behind the carriage return of the piece before belongs to that line's end
            self._after_cr = False
            piece = piece.removeprefix(_LF)
        if piece.endswith(_CR):
            self._after_cr = True
        if _CR in piece:
            piece = piece.replace(_CR + _LF, _LF).replace(_CR, _LF)
        *ended, rest = piece.split(_LF)
        events: list[Event] = []
        for end in ended:
            self._add(end)
            line, self._line = bytes(self._line), bytearray()
            event = self._take(line.decode())
            if event is not None:
                events.append(event)
        self._add(rest)
        return events

    def _add(self, piece: bytes) -> None:
        if len(self._line) + len(piece) > self._longest:
            raise TooLong("a line")
        self._line += piece

    def _take(self, line: str) -> Event | None:
        if self._is_first:
            self._is_first = False
            line = line.removeprefix("\ufeff")
        if not line:
            return self._end()
        field, _, value = line.partition(":")
        value = value.removeprefix(" ")
        match field:
            case "event":
                self._name = value
            case "data":
                self._size += len(value) + 1
                if self._size > self._longest:
                    raise TooLong("an event")
                self._data.append(value)
            case "id" if "\0" not in value:
                self._event_id = value
        return None

    def _end(self) -> Event | None:
        name, data = self._name, self._data
        self._name, self._data, self._size = "", [], 0
        return Event(name or "message", self._event_id, "\n".join(data)) if data else None
