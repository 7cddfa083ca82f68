"""Who asks: a guest by the cookie or the pass, or a program by the caller's token.

A browser may be in as several roles at once, with a cookie for each: `?as=mc` says whom it asks as.
Without it the newest of them asks.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from starlette.responses import JSONResponse, Response

from runofshow.core.agenda import Role
from runofshow.core.wire import Json
from runofshow.hall.access import Access, Wait
from runofshow.hall.door import Asker
from runofshow.hall.guests import Guest

if TYPE_CHECKING:
    from starlette.requests import Request

COOKIE = "runofshow"
"""How the name of every cookie of ours begins. What a cookie opens is known by its value alone."""
AS = "as"
PASS = "pass"
"""By which a page of the other console comes in: it has no cookie of this one."""
STRANGERS = 24
"""Cookies of other shows on this machine that a browser may keep, before they make its requests too long."""


def asker_of(request: Request, access: Access, now: float, likeliest: Role | None = None) -> Asker | Response:
    """Who asks, or the answer for nobody. A token, where one is sent, counts before the cookie.

    Where the request does not say whom it asks as, it is `likeliest`, if the browser is in as that.
    """
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    if kind:
        known = access.is_token(token.strip(), address_of(request), now)
        if isinstance(known, Wait):
            return slowed(known.seconds)
        if kind.lower() == "bearer" and known:
            return Asker(Role.CALLER)
        return refused(401, "not_joined")
    named = request.query_params.get(AS)
    if named is None:
        guest = guest_of(request, access, now, likeliest) or guest_of(request, access, now)
    else:
        role = role_named(named)
        guest = None if role is None else guest_of(request, access, now, role)
    return refused(401, "not_joined") if guest is None else Asker(guest.role, guest)


def guest_of(request: Request, access: Access, now: float, role: Role | None = None) -> Guest | None:
    """Whose cookie came with the request: of `role` where it is given, else the newest; None for nobody's."""
    found = [(cookie, guest) for cookie, guest in guests_of(request, access) if role in (None, guest.role)]
    if not found:
        return None
    return access.guest(max(found, key=lambda one: one[1].joined)[0], now)


def guests_of(request: Request, access: Access) -> list[tuple[str, Guest]]:
    """Everyone this browser is in as, each with the cookie; none of them is seen by that."""
    passes = request.query_params.getlist(PASS)
    # a page of the other console is let in by what it says, never by what its browser adds
    rights = passes if passes or _is_foreign(request) else _values(request)
    known = ((right, access.whose(right)) for right in rights)
    return [(cookie, guest) for cookie, guest in known if guest is not None]


def strangers_of(request: Request, access: Access) -> list[str]:
    """The names of cookies to be taken back: they open nothing here, and there are too many of them."""
    names = [name for name, cookie in _cookies(request) if access.whose(cookie) is None]
    return names if len(names) > STRANGERS else []


def cookie_name(role: Role, port: int) -> str:
    """One for each role and port: a browser has one jar for all the ports of a machine."""
    return f"{COOKIE}-{role.value}-{port}"


def _is_foreign(request: Request) -> bool:
    ours = f"http://{request.headers.get('host', '')}"
    return request.headers.get("origin", ours) not in (ours, "null")


def _values(request: Request) -> list[str]:
    return [value for _, value in _cookies(request)]


def _cookies(request: Request) -> list[tuple[str, str]]:
    return [(name, value) for name, value in request.cookies.items() if name.startswith(COOKIE)]


def role_named(name: str | None) -> Role | None:
    """The role with this name in addresses; None for any other name."""
    return next((role for role in Role if role.value == name), None)


def address_of(request: Request) -> str:
    """Where the request comes from."""
    return request.client.host if request.client else ""


def refused(status: int, reason: str, about: str = "", **more: Json) -> JSONResponse:
    """No, and why: `{"reason": ...}`, with what it is about where that helps, and what more is known."""
    return JSONResponse({"reason": reason, **({"about": about} if about else {}), **more}, status)


def slowed(seconds: float) -> JSONResponse:
    """Not now."""
    return JSONResponse({"reason": "slowed"}, 429, {"retry-after": str(math.ceil(seconds))})
