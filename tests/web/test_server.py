"""The server's life beside the show: starting, a taken port, the hall let in and shut out, stopping."""

from __future__ import annotations

import asyncio
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from runofshow.core.agenda import Role
from runofshow.core.alarms import AlarmCode
from runofshow.core.commands import Start
from runofshow.core.events import Entry
from runofshow.hall.access import Access
from runofshow.texts import Language
from runofshow.web import network
from runofshow.web.network import (
    EVERYWHERE,
    LOOPBACK,
    Interface,
    Listening,
    PortTaken,
    hall_addresses,
    interfaces_now,
    listening_socket,
)
from runofshow.web.qr import qr_lines
from runofshow.web.server import Closed, HallServer
from tests.web.halls import HERE, Hall, hall

OUTSIDE = next(iter(hall_addresses()), "")
has_network = pytest.mark.skipif(not OUTSIDE, reason="this machine has no address but its own loopback")


def reaches(address: str, port: int) -> bool:
    """Whether it answers there; it waits, since a connection not yet taken when a server closes leaks."""
    try:
        with socket.create_connection((address, port), 2) as opened:
            opened.sendall(f"GET / HTTP/1.1\r\nHost: {address}:{port}\r\n\r\n".encode())
            return opened.recv(1) == b"H"
    except OSError:
        return False


def is_alive(opened: Hall) -> bool:
    return isinstance(opened.engine.ask(Start()).result(5), Entry)


# Starting


def test_a_free_port_is_taken_and_told(opened: Hall) -> None:
    assert opened.server.standing == Listening(LOOPBACK, opened.port)
    assert opened.port > 0
    assert opened.server.addresses() == (f"http://127.0.0.1:{opened.port}",)


def test_a_taken_port_is_a_value_and_the_show_goes_on(opened: Hall) -> None:
    second = HallServer(opened.engine, Access(), port=opened.port, tz=HERE, language=Language.VI)
    taken = second.start().result(10)
    assert isinstance(taken, PortTaken)
    assert (taken.host, taken.port) == (LOOPBACK, opened.port)
    assert taken.detail
    assert second.addresses() == ()
    assert opened.ask("GET", "/healthz").status == 200
    assert is_alive(opened)


def test_a_port_that_is_none_is_a_value_too(opened: Hall) -> None:
    second = HallServer(opened.engine, Access(), port=70_000, tz=HERE, language=Language.VI)
    assert isinstance(second.start().result(10), PortTaken)


def test_before_it_starts_it_is_closed_and_has_no_address(opened: Hall) -> None:
    second = HallServer(opened.engine, Access(), tz=HERE, language=Language.VI)
    assert second.standing == Closed()
    assert second.addresses() == ()
    assert second.open_to_hall().result(5) == Closed()
    second.stop().result(5)


