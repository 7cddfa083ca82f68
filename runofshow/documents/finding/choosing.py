"""Which of several programmes a file means: the plan's own event, the newest version, the first full one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from runofshow.core.value import replace
from runofshow.documents.document import Document
from runofshow.documents.finding.entry import Entry, Role
from runofshow.documents.finding.programme import Programme
from runofshow.documents.finding.times.day_headings import day_heading

AS_FULL = 0.7
"""A programme of this share of the fullest one's weight is no mere outline of it."""
MORE_ALIKE = 0.3
"""By how much of its words a name has to be nearer to the plan's own."""

_VERSION = re.compile(r"(?:lần|bản|version|ver|v)\.?\s?(?:thứ\s)?(\d{1,2})\b", re.IGNORECASE)
_NEW = re.compile(r"\b(?:mới|cập nhật|điều chỉnh|chính thức|sửa|final|cuối|new|updated?)\b", re.IGNORECASE)
_OLD = re.compile(r"\b(?:cũ|nháp|old|draft|backup|bỏ)\b", re.IGNORECASE)


class NoSuchProgramme(ValueError):
    """A programme was asked for by a place that the file has none at; `count` is how many it has."""

    def __init__(self, count: int) -> None:
        super().__init__(f"no such programme; the file has {count}")
        self.count = count


def asked_for(programmes: Sequence[Programme], place: int) -> Programme:
    """The one at that place, from 0. Raises NoSuchProgramme where there is none."""
    if not 0 <= place < len(programmes):
        raise NoSuchProgramme(len(programmes))
    return programmes[place]


def chosen(programmes: Sequence[Programme], title: str) -> Programme | None:
    """The one that is meant; `title` is the plan's own name, empty where it has none."""
    fullest = max((each.weight for each in programmes), default=0)
    full = [each for each in programmes if each.weight >= min(AS_FULL * fullest, fullest)]
    if not full:
        return None
    nearest = max(_alike(each, title) for each in full)
    own = [each for each in full if _alike(each, title) > nearest - MORE_ALIKE]
    newest = max(_version(each) for each in own)
    return next(each for each in own if _version(each) == newest)


def joined_days(programmes: Sequence[Programme], document: Document) -> list[Programme]:
    """Sheets that are each a day of one programme are read as one."""
    by_day = [each for each in programmes if _sheet_day(each, document) is not None]
    if len(by_day) < 2 or len({each.part for each in by_day}) < len(by_day):
        return list(programmes)
    entries = list[Entry]()
    for each in by_day:
        name = document.parts[each.part].name
        entries.append(Entry(text=name, role=Role.DAY, day=day_heading(name)))
        entries += each.entries
    whole = replace(
        by_day[0],
        entries=tuple(entries),
        blocks=tuple(block for each in by_day for block in each.blocks),
        weight=sum(each.weight for each in by_day),
    )
    return [
        whole if each is by_day[0] else each for each in programmes if each is by_day[0] or each not in by_day
    ]


def _sheet_day(programme: Programme, document: Document) -> object:
    name = document.parts[programme.part].name
    return day_heading(name) if name else None


def _alike(programme: Programme, title: str) -> float:
    """What share of the words by which a programme is called stand in the plan's own name."""
    own = set(re.findall(r"\w{2,}", title.casefold()))
    called = set(re.findall(r"\w{2,}", (programme.above or programme.name).casefold())) - {"chương", "trình"}
    return len(called & own) / len(called) if called and own else 0.0


def _version(programme: Programme) -> int:
    name = f"{programme.name} {programme.sheet}"
    if _OLD.search(name):
        return -1
    if number := _VERSION.search(name):
        return int(number[1])
    return 100 if _NEW.search(name) else 0
