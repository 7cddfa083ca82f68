"""The HTTP server itself, in the loop of the show: uvicorn's protocol on a socket of ours.

The socket is ours, and not uvicorn's, so that the hall can be let in and shut out while screens on this
machine stay connected, and so that a taken port is an answer and no exit of the program.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from contextlib import suppress
from datetime import tzinfo
from pathlib import Path
from typing import Any

from uvicorn.config import Config
from uvicorn.server import ServerState

from runofshow.agents.show_tools import ShowSeen, show_offer
from runofshow.core.agenda import Role
from runofshow.core.alarms import AlarmCode
from runofshow.core.commands import Command
from runofshow.core.events import Entry
from runofshow.core.refusal import Reason, Refused
from runofshow.core.views.roles import CallerView
from runofshow.engine import Engine
from runofshow.hall.access import Access
from runofshow.hall.door import Door
from runofshow.hall.kept_doors import Doors, write_doors
from runofshow.hall.pace import Pace
from runofshow.hall.seat import PlayerSeat
from runofshow.hall.second import Second
from runofshow.texts import Language
from runofshow.web.agents import AgentRoute
from runofshow.web.api import Api
from runofshow.web.connection import Crowd, HallConnection
from runofshow.web.entrance import Entrance
from runofshow.web.guard import Guard
from runofshow.web.network import BACKLOG, Listening, PortTaken, is_loopback, listening_socket
from runofshow.web.routes import hall_routes
from runofshow.web.stream import LivePictures
from runofshow.web.watch import Watch

KEEP_ALIVE_S = 20
"""Seconds an idle connection is kept for the next request."""
HEAD_BYTES = 16_384
"""The longest head of a request: other programs on this machine leave cookies for the same name."""
FAREWELL_S = 0.5
"""Seconds for answers under way when the server closes."""

PROPOSAL_PACE = (0.1, 5)
"""Proposals a second, and at once: a person has to read each."""
LAST_LOOKS = 3
SENSE_S = 0.5
"""Between two looks at who is connected, which is told in whole seconds."""


class HttpServer:
    """One run of it. Made and used in the loop of the show."""

    def __init__(
        self,
        engine: Engine,
        access: Access,
        tz: tzinfo,
        language: Language,
        home: Callable[[], str],
        agents: str | None = None,
    ) -> None:
        """`agents` is the token of the door for agents; without it there is no such door."""
        self._loop = asyncio.get_running_loop()
        self._engine = engine
        self._told: set[str] = set()
        self.pictures = LivePictures(engine.latest, tz)
        engine.listen(self.pictures.hear)
        self._access = access
        # a disk that fails raises an alarm already while the doors are kept here, and that looks at the hall
        self._server: asyncio.Server | None = None
        self._unkept: tuple[Path, Doors] | None = None
        """The doors that could not be written, and in which folder."""
        access.keep(self._keep)
        self._seat = PlayerSeat(engine.show.obey, lambda: engine.latest, access)
        api = Api(lambda: engine.latest, Door(self._seat.obey), access, self.pictures, tz, home, language)
        self.watch = Watch(access)
        self._proposals = Pace(*PROPOSAL_PACE)
        route = None if agents is None else AgentRoute(agents, show_offer(self._seen(engine, tz, language)))
        self._guard = Guard(
            hall_routes(Entrance(access, language), api, self.watch, route), self.failed, language
        )
        self._config = Config(
            self._guard,
            http="h11",
            ws="none",
            lifespan="off",
            interface="asgi3",
            log_config=None,
            access_log=False,
            proxy_headers=False,
            server_header=False,
            date_header=False,
            timeout_keep_alive=KEEP_ALIVE_S,
            h11_max_incomplete_event_size=HEAD_BYTES,
        )
        self._config.load()
        self._state = ServerState()
        self._crowd = Crowd()
        # without a handler Python prints warnings to stderr, across the console
        for name in ("uvicorn", "asyncio"):
            logging.getLogger(name).addHandler(logging.NullHandler())
        self._loop.set_exception_handler(self._loop_failed)

    def _seen(self, engine: Engine, tz: tzinfo, language: Language) -> ShowSeen:
        """The show as agents see it: they may ask for nothing but what it answers as to an agent."""

        async def obey(command: Command, by: str, seen: int | None) -> Entry | Refused:
            if self._proposals.wait(by, self._loop.time()):
                return Refused(Reason.TOO_MANY)
            return await engine.show.obey(command, by, seen)

        def view() -> CallerView:
            whole = self.pictures.view(Role.CALLER)
            assert isinstance(whole, CallerView)
            return whole

        show = engine.show
        return ShowSeen(lambda: show.latest, view, lambda: show.state, lambda: show.log, obey, tz, language)

    async def listen(self, host: str, port: int) -> Listening | PortTaken:
        """Listen there and nowhere else; who is connected from where it no longer listens is cut off."""
        await self._take_nobody_new()
        opened = listening_socket(host, port)
        if isinstance(opened, PortTaken):
            return opened
        taken_port = int(opened.getsockname()[1])
        self._server = await self._loop.create_server(self._connection, sock=opened, backlog=BACKLOG)
        self._crowd.lets_in = is_loopback if is_loopback(host) else everyone
        for connection in list(self._crowd.connections):
            if not self._crowd.lets_in(connection.address):
                connection.transport.abort()
        return Listening(host, taken_port)

    def tell_second(self, second: Second) -> None:
        """Tell every screen of the other console, and let its pages ask here."""
        self._guard.others = second.urls
        self.pictures.tell_second(second, self._access.pass_of)

    async def beat_forever(self) -> None:
        """Keep the live pictures alive, and know whether the player is."""
        await asyncio.gather(
            self._again(self.pictures.beat_forever),
            self._again(self.watch.beat_forever),
            self._again(self._seat.watch_forever),
            self._again(self._sense_forever),
        )

    async def _again(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """A failure is an alarm, and the next beat comes."""
        while True:
            try:
                await work()
            except Exception as error:  # noqa: BLE001 - a task's edge: one failed beat must not be the last
                self.failed(error)

    async def close(self) -> None:
        """Take nobody new, let answers under way end, cut off the rest."""
        self._engine.show.sense(None)
        self._crowd.lets_in = nobody
        await self._take_nobody_new()
        self.pictures.close()
        self.watch.close()
        for connection in list(self._crowd.connections):
            connection.shutdown()
        if self._state.tasks:
            await asyncio.wait(self._state.tasks, timeout=FAREWELL_S)
        for _ in range(LAST_LOOKS):
            for connection in list(self._crowd.connections):
                connection.transport.abort()
            # the loop must look once more at each of them, else their sockets stay open behind it
            await asyncio.sleep(0)
        self._loop.set_exception_handler(None)

    async def _take_nobody_new(self) -> None:
        server, self._server = self._server, None
        if server is None:
            return
        for opened in server.sockets:
            with suppress(NotImplementedError):  # Windows accepts without a reader
                self._loop.remove_reader(opened.fileno())
        # asyncio forgets a connection that was accepted but not yet met when its server closes
        await asyncio.sleep(0)
        server.close()

    async def _sense_forever(self) -> None:
        """Tell the show who is connected; nobody can be while the port is taken."""
        while True:
            here = None if self._server is None else self._access.presence(self._loop.time())
            self._engine.show.sense(here)
            # the record may have gone on elsewhere since its disk failed
            if self._unkept is not None and self._unkept[0] != self._engine.show.folder:
                self._keep(self._unkept[1])
            await asyncio.sleep(SENSE_S)

    def failed(self, error: Exception) -> None:
        """A mistake of our own is an alarm, once: a request that repeats it must not slow the show."""
        detail = f"{type(error).__name__}: {error}"
        if detail not in self._told and len(self._told) < 100:
            self._told.add(detail)
            self._engine.show.raise_alarm(AlarmCode.WEB, detail)

    def _keep(self, doors: Doors) -> None:
        """People come in also while the disk is full; after a restart they would have to join again."""
        folder = self._engine.show.folder
        try:
            write_doors(folder, doors)
        except OSError as error:
            self._unkept = folder, doors
            self._engine.show.raise_alarm(AlarmCode.DOORS, error.strerror or str(error))
        else:
            self._unkept = None
            self._engine.show.lower_alarm(AlarmCode.DOORS)

    def _connection(self) -> HallConnection:
        return HallConnection(self._config, self._state, self._crowd, self._loop)

    def _loop_failed(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        self.failed(error if isinstance(error, Exception) else RuntimeError(context.get("message", "")))


def everyone(address: str) -> bool:
    """Lets the hall in."""
    return True


def nobody(address: str) -> bool:
    """Lets no one in, while the server closes."""
    return False
