"""LibreOffice lays every paper out: nothing is lost between the agenda and the page."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from runofshow.paper.word.file import as_word_file
from runofshow.printing.papers import Kind, paper_for
from tests.printing.agendas import AGENDAS, plan_from

OFFICE = shutil.which("soffice")


@pytest.mark.skipif(OFFICE is None, reason="no LibreOffice on this machine")
@pytest.mark.parametrize(("name", "sessions"), [("ninh-hoa-2020", 1), ("full-example", 2)])
def test_every_paper_becomes_pages_with_all_that_is_on_it(tmp_path: Path, name: str, sessions: int) -> None:
    pdfium = pytest.importorskip("pypdfium2")
    assert OFFICE is not None
    plan = plan_from(AGENDAS / f"{name}.yaml")
    for kind in Kind:
        (tmp_path / f"{kind}.docx").write_bytes(as_word_file(paper_for(kind, plan)))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [OFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    files = [str(path) for path in tmp_path.glob("*.docx")]
    done = subprocess.run([*command, *files], capture_output=True, timeout=120, check=False)
    made = {path.stem for path in tmp_path.glob("*.pdf")}
    if not made:
        pytest.skip(f"LibreOffice without a word processor: {done.stderr[-200:]!r}")
    assert made == set(Kind)
    pages = {}
    for kind in Kind:
        book = pdfium.PdfDocument(tmp_path / f"{kind}.pdf")
        pages[kind] = ["".join(page.get_textpage().get_text_range().split()) for page in book]
        book.close()
    for kind in (Kind.ALL, Kind.MC, Kind.CREW, Kind.CHAIR, Kind.PROGRAMME):
        whole = "".join(pages[kind])
        missing = [
            entry.item.title for entry in plan.entries if "".join(entry.item.title.split()) not in whole
        ]
        assert missing == [], kind
    assert len(pages[Kind.CHAIR]) == sessions
    spoken = [entry for entry in plan.leaves if entry.said]
    # the order takes the first pages, and a long list of names more than one
    assert len(spoken) < len(pages[Kind.MC]) <= len(spoken) + 5
