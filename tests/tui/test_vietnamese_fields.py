"""Text fields under keyboards that rewrite what was typed: a backspace and its replacement in one read."""

from __future__ import annotations

import unicodedata

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Input, TextArea

from runofshow.tui.vietnamese_fields import Entry, LongEntry

# Telex for "Nguyễn Đức": each rewriting is one read. `<` is a backspace.
READS = ["N", "g", "u", "y", "e", "<ê", "<ễ", "n", " ", "D", "<Đ", "u", "<ư", "<ứ", "c"]
NAME = "Nguyễn Đức"


class Typing(App[None]):
    def __init__(self, field: Input | TextArea) -> None:
        super().__init__()
        self.field = field

    def compose(self) -> ComposeResult:
        yield self.field

    def on_mount(self) -> None:
        self.field.focus()

    def read(self, signs: str) -> None:
        """What the driver does with one read: every key of it is posted before any is answered."""
        for sign in signs:
            if sign == "<":
                self.post_message(events.Key("backspace", "\x7f"))
            else:
                self.post_message(events.Key(sign, sign))


def text_of(field: Input | TextArea) -> str:
    return field.value if isinstance(field, Input) else field.text


@pytest.mark.parametrize("field", [Entry, LongEntry])
async def test_a_name_typed_in_telex_comes_out_whole(field: type[Entry] | type[LongEntry]) -> None:
    app = Typing(field())
    async with app.run_test() as pilot:
        for read in READS:
            app.read(read)
        await pilot.pause()
        assert text_of(app.field) == NAME


@pytest.mark.parametrize("field", [Entry, LongEntry])
async def test_a_name_typed_in_one_burst_comes_out_whole(field: type[Entry] | type[LongEntry]) -> None:
    app = Typing(field())
    async with app.run_test() as pilot:
        app.read("".join(READS))
        await pilot.pause()
        assert text_of(app.field) == NAME


@pytest.mark.parametrize("field", [Entry, LongEntry])
async def test_marks_that_come_by_themselves_are_joined_to_their_letter(
    field: type[Entry] | type[LongEntry],
) -> None:
    app = Typing(field())
    async with app.run_test() as pilot:
        app.read(unicodedata.normalize("NFD", NAME))
        await pilot.pause()
        assert text_of(app.field) == NAME
        app.read("<")
        await pilot.pause()
        assert text_of(app.field) == NAME[:-1]


@pytest.mark.parametrize("field", [Entry, LongEntry])
async def test_pasted_text_is_composed(field: type[Entry] | type[LongEntry]) -> None:
    app = Typing(field())
    async with app.run_test() as pilot:
        app.post_message(events.Paste(unicodedata.normalize("NFD", NAME)))
        await pilot.pause()
        assert text_of(app.field) == NAME


@pytest.mark.parametrize("field", [Entry, LongEntry])
async def test_the_cursor_moves_in_the_order_of_the_keys(field: type[Entry] | type[LongEntry]) -> None:
    app = Typing(field())
    async with app.run_test() as pilot:
        for key in ["a", "c", "left", "b", "home", "x", "end", "y", "left", "delete", "z"]:
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        await pilot.pause()
        assert text_of(app.field) == "xabcz"


async def test_the_library_field_still_needs_this() -> None:
    """When this fails, Textual has mended its own field and vietnamese_fields.py may go."""
    app = Typing(Input())
    async with app.run_test() as pilot:
        app.read("".join(READS))
        await pilot.pause()
        assert text_of(app.field) != NAME
