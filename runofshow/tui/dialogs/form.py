"""A form over the stage: a few fields, saved by Enter in a one-line field or by the button."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import Button, Input, Label, Select, Static

from runofshow.texts.console import ConsoleTexts
from runofshow.tui.dialogs.dialog import Dialog
from runofshow.tui.dialogs.picker import Option, Picker
from runofshow.tui.fields import Field, Values, Wrong
from runofshow.tui.vietnamese_fields import Entry, LongEntry

FRAME = 5
"""Rows of a form around its fields: two edges, its name, a rule and the buttons."""


MOST_AT_ONCE = 14
"""Choices that are looked through; among more, the one meant is found by a few letters."""


class Long(Select[str]):
    """One of many choices, found by a few letters with or without their marks."""

    def action_show_overlay(self) -> None:
        form = self.screen
        assert isinstance(form, Form)
        form.seek(self, [Option(str(value), str(said)) for said, value in self._options])


class Form(Dialog[Values | None]):
    """Gives the values by the fields' names, or None when it was closed."""

    AUTO_FOCUS: ClassVar[str | None] = ""
    # the first widget may be one of choices, and keys that came early are the text's

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", show=False),
        Binding("ctrl+s", "save", show=False),
    ]

    def __init__(
        self,
        words: ConsoleTexts,
        title: str,
        fields: Sequence[Field],
        complaint: Callable[[Values], Wrong | None] = lambda values: None,
        below: str = "",
        yes: str = "",
        told: Wrong | None = None,
    ) -> None:
        """`complaint` says what is wrong with the values, or None; while it complains the form stays open.

        `yes` is what its button does, where that is not to save. `told` is wrong with it as it opens.
        """
        super().__init__()
        self._words = words
        self._heading = title
        self._fields = fields
        self._complaint = complaint
        self._below = below
        self._yes = yes or words.forms.save
        self._told = told

    def compose(self) -> ComposeResult:
        with Vertical(classes="card form"):
            yield Static(self._heading, id="title", markup=False)
            with VerticalScroll(classes="fields", can_focus=False):
                for field in self._fields:
                    with Vertical(classes="field part" if field.label.startswith(" ") else "field"):
                        yield Label(field.label.strip(), markup=False)
                        yield Static(classes="wrong", markup=False)
                        with Vertical(classes="edge"):
                            yield from self._widget(field)
            with Vertical(classes="foot"):
                if self._below:
                    yield Static(self._below, id="below", markup=False)
                with Horizontal(classes="buttons"):
                    yield Button(f"{self._yes} (Enter, Ctrl+S)", id="save", compact=True)
                    yield Button(f"{self._words.forms.cancel} (Esc)", id="cancel", compact=True)

    def _widget(self, field: Field) -> ComposeResult:
        name = f"field-{field.name}"
        if field.choices:
            options = [(label, value) for value, label in field.choices]
            kind = Select if len(options) <= MOST_AT_ONCE else Long
            yield kind(options, value=field.value, allow_blank=False, id=name, compact=True)
        elif field.rows > 1:
            area = LongEntry(field.value, id=name, compact=True)
            area.styles.height = field.rows
            yield area
        else:
            yield Entry(field.value, id=name, compact=True, select_on_focus=False)

    @property
    def takes_early_keys(self) -> bool:
        return True

    def on_mount(self) -> None:
        first = self._fields[0] if not self._fields[0].choices or len(self._fields) == 1 else self._fields[-1]
        self.query_one(f"#field-{first.name}").focus()
        if self._told is not None:
            self._complain(self._told)

    def on_resize(self) -> None:
        # its name, its rule and its buttons, and the frame: however long it is, what saves it stays in sight
        others = FRAME + (1 if self._below else 0)
        self.query_one(".fields").styles.max_height = max(1, self.size.height - others)
        # what is being typed stays in sight, however small the window becomes
        self.call_after_refresh(self._seek_focus)

    def _seek_focus(self) -> None:
        if self.focused is not None:
            self.focused.scroll_visible(animate=False)

    def on_key(self, event: events.Key) -> None:
        by = {"up": -1, "down": 1}.get(event.key)
        turned = self._turned(self.focused)
        if by is None or turned is None or not isinstance(self.focused, Entry):
            return
        event.stop()
        values = [value for value, _ in turned.choices]
        select = self._select(turned)
        at = values.index(str(select.value)) + by
        select.value = values[at % len(values)]

    def on_select_changed(self, event: Select.Changed) -> None:
        """A ready text is written where it can be changed; words of one's own stay as they are."""
        field = next((one for one in self._fields if f"field-{one.name}" == event.select.id), None)
        if field is None or not field.fills:
            return
        entry = self.query_one(f"#field-{field.fills}", Entry)
        ready = {value for value, _ in field.choices[1:]}
        if str(event.value) in ready:
            entry.value = str(event.value)
        elif entry.value in ready:
            entry.value = ""
        entry.cursor_position = len(entry.value)
        if event.select.has_focus:
            entry.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """A ready text that was changed is one's own."""
        filling = self._filling(event.input)
        if filling is not None and event.value != self._select(filling).value:
            with self.prevent(Select.Changed):
                self._select(filling).value = filling.choices[0][0]

    def _filling(self, widget: Widget | None) -> Field | None:
        """The field whose choices are written into `widget`."""
        return self._of(widget, lambda field: field.fills)

    def _turned(self, widget: Widget | None) -> Field | None:
        """The field whose choices up and down in `widget` go through."""
        return self._of(widget, lambda field: field.fills or field.turned_in)

    def _of(self, widget: Widget | None, other: Callable[[Field], str]) -> Field | None:
        """The field that names the one of `widget` as its other."""
        name = "" if widget is None or widget.id is None else widget.id.removeprefix("field-")
        return next((field for field in self._fields if name and other(field) == name), None)

    def _select(self, field: Field) -> Select[str]:
        found: Select[str] = self.query_one(f"#field-{field.name}", Select)
        return found

    def seek(self, select: Select[str], options: Sequence[Option]) -> None:
        """Have one of many choices found by its letters."""

        def heard(value: str | None) -> None:
            if value is not None:
                select.value = value

        chosen = [str(select.value)]
        self.app.push_screen(Picker(self._heading, options, self._words.forms.take_choice, chosen), heard)

    def submit(self) -> None:
        self.action_save()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "save":
            self.action_save()
        else:
            self.action_close()

    def action_save(self) -> None:
        if not self.stands:
            return
        values = {field.name: self._value(field) for field in self._fields}
        complaint = self._complaint(values)
        if complaint is None:
            self.dismiss(values)
        else:
            self._complain(complaint)

    def _complain(self, wrong: Wrong) -> None:
        """Say it at the field it is about, and go there: below the fold nobody would read it."""
        self.query(".wrong").remove_class("told")
        asked = self.query_one(f"#field-{wrong.field}")
        told = next(one for one in asked.ancestors if isinstance(one, Widget) and one.has_class("field"))
        said = told.query_one(".wrong", Static)
        said.update(f"✗ {wrong.said}")
        said.add_class("told")
        asked.focus()
        self.call_after_refresh(told.scroll_visible, animate=False)

    def action_close(self) -> None:
        self.dismiss(None)

    def _value(self, field: Field) -> str:
        if field.choices:
            return str(self.query_one(f"#field-{field.name}", Select).value)
        if field.rows > 1:
            return self.query_one(f"#field-{field.name}", LongEntry).text.strip()
        return self.query_one(f"#field-{field.name}", Entry).value.strip()
