"""A hall's server made of plain values: what was asked of it is kept, and it answers at once."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import TypeVar

from runofshow.core.agenda import Role
from runofshow.core.value import replace
from runofshow.hall.guests import Guest, JoinLink
from runofshow.tui.hall import HallDoor, HallNow

Answer = TypeVar("Answer")

ADDRESS = "http://192.168.1.7:8765"
HOME = "http://127.0.0.1:8765"
CODES = dict(zip(Role, "K7P2Q9 MWX4ZA H5RT8B QJ2N6D V9C3LF YE7G4S U2KP8M A6WD9T F3ZH5X".split(), strict=True))
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) Version/17.4 Safari/604.1"
ANDROID = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/124.0 Mobile Safari"
WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/124.0 Safari/537.36 Edg/124.0"

NOW = 1_000.0
GUESTS = (
    Guest("a1", Role.MC, "192.168.1.23", IPHONE, 0.0, NOW - 1.2, 0.012, 1),
    Guest("b2", Role.MUSIC, "192.168.1.31", WINDOWS, 0.0, NOW - 4.0, 0.034, 2),
    Guest("c3", Role.DISPLAY, "192.168.1.40", ANDROID, 0.0, NOW - 200.0, None, 0),
)


def links(address: str = ADDRESS) -> tuple[JoinLink, ...]:
    return tuple(JoinLink(role, code, f"{address}/j/{code}") for role, code in CODES.items())


OPEN = HallNow(ADDRESS, True, "", links(), GUESTS, NOW)
CLOSED = HallNow(HOME, False, "", links(HOME))
TAKEN = HallNow("", False, "cổng 8765 đã có phần mềm khác dùng")
NO_NETWORK = HallNow(HOME, True, "", links(HOME))
HALLS = {"none": None, "open": OPEN, "closed": CLOSED, "taken": TAKEN, "no_network": NO_NETWORK}


def qr_of(url: str) -> Sequence[str]:
    """A code of the size of a join link's: 17 lines of 33 signs, every half block among them."""
    del url
    return ["█" * 33, *(["█ ▀▄" * 8 + "█"] * 15), "█" * 33]


@dataclass
class Server:
    """Holds one `HallNow` and changes it as it is asked."""

    hall: HallNow
    asked: list[str] = field(default_factory=list)
    went_wrong: str = ""
    """What opening and closing answer."""

    def door(self) -> HallDoor:
        return HallDoor(lambda: self.hall, self.open, self.close, self.renew, self.throw_out, qr_of)

    def open(self) -> Future[str]:
        self.asked.append("open")
        if not self.went_wrong:
            self.hall = replace(OPEN, guests=self.hall.guests)
        return done(self.went_wrong)

    def close(self) -> Future[str]:
        self.asked.append("close")
        if not self.went_wrong:
            self.hall = CLOSED
        return done(self.went_wrong)

    def renew(self, role: Role) -> Future[str]:
        self.asked.append(f"renew {role.value}")
        code = "NEWABC"
        self.hall = replace(
            self.hall,
            links=tuple(
                JoinLink(role, code, f"{ADDRESS}/j/{code}") if link.role is role else link
                for link in self.hall.links
            ),
        )
        return done(code)

    def throw_out(self, guest_id: str) -> Future[bool]:
        self.asked.append(f"throw out {guest_id}")
        left = tuple(guest for guest in self.hall.guests if guest.guest_id != guest_id)
        known = len(left) < len(self.hall.guests)
        self.hall = replace(self.hall, guests=left)
        return done(known)


def done(answer: Answer) -> Future[Answer]:
    future: Future[Answer] = Future()
    future.set_result(answer)
    return future
