"""Who came when: the leaders against the hour of the plan, and speakers who were not there in time."""

from __future__ import annotations

from collections.abc import Iterator

from runofshow.core.people_told import LeaderTold
from runofshow.paper.plain import printable
from runofshow.paper.sheet import Block
from runofshow.report.account import Account
from runofshow.report.section import listed
from runofshow.texts import Language
from runofshow.texts import people as people_texts

_WORDS = {Language.VI: people_texts.VI, Language.EN: people_texts.EN}


def people(account: Account) -> Iterator[Block]:
    """One line for each; nothing where nobody was waited for and all were there. Substitutes stand among the
    decisions."""
    words, history = _WORDS[Language(account.words.language)], account.history
    lines = [f"{_leader(one, account)}." for one in history.leaders]
    for one in history.late_speakers:
        item, name = account.item(one.item_id), printable(one.name)
        told = words.told_speaker.format(item=item, name=name)
        if one.seen_at is not None:
            told = words.told_later.format(item=item, name=name, at=account.minute(one.seen_at))
        lines.append(f"{told}.")
    yield from listed(words.told_people, lines)


def _leader(one: LeaderTold, account: Account) -> str:
    words = _WORDS[Language(account.words.language)]
    planned, seen = one.planned_at, one.seen_at
    said = words.told_absent if seen is None else words.told_came.format(at=account.minute(seen))
    if planned is not None:
        said = f"{said} ({words.told_expected.format(at=account.minute(planned))})"
    return f"{printable(one.name)}: {said}"
