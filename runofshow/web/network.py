"""This machine's addresses in the hall's network, found without Internet, and the sockets on them."""

from __future__ import annotations

import re
import socket
import sys
from collections.abc import Sequence
from ipaddress import IPv4Address, IPv4Network, ip_address
from pathlib import Path

from msgspec import Struct

LOOPBACK = "127.0.0.1"
EVERYWHERE = "0.0.0.0"
BACKLOG = 128
NEAR = 20
"""So many ports behind a taken one are tried."""
TOWARDS = ("192.168.255.254", "10.255.255.254", "172.31.255.254", "169.254.255.254", "224.0.0.251")
"""One address of each private network, and the hall's own multicast. Nothing is ever sent there."""

CARDS = Path("/sys/class/net")
"""Linux: what it knows of each network; one with a `device` is a card."""
IS_TUNNEL = 0x10
"""IFF_POINTOPOINT (net/if.h)."""
STANDS = frozenset({"up", "unknown"})
"""The states of a network that carries something (RFC 2863); many drivers do not know theirs."""
VIRTUAL = re.compile(
    r"(tun|tap|wg|utun|ipsec|ppp|tailscale|zt|nordlynx|proton|mullvad|gpd|cscotun|docker|br-|veth|virbr|vnet"
    r"|vmnet|vboxnet|lxc|lxd|cni|flannel|cali|podman|dummy|ifb|bridge100"
    # Windows says what it is in words; its own hot spot is a "Wi-Fi Direct Virtual Adapter"
    r"|(?!.*wi-?fi direct).*\b(virtual|tunnel|vpn|host-only))",
    re.IGNORECASE,
)
"""How the names of VPNs, containers and virtual machines begin: no phone of the hall is behind them."""
SHARED = IPv4Network("100.64.0.0/10")
"""Tailscale and providers take their addresses from it (RFC 6598), a hall's router does not."""


class Listening(Struct, frozen=True):
    """The server answers there."""

    host: str
    port: int

    @property
    def is_open_to_hall(self) -> bool:
        return not is_loopback(self.host)


class PortTaken(Struct, frozen=True):
    """The port cannot be had; the show goes on without its server, or as it was."""

    host: str
    port: int
    detail: str
    """As the system says it."""
    free: int | None = None
    """The next port that could be had instead; None where none of the near ones can."""


def _free_behind(host: str, port: int) -> int | None:
    for near in range(port + 1, min(port + 1 + NEAR, 65_536)):
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as tried:
            try:
                tried.bind((host, near))
            except OSError:
                continue
            return near
    return None


class Interface(Struct, frozen=True):
    """A network of this machine, and its address there."""

    name: str
    """As the system names it; empty where it does not say."""
    address: str
    is_card: bool = False
    """A real network card, wired or wireless."""
    is_tunnel: bool = False
    """It leads to one other machine: a VPN."""
    is_running: bool = True
    """Its cable is in, its Wi-Fi joined."""

    @property
    def likelihood(self) -> int:
        """How likely phones are in it; the smaller the likelier."""
        address = IPv4Address(self.address)
        if not self.is_running or address.is_link_local:
            return 3
        if self.is_tunnel or VIRTUAL.match(self.name) or address in SHARED:
            return 2
        return 0 if self.is_card else 1


def is_loopback(address: str) -> bool:
    """Whether it is this machine's own address."""
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


def listening_socket(host: str, port: int) -> socket.socket | PortTaken:
    """A socket that listens there; port 0 takes a free one."""
    # only where the protocol is named does asyncio send at once; else a change waits for the ACK of a beat
    opened = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if sys.platform == "win32":
            # there SO_REUSEADDR would let any program take the port over
            opened.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            # the port of a console that was just killed is free again at once
            opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        opened.bind((host, port))
        opened.listen(BACKLOG)
    except (OSError, OverflowError) as error:
        opened.close()
        return PortTaken(host, port, getattr(error, "strerror", None) or str(error), _free_behind(host, port))
    opened.setblocking(False)
    return opened


def hall_addresses(
    interfaces: Sequence[Interface] | None = None, ways: Sequence[str] | None = None
) -> tuple[str, ...]:
    """This machine's IPv4 addresses that a phone could reach, the likeliest first; none without a network.

    A VPN takes every way out, so which way the system would go comes after what the interface is. Both are
    asked of the system where they are not given.
    """
    if interfaces is None:
        interfaces = interfaces_now()
    if ways is None:
        ways = [address for target in TOWARDS if (address := _address_towards(target))]
    known = {one.address for one in interfaces}
    # a way out by what the system did not list; Windows and others list no names
    found = [*(Interface("", way) for way in dict.fromkeys(ways) if way not in known), *interfaces]
    reachable = [one for one in found if _is_reachable(one.address)]
    order = {address: place for place, address in reversed(list(enumerate(ways)))}
    reachable.sort(key=lambda one: (one.likelihood, order.get(one.address, len(ways))))
    return tuple(dict.fromkeys(one.address for one in reachable))


def join_url(home: str, code: str) -> str:
    """What a QR code holds: `http://192.168.1.7:8765/j/K7M2QP`."""
    return f"{home}/j/{code}"


def _address_towards(target: str) -> str | None:
    """The address this machine would use to reach `target`; choosing a way sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect((target, 9))
        except OSError:
            return None
        return str(probe.getsockname()[0])


def interfaces_now() -> list[Interface]:
    """What the system tells of its interfaces, also one without a way out: its own hot spot."""
    from ifaddr import get_adapters  # with ctypes: the stage is painted first

    found = ((adapter.nice_name, ip.ip) for adapter in get_adapters() for ip in adapter.ips if ip.is_IPv4)
    return [_interface(name, str(address)) for name, address in found]


def _interface(name: str, address: str) -> Interface:
    """With what only Linux says, and a Mac by its names."""
    known = CARDS / name.partition(":")[0]
    try:
        flags, state = (int((known / "flags").read_text(), 16), (known / "operstate").read_text().strip())
    except OSError:
        is_card = sys.platform == "darwin" and re.fullmatch(r"en\d+", name) is not None
        return Interface(name, address, is_card)
    is_card = (known / "device").exists()
    return Interface(name, address, is_card, bool(flags & IS_TUNNEL), state in STANDS)


def _is_reachable(address: str) -> bool:
    parsed = IPv4Address(address)
    return not (parsed.is_loopback or parsed.is_unspecified or parsed.is_multicast)
