"""The bytes of an agenda file as text, or why they are none."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Final

from runofshow.agenda_file.complaint import TOP, Complaint, Place, Reporter
from runofshow.agenda_file.wording import forbidden_sign, stacked_marks

MOST_BYTES: Final = 10 * 1000 * 1000
"""No agenda is longer; the longest real one has 40 kB."""

_DOCUMENTS = (
    (b"PK\x03\x04", "Word/Excel"),
    (b"%PDF", "PDF"),
    (b"\xd0\xcf\x11\xe0", "Word/Excel"),
    (b"{\\rtf", "RTF"),
)
_OF_WORD: Final = {
    **dict.fromkeys((0xA0, 0x2007, 0x202F, 0x3000), " "),
    **dict.fromkeys((0xAD, 0x200B, 0x2060, 0xFEFF)),
}
"""Signs that nobody sees and YAML does not take for blanks, with what they mean."""
_UTF8_BOM = b"\xef\xbb\xbf"
_OTHER_BOMS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)


def read_source(path: Path) -> tuple[str | None, list[Complaint]]:
    """The text of the file, None with an error when there is none. At most `MOST_BYTES` are ever read."""
    report = Reporter(str(path))
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            return None, [report.error("is_folder", TOP)]
        if not stat.S_ISREG(about.st_mode):
            # A pipe or a device may never end.
            return None, [report.error("not_a_file", TOP)]
        if about.st_size > MOST_BYTES:
            return None, [
                report.error("too_big", TOP, size=f"{about.st_size / 1e6:.1f}", most=MOST_BYTES // 10**6)
            ]
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        return None, [report.error("missing_file", TOP)]
    except PermissionError:
        return None, [report.error("no_permission", TOP)]
    except (OSError, ValueError) as error:
        # ValueError: a null byte in the name.
        return None, [report.error("unreadable", TOP, problem=getattr(error, "strerror", None) or error)]
    if len(content) > MOST_BYTES:
        return None, [
            report.error("too_big", TOP, size=f"{len(content) / 1e6:.1f}", most=MOST_BYTES // 10**6)
        ]
    return decode(content, report)


def decode(content: bytes, report: Reporter) -> tuple[str | None, list[Complaint]]:
    """`content` as text without a byte order mark."""
    for mark, name in _DOCUMENTS:
        if content.startswith(mark):
            return None, [report.error("is_document", TOP, format=name)]
    for mark, name in _OTHER_BOMS:
        if content.startswith(mark):
            return None, [report.error("wrong_encoding", TOP, encoding=name)]
    if b"\0\0" in (content[0:4:2], content[1:4:2]):
        return None, [report.error("wrong_encoding", TOP, encoding="UTF-16")]
    if b"\0" in content:
        return None, [report.error("binary", TOP)]
    complaints: list[Complaint] = []
    if content.startswith(_UTF8_BOM):
        content = content.removeprefix(_UTF8_BOM)
        complaints.append(report.warning("bom", TOP))
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
        return None, [
            report.error("not_utf8", place_in(before, len(before)), byte=f"0x{content[error.start]:02x}")
        ]
    # A lone CR is a line to YAML but not to editors; CRLF is a line to both.
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    # What Word brings along is no letter: a blank that does not break, a mark without width.
    if any(chr(sign) in text for sign in _OF_WORD):
        text = text.translate(_OF_WORD)
    if not text.strip():
        return None, [*complaints, report.error("empty", TOP)]
    sign = forbidden_sign(text)
    if sign is not None:
        found = place_in(text, sign)
        return None, [*complaints, report.error("control_character", found, sign=f"U+{ord(text[sign]):04X}")]
    pile = stacked_marks(text)
    if pile is not None:
        return None, [*complaints, report.error("stacked_marks", place_in(text, pile))]
    return text, complaints


def place_in(text: str, index: int) -> Place:
    """The line and column of `text[index]`."""
    before = text[:index]
    return Place(before.count("\n") + 1, index - before.rfind("\n"))
