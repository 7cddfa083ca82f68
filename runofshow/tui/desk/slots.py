"""The fields of the chosen line: what is written, what is assumed, and whether it is a guess."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from runofshow.agenda_file.catalogue import catalogue
from runofshow.agenda_file.editing.programme import comment_of
from runofshow.agenda_file.editing.written import Written
from runofshow.agenda_file.fitting import Path
from runofshow.agenda_file.notation import AfterTrack, NotationError, read_moment, write_length
from runofshow.agenda_file.spoken_moments import spoken_anchor
from runofshow.core.agenda import Agenda, Cue, Role
from runofshow.core.honours import comes_first
from runofshow.core.words import words_of
from runofshow.texts.console import ConsoleTexts
from runofshow.texts.desk import DeskTexts
from runofshow.tui.desk.people import leader_lines, people_lines
from runofshow.tui.desk.slot_sorts import AWARDING, FIELDS, NEEDED, Ask, asked, choices, label
from runofshow.tui.desk.things import Planned, Sort, Thing


class Slot(Struct, frozen=True):
    """One field."""

    name: str
    """Its key, or the key that holds it and its own."""
    path: Path
    """Of its value in the text."""
    label: str
    ask: Ask
    written: str = ""
    """As it is edited; empty when nothing is written."""
    shown: str = ""
    """As it is read; empty when nothing is written."""
    assumed: str = ""
    """What holds while nothing is written."""
    choices: tuple[tuple[str, str], ...] = ()
    is_guess: bool = False
    is_needed: bool = False


class Words(Struct, frozen=True):
    """What the slots are named with."""

    console: ConsoleTexts
    desk: DeskTexts


def slots_of(
    thing: Thing, source: Written, planned: Planned | None, agenda: Agenda | None, words: Words
) -> list[Slot]:
    """The fields of `thing`, the doubts first."""
    found = source.value(thing.path)
    data: dict[str, Any] = found if isinstance(found, dict) else {}
    doubts = data.get("doubts") if thing.sort in (Sort.PAGE, Sort.SESSION, Sort.ITEM) else None
    slots = [
        Slot("doubts", (*thing.path, "doubts", at), words.desk.doubt, Ask.DOUBT, said, said, is_guess=True)
        for at, said in enumerate(doubts if isinstance(doubts, list) else [])
    ]
    guessed = data.get("guessed")
    guesses = set(guessed) if isinstance(guessed, list) else set()
    for name in FIELDS[thing.sort]:
        if _is_out_of_place(name, thing, data, source):
            continue
        if name == "cues":
            slots += _cues(thing, data, planned, words, _track_titles(source))
            continue
        slots.append(_slot(name, thing, data, guesses, words, _assumed(name, thing, planned, agenda, words)))
    if thing.sort is Sort.ITEM and (comment := comment_of(source, thing.path)):
        told = Slot("comment", (*thing.path, "#"), words.desk.comment, Ask.NOTHING, "", comment)
        slots.insert(sum(slot.name == "doubts" for slot in slots), told)
    if thing.sort is Sort.TRACK and agenda is not None:
        slots.insert(1, _used(thing, data, agenda, words.desk))
    shown = {slot.name.partition(".")[0] for slot in slots}
    for name in sorted(guesses - shown):
        # whatever was guessed can be settled, though this line has no field for it
        named = words.desk.fields.names.get(name, name)
        slots.append(Slot(name, (*thing.path, name), named, Ask.DOUBT, is_guess=True))
    return slots


def _used(thing: Thing, data: Mapping[str, Any], agenda: Agenda, desk: DeskTexts) -> Slot:
    """Which items have a cue of this track, by custom or written."""
    items = [item for session in agenda.sessions for item in session.items]
    items += [part for item in items for part in item.parts]
    users = [item.number for item in items if any(cue.track_id == data.get("id") for cue in item.cues)]
    said = desk.used_by.format(items=", ".join(users)) if users else desk.used_nowhere
    return Slot("used", (*thing.path, "used"), "", Ask.NOTHING, "", said)


def _is_out_of_place(name: str, thing: Thing, data: Mapping[str, Any], source: Written) -> bool:
    """A field that this line does not need now, and has nothing in."""
    if thing.sort is Sort.PAGE and name.startswith("period."):
        return "date" in data and "period" not in data
    if thing.sort is Sort.PAGE:
        return name in ("start", "hard_out") and "sessions" in source.data and name not in data
    if thing.sort is not Sort.ITEM:
        return False
    holder = name.partition(".")[0]
    if name in ("award.batch", "award.list"):
        # a batch is a part: it is not divided, and nor is what has parts
        held = data.get("award")
        is_held = isinstance(held, dict) and name.partition(".")[2] in held
        if not is_held and (thing.is_heading or (thing.is_part and name == "award.batch")):
            return True
    if holder not in ("award", "handin") or holder in data:
        return False
    kinds = {str(data.get("kind")), *map(str, data.get("also") or ())}
    if holder == "award":
        return thing.is_heading or not kinds & AWARDING
    known = catalogue()
    return thing.is_heading or not any(known[kind].person for kind in kinds if kind in known)


def _slot(
    name: str, thing: Thing, data: Mapping[str, Any], guesses: set[str], words: Words, assumed: str
) -> Slot:
    holder, _, key = name.rpartition(".")
    above = data.get(holder) if holder else data
    value = above.get(key) if isinstance(above, dict) else None
    ask = asked(thing.sort, name)
    told = {Ask.PEOPLE: people_lines, Ask.LEADERS: leader_lines}
    written = told.get(ask, _written)(value)
    options = choices(name, words.console, words.desk) if ask in (Ask.CHOICE, Ask.KIND, Ask.KINDS) else ()
    return Slot(
        name,
        (*thing.path, *((holder,) if holder else ()), key),
        label(thing.sort, name, words.console, words.desk),
        ask,
        written,
        _shown(written, ask, options),
        assumed,
        options,
        (holder or key) in guesses,
        name in NEEDED.get(thing.sort, ()),
    )


def _written(value: object) -> str:
    if isinstance(value, list):
        return "\n".join(str(each) for each in value)
    return value.strip() if isinstance(value, str) else ""


def _shown(written: str, ask: Ask, options: Sequence[tuple[str, str]]) -> str:
    if ask is Ask.CHOICE and written:
        meant = {"có": "true", "yes": "true", "không": "false", "no": "false"}.get(written, written)
        return dict(options).get(meant, written)
    if ask in (Ask.KIND, Ask.KINDS):
        known = dict(options)
        return ", ".join(known.get(each, each) for each in written.splitlines())
    return written


def _assumed(name: str, thing: Thing, planned: Planned | None, agenda: Agenda | None, words: Words) -> str:
    """What the program takes where nothing is written."""
    if thing.sort is Sort.TRACK and name == "mark" and agenda is not None:
        at = thing.path[-1]
        if isinstance(at, int) and at < len(agenda.tracks):
            mark = agenda.tracks[at].mark.value
            return words.desk.fields.choices.get(f"mark.{mark}") or words.desk.fields.choices[mark]
    if (
        thing.sort is Sort.PAGE
        and name == "start"
        and agenda is not None
        and agenda.sessions[0].start_assumed
    ):
        return "8h00"
    if planned is None:
        return ""
    item = planned.item
    match name:
        case "duration":
            return write_length(planned.length) if planned.length.total_seconds() > 0 else ""
        case "mc":
            return words_of(item)
        case "protected":
            return words.desk.fields.choices["true"] if item.protected else ""
        case "number":
            return item.number
        case "award.level" if item.award is not None and item.award.level is not None:
            return words.desk.fields.choices[item.award.level.value]
        case "award.form" if item.award is not None and item.award.form:
            return item.award.form
        case "award.called_before_reading" if item.award is not None:
            return words.desk.fields.choices["true" if comes_first(item.award, item.title) else "false"]
        case "award.flowers" | "award.photo" | "award.on_display" if not thing.is_part:
            return words.desk.fields.choices["true" if name == "award.photo" else "false"]
    return ""


def _track_titles(source: Written) -> dict[str, str]:
    rows = source.data.get("tracks")
    found = [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    return {str(row.get("id", "")): str(row.get("title", "")) for row in found}


def _cues(
    thing: Thing,
    data: Mapping[str, Any],
    planned: Planned | None,
    words: Words,
    tracks: Mapping[str, str],
) -> Iterator[Slot]:
    rows, desk = data.get("cues"), words.desk
    path = (*thing.path, "cues")
    if isinstance(rows, list):
        for at, row in enumerate(rows):
            said = cue_said(row if isinstance(row, dict) else {}, words, tracks)
            yield Slot("cues", (*path, at), desk.cue.format(number=at + 1), Ask.CUE, said, said)
        if not rows:
            yield Slot("cues", path, desk.cue_assumed, Ask.NEW_CUE, "", desk.no_cues)
    elif planned is not None:
        for at, cue in enumerate(planned.item.cues):
            said = _cue_of(cue, words)
            yield Slot("cues", (*path, at), desk.cue_assumed, Ask.CUE, "", "", said)
    count = len(rows) if isinstance(rows, list) else 0
    yield Slot("cues", (*path, count), "", Ask.NEW_CUE, "", "", desk.add_cue)


def cue_said(row: Mapping[str, Any], words: Words, tracks: Mapping[str, str]) -> str:
    """`Âm thanh · phát nhạc Nhạc mời lên · đầu mục`: a cue on one line; `tracks` are titles by their ids."""
    to = str(row.get("to", ""))
    role = words.console.role(Role(to)) if to in tuple(Role) else to
    do = str(row.get("do", ""))
    act = words.desk.fields.choices.get(do, do) if do in ("play", "fade", "stop") else ""
    at = str(row.get("at", "start"))
    try:
        moment = read_moment(at)
        said = at if isinstance(moment, AfterTrack) else spoken_anchor(moment, words.console.language)
    except NotationError:
        said = at
    track = str(row.get("track", ""))
    title = tracks.get(track, track)
    what = " ".join(filter(None, (act, f"“{title}”" if title else "", str(row.get("text", "")))))
    return " · ".join(filter(None, (role, what, said)))


def _cue_of(cue: Cue, words: Words) -> str:
    act = words.desk.fields.choices[cue.do.value] if cue.do.value in ("play", "fade", "stop") else ""
    what = " ".join(filter(None, (act, cue.text)))
    return " · ".join((words.console.role(cue.to), what, spoken_anchor(cue.at, words.console.language)))
