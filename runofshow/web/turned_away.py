"""A refusal as a page in words for people, and as JSON for programs.

Who takes HTML is a person with a browser: what would be JSON, or a bare line of the server's own, becomes a
page. A refusal is small and whole, so it is held back until it is known; other answers pass as they come.
"""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders

from runofshow.agents.rendezvous import PATH
from runofshow.texts import Language
from runofshow.texts.turned_away import TURNED_AWAY

if TYPE_CHECKING:
    from starlette.types import Message, Scope, Send

PLAIN = {404: "not_found", 405: "method"}
"""What the router says in a line of its own."""

PAGE = """<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<link rel="stylesheet" href="/assets/page.css">
</head>
<body class="join">
<main id="main">
<h1>{title}</h1>
<p role="alert">{why}</p>
{wait}<p><a href="{home}">{join}</a></p>
</main>
</body>
</html>
"""


def unreadable() -> str:
    """What is said of a request that cannot be read, in every language: it may have asked for any."""
    said = "\n".join(
        f'<p lang="{one.value}">{escape(TURNED_AWAY[one].why("unreadable"))}</p>' for one in Language
    )
    return f'<!doctype html><meta charset="utf-8"><title>runofshow</title>\n{said}\n'


class TurnedAway:
    """Passes an answer on to `send`; a refusal as whoever asked can read it."""

    def __init__(self, scope: Scope, send: Send, language: Language) -> None:
        self._scope = scope
        self._send = send
        self._language = language
        self._start: Message | None = None
        self._body = bytearray()

    async def __call__(self, message: Message) -> None:
        # what an agent's client reads is a message of its own protocol
        is_page = self._scope["path"] != PATH
        if is_page and message["type"] == "http.response.start" and message["status"] >= 400:
            kind = Headers(raw=message["headers"]).get("content-type", "")
            if not kind.startswith("text/html"):
                self._start = message
                return
        if self._start is None:
            await self._send(message)
            return
        self._body += message.get("body", b"")
        if not message.get("more_body", False):
            await self._refuse(self._start)

    async def _refuse(self, start: Message) -> None:
        said = self._said(start["status"])
        person = "text/html" in Headers(scope=self._scope).get("accept", "")
        headers = MutableHeaders(raw=list(start["headers"]))
        body = json.dumps(said, separators=(",", ":")).encode()
        if person:
            body = self._page(str(said["reason"]), headers.get("retry-after")).encode()
        headers["content-type"] = "text/html; charset=utf-8" if person else "application/json"
        headers["content-length"] = str(len(body))
        await self._send({**start, "headers": headers.raw})
        body = b"" if self._scope["method"] == "HEAD" else body
        await self._send({"type": "http.response.body", "body": body})

    def _said(self, status: int) -> dict[str, object]:
        try:
            said = json.loads(self._body)
        except ValueError:
            said = None
        return said if isinstance(said, dict) and "reason" in said else {"reason": PLAIN.get(status, "other")}

    def _page(self, reason: str, retry_after: str | None) -> str:
        asked = parse_qs(self._scope["query_string"].decode("ascii", "replace")).get("lang", [""])[0]
        language = next((one for one in Language if one.value == asked), self._language)
        words = TURNED_AWAY[language]
        wait = f"<p>{escape(words.wait.format(seconds=retry_after))}</p>\n" if retry_after else ""
        address, port = self._scope["server"] or ("", None)
        # under a foreign name only the whole address leads back
        home = f"http://{address}:{port}/" if reason == "host" else "/?choose"
        return PAGE.format(
            lang=language.value,
            title=escape(words.title),
            why=escape(words.why(reason)),
            wait=wait,
            home=escape(home),
            join=escape(words.join),
        )
