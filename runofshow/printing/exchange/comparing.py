"""Which pages of a paper to exchange: the new plan laid on the pages that people hold.

Each page keeps what stands between its old borders. What is too much for it goes on a page put in behind it,
as scripts have it: 5, then 5a; what was torn over two pages, or stands on such pages already, flows through
them. A page that says the same stays in the hand, one that says nothing any more is withdrawn.

    held    1 | 2: items 3-5 | 3: items 6-9        the new plan has two more items behind 4
    new     1 | 2: 3, 4, new | 2a: new, 5 | 3      exchange 2, add 2a
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from msgspec import Struct

from runofshow.core.value import replace
from runofshow.paper.pages import page_count
from runofshow.paper.sheet import Margin, Paper, Paragraph, Run
from runofshow.printing.exchange.holding import Held, HeldPage, Piece, pieces_of
from runofshow.printing.exchange.laying import Unit, begun_on, joined, laid_on, units_of
from runofshow.printing.exchange.marking import marked_paragraph, marked_row
from runofshow.printing.exchange.matching import SPOKEN, matched
from runofshow.texts.exchange import ExchangeTexts

_NAMED = 50
"""Characters of a row's name."""
_FIGURES = re.compile(r"[\W\dh_]*")
"""Hours, lengths and numbers: no word but the h of an hour."""
_LENGTH = re.compile(r"\(~?\d[\dh']*\)")
"""As the script tells it, `(~10')`: one that is another is what moved the hours behind it."""
_LONGEST = 100
"""Characters of what is gone that a page's foot has room for."""


class What(StrEnum):
    """What has become of a row."""

    NEW = "new"
    CHANGED = "changed"
    FIGURES = "figures"
    """Only its hours or numbers are others."""
    GONE = "gone"


class Change(Struct, frozen=True):
    what: What
    key: str
    """Of the row or the paragraph."""
    name: str
    """Its title, or the beginning of what it says."""


class Exchange(Struct, frozen=True):
    """One paper held against what people hold."""

    paper: Paper
    """The pages to print, marked; of no page where nothing is to be exchanged."""
    held: Held
    """What people hold afterwards."""
    exchanged: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    """In the order of the new paper, then what is gone."""

    @property
    def is_needed(self) -> bool:
        return bool(self.exchanged or self.added or self.withdrawn)


def exchange(paper: Paper, held: Held, ids: Mapping[str, str], words: ExchangeTexts, since: str) -> Exchange:
    """`paper` as it would be printed now, held against what people hold since the revision `since`. `ids` has
    the old id of each item whose id is another now."""
    # what still goes on as many pages, if need be in smaller type, does so: the chair's page of each session
    goes_on_as_many = page_count(paper) <= len(held.pages)
    whole = replace(paper, size=min(paper.size, held.size) if goes_on_as_many else held.size)
    units = list(units_of(paper.blocks))
    begun = begun_on(held)
    pairs = matched([piece for _, piece in begun], [unit.piece for unit in units], ids)
    full = _full(held, paper.continued)
    marked = [_marked(unit, full[pairs[at]] if at in pairs else None) for at, unit in enumerate(units)]
    laid = laid_on(whole, held, marked, pairs)
    known = {page.label: page.pieces for page in held.pages}
    changed = [
        page
        for page in laid
        if page.label not in known or not _say_same(known[page.label], pieces_of(page.blocks))
    ]
    after = Held(whole.size, tuple(HeldPage(page.label, pieces_of(page.blocks)) for page in laid))
    stays = set(pairs.values())
    gone = [each for at, each in enumerate(begun) if at not in stays]
    margins = tuple(_margin(page.label, known, gone, held, words, since) for page in changed)
    return Exchange(
        paper=replace(whole, blocks=joined(changed), margins=margins, paged=True, kept=""),
        held=after,
        exchanged=tuple(page.label for page in changed if page.label in known),
        added=tuple(page.label for page in changed if page.label not in known),
        withdrawn=tuple(label for label in known if label not in after.labels),
        changes=tuple(_changes(marked, pairs, [piece for _, piece in gone])),
    )


def as_held(paper: Paper, held: Held) -> Paper:
    """All of a paper on the pages, with the labels, that people hold of the same revision."""
    units, begun, whole = list(units_of(paper.blocks)), begun_on(held), replace(paper, size=held.size)
    pairs = matched([piece for _, piece in begun], [unit.piece for unit in units], {})
    laid = laid_on(whole, held, units, pairs)
    margins = tuple(Margin(page.label) for page in laid)
    return replace(whole, blocks=joined(laid), margins=margins, paged=True)


