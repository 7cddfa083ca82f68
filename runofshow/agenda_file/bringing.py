"""What an item that is inserted brings of its kind: cues, words, protection, clock."""

from __future__ import annotations

from runofshow.agenda_file.building import is_protected_by_custom
from runofshow.agenda_file.catalogue import catalogue
from runofshow.agenda_file.cue_building import default_cues
from runofshow.agenda_file.formulas import Occasion, mc_formula, thanks_formula
from runofshow.core.agenda import Agenda, Item
from runofshow.core.commands import Command, Insert
from runofshow.core.value import replace
from runofshow.texts import Language


def brought(order: Command, plan: Agenda, language: Language) -> Command:
    """An order to insert into a plan, with what its kind brings; any other as it is.

    A kind that the catalogue does not know brings nothing.
    """
    kind = catalogue().get(order.kind) if isinstance(order, Insert) else None
    if kind is None or not isinstance(order, Insert):
        return order
    words = mc_formula((kind,), Occasion.of(plan), language, is_heading=False)
    like = Item(
        item_id="",
        number="",
        title=order.title,
        kind=kind.id,
        duration=order.duration,
        needs_person=kind.person,
        clock=kind.clock,
        protected=is_protected_by_custom((kind,), order.title),
        mc=words,
        mc_assumed=bool(words),
        thanks=thanks_formula((kind,), language),
        cues=default_cues((kind,), "", order.title, plan.tracks, language, is_heading=False, rite=plan.rite),
    )
    return replace(order, like=like)
