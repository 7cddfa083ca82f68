"""What each role sees: its own smaller picture, so that a phone cannot be sent what it may not see.

- A *hand* (MC, music, lights, screen, crew) sees the count, what comes next, its own cues and messages;
  only the MC gets the words to say, only the MC and the crew who is called up for awards, only the crew
  and the screen the backdrop, only the music the player.
- The *speaker* sees one count and the messages to the speaker, and answers them.
- The *display*, which the delegates see, has titles and names: no counts of lateness, no alarm, no message.
- The *stage* (the hands behind it; chairman and deputy) sees the whole running order, and as a hand its own
  cues and messages.
- The *caller* sees the whole snapshot.
"""

from __future__ import annotations

from datetime import tzinfo
from functools import cached_property
from typing import Any

from msgspec.structs import asdict

from runofshow.core.agenda import Role
from runofshow.core.alarms import OF_RECORD
from runofshow.core.count import Count
from runofshow.core.end_outlook import EndOutlook
from runofshow.core.light import light_of
from runofshow.core.notices import Message
from runofshow.core.on_stage import RoundNow
from runofshow.core.people_seen import PeopleNow
from runofshow.core.snapshot import CueRow, ItemRow, Row, Snapshot
from runofshow.core.speech.clock import SpeechNow
from runofshow.core.timecode_now import TimecodeNow
from runofshow.core.views.head import (
    Head,
    ShowView,
    alarm_view,
    called_next,
    plan_view,
    presence_view,
    session_view,
)
from runofshow.core.views.items import (
    AHEAD,
    CurrentView,
    Line,
    current_view,
    item_view,
    line_in,
    needs_of,
    next_view,
    public_line,
)
from runofshow.core.views.kept import Kept
from runofshow.core.views.people import people_view
from runofshow.core.views.proposals import proposals_view
from runofshow.core.views.rounds import is_near, names_on_display
from runofshow.core.views.sent import CallerView as CallerView
from runofshow.core.views.sent import CuedView as CuedView
from runofshow.core.views.sent import DisplayView as DisplayView
from runofshow.core.views.sent import HandView as HandView
from runofshow.core.views.sent import RoleView as RoleView
from runofshow.core.views.sent import SpeakerView as SpeakerView
from runofshow.core.views.sent import StageView as StageView
from runofshow.core.views.sent import View as View
from runofshow.core.views.sound import SoundView, sound_view
from runofshow.core.views.ways import ways_view
from runofshow.core.wire import here, local, seconds

NEEDED_BY = (Role.CREW, Role.MC, Role.SCREEN)
PEOPLE_FOR = (Role.CREW, Role.MC)
ROUND_FOR = (Role.CREW, Role.MC, Role.MUSIC)


def view_of(role: Role, snapshot: Snapshot, tz: tzinfo) -> View:
    """The part of `snapshot` that `role` may see, in the time of the hall."""
    return Views(snapshot, tz).of(role)


