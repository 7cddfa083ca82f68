"""What is chosen on the first screen, carried out: each thing is what a command does."""

from __future__ import annotations

import traceback
from collections.abc import Mapping
from contextlib import chdir
from datetime import datetime, tzinfo
from pathlib import Path
from typing import assert_never

from msgspec import Struct

from runofshow.cli.arguments import Asked, Command
from runofshow.cli.left_open import Kept, Lately
from runofshow.cli.outcome import Failed, Outcome, ToldToStop
from runofshow.core.commands import Mode
from runofshow.texts import Language
from runofshow.texts.cli import CLI, CliTexts
from runofshow.texts.first import FIRST, FirstTexts
from runofshow.tui.first.listing import Looked
from runofshow.tui.first.menu import Said
from runofshow.tui.first.wishes import OfFile, Use, Wish

MOST_COMPLAINTS = 20
"""Of an agenda that cannot be run; the screen shows the first of them."""


class Came(Struct, frozen=True):
    """What came of a choice."""

    said: Said | None = None
    at: Wish | None = None
    """Where the cursor stands next; None: on what there is to go on with."""
    is_over: bool = False
    """The terminal was closed meanwhile, or the process told to end."""


class Beginner(Struct, frozen=True):
    """Begins what was chosen, at this moment and in this language."""

    language: Language
    environ: Mapping[str, str]
    now: datetime
    tz: tzinfo

    @property
    def words(self) -> CliTexts:
        return CLI[self.language]

    @property
    def first(self) -> FirstTexts:
        return FIRST[self.language]

    def look(self, path: Path) -> Looked:
        """What an agenda is, or what keeps it from being run."""
        from runofshow.agenda_file.complaint import complaint_line
        from runofshow.agenda_file.reader import read_plan

        today = self.now.astimezone(self.tz).date()
        reading = read_plan(path, tz=self.tz, today=today, language=self.language)
        agenda = reading.agenda
        if agenda is None:
            # the file is named above: its name before each line would hide what is wrong
            said = [complaint_line(each, self.language).removeprefix(f"{path}:") for each in reading.errors]
            return Looked((path.name,), tuple(said[:MOST_COMPLAINTS]), len(said))
        begins = agenda.sessions[0].start_at.astimezone(self.tz)
        day = f"{begins:%H:%M} {begins.day}/{begins.month}/{begins.year}"
        return Looked((agenda.title, " · ".join(filter(None, (day, agenda.venue)))))

    def begin(self, choice: Wish | OfFile, lately: Lately) -> Came:
        """Carry it out until it is over. What fails is said, and the first screen stands again."""
        at = choice if isinstance(choice, Wish) else Wish.OPEN
        try:
            return self._begun(choice, lately)
        except Failed as failed:
            return Came(Said(str(failed), bad=True), at)
        except OSError as error:
            told = self.words.cannot_write.format(path=error.filename, reason=error.strerror)
            return Came(Said(told if error.filename else str(error), bad=True), at)
        except KeyboardInterrupt:
            # whoever was asked something has thought better of it
            return Came(at=at)
        except ToldToStop:
            return Came(is_over=True)
        except Exception as error:  # noqa: BLE001 - the edge of what was begun: the window must not vanish
            traceback.print_exc()
            told = self.first.broke.format(error=f"{type(error).__name__}: {error}")
            return Came(Said(told, bad=True), at)

    def _begun(self, choice: Wish | OfFile, lately: Lately) -> Came:
        match choice:
            case OfFile(path=path, use=use):
                return self._open(path, use)
            case Wish.NEW:
                return self._new()
            case Wish.PRACTISE:
                return self._practise()
            case Wish.PICK_UP:
                assert lately.unfinished is not None
                return self._pick_up(lately.unfinished)
            case Wish.REPORT:
                assert lately.ended is not None
                return self._report(lately.ended)
            case Wish.DOCTOR:
                return self._doctor()
            case Wish.OPEN | Wish.IMPORT | Wish.LEAVE:
                raise AssertionError(choice)
        assert_never(choice)

    def _outcome(self, asked: Asked) -> Outcome:
        return Outcome(asked, self.language, self.words, self.environ)

    def _show(self, asked: Asked) -> Came:
        """After a show that ended its report is what comes next, else the same show."""
        from runofshow.cli.console import run_console

        left = run_console(self._outcome(asked))
        said = Said(left.reminder) if left.reminder else None
        if left.second_copy is not None:
            said = Said(self.words.second_copy.format(path=left.second_copy), bad=True)
        return Came(said, Wish.REPORT if left.ended else Wish.PICK_UP, left.told_to_stop)

    def _open(self, path: Path, use: Use) -> Came:
        match use:
            case Use.RUN:
                return self._show(Asked("run", agenda=path))
            case Use.REHEARSE:
                return self._show(Asked("rehearse", agenda=path))
            case Use.PLAN:
                from runofshow.cli.planning import plan

                plan(self._outcome(Asked("plan", agenda=path)))
                return Came(at=Wish.OPEN)
        assert_never(use)

    def _pick_up(self, kept: Kept) -> Came:
        command: Command = "run" if kept.mode is Mode.LIVE else "rehearse"
        # a record that cannot all be trusted is asked about, as the command does
        resume = True if kept.is_whole else None
        source = Path(kept.state.opened.source)
        return self._show(Asked(command, agenda=source, resume=resume, folder=kept.folder))

    def _practise(self) -> Came:
        from runofshow.agenda_file.samples import PRACTICE, samples
        from runofshow.cli.own_folder import practice_copy

        copy = practice_copy(samples() / PRACTICE)
        came = self._show(Asked("rehearse", agenda=copy, start="now"))
        told = came.said or Said(self.first.copied.format(path=copy))
        return Came(told, came.at, came.is_over)

    def _new(self) -> Came:
        from runofshow.cli.own_folder import folder_for_new
        from runofshow.cli.planning import open_desk

        with chdir(folder_for_new()):
            open_desk(self._outcome(Asked("plan")), None)
        return Came(at=Wish.OPEN)

    def _report(self, kept: Kept) -> Came:
        from runofshow.cli.own_folder import free_name, own_folder
        from runofshow.cli.reporting import report

        folder = own_folder()
        folder.mkdir(parents=True, exist_ok=True)
        output = free_name(folder, kept.folder.name, ".docx")
        report(self._outcome(Asked("report", show=str(kept.folder), kinds="result", output=output)))
        return Came(Said(self.first.written.format(path=output)), Wish.REPORT)

    def _doctor(self) -> Came:
        from runofshow.cli.doctor import doctor

        print(self.first.examining, flush=True)
        doctor(self._outcome(Asked("doctor")))
        try:
            input(self.first.back)
        except EOFError:
            return Came(is_over=True)
        return Came(at=Wish.DOCTOR)
