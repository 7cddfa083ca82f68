"""How well `runofshow import` reads documents whose truth is known: a number, and every miss.

    python -m tests.documents.score FOLDER [NAME ...] [--quiet]

The folder holds documents `NAME.docx` (or any other form), each with `NAME.truth.json` beside it: what the
import should print for it, with these leaves taken: a list stands for «any of these» (both readings are
right), a head field that is absent is not asked for, an item with `"maybe": true` may be left out or read, a
kind in `also` that begins with «?» may be there or not, and `"or"` holds other lists of items that are as
right (a file with several programmes).

Of 100 points: items in order 40, hours 25, kinds 20, presenters 10, the head 5. Items are matched by the
likeness of their words, in order. Each share is taken over all items of the truth, so that a missing item
loses in each; an invented one costs one point of the whole, and where the truth has no items, the 40.
"""

from __future__ import annotations

import io
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from difflib import SequenceMatcher
from pathlib import Path

import msgspec
from msgspec import UNSET, Struct, UnsetType

Choice = str | int | None | tuple[str | int | None, ...]
"""What is right; several are each right."""

TRUTH = ".truth.json"
ALIKE = 0.55
"""Below this likeness two lines are not the same item."""


class Item(Struct, frozen=True, kw_only=True):
    title: Choice
    kind: Choice = "other"
    also: tuple[str, ...] = ()
    start: Choice = None
    end: Choice = None
    duration_s: Choice = None
    by: Choice = None
    parent: int | None = None
    maybe: bool = False
    """Of a truth alone."""


class Programme(Struct, frozen=True, kw_only=True):
    """A truth, or what the import printed."""

    title: Choice | UnsetType = UNSET
    organiser: Choice | UnsetType = UNSET
    venue: Choice | UnsetType = UNSET
    date: Choice | UnsetType = UNSET
    date_text: Choice | UnsetType = UNSET
    delegates: Choice | UnsetType = UNSET
    items: tuple[Item, ...] = ()
    alternatives: tuple[tuple[Item, ...], ...] = msgspec.field(name="or", default=())


class Miss(Struct, frozen=True):
    what: str
    """missing, invented, title, parent; start, end, length; kind, also; by; or a field of the head."""
    where: str
    """The item's words, as the truth has them."""
    expected: object
    got: object

    def __str__(self) -> str:
        about = f" «{self.where[:60]}»" if self.where else ""
        return f"{self.what}{about}: expected {self.expected!r}, got {self.got!r}"


class Score(Struct, frozen=True, kw_only=True):
    items: float
    hours: float
    kinds: float
    presenters: float
    head: float
    invented: int
    misses: tuple[Miss, ...]

    @property
    def total(self) -> float:
        return max(0.0, self.items + self.hours + self.kinds + self.presenters + self.head - self.invented)


def score(truth: Programme, got: Programme) -> Score:
    """The best over the readings that the truth calls right."""
    readings = (truth.items, *truth.alternatives)
    return max((_score(truth, items, got) for items in readings), key=lambda each: each.total)


def read(document: Path) -> Programme | str:
    """What `runofshow import DOCUMENT --json` prints, or the sentence with which it gives up."""
    from runofshow.cli import main

    printed, said = io.StringIO(), io.StringIO()
    with redirect_stdout(printed), redirect_stderr(said):
        status = main(["import", str(document), "--json"], environ={})
    if status:
        return said.getvalue().strip() or f"exit {status}"
    return msgspec.json.decode(printed.getvalue(), type=Programme)


def documents_of(folder: Path) -> Iterator[tuple[Path, Programme]]:
    """Each document with its truth, by name."""
    for beside in sorted(folder.glob(f"*{TRUTH}")):
        name = beside.name.removesuffix(TRUTH)
        truth = msgspec.json.decode(beside.read_bytes(), type=Programme)
        for document in sorted(folder.glob(f"{name}.*")):
            if not document.name.endswith(".json") or document.suffixes[-2:] == [".peer", ".json"]:
                yield document, truth


