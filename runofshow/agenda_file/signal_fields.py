"""The single values of a signal: where it goes, and what it carries."""

from __future__ import annotations

import re
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from typing import Annotated, Final
from urllib.parse import urlsplit

from runofshow.agenda_file.fields import (
    LONGEST_LINE,
    LONGEST_TEXT,
    bounded,
    name_of,
    one_of,
    text_of,
    words_schema,
)
from runofshow.agenda_file.fitting import FieldError, Value
from runofshow.agenda_file.wording import Quoted, line_of, nearest
from runofshow.core.signal import PLACEHOLDER, Trigger

METHODS: Final = ("GET", "POST", "PUT", "PATCH", "DELETE")
# Patterns are compiled when a signal comes: few agendas have one, and every start would pay for them.
_ENDPOINT = r"(\[[0-9A-Fa-f:.]{2,45}\]|[^\s:/\[\]@]{1,253}):(\d{1,5})"
_HOST = r"(?=.{1,253}$)[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_])?"
_NUMERIC_HOST = r"[\d.]+"
_OSC_ADDRESS = r"(?:/[^\x00-\x20\x7f-\U0010ffff#*,/?\[\]{}]+)+"
"""Parts of plain ASCII; `*`, `?` and their like would be a pattern that several addresses match."""
_WHOLE = r"[+-]?\d{1,10}"
_DECIMAL = r"[+-]?\d{1,20}(?:\.\d{0,20}(?:[eE][+-]?\d{1,3})?|[eE][+-]?\d{1,3})"
_SMALLEST, _GREATEST = -(2**31), 2**31 - 1
"""An OSC whole number has 32 bits."""
_HIGHEST_PORT = 65_535


def _matches(pattern: str, text: str) -> re.Match[str] | None:
    return re.fullmatch(pattern, text, re.ASCII)


def read_endpoint(value: object) -> tuple[str, int]:
    """A host and a port: `127.0.0.1:53000`, `[::1]:53000`. Raises FieldError."""
    text = name_of(value)
    match = _matches(_ENDPOINT, text)
    if match is None or not is_host(match[1].strip("[]")) or not 0 < int(match[2]) <= _HIGHEST_PORT:
        raise FieldError("bad_host_port", text=text)
    return match[1].strip("[]"), int(match[2])


def is_host(host: str) -> bool:
    """A name, or a numeric address that can be one: `127.0.0.300` is a slip and not a name."""
    try:
        if ":" in host:
            IPv6Address(host)
        elif _matches(_NUMERIC_HOST, host):
            IPv4Address(host)
    except AddressValueError:
        return False
    return ":" in host or bool(_matches(_HOST, host))


def _osc_address(value: object) -> str:
    text = name_of(value)
    if not _matches(_OSC_ADDRESS, PLACEHOLDER.sub("0", text)):
        raise FieldError("bad_osc_address", text=text)
    return text


def _url(value: object) -> str:
    text = name_of(value)
    try:
        parts = urlsplit(text)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise FieldError("bad_url", text=text) from error
    if parts.scheme not in ("http", "https"):
        near = "" if "://" in text else f"http://{text}"
        raise FieldError("url_not_http", lambda: near, text=text)
    # A name and a password belong in a header, where no list of signals shows them.
    if host is None or not is_host(host) or port == 0 or "@" in parts.netloc:
        raise FieldError("bad_url", text=text)
    return text


def _method(value: object) -> str:
    word = line_of(bounded(text_of(value), LONGEST_LINE)).upper()
    if word not in METHODS:
        known = ", ".join(METHODS)
        raise FieldError("unknown_method", lambda: nearest(word, METHODS), text=word, known=known)
    return word


def _header_value(value: object) -> str:
    text = bounded(text_of(value), LONGEST_LINE).strip()
    # A line break would begin another header, or the body.
    if not (text.isascii() and text.isprintable()):
        raise FieldError("bad_header_value")
    return text


NOTHING = frozenset({"", "~", "null"})
"""What says nothing in an agenda file, folded."""


def read_argument(value: object) -> str | int | float | bool:
    """What an OSC message carries: a number or a truth where it is written without quotes, else text."""
    if not isinstance(value, str):
        raise FieldError("wrong_type", expected="argument")
    text = line_of(bounded(value, LONGEST_TEXT))
    if isinstance(value, Quoted):
        return bounded(text, LONGEST_LINE)
    if text.casefold() in NOTHING:
        raise FieldError("wrong_type", expected="argument")
    if text.casefold() in ("true", "false"):
        return text.casefold() == "true"
    if _matches(_WHOLE, text):
        if not _SMALLEST <= int(text) <= _GREATEST:
            raise FieldError("argument_out_of_range", text=text, least=_SMALLEST, most=_GREATEST)
        return int(text)
    return float(text) if _matches(_DECIMAL, text) else bounded(text, LONGEST_LINE)


Endpoint = Annotated[
    tuple[str, int], Value(read_endpoint, {"type": "string", "examples": ["127.0.0.1:53000"]})
]
OscAddress = Annotated[
    str, Value(_osc_address, {"type": "string", "pattern": "^/\\S*$", "maxLength": LONGEST_LINE})
]
Argument = Annotated[
    str | int | float | bool, Value(read_argument, {"type": ["string", "number", "boolean"]})
]
Url = Annotated[str, Value(_url, {"type": "string", "pattern": "^https?://", "maxLength": LONGEST_LINE})]
MethodWord = Annotated[str, Value(_method, words_schema("How it is asked", METHODS))]
HeaderValue = Annotated[str, Value(_header_value, {"type": ["string", "number"], "maxLength": LONGEST_LINE})]
TriggerWord = Annotated[
    Trigger, Value(one_of(Trigger, "unknown_trigger"), words_schema("What sets it off", Trigger))
]
