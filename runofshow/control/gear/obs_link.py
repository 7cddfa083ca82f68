"""One connection to OBS: its greeting, questions with their answers, and the events that it tells by itself.

A question that was written and not answered may have been done, and is never written twice.
"""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable
from typing import Final, TypeVar

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidMessage

from runofshow.control.failure import Failed, Trouble
from runofshow.control.gear.obs_words import (
    WRONG_PASSWORD,
    Event,
    Frame,
    Hello,
    Nothing,
    Op,
    Reply,
    Status,
    identify,
    read,
    request,
)
from runofshow.control.strangers import shown

LONGEST_FRAME: Final = 1 << 20
"""Bytes; a list of a thousand scenes has a tenth of it."""
MOST_WAITING: Final = 64
"""Frames that were not looked at yet; behind them OBS has to wait."""
PULSE: Final = 5.0
"""Seconds between two signs of life, and for the answer to one: a cable that was pulled is noticed."""

_WHY: Final[dict[int, Trouble]] = {
    Status.NOT_READY: Trouble.NOT_NOW,
    Status.NO_SUCH: Trouble.NO_SUCH,
}

Said = TypeVar("Said")


class ObsLink:
    """An open connection. `told` hears every event, in the loop in which it was opened."""

    def __init__(self, connection: ClientConnection, told: Callable[[Event], object]) -> None:
        self._connection = connection
        self._told = told
        self._awaited: dict[str, asyncio.Future[Reply]] = {}
        self._numbers = itertools.count(1)
        self._over: Failed | None = None
        self.ordered = False
        """Something was written that may have been done."""
        self._hears = asyncio.get_running_loop().create_task(self._hear(), name="hears OBS")

    @property
    def is_open(self) -> bool:
        return self._over is None

    async def ask(self, kind: str, answer: type[Said], **data: object) -> Said:
        """What OBS answers. Raises Failed; whoever waits no longer leaves the question as it is."""
        if self._over is not None:
            raise self._over
        number = str(next(self._numbers))
        self._awaited[number] = asyncio.get_running_loop().create_future()
        try:
            await self._connection.send(request(number, kind, data), text=True)
            reply = await self._awaited[number]
        except ConnectionClosed as error:
            raise _over(error) from error
        finally:
            del self._awaited[number]
        if not reply.request_status.result:
            raise Refused(kind, reply.request_status.code, reply.request_status.comment)
        return read(reply.response_data, answer)

    async def order(self, kind: str, **data: object) -> None:
        """The same of what changes something, and may be done from now on."""
        self.ordered = True
        await self.ask(kind, Nothing, **data)

    def close(self) -> None:
        """Let go of it at once."""
        self._hears.cancel()
        self._end(Failed(Trouble.HUNG_UP))
        self._connection.transport.abort()

    async def _hear(self) -> None:
        try:
            async for data in self._connection:
                self._take(data)
        except ConnectionClosed as error:
            self._end(_over(error))
        except Failed as failed:
            self._end(failed)
            self._connection.transport.abort()
        else:
            self._end(Failed(Trouble.HUNG_UP))

    def _take(self, data: bytes | str) -> None:
        frame = read(data, Frame)
        if frame.op == Op.EVENT:
            self._told(read(frame.d, Event))
        elif frame.op == Op.REPLY:
            reply = read(frame.d, Reply)
            awaited = self._awaited.get(reply.request_id)
            if awaited is not None and not awaited.done():
                awaited.set_result(reply)

    def _end(self, failed: Failed) -> None:
        self._over = self._over or failed
        for awaited in self._awaited.values():
            if not awaited.done():
                awaited.set_exception(Failed(Trouble.NO_ANSWER, str(failed)))


class Refused(Failed):
    """OBS answered that it did not do it."""

    def __init__(self, kind: str, code: int, comment: str) -> None:
        trouble = _WHY.get(code, Trouble.CANNOT)
        super().__init__(trouble, shown(comment) or f"{kind}: {code}", again=code == Status.NOT_READY)
        self.code = code


async def linked(address: str, port: int, password: str, told: Callable[[Event], object]) -> ObsLink:
    """A connection to the OBS that listens there. Raises Failed."""
    place = f"[{address}]:{port}" if ":" in address else f"{address}:{port}"
    try:
        connection = await connect(
            f"ws://{place}",
            proxy=None,  # the hall's network, whatever the system says of the Internet
            compression=None,
            user_agent_header=None,
            open_timeout=None,
            ping_interval=PULSE,
            ping_timeout=PULSE,
            max_size=LONGEST_FRAME,
            max_queue=MOST_WAITING,
        )
    except ConnectionRefusedError as error:
        raise Failed(Trouble.REFUSED, place, again=True) from error
    except (InvalidHandshake, InvalidMessage, EOFError) as error:
        raise Failed(Trouble.NOT_THIS_GEAR, shown(str(error))) from error
    except OSError as error:
        raise Failed(Trouble.UNREACHABLE, place, again=True) from error
    try:
        await _greeted(connection, password)
    except ConnectionClosed as error:
        failed = _over(error)
        failed.again = failed.trouble is Trouble.HUNG_UP
        raise failed from error
    except BaseException:
        connection.transport.abort()
        raise
    return ObsLink(connection, told)


async def _greeted(connection: ClientConnection, password: str) -> None:
    greeting = read(await connection.recv(), Frame)
    if greeting.op != Op.HELLO:
        raise Failed(Trouble.NOT_THIS_GEAR)
    await connection.send(identify(read(greeting.d, Hello), password), text=True)
    # it answers with this, or closes
    if read(await connection.recv(), Frame).op != Op.IDENTIFIED:
        raise Failed(Trouble.NOT_THIS_GEAR)


def _over(error: ConnectionClosed) -> Failed:
    said = error.rcvd
    if said is not None and said.code == WRONG_PASSWORD:
        return Failed(Trouble.WRONG_PASSWORD)
    return Failed(Trouble.HUNG_UP, shown(said.reason) if said is not None else "")
