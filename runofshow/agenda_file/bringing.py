"""What an item that is inserted brings of its kind: cues, words, protection, clock."""

from __future__ import annotations

from collections.abc import Sequence

from runofshow.agenda_file.building import mc_formula
from runofshow.agenda_file.catalogue import catalogue
from runofshow.agenda_file.cue_building import default_cues
from runofshow.core.agenda import Item, Track
from runofshow.core.commands import Command, Insert
from runofshow.core.value import replace
from runofshow.texts import Language


def brought(order: Command, tracks: Sequence[Track], language: Language) -> Command:
    """An order to insert, with what its kind brings; any other as it is. A kind that the catalogue does not
    know brings nothing."""
    kind = catalogue().get(order.kind) if isinstance(order, Insert) else None
    if kind is None or not isinstance(order, Insert):
        return order
    words = mc_formula(kind, is_heading=False)
    like = Item(
        item_id="",
        number="",
        title=order.title,
        kind=kind.id,
        duration=order.duration,
        needs_person=kind.person,
        clock=kind.clock,
        protected=kind.protected,
        mc=words,
        mc_assumed=bool(words),
        cues=default_cues((kind,), "", order.title, tracks, language, is_heading=False),
    )
    return replace(order, like=like)
