"""What mpv says on its line, read into types; what nobody here needs is None.

One line is one JSON object, an answer or a piece of news:

    {"data":3.25,"request_id":17,"error":"success"}
    {"event":"end-file","reason":"error","playlist_entry_id":4,"file_error":"unrecognized file format"}
"""

from __future__ import annotations

import json

from msgspec import Struct

LONGEST = 256 * 1024
"""Bytes of one line. The longest that is asked for has a few hundred; a line beyond this is no mpv's."""

LONGEST_WORDS = 300
"""Signs kept of what mpv says in words."""


class Answer(Struct, frozen=True):
    request: int
    error: str | None
    """None is success."""
    data: object


class FileStarted(Struct, frozen=True):
    """mpv turns to a file; nothing is known of it yet."""

    entry: int
    """mpv's number for this loading of it, ever greater."""


class FileReady(Struct, frozen=True):
    """The file begins, or goes on after a seek: the first sound is decoded and handed to the output."""


class FileEnded(Struct, frozen=True):
    entry: int
    reason: str
    """eof | stop | quit | error | redirect | unknown"""
    detail: str


class Complained(Struct, frozen=True):
    """A line of mpv's own log."""

    level: str
    """fatal | error | warn"""
    text: str


Message = Answer | FileStarted | FileReady | FileEnded | Complained


class Garbled(ValueError):
    """What came is nothing that mpv says."""


def read_message(line: bytes) -> Message | None:
    """What a line says; None for news of no use here. Raises Garbled."""
    try:
        said = json.loads(line.decode("utf-8", "replace"))
    except (ValueError, RecursionError) as error:
        raise Garbled(_words(line.decode("utf-8", "replace"))) from error
    if not isinstance(said, dict):
        raise Garbled(_words(str(said)))
    match said.get("event"):
        case None:
            outcome = said.get("error")
            return Answer(
                request=_number(said.get("request_id")),
                error=None if outcome == "success" else _words(outcome),
                data=said.get("data"),
            )
        case "start-file":
            return FileStarted(_number(said.get("playlist_entry_id")))
        case "playback-restart":
            return FileReady()
        case "end-file":
            entry = _number(said.get("playlist_entry_id"))
            return FileEnded(entry, _words(said.get("reason")), _words(said.get("file_error", "")))
        case "log-message":
            return Complained(_words(said.get("level")), _words(said.get("text", "")).strip())
        case _:
            return None


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0


def _words(value: object) -> str:
    return str(value)[:LONGEST_WORDS]
