"""A Word document is read as it looks: changes accepted, cells merged, fields and boxes once."""

from __future__ import annotations

import pytest

from runofshow.documents.document import Line, Place, Table
from runofshow.documents.doubt import DoubtCode
from runofshow.documents.reading.opening import read_bytes
from runofshow.office.failure import CannotRead, Failure
from tests.documents.reading.docx import (
    W,
    blocks,
    cell,
    docx,
    grid,
    lines,
    only_table,
    paragraph,
    row,
    run,
    table,
)


def texts(body: str) -> list[str]:
    return [line.text for line in lines(body)]


def doubts(data: bytes) -> list[DoubtCode]:
    return [doubt.code for doubt in read_bytes(data, "plan.docx").doubts]


# Changes


def test_an_insertion_is_read_and_a_deletion_is_not() -> None:
    body = paragraph(
        run("Giải lao ")
        + f"<w:ins>{run('15 phút')}</w:ins><w:del><w:r><w:delText>10 phút</w:delText></w:r></w:del>"
    )
    assert texts(body) == ["Giải lao 15 phút"]
    assert doubts(docx(body)) == [DoubtCode.DELETED_WORDS]


def test_an_insertion_alone_raises_no_doubt() -> None:
    assert doubts(docx(paragraph(f"<w:ins>{run('Giải lao')}</w:ins>"))) == []


def test_what_was_moved_is_read_where_it_went() -> None:
    body = (
        paragraph(f"<w:moveFrom>{run('Văn nghệ')}</w:moveFrom>")
        + paragraph("Khai mạc")
        + paragraph(f"<w:moveTo>{run('Văn nghệ')}</w:moveTo>")
    )
    assert texts(body) == ["Khai mạc", "Văn nghệ"]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    body = paragraph("Báo cáo ", "<w:rPr><w:del/></w:rPr>") + paragraph("tổng kết")
    assert texts(body) == ["Báo cáo tổng kết"]


def test_a_row_that_was_deleted_is_no_row() -> None:
    found = only_table(table(row(cell("a")), row(cell("b"), properties="<w:del/>"), row(cell("c"))))
    assert [(each.number, each.cells[0].text) for each in found.rows] == [(1, "a"), (2, "c")]


# Cells


def test_cells_merged_across_and_down_are_one_each() -> None:
    found = only_table(
        table(
            row(cell("7h30", '<w:vMerge w:val="restart"/>'), cell("Đón tiếp"), cell("Ban Tổ chức")),
            row(cell("", "<w:vMerge/>"), cell("Phần nghi thức", '<w:gridSpan w:val="2"/>')),
            row(cell("8h00", '<w:vMerge w:val="restart"/>'), cell("Chào cờ"), cell("")),
        )
    )
    assert grid(found) == [
        [("7h30", 0, 1, 2), ("Đón tiếp", 1, 1, 1), ("Ban Tổ chức", 2, 1, 1)],
        [("Phần nghi thức", 1, 2, 1)],
        [("8h00", 0, 1, 1), ("Chào cờ", 1, 1, 1), ("", 2, 1, 1)],
    ]


def test_a_row_may_begin_later_in_the_grid() -> None:
    found = only_table(
        table(row(cell("a"), cell("b")), row(cell("c"), properties='<w:gridBefore w:val="1"/>'))
    )
    assert grid(found)[1] == [("c", 1, 1, 1)]


def test_cells_merged_across_in_the_old_way_are_one() -> None:
    found = only_table(
        table(row(cell("a", '<w:hMerge w:val="restart"/>'), cell("", "<w:hMerge/>"), cell("b")))
    )
    assert grid(found) == [[("a", 0, 2, 1), ("b", 2, 1, 1)]]


