"""What a report is made of, and the cells that its tables are made of."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo
from textwrap import shorten

from msgspec import Struct

from runofshow.core.agenda import Duty
from runofshow.core.commands import Mode
from runofshow.core.history import History, ItemHistory
from runofshow.paper.plain import printable
from runofshow.paper.sheet import Cell, Form, Run, Tone, Value, line
from runofshow.report.notation import DASH, day, difference, fine, hour, hour_to_second, length, planned_hour
from runofshow.texts import Language
from runofshow.texts.official import OFFICIAL, OfficialTexts
from runofshow.texts.outcome import OUTCOME, OutcomeTexts
from runofshow.texts.report import ReportTexts

EMPTY = Cell()
SHORT = 45
"""Letters: two lines of a narrow column."""


class Account(Struct, frozen=True):
    """One show, for readers of one language, at one hour."""

    history: History
    tz: tzinfo
    words: ReportTexts
    printed_at: datetime
    rehearsals: tuple[History, ...] = ()
    """Earlier ones of the same plan, the latest first."""
    duties: tuple[Duty, ...] | None = None
    """With the marks of by now; None is as the record has them."""

    @property
    def outcome(self) -> OutcomeTexts:
        """The phrases of what came of the show."""
        return OUTCOME[Language(self.words.language)]

    @property
    def official(self) -> OfficialTexts:
        """The phrases of the papers that an office signs."""
        return OFFICIAL[Language(self.words.language)]

    @property
    def is_official(self) -> bool:
        """It may stand in the frame of an official paper: a rehearsal never does, and there is none but in
        Vietnamese."""
        return self.words.language == Language.VI and not self.is_rehearsal

    @property
    def is_rehearsal(self) -> bool:
        return self.history.mode is Mode.REHEARSAL

    def item(self, item_id: str | None) -> str:
        """`3. Báo cáo tổng kết`; a dash where no item is meant."""
        if item_id is None:
            return DASH
        found = next((item for item in self.history.items if item.row.item_id == item_id), None)
        return printable(item_id) if found is None else titled(found)

    def short_item(self, item_id: str | None) -> str:
        """The same where there is little room: a long title ends in `…`, behind a whole word."""
        return shorten(self.item(item_id), SHORT, placeholder="…")

    def moment(self, at: datetime) -> str:
        """The time of day, with the day in front when it is not the first day of the record."""
        when = hour_to_second(at, self.tz)
        return when if self._is_first_day(at) else f"{day(at, self.tz)} {when}"

    def minute(self, at: datetime) -> str:
        """The same without seconds, for a sentence."""
        when = hour(at, self.tz)
        return when if self._is_first_day(at) else f"{day(at, self.tz)} {when}"

    def moment_cell(self, at: datetime) -> Cell:
        """The same in a table, which has no room for a year."""
        local = self.local(at)
        if self._is_first_day(at):
            return told(self.moment(at), value=Value(local, form=Form.SECOND))
        when = f"{local.day}/{local.month} {hour_to_second(at, self.tz)}"
        return told(when, value=Value(local, form=Form.DAY))

    def hour_cell(self, at: datetime | None, *, planned: bool = False) -> Cell:
        """`08:42:17`; what was planned has no seconds where the plan gives none."""
        if at is None:
            return told(DASH)
        text = planned_hour(at, self.tz) if planned else hour_to_second(at, self.tz)
        is_whole = planned and not self.local(at).second
        return told(text, value=Value(self.local(at), form=Form.MINUTE if is_whole else Form.SECOND))

    def fine_cell(self, of: timedelta | None, *, is_length: bool = False) -> Cell:
        """A deviation in tenths of a second; a length has no sign."""
        text, value = fine(of, self.words), None if of is None else Value(of, form=Form.OFF_SECONDS)
        if is_length:
            return told(text.lstrip("+"), value=value)
        return told(text, tone_of(of), value=value)

    def local(self, at: datetime) -> datetime:
        """The hour in the hall, as a spreadsheet has it: without a zone."""
        return at.astimezone(self.tz).replace(tzinfo=None, microsecond=0)

    def _is_first_day(self, at: datetime) -> bool:
        first = self.history.started_at or self.history.opened_at
        return day(at, self.tz) == day(first, self.tz)


def titled(item: ItemHistory) -> str:
    """`3. Báo cáo tổng kết`"""
    return printable(f"{item.row.number}. {item.row.title}")


def told(text: str, tone: Tone = Tone.PLAIN, below: tuple[Run, ...] = (), value: Value | None = None) -> Cell:
    """A line of a cell, and smaller ones under it."""
    lines = (line(text, tone=tone), *((run,) for run in below))
    return Cell(tuple(each for each in lines if each), () if value is None else (value,))


def small(text: str, tone: Tone = Tone.QUIET) -> Run:
    """What stands under a line of a cell."""
    return Run(text, tone=tone, small=True)


def length_cell(of: timedelta | None, *, about: bool = False) -> Cell:
    """`20:10`; a length that is only assumed has `~` before it."""
    if of is None:
        return told(DASH)
    return told(("~" if about else "") + length(of), value=Value(of, about, Form.SECOND))


def difference_cell(of: timedelta | None, below: tuple[Run, ...] = ()) -> Cell:
    """`+2:31`; in a spreadsheet a number of minutes."""
    value = None if of is None else Value(of, form=Form.OFF_MINUTES)
    return told(difference(of), tone_of(of), below, value)


def tone_of(by: timedelta | None) -> Tone:
    """How loud a difference is: from a whole minute on."""
    if by is None or abs(by) < timedelta(minutes=1):
        return Tone.PLAIN
    return Tone.OVER if by > timedelta() else Tone.UNDER
