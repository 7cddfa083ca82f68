"""A program that speaks OBS WebSocket 5 as published, and plays the parts that OBS itself plays seldom."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.exceptions import ConnectionClosed

from runofshow.control.gear.obs import ObsGear
from runofshow.core.gear import Obs
from tests.control.targets import LOOPBACK

CHALLENGE = "+IxH4CnCiqpX1rM9scsNynZzbOe4KhDeYcTNS3PDaeY="
SALT = "lM1GncleQOaCu9lT1yeUZhFYnqhsLLP1G5lAGo3ixaI="
TAKEN = {"result": True, "code": 100}

Answer = dict[str, Any] | None
"""What stands behind a request's `d`, but for its id; None says nothing."""
Play = Callable[[dict[str, Any]], Answer]


def refused(code: int, comment: str = "") -> Play:
    status = {"result": False, "code": code} | ({"comment": comment} if comment else {})
    return lambda _: {"requestStatus": status}


def said(**data: object) -> Play:
    return lambda _: {"requestStatus": TAKEN, "responseData": data}


def silent(_: dict[str, Any]) -> Answer:
    return None


class StandIn:
    """Its scenes, and what was asked of it."""

    def __init__(self) -> None:
        self.port = 0
        self.password = ""
        self.scenes = ["Cận cảnh", "Toàn cảnh"]
        """From the bottom of its window up."""
        self.current = "Toàn cảnh"
        self.plays: dict[str, Play] = {}
        """Other answers than its own, by the kind of request."""
        self.asked: list[tuple[str, dict[str, Any]]] = []
        self.heard: list[str] = []
        """Every frame, as it came."""
        self.visits = 0
        self._news = asyncio.Event()
        self._last: ServerConnection | None = None

    @property
    def ordered(self) -> list[str]:
        """What would change something."""
        return [kind for kind, _ in self.asked if not kind.startswith("Get")]

    async def until(self, kind: str, times: int = 1) -> None:
        """Wait until this was asked so many times."""
        while [each for each, _ in self.asked].count(kind) < times:
            self._news.clear()
            await asyncio.wait_for(self._news.wait(), 10)

    async def tell(self, kind: str, **data: object) -> None:
        """An event."""
        assert self._last is not None
        body = {"eventType": kind, "eventIntent": 4, "eventData": data}
        await self._last.send(json.dumps({"op": 5, "d": body}))

    async def fade_to(self, scene: str) -> None:
        """The fade has ended; the picture is another."""
        await self.tell("CurrentProgramSceneChanged", sceneName=scene)

    def hang_up(self) -> None:
        """Break the connection off, as a program that ends does."""
        assert self._last is not None
        self._last.transport.abort()

    async def come(self, connection: ServerConnection) -> None:
        """One visit."""
        self.visits += 1
        self._last = connection
        hello: dict[str, Any] = {"obsWebSocketVersion": "5.1.0", "rpcVersion": 1}
        if self.password:
            hello["authentication"] = {"challenge": CHALLENGE, "salt": SALT}
        try:
            await connection.send(json.dumps({"op": 0, "d": hello}))
            if await self._lets_in(connection):
                await connection.send(json.dumps({"op": 2, "d": {"negotiatedRpcVersion": 1}}))
                async for frame in connection:
                    self.heard.append(str(frame))
                    await self._answer(connection, json.loads(frame)["d"])
        except ConnectionClosed:
            return

    async def _lets_in(self, connection: ServerConnection) -> bool:
        self.heard.append(str(await connection.recv()))
        identify = json.loads(self.heard[-1])["d"]
        if self.password and identify.get("authentication") != _proof(self.password):
            await connection.close(4009, "Authentication failed.")
            return False
        return True

    async def _answer(self, connection: ServerConnection, request: dict[str, Any]) -> None:
        kind, data = request["requestType"], request.get("requestData", {})
        answer = self.plays.get(kind, self._play_of(kind))(data)
        if answer is not None:
            body = {"requestType": kind, "requestId": request["requestId"], **answer}
            await connection.send(json.dumps({"op": 7, "d": body}, ensure_ascii=False))
        self.asked.append((kind, data))
        self._news.set()

    def _play_of(self, kind: str) -> Play:
        match kind:
            case "GetSceneList":
                scenes = [{"sceneIndex": index, "sceneName": name} for index, name in enumerate(self.scenes)]
                return said(scenes=scenes, currentProgramSceneName=self.current, currentPreviewSceneName=None)
            case "SetCurrentProgramScene":
                return self._set_scene
            case "GetVersion":
                return said(obsVersion="29.0.2", obsWebSocketVersion="5.1.0", rpcVersion=1)
            case _:
                return lambda _: {"requestStatus": TAKEN}

    def _set_scene(self, data: dict[str, Any]) -> Answer:
        # as OBS does: the new name at once, the picture once the fade has ended
        self.current = data["sceneName"]
        return {"requestStatus": TAKEN}


def _proof(password: str) -> str:
    secret = base64.b64encode(hashlib.sha256((password + SALT).encode()).digest()).decode()
    return base64.b64encode(hashlib.sha256((secret + CHALLENGE).encode()).digest()).decode()


def port_of(server: Server) -> int:
    """Where it listens."""
    port: int = next(iter(server.sockets)).getsockname()[1]
    return port


@asynccontextmanager
async def stand_in() -> AsyncIterator[StandIn]:
    """It listens on a free port."""
    program = StandIn()
    async with serve(program.come, LOOPBACK, 0, ping_interval=None) as server:
        program.port = port_of(server)
        yield program


@asynccontextmanager
async def driven(port: int, password: str = "") -> AsyncIterator[ObsGear]:
    """What drives the program at this port."""
    gear = ObsGear(Obs("obs", LOOPBACK, port), password)
    try:
        yield gear
    finally:
        gear.close()
