"""Pages that are not just counted: each a section of Word's, with a head and a foot of its own."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from runofshow.paper import measures
from runofshow.paper.sheet import Margin, Paper
from runofshow.paper.word.marks import mark, parsed, written

if TYPE_CHECKING:
    from docx.document import Document

_END = "<w:p><w:pPr>{line}{section}</w:pPr></w:p>"
_FIRST = "1"
"""The page that bears no number."""


def section_end(document: Document) -> str:
    """What ends a page that is a section: hardly a line, with the measures of the page."""
    section = deepcopy(document.sections[0]._sectPr)
    for named in [each for each in section if each.tag.rpartition("}")[2] in _OWN]:
        section.remove(named)
    line = mark("spacing", line=20, lineRule="exact")
    return _END.format(line=line, section=section.xml)


_OWN = frozenset(("headerReference", "footerReference", "titlePg", "type"))


def write_margins(document: Document, paper: Paper) -> None:
    """Give each section its head and its foot."""
    from docx.document import Document as Whole

    part = document.part
    for section, margin in zip(Whole(part._element, part).sections, paper.margins, strict=True):
        section.different_first_page_header_footer = False
        for place, told in ((section.header, _head(margin)), (section.footer, _foot(margin, paper.foot))):
            place.is_linked_to_previous = False
            write_margin(place, told)


def _head(margin: Margin) -> Sequence[str]:
    number = "" if margin.label == _FIRST else written(margin.label)
    told = [in_margin("center", measures.NUMBER_PT, number)] if number or not margin.head else []
    if margin.head:
        told.append(in_margin("center", measures.FOOT_PT, written(margin.head), italic=True))
    return told


def _foot(margin: Margin, foot: str) -> Sequence[str]:
    told = [in_margin("left", measures.FOOT_PT, written(margin.foot))] if margin.foot else []
    return [*told, in_margin("right", measures.FOOT_PT, written(foot), italic=True)]


def write_margin(margin: Any, lines: Sequence[str]) -> None:
    """What stands in a head or a foot of pages, in place of what stood there."""
    margin._element[:] = parsed("".join(lines))


def in_margin(place: str, size: int, content: str, *, italic: bool = False) -> str:
    """A line of a head or a foot."""
    look = ("<w:i/>" if italic else "") + mark("sz", val=2 * size)
    return f"<w:p><w:pPr>{mark('jc', val=place)}</w:pPr><w:r><w:rPr>{look}</w:rPr>{content}</w:r></w:p>"
