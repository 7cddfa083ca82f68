"""Which papers there are, and the one for each reader."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Final

from runofshow.paper.pages import paginated
from runofshow.paper.sheet import Paper
from runofshow.printing.cards import cards
from runofshow.printing.certificate_order import certificate_order
from runofshow.printing.chair_page import chair_page
from runofshow.printing.crew_sheet import crew_sheet
from runofshow.printing.mc_copy import mc_copy
from runofshow.printing.music_sheet import music_sheet
from runofshow.printing.plan import Plan
from runofshow.printing.programme import programme
from runofshow.printing.reader_sheet import reader_sheet
from runofshow.printing.script import script
from runofshow.printing.servers_sheet import servers_sheet
from runofshow.texts.printing import PrintingTexts


class Kind(StrEnum):
    """Who holds the paper, as `print --for` names it."""

    ALL = "all"
    MC = "mc"
    MUSIC = "music"
    CREW = "crew"
    SERVERS = "servers"
    READER = "reader"
    CERTIFICATES = "certificates"
    CARDS = "cards"
    CHAIR = "chair"
    PROGRAMME = "programme"


def paper_for(kind: Kind, plan: Plan) -> Paper:
    """The paper of that reader, with its pages."""
    return paginated(unpaged(kind, plan))


def unpaged(kind: Kind, plan: Plan) -> Paper:
    """The same before its pages are reckoned."""
    return _MADE[kind](plan)


_MADE: Final[Mapping[Kind, Callable[[Plan], Paper]]] = {
    Kind.ALL: script,
    Kind.MC: mc_copy,
    Kind.MUSIC: music_sheet,
    Kind.CREW: crew_sheet,
    Kind.SERVERS: servers_sheet,
    Kind.READER: reader_sheet,
    Kind.CERTIFICATES: certificate_order,
    Kind.CARDS: cards,
    Kind.CHAIR: chair_page,
    Kind.PROGRAMME: programme,
}


def title_of(kind: Kind, words: PrintingTexts) -> str:
    """`Kịch bản điều hành`"""
    titles = {
        Kind.ALL: words.script,
        Kind.MC: words.mc,
        Kind.MUSIC: words.music,
        Kind.CREW: words.crew,
        Kind.SERVERS: words.servers,
        Kind.READER: words.reader_sheet,
        Kind.CERTIFICATES: words.certificates,
        Kind.CARDS: words.cards,
        Kind.CHAIR: words.chair,
        Kind.PROGRAMME: words.programme,
    }
    return titles[kind].capitalize()
