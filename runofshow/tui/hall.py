"""What the console needs to know of the hall's server, as values, and the few things it may ask of it.

The server is a neighbour that the console does not import: whoever starts both joins them with a `HallDoor`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future

from msgspec import Struct

from runofshow.core.agenda import Role
from runofshow.hall.guests import Guest, JoinLink


class HallNow(Struct, frozen=True):
    """The server at one moment."""

    address: str
    """Where people find it, `http://192.168.1.7:8765`; empty while it does not answer."""
    is_open_to_hall: bool
    """False while only this machine is let in."""
    problem: str = ""
    """Why it does not answer, in words; empty when all is well."""
    links: tuple[JoinLink, ...] = ()
    guests: tuple[Guest, ...] = ()
    now: float = 0.0
    """Its moment, by the clock that the guests were seen by."""
    agents: tuple[str, str] | None = None
    """The address and the token of the door for agents; None where they are not let in."""

    def of_role(self, role: Role) -> tuple[Guest, ...]:
        """Who came in as `role`, in the order they joined."""
        return tuple(guest for guest in self.guests if guest.role is role)

    def here(self, role: Role) -> int:
        """How many of them follow the show."""
        return sum(guest.is_here(self.now) for guest in self.of_role(role))

    @property
    def has_network(self) -> bool:
        """There is an address that another machine could reach."""
        return bool(self.address) and "//127." not in self.address and "//localhost" not in self.address


class HallDoor(Struct, frozen=True):
    """What the console may ask. Every call returns at once; it may raise RuntimeError when the show's thread
    has ended."""

    now: Callable[[], HallNow]
    """Called several times a second."""
    open_to_hall: Callable[[], Future[str]]
    """Let the hall's network in. Gives what went wrong in words, empty when it is done."""
    close_to_hall: Callable[[], Future[str]]
    """Let in this machine alone, also after a port was taken; the same answer."""
    renew: Callable[[Role], Future[str]]
    """A new code for a role; gives the code."""
    throw_out: Callable[[str], Future[bool]]
    """Send a guest away by `guest_id`; False when they had left before."""
    qr: Callable[[str], Sequence[str]]
    """A link as lines of half blocks: a full block is two *light* modules, quiet zone included."""


def device(agent: str) -> str:
    """`iPhone · Safari` out of what a browser says of itself; its own words where nothing is known."""
    machine = next((name for mark, name in _MACHINES if mark in agent), "")
    browser = next((name for mark, name in _BROWSERS if mark in agent), "")
    return " · ".join(part for part in (machine, browser) if part) or " ".join(agent.split()) or "?"


# The first that is found counts: an iPad calls itself a Mac too, and nearly everything calls itself Safari.
_MACHINES = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "Chromebook"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
)
_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung"),
    ("CocCoc", "Cốc Cốc"),
    ("coc_coc", "Cốc Cốc"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
