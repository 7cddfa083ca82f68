"""Small files of Microsoft's old file system (OLE), and documents in them as Word 97 and 95 lay them out."""

from __future__ import annotations

import struct

from runofshow.documents.reading.forms import OLE

SECTOR, LEAST = 512, 4096
END, FREE, TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def ole(**streams: bytes) -> bytes:
    """A file of these streams."""
    padded = {
        name: data.ljust(-(-max(len(data), LEAST) // SECTOR) * SECTOR, b"\0")
        for name, data in streams.items()
    }
    links, at = [TABLE, END], 2
    entries = [_entry("Root Entry", 5, child=1, start=END, size=0)]
    for number, (name, data) in enumerate(padded.items(), 1):
        right = number + 1 if number < len(padded) else FREE
        entries.append(_entry(name, 2, right=right, start=at, size=len(data)))
        many = len(data) // SECTOR
        links += [*range(at + 1, at + many), END]
        at += many
    assert len(entries) <= 4
    assert len(links) <= 128
    head = OLE + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, LEAST, END, 0, END, 0) + struct.pack("<I", 0)
    table = struct.pack(f"<{len(links)}I", *links)
    return (
        head.ljust(SECTOR, b"\xff")
        + table.ljust(SECTOR, b"\xff")
        + b"".join(entries).ljust(SECTOR, b"\0")
        + b"".join(padded.values())
    )


def _entry(name: str, kind: int, *, right: int = FREE, child: int = FREE, start: int, size: int) -> bytes:
    letters = (name + "\0").encode("utf-16-le")
    links = struct.pack("<HBBIII", len(letters), kind, 1, FREE, right, child)
    return letters.ljust(64, b"\0") + links + bytes(36) + struct.pack("<IQ", start, size)


def word97(*pieces: str | bytes, flags: int = 0, tables: dict[int, bytes] | None = None) -> bytes:
    """A .doc of these pieces of text, bytes with one byte a letter; `tables` of its head by number."""
    main = bytearray(1024)
    struct.pack_into("<HH", main, 0, 0xA5EC, 193)
    struct.pack_into("<H", main, 10, flags)
    struct.pack_into("<H", main, 152, 93)
    cps, told, cp = [0], b"", 0
    for piece in pieces:
        fc = len(main) * 2 | 0x4000_0000 if isinstance(piece, bytes) else len(main)
        told += struct.pack("<HIH", 0, fc, 0)
        raw = piece if isinstance(piece, bytes) else piece.encode("utf-16-le")
        main += raw
        cp += len(raw) if isinstance(piece, bytes) else len(raw) // 2
        cps.append(cp)
    struct.pack_into("<I", main, 76, cp)
    plex = struct.pack(f"<{len(cps)}I", *cps) + told
    table = b""
    for number, data in {33: b"\x02" + struct.pack("<I", len(plex)) + plex, **(tables or {})}.items():
        struct.pack_into("<II", main, 154 + 8 * number, len(table), len(data))
        table += data
    return ole(**{"WordDocument": bytes(main), "0Table": table})


def word95(text: bytes) -> bytes:
    """A .doc of Word 95."""
    main = bytearray(768)
    struct.pack_into("<HH", main, 0, 0xA5DC, 104)
    struct.pack_into("<II", main, 24, len(main), len(main) + len(text))
    struct.pack_into("<I", main, 52, len(text))
    return ole(WordDocument=bytes(main) + text)
