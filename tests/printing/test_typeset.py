"""Every paper as .pdf by typst: all that is on it is found again by a search, on the page where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from runofshow.paper.pages import pages_of
from runofshow.paper.typeset import Typesetter
from runofshow.printing.papers import Kind, paper_for
from tests.paper.pdf_text import is_whole, texts
from tests.printing.agendas import AGENDAS, lines_of, plan_from, said

FILES = sorted(AGENDAS.glob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_line_is_found_on_its_page(path: Path) -> None:
    plan, typesetter = plan_from(path), Typesetter()
    for kind in Kind:
        paper = paper_for(kind, plan)
        found = texts(typesetter.as_pdf(paper))
        assert all(map(is_whole, found)), kind
        assert all(paper.foot in text for text in found), kind
        # where a line wraps at a hyphen or within a long name of a file, a reader adds a blank
        pages = ["".join(text.split()) for text in found]
        missing = [
            (number, said(runs))
            for number, (page, text) in enumerate(zip(pages_of(paper), pages, strict=True), start=1)
            for block in page
            for runs in lines_of(block)
            if "".join(said(runs).split()) not in text
        ]
        assert missing == [], kind


def test_titles_names_and_words_are_found_as_they_are_written() -> None:
    plan, typesetter = plan_from(AGENDAS / "full-example.yaml"), Typesetter()
    script, copy = (" ".join(texts(typesetter.as_pdf(paper_for(kind, plan)))) for kind in (Kind.ALL, Kind.MC))
    for entry in plan.leaves:
        assert " ".join(entry.item.title.split()) in script
        assert all(" ".join(text.split()) in copy for text in entry.said.splitlines())
    for name in ("Đồng chí Trần Minh Quang", "Tạ Thu Ngân", "Đinh Công Tâm"):
        assert name in script
