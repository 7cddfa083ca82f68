"""The log of a show that more than one console has called."""

from __future__ import annotations

import pytest

from runofshow.core import commands as c
from runofshow.texts import Language
from tests.core.shows import agenda, at, item
from tests.tui.desk import desk
from tests.tui.hall import Venue, hall_for


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            Language.VI,
            (
                "máy điều hành    nhận điều hành  Laptop 2",
                "giữ bản ghi riêng  ghi riêng ở Laptop 1 từ 15:00:05 (2 dòng)",
            ),
        ),
        (
            Language.EN,
            (
                "console          took over  Laptop 2",
                "kept what another wrote  written apart at Laptop 1 since 15:00:05 (2 lines)",
            ),
        ),
    ],
)
async def test_the_log_says_who_took_over_and_what_was_written_apart(
    venue: Venue, language: Language, said: tuple[str, ...]
) -> None:
    it = hall_for(venue, agenda(item("a", 10)))
    it.do(c.TakeOver(1, "Laptop 2"), by="console")
    it.do(c.KeepBranch("Laptop 1", 0, at("8:00:05"), ("x", "y")), by="console")
    async with desk(it, (120, 40), language=language) as seen:
        await seen.press("f6")
        for line in said:
            assert line in seen.screen
