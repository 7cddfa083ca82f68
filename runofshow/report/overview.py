"""The report for a screen, a spreadsheet, and whoever needs no official frame: the summary first."""

from __future__ import annotations

from collections.abc import Iterator

from runofshow.paper.plain import printable
from runofshow.paper.sheet import Block, Paper, Paragraph, Run, Style, Tone, paragraph
from runofshow.report.account import Account
from runofshow.report.annex import tables
from runofshow.report.chapters import chapters
from runofshow.report.chart import charts
from runofshow.report.notation import days
from runofshow.report.section import drawn
from runofshow.report.summary import general, summary

TABLE_PT = 10
"""An upright page has room for nine columns in type so small."""


def overview(account: Account) -> Paper:
    """The whole report."""
    words = account.words
    mark = words.rehearsal if account.is_rehearsal else ""
    title = f"{words.title}: {printable(account.history.agenda.title)}"
    return Paper(
        title=f"{mark} · {title}" if mark else title,
        language=words.language,
        blocks=tuple(_blocks(account)),
        foot=words.made_by,
        size=TABLE_PT,
        printed_at=account.printed_at,
        mark=mark,
        first_sheet=words.summary,
    )


def head(title: str, account: Account) -> Iterator[Block]:
    """What stands over a report without an official frame. That it was a rehearsal comes first of all."""
    history, words = account.history, account.words
    if account.is_rehearsal:
        speed = words.rehearsal_speed.format(speed=f"{history.speed:g}") if history.speed != 1 else ""
        lines = tuple(Run(f"\n{line}", small=True) for line in (words.rehearsal_line, speed) if line)
        yield Paragraph((Run(words.rehearsal), *lines), Style.MARK)
    yield paragraph(title.upper(), Style.KIND, keep_with_next=True)
    yield paragraph(printable(history.agenda.title), Style.SUBJECT, keep_with_next=True)
    day = days(history.started_at or history.opened_at, history.ended_at or history.last_at, account.tz)
    where = printable(history.agenda.venue)
    yield paragraph(", ".join(filter(None, (day, where))), Style.PLACE)
    if warning := words.state_line(history.phase, account.moment(history.last_at)):
        yield Paragraph((Run(warning, bold=True, tone=Tone.ALERT),))


def _blocks(account: Account) -> Iterator[Block]:
    yield from head(account.words.title, account)
    yield from drawn(
        (
            summary(account),
            *charts(account),
            general(account),
            *chapters(account),
            *tables(account),
        ),
        account.words.none_of,
    )
