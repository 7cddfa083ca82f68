"""What a terminal sends at once: a sign waits whether a text follows, anything else is there at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual import events
from textual.message import Message

from runofshow.tui.reads import Reads


class Terminal:
    """Sends to an app whose loop goes on when it is told."""

    def __init__(self) -> None:
        self.heard: list[Message] = []
        self.to_do: list[Callable[[], object]] = []
        self._reads = Reads(self.heard.append, self.to_do.append)

    def sends(self, *messages: Message) -> None:
        for message in messages:
            self._reads.take(message, lambda _, work: self.to_do.append(work))

    def goes_on(self) -> None:
        while self.to_do:
            self.to_do.pop(0)()


@pytest.mark.parametrize("key", ["down", "pagedown", "escape", "f3", "ctrl+z", "tab"])
def test_what_begins_no_text_is_heard_at_once(key: str) -> None:
    terminal, pressed = Terminal(), events.Key(key, None)
    terminal.sends(pressed)
    assert terminal.heard == [pressed]


@pytest.mark.parametrize(("key", "sign"), [("a", "a"), ("space", " "), ("enter", "\r"), ("backspace", "\b")])
def test_what_may_begin_a_text_waits_for_it_and_what_follows_stays_behind_it(key: str, sign: str) -> None:
    terminal = Terminal()
    keys = [events.Key(key, sign), events.Key("down", None)]
    terminal.sends(*keys)
    assert terminal.heard == []
    terminal.goes_on()
    assert terminal.heard == keys
