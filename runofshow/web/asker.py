"""Who asks: a guest by the cookie, or a program by the caller's token."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.responses import JSONResponse, Response

from runofshow.core.agenda import Role
from runofshow.web.access import Access, Guest, Wait

if TYPE_CHECKING:
    from starlette.requests import Request

COOKIE = "runofshow"
PROGRAM = "program"
"""Stands for a guest's id where a program with the token asks."""


@dataclass(frozen=True, slots=True)
class Asker:
    role: Role
    guest: Guest | None
    """None for a program with the token."""

    @property
    def asker_id(self) -> str:
        """To tell one from another."""
        return self.guest.guest_id if self.guest else PROGRAM


def asker_of(request: Request, access: Access, now: float) -> Asker | Response:
    """Who asks, or the answer for nobody. A token, where one is sent, counts before the cookie."""
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    if kind:
        known = access.is_token(token.strip(), address_of(request), now)
        if isinstance(known, Wait):
            return slowed(known.seconds)
        if kind.lower() == "bearer" and known:
            return Asker(Role.CALLER, None)
        return refused(401, "not_joined")
    guest = guest_of(request, access, now)
    return refused(401, "not_joined") if guest is None else Asker(guest.role, guest)


def guest_of(request: Request, access: Access, now: float) -> Guest | None:
    """Whose cookie came with the request; None for nobody's."""
    cookie = request.cookies.get(COOKIE)
    return access.guest(cookie, now) if cookie else None


def address_of(request: Request) -> str:
    """Where the request comes from."""
    return request.client.host if request.client else ""


def refused(status: int, reason: str, about: str = "") -> JSONResponse:
    """No, and why: `{"reason": ...}`, with what it is about where that helps."""
    return JSONResponse({"reason": reason, "about": about} if about else {"reason": reason}, status)


def slowed(seconds: float) -> JSONResponse:
    """Not now."""
    return JSONResponse({"reason": "slowed"}, 429, {"retry-after": str(math.ceil(seconds))})
