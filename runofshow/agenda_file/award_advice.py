"""Advice on awards: what is read, who hands over, that the highest form is not left to a lower hand, and cues
at steps that are not taken."""

from __future__ import annotations

from collections.abc import Iterator

from runofshow.agenda_file.complaint import Complaint
from runofshow.agenda_file.sight import Sight
from runofshow.agenda_file.wording import fold
from runofshow.core.agenda import Award, Item, OnStep
from runofshow.core.commands import Mode
from runofshow.core.events import ShowOpened
from runofshow.core.honours import form_of, rank_of
from runofshow.core.rounds import is_batch, steps_of
from runofshow.core.spoken import name_and_office, spoken
from runofshow.core.state import begin


def award_advice(sight: Sight) -> Iterator[Complaint]:
    """Every complaint about what is handed over."""
    for session in sight.agenda.sessions:
        for item in session.items:
            for row in (item, *item.parts):
                yield from _unsaid(sight, item, row)
    yield from _hands(sight)
    yield from _uncalled(sight)


def _unsaid(sight: Sight, heading: Item, item: Item) -> Iterator[Complaint]:
    """A batch may leave both to its heading; a heading may leave them to every batch."""
    if "award" not in (item.kind, *item.also) or (
        item is not heading and "award" in (heading.kind, *heading.also)
    ):
        return
    own = item.award or Award()
    batches = [part.award or Award() for part in item.parts if "award" in (part.kind, *part.also)]
    is_read = any("decision" in (row.kind, *row.also) for row in (item, *item.parts))
    in_every_batch = bool(batches) and all(batch.decision for batch in batches)
    if not (own.decision or in_every_batch or is_read):
        yield sight.report.warning("award_without_decision", sight.spot(item), title=item.title)
    # where only some batches name one, each other is told (recipient_advice.py)
    if not (own.presenter or any(batch.presenter for batch in batches)):
        yield sight.report.warning("award_without_presenter", sight.spot(item), title=item.title)


def _hands(sight: Sight) -> Iterator[Complaint]:
    """Of two rounds the higher form is handed over by the higher of those who chair."""
    panel = [_name(name) for name in sight.agenda.chair_panel]
    rounds: list[tuple[int, int, Item, str]] = []
    for place in sight.order.leaves:
        award = place.item.award
        if award is None or award.presenter is None:
            continue
        rank, name = rank_of(form_of(award, place.item.title) or ""), _name(award.presenter)
        if rank is not None and name in panel:
            rounds.append((rank, panel.index(name), place.item, award.presenter))
    if not rounds:
        return
    rank, seat, item, presenter = min(rounds, key=lambda each: each[:2])
    higher = next((each for each in rounds if each[1] < seat and each[0] > rank), None)
    if higher is not None:
        about = {"title": item.title, "presenter": presenter, "higher": higher[3], "lower": higher[2].title}
        yield sight.report.warning("higher_hand_for_lower_award", sight.spot(item, "award"), **about)


def _uncalled(sight: Sight) -> Iterator[Complaint]:
    """A cue at a step that its item does not have: who waits for it waits for ever."""
    waiting = [
        (place, index, cue.at.step)
        for place in sight.order.rows
        for index, cue in enumerate(place.item.cues)
        if isinstance(cue.at, OnStep) and not cue.assumed
    ]
    if not waiting:
        return
    start = sight.agenda.sessions[0].start_at
    state = begin(ShowOpened(sight.agenda, Mode.LIVE, 1.0, False, "", start))
    for place, index, step in waiting:
        leaves = [state.order.places[leaf.item_id] for leaf in place.item.parts or (place.item,)]
        if not any(is_batch(leaf.item) and step in steps_of(state, leaf) for leaf in leaves):
            spot, title = sight.spot(place.item, "cues", index, "at"), place.item.title
            yield sight.report.warning("cue_step_not_taken", spot, step=step.value, title=title)


def _name(person: str) -> str:
    return fold(name_and_office(spoken(person))[0])
