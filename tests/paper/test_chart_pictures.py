"""A chart's pictures in the files that take no SVG: .docx and .xlsx."""

from __future__ import annotations

import io
import shutil
import struct
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

import docx
import pytest

from runofshow.core.value import replace
from runofshow.paper.chart.drawing import drawings
from runofshow.paper.chart.picture import Painter, find_painter
from runofshow.paper.sheet import Lane, Paper, Style, paragraph
from runofshow.paper.word.file import as_word_file
from runofshow.paper.workbook import as_workbook
from tests.paper.charts import bar, chart, many

OFFICE = shutil.which("soffice")


@pytest.fixture
def paint() -> Painter:
    painter = find_painter()
    if painter is None:
        pytest.skip("no type with Vietnamese letters on this machine")
    return painter


def paper(*, landscape: bool = False) -> Paper:
    blocks = (
        paragraph("Kế hoạch và thực tế", Style.HEADING, keep_with_next=True),
        chart(),
        paragraph("Hết."),
    )
    return Paper("Báo cáo", "vi", blocks, landscape=landscape)


def chunks(png: bytes) -> dict[bytes, bytes]:
    """The parts of a PNG, those of one name joined; a sum that is wrong fails the test."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    found: dict[bytes, bytes] = {}
    at = 8
    while at < len(png):
        (size,) = struct.unpack(">I", png[at : at + 4])
        name, data = png[at + 4 : at + 8], png[at + 8 : at + 8 + size]
        assert struct.unpack(">I", png[at + 8 + size : at + 12 + size]) == (zlib.crc32(name + data),)
        found[name] = found.get(name, b"") + data
        at += 12 + size
    return found


def test_a_picture_is_as_wide_as_the_page_at_two_hundred_dots_and_has_ink(paint: Painter) -> None:
    (drawing,) = drawings(chart(), landscape=False)
    parts = chunks(paint(drawing))
    width, height = struct.unpack(">II", parts[b"IHDR"][:8])
    assert width == round(160 / 25.4 * 200)
    assert height == pytest.approx(drawing.height / 72 * 200, abs=1)
    rows = zlib.decompress(parts[b"IDAT"])
    assert len(rows) == height * (1 + 4 * width)
    # a row that is like the one over it is written as zeros
    assert len(rows) - rows.count(0) > 20_000


def test_every_letter_of_a_label_is_painted(paint: Painter) -> None:
    def painted(label: str) -> bytes:
        (drawing,) = drawings(replace(chart(), lanes=(Lane(label, bar(0, 9)),)), landscape=False)
        return paint(drawing)

    seen = [painted(label) for label in ("", "e", "ê", "ế", "ề", "ể", "ễ", "ệ", "ư", "ự", "đ", "Đ")]
    assert len(set(seen)) == len(seen)


def test_a_sign_that_no_type_has_is_a_question_mark_and_never_left_out(paint: Painter) -> None:
    def painted(label: str) -> bytes:
        (drawing,) = drawings(replace(chart(), lanes=(Lane("6", bar(0, 9), note=label),)), landscape=False)
        return paint(drawing)

    assert painted("A\U000f1234") == painted("A?") != painted("A")
    assert painted("A\u2009B") != painted("A?B")
    # what only another type has is that sign, or where none has it the mark
    assert painted("A★") not in (painted("A"), painted("A "))


def test_type_that_is_broken_is_passed_over(tmp_path: Path, paint: Painter) -> None:
    (tmp_path / "times.ttf").write_bytes(b"no type")
    assert find_painter((tmp_path, tmp_path / "nowhere")) is not None


def test_a_word_file_has_the_picture_with_its_words(paint: Painter) -> None:
    document = docx.Document(io.BytesIO(as_word_file(paper())))
    (shape,) = document.inline_shapes
    assert round(shape.width.mm) == 160
    told = shape._inline.docPr
    assert (told.get("name"), told.get("descr")) == (chart().title, chart().told)
    assert [each.text for each in document.paragraphs] == ["Kế hoạch và thực tế", "", "Hết."]


def test_a_word_file_of_many_lines_has_a_picture_a_page(paint: Painter) -> None:
    shown = Paper("Báo cáo", "vi", (many(60),))
    document = docx.Document(io.BytesIO(as_word_file(shown)))
    ids = [shape._inline.docPr.get("id") for shape in document.inline_shapes]
    assert len(ids) == len(set(ids)) == len(drawings(many(60), landscape=False)) > 1


def test_a_line_higher_than_a_page_is_made_smaller_on_paper(paint: Painter) -> None:
    tall = replace(chart(), lanes=(Lane("Nghị quyết " * 400, bar(0, 9), bar(0, 9)),))
    document = docx.Document(io.BytesIO(as_word_file(Paper("Báo cáo", "vi", (tall,)))))
    (shape,) = document.inline_shapes
    assert shape.height.mm < 257


def test_a_workbook_has_the_pictures_on_a_sheet_of_their_own(paint: Painter) -> None:
    with zipfile.ZipFile(io.BytesIO(as_workbook(paper()))) as book:
        assert 'name="Biểu đồ"' in book.read("xl/workbook.xml").decode()
        assert chunks(book.read("xl/media/image1.png"))
        assert f'descr="{chart().told}"' in book.read("xl/drawings/drawing1.xml").decode()


def test_where_no_picture_can_be_made_the_paper_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    assert find_painter() is None
    document = docx.Document(io.BytesIO(as_word_file(paper())))
    assert [each.text for each in document.paragraphs][1] == chart().instead
    with zipfile.ZipFile(io.BytesIO(as_workbook(paper()))) as book:
        assert chart().instead in book.read("xl/sharedStrings.xml").decode()


def test_the_painter_costs_nothing_until_it_paints() -> None:
    code = "import sys, runofshow.paper.word.file, runofshow.paper.workbook; print('resvg_py' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"


@pytest.mark.skipif(OFFICE is None, reason="no LibreOffice on this machine")
@pytest.mark.parametrize("landscape", [False, True])
def test_libreoffice_shows_the_picture_on_the_page(tmp_path: Path, paint: Painter, landscape: bool) -> None:
    pdfium = pytest.importorskip("pypdfium2")
    assert OFFICE is not None
    (tmp_path / "paper.docx").write_bytes(as_word_file(paper(landscape=landscape)))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [OFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "paper.docx")], capture_output=True, timeout=120, check=False)
    if not (made := tmp_path / "paper.pdf").exists():
        pytest.skip("LibreOffice without a word processor")
    book = pdfium.PdfDocument(made)
    page = book[0]
    (shown,) = page.get_objects(filter=(pdfium.raw.FPDF_PAGEOBJ_IMAGE,))
    left, bottom, right, top = shown.get_pos() if hasattr(shown, "get_pos") else shown.get_bounds()
    (drawing,) = drawings(chart(), landscape)
    assert right - left == pytest.approx(drawing.width, abs=2)
    assert top - bottom == pytest.approx(drawing.height, abs=2)
    assert "Hết." in page.get_textpage().get_text_range()
    book.close()
