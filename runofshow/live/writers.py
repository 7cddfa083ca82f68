"""By whom the show writes down what no person asked for: an entry's `by`, beside the roles."""

from __future__ import annotations

BY_CLOCK = "clock"
BY_CONSOLE = "console"
BY_PLAYER = "player"
BY_SIGNALS = "signals"
BY_TIMECODE = "timecode"
