"""Shows called for the report: the real rules, a clock that stands where it is put."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from pathlib import Path

from runofshow.agenda_file.reader import read_agenda
from runofshow.core import commands as c
from runofshow.core.agenda import (
    Action,
    Agenda,
    AtStart,
    BeforeEnd,
    Cue,
    GoMode,
    Item,
    OnWord,
    Role,
    Session,
)
from runofshow.core.amend import shifted
from runofshow.core.ask import name_of
from runofshow.core.decide import decide
from runofshow.core.events import Entry, ShowOpened
from runofshow.core.evolve import apply
from runofshow.core.history import History, history
from runofshow.core.refusal import Refused
from runofshow.core.state import State
from runofshow.core.value import replace
from runofshow.report import Account
from runofshow.texts.report import ReportTexts

HALL = timezone(timedelta(hours=7))
DAY = date(2026, 3, 27)
AGENDAS = Path(__file__).resolve().parents[2] / "agendas"


def at(hour: str, day: date = DAY) -> datetime:
    """`08:02:10` in the hall, as the record has it."""
    return datetime.combine(day, datetime.strptime(hour, "%H:%M:%S").time(), HALL).astimezone(UTC)  # noqa: DTZ007


class Record:
    """A show being called. Orders that are refused fail the test."""

    def __init__(
        self,
        agenda: Agenda,
        opened: str = "07:30:00",
        mode: c.Mode = c.Mode.LIVE,
        speed: float = 1,
        day: date = DAY,
    ) -> None:
        event = ShowOpened(agenda, mode, speed, False, "", at(opened, day))
        self.entries = [Entry(1, at(opened, day), "caller", "open", (event,))]
        self.state: State = apply(None, self.entries[0])

    def do(self, hour: str, *commands: c.Command, by: str = "caller", day: date = DAY) -> Record:
        """Give orders at a time of day, after the tick that the clock would have made then."""
        now = at(hour, day)
        self._write(c.Tick(), now, "clock")
        for command in commands:
            self._write(command, now, by)
        return self

    def later(self, by: timedelta, *commands: c.Command) -> Record:
        """Give orders so long after the last ones."""
        now = self.entries[-1].at + by
        self._write(c.Tick(), now, "clock")
        for command in commands:
            self._write(command, now, "caller")
        return self

    @property
    def history(self) -> History:
        return history(self.entries)

    def try_(self, command: c.Command, now: datetime) -> Refused | None:
        """The same at any moment; what is refused changes nothing."""
        self._write(c.Tick(), now, "clock")
        events = decide(self.state, command, now, "caller")
        if isinstance(events, Refused):
            return events
        self._write(command, now, "caller")
        return None

    def _write(self, command: c.Command, now: datetime, by: str) -> None:
        events = decide(self.state, command, now, by)
        assert not isinstance(events, Refused), (command, events)
        if not events:
            return
        entry = Entry(self.state.seq + 1, now, by, name_of(command), events)
        self.state = apply(self.state, entry)
        self.entries.append(entry)


def account_of(history: History, tz: tzinfo, words: ReportTexts) -> Account:
    """What a report of it is made of, made at 10 o'clock of the day."""
    return Account(history, tz, words, at("10:00:00"))


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def conference() -> Agenda:
    """Two hours of a small conference: 08:00 acts in two parts, 08:20 flag, 08:25 report, 08:45 closing."""
    acts = Item(
        "m1",
        "1",
        "Văn nghệ chào mừng",
        "performance",
        minutes(20),
        by="Trung tâm Văn hóa",
        parts=(
            Item("m1.1", "1.1", "Múa: Mùa xuân", "performance", minutes(12)),
            Item("m1.2", "1.2", "Đơn ca", "performance", minutes(8), assumed=True),
        ),
    )
    flag = Item(
        "m2",
        "2",
        "Chào cờ",
        "flag_salute",
        minutes(5),
        protected=True,
        cues=(
            Cue("flag.mc", Role.MC, Action.SAY, "Mời đại biểu đứng dậy"),
            Cue("flag.anthem", Role.MUSIC, Action.PLAY, "Quốc ca", at=OnWord("Chào cờ!")),
            Cue("flag.off", Role.MUSIC, Action.STOP, "Dừng nhạc", at=BeforeEnd(timedelta(seconds=30))),
        ),
    )
    report = Item(
        "m3",
        "3",
        "Báo cáo tổng kết",
        "report",
        minutes(20),
        needs_person=True,
        cues=(
            Cue("rep.bed", Role.MUSIC, Action.PLAY, "Nhạc mời lên", at=AtStart(), go=GoMode.AUTO),
            Cue("rep.tray", Role.CREW, Action.DO, "Nước cho diễn giả", at=AtStart(minutes(5))),
        ),
    )
    closing = Item("m4", "4", "Bế mạc", "closing", minutes(10), by="Chủ tịch UBND")
    session = Session("s1", "Buổi sáng", at("08:00:00"), False, at("09:00:00"), (acts, flag, report, closing))
    return Agenda("Hội nghị tổng kết", (session,), organiser="UBND thị xã", venue="Hội trường A")


