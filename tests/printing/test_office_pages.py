"""LibreOffice lays out every paper of three conferences: what a person would see on its pages."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from filelock import FileLock

from runofshow.core.value import replace
from runofshow.paper.book_file import as_book_file
from runofshow.paper.pages import pages_of
from runofshow.paper.sheet import Block, Level, Paper, Paragraph, Run, Table, line
from runofshow.paper.word.file import as_word_file
from runofshow.paper.workbook import as_workbook
from runofshow.printing.book import book_of
from runofshow.printing.papers import Kind, paper_for
from runofshow.printing.plan import Plan
from runofshow.report import Account
from runofshow.report import Kind as Report
from runofshow.report import paper_for as report_for
from runofshow.texts.report import VI
from tests.paper.pdf_text import is_whole, texts
from tests.printing.agendas import AGENDAS, lines_of, plan_from, said
from tests.printing.awarded import round_of_three
from tests.printing.laid_out import (
    covered,
    fonts_of,
    lay_out,
    missing_programs,
    pdf_of,
    take_pictures,
    words_of,
    written_in,
)
from tests.report.calling import HALL, account_of, whole_show

NAMES = ("ninh-hoa-2020", "ha-noi-2020", "full-example")
KINDS = (Kind.ALL, Kind.MC, Kind.MUSIC, Kind.CREW, Kind.CHAIR, Kind.PROGRAMME)
OF_ROUNDS = (Kind.SERVERS, Kind.CARDS)
"""Of a conference with a round: its other papers are laid out as these are."""
KINDS_OF_SHEETS = (Kind.MC, Kind.MUSIC, Kind.CREW, Kind.CHAIR, Kind.PROGRAMME)
"""The whole script as a workbook is another: one to edit."""
MUST = bool(os.environ.get("CI") or os.environ.get("RUNOFSHOW_ALL_ENGINES"))
PICTURES = os.environ.get("RUNOFSHOW_PICTURES")
"""A folder that keeps every page as a picture."""


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder with the pages of all papers; the tests that run side by side share it."""
    if missing := missing_programs():
        assert not MUST, f"no {', '.join(missing)} on this machine"
        pytest.skip(f"no {', '.join(missing)} on this machine")
    above = tmp_path_factory.getbasetemp()
    folder = (above if worker_id == "master" else above.parent) / "laid-out"
    with FileLock(f"{folder}.lock"):
        if not (folder / "done").exists():
            folder.mkdir()
            lay_out(dict(office_files()), folder)
            for path in sorted(folder.glob("*.pdf")) if PICTURES else ():
                take_pictures(path, Path(PICTURES or ""))
            (folder / "done").touch()
    return folder


def office_files() -> Iterator[tuple[str, bytes]]:
    """What `print` makes of the agendas, and `report` of a show."""
    for name in NAMES:
        plan = plan_from(AGENDAS / f"{name}.yaml")
        for kind in KINDS:
            paper = paper_for(kind, plan)
            yield f"{name}-{kind}.docx", as_word_file(paper)
            book = as_book_file(book_of(plan)) if kind is Kind.ALL else as_workbook(paper)
            yield f"{name}-{kind}.xlsx", book
    for kind in OF_ROUNDS:
        paper = paper_for(kind, round_of_three())
        yield f"round-{kind}.docx", as_word_file(paper)
    account = whole_account()
    for report in Report:
        yield f"report-{report}.docx", as_word_file(report_for(report, account, ".docx"))
    yield f"report-{Report.RESULT}.xlsx", as_workbook(report_for(Report.RESULT, account, ".xlsx"))


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def plan(name: str) -> Plan:
    return plan_from(AGENDAS / f"{name}.yaml")


def squeezed(text: str) -> str:
    """Without blanks: where a line ends is a program's own affair."""
    return "".join(text.split())


def test_each_line_stands_whole_on_its_page_of_the_word_file(name: str, plan: Plan, pages: Path) -> None:
    for kind, paper, found in word_pages(name, plan, pages):
        missing = [
            (number, said(runs))
            for number, (page, text) in enumerate(zip(pages_of(paper), found, strict=True), start=1)
            for block in page
            for runs in lines_of(block)
            if squeezed(said(runs)) not in squeezed(text)
        ]
        assert missing == [], kind


def test_no_word_is_broken(name: str, plan: Plan, pages: Path) -> None:
    for kind in KINDS:
        paper = paper_for(kind, plan)
        found = words_of(pdf_of(pages, f"{name}-{kind}.docx"))
        for number, (page, words) in enumerate(zip(pages_of(paper), found, strict=True), start=1):
            there = Counter(word.text for word in words)
            told = Counter(word for block in page for word in words_told(block))
            assert told - there == Counter(), (kind, number)


def words_told(block: Block) -> Iterator[str]:
    """Those that no line's end may break: it may behind a hyphen or a stroke, and in a name of a file."""
    heads = (line(column.head) for column in block.columns) if isinstance(block, Table) else ()
    for runs in (*lines_of(block), *heads):
        yield from (word for word in said(runs).split() if word.isalpha())


def test_each_page_of_the_word_file_has_its_number_its_foot_and_the_head_of_its_table(
    name: str, plan: Plan, pages: Path
) -> None:
    for kind, paper, found in word_pages(name, plan, pages):
        for number, (page, text) in enumerate(zip(pages_of(paper), found, strict=True), start=1):
            assert paper.foot in text
            assert text.startswith(f"{number} ") is (number > 1), (kind, number)
            for table in (block for block in page if isinstance(block, Table)):
                head = squeezed("".join(column.head for column in table.columns))
                assert head in squeezed(text), (kind, number)


