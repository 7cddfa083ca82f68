"""The lines of a list as entries, each with its level: bullets, numbers, hours before, behind or alone.

The outline is read from the paper itself: a mark that comes for the first time opens a level beneath the line
before it, one that was there closes what is deeper.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from runofshow.core.value import replace
from runofshow.documents.document import Line
from runofshow.documents.finding.entry import Entry, Role
from runofshow.documents.finding.lists.attached import (
    LABELLED,
    SPEECH,
    acts_in,
    belongs_above,
    goes_on,
    noted,
    timed_above,
    under_slot,
    with_line,
)
from runofshow.documents.finding.lists.marks import NUMBERS, Sort
from runofshow.documents.finding.lists.pieces import Piece, clocked, joined, numbered, piece_of, split
from runofshow.documents.finding.wording import (
    ABOUT,
    BY_LINE,
    HELD,
    NOTE_LINE,
    POSTED,
    SECTION,
    begins_an_act,
    is_rite,
)


def entries_of_lines(lines: Sequence[Line], year: int | None = None, *, days: bool = True) -> list[Entry]:
    """The entries of a list in their order; words that are spoken or noted go to the entry before. `days`: a
    line may say the day, as none of a cell does."""
    pieces = [piece_of(line, year, days=days) for line in split(joined(numbered(clocked(lines))))]
    listed = sum(not piece.plain for piece in pieces) >= max(2, len(pieces) // 5)
    pieces = _label_first(_without_head(pieces))
    return _outlined(_begun(pieces) if listed else pieces, listed=listed)


def _label_first(pieces: list[Piece]) -> list[Piece]:
    """Where each label stands above its time, the time is carried up to it."""
    alone = [at for at, piece in enumerate(pieces) if piece.hours and not piece.words and piece.day is None]
    if len(alone) < 2 or alone[0] == 0 or alone[-1] != len(pieces) - 1:
        return pieces
    labelled = list[Piece]()
    for piece in pieces:
        before = labelled[-1] if labelled else None
        if piece.hours and not piece.words and before and before.hours is None and before.day is None:
            labelled[-1] = replace(before, hours=piece.hours)
        else:
            labelled.append(piece)
    return labelled


def _without_head(pieces: list[Piece]) -> list[Piece]:
    """Without «(Ngày 12/12/2031, tại Hội trường A)» above a list: it is of the whole."""
    first = pieces[0].line.text.strip() if pieces and pieces[0].day and not pieces[0].acts else ""
    return pieces[1:] if first.startswith("(") and first.endswith(")") and _AT.search(first) else pieces


_AT = re.compile(r"\b(?:tại|ở|địa điểm)\b", re.IGNORECASE)


def _begun(pieces: list[Piece]) -> list[Piece]:
    """Without the lines above the list, which go on with its heading or introduce it."""
    timed = sum(piece.hours is not None for piece in pieces) >= 3
    begins = (
        at
        for at, piece in enumerate(pieces)
        if not piece.plain and (piece.acts or piece.day is None or not timed)
    )
    first = next(begins, 0)
    return [piece for piece in pieces[:first] if _gathers(piece) or piece.day is not None] + pieces[first:]


def _gathers(piece: Piece) -> bool:
    return SECTION.match(piece.words) is not None and len(piece.words) < SPEECH


def _outlined(pieces: list[Piece], *, listed: bool) -> list[Entry]:
    """Levels by the order in which the marks come. `listed`: some lines are marked, so a plain one may be a
    note or spoken."""
    entries = list[Entry]()
    stack = list[object]()
    skipping: int | None = None
    absorbed: Piece | None = None
    for at, piece in enumerate(pieces):
        if piece.day is not None:
            stack, skipping = [], None
            entries.append(_day_entry(piece))
            if piece.acts:
                entries.append(_entry(piece, _level(_key_beside(pieces, at), stack)))
            continue
        key = _key(piece)
        if POSTED.match(piece.words):
            continue
        if skipping is not None:
            # what stands under «Thành phần:» is its list, until a mark of the same height or an hour comes
            if key in stack[: skipping + 1] or piece.hours:
                skipping = None
            else:
                continue
        if (
            (ABOUT.match(piece.words) or (piece.mark.sort not in NUMBERS and HELD.match(piece.words)))
            and piece.hours is None
            and not (is_rite(piece.words) or acts_in(piece.words) or _heads_acts(pieces, at))
            and not LABELLED.match(piece.words)
        ):
            first = bool(entries) and entries[-1].sort in NUMBERS and entries[-1].hours is None
            if first and key not in stack and piece.mark.sort is not Sort.NONE:
                # right under a numbered heading: the others of its mark stand beside it and are not its list
                stack.append(key)
            skipping = stack.index(key) if key in stack else len(stack) - 1 if stack else None
            if BY_LINE.match(piece.words) is None:
                if entries and entries[-1].role is Role.ITEM and NOTE_LINE.match(piece.words):
                    entries[-1] = noted(entries[-1], piece.words)
                if skipping is None and piece.words.rstrip().endswith(":"):
                    stack, skipping = [key], 0
                continue
            skipping = None
        if entries and _begins_beside(piece, entries[-1], stack):
            absorbed = None
            entries.append(_entry(piece, _level("hours", stack)))
            continue
        told = entries[-1].strong and timed_above(entries) if entries else False
        more = absorbed is not None and goes_on(absorbed, piece)
        if entries and (
            more
            or belongs_above(piece, entries[-1], listed=listed, told=told, under_slot=under_slot(entries))
        ):
            entries[-1] = with_line(entries[-1], piece, told=told)
            absorbed = piece
            continue
        absorbed = None
        if not piece.words and piece.hours is None:
            continue
        if key == "plain" and ("under" in stack or (entries and _opens(entries[-1], piece))):
            key = "under"
        if entries and _falls(key, stack, entries[-1]):
            key = stack[-1]
        entries.append(_entry(piece, _level(key, stack)))
    return entries


def _heads_acts(pieces: Sequence[Piece], at: int) -> bool:
    """«II. Nội dung Đại hội:» above a list that begins with acts is a section of the programme."""
    words, beneath = pieces[at].words, pieces[at + 1 : at + 3]
    heads = words.rstrip().endswith(":") and words[:8].casefold() == "nội dung"
    acts = all(is_rite(piece.words) and piece.mark.sort is not Sort.NONE for piece in beneath)
    return heads and len(beneath) > 1 and acts


SHORT = 80
"""Letters. A line under this names an act and does not tell of one."""


def _begins_beside(piece: Piece, before: Entry, stack: Sequence[object]) -> bool:
    """A plain «Giải lao 15p» or «Bế mạc» among acts with their hours is no part; nor is any act that stands
    without a number after numbered parts."""
    if not piece.plain or "hours" not in stack or before.role is not Role.ITEM:
        return False
    after_parts = before.sort in NUMBERS and before.hours is None and stack[-1] != "hours"
    act = after_parts and is_rite(piece.words) and piece.words[:1].isupper() and len(piece.words) < SHORT
    return act or begins_an_act(piece.words)


def _falls(key: object, stack: list[object], before: Entry) -> bool:
    """A list of «+» that goes on with «-»: a dash stands beneath a plus only where that opens a list."""
    if key in stack or not stack or not isinstance(key, tuple) or not isinstance(stack[-1], tuple):
        return False
    opens = before.hours is not None or before.colon
    return key[0] is Sort.DASH and stack[-1][0] is Sort.PLUS and not opens


def _opens(before: Entry, piece: Piece) -> bool:
    """«Tổ chức 03 diễn đàn:» opens the list of the plain lines «Diễn đàn 1: …» beneath it."""
    first = piece.words.split()[0].casefold()
    return before.colon and before.role is Role.ITEM and first in before.text.casefold()


def _key(piece: Piece) -> object:
    """Lines of one key stand side by side."""
    if piece.line.heading and piece.hours is None:
        return "heading", piece.line.level or 0
    if piece.mark.sort is Sort.NONE:
        return "hours" if piece.hours else ("strong" if piece.line.bold else "plain")
    depth = piece.mark.depth if piece.mark.sort is Sort.DECIMAL or piece.line.mark else 0
    return piece.mark.sort, depth


def _is_great(key: object) -> bool:
    return isinstance(key, tuple) and key[0] in (Sort.ROMAN, Sort.UPPER)


def _key_beside(pieces: Sequence[Piece], at: int) -> object:
    """That of the act behind a day's name: «Sáng - 6h00: A» stands beside the «- 7h00: B» beneath it."""
    piece, after = pieces[at], pieces[at + 1] if at + 1 < len(pieces) else None
    timed = piece.hours is not None and after is not None and after.hours is not None and after.day is None
    return _key(after if timed and after is not None and piece.mark.sort is Sort.NONE else piece)


def _level(key: object, stack: list[object]) -> int:
    """The level of a line with that key; the stack is brought to it."""
    if key in stack:
        del stack[stack.index(key) + 1 :]
    elif _is_great(key):
        # a great mark stands under none but another, though the first of its list was lost
        stack[:] = [*filter(_is_great, stack), key]
    else:
        stack.append(key)
    return len(stack) - 1


def _entry(piece: Piece, level: int) -> Entry:
    return Entry(
        text=piece.words,
        place=piece.line.place,
        sort=piece.mark.sort,
        number=piece.mark.number,
        level=level,
        role=Role.ITEM if piece.words else Role.SLOT,
        hours=piece.hours,
        strong=piece.line.bold or piece.line.heading,
        colon=piece.words.rstrip().endswith(":"),
    )


def _day_entry(piece: Piece) -> Entry:
    text, hours = piece.words.strip(" :"), piece.hours
    if piece.acts and piece.day is not None:
        text, hours = piece.day.half or piece.day.text or "", None
    return Entry(text=text, place=piece.line.place, role=Role.DAY, hours=hours, day=piece.day)
