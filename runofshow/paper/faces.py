"""The type that a paper is set in: which of this machine's files have it, with every letter of Vietnamese.

Two files may bear one name: Liberation Serif 1 lacks half of what Liberation Serif 2 has, and typst takes the
one it finds first. So a name is tried, and then the folders of its files one by one.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from runofshow.paper import measures

if TYPE_CHECKING:
    from typst import Fonts

_FAMILIES: Final = (measures.FONT, "Liberation Serif", "Tinos")
"""As wide as each other, letter by letter."""
_OF_TYPST: Final = "Libertinus Serif"
"""Comes with it, has every letter, and is a little wider."""
_LETTERS: Final = "ễƯ"
"""The one stands for those with two marks, the other for those with a horn: a file has either sort whole."""
_NO_LETTER: Final = "\U0010fffd"
_PROBE: Final = '#set text(font: "{family}", fallback: false)\n{letter}'


class Faces(Struct, frozen=True):
    """Type that is at hand."""

    families: tuple[str, ...]
    """The one to take, and one for what it lacks."""
    fonts: Any
    """Of typst's own sort: `typst.Fonts`."""


def faces() -> Faces:
    """What this machine has, the best first; with nothing else typst's own."""
    import typst

    found = typst.Fonts()
    for family in _FAMILIES:
        for fonts in _ways(found, family):
            if _has_letters(fonts, family):
                return Faces((family, _OF_TYPST), fonts)
    return Faces((_OF_TYPST,), found)


def _ways(found: Fonts, family: str) -> Iterator[Fonts]:
    """The fonts of the machine, with each folder that has this family before the others."""
    import typst

    folders = dict.fromkeys(str(Path(font.path).parent) for font in found.fonts() if font.path)
    having = dict.fromkeys(
        str(Path(font.path).parent) for font in found.fonts() if font.path and font.family == family
    )
    if not having:
        return
    yield found
    for folder in having:
        others = [each for each in folders if each not in having]
        yield typst.Fonts(include_system_fonts=False, font_paths=[folder, *others])


def _has_letters(fonts: Fonts, family: str) -> bool:
    """A letter that a file lacks looks like any other that it lacks."""
    import typst

    lacking, *drawn = (
        typst.compile(_PROBE.format(family=family, letter=letter).encode(), font_paths=fonts, format="svg")
        for letter in (_NO_LETTER, *_LETTERS)
    )
    return lacking not in drawn
