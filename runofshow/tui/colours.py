"""The few colours of the console, for dark and light grounds.

Colour only where a hand is needed, and never alone: a word and a shape go with it. Every ink is told by
weight or reversal too, so that 16 colours and no colours at all lose nothing.
"""

from __future__ import annotations

from msgspec import Struct
from rich.style import Style
from textual.theme import Theme

from runofshow.core.value import replace


class Palette(Struct, frozen=True):
    """What a mark means, and how it looks."""

    text: Style
    strong: Style
    quiet: Style
    accent: Style
    """What runs now; nothing else."""
    amber: Style
    """A hand is needed soon."""
    green: Style
    """Ready; GO."""
    red: Style
    """Overrun, an alarm, an answer that is overdue; nothing else."""
    rule: Style
    header: Style
    """The band at the top."""
    rehearsal: Style
    """The same band in a rehearsal, so that the two can never be mistaken."""
    alarm: Style
    call: Style
    """The band that says what space will do."""
    keycap: Style
    go: Style
    """The key when a cue is ready to go."""
    standby: Style
    """The light of a hand that is told to stand by."""
    running: Style
    """Beneath the running row."""
    cursor: Style
    heading: Style
    struck: Style
    """Skipped."""


def in_a_rite(ink: Palette) -> Palette:
    """The same while a protected item runs, for who sits before the guests: nothing is red and no band is
    bright; the words and shapes say what there is to say."""
    bold = Style(bold=True)
    return replace(
        ink,
        red=ink.strong,
        alarm=ink.header + bold,
        standby=ink.header + ink.amber,
        go=ink.header + ink.green,
    )


DARK = Palette(
    text=Style.parse("#d9dee4"),
    strong=Style.parse("bold #ffffff"),
    quiet=Style.parse("#8a94a0"),
    accent=Style.parse("bold #6cb6ff"),
    amber=Style.parse("bold #ffb020"),
    green=Style.parse("bold #4ade80"),
    red=Style.parse("bold #ff6b6b"),
    rule=Style.parse("#3a424c"),
    header=Style.parse("#d9dee4 on #1d232b"),
    rehearsal=Style.parse("bold #ffffff on #7a2fbf"),
    alarm=Style.parse("bold #ffffff on #b3141f"),
    call=Style.parse("#ffffff on #22303f"),
    keycap=Style.parse("bold #0d1117 on #d9dee4"),
    go=Style.parse("bold #06210f on #4ade80"),
    standby=Style.parse("bold #1b1200 on #ffb020"),
    running=Style.parse("on #16324f"),
    cursor=Style.parse("on #39424d"),
    heading=Style.parse("bold #b3bcc6"),
    struck=Style.parse("strike #6d7782"),
)

LIGHT = Palette(
    text=Style.parse("#20262d"),
    strong=Style.parse("bold #000000"),
    quiet=Style.parse("#5c6670"),
    accent=Style.parse("bold #0057b0"),
    amber=Style.parse("bold #8f5200"),
    green=Style.parse("bold #08702e"),
    red=Style.parse("bold #bd1220"),
    rule=Style.parse("#c3c8ce"),
    header=Style.parse("#20262d on #e4e7ea"),
    rehearsal=Style.parse("bold #ffffff on #7a2fbf"),
    alarm=Style.parse("bold #ffffff on #b3141f"),
    call=Style.parse("#000000 on #d6e2ef"),
    keycap=Style.parse("bold #ffffff on #20262d"),
    go=Style.parse("bold #ffffff on #08702e"),
    standby=Style.parse("bold #1b1200 on #ffb020"),
    running=Style.parse("on #cfe3f8"),
    cursor=Style.parse("on #d3d8de"),
    heading=Style.parse("bold #3c454e"),
    struck=Style.parse("strike #7c858e"),
)

DARK_THEME = Theme(
    name="runofshow-dark",
    primary="#6cb6ff",
    accent="#6cb6ff",
    warning="#ffb020",
    success="#4ade80",
    error="#ff6b6b",
    foreground="#d9dee4",
    background="#0d1117",
    surface="#161b22",
    panel="#1d232b",
    dark=True,
)

LIGHT_THEME = Theme(
    name="runofshow-light",
    primary="#0057b0",
    accent="#0057b0",
    warning="#8f5200",
    success="#08702e",
    error="#bd1220",
    foreground="#20262d",
    background="#fbfbf9",
    surface="#f1f2f3",
    panel="#e4e7ea",
    dark=False,
)
