"""The people of a picture: who speaks next, for whom what is waited, and the chair panel."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from msgspec import Struct

from runofshow.core.agenda import Item, Leader
from runofshow.core.attendance import awaited, is_here, is_spoken, item_for, seen_of
from runofshow.core.forecast import Forecast
from runofshow.core.people import HONOURED, LEADER, PANEL, SPEAKER
from runofshow.core.people_seen import LeaderNow, PanelNow, PeopleNow, SeatNow, SpeakerNow
from runofshow.core.running_order import Place
from runofshow.core.state import State
from runofshow.core.value import replace

MISSING_LEAD = timedelta(minutes=3)
"""So long before their item a speaker should be there: time to send for them, or to call another."""

SHOWN = 2
"""The next speaker and the one after."""

PANEL_KIND = "presidium"


class Expected(Struct, frozen=True):
    """Who of what is to come is looked for; so long as the same is to come, they are the same."""

    speakers: tuple[Place, ...] = ()
    panel: Place | None = None


def expected_of(coming: Sequence[Place]) -> Expected:
    """The first speakers of what is to come, and the item that invites the chair panel up."""
    speakers: list[Place] = []
    panel: Place | None = None
    for place in coming:
        if is_spoken(place.item) and len(speakers) < SHOWN:
            speakers.append(place)
        if panel is None and invites_panel(place.item):
            panel = place
        if panel is not None and len(speakers) == SHOWN:
            break
    return Expected(tuple(speakers), panel)


def invites_panel(item: Item) -> bool:
    """Whether the chair panel is invited up in a leaf."""
    return PANEL_KIND in (item.kind, *item.also)


def people_now(state: State, ahead: Forecast, expected: Expected, next_id: str | None) -> PeopleNow:
    """Who is looked for now, but for what the clock alone changes (see `on_the_clock`)."""
    waits = awaited(state).get(next_id or "", ())
    hours = [one.arrives_at for one in waits if one.arrives_at is not None]
    return PeopleNow(
        speakers=tuple(_speaker(state, ahead, place) for place in expected.speakers),
        leaders=tuple(_leader(state, one) for one in state.agenda.leaders),
        panel=_panel(state, ahead, expected.panel),
        awaited=tuple(one.name for one in waits),
        waits_until=max(hours, default=None),
        is_looking=any(not key.startswith(HONOURED) for key in state.seen),
    )


def on_the_clock(people: PeopleNow, now: datetime, speed: float) -> PeopleNow:
    """The same at a moment: who is missing by then. Of a person's time there is no less in a quick
    rehearsal."""
    lead = MISSING_LEAD * speed
    missing = [
        one.here is not True and one.expected_start is not None and one.expected_start - lead <= now
        for one in people.speakers
    ]
    if missing == [one.is_missing for one in people.speakers]:
        return people
    both = zip(people.speakers, missing, strict=True)
    return replace(people, speakers=tuple(replace(one, is_missing=it) for one, it in both))


def _speaker(state: State, ahead: Forecast, place: Place) -> SpeakerNow:
    item, span = place.item, ahead.spans.get(place.item.item_id)
    person_id = SPEAKER + item.item_id
    return SpeakerNow(
        person_id=person_id,
        name=item.by or "",
        item_id=item.item_id,
        number=item.number,
        title=item.title,
        expected_start=None if span is None else span.start,
        here=is_here(state, person_id),
    )


def _leader(state: State, leader: Leader) -> LeaderNow:
    person_id = LEADER + leader.leader_id
    item_id, seen = item_for(state, leader), seen_of(state, person_id)
    item = None if item_id is None else state.order.places[item_id].item
    return LeaderNow(
        person_id=person_id,
        leader_id=leader.leader_id,
        name=leader.name,
        arrives_at=leader.arrives_at,
        leaves_at=leader.leaves_at,
        here=None if seen is None else seen.here,
        seen_at=None if seen is None else seen.at,
        item_id=item_id,
        number="" if item is None else item.number,
        title="" if item is None else item.title,
    )


def _panel(state: State, ahead: Forecast, coming: Place | None) -> PanelNow | None:
    current = state.current
    is_running = current is not None and invites_panel(current.item)
    place = current if is_running else coming
    if place is None or not state.agenda.chair_panel:
        return None
    span = ahead.spans.get(place.item.item_id)
    return PanelNow(
        item_id=place.item.item_id,
        number=place.item.number,
        title=place.item.title,
        expected_start=None if span is None else span.start,
        is_running=is_running,
        seats=tuple(
            SeatNow(person_id=f"{PANEL}{at}", name=name, here=is_here(state, f"{PANEL}{at}"))
            for at, name in enumerate(state.agenda.chair_panel)
        ),
    )
