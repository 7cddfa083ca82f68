"""Who does it: the subject of the sentence, or the cell beside."""

from __future__ import annotations


def presenter_in(title: str) -> tuple[str | None, bool]:
    """Who does it as the line says («Lãnh đạo cấp trên phát biểu chỉ đạo»), and whether that is sure."""
    return None, bool(title)


def presenter_cell(text: str) -> str | None:
    """A cell of the presenters' column, several joined by «; »; None when it names nobody («nt», «-»)."""
    names = [" ".join(line.split()) for line in text.splitlines()]
    return "; ".join(name for name in names if name) or None
