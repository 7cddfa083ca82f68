"""Rows of the hall: what a change costs each screen, and how soon two hundred of them have seen a call."""

from __future__ import annotations

import multiprocessing
import re
import selectors
import socket
import tempfile
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from http.client import HTTPConnection
from multiprocessing.connection import Connection
from pathlib import Path

from tests.bench.builds import Build, precedence, turns
from tests.bench.figures import Found, Row
from tests.bench.plans import TITLE, plan
from tests.bench.programs import HOST, TOKEN, Desk, serving

CHANGES = (
    Row("plus_caller", "bytes to a caller's screen for +1', 1,000 items", "kB", 1, is_absolute=True),
    Row("plus_stage", "bytes to a stage screen for +1', 1,000 items", "kB", 1, is_absolute=True),
    Row("title_caller", "bytes to a caller's screen for a new title, 1,000 items", "kB", 1, is_absolute=True),
    Row("title_stage", "bytes to a stage screen for a new title, 1,000 items", "kB", 1, is_absolute=True),
)
GO = (
    Row("go_median", "GO over HTTP to seen by 200 of all roles, median", "ms", 0.6),
    Row("go_p99", "the same, 99th percentile", "ms", 0.5, is_p99=True),
)
LISTENERS = 200
ITEMS = 30
GUARD_S = 0.75
"""A second GO within 0.7 s is the first one."""
BREATH_S = 0.05
"""Between the calls of one build and the other."""
SETTLED_S = 1.5
"""So long after an order is seen, all that it changes has been sent."""
BEAT = re.compile(rb"event: beat\n.*?\n\n", re.DOTALL)
NUMBER = re.compile(rb'(?:\nid: |"seq":)(\d+)\D')
"""The number of the record that a screen has: that of a picture or a change, and what a beat says."""


@precedence()
def changes(builds: Sequence[Build], rounds: int) -> Found:
    """All bytes of a stream from an order until it has come and all is quiet, but for the beats."""
    found = Found()
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        file = plan(Path(folder), 1000)
        desks = {build: stack.enter_context(serving(build, file, Path(folder))) for build in builds}
        streams = {
            (build, role): stack.enter_context(stream(desk.port, f"Authorization: Bearer {TOKEN}", role))
            for build, desk in desks.items()
            for role in ("caller", "stage")
        }
        bytes_of(streams, {build: desk.order("start") for build, desk in desks.items()})
        for what in ("plus", "title"):
            for number in range(rounds):
                ordered = {build: _change(desk, what, number) for build, desk in desks.items()}
                for (build, role), got in bytes_of(streams, ordered).items():
                    found.add(f"{what}_{role}", build, got / 1000)
    return found


def _change(desk: Desk, what: str, number: int) -> int:
    if what == "plus":
        return desk.order("add_time", seconds=60)
    items = desk.ask("GET", "/api/agenda")["items"]
    return desk.order("edit", item_id=items[10]["item_id"], title=f"{TITLE} thay thế {number}")


def bytes_of(
    streams: Mapping[tuple[Build, str], socket.socket], ordered: Mapping[Build, int]
) -> dict[tuple[Build, str], int]:
    """What comes until every stream has the entry that was ordered, and `SETTLED_S` more."""
    got = dict.fromkeys(streams, b"")
    until = time.monotonic() + SETTLED_S
    with selectors.DefaultSelector() as watched:
        for key, stream in streams.items():
            watched.register(stream, selectors.EVENT_READ, key)
        while (left := until - time.monotonic()) > 0:
            for ready, _ in watched.select(left):
                got[ready.data] += streams[ready.data].recv(2**20)
            if any(newest(data) < ordered[build] for (build, _), data in got.items()):
                until = time.monotonic() + SETTLED_S
    return {key: len(BEAT.sub(b"", data)) for key, data in got.items()}


def newest(data: bytes) -> int:
    """The newest entry that these events tell of, as far as they have come whole; 0 for none."""
    events, end, _ = data.rpartition(b"\n\n")
    return max((int(number) for number in NUMBER.findall(events + end)), default=0)


