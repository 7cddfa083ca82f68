"""What a call keeps of the show, so that it can be taken back: what it changed, and no more."""

from __future__ import annotations

import tracemalloc

from runofshow.core import commands as c
from runofshow.core import events as e
from runofshow.core.agenda import Agenda, OnWord
from runofshow.core.evolve import apply
from runofshow.core.record import UNDO_DEPTH
from runofshow.core.state import State
from runofshow.core.value import replace
from tests.core.shows import SECOND, Stage, agenda, at, cue, four_items, item, opened


def many_cues(count: int) -> Agenda:
    return agenda(item("a", 600, *(cue(f"c{number}", OnWord("Mời!")) for number in range(count))))


def kept_kb(cues: int) -> float:
    """What 200 cues called and answered, one after the other, leave in memory in a show of so many cues."""
    now = at("8:00")
    state: State = apply(None, e.Entry(1, now, "caller", "open", (opened(many_cues(cues), now),)))
    state = apply(state, e.Entry(2, now, "caller", "start", (e.ItemStarted("a", now),)))
    tracemalloc.start()
    try:
        for number in range(UNDO_DEPTH):
            now, called = now + SECOND, f"c{number % cues}"
            for do, event in (
                ("go", e.CueGone(called, now, auto=False)),
                ("ack", e.CueAcknowledged(called, now, "mc")),
            ):
                state = apply(state, e.Entry(state.seq + 1, now, "caller", do, (event,)))
        return tracemalloc.get_traced_memory()[0] / 1024
    finally:
        tracemalloc.stop()


def test_a_call_keeps_what_it_changed_and_not_every_cue_of_the_show() -> None:
    # 230 and 240; were the show kept before and after each call, 570 and 1,390
    few, many = kept_kb(cues=40), kept_kb(cues=800)
    assert few < 400
    assert many < 400


def test_what_changed_the_agenda_and_was_no_call_stays_when_the_call_before_it_is_taken_back() -> None:
    """Another program's record may change an agenda by an order that is not known here."""
    stage = Stage(four_items(), tick=False).at("8:00")
    stage.do(c.Skip("c"))
    was = stage.state.order.places["d"].item
    news = e.ItemEdited(replace(was, title="Bế mạc"), was)
    entry = e.Entry(stage.state.seq + 1, stage.now, "caller", "rename", (news,))
    stage.state = apply(stage.state, entry)
    stage.do(c.Undo())
    titles = [place.item.title for place in stage.state.order.leaves]
    assert titles == ["Mục a", "Mục b", "Mục c", "Bế mạc"]
    assert not stage.state.run("c").skipped
