"""The running show: the one thing that changes.

- show.py      `LiveShow`: asks the rules, writes the record, and only then shows what came of it
- kept.py      the record as it is kept: on the disk first, then in what it adds up to
- judging.py   what comes of an order
- following.py where orders go while another console calls the show
- slow_disk.py whether the disk keeps people waiting
- turns.py     one thing after the other through the disk: waited for, or beside the loop
- noting.py    work beside the loop, which nobody waits for but its end
- raised.py    alarms of our own, held among what is sensed
- writers.py   by whom the show writes down what no person asked for
"""

from __future__ import annotations

from runofshow.live.following import SendOn
from runofshow.live.show import Listener, LiveShow
from runofshow.live.writers import BY_CLOCK, BY_CONSOLE, BY_PLAYER, BY_SIGNALS, BY_TIMECODE

__all__ = [
    "BY_CLOCK",
    "BY_CONSOLE",
    "BY_PLAYER",
    "BY_SIGNALS",
    "BY_TIMECODE",
    "Listener",
    "LiveShow",
    "SendOn",
]
