"""Which machines follow the show, and which roles have lost their last."""

from __future__ import annotations

import pytest

from runofshow.core.agenda import Role
from runofshow.core.presence import Presence
from runofshow.hall.guests import Guest, presence_of

NOW = 1_000.0


def guest(seen_s: float, screens: int = 1, role: Role = Role.MC) -> Guest:
    return Guest("x", role, "10.0.0.2", "iPhone", 0.0, NOW - seen_s, None, screens)


@pytest.mark.parametrize(
    ("seen_s", "screens", "is_here"),
    [(5.0, 0, True), (5.1, 0, False), (5.1, 1, True), (6.0, 1, True), (6.1, 1, False)],
)
def test_a_machine_is_here_while_it_asks_or_echoes(seen_s: float, screens: int, is_here: bool) -> None:
    assert guest(seen_s, screens).is_here(NOW) is is_here


def test_a_role_is_lost_when_its_last_machine_has_gone() -> None:
    came = [guest(90), guest(2), guest(70.9, role=Role.CREW), guest(300, role=Role.CREW)]
    assert presence_of(came, NOW) == Presence(1, frozenset({Role.MC}), ((Role.CREW, 70),))


def test_presence_moves_no_oftener_than_a_clock() -> None:
    first, second = (presence_of([guest(seen_s, 0)], NOW) for seen_s in (60.1, 60.9))
    assert first == second == Presence(0, frozenset(), ((Role.MC, 60),))
