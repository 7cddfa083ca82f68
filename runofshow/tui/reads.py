"""What a terminal sends at once, put together again: a hand types keys, a paste without brackets is a text.

Many terminals send a paste as if it were typed. Taken key by key, 4,000 letters freeze the console for most
of a minute, or, where no field is open, fire orders. So keys are gathered while they come faster than any
hand types, and where they are more than a hand sends at once, each stretch of signs becomes one `Paste`. A
Vietnamese keyboard sends backspaces and what takes their place: that stays keys, and all stays in its order.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Any

from textual import events
from textual.app import App
from textual.driver import Driver
from textual.message import Message

GAP = 0.002
"""Seconds without a key after which a read is over; nobody feels so short a wait."""
LONGEST = 0.1
"""Seconds after which a read that never pauses is passed on in parts."""
HAND = 4
"""Signs that one hand may have sent at once over a slow line; more are a paste."""


class Reads:
    """Gathers the messages of one read. Filled by the terminal's thread, passed on in the loop of the app."""

    def __init__(
        self, pass_on: Callable[[Message], None], soon: Callable[[Callable[[], object]], object]
    ) -> None:
        """`pass_on` gives one message to the app; `soon` calls in the app's loop, from any thread."""
        self._pass_on = pass_on
        self._soon = soon
        self._lock = threading.Lock()
        self._gathered: list[Message] = []

    def take(self, message: Message, later: Callable[[float, Callable[[], object]], object]) -> None:
        """The next message of the terminal. `later` calls in the app's loop after so many seconds."""
        with self._lock:
            is_first = not self._gathered
            if is_first and not (isinstance(message, events.Key) and _may_be_text(message)):
                # an arrow, a function key: nobody waits to know whether a text follows
                self._pass_on(message)
                return
            self._gathered.append(message)
        if is_first:
            self._soon(lambda: later(GAP, lambda: self._look(message.time, later, 1)))

    def _look(self, last: float, later: Callable[[float, Callable[[], object]], object], times: int) -> None:
        """Pass on what came, or wait on while it is still coming."""
        with self._lock:
            newest = self._gathered[-1].time
            if newest > last and times * GAP < LONGEST:
                later(GAP, lambda: self._look(newest, later, times + 1))
                return
            gathered, self._gathered = self._gathered, []
        for message in joined(gathered):
            self._pass_on(message)


def joined(read: Sequence[Message]) -> list[Message]:
    """The messages of one read. Where no hand can have typed them all, each stretch of text is one paste."""
    keys = [message for message in read if isinstance(message, events.Key)]
    signs = sum(map(_is_sign, keys)) - sum(key.key == "backspace" for key in keys)
    if signs <= HAND:
        return list(read)
    said: list[Message] = []
    for is_text, run in groupby(read, lambda one: isinstance(one, events.Key) and _is_text(one)):
        if is_text:
            said += _pasted([one for one in run if isinstance(one, events.Key)])
        else:
            said += run
    return said


def _is_sign(key: events.Key) -> bool:
    return key.is_printable and key.character is not None


def _breaks_line(key: events.Key) -> bool:
    return key.key in ("enter", "ctrl+j")


def _is_text(key: events.Key) -> bool:
    return _is_sign(key) or _breaks_line(key)


def _may_be_text(key: events.Key) -> bool:
    """A text can begin with it, or what a Vietnamese keyboard puts in place of what it takes away."""
    return _is_text(key) or key.key == "backspace"


def _pasted(run: Sequence[events.Key]) -> list[Message]:
    """The text of a run, and its last Enters as keys: what is typed by a program ends so. A text of several
    lines was copied somewhere, and its last line break with it."""
    first = next((at for at, key in enumerate(run) if _breaks_line(key)), len(run))
    if sum(map(_is_sign, run[first:])) > HAND:
        first = len(run)
    text = "".join("\n" if _breaks_line(key) else key.character or "" for key in run[:first])
    return [*([events.Paste(text)] if text else []), *run[first:]]


def driver_reading(driver: type[Driver]) -> type[Driver]:
    """The driver of this platform, with its reads put together."""

    class Reading(driver):  # type: ignore[valid-type, misc]
        def __init__(self, app: App[Any], **given: Any) -> None:
            super().__init__(app, **given)
            self._reads = Reads(super().process_message, self._loop.call_soon_threadsafe)

        def process_message(self, message: Message) -> None:
            self._reads.take(message, self._loop.call_later)

    return Reading
