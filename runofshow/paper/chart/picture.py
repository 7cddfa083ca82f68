"""A drawing as PNG, by resvg and the letters that this machine has.

The type's files are named by path: chosen by family name, resvg takes the first file of that name, and an old
Liberation Serif has half of Vietnamese and none of the rest.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from runofshow.paper.chart.drawing import SPACE, Drawing

Painter = Callable[[Drawing], bytes]
"""Makes the bytes of a PNG, `DPI` dots to an inch."""

DPI: Final = 200
_PROBE: Final = f'<svg {SPACE} width="40" height="40"><text y="30" font-size="30">{{text}}</text></svg>'
_FAMILIES: Final = (
    ("times.ttf", "timesbd.ttf", "timesi.ttf"),
    ("Times New Roman.ttf", "Times New Roman Bold.ttf", "Times New Roman Italic.ttf"),
    ("LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf", "LiberationSerif-Italic.ttf"),
    ("NotoSerif-Regular.ttf", "NotoSerif-Bold.ttf", "NotoSerif-Italic.ttf"),
    ("DejaVuSerif.ttf", "DejaVuSerif-Bold.ttf", "DejaVuSerif-Italic.ttf"),
)
"""Regular, bold, italic: first the paper's type, then those that are as wide, then what reads alike."""
_OTHERS: Final = (
    "seguisym.ttf",
    "msyh.ttc",
    "Arial Unicode.ttf",
    "DejaVuSans.ttf",
    "NotoSansSymbols2-Regular.ttf",
    "NotoSansCJK-Regular.ttc",
)
"""What has signs that the type lacks: stars, arrows, letters of the East."""
FOLDERS: Final = (
    Path("C:/Windows/Fonts"),
    Path("/System/Library/Fonts"),
    Path("/Library/Fonts"),
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
)
"""Where Windows, macOS and Linux keep type."""
_LETTERS: Final = "ễư"
"""The one stands for those with two marks, the other for those with a horn: a type has either sort whole."""
_NO_LETTER: Final = "\U0010fffd"
_SURE: Final = (range(0x20, 0x250), range(0x1E00, 0x1F00))
"""Latin letters with all their marks: the type was chosen by them."""
_UNKNOWN: Final = "?"
"""In place of a sign that no type of the machine has. It would be left out without a word."""


def find_painter(folders: Sequence[Path] = FOLDERS) -> Painter | None:
    """What paints with type from `folders`, else with any that resvg finds; None without our letters."""
    try:
        import resvg_py
    except ImportError:
        return None
    for files in _types(folders):
        chosen = partial(resvg_py.svg_to_bytes, font_files=files, skip_system_fonts=True)
        if _lacking(chosen, _LETTERS):
            continue
        others = [str(path) for name in _OTHERS for path in _named(name, folders)]
        return partial(_painted, chosen, partial(chosen, font_files=files + others))
    whole = resvg_py.svg_to_bytes
    return None if _lacking(whole, _LETTERS) else partial(_painted, whole, whole)


def _types(folders: Sequence[Path]) -> Iterator[list[str]]:
    """The files of each type that is there, its regular one first."""
    for regular, *others in _FAMILIES:
        for path in _named(regular, folders):
            beside = (path.with_name(name) for name in others)
            yield [str(path), *(str(other) for other in beside if other.is_file())]


def _named(name: str, folders: Sequence[Path]) -> Iterator[Path]:
    for folder in folders:
        yield from sorted(folder.rglob(name)) if folder.is_dir() else ()


def _lacking(paint: Callable[..., bytes], signs: Iterable[str]) -> list[str]:
    """Those of `signs` that the type lacks: each looks like any other that it lacks."""
    unknown = paint(svg_string=_PROBE.format(text=_NO_LETTER))
    return [sign for sign in signs if paint(svg_string=_PROBE.format(text=sign)) == unknown]


def _is_rare(sign: str) -> bool:
    """Whether the type may lack it; one without ink cannot be told from one that is lacking."""
    is_seen = not sign.isspace() and unicodedata.category(sign) != "Cf"
    return is_seen and not any(ord(sign) in known for known in _SURE)


def _painted(paint: Callable[..., bytes], with_others: Callable[..., bytes], drawing: Drawing) -> bytes:
    svg = drawing.alone()
    if lacking := _lacking(paint, sorted(filter(_is_rare, set(svg)))):
        paint = with_others
        svg = svg.translate(dict.fromkeys(map(ord, _lacking(paint, lacking)), _UNKNOWN))
    # the ground fills whole dots: a half of one at the edge would be seen as a line
    return paint(svg_string=svg, dpi=DPI, background="#fff")
