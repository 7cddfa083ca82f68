"""Call and answer: who is expected to answer, and what has waited for it too long.

A hand answers when it has a machine in the hall, or has answered before while there is a hall to answer from,
or when the console answers for it. In a drill every hand is simulated and is to answer.
Where nobody ever does, or there is no server, a call goes by voice and no answer is waited for; for what the
machine plays nobody answers. From ten seconds on a missing answer is late, from twenty it is overdue, which
screens show in red; never while a protected item runs. A message may wait longer, since who speaks reads on.

Whoever looks for speakers is asked too: for one whose item is near and who has not been seen (people_now.py).
That is late at once and never red. Where nobody looks, nobody is asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from runofshow.core.agenda import CUE_ROLES, Role
from runofshow.core.notices import Message
from runofshow.core.presence import Presence
from runofshow.core.snapshot import CuePhase, CueRow, Snapshot
from runofshow.core.waiting import Asked, Waiting

LATE_S = 10
"""Seconds of a person's time: a rehearsal at ten times the speed leaves nobody less of it."""
OVERDUE_S = 20
MESSAGE_LATE_S = 30
PAST = timedelta(minutes=10)
"""A message that is older is no longer waited for."""
LOOKERS = frozenset({Role.CREW, Role.STAGE})
"""Who looks for speakers."""
WAITING = (CuePhase.STANDBY, CuePhase.DUE)


def answering(snapshot: Snapshot, present: Presence | None) -> frozenset[Role]:
    """Who is expected to answer a cue. `present` None is no server: then who does it at the console."""
    if snapshot.drill:
        return frozenset(CUE_ROLES)
    if present is None:
        return snapshot.at_console
    return snapshot.answered | (present.joined & frozenset(CUE_ROLES))


def waiting_of(snapshot: Snapshot, present: Presence | None) -> tuple[Waiting, ...]:
    """Everything that waits for an answer somebody can give, longest first."""
    hands = answering(snapshot, present)
    present = present or Presence()
    calm = snapshot.current is not None and snapshot.current.row.protected
    cues = (_cue(snapshot, cue, present, calm) for cue in snapshot.told if cue.to in hands and _waits(cue))
    messages = (
        _message(snapshot, one, present)
        for one in snapshot.messages
        if one.to in present.joined and _is_waited_for(snapshot, one)
    )
    return tuple(sorted((*cues, *messages, *_speakers(snapshot, present)), key=lambda one: one.since))


def is_unanswered(cue: CueRow) -> bool:
    """It was told to stand by, and the hand has not answered."""
    return cue.stood_by_at is not None and cue.acked_at is None


def _waits(cue: CueRow) -> bool:
    return is_unanswered(cue) and cue.phase in WAITING and not cue.by_machine


def _cue(snapshot: Snapshot, cue: CueRow, present: Presence, calm: bool) -> Waiting:
    assert cue.stood_by_at is not None
    waited = _seconds(snapshot, cue.stood_by_at)
    is_due = cue.phase is CuePhase.DUE
    return Waiting(
        Asked.CUE,
        cue.cue_id,
        cue.to,
        cue.stood_by_at,
        waited >= LATE_S or is_due,
        not calm and (waited >= OVERDUE_S or is_due),
        present.lost_for(cue.to) is not None,
    )


def _is_waited_for(snapshot: Snapshot, message: Message) -> bool:
    """The caller wrote it; what was said to the speaker is for the one who speaks now."""
    if message.by != Role.CALLER.value or message.answered_at is not None or message.to is Role.DISPLAY:
        return False
    current = snapshot.current
    is_for_another = message.to is Role.SPEAKER and current is not None and message.at < current.started_at
    return not is_for_another and snapshot.now - message.at < PAST * snapshot.speed


def _message(snapshot: Snapshot, message: Message, present: Presence) -> Waiting:
    waited = _seconds(snapshot, message.at)
    is_lost = present.lost_for(message.to) is not None
    is_late = waited >= MESSAGE_LATE_S
    return Waiting(Asked.MESSAGE, message.message_id, message.to, message.at, is_late, False, is_lost)


def _speakers(snapshot: Snapshot, present: Presence) -> Iterator[Waiting]:
    """The speakers who are missing; since what runs began, or should have begun, before them."""
    people, current = snapshot.people, snapshot.current
    if not people.is_looking and not present.joined & LOOKERS:
        return
    since = snapshot.session.start_at if current is None else current.started_at
    for one in people.speakers:
        if one.is_missing:
            yield Waiting(
                Asked.PERSON,
                one.person_id,
                Role.CREW,
                since,
                is_late=True,
                is_overdue=False,
                is_lost=present.lost_for(Role.CREW) is not None,
            )


def _seconds(snapshot: Snapshot, since: datetime) -> int:
    return int((snapshot.now - since).total_seconds() / snapshot.speed)
