"""Small .docx files as XML written by hand, so that a test holds exactly what it is about."""

from __future__ import annotations

import zipfile
from io import BytesIO

from runofshow.documents.document import Block, Line, Table
from runofshow.documents.reading.opening import read_bytes

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{OFFICE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{OFFICE}.styles+xml"/>'
    f'<Override PartName="/word/numbering.xml" ContentType="{OFFICE}.numbering+xml"/></Types>'
)


def relations(**targets: str) -> str:
    of = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    each = "".join(
        f'<Relationship Id="r{kind}" Type="{of}/{kind}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    names = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{names}">{each}</Relationships>'


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(inside: str = "", properties: str = "") -> str:
    """`inside` is XML, or plain text that becomes one run."""
    inside = inside if inside.startswith("<") or not inside else run(inside)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def cell(inside: str = "", properties: str = "") -> str:
    inside = inside if inside.startswith(("<w:p>", "<w:tbl>", "<w:sdt>")) else paragraph(inside)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def item(text: str, number: int = 1, depth: int = 0) -> str:
    """A paragraph of an automatic list."""
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def docx(
    body: str,
    *,
    styles: str = "",
    numbering: str = "",
    parts: dict[str, bytes] | None = None,
    namespace: str = W,
) -> bytes:
    """The whole file."""
    names = NAMESPACES.replace(W, namespace)
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", TYPES)
        file.writestr("_rels/.rels", relations(officeDocument="word/document.xml"))
        parts_of_text = relations(styles="styles.xml", numbering="numbering.xml", aFChunk="page.htm")
        file.writestr("word/_rels/document.xml.rels", parts_of_text)
        file.writestr("word/document.xml", f"<w:document {names}><w:body>{body}</w:body></w:document>")
        if styles:
            file.writestr("word/styles.xml", f"<w:styles {names}>{styles}</w:styles>")
        if numbering:
            file.writestr("word/numbering.xml", f"<w:numbering {names}>{numbering}</w:numbering>")
        for name, part in (parts or {}).items():
            file.writestr(name, part)
    return data.getvalue()


def blocks(body: str, *, styles: str = "", numbering: str = "") -> tuple[Block, ...]:
    """What is read of such a body."""
    return read_bytes(docx(body, styles=styles, numbering=numbering), "plan.docx").parts[0].blocks


def lines(body: str, *, styles: str = "", numbering: str = "") -> list[Line]:
    """Its lines, which must be all that it has."""
    found = blocks(body, styles=styles, numbering=numbering)
    assert all(isinstance(each, Line) for each in found)
    return [each for each in found if isinstance(each, Line)]


def only_table(body: str) -> Table:
    """The one thing that it has."""
    (found,) = blocks(body)
    assert isinstance(found, Table)
    return found


def grid(found: Table) -> list[list[tuple[str, int, int, int]]]:
    """Of each cell its text, first column, columns and rows."""
    return [[(each.text, each.column, each.columns, each.rows) for each in row.cells] for row in found.rows]
