"""Rich Text is read as it looks: with its tables and numbers, in any code page, without what was deleted."""

from __future__ import annotations

import pytest

from runofshow.documents.document import Block, Line, Place, Table
from runofshow.documents.doubt import DoubtCode
from runofshow.documents.reading.opening import read_bytes
from runofshow.documents.reading.rich import text as rich_text
from runofshow.office.failure import CannotRead, Failure
from tests.documents.reading.docx import grid

FONTS = (
    r"{\fonttbl{\f0\froman\fcharset0 Times New Roman;}{\f1\fcharset163{\*\panose 02}Times (Vietnamese);}"
    r"{\f3\fcharset2 Symbol;}{\f4\fcharset2 Wingdings;}}"
)
STYLES = r"{\stylesheet{\s0 Normal;}{\s1\b\f0 heading 1;}{\*\cs2 \additive heading 2 Char;}}"


def rtf(body: str, head: str = FONTS + STYLES) -> bytes:
    return (r"{\rtf1\ansi\ansicpg1252\deff0" + head + "\n" + body + "}").encode("latin-1")


def blocks(body: str) -> tuple[Block, ...]:
    return read_bytes(rtf(body), "plan.rtf").parts[0].blocks


def lines(body: str) -> list[Line]:
    return [each for each in blocks(body) if isinstance(each, Line)]


def texts(body: str) -> list[str]:
    return [line.text for line in lines(body)]


def table(body: str) -> Table:
    (found,) = blocks(body)
    assert isinstance(found, Table)
    return found


def test_letters_are_read_by_number_or_by_the_code_page_of_their_font() -> None:
    assert texts(r"\f0 Ch\u224\'e0o c\u7901? {\f1 h\'f4\'cci} \uc0\u273 i\uc2\u234ab m") == [
        "Chào cờ hồi điê m"
    ]


def test_signs_of_symbol_fonts_are_what_they_look_like() -> None:
    assert texts(r"{\f3\'b7}\tab {\f4 v} \u-3913? a") == ["•\t❖ • a"]


def test_soft_breaks_blanks_and_hyphens() -> None:
    first, second, third = lines(r"Ch\'e0o\~c\u7901? \line Khai\-m\_c\par {B\'e1o c\'e1o}\par")
    assert [first.text, second.text, third.text] == ["Chào cờ", "Khaim-c", "Báo cáo"]
    assert (first.goes_on, second.goes_on, third.goes_on) == (False, True, False)
    assert (second.place, third.place) == (Place(paragraph=1), Place(paragraph=2))


def test_the_number_before_a_paragraph_is_its_mark() -> None:
    first, second, third = lines(
        r"\pard{\listtext\pard\plain 1.\tab}\ls1\ilvl0\li720\fi-360 a\par"
        r"\pard{\pntext\f3\'b7\tab}{\*\pn\pnlvlblt}b\par \pard\ilvl0 c\par"
    )
    assert [(line.mark, line.text, line.level, line.indent) for line in (first, second, third)] == [
        ("1.", "a", 0, 6.3),
        ("•", "b", None, 0),
        ("", "c", None, 0),
    ]


def test_deleted_and_hidden_words_stay_out() -> None:
    data = rtf(r"Gi\u7843? lao {\deleted 10 ph\'fat}{\revised 15 ph\'fat}{\v  m\'ecnh}\par")
    document = read_bytes(data, "plan.rtf")
    assert [line.text for line in document.parts[0].lines()] == ["Giả lao 15 phút"]
    assert [doubt.code for doubt in document.doubts] == [DoubtCode.DELETED_WORDS]


def test_looks_hold_to_the_end_of_the_group() -> None:
    first, second = lines(r"\pard\s1\qc{\b\i I. N\u7896?I DUNG}\par\pard{\b a} b\par")
    assert (first.bold, first.italic, first.centred, first.heading, first.level) == (
        True,
        True,
        True,
        True,
        0,
    )
    assert (second.bold, second.centred, second.heading, second.level) == (False, False, False, None)


