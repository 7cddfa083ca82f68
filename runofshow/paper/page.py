"""A sheet as one HTML page that prints as the Word file does, and reads on a screen, in the dark, on a phone.

It holds all it needs, asks nothing of any address and runs nothing; its own policy line forbids both, should
anything slip through. On a phone each line of a table becomes a card with the names of its columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from importlib.resources import files
from typing import Final, assert_never

from runofshow.core.value import replace
from runofshow.paper import measures
from runofshow.paper.chart.drawing import drawings
from runofshow.paper.codes import as_svg
from runofshow.paper.measures import LOOKS
from runofshow.paper.pages import pages_of
from runofshow.paper.sheet import (
    Block,
    Cell,
    Chart,
    Column,
    Facing,
    Facts,
    Level,
    Paper,
    Paragraph,
    Row,
    Run,
    Style,
    Table,
    Tone,
)

_TAGS: Final = {Style.KIND: "h1", Style.HEADING: "h2"}
_CARDS_OF_THREE: Final = 6
"""From so many columns on, a card has three figures side by side."""
_BAR_MM: Final = 4
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def as_page(paper: Paper) -> str:
    """The whole HTML document."""
    return "\n".join(_document(paper)) + "\n"


def _document(paper: Paper) -> Iterator[str]:
    yield "<!doctype html>"
    yield f'<html lang="{_safe(paper.language)}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield f"<title>{_safe(paper.title)}</title>"
    yield f"<style>{_style(paper)}</style>"
    yield "</head>"
    yield f'<body class="{"wide" if paper.landscape else "tall"}">'
    if paper.mark:
        yield f'<div class="across" aria-hidden="true">{_safe(paper.mark)}</div>'
    yield "<main>"
    yield from _pages(paper) if paper.margins else _run_on(paper.blocks, paper.landscape)
    yield "</main>"
    yield f"<footer>{_safe(paper.foot)}</footer>"
    yield "</body>"
    yield "</html>"


def _run_on(blocks: Sequence[Block], landscape: bool) -> Iterator[str]:
    for block in blocks:
        yield from _block(block, landscape)


def _pages(paper: Paper) -> Iterator[str]:
    """Each page apart, with a head and a foot of its own: on paper in its margins, on a screen around it."""
    for number, (page, margin) in enumerate(zip(pages_of(paper), paper.margins, strict=True)):
        yield f'<section style="page: leaf{number}">'
        if margin.head:
            yield f'<p class="told">{_safe(margin.head)}</p>'
        yield from _run_on((replace(page[0], new_page=False), *page[1:]), paper.landscape)
        if margin.foot:
            yield f'<p class="told">{_safe(margin.foot)}</p>'
        yield "</section>"


def _margins(paper: Paper) -> Iterator[str]:
    """The rules for the margins of such pages."""
    small = f"font: italic {measures.FOOT_PT}pt '{measures.FONT}', serif"
    for number, margin in enumerate(paper.margins):
        lines = [margin.label if margin.label != "1" else "", margin.head]
        head = "\\A ".join(_quoted(line) for line in lines if line)
        size = (
            f"font: {measures.FOOT_PT + 2 if margin.head else measures.NUMBER_PT}pt '{measures.FONT}', serif"
        )
        yield (
            f'@page leaf{number} {{ @top-center {{ content: "{head}"; white-space: pre; {size} }} '
            f'@bottom-left {{ content: "{_quoted(margin.foot)}"; {small} }} }}'
        )


def _quoted(text: str) -> str:
    """Text as a string of a style sheet."""
    return text.replace("\\", "").replace('"', "”").replace("<", "").replace("\n", " ")


def _style(paper: Paper) -> str:
    top, right, bottom, left = measures.margins_mm(paper.landscape)
    # nothing is drawn in the margin of a page: what stands beside changed lines needs room within
    bar = _BAR_MM if paper.margins else 0
    way = "landscape" if paper.landscape else "portrait"
    type_of_number = f"{measures.NUMBER_PT}pt '{measures.FONT}', serif"
    number = f"@top-center {{ content: counter(page); font: {type_of_number} }}"
    foot = _quoted(paper.foot)
    told = (
        f'@bottom-right {{ content: "{foot}"; font: italic {measures.FOOT_PT}pt "{measures.FONT}", serif }}'
    )
    rules = [
        f"@page {{ size: A4 {way}; margin: {top}mm {right}mm {bottom}mm {left - bar}mm; {number} {told} }}",
        "@page :first { @top-center { content: none } }",
        f"body {{ font-family: '{measures.FONT}', 'Liberation Serif', serif; --table: {paper.size:g}pt }}",
        f".code {{ width: {measures.CODE_MM}mm; margin: {measures.CELL_OVER_PT:g}pt auto }}",
        f"main {{ --width: {measures.width_mm(paper.landscape)}mm }}",
        *_margins(paper),
    ]
    for style, look in LOOKS.items():
        says = [
            f"font-size: {look.size:g}pt",
            f"margin: {look.before:g}pt 0 {look.after:g}pt",
            f"line-height: {look.lines * measures.LINE_OF_TYPE:.4g}",
            f"text-align: {'center' if look.centred else 'justify' if look.justified else 'start'}",
            *([f"text-indent: {look.first:g}pt"] if look.first else []),
            *(["border: 3pt double; padding: 4pt"] if look.boxed else []),
            *(["font-weight: bold"] if look.bold else []),
            *(["font-style: italic"] if look.italic else []),
        ]
        rules.append(f".{style.value} {{ {'; '.join(says)} }}")
    rules.append(files("runofshow.paper").joinpath("page.css").read_text(encoding="utf-8"))
    return "\n".join((*rules, "@media print {", *_as_reckoned(bar), "}"))


def _as_reckoned(bar: int) -> Iterator[str]:
    """What makes a printed page as high as it counts in heights.py. `bar`: mm beside changed lines."""
    if bar:
        yield f"main {{ max-width: none; padding-left: {bar}mm }}"
    aside, over = measures.CELL_ASIDE_PT, measures.CELL_OVER_PT
    yield f"body {{ line-height: {measures.LINE_OF_TYPE:g} }}"
    yield f"th, td {{ padding: 0 {aside:g}pt }}"
    yield f"tr.row-part td.titled {{ padding-left: {aside + measures.PART_INDENT_PT:g}pt }}"
    yield f"td p, th p {{ margin: 0; padding: {over:g}pt 0 }}"
    yield f"table, .facts {{ margin: 0 0 {measures.GAP_PT:g}pt }}"


def _block(block: Block, landscape: bool) -> Iterator[str]:
    match block:
        case Paragraph():
            yield _paragraph(block)
        case Table():
            yield from _table(block)
        case Facts():
            yield f'<dl class="{_marked("facts", block)}">'
            for fact in block.facts:
                notes = "".join(f'<dd class="note">{_run(note)}</dd>' for note in fact.notes)
                yield f"<div><dt>{_safe(fact.name)}</dt><dd>{_runs(fact.value)}</dd>{notes}</div>"
            yield "</dl>"
        case Chart():
            for drawing in drawings(block, landscape):
                yield f'<figure class="chart">{drawing.svg}</figure>'
        case Facing():
            yield f'<div class="{_marked("facing", block)}">'
            for side in (block.left, block.right):
                yield f"<div>{''.join(map(_paragraph, side))}</div>"
            yield "</div>"
        case _:
            assert_never(block)


def _marked(name: str, block: Block) -> str:
    """The classes of a block."""
    return f"{name} begins" if block.new_page else name


def _paragraph(block: Paragraph) -> str:
    kept = (" kept" if block.keep_with_next else "") + (" changed" if block.changed else "")
    rule = "<hr>" if LOOKS[block.style].rule else ""
    tag = _TAGS.get(block.style, "div")
    return f'<{tag} class="{_marked(block.style.value, block)}{kept}">{_runs(block.runs)}{rule}</{tag}>'


def _table(block: Table) -> Iterator[str]:
    widths = measures.columns_mm([column.share for column in block.columns], 1000)
    name = "many" if len(block.columns) >= _CARDS_OF_THREE else "few"
    name += (" continues" if block.continues else "") + (" cards" if block.cut_mm else "")
    yield f'<table class="{_marked(name, block)}">'
    yield "<colgroup>"
    yield from (f'<col style="width: {width / 10:g}%">' for width in widths)
    yield "</colgroup>"
    if not block.cut_mm:
        yield "<thead><tr>"
        yield from (f'<th scope="col"><p>{_safe(column.head)}</p></th>' for column in block.columns)
        yield "</tr></thead>"
    yield "<tbody>"
    yield from (_row(block, row) for row in block.rows)
    yield "</tbody>"
    yield "</table>"


def _row(table: Table, row: Row) -> str:
    columns, changed = table.columns, " changed" if row.changed else ""
    if row.level is Level.SESSION:
        across = f'<th scope="rowgroup" colspan="{len(columns)}">{_cell(row.cells[0])}</th>'
        return f'<tr class="row-session{changed}">{across}</tr>'
    titled = next((column for column in columns if not column.figures), None)
    cells = "".join(
        _td(column, cell, is_titled=column is titled) for column, cell in zip(columns, row.cells, strict=True)
    )
    high = f' style="height: {table.cut_mm}mm"' if table.cut_mm else ""
    return f'<tr class="row-{row.level.value}{changed}"{high}>{cells}</tr>'


def _td(column: Column, cell: Cell, *, is_titled: bool) -> str:
    kind = "figures" if column.figures else "titled" if is_titled else "text"
    empty = ("" if cell.lines else " empty") + (" joined" if column.joined else "")
    # the name of the column, for a phone, where a line of the table is a card
    return f'<td class="{kind}{empty}" data-name="{_safe(column.head)}"><div>{_cell(cell)}</div></td>'


def _cell(cell: Cell) -> str:
    picture = f'<div class="code">{as_svg(cell.code)}</div>' if cell.code else ""
    return picture + "".join(f"<p>{_runs(runs)}</p>" for runs in cell.lines)


def _runs(runs: tuple[Run, ...]) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    text = _safe(run.text)
    if run.changed:
        text = f"<u>{text}</u>"
    if run.small:
        text = f"<small>{text}</small>"
    if run.large:
        text = f'<span class="large">{text}</span>'
    if run.tone is not Tone.PLAIN:
        text = f'<span class="{run.tone.value}">{text}</span>'
    if run.italic:
        text = f"<i>{text}</i>"
    return f"<b>{text}</b>" if run.bold else text


def _safe(text: str) -> str:
    """Text as HTML shows it; its line breaks stay."""
    return escape(text, quote=True).replace("\n", "<br>")
