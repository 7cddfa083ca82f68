"""The lamp of a cue as every window of a terminal draws it: a shape and a colour, beside its words."""

from __future__ import annotations

from rich.style import Style

from runofshow.core.snapshot import Lamp
from runofshow.tui.colours import Palette

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


def lamp_style(lamp: Lamp, ink: Palette) -> Style:
    """Amber asks for a hand, red for one at once, green waits for GO; what is over or far is quiet."""
    return {
        Lamp.LATER: ink.quiet,
        Lamp.STANDBY: ink.amber,
        Lamp.OVERDUE: ink.red,
        Lamp.READY: ink.green,
        Lamp.FAILED: ink.red,
        Lamp.GONE: ink.quiet,
        Lamp.MISSED: ink.text,
        Lamp.STOOD_DOWN: ink.quiet,
    }[lamp]
