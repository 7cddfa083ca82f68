"""How text looks, as far as it tells what a line is; styles that stand on others; lines made of such text.

Forms that keep styles (.docx, .odt, .doc) all say it in these.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from runofshow.core.value import replace
from runofshow.documents.document import Line
from runofshow.documents.reading.glyphs import has_private, signs
from runofshow.office.plain import plain

DEEPEST_STYLE = 20
"""Styles upon styles; a file that goes round in a circle ends here."""
_PAGE = re.compile(r"\t *[\divxlc]{1,5} *$")
MM_PER_TWIP = 25.4 / 1440
"""A twip is a twentieth of a point, in which Word measures."""


class Look(Struct, frozen=True, kw_only=True):
    """What is said of it; None is: not said here, see what it stands on."""

    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    centred: bool | None = None
    indent: float | None = None
    """Of the first line, in millimetres."""
    number: str | None = None
    """The automatic list it is in."""
    depth: int | None = None
    """In that list, from 0."""
    heading: bool | None = None
    outline: int | None = None
    """Of a heading, from 0."""
    font: str | None = None
    index: bool | None = None
    """The style of a table of contents, which says again what stands elsewhere."""


NO_LOOK = Look()


def over(upper: Look, lower: Look) -> Look:
    """What the upper one says, and the lower one where it says nothing."""
    if upper is NO_LOOK:
        return lower
    if lower is NO_LOOK:
        return upper
    return Look(
        **{
            name: mine if (mine := getattr(upper, name)) is not None else getattr(lower, name)
            for name in Look.__struct_fields__
        }
    )


class Piece(Struct, frozen=True):
    """Text of one look; «\\n» is a soft break."""

    text: str
    bold: bool = False
    italic: bool = False


def is_of_index(pieces: Iterable[Piece]) -> bool:
    """A line of a table of contents ends in a tab and a page; people use its style for other lines too."""
    return bool(_PAGE.search("".join(piece.text for piece in pieces)))


def lines_of_pieces(pieces: Iterable[Piece], like: Line, in_cell: bool) -> list[Line]:
    """The lines of a paragraph; `like` has what they have in common. One without text is none, but for a cell
    that holds its automatic number alone («STT»)."""
    rows: list[list[Piece]] = [[]]
    for piece in pieces:
        first, *others = piece.text.split("\n")
        rows[-1].append(Piece(first, piece.bold, piece.italic))
        rows.extend([Piece(other, piece.bold, piece.italic)] for other in others)
    found: list[Line] = []
    for row in rows:
        text = plain("".join(piece.text for piece in row))
        if has_private(text):
            text = signs(text)
        alone = in_cell and like.mark and not found and row is rows[-1]
        if not text and not alone:
            continue
        letters = [piece for piece in row if piece.text.strip()]
        found.append(
            replace(
                like,
                text=text,
                mark="" if found else like.mark,
                bold=bool(letters) and all(piece.bold for piece in letters),
                italic=bool(letters) and all(piece.italic for piece in letters),
                goes_on=bool(found),
            )
        )
    return found
