"""Two thousand recipients in two hundred batches: what a key costs, counted and not timed.

From the order to the picture a key takes 1 to 8 ms of a busy machine's processor, with 20 in 2 0.5 to 1.4.
"""

from __future__ import annotations

import sys
from collections import Counter
from datetime import UTC
from types import FrameType

from runofshow.core import commands as c
from runofshow.core import events as e
from runofshow.core.agenda import Agenda, Award, Item, OnStep, Recipient, Role, Step
from runofshow.core.ask import name_of
from runofshow.core.board import board_at
from runofshow.core.decide import decide
from runofshow.core.evolve import apply
from runofshow.core.picture import picture_of
from runofshow.core.presence import NOTHING_SENSED
from runofshow.core.refusal import Refused
from runofshow.core.views.roles import Views
from tests.core.shows import SECOND, agenda, at, cue, heading, item, opened

BATCHES, EACH = 200, 10


def two_thousand() -> Agenda:
    """Nearly every name is borne by one alone, and a hundred by two. Each batch has music and a call."""
    return agenda(heading("h", *map(_batch, range(BATCHES))), item("m2", 5))


def _batch(row: int) -> Item:
    award = Award("QĐ 1", "Ông P", tuple(_person(row, place) for place in range(EACH)))
    music = cue(f"h{row}.c1", OnStep(Step.HANDING), to=Role.MUSIC)
    return item(f"h{row}", 3, music, cue(f"h{row}.c2", to=Role.CREW), award=award)


def _person(row: int, place: int) -> Recipient:
    return Recipient(f"r{row}-{place}", f"Ông Nguyễn Văn {(row * EACH + place) % 1_900}")


class Desk:
    """The show as it runs: what is still right of the last board and picture is kept."""

    def __init__(self) -> None:
        self.now = at("8:00")
        first = e.Entry(1, self.now, "caller", "open", (opened(two_thousand(), self.now),))
        self.state = apply(None, first)
        self.board = board_at(self.state, self.now)
        self.picture = picture_of(self.board, NOTHING_SENSED)
        self.views = Views(self.picture, UTC)

    def do(self, command: c.Command) -> None:
        self.now += SECOND
        events = decide(self.state, command, self.now)
        assert not isinstance(events, Refused), command
        entry = e.Entry(self.state.seq + 1, self.now, "caller", name_of(command), events)
        self.state = apply(self.state, entry)
        self.board = board_at(self.state, self.now, self.board)
        self.picture = picture_of(self.board, NOTHING_SENSED, self.picture)

    def spread(self) -> None:
        """Have every role's picture made."""
        self.views = Views(self.picture, UTC, self.views)
        for role in Role:
            self.views.of(role)

    def called(self, command: c.Command, *, spread: bool = False) -> Counter[str]:
        """How often each function of ours is called by a key, and by the pictures of all roles behind it."""
        calls: Counter[str] = Counter()

        def count(frame: FrameType, event: str, _: object) -> None:
            if event == "call":
                calls[frame.f_code.co_name] += 1

        before = sys.getprofile()
        sys.setprofile(count)
        try:
            self.do(command)
            if spread:
                self.spread()
        finally:
            sys.setprofile(before)
        return calls


def test_no_key_looks_at_the_names_of_lists_that_it_leaves_alone() -> None:
    desk = Desk()
    desk.do(c.Start())
    keys: list[tuple[c.Command, int]] = [
        (c.NextStep(Step.HANDING), 0),
        (c.See("r/r0-1"), 0),
        (c.Hold(), 0),
        (c.Resume(), 0),
        (c.ChangeRecipient("r0-1", absent=True), 1),
        (c.MoveRecipient("r0-2", "h7"), 3),
        (c.AddRecipient("h3", "Ông Mới"), 1),
        (c.SplitBatch("h0", "r0-5"), 3),
        (c.Undo(), 5),
        (c.Redo(), 5),
    ]
    for command, lists in keys:
        assert desk.called(command)["name_key"] <= lists * (EACH + 2), command


def test_a_key_of_a_large_round_costs_so_much_for_each_batch_and_nothing_for_each_name() -> None:
    """A batch costs a key at most some seventy-five calls; with one for each person it would be more."""
    desk = Desk()
    desk.do(c.Start())
    desk.do(c.NextStep(Step.CALL))
    for command in (c.NextStep(Step.HANDING), c.See("r/r0-1"), c.Hold(), c.Resume()):
        assert desk.called(command).total() < 80 * BATCHES, command


def test_a_key_makes_rows_and_cues_anew_of_what_it_changes_alone() -> None:
    """A heading is one row; the cues of two batches and of the heading are near the clock."""
    desk = Desk()
    desk.do(c.Start())
    desk.spread()
    keys: list[tuple[c.Command, int]] = [
        (c.NextStep(Step.HANDING), 2),
        (c.See("r/r0-1"), 0),
        (c.ChangeRecipient("r0-1", absent=True), 4),
        (c.MoveRecipient("r0-2", "h7"), 4),
        (c.AddRecipient("h3", "Ông Mới"), 4),
        (c.Edit("h4", presenter="Bà Q"), 4),
        (c.Undo(), 4),
        (c.SplitBatch("h3", "r3-5"), 6),
        (c.Undo(), 6),
    ]
    for command, rows in keys:
        calls = desk.called(command, spread=True)
        assert calls["row_of"] <= rows, (command, calls["row_of"])
        assert calls["cue_now"] <= 8, (command, calls["cue_now"])
