"""`learn`: what the rehearsals and shows of an agenda teach about its lengths, and into the file with it."""

from __future__ import annotations

import difflib
import json
import sys
from collections.abc import Iterator
from datetime import datetime, tzinfo

from msgspec import Struct

from runofshow.agenda_file.complaint import complaint_line
from runofshow.agenda_file.editing.durations import with_lengths
from runofshow.agenda_file.editing.edits import NotEdited
from runofshow.agenda_file.editing.opening import Opened, opened
from runofshow.agenda_file.editing.saving import digest, digest_on_disk, save
from runofshow.agenda_file.editing.written import NotWritten
from runofshow.agenda_file.notation import write_length
from runofshow.agenda_file.reader import read_agenda_text
from runofshow.agenda_file.sight import Sight
from runofshow.agenda_file.source import MOST_BYTES
from runofshow.cli.agendas import here, readable_agenda
from runofshow.cli.outcome import USAGE, Failed, Outcome
from runofshow.cli.rehearsed import ran_of
from runofshow.core.commands import Mode
from runofshow.core.history import History
from runofshow.core.learning import Learnt, learnt, mc_pace
from runofshow.core.wire import Json, moment, seconds
from runofshow.report.notation import day, hour, length
from runofshow.texts.learning import LEARNING, LearningTexts


class Taught(Struct, frozen=True):
    """What is known of an agenda, and its file with the lengths that follow."""

    file: Opened
    content: bytes
    """As it was read."""
    title: str
    learnt: tuple[Learnt, ...]
    records: tuple[History, ...]
    """In which something of it ran, the latest first."""
    text: str
    """Of the file, with the lengths proposed."""

    @property
    def changes(self) -> tuple[Learnt, ...]:
        """Those for which another length is proposed."""
        return tuple(one for one in self.learnt if one.proposed is not None)


def learn(outcome: Outcome) -> int:
    """Print what is known of each item and the lines that would change; write them when that is asked for."""
    asked, words = outcome.asked, LEARNING[outcome.language]
    now, tz = here()
    taught = _taught(outcome, now, tz)
    if not any(one.spread or one.proposed or one.links for one in taught.learnt):
        raise Failed(words.nothing_known.format(title=taught.title, file=asked.agenda))
    if asked.json:
        is_written = asked.apply and asked.yes and bool(taught.changes)
        if is_written:
            _write(outcome, taught)
        print(json.dumps(_json(taught, tz, is_written), ensure_ascii=False, indent=2))
        return 0
    for line in _told(taught, words, tz):
        print(line)
    if not taught.changes:
        print(f"\n{words.nothing_to_change}")
        return 0
    print("\n" + "\n".join(_diff(taught, asked.agenda.name)))
    if not asked.apply:
        print(f"\n{words.how_to_apply.format(file=asked.agenda)}")
    elif asked.yes or _is_agreed(outcome, len(taught.changes)):
        _write(outcome, taught)
        print(words.applied.format(count=len(taught.changes), file=asked.agenda))
    else:
        print(words.not_applied)
    return 0


def _taught(outcome: Outcome, now: datetime, tz: tzinfo) -> Taught:
    path, words = outcome.asked.agenda, LEARNING[outcome.language]
    content, file, sight = _read(outcome, now, tz)
    records = ran_of(outcome, sight.agenda)
    found = learnt(sight.agenda, records)
    lengths = {one.item.item_id: one.proposed for one in found if one.proposed is not None}
    try:
        text = with_lengths(file.written, sight, lengths).text
    except NotEdited as error:
        raise Failed(words.not_edited.format(file=path)) from error
    return Taught(file, content, sight.agenda.title, found, records, text)


def _read(outcome: Outcome, now: datetime, tz: tzinfo) -> tuple[bytes, Opened, Sight]:
    """The file as bytes, as a text to edit, and as what it says, all of one moment. Raises Failed."""
    path = outcome.asked.agenda
    try:
        with path.open("rb") as open_file:
            content = open_file.read(MOST_BYTES + 1)
        file = opened(content, str(path))
    except (OSError, NotWritten):
        # the same complaints as those of every command
        readable_agenda(outcome, now, tz)
        raise
    today = now.astimezone(tz).date()
    reading = read_agenda_text(
        file.written.text, str(path), folder=path.parent, tz=tz, today=today, language=outcome.language
    )
    if reading.sight is None:
        raise Failed("\n".join(complaint_line(each, outcome.language) for each in reading.errors))
    return content, file, reading.sight


