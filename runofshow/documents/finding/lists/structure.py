"""What the entries are to one another: sections and parts, and who shares the time of a slot."""

from __future__ import annotations

import re

from runofshow.core.value import replace
from runofshow.documents.finding.entry import Entry, Role
from runofshow.documents.finding.lists.marks import Sort
from runofshow.documents.finding.wording import PROGRAMME, SECTION, is_rite
from runofshow.documents.finding.words.kinds import kinds_of

PAUSES = frozenset({"break", "meal"})
ALONE = frozenset(
    "flag_salute moment_of_silence introduction break meal photo settling reception"
    " summary closing directive".split()
)
"""An act of these kinds has no other act of these as its part; such a line stands beside it, not beneath."""


def structured(entries: list[Entry]) -> list[Entry]:
    """The same entries with their roles settled: what only gathers others is a section, and what cannot be a
    part of the line before stands beside it. Lines under a bare time take that time, marked as shared."""
    for step in (_closed, _unstarred, _dated, _described, _slotted, _flattened, _sectioned, _without_details):
        entries = step(entries)
    return entries


def beneath(entries: list[Entry], at: int) -> range:
    """The entries under that one."""
    last = at + 1
    while (
        last < len(entries) and entries[last].role is not Role.DAY and entries[last].level > entries[at].level
    ):
        last += 1
    return range(at + 1, last)


def _closed(entries: list[Entry]) -> list[Entry]:
    """Where each time stands above a heading that names its act, a heading without a time is the end."""
    slots = [at for at, entry in enumerate(entries) if entry.role is Role.SLOT]
    named = [at + 1 for at in slots if at + 1 < len(entries) and entries[at + 1].strong]
    if len(named) < 3 or len(named) < len(slots) - 1:
        return entries
    for at in range(slots[-1] + 2, len(entries)):
        if entries[at].strong and entries[at].hours is None and not is_rite(entries[at].text):
            return entries[:at]
    return entries


def _unstarred(entries: list[Entry]) -> list[Entry]:
    """Without a starred remark at the end of a list of hours."""
    last = entries[-1] if entries else None
    remark = last is not None and last.sort is Sort.STAR and last.hours is None and last.role is Role.ITEM
    timed = sum(entry.hours is not None for entry in entries)
    return entries[:-1] if remark and timed >= 3 and not is_rite(entries[-1].text) else entries


def _dated(entries: list[Entry]) -> list[Entry]:
    """A day with words behind it and nothing beneath has them as its only act."""
    result = list[Entry]()
    for at, entry in enumerate(entries):
        result.append(entry)
        alone = at + 1 == len(entries) or entries[at + 1].role is Role.DAY
        named = entry.day.rest if entry.role is Role.DAY and entry.day is not None else ""
        if named and entry.day is not None and alone and not _AT_A_PLACE.match(named):
            result.append(Entry(text=entry.day.rest, place=entry.place, hours=entry.hours))
    return result


_AT_A_PLACE = re.compile(r"(?:tại|ở|địa điểm|at)\b", re.IGNORECASE)
"""How the words behind a day begin that say where."""


def _described(entries: list[Entry]) -> list[Entry]:
    """Under a bare time a short line and then a sentence: the sentence only tells of what the line names."""
    result = list[Entry]()
    for at, entry in enumerate(entries):
        name, slot = (result[-1], result[-2]) if len(result) > 1 else (None, None)
        after = entries[at + 1] if at + 1 < len(entries) else None
        tells = (
            name is not None
            and slot is not None
            and slot.role is Role.SLOT
            and (after is None or after.role is not Role.ITEM)
            and {name.sort, entry.sort} == {Sort.NONE}
            and entry.role is Role.ITEM
            and entry.text.endswith(".")
            and not name.text.endswith((".", ";"))
            and len(entry.text) > len(name.text)
        )
        if tells and name is not None:
            result[-1] = replace(name, notes=f"{name.notes}\n{entry.text}".strip())
        else:
            result.append(entry)
    return result


TOLD = frozenset(
    "report discussion introduction directive notice summary credentials vote speech"
    " presidium election".split()
)
"""What stands beneath a line of these kinds is mostly what it is about."""


CALLED = frozenset({"flag_salute", "moment_of_silence", "performance", "other"})
SALUTES = frozenset({"flag_salute", "moment_of_silence"})
"""What stands beneath is what the MC calls: «Nghiêm!», «Quốc ca!»."""


