"""A row that another window took out while its form stood here: what was typed may come in as a new item."""

from __future__ import annotations

from msgspec import Struct

from runofshow.core.agenda import Action, Cue, Item, Role
from runofshow.core.commands import Command, Insert
from runofshow.core.snapshot import Snapshot
from runofshow.core.value import replace
from runofshow.tui.fields import Field, Values, Wrong
from runofshow.tui.row_form import NOBODY, VOTES, YES, RowForm, anchor, minutes

NOT_ASKED = ("start", "until", *VOTES)
"""Of what comes in anew: its hours follow from where it stands, and nobody has voted on it."""


class Place(Struct, frozen=True):
    """Where it stood: behind one item, or else in front of another. With neither it is the first of all."""

    after: str | None = None
    before: str | None = None


def place_of(item_id: str, opened: Snapshot, now: Snapshot) -> Place:
    """Beside what stood next to it in `opened` and is still there."""
    row = next(one for one in opened.rows if one.item_id == item_id)
    still = {one.item_id for one in now.rows}
    level = [
        one.item_id
        for one in opened.rows
        if one.parent_id == row.parent_id and one.session_id == row.session_id
    ]
    at = level.index(item_id)
    above = next((one for one in reversed(level[:at]) if one in still), None)
    below = next((one for one in level[at:] if one in still), None)
    return Place(after=above) if above else Place(before=below)


class LostRow(Struct, frozen=True):
    """The form of a row that is no longer there."""

    asked: RowForm
    place: Place

    def fields(self) -> list[Field]:
        return [one for one in self.asked.fields() if one.name not in NOT_ASKED]

    def wrong(self, values: Values) -> Wrong | None:
        return self.asked.wrong({**dict.fromkeys(NOT_ASKED, ""), **values})

    def orders(self, values: Values) -> list[Command]:
        """One order: the item again, as the form has it."""
        row, length = self.asked.row, minutes(values["minutes"])
        return [
            Insert(
                self.place.after,
                values["title"],
                length or row.planned,
                row.kind,
                values["by"] or None,
                before=self.place.before,
                like=self._like(values),
            )
        ]

    def _like(self, values: Values) -> Item:
        item = self.asked.row.written
        award = item.award
        if award is not None:
            award = replace(award, presenter=values.get("presenter") or None)
        is_own = values["mc"].strip() != self.asked.row.mc.strip()
        return replace(
            item,
            mc=values["mc"] if is_own else item.mc,
            mc_assumed=item.mc_assumed and not is_own,
            notes=values["notes"],
            award=award,
            protected=values["protected"] == YES,
            cues=tuple(self._cues(values)),
        )

    def _cues(self, values: Values) -> list[Cue]:
        kept = [
            replace(
                cue,
                text=values[f"cue{number}"],
                at=anchor(values[f"cue{number}_at"]) or cue.at,
                track_id=self._track(cue, values.get(f"cue{number}_track")),
            )
            for number, cue in enumerate(self.asked.cues, start=1)
            if values[f"cue{number}"]
        ]
        at = anchor(values["new_at"])
        if values["new_to"] == NOBODY or at is None:
            return kept
        to = Role(values["new_to"])
        return [*kept, Cue("new", to, Action.SAY if to is Role.MC else Action.DO, values["new_text"], at)]

    def _track(self, cue: Cue, chosen: str | None) -> str | None:
        return chosen if chosen in self.asked.pen.tracks else None if chosen else cue.track_id
