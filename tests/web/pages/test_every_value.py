"""What a terminal draws of a picture a page draws too; what neither draws is for programs, and named here."""

from __future__ import annotations

import re
from pathlib import Path

from runofshow.core.views.fields import all_views

ROOMS = Path(__file__).parents[3] / "runofshow"
FOR_PROGRAMS = frozenset(
    # of the whole conference, which `show` and the report print
    "basis rite level"
    " date_text tentative period from to chair_panel decoration duties planned_end actual_end latest_start"
    # as they were when it was sent: a window subtracts from `count`
    " elapsed_s remaining_s overrun_s held_s"
    # what a player obeys, and what it found in the file
    " layer volume start_s end_s fade_in_s fade_out_s loudness sha256 over_s fade_s wait_s"
    # why a speech is read so fast
    " pace pace_by"
    # said by the lamp, by the light and by `waiting`
    " stood_by_at acked_at"
    # of a round: its name for orders, and what the words and the delegates' screen say
    " round_id took_s step_at is_collective on_display"
    # of a way back, which its end says
    " costs_s is_enough"
    # of what is likely: the middle, of which the two ends are drawn
    " mid"
    # whom a screen obeys
    " term"
    # of people looked for: what says that somebody looks, and since when they are there
    " is_looking seen_at".split()
)
ON_PAGES_ALONE = frozenset(
    "saves_s to_s began_at by_s position_s track_assumed from_s passages until_at".split()
)
"""What a terminal reads under its own name, or by a property."""
IN_TERMINALS_ALONE = frozenset({"venue", "leader_id", "is_running"})


def named(*parts: str, by: str) -> set[str]:
    texts = (path.read_text(encoding="utf-8") for part in parts for path in (ROOMS / part).rglob(by))
    return set(re.findall(r"\w+", " ".join(texts)))


def test_what_a_terminal_draws_of_a_picture_a_page_draws_too() -> None:
    on_pages, in_terminals = named("web/pages", by="*.js"), named("tui", "line", by="*.py")
    lost: dict[str, set[str]] = {"on pages": set(), "in terminals": set()}
    for view in all_views():
        for told, own in zip(view.__struct_encode_fields__, view.__struct_fields__, strict=True):
            if told not in on_pages and told not in FOR_PROGRAMS | IN_TERMINALS_ALONE:
                lost["on pages"].add(told)
            if own not in in_terminals and told not in FOR_PROGRAMS | ON_PAGES_ALONE:
                lost["in terminals"].add(told)
    assert lost == {"on pages": set(), "in terminals": set()}
