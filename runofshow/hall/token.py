"""What a program shows to ask as the caller: kept as its hash, and compared in one time whatever it is."""

from __future__ import annotations

import hmac
from hashlib import sha256

SHORTEST_TOKEN = 16
"""Signs."""


class Token:
    """Raises ValueError for a token of less than 16 signs; without one nothing is right."""

    def __init__(self, token: str | None) -> None:
        if token is not None and len(token) < SHORTEST_TOKEN:
            raise ValueError(f"a token has at least {SHORTEST_TOKEN} signs")
        self._is_set = token is not None
        self._digest = _digest(token or "")

    def is_right(self, said: str) -> bool:
        """Whether this is the token."""
        return hmac.compare_digest(_digest(said), self._digest) and self._is_set


def _digest(token: str) -> bytes:
    return sha256(token.encode()).digest()
