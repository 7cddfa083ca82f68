"""Programmes as Word has them: a real package by python-docx, its body as XML, since much of what offices
leave in their files no library writes (tracked changes, content controls, text boxes)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from docx import Document
from docx.oxml import parse_xml

from tests.documents.made.spelling import PLAN_AFTER, above, cells, first, hours, plan_before, with_headings
from tests.documents.reading.docx import NAMESPACES, cell, paragraph, row, run, table
from tests.documents.score import Item, Programme

BOLD = "<w:b/>"
CENTRED = '<w:jc w:val="center"/>'
WHO_AND_WHEN = 'w:id="7" w:author="VP" w:date="2026-03-01T08:00:00Z"'
HEADS = {
    "n": "STT", "t": "Thời gian", "w": "Nội dung", "b": "Người thực hiện", "s": "Bắt đầu", "e": "Kết thúc",
    "m": "Thời lượng (phút)", "_": "Ghi chú",
}  # fmt: skip


def save(path: Path, body: str) -> None:
    """The body is XML of paragraphs, tables and content controls."""
    document = Document()
    end = document.element.body.sectPr
    for each in parse_xml(f"<w:body {NAMESPACES}>{body}</w:body>"):
        end.addprevious(each)
    document.save(str(path))


def paragraphs(lines: Iterable[str], properties: str = "") -> str:
    return "".join(paragraph(escape(line), properties) for line in lines)


def head(programme: Programme) -> str:
    return paragraphs(above(programme), CENTRED)


def heads(columns: str, names: dict[str, str] | None = None) -> str:
    return row(*(cell(paragraph(run((names or HEADS)[each], BOLD))) for each in columns))


def rows(items: Sequence[Item], columns: str) -> str:
    return "".join(
        row(*(cell(escape(each)) for each in cells(item, number + 1, columns)))
        for number, item in enumerate(items)
    )


def whole(words: str, columns: str) -> str:
    """A row of one cell over the table."""
    return row(cell(escape(words), f'<w:gridSpan w:val="{len(columns)}"/>'))


# Layouts: each writes one programme


def grid(path: Path, programme: Programme, columns: str = "twb") -> None:
    save(path, head(programme) + table(heads(columns), rows(programme.items, columns)))


def grid_under_headings(
    path: Path, programme: Programme, headings: Sequence[tuple[int, str]], columns: str = "ntw"
) -> None:
    """Rows that name a sitting or a day stand among the rest."""
    body = "".join(
        whole(each, columns) if isinstance(each, str) else rows([each[1]], columns)
        for each in with_headings(programme, headings)
    )
    save(path, head(programme) + table(heads(columns), body))


def shared_hours(path: Path, programme: Programme) -> None:
    """Items that run at one time under one merged cell of hours, and one presenter over his rows."""

    def merged(now: str, before: str | None) -> str:
        if now and now == before:
            return cell("", "<w:vMerge/>")
        return cell(escape(now), '<w:vMerge w:val="restart"/>')

    body, at, who = "", None, None
    for number, item in enumerate(programme.items):
        body += row(
            cell(str(number + 1)),
            merged(hours(item), at),
            cell(escape(first(item.title))),
            merged(first(item.by), who),
        )
        at, who = hours(item), first(item.by)
    save(path, head(programme) + table(heads("ntwb"), body))


def dashes_in_a_plan(path: Path, programme: Programme, mark: str = "- ") -> None:
    save(
        path,
        paragraphs(plan_before(programme))
        + paragraphs(f"{mark}{first(item.title)}." for item in programme.items)
        + paragraphs(PLAN_AFTER),
    )


def numbered_by_word(path: Path, programme: Programme) -> None:
    """Numbers and bullets that Word draws: the plan's headings are only told apart by them."""
    document = Document()
    for line in plan_before(programme):
        document.add_paragraph(line.removeprefix("- "), "List Bullet" if line.startswith("- ") else None)
    for item in programme.items:
        told = ": ".join(each for each in (hours(item), first(item.title)) if each)
        document.add_paragraph(told, "List Number")
    for line in PLAN_AFTER:
        document.add_paragraph(line.removeprefix("- "), "List Bullet" if line.startswith("- ") else None)
    document.save(str(path))