def test_every_text_of_the_workbooks_is_printed(name: str, plan: Plan, pages: Path) -> None:
    for kind in KINDS_OF_SHEETS:
        paper = paper_for(kind, plan)
        whole = squeezed(written_in(pdf_of(pages, f"{name}-{kind}.xlsx")))
        told = [text for block in paper.blocks for text in texts_of(block)]
        assert [text for text in told if text not in whole] == [], kind


def test_no_page_of_the_word_file_ends_with_what_belongs_to_the_next(
    name: str, plan: Plan, pages: Path
) -> None:
    for kind, paper, found in word_pages(name, plan, pages):
        assert len(found) == len(pages_of(paper))
        ends = [list(parts_of(page))[-1] for page in pages_of(paper)]
        assert [said(told) for told, keeps in ends if keeps] == [], kind


def parts_of(page: Sequence[Block]) -> Iterator[tuple[tuple[Run, ...], bool]]:
    """What stands under each other on a page: its first words, and whether it belongs to what follows."""
    for block in page:
        if isinstance(block, Table):
            for row in block.rows:
                told = next(line for cell in row.cells for line in cell.lines)
                yield told, row.level in (Level.SESSION, Level.HEADING)
        else:
            yield next(lines_of(block)), isinstance(block, Paragraph) and block.keep_with_next


def test_no_page_of_a_workbook_ends_with_what_belongs_to_the_next(name: str, plan: Plan, pages: Path) -> None:
    for kind in KINDS_OF_SHEETS:
        paper = paper_for(kind, plan)
        found = texts(pdf_of(pages, f"{name}-{kind}.xlsx").read_bytes())
        ends = [squeezed(text.removesuffix(paper.foot)) for text in found]
        lonely = [text for block in paper.blocks for text in belonging_to_the_next(block)]
        assert lonely
        assert [(end[-80:], text) for end in ends for text in lonely if end.endswith(text)] == [], kind


def belonging_to_the_next(block: Block) -> Iterator[str]:
    """Heads of tables, the rows over others, paragraphs that keep with what follows."""
    if isinstance(block, Table):
        yield squeezed("".join(column.head for column in block.columns))
        for row in block.rows:
            if row.level in (Level.SESSION, Level.HEADING):
                yield "".join(texts_of(replace(block, rows=(row,))))
    elif isinstance(block, Paragraph) and block.keep_with_next:
        yield squeezed(said(block.runs))


def texts_of(block: Block) -> Iterator[str]:
    """Each line without blanks, but of the cells that a workbook reckons with."""
    if not isinstance(block, Table):
        yield from (squeezed(said(runs)) for runs in lines_of(block))
        return
    for row in block.rows:
        for cell in row.cells:
            yield from (squeezed(said(runs)) for runs in cell.lines if not cell.values)


@pytest.mark.parametrize("ending", [".docx", ".xlsx"])
def test_nothing_lies_over_anything_and_no_letter_is_lost(name: str, pages: Path, ending: str) -> None:
    for kind in KINDS:
        assert_nothing_is_lost(pdf_of(pages, f"{name}-{kind}{ending}"))


def assert_nothing_is_lost(path: Path) -> None:
    over = {
        number: pairs
        for number, words in enumerate(words_of(path), start=1)
        if (pairs := list(covered(words)))
    }
    assert over == {}, path.name
    assert all(map(is_whole, texts(path.read_bytes()))), path.name
    fonts = fonts_of(path)
    assert all(is_in_file for _, is_in_file in fonts), path.name
    assert len({font.split("-")[0].split(",")[0] for font, _ in fonts}) == 1, (path.name, fonts)


@pytest.mark.parametrize("kind", OF_ROUNDS)
def test_the_papers_of_a_round_are_whole(pages: Path, kind: Kind) -> None:
    path, paper = pdf_of(pages, f"round-{kind}.docx"), paper_for(kind, round_of_three())
    assert_nothing_is_lost(path)
    assert len(words_of(path)) == len(pages_of(paper))
    there = Counter(word.text for words in words_of(path) for word in words)
    told = Counter(word for block in paper.blocks for word in words_told(block))
    assert told - there == Counter()


@pytest.mark.parametrize(
    ("kind", "ending"), [*((kind, ".docx") for kind in Report), (Report.RESULT, ".xlsx")]
)
def test_a_report_is_whole_too(pages: Path, kind: Report, ending: str) -> None:
    path, paper = pdf_of(pages, f"report-{kind}{ending}"), report_for(kind, whole_account(), ending)
    assert_nothing_is_lost(path)
    if ending == ".docx":
        there = Counter(word.text for words in words_of(path) for word in words)
        told = Counter(word for block in paper.blocks for word in words_told(block))
        assert told - there == Counter()
        found = texts(path.read_bytes())
        assert all(text.startswith(f"{number} ") for number, text in enumerate(found[1:], start=2))


def whole_account() -> Account:
    return account_of(whole_show().history, HALL, VI)


def word_pages(name: str, plan: Plan, pages: Path) -> Iterator[tuple[Kind, Paper, list[str]]]:
    """Each paper with the text of the pages that its Word file has."""
    for kind in KINDS:
        yield kind, paper_for(kind, plan), texts(pdf_of(pages, f"{name}-{kind}.docx").read_bytes())
