"""Advice on what is said aloud: names that are missing, words that nobody says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from runofshow.agenda_file.complaint import Complaint
from runofshow.agenda_file.sight import Sight
from runofshow.agenda_file.wording import fold
from runofshow.core.agenda import Item, OnWord
from runofshow.core.told import NAMES
from runofshow.core.words import lacks_name, said_in_turn, words_of

_PLACEHOLDER = re.compile(r"\{[?!]?(\w{1,40})(?:\|[^{}|]*)?\}")
_OF_SPEAKERS = ("kinh thua", "xin tran trong cam on", "xin cam on", "tran trong cam on")
"""What speakers begin and end with, folded: the MC's words do not have it."""


def word_advice(sight: Sight) -> Iterator[Complaint]:
    """Every complaint about the MC's words and about the cues that wait for one."""
    for session in sight.agenda.sessions:
        for item in session.items:
            for row in (item, *item.parts):
                yield from _names(sight, item, row)
                yield from _unsaid(sight, item, row)


def _names(sight: Sight, heading: Item, item: Item) -> Iterator[Complaint]:
    is_named = heading.by or (heading.award and heading.award.presenter)
    # by custom the chair is asked where a plan names nobody, and that is no gap
    is_wanted = item.needs_person or not item.mc_assumed
    if lacks_name(item) and is_wanted and not item.parts and not is_named:
        yield sight.report.warning("mc_unnamed", sight.spot(item), title=item.title, words=words_of(item))
    if item.mc_assumed:
        return
    for name in dict.fromkeys(_PLACEHOLDER.findall(item.mc)):
        if name not in NAMES:
            yield sight.report.warning("mc_placeholder", sight.spot(item, "mc"), name=name)


def _unsaid(sight: Sight, heading: Item, item: Item) -> Iterator[Complaint]:
    """A cue on a word that stands in no words of the item: who waits for it waits for ever."""
    waited = [(index, cue.at.word) for index, cue in enumerate(item.cues) if isinstance(cue.at, OnWord)]
    if not waited or all(cue.assumed for cue in item.cues):
        return
    leaves = [sight.order.places[leaf.item_id].item for leaf in (item.parts or (item,))]
    said = _plain("\n".join(said_in_turn(leaf, None, leaf) for leaf in leaves))
    for index, word in waited:
        plain = _plain(word)
        if said.strip() and plain not in said and not plain.strip().startswith(_OF_SPEAKERS):
            place = sight.spot(item, "cues", index, "at")
            yield sight.report.warning("cue_word_unsaid", place, word=word, title=item.title)


def _plain(text: str) -> str:
    """` nghiem chao co thoi `: folded, one space around each word."""
    return f" {' '.join(re.findall(r'[a-z0-9]+', fold(text)))} "
