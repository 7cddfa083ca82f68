"""Measures how fast a call is seen in the hall: one show, many listeners on real sockets.

The listeners are in a process of their own, as phones are, and answer with the steady clock of the machine,
which both processes share. A figure is from the moment the order is given until the last listener has the
change in hand.
"""

from __future__ import annotations

import json
import multiprocessing
import resource
import selectors
import socket
import tempfile
import threading
import time
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median

from runofshow.core.agenda import Role
from runofshow.core.commands import AddTime, Start
from runofshow.core.events import Entry
from tests.core.shows import MINUTE
from tests.web.halls import Hall, hall, plan

Figures = dict[str, float]


def fanout(listeners: int, calls: int = 200, stalled: int = 0, idle_s: float = 5.0) -> Figures:
    """Milliseconds from an order to the last listener; CPU percent of one core and bytes a second while idle.

    `stalled` further listeners connect and never read.
    """
    with tempfile.TemporaryDirectory() as folder, hall(Path(folder), plan(15), tick=0.25) as opened:
        cookie = opened.joined(Role.MUSIC)
        ours, theirs = multiprocessing.Pipe()
        context = multiprocessing.get_context("spawn")
        crowd = context.Process(target=_crowd, args=(theirs, opened.port, _cookies(opened, listeners)))
        crowd.start()
        for _ in range(stalled):
            opened.raw(_request(opened.port, cookie))
        assert ours.recv() == "ready"
        opened.engine.ask(Start()).result(5)
        ours.recv()
        times = [_one_call(opened, ours, number) for number in range(calls)]
        ours.send("idle")
        ours.recv()
        began, cpu = time.perf_counter(), _cpu()
        time.sleep(idle_s)
        ours.send("count")
        passed, used = time.perf_counter() - began, _cpu() - cpu
        got = ours.recv()
        ours.send("end")
        crowd.join()
    ordered = sorted(times)
    return {
        "median_ms": round(median(ordered) * 1e3, 2),
        "p99_ms": round(ordered[int(len(ordered) * 0.99) - 1] * 1e3, 2),
        "worst_ms": round(ordered[-1] * 1e3, 2),
        "idle_cpu_percent": round(used / passed * 100, 2),
        "idle_bytes_a_second_each": round(got / listeners / passed, 1),
        "n": calls,
    }


def _one_call(opened: Hall, ours: Connection, number: int) -> float:
    """Seconds until everyone has it."""
    # a breath, so that each call is one of its own, as a caller's are
    threading.Event().wait(0.02)
    began = time.perf_counter()
    answer = opened.engine.ask(AddTime(MINUTE if number % 2 else -MINUTE)).result(5)
    assert isinstance(answer, Entry), answer
    seen = ours.recv()
    assert isinstance(seen, float)
    return seen - began


def _cookies(opened: Hall, count: int) -> list[str]:
    """As many guests as listeners, three screens to a guest."""
    cookies = [opened.joined(Role.MUSIC) for _ in range((count + 2) // 3)]
    return [cookies[index // 3] for index in range(count)]


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _request(port: int, cookie: str) -> bytes:
    head = f"GET /api/events HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: runofshow={cookie}\r\n\r\n"
    return head.encode()


def _crowd(pipe: Connection, port: int, cookies: list[str]) -> None:
    """Every listener of the hall: tells when the last of them has the next picture."""
    watched = selectors.DefaultSelector()
    for cookie in cookies:
        phone = socket.create_connection(("127.0.0.1", port))
        phone.sendall(_request(port, cookie))
        watched.register(phone, selectors.EVENT_READ)
    watched.register(pipe, selectors.EVENT_READ)
    seen = got = 0
    is_idle = False
    while True:
        for key, _ in watched.select():
            if isinstance(key.fileobj, socket.socket):
                data = key.fileobj.recv(65_536)
                got += len(data)
                if b"event: change" in data or b"event: snapshot" in data:
                    seen += 1
                    if seen % len(cookies) == 0 and not is_idle:
                        pipe.send("ready" if seen == len(cookies) else time.perf_counter())
                continue
            match pipe.recv():
                case "idle":
                    is_idle, got = True, 0
                    pipe.send("idle")
                case "count":
                    pipe.send(got)
                case _:
                    return


if __name__ == "__main__":
    print(json.dumps({str(count): fanout(count) for count in (1, 50, 200)}, indent=1))