def tracked(path: Path, programme: Programme) -> None:
    """In every row the second half of the words was put in, an older hour and an older name taken out."""

    def changed(item: Item) -> str:
        words = first(item.title).split()
        kept, added = " ".join(words[:1]), " ".join(["", *words[1:]])
        put_in = f"<w:ins {WHO_AND_WHEN}>{run(escape(added))}</w:ins>" if words[1:] else ""
        return row(
            cell(f"<w:p>{_taken_out('6h15 - 6h20')}{run(hours(item))}</w:p>"),
            cell(f"<w:p>{run(escape(kept))}{put_in}{_taken_out(' (dự kiến bỏ)')}</w:p>"),
            cell(f"<w:p>{run(escape(first(item.by)))}{_taken_out('Ông Cũ')}</w:p>"),
        )

    gone = row(
        cell(f"<w:p>{_taken_out('11h20')}</w:p>"),
        cell(f"<w:p>{_taken_out('Ăn trưa')}</w:p>"),
        cell(),
        properties=f"<w:del {WHO_AND_WHEN}/>",
    )
    save(path, head(programme) + table(heads("twb"), *map(changed, programme.items), gone))


def _taken_out(words: str) -> str:
    return f"<w:del {WHO_AND_WHEN}><w:r><w:delText>{words}</w:delText></w:r></w:del>"


def nested(path: Path, programme: Programme) -> None:
    """The programme's table stands in a cell of a table that only lays out the page."""
    inner = table(heads("twb"), rows(programme.items, "twb"))
    letterhead = table(
        row(cell(escape(first(programme.organiser)).upper()), cell("Độc lập - Tự do - Hạnh phúc"))
    )
    save(path, letterhead + table(row(cell(head(programme) + inner + paragraph()))))


def controlled(path: Path, programme: Programme) -> None:
    """Content controls around a row, a cell and its words, a smart tag around a name, as forms have them."""

    def control(inside: str) -> str:
        return (
            f'<w:sdt><w:sdtPr><w:alias w:val="Mục"/></w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>'
        )

    def held(item: Item) -> str:
        tag = f'<w:smartTag w:uri="urn:x" w:element="PersonName">{run(escape(first(item.by)))}</w:smartTag>'
        words = f"<w:p>{control(run(escape(first(item.title))))}</w:p>"
        return control(row(control(cell(hours(item))), cell(words), cell(f"<w:p>{tag}</w:p>")))

    save(path, control(head(programme)) + table(heads("twb"), *map(held, programme.items)))


def boxed(path: Path, programme: Programme) -> None:
    """The whole programme in a text box, which Word writes twice for the sake of older programs."""
    inside = paragraphs(f"{hours(item)}: {first(item.title)}" for item in programme.items)
    content = f"<w:txbxContent>{paragraph('CHƯƠNG TRÌNH')}{inside}</w:txbxContent>"
    box = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData>'
        f"<wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    save(path, paragraphs(line for line in above(programme) if line != "CHƯƠNG TRÌNH") + f"<w:p>{box}</w:p>")


def all_in_one_row(path: Path, programme: Programme) -> None:
    """One row holds the agenda: hours and words broken by soft breaks, which only their order joins."""
    told = "<w:br/>".join(
        f'<w:t xml:space="preserve">{hours(item)}: {escape(first(item.title))}</w:t>'
        for item in programme.items
    )
    one = row(cell("Buổi sáng"), cell(f"<w:p><w:r>{told}</w:r></w:p>"))
    save(path, head(programme) + table(heads("tw"), one))


