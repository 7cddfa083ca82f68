"""What people hold after one exchange upon another: the newest plan, each row once, in its order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from random import Random

import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from runofshow.agenda_file.dumping import dumped
from runofshow.agenda_file.reader import read_agenda_text
from runofshow.core.value import replace
from runofshow.paper.pages import page_count, pages_of
from runofshow.paper.sheet import Paper
from runofshow.printing.exchange.comparing import Exchange, as_held, exchange
from runofshow.printing.exchange.holding import Held, Piece, held_of, pieces_of
from runofshow.printing.exchange.laying import units_of
from runofshow.printing.exchange.matching import old_ids
from runofshow.printing.papers import Kind, paper_for, unpaged
from runofshow.printing.plan import Plan, plan_of
from runofshow.texts import Language
from runofshow.texts.exchange import VI
from tests.agenda_file.drawn import whole_text
from tests.printing.agendas import NOW, TZ
from tests.printing.edited import Entry, edited


def plan_from(entry: Entry) -> Plan | None:
    """None of an agenda that cannot be."""
    reading = read_agenda_text(dumped(entry), "a.yaml", folder=None, tz=TZ, today=NOW.date())
    if reading.agenda is None:
        return None
    return plan_of(reading.agenda, TZ, Language.VI, revision="1a2b3c4d", printed_at=NOW)


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 10**6).map(Random), st.sampled_from(Kind), st.sampled_from((3, 6, 12)))
@example(Random(318), Kind.ALL, 3)
def test_after_every_exchange_people_hold_what_a_whole_print_says(
    chance: Random, kind: Kind, rows: int
) -> None:
    entry = yaml.safe_load(whole_text(chance, rows))
    plan = plan_from(entry)
    assert plan is not None
    held = held_of(paper_for(kind, plan))
    for _ in range(3):
        newer = edited(entry, chance)
        new = plan_from(newer)
        if new is None:
            continue
        paper = unpaged(kind, new)
        found = exchange(paper, held, old_ids(plan.agenda, new.agenda), VI, "1a2b3c4d")
        hand = in_hand(held, found)
        assert read(hand) == [
            tuple(" ".join(text.split()) for text in unit.piece.texts) for unit in units_of(paper.blocks)
        ]
        whole = as_held(paper, found.held)
        assert held_of(whole) == found.held
        assert_no_page_is_too_full(found.paper)
        assert_no_heading_is_left(whole)
        entry, plan, held = newer, new, found.held


def in_hand(held: Held, found: Exchange) -> list[tuple[Piece, ...]]:
    """What somebody who did as told holds, the pages put in the order of their labels."""
    pages = {page.label: page.pieces for page in held.pages if page.label not in found.withdrawn}
    printed = pages_of(found.paper)
    assert [margin.label for margin in found.paper.margins] == [
        label for label in found.held.labels if label in (*found.exchanged, *found.added)
    ]
    for margin, page in zip(found.paper.margins, printed, strict=True):
        assert (margin.label in pages) == (margin.label in found.exchanged)
        pages[margin.label] = pieces_of(page)
    return [pages[label] for label in sorted(pages, key=place_of)]


def place_of(label: str) -> tuple[int, str]:
    found = re.fullmatch(r"(\d+)([a-z]*)", label)
    assert found is not None
    return int(found[1]), found[2]


def read(pages: Sequence[Sequence[Piece]]) -> list[tuple[str, ...]]:
    """Each row and paragraph, what goes over pages put together."""
    whole: list[list[str]] = []
    for piece in (piece for page in pages for piece in page if not piece.is_head):
        if not piece.continues:
            whole.append(list(piece.texts))
            continue
        for at, text in enumerate(piece.texts):
            behind = text.removeprefix("(tiếp)").lstrip("\n")
            is_torn = whole[-1][at].endswith(" …") and behind.startswith("… ")
            whole[-1][at] = whole[-1][at][:-2] + behind[1:] if is_torn else "\n".join((whole[-1][at], behind))
    return [tuple(" ".join(text.split()) for text in row) for row in whole]


def assert_no_page_is_too_full(paper: Paper) -> None:
    for first, *rest in pages_of(paper):
        page = (replace(first, new_page=False), *rest)
        assert page_count(replace(paper, blocks=page, margins=())) == 1


def assert_no_heading_is_left(paper: Paper) -> None:
    for page, following in pairwise(pages_of(paper)):
        *_, last = units_of(page)
        goes_on = next(unit for unit in units_of(following)).piece.continues
        assert not last.keeps or goes_on, last.piece.texts
