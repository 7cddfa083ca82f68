"""Paragraphs and runs of a Word file, and the short lines under some."""

from __future__ import annotations

from runofshow.paper import measures
from runofshow.paper.measures import LOOKS
from runofshow.paper.sheet import Paragraph, Run, Style
from runofshow.paper.word.marks import BEGINS, KEPT, mark, twips, written
from runofshow.paper.word.styles import style_id

_MM_OF_A_SIGN = 2.4
"""As wide as a letter of 14 point is, by and large."""

_CHANGED = f"<w:pBdr>{mark('left', val='single', sz=24, space=6, color='auto')}</w:pBdr>"


def paragraph_xml(block: Paragraph, width: int) -> str:
    """A paragraph; `width` is that of its column, in millimetres."""
    look = LOOKS[block.style]
    marks = (KEPT if block.keep_with_next else "") + (BEGINS if block.new_page else "")
    marks += _CHANGED if block.changed else ""
    return styled(block.style.value, runs_xml(block.runs, look.size), marks) + (
        _rule(block, width) if look.rule else ""
    )


def styled(style: str, runs: str, marks: str = "") -> str:
    """A paragraph in a style of the sheet's, with marks of its own."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(style)}"/>{marks}</w:pPr>{runs}</w:p>'


def runs_xml(runs: tuple[Run, ...], size: float, *, bold: bool = False) -> str:
    """The runs of one line in type of `size` points; `bold` makes all of them so."""
    return "".join(_run(run, size, bold) for run in runs)


def _run(run: Run, size: float, bold: bool) -> str:
    look = "<w:b/>" if bold or run.bold or run.tone in measures.LOUD else ""
    look += "<w:i/>" if run.italic else ""
    scale = measures.run_scale(run)
    look += mark("sz", val=round(2 * size * scale)) if scale != 1 else ""
    look += mark("u", val="single") if run.changed else ""
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{written(run.text)}</w:r>"


def _rule(block: Paragraph, width: int) -> str:
    """The line under an organ is less than half as long as its words, under the motto as long."""
    words = max(len(line) for line in "".join(run.text for run in block.runs).split("\n"))
    share = 1.0 if block.style is Style.MOTTO else 0.4
    aside = twips((width - min(words * _MM_OF_A_SIGN * share, width * 0.9)) / 2)
    line = mark("top", val="single", sz=6, space=1, color="auto")
    # a line of a point's height: nothing stands on it
    height = mark("spacing", before=20, after=0, line=40, lineRule="exact")
    indent = mark("ind", left=aside, right=aside)
    return f"<w:p><w:pPr><w:pBdr>{line}</w:pBdr>{height}{indent}</w:pPr></w:p>"
