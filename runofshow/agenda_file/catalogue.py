"""The catalogue of item kinds: what a conference takes for granted where its plan is silent.

The list is closed: an agenda names one of these kinds for every item. The facts stand in kinds.yaml; this
is their type. What an agenda takes from here is marked assumed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any

import yaml
from msgspec import Meta, Struct, convert

from runofshow.agenda_file.notation import read_anchor, read_length
from runofshow.core.agenda import Action, Anchor, AtStart, ClockMode, GoMode, Role, TrackMark
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

    def text(self, language: Language) -> str:
        return self.vi if language is Language.VI else self.en


class Kind(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One kind of item."""

    id: str
    vi: str
    en: str
    minutes: tuple[int, int, int]
    """Least, typical and most."""
    protected: bool
    clock: ClockMode
    person: bool
    """An item of this kind is nothing without somebody named."""
    part_minutes: int | None = None
    """Of one part (an act of three), where `minutes` are those of the whole heading."""
    per_part: bool = False
    """The minutes are those of one part (a speaker), not of the whole heading."""
    elastic: Annotated[int, Meta(ge=1)] | None = None
    """Rank in giving way when the show is late, 1 first; None never gives way."""
    mc: str
    mc_heading: str = ""
    aliases: tuple[str, ...]
    cues: tuple[DefaultCue, ...]

    @property
    def typical(self) -> timedelta:
        return timedelta(minutes=self.minutes[1])

    def label(self, language: Language) -> str:
        return self.vi if language is Language.VI else self.en


class Custom(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A track that the cues of custom play."""

    id: str
    """What a track of it is called in an agenda, unless it has a mark."""
    mark: TrackMark | None = None
    vi: str
    en: str
    words: tuple[str, ...]
    weak: tuple[str, ...] = ()

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
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = Path(__file__).with_name("kinds.yaml").read_text(encoding="utf-8")
    said = yaml.load(text, Loader=loader)
    for kind in said["kinds"]:
        kind["cues"] = [
            cue | {key: _NOTED[key](cue[key]) for key in cue if key in _NOTED} for cue in kind["cues"]
        ]
    return convert(said, Catalogue)


_NOTED: Mapping[str, Callable[[str], Anchor | timedelta]] = MappingProxyType(
    {"at": read_anchor, "standby": read_length, "fade": read_length}
)
"""What is written as in an agenda."""
