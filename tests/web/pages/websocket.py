"""A WebSocket to a browser on this machine (RFC 6455): text out, text in, one at a time."""

from __future__ import annotations

import base64
import os
import socket
import struct

TEXT, CLOSE, PING, PONG = 1, 8, 9, 10


class WebSocket:
    """Connects at once. AssertionError when the other side closes, TimeoutError when it is silent."""

    def __init__(self, port: int, path: str, seconds: float) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=seconds)
        key = base64.b64encode(os.urandom(16)).decode()
        head = (
            f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n"
        )
        self._socket.sendall(head.encode())
        self._reader = self._socket.makefile("rb")
        status = self._reader.readline()
        assert b" 101 " in status, status
        while self._reader.readline() not in (b"\r\n", b""):
            continue

    def send(self, text: str) -> None:
        self._frame(TEXT, text.encode())

    def receive(self) -> str:
        """The next whole message."""
        message = b""
        while True:
            first, second = self._read(2)
            length = second & 127
            if length >= 126:
                (length,) = struct.unpack(
                    ">H" if length == 126 else ">Q", self._read(2 if length == 126 else 8)
                )
            payload = self._read(length)
            match first & 15:
                case n if n == PING:
                    self._frame(PONG, payload)
                case n if n == CLOSE:
                    raise AssertionError(f"the browser has gone: {payload!r}")
                case n if n == PONG:
                    continue
                case _:
                    message += payload
                    if first & 128:
                        return message.decode()

    def close(self) -> None:
        self._reader.close()
        self._socket.close()

    def _frame(self, kind: int, payload: bytes) -> None:
        size = len(payload)
        if size < 126:
            head = bytes((128 | kind, 128 | size))
        elif size < 65536:
            head = struct.pack(">BBH", 128 | kind, 128 | 126, size)
        else:
            head = struct.pack(">BBQ", 128 | kind, 128 | 127, size)
        # Firefox hangs up on a mask of zeros
        mask = b"mask"
        masked = bytes(sign ^ mask[at % 4] for at, sign in enumerate(payload))
        self._socket.sendall(head + mask + masked)

    def _read(self, size: int) -> bytes:
        data = self._reader.read(size)
        assert len(data) == size, "the browser has gone"
        return data
