"""From where to where a thing stands in the text, in whole lines, with the comments that are about it.

A comment right above an element, no deeper than its dash, is about it and goes where it goes; a deeper one
behind an element belongs to that. Blank lines belong to what stands above them.
"""

from __future__ import annotations

import re

from msgspec import Struct

from runofshow.agenda_file.tree import Listing, Mapping, Node, Scalar

_DASH = re.compile(r"^ *-(?=\s|\Z)", re.MULTILINE)


class Span(Struct, frozen=True):
    """Whole lines of the text."""

    start: int
    end: int
    column: int
    """Of the dash, from 0."""


def line_start(text: str, at: int) -> int:
    """Where the line of `at` begins."""
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """Behind the line feed of the line of `at`."""
    return text.find("\n", at) + 1 or len(text)


def content_end(text: str, node: Node) -> int:
    """Behind the last sign of a node: the mark at a block's end stands only at the next thing."""
    if isinstance(node, Mapping) and not node.flow and node.entries:
        return content_end(text, node.entries[-1][1])
    if isinstance(node, Listing) and not node.flow and node.nodes:
        return content_end(text, node.nodes[-1])
    if isinstance(node, Scalar) and not node.plain:
        said = text[node.start : node.end]
        keeps_blank_lines = said[:1] in ("|", ">") and "+" in said.split("\n", 1)[0].split("#", 1)[0]
        return node.end if keeps_blank_lines else node.start + len(said.rstrip())
    return node.end


def colon_end(text: str, key: Scalar) -> int:
    """Behind the colon of a key."""
    return text.index(":", key.end) + 1


def own_end(text: str, node: Node, column: int, *, blanks: bool = False) -> int:
    """Where the lines of a node end whose key or dash is in `column`, with the deeper comments behind it, and
    with the `blanks` beneath."""
    end = content_end(text, node)
    at = last = end if end and text[end - 1] == "\n" and end > node.start else line_end(text, end)
    while at < len(text):
        line = text[at : line_end(text, at)]
        words = line.strip()
        if words and not (words[0] == "#" and len(line) - len(line.lstrip()) > column):
            break
        at += len(line)
        last = at if words else last
    while blanks and last < len(text) and not text[last : line_end(text, last)].strip():
        last = line_end(text, last)
    return last


def element(text: str, listing: Listing, index: int, floor: int) -> Span:
    """The lines of an element of a list that is written with dashes; `floor` is where the list may begin."""
    node = listing.nodes[index]
    before = listing.nodes[index - 1] if index else None
    below = floor if before is None else line_end(text, content_end(text, before) - 1)
    dash = _DASH.search(text, below, max(below, node.start) + 1)
    start = line_start(text, node.start) if dash is None else dash.start()
    column = len(text[start : line_end(text, start)]) - len(text[start : line_end(text, start)].lstrip(" "))
    least = floor if before is None else own_end(text, before, column)
    end = own_end(text, node, column, blanks=index + 1 < len(listing.nodes))
    while start > least:
        above = line_start(text, start - 1)
        words = text[above:start].lstrip(" ")
        if not words.startswith("#") or start - above - len(words) > column:
            break
        start = above
    return Span(start, end, column)


def comments_above(text: str, listing: Listing, index: int, floor: int) -> list[str]:
    """What the comments say that stand above an element and are about it, a line each."""
    if listing.flow:
        return []
    span = element(text, listing, index, floor)
    lines = [line.strip() for line in text[span.start : listing.nodes[index].start].splitlines()]
    return [line.lstrip("# ") for line in lines if line.startswith("#")]
