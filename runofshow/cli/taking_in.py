"""`import --into`: what a newer plan changes in the agenda in use, taken line by line."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from runofshow.agenda_file.batches import as_written
from runofshow.agenda_file.complaint import Reporter
from runofshow.agenda_file.editing.edits import NotEdited
from runofshow.agenda_file.editing.taking import taken
from runofshow.agenda_file.editing.written import Written, written
from runofshow.agenda_file.plan_digest import list_names
from runofshow.agenda_file.revision import Revision, revision_line, revisions
from runofshow.agenda_file.revision_people import OtherPeople, other_people
from runofshow.agenda_file.shape import read_form
from runofshow.agenda_file.unsettled import guesses_of
from runofshow.agenda_file.wording import shown
from runofshow.cli.accepting import InUse, accepted, agenda_of, in_use, keep
from runofshow.cli.agendas import here
from runofshow.cli.outcome import Failed, Outcome
from runofshow.core.agenda import Agenda
from runofshow.core.running_order import running_order
from runofshow.core.wire import Json
from runofshow.documents.agenda_text import agenda_text
from runofshow.documents.draft import Draft
from runofshow.texts.documents import DOCUMENTS

_LONGEST: Final = 600
"""Letters of the names that are told of one award."""


def take_in(draft: Draft, path: Path, outcome: Outcome) -> int:
    """List what the draft changes, and write what is accepted; nothing is written before every answer."""
    words = DOCUMENTS[outcome.language]
    target = in_use(path, outcome)
    if not draft.items:
        raise Failed(words.nothing)
    text = agenda_text(draft, name=outcome.asked.agenda.name, language=outcome.language)
    agenda, (_, tz) = as_written(target.agenda, target.file.written), here()
    day = agenda.sessions[0].start_at.astimezone(tz).date()
    newer, newer_source = agenda_of(text, outcome.asked.agenda.name, outcome, day=day), written(text)
    found = revisions(agenda, newer, _guesses(newer, newer_source), tz=tz)
    others = other_people(agenda, newer)
    for each in others:
        print(_people_line(each, target, outcome), file=sys.stderr)
    if outcome.asked.json:
        people: list[Json] = [
            {"title": each.title, "added": list(each.added), "gone": list(each.gone)} for each in others
        ]
        told: dict[str, Json] = {"changes": _json(found, outcome), "recipients": people}
        print(json.dumps(told, ensure_ascii=False, indent=2))
    elif not found:
        print(words.same_plan.format(file=path))
    lines = [revision_line(each, outcome.language) for each in found]
    wanted = [found[at] for at in accepted(lines, path, outcome)]
    if not wanted:
        return 0
    try:
        done = taken(target.file.written, agenda, newer, newer_source, wanted)
    except NotEdited as error:
        raise Failed(words.not_taken.format(file=path)) from error
    keep(target, done.text, len(wanted), outcome)
    return 0


def _people_line(others: OtherPeople, target: InUse, outcome: Outcome) -> str:
    """Who else is honoured, and where that is to be changed: names are never taken in unseen."""
    words = DOCUMENTS[outcome.language]
    lists = ", ".join(dict.fromkeys(list_names(target.file.written.text.encode())))
    added, gone = (
        phrase.format(count=len(names), names=shown("; ".join(names), _LONGEST))
        for phrase, names in ((words.people_added, others.added), (words.people_gone, others.gone))
    )
    told = "; ".join(each for each, names in ((added, others.added), (gone, others.gone)) if names)
    return words.other_people.format(item=others.title, told=told, file=lists or target.path.name)


def _guesses(newer: Agenda, source: Written) -> dict[str, frozenset[str]]:
    form, _ = read_form(source.root, Reporter(""))
    assert form is not None
    rows = running_order(newer).rows
    return {row.item.item_id: keys for row, keys in zip(rows, guesses_of(form), strict=True)}


def _json(found: Sequence[Revision], outcome: Outcome) -> list[Json]:
    return [
        {
            "n": number,
            "kind": each.kind.value,
            "title": each.title,
            "key": each.key,
            "before": each.before,
            "after": each.after,
            "text": revision_line(each, outcome.language),
        }
        for number, each in enumerate(found, 1)
    ]
