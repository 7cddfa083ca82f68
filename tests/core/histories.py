"""Long shows at random, and what undo must give back in them; far more of them than a property test draws.

    RUNOFSHOW_UNDO_STEPS=200000 python -m pytest tests/core/test_undo_histories.py

plays so many steps. A step is one order, one report of a player, or a stretch of time with its ticks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from msgspec import Struct

from runofshow.core import commands as c
from runofshow.core import events as e
from runofshow.core import sound_events as s
from runofshow.core.agenda import (
    Action,
    AfterCue,
    Agenda,
    Anchor,
    AtStart,
    Award,
    BeforeEnd,
    Cue,
    GoMode,
    Item,
    Layer,
    OnStep,
    OnWord,
    Recipient,
    Role,
    Session,
    Step,
    Track,
    TrackMark,
)
from runofshow.core.ask import name_of
from runofshow.core.commands import UNDOABLE
from runofshow.core.decide import decide
from runofshow.core.evolve import apply
from runofshow.core.picture import take_snapshot
from runofshow.core.record import CueRecord, Gone, Missed
from runofshow.core.recovery.changes import AnyChange, Before, Drop, Lengthen, Shorten
from runofshow.core.refusal import Refused, Rest
from runofshow.core.snapshot import Snapshot
from runofshow.core.sound import Deck, EndedWhy, Sounding
from runofshow.core.state import State, amended
from runofshow.core.value import replace
from tests.core.shows import at, minutes, opened, seconds, what_matters

TRACKS = (
    Track("anthem", "Quốc ca", "quoc_ca.mp3", TrackMark.ANTHEM_WITHOUT_WORDS),
    Track("bed", "Nhạc nền", "nen.mp3", loop=True),
    Track("sting", "Nhạc mời lên", "moi.mp3", layer=Layer.STING),
)


def some_agenda(draw: Random) -> Agenda:
    """One to three sessions of items, headings and cues of every kind."""
    sessions = []
    for number in range(1, draw.randint(1, 3) + 1):
        start = at("8:00") + minutes(40) * (number - 1)
        items = tuple(_item(draw, f"s{number}m{row}", start) for row in range(1, draw.randint(2, 5)))
        sessions.append(Session(f"s{number}", f"Buổi {number}", start, items=items))
    return Agenda("Hội nghị", tuple(sessions), tracks=TRACKS)


def _item(draw: Random, item_id: str, start: datetime) -> Item:
    if draw.random() < 0.2:
        return _round(draw, item_id)
    parts = tuple(_leaf(draw, f"{item_id}.{part}", start) for part in range(draw.choice((0, 0, 0, 1, 3))))
    if not parts:
        return _leaf(draw, item_id, start)
    total = sum((part.duration for part in parts), timedelta())
    return Item(item_id, item_id, f"Mục {item_id}", "other", total, cues=_cues(draw, item_id), parts=parts)


def _round(draw: Random, item_id: str) -> Item:
    """Batches of an award round, some of them with music at a step."""
    parts = tuple(_batch(draw, f"{item_id}.{part}") for part in range(draw.choice((2, 3))))
    total = sum((part.duration for part in parts), timedelta())
    return Item(item_id, item_id, f"Trao {item_id}", "award", total, cues=_cues(draw, item_id), parts=parts)


def _batch(draw: Random, item_id: str) -> Item:
    names = draw.choices(("Ông An", "Bà Bình", "Tổ 3"), k=draw.choice((0, 2, 4)))
    people = (Recipient(f"{item_id}-{at}", name) for at, name in enumerate(names))
    cues = (
        replace(one, at=OnStep(draw.choice(list(Step)))) if draw.random() < 0.5 else one
        for one in _cues(draw, item_id)
        if not isinstance(one.at, AfterCue)
    )
    return Item(
        item_id,
        item_id,
        f"Trao {item_id}",
        "award",
        minutes(draw.choice((1, 2, 5))),
        award=Award("QĐ 1", draw.choice((None, "Ông P; bà Q")), tuple(people)),
        cues=tuple(cues),
    )


def _leaf(draw: Random, item_id: str, start: datetime) -> Item:
    fixed = start + minutes(draw.randint(-5, 40)) if draw.random() < 0.15 else None
    until = start + minutes(draw.randint(0, 60)) if draw.random() < 0.1 else None
    return Item(
        item_id,
        item_id,
        f"Mục {item_id}",
        "vote",
        minutes(draw.choice((1, 2, 5, 10))),
        protected=draw.random() < 0.2,
        min=draw.choice((None, minutes(1), minutes(4))),
        may_drop=draw.choice((None, True)),
        stretch=draw.choice((None, minutes(12))),
        fixed_start=fixed,
        until=until,
        cues=_cues(draw, item_id),
    )


def _cues(draw: Random, item_id: str) -> tuple[Cue, ...]:
    return tuple(
        Cue(
            f"{item_id}.c{number}",
            draw.choice((Role.MUSIC, Role.MUSIC, Role.MC, Role.LIGHTS, Role.STAGE)),
            draw.choice((Action.PLAY, Action.PLAY, Action.FADE, Action.STOP, Action.DO)),
            "Lệnh",
            _anchor(draw, item_id, number),
            draw.choice((None, "anthem", "bed", "sting")),
            standby_lead=seconds(draw.choice((0, 30, 60))),
            go=draw.choice((GoMode.HAND, GoMode.AUTO)),
        )
        for number in range(draw.choice((0, 1, 2, 3)))
    )


def _anchor(draw: Random, item_id: str, number: int) -> Anchor:
    anchors: list[Anchor] = [
        AtStart(seconds(draw.choice((0, 0, 20, 90)))),
        BeforeEnd(seconds(draw.choice((0, 20, 60, 300)))),
        OnWord("Chào cờ!"),
    ]
    if number:
        anchors.append(AfterCue(f"{item_id}.c0", seconds(draw.choice((0, 5)))))
    return draw.choice(anchors)


class Moment(Struct, frozen=True):
    """A show at a moment; what is asked gives another, so two can go their own way from one."""

    state: State
    now: datetime

    @property
    def picture(self) -> Snapshot:
        return take_snapshot(self.state, self.now)

    def asked(self, command: c.Command, by: str = "caller") -> Moment | None:
        """With the tick behind it, as in a live show; None when it is refused."""
        events = decide(self.state, command, self.now, by)
        if isinstance(events, Refused):
            return None
        return self._written(command, by, events)._ticked()

    def made(self, command: c.Command) -> Moment:
        """The same where nothing may be refused."""
        after = self.asked(command)
        assert after is not None, command
        return after

    def slept(self, length: timedelta, ticks: int) -> Moment:
        """So much later, with so many ticks on the way."""
        here = self
        for _ in range(ticks):
            here = replace(here, now=here.now + length / ticks)._ticked()
        return here

    def _ticked(self) -> Moment:
        events = decide(self.state, c.Tick(), self.now, "clock")
        assert not isinstance(events, Refused)
        return self._written(c.Tick(), "clock", events) if events else self

    def _written(self, command: c.Command, by: str, events: tuple[e.Event, ...]) -> Moment:
        entry = e.Entry(self.state.seq + 1, self.now, by, name_of(command), events)
        by_clock = (command.by if isinstance(command, c.CorrectClock) else None) or timedelta()
        after = apply(self.state, entry)
        assert_in_turn(after, command)
        return Moment(after, self.now + by_clock)


def opening(draw: Random, plan: Agenda | None = None) -> Moment:
    """A show that has just been opened, with a player or without; of `plan` or of any."""
    now = at("7:55")
    event = opened(
        plan or some_agenda(draw), now, floating=draw.random() < 0.4, speed=draw.choice((1.0, 1.0, 10.0))
    )
    here = Moment(apply(None, e.Entry(1, now, "caller", "open", (event,))), now)
    if draw.random() < 0.5:
        here = here.asked(c.ReportSound(s.PlayerCame("console", now)), "player") or here
    return here


LENGTHS = (-600, -180, -60, -20, 20, 60, 180, 600, 1500)


def some_call(draw: Random, here: Moment) -> c.Command:
    """An order that undo can take back."""
    state = here.state
    rows, cues = list(state.order.places), list(state.order.cues) or ["no such cue"]
    item_id, cue_id, length = draw.choice(rows), draw.choice(cues), seconds(draw.choice(LENGTHS))
    running = state.current_id or item_id
    choice: dict[c.Command, int] = {
        c.Start(sure=True): 3,
        c.Go(sure=True): 8,
        c.Go(cue_id, sure=True): 3,
        c.Advance(sure=True): 7,
        c.Hold(): 4,
        c.Resume(): 4,
        c.AddTime(length): 4,
        c.AddTime(length, item_id): 1,
        c.StandBy(): 2,
        c.StandBy(cue_id): 1,
        c.Back(sure=True): 4,
        c.Jump(item_id, draw.choice((*Rest, None))): 3,
        c.Skip(item_id, sure=True): 2,
        c.Unskip(item_id): 2,
        c.Move(item_id, draw.choice([*rows, None])): 3,
        c.Edit(running, duration=abs(length)): 2,
        c.Edit(item_id, title=f"Khác {draw.random()}", by="Ông An"): 1,
        c.EditCue(cue_id, at=_anchor(draw, "none", 0), go=draw.choice(list(GoMode))): 2,
        c.Insert(draw.choice([*rows, None]), "Tặng hoa", abs(length)): 2,
        c.AddCue(item_id, Role.MC, "Lời", _anchor(draw, "none", 0), draw.choice(list(GoMode))): 2,
        c.RemoveCue(cue_id): 1,
        c.Remove(draw.choice(added) if (added := [row for row in rows if row[0] == "x"]) else item_id): 2,
        c.Edit(running, until=here.now + length): 1,
        c.Edit(item_id, start=here.now + abs(length), protected=draw.random() < 0.5): 1,
        c.Recover((some_change(draw, rows, length),)): 2,
        c.Recover((Drop(item_id), some_change(draw, rows, length))): 1,
        c.Backdate(running, length): 4,
        c.CountVote(running, draw.choice((0, 147, 148)), 2): 2,
        c.End(): 1,
        c.NextStep(draw.choice((None, None, *Step)), sure=True): 5,
    }
    if people := list(state.order.lists.where):
        one, other = draw.choice(people), draw.choice(people)
        where = state.order.lists.where
        choice |= {
            c.ChangeRecipient(one, absent=draw.random() < 0.7): 2,
            c.ChangeRecipient(one, proxy="Bà D", unit=draw.choice(("", "Tổ 3"))): 1,
            c.MoveRecipient(one): 1,
            c.MoveRecipient(one, where[other], draw.choice((other, None))): 1,
            c.AddRecipient(where[other], "Ông An", before=other): 1,
            c.SplitBatch(where[one], one): 1,
            c.TakeOutMissing(where[one]): 1,
        }
    return draw.choices(list(choice), list(choice.values()))[0]


def some_change(draw: Random, rows: Sequence[str], length: timedelta) -> AnyChange:
    """One of a way back, as likely as not one that is refused."""
    items = tuple(draw.sample(rows, min(len(rows), draw.choice((1, 1, 3)))))
    to_s = abs(length).total_seconds()
    changes: list[AnyChange] = [Shorten(items, to_s), Lengthen(items, to_s), Drop(items[0])]
    return draw.choice([*changes, Before(items[0], items[-1])])


def _report(draw: Random, here: Moment) -> c.ReportSound:
    """A track that ends, or one that begins."""
    now = here.now
    for deck, what in here.state.sound.decks.items():
        if isinstance(what, Sounding):
            return c.ReportSound(s.TrackEnded(deck, what.track_id, what.cue_id, EndedWhy.END, now))
    cues = [cue for cue, _ in here.state.order.cues.values() if cue.track_id is not None]
    cue = draw.choice(cues) if cues else None
    track_id, cue_id = (cue.track_id or "", cue.cue_id) if cue else ("bed", None)
    deck = draw.choice(list(Deck))
    return c.ReportSound(s.TrackBegan(deck, track_id, cue_id, seconds(60), timedelta(), now))


def some_other(draw: Random, here: Moment) -> tuple[c.Command, str]:
    """What undo does not take back, and who says it."""
    state = here.state
    cue_id = draw.choice(list(state.order.cues) or ["no such cue"])
    others: list[tuple[c.Command, str]] = [
        (c.Acknowledge(cue_id), "caller"),
        (c.TakeNote("Ghi"), "caller"),
        (c.SendMessage(Role.MC, "Nhắn"), "caller"),
        (c.PlayTrack("bed", sure=True), "caller"),
        (c.FadeSound(sure=True), "caller"),
        (c.See(f"r/{draw.choice([*state.order.lists.where, 'nobody'])}", draw.random() < 0.7), "crew"),
        (_report(draw, here), "player"),
        (_report(draw, here), "player"),
    ]
    return draw.choice(others)


# What holds


@dataclass
class Played:
    """How far one long show came."""

    steps: int = 0
    calls: int = 0
    bursts: int = 0
    deepest: int = 0


def play_a_show(seed: int, steps: int) -> Played:
    """So many steps of one show, with each call taken back and made again on the way."""
    draw = Random(seed)
    here, played = opening(draw), Played()
    while played.steps < steps:
        chance = draw.random()
        if chance < 0.3:
            here = here.slept(seconds(draw.choice((0.25, 1, 5, 20, 60, 240))), draw.choice((1, 1, 4)))
            played.steps += 1
        elif chance < 0.45:
            command, by = some_other(draw, here)
            here = here.asked(command, by) or here
            played.steps += 1
        elif chance < 0.47:
            here = here.asked(c.CorrectClock(seconds(draw.choice((-3, 3))))) or here
            played.steps += 1
        elif chance < 0.55:
            here = here.asked(draw.choice((c.Undo(sure=True), c.Undo(sure=True), c.Redo(sure=True)))) or here
            played.steps += 1
        elif chance < 0.65:
            here = _burst(draw, here, played)
        else:
            here = _call(draw, here, played)
    return played


def _call(draw: Random, here: Moment, played: Played) -> Moment:
    """One call; taken back at once it was never made, and made again it was."""
    call = some_call(draw, here)
    before = here.slept(timedelta(), 1)
    made = before.asked(call)
    played.steps += 1
    if made is None:
        return here
    assert name_of(call) in UNDOABLE
    back = made.made(c.Undo(sure=True))
    assert_same(back, before, call)
    again = back.made(c.Redo(sure=True))
    assert_same(again, made, call)
    assert_same(again.made(c.Undo(sure=True)), before, call)
    played.steps += 3
    played.calls += 1
    return draw.choice((made, again, made, back))


def _burst(draw: Random, here: Moment, played: Played) -> Moment:
    """Several calls with time between them, all taken back: as it is where they were never made."""
    without = with_them = here.slept(timedelta(), 1)
    made: list[c.Command] = []
    for _ in range(draw.randint(1, 8)):
        call = some_call(draw, with_them)
        after = with_them.asked(call)
        played.steps += 1
        if after is not None:
            with_them = after
            made.append(call)
        length, ticks = seconds(draw.choice((0, 0.7, 1, 5, 30, 120))), draw.choice((1, 1, 5))
        without, with_them = without.slept(length, ticks), with_them.slept(length, ticks)
    stands: list[Moment] = []
    back = with_them
    for _ in made:
        stands.append(back)
        back = back.made(c.Undo(sure=True))
        played.steps += 1
    assert_like(back, without, made)
    for stood in reversed(stands):
        back = back.made(c.Redo(sure=True))
        played.steps += 1
        assert_same(back, stood, made)
    played.bursts += 1
    played.deepest = max(played.deepest, len(made))
    return back


def assert_in_turn(state: State, about: object) -> None:
    """The running order is the one that the agenda and the runs give, whichever event came last: which parts
    of a heading run first and last hangs on the runs, and every change of those must look."""
    assert state.order == amended(state, state.agenda).order, about


def assert_same(one: Moment, other: Moment, about: object) -> None:
    """To the field, but for the memory of undo and what the player was told."""
    assert what_matters(one.state) == what_matters(other.state), about
    assert _seen(one) == _seen(other), about


def _seen(here: Moment) -> Snapshot:
    shown = here.picture
    return replace(shown, seq=0, undoable=None, redoable=None, sound=replace(shown.sound, calls=()))


def assert_like(one: Moment, other: Moment, about: object) -> None:
    """To the field, but for what the clock wrote of a moment that one of them had at another time.

    An auto cue may have been missed, or have gone at another second: no undo plays it late. When a hand was
    told to stand by may differ too; that it was told does not.
    """
    assert _likened(one.state) == _likened(other.state), about


def _likened(state: State) -> State:
    state = what_matters(state)
    cues = {cue_id: _like(record) for cue_id, record in state.cues.items()}
    return replace(state, cues={key: record for key, record in cues.items() if record != CueRecord()})


def _like(record: CueRecord) -> CueRecord:
    outcome = record.outcome
    by_clock = isinstance(outcome, Gone | Missed) and outcome.by_clock
    if by_clock:
        # when, whether in time, and who had told its hand
        return CueRecord(acked_at=record.acked_at, played_out_at=at("0:00"))
    return replace(record, stood_by_at=record.stood_by_at and at("0:00"))
