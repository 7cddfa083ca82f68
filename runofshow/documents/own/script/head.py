"""What stands above and below the table of a script: title, day and place, the plan it goes with, facts.

A paragraph that is none of these becomes a note: nothing that somebody wrote is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import time
from typing import Any, Final

from msgspec import Struct

from runofshow.agenda_file.notation import NotationError, read_date, read_time, write_date, write_time
from runofshow.core.agenda import Role
from runofshow.documents.document import Line, Place
from runofshow.documents.own.script.phrases import one_of
from runofshow.paper.kept import Kept, digest
from runofshow.texts.printing import PrintingTexts

_DATE: Final = re.compile(r"\d{1,2}([/.-])\d{1,2}\1\d{4}")
_BLANK: Final = re.compile(r"\.{4}|…{2}")
"""Room to write in by hand."""
_HELD: Final = (Role.CALLER, Role.MC, Role.MUSIC, Role.LIGHTS, Role.SCREEN, Role.CREW, Role.STAGE)

Told = tuple[str, Any, Place]
"""A key of the agenda file, its value, and where it stands."""


class _Paragraph(Struct, frozen=True):
    text: str
    place: Place


def told_around(
    above: Sequence[Line], below: Sequence[Line], kept: Kept, words: PrintingTexts
) -> Iterator[Told]:
    """All that the paragraphs around the table say; what is empty is not said."""
    notes: list[_Paragraph] = []
    head: list[_Paragraph] = []
    for paragraph in _paragraphs(above):
        fact = _fact(paragraph, kept, words, ("delegates", "chair_panel", "crew", "hard_out"))
        if fact is None:
            head.append(paragraph)
        else:
            yield fact
    yield from _head(head, kept, words, notes)
    noted: Told | None = None
    for paragraph in _paragraphs(below):
        fact = _fact(paragraph, kept, words, ("backdrop", "decoration", "notes"))
        if fact is not None and fact[0] == "notes" and noted is None:
            noted = fact
        elif fact is not None and fact[0] != "notes":
            yield fact
        elif paragraph.text not in (words.assumed, words.duties):
            notes.append(paragraph)
    texts = [*((noted[1],) if noted else ()), *(paragraph.text for paragraph in notes)]
    if texts:
        yield "notes", "\n".join(texts), noted[2] if noted else notes[0].place


def _paragraphs(lines: Sequence[Line]) -> list[_Paragraph]:
    found: list[_Paragraph] = []
    for line in lines:
        text = f"{line.mark} {line.text}" if line.mark else line.text
        if line.goes_on and found:
            found[-1] = _Paragraph(f"{found[-1].text}\n{text}", found[-1].place)
        else:
            found.append(_Paragraph(text, line.place))
    return found


def _head(
    head: Sequence[_Paragraph], kept: Kept, words: PrintingTexts, notes: list[_Paragraph]
) -> Iterator[Told]:
    """Under the name of the paper: title, plan, and day with place."""
    names = [paragraph.text.casefold() for paragraph in head]
    at = names.index(words.script.casefold()) if words.script.casefold() in names else -1
    notes.extend(head[: max(at, 0)])
    rest = list(head[at + 1 :])
    if rest:
        title = rest.pop(0)
        yield "title", " ".join(title.text.split()), title.place
    begins = words.goes_with.partition("{plan}")[0]
    basis = next((paragraph for paragraph in rest if paragraph.text.startswith(begins)), None)
    if basis is not None:
        rest.remove(basis)
        exact = kept.exact.get("basis")
        is_same = exact is not None and exact[0] == digest(basis.text)
        plan = exact[1] if exact is not None and is_same else _plan(basis.text, words)
        if plan and (is_same or not _BLANK.search(plan)):
            yield "basis", " ".join(plan.split()), basis.place
    if rest:
        place = rest.pop(0)
        exact = kept.exact.get("place")
        is_same = exact is not None and exact[0] == digest(place.text)
        said = exact[1] if exact is not None and is_same else _day_and_place(place.text, kept, words)
        for key, value in said.items():
            yield key, value, place.place
    notes.extend(rest)


def _plan(text: str, words: PrintingTexts) -> str:
    """What the paper goes with, whatever was written behind the bracket."""
    return one_of(words.goes_with, text) or text.removeprefix(words.goes_with.partition("{plan}")[0])


def _day_and_place(text: str, kept: Kept, words: PrintingTexts) -> dict[str, Any]:
    """The line of day and place once somebody has changed it."""
    before: dict[str, Any] = kept.exact["place"][1] if "place" in kept.exact else {}
    venue = before.get("venue", "")
    found = _DATE.search(text)
    tentative = words.when_tentative.partition("{when}")[2]
    if venue and text.endswith(f", {venue}"):
        when = text.removesuffix(f", {venue}")
    elif found is not None:
        end = found.end()
        end += len(tentative) if text.startswith(tentative, end) else 0
        when, venue = text[:end], text[end:].lstrip(" ,")
    else:
        when, _, venue = text.partition(", ")
    said: dict[str, Any] = {}
    if found is not None and found.end() <= len(when):
        try:
            said["date"] = write_date(read_date(found[0]))
        except NotationError:
            said["period"] = {"text": when}
        said |= {"tentative": True} if when.endswith(tentative) else {}
    elif when.casefold() == before.get("period", {}).get("text", "").casefold():
        said = {key: before[key] for key in ("period", "tentative") if key in before}
    elif when != words.day_open:
        said["period"] = {"text": when}
    return said | ({"venue": venue} if venue else {})


def hour_at_head(above: Sequence[Line], kept: Kept, words: PrintingTexts) -> time | None:
    """The hour in the line of day and place, once somebody has changed that line."""
    exact = kept.exact.get("place")
    between = words.when_hour_day.partition("{hour}")[2].partition("{day}")[0]
    for line in above:
        hour, comma, _ = line.text.partition(between)
        if comma and _DATE.search(line.text) and exact is not None and exact[0] != digest(line.text):
            try:
                return read_time(hour)
            except NotationError:
                continue
    return None


def _fact(paragraph: _Paragraph, kept: Kept, words: PrintingTexts, keys: Sequence[str]) -> Told | None:
    for key in keys:
        name = words.assignments if key == "crew" else str(getattr(words, key))
        value = one_of(words.fact.format(name=name, value="{value}"), paragraph.text)
        if value is None:
            continue
        exact = kept.exact.get(key)
        read = exact[1] if exact is not None and exact[0] == digest(value) else _value(key, value, words)
        return None if read is None else (key, read, paragraph.place)
    return None


def _value(key: str, text: str, words: PrintingTexts) -> Any:
    """What a fact says; None where it cannot be read."""
    match key:
        case "delegates":
            return " ".join(text.split())
        case "chair_panel":
            return [name for each in text.split(";") if (name := " ".join(each.split()))]
        case "crew":
            return _crew(text, words)
        case "hard_out":
            try:
                return write_time(read_time(text))
            except NotationError:
                return None
        case _:
            return text


def _crew(text: str, words: PrintingTexts) -> dict[str, str] | None:
    names = {str(getattr(words.roles, role.value)): role.value for role in _HELD}
    listed = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    pieces = re.split(rf"(?:^|;\s*)({listed}):\s*", " ".join(text.split()))
    if len(pieces) < 3 or pieces[0]:
        return None
    return {
        names[name]: who.strip() for name, who in zip(pieces[1::2], pieces[2::2], strict=True) if who.strip()
    }
