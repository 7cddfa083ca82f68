"""Paragraphs and runs of a Word file, and the short lines under some."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runofshow.paper import measures
from runofshow.paper.measures import LOOKS
from runofshow.paper.sheet import Paragraph, Run, Style
from runofshow.paper.word.marks import made
from runofshow.paper.word.styles import set_style

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph as WordParagraph

_MM_OF_A_SIGN = 2.4
"""As wide as a letter of 14 point is, by and large."""
_BEHIND_BORDERS = (
    "w:shd w:tabs w:suppressAutoHyphens w:kinsoku w:wordWrap w:overflowPunct w:topLinePunct w:autoSpaceDE "
    "w:autoSpaceDN w:bidi w:adjustRightInd w:snapToGrid w:spacing w:ind w:contextualSpacing w:mirrorIndents "
    "w:suppressOverlap w:jc w:textDirection w:textAlignment w:textboxTightWrap w:outlineLvl w:divId "
    "w:cnfStyle w:rPr w:sectPr w:pPrChange"
).split()
"""What stands behind a paragraph's borders, in the order that the format wants."""
_TWENTIETHS_OF_A_POINT = 1440 / 25.4
"""In a millimetre."""


def write_paragraph(paragraph: WordParagraph, block: Paragraph, width: int) -> None:
    """Fill a paragraph of Word's; `width` is that of its column, in millimetres."""
    look = LOOKS[block.style]
    set_style(paragraph, block.style.value)
    # each setting costs time, in a document of thousands of paragraphs
    if block.keep_with_next:
        paragraph.paragraph_format.keep_with_next = True
    if block.new_page:
        paragraph.paragraph_format.page_break_before = True
    write_runs(paragraph, block.runs)
    if look.boxed:
        _box(paragraph)
    if look.rule:
        _rule(paragraph, block, width)


def write_runs(paragraph: WordParagraph, runs: tuple[Run, ...], *, bold: bool = False) -> None:
    """The runs of one line; `bold` makes all of them so."""
    for run in runs:
        # python-docx writes a line break for "\n"
        written = paragraph.add_run(run.text)
        if run.small:
            style = paragraph.style
            assert style is not None
            assert style.font.size is not None
            written.font.size = int(style.font.size * measures.SMALL_RUN)
        if bold or run.bold:
            written.font.bold = True
        if run.italic:
            written.font.italic = True


def _box(paragraph: WordParagraph) -> None:
    borders = made("w:pBdr")
    for side in ("w:top", "w:left", "w:bottom", "w:right"):
        borders.append(made(side, val="double", sz="6", space="4", color="auto"))
    paragraph._p.get_or_add_pPr().insert_element_before(borders, *_BEHIND_BORDERS)


def _rule(paragraph: WordParagraph, block: Paragraph, width: int) -> None:
    """The line under an organ is less than half as long as its words, under the motto as long."""
    words = max(len(line) for line in "".join(run.text for run in block.runs).split("\n"))
    share = 1.0 if block.style is Style.MOTTO else 0.4
    length = min(words * _MM_OF_A_SIGN * share, width * 0.9)
    aside = str(round((width - length) / 2 * _TWENTIETHS_OF_A_POINT))
    border = made("w:pBdr")
    border.append(made("w:top", val="single", sz="6", space="1", color="auto"))
    properties = made("w:pPr")
    properties.append(border)
    # a line of a point's height: nothing stands on it
    properties.append(made("w:spacing", before="20", after="0", line="40", lineRule="exact"))
    properties.append(made("w:ind", left=aside, right=aside))
    rule = made("w:p")
    rule.append(properties)
    paragraph._p.addnext(rule)