def test_fields_notes_headers_and_data_are_no_text() -> None:
    body = (
        r"{\header trang}{\info{\title t\par}}{\field{\*\fldinst PAGE}{\fldrslt 3}}{\footnote ch\'fa}"
        r"{\*\unheard of}{\object{\*\objdata 0105}{\result \'f4}}{\*\bkmkstart a}\bin3 }}}x\par"
    )
    assert texts(body) == ["3ôx"]


def test_a_text_box_is_read_once() -> None:
    new = r"{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt \pard b\par}}"
    old = r"{\shprslt{\*\do\dptxbx{\dptxbxtext b\par}}}"
    assert texts(r"a{\shp" + new + old + r"} c\par") == ["b", "a c"]


def test_rows_merge_across_and_down_by_the_edges_of_their_cells() -> None:
    body = (
        r"\trowd\clvmgf\cellx1000\cellx3000\cellx4000\pard\intbl 7h30\cell\'d0\'f3n\cell Ban\cell\row"
        r"\trowd\clvmrg\cellx1010\cellx4000\pard\intbl\cell Nghi th\u7913?c\par ti\u7871?p\cell\row"
        r"\trowd\clmgf\cellx1000\clmrg\cellx3000\cellx4000\pard\intbl a\cell\cell b\cell\row\pard"
    )
    assert grid(table(body)) == [
        [("7h30", 0, 1, 2), ("Đón", 1, 1, 1), ("Ban", 2, 1, 1)],
        [("Nghi thức\ntiếp", 1, 2, 1)],
        [("a", 0, 2, 1), ("b", 2, 1, 1)],
    ]


def test_a_table_in_a_cell_stands_in_it() -> None:
    found = table(
        r"\trowd\cellx1000\cellx2000\pard\intbl a\par\pard\intbl\itap2 x\nestcell y\nestcell"
        r"{\*\nesttableprops\trowd\cellx400\cellx800\nestrow}{\nonesttables\par}"
        r"\pard\intbl b\cell c\cell\row\pard"
    )
    first, inner, last = found.rows[0].cells[0].blocks
    assert isinstance(inner, Table)
    assert isinstance(first, Line)
    assert isinstance(last, Line)
    assert (first.text, last.text, grid(inner)) == ("a", "b", [[("x", 0, 1, 1), ("y", 1, 1, 1)]])
    assert first.place == Place(table=1, row=1, column=1)
    assert inner.rows[0].cells[1].lines[0].place == Place(table=2, row=1, column=2)


def test_a_table_ends_where_a_paragraph_stands_outside() -> None:
    body = r"a\par\trowd\cellx1000\pard\intbl x\cell\row\pard b\par\trowd\cellx900\pard\intbl y\cell\row\pard"
    assert [type(each) for each in blocks(body)] == [Line, Table, Line, Table]


def test_more_words_than_a_book_has_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rich_text, "MOST_TOKENS", 100)
    document = read_bytes(rtf(r"a\par " * 200), "plan.rtf")
    assert [doubt.code for doubt in document.doubts] == [DoubtCode.CUT_SHORT]


@pytest.mark.parametrize(
    ("data", "failure"),
    [
        (rtf(""), Failure.EMPTY),
        (rtf(r"{\pict\pngblip\picwgoal9000\pichgoal9000 89504e47}"), Failure.NO_TEXT),
        (rtf(r"a\par b")[:-1], Failure.DAMAGED),
    ],
)
def test_what_gives_no_text_says_why(data: bytes, failure: Failure) -> None:
    with pytest.raises(CannotRead) as cannot:
        read_bytes(data, "plan.rtf")
    assert cannot.value.failure is failure


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    assert texts(r"B\'e1o c\'e1o {\deleted c\u361?\par}t\u7893?ng k\u7871?t\par") == ["Báo cáo tổng kết"]


def test_an_emoji_in_two_halves_is_one_letter() -> None:
    assert texts(r"\u-10179?\u-8704? x\par") == ["😀 x"]


def test_a_star_within_a_group_hides_nothing() -> None:
    assert texts(r"{\b0\*\cs7 Ch\u224?o c\u7901?}\par") == ["Chào cờ"]


def test_a_group_that_was_never_closed_is_no_damage_where_the_file_ends_as_it_should() -> None:
    assert texts(r"{\b a\par b\par") == ["a", "b"]
