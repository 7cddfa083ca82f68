"""A sheet as .pdf."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from runofshow.paper.printed import NotPrinted, as_pdf, find_browser
from tests.paper.samples import sample

BROWSER = find_browser(os.environ)


@pytest.mark.skipif(BROWSER is None, reason="no browser on this machine")
def test_every_word_is_found_again_in_the_pdf() -> None:
    pdfium = pytest.importorskip("pypdfium2")
    assert BROWSER is not None
    book = pdfium.PdfDocument(as_pdf(sample(rows=40), BROWSER))
    texts = [page.get_textpage().get_text_range() for page in book]
    assert len(texts) > 2
    assert [round(size * 25.4 / 72) for size in book[0].get_size()] == [297, 210]
    for said in ("CỘNG HÒA", "Độc lập", "KỊCH BẢN", "Mục 0"):
        assert said in texts[0]
    assert "Mục 39" in "".join(texts)
    # PDFium reads the letters of a repeated head a line each
    assert all("Nộidung" in "".join(text.split()) for text in texts[1:-1])
    assert all("Bản 1a2b3c4d" in text for text in texts)
    book.close()


def test_a_machine_without_a_browser_has_none(tmp_path: Path) -> None:
    assert find_browser({"PATH": str(tmp_path)}) is None or sys.platform == "darwin"


def test_a_browser_stands_where_windows_has_it(tmp_path: Path) -> None:
    edge = tmp_path / "Microsoft" / "Edge" / "Application" / "msedge.exe"
    edge.parent.mkdir(parents=True)
    edge.touch()
    assert find_browser({"PATH": "", "PROGRAMFILES(X86)": str(tmp_path)}) == edge


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands for the browser")
def test_a_browser_that_fails_is_told_in_its_own_words(tmp_path: Path) -> None:
    broken = tmp_path / "chromium"
    broken.write_text("#!/bin/sh\necho one >&2\necho 'no display' >&2\nexit 1\n", encoding="utf-8")
    broken.chmod(0o755)
    with pytest.raises(NotPrinted, match="no display"):
        as_pdf(sample(), broken)
    with pytest.raises(NotPrinted):
        as_pdf(sample(), tmp_path / "none")
