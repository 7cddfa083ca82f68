"""Word's automatic numbers, which stand in no text, are counted as Word counts them."""

from __future__ import annotations

import pytest

from runofshow.documents.reading.numbering import drawn
from tests.documents.reading.docx import cell, item, lines, only_table, paragraph, row, table


def level(depth: int, form: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        f"{more}</w:lvl>"
    )


def numbering(*levels: str, numbers: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{numbers}'


OUTLINE = (level(0, "upperRoman", "%1."), level(1, "decimal", "%2."), level(2, "lowerLetter", "%3)"))


def marks(body: str, numbers: str, styles: str = "") -> list[str]:
    return [line.mark for line in lines(body, numbering=numbers, styles=styles)]


def test_numbers_of_a_level_begin_anew_after_a_higher_one() -> None:
    body = "".join(item("x", depth=depth) for depth in (0, 1, 1, 2, 2, 1, 0, 1))
    assert marks(body, numbering(*OUTLINE)) == ["I.", "1.", "2.", "a)", "b)", "3.", "II.", "1."]
    assert [line.level for line in lines(body, numbering=numbering(*OUTLINE))] == [0, 1, 1, 2, 2, 1, 0, 1]


def test_a_level_may_count_on_after_a_higher_one() -> None:
    levels = (OUTLINE[0], level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>'))
    body = "".join(item("x", depth=depth) for depth in (0, 1, 0, 1))
    assert marks(body, numbering(*levels)) == ["I.", "1.", "II.", "2."]


def test_a_number_may_hold_those_of_higher_levels() -> None:
    levels = (
        level(0, "upperRoman", "%1."),
        level(1, "decimal", "%1.%2."),
        level(2, "decimal", "%1.%2.%3", "<w:isLgl/>"),
    )
    body = "".join(item("x", depth=depth) for depth in (0, 1, 2))
    assert marks(body, numbering(*levels)) == ["I.", "I.1.", "1.1.1"]


def test_lists_of_one_definition_count_on_unless_one_says_where_it_starts() -> None:
    numbers = numbering(
        *OUTLINE,
        numbers='<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>',
    )
    body = item("x", 1) + item("x", 2) + item("x", 3) + item("x", 3) + item("x", 1)
    assert marks(body, numbers) == ["I.", "II.", "V.", "VI.", "VII."]


def test_a_list_may_draw_a_level_in_its_own_way() -> None:
    numbers = numbering(
        *OUTLINE,
        numbers='<w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        f"{level(0, 'decimalZero', '%1-')}</w:lvlOverride></w:num>",
    )
    assert marks(item("x"), numbers) == ["01-"]


def test_a_list_may_come_with_the_style() -> None:
    numbers = numbering(level(0, "decimal", "Điều %1.", '<w:pStyle w:val="Dieu"/>'))
    styles = (
        '<w:style w:type="paragraph" w:styleId="Dieu"><w:name w:val="Điều"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = paragraph("x", '<w:pStyle w:val="Dieu"/>') + paragraph(
        "x", '<w:pStyle w:val="Dieu"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    )
    assert marks(body, numbers, styles) == ["Điều 1.", ""]


@pytest.mark.parametrize(
    ("font", "text", "mark"),
    [
        ("Symbol", "\uf0b7", "•"),
        ("Symbol", "\uf02d", "-"),
        ("Wingdings", "\uf076", "❖"),
        ("Wingdings", "v", "❖"),
        ("Wingdings", "\uf0fc", "✓"),
        ("Courier New", "o", "◦"),
        ("Times New Roman", "+", "+"),
        ("Times New Roman", "–", "–"),
    ],
)
def test_bullets_are_what_their_font_draws(font: str, text: str, mark: str) -> None:
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>'
    assert marks(item("x"), numbering(level(0, "bullet", text, fonts))) == [mark]


def test_a_cell_that_holds_its_number_alone_has_it() -> None:
    from runofshow.documents.reading.opening import read_bytes
    from tests.documents.reading.docx import docx

    body = table(row(cell(item("")), cell("Chào cờ")), row(cell(item("")), cell("Khai mạc")))
    document = read_bytes(docx(body, numbering=numbering(level(0, "decimal", "%1"))), "plan.docx")
    assert [(line.mark, line.text) for line in document.parts[0].lines()] == [
        ("1", ""),
        ("", "Chào cờ"),
        ("2", ""),
        ("", "Khai mạc"),
    ]
    assert only_table(body).width == 2


def test_an_empty_line_of_a_list_counts_and_is_not_read() -> None:
    assert marks(item("x") + item("") + item("x"), numbering(level(0, "decimal", "%1."))) == ["1.", "3."]


@pytest.mark.parametrize(
    ("count", "form", "text"),
    [
        (4, "upperRoman", "IV"),
        (9, "lowerRoman", "ix"),
        (27, "lowerLetter", "aa"),
        (28, "upperLetter", "BB"),
        (7, "decimalZero", "07"),
        (21, "vietnameseCounting", "hai mươi mốt"),
        (15, "vietnameseCounting", "mười lăm"),
        (3, "none", ""),
        (3, "unheardOf", "3"),
    ],
)
def test_numbers_are_drawn_in_their_form(count: int, form: str, text: str) -> None:
    assert drawn(count, form) == text


def test_a_list_that_goes_on_with_its_own_numbers_leaves_higher_levels_as_they_are() -> None:
    levels = (level(0, "decimal", "%1"), level(1, "decimal", "%1.%2"))
    starts = "".join(
        f'<w:lvlOverride w:ilvl="{depth}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        for depth, start in ((0, 2), (1, 99))
    )
    numbers = numbering(
        *levels,
        numbers='<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{starts}</w:num>',
    )
    body = item("x") + item("x") + item("x", 2, 1) + item("x", 1, 1) + item("x")
    assert marks(body, numbers) == ["1", "2", "2.99", "2.100", "3"]