def _say_same(held: Sequence[Piece], new: Sequence[Piece]) -> bool:
    return [(piece.is_head, piece.texts) for piece in held] == [(piece.is_head, piece.texts) for piece in new]


def _full(held: Held, continued: str) -> list[Piece]:
    """Each piece that begins on a page, with what of it stands on later ones."""
    full: list[Piece] = []
    for piece in (piece for page in held.pages for piece in page.pieces if not piece.is_head):
        if not piece.continues:
            full.append(piece)
            continue
        before = full[-1]
        both = zip(before.texts, piece.texts, strict=True)
        full[-1] = replace(before, texts=tuple(_put_together(*each, continued) for each in both))
    return full


def _put_together(before: str, behind: str, continued: str) -> str:
    behind = behind.removeprefix(continued).lstrip("\n")
    if before.endswith(" …") and behind.startswith("… "):
        return f"{before.removesuffix(' …')} {behind.removeprefix('… ')}"
    return "\n".join(filter(None, (before, behind)))


def _marked(unit: Unit, before: Piece | None) -> Unit:
    if unit.row is not None:
        return Unit(unit.block, marked_row(unit.row, before.texts if before else None))
    if isinstance(unit.block, Paragraph):
        return Unit(marked_paragraph(unit.block, before.texts[0] if before else None))
    return unit


def _margin(
    label: str,
    known: Mapping[str, Sequence[Piece]],
    gone: Sequence[tuple[int, Piece]],
    held: Held,
    words: ExchangeTexts,
    since: str,
) -> Margin:
    if label not in known:
        return Margin(label, words.put_in.format(page=label, since=since))
    named = [_short(piece) for place, piece in gone if held.pages[place].label == label]
    told = words.gone_from_page.format(items="; ".join(named)) if named else ""
    foot = told if len(told) <= _LONGEST else f"{told[: _LONGEST - 2].rstrip()} …"
    return Margin(label, words.takes_place.format(page=label, since=since), foot)


def _short(piece: Piece) -> str:
    """What names a piece: of a row the first of its cells that has words."""
    # on the MC's copy an hour stands before the title
    texts = [" ".join(text.split("\n")[0].rpartition("   ")[2].split()) for text in piece.texts]
    named = next((text for text in texts if sum(sign.isalpha() for sign in text) > 2), "".join(texts))
    return named if len(named) <= _NAMED else f"{named[: _NAMED - 2].rstrip()} …"


def _changes(marked: Sequence[Unit], pairs: Mapping[int, int], gone: Sequence[Piece]) -> Iterator[Change]:
    """One for each key: of an item that stands in two places, or whose words follow it, what is most."""
    found: dict[str, Change] = {}
    under: Piece | None = None
    for at, unit in enumerate(marked):
        piece = unit.piece
        under = piece if piece.key else under
        lines = _marked_lines(unit)
        if lines is None or under is None or (unit.row is None and not under.key.startswith(SPOKEN)):
            continue
        words = " ".join(run.text for runs in lines for run in runs if run.changed)
        what = What.CHANGED
        if at not in pairs and piece.key:
            what = What.NEW
        elif words and _FIGURES.fullmatch(words) and not _LENGTH.search(words):
            what = What.FIGURES
        key = under.key.removeprefix(SPOKEN)
        if key not in found or _WEIGHT[what] > _WEIGHT[found[key].what]:
            found[key] = Change(what, key, found[key].name if key in found else _short(under))
    yield from found.values()
    kept = {unit.piece.key for unit in marked}
    for piece in gone:
        key = piece.key.removeprefix(SPOKEN)
        if key and piece.key not in kept and key not in found:
            found[key] = Change(What.GONE, key, _short(piece))
            yield found[key]


_WEIGHT = {What.FIGURES: 0, What.CHANGED: 1, What.NEW: 2}


def _marked_lines(unit: Unit) -> tuple[tuple[Run, ...], ...] | None:
    """The lines of what is marked; None of what says the same."""
    if unit.row is not None:
        return tuple(runs for cell in unit.row.cells for runs in cell.lines) if unit.row.changed else None
    return (unit.block.runs,) if isinstance(unit.block, Paragraph) and unit.block.changed else None
