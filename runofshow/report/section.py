"""One subject of the report: its name and what is told of it, whatever paper it stands on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from runofshow.paper.sheet import Block, Cell, Column, Paragraph, Row, Run, Style, Table, paragraph


class Section(Struct, frozen=True):
    title: str
    blocks: tuple[Block, ...] = ()
    """None where there is nothing to tell."""


def table_section(title: str, columns: tuple[Column, ...], rows: Iterable[Row], *before: Block) -> Section:
    """A section of one table under `before`; without rows there is nothing to tell."""
    drawn = tuple(rows)
    return Section(title, (*before, Table(columns, drawn, name=title)) if drawn else ())


def row(*cells: Cell) -> Row:
    """A line of a table."""
    return Row(cells)


def drawn(sections: Iterable[Section], none: str) -> Iterator[Block]:
    """Each section under its name, then in one line those of which there is nothing to tell.

    `none` is that line, with `{what}` for their names.
    """
    empty = []
    for section in sections:
        if section.blocks:
            yield paragraph(section.title, Style.HEADING, keep_with_next=True)
            yield from section.blocks
        else:
            empty.append(section.title)
    if empty:
        yield paragraph(none.format(what="; ".join(empty)))


def listed(name: str, lines: Iterable[str]) -> Iterator[Paragraph]:
    """A short list under its name; nothing where it has no lines."""
    found = tuple(lines)
    if found:
        yield Paragraph((Run(name, bold=True),), keep_with_next=True)
        yield from (paragraph(f"- {text}", Style.LISTED) for text in found)
