"""Two thousand recipients in two hundred batches: what a key costs, counted and not timed.

From the order to the picture a key takes 1 to 7 ms of the processor, and 0.3 to 0.8 with 20 in 2.
"""

from __future__ import annotations

import sys
from collections import Counter
from types import FrameType

from runofshow.core import commands as c
from runofshow.core import events as e
from runofshow.core.agenda import Agenda, Award, Recipient, Step
from runofshow.core.ask import name_of
from runofshow.core.board import board_at
from runofshow.core.decide import decide
from runofshow.core.evolve import apply
from runofshow.core.picture import picture_of
from runofshow.core.presence import NOTHING_SENSED
from runofshow.core.refusal import Refused
from tests.core.shows import SECOND, agenda, at, heading, item, opened

BATCHES, EACH = 200, 10


def two_thousand() -> Agenda:
    """Nearly every name is borne by one alone, and a hundred by two."""
    parts = (
        item(f"h{row}", 3, award=Award("QĐ 1", "Ông P", tuple(_person(row, place) for place in range(EACH))))
        for row in range(BATCHES)
    )
    return agenda(heading("h", *parts), item("m2", 5))


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

    def do(self, command: c.Command) -> None:
        self.now += SECOND
        events = decide(self.state, command, self.now)
        assert not isinstance(events, Refused), command
        entry = e.Entry(self.state.seq + 1, self.now, "caller", name_of(command), events)
        self.state = apply(self.state, entry)
        self.board = board_at(self.state, self.now, self.board)
        self.picture = picture_of(self.board, NOTHING_SENSED, self.picture)

    def called(self, command: c.Command) -> Counter[str]:
        """How often each function of ours is called by a key."""
        calls: Counter[str] = Counter()

        def count(frame: FrameType, event: str, _: object) -> None:
            if event == "call":
                calls[frame.f_code.co_name] += 1

        before = sys.getprofile()
        sys.setprofile(count)
        try:
            self.do(command)
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
