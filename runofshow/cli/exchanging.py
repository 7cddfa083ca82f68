"""`print --changed-since`: which pages to exchange in everybody's hand, and those alone as files.

What people hold is told by the revision at the foot of their pages, or its beginning; by a file that was
printed; or by the older agenda.
"""

from __future__ import annotations

import io
import re
import sys
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

from runofshow.agenda_file.plan_digest import plan_digest
from runofshow.agenda_file.reader import read_agenda_text
from runofshow.cli.agendas import REVISION, here
from runofshow.cli.outcome import Failed, Outcome
from runofshow.cli.papers import write_new
from runofshow.cli.printed import Printed, Store, paper_name, whole_text
from runofshow.core.value import Json
from runofshow.paper.sheet import Paper
from runofshow.printing.exchange.comparing import Exchange, What, exchange
from runofshow.printing.exchange.holding import Held, held_of
from runofshow.printing.exchange.matching import old_ids
from runofshow.printing.papers import Kind, paper_for, title_of, unpaged
from runofshow.printing.plan import Plan, plan_of
from runofshow.texts.exchange import EXCHANGE, ExchangeTexts
from runofshow.texts.printing import PRINTING

_AT_FOOT: Final = re.compile(r"(?:Bản|Version) ([0-9a-f]{8})\b")
_FOOTED: Final = re.compile(r"(footer|sheet)\d*\.xml$")
"""The parts of an office's file that have a foot."""
_LARGEST: Final = 50_000_000
"""Bytes of such a part: one that is larger is none of ours."""
_LISTED: Final = 5
"""Kept revisions that are named where none is the one asked for."""
_MANY, _NEARLY_ALL = 4, 0.8
"""So many pages, and so much of all of them, are rather printed as a whole."""
_AGENDAS: Final = frozenset((".yaml", ".yml"))


class _Since(Struct, frozen=True):
    """What people hold."""

    revision: str
    agenda: str
    """The text of its file, with the names of its lists; empty where nobody kept it."""
    papers: Mapping[str, Held]
    before: str = ""
    """The revision of which pages were exchanged for these."""


def print_exchange(
    outcome: Outcome,
    plan: Plan,
    text: str,
    files: Mapping[Kind, Path],
    store: Store,
    write: Callable[[Paper], bytes],
) -> int:
    """Say which pages are to be exchanged, and write them. `text` is that of the agenda (`whole_text`)."""
    words, language = EXCHANGE[outcome.language], outcome.language
    since = _since(outcome, store, words)
    if later := [each for each in store.exchanged(since.revision) if each != plan.revision]:
        print(words.exchanged_already.format(since=since.revision, later=later[0]), file=sys.stderr)
    told = [(kind, _exchange(kind, plan, since, store, outcome)) for kind in files]
    for kind, found in told:
        if found.paper.blocks:
            write_new(outcome, files[kind], write(found.paper), len(files) > 1)
    if any(found.is_needed for _, found in told):
        held_now = {paper_name(kind, language): found.held for kind, found in told}
        keep(store, Printed(plan.revision, text, held_now, since.revision), words)
    if outcome.asked.json:
        print(msgspec.json.encode(_json(plan, since, told, files)).decode())
    else:
        _say(outcome, since, told, files, words)
    return 0


def _exchange(kind: Kind, plan: Plan, since: _Since, store: Store, outcome: Outcome) -> Exchange:
    """One paper held against what people hold of it: where it was left out of an exchange, what they held
    before."""
    words, name = EXCHANGE[outcome.language], paper_name(kind, outcome.language)
    last, held, seen = since, since.papers.get(name), {since.revision}
    # who goes back to an older plan goes round
    while held is None and last.before not in seen and (printed := store.find(last.before)) is not None:
        seen.add(last.before)
        last = _Since(printed.revision, printed.agenda, printed.papers, printed.since)
        held = last.papers.get(name)
    if held is None:
        last = since
    old = _old_plan(last, plan, outcome)
    if held is None and old is not None:
        if since.papers:
            title = title_of(kind, PRINTING[outcome.language])
            print(words.as_new.format(paper=title, since=since.revision), file=sys.stderr)
        held = held_of(paper_for(kind, old))
    if held is None:
        raise Failed(words.no_agenda.format(path=outcome.asked.changed_since))
    ids = old_ids(old.agenda, plan.agenda) if old is not None else {}
    return exchange(unpaged(kind, plan), held, ids, words, last.revision)


