"""Why there is no connection to a broker: what the system, TLS and the broker's own answer say."""

from __future__ import annotations

import socket
import ssl
from enum import StrEnum
from typing import Final


class Trouble(StrEnum):
    """Why there is no connection."""

    NOT_INSTALLED = "not_installed"
    NO_HOST = "no_host"
    REFUSED = "refused"
    UNREACHABLE = "unreachable"
    TIMEOUT = "timeout"
    NOT_TRUSTED = "not_trusted"
    """Nobody whom this machine trusts vouches for the broker's certificate, or it is for another name."""
    NO_TLS = "no_tls"
    """What answers there does not speak TLS, or not with us."""
    HUNG_UP = "hung_up"
    """Without a word: it may want TLS, or be no broker."""
    SHUT_OUT = "shut_out"
    """User or password are wrong or missing, or may not come in."""
    OTHER_VERSION = "other_version"
    """It does not take MQTT 3.1.1."""
    BAD_ID = "bad_id"
    NOT_NOW = "not_now"
    NOT_SUBSCRIBED = "not_subscribed"
    """It lets us in and gives us nothing of this tree."""


class NotLinked(Exception):
    """There is no connection."""

    def __init__(self, trouble: Trouble, detail: str = "") -> None:
        super().__init__(f"{trouble}: {detail}" if detail else str(trouble))
        self.trouble = trouble
        self.detail = detail


REFUSALS: Final = {
    132: Trouble.OTHER_VERSION,
    133: Trouble.BAD_ID,
    134: Trouble.SHUT_OUT,
    135: Trouble.SHUT_OUT,
    136: Trouble.NOT_NOW,
}
"""By the reason codes of MQTT 5, into which paho puts the five answers of 3.1.1."""


def why(error: OSError | ValueError) -> NotLinked:
    """What an error at the opening of a connection means."""
    match error:
        case ssl.SSLCertVerificationError():
            return NotLinked(Trouble.NOT_TRUSTED, error.verify_message)
        case ssl.SSLError():
            return NotLinked(Trouble.NO_TLS, error.reason or "")
        case socket.gaierror() | UnicodeError():
            return NotLinked(Trouble.NO_HOST)
        case TimeoutError():
            return NotLinked(Trouble.TIMEOUT)
        case ConnectionRefusedError():
            return NotLinked(Trouble.REFUSED)
        case ConnectionError():
            return NotLinked(Trouble.HUNG_UP)
        case _:
            return NotLinked(Trouble.UNREACHABLE, getattr(error, "strerror", None) or str(error))
