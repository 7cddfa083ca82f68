"""The lamp of a cue as every window of a terminal draws it: a shape and a colour, beside its words."""

from __future__ import annotations

from rich.style import Style

from runofshow.core.snapshot import CueRow, Lamp
from runofshow.tui.pen import Pen

SHAPES = {
    Lamp.LATER: "○",
    Lamp.STANDBY: "◐",
    Lamp.OVERDUE: "◐",
    Lamp.READY: "●",
    Lamp.FAILED: "✗",
    Lamp.GONE: "▶",
    Lamp.MISSED: "✗",
    Lamp.STOOD_DOWN: "–",
}


def shape(cue: CueRow) -> str:
    """The shape of its lamp."""
    return SHAPES[cue.lamp]


def style(cue: CueRow, pen: Pen) -> Style:
    """Amber asks for a hand, red for one at once, green waits for GO; what is over or far is quiet."""
    ink = pen.ink
    return {
        Lamp.LATER: ink.quiet,
        Lamp.STANDBY: ink.amber,
        Lamp.OVERDUE: ink.red,
        Lamp.READY: ink.green,
        Lamp.FAILED: ink.red,
        Lamp.GONE: ink.quiet,
        Lamp.MISSED: ink.text,
        Lamp.STOOD_DOWN: ink.quiet,
    }[cue.lamp]
