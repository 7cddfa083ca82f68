"""The cues in the cells of a script: each line by whom, when and what, with what the paper keeps of it.

    Âm thanh, khi nghe “Chào cờ”: Phát nhạc (Tiến quân ca, QUỐC CA KHÔNG LỜI)

A line is known by its digest, one that was changed by its role and its turn among those that are left. What a
line has no words for (which track, how long a fade) stays as it was printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from runofshow.agenda_file.notation import (
    AfterTrack,
    NotationError,
    read_length,
    read_moment,
    write_anchor,
    write_length,
)
from runofshow.core.agenda import CUE_ROLES, AfterCue, AtStart, AtTimecode, BeforeEnd, OnStep, OnWord, Role
from runofshow.documents.document import Place
from runofshow.paper.kept import KeptCue, KeptRow, digest
from runofshow.texts.printing import PrintingTexts

_WORD = re.compile(r"(?:khi nghe|word) “(.*)”")
_AFTER = re.compile(r"(?:hết nhạc của|after track of) “(.*)”(?: \+ (.+))?")


class CueLine(Struct, frozen=True):
    """One line of a cell."""

    text: str
    place: Place
    role: Role
    """Whose cell it is, where the line names nobody."""


class CueSaid(Struct, frozen=True):
    entry: dict[str, Any]
    """As the agenda file has it."""
    place: Place
    cue_id: str | None


class _Told(Struct, frozen=True):
    to: Role
    text: str
    at: str
    """As the agenda file has it; empty at the start."""
    after: str = ""
    """The words of the cue whose track it follows, and how long after that."""
    wait: str = ""


def cues_said(lines: Sequence[CueLine], row: KeptRow | None, words: PrintingTexts) -> list[CueSaid] | None:
    """The cues of a row in the order of the plan; None where they are those of custom, as they were."""
    kept = () if row is None else row.cues
    pairs = _paired(lines, kept, words)
    is_same = len(lines) == len(kept) and all(
        known is not None and digest(line.text) == known.line
        for line, known in zip(lines, pairs, strict=True)
    )
    if is_same and (row is None or row.custom):
        return None
    order = {cue.cue_id: place for place, cue in enumerate(kept)}
    places, last = [], -1
    for known in pairs:
        # a new line follows the one over it
        last = order[known.cue_id] if known is not None else last
        places.append(last)
    turn = sorted(range(len(lines)), key=lambda index: (places[index], index))
    said: list[CueSaid] = []
    for index in turn:
        said.append(_said(lines[index], pairs[index], said, words))
    return said


def _paired(lines: Sequence[CueLine], kept: Sequence[KeptCue], words: PrintingTexts) -> list[KeptCue | None]:
    """For each line what is kept of it."""
    left = list(kept)
    found: list[KeptCue | None] = []
    for line in lines:
        known = next((cue for cue in left if cue.line == digest(line.text)), None)
        if known is not None:
            left.remove(known)
        found.append(known)
    for index, line in enumerate(lines):
        if found[index] is None:
            to = _told(line, words).to
            known = next((cue for cue in left if _is_for(cue, to)), None)
            if known is not None:
                left.remove(known)
            found[index] = known
    return found


def _is_for(cue: KeptCue, to: Role) -> bool:
    """Whether what is kept of a cue is something that this role does."""
    is_music = "track" in cue.keys or cue.keys["do"] in ("play", "fade", "stop")
    is_said = cue.keys["do"] == "say"
    return (to is Role.MUSIC) if is_music else (to is Role.MC) if is_said else cue.to == to.value


def _said(line: CueLine, known: KeptCue | None, before: Sequence[CueSaid], words: PrintingTexts) -> CueSaid:
    told = _told(line, words)
    is_same = known is not None and known.line == digest(line.text)
    if known is None:
        keys: dict[str, Any] = {"do": "say" if told.to is Role.MC else "do"}
    else:
        keys = dict(known.keys)
    text = told.text.removesuffix(known.behind) if known is not None and known.behind else told.text
    at = known.at if known is not None and is_same else _at(told, before)
    entry = {"to": told.to.value, "do": keys.pop("do")}
    entry |= {"track": keys.pop("track")} if "track" in keys else {}
    entry |= {"text": text} if text else {}
    entry |= {"at": at} if at else {}
    return CueSaid(entry | keys, line.place, None if known is None else known.cue_id)


def _at(told: _Told, before: Sequence[CueSaid]) -> str:
    if not told.after:
        return told.at
    wait = read_length(told.wait) if told.wait else read_length("0")
    plays = [cue for cue in before if cue.entry["do"] == "play"]
    meant = next((cue for cue in reversed(plays) if cue.entry.get("text") == told.after), None)
    if meant is None or meant is plays[-1] or meant.cue_id is None:
        return write_anchor(AfterTrack(wait))
    return write_anchor(AfterCue(meant.cue_id, wait))


def _told(line: CueLine, words: PrintingTexts) -> _Told:
    """What a line says; all of it is the text of a cue where it is not put as ours are."""
    names = {role: str(getattr(words.roles, role.value)) for role in CUE_ROLES}
    for role, name in sorted(names.items(), key=lambda each: -len(each[1])):
        if line.text.startswith(f"{name}: "):
            return _Told(role, line.text.removeprefix(f"{name}: "), "")
        if line.text.startswith(f"{name}, "):
            rest = line.text.removeprefix(f"{name}, ")
            return next(_moments(role, rest), _Told(role, rest, ""))
    return _Told(line.role, line.text, "")


def _moments(role: Role, rest: str) -> Iterator[_Told]:
    """Each way to part a moment from the text behind a colon."""
    at = rest.find(": ")
    while at >= 0:
        moment, text = rest[:at], rest[at + 2 :]
        if found := _WORD.fullmatch(moment):
            yield _Told(role, text, write_anchor(OnWord(found[1])))
        elif found := _AFTER.fullmatch(moment):
            if found[2] is None or _is_length(found[2]):
                yield _Told(role, text, "", found[1], found[2] or "")
        else:
            try:
                anchor = read_moment(moment)
            except NotationError:
                pass
            else:
                if isinstance(anchor, AtStart | BeforeEnd | OnStep | AtTimecode):
                    yield _Told(role, text, "" if anchor == AtStart() else write_anchor(anchor))
        at = rest.find(": ", at + 1)


def _is_length(text: str) -> bool:
    try:
        write_length(read_length(text))
    except NotationError:
        return False
    return True
