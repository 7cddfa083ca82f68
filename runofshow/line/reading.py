"""A role's JSON into its view, read strictly; what no show looks like is a `BadPicture`.

A field of the wrong type is one with its path, "Expected `str`, got `int` - at `$.cues[2].text`": half of a
picture would say something false. A field that a newer server adds is passed over.
"""

from __future__ import annotations

from datetime import datetime
from typing import TypeVar

from msgspec import Struct, ValidationError, convert

from runofshow.core.agenda import CUE_ROLES, Role
from runofshow.core.views.roles import DisplayView, HandView, RoleView, SpeakerView, StageView
from runofshow.core.wire import Json, Moment, moments, parts

KINDS: dict[Role, type[RoleView]] = {
    **dict.fromkeys(CUE_ROLES, HandView),
    Role.SPEAKER: SpeakerView,
    Role.DISPLAY: DisplayView,
    Role.STAGE: StageView,
}
"""Every role that has a screen of its own."""
Kind = TypeVar("Kind", bound=Struct)
YEARS = range(1971, 3000)
"""Near the ends of the calendar every sum overflows."""


class BadPicture(ValueError):
    """The server says what no show looks like; the path of the first such field, and what is wrong there."""


class _Beat(Struct, frozen=True):
    now: Moment


def read_view(role: Role, value: Json) -> RoleView:
    """The picture of `role`. Raises BadPicture; ValueError for a role without a screen of its own."""
    kind = KINDS.get(role)
    if kind is None:
        raise ValueError(f"{role.value} has no screen of its own")
    return _read(kind, value)


def read_now(value: Json) -> datetime:
    """The moment of a beat. Raises BadPicture."""
    return _read(_Beat, value).now


def _read(kind: type[Kind], value: Json) -> Kind:
    try:
        read = convert(value, kind)
    except ValidationError as error:
        raise BadPicture(str(error)) from error
    _check_years(read)
    return read


def _check_years(value: Struct) -> None:
    for name in moments(type(value)):
        at = getattr(value, name)
        if at is not None and at.year not in YEARS:
            raise BadPicture(f"{name}: {at}")
    for name in parts(type(value)):
        part = getattr(value, name)
        for one in part if isinstance(part, tuple) else (part,):
            if isinstance(one, Struct):
                _check_years(one)
