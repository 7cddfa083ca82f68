"""A new agenda: what a conference has at the least, to be filled in."""

from __future__ import annotations

from typing import Final

from runofshow.agenda_file.editing.rendering import scalar
from runofshow.texts import Language

_FIRST_LINE: Final = "# yaml-language-server: $schema=./agenda.schema.json\n"
_RITES: Final = (("Chào cờ", "Flag salute", "flag_salute"),)
_OPENING: Final = ("Tuyên bố lý do, giới thiệu đại biểu", "Statement of purpose, introduction of delegates")
_CLOSING: Final = ("Bế mạc", "Closing")


def blank_agenda(title: str, language: Language) -> str:
    """The text of a new agenda of this title, with the lines that every conference has."""
    at = 0 if language is Language.VI else 1
    lines = [
        (_RITES[0][at], "flag_salute", ""),
        (_OPENING[at], "introduction", "    also: [opening]\n"),
        (_CLOSING[at], "closing", ""),
    ]
    items = "".join(f"  - title: {scalar(said)}\n    kind: {kind}\n{also}" for said, kind, also in lines)
    return f"{_FIRST_LINE}title: {scalar(title)}\nitems:\n{items}"
