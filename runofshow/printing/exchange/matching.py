"""Which piece of a new paper is which of the one that people hold.

By its key first (an item's id, a cue's), then by its words under the same key, then by its place between two
that are known. What is known but stands in another order has moved: it counts as gone here and new there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from runofshow.agenda_file.revision import counterparts, steady
from runofshow.core.agenda import Agenda
from runofshow.printing.exchange.holding import Piece

SPOKEN = "said:"
"""The key of an item on the MC's copy, whose words follow it."""
_LIKE = 0.4
"""How alike two texts must be to be one reworded."""
_BY_PLACE = ("duty:",)
"""Keys that only count: another duty before it gives it another one."""


def matched(old: Sequence[Piece], new: Sequence[Piece], ids: Mapping[str, str]) -> dict[int, int]:
    """Index of a new piece to that of the old one it is, both in order. `ids` has the old id of each item of
    the new plan whose id is another now."""
    was, now = list(_tokens(old, {})), list(_tokens(new, ids))
    known: dict[Hashable, int] = {token: at for at, (token, _) in enumerate(was)}
    pairs = [(known[token], at) for at, (token, _) in enumerate(now) if token in known]
    still = steady([here for here, _ in pairs])
    found = {there: here for here, there in pairs if here in still}
    for here, there in _between(found, len(old), len(new)):
        begin = here.start
        for at in there:
            for place in range(begin, here.stop):
                if _is_under_same(was[place][1], now[at][1]) and _is_reworded(old[place], new[at]):
                    found[at], begin = place, place + 1
                    break
    return found


def old_ids(old: Agenda, new: Agenda) -> dict[str, str]:
    """Id of each item of the new agenda to what it was: by its words, else the same id where that is free."""
    ids = counterparts(old, new)
    taken = set(ids.values())
    before = {
        row.item_id for session in old.sessions for item in session.items for row in (item, *item.parts)
    }
    for session in new.sessions:
        for item in session.items:
            for row in (item, *item.parts):
                if row.item_id in ids:
                    continue
                is_free = row.item_id in before and row.item_id not in taken
                # an id that another line has now must not be taken for this one
                ids[row.item_id] = row.item_id if is_free else f"{row.item_id} (new)"
                taken.add(ids[row.item_id])
    return ids


def _tokens(pieces: Sequence[Piece], ids: Mapping[str, str]) -> Iterator[tuple[Hashable, str]]:
    """What each is known by, which no two have the same, and the last key over it."""
    count: Counter[Hashable] = Counter()
    under = ""
    for piece in pieces:
        key = "" if piece.key.startswith(_BY_PLACE) else old_key(piece.key, ids)
        under = key or under
        token = key or (under, piece.texts)
        count[token] += 1
        yield (token, count[token]), under


def _is_under_same(old: str, new: str) -> bool:
    """What is said for one item is never that of another."""
    return old == new or not (old.startswith(SPOKEN) or new.startswith(SPOKEN))


def old_key(key: str, ids: Mapping[str, str]) -> str:
    """The key that what has this one had before: of an item, of its words, of one of its cues."""
    kind, colon, name = key.rpartition(":")
    item, dot, cue = name.rpartition(".c")
    if name in ids:
        return f"{kind}{colon}{ids[name]}"
    return f"{kind}{colon}{ids[item]}{dot}{cue}" if item in ids else key


def _between(found: Mapping[int, int], old: int, new: int) -> Iterator[tuple[range, range]]:
    """What nobody knows between two that are known: of the old ones, and of the new."""
    here = there = 0
    for at, place in sorted((*found.items(), (new, old))):
        if here < place and there < at:
            yield range(here, place), range(there, at)
        here, there = place + 1, at + 1


def _is_reworded(old: Piece, new: Piece) -> bool:
    if len(old.texts) != len(new.texts) or (old.key and new.key and not old.key.startswith(_BY_PLACE)):
        return False
    said, says = (" ".join(piece.texts).split() for piece in (old, new))
    return SequenceMatcher(None, said, says, autojunk=False).ratio() >= _LIKE
