"""Show control: what the console tells other gear, and when.

A *signal* is one message to gear that the hall already has: a playback program, a button controller, a
camera mixer, or a piece of gear that the plan names (gear.py, gear_orders.py). It hangs on what happens in
the show, so the same signal goes by hand, by clock and by phone.
In addresses, arguments, paths and bodies, `{current.title}` stands for the value of the snapshot under that
name as programs read it (views/fields.py); `{item.title}` and `{cue.text}` for a value of what set it off.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import assert_never

from msgspec import Struct

from runofshow.core.gear_orders import GearOrder, ToLights, ToMidi, ToObs, ToProjector


class Trigger(StrEnum):
    """What in the show sets a signal off."""

    SHOW_STARTED = "show_started"
    ITEM_STARTED = "item_started"
    ITEM_ENDED = "item_ended"
    OVERRUN = "overrun"
    HELD = "held"
    RESUMED = "resumed"
    CUE_STANDBY = "cue_standby"
    CUE_GONE = "cue_gone"
    CUE_MISSED = "cue_missed"
    SHOW_ENDED = "show_ended"


class Osc(Struct, frozen=True, tag_field="by", tag="osc"):
    """One Open Sound Control message over UDP. Nothing tells whether it arrived."""

    host: str
    port: int
    address: str
    """As the receiver names it: `/cue/{next.number}/start`."""
    args: tuple[str | int | float | bool, ...] = ()


class Http(Struct, frozen=True, tag_field="by", tag="http"):
    """One HTTP request. An answer from 200 to 299 says that it was taken; only `expect` and `expect_not` tell
    from its words whether it was done, since some gear answers 200 with a fault inside."""

    url: str
    method: str = "POST"
    body: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    expect: str = ""
    """Words that the answer must have, whatever their case; empty asks for none."""
    expect_not: str = ""
    """Words that it must not have."""


Order = Osc | Http | GearOrder
"""What goes out: a message to whoever is meant by its address, or an order to a piece of gear of the plan."""


class Signal(Struct, frozen=True):
    """One message at one kind of moment; item, kind and cue narrow it down, None lets all through."""

    signal_id: str
    on: Trigger
    send: Order
    title: str = ""
    item_id: str | None = None
    """A heading stands for its parts."""
    kind: str | None = None
    cue_id: str | None = None


PLACEHOLDER = re.compile(r"\{([\w.][\w. ]{0,59}(?::(?:int|float))?)\}")
"""A value by its name, and behind a colon as what kind of number it goes: `{item.number:int}`. JSON in a body
does not look like it: its braces hold quotes, spaces or nothing."""


def value_name(named: str) -> str:
    """The name alone of what stands between the braces: `item.number` of `item.number:int`."""
    return named.partition(":")[0]


def texts_of(send: Order) -> tuple[str, ...]:
    """Every text of a message in which values may stand."""
    match send:
        case Osc(_, _, address, args):
            return (address, *(arg for arg in args if isinstance(arg, str)))
        case Http(url, _, body, headers):
            return (url, body, *(text for _, text in headers))
        case ToProjector() | ToLights() | ToObs() | ToMidi():
            return ()
    assert_never(send)
