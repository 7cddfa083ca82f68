"""Show control beside a real show in its thread: what it did is on record, and nothing old goes out."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from socket import AF_INET, SOCK_DGRAM, socket
from threading import Event

from pythonosc.osc_message import OscMessage

from runofshow.cli.control import FAREWELL_S, last_signals
from runofshow.clock import Clock, system_sources
from runofshow.control.osc_in import Listening, OscServer
from runofshow.control.sending import SignalSender
from runofshow.control.target_line import Limits
from runofshow.core import commands as c
from runofshow.core.agenda import Agenda
from runofshow.core.events import Entry
from runofshow.core.refusal import Reason, Refused
from runofshow.core.signal import Http, Osc, Trigger
from runofshow.core.sound_events import SignalFailed, SignalSent
from runofshow.core.value import replace
from runofshow.engine import Engine
from runofshow.journal import FILE_NAME, Journal, read_journal
from runofshow.live import BY_SIGNALS, LiveShow
from tests.control.given import HERE, plan, signal
from tests.control.targets import LOOPBACK
from tests.control.test_osc_packets import osc
from tests.core.shows import agenda, heading, item

TOKEN = "a-token-of-enough-signs"


@dataclass
class Console:
    engine: Engine
    sender: SignalSender
    osc_port: int

    def do(self, command: c.Command) -> Entry:
        answer = self.engine.ask(command).result(10)
        assert not isinstance(answer, Refused), answer
        return answer

    def settled(self) -> None:
        """Until every signal is on record."""
        self.engine.run_beside(self.sender.settled()).result(10)
        self.engine.run_beside(asyncio.sleep(0)).result(10)

    @property
    def results(self) -> list[SignalSent | SignalFailed]:
        events = (event for entry in self.engine.log for event in entry.events)
        return [event for event in events if isinstance(event, SignalSent | SignalFailed)]


@contextmanager
def console(folder: Path, agenda: Agenda | None) -> Iterator[Console]:
    """A show on this agenda; without one, the show of that folder picked up again."""
    clock = Clock(system_sources())
    if agenda is None:
        reading = read_journal(folder / FILE_NAME)
        show = LiveShow(clock, Journal.resume(folder, reading, since=clock.now()), reading.entries)
    else:
        journal = Journal.create(folder, since=clock.now())
        show = LiveShow.opened(clock, journal, c.OpenShow(agenda, floating=True))
    engine = Engine(show, 0.02)
    sender = SignalSender(
        lambda: show.state,
        lambda result: show.note(c.ReportSignal(result), BY_SIGNALS),
        show.raise_alarm,
        HERE,
        limits=Limits(a_try=20),
    )
    server = OscServer(TOKEN, show.obey, show.raise_alarm, port=0)
    engine.listen(sender.heard)
    engine.start()
    try:
        engine.run_beside(server.serve())
        opened = server.opened.result(10)
        assert isinstance(opened, Listening)
        yield Console(engine, sender, opened.port)
    finally:
        engine.stop()


@contextmanager
def receiver() -> Iterator[socket]:
    with socket(AF_INET, SOCK_DGRAM) as opened:
        opened.bind((LOOPBACK, 0))
        opened.settimeout(10)
        yield opened


def test_what_a_remote_calls_sets_off_a_signal_and_both_are_on_record(tmp_path: Path) -> None:
    with receiver() as gear:
        called = plan(signal(Osc(LOOPBACK, gear.getsockname()[1], "/cue/{item.number}/start")))
        with console(tmp_path / "show", called) as running:
            gear.sendto(osc("/runofshow/start", TOKEN), (LOOPBACK, running.osc_port))
            heard = sorted((OscMessage(gear.recv(2_000)) for _ in range(2)), key=lambda one: str(one.address))
            assert [one.address for one in heard] == ["/cue/4.2/start", "/runofshow/reply"]
            assert heard[1].params[:2] == ["start", "ok"]
            running.settled()
            assert [
                (entry.do, entry.by) for entry in running.engine.log if entry.do in ("start", "signal")
            ] == [
                ("start", "caller"),
                ("signal", BY_SIGNALS),
            ]
            (result,) = running.results
            assert isinstance(result, SignalSent)


def test_a_signal_of_a_heading_goes_once_at_its_first_start_and_once_at_its_last_end(tmp_path: Path) -> None:
    with receiver() as gear:
        port = gear.getsockname()[1]
        starts = signal(Osc(LOOPBACK, port, "/starts/{item.number}"), item_id="h")
        ends = signal(Osc(LOOPBACK, port, "/ends/{item.number}"), Trigger.ITEM_ENDED, "e", "h")
        parts = agenda(item("a", 5), heading("h", item("h1", 5), item("h2", 5), item("h3", 5)), item("b", 5))
        with console(tmp_path / "show", replace(parts, signals=(starts, ends))) as running:
            commands: list[c.Command] = [c.Start(), c.Jump("h2"), *[c.Advance(sure=True)] * 4]
            for command in commands:
                until_done(running, command)
            running.settled()
            assert running.engine.latest.current is not None
            assert running.engine.latest.current.row.item_id == "b"
            heard = [OscMessage(gear.recv(2_000)).address for _ in range(len(running.results))]
            # h2 was taken first, so that h3 runs last of it
            assert heard == ["/starts/h2", "/ends/h3"]


def until_done(running: Console, command: c.Command) -> None:
    """Asked again until it is no second press of the one before."""
    while isinstance(answer := running.engine.ask(command).result(10), Refused):
        assert answer.reason is Reason.GUARD


def test_a_signal_that_fails_is_an_alarm_on_every_screen(tmp_path: Path) -> None:
    with console(tmp_path / "show", plan(signal(Http("http://127.0.0.1/{item.titel}")))) as running:
        running.do(c.Start())
        running.settled()
        alarms = [(alarm.code, alarm.detail, alarm.cause) for alarm in running.engine.latest.alarms]
        assert alarms == [("signal_failed", "s · {item.titel}", "unknown_value")]


def test_a_show_that_is_picked_up_sends_nothing_old(tmp_path: Path) -> None:
    with receiver() as gear:
        port = gear.getsockname()[1]
        agenda = plan(
            *(signal(Osc(LOOPBACK, port, f"/{trigger}"), trigger, trigger) for trigger in Trigger),
        )
        with console(tmp_path / "show", agenda) as running:
            running.do(c.Start())
            running.do(c.Go("q"))
            running.settled()
            sent = len(running.results)
        assert {OscMessage(gear.recv(2_000)).address for _ in range(sent)} >= {"/item_started", "/cue_gone"}
        with console(tmp_path / "show", None) as again:
            again.do(c.Hold())
            again.settled()
            assert [result.signal_id for result in again.results[sent:]] == ["held"]
        assert OscMessage(gear.recv(2_000)).address == "/held"


def test_what_the_last_call_set_off_is_still_sent(tmp_path: Path) -> None:
    with socket() as slow:
        slow.bind((LOOPBACK, 0))
        slow.listen()
        agenda = plan(signal(Http(f"http://127.0.0.1:{slow.getsockname()[1]}/"), Trigger.SHOW_ENDED))
        with console(tmp_path / "show", agenda) as running, ThreadPoolExecutor() as gear:
            running.do(c.Start())
            running.do(c.End())
            answered = gear.submit(answer_late, slow)
            last_signals(running.engine, running.sender)
            (result,) = running.results
            assert isinstance(result, SignalSent)
            answered.result(10)


def answer_late(target: socket) -> None:
    target.settimeout(10)
    connection, _ = target.accept()
    with connection:
        connection.recv(2_000)
        Event().wait(0.3)
        connection.sendall(b"HTTP/1.1 204 No Content\r\n\r\n")


def test_gear_that_hangs_keeps_nobody_from_leaving(tmp_path: Path) -> None:
    with socket() as silent:
        silent.bind((LOOPBACK, 0))
        silent.listen()
        agenda = plan(signal(Http(f"http://127.0.0.1:{silent.getsockname()[1]}/")))
        with console(tmp_path / "show", agenda) as running:
            running.do(c.Start())
            began = system_sources().awake()
            last_signals(running.engine, running.sender)
            took = system_sources().awake() - began
        assert FAREWELL_S <= took < FAREWELL_S + 2


def test_a_console_that_closes_waits_for_no_gear(tmp_path: Path) -> None:
    with socket() as silent:
        silent.bind((LOOPBACK, 0))
        silent.listen()
        silent.settimeout(10)
        with console(
            tmp_path / "show", plan(signal(Http(f"http://127.0.0.1:{silent.getsockname()[1]}/")))
        ) as closing:
            closing.do(c.Start())
            connection, _ = silent.accept()
            began = system_sources().awake()
        assert system_sources().awake() - began < 5
        connection.close()
