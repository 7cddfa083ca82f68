"""One mpv process, asked over its line.

mpv answers in the order it was asked and tells news in between; both come over one stream and are read by
one task. What the news say of the file is kept in `file`, replaced whole, so a wait is a claim about it that
is looked at again after each message (`until`): nothing can be missed between asking and waiting.

Nothing here waits for ever. Each question has a time limit; an mpv that lets one pass has hung, and is killed
and told as dead like one that crashed. An answer that comes too late meets nobody.
"""

from __future__ import annotations

import asyncio
import itertools
import json
from asyncio.subprocess import Process
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from runofshow.core.value import replace
from runofshow.players.link import Link, start_mpv
from runofshow.players.lockdown import LOCKED
from runofshow.players.messages import (
    Answer,
    Complained,
    FileEnded,
    FileReady,
    FileStarted,
    Garbled,
    Message,
    read_message,
)

STARTING = 15.0
"""Seconds in which mpv must have started; the first start of a day reads it from a slow disk."""
ANSWERING = 5.0
"""Seconds for any answer. mpv answers within a millisecond, but not while it opens a wireless loudspeaker."""
LEAVING = 1.0
"""Seconds in which mpv must quit once its line is closed; it takes 20 ms."""

KEPT_COMPLAINTS = 4
GUESSING = "Estimating duration from bitrate"
"""FFmpeg's words of a file that does not say how long it is; mpv has no other sign of it."""


class PlayerDied(Exception):
    """mpv is not there (any more); the words say how it came."""


class OrderRefused(Exception):
    """mpv does not do it, in its words."""


class FileNow(Struct, frozen=True):
    """What mpv has told of the newest file."""

    entry: int = 0
    readied: int = 0
    """How often it was ready: once when loaded, once more after each seek and each turn of a loop."""
    ended: FileEnded | None = None


