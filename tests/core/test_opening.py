"""The first line of a record is the show as it was opened."""

from __future__ import annotations

from msgspec.structs import asdict

from runofshow.core import commands as c
from runofshow.core.opening import opening
from tests.core.shows import MINUTE, at, four_items


def test_a_show_is_opened_as_the_command_has_it_at_that_moment() -> None:
    command = c.OpenShow(four_items(), c.Mode.REHEARSAL, 4.0, True, "a.yaml", ("a",), "5e", MINUTE, True, 7)
    event = opening(command, at("7:55"))
    told = asdict(event)
    assert told.pop("at") == at("7:55")
    assert told == asdict(command)
