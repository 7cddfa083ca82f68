"""Coming in and the pages: the form for a join code, the links of the QR codes, each role's own page.

A code sets the cookie and sends the browser to the role's page. The cookie is SameSite=Strict, so a browser
that came by a link in another app may leave it out on that first step; the page then answers with one that
goes there once more by itself, which is a step of our own.
"""

from __future__ import annotations

import json
import math
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from starlette.responses import HTMLResponse, RedirectResponse, Response

from runofshow.core.agenda import Role
from runofshow.hall.access import Access, Joined, Wait, WrongCode
from runofshow.hall.pace import steady
from runofshow.texts import Language
from runofshow.web import pages
from runofshow.web.asker import (
    address_of,
    cookie_name,
    guest_of,
    guests_of,
    refused,
    role_named,
    strangers_of,
)

if TYPE_CHECKING:
    from starlette.datastructures import Headers
    from starlette.requests import Request

FRESH = "joined"
"""Marks the first step to a page behind a join code."""
CHOOSE = "choose"
"""Asks for the form although one is in, to come in as another role."""
WANTED = "screen"
"""Names the screen whose code is asked for."""
COOKIE_LIFE_S = 7 * 24 * 3600
"""A congress lasts some days; it is void anyway once the show is closed."""
AGAIN = (
    '<!doctype html><html lang="{lang}"><meta charset="utf-8"><title>runofshow</title>'
    '<meta http-equiv="refresh" content="0;url={url}"><a href="{url}">{url}</a></html>'
)


class Entrance:
    """The addresses that people open."""

    def __init__(self, access: Access, language: Language) -> None:
        self._access = access
        self._language = language

    async def home(self, request: Request) -> Response:
        """The page of one's latest role, else the form for a code; `/?choose` is always the form."""
        guest = guest_of(request, self._access, steady())
        wanted = role_named(request.query_params.get(WANTED))
        if guest is not None and CHOOSE not in request.query_params:
            return _go(request, f"/{guest.role.value}")
        here = {guest.role for _, guest in guests_of(request, self._access)}
        return HTMLResponse(pages.join_page(self._language_of(request), here, wanted))

    async def link(self, request: Request) -> Response:
        """A join link, as a QR code holds it; for people who go there, not for what a page loads."""
        if not is_visit(request.headers):
            # not looked at, so that it is no guess either: of nobody who could not be slowed for it
            return refused(403, "origin")
        return self._take(request, request.path_params["code"])

    async def form(self, request: Request) -> Response:
        """A code that was typed."""
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind != "application/x-www-form-urlencoded":
            return refused(415, "not_a_form")
        try:
            sent = parse_qs((await request.body()).decode("ascii"), max_num_fields=5)
        except ValueError:
            return refused(400, "bad_request")
        return self._take(request, sent.get("code", [""])[0])

    async def page(self, request: Request) -> Response:
        """A role's page, for that role."""
        role = Role(request.scope["path"].removeprefix("/"))
        guest = guest_of(request, self._access, steady(), role)
        fresh = FRESH in request.query_params
        if guest is None:
            other = guest_of(request, self._access, steady())
            if other is not None:
                return _go(request, f"/{other.role.value}")
            if not fresh:
                return _go(request, f"/?{WANTED}={role.value}")
            language = self._language_of(request).value
            url = escape(_in_language(request, f"/{role.value}"))
            return HTMLResponse(AGAIN.format(lang=language, url=url))
        if fresh:
            return _go(request, f"/{role.value}")
        return HTMLResponse(pages.page_for(role, self._language_of(request)))

    async def asset(self, request: Request) -> Response:
        """A file of the pages; they hold nothing of the show."""
        found = pages.asset(request.path_params["name"])
        if found is None:
            return refused(404, "not_found")
        data, content_type = found
        return Response(data, media_type=content_type, headers={"cache-control": "no-cache"})

    async def manifest(self, request: Request) -> Response:
        """What makes the page a thing on the home screen; it starts at the role's page."""
        role = role_named(request.query_params.get("role"))
        start = f"/{role.value}" if role else "/"
        manifest = {
            "name": "runofshow",
            "short_name": "runofshow",
            "id": start,
            "start_url": _in_language(request, start),
            "scope": "/",
            "display": "standalone",
            "lang": self._language_of(request).value,
            "background_color": "#000000",
            "theme_color": "#000000",
            "icons": [
                {"src": "/assets/icon.svg", "sizes": "any", "type": "image/svg+xml"},
                {"src": "/assets/icon-192.png", "sizes": "192x192", "type": "image/png"},
                {"src": "/assets/icon-512.png", "sizes": "512x512", "type": "image/png"},
            ],
        }
        return Response(json.dumps(manifest), media_type="application/manifest+json")

    def _take(self, request: Request, code: str) -> Response:
        agent = request.headers.get("user-agent", "")
        answer = self._access.join(code, address_of(request), agent, steady())
        match answer:
            case Wait(seconds):
                page = pages.join_page(self._language_of(request), wait_s=math.ceil(seconds))
                return HTMLResponse(page, 429, {"retry-after": str(math.ceil(seconds))})
            case WrongCode():
                return HTMLResponse(pages.join_page(self._language_of(request), wrong=True), 403)
            case Joined(guest, cookie):
                for old, was in guests_of(request, self._access):
                    if was.role is guest.role:
                        self._access.leave(old)
                response = _go(request, f"/{guest.role.value}?{FRESH}")
                for name in strangers_of(request, self._access):
                    response.delete_cookie(name, httponly=True, samesite="strict")
                response.set_cookie(
                    cookie_name(guest.role, request.scope["server"][1]),
                    cookie,
                    max_age=COOKIE_LIFE_S,
                    path="/",
                    httponly=True,
                    samesite="strict",
                )
                return response

    def _language_of(self, request: Request) -> Language:
        return _language_asked(request) or self._language


def is_visit(headers: Headers) -> bool:
    """Whether somebody goes there, with a browser or a program of ours, and no page loads it as an image.

    Browsers say so of themselves on this machine. Over the hall's plain HTTP they leave that out, but of what
    they open as a page they always say that they take HTML.
    """
    came_from, mode, into = (headers.get(f"sec-fetch-{name}") for name in ("site", "mode", "dest"))
    if mode not in (None, "navigate") or into not in (None, "document"):
        return False
    if came_from in ("cross-site", "same-site"):
        return mode is not None and into is not None
    is_browser = headers.get("user-agent", "").startswith("Mozilla/")
    accepted = headers.get("accept", "text/html")
    return "text/html" in accepted or not (is_browser or accepted.startswith(("image/", "text/css")))


def _language_asked(request: Request) -> Language | None:
    asked = request.query_params.get("lang")
    return next((language for language in Language if language.value == asked), None)


def _in_language(request: Request, url: str) -> str:
    """`url`, in the language that was asked for: whoever has chosen one keeps it on the way."""
    asked = _language_asked(request)
    return url if asked is None else f"{url}{'&' if '?' in url else '?'}lang={asked.value}"


def _go(request: Request, url: str) -> RedirectResponse:
    return RedirectResponse(_in_language(request, url), 303)
