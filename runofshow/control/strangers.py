"""What strangers say, made fit for the record."""

from __future__ import annotations

SHOWN = 120
"""Signs of an answer that are kept."""


def shown(text: str, most: int = SHOWN) -> str:
    """A stranger's words for the record: one line of signs that drive no terminal."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())[:most]
