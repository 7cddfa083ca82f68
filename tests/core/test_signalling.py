"""What sets a signal off, and what does not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from runofshow.core import commands as c
from runofshow.core.agenda import Action, Agenda, AtStart, BeforeEnd, GoMode
from runofshow.core.refusal import Refused
from runofshow.core.signal import PLACEHOLDER, Http, Osc, Signal, Trigger, texts_of, value_name
from runofshow.core.signalling import Fired, signals_of
from runofshow.core.state import item_meant
from runofshow.core.value import replace
from tests.core.shows import Stage, agenda, cue, heading, item, minutes, seconds

SEND = Osc("127.0.0.1", 53000, "/go")


def signal(signal_id: str, on: Trigger, **more: str) -> Signal:
    return Signal(signal_id, on, SEND, **more)


def with_signals(plan: Agenda, *signals: Signal) -> Agenda:
    return replace(plan, signals=signals)


EVERY = tuple(signal(trigger.value, trigger) for trigger in Trigger)


def set_off(stage: Stage, command: c.Command) -> list[Fired]:
    """What the order and the tick behind it set off."""
    known = len(stage.entries)
    assert not isinstance(stage.ask(command), Refused), command
    return [fired for entry in stage.entries[known:] for fired in signals_of(stage.state, entry)]


def named(fired: list[Fired]) -> list[tuple[str, str | None, str | None]]:
    return [(one.signal.signal_id, one.item_id, one.cue_id) for one in fired]


def plan() -> Agenda:
    """a 10' with the cue q at its start, b 20' of two parts b1 and b2 with the cue r at the heading's end."""
    return agenda(
        item("a", 10, cue("q")),
        heading("b", item("b1", 10), item("b2", 10), cues=(cue("r", BeforeEnd(minutes(1))),)),
        item("c", 5),
    )


def test_the_first_start_is_the_start_of_the_show_and_no_other_is() -> None:
    stage = Stage(with_signals(plan(), *EVERY))
    assert named(set_off(stage, c.Start()))[:2] == [("show_started", "a", None), ("item_started", "a", None)]
    stage.sleep(minutes(1))
    ids = [fired.signal.signal_id for fired in set_off(stage, c.Advance())]
    assert "show_started" not in ids
    assert [one for one in ids if one.startswith("item")] == ["item_ended", "item_started"]


def test_every_trigger_is_set_off_by_its_moment_with_the_item_and_the_cue() -> None:
    stage = Stage(with_signals(plan(), *EVERY))
    stage.do(c.Start())
    assert named(set_off(stage, c.Go("q"))) == [("cue_gone", "a", "q")]
    assert named(set_off(stage, c.Hold())) == [("held", "a", None)]
    assert named(set_off(stage, c.Resume())) == [("resumed", "a", None)]
    stage.sleep(minutes(10) + seconds(1))
    assert named([one for entry in stage.entries[-1:] for one in signals_of(stage.state, entry)]) == [
        ("overrun", "a", None)
    ]
    stage.do(c.Advance())
    stage.sleep(minutes(10))
    stage.do(c.Advance())
    assert named(set_off(stage, c.StandBy("r"))) == [("cue_standby", "b2", "r")]
    stage.sleep(minutes(9.5))
    assert named(set_off(stage, c.Advance())) == [
        ("cue_missed", "b2", "r"),
        ("item_ended", "b2", None),
        ("item_started", "c", None),
    ]
    assert named(set_off(stage, c.End())) == [("item_ended", "c", None), ("show_ended", None, None)]


def test_an_auto_cue_that_the_clock_calls_sets_off_its_signal() -> None:
    auto = cue("q", AtStart(minutes(1)), go=GoMode.AUTO, do=Action.DO)
    stage = Stage(with_signals(agenda(item("a", 10, auto)), signal("s", Trigger.CUE_GONE, cue_id="q")))
    stage.do(c.Start())
    stage.watch(minutes(2))
    fired = [one for entry in stage.entries for one in signals_of(stage.state, entry)]
    assert named(fired) == [("s", "a", "q")]


def test_advancing_out_of_a_hold_resumes_the_item_that_is_left() -> None:
    stage = Stage(with_signals(plan(), *EVERY))
    stage.do(c.Start(), c.Hold())
    stage.sleep(minutes(1))
    assert ("resumed", "a", None) in named(set_off(stage, c.Advance()))


