"""The show beside its rehearsals, as a table and as a picture: what the plan says, each take, what it came
to, and what has moved.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from runofshow.core.beside import LEAST_MOVED, Beside, Line, beside
from runofshow.core.history import History
from runofshow.core.learning import Spread
from runofshow.paper.plain import printable
from runofshow.paper.sheet import (
    Bar,
    Cell,
    Chart,
    Column,
    Lane,
    Legend,
    Level,
    Paragraph,
    Row,
    Style,
    paragraph,
)
from runofshow.report.account import Account, difference_cell, length_cell, small, titled, told, tone_of
from runofshow.report.notation import DASH, difference, length
from runofshow.report.section import Section, listed, row, table_section

NOTHING = datetime(2000, 1, 1)  # noqa: DTZ001 - no moment: where the lengths of the picture begin
DRAWN = 12
"""Items in the picture, those that differ most: with each take a line of its own a page holds no more."""


def takes(account: Account) -> Section:
    """A line for each item that ran in a rehearsal; nothing without one."""
    words, found = account.outcome, beside(account.history, account.rehearsals)
    columns = (
        Column(account.words.number, 13, figures=True),
        Column(words.title, 28),
        Column(words.planned, 17, figures=True),
        *(Column(_name(take, account), 16, figures=True) for take in found.takes),
        Column(words.this_time if account.is_rehearsal else words.live, 17, figures=True),
        Column(words.of_takes, 22, figures=True),
        Column(
            words.difference,
            19,
            figures=True,
            reckoned=(account.words.in_minutes.format(head=words.difference),),
        ),
    )
    note = paragraph(words.rehearsals_note, Style.SMALL, keep_with_next=True)
    table = table_section(words.rehearsals, columns, (_row(line) for line in found.lines), note)
    if not table.blocks:
        return table
    said = (*_moved(found, account), *_repeated(found, account))
    return Section(table.title, (*said, *_picture(found, account), *table.blocks))


def _row(line: Line) -> Row:
    item = line.item
    return row(
        told(printable(item.row.number)),
        told(printable(item.row.title)),
        length_cell(item.planned, about=item.row.assumed and item.planned is not None),
        *(length_cell(take) for take in line.takes),
        length_cell(line.length),
        _spread_cell(line.spread),
        difference_cell(line.difference),
    )


def _spread_cell(spread: Spread | None) -> Cell:
    """The median, and under it the range of four in five."""
    if spread is None:
        return told(DASH)
    cell = length_cell(spread.median)
    if spread.likely is None:
        return cell
    low, high = length(spread.likely.low), length(spread.likely.high)
    return Cell((*cell.lines, (small(f"{low} {DASH} {high}"),)), cell.values)


def _moved(found: Beside, account: Account) -> Iterator[Paragraph]:
    """What took notably more or less than in the rehearsals before."""
    words = account.outcome
    yield from listed(
        words.took_other,
        (
            words.took_other_line.format(
                item=titled(line.item), length=length(line.length), by=difference(line.moved_by)
            )
            for line in found.moved
        ),
    )


def _repeated(found: Beside, account: Account) -> Iterator[Paragraph]:
    """Each time of what was repeated in one rehearsal."""
    words = account.outcome
    yield from listed(
        words.repeated,
        (
            words.repeated_line.format(
                item=titled(line.item),
                when=account.local(times[0].began_at).strftime("%d/%m %H:%M"),
                lengths=", ".join(length(time.length) for time in times),
            )
            for line in found.lines
            for times in line.repeated
        ),
    )


def _picture(found: Beside, account: Account) -> Iterator[Chart]:
    """The items whose takes were furthest from the plan, each with a bar for the plan and for each take."""
    words = account.outcome
    far = [
        line for line in sorted(found.lines, key=_furthest, reverse=True) if _furthest(line) >= LEAST_MOVED
    ]
    lanes = tuple(
        lane for line in found.lines if line in far[:DRAWN] for lane in _lanes(line, found, account)
    )
    if not lanes:
        return
    legend = Legend(words.planned, words.took, account.words.chart.over, words.did_not_run, words.difference)
    yield Chart(
        title="",
        lanes=lanes,
        legend=legend,
        told=words.takes_told.format(table=words.rehearsals),
        instead=account.words.chart.instead.format(table=words.rehearsals),
        again=account.words.chart.again,
        name=words.takes_chart,
        of_lengths=True,
    )


def _furthest(line: Line) -> timedelta:
    planned = line.item.planned or timedelta()
    lengths = (each for each in (*line.takes, line.length) if each is not None)
    return max((abs(each - planned) for each in lengths), default=timedelta())


def _lanes(line: Line, found: Beside, account: Account) -> Iterator[Lane]:
    words, planned, spread = account.outcome, line.item.planned, line.spread
    yield Lane(
        label=" ".join(titled(line.item).split()),
        planned=_bar(planned),
        actual=_bar(None if spread is None else spread.median),
        level=Level.HEADING,
        note=""
        if spread is None
        else words.median_of.format(median=length(spread.median), count=spread.count),
    )
    names = [
        *(_name(take, account) for take in found.takes),
        words.this_time if account.is_rehearsal else words.live,
    ]
    for name, took in zip(names, (*line.takes, line.length), strict=True):
        if took is not None:
            off = None if planned is None else took - planned
            yield Lane(
                label=name,
                planned=_bar(planned),
                actual=_bar(took),
                level=Level.PART,
                off="" if off is None else difference(off),
                tone=tone_of(off),
            )


def _bar(of: timedelta | None) -> Bar | None:
    return None if of is None else Bar(NOTHING, NOTHING + of)


def _name(take: History, account: Account) -> str:
    """`Tập duyệt 27/3 14:00`, and how fast its time ran."""
    began = account.local(take.started_at or take.opened_at)
    name = account.outcome.take.format(when=f"{began.day}/{began.month} {began:%H:%M}")
    return name if take.speed == 1 else f"{name}, {account.outcome.speed.format(speed=f'{take.speed:g}')}"
