"""A role's JSON into its picture, read strictly; what no show looks like is a BadPicture (fields.py)."""

from __future__ import annotations

from datetime import datetime, timedelta

from runofshow.core.agenda import CUE_ROLES, Action, ClockMode, GoMode, Role, TrackMark
from runofshow.core.commands import Mode
from runofshow.core.notices import Message
from runofshow.core.snapshot import CuePhase, ItemState, Phase
from runofshow.core.views.items import AwardView, Line, Need
from runofshow.core.wire import Json
from runofshow.screen.fields import BadPicture, Fields
from runofshow.screen.picture import (
    DisplayPicture,
    HandPicture,
    RolePicture,
    ShownCue,
    ShownCurrent,
    ShownHead,
    ShownRow,
    ShownSession,
    SpeakerPicture,
    StagePicture,
)
from runofshow.screen.sound_reading import read_sound


def read_picture(role: Role, value: Json) -> RolePicture:
    """The picture of `role`. Raises BadPicture; ValueError for a role without a screen of its own."""
    fields = Fields(value)
    head = _head(fields)
    if role in CUE_ROLES:
        return HandPicture(
            head=head,
            current=fields.part_or_none("current", _current),
            next=fields.part_or_none("next", _line),
            after=fields.part_or_none("after", _line),
            words=fields.text_or_none("words") or "",
            next_words=fields.text_or_none("next_words") or "",
            cues=fields.parts("cues", _cue),
            messages=fields.parts("messages", _message),
            needs=fields.parts("needs", _need),
            sound=fields.part_or_none("sound", read_sound),
        )
    match role:
        case Role.SPEAKER:
            current = fields.part_or_none("current", _current)
            return SpeakerPicture(head, current, fields.parts("messages", _message))
        case Role.DISPLAY:
            return DisplayPicture(
                head, fields.part_or_none("current", _line), fields.part_or_none("next", _line)
            )
        case Role.STAGE:
            return StagePicture(
                head=head,
                current=fields.part_or_none("current", _current),
                next=fields.part_or_none("next", _line),
                rows=fields.parts("items", _row),
                over_under=fields.length("over_under_s"),
                slack=fields.length_or_none("slack_s"),
                messages=fields.parts("messages", _message),
            )
        case _:
            raise ValueError(f"{role.value} has no screen of its own")


def read_now(value: Json) -> datetime:
    """The moment of a beat. Raises BadPicture."""
    return Fields(value, "beat").moment("now")


def _head(fields: Fields) -> ShownHead:
    show, session = fields.part("show"), fields.part("session")
    speed = fields.number_or("speed", 1.0)
    if speed <= 0:
        raise BadPicture(f"speed: {speed}")
    return ShownHead(
        seq=fields.whole("seq"),
        mode=fields.one_of("mode", Mode),
        speed=speed,
        phase=fields.one_of("phase", Phase),
        now=fields.moment("now"),
        floating=fields.flag("floating"),
        title=show.text("title"),
        organiser=show.text_or_none("organiser") or "",
        venue=show.text_or_none("venue") or "",
        session=ShownSession(
            session.text_or_none("title") or "",
            session.moment("start"),
            session.moment_or_none("expected_end"),
            session.moment_or_none("hard_out"),
        ),
        record=fields.text_or_none("record") or "",
    )


def _current(fields: Fields) -> ShownCurrent:
    return ShownCurrent(
        item_id=fields.text("item_id"),
        number=fields.text("number"),
        title=fields.text("title"),
        kind=fields.text("kind"),
        by=fields.text_or_none("by"),
        clock=fields.one_of("clock", ClockMode),
        started_at=fields.moment("started_at"),
        elapsed=fields.length("elapsed_s"),
        remaining=fields.length("remaining_s"),
        overrun=fields.length("overrun_s"),
        held=fields.length_or_none("held_s") or timedelta(),
        protected=fields.flag("protected"),
    )


def _line(fields: Fields) -> Line:
    return Line(
        item_id=fields.text("item_id"),
        number=fields.text("number"),
        title=fields.text("title"),
        kind=fields.text("kind"),
        by=fields.text_or_none("by"),
        heading=fields.text_or_none("heading"),
        expected_start=fields.moment_or_none("expected_start"),
    )


def _cue(fields: Fields) -> ShownCue:
    return ShownCue(
        cue_id=fields.text("cue_id"),
        item_id=fields.text("item_id"),
        number=fields.text("number"),
        do=fields.one_of("do", Action),
        text=fields.text("text"),
        track_id=fields.text_or_none("track"),
        track_title=fields.text_or_none("track_title"),
        mark=fields.one_of("mark", TrackMark),
        go=fields.one_of("go", GoMode),
        phase=fields.one_of("phase", CuePhase),
        expected_at=fields.moment_or_none("expected_at"),
        standby_at=fields.moment_or_none("standby_at"),
        acked_at=fields.moment_or_none("acked_at"),
        gone_at=fields.moment_or_none("gone_at"),
        armed=fields.flag("armed"),
        by_machine=fields.flag("by_machine"),
        track_assumed=fields.flag("track_assumed"),
    )


def _message(fields: Fields) -> Message:
    return Message(
        fields.text("id"),
        fields.one_of("to", Role),
        fields.text("text"),
        fields.moment("at"),
        fields.text("by"),
        fields.moment_or_none("answered_at"),
    )


def _need(fields: Fields) -> Need:
    return Need(
        item=_line(fields.part("item")),
        award=fields.part_or_none("award", _award),
        notes=fields.text_or_none("notes") or "",
        backdrop=fields.text_or_none("backdrop") or "",
    )


def _award(fields: Fields) -> AwardView:
    return AwardView(
        decision=fields.text_or_none("decision"),
        presenter=fields.text_or_none("presenter"),
        recipients=fields.texts("recipients"),
        called_before_reading=fields.flag("called_before_reading"),
    )


def _row(fields: Fields) -> ShownRow:
    return ShownRow(
        item_id=fields.text("item_id"),
        parent_id=fields.text_or_none("parent_id"),
        number=fields.text("number"),
        title=fields.text("title"),
        by=fields.text_or_none("by"),
        state=fields.one_of("state", ItemState),
        planned_start=fields.moment_or_none("planned_start"),
        expected_start=fields.moment_or_none("expected_start"),
        actual_start=fields.moment_or_none("actual_start"),
        length=fields.length("planned_s") + fields.length("added_s"),
        late=fields.length_or_none("late_s"),
        protected=fields.flag("protected"),
        optional=fields.flag("optional"),
        assumed=fields.flag("assumed"),
    )
