"""Where the broker is and by what right one comes in, from what was typed and from the environment.

mqtt://192.168.1.9             a broker in the house, on port 1883
mqtts://broker.tinh.vn/thi-dua over TLS on port 8883; the show's name there is `thi-dua`

User and password stand in the environment, where no list of running programs shows them, or in the address
(`mqtt://user:password@host`). What stands in the address counts first.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Final
from unicodedata import normalize
from urllib.parse import SplitResult, unquote, urlsplit

from msgspec import Struct

from runofshow.sites.topics import is_id

USER: Final = "RUNOFSHOW_BROKER_USER"
PASSWORD: Final = "RUNOFSHOW_BROKER_PASSWORD"
AUTHORITY: Final = "RUNOFSHOW_BROKER_CA"
"""A file: who vouches for the broker, where it is no authority that this machine trusts anyway."""

PORTS: Final = {"mqtt": 1883, "mqtts": 8883}
"""The registered ones, plain and over TLS."""


class Flaw(StrEnum):
    """What is wrong with an address."""

    NOT_MQTT = "not_mqtt"
    NO_HOST = "no_host"
    BAD_PORT = "bad_port"
    BAD_NAME = "bad_name"
    """The show's name there is no id."""
    NO_USER = "no_user"
    """A password without a user: MQTT 3.1.1 has no such thing."""
    NO_AUTHORITY = "no_authority"
    """The file that vouches for the broker is not there."""


class BadAddress(ValueError):
    """Nothing can be reached by this."""

    def __init__(self, flaw: Flaw, about: str = "") -> None:
        super().__init__(flaw.value)
        self.flaw = flaw
        self.about = about
        """The part of it that is wrong; never a password."""


class BrokerAddress(Struct, frozen=True):
    host: str
    """A name or a number; IPv6 without its brackets."""
    port: int
    tls: bool = False
    user: str = ""
    password: str = ""
    authority: Path | None = None
    show: str = ""
    """The show's name at the broker; empty where the agenda gives it."""

    @property
    def shown(self) -> str:
        """`192.168.1.9:1883`: for people, and without the password."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}"


def read_address(url: str, environ: Mapping[str, str]) -> BrokerAddress:
    """What `url` and the environment say. Raises BadAddress."""
    url = normalize("NFC", url.strip())
    if "://" not in url:
        url = f"mqtt://{url}"
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError as error:
        raise BadAddress(Flaw.NO_HOST) from error
    if parts.scheme not in PORTS:
        raise BadAddress(Flaw.NOT_MQTT, parts.scheme)
    if not host or not host.isprintable() or any(sign.isspace() for sign in host):
        raise BadAddress(Flaw.NO_HOST)
    show = unquote(parts.path).strip("/")
    if show and not is_id(show):
        raise BadAddress(Flaw.BAD_NAME, show)
    user, password = _right(parts, environ)
    return BrokerAddress(
        host, _port(parts), parts.scheme == "mqtts", user, password, _authority(environ), show
    )


def _port(parts: SplitResult) -> int:
    try:
        port = parts.port
    except ValueError as error:
        raise BadAddress(Flaw.BAD_PORT) from error
    if port == 0:
        raise BadAddress(Flaw.BAD_PORT)
    return port or PORTS[parts.scheme]


def _right(parts: SplitResult, environ: Mapping[str, str]) -> tuple[str, str]:
    if parts.username is not None:
        user, password = unquote(parts.username), unquote(parts.password or "")
    else:
        user, password = environ.get(USER, ""), environ.get(PASSWORD, "")
    if password and not user:
        raise BadAddress(Flaw.NO_USER)
    return user, password


def _authority(environ: Mapping[str, str]) -> Path | None:
    named = environ.get(AUTHORITY, "")
    if not named:
        return None
    if not Path(named).is_file():
        raise BadAddress(Flaw.NO_AUTHORITY, named)
    return Path(named)
