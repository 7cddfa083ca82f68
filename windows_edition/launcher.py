"""runofshow.exe with its icon, compiled from `launcher.c` by the C compiler in the package `ziglang`."""

from __future__ import annotations

import os
import struct
import subprocess
from pathlib import Path

from resvg_py import svg_to_bytes

HERE = Path(__file__).resolve().parent
SIZES = (16, 24, 32, 48, 64, 256)
"""Pixels of the icon, from the title of a window to the largest tiles."""

_ICON, _ICONS, _MANIFEST = 3, 14, 24
_ENGLISH = 0x0409


def icon() -> bytes:
    """`runofshow.ico`: each size as PNG, which Windows reads since Vista."""
    pictures = _pictures()
    at = 6 + 16 * len(pictures)
    entries = b""
    for size, picture in pictures:
        entries += _entry(size, picture) + struct.pack("<I", at)
        at += len(picture)
    return _head(pictures) + entries + b"".join(picture for _, picture in pictures)


def build_launcher(tools: Path, folder: Path, dll: str) -> bytes:
    """The launcher that loads `app\\dll` (`python313.dll`); `tools` is the Python that has `ziglang`.

    The same bytes each time. The compiler keeps what it makes in `folder`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    resources, program = folder / "launcher.res", folder / "runofshow.exe"
    resources.write_bytes(_resources())
    [package] = tools.parent.parent.glob("lib/python3*/site-packages/ziglang")
    headers = package / "lib" / "libc" / "include" / "any-windows-any"
    options = (
        "-target x86_64-windows-gnu -Os -s -Wall -Wextra -Werror -DUNICODE"
        " -nostdlib -ffreestanding -fno-stack-protector -fno-sanitize=all"
        " -Wl,-e,begin -Wl,--subsystem,console"
    )
    given = ["-isystem", str(headers), f'-DPYTHON_DLL=L"{dll}"', str(HERE / "launcher.c"), str(resources)]
    cache = {name: str(folder / "cache") for name in ("ZIG_GLOBAL_CACHE_DIR", "ZIG_LOCAL_CACHE_DIR")}
    subprocess.run(
        [str(package / "zig"), "cc", *options.split(), *given, "-lkernel32", "-lshell32", "-o", str(program)],
        check=True,
        env={**os.environ, **cache},
        stdin=subprocess.DEVNULL,
    )
    return program.read_bytes()


def _pictures() -> list[tuple[int, bytes]]:
    drawn = (HERE / "runofshow.svg").read_text(encoding="utf-8")
    return [
        (size, bytes(svg_to_bytes(svg_string=drawn, width=size, height=size, skip_system_fonts=True)))
        for size in SIZES
    ]


def _head(pictures: list[tuple[int, bytes]]) -> bytes:
    return struct.pack("<HHH", 0, 1, len(pictures))


def _entry(size: int, picture: bytes) -> bytes:
    """What a list of icons says of one of them, but for where it is. 256 is said as 0."""
    return struct.pack("<BBBBHHI", size % 256, size % 256, 0, 0, 1, 32, len(picture))


def _resources() -> bytes:
    """What the linker puts into the program, as a compiled resource file."""
    pictures = _pictures()
    found = _resource(0, 0, b"")
    group = _head(pictures)
    for number, (size, picture) in enumerate(pictures, start=1):
        found += _resource(_ICON, number, picture)
        group += _entry(size, picture) + struct.pack("<H", number)
    return (
        found
        + _resource(_ICONS, 1, group)
        + _resource(_MANIFEST, 1, (HERE / "launcher.manifest").read_bytes())
    )


def _resource(kind: int, name: int, content: bytes) -> bytes:
    """One entry: sizes, kind and name as numbers (behind 0xFFFF), language, content, padded to four bytes."""
    head = struct.pack("<IIHHHH", len(content), 32, 0xFFFF, kind, 0xFFFF, name)
    rest = struct.pack("<IHHII", 0, 0, _ENGLISH if kind else 0, 0, 0)
    return head + rest + content + b"\0" * (-len(content) % 4)
