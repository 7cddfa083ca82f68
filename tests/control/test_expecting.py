"""An answer's own words decide whether it was done: some gear answers 200 with a fault inside."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from xmlrpc.server import SimpleXMLRPCServer

import pytest

from runofshow.control.exchange import BODY_WAIT
from runofshow.core.signal import Http, Osc
from runofshow.core.sound_events import SignalFailed, SignalSent
from tests.control.given import signal
from tests.control.targets import (
    HASTY,
    LOOPBACK,
    Desk,
    Visit,
    answer,
    answers,
    http_target,
    osc_receiver,
)

CALL = (
    "<methodCall><methodName>execute</methodName>"
    "<params><param><value><int>{n}</int></value></param></params></methodCall>"
)


@contextmanager
def xml_rpc_gear() -> Iterator[tuple[int, list[int]]]:
    """What Linux Show Player 0.5.3 answers with: the standard library's XML-RPC server and a list of cues."""
    executed: list[int] = []

    class Cues:
        def execute(self, index: int) -> None:
            executed.append(range(2)[index])

    with SimpleXMLRPCServer((LOOPBACK, 0), allow_none=True, logRequests=False) as server:
        server.register_instance(Cues())
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield server.server_address[1], executed
        finally:
            server.shutdown()
            thread.join()


def told(port: int, index: int) -> Http:
    body = CALL.replace("{n}", str(index))
    headers = (("Content-Type", "text/xml"),)
    return Http(f"http://{LOOPBACK}:{port}/RPC2", "POST", body, headers, "<methodResponse>", "<fault>")


async def test_a_fault_inside_a_200_is_a_failure_and_never_sent_twice() -> None:
    with xml_rpc_gear() as (port, executed):
        (done,) = await Desk(signal(told(port, 1))).start()
        (failed,) = await Desk(signal(told(port, 9))).start()
    assert executed == [1]
    assert isinstance(done, SignalSent)
    assert done.done
    assert isinstance(failed, SignalFailed)
    assert (failed.detail.partition(":")[0], failed.tries) == ("unexpected", 1)


@pytest.mark.parametrize(
    ("expect", "expect_not", "words", "is_good"),
    [
        ("ok", "", "All OK.", True),
        ("ok", "", "All well.", False),
        ("", "lỗi", "Xong", True),
        ("", "lỗi", "Có LỖI", False),
        ("", "lỗi", "Có lỗi", False),
        ("xong", "lỗi", "Xong, không lỗi", False),
        ("ok", "", "", False),
    ],
)
async def test_the_words_that_must_and_must_not_be_there_decide(
    expect: str, expect_not: str, words: str, is_good: bool
) -> None:
    async with http_target(answers(answer("200 OK", words.encode()))) as target:
        desk = Desk(signal(Http(target.url(), expect=expect, expect_not=expect_not)))
        (result,) = await desk.start()
    assert isinstance(result, SignalSent) is is_good


async def test_words_that_come_late_in_an_answer_are_waited_for() -> None:
    async def slowly(visit: Visit) -> None:
        await visit.read()
        await visit.write(b"HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\nwait")
        await asyncio.sleep(2 * BODY_WAIT)  # the gear's own slowness
        await visit.write(b" ok.")

    async with http_target(slowly) as target:
        (result,) = await Desk(signal(Http(target.url(), expect="ok"))).start()
    assert isinstance(result, SignalSent)
    assert result.done


async def test_an_answer_that_never_ends_is_not_waited_for_without_end() -> None:
    async def hangs_in_its_words(visit: Visit) -> None:
        await visit.read()
        await visit.write(b"HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\nwait")
        await visit.hang()

    async with http_target(hangs_in_its_words) as target:
        desk = Desk(signal(Http(target.url(), expect="ok")), limits=HASTY)
        (result,) = await desk.start()
    assert isinstance(result, SignalFailed)
    assert (result.detail.partition(":")[0], result.tries) == ("no_answer", 1)


async def test_a_status_alone_says_that_it_was_taken_and_no_more() -> None:
    async with http_target(answers(answer("200 OK", b"ok"))) as target, osc_receiver() as receiver:
        desk = Desk(signal(Http(target.url())), signal(Osc(LOOPBACK, receiver.port, "/go")))
        results = await desk.start()
    assert [result.done for result in results if isinstance(result, SignalSent)] == [False, False]


async def test_a_number_goes_as_the_kind_that_is_asked_for() -> None:
    async with osc_receiver() as receiver:
        args = ("{item.number:float}", "{current.planned_s:int}", "{current.planned_s:float}")
        await Desk(signal(Osc(LOOPBACK, receiver.port, "/cue/{current.planned_s:int}", args))).start()
        address, *values = await receiver.next()
    assert address == "/cue/600"
    assert [type(value) for value in values] == [float, int, float]
    assert values == [pytest.approx(4.2), 600, 600.0]


@pytest.mark.parametrize("name", ["item.title:int", "item.title:float", "item.number:int"])
async def test_a_number_is_made_of_no_title_and_item_4_2_is_not_item_4(name: str) -> None:
    async with osc_receiver() as receiver:
        (result,) = await Desk(signal(Osc(LOOPBACK, receiver.port, "/a", (f"{{{name}}}",)))).start()
    assert isinstance(result, SignalFailed)
    assert result.detail.startswith(f"no_number: {{{name}}}")
