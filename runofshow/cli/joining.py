"""Joins the console to the hall's server, two neighbours that do not know each other."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

from runofshow.texts.cli import CliTexts
from runofshow.tui.hall import HallDoor, HallNow
from runofshow.web.network import Listening, PortTaken
from runofshow.web.qr import qr_lines
from runofshow.web.server import HallServer, Standing

Given = TypeVar("Given")
Made = TypeVar("Made")


def hall_door(server: HallServer, words: CliTexts) -> HallDoor:
    """What the console may know of `server` and ask of it."""

    def now() -> HallNow:
        standing = server.standing
        return HallNow(
            address=next(iter(server.addresses()), ""),
            is_open_to_hall=isinstance(standing, Listening) and standing.is_open_to_hall,
            problem=_problem(standing, words),
            links=server.join_links(),
            guests=server.guests(),
            # both loops count by the machine's monotonic clock
            agents=server.agent_door,
            now=asyncio.get_running_loop().time(),
        )

    def in_words(standing: Standing) -> str:
        return _problem(standing, words)

    return HallDoor(
        now=now,
        open_to_hall=lambda: _then(server.open_to_hall(), in_words),
        close_to_hall=lambda: _then(server.close_to_hall(), in_words),
        renew=server.renew,
        throw_out=server.throw_out,
        qr=qr_lines,
    )


def _problem(standing: Standing, words: CliTexts) -> str:
    return port_words(standing, words) if isinstance(standing, PortTaken) else ""


def port_words(taken: PortTaken, words: CliTexts) -> str:
    """Which port is taken, and which could be had."""
    if taken.free is None:
        return words.port_taken.format(port=taken.port)
    return words.port_taken_near.format(port=taken.port, free=taken.free)


def _then(given: Future[Given], make: Callable[[Given], Made]) -> Future[Made]:
    """What `make` makes of the answer, as soon as it is there."""
    made: Future[Made] = Future()

    def pass_on(answered: Future[Given]) -> None:
        error = answered.exception()
        if error is None:
            made.set_result(make(answered.result()))
        else:
            made.set_exception(error)

    given.add_done_callback(pass_on)
    return made
