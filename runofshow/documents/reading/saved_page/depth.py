"""How deep the elements of a page lie in one another, told before the parser builds them.

Thousands of elements that have no end take it minutes.
"""

from __future__ import annotations

import re

MOST_DEEP = 1_000
"""A page that is put together by hand has 40, one by a program 100."""

_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
_NEVER_DEEP = frozenset(
    "p li td th tr option dd dt rp rt br img hr meta link input col colgroup area wbr embed source track"
    " param base tbody thead tfoot html head body path use circle rect line o:p".split()
)
"""They hold nothing, or end where the next one begins."""


def is_too_deep(page: str) -> bool:
    """Whether more than MOST_DEEP elements stand open at any place of the page."""
    depth = 0
    for closing, name in _TAG.findall(page):
        if name.lower() in _NEVER_DEEP:
            continue
        depth = max(depth - 1, 0) if closing else depth + 1
        if depth > MOST_DEEP:
            return True
    return False