def test_rows_cells_and_paragraphs_inside_content_controls_are_read() -> None:
    def held(inside: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>"

    found = only_table(held(table(held(row(held(cell("7h30")), cell(held(paragraph("Chào cờ"))))))))
    assert grid(found) == [[("7h30", 0, 1, 1), ("Chào cờ", 1, 1, 1)]]


def test_a_table_in_a_cell_stands_among_its_lines_and_counts_on() -> None:
    inner = table(row(cell("Tham luận 1")))
    outer = only_table(table(row(cell(paragraph("Tham luận") + inner + paragraph("")), cell("Các xã"))))
    line, nested = outer.rows[0].cells[0].blocks
    assert isinstance(line, Line)
    assert isinstance(nested, Table)
    assert (line.text, line.place) == ("Tham luận", Place(table=1, row=1, column=1))
    assert nested.rows[0].cells[0].lines[0].place == Place(table=2, row=1, column=1)


# Lines


def test_a_soft_break_begins_a_line_of_the_same_paragraph() -> None:
    first, second = lines(paragraph(run("Chào cờ") + "<w:r><w:br/></w:r>" + run("Khai mạc")))
    assert (first.text, first.goes_on, second.text, second.goes_on) == ("Chào cờ", False, "Khai mạc", True)
    assert first.place == second.place == Place(paragraph=1)


def test_a_page_break_is_no_text() -> None:
    assert texts(paragraph(run("Chào ") + '<w:r><w:br w:type="page"/></w:r>' + run("cờ"))) == ["Chào cờ"]


def test_paragraphs_with_text_are_counted_and_tables_left_out() -> None:
    body = paragraph("a") + paragraph("") + table(row(cell("x"))) + paragraph("b")
    assert [each.place.paragraph for each in blocks(body) if isinstance(each, Line)] == [1, 2]


def test_tabs_hyphens_and_signs_of_wingdings_are_letters() -> None:
    body = paragraph(
        '<w:r><w:sym w:font="Wingdings" w:char="F076"/><w:tab/></w:r>'
        + run("Lễ ra")
        + "<w:r><w:softHyphen/><w:noBreakHyphen/></w:r>"
        + run("mắt")
    )
    assert texts(body) == ["❖\tLễ ra-mắt"]


def test_of_a_field_the_result_is_read_and_not_the_code() -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = "<w:r><w:instrText> DATE </w:instrText></w:r>"
    nested = mark("begin") + code + mark("separate") + run("mã") + mark("end")
    body = paragraph(
        mark("begin") + code + nested + mark("separate") + run("27/3/2020") + mark("end") + run(" khai mạc")
    ) + paragraph(f'<w:fldSimple w:instr="PAGE">{run("3")}</w:fldSimple>')
    assert texts(body) == ["27/3/2020 khai mạc", "3"]


def test_a_field_without_an_end_hides_no_later_paragraph() -> None:
    body = paragraph(run("a") + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>') + paragraph("b")
    assert texts(body) == ["a", "b"]


def test_links_and_smart_tags_are_looked_through() -> None:
    body = paragraph(
        f"<w:hyperlink>{run('Sở ')}</w:hyperlink>"
        f"<w:smartTag><w:smartTag>{run('Nội vụ')}</w:smartTag></w:smartTag>"
    )
    assert texts(body) == ["Sở Nội vụ"]


def test_a_text_box_kept_in_two_ways_is_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('CHƯƠNG TRÌNH')}</w:txbxContent>"
    drawing = (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent>"
    )
    assert texts(paragraph(f"<w:r>{drawing}</w:r>" + run("Hội nghị"))) == ["Hội nghị", "CHƯƠNG TRÌNH"]


def test_hidden_text_notes_and_comments_are_left_out() -> None:
    body = paragraph(
        run("Khai mạc")
        + run(" (bí mật)", "<w:vanish/>")
        + '<w:r><w:footnoteReference w:id="2"/></w:r><w:commentRangeStart w:id="0"/>'
    )
    assert texts(body) == ["Khai mạc"]


def test_text_is_composed_and_its_blanks_are_plain() -> None:
    assert texts(paragraph("  Nghi\u0323\u00a0 thu\u031b\u0301c\u200b ")) == ["Nghị thức"]


# Looks


def test_bold_and_centred_come_from_styles_and_from_the_text_itself() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="heading 1"/><w:pPr><w:jc w:val="center"/>'
        '<w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="của tôi"/><w:basedOn w:val="A"/></w:style>'
    )
    body = (
        paragraph("I. NỘI DUNG", '<w:pStyle w:val="B"/>')
        + paragraph(run("nhạt", '<w:b w:val="0"/>'), '<w:pStyle w:val="B"/>')
        + paragraph(run("đậm ", "<w:b/><w:i/>") + run("một phần", "<w:i/>"))
    )
    heading, light, part = lines(body, styles=styles)
    assert (heading.bold, heading.centred, heading.heading, heading.level) == (True, True, True, 0)
    assert (light.bold, light.heading) == (False, True)
    assert (part.bold, part.italic, part.heading, part.level) == (False, True, False, None)


