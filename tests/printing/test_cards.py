"""The recipients' cards."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from runofshow.core.award import Recipient
from runofshow.core.card_code import card_codes, printed
from runofshow.core.on_stage import OnStage
from runofshow.core.rounds import on_stage
from runofshow.paper.heights import height_in
from runofshow.paper.measures import POINTS_OF_A_MM, width_mm
from runofshow.paper.page import as_page
from runofshow.paper.pages import pages_of
from runofshow.paper.sheet import Cell, Paper, Table
from runofshow.paper.word.file import as_word_file
from runofshow.paper.workbook import as_workbook
from runofshow.printing.exchange.comparing import exchange
from runofshow.printing.exchange.holding import held_of
from runofshow.printing.papers import Kind, paper_for, unpaged
from runofshow.printing.plan import Plan, plan_of
from runofshow.texts import Language
from runofshow.texts.exchange import VI
from tests.printing.agendas import NOW, TZ, text_of
from tests.printing.awarded import COLLECTIVES, LATE, PERSONS, awarding, person, round_of_three
from tests.printing.test_award_papers import LONG, broken, plain
from tests.report.sixty import called

NINE = (*COLLECTIVES, *PERSONS, *LATE, person(9, "Bà Võ Thị Mười"))
OF_A_PAGE = 8


def plan_with(*lists: tuple[Recipient, ...], language: Language = Language.VI) -> Plan:
    return plan_of(awarding(*lists), TZ, language, revision="1a2b3c4d", printed_at=NOW)


def cards(paper: Paper) -> list[tuple[Cell, Cell]]:
    """What stands on each, and its code."""
    rows = [row for block in paper.blocks if isinstance(block, Table) for row in block.rows]
    return [(row.cells[at], row.cells[at + 1]) for row in rows for at in (0, 2)]


def test_everybody_has_a_card_with_the_code_that_the_show_reads() -> None:
    codes = card_codes(one.recipient_id for one in NINE)
    made = [(plain(text_of(one)).split("\n")[1], code.code, plain(text_of(code))) for one, code in cards_()]
    assert made == [(one.name, codes[one.recipient_id], printed(codes[one.recipient_id])) for one in NINE]


def cards_() -> list[tuple[Cell, Cell]]:
    """Those that are somebody's."""
    return [card for card in cards(paper_for(Kind.CARDS, round_of_three())) if card[1].code]


def test_a_card_says_what_for_who_from_where_and_which_place() -> None:
    told = [plain(text_of(one)).split("\n") for one, _ in cards_()]
    form = "Giấy khen của Chủ tịch UBND phường"
    twin = "trùng tên (Tổ dân phố 3)"
    assert told[2] == [form, "Nguyễn Văn An", "Tổ trưởng", "Tổ dân phố 3", twin, "Đợt 2/3, khay số 1"]
    # who is absent may come all the same
    assert told[4] == [form, "Lê Thị Sáu", "Trạm Y tế phường", "Đợt 2/3"]
    assert told[5][-2:] == ["nhận thay: bà Lê Thị Bảy, vợ", "Đợt 2/3, khay số 3"]
    assert told[8] == ["Huân chương Lao động hạng Ba", "Bà Võ Thị Mười", "Khay số 1"]


def test_eight_cards_of_one_size_stand_on_a_page() -> None:
    paper = paper_for(Kind.CARDS, plan_with(LONG))
    pages = pages_of(paper)
    tables = [block for page in pages for block in page if isinstance(block, Table)]
    assert [len(table.rows) for table in tables] == [4] * 8
    rows = [(table, row) for table in tables for row in table.rows]
    heights = {height_in(*each, width_mm(False), paper.size) / POINTS_OF_A_MM for each in rows}
    assert [round(height, 6) for height in heights] == [60]


def test_a_batch_begins_a_line_and_blank_cards_are_left_for_late_names() -> None:
    made = [bool(code.code) for _, code in cards(paper_for(Kind.CARDS, round_of_three()))]
    assert made == [True, True, *[True] * 5, False, True, False, True, False, False, False]


def test_a_late_name_moves_no_card_of_another_batch() -> None:
    old = plan_with(COLLECTIVES, PERSONS, LONG)
    new = plan_with((*COLLECTIVES, person(99, "Đỗ Thị Muộn")), PERSONS, LONG)
    held = held_of(paper_for(Kind.CARDS, old))
    found = exchange(unpaged(Kind.CARDS, new), held, {}, VI, "1a2b3c4d")
    assert (found.exchanged, found.withdrawn) == (("1",), ())
    before, after = (
        {code.code: text_of(one) for one, code in cards(paper_for(Kind.CARDS, each)) if code.code}
        for each in (old, new)
    )
    assert before.items() <= after.items()


@pytest.mark.parametrize("language", Language)
def test_no_word_is_broken(language: Language) -> None:
    assert broken(paper_for(Kind.CARDS, plan_with(COLLECTIVES, PERSONS, LONG, language=language))) == []


def test_a_name_that_fits_is_large_and_no_name_that_fits_is_torn() -> None:
    names = {plain(text_of(one)).split("\n")[1]: one.lines[1] for one, _ in cards_()}
    assert names["Phạm Thị Nguyệt Ánh"][0].large
    assert not names["Trường Trung học cơ sở Nguyễn Trãi, phường Hướng Dương"][0].large
    assert all(" " not in runs[0].text for runs in names.values() if runs[0].large)


def test_each_form_of_file_has_the_picture_of_each_code() -> None:
    paper = paper_for(Kind.CARDS, round_of_three())
    document = docx.Document(io.BytesIO(as_word_file(paper)))
    assert len(document.inline_shapes) == len(NINE)
    assert as_page(paper).count('<div class="code"><svg') == len(NINE)
    with zipfile.ZipFile(io.BytesIO(as_workbook(paper))) as book:
        assert book.read("xl/drawings/drawing1.xml").count(b"<xdr:pic>") == len(NINE)


def test_papers_of_an_amended_show_number_as_the_screens_do() -> None:
    """Absent, moved, added, split: tray, reader and cards have the places of the MC's list."""
    state = called().state
    plan = plan_of(state.agenda, TZ, Language.VI, revision="1a2b3c4d", printed_at=NOW)
    batches = [
        on_stage(state, each.item.award.recipients)
        for each in plan.leaves
        if each.item.award is not None and each.item.kind == "award"
    ]
    for kind in (Kind.SERVERS, Kind.READER):
        tables = [block for block in unpaged(kind, plan).blocks if isinstance(block, Table)]
        told = [
            [(text_of(row.cells[0]), plain(text_of(row.cells[1]).split("\n")[0])) for row in table.rows]
            for table in tables
        ]
        assert told == [[numbered(one, kind) for one in batch if is_on(one, kind)] for batch in batches], kind
    people = [one for batch in batches for one in batch]
    codes = card_codes(one.recipient_id for one in people)
    made = [(code.code, text_of(one).split("\n")[-1]) for one, code in cards(unpaged(Kind.CARDS, plan))]
    assert [card for card in made if card[0]] == [
        (codes[one.recipient_id], f"Đợt {at}/7" + (f", khay số {one.place}" if one.place else ""))
        for at, batch in enumerate(batches, start=1)
        for one in batch
    ]


def is_on(one: OnStage, kind: Kind) -> bool:
    return kind is Kind.SERVERS or not one.absent


def numbered(one: OnStage, kind: Kind) -> tuple[str, str]:
    read = one.name if kind is Kind.SERVERS or not one.address else f"Ông {one.name}"
    return "" if one.place is None else str(one.place), read
