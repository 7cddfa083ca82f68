"""The words by which a line of a programme names its act, by kind: what kinds.py reads.

They stand in acts.json. A word is written with its tones and compared without them; «…» is a gap of a few
words. These are wider than the catalogue's aliases, which are for a person who types a kind: a programme says
«Đ/c Bí thư lên phát biểu».
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from msgspec import Struct, json

from runofshow.documents.finding.words.phrases import Phrases, words_of


class _Lists(Struct, forbid_unknown_fields=True):
    strong: dict[str, tuple[str, ...]]
    """By kind."""
    weak: dict[str, tuple[str, ...]]
    """By kind; they name it only where nothing of the above does."""
    names: tuple[str, ...]
    """Before an act they make it a part of a name: «công tác» khen thưởng."""
    idioms: tuple[str, ...]
    """No act though they hold the word of one."""
    soft: tuple[str, ...]
    """Acts that are as often what another act is about."""
    events: tuple[str, ...]
    """Before one of `event_acts`, behind another act, they name the conference: «hội nghị» tổng kết."""
    event_acts: tuple[str, ...]
    carriers: tuple[str, ...]
    """Between a joiner and an act: «và» tiến hành bầu."""
    leaders: tuple[str, ...]
    """Whose plain «phát biểu» guides."""


class Acts(Struct, frozen=True):
    """The lists, ready to be looked for in a line."""

    strong: Phrases
    weak: Phrases
    names: Phrases
    idioms: Phrases
    events: Phrases
    carriers: Phrases
    leaders: Phrases
    event_acts: frozenset[str]
    """Without tones."""
    soft: frozenset[str]
    """Without tones."""


@cache
def acts() -> Acts:
    """The words, read once."""
    lists = json.decode(Path(__file__).with_name("acts.json").read_bytes(), type=_Lists)
    return Acts(
        strong=Phrases(lists.strong),
        weak=Phrases(lists.weak),
        names=Phrases({"name": lists.names}),
        idioms=Phrases({"idiom": lists.idioms}),
        leaders=Phrases({"leader": lists.leaders}),
        carriers=Phrases({"carrier": lists.carriers}),
        events=Phrases({"event": lists.events}),
        event_acts=_plain(lists.event_acts),
        soft=_plain(lists.soft),
    )


def _plain(phrases: tuple[str, ...]) -> frozenset[str]:
    return frozenset(" ".join(word.plain for word in words_of(each)) for each in phrases)
