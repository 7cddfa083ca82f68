"""An order as it comes from a phone or a program, made into a command.

    {"do": "add_time", "item_id": "m4-2", "seconds": 60, "seq": 41}

`do` names the command, `seq` is the newest state the sender had seen. Lengths are `seconds`; an item's id,
a cue's id and a kind are at most 200 signs. `jump` takes `rest` (`aside` or `keep`), `move` takes `before`
and `session`; `edit` takes `title`, `by`, `mc`, `notes`, `seconds`, `start` and `until` (moments with their
zone, hours of the hall such as `9h30`, or empty), `presenter` and `protected`; `insert` takes `after` (null
is first) or `before`, `title`, `seconds`, `kind` and `by`; `edit_cue` takes `text`, `go`, `track_id` and `at`
as an agenda writes it (`start + 90s`), `add_cue` the same with `item_id` and `to`. `sound` takes `news`, what
a player tells (see sound_news.py). A key that is not known is refused: what is misspelt must not be half
obeyed. Text is kept in NFC; control signs, which could drive a terminal, are refused.
"""

from __future__ import annotations

import json
import math
import unicodedata
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Literal, NoReturn

from msgspec import Struct

from runofshow.agenda_file.notation import NotationError, read_anchor
from runofshow.core import commands as c
from runofshow.core.agenda import Anchor, GoMode, Role
from runofshow.core.refusal import Rest
from runofshow.core.sound_events import SoundNews
from runofshow.core.wire import Json
from runofshow.orders.sound_news import BadNews, read_news

DAY_S = 86_400
LONGEST_ID = 200
LONGEST_TEXT = 10_000
LONGEST_NEWS = 1_000
"""Of one text in the news of a player."""
HIGHEST_SEQ = 2**53
"""From here on JavaScript cannot count."""


class Order(Struct, frozen=True):
    """What is asked, and the state its sender had seen."""

    command: c.Command
    seen: int | None


class BadOrder(Exception):
    """It is no order. `about` is the key that is wrong, empty when it is the whole."""

    def __init__(self, about: str = "") -> None:
        super().__init__(about)
        self.about = about


Hours = Callable[[str, str], datetime | None]
"""The moment of an hour such as `9h30` in the session of an item, by the item's id; None when it is none."""


def read_order(body: bytes, hours: Hours = lambda item_id, text: None) -> Order:
    """The order in a request's body. Raises BadOrder. Without `hours` only whole moments are read."""
    fields = Fields(read_object(body), hours)
    read = READERS.get(fields.text("do", LONGEST_ID))
    if read is None:
        raise BadOrder("do")
    seen = fields.whole_or_none("seq")
    command = read(fields)
    fields.end()
    return Order(command, seen)