def test_nothing_of_the_server_is_loaded_before_it_starts() -> None:
    code = (
        "import sys, runofshow.web.server, runofshow.hall.access, runofshow.web.network\n"
        "loaded = {name.partition('.')[0] for name in sys.modules}\n"
        "print(sorted(loaded & {'starlette', 'uvicorn', 'h11', 'anyio'}))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_a_failure_to_start_is_an_alarm_and_the_show_goes_on(
    opened: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr("runofshow.web.server.import_module", broken)
    second = HallServer(opened.engine, Access(), port=0, tz=HERE, language=Language.VI)
    assert second.start().result(10) == Closed()
    (alarm,) = opened.engine.latest.alarms
    assert alarm.code == AlarmCode.WEB
    assert is_alive(opened)


# The hall let in and shut out


@has_network
def test_the_hall_is_shut_out_until_it_is_let_in(opened: Hall) -> None:
    assert not reaches(OUTSIDE, opened.port)
    assert opened.server.open_to_hall().result(5) == Listening(EVERYWHERE, opened.port)
    assert reaches(OUTSIDE, opened.port)
    assert opened.server.addresses()[0] == f"http://{OUTSIDE}:{opened.port}"
    assert opened.server.addresses()[-1] == f"http://127.0.0.1:{opened.port}"
    assert opened.server.close_to_hall().result(5) == Listening(LOOPBACK, opened.port)
    assert not reaches(OUTSIDE, opened.port)
    assert reaches(LOOPBACK, opened.port)


@has_network
def test_lan_opens_it_from_the_start(tmp_path: Path) -> None:
    with hall(tmp_path, lan=True) as opened:
        assert reaches(OUTSIDE, opened.port)
        links = opened.server.join_links()
        assert [link.role for link in links] == list(Role)
        assert links[1].url == f"http://{OUTSIDE}:{opened.port}/j/{opened.access.codes[Role.MC]}"


def test_a_screen_on_this_machine_stays_connected_through_both(opened: Hall) -> None:
    with opened.watching(opened.joined(Role.MC)) as watcher:
        watcher.until("beat")
        opened.server.open_to_hall().result(5)
        opened.server.close_to_hall().result(5)
        assert opened.order({"do": "start"}, cookie=opened.joined(Role.CALLER)).status == 200
        assert watcher.change_of("phase").data["phase"] == "running"


@has_network
def test_a_phone_is_cut_off_when_the_hall_is_shut_out(opened: Hall) -> None:
    opened.server.open_to_hall().result(5)
    with socket.create_connection((OUTSIDE, opened.port), 5) as phone:
        host = f"{OUTSIDE}:{opened.port}"
        phone.sendall(f"GET /j/{opened.access.codes[Role.MC]} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
        assert phone.recv(4096).startswith(b"HTTP/1.1 303")
        opened.server.close_to_hall().result(5)
        try:
            assert phone.recv(4096) == b""
        except ConnectionResetError:
            return


@has_network
def test_health_is_told_on_this_machine_only_as_this_machine(opened: Hall) -> None:
    """A request from outside comes from another address; here it is this machine's own in the network."""
    opened.server.open_to_hall().result(5)
    with socket.create_connection((OUTSIDE, opened.port), 5, (OUTSIDE, 0)) as phone:
        phone.sendall(f"GET /healthz HTTP/1.1\r\nHost: {OUTSIDE}:{opened.port}\r\n\r\n".encode())
        assert phone.recv(4096).startswith(b"HTTP/1.1 404")


def test_when_the_hall_cannot_be_let_in_everything_stays_as_it_was(
    opened: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("runofshow.web.server.EVERYWHERE", "203.0.113.1")
    assert isinstance(opened.server.open_to_hall().result(5), PortTaken)
    assert opened.server.standing == Listening(LOOPBACK, opened.port)
    assert opened.ask("GET", "/healthz").status == 200


# Asking from another thread


def test_the_console_renews_codes_and_throws_guests_out(opened: Hall) -> None:
    cookie, old = opened.joined(Role.MC), opened.access.codes[Role.MC]
    assert opened.server.renew(Role.MC).result(5) != old
    with opened.watching(cookie) as watcher:
        watcher.until("snapshot")
        (guest,) = opened.server.guests()
        assert opened.server.throw_out(guest.guest_id).result(5)
        with pytest.raises((AssertionError, ConnectionError)):
            watcher.until("never")
    assert not opened.server.throw_out(guest.guest_id).result(5)
    assert opened.server.guests() == ()


# Stopping


def test_the_server_stops_and_starts_again_and_guests_stay_in(opened: Hall) -> None:
    cookie = opened.joined(Role.MC)
    with opened.watching(cookie) as watcher:
        watcher.until("beat")
        opened.server.stop().result(5)
        with pytest.raises((AssertionError, ConnectionError)):
            watcher.until("never")
    assert opened.server.standing == Closed()
    assert not reaches(LOOPBACK, opened.port)
    assert is_alive(opened)
    again = HallServer(opened.engine, opened.access, port=opened.port, tz=HERE, language=Language.VI)
    assert again.start().result(10) == Listening(LOOPBACK, opened.port)
    assert opened.ask("GET", "/api/snapshot", cookie=cookie).json["phase"] == "running"


def test_the_show_stops_with_its_server_in_order_and_no_thread_is_left(tmp_path: Path) -> None:
    with hall(tmp_path) as opened:
        watched = [opened.raw(b"GET / HTTP/1.1\r\n") for _ in range(3)]
        with opened.watching(opened.joined(Role.MC)) as watcher:
            watcher.until("beat")
            opened.engine.stop()
            with pytest.raises((AssertionError, ConnectionError)):
                watcher.until("never")
        assert not reaches(LOOPBACK, opened.port)
        assert opened.server.standing == Closed()
        for one in watched:
            try:
                assert one.recv(1) == b""
            except ConnectionResetError:
                continue
        assert "runofshow engine" not in {thread.name for thread in threading.enumerate()}
        with pytest.raises(RuntimeError):
            opened.server.start()


def test_work_beside_the_ticker_is_cancelled_and_waited_for(tmp_path: Path) -> None:
    """As Engine.run_beside says."""
    put_in_order = threading.Event()

    async def work() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0)
            put_in_order.set()

    with hall(tmp_path) as opened:
        opened.engine.run_beside(work())
        opened.engine.call(lambda: None).result(5)
        opened.engine.stop()
        assert put_in_order.is_set()


def test_a_beat_that_fails_is_an_alarm_and_the_next_one_comes(
    opened: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(self: object) -> bytes:
        raise ZeroDivisionError("our own mistake")

    with opened.watching(opened.joined(Role.CALLER)) as watcher:
        watcher.until("beat")
        monkeypatch.setattr("runofshow.web.stream.LivePictures._beat", broken)
        alarms = watcher.change_of("alarms").data["alarms"]
        assert alarms[0]["detail"] == "ZeroDivisionError: our own mistake"
        monkeypatch.undo()
        assert watcher.until("beat").data["seq"] == opened.engine.latest.seq


def test_a_failing_callback_of_the_loop_is_an_alarm_and_not_a_line_across_the_console(
    opened: Hall, capfd: pytest.CaptureFixture[str]
) -> None:
    def broken() -> None:
        raise ZeroDivisionError("our own mistake")

    opened.engine.call(lambda: asyncio.get_running_loop().call_soon(broken)).result(5)
    opened.engine.call(lambda: None).result(5)
    assert [alarm.code for alarm in opened.engine.latest.alarms] == [AlarmCode.WEB]
    opened.raw(b"\x16\x03\x01 this is not HTTP\r\n\r\n").recv(4096)
    assert capfd.readouterr() == ("", "")


# What keeps the phones out


def alarms(opened: Hall) -> dict[str, str]:
    return {alarm.code: alarm.detail for alarm in opened.engine.latest.alarms}


def test_a_taken_port_is_an_alarm_with_the_port_that_is_free_until_it_can_be_had(tmp_path: Path) -> None:
    with hall(tmp_path) as opened:
        taken = listening_socket(LOOPBACK, 0)
        assert isinstance(taken, socket.socket)
        port = taken.getsockname()[1]
        second = HallServer(opened.engine, Access(), port=port, tz=HERE, language=Language.VI)
        standing = second.start().result(5)
        assert isinstance(standing, PortTaken)
        assert standing.free is not None
        assert standing.free > port
        assert alarms(opened) == {"port_taken": f"{port} · --port {standing.free}"}
        taken.close()
        assert isinstance(second.close_to_hall().result(5), Listening)
        assert alarms(opened) == {}
        second.stop().result(5)


def test_open_to_the_hall_without_a_network_is_an_alarm(tmp_path: Path) -> None:
    with hall(tmp_path) as opened:
        found: list[str] = []
        access = Access()
        second = HallServer(
            opened.engine, access, port=0, tz=HERE, language=Language.VI, lan=True, find=lambda: found
        )
        standing = second.start().result(5)
        assert isinstance(standing, Listening)
        assert alarms(opened) == {"no_network": ""}
        assert second.addresses() == (f"http://127.0.0.1:{standing.port}",)
        second.close_to_hall().result(5)
        assert alarms(opened) == {}, "nobody was to come in"
        found.append("192.168.1.7")
        second.open_to_hall().result(5)
        assert alarms(opened) == {}
        assert second.addresses()[0] == f"http://192.168.1.7:{standing.port}", "found anew each time"
        second.stop().result(5)


# Addresses, sockets, QR


def test_addresses_are_what_a_phone_can_reach() -> None:
    for address in hall_addresses():
        assert not address.startswith(("127.", "0."))
    assert len(set(hall_addresses())) == len(hall_addresses())


def test_without_a_network_there_is_no_address() -> None:
    assert hall_addresses([Interface("lo", "127.0.0.1"), Interface("eth0", "0.0.0.0")], ()) == ()


WIFI = Interface("wlp3s0", "192.168.1.7", is_card=True)
VPN = Interface("tun0", "10.8.0.2", is_tunnel=True)


@pytest.mark.parametrize(
    "other",
    [
        VPN,
        Interface("wg0", "10.6.0.3", is_tunnel=True),
        Interface("tap0", "192.168.50.4"),
        Interface("tailscale0", "100.101.2.3", is_tunnel=True),
        Interface("", "100.101.2.3"),
        Interface("utun4", "10.9.8.7"),
        Interface("docker0", "172.17.0.1"),
        Interface("br-1f2e3d4c5b6a", "172.18.0.1"),
        Interface("veth9a", "172.19.0.1"),
        Interface("virbr0", "192.168.122.1"),
        Interface("eth0", "169.254.8.9", is_card=True),
        Interface("enp2s0", "192.168.7.7", is_card=True, is_running=False),
    ],
    ids=lambda one: f"{one.name or 'unnamed'}-{one.address}",
)
@pytest.mark.parametrize("hall", [WIFI, Interface("br0", "192.168.1.7"), Interface("", "192.168.1.7")])
def test_the_halls_own_network_comes_before_what_no_phone_is_in(other: Interface, hall: Interface) -> None:
    """A VPN takes every way out of the machine, and is still no way in for a phone."""
    for interfaces in ([other, hall], [hall, other]):
        assert hall_addresses(interfaces, (other.address,)) == (hall.address, other.address)


def test_of_two_cards_the_one_with_the_way_out_comes_first() -> None:
    cable = Interface("enp2s0", "10.0.0.5", is_card=True)
    assert hall_addresses([WIFI, cable], ("10.0.0.5", "192.168.1.7")) == ("10.0.0.5", "192.168.1.7")
    assert hall_addresses([cable, WIFI], ("192.168.1.7",)) == ("192.168.1.7", "10.0.0.5")


def test_only_a_vpn_is_still_an_address() -> None:
    assert hall_addresses([VPN], ("10.8.0.2", "10.8.0.2")) == ("10.8.0.2",)


def test_a_way_out_that_the_system_does_not_list_is_an_address() -> None:
    assert hall_addresses([], ("192.168.1.7",)) == ("192.168.1.7",)


def test_this_machines_interfaces_are_told_with_their_addresses() -> None:
    told = {one.name: one for one in interfaces_now()}
    assert told["lo"] == Interface("lo", LOOPBACK)


def test_a_way_that_does_not_exist_is_no_address() -> None:
    assert network._address_towards("255.255.255.255") is None


def test_a_port_left_by_a_killed_console_is_free_again() -> None:
    first = listening_socket(LOOPBACK, 0)
    assert isinstance(first, socket.socket)
    port = first.getsockname()[1]
    with socket.create_connection((LOOPBACK, port)), first:
        first.setblocking(True)
        first.accept()[0].close()
    again = listening_socket(LOOPBACK, port)
    assert isinstance(again, socket.socket)
    again.close()


def test_what_is_sent_leaves_at_once(opened: Hall) -> None:
    """Without it a change that follows a beat waits some 20 ms for the beat's acknowledgement."""
    opened.raw(b"GET / HTTP/1.1\r\n")

    def delays() -> list[int]:
        crowd = vars(vars(opened.server)["_http"])["_crowd"].connections
        peers = [one.transport.get_extra_info("socket") for one in crowd]
        return [peer.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) for peer in peers]

    assert opened.ask("GET", "/healthz").status == 200
    assert all(opened.engine.call(delays).result(5))
    assert opened.engine.call(delays).result(5)


def test_a_qr_code_is_lines_that_fit_a_terminal() -> None:
    lines = qr_lines("http://192.168.100.107:8765/j/A3S6GV")
    assert (len(lines), {len(line) for line in lines}) == (17, {33})
    assert set("".join(lines)) <= set("█▀▄ ")
    assert lines[0] == "█" * 33, "light all around"
    assert {line[:2] + line[-2:] for line in lines[:-1]} == {"████"}


def test_a_qr_code_can_be_read_back() -> None:
    """Drawn again as modules, the finder patterns stand in their three corners."""
    lines = qr_lines("http://10.0.0.2:8765/j/ABCDEF")
    dark = (
        [[sign in " ▄" for sign in line] for line in lines],
        [[sign in " ▀" for sign in line] for line in lines],
    )
    rows = [row for pair in zip(*dark, strict=True) for row in pair]
    finder = [True, False, True, True, True, False, True]
    middle = rows[2 + 3]
    assert middle[2:9] == finder
    assert middle[-9:-2] == finder
