"""What a newer plan changes in an agenda: line by line, so that a person can take or leave each.

Lines are matched by their words and their place, never by their number: between two revisions of one real
plan 2 of 31 numbers still named the same line. What the newer plan is silent on, or only guesses, changes
nothing: what a person has settled stays.

    Tuyên bố lý do        =  Tuyên bố lý do, giới thiệu đại biểu     reworded
    Báo cáo tổng kết      x                                          gone
                          +  Phát động thi đua                       new, behind «Tuyên bố lý do»
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta, tzinfo
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from runofshow.agenda_file.wording import fold
from runofshow.core.agenda import Agenda, Item, Session
from runofshow.texts import Language
from runofshow.texts.revisions import REVISIONS

LIKE = 0.5
"""How alike two lines must be to be one line reworded."""
PIECE = 0.6
"""How much of a line's words must stand in another for it to be a piece of that."""

SAME = timedelta(seconds=30)
"""Two hours that are told in minutes are one when they are not so far apart."""


class RevisionKind(StrEnum):
    """What happens to a line."""

    NEW = "new"
    SPLIT = "split"
    """New, and its words stood in the line before it until now."""
    GONE = "gone"
    JOINED = "joined"
    """Gone, and its words stand in another line now."""
    MOVED = "moved"
    REWORDED = "reworded"
    NAMED = "named"
    """Somebody else does it."""
    RETIMED = "retimed"
    PARTED = "parted"
    """It has parts now. Told in a running show alone, as the next: there its line is another then."""
    UNPARTED = "unparted"
    """It has no parts any more."""


class Revision(Struct, frozen=True, kw_only=True):
    """One change of one line."""

    kind: RevisionKind
    item_id: str | None = None
    """The line of the agenda; None of a new one."""
    title: str
    """Of the agenda's line, or of the new one."""
    before: str = ""
    after: str = ""
    """What stands and what would stand, as texts; of a split or a join the other line's title. Of a new or a
    moved line `after` is the title of the line before it; of the first, `before` is that of what it opens."""
    key: str = ""
    """Of a line that says something else: the field that does, as the agenda file names it."""
    behind: str | None = None
    """Of a new or a moved line: the item it stands behind then; None at the head of all."""
    heading: str | None = None
    """Of a new or a moved part: its heading's id."""
    session: int = 0
    """Of a new or a moved line: the session's index."""
    item: Item | None = None
    """The newer plan's line, of any change but gone."""


class _Line(Struct, frozen=True):
    item: Item
    session: int
    parent: str | None
    at: float
    """Where it stands among all, from 0 to 1."""
    words: Counter[str]


def revisions(
    agenda: Agenda,
    newer: Agenda,
    guessed: Mapping[str, frozenset[str]] | None = None,
    *,
    tz: tzinfo = UTC,
) -> tuple[Revision, ...]:
    """What `newer` changes, in its order, then what is gone. `guessed` has the keys of each newer item, by
    its id, that are guesses and change nothing; `tz` is the zone in which hours are told."""
    old, new = _lines(agenda), _lines(newer)
    pairs = _matched(old, new)
    in_order = steady([pairs[index] for index in sorted(pairs)])
    found: list[Revision] = []
    into = {new[there].item.item_id: old[here].item.item_id for here, there in pairs.items()}
    here_of = {there: here for here, there in pairs.items()}
    sittings = sittings_of(
        [(old[here].session, new[there].session) for here, there in pairs.items()],
        is_same_count=len(agenda.sessions) == len(newer.sessions),
    )
    for there, line in enumerate(new):
        if there not in here_of:
            source = _holding(line, [(old[here], new[other]) for here, other in pairs.items()])
            kind = RevisionKind.SPLIT if source else RevisionKind.NEW
            place = _Place.of(newer, new, there, into)
            found.append(place.revision(kind, line, before=source.item.title if source else ""))
            continue
        mine = old[here_of[there]]
        # under a heading that is new it stands under none that there is
        heading = None if line.parent is None else into.get(line.parent, "")
        stands_elsewhere = (mine.session, mine.parent) != (sittings[line.session], heading)
        if there not in in_order or stands_elsewhere:
            found.append(_Place.of(newer, new, there, into).revision(RevisionKind.MOVED, line, mine))
        keys = (guessed or {}).get(line.item.item_id, frozenset())
        sitting = agenda.sessions[sittings[line.session]]
        found += _altered(mine.item, line.item, sitting, newer.sessions[line.session], keys, tz)
    for here, line in enumerate(old):
        if here not in pairs:
            target = _holding(line, [(new[there], old[other]) for other, there in pairs.items()])
            kind = RevisionKind.JOINED if target else RevisionKind.GONE
            found.append(
                Revision(
                    kind=kind,
                    item_id=line.item.item_id,
                    title=line.item.title,
                    after=target.item.title if target else "",
                )
            )
    return tuple(found)


