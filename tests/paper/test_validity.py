"""Word and Excel open what is written: it is what the schemas of their files want."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from runofshow.core.value import replace
from runofshow.paper.book_file import as_book_file
from runofshow.paper.pages import pages_of, paginated
from runofshow.paper.sheet import Margin, Paper, Paragraph, Table
from runofshow.paper.word.file import as_word_file
from runofshow.paper.workbook import as_workbook
from runofshow.printing.book import book_of
from runofshow.printing.papers import Kind, paper_for
from tests.paper.charts import chart, many
from tests.paper.samples import sample
from tests.paper.validity import complaints
from tests.printing.agendas import AGENDAS, plan_from

Writer = Callable[[Paper], bytes]
WRITERS: list[tuple[str, Writer]] = [(".docx", as_word_file), (".xlsx", as_workbook)]


@pytest.mark.parametrize(("ending", "write"), WRITERS)
def test_every_sort_of_block_is_valid(tmp_path: Path, ending: str, write: Writer) -> None:
    path = tmp_path / f"sample{ending}"
    path.write_bytes(write(sample()))
    assert complaints(path) == []


@pytest.mark.parametrize(("ending", "write"), WRITERS)
def test_charts_of_many_pictures_are_valid(tmp_path: Path, ending: str, write: Writer) -> None:
    path = tmp_path / f"charts{ending}"
    path.write_bytes(write(Paper("Biểu đồ", "vi", (chart(), many(60)))))
    assert complaints(path) == []


@pytest.mark.parametrize(("ending", "write"), WRITERS)
def test_pages_with_labels_and_marks_of_their_own_are_valid(
    tmp_path: Path, ending: str, write: Writer
) -> None:
    path, paged = tmp_path / f"pages{ending}", paginated(sample(rows=40))
    margins = tuple(Margin(f"{at}a", "Thay trang 5 & 6", "Bỏ <mục 3>") for at in range(len(pages_of(paged))))
    changed = tuple(
        replace(block, changed=True, runs=tuple(replace(run, changed=True) for run in block.runs))
        if isinstance(block, Paragraph)
        else replace(block, rows=tuple(replace(row, changed=True) for row in block.rows))
        if isinstance(block, Table)
        else block
        for block in paged.blocks
    )
    path.write_bytes(write(replace(paged, margins=margins, blocks=changed)))
    assert complaints(path) == []


@pytest.mark.parametrize(("ending", "write"), WRITERS)
@pytest.mark.parametrize("name", ["ninh-hoa-2020", "ha-noi-2020", "full-example"])
def test_every_paper_is_valid(tmp_path: Path, name: str, ending: str, write: Writer) -> None:
    plan = plan_from(AGENDAS / f"{name}.yaml")
    found = {}
    for kind in Kind:
        path = tmp_path / f"{kind}{ending}"
        path.write_bytes(write(paper_for(kind, plan)))
        found[kind] = complaints(path)
    assert found == {kind: [] for kind in Kind}


def test_the_workbook_that_people_edit_is_valid(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(as_book_file(book_of(plan_from(AGENDAS / "full-example.yaml"))))
    assert complaints(path) == []


@pytest.mark.parametrize(
    ("part", "was", "wrong"),
    [
        ("word/document.xml", '<w:pStyle w:val="PaperKind"/>', '<w:jc w:val="center"/>{was}'),
        ("word/document.xml", "<w:cantSplit/>", "<w:cannotSplit/>"),
        ("word/document.xml", "</w:tcPr>", "</w:tcPr></w:tc><w:tc>"),
        ("word/styles.xml", '<w:sz w:val="28"/>', '{was}<w:b w:val="1"/>'),
        ("word/styles.xml", '<w:jc w:val="center"/>', '<w:jc w:val="middle"/>'),
    ],
)
def test_the_validator_sees_what_stands_in_the_wrong_place(
    tmp_path: Path, part: str, was: str, wrong: str
) -> None:
    path = tmp_path / "wrong.docx"
    with (
        zipfile.ZipFile(io.BytesIO(as_word_file(sample()))) as right,
        zipfile.ZipFile(path, "w") as broken,
    ):
        for name in right.namelist():
            text = right.read(name)
            if name == part:
                assert was.encode() in text
                text = text.replace(was.encode(), wrong.format(was=was).encode(), 1)
            broken.writestr(name, text)
    assert len(complaints(path)) > 0
