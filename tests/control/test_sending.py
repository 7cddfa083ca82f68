"""Signals to real programs on this machine that answer, hang, refuse and talk rubbish."""

from __future__ import annotations

import asyncio
import shutil
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import AsyncIterator
from pathlib import Path
from socket import AF_INET, SOCK_DGRAM, SOCK_STREAM, socket
from threading import Event
from typing import Any

import pytest

from runofshow.control.datagram import send_datagram
from runofshow.control.exchange import LONGEST_ANSWER
from runofshow.control.failure import Failed, Trouble
from runofshow.control.target_line import Limits, Result
from runofshow.core import commands as c
from runofshow.core.alarms import AlarmCode
from runofshow.core.signal import Http, Osc, Signal, Trigger
from runofshow.core.sound_events import SignalFailed, SignalSent
from runofshow.line.finding import Finder
from tests.control.given import signal
from tests.control.targets import (
    HASTY,
    LOOPBACK,
    QUICK,
    Desk,
    Visit,
    answer,
    answers,
    hangs,
    http_target,
    osc_receiver,
    port_of_nobody,
)


@pytest.fixture(autouse=True)
async def no_task_is_left() -> AsyncIterator[None]:
    yield
    # what is cancelled or aborted ends within two rounds of the loop
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    left = [task for task in asyncio.all_tasks() if task.get_name().startswith("signals")]
    assert left == []


async def outcome(*talk: bytes) -> tuple[Result, int]:
    """What is reported of one HTTP signal to a target that answers so, and how often it was asked."""
    async with http_target(answers(*talk)) as target:
        desk = Desk(signal(Http(target.url())))
        (result,) = await desk.start()
        return result, len(target.visits)


# OSC


async def test_an_osc_message_arrives_with_its_values_and_is_reported() -> None:
    async with osc_receiver() as receiver:
        send = Osc(
            LOOPBACK, receiver.port, "/cue/{item.number}/start", ("{item.title}", "{next.planned_s}", 1, 0.5)
        )
        desk = Desk(signal(send))
        (result,) = await desk.start()
        assert await receiver.next() == ("/cue/4.2/start", "Khai mạc", 1200, 1, 0.5)
    assert isinstance(result, SignalSent)
    assert (result.signal_id, result.detail) == ("s", "/cue/4.2/start Khai mạc 1200 1 0.5")


async def test_where_nobody_takes_osc_the_machine_says_so() -> None:
    with port_of_nobody(SOCK_DGRAM) as port:
        desk = Desk(signal(Osc(LOOPBACK, port, "/go")))
        (result,) = await desk.start()
    assert isinstance(result, SignalFailed)
    assert (result.detail, result.tries) == (f"refused: 127.0.0.1:{port}", 1)


async def test_osc_goes_to_the_address_of_a_name_that_takes_it() -> None:
    async with osc_receiver() as receiver:
        desk = Desk(
            signal(Osc("gear.local", receiver.port, "/go")),
            search=lambda host, port: found(port, "127.0.0.2", LOOPBACK),
        )
        (result,) = await desk.start()
        assert await receiver.next() == ("/go",)
    assert isinstance(result, SignalSent)


def found(port: int, *hosts: str) -> list[Any]:
    """As the system answers."""
    return [(AF_INET, SOCK_STREAM, 6, "", (host, port)) for host in hosts]


# HTTP


async def test_a_request_arrives_with_its_values_and_its_answer_is_reported() -> None:
    async with http_target(answers(answer("200 OK", b"cue\nstarted\x1b[2J"))) as target:
        headers = (("X-Item", "{item.number}"), ("Content-Type", "application/json"))
        send = Http(target.url("/api/{item.title}?n={item.number}"), "PUT", '{"t": "{item.title}"}', headers)
        desk = Desk(signal(send))
        (result,) = await desk.start()
    (visit,) = target.visits
    assert visit.asked == "PUT /api/Khai%20m%E1%BA%A1c?n=4.2"
    assert visit.body.decode() == '{"t": "Khai mạc"}'
    assert {"x-item: 4.2", f"host: 127.0.0.1:{target.port}"} <= set(visit.head.lower().split("\r\n"))
    assert isinstance(result, SignalSent)
    assert result.detail == "200 OK · cue started [2J"
    assert 0 < result.took.total_seconds() < 5


