"""The tables of the report, in their order on every paper."""

from __future__ import annotations

from collections.abc import Iterator

from runofshow.report.account import Account
from runofshow.report.answers import answers
from runofshow.report.awards import award_lists, not_handed_out, pace
from runofshow.report.cues import cues
from runofshow.report.items import items, sessions, time_added
from runofshow.report.links import links
from runofshow.report.record import alarms, consoles, messages, notes, pauses, taken_back
from runofshow.report.section import Section
from runofshow.report.takes import takes


def tables(account: Account) -> Iterator[Section]:
    """Planned against actual, who added time, the cues, and what the record holds beside them."""
    if len(account.history.sessions) > 1:
        yield sessions(account)
    yield items(account)
    yield from _told(takes(account))
    yield from _told(links(account))
    yield time_added(account)
    yield from _told(award_lists(account))
    yield from _told(not_handed_out(account))
    yield from _told(pace(account))
    yield answers(account)
    yield cues(account)
    yield pauses(account)
    yield notes(account)
    yield taken_back(account)
    yield alarms(account)
    yield from _told(consoles(account))
    yield messages(account)


def _told(section: Section) -> Iterator[Section]:
    """Nothing of what the show never had: no award, no rehearsal, no second console."""
    if section.blocks:
        yield section
