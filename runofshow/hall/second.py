"""The other console of the show, as every screen is told of it: where it is, and by what one comes in there.

A screen that is told of it in time can go there by itself when this console has gone. It comes in by its
*pass*, which stands for the guest as the cookie does: that belongs to this console's address alone. The pass
follows from the cookie's hash, so that two consoles with the same doors (kept_doors.py) know the same passes,
nothing more has to be kept, and whoever is thrown out has none. Who can reckon it can read the doors, where
every role's code stands.
"""

from __future__ import annotations

import hmac
import re

from msgspec import Struct

ORIGIN = re.compile(r"http://([A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\]):[0-9]{1,5}")


class Second(Struct, frozen=True):
    """Another console that keeps the same record. Raises ValueError for an address that is more than
    an origin: what pages may ask is widened by it."""

    urls: tuple[str, ...]
    """Where it answers, the likeliest first: `http://192.168.1.8:8765`."""
    term: int
    """Of the console that tells of it."""

    def __post_init__(self) -> None:
        if not all(ORIGIN.fullmatch(url) for url in self.urls):
            raise ValueError(f"no origin: {self.urls}")


class ToldSecond(Struct, frozen=True, rename={"own_pass": "pass"}):
    """The same for one guest."""

    urls: tuple[str, ...]
    own_pass: str
    term: int


def pass_of(key: str) -> str:
    """The pass of the guest whose cookie has this hash."""
    return hmac.digest(key.encode(), b"runofshow pass", "sha256").hex()
