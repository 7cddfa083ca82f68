"""The catalogue of item kinds: what a conference takes for granted where its plan is silent.

The list is closed: an agenda names one of these kinds for every item. The facts stand in kinds.json, which is
read in a hundredth of the time that YAML takes; this is their type. What an agenda takes from here is marked
assumed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Annotated

from msgspec import Meta, Struct, convert, json

from runofshow.agenda_file.notation import read_anchor, read_length
from runofshow.core.agenda import Action, Anchor, AtStart, ClockMode, GoMode, OnWord, Rite, Role, TrackMark
from runofshow.core.told import STANDING
from runofshow.texts import Language


class DefaultCue(Struct, frozen=True, forbid_unknown_fields=True):
    """A cue that an item of the kind has unless its agenda lists its own."""

    to: Role
    do: Action
    vi: str
    en: str
    at: Anchor = AtStart()
    standby: timedelta = timedelta(seconds=60)
    go: GoMode = GoMode.HAND
    fade: timedelta = timedelta()
    track: str | None = None
    """The id of the track it means, if the agenda has a track of that id."""
    mark: TrackMark | None = None
    """The mark of the track it means, if the agenda has one so marked."""
    word_en: str | None = None
    """The word it is called on where the MC speaks English; None where it is the same."""
    rite: Rite | None = None
    """Only where the flag is saluted so."""
    if_listed: bool = False
    """Only where the agenda has its track."""

    def text(self, language: Language) -> str:
        return self.vi if language is Language.VI else self.en

    def anchor(self, language: Language) -> Anchor:
        """When it is called in a conference held in the language."""
        return self.at if self.word_en is None or language is Language.VI else OnWord(self.word_en)


class Said(Struct, frozen=True, forbid_unknown_fields=True):
    """A formula (core/words.py) in both languages."""

    vi: str = ""
    en: str = ""

    def text(self, language: Language) -> str:
        return self.vi if language is Language.VI else self.en


class Kind(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One kind of item."""

    id: str
    vi: str
    en: str
    minutes: tuple[int, int, int]
    """Least, typical and most, of a half-day conference with 150 to 300 delegates."""
    protected: bool
    """Never shortened or skipped without the chair's word."""
    clock: ClockMode
    person: bool
    """An item of this kind is nothing without somebody named."""
    part_minutes: int | None = None
    """Of one part (an act of three), where `minutes` are those of the whole heading."""
    per_part: bool = False
    """The minutes are those of one part (a speaker), not of the whole heading."""
    elastic: Annotated[int, Meta(ge=1)] | None = None
    """Rank in giving way when the show is late, 1 first; None never gives way."""
    mc: Said
    """The MC's words."""
    mc_heading: Said = Said()
    """Of a heading that introduces its parts."""
    mc_plain: Said | None = None
    """Where the flag is saluted without commands."""
    thanks: Said = Said()
    """To whoever spoke, when it is over."""
    aliases: tuple[str, ...]
    """Other names, for "did you mean" and for reading plans."""
    cues: tuple[DefaultCue, ...]

    @property
    def is_standing(self) -> bool:
        """The hall stands through it."""
        return self.id in STANDING

    @property
    def least(self) -> timedelta:
        return timedelta(minutes=self.minutes[0])

    @property
    def importance(self) -> int:
        """1 gives way first."""
        return min(self.elastic or _NEVER, _NEVER)

    @property
    def typical(self) -> timedelta:
        return timedelta(minutes=self.minutes[1])

    def label(self, language: Language) -> str:
        return self.vi if language is Language.VI else self.en


_NEVER = 5
"""The importance of what custom does not let give way, and of what does so last."""


class Custom(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A track that the cues of custom play."""

    id: str
    """What a track of it is called in an agenda, unless it has a mark."""
    mark: TrackMark | None = None
    vi: str
    en: str
    words: tuple[str, ...]
    """What guesses it from a title or an id; case and diacritics do not count."""
    weak: tuple[str, ...] = ()
    """Words that count only where no track has the others."""

    def label(self, language: Language) -> str:
        return self.vi if language is Language.VI else self.en


class Catalogue(Struct, frozen=True, forbid_unknown_fields=True):
    """Every kind, in the order of a conference, and the tracks that their cues play."""

    tracks: tuple[Custom, ...]
    kinds: tuple[Kind, ...]

    def __post_init__(self) -> None:
        if len({kind.id for kind in self.kinds}) != len(self.kinds):
            raise ValueError("two kinds have one id")
        known = {custom.mark or custom.id for custom in self.tracks}
        named = {cue.mark or cue.track for kind in self.kinds for cue in kind.cues} - {None}
        if named != known:
            raise ValueError(f"tracks that no cue plays, or that are not listed: {named ^ known}")


@cache
def catalogue() -> Mapping[str, Kind]:
    """Every kind by its id."""
    return MappingProxyType({kind.id: kind for kind in _read().kinds})


@cache
def customs() -> tuple[Custom, ...]:
    """Every track that the cues of custom play."""
    return _read().tracks


@cache
def _read() -> Catalogue:
    said = json.decode(Path(__file__).with_name("kinds.json").read_bytes())
    for kind in said["kinds"]:
        kind["cues"] = [
            cue | {key: _NOTED[key](cue[key]) for key in cue if key in _NOTED} for cue in kind["cues"]
        ]
    return convert(said, Catalogue)


_NOTED: Mapping[str, Callable[[str], Anchor | timedelta]] = MappingProxyType(
    {"at": read_anchor, "standby": read_length, "fade": read_length}
)
"""What is written as in an agenda."""
