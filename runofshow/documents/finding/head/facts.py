"""What the document says of the conference beside its programme."""

from __future__ import annotations

import re

from runofshow.documents.document import Document
from runofshow.documents.doubt import Doubt
from runofshow.documents.draft import Draft
from runofshow.documents.finding.head.counts import chair_of, delegates_of, hard_facts
from runofshow.documents.finding.head.dates import when_of
from runofshow.documents.finding.head.duties import assignments_of, deadlines_of
from runofshow.documents.finding.head.noticing import doubts_of
from runofshow.documents.finding.head.organisers import organiser_of
from runofshow.documents.finding.head.plan_text import plan_lines
from runofshow.documents.finding.head.titles import title_of
from runofshow.documents.finding.head.venues import venue_of
from runofshow.documents.finding.programme import Programme
from runofshow.texts import Language

_RANK = re.compile(r"thị xã|thành phố|tỉnh|huyện|quận|xã|phường|sở|trung ương|trường", re.IGNORECASE)


def head_of(document: Document, programme: Programme | None, language: Language = Language.VI) -> Draft:
    """A draft without items: title, organiser, venue, dates, delegates, deadlines, duties, facts."""
    lines = plan_lines(document, programme)
    title, title_guessed = title_of(lines)
    organiser, organiser_guessed = organiser_of(document, lines, title)
    title = _without_organiser(title, organiser)
    venue, venue_guessed = venue_of(lines)
    rank = _RANK.search(organiser or "")
    when = when_of(lines, programme, rank[0].casefold() if rank else "")
    guesses = {
        "title": title_guessed,
        "organiser": organiser_guessed,
        "venue": venue_guessed,
        "date": when.guessed and when.day is not None,
        "date_text": when.guessed and when.text is not None,
    }
    return Draft(
        title=title,
        organiser=organiser,
        venue=venue,
        day=when.day,
        date_text=when.text,
        tentative=when.tentative,
        delegates=delegates_of(lines, when.at),
        chair_panel=chair_of(lines),
        deadlines=deadlines_of(lines, language),
        assignments=assignments_of(lines, language),
        facts=hard_facts(lines),
        guessed=tuple(name for name, guessed in guesses.items() if guessed),
    )


def _without_organiser(title: str | None, organiser: str | None) -> str | None:
    """«HỌP ĐẠI HỘI CỔ ĐÔNG CÔNG TY A» of Công ty A is its «Họp Đại hội cổ đông»."""
    if title is None or organiser is None or not title.casefold().endswith(" " + organiser.casefold()):
        return title
    left = title[: -len(organiser)].strip(" ,–-")
    return (
        left
        if len(left.split()) > 3 and not left.casefold().endswith(("của", "cùng", "với", "thành lập", "tại"))
        else title
    )


def noticed(document: Document, draft: Draft, programme: Programme | None = None) -> tuple[Doubt, ...]:
    """What a careful reader asks of the whole: a clip ordered but not placed, two names of one event."""
    return doubts_of(plan_lines(document, programme), draft)
