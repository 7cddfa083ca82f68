"""A change that an agent proposes, in people's words: «4 «Báo cáo»: thời lượng «15'» thành «20'»»."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, tzinfo
from typing import assert_never

from runofshow.core.agenda import Item
from runofshow.core.proposals.changes import (
    AnyProposed,
    EditItem,
    InsertItem,
    MoveItem,
    SkipItem,
    TimeForItem,
)
from runofshow.core.proposals.judging import edited, said
from runofshow.texts import Language
from runofshow.texts.proposals import PROPOSALS, ProposalTexts


def change_line(change: AnyProposed, was: Mapping[str, Item], language: Language, tz: tzinfo) -> str:
    """One change. `was` has what the items say that it names; hours are told in `tz`."""
    words = PROPOSALS[language]
    match change:
        case EditItem(item_id):
            item = was.get(item_id)
            parts = (_edit(change, name, item, words, tz) for name in edited(change))
            return f"{_named(was, item_id)}: {'; '.join(parts)}"
        case InsertItem(title, seconds, _, by, after, before):
            place = words.first
            if before is not None:
                place = words.before.format(item=_named(was, before))
            elif after is not None:
                place = words.after.format(item=_named(was, after))
            phrase = words.insert_by if by else words.insert
            return phrase.format(title=title, length=length(seconds), by=by, place=place)
        case MoveItem(item_id, before):
            phrase = words.move_last if before is None else words.move_before
            return phrase.format(item=_named(was, item_id), before=_named(was, before or ""))
        case SkipItem(item_id):
            return words.skip.format(item=_named(was, item_id))
        case TimeForItem(item_id, seconds):
            phrase = words.more if seconds > 0 else words.less
            return phrase.format(item=_named(was, item_id), length=length(abs(seconds)))
    assert_never(change)


def length(seconds: float) -> str:
    """`15'`, `1'30"`."""
    minutes, rest = divmod(round(seconds), 60)
    if not rest:
        return f"{minutes}'"
    return f"{minutes}'{rest:02}\"" if minutes else f'{rest}"'


def _named(was: Mapping[str, Item], item_id: str) -> str:
    item = was.get(item_id)
    return item_id if item is None else f"{item.number} {item.title}"


def _edit(change: EditItem, name: str, item: Item | None, words: ProposalTexts, tz: tzinfo) -> str:
    before = _value(None if item is None else said(item, name), name, tz)
    after = _value(getattr(change, name), name, tz)
    phrase = words.emptied if not after else words.replaced if before else words.set
    return phrase.format(field=words.field(name), before=before, after=after)


def _value(value: object, name: str, tz: tzinfo) -> str:
    match value:
        case datetime():
            return f"{value.astimezone(tz):%H:%M}"
        case int() | float() if name == "seconds":
            return length(value)
        case _:
            return "" if value is None else " ".join(str(value).split())
