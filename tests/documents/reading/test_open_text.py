"""An Open Document text is read as it looks: numbers counted, cells merged, what was deleted left out."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from runofshow.documents.document import Block, Line, Place, Table
from runofshow.documents.doubt import DoubtCode
from runofshow.documents.reading.opening import read_bytes
from runofshow.office.failure import CannotRead, Failure
from tests.documents.reading.docx import grid

NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{of}:1.0"'
    for name, of in {
        "office": "office",
        "text": "text",
        "table": "table",
        "style": "style",
        "draw": "drawing",
        "fo": "xsl-fo-compatible",
        "svg": "svg-compatible",
    }.items()
)
NUMBERS = (
    '<text:list-style style:name="L">'
    '<text:list-level-style-number text:level="1" style:num-format="I" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix=")"'
    ' text:display-levels="2"/>'
    '<text:list-level-style-bullet text:level="3" text:bullet-char="\uf0b7">'
    '<style:text-properties style:font-name="Symbol"/></text:list-level-style-bullet></text:list-style>'
)


def content(body: str, styles: str) -> str:
    return (
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body>"
    )


def odt(body: str, styles: str = NUMBERS, **parts: str) -> bytes:
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        file.writestr(
            "content.xml",
            f"<office:document-content {NAMES}>{content(body, styles)}</office:document-content>",
        )
        for name, part in parts.items():
            file.writestr(name.replace("__", "/"), part)
    return data.getvalue()


def blocks(body: str, styles: str = NUMBERS) -> tuple[Block, ...]:
    return read_bytes(odt(body, styles), "plan.odt").parts[0].blocks


def lines(body: str, styles: str = NUMBERS) -> list[Line]:
    return [each for each in blocks(body, styles) if isinstance(each, Line)]


def items(*inside: str, more: str = "") -> str:
    each = "".join(f"<text:list-item>{one}</text:list-item>" for one in inside)
    return f'<text:list text:style-name="L" {more}>{each}</text:list>'


def p(text: str) -> str:
    return f"<text:p>{text}</text:p>"


def test_blanks_tabs_and_soft_breaks_are_elements() -> None:
    body = p(
        "Chào\n   cờ<text:s text:c='3'/>7h30<text:tab/>Ban<text:line-break/>Tổ chức<text:soft-page-break/>"
    )
    assert [(line.text, line.goes_on, line.place) for line in lines(body)] == [
        ("Chào cờ 7h30\tBan", False, Place(paragraph=1)),
        ("Tổ chức", True, Place(paragraph=1)),
    ]


def test_numbers_are_counted_by_depth_and_only_before_the_first_paragraph_of_an_item() -> None:
    body = items(p("a") + p("still a") + items(p("b"), p("c") + items(p("d"))), p("e") + items(p("f")))
    assert [(line.mark, line.level, line.text) for line in lines(body)] == [
        ("I.", 0, "a"),
        ("", 0, "still a"),
        ("I.1)", 1, "b"),
        ("I.2)", 1, "c"),
        ("•", 2, "d"),
        ("II.", 0, "e"),
        ("II.1)", 1, "f"),
    ]


def test_a_list_begins_anew_unless_it_says_that_it_goes_on() -> None:
    body = (
        items(p("a"), more='xml:id="one"')
        + items(p("b"))
        + items(p("c"), more='text:continue-numbering="true"')
        + items(p("d"), more='text:continue-list="one"')
    )
    assert [line.mark for line in lines(body)] == ["I.", "I.", "II.", "II."]


def test_an_item_may_say_its_number() -> None:
    body = items(p("a")).replace("<text:list-item>", '<text:list-item text:start-value="5">')
    assert [line.mark for line in lines(body)] == ["V."]


def test_headings_are_numbered_by_the_outline() -> None:
    level = '<text:outline-level-style text:level="1" style:num-format="1"/>'
    outline = f"<text:outline-style>{level}</text:outline-style>"
    body = '<text:h text:outline-level="1">Một</text:h><text:h text:outline-level="1">Hai</text:h>'
    assert [(line.mark, line.heading, line.level) for line in lines(body, outline)] == [
        ("1", True, 0),
        ("2", True, 0),
    ]


def test_deleted_text_notes_and_comments_stay_out() -> None:
    deleted = (
        "<text:tracked-changes><text:changed-region><text:deletion>"
        f"{p('10 phút')}</text:deletion></text:changed-region></text:tracked-changes>"
    )
    body = deleted + p(
        "Giải lao <text:change/>15 phút<office:annotation><text:p>hỏi lại</text:p></office:annotation>"
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>chú</text:p>"
        "</text:note-body></text:note>"
    )
    document = read_bytes(odt(body), "plan.odt")
    assert [line.text for line in document.parts[0].lines()] == ["Giải lao 15 phút"]
    assert [doubt.code for doubt in document.doubts] == [DoubtCode.DELETED_WORDS]


def test_cells_that_are_covered_are_not_read_again() -> None:
    body = (
        "<table:table><table:table-header-rows><table:table-row>"
        f"<table:table-cell table:number-rows-spanned='2'>{p('7h30')}</table:table-cell>"
        f"<table:table-cell table:number-columns-spanned='2'>{p('Nghi thức')}</table:table-cell>"
        "<table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row>"
        f"<table:covered-table-cell/><table:table-cell>{p('Chào cờ')}</table:table-cell>"
        f"<table:table-cell>{p('Ban')}</table:table-cell></table:table-row></table:table>"
    )
    (table,) = blocks(body)
    assert isinstance(table, Table)
    assert grid(table) == [
        [("7h30", 0, 1, 2), ("Nghi thức", 1, 2, 1)],
        [("Chào cờ", 1, 1, 1), ("Ban", 2, 1, 1)],
    ]
    assert table.rows[1].cells[0].lines[0].place == Place(table=1, row=2, column=2)


def test_looks_come_through_styles() -> None:
    styles = (
        '<style:style style:name="Heading" style:family="paragraph"><style:paragraph-properties'
        ' fo:text-align="center" fo:margin-left="2cm" fo:text-indent="-5mm"/>'
        '<style:text-properties fo:font-weight="bold"/></style:style>'
        '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading"/>'
        '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="normal"/>'
        '</style:style><style:style style:name="T2" style:family="text"><style:text-properties'
        ' text:display="none"/></style:style>'
    )
    body = (
        '<text:p text:style-name="P1">PHẦN MỘT<text:span text:style-name="T2"> ẩn</text:span></text:p>'
        '<text:p text:style-name="P1">một <text:span text:style-name="T1">nhạt</text:span></text:p>'
    )
    first, second = lines(body, styles)
    assert (first.text, first.bold, first.centred, first.heading, first.indent) == (
        "PHẦN MỘT",
        True,
        True,
        True,
        15,
    )
    assert (second.text, second.bold) == ("một nhạt", False)


def test_a_text_box_stands_after_its_paragraph_and_a_picture_is_counted() -> None:
    body = p(
        f"Hội nghị<draw:frame><draw:text-box>{p('CHƯƠNG TRÌNH')}</draw:text-box></draw:frame>"
        '<draw:frame svg:width="15cm" svg:height="10cm"><draw:image/></draw:frame>'
    )
    document = read_bytes(odt(body), "plan.odt")
    assert [line.text for line in document.parts[0].lines()] == ["Hội nghị", "CHƯƠNG TRÌNH"]
    assert [doubt.code for doubt in document.doubts] == [DoubtCode.PICTURES]


def test_a_flat_file_is_read_alike() -> None:
    data = (
        f'<?xml version="1.0"?><office:document {NAMES}>{content(items(p("a")), NUMBERS)}</office:document>'
    )
    (line,) = read_bytes(data.encode(), "plan.fodt").parts[0].lines()
    assert (line.mark, line.text) == ("I.", "a")


@pytest.mark.parametrize(
    ("data", "failure"),
    [
        (odt(p("")), Failure.EMPTY),
        (odt(p("x"), META_INF__manifest="").replace(b"<office:body>", b"<office:none>"), Failure.DAMAGED),
    ],
)
def test_what_holds_no_text_says_so(data: bytes, failure: Failure) -> None:
    with pytest.raises(CannotRead) as cannot:
        read_bytes(data, "plan.odt")
    assert cannot.value.failure is failure


def test_a_password_is_told_by_the_list_of_parts() -> None:
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        file.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
        file.writestr("content.xml", b"\x8f\x13")
    with pytest.raises(CannotRead) as cannot:
        read_bytes(data.getvalue(), "plan.odt")
    assert cannot.value.failure is Failure.ENCRYPTED
