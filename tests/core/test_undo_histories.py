"""However deep and in whatever order: what is taken back was never made. See histories.py for longer runs."""

from __future__ import annotations

import os

import pytest

from tests.core.histories import play_a_show

STEPS_OF_A_SHOW = 250
SHOWS = max(int(os.environ.get("RUNOFSHOW_UNDO_STEPS", "6000")) // STEPS_OF_A_SHOW, 8) // 8
FIRST = int(os.environ.get("RUNOFSHOW_UNDO_SEED", "0"))


@pytest.mark.parametrize("part", range(8))
def test_what_is_taken_back_was_never_made_and_what_is_made_again_was(part: int) -> None:
    for number in range(SHOWS):
        seed = FIRST + part * 1_000_000 + number
        try:
            play_a_show(seed, STEPS_OF_A_SHOW)
        except AssertionError as error:
            error.add_note(f"play_a_show({seed}, {STEPS_OF_A_SHOW})")
            raise