def with_parts(path: Path, programme: Programme, mark: str = "+ ") -> None:
    """A line with its hours, and what it holds beneath it."""
    save(
        path,
        head(programme)
        + paragraphs(
            f"{mark}{first(item.title)};"
            if item.parent is not None
            else f"- {hours(item)}: {first(item.title)}."
            for item in programme.items
        ),
    )


def by_tabs(path: Path, programme: Programme) -> None:
    save(
        path,
        head(programme)
        + "".join(
            paragraph(run(hours(item)) + "<w:r><w:tab/></w:r>" + run(escape(first(item.title))))
            for item in programme.items
        ),
    )


def cue_sheet(path: Path, programme: Programme) -> None:
    """Ten columns, most of them not for the programme."""
    names = {**HEADS, "m": "TL", "1": "Lời MC", "2": "Âm thanh", "3": "Màn hình LED", "4": "Ánh sáng"}
    told = "".join(
        row(
            *(cell(escape(each)) for each in cells(item, number + 1, "ntmwb")),
            *map(
                cell, (f"Kính thưa quý vị, tiếp theo là phần {number + 1}.", "Nhạc nền", "Logo", "Sáng đều")
            ),
        )
        for number, item in enumerate(programme.items)
    )
    save(path, head(programme) + table(heads("ntmwb1234", names), told))


def sentences(path: Path, programme: Programme) -> None:
    """«Lúc 14 giờ 05 phút: Đồng chí … phát biểu khai mạc.»"""

    def told(item: Item) -> str:
        start, end = (first(at).split(":") for at in (item.start, item.end))
        return f"Từ {start[0]} giờ {start[1]} đến {end[0]} giờ {end[1]}: {first(item.title)}."

    save(path, head(programme) + paragraphs(map(told, programme.items)))


def list_of_guests(path: Path, _: Programme) -> None:
    names = ("Lê Thị Sen", "Trần Quang Mẫn", "Vũ Thị Hoài An", "Phan Hải Đăng", "Tạ Bích Vân", "Mai Thị Thu")
    told = (
        row(*map(cell, (str(at + 1), each, "Trưởng phòng", "UBND huyện"))) for at, each in enumerate(names)
    )
    title = paragraph("DANH SÁCH ĐẠI BIỂU DỰ HỘI NGHỊ TỔNG KẾT NĂM 2026", CENTRED)
    save(path, title + table(row(*map(cell, ("STT", "Họ và tên", "Chức vụ", "Đơn vị"))), *told))


def list_of_papers(path: Path, _: Programme) -> None:
    topics = (
        "Nâng cao chất lượng khám chữa bệnh",
        "Chủ động phòng dịch",
        "Khen thưởng từ cơ sở",
        "Dạy tốt, học tốt",
    )
    told = (row(*map(cell, (str(at + 1), f"Đơn vị số {at + 1}", each))) for at, each in enumerate(topics))
    title = paragraph("DANH MỤC THAM LUẬN TẠI HỘI NGHỊ", CENTRED)
    save(path, title + table(row(*map(cell, ("STT", "Đơn vị", "Chủ đề tham luận"))), *told))


def list_of_duties(path: Path, _: Programme) -> None:
    duties = (
        ("Trước 15/11/2026", "Xây dựng kế hoạch, gửi giấy mời", "Văn phòng"),
        ("20/11/2026", "Hoàn thành báo cáo tổng kết", "Phòng Nội vụ"),
        ("05/12/2026", "Duyệt danh sách khen thưởng", "Hội đồng TĐKT"),
        ("17/12/2026", "Trang trí khánh tiết, thử âm thanh", "Trung tâm Văn hóa"),
    )
    title = paragraph("BẢNG PHÂN CÔNG NHIỆM VỤ CHUẨN BỊ HỘI NGHỊ", CENTRED)
    told = (row(*map(cell, each)) for each in duties)
    save(path, title + table(row(*map(cell, ("Thời gian", "Công việc", "Đơn vị thực hiện"))), *told))