def whole_show(mode: c.Mode = c.Mode.LIVE, speed: float = 1) -> Record:
    """The conference called to its end: begun 2 minutes late, ended 7:30 late, with all that can happen."""
    show = Record(conference(), mode=mode, speed=speed)
    show.do("08:02:00", c.Start())
    show.do("08:10:00", c.TakeNote("Micro bục số 2 mất tiếng"))
    show.do("08:14:00", c.Advance())
    show.do("08:20:00", c.Insert("m2", "Phút mặc niệm", minutes(1), "moment_of_silence"))
    show.do("08:21:59").do("08:22:04", c.Acknowledge("flag.mc"), by="mc")
    show.do("08:22:10", c.Advance())
    show.do("08:22:12", c.Go())
    show.do("08:23:00", c.Go())
    show.do("08:26:44", c.Go())
    show.do("08:27:10", c.Advance())
    show.do("08:28:10", c.Advance()).do("08:28:11")
    show.do("08:30:00", c.AddTime(minutes(3)))
    show.do("08:31:00", c.AddTime(minutes(5))).do("08:31:04", c.Undo())
    show.do("08:40:00", c.Hold()).do("08:42:10", c.Resume())
    show.do("08:43:00", c.SendMessage(Role.MC, "Mời Chủ tịch lên"))
    show.do("08:49:00", c.Advance())
    show.do("09:01:30", c.ReportClock(c.ClockFault.SLEPT, timedelta(seconds=75)))
    show.do("09:02:30", c.End())
    return show


def two_days() -> Agenda:
    """An afternoon of ten minutes with a hard out, and ten minutes of the morning after."""
    first = Item("a", "1", "Khai mạc", "opening", minutes(10))
    second = Item("b", "1", "Bế mạc", "closing", minutes(10))
    tomorrow = at("08:00:00") + timedelta(days=1)
    return Agenda(
        "Đại hội",
        (
            Session("s1", "Ngày thứ nhất", at("14:00:00"), hard_out=at("14:30:00"), items=(first,)),
            Session("s2", "Ngày thứ hai", tomorrow, items=(second,)),
        ),
    )


def ninh_hoa() -> Agenda:
    """The plan of Ninh Hòa as the project has it, laid on `DAY`."""
    reading = read_agenda(AGENDAS / "ninh-hoa-2020.yaml", tz=HALL, today=DAY)
    assert reading.agenda is not None, reading.errors
    return shifted(reading.agenda, at("08:00:00") - reading.agenda.sessions[0].start_at)


def with_titles(agenda: Agenda, title: str) -> Agenda:
    """The agenda with `title` wherever people write text."""

    def of(item: Item) -> Item:
        return replace(
            item,
            title=title,
            by=title,
            parts=tuple(of(part) for part in item.parts),
            cues=tuple(replace(cue, text=title) for cue in item.cues),
        )

    sessions = tuple(
        replace(session, title=title, items=tuple(of(item) for item in session.items))
        for session in agenda.sessions
    )
    return replace(agenda, title=title, organiser=title, venue=title, sessions=sessions)
