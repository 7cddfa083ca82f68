"""One connection by PJLink (JBMIA 5-1, class 1, which class 2 holds): lines that end with a carriage return.

    PJLINK 1 498e4a67                        the projector greets, with what the password is mixed with
    5d8409bc1c3fa39749434aa3a5c38682%1POWR ?  the digest stands before the first line alone
    %1POWR=1

A projector that wants no password greets with `PJLINK 0`; one that was told a wrong one says `PJLINK ERRA`.
The protocol is small enough to be spoken without a library, so a hall without a network can use it.
"""

from __future__ import annotations

import asyncio
import errno
import hashlib
from enum import StrEnum

from runofshow.control.failure import Failed, Trouble
from runofshow.control.strangers import shown

LONGEST_LINE = 256
"""Bytes. An answer has 128 of them behind its `=`."""
_GREETING = "PJLINK "


class Refusal(StrEnum):
    """What a projector says to an order it does not follow."""

    UNKNOWN = "ERR1"
    """It has no such command."""
    NO_VALUE = "ERR2"
    """It has the command, and not with this value."""
    NOT_NOW = "ERR3"
    DEFECT = "ERR4"


class PjLink:
    """One connection; whoever opens it closes it."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._digest = ""
        self.ordered = False
        """Something was written that may have been done."""

    async def greet(self, password: str) -> None:
        """Hear what it asks for. Raises Failed where the password is missing, or where it is no projector."""
        line = await self._line()
        if not line.upper().startswith(_GREETING) or len(line) < 8:
            raise Failed(Trouble.NOT_THIS_GEAR, shown(line))
        if line[7] == "0":
            return
        if not password:
            raise Failed(Trouble.WRONG_PASSWORD)
        # the protocol has no other digest
        mixed = (line[9:] + password).encode()
        self._digest = hashlib.md5(mixed, usedforsecurity=False).hexdigest()

    async def ask(self, command: str) -> str | Refusal:
        """What stands behind `=` of the answer to `command ?`. Raises Failed."""
        return await self._exchange(command, "?")

    async def order(self, command: str, value: str) -> str | Refusal:
        """The same of an order, which may be done from now on."""
        return await self._exchange(command, value)

    def close(self) -> None:
        """Let go of it at once."""
        self._writer.transport.abort()

    async def _exchange(self, command: str, value: str) -> str | Refusal:
        digest, self._digest = self._digest, ""
        self.ordered = self.ordered or value != "?"
        self._writer.write(f"{digest}%1{command} {value}\r".encode())
        await self._writer.drain()
        line = await self._line()
        if line.upper().startswith("PJLINK ERRA"):
            raise Failed(Trouble.WRONG_PASSWORD)
        head, equals, said = line.partition("=")
        if not equals or head.upper() != f"%1{command}":
            raise Failed(Trouble.NOT_THIS_GEAR, shown(line))
        said = said.strip()
        return Refusal(said.upper()) if said.upper() in tuple(Refusal) else said

    async def _line(self) -> str:
        try:
            raw = await self._reader.readuntil(b"\r")
        except asyncio.LimitOverrunError as error:
            raise Failed(Trouble.NOT_THIS_GEAR) from error
        except asyncio.IncompleteReadError as error:
            if error.partial:
                raise Failed(Trouble.NOT_THIS_GEAR, shown(repr(error.partial))) from error
            trouble = Trouble.NO_ANSWER if self.ordered else Trouble.HUNG_UP
            raise Failed(trouble, again=not self.ordered) from error
        # some end a line with both
        return raw.decode("utf-8", "replace").strip("\r\n")


async def connected(address: str, port: int) -> PjLink:
    """A connection to what listens there. Raises Failed."""
    place = f"{address}:{port}"
    try:
        reader, writer = await asyncio.open_connection(address, port, limit=LONGEST_LINE)
    except ConnectionRefusedError as error:
        raise Failed(Trouble.REFUSED, place, again=True) from error
    except OSError as error:
        is_silent = error.errno == errno.ETIMEDOUT
        trouble = Trouble.TIMEOUT if is_silent else Trouble.UNREACHABLE
        raise Failed(trouble, place, again=True) from error
    return PjLink(reader, writer)
