"""One plan with all that these forms have in common, and the same plan as LibreOffice saves it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from runofshow.documents.document import Document
from tests.documents.reading.docx import cell, docx, item, paragraph, row, run, table

FILES = Path(__file__).parent.parent / "files"
"""plan.doc, plan.rtf and plan.odt: `plan` as LibreOffice 7.4 saved it."""

LEVELS = "".join(
    f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
    f'<w:pPr><w:ind w:left="{567 * (depth + 1)}" w:hanging="567"/></w:pPr>{fonts}</w:lvl>'
    for depth, (form, text, fonts) in enumerate(
        [
            ("upperRoman", "%1.", ""),
            ("decimal", "%2.", ""),
            ("lowerLetter", "%3)", ""),
            (
                "bullet",
                "\uf0b7",
                '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol" w:hint="default"/></w:rPr>',
            ),
        ]
    )
)
NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{LEVELS}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:jc w:val="center"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
)


def field(code: str, result: str) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    return (
        mark("begin")
        + f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        + mark("separate")
        + result
        + mark("end")
    )


def width(twips: int, more: str = "") -> str:
    return f'<w:tcW w:w="{twips}" w:type="dxa"/>{more}'


TRACKED = 'w:id="1" w:author="Ban" w:date="2026-03-20T08:00:00Z"'
BODY = (
    paragraph("CHƯƠNG TRÌNH HỘI NGHỊ", '<w:pStyle w:val="H1"/>')
    + paragraph(run("Thời gian: ", "<w:b/>") + run("7 giờ 30, ngày 27/3/2020", "<w:i/>"))
    + item("Phần nghi thức", depth=0)
    + item("Chào cờ", depth=1)
    + item("Tuyên bố lý do, giới thiệu đại biểu", depth=1)
    + item("lãnh đạo tỉnh", depth=2)
    + item("các sở, ngành", depth=2)
    + item("văn phòng", depth=3)
    + item("Phần nội dung", depth=0)
    + item("Báo cáo tổng kết", depth=1)
    + paragraph(
        run("Giải lao ")
        + f"<w:ins {TRACKED}>{run('15 phút')}</w:ins>"
        + f"<w:del {TRACKED}><w:r><w:delText>10 phút</w:delText></w:r></w:del>"
    )
    + paragraph(run("Dòng một") + "<w:r><w:br/></w:r>" + run("dòng hai") + "<w:r><w:tab/></w:r>" + run("sau"))
    + paragraph(
        run("Xem ")
        + field('HYPERLINK "http://plan.example/"', run("liên kết"))
        + run(" và ẩn", "<w:vanish/>")
    )
    + table(
        '<w:tblGrid><w:gridCol w:w="1500"/><w:gridCol w:w="4500"/><w:gridCol w:w="3000"/></w:tblGrid>',
        row(cell("Thời gian", width(1500)), cell("Nội dung", width(4500)), cell("Thực hiện", width(3000))),
        row(
            cell("7h30", width(1500, '<w:vMerge w:val="restart"/>')),
            cell("Đón tiếp", width(4500)),
            cell("Ban Tổ chức", width(3000)),
        ),
        row(
            cell("", width(1500, "<w:vMerge/>")),
            cell(paragraph("Văn nghệ") + paragraph("ba tiết mục"), width(4500)),
            cell("", width(3000)),
        ),
        row(cell("Nghi thức", width(9000, '<w:gridSpan w:val="3"/>'))),
        row(
            cell("8h00", width(1500)),
            cell(
                paragraph("Tham luận")
                + table(
                    '<w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>',
                    row(cell("xã A", width(2000)), cell("5 phút", width(2000))),
                )
                + paragraph(""),
                width(4500),
            ),
            cell("Chủ tọa", width(3000)),
        ),
    )
    + paragraph("Nơi nhận")
)


def plan() -> bytes:
    """As .docx."""
    return docx(BODY, styles=STYLES, numbering=NUMBERING)


def soffice() -> str | None:
    """LibreOffice, where it is installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def saved_as(form: str, data: bytes, folder: Path) -> bytes:
    """A .docx as LibreOffice saves it in another form."""
    program = soffice()
    assert program is not None
    source = folder / "plan.docx"
    source.write_bytes(data)
    home = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    subprocess.run(
        [program, home, "--headless", "--convert-to", form, "--outdir", str(folder), str(source)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return (folder / f"plan.{form}").read_bytes()


def unnamed(document: Document) -> Document:
    """But for the file's name, which differs."""
    return Document(name="", parts=document.parts, doubts=document.doubts)
