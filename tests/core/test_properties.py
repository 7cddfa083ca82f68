"""What holds for any conference, whatever is asked of it in whatever order, and however time passes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from runofshow.core import commands as c
from runofshow.core import events as e
from runofshow.core import sound_events as s
from runofshow.core.agenda import (
    Action,
    AfterCue,
    Agenda,
    AtStart,
    BeforeEnd,
    Cue,
    GoMode,
    Item,
    Layer,
    OnWord,
    Role,
    Session,
    Track,
    TrackMark,
)
from runofshow.core.ask import name_of
from runofshow.core.commands import UNDOABLE
from runofshow.core.decide import decide
from runofshow.core.evolve import replay
from runofshow.core.history import history
from runofshow.core.picture import take_snapshot
from runofshow.core.refusal import Reason, Refused, Rest
from runofshow.core.running_order import Place, running_order
from runofshow.core.snapshot import CallCue, CallItem, CallSession, ItemState, Phase
from runofshow.core.sound import (
    CALLS_KEPT,
    Deck,
    EndedWhy,
    FadeOrder,
    Fault,
    PanicOrder,
    PlayOrder,
    SoundOrder,
    StopOrder,
)
from runofshow.core.state import State
from runofshow.core.value import replace
from runofshow.core.views.sound import sound_view
from tests.core.shows import Stage, at, heading, minutes, seconds, what_matters

OPENING = at("8:00")

# Agendas

TRACKS = (
    Track("anthem", "Quốc ca", "quoc_ca.mp3", TrackMark.ANTHEM_WITH_WORDS),
    Track("bed", "Nhạc nền", "nen.mp3", loop=True),
    Track("sting", "Nhạc mời lên", "moi.mp3", layer=Layer.STING),
    Track("no file", "Nhạc bế mạc"),
)
TRACK_IDS = ("anthem", *(track.track_id for track in TRACKS), "no such track")


@st.composite
def some_cues(draw: st.DrawFn, item_id: str) -> tuple[Cue, ...]:
    anchors = st.one_of(
        st.sampled_from((0, 5)).map(lambda wait: AfterCue(f"{item_id}.c0", seconds(wait))),
        st.sampled_from((0, 0, 30, 240)).map(lambda after: AtStart(seconds(after))),
        st.sampled_from((0, 20, 90, 600)).map(lambda lead: BeforeEnd(seconds(lead))),
        st.just(OnWord("Chào cờ!")),
    )
    return tuple(
        Cue(
            f"{item_id}.c{number}",
            Role.MUSIC,
            draw(st.sampled_from((Action.PLAY, Action.PLAY, Action.FADE, Action.STOP, Action.DO))),
            "Lệnh",
            draw(anchors),
            draw(st.none() | st.sampled_from(TRACK_IDS)),
            standby_lead=seconds(draw(st.sampled_from((0, 60)))),
            go=draw(st.sampled_from(GoMode)),
        )
        for number in range(draw(st.integers(0, 2)))
    )


@st.composite
def leaves(draw: st.DrawFn, item_id: str) -> Item:
    moment = st.none() | st.integers(-10, 90).map(lambda minute: OPENING + minutes(minute))
    return Item(
        item_id,
        item_id,
        f"Mục {item_id}",
        "vote",
        minutes(draw(st.sampled_from((1, 5, 10)))),
        protected=draw(st.booleans()),
        fixed_start=draw(st.none() | moment),
        until=draw(st.none() | st.none() | moment),
        cues=draw(some_cues(item_id)),
    )


@st.composite
def items(draw: st.DrawFn, item_id: str) -> Item:
    parts = [draw(leaves(f"{item_id}.{number + 1}")) for number in range(draw(st.sampled_from((0, 0, 1, 3))))]
    return heading(item_id, *parts, cues=draw(some_cues(item_id))) if parts else draw(leaves(item_id))


@st.composite
def agendas(draw: st.DrawFn) -> Agenda:
    sessions: list[Session] = []
    for number in range(draw(st.integers(1, 2))):
        session_id = f"s{number + 1}"
        start = OPENING + minutes(40 * number)
        rows = [draw(items(f"{session_id}m{row + 1}")) for row in range(draw(st.integers(1, 4)))]
        hard_out = draw(st.none() | st.just(start + minutes(60)))
        sessions.append(Session(session_id, f"Buổi {number}", start, hard_out=hard_out, items=tuple(rows)))
    return Agenda("Hội nghị", tuple(sessions), tracks=TRACKS)


# What is asked


@dataclass(frozen=True)
class Sleep:
    """Time passes with a tick only at its end."""

    length: timedelta


@dataclass(frozen=True)
class Ask:
    """An order by kind; `pick` and `other` choose its item, cue, track ... out of those that the show has."""

    kind: str
    pick: int
    other: int
    length: timedelta


KINDS = (
    *("go", "advance", "tick") * 4,
    *(
        "hold",
        "resume",
        "add_time",
        "standby",
        "ack",
        "undo",
        "redo",
        "back",
        "jump",
        "skip",
        "unskip",
        "move",
        "edit",
    )
    * 2,
    *(
        "start",
        "go_cue",
        "insert",
        "backdate",
        "vote",
        "note",
        "message",
        "end",
        "report_clock",
        "correct_clock",
    ),
    *("play", "fade", "stop", "panic", "arm", "dismiss", "signal"),
    *("armed", "began", "ended") * 2,
    *("came", "went", "fading", "cleared", "failed", "measured"),
)

LENGTHS = st.sampled_from((-1500, -300, -60, -20, 20, 60, 300, 1500)).map(seconds)

SOUND_KINDS = (
    *("go", "go_cue", "began") * 4,
    *("undo", "redo", "play", "fade", "stop", "panic", "armed", "ended") * 2,
    *("advance", "jump", "back", "skip", "arm", "came", "went", "fading", "cleared", "correct_clock"),
)
"""For what seldom meets by chance: an anthem that sounds, and an order that would silence it."""


def steps_of(kinds: tuple[str, ...], fewest: int = 0) -> st.SearchStrategy[list[Sleep | Ask]]:
    asks = st.builds(Ask, st.sampled_from(kinds), st.integers(0, 30), st.integers(0, 30), LENGTHS)
    sleeps = st.sampled_from((0.25, 1, 1, 20, 60, 240, 3600)).map(lambda length: Sleep(seconds(length)))
    return st.lists(st.one_of(sleeps, asks, asks), min_size=fewest, max_size=fewest + 30)


STEPS = steps_of(KINDS)


def command(stage: Stage, ask: Ask) -> c.Command:
    rows, cues = list(stage.state.order.places), [*stage.state.order.cues, "no such cue"]
    item_id, other = rows[ask.pick % len(rows)], [*rows, None][ask.other % (len(rows) + 1)]
    cue_id = cues[ask.pick % len(cues)]
    track_id, sure = TRACK_IDS[ask.other % len(TRACK_IDS)], bool(ask.pick % 2)
    any_track = track_id if ask.pick % 3 else None
    choice: dict[str, c.Command] = {
        "go": c.Go(sure=sure),
        "go_cue": c.Go(cue_id, sure),
        "advance": c.Advance(sure),
        "start": c.Start(sure=True),
        "hold": c.Hold(),
        "resume": c.Resume(),
        "add_time": c.AddTime(ask.length, None if ask.other % 2 else item_id),
        "standby": c.StandBy(cue_id if ask.other % 2 else None),
        "ack": c.Acknowledge(cue_id),
        "undo": c.Undo(sure),
        "redo": c.Redo(sure),
        "back": c.Back(sure),
        "jump": c.Jump(item_id, (None, *Rest)[ask.other % 3]),
        "skip": c.Skip(item_id, sure=bool(ask.other % 2)),
        "unskip": c.Unskip(item_id),
        "move": c.Move(item_id, other),
        "edit": c.Edit(
            item_id, title=f"Khác {ask.other}", duration=abs(ask.length) if ask.other % 2 else None
        ),
        "insert": c.Insert(other, "Tặng hoa", abs(ask.length)),
        "backdate": c.Backdate(item_id, ask.length),
        "vote": c.CountVote(item_id if ask.pick % 2 else None, (None, 0, 148)[ask.other % 3], 2),
        "note": c.TakeNote("Ghi"),
        "message": c.SendMessage(Role.MC, "Nhắn"),
        "end": c.End(sure),
        "tick": c.Tick(),
        "report_clock": c.ReportClock(c.ClockFault.SLEPT, ask.length),
        "correct_clock": c.CorrectClock(ask.length),
        "play": c.PlayTrack(track_id, sure),
        "fade": c.FadeSound(ask.length, any_track, sure),
        "stop": c.StopSound(any_track, sure),
        "panic": c.Panic(bool(ask.other % 2), sure),
        "arm": c.Arm(cue_id),
        "dismiss": c.DismissAlarms(),
        "signal": c.ReportSignal(s.SignalFailed("den", "timed out", 3, OPENING)),
    }
    return choice[ask.kind] if ask.kind in choice else c.ReportSound(news(stage, ask))


def news(stage: Stage, ask: Ask) -> s.SoundNews:
    """What a player tells; of a cue and its track, or of a track by hand."""
    cue_id, track_id = None, TRACK_IDS[ask.pick % len(TRACK_IDS)]
    played = [(cue.cue_id, cue.track_id) for cue, _ in stage.state.order.cues.values() if cue.track_id]
    if played and ask.other % 4:
        cue_id, track_id = played[ask.pick % len(played)]
    deck, where = (Deck.A, Deck.B)[ask.other % 2], ("console", "console", "music", "lobby")[ask.pick % 4]
    length = abs(ask.length) if ask.pick % 2 else None
    told: dict[str, s.SoundNews] = {
        "came": s.PlayerCame(where, OPENING),
        "went": s.PlayerWent(where, "died" if ask.other % 2 else "left", OPENING),
        "armed": s.TrackArmed(deck, track_id, cue_id, length, OPENING),
        "began": s.TrackBegan(deck, track_id, cue_id, length, seconds(ask.other % 2), OPENING),
        "ended": s.TrackEnded(deck, track_id, cue_id, (*EndedWhy, EndedWhy.END)[ask.other % 7], OPENING),
        "fading": s.TrackFading(deck, OPENING + seconds(ask.other), OPENING),
        "cleared": s.DeckCleared(deck, OPENING, track_id if ask.pick % 5 else None, cue_id),
        "failed": s.TrackFailed(track_id, cue_id, list(Fault)[ask.other % len(Fault)], "", OPENING),
        "measured": s.TrackMeasured(track_id, "ab" * 32, length, None, OPENING),
    }
    return told[ask.kind]


def teller(stage: Stage, asked: c.Command) -> str:
    """Who gives the order: news come from the player that has the place, all else from the caller."""
    if not isinstance(asked, c.ReportSound):
        return "caller"
    return "music" if stage.state.sound.player == "music" else "player"


def step(stage: Stage, what: Sleep | Ask) -> None:
    if isinstance(what, Sleep):
        stage.sleep(what.length)
    else:
        asked = command(stage, what)
        stage.ask(asked, teller(stage, asked))


@st.composite
def shows(draw: st.DrawFn) -> Stage:
    """A stage on which anything may have happened."""
    stage = Stage(
        draw(agendas()), floating=draw(st.booleans()), speed=draw(st.sampled_from((1.0, 1.0, 10.0)))
    )
    if draw(st.booleans()):
        stage.do(c.ReportSound(s.PlayerCame("console", OPENING)), by="player")
    for what in draw(STEPS):
        step(stage, what)
    return stage


# What holds after every step


@given(plan=agendas(), floating=st.booleans(), steps=STEPS)
def test_whatever_is_asked_the_picture_is_sound(
    plan: Agenda, floating: bool, steps: list[Sleep | Ask]
) -> None:
    stage = Stage(plan, floating=floating)
    for what in steps:
        step(stage, what)
        assert_sound(stage)


def assert_sound(stage: Stage) -> None:
    state, picture = stage.state, stage.picture
    leaves = [row for row in picture.rows if not row.is_heading]

    # the numbers agree with each other
    session = picture.session
    assert picture.over_under == session.expected_end - session.planned_end
    assert picture.slack == (None if session.hard_out is None else session.hard_out - session.expected_end)
    for row in picture.rows:
        known = row.expected_start is not None and row.planned_start is not None
        assert (row.late_by is not None) == known
        if row.expected_start and row.planned_start:
            assert row.late_by == row.expected_start - row.planned_start
        assert (row.state is ItemState.SKIPPED) <= (row.expected_start is None)
        assert row.wait >= timedelta()

    # what runs is one leaf or none, and no two ran at once
    running = [row for row in leaves if row.state is ItemState.RUNNING]
    assert [row.item_id for row in running] == ([state.current_id] if state.current_id else [])
    assert (picture.current is not None) == bool(running)
    assert (picture.held_since is not None) == (picture.phase is Phase.HELD)
    runs = sorted((row.actual_start, row.actual_end or stage.now) for row in leaves if row.actual_start)
    assert all(start <= end for start, end in runs)
    assert all(end <= start for (_, end), (start, _) in pairwise(runs))
    if picture.current:
        current = picture.current
        assert min(current.elapsed, current.remaining, current.overrun, current.held_for) >= timedelta()
        assert not (current.remaining and current.overrun)

    # what is to come follows what runs, back to back and in order
    order = sorted(
        (row.expected_start, row.expected_end)
        for row in leaves
        if row.state is ItemState.UPCOMING and row.expected_start and row.expected_end
    )
    if picture.phase is not Phase.ENDED and order:
        cursor = running[0].expected_end if running else stage.now
        for start, end in order:
            assert cursor is not None
            assert cursor <= start <= end
            cursor = end
        assert picture.next is not None
        assert picture.next.expected_start == order[0][0]
    assert [row.item_id for row in picture.rows if row.is_next] == (
        [picture.next.item_id] if picture.next else []
    )

    # protection holds
    for place in state.order.leaves:
        item = place.item
        if item.protected and item.item_id in state.planned:
            planned = next(
                p.item for p in _plan_leaves(state.opened.agenda) if p.item.item_id == item.item_id
            )
            # what ends at its hour has no length to keep: it may have begun close to that, or behind it
            length = planned.duration if planned.until is None else minutes(0)
            assert item.duration + state.run(item.item_id).added >= length

    # the record has no gap
    assert [entry.seq for entry in stage.entries] == list(range(1, len(stage.entries) + 1))
    assert picture.seq == len(stage.entries)


def _plan_leaves(plan: Agenda) -> tuple[Place, ...]:
    return running_order(plan).leaves


@given(stage=shows(), later=st.sampled_from((0, 0.1, 59, 3600, 10**6)).map(seconds))
def test_a_picture_can_be_taken_at_any_later_moment(stage: Stage, later: timedelta) -> None:
    picture = take_snapshot(stage.state, stage.now + later)
    assert picture.now == stage.now + later


@given(stage=shows())
def test_a_replayed_record_is_the_live_show(stage: Stage) -> None:
    again = replay(stage.entries)
    assert again == stage.state
    assert take_snapshot(again, stage.now) == stage.picture


@given(stage=shows())
def test_a_tick_writes_each_fact_once(stage: Stage) -> None:
    stage.tick()
    assert stage.tick() == ()


@given(stage=shows())
def test_a_record_always_has_a_history(stage: Stage) -> None:
    told = history(stage.entries)
    assert len(told.items) == len(stage.picture.rows)
    assert all(item.actual is None or item.actual >= item.held for item in told.items)
    assert all(pause.until is None or pause.until >= pause.since for pause in told.pauses)


@given(stage=shows())
def test_no_cue_goes_twice_unless_it_was_recalled(stage: Stage) -> None:
    out: Counter[str] = Counter()
    carried = {row.cue_id: row.item_id for row in stage.picture.cues}
    for entry in stage.entries:
        for event in entry.events:
            match event:
                case e.CueGone(cue_id):
                    out[cue_id] += 1
                    assert out[cue_id] == 1, (cue_id, carried)
                case e.CueRecalled(cue_id):
                    out[cue_id] = 0
                case e.ItemReturned():
                    # its cues come again with it
                    out.clear()
                case _:
                    pass


QUESTIONS = (Reason.EARLY, Reason.FAR_START, Reason.UNPLAYED, Reason.SOUNDING)


@given(stage=shows())
def test_go_does_what_the_picture_says(stage: Stage) -> None:
    stage.sleep(seconds(7))
    said = stage.picture.next_call
    answer = decide(stage.state, c.Go(), stage.now)
    if isinstance(said, CallCue) and answer == Refused(Reason.ANTHEM, said.cue.cue_id):
        assert stage.picture.sound.anthem
        answer = decide(stage.state, c.Go(sure=True), stage.now)
    if isinstance(answer, Refused) and answer.reason in QUESTIONS:
        answer = decide(stage.state, c.Go(sure=True), stage.now)
    match said:
        case CallCue(row):
            assert answer == (e.CueGone(row.cue_id, stage.now),)
        case CallItem(row):
            assert isinstance(answer, tuple)
            assert answer[-1] == e.ItemStarted(row.item_id, stage.now)
        case CallSession():
            assert isinstance(answer, tuple)
            assert answer[-1] == e.ItemEnded(stage.state.current_id or "", stage.now)
        case None:
            assert answer in (Refused(Reason.LAST_ITEM), Refused(Reason.ENDED))


@given(
    stage=shows(), ask=st.builds(Ask, st.sampled_from(KINDS), st.integers(0, 30), st.integers(0, 30), LENGTHS)
)
def test_undo_takes_a_call_back_wholly(stage: Stage, ask: Ask) -> None:
    stage.sleep(seconds(7))
    stage.ticks_by_itself = False
    stage.sleep(seconds(0.1))
    before = stage.state
    order = command(stage, ask)
    if name_of(order) not in UNDOABLE or isinstance(stage.ask(order), Refused):
        return
    stage.do(c.Undo(sure=True))
    assert what_matters(stage.state) == what_matters(before)
    assert stage.state.calls == before.calls


@settings(max_examples=50)
@given(stage=shows())
def test_all_that_can_be_undone_leads_back_to_the_opened_agenda(stage: Stage) -> None:
    if any(isinstance(event, e.ClockCorrected) for entry in stage.entries for event in entry.events):
        return
    stage.ticks_by_itself = False
    while stage.state.calls:
        stage.do(c.Undo(sure=True))
    state = stage.state
    assert (state.agenda, state.plan) == (state.opened.agenda, state.opened.agenda)
    assert not state.started
    assert (state.current_id, state.chosen_id, state.held_since, state.ended_at) == (None, None, None, None)
    assert all(run == type(run)() for run in state.runs.values())


# Sound


@given(plan=agendas(), steps=steps_of(SOUND_KINDS, fewest=10))
def test_whatever_happens_the_player_is_told_in_order_and_the_anthem_sounds_on(
    plan: Agenda, steps: list[Sleep | Ask]
) -> None:
    stage = Stage(plan).at("8:00")
    stage.do(c.ReportSound(s.PlayerCame("console", OPENING)), c.Start(sure=True), by="player")
    stage.sleep(seconds(1))
    for what in steps:
        sure = isinstance(what, Ask) and bool(getattr(command(stage, what), "sure", False))
        before, told = stage.state, len(stage.entries)
        step(stage, what)
        after = stage.state.sound
        newest = before.sound.calls[-1].number if before.sound.calls else 0
        fresh = [call for call in after.calls if call.number > newest]
        last = newest + len(fresh)
        kept = list(range(max(last - CALLS_KEPT, 0) + 1, last + 1))
        assert [call.number for call in after.calls] == kept
        events = [event for entry in stage.entries[told:] for event in entry.events]
        if not any(isinstance(event, s.SoundNews | e.ClockCorrected) for event in events):
            assert after.decks == before.sound.decks, "a call makes no sound"
            assert sure or not any(_cuts(before, call.order) for call in fresh)
        _assert_decks(stage)


def _cuts(before: State, order: SoundOrder) -> bool:
    """Whether an anthem that sounded `before` is cut short."""
    if "anthem" not in [deck.track_id for deck in before.sound.sounding()]:
        return False
    match order:
        case FadeOrder("anthem", _, str(cue_id)):
            return any((one.track_id, one.cue_id) == ("anthem", cue_id) for one in before.sound.sounding())
        case PanicOrder() | FadeOrder(None | "anthem") | StopOrder(None | "anthem"):
            return True
        case PlayOrder(track_id):
            return track_id != "sting"
        case _:
            return False


def _assert_decks(stage: Stage) -> None:
    sound = stage.picture.sound
    if sound.player is None:
        assert stage.state.sound.decks == {}
    for deck in sound.decks:
        assert deck.elapsed >= timedelta()
        assert deck.remaining is None or deck.remaining >= timedelta()
    for row in stage.picture.cues:
        if row.armed:
            assert row.cue_id in [deck.what.cue_id for deck in sound.decks if deck.what is not None]
    assert len(sound.coming) <= 3
    for row in sound.coming:
        assert (row.do, row.gone_at) == (Action.PLAY, None)
    starts = {row.item_id: row.expected_start for row in stage.picture.rows}
    order = [starts[row.item_id] or OPENING for row in sound.coming]
    assert order == sorted(order)


@given(stage=shows(), later=st.sampled_from((0, 0.1, 59, 3600, 10**6)).map(seconds))
def test_the_sound_as_json_changes_by_news_and_not_by_time(stage: Stage, later: timedelta) -> None:
    before, then = sound_view(stage.picture.sound, UTC), stage.now + later
    # when what a hand plays is over nobody tells: its length does
    heard = tuple(one for one in before.heard if one.deck or one.ends_at is None or one.ends_at > then)
    after = sound_view(take_snapshot(stage.state, then).sound, UTC)
    # what is armed next follows the forecast, and that moves with the clock while nothing is called
    assert after == replace(before, heard=heard, coming=after.coming)