def tell(folder: Path, names: Sequence[str] = (), quiet: bool = False) -> dict[str, float]:
    """Print the table, every miss, the sums by what was missed; give each document's total."""
    totals: dict[str, float] = {}
    sums: Counter[str] = Counter()
    lost: list[tuple[str, Sequence[Miss | str]]] = []
    print(f"{'document':44} total  items hours kinds  by  head  invented")
    for document, truth in documents_of(folder):
        if names and not any(name in document.name for name in names):
            continue
        got = read(document)
        if isinstance(got, str):
            totals[document.name] = 0
            sums["not read"] += 1
            lost.append((document.name, (got,)))
            print(f"{document.name[:44]:44} {0:5.1f}  {got[:80]}")
            continue
        each = score(truth, got)
        totals[document.name] = each.total
        sums.update(miss.what for miss in each.misses)
        lost.append((document.name, each.misses))
        print(
            f"{document.name[:44]:44} {each.total:5.1f}  {each.items:5.1f} {each.hours:5.1f}"
            f" {each.kinds:5.1f} {each.presenters:4.1f} {each.head:4.1f}  {each.invented or ''}"
        )
    if not quiet:
        for name, misses in lost:
            if misses:
                print(f"\n{name}")
            for miss in misses:
                print(f"  {miss}")
    print(f"\n{len(totals)} documents, mean {mean(totals):.1f}; misses: {dict(sums.most_common())}")
    return totals


def mean(totals: dict[str, float]) -> float:
    return sum(totals.values()) / len(totals) if totals else 0.0


def _score(truth: Programme, wanted: tuple[Item, ...], got: Programme) -> Score:
    misses: list[Miss] = []
    pairs, invented = _aligned(wanted, got.items)
    place = {theirs: ours for ours, (theirs, _) in pairs.items()}
    asked = [index for index, item in enumerate(wanted) if not item.maybe]
    shares = {"items": 0.0, "hours": 0.0, "kinds": 0.0}
    by_shares: list[float] = []
    for index in asked:
        item = wanted[index]
        if index not in pairs:
            misses.append(Miss("missing", "", _first(item.title), None))
            if item.by is not None:
                by_shares.append(0)
            continue
        theirs, alike = pairs[index]
        other = got.items[theirs]
        words = str(_first(item.title))
        if alike < 1:
            misses.append(Miss("title", "", words, other.title))
        shares["items"] += alike
        if not _same_parent(item.parent, other.parent, place, wanted):
            misses.append(Miss("parent", words, item.parent, other.parent))
            shares["items"] -= 0.1
        shares["hours"] += _hours(item, other, words, misses)
        shares["kinds"] += _kind(item, other, words, misses)
        if item.by is not None or other.by is not None:
            by_shares.append(_by(item, other, words, misses))
    misses += [Miss("invented", "", None, got.items[each].title) for each in invented]
    of = len(asked)
    nothing = float(not invented) if not of else 0.0
    return Score(
        items=40 * (shares["items"] / of if of else nothing),
        hours=25 * (shares["hours"] / of if of else 1),
        kinds=20 * (shares["kinds"] / of if of else 1),
        presenters=10 * (sum(by_shares) / len(by_shares) if by_shares else 1),
        head=_head(truth, got, misses),
        invented=len(invented),
        misses=tuple(misses),
    )


def _aligned(wanted: Sequence[Item], got: Sequence[Item]) -> tuple[dict[int, tuple[int, float]], list[int]]:
    """Which item of theirs stands for each of ours, and how alike they are; the indices of those that stand
    for none. The best sum of likeness that keeps both orders."""
    alike = [[_alike(ours.title, theirs.title) for theirs in got] for ours in wanted]
    best = [[0.0] * (len(got) + 1) for _ in range(len(wanted) + 1)]
    for i in range(len(wanted) - 1, -1, -1):
        for j in range(len(got) - 1, -1, -1):
            both = best[i + 1][j + 1] + alike[i][j] if alike[i][j] >= ALIKE else 0.0
            best[i][j] = max(both, best[i + 1][j], best[i][j + 1])
    pairs: dict[int, tuple[int, float]] = {}
    i = j = 0
    while i < len(wanted) and j < len(got):
        if alike[i][j] >= ALIKE and best[i][j] == best[i + 1][j + 1] + alike[i][j]:
            pairs[i] = (j, alike[i][j])
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    taken = {theirs for theirs, _ in pairs.values()}
    return pairs, [each for each in range(len(got)) if each not in taken]


