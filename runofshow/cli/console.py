"""`run` and `rehearse`: opens the console on a show, and the hall's server beside it."""

from __future__ import annotations

import sys
from datetime import tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from runofshow.cli.choosing import chosen_show, read_again
from runofshow.cli.outcome import USAGE, Failed, Outcome
from runofshow.cli.reading_ahead import read_ahead
from runofshow.clock import Clock, HallZone, system_sources
from runofshow.core.snapshot import Phase
from runofshow.live import LiveShow

if TYPE_CHECKING:
    from runofshow.agenda_file.reader import Reading
    from runofshow.core.beside import Beside


class Left(Struct, frozen=True):
    """A show whose console was left in order."""

    folder: Path
    ended: bool
    second_copy: Path | None
    """Where the whole record is, when its own place could not be written."""
    reminder: str
    """What is owed of an ended one, overdue or today; empty where nothing is."""
    told_to_stop: bool
    """The console did not leave by itself: its terminal was closed, or the process told to end."""


def open_console(outcome: Outcome) -> int:
    """Open the console on a new or unfinished show; 0 when it was left or ended in order."""
    words, left = outcome.words, run_console(outcome)
    if left.second_copy is not None:
        print(words.second_copy.format(path=left.second_copy), file=sys.stderr)
    said, folder = (words.ended, left.folder.name) if left.ended else (words.left_open, left.folder)
    print(said.format(name=folder, folder=folder))
    if left.reminder:
        print(left.reminder)
    return 0


def run_console(outcome: Outcome) -> Left:
    """The console on a new or unfinished show, until it is left. Raises Failed."""
    if outcome.asked.agents and not outcome.asked.web:
        raise Failed(outcome.words.agents_need_web, USAGE)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Failed(outcome.words.no_terminal, USAGE)
    sources = system_sources()
    tz = HallZone()
    today = Clock(sources).now().astimezone(tz).date()
    ahead = read_ahead(outcome.asked.agenda, tz, today, outcome.language)
    if ahead is None:
        return _run_console(outcome, chosen_show(outcome, sources, tz, can_ask=True), tz)
    import runofshow.tui.app  # noqa: F401 - what takes as long as the plan is loaded meanwhile

    try:
        show = chosen_show(outcome, sources, tz, can_ask=True, ahead=ahead)
    finally:
        ahead.drop()
    return _run_console(outcome, show, tz)


def _run_console(outcome: Outcome, show: LiveShow, tz: tzinfo) -> Left:
    from runofshow.agenda_file.catalogue import catalogue
    from runofshow.cli.joining import hall_door
    from runofshow.cli.running import running
    from runofshow.cli.serving import hall_server
    from runofshow.engine import Engine
    from runofshow.texts.console import CONSOLE
    from runofshow.tui.app import Console

    words = outcome.words
    engine = Engine(show)
    folder = show.folder
    server = hall_server(outcome, engine, tz) if outcome.asked.web else None

    def save_amended() -> Path:
        from runofshow.agenda_file.writing import write_agenda

        path = folder / "agenda-amended.yaml"
        today = show.latest.now.astimezone(tz).date()
        text = write_agenda(show.state.agenda, tz=tz, today=today, language=outcome.language)
        path.write_text(text, encoding="utf-8", newline="\n")
        return path

    def compared() -> Beside:
        from runofshow.cli.rehearsed import rehearsals_of
        from runofshow.core.beside import beside
        from runofshow.core.history import history

        told = history(show.log)
        # what cannot be read `runofshow shows` tells: here it would be written over the console
        return beside(told, rehearsals_of(outcome, told, tell=lambda said: None))

    def reread() -> Reading:
        return read_again(outcome, show.state.opened.at, tz)

    kinds = {kind.id: kind.label(outcome.language) for kind in catalogue().values()}
    with running(outcome, engine, tz) as beside:
        door = hall_door(server, words) if server else None
        phrases = CONSOLE[outcome.language]
        begin = server.start if server else (lambda: None)
        console = Console(
            engine,
            phrases,
            kinds,
            tz,
            save_amended,
            reread,
            door,
            begin,
            beside.levels,
            outcome.asked.agenda.resolve(),
            beside.chance,
            compared,
        )
        console.run()
    if console.failure is not None:
        said = words.console_failed.format(reason=console.failure)
        kept = show.second_copy and words.second_copy.format(path=show.second_copy)
        raise Failed(f"{kept}\n{said}" if kept else said)
    ended = show.latest.phase is Phase.ENDED
    reminder = _reminder(outcome, show, tz) if ended else ""
    return Left(folder, ended, show.second_copy, reminder, console.told_to_stop)


def _reminder(outcome: Outcome, show: LiveShow, tz: tzinfo) -> str:
    """What of the conference is overdue or due today, as the agenda file has it by now; empty for nothing."""
    from runofshow.agenda_file.duty_words import reminder_words
    from runofshow.cli.owing import duties_by_now
    from runofshow.core.duties import reminder
    from runofshow.texts.duties import DUTIES

    words, file = DUTIES[outcome.language], outcome.asked.agenda
    today = show.latest.now.astimezone(tz).date()
    duties = duties_by_now(str(file), show.state.agenda.duties, tz, today)
    told = reminder_words(reminder(duties, today), words)
    return words.at_the_end.format(told=told, file=file) if told else ""
