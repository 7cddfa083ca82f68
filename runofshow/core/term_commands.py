"""What a console asks of its own record: to take the show over, to keep what another console wrote."""

from __future__ import annotations

from datetime import datetime

from runofshow.core.ask import NOBODY, Ask


class TakeOver(Ask, frozen=True, tag="take_over"):
    """Write the record from here on, in a term that is higher than every one before."""

    asked_by = NOBODY
    told_by = "console"

    term: int
    who: str


class KeepBranch(Ask, frozen=True, tag="keep_branch"):
    """Keep what another console wrote by itself; the same once, however often it is handed over."""

    asked_by = NOBODY
    told_by = "console"

    who: str
    term: int
    since: datetime
    lines: tuple[str, ...]


TermCommand = TakeOver | KeepBranch
