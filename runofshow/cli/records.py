"""What was kept: the list of shows, and one of them by its name."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime, tzinfo
from pathlib import Path

from runofshow.agenda_file.duty_words import reminder_words
from runofshow.cli.agendas import here
from runofshow.cli.flaws import damage_line, flaw_words
from runofshow.cli.opening import read_record, second_copies
from runofshow.cli.outcome import Failed, Outcome
from runofshow.cli.owing import duties_of, owing_json, reminders
from runofshow.core.commands import Mode
from runofshow.core.duties import Reminder
from runofshow.core.history import History, history
from runofshow.core.wire import Json, moment
from runofshow.journal import FILE_NAME, ShowFolder, default_home, kept_shows, read_journal, sensible, shows
from runofshow.texts.cli import CliTexts
from runofshow.texts.duties import DUTIES, DutyTexts

LAST = "last"
"""The name of the show that ran last."""
WIDEST = 100_000
"""Columns; wider than any list of shows."""


def list_shows(outcome: Outcome) -> int:
    """Print the shows and rehearsals of this machine, the latest first."""
    now, tz = here()
    home, today = default_home(outcome.environ), now.astimezone(tz).date()
    found = _kept(outcome)
    owing = duties_of(found, tz, today)
    if outcome.asked.json:
        listed: list[Json] = [
            {**_show_json(show, number, tz), "duties": owing_json(owing.get(show.path), today)}
            for number, show in enumerate(found, start=1)
        ]
        print(json.dumps({"home": str(home), "shows": listed}, ensure_ascii=False, indent=2))
    elif not found:
        print(outcome.words.no_shows)
    else:
        _print_shows(outcome, found, reminders(found, owing, today), tz)
    return 0


def named_history(outcome: Outcome) -> History:
    """The history of the show that was named, by folder, journal file, or name under the home."""
    words = outcome.words
    path = _named(outcome)
    try:
        reading = sensible(read_journal(path)) if path.is_file() else read_record(path)
    except OSError as error:
        raise Failed(words.unreadable_show.format(path=path, reason=error.strerror)) from error
    if not reading.entries:
        damage = reading.damage
        if damage is not None:
            raise Failed(
                words.unreadable_show.format(path=path, reason=flaw_words(damage.flaw, outcome.language))
            )
        raise Failed(words.empty_show.format(path=path))
    if reading.damage is not None:
        # half a story of a newer program would be told as the whole; of a broken record it is all there is
        if reading.damage.flaw.is_newer:
            raise Failed(words.newer_show.format(path=path))
        print(damage_line(outcome, reading, reading.damage), file=sys.stderr)
    return history(reading.entries)


def _named(outcome: Outcome) -> Path:
    """The folder or journal file that was meant; ends the command when there is none, or more than one."""
    name, words = outcome.asked.show, outcome.words
    # a word of the list is never taken for a file that happens to be called so
    if name != LAST and not name.isdecimal():
        places = (Path(name), default_home(outcome.environ) / name)
        there = next((place for place in places if (place / FILE_NAME).exists() or place.is_file()), None)
        if there is not None:
            return there
    found = _kept(outcome)
    if name == LAST and found:
        return max(found, key=lambda show: (show.began, _last_at(show))).path
    if name.isdecimal() and 1 <= int(name) <= len(found):
        return found[int(name) - 1].path
    exact = [show for show in found if show.path.name == name]
    begin_so = exact or [show for show in found if _begins(show.path.name, name)]
    if len(begin_so) == 1:
        return begin_so[0].path
    if begin_so:
        names = "\n".join(f"  {show.path.name}" for show in begin_so)
        raise Failed(words.several_shows.format(name=name, names=names))
    raise Failed(words.no_such_show.format(name=name))


def _begins(folder: str, prefix: str) -> bool:
    """Whether the name begins so, with its day or without."""
    return bool(prefix) and (folder.startswith(prefix) or folder[len("2020-03-27-") :].startswith(prefix))


def _last_at(show: ShowFolder) -> datetime:
    """When it was last written to. The time of a fast rehearsal is ahead of the day: what it lasted is told
    by the clock on the wall."""
    if show.last_at is None or show.opening is None:
        return datetime.min.replace(tzinfo=UTC)
    opened_at = show.opening.opened_at
    return opened_at + (show.last_at - opened_at) / show.opening.speed


def _kept(outcome: Outcome) -> list[ShowFolder]:
    """The shows of this machine in the order of the list; without a home, those that have a second copy."""
    home = default_home(outcome.environ)
    try:
        return shows(home, second_copies())
    except OSError as error:
        complaint = outcome.words.home_unreadable.format(path=home, reason=error.strerror)
        copied = kept_shows(home, (), second_copies())
        if not copied:
            raise Failed(complaint) from error
        print(complaint, file=sys.stderr)
        return copied


def _show_json(show: ShowFolder, number: int, tz: tzinfo) -> dict[str, Json]:
    opening = show.opening
    return {
        "number": number,
        "name": show.path.name,
        "path": str(show.path),
        "title": opening.title if opening else None,
        "mode": opening.mode.value if opening else None,
        "opened_at": moment(opening.opened_at, tz) if opening else None,
        "source": opening.source if opening else None,
        "ended": show.ended,
        "entries": show.entries,
        "damaged_line": show.damage.line if show.damage else None,
    }


def _print_shows(outcome: Outcome, found: list[ShowFolder], needed: dict[Path, Reminder], tz: tzinfo) -> None:
    from rich.console import Console
    from rich.measure import Measurement
    from rich.table import Table

    words = outcome.words
    table = Table(box=None, pad_edge=False, header_style="dim")
    for name in (
        words.column_number,
        words.column_show,
        words.column_day,
        words.column_mode,
        words.column_state,
        words.column_title,
    ):
        table.add_column(name, no_wrap=True)
    lines = [_show_line(show, words, tz) for show in found]
    phrases = DUTIES[outcome.language]
    owed = [_reminder_line(show, needed.get(show.path), phrases) for show in found]
    for number, (line, reminded) in enumerate(zip(lines, owed, strict=True), start=1):
        table.add_row(str(number), *line)
        if reminded:
            table.add_row("", "", "", "", "", reminded)
    console = Console(highlight=False, markup=False, emoji=False)
    natural = Measurement.get(console, console.options.update(max_width=WIDEST), table).maximum
    if not console.is_terminal or natural <= console.width:
        Console(highlight=False, markup=False, emoji=False, width=natural).print(table)
    else:
        # a name that is cut is no name for `report`: it has a line of its own, and the terminal wraps it
        for number, ((name, *rest), reminded) in enumerate(zip(lines, owed, strict=True), start=1):
            print(f"{number}. {name}")
            print("   " + " · ".join(part for part in rest if part))
            if reminded:
                print(f"   {reminded}")
    if needed:
        total = Reminder(
            sum(each.overdue for each in needed.values()), sum(each.today for each in needed.values())
        )
        print(phrases.in_all.format(told=reminder_words(total, phrases)))


def _reminder_line(show: ShowFolder, told: Reminder | None, words: DutyTexts) -> str:
    """What is to be done of this show, and in which file it stands; empty where nothing is."""
    if told is None or show.opening is None:
        return ""
    file = Path(show.opening.source)
    where = words.in_file if file.is_file() else words.file_gone
    return f"! {reminder_words(told, words)} {where.format(file=file.name)}"


def _show_line(show: ShowFolder, words: CliTexts, tz: tzinfo) -> tuple[str, str, str, str, str]:
    opening = show.opening
    mode = "" if opening is None else words.mode_live if opening.mode is Mode.LIVE else words.mode_rehearsal
    state = words.state_ended if show.ended else words.state_open
    if show.damage is not None:
        state = words.state_newer if show.damage.flaw.is_newer else words.state_damaged
    return (
        show.path.name,
        f"{opening.opened_at.astimezone(tz):%d/%m/%Y %H:%M}" if opening else "",
        mode,
        state,
        opening.title if opening else "",
    )
