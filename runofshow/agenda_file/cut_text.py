"""Words that a file seems to say and YAML throws away: behind ` #`, and behind a comma inside braces.

title: Bàn #3 và giải #1                  is read as        title: Bàn
{title: Tuyên bố lý do, giới thiệu}       is read as        {title: Tuyên bố lý do, giới thiệu: }
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from runofshow.agenda_file.complaint import Complaint, Reporter
from runofshow.agenda_file.form import KEYS
from runofshow.agenda_file.source import place_in
from runofshow.agenda_file.tree import Listing, Mapping, Node, Scalar
from runofshow.agenda_file.wording import line_of, quoted

_OF_PEOPLE = frozenset(
    "title by organiser venue delegates chair_panel backdrop decoration notes mc number decision presenter"
    " reader form list basis recipients what text file at body caller music lights screen crew stage"
    " name unit post address said note proxy".split()
)
"""The keys whose values are words; behind a time or a kind a comment takes nothing away."""
_COMMENT = re.compile(r"[ \t]+(#[^\n]*)")


def cut_text(text: str, root: Node, report: Reporter) -> Iterator[Complaint]:
    """Advice for each text that ends at a ` #`."""
    if _COMMENT.search(text) is None:
        return
    for scalar in _words(root, ""):
        cut = _COMMENT.match(text, scalar.end) if scalar.plain else None
        # behind nothing a comment is one, unless it is stuck to its sign like "#3"
        if cut and (not scalar.is_null or cut[1][1:2].strip()):
            yield report.warning(
                "text_cut_at_hash", place_in(text, cut.start(1)), text=scalar.text, rest=cut[1].rstrip()
            )


def cut_at_comma(text: str, root: Node, report: Reporter) -> Iterator[Complaint]:
    """An error for each run of words that a comma took from the value before it, or from their key."""
    if _may_lack_a_colon(root):
        yield from _cut_at_comma(text, root, report)


def _may_lack_a_colon(root: Node) -> bool:
    """Whether a key within braces stands without a value, as hardly ever one does."""
    to_see = [root]
    while to_see:
        node = to_see.pop()
        if isinstance(node, Listing):
            to_see += node.nodes
        elif isinstance(node, Mapping):
            for _, value in node.entries:
                if not isinstance(value, Scalar):
                    to_see.append(value)
                elif node.flow and value.is_null:
                    return True
    return False


def _cut_at_comma(text: str, root: Node, report: Reporter) -> Iterator[Complaint]:
    match root:
        case Mapping(entries, flow=flow):
            rest: list[Scalar] = []
            before: tuple[Scalar, Node] | None = None
            for key, value in entries:
                if flow and _has_no_colon(text, key, value):
                    rest.append(key)
                    continue
                yield from _taken(text, before, rest, report)
                before, rest = (key, value), []
                yield from _cut_at_comma(text, value, report)
            yield from _taken(text, before, rest, report)
        case Listing(nodes):
            for each in nodes:
                yield from _cut_at_comma(text, each, report)


def _has_no_colon(text: str, key: Scalar, value: Node) -> bool:
    behind = text[key.end : value.end].lstrip() if value.end >= key.end else ""
    return isinstance(value, Scalar) and value.is_null and not behind.startswith(":")


def _taken(
    text: str, before: tuple[Scalar, Node] | None, rest: list[Scalar], report: Reporter
) -> Iterator[Complaint]:
    tight = [each for each in rest if each.text.partition(":")[0] in KEYS and ":" in each.text]
    for each in tight:
        key, _, value = each.text.partition(":")
        yield report.error("no_blank_after_colon", each.place, key=key, write=f"{key}: {value}")
    words = [each for each in rest if each not in tight]
    if not words:
        return
    place, cut = words[0].place, text[words[0].start : words[-1].end]
    if before and isinstance(before[1], Scalar) and not tight:
        whole = text[before[1].start : words[-1].end]
        if not before[1].plain:
            whole = before[1].text + text[before[1].end : words[-1].end]
        write = f"{before[0].text}: {quoted(line_of(whole))}"
        yield report.error("cut_at_comma", place, rest=line_of(cut), write=write)
    else:
        yield report.error("cut_at_comma", place, rest=line_of(cut), write=quoted(line_of(cut)))


def _words(node: Node, key: str) -> Iterator[Scalar]:
    match node:
        case Scalar():
            if key in _OF_PEOPLE:
                yield node
        case Listing(nodes):
            for each in nodes:
                yield from _words(each, key)
        case Mapping(entries):
            for name, value in entries:
                yield from _words(value, name.text)
