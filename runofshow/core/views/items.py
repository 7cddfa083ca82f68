"""The running order as it is sent: its rows, what runs, what comes next, and who is wanted on stage."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta, tzinfo
from operator import attrgetter

from msgspec import Struct
from msgspec.structs import asdict

from runofshow.core.agenda import AwardLevel, ClockMode, Role
from runofshow.core.award import line_of as listed_line
from runofshow.core.honours import comes_first, form_of, level_of
from runofshow.core.snapshot import Current, ItemRow, Row, Snapshot
from runofshow.core.spoken import spoken
from runofshow.core.value import replace
from runofshow.core.vote import Vote
from runofshow.core.wire import Counted, Moment, PlannedMoment, Seconds, local, moments, seconds

AHEAD = timedelta(minutes=10)
"""How far the crew looks ahead: the time to fetch a tray and bring somebody to the steps."""


class NextView(ItemRow, frozen=True, kw_only=True):
    """The next item, with what is made ready for it."""

    mc: str
    notes: str
    backdrop: str
    cues: tuple[str, ...]
    """The ids of those that GO will call."""


class CurrentView(Struct, frozen=True, kw_only=True):
    """The running item; the counts as they were when it was sent."""

    item_id: str
    number: str
    session: str = ""
    title: str
    kind: str
    by: str | None = None
    clock: ClockMode
    started_at: Moment
    planned_s: Seconds = 0
    added_s: Seconds = 0
    elapsed_s: Counted
    """Without holds."""
    remaining_s: Counted
    overrun_s: Counted
    held_s: Counted = 0
    """How long it stood still so far."""
    protected: bool = False
    vote: Vote | None = None


class Line(Struct, frozen=True, kw_only=True):
    """An item as a title and a name."""

    item_id: str
    number: str
    title: str
    kind: str
    by: str | None = None
    heading: str | None = None
    """The title it stands under."""
    expected_start: PlannedMoment | None = None


class AwardView(Struct, frozen=True, kw_only=True):
    """What is handed over."""

    decision: str | None = None
    reader: str | None = None
    """Who reads it."""
    form: str | None = None
    """What is handed over."""
    level: AwardLevel | None = None
    """Whose award it is."""
    presenter: str | None = None
    recipients: tuple[str, ...]
    """Those who come up, as the list has them, so that the tray is counted by it; on_stage.py has more."""
    called_before_reading: bool = False


class Need(Struct, frozen=True, kw_only=True):
    """Who is wanted on stage soon, and what is handed over there."""

    item: Line
    notes: str = ""
    backdrop: str = ""
    """What stands behind it: for the crew, which hangs it, and for the screen, which shows it."""
    award: AwardView | None = None
    unassigned: bool = False
    """Nobody is named, and the kind needs somebody."""


def item_view(row: Row, tz: tzinfo) -> ItemRow:
    """A row as it is sent: without what stands in the plan alone."""
    told = dict(zip(ItemRow.__struct_fields__, _SENT(row), strict=True))
    return ItemRow(**told | {name: local(told[name], tz) for name in moments(ItemRow)})


_SENT = attrgetter(*ItemRow.__struct_fields__)


def next_view(snapshot: Snapshot, row: Row, tz: tzinfo) -> NextView:
    """The next item as it is sent to who calls."""
    return NextView(
        **asdict(item_view(row, tz)),
        mc=snapshot.saying.next,
        notes=row.notes,
        backdrop=row.item.backdrop or snapshot.plan.backdrop,
        cues=tuple(cue.cue_id for cue in snapshot.next_cues),
    )


def current_view(current: Current, tz: tzinfo) -> CurrentView:
    """What runs, as it is sent."""
    row = current.row
    return CurrentView(
        item_id=row.item_id,
        number=row.number,
        session=row.session,
        title=row.title,
        kind=row.kind,
        by=row.by,
        clock=current.clock,
        started_at=local(current.started_at, tz),
        planned_s=row.planned_s,
        added_s=row.added_s,
        elapsed_s=seconds(current.elapsed),
        remaining_s=seconds(current.remaining),
        overrun_s=seconds(current.overrun),
        held_s=seconds(current.held_for),
        protected=row.protected,
        vote=row.vote,
    )


def line_of(row: Row, heading: Row | None, tz: tzinfo) -> Line:
    """A row as a title and a name."""
    return Line(
        item_id=row.item_id,
        number=row.number,
        title=row.title,
        kind=row.kind,
        by=row.by,
        heading=None if heading is None else heading.title,
        expected_start=local(row.expected_start, tz),
    )


def line_in(snapshot: Snapshot, row: Row, tz: tzinfo) -> Line:
    """The same with the heading it stands under in a picture."""
    return line_of(row, snapshot.rows.of(row.parent_id), tz)


def public_line(line: Line) -> Line:
    """The same without what a plan writes for its readers: for those in the hall."""
    return replace(
        line,
        title=spoken(line.title),
        by=line.by and spoken(line.by),
        heading=line.heading and spoken(line.heading),
    )


def award_view(row: Row) -> AwardView | None:
    """What is handed over in a row; None where nothing is."""
    award = row.award
    return (
        None
        if award is None
        else AwardView(
            decision=award.decision,
            reader=award.reader,
            form=form_of(award, row.title),
            level=level_of(award, row.title),
            presenter=award.presenter,
            recipients=tuple(listed_line(one) for one in award.recipients if not one.absent),
            called_before_reading=comes_first(award, row.title),
        )
    )


def need_view(row: Row, line: Line, backdrop: str, award: AwardView | None) -> Need:
    """Who is wanted in a row, and what for."""
    return Need(item=line, notes=row.notes, backdrop=backdrop, award=award, unassigned=row.unassigned)


def needs_of(snapshot: Snapshot, role: Role, tz: tzinfo) -> Iterator[Need]:
    """Who is wanted soon: for the crew in all that comes within `AHEAD`, for other hands in the next item."""

    def need(row: Row) -> Need:
        backdrop = "" if role is Role.MC else row.item.backdrop or snapshot.plan.backdrop
        award = None if role is Role.SCREEN else award_view(row)
        return need_view(row, line_in(snapshot, row, tz), backdrop, award)

    soon = snapshot.now + AHEAD
    if snapshot.current is not None:
        yield need(snapshot.current.row)
    for row in snapshot.coming if role is Role.CREW else snapshot.coming[:1]:
        if not row.is_next and (row.expected_start or soon) >= soon:
            return
        yield need(row)
