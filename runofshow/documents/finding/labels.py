"""A line's words as they are written, less what is not words."""

from __future__ import annotations

from datetime import timedelta

from msgspec import Struct


class Label(Struct, frozen=True):
    """A cleaned line."""

    title: str
    """Less bullet, number, closing punctuation and a length in brackets; hours are taken out before."""
    number: str | None = None
    """As it was typed: «1», «a», «IV», «1.2»; None where a bullet or nothing stands before it."""
    optional: bool = False
    """«(nếu có)», which stays in the title as it was written."""
    length: timedelta | None = None
    """«(30 phút)»."""


def clean_label(text: str) -> Label:
    """A line of a programme, its hours already taken out."""
    return Label(text.strip(" -–+*•❖\t").rstrip(".;,: ").strip())
