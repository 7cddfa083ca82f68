"""Lessons as the report tells them: what somebody wrote down, and modestly what the record suggests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from runofshow.core.beside import beside
from runofshow.core.notices import NoteKind
from runofshow.core.timeline import NO_TIME
from runofshow.paper.plain import printable
from runofshow.paper.sheet import Block, Style, paragraph
from runofshow.report.account import Account, titled
from runofshow.report.decisions import noted_line
from runofshow.report.notation import fine, spelled
from runofshow.report.reckoning.lessons import MissedCues, SlowAnswers, Suggestion, TooShort, suggestions
from runofshow.report.section import listed

NAMED = 3
"""Cues of a hand: the table has them all."""


def advice(account: Account) -> Iterator[Block]:
    """The lessons that were noted, then what the meeting may take up."""
    for note in account.history.notes:
        if note.kind is NoteKind.LESSON:
            yield paragraph(f"- {noted_line(note, account)}.", Style.LISTED)
    found = suggestions(account.history, beside(account.history, account.rehearsals))
    yield from listed(account.outcome.suggested, (_told(one, account) for one in found))


def _told(suggestion: Suggestion, account: Account) -> str:
    words, names = account.outcome, account.words
    match suggestion:
        case TooShort(item, takes, needed):
            phrase = words.too_short if takes else words.too_short_once
            return phrase.format(
                item=titled(item),
                planned=spelled(item.planned or NO_TIME, names),
                actual=spelled(item.length or NO_TIME, names),
                takes=", ".join(spelled(take, names) for take in takes),
                needed=names.minutes.format(count=round(needed.total_seconds() / 60)),
            )
        case MissedCues(role, cues):
            texts = "; ".join(dict.fromkeys(printable(cue.text) for cue in cues[:NAMED]))
            texts += "…" if len(cues) > NAMED else ""
            return words.missed_cues.format(role=names.who_is(role.value), count=len(cues), cues=texts)
        case SlowAnswers(hand):
            return words.slow_answers.format(
                role=names.who_is(hand.role.value),
                answered=hand.answered,
                asked=hand.asked,
                median=fine(hand.answer_median, names).lstrip("+"),
            )
        case _:
            assert_never(suggestion)
