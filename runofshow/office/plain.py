"""Text as a Document holds it: NFC, plain blanks, nothing that has no width.

A soft hyphen stays until the end: it is «ư» in TCVN3, and letters.py takes out those that are none.
"""

from __future__ import annotations

import re
import unicodedata

_BLANKS = re.compile(r"[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_NOTHING = re.compile(
    "[\u0000-\u0008\u000e-\u001f\u007f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffc]"
)
_HALVES = re.compile("[\ud800-\udfff]")
_TABS = re.compile(r" *\t *")


def plain(text: str) -> str:
    """Without blanks at its ends; runs of blanks become one, a tab stays one."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    if _HALVES.search(text):
        # Letters beyond the first 65536, as old forms keep them.
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    text = _BLANKS.sub(" ", _NOTHING.sub("", unicodedata.normalize("NFC", text))).replace("\u2011", "-")
    return _TABS.sub("\t", text).strip()
