"""Shows with signals, for the tests of show control."""

from __future__ import annotations

from datetime import timedelta, timezone

from runofshow.control.filling import Values, values_of, whole_values
from runofshow.core import commands as c
from runofshow.core.agenda import Agenda
from runofshow.core.signal import Order, Osc, Signal, Trigger
from runofshow.core.signalling import Fired
from runofshow.core.value import replace
from tests.core.shows import Stage, agenda, cue, item

HERE = timezone(timedelta(hours=7))


def signal(
    send: Order, on: Trigger = Trigger.ITEM_STARTED, signal_id: str = "s", item_id: str | None = None
) -> Signal:
    return Signal(signal_id, on, send, item_id=item_id)


def plan(*signals: Signal, title: str = "Khai mạc") -> Agenda:
    """a 10' with the cue q, b 20', c 5'; no names."""
    rows = (item("a", 10, cue("q"), title=title, number="4.2"), item("b", 20), item("c", 5))
    return replace(agenda(*rows), signals=signals)


def values(title: str = "Khai mạc", cue_id: str | None = "q", *, started: bool = True) -> Values:
    """What the item `a` and its cue give, when the item has just started."""
    stage = Stage(plan(title=title), tick=False)
    if started:
        stage.do(c.Start())
    send = Osc("127.0.0.1", 1, "/go")
    picture = stage.picture
    return values_of(whole_values(picture, HERE), picture, Fired(signal(send), stage.now, "a", cue_id), HERE)