def read_object(body: bytes) -> dict[str, Json]:
    """A JSON object from a stranger. Raises BadOrder, whatever the bytes are."""
    try:
        value = json.loads(body.decode("utf-8"), object_pairs_hook=_once_each, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise BadOrder from error
    if not isinstance(value, dict):
        raise BadOrder
    return value


def _once_each(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _no_number(name: str) -> Json:
    raise ValueError(f"{name} is no number")


class Fields:
    """The keys of an order, each taken once and strictly: a wrong type is BadOrder, never a guess."""

    def __init__(self, values: dict[str, Json], hours: Hours = lambda item_id, text: None) -> None:
        self._left = dict(values)
        self._hours = hours

    def text(self, key: str, longest: int = LONGEST_TEXT) -> str:
        """A text that must be there."""
        text = self.text_or_none(key, longest)
        if text is None:
            raise BadOrder(key)
        return text

    def text_or_none(self, key: str, longest: int = LONGEST_TEXT) -> str | None:
        """A text; None when it is missing or null."""
        value = self._left.pop(key, None)
        if value is None:
            return None
        if not isinstance(value, str):
            raise BadOrder(key)
        return _fit(value, key, longest)

    def seconds(self, key: str) -> timedelta:
        """A length of at most a day either way."""
        length = self.seconds_or_none(key)
        if length is None:
            raise BadOrder(key)
        return length

    def seconds_or_none(self, key: str) -> timedelta | None:
        """A length; None when it is missing or null."""
        value = self._left.pop(key, None)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise BadOrder(key)
        if not (math.isfinite(value) and -DAY_S <= value <= DAY_S):
            raise BadOrder(key)
        return timedelta(seconds=value)

    def whole_or_none(self, key: str) -> int | None:
        """A count from zero on; None when it is missing or null."""
        value = self._left.pop(key, None)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= HIGHEST_SEQ:
            raise BadOrder(key)
        return value

    def flag(self, key: str) -> bool:
        """True or false; false when it is missing."""
        value = self._left.pop(key, False)
        if not isinstance(value, bool):
            raise BadOrder(key)
        return value

    def flag_or_none(self, key: str) -> bool | None:
        """True or false; None when it is missing or null."""
        value = self._left.pop(key, None)
        if value is not None and not isinstance(value, bool):
            raise BadOrder(key)
        return value

    def moment_or_none(self, key: str, item_id: str) -> datetime | Literal[""] | None:
        """A moment with its zone, as snapshots have it, or an hour in the item's session; an empty text takes
        it away, None leaves it."""
        text = self.text_or_none(key, LONGEST_ID)
        if not text:
            return None if text is None else ""
        hour = self._hours(item_id, text)
        if hour is not None:
            return hour
        try:
            at = datetime.fromisoformat(text)
            return at.astimezone(UTC) if at.tzinfo is not None else _no_moment(key)
        except (ValueError, OverflowError) as error:
            raise BadOrder(key) from error

    def role(self, key: str) -> Role:
        """A role by its name."""
        name = self.text(key, LONGEST_ID)
        try:
            return Role(name)
        except ValueError as error:
            raise BadOrder(key) from error

    def anchor_or_none(self, key: str) -> Anchor | None:
        """A cue's moment as an agenda writes it; None when it is missing or null."""
        text = self.text_or_none(key, LONGEST_ID)
        try:
            return None if text is None else read_anchor(text)
        except NotationError as error:
            raise BadOrder(key) from error

    def go_or_none(self, key: str) -> GoMode | None:
        """Who calls a cue, `hand` or `auto`; None when it is missing or null."""
        text = self.text_or_none(key, LONGEST_ID)
        try:
            return None if text is None else GoMode(text)
        except ValueError as error:
            raise BadOrder(key) from error

    def rest_or_none(self, key: str) -> Rest | None:
        """What becomes of the rest of a session, `aside` or `keep`; None when it is missing or null."""
        text = self.text_or_none(key, LONGEST_ID)
        try:
            return None if text is None else Rest(text)
        except ValueError as error:
            raise BadOrder(key) from error

    def news(self, key: str) -> SoundNews:
        """What a player tells."""
        value = self._left.pop(key, None)
        if not isinstance(value, dict):
            raise BadOrder(key)
        try:
            return read_news(value, lambda text: _fit(text, key, LONGEST_NEWS))
        except BadNews as error:
            raise BadOrder(key) from error

    def end(self) -> None:
        """Nothing may be left."""
        if self._left:
            raise BadOrder(next(iter(self._left))[:LONGEST_ID])


def _fit(value: str, key: str, longest: int) -> str:
    """The text as it is kept. Raises BadOrder."""
    text = unicodedata.normalize("NFC", value)
    if len(text) > longest or any(_is_unfit(sign) for sign in text):
        raise BadOrder(key)
    return text


def _is_unfit(sign: str) -> bool:
    # a lone surrogate cannot be written into the journal, and an escape sign would drive the terminal
    return unicodedata.category(sign) in ("Cc", "Cs") and sign not in "\n\t"


def _no_moment(key: str) -> NoReturn:
    raise BadOrder(key)


def _id(fields: Fields) -> str:
    return fields.text("item_id", LONGEST_ID)


def _fade(over: timedelta | None) -> timedelta:
    return c.FadeSound().over if over is None else over


def _edit(fields: Fields) -> c.Edit:
    item_id = _id(fields)
    return c.Edit(
        item_id,
        title=fields.text_or_none("title"),
        by=fields.text_or_none("by"),
        duration=fields.seconds_or_none("seconds"),
        mc=fields.text_or_none("mc"),
        notes=fields.text_or_none("notes"),
        start=fields.moment_or_none("start", item_id),
        until=fields.moment_or_none("until", item_id),
        presenter=fields.text_or_none("presenter"),
        protected=fields.flag_or_none("protected"),
    )


READERS: dict[str, Callable[[Fields], c.Command]] = {
    "start": lambda fields: c.Start(fields.flag("sure")),
    "go": lambda fields: c.Go(fields.text_or_none("cue_id", LONGEST_ID), fields.flag("sure")),
    "advance": lambda fields: c.Advance(fields.flag("sure")),
    "hold": lambda fields: c.Hold(),
    "resume": lambda fields: c.Resume(),
    "add_time": lambda fields: c.AddTime(
        fields.seconds("seconds"), fields.text_or_none("item_id", LONGEST_ID)
    ),
    "standby": lambda fields: c.StandBy(fields.text_or_none("cue_id", LONGEST_ID)),
    "ack": lambda fields: c.Acknowledge(fields.text("cue_id", LONGEST_ID)),
    "undo": lambda fields: c.Undo(fields.flag("sure")),
    "redo": lambda fields: c.Redo(fields.flag("sure")),
    "back": lambda fields: c.Back(fields.flag("sure")),
    "jump": lambda fields: c.Jump(_id(fields), fields.rest_or_none("rest")),
    "skip": lambda fields: c.Skip(_id(fields), fields.flag("sure")),
    "unskip": lambda fields: c.Unskip(_id(fields)),
    "move": lambda fields: c.Move(
        _id(fields), fields.text_or_none("before", LONGEST_ID), fields.text_or_none("session", LONGEST_ID)
    ),
    "edit": _edit,
    "edit_cue": lambda fields: c.EditCue(
        fields.text("cue_id", LONGEST_ID),
        text=fields.text_or_none("text"),
        at=fields.anchor_or_none("at"),
        go=fields.go_or_none("go"),
        track_id=fields.text_or_none("track_id", LONGEST_ID),
    ),
    "add_cue": lambda fields: c.AddCue(
        _id(fields),
        to=fields.role("to"),
        text=fields.text("text"),
        at=fields.anchor_or_none("at") or c.AT_START,
        go=fields.go_or_none("go") or GoMode.HAND,
        track_id=fields.text_or_none("track_id", LONGEST_ID),
    ),
    "remove_cue": lambda fields: c.RemoveCue(fields.text("cue_id", LONGEST_ID)),
    "insert": lambda fields: c.Insert(
        after=fields.text_or_none("after", LONGEST_ID),
        title=fields.text("title"),
        duration=fields.seconds("seconds"),
        kind=fields.text_or_none("kind", LONGEST_ID) or "other",
        by=fields.text_or_none("by"),
        before=fields.text_or_none("before", LONGEST_ID),
    ),
    "remove": lambda fields: c.Remove(_id(fields)),
    "backdate": lambda fields: c.Backdate(_id(fields), fields.seconds("seconds")),
    "message": lambda fields: c.SendMessage(fields.role("to"), fields.text("text")),
    "answer": lambda fields: c.AnswerMessage(fields.text("message_id", LONGEST_ID)),
    "note": lambda fields: c.TakeNote(fields.text("text")),
    "play": lambda fields: c.PlayTrack(fields.text("track_id", LONGEST_ID), fields.flag("sure")),
    "fade": lambda fields: c.FadeSound(
        fields.text_or_none("track_id", LONGEST_ID),
        _fade(fields.seconds_or_none("over")),
        fields.flag("sure"),
    ),
    "stop": lambda fields: c.StopSound(fields.text_or_none("track_id", LONGEST_ID), fields.flag("sure")),
    "panic": lambda fields: c.Panic(fields.flag("hard"), fields.flag("sure")),
    "arm": lambda fields: c.Arm(fields.text("cue_id", LONGEST_ID)),
    "sound": lambda fields: c.ReportSound(fields.news("news")),
    "dismiss": lambda fields: c.DismissAlarms(),
    "correct_clock": lambda fields: c.CorrectClock(fields.seconds_or_none("seconds")),
    "end": lambda fields: c.End(fields.flag("sure")),
}
"""How each command of `COMMANDS` is read."""
