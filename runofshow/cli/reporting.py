"""`report`: what came of a show, on a screen, as papers of the office, or for programs.

A file is written over, as each report is whole and new; but for Word's and Excel's, in which a hand may have
filled what no journal knows.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from runofshow.cli.agendas import here
from runofshow.cli.outcome import USAGE, Failed, Outcome
from runofshow.cli.owing import duties_by_now
from runofshow.cli.papers import ENDINGS, files_of, kinds_asked, writer
from runofshow.cli.records import named_history
from runofshow.cli.rehearsed import rehearsals_of
from runofshow.report import Account, Kind, as_figures, paper_for
from runofshow.texts.official import OFFICIAL
from runofshow.texts.report import REPORT

_JSON, _MARKDOWN = ".json", ".md"
_FILLED_IN: Final = frozenset((".docx", ".xlsx"))


def report(outcome: Outcome) -> int:
    """Write or print the papers of `--for`: by the ending of the file, or Markdown on the screen."""
    asked, words = outcome.asked, outcome.words
    output, kinds = asked.output, kinds_asked(outcome, Kind)
    ending = output.suffix.lower() if output else ""
    if output is not None and len(kinds) == 1 and ending not in (_JSON, *ENDINGS):
        raise Failed(words.bad_ending.format(ending=ending or "?"), USAGE)
    now, tz = here()
    history = named_history(outcome)
    rehearsals = rehearsals_of(outcome, history)
    plan, today = history.agenda, now.astimezone(tz).date()
    duties = duties_by_now(history.source, plan.duties, tz, today, plan.title)
    if ending == _JSON or (asked.json and output is None):
        _put(output, as_figures(history, tz, rehearsals, duties).encode(), outcome)
        return 0
    account = Account(history, tz, REPORT[outcome.language], now, rehearsals, duties)
    if output is None:
        for kind in kinds:
            _put(None, writer(outcome, _MARKDOWN)(paper_for(kind, account, _MARKDOWN)), outcome)
        return 0
    files = files_of(outcome, output, kinds, OFFICIAL[outcome.language].files)
    for path in files.values():
        if path.suffix.lower() in _FILLED_IN and path.exists():
            raise Failed(words.exists.format(path=path))
    for kind, path in files.items():
        _put(
            path, writer(outcome, path.suffix.lower())(paper_for(kind, account, path.suffix.lower())), outcome
        )
    return 0


def _put(path: Path | None, written: bytes, outcome: Outcome) -> None:
    """Into the file, or onto the screen where there is none."""
    words = outcome.words
    if path is None:
        print(written.decode(), end="")
        return
    try:
        if path != outcome.asked.output:
            path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(written)
    except OSError as error:
        raise Failed(words.cannot_write.format(path=path, reason=error.strerror)) from error
    print(words.written.format(path=path))
