"""The minutes of the meeting on lessons (biên bản họp rút kinh nghiệm): facts, and room to write."""

from __future__ import annotations

from collections.abc import Iterator

from runofshow.paper.plain import printable
from runofshow.paper.sheet import Block, Paper, Style, paragraph
from runofshow.report.account import Account
from runofshow.report.chapters import incidents, lessons
from runofshow.report.frame import both_signed, head, minutes_number, official_head, room, told
from runofshow.report.overview import TABLE_PT
from runofshow.report.result import course
from runofshow.report.summary import out_of_the_way


def meeting(account: Account) -> Paper:
    """The whole paper."""
    words, title = account.official, printable(account.history.agenda.title)
    about = words.minutes_of.format(title=title)
    return Paper(
        title=f"{words.minutes.capitalize()}: {about}",
        language=account.words.language,
        blocks=tuple(_blocks(about, account)),
        size=TABLE_PT,
        printed_at=account.printed_at,
        mark=account.words.rehearsal if account.is_rehearsal else "",
    )


def _blocks(about: str, account: Account) -> Iterator[Block]:
    words = account.official
    if account.is_official:
        yield from official_head(minutes_number(account), words.minutes, about, account, dated=False)
    else:
        yield from head(words.lessons_meeting, account)
    yield told(words.began_at, words.some_time, account)
    for name in (words.venue, words.present, words.chair, words.secretary):
        yield told(name, "", account)
    yield paragraph(words.content.upper(), Style.HEADING, keep_with_next=True)
    yield from course(account)
    yield from out_of_the_way(account)
    for section in (incidents(account), lessons(account)):
        yield paragraph(section.title, Style.HEADING, keep_with_next=True)
        yield from section.blocks
        yield from room(2)
    for title in (words.opinions, words.conclusions):
        yield paragraph(title, Style.HEADING, keep_with_next=True)
        yield from room(4)
    yield paragraph(words.ended_at.format(time=words.some_time), Style.PROSE, keep_with_next=True)
    yield both_signed(words.signs_left, words.signs_right, account)
