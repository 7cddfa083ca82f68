"""The text of a plain file's bytes, whatever its encoding: UTF-8, UTF-16, cp1258, cp1252.

TCVN3 and VNI come out as the Western letters that their bytes are; letters.py writes them over afterwards.
"""

from __future__ import annotations

import codecs
import re

from runofshow.office.failure import CannotRead, Failure
from runofshow.office.plain import plain
from runofshow.office.syllables import is_syllable

MOST_BYTES = 8_000_000
"""No plan in plain text comes near; a page saved with its pictures inside may."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_WESTERN_NAMES = frozenset({"windows-1252", "iso-8859-1", "us-ascii", "ascii", "utf-8", "utf8", "latin1"})
"""Said by pages of every encoding."""

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def text_of(data: bytes, named: str | None = None) -> str:
    """The bytes as text, line breaks made «\\n». A letter cut in two at the end of a file is dropped. `named`
    is the encoding that the file says it has: it is asked where the bytes do not tell.

    Raises CannotRead: EMPTY, or UNKNOWN_FORM where the bytes are no text.
    """
    text = _decoded(data[:MOST_BYTES], named).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise CannotRead(Failure.EMPTY)
    head = text[:20_000]
    if len(_CONTROL.findall(head)) * 50 > len(head):
        raise CannotRead(Failure.UNKNOWN_FORM)
    return text


def _decoded(data: bytes, named: str | None) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    wide = _wide(data)
    if wide is not None:
        return data.decode(wide, errors="replace")
    try:
        return codecs.getincrementaldecoder("utf-8")().decode(data)  # forgives a last letter cut short
    except UnicodeDecodeError as error:
        # One bad byte in a long file of good ones is damage, not another encoding.
        good = data.decode("utf-8", errors="replace")
        if error.start and good.count("\ufffd") * 20 < sum(not letter.isascii() for letter in good):
            return good
    if named is not None and named.lower() not in _WESTERN_NAMES:
        try:
            return data.decode(named, errors="replace")
        except LookupError:
            pass  # no such encoding
    return _of_one_byte(data)


def _wide(data: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of much of it is zero."""
    head = data[:4000]
    if len(head) < 4:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    most = len(head) // 2
    if odd > 0.3 * most and even < 0.05 * most:
        return "utf-16-le"
    return "utf-16-be" if even > 0.3 * most and odd < 0.05 * most else None


def _of_one_byte(data: bytes) -> str:
    """cp1258 where most words with marks are Vietnamese by it, and more than by cp1252."""
    western = "".join(_WESTERN[byte] for byte in data)
    words = _marked(plain(data.decode("cp1258", errors="replace")[:20_000]))
    spelt = sum(map(is_syllable, words))
    if spelt >= 0.6 * len(words) and spelt > sum(map(is_syllable, _marked(western[:20_000]))):
        return data.decode("cp1258", errors="replace")
    return western


def _marked(text: str) -> list[str]:
    return [word for word in re.findall(r"[^\W\d_]+", text) if not word.isascii()]


def _western(byte: int) -> str:
    return bytes([byte]).decode("cp1252", errors="ignore") or chr(byte)


# TCVN3 uses some bytes that cp1252 leaves open; as Latin-1 they are kept.
_WESTERN = tuple(map(_western, range(256)))
