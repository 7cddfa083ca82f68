"""One HTTP request to other gear and its answer.

It follows no redirect: a target that moved must be written anew, not guessed. Of the answer at most 64 KB are
read, and a target that has said its status is not waited for long. What failed before the first byte of the
request went out may be tried again without harm (`Failed.again`); so may what the target answered with
500, 502 or 503. A request that was sent and not answered is never sent twice: it may have been done.
"""

from __future__ import annotations

import asyncio
import ssl
import unicodedata
from collections.abc import Sequence
from http import HTTPStatus

import httpx

from runofshow.control.failure import Failed, Trouble
from runofshow.control.messages import Request, Taken, Target
from runofshow.control.strangers import shown
from runofshow.line.reaching import Asked, NoHttp, Passed, answer_of, roots_of, way_out

LONGEST_ANSWER = 65_536
"""Bytes that are read of an answer's words."""
BODY_WAIT = 0.25
"""Seconds for the rest of an answer whose status is known."""
AGAIN = frozenset({500, 502, 503})
"""The target says that it could not. 504 is none: behind it somebody may have done it."""


class HttpTarget:
    """One target over HTTP. `secured` for https."""

    def __init__(self, target: Target, secured: ssl.SSLContext | None) -> None:
        self._target = target
        self._out = way_out(secured)

    async def exchange(
        self, addresses: Sequence[str], request: Request, within: float, until: float
    ) -> Taken:
        """What it answered before `until`, the end of a try of `within` seconds. Raises Failed."""
        if not request.method.isascii():
            raise Failed(Trouble.BAD_HEADER, shown(request.method))
        passed = Passed()
        target = self._target
        asked = Asked(
            request.method, request.target, request.headers, request.body, target.scheme, target.host
        )
        try:
            async with asyncio.timeout_at(until):
                answer = await answer_of(self._out, addresses, target.port, asked, within, passed)
                try:
                    return await _judged(answer, request, passed)
                finally:
                    await answer.aclose()
        except TimeoutError as error:
            trouble = Trouble.NO_ANSWER if passed.sent_at is not None else Trouble.TIMEOUT
            raise Failed(trouble, f"{within:g} s", again=passed.sent_at is None) from error
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            raise _unreached(error) from error
        except httpx.LocalProtocolError as error:
            raise Failed(Trouble.BAD_HEADER, shown(str(error))) from error
        except NoHttp as error:
            raise Failed(Trouble.NOT_HTTP, shown(str(error))) from error
        except httpx.RemoteProtocolError as error:
            raise Failed(Trouble.NO_ANSWER) from error
        except httpx.TransportError as error:
            raise Failed(Trouble.NO_ANSWER, _said_by_system(error)) from error


def _unreached(error: httpx.TransportError) -> Failed:
    place = f"{error.request.url.host}:{error.request.url.port}"
    for root in roots_of(error):
        if isinstance(root, ssl.SSLError):
            return Failed(Trouble.UNTRUSTED, shown(root.reason or str(root)))
        if isinstance(root, ConnectionRefusedError):
            return Failed(Trouble.REFUSED, place, again=True)
    if isinstance(error, httpx.ConnectTimeout):
        return Failed(Trouble.TIMEOUT, place, again=True)
    return Failed(Trouble.UNREACHABLE, _said_by_system(error), again=True)


def _said_by_system(error: httpx.TransportError) -> str:
    said = (root.strerror for root in roots_of(error) if isinstance(root, OSError) and root.strerror)
    return shown(next(said, str(error)))


async def _judged(answer: httpx.Response, request: Request, passed: Passed) -> Taken:
    code = answer.status_code
    line = f"{code} {shown(answer.reason_phrase) or _phrase(code)}".rstrip()
    if 300 <= code < 400:
        raise Failed(Trouble.STATUS, shown(f"{line} → {answer.headers.get('location', '')}"))
    is_judged = 200 <= code < 300 and bool(request.expect or request.expect_not)
    words = (await _body(answer, None if is_judged else BODY_WAIT)).decode("utf-8", "replace")
    line = f"{line} · {shown(words)}" if words.strip() else line
    if not 200 <= code < 300:
        raise Failed(Trouble.STATUS, line, again=code in AGAIN)
    if is_judged and not _is_expected(words, request):
        raise Failed(Trouble.UNEXPECTED, line)
    return Taken(line, passed.took, is_judged)


def _is_expected(words: str, request: Request) -> bool:
    said = unicodedata.normalize("NFC", words).casefold()
    wanted, unwanted = request.expect.casefold(), request.expect_not.casefold()
    return wanted in said and not (unwanted and unwanted in said)


async def _body(answer: httpx.Response, within: float | None) -> bytes:
    """The answer's words, as far as they come in `within` seconds; None waits as long as the try lasts."""
    begins = b""
    try:
        async with asyncio.timeout(within):
            async for piece in answer.aiter_raw():
                begins += piece
                if len(begins) >= LONGEST_ANSWER:
                    break
    except (TimeoutError, httpx.TransportError):
        # the status is known, so what came is all that can be judged
        return begins
    return begins


def _phrase(code: int) -> str:
    return HTTPStatus(code).phrase if code in HTTPStatus._value2member_map_ else ""
