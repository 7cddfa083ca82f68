"""Whatever is asked of an award round in whatever order: nobody is called twice, nobody is lost, and the tray
and the MC's list agree."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from runofshow.core import award_events as a
from runofshow.core import commands as c
from runofshow.core.agenda import Agenda, Award, Item, Recipient, Step
from runofshow.core.ask import name_of
from runofshow.core.commands import UNDOABLE
from runofshow.core.evolve import replay
from runofshow.core.refusal import Refused
from runofshow.core.rounds import is_batch, on_stage
from runofshow.core.running_order import Place
from runofshow.core.spoken import spoken
from runofshow.core.state import State
from runofshow.core.words import words_of
from tests.core.shows import Stage, agenda, heading, item, seconds

NAMES = ("Ông Nguyễn Văn An", "Bà Trần Thị Bình", "Tổ dân phố 3")
"""Every batch has some of them, so nearly everybody has somebody of their name."""


def a_round() -> Agenda:
    """A speech, four batches of three to five people, and a closing."""
    batches = (_batch(f"h{row}", row) for row in range(1, 5))
    return agenda(item("m1", 5), heading("h", *batches), item("m2", 5))


def _batch(item_id: str, row: int) -> Item:
    people = tuple(
        Recipient(f"{item_id}-{at}", NAMES[(row + at) % 3], ("", "Phường 1")[at % 2])
        for at in range(3 + row % 3)
    )
    return item(item_id, 3, mc="Xin mời:\n{recipients|}", award=Award("QĐ 1", "Ông P", people))


Orders = list[tuple[str, int, int, int]]
KINDS = (
    "step absent missing proxy here move move_to shift add split advance jump skip unskip presenter hold"
    " undo redo wait"
).split()
orders = st.lists(
    st.tuples(st.sampled_from(KINDS), st.integers(0, 40), st.integers(0, 40), st.integers(0, 12)),
    min_size=5,
    max_size=30,
)


def meant(state: State, kind: str, one: int, other: int, third: int) -> c.Command:
    """The order that a draw means in this state."""
    where = state.order.lists.where
    people = list(where)
    who, front = people[one % len(people)], people[other % len(people)]
    rows = [place.item.item_id for place in state.order.leaves]
    row = rows[one % len(rows)]
    batches = [place.item.item_id for place in _batches(state)]
    steps = (None, None, *Step)
    commands: dict[str, c.Command] = {
        "step": c.NextStep(steps[third % len(steps)], sure=True),
        "absent": c.ChangeRecipient(who, absent=third % 3 > 0),
        "proxy": c.ChangeRecipient(who, proxy=("", "Bà Hoa")[third % 2]),
        "here": c.See(f"r/{who}", (True, False, None)[third % 3]),
        "move": c.MoveRecipient(who),
        "move_to": c.MoveRecipient(who, row),
        "shift": c.MoveRecipient(who, where[front], front),
        "add": c.AddRecipient(row, NAMES[third % 3], before=None if third % 2 else front),
        "split": c.SplitBatch(where[who], who),
        "missing": c.TakeOutMissing(where[who]),
        "advance": c.Advance(sure=True),
        "jump": c.Jump(row),
        "skip": c.Skip(row, sure=True),
        "unskip": c.Unskip(row),
        "presenter": c.Edit(batches[one % len(batches)], presenter=("Ông P", "Bà Q; ông R", "")[third % 3]),
        "hold": c.Hold() if state.held_since is None else c.Resume(),
        "undo": c.Undo(sure=True),
        "redo": c.Redo(sure=True),
    }
    return commands[kind]


@settings(deadline=None, max_examples=40)
@given(orders)
def test_nobody_is_called_twice_nobody_is_lost_and_tray_and_list_agree(drawn: Orders) -> None:
    stage = Stage(a_round()).at("8:00")
    planned = set(stage.state.order.lists.where)
    stage.do(c.Start())
    known, undone = [planned, planned], list[set[str]]()
    for kind, *numbers in drawn:
        stage.sleep(seconds(20))
        if kind == "wait":
            continue
        command = meant(stage.state, kind, *numbers)
        handed_over = _handed_over(stage.state)
        events = stage.ask(command)
        if isinstance(events, Refused):
            continue
        added = {event.recipient.recipient_id for event in events if isinstance(event, a.RecipientAdded)}
        match name_of(command):
            case "undo":
                undone.append(known.pop())
            case "redo":
                known.append(undone.pop())
            case name if name in UNDOABLE:
                known.append(known[-1] | added)
                undone = []
                # who has been called and was there is so for good
                assert handed_over <= _handed_over(stage.state)
            case _:
                pass
        assert_nobody_is_lost(stage.state, known[-1])
        assert_tray_and_list_agree(stage.state)
    assert replay(stage.entries) == stage.state
    while stage.state.calls:
        stage.do(c.Undo(sure=True))
    assert stage.state.agenda == stage.state.plan


def _batches(state: State) -> list[Place]:
    return [place for place in state.order.leaves if is_batch(place.item)]


def _handed_over(state: State) -> set[tuple[str, str]]:
    """Who was there in a batch that has ended, with that batch."""
    return {
        (place.item.item_id, one.recipient_id)
        for place in _batches(state)
        if state.run(place.item.item_id).ended_at is not None and place.item.award
        for one in place.item.award.recipients
        if not one.absent
    }


def assert_nobody_is_lost(state: State, known: set[str]) -> None:
    """Everybody is in one batch, once."""
    awards = (place.item.award for place in _batches(state))
    listed = Counter(one.recipient_id for award in awards if award for one in award.recipients)
    assert set(listed) == known
    assert set(listed.values()) == {1}


def assert_tray_and_list_agree(state: State) -> None:
    """The MC reads, number by number, who stands on the tray's places; who is absent is on neither."""
    for place in _batches(state):
        award = place.item.award
        assert award is not None
        stands = [one for one in on_stage(state, award.recipients) if one.place is not None]
        assert [one.place for one in stands] == list(range(1, len(stands) + 1))
        assert all(one.absent for one in on_stage(state, award.recipients) if one.place is None)
        first, *read = words_of(place.item).splitlines()
        assert first == "Xin mời:"
        # one alone is called by name, and not from a list
        assert len(read) == (len(stands) if len(stands) > 1 else 0)
        for line, one in zip(read, stands, strict=len(stands) > 1):
            assert line.startswith(f"{one.place}. {spoken(one.name)}")
            assert ("nhận thay" in line) is (one.proxy is not None)
