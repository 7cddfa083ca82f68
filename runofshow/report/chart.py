"""Plan against actual as a picture: a chart for each session of which anything ran."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Final

from runofshow.core.history import ItemHistory, SessionHistory
from runofshow.core.snapshot import Phase
from runofshow.core.spoken import name_and_office
from runofshow.core.value import replace
from runofshow.paper.plain import printable
from runofshow.paper.sheet import Bar, Chart, Lane, Legend, Level, Post
from runofshow.report.account import Account, titled, tone_of
from runofshow.report.items import unusual
from runofshow.report.notation import day, difference, hour
from runofshow.report.section import Section

EARLY: Final = timedelta(hours=1)
"""How long before a session its guests come."""


def charts(account: Account) -> Iterator[Section]:
    """The section of the pictures; none where nothing ran."""
    found = tuple(_charts(account))
    if found:
        yield Section(account.words.chart.title, found)


def _charts(account: Account) -> Iterator[Chart]:
    history, words = account.history, account.words
    legend = Legend(words.planned, words.actual, words.chart.over, words.chart.undone, words.difference)
    for session in history.sessions:
        of_session = [item for item in history.items if item.row.session_id == session.session_id]
        lanes = tuple(_lane(item, of_session, account) for item in of_session)
        if any(lane.actual is not None for lane in lanes):
            when = day(session.planned_start, account.tz)
            yield Chart(
                title=f"{printable(session.title)} · {when}" if session.title else when,
                lanes=lanes,
                legend=legend,
                posts=tuple(_posts(session, account)),
                told=_told(session, account),
                instead=words.chart.instead.format(table=words.items),
                again=words.chart.again,
                name=words.chart.name,
            )


def _lane(item: ItemHistory, of_session: Sequence[ItemHistory], account: Account) -> Lane:
    its = item.row
    parts = [each for each in of_session if each.row.parent_id == its.item_id]
    leaves = parts if its.is_heading else [item]
    return Lane(
        label=" ".join(titled(item).split()),
        planned=_whole([bar for leaf in leaves if (bar := _planned(leaf, account)) is not None]),
        actual=_whole([bar for leaf in leaves if (bar := _actual(leaf, account)) is not None]),
        level=Level.HEADING if its.is_heading else Level.PART if its.parent_id else Level.LINE,
        off="" if item.difference is None else difference(item.difference),
        note=" · ".join(unusual(item, account.words)),
        tone=tone_of(item.difference),
    )


def _planned(leaf: ItemHistory, account: Account) -> Bar | None:
    start = leaf.row.planned_start
    if start is None or leaf.planned is None:
        return None
    return Bar(account.local(start), account.local(start + leaf.planned))


def _actual(leaf: ItemHistory, account: Account) -> Bar | None:
    """From its start to its end; of what still ran, to where the record stops."""
    start, end = leaf.row.actual_start, leaf.row.actual_end
    if start is None:
        return None
    until = account.history.last_at if end is None else end
    return Bar(account.local(start), account.local(max(start, until)), open=end is None)


def _whole(bars: Sequence[Bar]) -> Bar | None:
    """From the first start to the last end; open where one of them is."""
    if not bars:
        return None
    return replace(
        bars[0],
        start=min(bar.start for bar in bars),
        end=max(bar.end for bar in bars),
        open=any(bar.open for bar in bars),
    )


def _posts(session: SessionHistory, account: Account) -> Iterator[Post]:
    words = account.words.chart

    def post(phrase: str, at: datetime, *, firm: bool = False) -> Post:
        return Post(account.local(at), phrase.format(at=hour(at, account.tz)), firm)

    yield post(words.planned_end, session.planned_end)
    if session.hard_out is not None:
        yield post(words.hard_out, session.hard_out, firm=True)
    if account.history.phase is not Phase.ENDED and session.ended_at is None:
        yield post(words.stops, account.history.last_at)
    for one in account.history.leaders:
        name = printable(name_and_office(one.name)[0])
        came = one.seen_at or one.planned_at
        if came is not None and _is_of(session, came):
            phrase = words.due if one.seen_at is None else words.came
            yield post(phrase.format(name=name, at="{at}"), came)
        if one.leaves_at is not None and _is_of(session, one.leaves_at):
            yield post(words.leaves.format(name=name, at="{at}"), one.leaves_at)


def _is_of(session: SessionHistory, at: datetime) -> bool:
    """Whether an hour belongs to a session: not long before it, nor after it should be over."""
    begin = min(session.planned_start, session.started_at or session.planned_start)
    ends = (session.planned_end, session.ended_at, session.hard_out)
    return begin - EARLY <= at <= max(end for end in ends if end is not None)


def _told(session: SessionHistory, account: Account) -> str:
    """For those who do not see it: when the session began and ended, and where all figures stand."""
    words, tz = account.words, account.tz
    return words.chart.told.format(
        began=hour(session.started_at, tz),
        planned_start=hour(session.planned_start, tz),
        ended=hour(session.ended_at, tz),
        planned_end=hour(session.planned_end, tz),
        table=words.items,
    )