def _same_parent(ours: int | None, theirs: int | None, place: dict[int, int], wanted: Sequence[Item]) -> bool:
    if ours is not None and wanted[ours].maybe and theirs is None:
        return True
    return ours == (None if theirs is None else place.get(theirs, -1))


def _hours(item: Item, other: Item, words: str, misses: list[Miss]) -> float:
    found = 0.0
    for name in ("start", "end"):
        if _is(getattr(item, name), getattr(other, name)):
            found += 0.5
        else:
            misses.append(Miss(name, words, getattr(item, name), getattr(other, name)))
    if item.end is None and not _is(item.duration_s, other.duration_s):
        misses.append(Miss("length", words, item.duration_s, other.duration_s))
        found -= 0.25
    return max(0.0, found)


def _kind(item: Item, other: Item, words: str, misses: list[Miss]) -> float:
    besides = {each.removeprefix("?") for each in item.also}
    if _is(item.kind, other.kind):
        if {each for each in item.also if not each.startswith("?")} <= set(other.also) <= besides:
            return 1
        misses.append(Miss("also", words, item.also, other.also))
        return 0.9
    misses.append(Miss("kind", words, (item.kind, *item.also), (other.kind, *other.also)))
    return 0.5 if set(_choices(item.kind)) & set(other.also) or other.kind in besides else 0


def _by(item: Item, other: Item, words: str, misses: list[Miss]) -> float:
    if other.by is None or item.by is None:
        found = float(_is(item.by, other.by))
    else:
        found = _alike(item.by, other.by)
    if found < 1:
        misses.append(Miss("by", words, item.by, other.by))
    return found


def _head(truth: Programme, got: Programme, misses: list[Miss]) -> float:
    found: list[float] = []
    for name in ("title", "organiser", "venue", "delegates"):
        want = getattr(truth, name)
        if want is UNSET:
            continue
        have = getattr(got, name)
        right = _is(want, have) if have is None or isinstance(have, int) else _alike(want, have)
        found.append(right)
        if right < 1:
            misses.append(Miss(name, "", want, have))
    if truth.date is not UNSET or truth.date_text is not UNSET:
        dated = truth.date not in (UNSET, None)
        want, have = (truth.date, got.date) if dated else (truth.date_text, got.date_text)
        right = (
            _is(want, have)
            if dated
            else got.date in (UNSET, None) and (want in (UNSET, None) or _alike(want, have) > ALIKE)
        )
        found.append(right)
        if not right:
            misses.append(Miss("date", "", want, (got.date, got.date_text)))
    return 5 * sum(found) / len(found) if found else 5.0


def _alike(ours: object, theirs: object) -> float:
    """How alike the words are, the best over what is right; 1 where they differ in signs and case alone."""
    other = _plain(theirs)
    return max((_likeness(_plain(each), other) for each in _choices(ours) if each is not None), default=0.0)


def _likeness(one: str, other: str) -> float:
    if one == other:
        return 1.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return 0.0
    ratio = matcher.ratio()
    return 1.0 if ratio > 0.97 else ratio


def _plain(words: object) -> str:
    text = unicodedata.normalize("NFC", "" if words is None else str(words)).casefold()
    return re.sub(r"[\W_]+", " ", text).strip()


def _is(right: object, got: object) -> bool:
    return got in _choices(right)


def _choices(right: object) -> tuple[object, ...]:
    return right if isinstance(right, tuple) else (right,)


def _first(right: object) -> object:
    return _choices(right)[0]


if __name__ == "__main__":
    words = [each for each in sys.argv[1:] if each != "--quiet"]
    tell(Path(words[0]), words[1:], "--quiet" in sys.argv)
