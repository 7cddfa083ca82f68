"""`plan`: the desk on an agenda, on a new one, or on what was read of a file of the office."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

from runofshow.agenda_file.complaint import complaint_line
from runofshow.agenda_file.editing.blank import blank_agenda
from runofshow.agenda_file.editing.written import NotWritten, Written, written
from runofshow.agenda_file.reader import Reading, read_agenda_text
from runofshow.cli.agendas import here
from runofshow.cli.garbage import search_again
from runofshow.cli.outcome import USAGE, Failed, Outcome, ToldToStop
from runofshow.core.agenda import Agenda
from runofshow.texts.desk import DESK

AGENDAS = frozenset({".yaml", ".yml", ""})
"""How the names of agendas end."""
MOST_LISTED = 40


def plan(outcome: Outcome) -> int:
    """Open the desk; 0 when it was left in order."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Failed(outcome.words.no_terminal, USAGE)
    path = outcome.asked.agenda
    if path == Path():
        chosen = _chosen(outcome)
        return 0 if chosen is None else open_desk(outcome, *chosen)
    if path.suffix.lower() in AGENDAS:
        return open_desk(outcome, path)
    from runofshow.cli.importing import draft_from
    from runofshow.cli.own_paper import own_paper, own_text
    from runofshow.documents.agenda_text import agenda_text

    own = own_paper(path, outcome)
    if own is not None:
        return open_desk(outcome, path.with_suffix(".yaml"), own_text(own, path, outcome))
    text = agenda_text(draft_from(path, outcome), name=path.name, language=outcome.language)
    return open_desk(outcome, path.with_suffix(".yaml"), text)


def open_desk(outcome: Outcome, path: Path | None, text: str | None = None) -> int:
    """The desk on the agenda at `path`, which may be new; None is one without a file yet.

    `text` is one that nobody has saved: it is saved at `path`, after a question where a file is there.
    Raises Failed, and ToldToStop where the window did not leave by itself.
    """
    from runofshow.agenda_file.catalogue import catalogue
    from runofshow.cli.listening import Listening
    from runofshow.texts.console import CONSOLE
    from runofshow.tui.desk.app import PlanDesk
    from runofshow.tui.desk.shelf import Shelf, taken, unnamed

    language, tz = outcome.language, here()[1]
    desk = DESK[language]
    saved: str | None = None
    shelf = None if path is None else Shelf(path)
    source: Written
    try:
        if text is not None:
            source = written(text)
        elif path is None or not path.exists():
            source = written(blank_agenda(desk.new_title, language))
        else:
            found, shelf = taken(path)
            source, saved = found.written, found.written.text
    except NotWritten as error:
        raise Failed("\n".join(complaint_line(each, language) for each in error.complaints)) from error

    def read(text: str, path: Path | None) -> Reading:
        folder = Path() if path is None else path.resolve().parent
        today = here()[0].astimezone(tz).date()
        name = "" if path is None else path.name
        return read_agenda_text(text, name, folder=folder, tz=tz, today=today, language=language)

    def lengths(agenda: Agenda) -> Mapping[str, timedelta]:
        from runofshow.cli.rehearsed import ran_of
        from runofshow.core.learning import learnt

        known = learnt(agenda, ran_of(outcome, agenda, tell=lambda said: None))
        return {one.item.item_id: one.proposed for one in known if one.proposed is not None}

    kinds = {kind.id: kind.label(language) for kind in catalogue().values()}
    with Listening(outcome) as listening:
        listen = listening.turn if listening.mpv is not None else None
        app = PlanDesk(
            source, shelf, CONSOLE[language], desk, kinds, tz, read, listen, saved, unnamed(), lengths
        )
        search_again()
        app.run()
    if app.board.failure:
        raise Failed(desk.failed.format(error=app.board.failure))
    if app.told_to_stop:
        raise ToldToStop
    return app.return_code or 0


def _chosen(outcome: Outcome) -> tuple[Path | None] | None:
    """One of the agendas in this folder, or a new one; None for neither."""
    from runofshow.tui.desk.shelf import taken, unnamed

    desk = DESK[outcome.language]
    found: list[tuple[Path, str]] = []
    for path in sorted(Path().glob("*.y*ml"))[:MOST_LISTED]:
        try:
            title = taken(path)[0].written.data.get("title")
        except NotWritten:
            continue
        if isinstance(title, str):
            found.append((path, title))
    if not found:
        return (None,)
    print(desk.which)
    for number, (path, title) in enumerate(found, start=1):
        print(f"{number:>3}  {path}  {title}")
    print(desk.which_new if unnamed().left_unsaved() is None else desk.which_rest)
    try:
        answer = input(desk.which_answer).strip().lower()
    except EOFError:
        return None
    if answer.startswith("n"):
        return (None,)
    if answer.isdecimal() and 1 <= int(answer) <= len(found):
        return (found[int(answer) - 1][0],)
    return None
