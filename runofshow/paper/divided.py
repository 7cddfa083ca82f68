"""What of a paper stands on which sheet of a workbook: each table and chart on one of its own.

A table that goes on from page to page is on one sheet. A page on which two tables stand is two leaves of a
workbook, of the same number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from msgspec import Struct

from runofshow.core.value import replace
from runofshow.paper.sheet import Block, Chart, Facing, Facts, Paper, Paragraph, Run, Style, Table

_LONGEST_NAME: Final = 31
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")


class Sheet(Struct, frozen=True):
    name: str
    before: tuple[Paragraph, ...]
    shown: Table | Chart | None
    after: tuple[Paragraph, ...] = ()
    more: tuple[Table, ...] = ()
    """What the table goes on with."""
    page: int = 1
    """On which page of the paper it begins."""


class _Shown:
    """A table or a chart while its sheet is filled."""

    def __init__(self, before: list[Block], shown: Table | Chart | None) -> None:
        self.before, self.shown = before, shown
        self.more: list[Table] = []
        self.after: list[Block] = []


def sheets(paper: Paper) -> Iterator[Sheet]:
    """The sheets in their order, their names as Excel takes them.

    The paragraphs before a table or a chart stand over it, those behind one that are no head of what follows
    under it. Where the paper names a first sheet, whole sections without either stand there instead.
    """
    blocks: Sequence[Block] = paper.blocks
    names: set[str] = set()
    if paper.first_sheet:
        sections = _sections(blocks)
        without = [block for section in sections if not _has_own(section) for block in section]
        blocks = [block for section in sections if _has_own(section) for block in section]
        yield Sheet(_name(paper.first_sheet, names), _told(without), None)
    found: list[_Shown] = []
    before: list[Block] = []
    for section in _sections(blocks):
        for block in section:
            if isinstance(block, Table) and block.continues and found:
                found[-1].more.append(block)
            elif isinstance(block, Table | Chart):
                if found:
                    loose = list(takewhile(_is_loose, before))
                    found[-1].after += loose
                    before = before[len(loose) :]
                found.append(_Shown(before, block))
                before = []
            else:
                before.append(block)
        if _has_own(section):
            found[-1].after += before
            before = []
    if found:
        found[-1].after += before
    elif not paper.first_sheet:
        found = [_Shown(before, None)]
    page = 1
    for at, one in enumerate(found):
        name = _name((one.shown.name if one.shown else "") or paper.title, names)
        whole = [*one.before, *([one.shown] if one.shown else []), *one.more, *one.after]
        first = page + (at > 0 and whole[0].new_page)
        page = first + sum(block.new_page for block in whole[1:])
        yield Sheet(name, _told(one.before), one.shown, _told(one.after), tuple(one.more), first)


def _is_loose(block: Block) -> bool:
    """It is no head of what follows."""
    return (
        isinstance(block, Paragraph)
        and block.style is not Style.HEADING
        and not block.keep_with_next
        and not block.new_page
    )


def _sections(blocks: Sequence[Block]) -> list[list[Block]]:
    """What stands before the first heading, and each heading with what follows it."""
    found: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, Paragraph) and block.style is Style.HEADING:
            found.append([])
        found[-1].append(block)
    return found


def _has_own(blocks: Sequence[Block]) -> bool:
    return any(isinstance(block, Table | Chart) for block in blocks)


def _told(blocks: Sequence[Block]) -> tuple[Paragraph, ...]:
    """What a spreadsheet has as lines over its whole width."""
    told: list[Paragraph] = []
    for block in blocks:
        match block:
            case Paragraph():
                told.append(block)
            case Facing():
                told += _beginning((*block.left, *block.right), block)
            case Facts():
                facts = [Paragraph((Run(f"{fact.name}: "), *fact.said())) for fact in block.facts]
                told += _beginning(facts, block)
    return tuple(told)


def _beginning(told: Sequence[Paragraph], block: Block) -> list[Paragraph]:
    return [replace(each, new_page=block.new_page and not at) for at, each in enumerate(told)]


def _name(title: str, taken: set[str]) -> str:
    """As Excel takes it: short, without its own characters, and no two alike whatever their case."""
    plain = _NOT_IN_NAMES.sub(" ", title).strip(" '") or "1"
    name, number = _cut(plain, _LONGEST_NAME), 1
    while name.casefold() in taken:
        number += 1
        ending = f" {number}"
        name = _cut(plain, _LONGEST_NAME - len(ending)) + ending
    taken.add(name.casefold())
    return name


def _cut(name: str, longest: int) -> str:
    """As much of it as Excel takes, to whom a picture of a face is two characters."""
    while len(name.encode("utf-16-le")) > 2 * longest:
        name = name[:-1]
    return name.rstrip(" '")
