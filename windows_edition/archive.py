"""Zips that are the same bytes for the same files, and small.

The zip of the edition is written by hand since `zipfile` packs by zlib alone: libdeflate packs the same
format 3 % smaller, and no download of the edition may be over 20 MB.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping

from deflate import deflate_compress

_DAY = (1 << 5) | 1
"""1 January 1980, the earliest day that a zip can name; midnight is 0."""

_LEVEL = 12
_STORED, _DEFLATED = 0, 8
_UTF_8 = 0x800


def zipped(files: Mapping[str, bytes], *, packed: bool = True) -> bytes:
    """The files by their paths with `/`, in the order of these; as they are where not to be `packed`."""
    body, directory = b"", b""
    for path in sorted(files):
        content = files[path]
        smaller = deflate_compress(content, _LEVEL) if packed else content
        method, data = (_DEFLATED, smaller) if len(smaller) < len(content) else (_STORED, content)
        name = path.encode()
        sizes = (zlib.crc32(content), len(data), len(content), len(name))
        told = struct.pack("<HHHHIIIHH", _UTF_8, method, 0, _DAY, *sizes, 0)
        rights = 0o100644 << 16
        directory += b"PK\1\2" + struct.pack("<BBH", 20, 3, 20) + told
        directory += struct.pack("<HHHII", 0, 0, 0, rights, len(body)) + name
        body += b"PK\3\4" + struct.pack("<H", 20) + told + name + data
    count = len(files)
    end = struct.pack("<HHHHIIH", 0, 0, count, count, len(directory), len(body), 0)
    return body + directory + b"PK\5\6" + end
