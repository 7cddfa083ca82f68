"""Advice on those who are honoured: who is meant, in which order they come up, and in which batches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from runofshow.agenda_file.complaint import Complaint
from runofshow.agenda_file.complaint import Place as Spot
from runofshow.agenda_file.sight import Sight
from runofshow.agenda_file.wording import fold
from runofshow.core.agenda import Award, AwardLevel, Item, Recipient
from runofshow.core.honours import bare_name, form_of, is_collective, level_of, rank_of
from runofshow.core.running_order import Place
from runofshow.core.spoken import name_and_office, spoken

WIDEST: Final = 12
"""Who stand in one row and fit into one photo."""
NARROWEST: Final = 3
_TRUTHS: Final = frozenset({"true", "false", "yes", "no"})
_OTHERS: Final = 6
"""Named beside somebody."""


class _Batch(Struct, frozen=True):
    """A batch as it runs, with what its heading says."""

    place: Place
    award: Award
    form: str
    """What is handed over; empty where nobody says."""

    same_form: str
    """What is equal where the form is."""

    @property
    def item(self) -> Item:
        return self.place.item

    @property
    def listed(self) -> tuple[Recipient, ...]:
        return self.award.recipients


def recipient_advice(sight: Sight) -> Iterator[Complaint]:
    """Every complaint about who receives what."""
    batches = [
        _Batch(place, place.item.award, form := form_of(place.item.award, _title(place)) or "", fold(form))
        for place in sight.order.leaves
        if place.item.award is not None
    ]
    if not batches:
        return
    yield from _nobody(sight, batches)
    yield from _twice(sight, batches)
    yield from _in_order(sight, batches)
    for round_ in _rounds(batches):
        yield from _units(sight, round_)
        yield from _sizes(sight, round_)
        yield from _presenters(sight, round_)
    for batch in batches:
        is_denied = batch.award.called_before_reading is False
        if is_denied and level_of(batch.award, batch.item.title) is AwardLevel.STATE:
            title = batch.item.title
            yield sight.report.warning("state_called_after", sight.spot(batch.item, "award"), title=title)


def _title(place: Place) -> str:
    """What names the form of a batch: its own title, or its heading's where that says nothing of one."""
    award = place.item.award or Award()
    if place.parent is None or form_of(award, place.item.title) is not None:
        return place.item.title
    return place.parent.title


def _rounds(batches: Sequence[_Batch]) -> list[list[_Batch]]:
    """The batches of one heading and one form: what one list was divided into."""
    found: dict[tuple[str, str], list[_Batch]] = defaultdict(list)
    for batch in batches:
        parent = batch.place.parent
        key = batch.item.item_id if parent is None else parent.item_id
        found[key, batch.same_form].append(batch)
    return list(found.values())


def _everybody(batches: Sequence[_Batch]) -> Iterator[tuple[_Batch, Recipient]]:
    """Each once: a list of a heading holds for all its parts."""
    seen: set[str] = set()
    for batch in batches:
        for one in batch.listed:
            if one.recipient_id not in seen:
                seen.add(one.recipient_id)
                yield batch, one


def _nobody(sight: Sight, batches: Sequence[_Batch]) -> Iterator[Complaint]:
    """A number, a day or a truth where a name belongs."""
    for _, one in _everybody(batches):
        if one.name.casefold() in _TRUTHS or not any(map(str.isalpha, one.name)):
            stands = sight.people[one.recipient_id]
            yield sight.report.warning("recipient_no_name", stands.place, who=stands.shown(one))


def _twice(sight: Sight, batches: Sequence[_Batch]) -> Iterator[Complaint]:
    """Two of one name and one unit: in one list two people or a slip, in two lists somebody called twice."""
    alike: dict[tuple[str, str], list[tuple[_Batch, Recipient]]] = defaultdict(list)
    for batch, one in _everybody(batches):
        alike[bare_name(one), one.unit.casefold()].append((batch, one))
    for group in alike.values():
        if len(group) == 1:
            continue
        (first, one), *others = group
        stands = sight.people[one.recipient_id]
        about: dict[str, object] = {"who": stands.shown(one), "unit": one.unit or "-"}
        here = [other for batch, other in others if batch.same_form == first.same_form]
        if here:
            told = [sight.people[other.recipient_id].shown(other) for other in here]
            yield sight.report.warning("same_name_twice", stands.place, **about, others=_some(told))
        elsewhere = [batch.item.title for batch, _ in others if batch.same_form != first.same_form]
        if elsewhere:
            yield sight.report.warning("recipient_twice", stands.place, **about, others=_some(elsewhere))


