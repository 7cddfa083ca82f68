"""The code on a recipient's card: the same in every print, refused when a digit slips, nobody else's."""

from __future__ import annotations

import pytest

from runofshow.core import commands as c
from runofshow.core.agenda import Award, Recipient
from runofshow.core.card_code import (
    card_codes,
    code_of,
    is_code,
    is_slip,
    printed,
    read_code,
    recipients_with,
)
from runofshow.core.refusal import Reason, Refused
from tests.core.shows import Stage, agenda, item

MANY = [f"m4.{number}" for number in range(2_000)]
TWINS = ("x519", "x3642")
"""Two ids that have one code of eight digits."""


def honouring(*recipient_ids: str) -> Stage:
    listed = tuple(Recipient(one, f"Ông {one}") for one in recipient_ids)
    return Stage(agenda(item("award", 10, award=Award(recipients=listed))))


def test_a_code_is_made_of_the_id_alone() -> None:
    assert card_codes(["r-101", "r-102"]) == {"r-101": "97060979", "r-102": "23275891"}
    assert card_codes(["r-102"])["r-102"] == "23275891"
    assert printed("97060979") == "9706 0979"


def test_no_two_of_two_thousand_have_one_code_and_none_begins_with_a_zero() -> None:
    codes = card_codes(MANY)
    assert list(codes) != []
    assert len(set(codes.values())) == len(codes) == len(MANY)
    assert all(len(code) in (8, 9) and code[0] != "0" for code in codes.values())
    assert all(recipients_with(code, MANY) == [one] for one, code in list(codes.items())[:200])


def test_two_that_would_share_a_code_both_have_a_longer_one() -> None:
    assert code_of(TWINS[0]) == code_of(TWINS[1]) == "18456382"
    codes = card_codes([*TWINS, "other"])
    assert [len(codes[one]) for one in (*TWINS, "other")] == [9, 9, 8]
    assert codes[TWINS[0]] != codes[TWINS[1]]
    assert card_codes(reversed([*TWINS, "other"])) == codes


@pytest.mark.parametrize("code", ["97060979", "18456382", "10000009"])
def test_every_slip_of_one_digit_and_every_swap_of_neighbours_is_refused(code: str) -> None:
    right = code[:-1] + next(digit for digit in "0123456789" if not is_slip(code[:-1] + digit))
    slips = [
        right[:at] + digit + right[at + 1 :]
        for at in range(len(right))
        for digit in "0123456789"
        if digit != right[at]
    ]
    swaps = [
        right[:at] + right[at + 1] + right[at] + right[at + 2 :]
        for at in range(len(right) - 1)
        if right[at] != right[at + 1]
    ]
    assert len(slips) == 72
    assert all(is_slip(one) for one in slips + swaps)


@pytest.mark.parametrize("typed", ["97060979", "9706 0979", " 9706-0979 ", "9706\u00a00979", "97.06.09.79"])
def test_a_code_is_read_however_it_is_grouped(typed: str) -> None:
    assert is_code(typed)
    assert read_code(typed) == "97060979"


@pytest.mark.parametrize("typed", ["", "12", "9706097", "9" * 20, "r/97060979", "9706097a", "٩٧٠٦٠٩٧٩"])
def test_what_is_no_code_is_taken_for_none(typed: str) -> None:
    assert not is_code(typed)


def test_a_scanned_card_says_who_is_there() -> None:
    stage = honouring("r-101", "r-102")
    stage.do(c.See("9706 0979"), by="crew")
    assert {person: seen.here for person, seen in stage.state.seen.items()} == {"r/r-101": True}
    again = stage.ask(c.See("97060979"), by="crew")
    assert again == Refused(Reason.EMPTY, "r/r-101"), "the answer still says who it is"
    stage.do(c.See("97060979", None), by="crew")
    assert stage.state.seen == {}


def test_a_card_that_was_misread_or_is_of_another_show_ticks_nobody() -> None:
    stage = honouring("r-101")
    assert stage.refusal(c.See("97060978")) is Reason.WRONG_CODE
    assert stage.refusal(c.See("23275891")) is Reason.UNKNOWN_PERSON
    assert stage.refusal(c.See("r/nobody")) is Reason.UNKNOWN_PERSON


def test_an_old_card_that_fits_two_is_taken_for_neither() -> None:
    stage = honouring(*TWINS)
    assert stage.refusal(c.See("18456382")) is Reason.UNKNOWN_PERSON
    stage.do(c.See(card_codes(TWINS)[TWINS[1]]))
    assert list(stage.state.seen) == [f"r/{TWINS[1]}"]


def test_a_longer_card_is_still_read_when_its_twin_has_left_the_list() -> None:
    longer = card_codes(TWINS)[TWINS[0]]
    stage = honouring(TWINS[0])
    stage.do(c.See(longer))
    assert list(stage.state.seen) == [f"r/{TWINS[0]}"]
