"""What is chosen from a list: the words that people choose among, each with the one that the file has."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from runofshow.agenda_file.catalogue import catalogue
from runofshow.agenda_file.fields import When, kind_meant
from runofshow.agenda_file.people_fields import AddressName
from runofshow.agenda_file.wording import fold, line_of, nearest
from runofshow.core.agenda import (
    CUE_ROLES,
    Action,
    AwardLevel,
    ClockMode,
    GoMode,
    Layer,
    Rite,
    TrackMark,
)
from runofshow.texts import Language
from runofshow.texts.book import BOOK
from runofshow.texts.fields import FIELDS
from runofshow.texts.roles import EN, VI

_WORDS = MappingProxyType(
    {
        "do": tuple(Action),
        "go": tuple(GoMode),
        "clock": tuple(ClockMode),
        "mark": tuple(TrackMark),
        "layer": tuple(Layer),
        "level_of_award": tuple(AwardLevel),
        "rite": tuple(Rite),
        "address": tuple(AddressName),
        "when": tuple(When),
        "yes": ("true", "false"),
    }
)
LEVELS = ("session", "item", "part")
"""What a row of the running order is."""


@cache
def choices(name: str, language: Language) -> Mapping[str, str]:
    """The words of a list by what the file has, in their order."""
    match name:
        case "kind":
            return {kind.id: kind.label(language) for kind in catalogue().values()}
        case "to":
            roles = VI if language is Language.VI else EN
            return {role.value: getattr(roles, role.value) for role in CUE_ROLES}
        case "level":
            return dict(zip(LEVELS, BOOK[language].levels, strict=True))
    said = FIELDS[language].choices
    return {str(word): said.get(f"{name}.{word}") or said[str(word)] for word in _WORDS[name]}


LISTS = (*_WORDS, "kind", "to", "level")
"""Every list but those of an agenda's own items and tracks."""


def chosen(name: str, text: str) -> str | None:
    """What the file has for the words of either language, or for its own word; None where none is meant."""
    return _meant(name).get(_plain(text))


def meant(name: str, text: str, language: Language) -> str:
    """The words that `text` may be a slip of; empty where none are near."""
    known = choices(name, language)
    if name == "kind" and (kind := kind_meant(text)):
        return known[kind]
    near = nearest(line_of(text), known.values(), _meant(name))
    return known.get(near, near)


@cache
def _meant(name: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for language in Language:
        found |= {_plain(words): value for value, words in choices(name, language).items()}
    return found | {_plain(value): value for value in choices(name, Language.VI)}


def _plain(text: str) -> str:
    return fold(line_of(text))
