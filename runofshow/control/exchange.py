"""One HTTP request and its answer, on a connection of its own.

It follows no redirect: a target that moved must be written anew, not guessed. Of the answer at most 64 KB are
read, and a target that has said its status is not waited for long. What failed before the first byte of the
request went out may be tried again without harm (`Failed.again`); so may what the target answered with
500, 502 or 503. A request that was sent and not answered is never sent twice: it may have been done.
"""

from __future__ import annotations

import asyncio
import ssl
import unicodedata
from http import HTTPStatus

import h11
from msgspec import Struct

from runofshow.control.failure import Failed, Trouble
from runofshow.control.messages import Request

LONGEST_HEAD = 16_384
LONGEST_ANSWER = 65_536
"""Bytes that are read of an answer, its head included."""
BODY_WAIT = 0.25
"""Seconds for the rest of an answer whose status is known."""
SHOWN = 120
"""Signs of an answer that are kept for the record."""
AGAIN = frozenset({500, 502, 503})
"""The target says that it could not. 504 is none: behind it somebody may have done it."""


class Taken(Struct, frozen=True):
    """The target took it."""

    detail: str
    """What it answered: its status, and how its words begin."""
    after: float = 0.0
    """Seconds from when the request was handed to the system to when the answer's status had come."""


class Connection(Struct, frozen=True):
    """An open connection with nothing sent yet."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter


async def reach(
    addresses: tuple[str, ...], port: int, secured: ssl.SSLContext | None, name: str, within: float
) -> Connection:
    """A connection to the first address that takes one, in so many seconds for all. Raises Failed."""
    loop = asyncio.get_running_loop()
    end = loop.time() + within
    trouble = Failed(Trouble.NO_HOST, name)
    for tried, address in enumerate(addresses):
        try:
            async with asyncio.timeout_at(loop.time() + (end - loop.time()) / (len(addresses) - tried)):
                return await connect(address, port, secured, name)
        except TimeoutError:
            trouble = Failed(Trouble.TIMEOUT, f"{address}:{port}", again=True)
        except Failed as failed:
            trouble = failed
    raise trouble


async def connect(address: str, port: int, secured: ssl.SSLContext | None, name: str) -> Connection:
    """A connection to one address; `name` is whose certificate is asked for. Raises Failed."""
    try:
        reader, writer = await asyncio.open_connection(
            address, port, ssl=secured, server_hostname=name if secured else None, limit=LONGEST_HEAD
        )
    except ConnectionRefusedError as error:
        raise Failed(Trouble.REFUSED, f"{address}:{port}", again=True) from error
    except ssl.SSLError as error:
        raise Failed(Trouble.UNTRUSTED, shown(error.reason or str(error))) from error
    except OSError as error:
        raise Failed(Trouble.UNREACHABLE, shown(error.strerror or str(error)), again=True) from error
    return Connection(reader, writer)


async def exchange(connection: Connection, request: Request) -> Taken:
    """What the target answered. Raises Failed, and closes it always."""
    reader, writer = connection.reader, connection.writer
    talk = h11.Connection(h11.CLIENT, max_incomplete_event_size=LONGEST_HEAD)
    try:
        try:
            ask = h11.Request(method=request.method, target=request.target, headers=list(request.headers))
            sent = (ask, h11.Data(data=request.body), h11.EndOfMessage())
            out = b"".join(talk.send(part) or b"" for part in sent)
        except (h11.LocalProtocolError, UnicodeError) as error:
            raise Failed(Trouble.BAD_HEADER, shown(str(error))) from error
        # no drain: it is at most 80 KB, and a target may answer before it has read them all
        writer.write(out)
        return await _answer(talk, reader, request)
    except h11.RemoteProtocolError as error:
        raise Failed(Trouble.NOT_HTTP, shown(str(error))) from error
    except OSError as error:
        raise Failed(Trouble.NO_ANSWER, shown(error.strerror or str(error))) from error
    finally:
        # no farewell: a target that hangs would hold it up
        writer.transport.abort()


async def _answer(talk: h11.Connection, reader: asyncio.StreamReader, request: Request) -> Taken:
    clock = asyncio.get_running_loop().time
    since = clock()
    while True:
        event = talk.next_event()
        if event is h11.NEED_DATA:
            data = await reader.read(LONGEST_HEAD)
            if not data:
                raise Failed(Trouble.NO_ANSWER)
            talk.receive_data(data)
        elif isinstance(event, h11.Response):
            break
    after = clock() - since
    code = event.status_code
    line = f"{code} {shown(bytes(event.reason).decode('latin-1')) or _phrase(code)}".rstrip()
    if 300 <= code < 400:
        place = next((value for name, value in event.headers if name == b"location"), b"")
        raise Failed(Trouble.STATUS, shown(f"{line} → {place.decode('latin-1')}"))
    is_judged = 200 <= code < 300 and bool(request.expect or request.expect_not)
    words = (await _body(talk, reader, None if is_judged else BODY_WAIT)).decode("utf-8", "replace")
    line = f"{line} · {shown(words)}" if words.strip() else line
    if not 200 <= code < 300:
        raise Failed(Trouble.STATUS, line, again=code in AGAIN)
    if is_judged and not _is_expected(words, request):
        raise Failed(Trouble.UNEXPECTED, line)
    return Taken(line, after)


def _is_expected(words: str, request: Request) -> bool:
    said = unicodedata.normalize("NFC", words).casefold()
    wanted, unwanted = request.expect.casefold(), request.expect_not.casefold()
    return wanted in said and not (unwanted and unwanted in said)


async def _body(talk: h11.Connection, reader: asyncio.StreamReader, within: float | None) -> bytes:
    """The answer's words, as far as they come in `within` seconds; None waits as long as the try lasts."""
    begins = b""
    try:
        async with asyncio.timeout(within):
            while len(begins) < LONGEST_ANSWER:
                event = talk.next_event()
                if event is h11.NEED_DATA:
                    talk.receive_data(await reader.read(LONGEST_HEAD))
                elif isinstance(event, h11.Data):
                    begins += bytes(event.data)
                else:
                    break
    except (TimeoutError, OSError, h11.RemoteProtocolError):
        # the status is known, so what came is all that can be judged
        return begins
    return begins


def _phrase(code: int) -> str:
    return HTTPStatus(code).phrase if code in HTTPStatus._value2member_map_ else ""


def shown(text: str) -> str:
    """A stranger's words for the record: one line of signs that drive no terminal."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())[:SHOWN]