def counterparts(agenda: Agenda, newer: Agenda) -> dict[str, str]:
    """Id of each line of `newer` that stands in `agenda` already, to its id there."""
    old, new = _lines(agenda), _lines(newer)
    pairs = _matched(old, new)
    return {new[there].item.item_id: old[here].item.item_id for here, there in pairs.items()}


class _Place(Struct, frozen=True):
    """Where a line of the newer plan would stand among those of the agenda."""

    behind: str | None
    heading: str | None
    session: int
    follows: str
    """The words of the line before it on its level; empty at its head."""
    opens: str
    """At its head: the words of the heading, or of the session where there are several."""

    @staticmethod
    def of(newer: Agenda, new: Sequence[_Line], there: int, into: Mapping[str, str]) -> _Place:
        line = new[there]
        beside = [each for each in new[:there] if each.session == line.session and each.parent == line.parent]
        behind = next(
            (into[each.item.item_id] for each in reversed(beside) if each.item.item_id in into), None
        )
        heading = None if line.parent is None else into.get(line.parent)
        if beside:
            return _Place(behind, heading, line.session, beside[-1].item.title, "")
        # a heading stands right before its first part
        opens = newer.sessions[line.session].title if len(newer.sessions) > 1 else ""
        above = opens if line.parent is None else new[there - 1].item.title
        return _Place(behind, heading, line.session, "", above)

    def revision(
        self, kind: RevisionKind, line: _Line, mine: _Line | None = None, before: str = ""
    ) -> Revision:
        return Revision(
            kind=kind,
            item_id=None if mine is None else mine.item.item_id,
            title=line.item.title if mine is None else mine.item.title,
            before=before or self.opens,
            after=self.follows,
            behind=self.behind,
            heading=self.heading,
            session=self.session,
            item=line.item,
        )


def _lines(agenda: Agenda) -> list[_Line]:
    rows = [
        (row, index, None if row is item else item.item_id)
        for index, session in enumerate(agenda.sessions)
        for item in session.items
        for row in (item, *item.parts)
    ]
    return [
        _Line(row, session, parent, place / max(len(rows), 1), Counter(_words(row.title)))
        for place, (row, session, parent) in enumerate(rows)
    ]


@lru_cache(4096)
def _words(title: str) -> tuple[str, ...]:
    # a plan is held against several others, and to fold its titles takes most of the time
    return tuple("".join(sign if sign.isalnum() else " " for sign in fold(title)).split())


def _matched(old: Sequence[_Line], new: Sequence[_Line]) -> dict[int, int]:
    """Index of an old line to that of the new one it has become: the same words first, then the likest."""
    pairs: dict[int, int] = {}
    left = set(range(len(new)))
    same: dict[frozenset[tuple[str, int]], list[int]] = {}
    for there, line in enumerate(new):
        same.setdefault(frozenset(line.words.items()), []).append(there)
    for here, line in enumerate(old):
        if found := same.get(frozenset(line.words.items())):
            pairs[here] = found.pop(0)
            left.discard(pairs[here])
    likest = sorted(
        (
            (score, -abs(one.at - new[there].at), -here, -there)
            for here, one in enumerate(old)
            if here not in pairs
            for there in left
            if (score := _likeness(one, new[there])) >= LIKE
        ),
        reverse=True,
    )
    for _, _, here, there in likest:
        if -here not in pairs and -there in left:
            pairs[-here] = -there
            left.discard(-there)
    return pairs


def _likeness(one: _Line, other: _Line) -> float:
    """From 0 to 1: mostly shared words, a little the same kind and the same place."""
    shared = (one.words & other.words).total()
    both = one.words.total() + other.words.total()
    words = 2 * shared / both if both else 0.0
    same_kind = 0.1 if one.item.kind == other.item.kind else 0.0
    return 0.8 * words + same_kind + 0.1 * (1 - abs(one.at - other.at))


