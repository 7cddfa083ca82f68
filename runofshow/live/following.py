"""Where orders go while another console calls the show: this one keeps the same record and adds nothing."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from runofshow.core.commands import Command
from runofshow.core.events import Entry
from runofshow.core.refusal import Reason, Refused

SendOn = Callable[[Command, str, int | None], Awaitable[Entry | Refused]]
"""Sends an order, who asks it and what they had seen to the caller, and gives the caller's answer."""


async def only_refuse(_command: Command, _by: str, _seen: int | None) -> Entry | Refused:
    """Of a stand-by: it looks on, and is asked nothing until it has taken over."""
    return Refused(Reason.FOLLOWING)
