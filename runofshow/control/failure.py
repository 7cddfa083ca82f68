"""Why a signal did not reach its gear."""

from __future__ import annotations

from enum import StrEnum


class Trouble(StrEnum):
    """What a record begins with that says a signal failed: `status: 404 Not Found`."""

    UNKNOWN_VALUE = "unknown_value"
    """`{current.titel}`: there is none of this name."""
    NO_VALUE = "no_value"
    """It is empty where something must stand."""
    NO_NUMBER = "no_number"
    """A number is asked of what is none: `{item.number:int}` of item 4a."""
    BAD_ADDRESS = "bad_address"
    BAD_HEADER = "bad_header"
    TOO_LONG = "too_long"
    NO_HOST = "no_host"
    """No machine of that name is known."""
    REFUSED = "refused"
    """The machine is there, the program is not."""
    UNREACHABLE = "unreachable"
    UNTRUSTED = "untrusted"
    """Its certificate is not that of this name, or it speaks no TLS."""
    TIMEOUT = "timeout"
    """It could not be reached in time; nothing was sent."""
    NO_ANSWER = "no_answer"
    """It was sent, and may have been done: nobody said."""
    NOT_HTTP = "not_http"
    STATUS = "status"
    """It answered with something else than 200 to 299."""
    UNEXPECTED = "unexpected"
    """It took it, and its words say that it was not done."""
    LATE = "late"
    """It had waited behind others until its moment was past; nothing was sent."""
    CROWDED = "crowded"
    """Too many waited for the same target; the oldest gave way."""
    NO_GEAR = "no_gear"
    """The plan names no such piece of gear any more."""
    NOT_INSTALLED = "not_installed"
    """What drives it is an extra of this program; behind it stands the command that installs it."""
    WRONG_PASSWORD = "wrong_password"
    """It asks for another password, or for one at all."""
    NOT_THIS_GEAR = "not_this_gear"
    """Something answers there that does not speak as this kind of gear does."""
    WARMING = "warming"
    """The projector warms up, and takes no such order before."""
    COOLING = "cooling"
    SWITCHED_OFF = "switched_off"
    """The projector is off, and has no picture to show or to blank."""
    HUNG_UP = "hung_up"
    """It took the connection and closed it, without a word."""
    NOT_NOW = "not_now"
    """It says that it cannot do this in its present state."""
    DEFECT = "defect"
    """It says that it is out of order."""
    CANNOT = "cannot"
    """It does not know this order, or not this value of it."""
    NO_SUCH = "no_such"
    """It is there, and has nothing of this name; behind it stands the name."""
    NO_PORT = "no_port"
    """This machine has no such port."""
    BROKEN = "broken"
    """A mistake of this program."""


class Failed(Exception):
    """One try did not come to its end. `again`: nothing was done by it, so a second try is safe."""

    def __init__(self, trouble: Trouble, about: str = "", *, again: bool = False) -> None:
        super().__init__(f"{trouble}: {about}" if about else str(trouble))
        self.trouble = trouble
        self.again = again