def test_item_kind_and_cue_narrow_a_signal_down_and_a_heading_stands_for_its_parts() -> None:
    two = plan()
    first, heading_row, last = two.sessions[0].items
    spoken = replace(
        two.sessions[0], items=(replace(first, kind="award", also=("photo",)), heading_row, last)
    )
    stage = Stage(
        with_signals(
            replace(two, sessions=(spoken,)),
            signal("heading", Trigger.ITEM_STARTED, item_id="b"),
            signal("part", Trigger.ITEM_STARTED, item_id="b2"),
            signal("kind", Trigger.ITEM_STARTED, kind="award"),
            signal("also", Trigger.ITEM_STARTED, kind="photo"),
            signal("both", Trigger.ITEM_STARTED, item_id="b", kind="award"),
            signal("cue", Trigger.CUE_GONE, cue_id="q", item_id="a"),
            signal("other cue", Trigger.CUE_GONE, cue_id="r"),
            signal("unknown", Trigger.ITEM_STARTED, item_id="nowhere"),
            signal("end", Trigger.SHOW_ENDED, item_id="c"),
        )
    )
    assert named(set_off(stage, c.Start())) == [("kind", "a", None), ("also", "a", None)]
    assert named(set_off(stage, c.Go("q"))) == [("cue", "a", "q")]
    stage.sleep(minutes(1))
    assert named(set_off(stage, c.Advance())) == [("heading", "b1", None)]
    stage.sleep(minutes(1))
    assert named(set_off(stage, c.Advance())) == [("part", "b2", None)]
    assert set_off(stage, c.End()) == []


def test_a_cue_of_a_heading_whose_parts_are_all_skipped_is_the_headings_own() -> None:
    stage = Stage(with_signals(plan(), signal("s", Trigger.CUE_GONE, item_id="b")))
    stage.do(c.Start(), c.Skip("b1"), c.Skip("b2"))
    assert named(set_off(stage, c.Go("r"))) == [("s", "b", "r")]


def test_what_is_taken_back_sets_off_nothing_and_the_next_call_does_again() -> None:
    stage = Stage(with_signals(plan(), *EVERY), tick=False)
    stage.do(c.Start())
    assert set_off(stage, c.Undo()) == []
    stage.sleep(minutes(1))
    assert named(set_off(stage, c.Start())) == [("show_started", "a", None), ("item_started", "a", None)]
    stage.do(c.Hold())
    assert set_off(stage, c.Undo()) == []
    stage.do(c.Go("q"))
    assert set_off(stage, c.Undo()) == []
    assert named(set_off(stage, c.Go("q"))) == [("cue_gone", "a", "q")]


def test_going_back_starts_nothing() -> None:
    stage = Stage(with_signals(plan(), *EVERY), tick=False)
    stage.do(c.Start())
    stage.sleep(minutes(1))
    stage.do(c.Advance())
    assert set_off(stage, c.Back()) == []


def test_what_is_only_written_down_sets_off_nothing() -> None:
    stage = Stage(with_signals(plan(), *EVERY), tick=False)
    stage.do(c.Start())
    assert set_off(stage, c.TakeNote("mất điện")) == []
    assert set_off(stage, c.AddTime(minutes(1))) == []


def test_a_show_without_signals_sets_off_nothing() -> None:
    assert set_off(Stage(plan()), c.Start()) == []


ORDERS = st.sampled_from(
    [
        c.Go(),
        c.Advance(),
        c.Hold(),
        c.Resume(),
        c.Back(),
        c.Undo(),
        c.Skip("b1"),
        c.Go("q"),
        c.StandBy(),
        c.End(),
    ]
)


@given(st.lists(st.tuples(ORDERS, st.integers(0, 900)), max_size=20))
def test_a_signal_for_all_goes_once_for_each_such_event_of_a_call_that_stands(
    calls: list[tuple[c.Command, int]],
) -> None:
    stage = Stage(with_signals(plan(), *EVERY))
    news = {
        "item_started": "item_started",
        "item_ended": "item_ended",
        "overrun_began": "overrun",
        "held": "held",
        "resumed": "resumed",
        "cue_stood_by": "cue_standby",
        "cue_gone": "cue_gone",
        "cue_missed": "cue_missed",
        "show_ended": "show_ended",
    }
    for command, wait in calls:
        known = len(stage.entries)
        stage.ask(command)
        for entry in stage.entries[known:]:
            names = [str(one.__struct_config__.tag) for one in entry.events]
            wanted = [] if entry.do == "undo" else [news[name] for name in names if name in news]
            ids = [fired.signal.signal_id for fired in signals_of(stage.state, entry)]
            assert [one for one in ids if one != "show_started"] == wanted
        stage.sleep(seconds(wait))


def test_every_text_in_which_a_value_may_stand_is_looked_through() -> None:
    osc = Osc("127.0.0.1", 53000, "/cue/{item.number}", (1, "{item.title}", 2.5))
    http = Http("http://127.0.0.1/{item.id}", "POST", "{item.by}", (("X-Item", "{item.number:int}"),))
    assert texts_of(osc) == ("/cue/{item.number}", "{item.title}")
    assert texts_of(http) == ("http://127.0.0.1/{item.id}", "{item.by}", "{item.number:int}")
    assert [value_name(named) for named in PLACEHOLDER.findall("".join(texts_of(http)))] == [
        "item.id",
        "item.by",
        "item.number",
    ]


def test_gear_names_an_item_by_its_number_where_one_alone_bears_it() -> None:
    plan = agenda(item("a", 10, number="1"), item("b", 20, number="2"), item("c", 5, number="2"))
    state = Stage(plan).state
    assert [item_meant(state, said) for said in ("a", "1", "2", "9")] == ["a", "a", "2", "9"]
