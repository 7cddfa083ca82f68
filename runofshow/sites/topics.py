"""What each thing is called at the broker: the one spelling of the tree.

runofshow/hn-thi-dua/lease              who calls the show and how far the record is; kept by the broker
runofshow/hn-thi-dua/facts              each entry of the record, in its order
runofshow/hn-thi-dua/picture            what goes on just now, for who has no record yet; kept
runofshow/hn-thi-dua/halls/district-3   how a hall stands; kept, and written by that hall alone
runofshow/hn-thi-dua/ask/district-3     from which entry a hall lacks the record
runofshow/hn-thi-dua/fill/district-3    what it lacked
runofshow/hn-thi-dua/orders/district-3  an order of a hall's hands to who calls the show
runofshow/hn-thi-dua/answers/district-3 what came of it

Every part is an id of small letters, digits and hyphens: RabbitMQ turns a dot into a slash, and NATS breaks
off at a space. Nobody subscribes by a wildcard: RabbitMQ then gives nothing of what it keeps, and
subscriptions that overlap bring one to three copies, by the broker.
"""

from __future__ import annotations

import re
from typing import Final
from unicodedata import normalize

ROOT: Final = "runofshow"
LONGEST_ID: Final = 32
LONGEST_SHOW: Final = 48
"""Signs. Every message carries its topic, and an idle hall has 100 bytes a second for all of it."""

_ID = re.compile(r"[a-z0-9]+(?:-+[a-z0-9]+)*")
_BETWEEN = re.compile(r"[^a-z0-9]+")


class Topics:
    """The tree of one show."""

    def __init__(self, show: str) -> None:
        """Raises ValueError unless `show` may be part of a topic."""
        if not is_id(show, LONGEST_SHOW):
            raise ValueError(f"{show!r} is no name of a show")
        self._root = f"{ROOT}/{show}"
        self.lease = f"{self._root}/lease"
        self.facts = f"{self._root}/facts"
        self.picture = f"{self._root}/picture"

    def hall(self, hall_id: str) -> str:
        return self._of("halls", hall_id)

    def ask(self, hall_id: str) -> str:
        return self._of("ask", hall_id)

    def fill(self, hall_id: str) -> str:
        return self._of("fill", hall_id)

    def orders(self, hall_id: str) -> str:
        return self._of("orders", hall_id)

    def answers(self, hall_id: str) -> str:
        return self._of("answers", hall_id)

    def _of(self, what: str, hall_id: str) -> str:
        if not is_id(hall_id):
            raise ValueError(f"{hall_id!r} is no id of a hall")
        return f"{self._root}/{what}/{hall_id}"


def is_id(text: str, longest: int = LONGEST_ID) -> bool:
    """Whether `text` may be part of a topic: it reads the same at every broker."""
    return len(text) <= longest and _ID.fullmatch(text) is not None


def show_id(title: str, day: str, rehearsal: bool) -> str:
    """The show's name for who was given none: the same in every hall that has the same agenda.

    `day` is `2026-12-01`: `Đại hội` of that day is `dai-hoi-2026-12-01`. A rehearsal has a tree of its own.
    """
    tail = f"-{day}-r" if rehearsal else f"-{day}"
    plain = normalize("NFD", title.lower().replace("đ", "d")).encode("ascii", "ignore").decode()
    head = _BETWEEN.sub("-", plain).strip("-")[: LONGEST_SHOW - len(tail)].rstrip("-")
    return f"{head}{tail}" if head else f"show{tail}"
