"""Which pages of a paper to exchange."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runofshow.agenda_file.reader import read_agenda_text
from runofshow.paper.pages import pages_of
from runofshow.paper.sheet import Run, Table
from runofshow.printing.exchange.comparing import Exchange, What, as_held, exchange
from runofshow.printing.exchange.holding import Held, Piece, held_of, pieces_of
from runofshow.printing.exchange.laying import units_of
from runofshow.printing.papers import Kind, paper_for, unpaged
from runofshow.printing.plan import Plan, plan_of
from runofshow.texts import Language
from runofshow.texts.exchange import VI
from tests.printing.agendas import NOW, TZ

SINCE = "1a2b3c4d"


def plan_with(*items: str, second: Sequence[str] = ()) -> Plan:
    """A conference of these items, each `id|title|words|minutes`, and of those of a second session;
    five minutes each where none are given."""
    lines = ["title: Hội nghị thử", "date: 5/2/2027"]
    if second:
        lines += ["sessions:", "- title: Buổi sáng", "  start: 7h30", *_items(items, "  ")]
        lines += ["- title: Buổi chiều", "  start: 13h30", *_items(second, "  ")]
    else:
        lines += ["start: 7h30", *_items(items, "")]
    reading = read_agenda_text("\n".join(lines), "a.yaml", folder=None, tz=TZ, today=NOW.date())
    assert reading.agenda is not None, reading.complaints
    return plan_of(reading.agenda, TZ, Language.VI, revision=SINCE, printed_at=NOW)


def _items(items: Sequence[str], indent: str) -> Iterator[str]:
    yield f"{indent}items:"
    for item in items:
        name, title, words, lasting = (*item.split("|"), "", "")[:4]
        yield f"{indent}- {{id: {name}, title: {title}, kind: speech, duration: {lasting or 5}', by: Bà Hai,"
        yield f"{indent}   mc: {json.dumps((words or 'Xin mời.').replace('/', chr(10)))}}}"


def ids_between(old: Plan, new: Plan) -> dict[str, str]:
    same = {entry.item.item_id for entry in old.entries}
    return {name: name for entry in new.entries if (name := entry.item.item_id) in same}


def exchanged(kind: Kind, old: Plan, new: Plan, held: Held | None = None) -> Exchange:
    held = held or held_of(paper_for(kind, old))
    return exchange(unpaged(kind, new), held, ids_between(old, new), VI, SINCE)


ITEMS = tuple(f"i{at}|Tham luận của đơn vị thứ {at}|Xin kính mời đơn vị {at}." for at in range(40))


def test_nothing_is_exchanged_where_nothing_has_changed() -> None:
    plan = plan_with(*ITEMS)
    for kind in Kind:
        found = exchanged(kind, plan, plan)
        assert not found.is_needed, kind
        assert found.changes == ()
        assert found.paper.blocks == ()
        assert found.held == held_of(paper_for(kind, plan))


def test_another_word_exchanges_its_page_alone_and_is_underlined() -> None:
    old, at = plan_with(*ITEMS), 30
    new = plan_with(*ITEMS[:at], f"i{at}|Tham luận của đơn vị thứ {at}|Xin kính mời bà Ba.", *ITEMS[at + 1 :])
    found = exchanged(Kind.ALL, old, new)
    (label,) = found.exchanged
    assert (found.added, found.withdrawn) == ((), ())
    assert [(change.what, change.key) for change in found.changes] == [(What.CHANGED, f"i{at}")]
    rows = [row for block in found.paper.blocks if isinstance(block, Table) for row in block.rows]
    assert [row.key for row in rows if row.changed] == [f"i{at}"]
    row = next(row for row in rows if row.changed)
    assert underlined([run for cell in row.cells for runs in cell.lines for run in runs]) == ["bà Ba."]
    (margin,) = found.paper.margins
    assert margin.head == f"Trang {label} (thay trang {label} của bản {SINCE})"
    assert margin.foot == ""


def underlined(runs: list[Run]) -> list[str]:
    return [run.text.strip() for run in runs if run.changed]


def test_what_is_too_much_for_a_page_goes_on_one_put_in_behind_it() -> None:
    old = plan_with(*ITEMS)
    more = tuple(f"n{at}|Mục thêm {at}" for at in range(4))
    found = exchanged(Kind.PROGRAMME, old, plan_with(*ITEMS[:20], *more, *ITEMS[20:]))
    assert held_of(paper_for(Kind.PROGRAMME, old)).labels == ("1", "2")
    assert found.added == ("1a",)
    assert found.held.labels == ("1", "1a", "2")
    assert found.paper.margins[1].head == f"Trang 1a (thêm vào bản {SINCE})"


def test_an_item_on_the_mcs_copy_gets_a_page_of_its_own_between_two() -> None:
    old = plan_with(*ITEMS[:5])
    new = plan_with(*ITEMS[:3], "moi|Tặng hoa|Kính mời lên tặng hoa.", *ITEMS[3:5])
    found = exchanged(Kind.MC, old, new)
    # the order, the page that says what comes next, and those whose hours are later
    assert found.exchanged == ("1", "4", "5", "6")
    assert found.added == ("4a",)
    again = exchanged(
        Kind.MC, new, plan_with(*ITEMS[:3], "moi|Tặng hoa|Kính mời lên.", *ITEMS[3:5]), found.held
    )
    assert (again.exchanged, again.added) == (("4a",), ())


@pytest.mark.parametrize("second", [(), ITEMS[35:]])
def test_the_chairs_page_of_a_session_stays_one_in_smaller_type(second: Sequence[str]) -> None:
    old, new = (plan_with(*ITEMS[:count], second=second) for count in (27, 32))
    held = held_of(paper_for(Kind.CHAIR, old))
    assert (held.labels, held.size) == (("1", "2") if second else ("1",), 13)
    found = exchanged(Kind.CHAIR, old, new)
    assert (found.exchanged, found.added) == (("1",), ())
    assert found.held.size == found.paper.size < 13


def test_a_page_put_in_before_another_that_was_put_in_takes_its_label() -> None:
    first = ITEMS[:3]
    second = (*first[:2], "x|Tặng hoa|Kính mời lên tặng hoa.", first[2])
    third = (*first[:2], "y|Chụp ảnh|Kính mời chụp ảnh.", *second[2:])
    held = exchanged(Kind.MC, plan_with(*first), plan_with(*second)).held
    assert held.labels == ("1", "2", "3", "3a", "4")
    found = exchanged(Kind.MC, plan_with(*second), plan_with(*third), held)
    assert found.held.labels == ("1", "2", "3", "3a", "3b", "4")
    said = {page.label: [piece.key for piece in page.pieces] for page in found.held.pages}
    assert said["3a"][0] == "said:y"
    assert said["3b"][0] == "said:x"
    assert "3a" in found.exchanged
    assert found.added == ("3b",)


def test_a_session_whose_first_items_are_gone_goes_to_the_page_of_its_next() -> None:
    old = plan_with(*ITEMS[:18], second=ITEMS[20:])
    (first, *_) = held_of(paper_for(Kind.PROGRAMME, old)).pages
    keys = [piece.key for piece in first.pieces]
    gone = keys[keys.index("session:s2") + 1 :]
    assert gone != []
    left = [item for item in ITEMS[20:] if item.split("|")[0] not in gone]
    found = exchanged(Kind.PROGRAMME, old, plan_with(*ITEMS[:18], second=left))
    page = next(page for page in found.held.pages if any(piece.key == "session:s2" for piece in page.pieces))
    keys = [piece.key for piece in page.pieces]
    assert keys[keys.index("session:s2") + 1] == left[0].split("|")[0]


def test_a_page_of_which_nothing_is_left_is_withdrawn_and_what_is_gone_is_named() -> None:
    old = plan_with(*ITEMS[:5])
    found = exchanged(Kind.MC, old, plan_with(*ITEMS[:4]))
    assert found.withdrawn == ("6",)
    assert found.exchanged == ("1", "5")
    assert [change.name for change in found.changes if change.what is What.GONE] == [
        "5. Tham luận của đơn vị thứ 4"
    ]
    assert found.paper.margins[0].foot == "Không còn trên trang này: 5. Tham luận của đơn vị thứ 4"


def test_a_row_over_three_pages_stays_on_them() -> None:
    long = "/".join(f"Câu thứ {at}." for at in range(90))
    old = plan_with("a|Khai mạc", f"b|Báo cáo|{long}", "c|Bế mạc")
    assert held_of(paper_for(Kind.ALL, old)).labels == ("1", "2", "3", "4", "5")
    assert not exchanged(Kind.ALL, old, old).is_needed
    new = plan_with("a|Khai mạc", f"b|Báo cáo|{long.replace('thứ 80', 'thứ tám mươi')}", "c|Bế mạc")
    found = exchanged(Kind.ALL, old, new)
    assert (len(found.exchanged), found.added, found.withdrawn) == (1, (), ())
    assert found.exchanged[0] in ("4", "5")


def test_hours_that_move_are_told_apart_from_words() -> None:
    old = plan_with(*ITEMS[:3])
    found = exchanged(Kind.CHAIR, old, plan_with("moi|Đón tiếp", *ITEMS[:3]))
    assert [(change.what, change.key) for change in found.changes] == [
        (What.NEW, "moi"),
        (What.FIGURES, "i0"),
        (What.FIGURES, "i1"),
        (What.FIGURES, "i2"),
    ]


def test_a_length_that_is_another_is_named_apart_from_the_hours_it_moves() -> None:
    old, longer = plan_with(*ITEMS[:3]), ITEMS[0] + "|8"
    found = exchanged(Kind.ALL, old, plan_with(longer, *ITEMS[1:3]))
    assert [(change.what, change.key) for change in found.changes] == [
        (What.CHANGED, "i0"),
        (What.FIGURES, "i1"),
        (What.FIGURES, "i2"),
    ]


def test_all_of_a_revision_is_printed_on_the_pages_that_people_hold() -> None:
    old = plan_with(*ITEMS[:5])
    new = plan_with(*ITEMS[:3], "moi|Tặng hoa|Kính mời lên tặng hoa.", *ITEMS[3:5])
    held = exchanged(Kind.MC, old, new).held
    paper = as_held(unpaged(Kind.MC, new), held)
    assert held_of(paper) == held
    assert [margin.label for margin in paper.margins] == ["1", "2", "3", "4", "4a", "5", "6"]


def edited(items: list[str], chance: Random) -> list[str]:
    """The same with a few lines taken out, put in, moved or said otherwise."""
    found = list(items)
    for number in range(chance.randint(1, 4)):
        at = chance.randrange(len(found)) if found else 0
        match chance.randrange(4):
            case 0 if len(found) > 1:
                found.pop(at)
            case 1:
                said = "/".join(["Kính mời quý vị đại biểu."] * chance.choice((1, 3, 60)))
                found.insert(at, f"n{len(found)}x{number}x{chance.randrange(9999)}|Mục thêm {number}|{said}")
            case 2:
                found.insert(chance.randrange(len(found)), found.pop(at))
            case _:
                name, title, said = (*found[at].split("|"), "")[:3]
                found[at] = f"{name}|{title} (sửa)|{said}"
    return found


@settings(max_examples=25, deadline=None)
@given(st.randoms(use_true_random=False), st.sampled_from(Kind), st.integers(1, 30))
def test_after_every_exchange_people_hold_the_new_plan_once(chance: Random, kind: Kind, count: int) -> None:
    items = [f"i{at}|Mục {at}|" + "/".join(["Lời dẫn."] * chance.choice((1, 2, 40))) for at in range(count)]
    plan = plan_with(*items)
    held = held_of(paper_for(kind, plan))
    for _ in range(3):
        items = edited(items, chance)
        newer = plan_with(*items)
        found = exchanged(kind, plan, newer, held)
        in_hand = {page.label: page.pieces for page in held.pages if page.label not in found.withdrawn}
        printed = zip(found.paper.margins, pages_of(found.paper), strict=True)
        in_hand |= {margin.label: pieces_of(page) for margin, page in printed}
        assert list(in_hand.keys() - set(found.held.labels)) == []
        now = [in_hand[label] for label in found.held.labels]
        assert [texts(page) for page in now] == [texts(page.pieces) for page in found.held.pages]
        # everything of the new paper stands on those pages once, in its order
        words = [
            word
            for page in now
            for piece in page
            if not piece.is_head
            for text in piece.texts
            for word in text.split()
        ]
        fresh = [
            word
            for unit in units_of(unpaged(kind, newer).blocks)
            for text in unit.piece.texts
            for word in text.split()
        ]
        assert sorted(w for w in words if w not in ("…", "(tiếp)")) == sorted(w for w in fresh if w != "…")
        begun = [
            piece.texts[0] for page in now for piece in page if not piece.is_head and not piece.continues
        ]
        assert len(begun) == len(list(units_of(unpaged(kind, newer).blocks)))
        plan, held = newer, found.held


def texts(pieces: tuple[Piece, ...]) -> list[tuple[str, ...]]:
    return [piece.texts for piece in pieces]
