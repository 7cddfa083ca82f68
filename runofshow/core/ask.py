"""What every command says of itself: its name, its fields with their bounds, who may ask it, and whether undo
takes it back. Windows, gear and phones read it here, and write it with the same words:

    {"do": "add_time", "seconds": 60.0, "item_id": "m4-2"}
"""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from typing import Annotated, Any, ClassVar

from msgspec import Meta, Struct, to_builtins
from msgspec.structs import FieldInfo, fields

from runofshow.core.agenda import CUE_ROLES, Role
from runofshow.core.value import Json

LONGEST_ID = 200
LONGEST_TEXT = 10_000
Id = Annotated[str, Meta(max_length=LONGEST_ID)]
"""Of an item, a cue, a track, a message, a session or a kind."""
Text = Annotated[str, Meta(max_length=LONGEST_TEXT)]

NOBODY: frozenset[Role] = frozenset()
"""The program alone asks it."""
CALLER = frozenset({Role.CALLER})
OPERATOR = CALLER | {Role.MUSIC}
HANDS = CALLER | {*CUE_ROLES}
READERS = frozenset(Role) - {Role.DISPLAY}
"""Whom something can be written to."""


class Ask(Struct, frozen=True, tag_field="do", omit_defaults=True):
    """One command. The tag is its name on the wire and in the record."""

    asked_by: ClassVar[frozenset[Role]] = CALLER
    """roles.py says of which cue or message each of them may."""
    told_by: ClassVar[str] = ""
    """The part of the program that tells it, with no role in the hall; empty where none does."""
    inner: ClassVar[frozenset[str]] = frozenset()
    """Fields that nobody outside fills in."""


class Undoable(Ask, frozen=True):
    """What undo takes back; what was said or written down stays said."""


def name_of(command: Ask | type[Ask]) -> str:
    """As programs, phones and the record name it."""
    return str(command.__struct_config__.tag)


@cache
def wire_fields(command: type[Ask]) -> tuple[FieldInfo, ...]:
    """The fields that somebody outside may give, in their order."""
    return tuple(field for field in fields(command) if field.name not in command.inner)


def order_json(command: Ask) -> dict[str, Json]:
    """The command as it is sent: lengths in seconds; what is as it always is stays away."""
    return {key: _plain(value) for key, value in to_builtins(command, builtin_types=(timedelta,)).items()}


def _plain(value: Any) -> Json:
    match value:
        case timedelta():
            return value.total_seconds()
        case dict():
            return {key: _plain(inner) for key, inner in value.items()}
        case _:
            plain: Json = value
            return plain
