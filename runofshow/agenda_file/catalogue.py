"""The catalogue of item kinds: what a conference takes for granted where its plan is silent.

The list is closed: an agenda names one of these kinds for every item. The facts stand in kinds.yaml; this
is their type. What an agenda takes from here is marked assumed.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from runofshow.agenda_file.notation import read_anchor, read_length
from runofshow.core.agenda import Action, Anchor, AtStart, ClockMode, GoMode, Role, TrackMark
from runofshow.texts import Language


def _anchor(text: object) -> object:
    return read_anchor(text) if isinstance(text, str) else text


def _length(text: object) -> object:
    return read_length(text) if isinstance(text, str) else text


class DefaultCue(BaseModel):
    """A cue that an item of the kind has unless its agenda lists its own."""

    # of an anchor it is asked only whether it is one
    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    to: Role
    do: Action
    vi: str
    en: str
    at: Annotated[Anchor, BeforeValidator(_anchor)] = AtStart()
    standby: Annotated[timedelta, BeforeValidator(_length)] = timedelta(seconds=60)
    go: GoMode = GoMode.HAND
    fade: Annotated[timedelta, BeforeValidator(_length)] = timedelta()
    track: str | None = None
    """The id of the track it means, if the agenda has a track of that id."""
    mark: TrackMark | None = None
    """The mark of the track it means, if the agenda has one so marked."""

    def text(self, language: Language) -> str:
        return self.vi if language is Language.VI else self.en


class Kind(BaseModel):
    """One kind of item."""

    model_config = ConfigDict(frozen=True, extra="forbid")

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
    elastic: int | None = Field(default=None, ge=1)
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


class Custom(BaseModel):
    """A track that the cues of custom play."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    """What a track of it is called in an agenda, unless it has a mark."""
    mark: TrackMark | None = None
    vi: str
    en: str
    words: tuple[str, ...]
    weak: tuple[str, ...] = ()

    def label(self, language: Language) -> str:
        return self.vi if language is Language.VI else self.en


class Catalogue(BaseModel):
    """Every kind, in the order of a conference, and the tracks that their cues play."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    tracks: tuple[Custom, ...]
    kinds: tuple[Kind, ...]

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Catalogue:
        if len({kind.id for kind in self.kinds}) != len(self.kinds):
            raise ValueError("two kinds have one id")
        known = {custom.mark or custom.id for custom in self.tracks}
        named = {cue.mark or cue.track for kind in self.kinds for cue in kind.cues} - {None}
        if named != known:
            raise ValueError(f"tracks that no cue plays, or that are not listed: {named ^ known}")
        return self


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
    return Catalogue.model_validate(yaml.load(text, Loader=loader))
