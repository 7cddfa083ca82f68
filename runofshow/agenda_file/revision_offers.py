"""What a newer plan offers a running show: each change with why it cannot be taken, where it cannot.

The theory. The show as amended is compared with the newer plan, and only what the file itself says otherwise
is offered: where it says what it said when the show was opened, the difference is what somebody has done in
the show, and stays. What is skipped stands in the show no more, whatever its words. Whether the show would
take a change is asked of its own rules, on the show as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, tzinfo

from msgspec import Struct

from runofshow.agenda_file.revision import Revision, RevisionKind, counterparts, revisions
from runofshow.agenda_file.revision_moves import is_moved_by_file, stands_in
from runofshow.agenda_file.revision_orders import CannotTake, Known, Steps, steps_of, tried
from runofshow.core.agenda import Agenda, Item
from runofshow.core.amend import shifted, shifted_by_days
from runofshow.core.refusal import ASKED, Refused
from runofshow.core.state import State, settled
from runofshow.core.value import replace

COMES = (RevisionKind.NEW, RevisionKind.SPLIT)
GOES = (RevisionKind.GONE, RevisionKind.JOINED)


class Offer(Struct, frozen=True):
    """One change that can be taken into the show, or why it cannot."""

    revision: Revision
    refused: Refused | CannotTake | None = None

    is_asked: bool = False
    """It is refused only until somebody is sure of it."""

    @property
    def is_open(self) -> bool:
        """It can be taken."""
        return self.refused is None or self.is_asked


class NewerPlan(Struct, frozen=True):
    """A newer plan beside the show that runs."""

    file: Agenda
    """As it was read."""
    tz: tzinfo

    def laid(self, state: State, now: datetime) -> Agenda:
        """The plan on the clock of the show, which may have been moved from that of the file."""
        plan, opened = settled(state, now).plan.sessions[0].start_at, state.opened
        if opened.laid_by is None:
            return shifted(self.file, plan - self.file.sessions[0].start_at)
        moved = shifted(self.file, opened.laid_by + (plan - opened.agenda.sessions[0].start_at))
        # a file with another date is still the plan of the day on which the show is
        days = plan.astimezone(self.tz).date() - moved.sessions[0].start_at.astimezone(self.tz).date()
        return shifted_by_days(moved, days.days, self.tz) if days else moved

    def known(self, state: State) -> Known:
        """Its lines that stand in the show, by their ids; to be kept up by the steps of its changes."""
        return counterparts(_standing(state.agenda, state), self.file)

    def steps(self, offer: Offer, state: State, now: datetime, known: Known) -> Steps | CannotTake:
        """The orders that take the offer into the show as it is now."""
        newer = self.laid(state, now)
        return steps_of(offer.revision, state, newer, known, now, sure=offer.is_asked)

    def offers(self, state: State, now: datetime, taken: Sequence[Agenda] = ()) -> tuple[Offer, ...]:
        """What it changes, in its order, then what is gone. `taken` are the files from which something was
        taken into this show before."""
        pictured, newer = settled(state, now), self.laid(state, now)
        earlier = [pictured.plan, *(replace(self, file=each).laid(state, now) for each in taken)]
        show = _standing(pictured.agenda, state)
        said = [_told(plan, newer, self.tz) for plan in earlier]
        stood = [stands_in(plan, newer) for plan in earlier]
        stands = stands_in(newer, newer), stands_in(show, newer), stood

        def is_of_the_file(revision: Revision) -> bool:
            item = revision.item
            if revision.kind is RevisionKind.MOVED and item is not None:
                return is_moved_by_file(item.item_id, *stands)
            same = [each for plan in said for each in plan if _is_same(revision, each)]
            if item is None or not revision.key:
                return bool(same)
            # what was taken and then changed by hand stays, as long as the file says no third thing
            has_third = len(same) == sum(item.item_id in plan for plan in stood)
            return bool(same) and (has_third or any(each.before == revision.before for each in same))

        found = (revision for revision in _told(show, newer, self.tz) if is_of_the_file(revision))
        known = self.known(state)
        return tuple(_offer(revision, state, newer, known, now) for revision in found)


def _offer(revision: Revision, state: State, newer: Agenda, known: Known, now: datetime) -> Offer:
    refused = _refused(revision, state, newer, known, now, sure=False)
    if not isinstance(refused, Refused) or refused.reason not in ASKED:
        return Offer(revision, refused)
    is_asked = _refused(revision, state, newer, known, now, sure=True) is None
    return Offer(revision, refused, is_asked)


def _refused(
    revision: Revision, state: State, newer: Agenda, known: Known, now: datetime, *, sure: bool
) -> Refused | CannotTake | None:
    steps = steps_of(revision, state, newer, dict(known), now, sure=sure)
    if isinstance(steps, CannotTake):
        return steps
    came = tried(state, steps, now)
    return came if isinstance(came, Refused) else None


def _standing(agenda: Agenda, state: State) -> Agenda:
    """The agenda without what is skipped or laid aside."""

    def kept(items: tuple[Item, ...]) -> tuple[Item, ...]:
        return tuple(item for item in items if item.parts or not state.is_skipped(item.item_id))

    sessions = []
    for session in agenda.sessions:
        rows = ((item, replace(item, parts=kept(item.parts))) for item in kept(session.items))
        items = tuple(now for was, now in rows if now.parts or not was.parts)
        sessions.append(replace(session, items=items))
    return replace(agenda, sessions=tuple(sessions))


def _is_same(one: Revision, other: Revision) -> bool:
    if one.kind in GOES:
        return other.kind in GOES and (one.item_id == other.item_id or one.title == other.title)
    same_kind = one.kind is other.kind or (one.kind in COMES and other.kind in COMES)
    same_line = one.item is not None and other.item is not None and one.item.item_id == other.item.item_id
    return same_kind and same_line and one.key == other.key


def _told(agenda: Agenda, newer: Agenda, tz: tzinfo) -> list[Revision]:
    """The revisions, where a line that has other parts than it had comes in whole, its parts with it."""
    known = counterparts(agenda, newer)
    was = {item.item_id: item for item, _ in _rows(agenda)}
    under = {item.item_id: parent.item_id for item, parent in _rows(agenda) if parent is not None}
    turn = {item.item_id: place for place, (item, _) in enumerate(_rows(newer))}
    whole = {
        item.item_id: item
        for item, _ in _rows(newer)
        if _is_whole(item, was.get(known.get(item.item_id, "")))
    }
    brought = {row.item_id for item in whole.values() for row in (item, *item.parts)}
    replaced = {known[item_id] for item_id in brought if item_id in known}
    every = revisions(agenda, newer, tz=tz)
    gone = {each.item_id for each in every if each.kind in GOES}
    found: list[tuple[int, Revision]] = []
    for revision in every:
        item = revision.item
        if item is None:
            if under.get(revision.item_id or "") not in replaced | gone:
                found.append((len(turn), revision))
        elif item.item_id not in brought:
            found.append((turn[item.item_id], revision))
        elif item.item_id in whole and revision.kind in COMES:
            found.append((turn[item.item_id], replace(revision, title=_with_parts(item))))
    for item in whole.values():
        old = was.get(known.get(item.item_id, ""))
        if old is not None:
            found.append((turn[item.item_id], _in_other_parts(old, item)))
    return [revision for _, revision in sorted(found, key=lambda each: each[0])]


def _is_whole(item: Item, old: Item | None) -> bool:
    """Whether a line comes in with its parts at once: as a heading, or as no heading any more."""
    return bool(item.parts) if old is None else bool(item.parts) != bool(old.parts)


def _in_other_parts(old: Item, item: Item) -> Revision:
    return Revision(
        kind=RevisionKind.PARTED if item.parts else RevisionKind.UNPARTED,
        item_id=old.item_id,
        title=old.title,
        after="; ".join(part.title for part in item.parts),
        item=item,
    )


def _with_parts(item: Item) -> str:
    return f"{item.title} ({'; '.join(part.title for part in item.parts)})"


def _rows(agenda: Agenda) -> Iterator[tuple[Item, Item | None]]:
    """Each line with its heading."""
    for session in agenda.sessions:
        for item in session.items:
            yield item, None
            yield from ((part, item) for part in item.parts)