class Mpv:
    """A running mpv. Belongs to one event loop; everything but `kill` is called in it."""

    def __init__(self, link: Link, hear: Callable[[FileEnded], None], mourn: Callable[[str], None]) -> None:
        self._link = link
        self._hear = hear
        self._mourn = mourn
        self._numbers = itertools.count(1)
        self._asked: dict[int, asyncio.Future[Answer]] = {}
        self._facts: dict[asyncio.Future[None], Callable[[FileNow], bool]] = {}
        self._complaints: deque[str] = deque(maxlen=KEPT_COMPLAINTS)
        self._death: str | None = None
        self._dismissed = False
        self.file = FileNow()
        self.length_is_guess = False
        """The newest file does not say how long it is."""
        self._reading = asyncio.create_task(self._read(), name="mpv's line")

    @classmethod
    async def started(
        cls,
        program: Path,
        options: Sequence[str] = (),
        *,
        hear: Callable[[FileEnded], None] = lambda _: None,
        mourn: Callable[[str], None] = lambda _: None,
        gentle: bool = False,
    ) -> Mpv:
        """Start mpv, locked down, with `options` besides. Raises PlayerDied.

        `hear` is told of every file's end, `mourn` of mpv's own unless it was asked for; both at once, in the
        loop, and they must not wait.
        """
        try:
            link = await start_mpv(program, (*LOCKED, *options), gentle)
        except OSError as error:
            raise PlayerDied(f"{program}: {error}") from error
        mpv = cls(link, hear, mourn)
        try:
            await mpv.ask("request_log_messages", "warn", within=STARTING)
            # newer mpv listens to the keyboard's media keys under another name; older ones do not know it
            with suppress(OrderRefused):
                await mpv.ask("set_property", "options/media-controls", "no")
        except BaseException:
            mpv._dismissed = True
            mpv.kill()
            await asyncio.wait((mpv._reading,))
            raise
        return mpv

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        return self._death is None

    @property
    def complaints(self) -> str:
        """The last lines of mpv's own log of errors since the last load."""
        return "; ".join(self._complaints)

    async def ask(self, *order: object, within: float = ANSWERING) -> object:
        """What mpv answers to an order: a command and its arguments. Raises PlayerDied, OrderRefused."""
        return await self._ask(list(order), within)

    async def get(self, name: str) -> object:
        """The value of a property; None when it has none at this moment. Raises PlayerDied."""
        try:
            return await self._ask(["get_property", name], ANSWERING)
        except OrderRefused:
            return None

    async def number(self, name: str) -> float | None:
        """The value of a property that is a number. Raises PlayerDied."""
        value = await self.get(name)
        return float(value) if isinstance(value, int | float) else None

    async def load(self, file: Path, options: Mapping[str, str]) -> int:
        """Turn to a file, with options for it alone; gives its entry, and says nothing of its fate.

        The path must be absolute: then it begins like no address and no option, and mpv takes it as it is.
        """
        assert file.is_absolute()
        self._complaints.clear()
        self.length_is_guess = False
        # the order's arguments by name, for their places changed with mpv 0.38
        order: dict[str, object] = {"name": "loadfile", "url": str(file), "flags": "replace"}
        match await self._ask(order | {"options": dict(options)}, ANSWERING):
            case {"playlist_entry_id": int(entry)}:
                return entry
            case other:
                raise PlayerDied(self.kill(f"loadfile answered {other}"))

    async def until(self, fact: Callable[[FileNow], bool], within: float) -> FileNow:
        """Wait until `fact` is true of the file, and give it. Raises PlayerDied; a wait too long kills it."""
        if not await self.comes(fact, within):
            raise PlayerDied(self.kill(f"nothing came of the file within {within:.0f} s"))
        return self.file

    async def comes(self, fact: Callable[[FileNow], bool], within: float) -> bool:
        """Whether `fact` comes true of the file within so many seconds. Raises PlayerDied."""
        if self._death is None and not fact(self.file):
            proven: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._facts[proven] = fact
            try:
                async with asyncio.timeout(within):
                    await proven
            except TimeoutError:
                return False
            finally:
                del self._facts[proven]
        if self._death is not None:
            raise PlayerDied(self._death)
        return True

    async def close(self) -> None:
        """Let mpv quit, and see that it has. Tells nobody."""
        self._dismissed = True
        with suppress(PlayerDied, OrderRefused):  # it may quit before it answers, or have died already
            await self.ask("quit", within=LEAVING)
        await asyncio.wait((self._reading,))

    def kill(self, why: str = "killed") -> str:
        """End mpv at once, whatever it does; told as any death. Gives what it died of first."""
        first = self._perish(why)
        self._end_process()
        return first

    @property
    def _process(self) -> Process:
        return self._link.process

    async def _ask(self, order: list[object] | dict[str, object], within: float) -> object:
        if self._death is not None:
            raise PlayerDied(self._death)
        number = next(self._numbers)
        answered = self._asked[number] = asyncio.get_running_loop().create_future()
        line = json.dumps({"command": order, "request_id": number}, ensure_ascii=False) + "\n"
        try:
            async with asyncio.timeout(within):
                # a name of a file that is no UTF-8 goes as the bytes it is
                self._link.writer.write(line.encode("utf-8", "surrogateescape"))
                await self._link.writer.drain()
                answer = await answered
        except TimeoutError:
            raise PlayerDied(self.kill(f"no answer within {within:.0f} s")) from None
        except OSError as error:
            raise PlayerDied(self.kill(f"line broken: {error}")) from error
        finally:
            self._asked.pop(number, None)
        if answer.error is not None:
            raise OrderRefused(answer.error)
        return answer.data

    async def _read(self) -> None:
        """Hear mpv to its end, and see to it that there is one."""
        why = "ended"
        try:
            while line := await self._link.reader.readline():
                self._take(read_message(line))
        except asyncio.CancelledError:
            self._dismissed = True
            raise
        except OSError as error:
            why = f"line broken: {error}"
        except Garbled as error:
            why = f"said what mpv does not say: {error}"
        except ValueError:
            why = "said more than a line may hold"
        except Exception as error:  # noqa: BLE001
            # the task's edge: our own mistake becomes a dead player, which is told and can be started anew
            why = f"{type(error).__name__}: {error}"
        finally:
            self._perish(why)
            await self._see_off()

    async def _see_off(self) -> None:
        """Close the line, at which mpv quits, and wait until it has; kill it when it does not."""
        self._link.writer.close()
        try:
            async with asyncio.timeout(LEAVING):
                await self._process.wait()
        except TimeoutError:
            self._end_process()
            await self._process.wait()
        with suppress(OSError):  # the line to a process that has gone may end badly; it has ended
            await self._link.writer.wait_closed()

    def _take(self, message: Message | None) -> None:
        match message:
            case Answer():
                if (answered := self._asked.get(message.request)) and not answered.done():
                    answered.set_result(message)
                return
            case Complained(level, text):
                if GUESSING in text:
                    self.length_is_guess = True
                elif level != "warn":
                    self._complaints.append(text)
                return
            case FileStarted():
                self.file = FileNow(message.entry)
            case FileReady():
                self.file = replace(self.file, readied=self.file.readied + 1)
            case FileEnded():
                if message.entry == self.file.entry:
                    self.file = replace(self.file, ended=message)
                self._hear(message)
            case None:
                return
        for proven, fact in self._facts.items():
            if not proven.done() and fact(self.file):
                proven.set_result(None)

    def _perish(self, why: str) -> str:
        """mpv is dead to everybody from now on, and told so once; gives what it died of first."""
        if self._death is not None:
            return self._death
        self._death = why
        for answered in self._asked.values():
            if not answered.done():
                answered.set_exception(PlayerDied(why))
        for proven in self._facts:
            if not proven.done():
                proven.set_result(None)
        if not self._dismissed:
            self._mourn(why)
        return why

    def _end_process(self) -> None:
        if self._process.returncode is None:
            with suppress(ProcessLookupError):
                self._process.kill()