def test_the_first_line_stands_in_by_millimetres() -> None:
    (line,) = lines(paragraph("a", '<w:ind w:left="1440" w:hanging="720"/>'))
    assert line.indent == pytest.approx(12.7)


# The file


def test_a_strict_file_is_read_alike() -> None:
    data = docx(paragraph("Chào cờ"), namespace="http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert W.encode() not in data
    assert [line.text for line in read_bytes(data, "plan.docx").parts[0].lines()] == ["Chào cờ"]


def test_macros_are_named_and_a_page_that_is_a_picture_too() -> None:
    drawing = '<w:drawing><wp:inline><wp:extent cx="5400000" cy="7200000"/><a:blip/></wp:inline></w:drawing>'
    data = docx(
        paragraph("Chương trình") + paragraph(f"<w:r>{drawing}</w:r>"), parts={"word/vbaProject.bin": b"x"}
    )
    assert doubts(data) == [DoubtCode.MACROS, DoubtCode.PICTURES]


@pytest.mark.parametrize(
    ("body", "failure"),
    [
        (paragraph(""), Failure.EMPTY),
        (paragraph("<w:r><w:drawing><a:blip/></w:drawing></w:r>"), Failure.NO_TEXT),
    ],
)
def test_a_file_without_words_says_so(body: str, failure: Failure) -> None:
    with pytest.raises(CannotRead) as cannot:
        read_bytes(docx(body), "plan.docx")
    assert cannot.value.failure is failure


def test_a_table_of_contents_is_not_read_and_other_lines_in_its_style_are() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="toc 1"/></w:style>'
    body = paragraph("<w:r><w:t>I. Nội dung</w:t><w:tab/><w:t>3</w:t></w:r>", '<w:pStyle w:val="T"/>')
    body += paragraph("I. Nội dung", '<w:pStyle w:val="T"/>')
    assert [line.text for line in lines(body, styles=styles)] == ["I. Nội dung"]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_no_other_cell() -> None:
    open_end = paragraph("Chào cờ", "<w:rPr><w:del/></w:rPr>")
    found = only_table(table(row(cell(open_end), cell("Ban Tổ chức"))))
    assert [each.text for each in found.rows[0].cells] == ["Chào cờ", "Ban Tổ chức"]
    assert [line.text for line in lines(open_end)] == ["Chào cờ"]


def test_a_page_that_a_web_program_put_into_an_empty_document_is_read() -> None:
    page = "<html><body><p>Chào cờ</p></body></html>".encode()
    document = read_bytes(docx("<w:altChunk/>", parts={"word/page.htm": page}), "plan.docx")
    assert [line.text for line in document.parts[0].lines()] == ["Chào cờ"]


@pytest.mark.parametrize(
    ("drawing", "is_large"),
    [
        ('<w:pict><v:shape style="width:400pt;height:300pt"><v:imagedata/></v:shape></w:pict>', True),
        ('<w:pict><v:shape style="width:1in;height:2cm"><v:imagedata/></v:shape></w:pict>', False),
        ('<w:drawing><wp:extent cx="5400000" cy="3600000"/><dgm:relIds/></w:drawing>', True),
        ('<w:drawing><wp:extent cx="720000" cy="720000"/><a:blip/></w:drawing>', False),
    ],
)
def test_a_picture_that_may_hold_words_is_told_from_an_emblem(drawing: str, is_large: bool) -> None:
    data = docx(paragraph("Chào cờ " * 40) + paragraph(f"<w:r>{drawing}</w:r>"))
    assert doubts(data) == ([DoubtCode.PICTURES] if is_large else [])


def test_a_large_initial_belongs_to_its_word() -> None:
    assert texts(paragraph("C", '<w:framePr w:dropCap="drop" w:lines="3"/>') + paragraph("hào cờ")) == [
        "Chào cờ"
    ]


def test_a_row_may_be_hidden_or_say_that_it_is_not() -> None:
    shown = row(cell("b"), properties='<w:hidden w:val="0"/>')
    body = table(row(cell("a"), properties="<w:hidden/>"), shown)
    assert [each.hidden for each in only_table(body).rows] == [True, False]
    assert doubts(docx(body)) == [DoubtCode.HIDDEN_ROWS]
