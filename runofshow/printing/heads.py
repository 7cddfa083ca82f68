"""What stands over and under what is printed: title, day and place, the foot of a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from runofshow.core.agenda import Session
from runofshow.paper.kept import SESSION
from runofshow.paper.letterhead import official_day, plan_named
from runofshow.paper.pages import page_count
from runofshow.paper.plain import printable
from runofshow.paper.sheet import (
    Block,
    Cell,
    Level,
    Paper,
    Paragraph,
    Row,
    Run,
    Style,
    line,
    paragraph,
)
from runofshow.printing.plan import Plan
from runofshow.printing.sayings import hour


def appendix_head(name: str, plan: Plan) -> Iterator[Block]:
    """Of a paper that goes with the plan: its name, the conference's, and which plan."""
    yield paragraph(name, Style.KIND, keep_with_next=True)
    yield paragraph(printable(plan.agenda.title), Style.SUBJECT, keep_with_next=True)
    yield paragraph(goes_with(plan), Style.APPENDIX, keep_with_next=True)
    yield paragraph(place_line(plan), Style.PLACE)


def goes_with(plan: Plan) -> str:
    """`(Kèm theo Kế hoạch số 12/KH-UBND …)`, with room for its number where the plan names none."""
    words = plan.words
    named = plan_named(plan.agenda.basis)
    return words.goes_with.format(plan=named) if named else words.goes_with_blank


def place_line(plan: Plan) -> str:
    """`7h30, ngày 27/3/2026 (dự kiến), Hội trường A`."""
    return ", ".join(filter(None, (when(plan), printable(plan.agenda.venue))))


def when(plan: Plan) -> str:
    """The day as far as it is known, with the hour where the plan gives one."""
    agenda, words = plan.agenda, plan.words
    said = agenda.day
    if said.earliest is None or said.earliest != said.latest:
        text = printable(said.text) or words.day_open
        return text[:1].upper() + text[1:]
    first = agenda.sessions[0]
    if first.start_assumed:
        told = words.when_day.format(day=official_day(said.earliest))
    else:
        told = words.when_hour_day.format(
            hour=hour(first.start_at, plan.tz, words), day=official_day(said.earliest)
        )
    return words.when_tentative.format(when=told) if said.tentative else told


def session_row(session: Session, plan: Plan) -> Row | None:
    """The name of a session over its rows; None of the only one without a title."""
    agenda, words = plan.agenda, plan.words
    if len(agenda.sessions) == 1 and not session.title:
        return None
    title = printable(session.title)
    if are_days_known(plan):
        told = official_day(session.start_at.astimezone(plan.tz).date())
        phrase = words.session_on if title else words.when_day
        title = phrase.format(title=title, day=told)
    return Row((Cell((line(title, bold=True),)),), Level.SESSION, key=session_key(session))


def session_key(session: Session) -> str:
    """Of its row."""
    return SESSION + session.session_id


def are_days_known(plan: Plan) -> bool:
    """Whether each session's day is the plan's own, and not one that it was laid on."""
    said = plan.agenda.day
    days = [session.start_at.astimezone(plan.tz).date() for session in plan.agenda.sessions]
    return said.earliest is not None and (
        said.earliest == said.latest or (said.earliest, said.latest) == (min(days), max(days))
    )


def fact(name: str, value: str, plan: Plan) -> Iterator[Paragraph]:
    """`Địa điểm: Hội trường A`; nothing where nothing is known."""
    if value := printable(value):
        before, _, after = plan.words.fact.partition("{value}")
        yield Paragraph((Run(before.format(name=name), bold=True), Run(value + after)))


def paper(
    title: str, plan: Plan, blocks: Iterator[Block], *, landscape: bool = False, size: float = 13
) -> Paper:
    """The sheet with its foot and the properties of its file; `size` is that of the type of tables."""
    return Paper(
        title=f"{title.capitalize()}: {printable(plan.agenda.title)}",
        language=plan.language.value,
        blocks=tuple(blocks),
        landscape=landscape,
        foot=foot_of(plan),
        size=size,
        printed_at=plan.printed_at,
        continued=plan.words.continued,
    )


_LONG: Final = 4
"""Pages from which on no larger type takes as few."""


def on_few_pages(title: str, plan: Plan, blocks: Sequence[Block], sizes: Sequence[float]) -> Paper:
    """The sheet in that of the sizes of type which takes the fewest pages, the largest of several."""
    sheets = [paper(title, plan, iter(blocks), size=size) for size in sorted(sizes, reverse=True)]
    fewest = page_count(sheets[-1])
    if fewest > _LONG:
        return sheets[-1]
    return next(sheet for sheet in sheets if page_count(sheet) <= fewest)


def foot_of(plan: Plan) -> str:
    """Which version it is, and when it was printed."""
    words = plan.words
    return words.foot.format(
        revision=plan.revision,
        at=hour(plan.printed_at, plan.tz, words),
        day=official_day(plan.printed_at.astimezone(plan.tz).date()),
    )
