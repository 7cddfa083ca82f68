"""The form of a row: what it asks about an item and its cues, what is wrong with the answers, and the orders.

Only what was changed is ordered, so what a phone has changed while the form stood is kept. A cue whose text
is emptied is taken out; a hand chosen in the last fields gets a new one.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Literal

from msgspec import Struct

from runofshow.agenda_file.moments import hour_of_session, hour_said
from runofshow.agenda_file.notation import (
    NotationError,
    read_anchor,
    read_length,
)
from runofshow.agenda_file.spoken_moments import spoken_anchor
from runofshow.core.agenda import CUE_ROLES, Anchor, Cue, Role, Track
from runofshow.core.amendments import TITLE_LIMIT, WORDS_LIMIT
from runofshow.core.commands import AddCue, Command, CountVote, Edit, EditCue, Insert, RemoveCue
from runofshow.core.refusal import Reason, Refused
from runofshow.core.snapshot import CuePhase, Row, Snapshot
from runofshow.core.vote import MOST_VOTES
from runofshow.core.words import words_of
from runofshow.texts.console import ConsoleTexts
from runofshow.tui.fields import Field, Values, Wrong
from runofshow.tui.formats import length
from runofshow.tui.pen import Pen

NOBODY = "nobody"
NO_TRACK = "none"
AFTER, BEFORE = "after", "before"
YES, NO = "yes", "no"
SHORT = ("title", "by", "presenter")
"""The fields whose text an agenda holds short."""
VOTES = ("in_favour", "against", "other")
"""The fields of a vote, where one can be counted. With the first empty it is not counted."""


class RowForm(Struct, frozen=True):
    """The form of one row, as it stood when the form was opened."""

    row: Row
    cues: tuple[Cue, ...]
    """Those that have not gone, as they are written."""
    pen: Pen

    @property
    def words(self) -> ConsoleTexts:
        return self.pen.words

    def fields(self) -> list[Field]:
        """The item's own fields, then those of each cue, then a new cue's."""
        forms, item = self.words.forms, self.row.written
        named = [Field("presenter", forms.field_presenter, self._presenter)] if item.award else []
        return [
            Field("title", forms.field_title, self.row.title),
            Field("by", forms.field_by, item.by or ""),
            *(self._votes() if self.row.takes_vote else ()),
            Field("minutes", forms.field_minutes, length(self.row.planned)),
            Field("start", forms.field_start, self._hour(item.fixed_start)),
            Field("until", forms.field_until, self._hour(item.until)),
            *named,
            Field(
                "protected",
                forms.field_protected,
                YES if item.protected else NO,
                choices=((YES, self.words.yes), (NO, self.words.running.no)),
            ),
            Field("mc", forms.field_mc, words_of(item), rows=4),
            Field("notes", forms.field_notes, item.notes, rows=2),
            *(one for number, cue in enumerate(self.cues, start=1) for one in self._cue(number, cue)),
            *self._new_cue(),
        ]

    @property
    def _presenter(self) -> str:
        award = self.row.written.award
        return (award and award.presenter) or ""

    def _votes(self) -> list[Field]:
        forms, was = self.words.forms, self._counted
        labels = (forms.field_in_favour, forms.field_against, forms.field_other)
        return [Field(name, label, was[name]) for name, label in zip(VOTES, labels, strict=True)]

    @property
    def _counted(self) -> dict[str, str]:
        vote = self.row.vote
        return {name: "" if vote is None else str(getattr(vote, name)) for name in VOTES}

    def _hour(self, at: datetime | None) -> str:
        return "" if at is None else hour_said(at, self.pen.tz)

    def _cue(self, number: int, cue: Cue) -> list[Field]:
        forms = self.words.forms
        label = forms.field_cue.format(number=number, to=self.words.role(cue.to))
        fields = [
            Field(f"cue{number}", label, cue.text),
            Field(f"cue{number}_at", forms.field_cue_at, spoken_anchor(cue.at, self.words.language)),
        ]
        if cue.to is Role.MUSIC and self.pen.tracks:
            chosen = cue.track_id if cue.track_id in self.pen.tracks else NO_TRACK
            tracks = _choices(self.pen.tracks)
            choices = ((NO_TRACK, forms.no_track), *tracks)
            fields.append(
                Field(f"cue{number}_track", forms.field_cue_track, chosen or NO_TRACK, choices=choices)
            )
        return fields

    def _new_cue(self) -> list[Field]:
        forms = self.words.forms
        hands = ((NOBODY, forms.new_cue_nobody), *((role.value, self.words.role(role)) for role in CUE_ROLES))
        return [
            Field("new_to", forms.field_new_cue, NOBODY, choices=hands),
            Field("new_text", forms.field_new_text),
            Field("new_at", forms.field_cue_at, spoken_anchor(read_anchor("start"), self.words.language)),
        ]

    def wrong(self, values: Values) -> Wrong | None:
        """What is wrong with the answers, in words, and at which field."""
        forms = self.words.forms
        if not values["title"]:
            return Wrong("title", self.words.refusals.empty)
        if not self.row.is_heading and minutes(values["minutes"]) is None:
            return Wrong("minutes", forms.bad_minutes)
        if name := wrong_votes(values):
            return Wrong(name, forms.bad_votes)
        for name in ("start", "until"):
            if values[name] and self._read_hour(values[name]) is None:
                return Wrong(name, forms.bad_hour)
        for number, _ in enumerate(self.cues, start=1):
            if values[f"cue{number}"] and anchor(values[f"cue{number}_at"]) is None:
                return Wrong(f"cue{number}_at", forms.bad_anchor.format(number=number))
        if values["new_to"] == NOBODY:
            return Wrong("new_to", forms.new_cue_to) if values["new_text"] else None
        if not values["new_text"]:
            return Wrong("new_text", self.words.refusals.empty)
        return None if anchor(values["new_at"]) else Wrong("new_at", forms.bad_anchor.format(number="+"))

    def _read_hour(self, text: str) -> datetime | None:
        try:
            return hour_of_session(text, self.row.session_start_at, self.pen.tz)
        except NotationError:
            return None

    def orders(self, values: Values) -> list[Command]:
        """An order for the item and for each cue, where something was changed."""
        item = self._edit(values)
        found: list[Command] = [] if item == Edit(self.row.item_id) else [item]
        if {name: values.get(name, "") for name in VOTES} != self._counted:
            found.append(CountVote(self.row.item_id, **_votes(values)))
        for number, cue in enumerate(self.cues, start=1):
            found += self._cue_orders(cue, values, f"cue{number}")
        at = anchor(values["new_at"])
        if values["new_to"] != NOBODY and at is not None:
            found.append(AddCue(self.row.item_id, Role(values["new_to"]), values["new_text"], at))
        return found

    def field_of(self, order: Command, refused: Refused, values: Values) -> str:
        """The field that a refused order is about."""
        match order:
            case EditCue(cue_id) | RemoveCue(cue_id):
                ids = [cue.cue_id for cue in self.cues]
                return f"cue{ids.index(cue_id) + 1}"
            case AddCue():
                return "new_text"
            case CountVote():
                return VOTES[0]
            case Edit() if refused.reason is Reason.TOO_LONG:
                long = (name for name in SHORT if len(values.get(name, "")) > TITLE_LIMIT)
                return next(long, "mc" if len(values["mc"]) > WORDS_LIMIT else "notes")
            case Edit(duration=None, start=None, until=None):
                return "title"
            case Edit(duration=None, start=None):
                return "until"
            case Edit(duration=None):
                return "start"
            case _:
                return "minutes"

    def changed(self, values: Values, now: RowForm) -> dict[str, str]:
        """What was changed in this form, by the names that the fields have in the newer form `now`."""
        was = {field.name: field.value.strip() for field in self.fields()}
        found = {name: value for name, value in values.items() if value.strip() != was[name]}
        places = {cue.cue_id: f"cue{number}" for number, cue in enumerate(now.cues, start=1)}
        named = {f"cue{number}": places.get(cue.cue_id, "") for number, cue in enumerate(self.cues, start=1)}
        kept = {}
        for name, value in found.items():
            stem, line, rest = name.partition("_")
            if place := named.get(stem, stem):
                kept[f"{place}{line}{rest}"] = value
        return kept

    def _edit(self, values: Values) -> Edit:
        row, item, written = self.row, self.row.written, minutes(values["minutes"])
        is_protected = values["protected"] == YES
        presenter = values.get("presenter", self._presenter)
        return Edit(
            row.item_id,
            # the MC's words come filled in, so unchanged ones must not be written back
            title=_changed(values["title"], row.title),
            by=_changed(values["by"], item.by or ""),
            duration=None if row.is_heading or values["minutes"] == length(row.planned) else written,
            mc=_changed(values["mc"], words_of(item)),
            notes=_changed(values["notes"], item.notes),
            start=self._changed_hour(values["start"], item.fixed_start),
            until=self._changed_hour(values["until"], item.until),
            presenter=_changed(presenter, self._presenter),
            protected=None if is_protected == item.protected else is_protected,
        )

    def _changed_hour(self, value: str, was: datetime | None) -> datetime | Literal[""] | None:
        if value == self._hour(was):
            return None
        return self._read_hour(value) if value else ""

    def _cue_orders(self, cue: Cue, values: Values, name: str) -> list[Command]:
        if not values[name]:
            return [RemoveCue(cue.cue_id)]
        text = _changed(values[name], cue.text)
        said = spoken_anchor(cue.at, self.words.language)
        at = None if values[f"{name}_at"] == said else anchor(values[f"{name}_at"])
        had = cue.track_id if cue.track_id in self.pen.tracks else None
        track = values.get(f"{name}_track", had or NO_TRACK)
        track_id = None if track == (had or NO_TRACK) else "" if track == NO_TRACK else track
        order = EditCue(cue.cue_id, text, at, track_id=track_id)
        return [] if order == EditCue(cue.cue_id) else [order]


def row_form(snapshot: Snapshot, row: Row, pen: Pen) -> RowForm:
    """The form of `row`."""
    own = (cue for cue in snapshot.cues if cue.item_id == row.item_id and cue.phase is not CuePhase.GONE)
    written = snapshot.plan.cues
    return RowForm(row, tuple(written[cue.cue_id] for cue in own), pen)


def _choices(tracks: Mapping[str, Track]) -> tuple[tuple[str, str], ...]:
    return tuple((track.track_id, track.title) for track in tracks.values())


def _changed(value: str, was: str) -> str | None:
    return None if value.strip() == was.strip() else value


def _votes(values: Values) -> dict[str, int]:
    """The numbers that are written; what is left empty is as the order has it."""
    return {name: int(values[name]) for name in VOTES if values.get(name)}


def wrong_votes(values: Values) -> str | None:
    """The field whose votes are none, or that lacks them; None when all is well."""
    written = {name: values.get(name, "") for name in VOTES}
    for name, text in written.items():
        if text and not (text.isascii() and text.isdigit() and len(text) < 10 and int(text) <= MOST_VOTES):
            return name
    return VOTES[0] if any(written.values()) and not written[VOTES[0]] else None


def minutes(text: str) -> timedelta | None:
    """A length as people write it; a bare number is minutes. None when it is no length."""
    try:
        return read_length(text, bare_minutes=True)
    except NotationError:
        return None


def anchor(text: str) -> Anchor | None:
    """A cue's moment as people write it; None when it is none."""
    try:
        return read_anchor(text)
    except NotationError:
        return None


