"""Which row of the agenda in use each row of a paper is: by its id, and by its words where that was lost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from runofshow.agenda_file.returned.rows import RECIPIENTS, WHOLE, Row, RowKey
from runofshow.agenda_file.revision import counterparts
from runofshow.core.agenda import Agenda


def paired(
    agenda: Agenda, returned: Agenda, mine: Sequence[Row], theirs: Sequence[Row]
) -> dict[RowKey, RowKey]:
    """The row in use of each row of the paper that has one: by their ids, then by their words."""
    known = {row.key for row in mine}
    pairs = {row.key: row.key for row in theirs if row.key in known}
    left = [row for row in theirs if row.key not in pairs]
    free = [row for row in mine if row.key not in pairs.values()]
    if any(row.key[0] == "item" for row in left):
        by_words = counterparts(agenda, returned)
        names = dict(
            zip(_item_ids(returned), (row.key for row in theirs if row.key[0] == "item"), strict=True)
        )
        unmatched = {row.key for row in left}
        taken = {row.key for row in free}
        for new_id, old_id in by_words.items():
            new, old = names[new_id], ("item", old_id)
            if new in unmatched and old in taken:
                pairs[new] = old
                taken.discard(old)
    for sort in ("session", "duty", "track"):
        others = [row for row in left if row.key[0] == sort and row.key not in pairs]
        rest = [row for row in free if row.key[0] == sort]
        if len(others) == len(rest) and sort != "track":
            pairs |= {new.key: old.key for new, old in zip(others, rest, strict=True)}
    _pair_people(left, free, pairs)
    # cues that lost their ids: in their order, where what they say is the same
    said: dict[tuple[RowKey, str], list[RowKey]] = defaultdict(list)
    for row in free:
        if row.key[0] == "cue":
            said[row.holder, repr({key: each for key, each in row.said.items() if key != "id"})].append(
                row.key
            )
    for row in left:
        if row.key[0] == "cue":
            alike = said.get(
                (
                    pairs.get(row.holder, row.holder),
                    repr({key: each for key, each in row.said.items() if key != "id"}),
                )
            )
            if alike:
                pairs[row.key] = alike.pop(0)
    return pairs


def _pair_people(left: Sequence[Row], free: Sequence[Row], pairs: dict[RowKey, RowKey]) -> None:
    """Those honoured that lost their ids, by their names: first in the same award, then in any."""
    for is_at_home in (True, False):
        named: dict[tuple[RowKey, str], list[RowKey]] = defaultdict(list)
        taken = set(pairs.values())
        for row in free:
            if row.listed == RECIPIENTS and row.key not in taken:
                named[row.holder if is_at_home else WHOLE, row.title].append(row.key)
        for row in left:
            if row.listed == RECIPIENTS and row.key not in pairs:
                holder = pairs.get(row.holder, row.holder) if is_at_home else WHOLE
                alike = named.get((holder, row.title))
                if alike:
                    pairs[row.key] = alike.pop(0)


def _item_ids(agenda: Agenda) -> Iterator[str]:
    for session in agenda.sessions:
        for item in session.items:
            yield item.item_id
            yield from (part.item_id for part in item.parts)
