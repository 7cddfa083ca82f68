"""Who is let in, and as which role: join codes, the guests who used them, and the caller's token.

What a role may then ask stands at each command (`asked_by` in core/commands.py) and in core/roles.py.

A guest is one browser in one role: a random cookie stands for it, of which only the hash is kept.
Everything is bounded: at most 500 guests, and the one idle longest makes room. It belongs to the thread of
the show; other threads read `present`, which is replaced whole. `now` is seconds of a steady clock. What must
outlive the program (kept_doors.py) is told to whoever keeps it before the change is answered.
"""

from __future__ import annotations

import hmac
import secrets
import unicodedata
from collections.abc import Callable, Iterable
from hashlib import sha256

from msgspec import Struct

from runofshow.core.agenda import Role
from runofshow.core.presence import Presence
from runofshow.core.value import replace
from runofshow.hall.guesses import Guesses
from runofshow.hall.guests import Guest, presence_of
from runofshow.hall.kept_doors import LONGEST_TEXT, MOST_GUESTS, Doors, KeptGuest
from runofshow.hall.second import pass_of
from runofshow.hall.token import Token

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Without 0 and O, 1 and I, which are misread from a wall."""
CODE_LENGTH = 6
GUESTS = MOST_GUESTS
GUESTS_OF_A_ROLE = 250
"""So that who has the delegates' code cannot crowd out the MC."""
NOTHING_KEPT = Doors()


class Wait(Struct, frozen=True):
    """Too many wrong guesses: try again after so many seconds."""

    seconds: float


class WrongCode:
    """No role has this code."""


class Joined(Struct, frozen=True):
    """A new guest, and the cookie that is theirs from now on."""

    guest: Guest
    cookie: str


