"""What was decided while the show ran: what was written down as a decision, and how the order was changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import groupby
from typing import assert_never

from runofshow.core.notices import Note, NoteKind
from runofshow.core.rearranged import (
    Change,
    GivenTo,
    Inserted,
    LaidAside,
    Moved,
    Rescheduled,
    Retimed,
    Skipped,
    What,
)
from runofshow.core.rearranged_lists import Absent, HandedBy, Listed, OnBehalf, PutIn, SplitOff
from runofshow.paper.plain import printable
from runofshow.paper.sheet import Block
from runofshow.report.account import Account, titled
from runofshow.report.notation import hour, spelled
from runofshow.report.reckoning.fates import shown_names
from runofshow.report.section import listed


def decisions(account: Account) -> Iterator[Block]:
    """One line for each, in the order of the clock; nothing where nothing was decided."""
    lines = sorted((*_noted(account), *_taken(account), *_changed(account)), key=lambda one: one[0])
    yield from listed(account.outcome.decisions, (f"{text}." for _, text in lines))


def noted_line(note: Note, account: Account) -> str:
    """`08:14, 3. Báo cáo: Rút ngắn phần thảo luận`"""
    text = printable(note.text).rstrip(". \n")
    return account.outcome.noted.format(
        at=account.minute(note.at), item=account.item(note.item_id), note=text
    )


def _noted(account: Account) -> Iterator[tuple[datetime, str]]:
    for note in account.history.notes:
        if note.kind is NoteKind.DECISION:
            yield note.at, noted_line(note, account)


def _changed(account: Account) -> Iterator[tuple[datetime, str]]:
    history = account.history
    known = {item.row.item_id: item for item in history.items}
    counts = {item.row.item_id: len(item.row.item.parts) for item in history.items}

    def call(change: Change) -> tuple[datetime, str, str, str | None]:
        parent_id = known[change.item_id].row.parent_id
        return change.at, _who(change, account), type(change.what).__name__, parent_id

    changes = [change for change in history.changes if change.item_id in known and not change.of_way]
    names = shown_names(history)
    for (at, who, _, parent_id), found in groupby(changes, key=call):
        together = list(found)
        of_all = isinstance(together[0].what, Skipped | LaidAside) and len(together) == counts.get(
            parent_id or "", 0
        )
        if of_all and parent_id is not None:
            # a heading that is skipped is every part of it, skipped at once
            item = account.outcome.parts.format(item=titled(known[parent_id]), count=len(together))
            told = [_what(together[0], item, names, account)]
        else:
            told = [_what(change, titled(known[change.item_id]), names, account) for change in together]
        for what in filter(None, told):
            yield at, account.outcome.changed.format(at=account.minute(at), who=who, what=what)


def _who(change: Change, account: Account) -> str:
    """`Người điều hành`; of what an agent proposed that too."""
    who = printable(account.words.who_is(change.by))
    if not change.proposed_by:
        return who
    return account.outcome.as_proposed.format(who=who, agent=printable(change.proposed_by))


def _taken(account: Account) -> Iterator[tuple[datetime, str]]:
    """What was changed to be back in time, or to use the time that was left: a line for each such order."""
    known = {item.row.item_id: item for item in account.history.items}
    changes = (change for change in account.history.changes if change.of_way and change.item_id in known)
    for (at, by), made in groupby(changes, key=lambda change: (change.at, change.by)):
        together: dict[tuple[str, What], list[Change]] = {}
        for change in made:
            place = known[change.item_id].row
            together.setdefault((place.parent_id or place.item_id, change.what), []).append(change)
        told = []
        for (over, _), alike in together.items():
            item = titled(known[alike[0].item_id])
            if len(alike) > 1:
                item = account.outcome.some_parts.format(item=titled(known[over]), count=len(alike))
            told.append(_what(alike[0], item, {}, account))
        who = printable(account.words.who_is(by))
        what = account.outcome.by_way.format(what="; ".join(filter(None, told)))
        yield at, account.outcome.changed.format(at=account.minute(at), who=who, what=what)


def _what(change: Change, item: str, people: Mapping[str, str], account: Account) -> str | None:
    words, names, tz = account.outcome, account.words, account.tz
    match change.what:
        case Skipped():
            return words.skipped.format(item=item)
        case LaidAside():
            return words.laid_aside.format(item=item)
        case Inserted():
            return words.inserted.format(item=item)
        case Moved():
            session = _moved_to(change.item_id, account)
            return (
                words.moved_to.format(item=item, session=session)
                if session
                else words.moved.format(item=item)
            )
        case Retimed(was, now):
            return words.retimed.format(item=item, was=spelled(was, names), now=spelled(now, names))
        case Rescheduled(start_at, until):
            told = [words.rescheduled_start.format(item=item, start=hour(start_at, tz))] if start_at else []
            told += [words.rescheduled_until.format(item=item, until=hour(until, tz))] if until else []
            return "; ".join(told) or words.rescheduled_free.format(item=item)
        case GivenTo(was_by, now_by):
            phrase = words.given_to if now_by else words.given_to_nobody
            told_now = phrase.format(item=item, now=printable(now_by or ""))
            return words.before.format(what=told_now, was=printable(was_by)) if was_by else told_now
        case HandedBy(was_by, now_by):
            phrase = words.handed_by if now_by else words.handed_by_nobody
            told_now = phrase.format(item=item, now=printable(now_by or ""))
            return words.before.format(what=told_now, was=printable(was_by)) if was_by else told_now
        case SplitOff(was_id):
            return words.split_off.format(item=item, was=account.item(was_id))
        case PutIn(one, was_id):
            return words.put_in.format(name=printable(people[one]), was=account.item(was_id), item=item)
        case Listed(one):
            return words.listed_by_hand.format(name=printable(people[one]), item=item)
        case Absent() | OnBehalf():
            # whether somebody came is no decision, and stands among the awards
            return None
        case _:
            assert_never(change.what)


def _moved_to(item_id: str, account: Account) -> str | None:
    """The title of the session that it came to; None where it is in its own."""
    history = account.history
    (its,) = (item for item in history.items if item.row.item_id == item_id)
    if its.row.session_id == its.planned_in:
        return None
    titles = {session.session_id: printable(session.title) for session in history.sessions}
    return titles[its.row.session_id] or its.row.session_id
