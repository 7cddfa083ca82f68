"""LibreOffice and a browser lay every paper out: nothing is lost, and each page is as it was reckoned."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from runofshow.agenda_file.revision import counterparts
from runofshow.paper.pages import pages_of
from runofshow.paper.printed import as_pdf, find_browser
from runofshow.paper.sheet import Paper
from runofshow.paper.word.file import as_word_file
from runofshow.printing.exchange.comparing import exchange
from runofshow.printing.exchange.holding import held_of
from runofshow.printing.papers import Kind, paper_for, unpaged
from runofshow.texts.exchange import VI
from tests.printing.agendas import AGENDAS, first_words, made, plan_from

OFFICE = shutil.which("soffice")
BROWSER = find_browser(os.environ)


@pytest.mark.skipif(OFFICE is None, reason="no LibreOffice on this machine")
@pytest.mark.parametrize(("name", "sessions"), [("ninh-hoa-2020", 1), ("full-example", 2)])
def test_every_paper_becomes_pages_with_all_that_is_on_it(tmp_path: Path, name: str, sessions: int) -> None:
    pytest.importorskip("pypdfium2")
    plan = plan_from(AGENDAS / f"{name}.yaml")
    papers = {kind: paper_for(kind, plan) for kind in Kind}
    for kind in Kind:
        (tmp_path / f"{kind}.docx").write_bytes(as_word_file(papers[kind]))
    pages = laid_by_office(tmp_path)
    for kind in Kind:
        assert_as_reckoned(pages[kind], papers[kind], kind)
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


@pytest.mark.skipif(OFFICE is None, reason="no LibreOffice on this machine")
def test_pages_to_exchange_are_printed_each_on_its_sheet_with_its_label(tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2")
    old = plan_from(AGENDAS / "full-example.yaml")
    text = (AGENDAS / "full-example.yaml").read_text(encoding="utf-8")
    more = "- {title: Tặng hoa, kind: gift, duration: 5', mc: Kính mời lên nhận hoa.}\n      "
    new = made(tmp_path, text.replace("- title: Giải lao, tiệc trà", f"{more}- title: Giải lao, tiệc trà"))
    ids = counterparts(old.agenda, new.agenda)
    found = {}
    for kind in Kind:
        found[kind] = exchange(unpaged(kind, new), held_of(paper_for(kind, old)), ids, VI, "1a2b3c4d")
        if found[kind].paper.blocks:
            (tmp_path / f"{kind}.docx").write_bytes(as_word_file(found[kind].paper))
    laid = laid_by_office(tmp_path)
    assert {Kind.ALL, Kind.MC, Kind.MUSIC, Kind.CREW, Kind.CHAIR, Kind.PROGRAMME} <= laid.keys()
    for kind, pages in laid.items():
        margins = found[kind].paper.margins
        assert len(pages) == len(margins), kind
        for page, margin in zip(pages, margins, strict=True):
            assert "".join(margin.head.split()) in page, kind


@pytest.mark.skipif(BROWSER is None, reason="no browser on this machine that prints")
@pytest.mark.parametrize("kind", Kind)
def test_a_browser_begins_each_page_where_it_was_reckoned(tmp_path: Path, kind: Kind) -> None:
    pytest.importorskip("pypdfium2")
    assert BROWSER is not None
    paper = paper_for(kind, plan_from(AGENDAS / "full-example.yaml"))
    (tmp_path / "a.pdf").write_bytes(as_pdf(paper, BROWSER))
    assert_as_reckoned(text_of_pages(tmp_path / "a.pdf"), paper, kind)


def laid_by_office(folder: Path) -> dict[Kind, list[str]]:
    """The pages of every Word file in the folder, as LibreOffice lays them out."""
    assert OFFICE is not None
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [OFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    files = [str(path) for path in folder.glob("*.docx")]
    done = subprocess.run([*command, *files], capture_output=True, timeout=120, check=False)
    names = {path.stem for path in folder.glob("*.pdf")}
    if not names:
        pytest.skip(f"LibreOffice without a word processor: {done.stderr[-200:]!r}")
    assert names == {Path(file).stem for file in files}
    return {kind: text_of_pages(folder / f"{kind}.pdf") for kind in Kind if kind in names}


def text_of_pages(path: Path) -> list[str]:
    import pypdfium2

    book = pypdfium2.PdfDocument(path)
    texts = ["".join(page.get_textpage().get_text_range().split()) for page in book]
    book.close()
    return texts


def assert_as_reckoned(pages: list[str], paper: Paper, kind: Kind) -> None:
    reckoned = [first_words(page) for page in pages_of(paper)]
    assert len(pages) == len(reckoned), kind
    for number, (text, words) in enumerate(zip(pages, reckoned, strict=True), start=1):
        # the number of the page and the foot may stand before it
        assert words[:40] in text[:140], (kind, number)
