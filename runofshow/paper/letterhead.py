"""The head of an official paper: who issues it and under whom, as the organiser and the basis tell."""

from __future__ import annotations

import re
from datetime import date
from itertools import takewhile

from msgspec import Struct

from runofshow.core.agenda import Rite
from runofshow.paper.plain import printable
from runofshow.paper.sheet import Facing, Paragraph, Style, paragraph
from runofshow.texts.letterhead import LetterheadTexts

_PARTY = re.compile(r"\b(đảng|tỉnh ủy|thành ủy|thị ủy|huyện ủy|quận ủy)\b", re.IGNORECASE)
_OF_PLAN = re.compile(r"(?:^|\b)((?:kế hoạch|quyết định|plan|decision)\b.*)", re.IGNORECASE | re.DOTALL)
_BETWEEN = re.compile(r"\s+[-–/]\s+|,\s+|\s+(?:trực )?thuộc\s+", re.IGNORECASE)
_ABOVE = re.compile(
    r"(?:ubnd|ủy ban nhân dân|bộ|tỉnh ủy|thành ủy|đảng ủy|tổng cục|tổng công ty|tập đoàn)\b", re.IGNORECASE
)
"""Bodies that have others under them."""
_UNIT = re.compile(
    r"\b(?:(?:tỉnh|thành|huyện|thị) ủy|tỉnh|thành phố|tp|thị xã|huyện|quận|phường|xã|thị trấn|đặc khu)\b\.?",
    re.IGNORECASE,
)


class Issuer(Struct, frozen=True):
    """Who issues a paper."""

    name: str
    superior: str = ""
    """The body above it; empty where the organiser names none."""


def issuer(organiser: str) -> Issuer:
    """Who of the organiser's line issues the paper, and under whom.

    «Sở Nội vụ, UBND tỉnh Khánh Hòa» and «UBND tỉnh Khánh Hòa - Sở Nội vụ» name both. Two bodies of one rank,
    and more than two, hold it together and stay one line.
    """
    whole = printable(organiser)
    parts = _BETWEEN.split(whole)
    if len(parts) == 2:
        first, second = parts
        above = [_ABOVE.match(part) is not None for part in parts]
        if above == [True, False] and "," not in whole:
            return Issuer(second, first)
        if above == [False, True]:
            return Issuer(first, second)
    return Issuer(whole)


def is_of_party(organiser: str, rite: Rite) -> bool:
    """The paper is the Party's and not the State's."""
    return rite is Rite.PLAIN or _PARTY.search(organiser) is not None


def letterhead(organiser: str, rite: Rite, words: LetterheadTexts) -> Facing:
    """Who issues the paper, and the nation's name, or the Party's."""
    if is_of_party(organiser, rite):
        right: tuple[Paragraph, ...] = (paragraph(words.party, Style.MOTTO),)
    else:
        right = (paragraph(words.nation, Style.NATION), paragraph(words.motto, Style.MOTTO))
    by = issuer(organiser)
    told = ((by.superior, Style.SUPERIOR), (by.name, Style.ORGAN))
    return Facing(tuple(paragraph(text.upper(), style) for text, style in told if text), right)


def plan_named(basis: str) -> str:
    """The plan or decision that the basis names, «Kế hoạch số 12/KH-UBND …»; empty where it names none."""
    found = _OF_PLAN.search(printable(basis))
    return "" if found is None else found[1].rstrip(" .")


def place_of(*texts: str) -> str:
    """The place that a paper is issued at: «Ninh Hòa», of «UBND thị xã Ninh Hòa».

    The first of the texts to name a unit tells it; empty where none does.
    """
    for text in map(printable, texts):
        for unit in _UNIT.finditer(text):
            words = text[unit.end() :].split()
            name = " ".join(takewhile(lambda word: word[0].isupper(), words)).rstrip(",.;")
            if name:
                return name.title() if name.isupper() else name
    return ""


def official_day(of: date) -> str:
    """`27/03/2026`: months 1 and 2 and days below 10 have their nought, as official papers want it."""
    return f"{of.day:02}/{official_month(of)}/{of.year}"


def official_month(of: date) -> str:
    """`02`, `3`"""
    return f"{of.month:02}" if of.month <= 2 else str(of.month)
