"""The phrases of our papers, read the other way round: what stood in the place of each name.

"{role}, {moment}: {text}"   with "MC, end: Xin mời"   gives   {"role": "MC", "moment": "end", "text": ...}
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from string import Formatter


def read_by(phrase: str, text: str) -> Mapping[str, str] | None:
    """What `text` says in the places of `phrase`; None where it is not put so. What might stand in two places
    stands in the later one."""
    found = _pattern(phrase).fullmatch(text)
    return None if found is None else found.groupdict()


def one_of(phrase: str, text: str) -> str | None:
    """The same of a phrase with one place."""
    found = read_by(phrase, text)
    return None if found is None else next(iter(found.values()))


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    pieces = []
    for literal, name, _, _ in Formatter().parse(phrase):
        pieces.append(re.escape(literal))
        if name is not None:
            pieces.append(f"(?P<{name}>.+?)")
    return re.compile("".join(pieces), re.DOTALL)
