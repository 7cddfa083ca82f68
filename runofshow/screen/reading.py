"""A role's JSON into its picture: strict about what is needed, blind to what is not known.

A field of the wrong type is a `BadPicture` with its path, `cues[2].phase: "maybe"`: half of a picture would
say something false. A field that a newer server adds is passed over.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NoReturn, TypeVar

from runofshow.core.agenda import CUE_ROLES, Action, ClockMode, GoMode, Role, TrackMark
from runofshow.core.commands import Mode
from runofshow.core.snapshot import CuePhase, ItemState, Message, Phase
from runofshow.core.wire import Json
from runofshow.screen.picture import (
    DisplayPicture,
    HandPicture,
    RolePicture,
    ShownAward,
    ShownCue,
    ShownCurrent,
    ShownHead,
    ShownLine,
    ShownNeed,
    ShownRow,
    ShownSession,
    SpeakerPicture,
    StagePicture,
)

Kind = TypeVar("Kind", bound=StrEnum)
Part = TypeVar("Part")

LONGEST_S = 400 * 86_400
"""Seconds a length may have; a longer one is a mistake and would overflow sums."""
YEARS = range(1971, 3000)


class BadPicture(ValueError):
    """The server says what no show looks like; the path of the first such field, and what stands there."""


class Fields:
    """An object of the wire, asked field by field."""

    def __init__(self, value: Json, path: str = "") -> None:
        if not isinstance(value, dict):
            raise BadPicture(f"{path or 'picture'}: no object")
        self._value = value
        self._path = path

    def text(self, name: str) -> str:
        value = self._value.get(name)
        return value if isinstance(value, str) else self._fail(name)

    def text_or_none(self, name: str) -> str | None:
        return None if self._value.get(name) is None else self.text(name)

    def whole(self, name: str) -> int:
        value = self._value.get(name)
        return value if isinstance(value, int) and not isinstance(value, bool) else self._fail(name)

    def flag(self, name: str) -> bool:
        """False when it is not there."""
        value = self._value.get(name, False)
        return value if isinstance(value, bool) else self._fail(name)

    def number(self, name: str) -> float:
        value = self._value.get(name)
        if isinstance(value, bool) or not isinstance(value, int | float):
            return self._fail(name)
        return float(value) if math.isfinite(value) and abs(value) <= LONGEST_S else self._fail(name)

    def number_or(self, name: str, otherwise: float) -> float:
        return otherwise if self._value.get(name) is None else self.number(name)

    def length(self, name: str) -> timedelta:
        return timedelta(seconds=self.number(name))

    def length_or_none(self, name: str) -> timedelta | None:
        return None if self._value.get(name) is None else self.length(name)

    def moment(self, name: str) -> datetime:
        try:
            value = datetime.fromisoformat(self.text(name))
        except ValueError:
            return self._fail(name)
        # near the ends of the calendar every sum overflows
        return value if value.utcoffset() is not None and value.year in YEARS else self._fail(name)

    def moment_or_none(self, name: str) -> datetime | None:
        return None if self._value.get(name) is None else self.moment(name)

    def one_of(self, name: str, kind: type[Kind]) -> Kind:
        value = self.text(name)
        found = next((one for one in kind if one.value == value), None)
        return found if found is not None else self._fail(name)

    def part(self, name: str) -> Fields:
        return Fields(self._value.get(name), self._at(name))

    def part_or_none(self, name: str, read: Callable[[Fields], Part]) -> Part | None:
        return None if self._value.get(name) is None else read(self.part(name))

    def parts(self, name: str, read: Callable[[Fields], Part]) -> tuple[Part, ...]:
        value = self._value.get(name)
        if not isinstance(value, list):
            return self._fail(name)
        return tuple(read(Fields(one, f"{self._at(name)}[{at}]")) for at, one in enumerate(value))

    def texts(self, name: str) -> tuple[str, ...]:
        value = self._value.get(name)
        if not isinstance(value, list):
            return self._fail(name)
        found = tuple(one for one in value if isinstance(one, str))
        return found if len(found) == len(value) else self._fail(name)

    def _at(self, name: str) -> str:
        return f"{self._path}.{name}" if self._path else name

    def _fail(self, name: str) -> NoReturn:
        raise BadPicture(f"{self._at(name)}: {self._value.get(name)!r:.60}")


def read_picture(role: Role, value: Json) -> RolePicture:
    """The picture of `role`. Raises BadPicture; ValueError for a role without a screen of its own."""
    fields = Fields(value)
    head = _head(fields)
    if role in CUE_ROLES:
        return HandPicture(
            head=head,
            current=fields.part_or_none("current", _current),
            next=fields.part_or_none("next", _line),
            after=fields.part_or_none("after", _line),
            words=fields.text_or_none("words") or "",
            next_words=fields.text_or_none("next_words") or "",
            cues=fields.parts("cues", _cue),
            messages=fields.parts("messages", _message),
            needs=fields.parts("needs", _need),
        )
    match role:
        case Role.SPEAKER:
            current = fields.part_or_none("current", _current)
            return SpeakerPicture(head, current, fields.parts("messages", _message))
        case Role.DISPLAY:
            return DisplayPicture(
                head, fields.part_or_none("current", _line), fields.part_or_none("next", _line)
            )
        case Role.STAGE:
            return StagePicture(
                head=head,
                current=fields.part_or_none("current", _current),
                next=fields.part_or_none("next", _line),
                rows=fields.parts("items", _row),
                over_under=fields.length("over_under_s"),
                slack=fields.length_or_none("slack_s"),
            )
        case _:
            raise ValueError(f"{role.value} has no screen of its own")


def read_now(value: Json) -> datetime:
    """The moment of a beat. Raises BadPicture."""
    return Fields(value, "beat").moment("now")


def _head(fields: Fields) -> ShownHead:
    show, session = fields.part("show"), fields.part("session")
    speed = fields.number_or("speed", 1.0)
    if speed <= 0:
        raise BadPicture(f"speed: {speed}")
    return ShownHead(
        seq=fields.whole("seq"),
        mode=fields.one_of("mode", Mode),
        speed=speed,
        phase=fields.one_of("phase", Phase),
        now=fields.moment("now"),
        floating=fields.flag("floating"),
        title=show.text("title"),
        organiser=show.text_or_none("organiser") or "",
        venue=show.text_or_none("venue") or "",
        session=ShownSession(
            session.text_or_none("title") or "",
            session.moment("start"),
            session.moment_or_none("expected_end"),
            session.moment_or_none("hard_out"),
        ),
    )


def _current(fields: Fields) -> ShownCurrent:
    return ShownCurrent(
        item_id=fields.text("item_id"),
        number=fields.text("number"),
        title=fields.text("title"),
        by=fields.text_or_none("by"),
        clock=fields.one_of("clock", ClockMode),
        started_at=fields.moment("started_at"),
        elapsed=fields.length("elapsed_s"),
        remaining=fields.length("remaining_s"),
        overrun=fields.length("overrun_s"),
        held=fields.length_or_none("held_s") or timedelta(),
        protected=fields.flag("protected"),
    )


def _line(fields: Fields) -> ShownLine:
    return ShownLine(
        fields.text("item_id"),
        fields.text("number"),
        fields.text("title"),
        fields.text_or_none("by"),
        fields.text_or_none("heading"),
        fields.moment_or_none("expected_start"),
    )


def _cue(fields: Fields) -> ShownCue:
    return ShownCue(
        cue_id=fields.text("cue_id"),
        item_id=fields.text("item_id"),
        number=fields.text("number"),
        do=fields.one_of("do", Action),
        text=fields.text("text"),
        has_track=fields.text_or_none("track") is not None,
        track_title=fields.text_or_none("track_title"),
        mark=fields.one_of("mark", TrackMark),
        go=fields.one_of("go", GoMode),
        phase=fields.one_of("phase", CuePhase),
        expected_at=fields.moment_or_none("expected_at"),
        standby_at=fields.moment_or_none("standby_at"),
        acked_at=fields.moment_or_none("acked_at"),
        gone_at=fields.moment_or_none("gone_at"),
    )


def _message(fields: Fields) -> Message:
    return Message(
        fields.text("id"),
        fields.one_of("to", Role),
        fields.text("text"),
        fields.moment("at"),
        fields.text("by"),
    )


def _need(fields: Fields) -> ShownNeed:
    return ShownNeed(
        _line(fields.part("item")),
        fields.part_or_none("award", _award),
        fields.text_or_none("notes") or "",
    )


def _award(fields: Fields) -> ShownAward:
    return ShownAward(
        fields.text_or_none("decision"),
        fields.text_or_none("presenter"),
        fields.texts("recipients"),
        fields.flag("called_before_reading"),
    )


def _row(fields: Fields) -> ShownRow:
    return ShownRow(
        item_id=fields.text("item_id"),
        parent_id=fields.text_or_none("parent_id"),
        number=fields.text("number"),
        title=fields.text("title"),
        by=fields.text_or_none("by"),
        state=fields.one_of("state", ItemState),
        planned_start=fields.moment_or_none("planned_start"),
        expected_start=fields.moment_or_none("expected_start"),
        actual_start=fields.moment_or_none("actual_start"),
        length=fields.length("planned_s") + fields.length("added_s"),
        late=fields.length_or_none("late_s"),
        protected=fields.flag("protected"),
        optional=fields.flag("optional"),
        assumed=fields.flag("assumed"),
    )
