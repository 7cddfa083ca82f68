"""Which papers the report is, and the one that is asked for."""

from __future__ import annotations

from enum import StrEnum

from runofshow.paper.sheet import Paper
from runofshow.report.account import Account
from runofshow.report.lists import lists
from runofshow.report.meeting import meeting
from runofshow.report.overview import overview
from runofshow.report.result import result

_SIGNED = frozenset((".docx", ".pdf"))
"""Endings of files that an office prints and signs; the others are read on a screen or reckoned with."""


class Kind(StrEnum):
    """What the paper is for, as `report --for` names it."""

    RESULT = "result"
    LESSONS = "lessons"
    AWARDS = "awards"


def paper_for(kind: Kind, account: Account, ending: str) -> Paper:
    """The paper, for a file of that ending. What came of a rehearsal is no result to be signed."""
    match kind:
        case Kind.RESULT:
            is_signed = ending in _SIGNED and not account.is_rehearsal
            return result(account) if is_signed else overview(account)
        case Kind.LESSONS:
            return meeting(account)
        case Kind.AWARDS:
            return lists(account)
