"""Rows of an award round: what a tick and a step cost forty phones, with twenty to be honoured and with two
thousand."""

from __future__ import annotations

import selectors
import socket
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from tests.bench.builds import Build, precedence
from tests.bench.figures import Found, Row
from tests.bench.in_the_hall import BREATH_S, GUARD_S, bytes_of, newest, stream
from tests.bench.programs import TOKEN, Desk, serving

SIZES = (20, 2000)
BATCH = 10
PHONES = ("crew",) * 14 + ("mc", "music", "stage", "display") * 6 + ("caller", "caller")
ROUNDS = tuple(
    row
    for size in SIZES
    for row in (
        Row(f"tick_{size}", f"bytes to a server's phone for a tick, {size:,} honoured", "kB", 0.6, True),
        Row(f"batch_{size}", f"bytes to a server's phone for the next batch, {size:,}", "kB", 20, True),
        Row(f"seen_{size}", f"tick over HTTP to seen by 40 phones, {size:,}", "ms"),
        Row(f"step_{size}", f"step over HTTP to seen by 40 phones, {size:,}", "ms"),
    )
)


@precedence()
def rounds(builds: Sequence[Build], calls: int) -> Found:
    """Every row on each plan; the phones are streams of this process."""
    found = Found()
    for size in SIZES:
        for build in builds:
            with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
                desk = stack.enter_context(serving(build, _ceremony(Path(folder), size), Path(folder)))
                who = f"Authorization: Bearer {TOKEN}"
                phones = [stack.enter_context(stream(desk.port, who, role)) for role in PHONES]
                _seen_by(phones, desk.order("start"))
                for number in range(calls):
                    time.sleep(BREATH_S)
                    took = _timed(desk, phones, "see", person=f"r/p{number % BATCH}", here=number < BATCH)
                    found.add(f"seen_{size}", build, took)
                    found.add(f"step_{size}", build, _timed(desk, phones, "step", step=_step(number)))
                server = {(build, "crew"): phones[0]}
                for number in range(3):
                    tick = desk.order("see", person=f"r/p{number}", here=None)
                    (got,) = bytes_of(server, {build: tick}).values()
                    found.add(f"tick_{size}", build, got / 1000)
                time.sleep(GUARD_S)
                (got,) = bytes_of(server, {build: desk.order("advance", sure=True)}).values()
                found.add(f"batch_{size}", build, got / 1000)
    return found


def _step(number: int) -> str:
    return ("line_up", "call")[number % 2]


def _timed(desk: Desk, phones: Sequence[socket.socket], do: str, **fields: object) -> float:
    """Milliseconds from the order until the last phone has it."""
    began = time.perf_counter()
    return (_seen_by(phones, desk.order(do, **fields)) - began) * 1e3


def _seen_by(phones: Sequence[socket.socket], number: int) -> float:
    """When the last of them has this entry of the record."""
    rest = dict.fromkeys(phones, b"")
    with selectors.DefaultSelector() as watched:
        for phone in phones:
            watched.register(phone, selectors.EVENT_READ)
        while rest:
            ready = watched.select(10)
            assert ready, f"entry {number} has not reached {len(rest)} phones in 10 s"
            for key, _ in ready:
                assert isinstance(key.fileobj, socket.socket)
                rest[key.fileobj] += key.fileobj.recv(2**20)
                if newest(rest[key.fileobj]) >= number:
                    watched.unregister(key.fileobj)
                    del rest[key.fileobj]
    return time.perf_counter()


def _ceremony(folder: Path, size: int) -> Path:
    """One round of so many, ten in a batch, and a closing."""
    lines = ["title: Hội nghị đo tốc độ", "date: 27/3/2020", "start: 8h00", "items:"]
    lines += ["  - title: Trao Bằng khen", "    kind: award", "    id: awards", "    parts:"]
    for first in range(0, size, BATCH):
        lines += [f"      - title: Đợt {first // BATCH + 1}", "        kind: award", "        duration: 2'"]
        lines += ["        award:", "          recipients:"]
        for number in range(first, first + BATCH):
            name = f"Ông Nguyễn Văn Thứ {number}"
            lines.append(f"            - {{id: p{number}, name: {name}, unit: Ủy ban nhân dân xã {number}}}")
    lines += ["  - title: Bế mạc", "    kind: closing", "    duration: 5'"]
    path = folder / f"awards-{size}.yaml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
