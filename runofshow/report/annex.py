"""The tables of the report, in their order on every paper."""

from __future__ import annotations

from collections.abc import Iterator

from runofshow.report.account import Account
from runofshow.report.cues import cues
from runofshow.report.items import items, sessions, time_added
from runofshow.report.record import alarms, messages, notes, pauses, taken_back
from runofshow.report.section import Section


def tables(account: Account) -> Iterator[Section]:
    """Planned against actual, who added time, the cues, and what the record holds beside them."""
    if len(account.history.sessions) > 1:
        yield sessions(account)
    yield items(account)
    yield time_added(account)
    yield cues(account)
    yield pauses(account)
    yield notes(account)
    yield taken_back(account)
    yield alarms(account)
    yield messages(account)
