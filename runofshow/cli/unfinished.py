"""Which unfinished show a command goes on with: those that ran before those that were only looked at.

A show belongs to an agenda by the file it was opened from, and by its title: the file may have been renamed,
moved or copied since. It is picked up from its record alone, so the file may be changed or lost too.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import datetime, timedelta, tzinfo
from pathlib import Path

from msgspec import Struct

from runofshow.cli.agendas import file_digest, plan_reading
from runofshow.cli.flaws import damage_line, flaw_words
from runofshow.cli.opening import pick_up, read_record, second_copies
from runofshow.cli.outcome import Failed, Outcome
from runofshow.cli.rebuilding import rebuilt
from runofshow.cli.standing import GIVEN_UP, standing
from runofshow.clock import Clock, Sources
from runofshow.core.commands import Mode
from runofshow.core.picture import take_snapshot
from runofshow.core.state import State
from runofshow.journal import (
    Held,
    JournalChanged,
    NewerJournal,
    Opened,
    Reading,
    default_home,
    ensure_free,
    folder_stem,
    names_in,
    openings,
)
from runofshow.live import LiveShow

Choose = Callable[[str, int, str], int | None]
"""Asks for one of so many, counted from 1; None for the other answer, whose keys are the last text."""

LISTED = 9
"""So many are offered; a digit chooses each."""
TOUCHED = timedelta(seconds=2)
"""Of older records, which kept no digest: a file written so long after the opening was mended since."""


def chosen_on_terminal(question: str, count: int, other_keys: str) -> int | None:
    """The number typed; Enter is the first, and what is neither is asked again."""
    while True:
        try:
            answer = input(question).strip().lower()
        except EOFError:
            return 1
        if not answer:
            return 1
        if answer[0] in other_keys:
            return None
        if answer.isdecimal() and 1 <= int(answer) <= count:
            return int(answer)


class Unfinished(Struct, frozen=True):
    """A show that can be gone on with."""

    folder: Path
    reading: Reading
    state: State
    moved: bool
    """It was opened from another file, which is still there: another event may have the same title."""
    held: Held | None
    """Another console runs it."""
    rebuilt: bool = False
    """Its opening was made anew from the agenda file."""

    @property
    def last_at(self) -> datetime:
        return self.reading.entries[-1].at


def picked_up(outcome: Outcome, sources: Sources, tz: tzinfo, choose: Choose | None) -> LiveShow | None:
    """The unfinished show to go on with; None to open a new one. `choose` is None where nobody can be asked.

    Ends the command when a show is asked for and there is none, or it cannot be had.
    """
    asked, words = outcome.asked, outcome.words
    if asked.resume is False:
        return None
    kept = [] if asked.folder is not None else _kept(outcome)
    found, lost = unfinished(outcome, kept, sources, tz), _without_opening(outcome, kept, sources, tz)
    if asked.folder is not None:
        # named by its folder, whatever it was opened from
        named = _read(outcome, asked.folder, sources)
        found = [] if named is None else [named]
    if not asked.resume:
        # a look that was left at once is nothing to go on with; a damaged record may have lost more
        found = [show for show in found if len(show.reading.entries) > 1 or show.reading.damage]
        if _mode(outcome) is Mode.REHEARSAL:
            lately = Clock(sources).now() - GIVEN_UP
            found = [show for show in found if show.last_at > lately]
    newer = [show.folder for show in found if show.reading.damage and show.reading.damage.flaw.is_newer]
    newer += [show.path for show, _ in lost if show.damage and show.damage.flaw.is_newer]
    found = [show for show in found if show.folder not in newer]
    lost = [(show, reading) for show, reading in lost if show.path not in newer]
    for path in newer:
        print(words.newer_show.format(path=path))
    for show, _ in lost:
        # it may be of this agenda, so it is never passed over in silence
        print(_lost_line(outcome, show))
    if asked.resume or choose is not None:
        again = (_going_on(outcome, show.path, reading, sources) for show, reading in lost if reading)
        found = _the_last_first([*found, *filter(None, again)])
    if not found:
        left = [*newer, *(show.path for show, _ in lost)]
        if left and (asked.resume or choose is None or choose(words.opening_question, 1, words.resume_keys)):
            stopped = words.opening_stopped if newer or lost[0][1] is None else words.opening_kept
            raise Failed(stopped.format(path=left[0]))
        if asked.resume:
            raise Failed(words.nothing_to_resume)
        return None
    wanted = _wanted(outcome, found, sources, tz, choose)
    if wanted is None:
        return None
    if wanted.held is not None:
        raise Failed(words.held_by.format(holder=_holder(wanted.held)))
    if not wanted.reading.rebuilt and _mended(outcome, wanted):
        print(words.keeps_its_order.format(file=asked.agenda.name))
    try:
        return pick_up(wanted.folder, wanted.reading, wanted.state, sources)
    except Held as held:
        raise Failed(words.held_by.format(holder=_holder(held))) from held
    except NewerJournal as newer:
        reason = flaw_words(newer.damage.flaw, outcome.language)
        raise Failed(words.unreadable_show.format(path=wanted.folder, reason=reason)) from newer
    except JournalChanged as changed:
        raise Failed(words.just_changed.format(path=wanted.folder)) from changed
    except OSError as error:
        raise Failed(words.unreadable_show.format(path=wanted.folder, reason=error.strerror)) from error


def _without_opening(
    outcome: Outcome, kept: list[Opened], sources: Sources, tz: tzinfo
) -> list[tuple[Opened, Reading | None]]:
    """Records without an opening that may be of this agenda, each with what the agenda file makes of it."""
    lost = [show for show in kept if show.opening is None and show.damage is not None]
    title = _title(outcome, Clock(sources).now(), tz) if lost else None
    return [
        (show, rebuilt(outcome, show.path, _mode(outcome), tz))
        for show in lost
        if title is None or folder_stem(title) in show.path.name
    ]


def unfinished(outcome: Outcome, kept: list[Opened], sources: Sources, tz: tzinfo) -> list[Unfinished]:
    """Every show of this agenda that has not ended: those that ran first, the last moment before all.

    Only records that open it are read to their end, and each of them once.
    """
    mode = _mode(outcome)
    source = str(outcome.asked.agenda.resolve())
    now = Clock(sources).now()
    of_mode = [(show.path, show.opening) for show in kept if show.opening and show.opening.mode is mode]
    title = None
    if any(opening.source != source for _, opening in of_mode):
        title = _title(outcome, now, tz)
    found = [
        _read(outcome, path, sources)
        for path, opening in of_mode
        if opening.source == source or plain_title(opening.title) == title
    ]
    return _the_last_first([show for show in found if show is not None])


def _the_last_first(found: list[Unfinished]) -> list[Unfinished]:
    return sorted(found, key=lambda show: (show.state.started, show.last_at), reverse=True)


def _mode(outcome: Outcome) -> Mode:
    return Mode.REHEARSAL if outcome.asked.command == "rehearse" else Mode.LIVE


def _kept(outcome: Outcome) -> list[Opened]:
    home = default_home(outcome.environ)
    try:
        names = names_in(home)
    except OSError as error:
        print(outcome.words.home_unreadable.format(path=home, reason=error.strerror))
        names = set()
    return openings(home, names, second_copies())


def _read(outcome: Outcome, folder: Path, sources: Sources) -> Unfinished | None:
    """None when it has ended, when the record went away meanwhile, or has nothing whole in it."""
    try:
        reading = read_record(folder)
    except OSError:
        return None
    return _going_on(outcome, folder, reading, sources)


def _going_on(outcome: Outcome, folder: Path, reading: Reading, sources: Sources) -> Unfinished | None:
    state = reading.state
    if state is None or state.ended_at is not None:
        return None
    opened_from = state.opened.source
    moved = opened_from != str(outcome.asked.agenda.resolve()) and Path(opened_from).exists()
    held = None
    try:
        ensure_free(folder, Clock(sources).now())
    except Held as other:
        held = other
    except OSError:
        # a disk that takes no lock is asked for one again when the show is picked up
        pass
    return Unfinished(folder, reading, state, moved, held)


def _wanted(
    outcome: Outcome, found: list[Unfinished], sources: Sources, tz: tzinfo, choose: Choose | None
) -> Unfinished | None:
    """The one to go on with, after saying where each stands; None for a new show."""
    words = outcome.words
    now = Clock(sources).now()
    if outcome.asked.resume or choose is None:
        # of two events of the same title only a person can tell which is meant
        first = next((show for show in found if outcome.asked.resume or not show.moved), None)
        said = words.same_title if first is None else words.resumes
        print(said.format(show=_line(outcome, first or found[0], now, tz)))
        _say_damage(outcome, first or found[0])
        return first
    if found[0].held is not None and not found[0].moved:
        return found[0]
    offered = found[:LISTED]
    if len(offered) == 1:
        (only,) = offered
        print(words.unfinished.format(opened=f"{only.state.opened.at.astimezone(tz):%H:%M %d/%m/%Y}"))
        print(_line(outcome, only, now, tz))
        _say_damage(outcome, only)
        question = words.damaged_question if only.reading.damage else words.resume_question
        return only if choose(question, 1, words.resume_keys) else None
    print(words.unfinished_several.format(count=len(found)))
    for number, show in enumerate(offered, start=1):
        print(f"  {number}. {_line(outcome, show, now, tz)}")
        _say_damage(outcome, show)
    if len(found) > len(offered):
        print(words.unfinished_more.format(count=len(found) - len(offered)))
    number = choose(words.which_question, len(offered), words.resume_keys) or 0
    return offered[number - 1] if number else None


def _line(outcome: Outcome, show: Unfinished, now: datetime, tz: tzinfo) -> str:
    """Where the show stands, its last moment, its title, and what sets it apart."""
    words = outcome.words
    at = max(now, show.last_at)
    parts = [
        standing(show.state, at, words),
        words.unfinished_last.format(at=f"{show.last_at.astimezone(tz):%H:%M %d/%m/%Y}"),
        take_snapshot(show.state, at).title,
    ]
    if show.state.opened.source != str(outcome.asked.agenda.resolve()):
        parts.append(words.opened_from.format(file=show.state.opened.source))
    if show.held is not None:
        parts.append(words.held_mark.format(holder=_holder(show.held)))
    return " · ".join(parts)


def _say_damage(outcome: Outcome, show: Unfinished) -> None:
    if show.reading.parted is not None:
        print(outcome.words.copy_parted.format(copy=show.reading.parted))
    if show.reading.damage is not None:
        print(damage_line(outcome, show.reading, show.reading.damage))


def _lost_line(outcome: Outcome, show: Opened) -> str:
    assert show.damage is not None
    reason = flaw_words(show.damage.flaw, outcome.language)
    return outcome.words.opening_lost.format(path=show.path, line=show.damage.line, reason=reason)


def _holder(held: Held) -> str:
    holder = held.holder
    return f"{holder.user}@{holder.host} ({holder.pid})" if holder else "?"


def _title(outcome: Outcome, now: datetime, tz: tzinfo) -> str | None:
    """The title of the agenda file; None when it cannot be read, which is said where it matters."""
    agenda = plan_reading(outcome, now, tz).agenda
    return None if agenda is None else plain_title(agenda.title)


def plain_title(title: str) -> str:
    """A title however it is spaced and however its letters are large or put together."""
    return " ".join(unicodedata.normalize("NFC", title).casefold().split())


def _mended(outcome: Outcome, show: Unfinished) -> bool:
    """Whether the agenda file says something else by now than when the show was opened."""
    file, opened = outcome.asked.agenda, show.state.opened
    digest = file_digest(file)
    if not digest:
        return False
    if opened.source_digest:
        return digest != opened.source_digest
    return datetime.fromtimestamp(file.stat().st_mtime, opened.at.tzinfo) > opened.at + TOUCHED
