"""What every screen knows of the show, and what is said beside the order: alarms, messages, presence."""

from __future__ import annotations

from datetime import date
from typing import Annotated, assert_never

from msgspec import Meta, Struct

from runofshow.core.agenda import Address, Agenda, Duty, Rite, Role
from runofshow.core.alarms import Alarm
from runofshow.core.commands import Mode
from runofshow.core.phases import Phase
from runofshow.core.presence import Presence
from runofshow.core.snapshot import CallCue, CallEnd, CallItem, CallSession, NextCall, SessionNow
from runofshow.core.timecode import TimecodeIn
from runofshow.core.wire import LONGEST_S, CountedMoment, Moment, PlannedMoment, Seconds, seconds


class ShowView(Struct, frozen=True, kw_only=True):
    title: str
    organiser: str = ""
    venue: str = ""


class SessionView(Struct, frozen=True, kw_only=True):
    """The session that runs or comes next."""

    id: str = ""
    title: str = ""
    start: PlannedMoment
    planned_end: PlannedMoment | None = None
    expected_end: PlannedMoment | None = None
    hard_out: PlannedMoment | None = None


class Head(Struct, frozen=True, kw_only=True):
    """What every screen knows."""

    seq: int
    term: int = 0
    """The highest that was seen is obeyed and shown, and nobody else (term.py)."""
    mode: Mode
    speed: Annotated[float, Meta(gt=0, le=LONGEST_S)] = 1
    joins: bool = False
    """A rehearsal of the joins alone."""
    drill: bool = False
    """A rehearsal in which simulated hands answer."""
    floating: bool = False
    """The plan begins with the first call, so nothing counts to its start."""
    phase: Phase
    now: CountedMoment
    """When it was sent; its offset is the hall's."""
    show: ShowView
    session: SessionView


class AlarmView(Struct, frozen=True, kw_only=True):
    code: str
    since: Moment
    by_s: Seconds
    detail: str
    cause: str


class PresenceView(Struct, frozen=True, kw_only=True):
    """Who is connected, by role. Without seconds: it is told when somebody comes or goes."""

    machines: int
    here: tuple[Role, ...]
    lost: tuple[Role, ...]


class CalledNext(Struct, frozen=True, kw_only=True):
    """What GO will do."""

    what: str
    """cue | item | session | end: that of the running item alone, in a rehearsal of the joins"""
    id: str
    """Of a session: its title."""


class Period(Struct, frozen=True, kw_only=True, rename={"earliest": "from", "latest": "to"}):
    earliest: date | None
    latest: date | None


class PlanView(Struct, frozen=True, kw_only=True):
    """The conference beyond its hours."""

    date_text: str
    tentative: bool
    period: Period
    delegates: str
    basis: str = ""
    """The plan it is held under."""
    rite: Rite = Rite.COMMANDED
    """How the flag is saluted."""
    address: Address | None = None
    """How people are addressed; None says nothing before a name that brings no title."""
    chair_panel: tuple[str, ...]
    crew: dict[Role, str]
    backdrop: str
    decoration: str
    notes: str
    duties: tuple[Duty, ...]
    timecode: TimecodeIn | None = None
    """The code that the show listens to; None for none."""


def session_view(session: SessionNow) -> SessionView:
    """The session as it is sent."""
    return SessionView(
        id=session.session_id,
        title=session.title,
        start=session.start_at,
        planned_end=session.planned_end,
        expected_end=session.expected_end,
        hard_out=session.hard_out,
    )


def alarm_view(alarm: Alarm) -> AlarmView:
    """An alarm as it is sent."""
    return AlarmView(
        code=alarm.code,
        since=alarm.since,
        by_s=seconds(alarm.by),
        detail=alarm.detail,
        cause=alarm.cause,
    )


def presence_view(present: Presence) -> PresenceView:
    """Who is connected, as it is sent."""
    return PresenceView(
        machines=present.machines,
        here=tuple(role for role in Role if role in present.here),
        lost=tuple(role for role in Role if present.lost_for(role) is not None),
    )


def called_next(call: NextCall | None) -> CalledNext | None:
    """What GO will do, as it is sent; None where nothing is left to call."""
    match call:
        case CallCue(cue):
            return CalledNext(what="cue", id=cue.cue_id)
        case CallItem(row):
            return CalledNext(what="item", id=row.item_id)
        case CallSession(title):
            return CalledNext(what="session", id=title)
        case CallEnd(row):
            return CalledNext(what="end", id=row.item_id)
        case None:
            return None
    assert_never(call)


def plan_view(agenda: Agenda) -> PlanView:
    """The conference beyond its hours, as it is sent."""
    return PlanView(
        date_text=agenda.day.text,
        tentative=agenda.day.tentative,
        period=Period(earliest=agenda.day.earliest, latest=agenda.day.latest),
        delegates=agenda.delegates,
        basis=agenda.basis,
        rite=agenda.rite,
        address=agenda.address,
        chair_panel=agenda.chair_panel,
        crew=dict(agenda.crew),
        backdrop=agenda.backdrop,
        decoration=agenda.decoration,
        notes=agenda.notes,
        duties=agenda.duties,
        timecode=agenda.timecode,
    )