def _is_agreed(outcome: Outcome, count: int) -> bool:
    words = LEARNING[outcome.language]
    if not sys.stdin.isatty():
        raise Failed(words.no_terminal, USAGE)
    try:
        answer = input(words.question.format(count=count, file=outcome.asked.agenda))
    except EOFError:
        return False
    return answer.strip().lower()[:1] in tuple(words.yes_keys)


def _write(outcome: Outcome, taught: Taught) -> None:
    """Put the lengths into the file, unless somebody has changed it meanwhile. Raises Failed."""
    path, words = outcome.asked.agenda, LEARNING[outcome.language]
    try:
        if digest_on_disk(path) != digest(taught.content):
            raise Failed(words.changed_meanwhile.format(file=path))
        save(path, taught.file.content(taught.text))
    except OSError as error:
        raise Failed(outcome.words.cannot_write.format(path=path, reason=error.strerror)) from error


def _diff(taught: Taught, name: str) -> Iterator[str]:
    """The lines that change, as programmers have them."""
    before, after = (text.splitlines() for text in (taught.file.written.text, taught.text))
    return difflib.unified_diff(before, after, name, name, lineterm="", n=2)


def _told(taught: Taught, words: LearningTexts, tz: tzinfo) -> Iterator[str]:
    yield taught.title
    yield words.learnt_from.format(count=len(taught.records))
    for record in reversed(taught.records):
        yield f"  - {_record(record, words, tz)}"
    for one in taught.learnt:
        if one.spread is not None or one.proposed is not None or one.links:
            yield ""
            yield " · ".join(filter(None, (f"{one.item.number:>4}. {one.item.title}", one.item.by)))
            yield f"      {' · '.join(_known(one, words))}"
    pace = mc_pace(taught.learnt)
    if pace is not None:
        yield ""
        yield words.mc_pace.format(pace=round(pace))
    never = [one.item.number for one in taught.learnt if one.spread is None]
    if never:
        yield ""
        yield words.never_ran.format(items=", ".join(never))


def _record(record: History, words: LearningTexts, tz: tzinfo) -> str:
    """`tập duyệt 27/3/2020 14:00 (nhanh 60 lần)`"""
    return words.record.format(
        mode=words.rehearsal if record.mode is Mode.REHEARSAL else words.live,
        when=f"{day(record.opened_at, tz)} {hour(record.opened_at, tz)}",
        speed="" if record.speed == 1 else words.at_speed.format(speed=f"{record.speed:g}"),
    )


def _known(one: Learnt, words: LearningTexts) -> Iterator[str]:
    yield words.planned.format(length=("~" if one.item.assumed else "") + length(one.item.duration))
    if one.spread is not None:
        phrase = words.once if one.spread.count == 1 else words.times
        each = ", ".join(length(time.length) for time in one.times)
        yield phrase.format(count=one.spread.count, lengths=each)
        if one.spread.count > 1:
            yield words.median.format(length=length(one.spread.median))
        if one.spread.likely is not None:
            low, high = one.spread.likely.low, one.spread.likely.high
            yield words.likely.format(low=length(low), high=length(high))
    if one.links:
        yield words.link.format(lengths=", ".join(map(length, one.links)))
    if one.pace is not None and one.syllables:
        yield words.by_text.format(syllables=one.syllables, pace=round(one.pace))
    yield words.kept if one.proposed is None else words.proposed.format(length=write_length(one.proposed))


def _json(taught: Taught, tz: tzinfo, is_written: bool) -> dict[str, Json]:
    return {
        "title": taught.title,
        "records": [
            {"opened_at": moment(one.opened_at, tz), "mode": one.mode.value, "speed": one.speed}
            for one in taught.records
        ],
        "mc_pace": None if (pace := mc_pace(taught.learnt)) is None else round(pace, 1),
        "items": [_item(one, tz) for one in taught.learnt],
        "written": is_written,
    }


def _item(one: Learnt, tz: tzinfo) -> dict[str, Json]:
    spread = one.spread
    likely = None if spread is None else spread.likely
    return {
        "item_id": one.item.item_id,
        "number": one.item.number,
        "title": one.item.title,
        "by": one.item.by,
        "planned_s": seconds(one.item.duration),
        "assumed": one.item.assumed,
        "takes": [
            {"began_at": moment(time.began_at, tz), "mode": time.mode.value, "length_s": seconds(time.length)}
            for time in one.times
        ],
        "median_s": None if spread is None else seconds(spread.median),
        "low_s": None if likely is None else seconds(likely.low),
        "high_s": None if likely is None else seconds(likely.high),
        "links_s": [seconds(link) for link in one.links],
        "syllables": one.syllables or None,
        "pace": None if one.pace is None else round(one.pace, 1),
        "by_text": one.is_by_text,
        "proposed_s": None if one.proposed is None else seconds(one.proposed),
    }
