"""Commands about what was kept: shows, report."""

from __future__ import annotations

import json
from datetime import tzinfo
from pathlib import Path

from runofshow.cli.flaws import flaw_words
from runofshow.cli.opening import read_record
from runofshow.cli.outcome import USAGE, Failed, Outcome
from runofshow.clock import HallZone
from runofshow.core.commands import Mode
from runofshow.core.history import History, history
from runofshow.core.wire import Json, moment
from runofshow.journal import FILE_NAME, ShowFolder, default_home, read_journal, shows


def list_shows(outcome: Outcome) -> int:
    """Print the shows and rehearsals of this machine, the latest first."""
    tz = _zone()
    home = default_home(outcome.environ)
    try:
        found = shows(home)
    except OSError as error:
        raise Failed(outcome.words.unreadable_show.format(path=home, reason=error.strerror)) from error
    if outcome.asked.json:
        listed: list[Json] = [_show_json(show, tz) for show in found]
        print(json.dumps({"home": str(home), "shows": listed}, ensure_ascii=False, indent=2))
    elif not found:
        print(outcome.words.no_shows)
    else:
        _print_shows(outcome, found, tz)
    return 0


def report(outcome: Outcome) -> int:
    """Write or print the report of a show: by the ending of its file, or Markdown on the screen."""
    from runofshow.report import as_figures, as_markdown, as_page
    from runofshow.texts.report import REPORT

    asked, words = outcome.asked, outcome.words
    tz = _zone()
    ending = asked.output.suffix.lower() if asked.output else (".json" if asked.json else ".md")
    phrases = REPORT[outcome.language]
    if ending == ".json":
        text = as_figures(_history(outcome), tz)
    elif ending == ".md":
        text = as_markdown(_history(outcome), tz, phrases)
    elif ending == ".html":
        text = as_page(_history(outcome), tz, phrases)
    else:
        raise Failed(words.bad_ending.format(ending=ending or "?"), USAGE)
    if asked.output is None:
        print(text, end="" if text.endswith("\n") else "\n")
        return 0
    try:
        asked.output.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise Failed(words.cannot_write.format(path=asked.output, reason=error.strerror)) from error
    print(words.written.format(path=asked.output))
    return 0


def _history(outcome: Outcome) -> History:
    """The history of the show that was named, by folder, journal file, or name under the home."""
    name, words = outcome.asked.show, outcome.words
    places = (Path(name), default_home(outcome.environ) / name)
    path = next((place for place in places if (place / FILE_NAME).exists() or place.is_file()), None)
    if path is None:
        raise Failed(words.no_such_show.format(name=name))
    try:
        reading = read_journal(path) if path.is_file() else read_record(path)
    except OSError as error:
        raise Failed(words.unreadable_show.format(path=path, reason=error.strerror)) from error
    if not reading.entries:
        damage = reading.damage
        if damage is not None:
            raise Failed(
                words.unreadable_show.format(path=path, reason=flaw_words(damage.flaw, outcome.language))
            )
        raise Failed(words.empty_show.format(path=path))
    return history(reading.entries)


def _show_json(show: ShowFolder, tz: tzinfo) -> dict[str, Json]:
    opening = show.opening
    return {
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


def _print_shows(outcome: Outcome, found: list[ShowFolder], tz: tzinfo) -> None:
    from rich.console import Console
    from rich.table import Table

    words = outcome.words
    table = Table(box=None, pad_edge=False, header_style="dim")
    for name in (
        words.column_show,
        words.column_day,
        words.column_mode,
        words.column_state,
        words.column_title,
    ):
        table.add_column(name)
    for show in found:
        opening = show.opening
        state = words.state_ended if show.ended else words.state_open
        mode = (
            "" if opening is None else words.mode_live if opening.mode is Mode.LIVE else words.mode_rehearsal
        )
        table.add_row(
            show.path.name,
            f"{opening.opened_at.astimezone(tz):%d/%m/%Y %H:%M}" if opening else "",
            mode,
            words.state_damaged if show.damage else state,
            opening.title if opening else "",
        )
    Console(highlight=False, markup=False, emoji=False).print(table)


def _zone() -> tzinfo:
    return HallZone()
