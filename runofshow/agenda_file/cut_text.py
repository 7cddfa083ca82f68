"""Words that a file seems to say and YAML throws away: what stands behind ` #` in unquoted text.

title: Bàn #3 và giải #1        is read as        title: Bàn
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from runofshow.agenda_file.complaint import Complaint, Reporter
from runofshow.agenda_file.source import place_in
from runofshow.agenda_file.tree import Listing, Mapping, Node, Scalar

_OF_PEOPLE = frozenset(
    "title by organiser venue delegates chair_panel backdrop decoration notes mc number decision presenter"
    " recipients what text file at body caller music lights screen crew stage".split()
)
"""The keys whose values are words; behind a time or a kind a comment takes nothing away."""
_COMMENT = re.compile(r"[ \t]+(#[^\n]*)")


def cut_text(text: str, root: Node, report: Reporter) -> Iterator[Complaint]:
    """Advice for each text that ends at a ` #`."""
    for scalar in _words(root, ""):
        cut = _COMMENT.match(text, scalar.end) if scalar.plain else None
        # behind nothing a comment is one, unless it is stuck to its sign like "#3"
        if cut and (not scalar.is_null or cut[1][1:2].strip()):
            yield report.warning(
                "text_cut_at_hash", place_in(text, cut.start(1)), text=scalar.text, rest=cut[1].rstrip()
            )


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
