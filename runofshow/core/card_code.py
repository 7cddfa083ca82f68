"""The code on a recipient's card: eight digits, grouped in fours, of which the last is a check.

    card_codes(["r-101", "r-102"])   {"r-101": "97060979", "r-102": "23275891"}

It is made of the recipient's id alone, so a card of yesterday's print is read in today's show. Digits and no
letters: a scanner types like a keyboard, and Vietnamese input methods make other letters of letters. None
begins with a zero, which spreadsheets lose.

The check refuses any one digit that is wrong, and two neighbours that changed places. Where two recipients
would have one code, both have a longer one; a card that was printed before the second of them came onto the
list then fits both, and is refused rather than taken for either.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from typing import Final

SHORTEST: Final = 8
LONGEST: Final = 19
GROUP: Final = 4
_FIRST: Final = 10**17
_BETWEEN = str.maketrans("", "", " \u00a0\t-.·")

# Damm's quasigroup of order 10: a product of digits is 0 only where none is wrong and no two changed places
_DAMM: Final = (
    (0, 3, 1, 7, 5, 9, 8, 6, 4, 2),
    (7, 0, 9, 2, 1, 5, 4, 8, 6, 3),
    (4, 2, 0, 6, 8, 7, 1, 3, 5, 9),
    (1, 7, 5, 0, 9, 8, 3, 4, 2, 6),
    (6, 1, 2, 3, 0, 4, 5, 9, 7, 8),
    (3, 6, 7, 4, 2, 0, 9, 5, 8, 1),
    (5, 8, 6, 9, 7, 2, 0, 1, 3, 4),
    (8, 9, 4, 5, 3, 6, 2, 0, 1, 7),
    (9, 4, 3, 8, 6, 1, 7, 2, 0, 5),
    (2, 5, 8, 1, 4, 3, 6, 7, 9, 0),
)


def card_codes(recipient_ids: Iterable[str]) -> dict[str, str]:
    """Recipient id to the code on their card, for all of one agenda; no two are the same."""
    codes: dict[str, str] = {}
    left = list(dict.fromkeys(recipient_ids))
    for length in range(SHORTEST, LONGEST + 1):
        fitting = Counter(code_of(one, length) for one in left)
        codes |= {one: code for one in left if fitting[code := code_of(one, length)] == 1}
        left = [one for one in left if one not in codes]
    return codes


def code_of(recipient_id: str, length: int = SHORTEST) -> str:
    """The code of so many digits that is made of an id; `card_codes` says how long that of one is."""
    payload = _digits(recipient_id)[: length - 1]
    return f"{payload}{_check(payload)}"


def is_code(typed: str) -> bool:
    """Whether something is a card's code and no id: digits alone, however they are grouped."""
    digits = read_code(typed)
    return SHORTEST <= len(digits) <= LONGEST and digits.isascii() and digits.isdecimal()


def read_code(typed: str) -> str:
    """A code as it was typed or scanned, without what groups it."""
    return typed.translate(_BETWEEN)


def printed(code: str) -> str:
    """A code in groups, as people read it: `9706 0979`."""
    return " ".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))


def is_slip(typed: str) -> bool:
    """Whether a code was misread or mistyped: its check says so."""
    return _check(read_code(typed)) != 0


def recipients_with(typed: str, recipient_ids: Iterable[str]) -> list[str]:
    """Whose card it may be: one recipient as a rule, several of a card older than the second of them."""
    payload = read_code(typed)[:-1]
    return [] if is_slip(typed) else [one for one in recipient_ids if _digits(one).startswith(payload)]


def _check(digits: str) -> int:
    """The digit that makes them right; 0 where they are, their own check included."""
    interim = 0
    for digit in digits:
        interim = _DAMM[interim][int(digit)]
    return interim


@lru_cache(maxsize=16_384)
def _digits(recipient_id: str) -> str:
    """Eighteen digits of an id, the first of them no zero."""
    # kept: each scan looks through all who are listed
    number = int.from_bytes(sha256(recipient_id.encode(errors="surrogatepass")).digest())
    return str(_FIRST + number % (9 * _FIRST))
