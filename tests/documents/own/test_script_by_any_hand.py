"""Whatever people write into a printed script: nothing of it is lost in silence, nor any row of ours."""

from __future__ import annotations

import io
from random import Random
from typing import TYPE_CHECKING

import docx
import pytest

from runofshow.documents.own.reading import read_own
from runofshow.texts import Language
from tests.agenda_file.drawn import whole_text
from tests.documents.own.scripts import agenda_in, back, changed, entry_of, printed

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph

TYPED = "Zyx7q"
"""No agenda says it."""


def paragraphs(document: WordDocument) -> list[Paragraph]:
    """Every paragraph but the heads of tables."""
    cells = [cell for table in document.tables for row in list(table.rows)[1:] for cell in row.cells]
    return [
        *(each for each in document.paragraphs if each.text.strip()),
        *(each for cell in cells for each in cell.paragraphs),
    ]


def type_into(paragraph: Paragraph, chance: Random) -> None:
    """Before, behind or instead of what stands there, or as a paragraph before it."""
    match chance.randrange(4):
        case 0:
            paragraph.add_run(f" {TYPED}")
        case 1:
            first = paragraph.runs[0] if paragraph.runs else paragraph.add_run()
            first.text = f"{TYPED} {first.text}"
        case 2:
            for run in paragraph.runs[1:]:
                run._r.getparent().remove(run._r)
            (paragraph.runs[0] if paragraph.runs else paragraph.add_run()).text = TYPED
        case _:
            paragraph.insert_paragraph_before(TYPED)


@pytest.mark.parametrize("seed", range(15))
def test_what_is_typed_anywhere_is_said_or_told(seed: int) -> None:
    chance, language = Random(seed), list(Language)[seed % 2]
    data = printed(agenda_in(whole_text(Random(seed), 4), language), language)
    for _ in range(4):

        def hand(document: WordDocument) -> None:
            type_into(chance.choice(paragraphs(document)), chance)

        said = read_own(changed(data, hand), "kich-ban.docx", language)
        assert said is not None
        assert TYPED in repr(said.tree) + repr(said.wrong)


@pytest.mark.parametrize("seed", range(6))
def test_heads_that_are_changed_or_taken_out_lose_no_row(seed: int) -> None:
    agenda = agenda_in(whole_text(Random(seed), 4), Language.VI)

    def hand(document: WordDocument) -> None:
        chance = Random(seed)
        for table in document.tables:
            if chance.random() < 0.3:
                table._tbl.remove(table.rows[0]._tr)
            else:
                chance.choice(table.rows[0].cells).text = TYPED

    said = back(changed(printed(agenda), hand))
    assert (said.tree, said.wrong) == (entry_of(agenda), ())


@pytest.mark.parametrize("seed", range(6))
def test_rows_that_are_taken_out_and_moved_by_chance_are_those_that_are_left(seed: int) -> None:
    agenda, chance = agenda_in(whole_text(Random(seed), 6), Language.VI), Random(seed)
    data = printed(agenda)
    document = docx.Document(io.BytesIO(data))
    rows = [row._tr for table in document.tables for row in list(table.rows)[1:] if len(row._tr.tc_lst) > 3]
    # what goes on from the page before is no row of its own
    rows = [row for row in rows if row.tc_lst[0].p_lst[0].xpath("string()") != "(tiếp)"]
    gone = chance.sample(rows, min(2, len(rows) - 1))
    titles = [row.tc_lst[1].p_lst[0].xpath("string()") for row in rows if row not in gone]
    for row in gone:
        row.getparent().remove(row)
    moved, target = (chance.choice([row for row in rows if row not in gone]) for _ in range(2))
    if moved is not target:
        target.addnext(moved)
    saved = io.BytesIO()
    document.save(saved)
    said = back(saved.getvalue())
    sessions = said.tree.get("sessions", [said.tree])
    left = [
        row for session in sessions for item in session["items"] for row in (item, *item.get("parts", ()))
    ]
    assert len(left) == len(titles)
    assert all(any(row["title"] in title for title in titles) for row in left)