@precedence()
def go(builds: Sequence[Build], calls: int) -> Found:
    """From the moment GO is sent until the last of 200 screens has that very call, or a later one, in hand.

    The screens are shared out evenly over all roles, the caller's too; each has joined by its code.
    They are in a process of their own, as phones are, and answer with the steady clock of the machine.
    """
    found = Found()
    ours, theirs = multiprocessing.Pipe()
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        file = plan(Path(folder), ITEMS)
        desks = [stack.enter_context(serving(build, file, Path(folder))) for build in builds]
        joined = [(desk.port, _cookies(desk)) for desk in desks]
        crowd = multiprocessing.get_context("spawn").Process(target=screens, args=(theirs, joined))
        crowd.start()
        stack.callback(crowd.terminate)
        waited_for = set(range(len(desks)))
        while waited_for:
            waited_for.discard(ours.recv()[0])
        called_at = dict.fromkeys(builds, 0.0)
        for number, build in enumerate(turns(builds, calls + 1)):
            place = builds.index(build)
            time.sleep(max(BREATH_S, called_at[build] + GUARD_S - time.perf_counter()))
            called_at[build] = time.perf_counter()
            sequence = desks[place].order("go")
            taken = seen_at(ours, place, sequence) - called_at[build]
            if number >= len(builds):  # the first of each starts the show
                found.add("go_median", build, taken * 1e3)
                found.add("go_p99", build, taken * 1e3)
    return found


def seen_at(crowd: Connection, place: int, sequence: int) -> float:
    """When the last screen of this hall had this entry of the record."""
    while True:
        assert crowd.poll(10), f"entry {sequence} has not reached every screen in 10 s"
        where, number, at = crowd.recv()
        if where == place and number >= sequence:
            return float(at)


def _cookies(desk: Desk) -> list[str]:
    """A guest for each screen, role by role in turn."""
    codes = [role["code"] for role in desk.ask("GET", "/api/roles")["roles"]]
    return [joined(desk.port, codes[number % len(codes)]) for number in range(LISTENERS)]


def joined(port: int, code: str) -> str:
    connection = HTTPConnection(HOST, port, timeout=10)
    connection.request("GET", f"/j/{code}")
    answer = connection.getresponse()
    assert answer.status == 303, answer.status
    connection.close()
    return "; ".join(told.partition(";")[0] for told in answer.headers.get_all("set-cookie", []))


def stream(port: int, who: str, role: str = "") -> socket.socket:
    """A live picture that has been asked for."""
    opened = socket.create_connection((HOST, port), timeout=10)
    query = f"?role={role}" if role else ""
    opened.sendall(f"GET /api/events{query} HTTP/1.1\r\nHost: {HOST}:{port}\r\n{who}\r\n\r\n".encode())
    return opened


def screens(pipe: Connection, halls: Sequence[tuple[int, Sequence[str]]]) -> None:
    """Watch each hall (its port, a cookie a screen), and tell of each entry when the last screen has it:
    which hall, the entry's number, the moment.
    """
    watched = selectors.DefaultSelector()
    have: dict[socket.socket, int] = {}
    """The entry that each screen has."""
    rest: dict[socket.socket, bytes] = {}
    """What has come of an event that is not yet whole."""
    for place, (port, cookies) in enumerate(halls):
        for cookie in cookies:
            screen = stream(port, f"Cookie: {cookie}")
            watched.register(screen, selectors.EVENT_READ, place)
            have[screen], rest[screen] = 0, b""
    counts = [Counter[int]() for _ in halls]
    while True:
        for key, _ in watched.select():
            assert isinstance(key.fileobj, socket.socket)
            got = key.fileobj.recv(65_536)
            assert got, "a screen was cut off"
            data = rest[key.fileobj] + got
            has, rest[key.fileobj] = newest(data), data.rpartition(b"\n\n")[2]
            for number in range(have[key.fileobj] + 1, has + 1):
                counts[key.data][number] += 1
                if counts[key.data][number] == len(halls[key.data][1]):
                    pipe.send((key.data, number, time.perf_counter()))
            have[key.fileobj] = max(has, have[key.fileobj])
