"""Values of the show put into the addresses, arguments, paths and bodies of a signal.

    /cue/{next.number}/start        ->  /cue/4.2/start
    {"text": "{item.title}"}        ->  {"text": "Tham luận “Vì nước”"}

The names are those of core/views/fields.py; braces around anything else than a name are as they
stand. What is unknown to the show is an empty text, numbers are written plainly. Every place has its own way
to write a value, so that no title can leave the place it was put in.
"""

from __future__ import annotations

import json
import math
import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import tzinfo
from decimal import Decimal
from html import escape
from urllib.parse import quote

from runofshow.control.failure import Failed, Trouble
from runofshow.core.agenda import Role
from runofshow.core.reckoned import Reckoned
from runofshow.core.signal import PLACEHOLDER
from runofshow.core.signalling import Fired
from runofshow.core.snapshot import NO_CUES, Row, Snapshot
from runofshow.core.value import replace
from runofshow.core.views.fields import nameable
from runofshow.core.views.items import item_view
from runofshow.core.views.roles import view_of
from runofshow.core.wire import Json, as_json, here

Value = str | int | float | bool | None
Values = Mapping[str, Json]
Write = Callable[[Value], str]

NO_ROWS = Reckoned[Row](0, ().__getitem__, {})
GREATEST = 2.0**31
"""An OSC whole number has 32 bits."""
_IN_QUOTES = re.compile(r'\\.|(")', re.DOTALL)
_NOT_IN_ADDRESS = re.compile(r"[^!-~]|[#*,/?\[\]{}]")


def whole_values(snapshot: Snapshot, tz: tzinfo) -> Values:
    """The snapshot as programs read it, but for its lists: they have no names, and thousands of rows."""
    silent = replace(snapshot.sound, decks=(), coming=(), tracks=(), calls=())
    bare = replace(snapshot, rows=NO_ROWS, cues=NO_CUES, alarms=(), messages=(), sound=silent)
    return as_json(view_of(Role.CALLER, bare, tz))


def values_of(whole: Values, snapshot: Snapshot, fired: Fired, tz: tzinfo) -> Values:
    """Every value that `fired` may name: those of the show, and of what set it off."""
    item, cue = snapshot.rows.of(fired.item_id), snapshot.cues.of(fired.cue_id)
    return {
        **whole,
        "item": None if item is None else as_json(item_view(item, tz)),
        "cue": None if cue is None else as_json(here(cue, tz)),
    }


def value_of(values: Values, named: str) -> Value:
    """The value of a dotted name, as the kind of number behind its colon. Inside an unknown all is unknown.

    Raises Failed, also where a number is asked of what is none.
    """
    name, _, kind = named.partition(":")
    if name not in nameable():
        raise Failed(Trouble.UNKNOWN_VALUE, f"{{{name}}}")
    value = _found(values, name)
    if not kind:
        return value
    number = _number(value)
    # item 4.2 is not item 4, while 12.4 seconds are 12
    if number is None or (kind == "int" and isinstance(value, str) and number % 1):
        raise Failed(Trouble.NO_NUMBER, f"{{{named}}} = {plain(value)}")
    return number if kind == "float" else round(number)


def _number(value: Value) -> float | None:
    """What can be counted with: the item's number "4" or "4.2", not "4a"; None when it is none."""
    try:
        number = float(value) if isinstance(value, str | int | float) else math.nan
    except ValueError:
        return None
    return number if math.isfinite(number) and abs(number) < GREATEST else None


def _found(values: Values, name: str) -> Value:
    found: Json = dict(values)
    for part in name.split("."):
        if found is None:
            return None
        assert isinstance(found, dict), name
        found = found[part]
    assert not isinstance(found, dict | list), name
    return found


def fill(template: str, values: Values, write: Write, *, needed: bool = False) -> str:
    """`template` with its values, each as `write` has it. Raises Failed; with `needed` for empty ones too."""

    def written(found: re.Match[str]) -> str:
        text = write(value_of(values, found[1]))
        if needed and not text:
            raise Failed(Trouble.NO_VALUE, found[0])
        return text

    return PLACEHOLDER.sub(written, template)


def fill_json(template: str, values: Values) -> str:
    """JSON with its values: inside quotes as a part of that text, outside as a value of its own."""
    pieces: list[str] = []
    end, quoted = 0, False
    for found in PLACEHOLDER.finditer(template):
        literal = template[end : found.start()]
        quoted ^= sum(1 for mark in _IN_QUOTES.finditer(literal) if mark[1]) % 2 == 1
        value = value_of(values, found[1])
        written = json.dumps(plain(value) if quoted else value, ensure_ascii=False)
        pieces += literal, written[1:-1] if quoted else written
        end = found.end()
    return "".join((*pieces, template[end:]))


def fill_argument(argument: str | int | float | bool, values: Values) -> str | int | float | bool:
    """An OSC argument. A placeholder that stands alone keeps its kind: a number stays a number."""
    if not isinstance(argument, str):
        return argument
    alone = PLACEHOLDER.fullmatch(argument)
    if alone is None:
        # a text ends at the first NUL on its way
        return fill(argument, values, plain).replace("\0", "")
    value = value_of(values, alone[1])
    if isinstance(value, bool | int | float):
        return value
    return plain(value).replace("\0", "")


def plain(value: Value) -> str:
    """As a person writes it: no exponent, no `.0`; empty for the unknown."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case float() if value.is_integer():
            return str(int(value))
        case float():
            return f"{Decimal(repr(value)):f}"
        case _:
            return str(value)


def in_url(value: Value) -> str:
    """For a path, a query or a form: every sign that could mean something there is escaped."""
    return quote(plain(value), safe="", errors="replace")


def in_markup(value: Value) -> str:
    """For XML and HTML."""
    return escape(plain(value))


def in_header(value: Value) -> str:
    """For a header: on one line."""
    return "".join(" " if unicodedata.category(sign) in ("Cc", "Zl", "Zp") else sign for sign in plain(value))


def in_address(value: Value) -> str:
    """For one part of an OSC address, which has no space, no `/`, no pattern and plain ASCII only.

    `Báo cáo 1/2` becomes `Bao_cao_1_2`.
    """
    text = plain(value).replace("đ", "d").replace("Đ", "D")
    folded = (sign for sign in unicodedata.normalize("NFD", text) if unicodedata.category(sign) != "Mn")
    return _NOT_IN_ADDRESS.sub("_", "".join(folded))