def _without_details(entries: list[Entry]) -> list[Entry]:
    """Lines beneath that are no acts say what the one above is about, or what is called: its notes."""
    result = list(entries)
    gone = set[int]()
    for at, entry in enumerate(entries):
        under = [each for each in beneath(entries, at) if each not in gone]
        kinds = kinds_of(entry.text)
        salutes = kinds.kind in SALUTES and not kinds.also
        if entry.role is not Role.ITEM or not under or not (salutes or kinds.kind in TOLD):
            continue
        if any(entries[each].hours for each in under):
            continue
        acts = sum(is_rite(entries[each].text) or kinds_of(entries[each].text).sure for each in under)
        if salutes:
            acts = sum(kinds_of(entries[each].text).kind not in CALLED for each in under)
        if acts < len(under) / 2:
            told = "\n".join(entries[each].text for each in under)
            result[at] = replace(entry, notes=f"{entry.notes}\n{told}".strip())
            gone.update(under)
    return [entry for at, entry in enumerate(result) if at not in gone]


def _slotted(entries: list[Entry]) -> list[Entry]:
    """A line that is only a time gives it to those beneath, which stand in its place; where only one stands
    there the time is its own. Lines that follow a time on the same level are beneath it too."""
    result = list[Entry]()
    at = 0
    while at < len(entries):
        entry = entries[at]
        if entry.role is not Role.SLOT:
            result.append(entry)
            at += 1
            continue
        under = list(beneath(entries, at))
        if not under and at + 1 < len(entries):
            last = at + 1
            while last < len(entries) and entries[last].role is Role.ITEM and entries[last].hours is None:
                last += 1
            under = list(range(at + 1, last))
        own = [each for each in under if entries[each].level == min(entries[one].level for one in under)]
        down = entries[own[0]].level - entry.level if own else 0
        for each in under:
            child = replace(entries[each], level=entries[each].level - max(down, 0))
            if each in own and child.hours is None and (each == own[0] or _spans(entry)):
                child = replace(child, hours=entry.hours, shared=len(own) > 1 and _spans(entry))
            result.append(child)
        at = under[-1] + 1 if under else at + 1
    return result


def _spans(entry: Entry) -> bool:
    """A span is shared by all beneath; a bare start is that of the first, the others come after."""
    return entry.hours is not None and entry.hours.end is not None


def _flattened(entries: list[Entry]) -> list[Entry]:
    """Lines that cannot be parts of the one they stand under are raised beside it."""
    result = list(entries)
    for at, entry in enumerate(result):
        under = beneath(result, at)
        if entry.role is not Role.ITEM or not under or entry.colon or SECTION.match(entry.text):
            continue
        if entry.sort in (Sort.ROMAN, Sort.UPPER):
            continue
        kind = kinds_of(entry.text).kind
        told = [kinds_of(result[each].text) for each in under]
        kinds = {each.kind for each in told if each.sure}
        for each in under:
            # nobody pauses as a part of an act
            if kinds_of(result[each].text).kind in PAUSES and result[each].sort is Sort.NONE:
                result[each] = replace(result[each], level=entry.level)
        under = beneath(result, at)
        if under and (
            (kind in ALONE and kinds & ALONE - {kind}) or (kind == "performance" and kinds & ALONE)
        ):
            down = min(result[each].level for each in under) - entry.level
            shared = entry.hours is not None and all(result[each].hours is None for each in under)
            for each in under:
                child = replace(result[each], level=result[each].level - down)
                if shared and child.level == entry.level:
                    child = replace(child, hours=entry.hours, shared=True)
                result[each] = child
    return result


def _sectioned(entries: list[Entry]) -> list[Entry]:
    """A heading without time and act of its own gathers what is beneath. One with a time is an item with
    parts, unless these have their times too and it only names a sitting."""
    result = list(entries)
    for at, entry in enumerate(entries):
        under = beneath(entries, at)
        before_day = at + 1 < len(entries) and entries[at + 1].role is Role.DAY
        if entry.role is Role.ITEM and before_day and entry.hours is None and SECTION.match(entry.text):
            result[at] = replace(entry, role=Role.SECTION)
        if entry.role is not Role.ITEM or not under:
            continue
        gathers = SECTION.match(entry.text) is not None or PROGRAMME.match(entry.text) is not None
        big = entry.sort in (Sort.ROMAN, Sort.UPPER)
        timed = any(entries[each].hours is not None for each in under)
        if entry.hours is not None and not timed:
            continue
        if gathers or (big and (entry.hours is None or kinds_of(entry.text).kind == "other")):
            result[at] = replace(entry, role=Role.SECTION)
    return result
