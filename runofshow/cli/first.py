"""The first screen: shown again and again, with what came of each choice, until somebody leaves.

The screen gives back a choice, and beginner.py carries it out as the commands do. A nervous hand never stands
before an empty window: only its own wish to leave ends the program.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import assert_never

from runofshow import __version__
from runofshow.cli.beginner import Beginner, Came
from runofshow.cli.left_open import Lately, kept_lately, row_of_ended, row_of_unfinished
from runofshow.cli.own_folder import own_folder_said
from runofshow.clock import Clock, HallZone, system_sources
from runofshow.texts import Language
from runofshow.texts.console import CONSOLE
from runofshow.tui.first.app import Files, FirstScreen, first_pen
from runofshow.tui.first.listing import Listed
from runofshow.tui.first.menu import Row
from runofshow.tui.first.wishes import Choice, OfFile, OtherLanguage, Wish


def first_screen(language: Language, environ: Mapping[str, str], file: Path | None = None) -> int:
    """Show it, and carry out what is chosen, until somebody leaves. The terminal is ours meanwhile.
    1 when the screen itself failed, else 0. `file` was opened with the program: it comes first."""
    came = Came()
    while True:
        beginner = Beginner(language, environ, Clock(system_sources()).now(), HallZone())
        lately = kept_lately(environ, beginner.now)
        screen = _screen(beginner, lately, came, file)
        file = None
        screen.run()
        if screen.board.failure:
            print(beginner.first.failed.format(error=screen.board.failure), file=sys.stderr)
            return 1
        choice: Choice | None = screen.chosen
        match choice:
            case None | Wish.LEAVE:
                return 0
            case OtherLanguage(at=at):
                language = Language.EN if language is Language.VI else Language.VI
                came = Came(at=at)
            case Wish() | OfFile():
                _clear()
                came = beginner.begin(choice, lately)
            case _:
                assert_never(choice)
        if came.is_over:
            return 0


def _screen(beginner: Beginner, lately: Lately, came: Came, file: Path | None) -> FirstScreen:
    now, tz, words, first = beginner.now, beginner.tz, beginner.words, beginner.first
    folder = own_folder_said()
    details = first.wish_details[Wish.PRACTISE].format(folder=folder)
    kept: dict[Wish, Row] = {Wish.PRACTISE: Row(first.wishes[Wish.PRACTISE], (details,))}
    if lately.unfinished is not None:
        kept[Wish.PICK_UP] = row_of_unfinished(lately.unfinished, now, tz, words, first)
    if lately.ended is not None:
        kept[Wish.REPORT] = row_of_ended(lately.ended, now, tz, first, folder)
    at = came.at or Wish.PICK_UP
    if at is Wish.PICK_UP and lately.unfinished is None:
        at = Wish.OPEN
    lists = {
        wish: partial(_files, beginner, lately, agendas=wish is Wish.OPEN)
        for wish in (Wish.OPEN, Wish.IMPORT)
    }
    console = CONSOLE[beginner.language]
    files = Files(lists, beginner.look)
    pen = first_pen(console)
    return FirstScreen(console, first, pen, __version__, kept, files, at, came.said, file)


def _files(beginner: Beginner, lately: Lately, folder: Path | None, *, agendas: bool) -> list[Listed]:
    from runofshow.cli.nearby import Nearby

    nearby = Nearby(beginner.now, beginner.tz, beginner.first, lately.sources)
    return nearby.files(folder, agendas=agendas)


def _clear() -> None:
    """What is asked on the terminal stands on an empty one."""
    from rich.console import Console

    Console().clear()