def keep(store: Store, printed: Printed, words: ExchangeTexts) -> None:
    """Keep what was printed; that it could not be kept is said, and hinders nobody."""
    try:
        store.keep(printed)
    except OSError as error:
        print(words.not_kept.format(reason=error.strerror or error), file=sys.stderr)


def _since(outcome: Outcome, store: Store, words: ExchangeTexts) -> _Since:
    asked = outcome.asked.changed_since
    assert asked is not None
    path = Path(asked)
    agenda = ""
    revision = asked.strip().casefold()
    data = _bytes_of(path, outcome)
    if data is not None:
        if path.suffix.lower() in _AGENDAS:
            agenda = whole_text(data, path, outcome.language)
            revision = plan_digest(data, path.parent)[:REVISION]
        else:
            revision = _at_foot(data)
            if not revision:
                raise Failed(words.no_revision.format(path=path))
    found = store.named(revision) if revision else []
    if len(found) > 1:
        raise Failed(words.several.format(since=asked, found=", ".join(found)))
    printed = store.find(found[0]) if found else None
    if printed is not None:
        return _Since(printed.revision, agenda or printed.agenda, printed.papers, printed.since)
    if not agenda:
        raise Failed(_unknown(asked, store, words))
    return _Since(revision, agenda, {})


def _bytes_of(path: Path, outcome: Outcome) -> bytes | None:
    """What the file says; None where there is none of that name. Raises Failed."""
    try:
        return path.read_bytes() if path.is_file() else None
    except OSError as error:
        if not path.suffix:
            return None
        raise Failed(f"{path}: {error.strerror}") from error


def _unknown(since: str, store: Store, words: ExchangeTexts) -> str:
    kept = store.named("")[:_LISTED]
    return words.unknown.format(since=since, kept=", ".join(kept)) if kept else words.none_kept


def _at_foot(data: bytes) -> str:
    """The revision at the foot of a paper of ours; empty where there is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as whole:
            parts = [part for part in whole.infolist() if _FOOTED.search(part.filename)]
            texts: Sequence[str] = [
                whole.read(part).decode("utf-8", "replace") for part in parts if part.file_size < _LARGEST
            ]
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError):
        texts = [data.decode("utf-8", "replace")]
    return next((found[1] for text in texts if (found := _AT_FOOT.search(text))), "")


def _old_plan(since: _Since, plan: Plan, outcome: Outcome) -> Plan | None:
    """The older agenda laid out; None where its text can no longer be read as one."""
    now, tz = here()
    today = now.astimezone(tz).date()
    reading = read_agenda_text(
        since.agenda, since.revision, folder=None, tz=tz, today=today, language=outcome.language
    )
    if reading.agenda is None:
        return None
    return plan_of(reading.agenda, tz, outcome.language, revision=since.revision, printed_at=plan.printed_at)


def _say(
    outcome: Outcome,
    since: _Since,
    told: Sequence[tuple[Kind, Exchange]],
    files: Mapping[Kind, Path],
    words: ExchangeTexts,
) -> None:
    if not any(found.is_needed for _, found in told):
        print(words.nothing.format(since=since.revision))
        return
    for kind, found in told:
        name = title_of(kind, PRINTING[outcome.language])
        if not found.is_needed:
            print(words.unchanged.format(paper=name))
            continue
        pages = [
            phrase.format(pages=", ".join(labels))
            for phrase, labels in (
                (words.exchange, found.exchanged),
                (words.add, found.added),
                (words.withdraw, found.withdrawn),
            )
            if labels
        ]
        print(words.paper.format(paper=name, pages="; ".join(pages)))
        new = len(found.paper.margins)
        if new >= _MANY and new >= _NEARLY_ALL * len(found.held.pages):
            print(words.nearly_all)
        for what in What:
            items = list(dict.fromkeys(change.name for change in found.changes if change.what is what))
            if items:
                print(words.what[what].format(items="; ".join(items), count=len(items)))
        if found.paper.blocks:
            print(outcome.words.written.format(path=files[kind]))


def _json(
    plan: Plan, since: _Since, told: Sequence[tuple[Kind, Exchange]], files: Mapping[Kind, Path]
) -> dict[str, Json]:
    papers: list[Json] = [
        {
            "paper": kind.value,
            "file": str(files[kind]) if found.paper.blocks else None,
            "exchange": list(found.exchanged),
            "add": list(found.added),
            "withdraw": list(found.withdrawn),
            "changes": [
                {"what": change.what.value, "key": change.key, "name": change.name}
                for change in found.changes
            ],
        }
        for kind, found in told
    ]
    return {"revision": plan.revision, "since": since.revision, "papers": papers}
