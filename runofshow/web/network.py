"""This machine's addresses in the hall's network, found without Internet, and the sockets on them."""

from __future__ import annotations

import socket
import sys
from dataclasses import dataclass
from ipaddress import IPv4Address, ip_address

LOOPBACK = "127.0.0.1"
EVERYWHERE = "0.0.0.0"
BACKLOG = 128
TOWARDS = ("192.168.255.254", "10.255.255.254", "172.31.255.254", "169.254.255.254", "224.0.0.251")
"""One address of each private network, and the hall's own multicast. Nothing is ever sent there."""

SIOCGIFADDR = 0x8915
"""Linux: the IPv4 address of an interface (linux/sockios.h)."""


@dataclass(frozen=True, slots=True)
class Listening:
    """The server answers there."""

    host: str
    port: int

    @property
    def is_open_to_hall(self) -> bool:
        return not is_loopback(self.host)


@dataclass(frozen=True, slots=True)
class PortTaken:
    """The port cannot be had; the show goes on without its server, or as it was."""

    host: str
    port: int
    detail: str
    """As the system says it."""


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
        return PortTaken(host, port, getattr(error, "strerror", None) or str(error))
    opened.setblocking(False)
    return opened


def hall_addresses() -> tuple[str, ...]:
    """This machine's IPv4 addresses that a phone could reach, the likeliest first; none without a network."""
    found = [address for target in TOWARDS if (address := _address_towards(target))]
    found += _addresses_of_interfaces()
    return tuple(dict.fromkeys(address for address in found if _is_reachable(address)))


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


def _addresses_of_interfaces() -> list[str]:
    """What the system tells of its interfaces, also one without a way out: its own hot spot."""
    if sys.platform == "win32":
        # elsewhere the name may be asked of a server that is not there, which takes many seconds
        named = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
        return [str(address[0]) for *_, address in named]
    elif sys.platform == "linux":
        import fcntl

        found: list[str] = []
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            for _, name in socket.if_nameindex():
                asked = name.encode()[:15].ljust(256, b"\0")
                try:
                    answer = fcntl.ioctl(probe, SIOCGIFADDR, asked)
                except OSError:
                    continue  # an interface without an address
                found.append(socket.inet_ntoa(answer[20:24]))
        return found
    else:
        return []


def _is_reachable(address: str) -> bool:
    parsed = IPv4Address(address)
    return not (parsed.is_loopback or parsed.is_unspecified or parsed.is_multicast)
