"""A drawing as PNG, by resvg and the letters that this machine has.

The type's files are named by path: chosen by family name, resvg takes the first file of that name, and an old
Liberation Serif has half of Vietnamese and none of the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
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


def find_painter(folders: Sequence[Path] = FOLDERS) -> Painter | None:
    """What paints with type from `folders`, else with any that resvg finds; None without our letters."""
    try:
        import resvg_py
    except ImportError:
        return None
    paint = resvg_py.svg_to_bytes
    for files in _types(folders):
        with_files = partial(paint, font_files=files, skip_system_fonts=True)
        if _has_letters(with_files):
            return partial(_painted, with_files)
    return partial(_painted, paint) if _has_letters(paint) else None


def _types(folders: Sequence[Path]) -> Iterator[list[str]]:
    """The files of each type that is there, its regular one first."""
    for regular, *others in _FAMILIES:
        for folder in folders:
            for path in sorted(folder.rglob(regular)) if folder.is_dir() else ():
                beside = (path.with_name(name) for name in others)
                yield [str(path), *(str(other) for other in beside if other.is_file())]


def _has_letters(paint: Callable[..., bytes]) -> bool:
    """A letter that a type lacks looks like any other that it lacks."""
    lacking = paint(svg_string=_PROBE.format(text=_NO_LETTER))
    return all(paint(svg_string=_PROBE.format(text=letter)) != lacking for letter in _LETTERS)


def _painted(paint: Callable[..., bytes], drawing: Drawing) -> bytes:
    # the ground fills whole dots: a half of one at the edge would be seen as a line
    return paint(svg_string=drawing.alone(), dpi=DPI, background="#fff")