class Views:
    """Every role's view of one picture: what several of them see is made once, and what none asks for never.

    Rows and cues that are as they were in the `last` picture keep their views.
    """

    def __init__(self, snapshot: Snapshot, tz: tzinfo, last: Views | None = None) -> None:
        self.snapshot = snapshot
        self._tz = tz
        self._items_kept: Kept[Row, ItemRow] = last._items_kept if last else Kept(item_view, tz)
        self._cues_kept: Kept[CueRow, CueRow] = last._cues_kept if last else Kept(here, tz)

    def of(self, role: Role) -> View:
        """The part of the picture that `role` may see."""
        snapshot = self.snapshot
        match role:
            case Role.CALLER:
                return self._caller
            case Role.SPEAKER:
                return SpeakerView(
                    **self._head, current=self._current, count=self._count, messages=self._messages(role)
                )
            case Role.STAGE:
                cues = self._cues_of(role)
                return StageView(
                    **self._head,
                    current=self._current,
                    count=self._count,
                    next=self._coming[0],
                    items=self._items,
                    over_under_s=seconds(snapshot.over_under),
                    slack_s=seconds(snapshot.slack),
                    messages=self._messages(role),
                    record=self._record,
                    light=light_of(cues, snapshot.now),
                    cues=cues,
                    round=self._near_round,
                    people=self._people,
                    outlook=self._outlook,
                    speech=self._speech,
                    timecode=self._timecode,
                )
            case Role.DISPLAY:
                current = snapshot.current
                return DisplayView(
                    **self._head,
                    current=None if current is None else public_line(self._line(current.row)),
                    next=None if self._coming[0] is None else public_line(self._coming[0]),
                    backdrop=current.backdrop if current else "",
                    names=names_on_display(snapshot),
                )
            case _:
                return self._hand(role)

    def _hand(self, role: Role) -> HandView:
        snapshot, is_mc = self.snapshot, role is Role.MC
        cues = self._cues_of(role)
        return HandView(
            **self._head,
            current=self._current,
            count=self._count,
            light=light_of(cues, snapshot.now, snapshot.speed),
            next=self._coming[0],
            after=self._coming[1],
            words=snapshot.saying.now if is_mc else "",
            next_words=snapshot.saying.next if is_mc else "",
            words_assumed=snapshot.current is not None and is_mc and snapshot.current.row.mc_assumed,
            next_words_assumed=snapshot.next is not None and is_mc and snapshot.next.mc_assumed,
            cues=cues,
            messages=self._messages(role),
            needs=tuple(needs_of(snapshot, role, self._tz)) if role in NEEDED_BY else (),
            sound=self._sound if role is Role.MUSIC else None,
            record=self._record,
            round=self._near_round if role in ROUND_FOR else None,
            people=self._people if role in PEOPLE_FOR else None,
            speech=self._speech if role in PEOPLE_FOR else None,
            mc_speech=self._mc_speech if is_mc else None,
        )

    def _cues_of(self, role: Role) -> tuple[CueRow, ...]:
        return self._cues_kept.views(self.snapshot.cues, role, lambda cue: cue.to is role)

    @cached_property
    def _caller(self) -> CallerView:
        snapshot, tz = self.snapshot, self._tz
        session, present = snapshot.session, snapshot.presence
        return CallerView(
            **self._head,
            plan=plan_view(snapshot.plan),
            current=self._current,
            count=self._count,
            next=None if snapshot.next is None else next_view(snapshot, snapshot.next, tz),
            next_call=called_next(snapshot.next_call),
            over_under_s=seconds(snapshot.over_under),
            planned_end=local(session.planned_end, tz),
            expected_end=local(session.expected_end, tz),
            hard_out=local(session.hard_out, tz),
            slack_s=seconds(snapshot.slack),
            alarms=tuple(here(alarm_view(alarm), tz) for alarm in snapshot.alarms),
            messages=tuple(here(message, tz) for message in snapshot.messages),
            presence=None if present is None else presence_view(present),
            answering=tuple(role for role in Role if role in snapshot.answering),
            waiting=tuple(here(one, tz) for one in snapshot.waiting),
            sound=self._sound,
            items=self._items,
            cues=self._cues,
            round=self._round,
            people=self._people,
            outlook=self._outlook,
            speech=self._speech,
            ways=ways_view(snapshot.ways, tz),
            proposals=proposals_view(snapshot.proposals, tz),
            timecode=self._timecode,
        )

    # What several roles see

    @cached_property
    def _head(self) -> dict[str, Any]:
        snapshot, tz = self.snapshot, self._tz
        head = Head(
            seq=snapshot.seq,
            term=snapshot.term,
            mode=snapshot.mode,
            speed=snapshot.speed,
            joins=snapshot.joins,
            drill=snapshot.drill,
            floating=snapshot.floating,
            phase=snapshot.phase,
            now=local(snapshot.now, tz),
            show=ShowView(title=snapshot.title, organiser=snapshot.organiser, venue=snapshot.venue),
            session=here(session_view(snapshot.session), tz),
        )
        return asdict(head)

    @cached_property
    def _current(self) -> CurrentView | None:
        current = self.snapshot.current
        return None if current is None else current_view(current, self._tz)

    @cached_property
    def _count(self) -> Count | None:
        count = self.snapshot.count
        return None if count is None else here(count, self._tz)

    @cached_property
    def _items(self) -> tuple[ItemRow, ...]:
        return self._items_kept.views(self.snapshot.rows)

    @cached_property
    def _cues(self) -> tuple[CueRow, ...]:
        return self._cues_kept.views(self.snapshot.cues)

    @cached_property
    def _sound(self) -> SoundView:
        return sound_view(self.snapshot.sound, self._tz)

    @cached_property
    def _round(self) -> RoundNow | None:
        found = self.snapshot.round
        return None if found is None else here(found, self._tz)

    @cached_property
    def _people(self) -> PeopleNow | None:
        return people_view(self.snapshot.people, self._tz)

    @cached_property
    def _outlook(self) -> EndOutlook | None:
        found = self.snapshot.outlook
        return None if found is None else here(found, self._tz)

    @cached_property
    def _speech(self) -> SpeechNow | None:
        found = self.snapshot.speech
        return None if found is None else here(found, self._tz)

    @property
    def _timecode(self) -> TimecodeNow | None:
        found = self.snapshot.timecode
        return None if found is None else here(found, self._tz)

    @property
    def _mc_speech(self) -> SpeechNow | None:
        found = self.snapshot.mc_speech
        return None if found is None else here(found, self._tz)

    @cached_property
    def _near_round(self) -> RoundNow | None:
        return self._round if is_near(self.snapshot, AHEAD) else None

    @cached_property
    def _record(self) -> str | None:
        """The code of what is wrong with the record; None when all is well."""
        told = {alarm.code for alarm in self.snapshot.alarms}
        return next((code for code in OF_RECORD if code in told), None)

    @cached_property
    def _coming(self) -> tuple[Line | None, Line | None]:
        first, second, *_ = *map(self._line, self.snapshot.coming[:2]), None, None
        return first, second

    def _line(self, row: Row) -> Line:
        return line_in(self.snapshot, row, self._tz)

    def _messages(self, role: Role) -> tuple[Message, ...]:
        """What was said to the role, and what it said itself."""
        own = (one for one in self.snapshot.messages if one.to is role or one.by == role.value)
        return tuple(here(one, self._tz) for one in own)
