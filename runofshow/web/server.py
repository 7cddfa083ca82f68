"""The hall's server, in the thread of the show: opened, closed and asked from any thread.

It begins on this machine alone. `open_to_hall` lets the network in and `close_to_hall` shuts it out again
while the show runs; screens on this machine stay connected through both. A port that is taken is a value and
no exception: the show goes on without the hall. Starlette and uvicorn are loaded when it starts, beside the
show, and not before.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from datetime import tzinfo
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from runofshow.agents.rendezvous import PATH, drop_rendezvous, keep_rendezvous
from runofshow.core.agenda import Role
from runofshow.core.alarms import AlarmCode
from runofshow.engine import Engine
from runofshow.hall.access import Access
from runofshow.hall.guests import Guest, JoinLink
from runofshow.hall.kept_doors import read_doors
from runofshow.hall.second import Second
from runofshow.texts import Language
from runofshow.web.network import (
    EVERYWHERE,
    LOOPBACK,
    Listening,
    PortTaken,
    hall_addresses,
    join_url,
)

if TYPE_CHECKING:
    from runofshow.web.http_server import HttpServer

LOOK_S = 5.0
"""Seconds between two looks at whether this machine is in a network."""


class Closed(Struct, frozen=True):
    """The server has not started yet, or has stopped."""


Standing = Listening | PortTaken | Closed


def kept_access(token: str | None, folder: Path, now: float) -> Access:
    """The hall's doors as they were kept in the show's folder. Raises ValueError for a short token."""
    return Access(token, read_doors(folder), now)


class HallServer:
    """Every role's screen over HTTP."""

    def __init__(
        self,
        engine: Engine,
        access: Access,
        host: str = LOOPBACK,
        port: int = 8765,
        *,
        tz: tzinfo,
        language: Language,
        lan: bool = False,
        find: Callable[[], Sequence[str]] = hall_addresses,
        agents: str | None = None,
    ) -> None:
        """`find` gives the addresses of this machine that a phone could reach, the likeliest first. `agents`
        is the token by which agents come in; None lets in none."""
        self._engine = engine
        self._access = access
        self._host = host
        self._port = port
        self._tz = tz
        self._language = language
        self._lan = lan
        self._find = find
        self._agents = agents
        self._http: HttpServer | None = None
        self._task: asyncio.Task[Any] | None = None
        self.standing: Standing = Closed()
        """Where it answers, or why not; safe to read from any thread."""

    def start(self) -> Future[Standing]:
        """Begin to serve; the answer comes when the port is open, or is taken."""
        answer: Future[Standing] = Future()
        self._engine.run_beside(self._serve(answer))
        return answer

    def stop(self) -> Future[None]:
        """Close every connection and the port; the show goes on. `Engine.stop` does it too."""
        return self._engine.run_beside(self._stop())

    def open_to_hall(self) -> Future[Standing]:
        """Let the hall's network in."""
        return self._engine.run_beside(self._move(EVERYWHERE))

    def close_to_hall(self) -> Future[Standing]:
        """Shut the hall's network out; what is on this machine stays connected."""
        return self._engine.run_beside(self._move(self._host))

    def addresses(self) -> tuple[str, ...]:
        """Where people find it, the likeliest first: `http://192.168.1.7:8765`; empty while it is closed."""
        standing = self.standing
        if not isinstance(standing, Listening):
            return ()
        hosts = self._find() if standing.is_open_to_hall else ()
        return tuple(f"http://{host}:{standing.port}" for host in (*hosts, LOOPBACK))

    def join_links(self) -> tuple[JoinLink, ...]:
        """Every role's code with its link."""
        # asked once: finding the machine's addresses takes as long as all the rest
        home = self._home()
        codes = self._access.codes.items()
        return tuple(JoinLink(role, code, join_url(home, code)) for role, code in codes)

    def guests(self) -> tuple[Guest, ...]:
        """Who has joined."""
        return self._access.present

    def renew(self, role: Role) -> Future[str]:
        """A new code for `role`."""
        return self._engine.call(lambda: self._access.renew(role))

    def throw_out(self, guest_id: str) -> Future[bool]:
        """Make a guest's cookie void and close their pictures; False when there is no such guest."""

        def out() -> bool:
            known = self._access.throw_out(guest_id)
            if self._http is not None:
                self._http.pictures.throw_out(guest_id)
            return known

        return self._engine.call(out)

    def tell_second(self, second: Second) -> Future[None]:
        """Tell every screen of the show's other console, and let that one's pages ask here."""

        def tell() -> None:
            if self._http is not None:
                self._http.tell_second(second)

        return self._engine.call(tell)

    def tell_caller(self, term: int) -> Future[None]:
        """Call every screen that watches this console here: it is the caller of `term`."""

        def tell() -> None:
            if self._http is not None:
                self._http.watch.tell_caller(term)

        return self._engine.call(tell)

    async def _serve(self, answer: Future[Standing]) -> None:
        self._task = asyncio.current_task()
        try:
            # the imports take a fifth of a second: in a thread of their own the show ticks on
            room = await asyncio.to_thread(import_module, "runofshow.web.http_server")
            http: HttpServer = room.HttpServer(
                self._engine, self._access, self._tz, self._language, self._home, self._agents
            )
            self._http = http
            try:
                self._stand(await http.listen(EVERYWHERE if self._lan else self._host, self._port))
                answer.set_result(self.standing)
                await asyncio.gather(http.beat_forever(), self._watch_network())
            finally:
                self._tell_agents(None)
                await http.close()
        except Exception as error:  # noqa: BLE001 - a task's edge: without the hall the show goes on, and says so
            self._engine.show.raise_alarm(AlarmCode.WEB, f"{type(error).__name__}: {error}")
        finally:
            self._http, self._task, self.standing = None, None, Closed()
            if not answer.done():
                answer.set_result(self.standing)

    async def _stop(self) -> None:
        task = self._task
        if task is not None:
            task.cancel()
            await asyncio.wait([task])

    async def _move(self, host: str) -> Standing:
        """Listen there from now on, on the same port; where that fails, as before."""
        http, standing = self._http, self.standing
        if http is None or (isinstance(standing, Listening) and standing.host == host):
            return standing
        port = standing.port if isinstance(standing, Listening) else self._port
        moved = await http.listen(host, port)
        if isinstance(moved, PortTaken) and isinstance(standing, Listening):
            self._stand(await http.listen(standing.host, standing.port))
            return moved
        self._stand(moved)
        return moved

    def _stand(self, standing: Standing) -> None:
        """Where it answers from now on. That it does not is an alarm, until it does."""
        self.standing = standing
        self._tell_agents(standing)
        show = self._engine.show
        if isinstance(standing, PortTaken):
            remedy = "" if standing.free is None else f" · --port {standing.free}"
            show.raise_alarm(AlarmCode.PORT_TAKEN, f"{standing.port}{remedy}")
        else:
            show.lower_alarm(AlarmCode.PORT_TAKEN)
        self._look_at_network()

    def _tell_agents(self, standing: Standing | None) -> None:
        """Where programs of this user find the door for agents; where that cannot be written down, they are
        told by hand."""
        if self._agents is None:
            return
        folder = self._engine.show.folder
        with suppress(OSError):
            if isinstance(standing, Listening):
                keep_rendezvous(folder, standing.port, self._agents)
            else:
                drop_rendezvous(folder)

    @property
    def agent_door(self) -> tuple[str, str] | None:
        """The address and the token for agents; None where they are not let in."""
        standing = self.standing
        if self._agents is None or not isinstance(standing, Listening):
            return None
        return f"http://{LOOPBACK}:{standing.port}{PATH}", self._agents

    def _look_at_network(self) -> None:
        """Open to the hall without a network: no phone can come in, and it must be said."""
        standing, show = self.standing, self._engine.show
        if isinstance(standing, Listening) and standing.is_open_to_hall and not self._find():
            show.raise_alarm(AlarmCode.NO_NETWORK, "")
        else:
            show.lower_alarm(AlarmCode.NO_NETWORK)

    async def _watch_network(self) -> None:
        while True:
            await asyncio.sleep(LOOK_S)
            self._look_at_network()

    def _home(self) -> str:
        """The likeliest address; empty while it is closed."""
        return next(iter(self.addresses()), "")
