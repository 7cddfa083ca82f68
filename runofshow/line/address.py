"""Where the hall is and by what right one comes in, from what was typed.

http://192.168.1.7:8765/j/K7PQ2M         a join link, as the QR codes hold it
http://192.168.1.7:8765  and a code      the same in two parts
192.168.1.7:8765         and a token     the caller's token, for who may look at every screen
"""

from __future__ import annotations

from enum import StrEnum
from urllib.parse import unquote, urlsplit

from msgspec import Struct

SHORTEST_TOKEN = 16
"""Signs: a join code has six, the caller's token has this many or more."""
LONGEST_RIGHT = 256


class Flaw(StrEnum):
    """What is wrong with an address."""

    NOT_HTTP = "not_http"
    NO_HOST = "no_host"
    BAD_PORT = "bad_port"
    NO_CODE = "no_code"
    BAD_CODE = "bad_code"


class BadAddress(ValueError):
    """Nothing can be reached by this."""

    def __init__(self, flaw: Flaw) -> None:
        super().__init__(flaw.value)
        self.flaw = flaw


class Address(Struct, frozen=True):
    host: str
    """A name or a number; IPv6 without its brackets."""
    port: int
    code: str | None
    token: str | None
    """One of the two is given."""

    @property
    def shown(self) -> str:
        """`192.168.1.7:8765`: for people, and without the code."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}"


def read_address(url: str, code: str | None = None) -> Address:
    """What `url` and `code` say; `code` counts before the one in the link. Raises BadAddress."""
    url = url.strip()
    if "://" not in url:
        url = f"http://{url}"
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError as error:
        raise BadAddress(Flaw.NO_HOST) from error
    if parts.scheme != "http":
        raise BadAddress(Flaw.NOT_HTTP)
    if not host or not host.isprintable() or any(sign.isspace() for sign in host):
        raise BadAddress(Flaw.NO_HOST)
    try:
        port = parts.port
    except ValueError as error:
        raise BadAddress(Flaw.BAD_PORT) from error
    if port == 0:
        raise BadAddress(Flaw.BAD_PORT)
    right = (code or _code_in(parts.path)).strip()
    if not right:
        raise BadAddress(Flaw.NO_CODE)
    if not right.isascii() or not right.isprintable() or len(right) > LONGEST_RIGHT:
        raise BadAddress(Flaw.BAD_CODE)
    if len(right) >= SHORTEST_TOKEN:
        return Address(host, port or 80, None, right)
    return Address(host, port or 80, right, None)


def _code_in(path: str) -> str:
    """The code of `/j/CODE`; empty when the path is another."""
    before, found, code = path.partition("/j/")
    return unquote(code).strip("/") if found and not before else ""
