"""`mcp`: the door for agents on stdin and stdout, one message a line.

A host of agents starts it by itself, so it finds the show that runs on this machine by itself, too, and
answers without one. Nothing but messages goes to stdout.
"""

from __future__ import annotations

import asyncio
import sys
from contextlib import redirect_stdout
from typing import BinaryIO, Final, NoReturn

from runofshow.agents.message import Fault, answered, read_json, written
from runofshow.agents.offer import Offer, Told, Tool
from runofshow.agents.protocol import answer
from runofshow.agents.show_tools import INSTRUCTIONS, ShowSeen, show_resources, show_tools
from runofshow.cli.agent_files import Files
from runofshow.cli.agent_show import RunningShow
from runofshow.cli.outcome import Outcome
from runofshow.clock import HallZone
from runofshow.core.value import Json, replace

LONGEST: Final = 1024 * 1024
"""Bytes of one message."""


def mcp(outcome: Outcome) -> int:
    """Answer until stdin is closed."""
    offer = offer_of(outcome)
    wire_in, wire_out = sys.stdin.buffer, sys.stdout.buffer
    version: str | None = None
    with redirect_stdout(sys.stderr), asyncio.Runner() as runner:
        while data := _line(wire_in):
            value = read_json(data)
            if isinstance(value, Fault):
                said: Json = answered(None, value)
            else:
                said = runner.run(answer(value, offer, version))
                version = _settled(said) or version
            if said is not None:
                wire_out.write(written(said) + b"\n")
                wire_out.flush()
    return 0


def offer_of(outcome: Outcome) -> Offer:
    """What is here without a show, and what a show offers, asked of it when it is asked for."""
    files, show = Files(outcome), RunningShow(outcome)

    def passed_on(tool: Tool) -> Tool:
        async def run(given: dict[str, Json]) -> Told:
            return await asyncio.to_thread(show.call, tool.name, given)

        return replace(tool, run=run)

    there = [passed_on(tool) for tool in show_tools(nowhere(outcome))]
    tools, resources = (
        [*there, *files.tools(), *files.proposals()],
        [*show_resources(there), *files.resources()],
    )
    return Offer(tools, resources, INSTRUCTIONS)


def nowhere(outcome: Outcome) -> ShowSeen:
    """No show: its tools are only described here, and run where the show is."""

    def never(*_: object) -> NoReturn:
        raise AssertionError("asked here what the show is asked")

    return ShowSeen(never, never, never, never, never, HallZone(), outcome.language)


def _line(wire: BinaryIO) -> bytes:
    """The next message; empty at the end. Of one that is too long only the head is given, which is none."""
    while True:
        data = rest = wire.readline(LONGEST)
        while rest and not rest.endswith(b"\n"):
            rest = wire.readline(LONGEST)
        # an empty line between two messages says nothing
        if data.strip() or not data:
            return data


def _settled(said: Json) -> str | None:
    """The revision that an answer to `initialize` has settled."""
    result = said.get("result") if isinstance(said, dict) else None
    version = result.get("protocolVersion") if isinstance(result, dict) else None
    return version if isinstance(version, str) else None
