"""The forms of the console: what each asks, which orders its answers make, and how it comes back refused.

What was typed is not lost: it stands in the form that comes back.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

from msgspec import Struct

from runofshow.agenda_file.bringing import brought
from runofshow.core import commands as c
from runofshow.core.agenda import Agenda, Role
from runofshow.core.commands import Command
from runofshow.core.notices import NoteKind
from runofshow.core.refusal import Reason, Refused
from runofshow.core.snapshot import Row, Snapshot
from runofshow.core.value import replace
from runofshow.texts.console import ConsoleTexts
from runofshow.tui import asking
from runofshow.tui.fields import Field, Values, Wrong
from runofshow.tui.lost_row import LostRow, Place, place_of
from runofshow.tui.pen import Pen
from runofshow.tui.row_form import (
    RowForm,
    insert,
    insert_fields,
    minutes,
    row_form,
    wrong_insert,
    wrong_minutes,
)

NO_PLACE = (Reason.BAD_PLACE, Reason.UNKNOWN_ITEM)

Again = Callable[[Values, Command, Refused, Snapshot], "Sheet"]
"""The form after an order of it was refused, with the newest picture of the show."""


class Sheet(Struct, frozen=True):
    """One form."""

    title: str
    fields: Sequence[Field]
    wrong: Callable[[Values], Wrong | None]
    orders: Callable[[Values], Sequence[Command]]
    """Given one after the other, up to the first that is refused."""
    said: Callable[[Values], str]
    """What stands in the status line when all are obeyed."""
    again: Again | None = None
    """How it comes back after a refusal; None is as it was, with what was typed."""
    below: str = ""
    yes: str = ""
    told: Wrong | None = None
    """What is wrong with it as it opens."""

    def back(
        self, values: Values, order: Command, refused: Refused, now: Snapshot, words: ConsoleTexts
    ) -> Sheet:
        """The form again, with what was typed and why it was refused."""
        if self.again is not None:
            return self.again(values, order, refused, now)
        wrong = Wrong(self.fields[-1].name, words.refusal(refused.reason))
        return replace(self, fields=typed(self.fields, values), told=wrong)


def typed(fields: Sequence[Field], values: Values) -> list[Field]:
    """The fields with these values in them, where there are any."""
    return [replace(one, value=values.get(one.name, one.value)) for one in fields]


def edit_sheet(snapshot: Snapshot, row: Row, pen: Pen) -> Sheet:
    """All that can be mended of a row."""
    return _edit_sheet(row_form(snapshot, row, pen), snapshot)


def _edit_sheet(asked: RowForm, opened: Snapshot, values: Values | None = None) -> Sheet:
    words, row = asked.words, asked.row

    def again(values: Values, order: Command, refused: Refused, now: Snapshot) -> Sheet:
        still = asking.row_of(now, row.item_id)
        if still is None:
            place = place_of(row.item_id, opened, now)
            return _lost_sheet(LostRow(asked, place), values, words.forms.lost_row)
        wrong = Wrong(asked.field_of(order, refused, values), words.refusal(refused.reason))
        mended = row_form(now, still, asked.pen)
        return replace(_edit_sheet(mended, now, asked.changed(values, mended)), told=wrong)

    return Sheet(
        words.forms.edit_title.format(number=row.number),
        typed(asked.fields(), values or {}),
        asked.wrong,
        asked.orders,
        lambda values: words.done_edit,
        again,
    )


def _lost_sheet(lost: LostRow, values: Values, told: str) -> Sheet:
    words = lost.asked.words

    def again(values: Values, order: Command, refused: Refused, now: Snapshot) -> Sheet:
        # where it stood there is no place any more: then behind what runs
        place = Place(after=asking.here(now)) if refused.reason in NO_PLACE else lost.place
        return _lost_sheet(LostRow(lost.asked, place), values, words.refusal(refused.reason))

    return Sheet(
        words.forms.lost_title.format(number=lost.asked.row.number),
        typed(lost.fields(), values),
        lost.wrong,
        lost.orders,
        lambda values: words.done_insert,
        again,
        yes=words.forms.insert_again,
        told=Wrong("title", told),
    )


def insert_sheet(row: Row | None, plan: Agenda, pen: Pen) -> Sheet:
    """A new item beside `row`, or the first of all."""
    words = pen.words
    title = words.forms.insert_title.format(number=row.number) if row else words.forms.insert_first_title

    def orders(values: Values) -> list[Command]:
        return [brought(insert(row, values), plan, words.language)]

    def again(values: Values, order: Command, refused: Refused, now: Snapshot) -> Sheet:
        # the row that it was to stand beside may be the one that has gone
        still = None if row is None else asking.row_of(now, row.item_id)
        sheet = insert_sheet(still or asking.row_of(now, asking.here(now)), now.plan, pen)
        wrong = Wrong("title", words.refusal(refused.reason))
        return replace(sheet, fields=typed(sheet.fields, values), told=wrong)

    fields = insert_fields(words, pen.kinds, row)
    return Sheet(
        title,
        fields,
        lambda values: wrong_insert(words, values),
        orders,
        lambda values: words.done_insert,
        again,
    )


def backdate_sheet(row: Row, words: ConsoleTexts) -> Sheet:
    """How much earlier a row began than it was called."""
    return Sheet(
        words.forms.backdate_title.format(number=row.number),
        [asking.earlier_field(words)],
        lambda values: wrong_minutes(words, values),
        lambda values: [c.Backdate(row.item_id, minutes(values["minutes"]) or timedelta())],
        lambda values: words.done_backdate,
    )


def note_sheet(words: ConsoleTexts) -> Sheet:
    """An incident, a decision, a lesson or a note for the record."""
    kinds = tuple((kind.value, words.forms.note_kind(kind)) for kind in NoteKind)
    kind = Field("kind", words.forms.field_note_kind, NoteKind.NOTE.value, choices=kinds, turned_in="text")
    return Sheet(
        words.forms.note_title,
        [kind, asking.text_field(words)],
        asking.empty_complaint(words),
        lambda values: [c.TakeNote(values["text"], NoteKind(values["kind"]))],
        lambda values: words.done_note,
        below=words.forms.note_below,
    )


def message_sheet(words: ConsoleTexts) -> Sheet:
    """Words to a role or to the speaker."""
    return Sheet(
        words.forms.message_title,
        asking.message_fields(words),
        asking.empty_complaint(words),
        lambda values: [c.SendMessage(Role(values["to"]), values["text"])],
        lambda values: words.done_message.format(to=words.role(Role(values["to"]))),
        below=words.forms.ready_below,
        yes=words.forms.send,
    )