class Access:
    """The doors of the hall. Raises ValueError for a token of less than 16 signs."""

    def __init__(self, token: str | None = None, kept: Doors = NOTHING_KEPT, now: float = 0.0) -> None:
        """`kept` is who was let in before: they count as seen `now`, and their cookies open as they did."""
        self._token = Token(token)
        self._guests = {
            one.key: Guest(one.guest_id, one.role, one.address, one.agent, now, now) for one in kept.guests
        }
        self._passes = _passes(self._guests)
        # apart: who mistypes a code, or has a page made to, must not keep out the program with the token
        self._guessed_codes, self._guessed_tokens = Guesses(), Guesses()
        self._tell: Callable[[Doors], None] = unheard
        self.codes: dict[Role, str] = dict(kept.codes)
        """The join code of every role; replaced whole when one is renewed."""
        for role in Role:
            if role not in self.codes:
                self.renew(role)
        self.codes = {role: self.codes[role] for role in Role}
        self.present: tuple[Guest, ...] = tuple(self._guests.values())
        """Every guest, in the order they joined."""

    def presence(self, now: float) -> Presence:
        """Who is connected."""
        return presence_of(self.present, now)

    def keep(self, tell: Callable[[Doors], None]) -> None:
        """Tell the doors now and at every change of who is let in; `tell` raises nothing."""
        self._tell = tell
        self._changed()

    def renew(self, role: Role) -> str:
        """A new code for `role`; the old one is void, and who is in stays in."""
        code = new_code()
        while code in self.codes.values():
            code = new_code()
        self.codes = {**self.codes, role: code}
        self._changed()
        return code

    def join(self, code: str, address: str, agent: str, now: float) -> Joined | WrongCode | Wait:
        """Take a code as it was typed. While an address has to wait, even a right one is not looked at."""
        wait = self._guessed_codes.wait(address, now)
        if wait:
            return Wait(wait)
        role = self._role_of(code)
        if role is None:
            self._guessed_codes.wrong(address, now)
            return WrongCode()
        self._guessed_codes.right(address)
        self._make_room(role)
        cookie = secrets.token_urlsafe(32)
        named = "".join(sign for sign in unicodedata.normalize("NFC", agent) if sign.isprintable())
        guest = Guest(secrets.token_hex(4), role, address, named[:LONGEST_TEXT], now, now)
        self._keep(_hash(cookie), guest)
        self._changed()
        return Joined(guest, cookie)

    def guest(self, cookie: str, now: float) -> Guest | None:
        """Whose cookie or pass this is, seen now; None for nobody's."""
        key = self._key_opened(cookie)
        guest = self._guests.get(key)
        if guest is None:
            return None
        seen = replace(guest, seen=now)
        self._keep(key, seen)
        return seen

    def whose(self, cookie: str) -> Guest | None:
        """Whose cookie or pass this is, which does not count as seen; None for nobody's."""
        return self._guests.get(self._key_opened(cookie))

    def pass_of(self, guest_id: str) -> str | None:
        """What opens the same guest at another console with these doors; None when there is no such guest."""
        key = self._key_of(guest_id)
        return None if key is None else pass_of(key)

    def is_token(self, token: str, address: str, now: float) -> bool | Wait:
        """Whether this is the caller's token. Wrong ones are slowed like wrong codes, and apart from them."""
        wait = self._guessed_tokens.wait(address, now)
        if wait:
            return Wait(wait)
        if self._token.is_right(token):
            return True
        self._guessed_tokens.wrong(address, now)
        return False

    def throw_out(self, guest_id: str) -> bool:
        """Make the guest's cookie void; False when there is no such guest."""
        key = self._key_of(guest_id)
        if key is None:
            return False
        del self._guests[key]
        self._publish()
        self._changed()
        return True

    def leave(self, cookie: str) -> None:
        """The cookie is given up, since its browser came in anew; nothing when it is nobody's."""
        if self._guests.pop(_hash(cookie), None) is not None:
            self._publish()
            self._changed()

    def measured(self, guest_id: str, delay: float) -> None:
        """A beat came back after so many seconds."""
        self._change(guest_id, lambda guest: replace(guest, delay=delay))

    def opened(self, guest_id: str, by: int) -> None:
        """The guest opened (+1) or closed (-1) a live picture."""
        self._change(guest_id, lambda guest: replace(guest, screens=max(0, guest.screens + by)))

    def _change(self, guest_id: str, change: Callable[[Guest], Guest]) -> None:
        key = self._key_of(guest_id)
        if key is not None:
            self._keep(key, change(self._guests[key]))

    def _key_opened(self, right: str) -> str:
        key = _hash(right)
        return self._passes.get(key, key)

    def _key_of(self, guest_id: str) -> str | None:
        return next((key for key, guest in self._guests.items() if guest.guest_id == guest_id), None)

    def _keep(self, key: str, guest: Guest) -> None:
        self._guests[key] = guest
        self._publish()

    def _publish(self) -> None:
        self.present = tuple(self._guests.values())

    def _changed(self) -> None:
        self._passes = _passes(self._guests)
        guests = (
            KeptGuest(key, guest.guest_id, guest.role, guest.address, guest.agent)
            for key, guest in self._guests.items()
        )
        self._tell(Doors(self.codes, tuple(guests)))

    def _role_of(self, code: str) -> Role | None:
        typed = "".join(code.split()).replace("-", "").upper().encode()
        found = None
        for role, right in self.codes.items():
            # every code is compared, so that the time taken tells nothing
            if hmac.compare_digest(typed, right.encode()):
                found = role
        return found

    def _make_room(self, role: Role) -> None:
        """Drop who has been idle longest: of the same role when it has many, else of all."""
        of_role = [key for key, guest in self._guests.items() if guest.role is role]
        if len(of_role) >= GUESTS_OF_A_ROLE:
            crowd = of_role
        elif len(self._guests) >= GUESTS:
            crowd = list(self._guests)
        else:
            return
        guests = self._guests
        del guests[min(crowd, key=lambda key: (guests[key].screens > 0, guests[key].seen))]


def new_code() -> str:
    """Six signs that are read well from a wall."""
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))


def unheard(doors: Doors) -> None:
    """Keeps nothing: the doors last as long as the program."""


def _passes(keys: Iterable[str]) -> dict[str, str]:
    """The hash of each pass, and whose it is."""
    return {_hash(pass_of(key)): key for key in keys}


def _hash(cookie: str) -> str:
    return sha256(cookie.encode(errors="surrogateescape")).hexdigest()
