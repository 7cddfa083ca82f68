"""The first line of a record."""

from __future__ import annotations

from datetime import datetime

from runofshow.core.commands import OpenShow
from runofshow.core.events import ShowOpened


def opening(command: OpenShow, now: datetime) -> ShowOpened:
    """A show opened at `now` as the command has it."""
    return ShowOpened(
        command.agenda,
        command.mode,
        command.speed,
        command.floating,
        command.source,
        now,
        command.aside,
        command.source_digest,
        command.laid_by,
        command.joins,
        command.drill,
    )
