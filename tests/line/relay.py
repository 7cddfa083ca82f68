"""A network between a screen and its hall that a test can take away: cut off, or gone silent."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from runofshow.web.network import LOOPBACK


class Relay:
    """Passes bytes between its own port and the hall's; the port stays the same when it comes back."""

    def __init__(self, hall_port: int) -> None:
        self._hall_port = hall_port
        self._flowing = threading.Event()
        self._flowing.set()
        self._stranded: list[threading.Event] = []
        self._lock = threading.Lock()
        self._open: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._listening = socket.create_server((LOOPBACK, 0))
        self.port: int = self._listening.getsockname()[1]
        self._renamed = tuple(zip(_names(self.port), _names(hall_port), strict=True))
        self._begin(self._accept, self._listening)

    def cut(self) -> None:
        """The cable is out: what is connected breaks, and nobody answers at the port."""
        with contextlib.suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        with self._lock:
            for one in self._open:
                with contextlib.suppress(OSError):  # the other side went first
                    one.shutdown(socket.SHUT_RDWR)

    def mend(self) -> None:
        """After `cut`: as before, on the same port."""
        self._listening = socket.create_server((LOOPBACK, self.port))
        self._begin(self._accept, self._listening)

    def hush(self) -> None:
        """The air is dead: everything stays connected, and no byte comes through."""
        self._flowing.clear()

    def speak(self) -> None:
        """After `hush`: bytes flow again."""
        self._flowing.set()

    def strand(self) -> None:
        """Who is connected stays so and hears nothing more, ever; who connects anew is served."""
        self._flowing.clear()
        self._stranded.append(self._flowing)
        self._flowing = threading.Event()
        self._flowing.set()

    def close(self) -> None:
        for flowing in (*self._stranded, self._flowing):
            flowing.set()
        self.cut()
        for thread in self._threads:
            thread.join(10)
        for one in self._open:
            one.close()

    def _begin(self, work: Callable[..., None], *args: object) -> None:
        thread = threading.Thread(target=work, args=args, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self, listening: socket.socket) -> None:
        while True:
            try:
                near, _ = listening.accept()
            except OSError:
                return  # cut
            far = socket.create_connection((LOOPBACK, self._hall_port))
            with self._lock:
                self._open += [near, far]
            self._begin(self._pass, near, far, self._flowing)
            self._begin(self._pass, far, near, self._flowing)

    def _pass(self, source: socket.socket, target: socket.socket, flowing: threading.Event) -> None:
        with contextlib.suppress(OSError):  # cut, or one side has left
            while data := source.recv(65_536):
                flowing.wait()
                # the hall answers only to the very address that was connected to
                for here, there in self._renamed:
                    data = data.replace(here, there)
                target.sendall(data)
        for one in (source, target):
            with contextlib.suppress(OSError):  # as above
                one.shutdown(socket.SHUT_RDWR)


def _names(port: int) -> tuple[bytes, bytes]:
    """The lines of a request that say where it goes and whose page asks."""
    return f"Host: {LOOPBACK}:{port}\r\n".encode(), f"Origin: http://{LOOPBACK}:{port}\r\n".encode()


@contextmanager
def relay(hall_port: int) -> Iterator[Relay]:
    between = Relay(hall_port)
    try:
        yield between
    finally:
        between.close()