def _some(told: Sequence[str]) -> str:
    named = list(dict.fromkeys(told))
    return "; ".join(named[:_OTHERS]) + ("; …" if len(named) > _OTHERS else "")


def _units(sight: Sight, batches: Sequence[_Batch]) -> Iterator[Complaint]:
    """Persons without a unit where most have one."""
    persons = [one for _, one in _everybody(batches) if not is_collective(one)]
    bare = [one for one in persons if not one.unit]
    if 2 * len(bare) >= len(persons):
        return
    for one in bare:
        stands = sight.people[one.recipient_id]
        yield sight.report.warning("recipient_without_unit", stands.place, who=stands.shown(one))


def _in_order(sight: Sight, batches: Sequence[_Batch]) -> Iterator[Complaint]:
    """From the highest form to the lowest, and inside one form collectives before persons."""
    lowest: dict[str, tuple[int, _Batch]] = {}
    person: dict[tuple[str, str], str] = {}
    told: set[tuple[str, str]] = set()
    for batch in batches:
        session = batch.place.session.session_id
        rank = rank_of(batch.form)
        if rank is not None:
            before = lowest.get(session)
            if before is not None and rank < before[0]:
                about = {"title": batch.item.title, "lower": before[1].item.title}
                yield sight.report.warning("higher_form_later", sight.spot(batch.item), **about)
            if before is None or rank > before[0]:
                lowest[session] = (rank, batch)
        key = (session, batch.same_form)
        for one in batch.listed:
            if not is_collective(one):
                person.setdefault(key, one.name)
            elif key in person and key not in told:
                told.add(key)
                stands = sight.people[one.recipient_id]
                about = {"who": stands.shown(one), "person": person[key]}
                yield sight.report.warning("person_before_collective", stands.place, **about)


def _sizes(sight: Sight, batches: Sequence[_Batch]) -> Iterator[Complaint]:
    for batch in batches:
        count = len(batch.listed)
        about: dict[str, object] = {"title": batch.item.title, "count": count}
        if count > WIDEST:
            yield sight.report.warning("batch_too_wide", _spot(sight, batch), **about, most=WIDEST)
        elif 0 < count < NARROWEST and len(batches) > 1:
            yield sight.report.warning("batch_too_small", _spot(sight, batch), **about, least=NARROWEST)


def _presenters(sight: Sight, batches: Sequence[_Batch]) -> Iterator[Complaint]:
    """A batch that nobody hands over while others of the round are; and whoever hands over to themselves."""
    hand_over = {batch.item.item_id: batch.award.presenter or batch.item.by or "" for batch in batches}
    for batch in batches if any(hand_over.values()) else ():
        if not hand_over[batch.item.item_id]:
            place, title = sight.spot(batch.item), batch.item.title
            yield sight.report.warning("batch_without_presenter", place, title=title)
    presenters = [said for told in dict.fromkeys(hand_over.values()) for said in told.split(";")]
    hands = {_name(person): person for person in presenters if person.strip()}
    people = [one for _, one in _everybody(batches)]
    if not hands or not people:
        return
    # asked of thousands, so at once; what is inside no name is none
    names = fold("\n".join(one.name.replace("\n", " ") for one in people)).split("\n")
    for one, folded in zip(people, names, strict=True):
        if any(hand in folded for hand in hands) and (person := hands.get(_name(one.name))) is not None:
            stands = sight.people[one.recipient_id]
            about = {"who": stands.shown(one), "presenter": person.strip()}
            yield sight.report.warning("presenter_receives", stands.place, **about)


def _spot(sight: Sight, batch: _Batch) -> Spot:
    """Of the size that made the batch, or of the batch."""
    parent = batch.place.parent
    if parent is not None and not sight.says(batch.item, "title"):
        return sight.spot(parent, "award", "batch")
    return sight.spot(batch.item, "award")


def _name(person: str) -> str:
    return fold(bare_name(Recipient("", name_and_office(spoken(person))[0])))
