"""A running show as the door on stdin asks it: over HTTP, on this machine, with the token of its agents."""

from __future__ import annotations

import http.client
import json
import re
from http import HTTPStatus
from typing import Final

from msgspec import Struct

from runofshow.agents.offer import Told, refusal
from runofshow.agents.rendezvous import PATH, Rendezvous, open_doors
from runofshow.cli.outcome import USAGE, Failed, Outcome
from runofshow.core.value import Json
from runofshow.journal import default_home

PATIENCE_S: Final = 10.0
LONGEST: Final = 32 * 1024 * 1024
"""Bytes of an answer: a running order of thousands of items, and room to spare."""
_URL: Final = re.compile(r"(?:http://)?(127\.0\.0\.1|localhost):([0-9]{1,5})(?:/mcp)?/?")


class Door(Struct, frozen=True):
    host: str
    port: int
    token: str


class RunningShow:
    """The show that is meant: at the address that was typed, else the one opened last that answers."""

    def __init__(self, outcome: Outcome) -> None:
        """An address that is none of this machine ends the command."""
        self._outcome = outcome
        self._door: Door | None = None
        if outcome.asked.url:
            found = _URL.fullmatch(outcome.asked.url)
            if found is None or not 0 < int(found[2]) < 65_536:
                raise Failed(outcome.words.bad_agent_url.format(url=outcome.asked.url), USAGE)
            token = outcome.environ.get("RUNOFSHOW_AGENT_TOKEN", "")
            self._door = Door("127.0.0.1", int(found[2]), token)

    def call(self, tool: str, given: dict[str, Json]) -> Told:
        """What that tool of the show gives."""
        words, why = self._outcome.words, ""
        for door in self._doors():
            try:
                return self._asked(door, tool, given)
            except OSError as error:
                # one that a killed program left behind: the next may be open
                why = error.strerror or type(error).__name__
            except (http.client.HTTPException, ValueError) as error:
                why = f"{type(error).__name__}: {error}"
        said = words.agent_door_shut.format(reason=why) if why else words.no_agent_show
        return refusal("no_show", said)

    def _doors(self) -> list[Door]:
        if self._door is not None:
            return [self._door]
        home = default_home(self._outcome.environ)
        return [_door(one) for one in open_doors(home)]

    def _asked(self, door: Door, tool: str, given: dict[str, Json]) -> Told:
        """Raises OSError where nobody answers, and HTTPException or ValueError for an answer that is none."""
        params: dict[str, Json] = {"name": tool, "arguments": given}
        body = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": params}
        line = http.client.HTTPConnection(door.host, door.port, timeout=PATIENCE_S)
        try:
            line.request(
                "POST",
                PATH,
                json.dumps(body, ensure_ascii=False).encode(),
                {"Authorization": f"Bearer {door.token}", "Content-Type": "application/json"},
            )
            answer = line.getresponse()
            data = answer.read(LONGEST + 1)
        finally:
            line.close()
        if answer.status == HTTPStatus.TOO_MANY_REQUESTS:
            return refusal("slowed", self._outcome.words.agent_too_fast)
        if answer.status != HTTPStatus.OK or len(data) > LONGEST:
            raise ValueError(f"HTTP {answer.status}")
        said = json.loads(data)
        if "error" in said:
            return refusal("bad_request", str(said["error"].get("message")))
        return Told(said["result"]["structuredContent"], bool(said["result"]["isError"]))


def _door(one: Rendezvous) -> Door:
    port = int(one.url.rpartition(":")[2].removesuffix(PATH))
    return Door("127.0.0.1", port, one.token)
