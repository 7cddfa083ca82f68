"""Cards and ticks from the wings over HTTP: who may say that somebody is there, and what comes back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from runofshow.core.agenda import Agenda, Award, Recipient, Role
from runofshow.core.card_code import card_codes
from tests.core.shows import agenda, heading, item
from tests.web.halls import TOKEN, Hall, hall

OTHERS = sorted(set(Role) - {Role.CALLER, Role.CREW, Role.STAGE})
CODES = card_codes(["an", "binh", "chi"])


def ceremony() -> Agenda:
    """Two batches: Ông An and Ông Bình, then Bà Chi."""
    first = (Recipient("an", "Ông An", "Xã A"), Recipient("binh", "Ông Bình", "Xã B"))
    return agenda(
        item("welcome", 5),
        heading(
            "awards",
            item("b1", 3, award=Award(recipients=first)),
            item("b2", 3, award=Award(recipients=(Recipient("chi", "Bà Chi", "Xã C"),))),
        ),
    )


@pytest.fixture
def wings(tmp_path: Path) -> Iterator[Hall]:
    with hall(tmp_path, ceremony()) as opened:
        yield opened


def test_a_scanned_card_is_answered_with_who_that_is_which_batch_and_place(wings: Hall) -> None:
    crew = wings.joined(Role.CREW)
    answer = wings.order({"do": "see", "person": CODES["binh"]}, cookie=crew)
    assert answer.status == 200
    person = answer.json["person"]
    assert (person["shown"], person["unit"], person["title"]) == ("Ông Bình", "Xã B", "Mục awards")
    assert (person["batch"], person["batches"], person["place"], person["state"]) == (1, 2, 2, "upcoming")
    assert person["here"] is True
    again = wings.order({"do": "see", "person": CODES["binh"]}, cookie=crew)
    assert (again.status, again.json["reason"]) == (409, "empty")
    assert again.json["person"]["shown"] == "Ông Bình", "who was scanned twice is still said"


def test_a_wrong_code_is_said_to_be_one_and_names_nobody(wings: Hall) -> None:
    crew, code = wings.joined(Role.CREW), CODES["an"]
    slip = code[:-1] + str((int(code[-1]) + 1) % 10)
    answer = wings.order({"do": "see", "person": slip}, cookie=crew)
    assert (answer.status, answer.json["reason"], "person" in answer.json) == (409, "wrong_code", False)
    stranger = wings.order({"do": "see", "person": card_codes(["nobody"])["nobody"]}, cookie=crew)
    assert (stranger.status, stranger.json["reason"]) == (409, "unknown_person")


@pytest.mark.parametrize("role", [Role.CREW, Role.STAGE])
def test_who_stands_in_the_wings_says_who_is_there_and_changes_no_list(wings: Hall, role: Role) -> None:
    cookie = wings.joined(role)
    assert wings.order({"do": "see", "person": "r/an"}, cookie=cookie).status == 200
    assert wings.engine.latest.seen["r/an"].here
    for order in (
        {"do": "step"},
        {"do": "recipient", "recipient_id": "an", "absent": True},
        {"do": "move_recipient", "recipient_id": "an"},
        {"do": "add_recipient", "item_id": "b1", "name": "Bà Mới"},
        {"do": "split_batch", "item_id": "b1", "at": "binh"},
        {"do": "take_out_missing", "item_id": "b1"},
        {"do": "leader", "name": "Đồng chí Dung"},
    ):
        answer = wings.order(order, cookie=cookie)
        assert (answer.status, answer.json["reason"]) == (403, "not_allowed"), order
    assert wings.obeyed[-1] == "see"


@pytest.mark.parametrize("role", OTHERS)
def test_nobody_else_says_who_is_there_or_hears_whose_a_card_is(wings: Hall, role: Role) -> None:
    wings.order({"do": "see", "person": "r/an"}, token=TOKEN)
    answer = wings.order({"do": "see", "person": CODES["an"]}, cookie=wings.joined(role))
    assert (answer.status, answer.json) == (403, {"reason": "not_allowed"})
    assert wings.obeyed.count("see") == 1