def _holding(piece: _Line, lines: Iterable[tuple[_Line, _Line]]) -> _Line | None:
    """The line that holds most words of this one that the line beside it lacks; None where none does."""
    shared = [(((line.words - beside.words) & piece.words).total(), line) for line, beside in lines]
    count, best = max(shared, key=lambda each: each[0], default=(0, None))
    return best if count and count >= PIECE * piece.words.total() else None


def sittings_of(pairs: Sequence[tuple[int, int]], *, is_same_count: bool) -> dict[int, int]:
    """Index of a newer session to that of the one that it is: of as many the one in its turn, else the one
    from which most of its lines come; `pairs` has both of each line."""
    if is_same_count:
        return {there: there for _, there in pairs}
    count = Counter(pairs)
    found: dict[int, int] = {}
    for (here, there), _ in sorted(count.items(), key=lambda each: (-each[1], each[0])):
        found.setdefault(there, here)
    return found


def steady(order: Sequence[int]) -> frozenset[int]:
    """The longest run that is still in order: what is left out has moved."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, value in enumerate(order):
        place = bisect_left(tails, value)
        before.append(ends[place - 1] if place else -1)
        if place == len(tails):
            tails.append(value)
            ends.append(index)
        else:
            tails[place], ends[place] = value, index
    kept = set()
    index = ends[-1] if ends else -1
    while index >= 0:
        kept.add(order[index])
        index = before[index]
    return frozenset(kept)


def _altered(
    item: Item, newer: Item, old: Session, new: Session, guessed: frozenset[str], tz: tzinfo
) -> Iterator[Revision]:
    def revision(kind: RevisionKind, key: str, before: str, after: str) -> Revision:
        return Revision(
            kind=kind,
            key=key,
            item_id=item.item_id,
            title=item.title,
            before=before,
            after=after,
            item=newer,
        )

    if " ".join(item.title.split()) != " ".join(newer.title.split()) and "title" not in guessed:
        yield revision(RevisionKind.REWORDED, "title", item.title, newer.title)
    if newer.by and (item.by or "") != newer.by and "by" not in guessed:
        yield revision(RevisionKind.NAMED, "by", item.by or "", newer.by)
    if (
        not newer.assumed
        and not newer.parts
        and item.duration != newer.duration
        and "duration" not in guessed
    ):
        yield revision(RevisionKind.RETIMED, "duration", _minutes(item.duration), _minutes(newer.duration))
    opens = new.items[0].item_id == newer.item_id
    before, after = _clock(item, old, opens=opens), _clock(newer, new, opens=opens)
    if after is not None and not _is_same(before, after) and "start" not in guessed:
        yield revision(RevisionKind.RETIMED, "start", _hour(before, tz), _hour(after, tz))
    if newer.until is not None and not _is_same(item.until, newer.until) and "until" not in guessed:
        yield revision(RevisionKind.RETIMED, "until", _hour(item.until, tz), _hour(newer.until, tz))


def _clock(item: Item, session: Session, *, opens: bool) -> datetime | None:
    """The hour an item is bound to: its own, or that of the session which it opens, if written."""
    return item.fixed_start or (session.start_at if opens and not session.start_assumed else None)


def _is_same(before: datetime | None, after: datetime) -> bool:
    # a plan that begins when somebody starts it has its hours to the millisecond
    return before is not None and abs(after - before) < SAME


def _hour(at: datetime | None, tz: tzinfo) -> str:
    return "" if at is None else f"{at.astimezone(tz):%H:%M}"


def _minutes(length: timedelta) -> str:
    minutes = length.total_seconds() / 60
    return f"{minutes:g}'"


def revision_line(revision: Revision, language: Language) -> str:
    """«Báo cáo tổng kết: 15' thành 20'»."""
    first = ""
    if revision.kind in (RevisionKind.NEW, RevisionKind.MOVED) and not revision.after:
        first = "_first_of" if revision.before else "_first"
    phrase = REVISIONS[language][f"{revision.kind}{first}"]
    return phrase.format(title=revision.title, before=revision.before or "–", after=revision.after)
