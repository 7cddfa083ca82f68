"""The running show: the one thing that changes.

- show.py    `LiveShow`: asks the rules, writes the record, and only then shows what came of it
- turns.py   one thing after the other through the disk: waited for, or beside the loop
- raised.py  alarms of our own, held among what is sensed
- writers.py by whom the show writes down what no person asked for
"""

from __future__ import annotations

from runofshow.live.show import Listener, LiveShow
from runofshow.live.writers import BY_CLOCK, BY_PLAYER, BY_SIGNALS, BY_TIMECODE

__all__ = ["BY_CLOCK", "BY_PLAYER", "BY_SIGNALS", "BY_TIMECODE", "Listener", "LiveShow"]
