"""What a form asks for, what is written into it, and what is wrong with that; dialogs/form.py shows it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

Values = Mapping[str, str]
"""What was written, by the fields' names."""


class Field(Struct, frozen=True):
    """One thing to fill in. With `choices` (value, label) one of them; with `rows` above 1 several lines.

    A field that `fills` another writes its choice into that one, where it can still be changed; its first
    choice stands for words of one's own. Up and down in the other go through the choices; so they do through
    those of a field that is `turned_in` the other, which only tells what the other is.

    A label that begins with a space is that of a part of what stands above it.
    """

    name: str
    label: str
    value: str = ""
    rows: int = 1
    choices: tuple[tuple[str, str], ...] = ()
    fills: str = ""
    turned_in: str = ""


class Wrong(Struct, frozen=True):
    """What is wrong with a form's answers, and at which field."""

    field: str
    said: str
