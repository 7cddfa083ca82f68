"""What a line of a programme is, by the words it has."""

from __future__ import annotations

from msgspec import Struct


class Kinds(Struct, frozen=True):
    """The kind of a line, what else a joined one does, and whether its words say so."""

    kind: str
    also: tuple[str, ...] = ()
    sure: bool = True
    """False: the kind is a guess."""


def kinds_of(title: str) -> Kinds:
    """The act that is named first gives the kind; «other» where no word tells."""
    return Kinds("other", (), bool(title))