async def test_what_the_gear_took_counts_nothing_that_was_ours() -> None:
    searched_at: list[float] = []

    def slow(host: str, port: int) -> list[Any]:
        Event().wait(0.2)  # a name server that thinks
        searched_at.append(time.monotonic())
        return found(port, LOOPBACK)

    async with http_target(answers(answer("200 OK"))) as target, osc_receiver() as receiver:
        for send in (Http(f"http://gear.local:{target.port}/go"), Osc("gear.local", receiver.port, "/go")):
            desk = Desk(signal(send), search=slow)
            (result,) = await desk.start()
            assert isinstance(result, SignalSent)
            assert result.took.total_seconds() <= desk.ended_at[0] - searched_at[-1]


@pytest.mark.parametrize("status", ["200 OK", "201 Created", "204 No Content", "299 Whatever"])
async def test_from_200_to_299_it_is_sent(status: str) -> None:
    result, asked = await outcome(answer(status))
    assert isinstance(result, SignalSent)
    assert (result.detail, asked) == (status, 1)


async def test_an_early_note_is_no_answer_yet() -> None:
    result, _ = await outcome(b"HTTP/1.1 103 Early Hints\r\n\r\n" + answer("200 OK"))
    assert isinstance(result, SignalSent)


@pytest.mark.parametrize(
    "status", ["400 Bad Request", "404 Not Found", "501 Not Implemented", "504 Gateway Timeout"]
)
async def test_an_answer_that_another_try_would_not_better_is_final(status: str) -> None:
    result, asked = await outcome(answer(status, b"no such button"))
    assert isinstance(result, SignalFailed)
    assert (result.detail, result.tries, asked) == (f"status: {status} · no such button", 1, 1)


async def test_after_a_500_it_is_tried_again_and_sent() -> None:
    result, asked = await outcome(answer("500 Oops"), answer("503 Wait"), answer("200 OK"))
    assert isinstance(result, SignalSent)
    assert asked == 3


async def test_three_tries_are_all() -> None:
    result, asked = await outcome(answer("500 Oops"))
    assert isinstance(result, SignalFailed)
    assert (result.detail, result.tries, asked) == ("status: 500 Oops", 3, 3)


async def test_a_target_that_refuses_is_tried_three_times() -> None:
    with port_of_nobody() as port:
        desk = Desk(signal(Http(f"http://127.0.0.1:{port}/")))
        (result,) = await desk.start()
    assert isinstance(result, SignalFailed)
    assert (result.detail, result.tries) == (f"refused: 127.0.0.1:{port}", 3)


async def test_a_target_that_hangs_is_left_and_never_asked_twice() -> None:
    async with http_target(hangs) as target:
        desk = Desk(signal(Http(target.url())), limits=HASTY)
        (result,) = await desk.start()
        assert isinstance(result, SignalFailed)
        assert (result.detail, result.tries, len(target.visits)) == ("no_answer: 0.3 s", 1, 1)


async def test_a_target_that_closes_without_a_word_is_never_asked_twice() -> None:
    result, asked = await outcome(b"")
    assert isinstance(result, SignalFailed)
    assert (result.detail, result.tries, asked) == ("no_answer", 1, 1)


async def test_a_target_that_slams_the_door_is_never_asked_twice() -> None:
    async def slams(visit: Visit) -> None:
        visit.writer.transport.abort()

    async with http_target(slams) as target:
        desk = Desk(signal(Http(target.url(), body="x" * 60_000)))
        (result,) = await desk.start()
        assert isinstance(result, SignalFailed)
        assert (result.detail.partition(":")[0], result.tries, len(target.visits)) == ("no_answer", 1, 1)


@pytest.mark.parametrize(
    "talk",
    [
        b"\x00\xff\xfe rubbish\r\n\r\n",
        b"SSH-2.0-OpenSSH_9\r\n\r\n",
        b"HTTP/1.1 twohundred OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 200_000,
    ],
)
async def test_what_is_no_answer_is_told(talk: bytes) -> None:
    result, asked = await outcome(talk)
    assert isinstance(result, SignalFailed)
    assert (result.detail.partition(":")[0], result.tries, asked) == ("not_http", 1, 1)


async def test_a_redirect_is_told_and_not_followed() -> None:
    async with http_target(answers(answer("200 OK"))) as other:
        result, asked = await outcome(answer("302 Found", b"", f"Location: {other.url('/there')}"))
        assert isinstance(result, SignalFailed)
        assert (result.detail, asked) == (f"status: 302 Found → {other.url('/there')}", 1)
        assert other.visits == []


