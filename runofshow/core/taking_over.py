"""What comes of a console's taking over, and of a branch that is handed in (term.py)."""

from __future__ import annotations

from datetime import datetime

from runofshow.core import term_commands as c
from runofshow.core.refusal import Reason, Refused
from runofshow.core.state import State
from runofshow.core.term import branch_of
from runofshow.core.term_events import BranchKept, TookOver


def decide_take_over(state: State, asked: c.TakeOver, now: datetime) -> tuple[TookOver, ...] | Refused:
    """The new term. A lower one is of a console that has not seen what the record knows."""
    if asked.term <= state.term:
        return Refused(Reason.OLD_TERM)
    return (TookOver(asked.term, asked.who, now),)


def decide_branch(state: State, asked: c.KeepBranch) -> tuple[BranchKept, ...] | Refused:
    """The branch as a fact, once: whoever hands it over does so until it is answered."""
    if not asked.lines:
        return Refused(Reason.EMPTY)
    kept = BranchKept(asked.who, asked.term, asked.since, asked.lines)
    return Refused(Reason.ALREADY_KEPT) if branch_of(kept) in state.branches else (kept,)