def insert_fields(words: ConsoleTexts, kinds: Mapping[str, str], row: Row | None) -> list[Field]:
    """What an item that is inserted needs to be known of it; `row` is beside it."""
    forms = words.forms
    beside = [] if row is None else [(AFTER, forms.place_after), (BEFORE, forms.place_before)]
    named = tuple((place, said.format(number=row.called if row else "")) for place, said in beside)
    return [
        Field("title", forms.field_title),
        Field("by", forms.field_by),
        Field("minutes", forms.field_minutes, "5"),
        Field("kind", forms.field_kind, "other", choices=tuple(kinds.items())),
        *([Field("place", forms.field_place, AFTER, choices=named)] if named else []),
    ]


def insert(row: Row | None, values: Values) -> Insert:
    """The order to insert beside `row`."""
    item_id = None if row is None else row.item_id
    is_before = values.get("place") == BEFORE
    return Insert(
        None if is_before else item_id,
        values["title"],
        minutes(values["minutes"]) or timedelta(),
        values.get("kind", "other"),
        values["by"] or None,
        before=item_id if is_before else None,
    )


def wrong_insert(words: ConsoleTexts, values: Values) -> Wrong | None:
    """What is wrong with the answers of the form to insert."""
    return wrong_minutes(words, values) if values["title"] else Wrong("title", words.refusals.empty)


def wrong_minutes(words: ConsoleTexts, values: Values) -> Wrong | None:
    """What is wrong with the minutes of a form."""
    return Wrong("minutes", words.forms.bad_minutes) if minutes(values["minutes"]) is None else None