async def test_an_endless_answer_is_read_only_so_far() -> None:
    async def endless(visit: Visit) -> None:
        await visit.read()
        await visit.write(b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            await visit.write(b"x" * 16_384)

    async with http_target(endless) as target:
        desk = Desk(signal(Http(target.url())), limits=Limits(a_try=10))
        (result,) = await desk.start()
        assert isinstance(result, SignalSent)
        # what was not read lay in the buffers of the two ends
        assert target.visits[0].written < LONGEST_ANSWER + 8 * 2**20


@pytest.mark.parametrize(
    "begins", [b"Content-Length: 10\r\n\r\nyes", b"Transfer-Encoding: chunked\r\n\r\n3\r\nyes\r\nzz"]
)
async def test_a_status_counts_though_the_rest_never_comes(begins: bytes) -> None:
    async def stops(visit: Visit) -> None:
        await visit.read()
        await visit.write(b"HTTP/1.1 200 OK\r\n" + begins)
        await visit.hang()

    async with http_target(stops) as target:
        desk = Desk(signal(Http(target.url())), limits=Limits(a_try=5))
        (result,) = await desk.start()
    assert isinstance(result, SignalSent)
    assert result.detail == "200 OK · yes"


@pytest.mark.parametrize(("method", "headers"), [("B AD", ()), ("PÓST", ()), ("POST", (("a b", "c"),))])
async def test_a_request_that_cannot_be_written_is_told(
    method: str, headers: tuple[tuple[str, str], ...]
) -> None:
    async with http_target(answers(answer("200 OK"))) as target:
        desk = Desk(signal(Http(target.url(), method, headers=headers)))
        (result,) = await desk.start()
    assert isinstance(result, SignalFailed)
    assert result.detail.startswith("bad_header")


# TLS


async def test_a_target_that_speaks_no_tls_is_told_at_once() -> None:
    async def plain(visit: Visit) -> None:
        await visit.reader.read(1024)
        await visit.write(answer("400 Bad Request"))

    async with http_target(plain) as target:
        desk = Desk(signal(Http(f"https://127.0.0.1:{target.port}/")), limits=Limits())
        (result,) = await desk.start()
    assert isinstance(result, SignalFailed)
    assert (result.detail.partition(":")[0], result.tries) == ("untrusted", 1)


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificate")
async def test_https_asks_for_the_certificate_of_the_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    asked = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=gear"
    names = ["-addext", "subjectAltName=DNS:gear.local", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run([*asked.split(), *names], check=True, capture_output=True)  # noqa: ASYNC221
    secured = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    secured.load_cert_chain(certificate, key)
    async with http_target(answers(answer("200 OK", b"safe")), secured) as target:
        signals = [
            signal(Http(f"https://{name}:{target.port}/"), signal_id=name)
            for name in ("gear.local", "other.local")
        ]
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        desk = Desk(*signals, limits=Limits(), search=lambda host, port: found(port, LOOPBACK))
        await desk.start()
        assert [(one.signal_id, one.detail) for one in desk.sent] == [("gear.local", "200 OK · safe")]
        assert [(one.signal_id, one.detail) for one in desk.failed] == [
            ("other.local", "untrusted: CERTIFICATE_VERIFY_FAILED")
        ]
        # a stranger's certificate
        monkeypatch.delenv("SSL_CERT_FILE")
        desk = Desk(signals[0], limits=Limits(), search=lambda host, port: found(port, LOOPBACK))
        (result,) = await desk.start()
        assert isinstance(result, SignalFailed)


# Names


async def test_a_name_nobody_knows_is_told() -> None:
    def nobody(host: str, port: int) -> list[Any]:
        raise OSError("no such name")

    desk = Desk(signal(Http("http://nowhere.local/")), search=nobody)
    (result,) = await desk.start()
    assert isinstance(result, SignalFailed)
    assert (result.detail, result.tries) == ("no_host: nowhere.local", 3)


async def test_a_name_server_that_hangs_delays_only_its_own_target_and_is_asked_once() -> None:
    silence, asked = threading.Event(), []

    def hanging(host: str, port: int) -> list[Any]:
        asked.append(host)
        silence.wait(20)
        return found(port, LOOPBACK)

    async with http_target(answers(answer("200 OK"))) as target:
        desk = Desk(
            signal(Http("http://slow.local/"), signal_id="slow"),
            signal(Http(target.url()), signal_id="quick"),
            limits=Limits(a_try=1.0, waits=(0.01, 0.02)),
            search=hanging,
        )
        try:
            await desk.start()
            assert asked == ["slow.local"]
        finally:
            silence.set()
    assert [one.signal_id for one in desk.results] == ["quick", "slow"]
    (failed,) = desk.failed
    assert (failed.detail, failed.tries) == ("timeout: 1 s", 3)


async def test_the_next_address_of_a_name_is_tried_where_the_first_refuses() -> None:
    async with http_target(answers(answer("200 OK"))) as target:
        desk = Desk(
            signal(Http(f"http://gear.local:{target.port}/")),
            search=lambda host, port: found(port, "127.0.0.2", LOOPBACK),
        )
        (result,) = await desk.start()
    assert isinstance(result, SignalSent)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a full queue refuses")
async def test_an_address_that_is_silent_leaves_time_for_the_next() -> None:
    async def quick(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(answer("200 OK"))
        await writer.drain()
        writer.transport.abort()

    with socket() as silent, socket() as first, socket() as second:
        silent.bind((LOOPBACK, 0))
        silent.listen(0)
        port = silent.getsockname()[1]
        for waiting in (first, second):
            waiting.setblocking(False)
            waiting.connect_ex((LOOPBACK, port))
        async with await asyncio.start_server(quick, "127.0.0.2", port):
            send = Http(f"http://gear.local:{port}/")
            desk = Desk(
                signal(send),
                limits=Limits(a_try=2.0),
                search=lambda host, port: found(port, LOOPBACK, "127.0.0.2"),
            )
            (result,) = await desk.start()
            assert isinstance(result, SignalSent)
        desk = Desk(signal(send), limits=HASTY, search=lambda host, port: found(port, LOOPBACK))
        (result,) = await desk.start()
    assert isinstance(result, SignalFailed)
    assert (result.detail, result.tries) == ("timeout: 0.3 s", 3)


def test_a_name_server_that_answers_after_the_show_is_heard_by_nobody() -> None:
    silence, threads = threading.Event(), list[threading.Thread]()

    def hanging(host: str, port: int) -> list[Any]:
        threads.append(threading.current_thread())
        silence.wait(20)
        return found(port, LOOPBACK)

    async def ask() -> None:
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(Finder("slow.local", 80, hanging).addresses(), 0.01)

    asyncio.run(ask())
    silence.set()
    (thread,) = threads
    thread.join(10)
    assert not thread.is_alive()


async def test_a_datagram_that_the_machine_will_not_take_is_told() -> None:
    with pytest.raises(Failed) as caught:
        await send_datagram((LOOPBACK,), 9, b"x" * 70_000)
    assert caught.value.trouble is Trouble.UNREACHABLE


# Lines


def numbered(count: int, url: str) -> list[Signal]:
    return [signal(Http(f"{url}{number}", "GET"), signal_id=str(number)) for number in range(count)]


async def test_signals_to_one_target_keep_their_order_though_each_takes_its_time() -> None:
    first_may_end = asyncio.Event()

    async def slow(visit: Visit) -> None:
        await visit.read()
        if visit.number == 0:
            await first_may_end.wait()
        await visit.write(answer("200 OK"))

    async with http_target(slow) as target:
        desk = Desk(*numbered(5, target.url()), limits=Limits())
        desk.call(c.Start())
        await target.found.wait()
        desk.call(c.Advance())
        first_may_end.set()
        await desk.settled()
        assert target.asked == [f"GET /{number}" for number in range(5)] * 2
        assert [result.signal_id for result in desk.results] == [str(number) for number in range(5)] * 2
    assert len(desk.sent) == 10


async def test_in_a_full_line_the_oldest_gives_way_and_is_told() -> None:
    async with http_target(hangs) as target:
        desk = Desk(*numbered(7, target.url()), limits=Limits(a_try=0.1, waits=(), latest=20, waiting=4))
        await desk.start()
    # the first four wait, then each newer one takes the place of the oldest
    assert [(one.signal_id, one.detail) for one in desk.failed] == [
        *((str(number), "crowded") for number in (0, 1, 2)),
        *((str(number), "no_answer: 0.1 s") for number in (3, 4, 5, 6)),
    ]


async def test_a_signal_whose_moment_is_past_is_not_sent_any_more() -> None:
    async with http_target(hangs) as target:
        desk = Desk(*numbered(3, target.url()), limits=Limits(a_try=0.2, waits=(), latest=0.1))
        await desk.start()
        assert target.asked == ["GET /0"]
    assert [(one.detail, one.tries) for one in desk.failed] == [
        ("no_answer: 0.2 s", 1),
        ("late", 0),
        ("late", 0),
    ]


async def test_a_hanging_target_delays_no_other() -> None:
    async def quick(visit: Visit) -> None:
        await visit.read()
        await visit.write(answer("200 OK"))

    async with (
        http_target(hangs) as hanging,
        http_target(quick) as one,
        http_target(quick) as two,
        osc_receiver() as receiver,
    ):
        others = [
            *(signal(Http(one.url()), signal_id=f"one {n}") for n in range(16)),
            *(signal(Http(two.url()), signal_id=f"two {n}") for n in range(16)),
            *(signal(Osc(LOOPBACK, receiver.port, "/n", (n,)), signal_id=f"osc {n}") for n in range(16)),
            signal(Http(one.url()), Trigger.SHOW_STARTED, "first one"),
            signal(Http(two.url()), Trigger.SHOW_STARTED, "first two"),
        ]
        stuck = [signal(Http(hanging.url()), signal_id=f"stuck {n}") for n in range(5)]
        desk = Desk(*stuck, *others, limits=Limits(a_try=2.0, waiting=20))
        loop = asyncio.get_running_loop()
        began = loop.time()
        desk.call(c.Start())
        held_up = loop.time() - began
        await desk.reported(len(others))
        assert len(desk.sent) == len(others) == 50
        assert [n for _, n in [await receiver.next() for _ in range(16)]] == list(range(16))
        # all others were through before the hanging one was given up for the first time
        assert desk.ended_at[-1] - began < 2.0
        assert held_up < 1.0
        desk.sender.close()
        await desk.settled()


async def test_a_show_that_ends_takes_what_is_on_its_way_along() -> None:
    async with http_target(hangs) as target:
        desk = Desk(*numbered(3, target.url()), limits=Limits(a_try=20))
        desk.call(c.Start())
        await target.found.wait()
        desk.sender.close()
        assert await desk.settled() == []


# What is not sent


async def test_a_rehearsal_at_speed_sends_nothing() -> None:
    desk = Desk(signal(Osc(LOOPBACK, 9, "/go")), enabled=False)
    assert await desk.start() == []


async def test_a_name_that_no_value_has_is_reported_after_the_order_and_not_inside_it() -> None:
    desk = Desk(signal(Osc(LOOPBACK, 9, "/{item.titel}")), signal(Http("http://{x}/"), signal_id="t"))
    desk.call(c.Start())
    assert desk.results == []
    await desk.settled()
    assert [(one.detail, one.tries) for one in desk.failed] == [
        ("unknown_value: {item.titel}", 0),
        ("bad_address: http://{x}/", 0),
    ]


async def test_a_report_that_is_not_taken_is_an_alarm_and_the_next_signal_goes() -> None:
    async with http_target(answers(answer("200 OK"))) as target:
        desk = Desk(*numbered(2, target.url()))

        def refuse(result: Result) -> None:
            raise RuntimeError("no record")

        desk.report = refuse
        await desk.start()
        assert len(target.visits) == 2
    assert desk.alarms == [(AlarmCode.CONTROL, f"{number}: RuntimeError: no record") for number in (0, 1)]


async def test_a_mistake_of_our_own_is_reported_and_the_next_signal_goes() -> None:
    def broken(host: str, port: int) -> list[Any]:
        return [("not", "an", "answer")]

    desk = Desk(
        signal(Http("http://gear.local/"), signal_id="0"),
        signal(Http("http://gear.local/"), signal_id="1"),
        search=broken,
    )
    await desk.start()
    assert [one.detail.partition(":")[0] for one in desk.failed] == ["broken", "broken"]


async def test_only_what_sets_a_signal_off_does() -> None:
    async with http_target(answers(answer("200 OK"))) as target:
        desk = Desk(signal(Http(target.url("/held")), Trigger.HELD), limits=QUICK)
        await desk.start()
        assert target.visits == []
        desk.call(c.Hold())
        await desk.settled()
        assert target.asked == ["POST /held"]
