"""The bytes of an agenda file as a text to edit, and back: its byte order mark and its line ends stay."""

from __future__ import annotations

from msgspec import Struct

from runofshow.agenda_file.complaint import Complaint, Reporter
from runofshow.agenda_file.editing.written import NotWritten, Written, written
from runofshow.agenda_file.source import decode

_BOM = b"\xef\xbb\xbf"


class Opened(Struct, frozen=True):
    """A file opened to be edited."""

    written: Written
    has_bom: bool

    def content(self, text: str) -> bytes:
        """The bytes of the file with this text in it."""
        return (_BOM if self.has_bom else b"") + text.encode("utf-8")


def opened(content: bytes, name: str) -> Opened:
    """The agenda that these bytes are. Raises NotWritten with the complaints of the file `name`."""
    report = Reporter(name)
    text, complaints = decode(content, report)
    if text is None:
        raise NotWritten(complaints)
    read = _read(text, complaints, name)
    raw = content.removeprefix(_BOM).decode("utf-8")
    # signs that nobody sees, and line ends of old, are kept only where YAML reads them as they were meant
    if "\r" not in raw.replace("\r\n", ""):
        try:
            as_it_stands = written(raw)
        except NotWritten:
            pass
        else:
            if as_it_stands.data == read.data:
                read = as_it_stands
    return Opened(read, content.startswith(_BOM))


def _read(text: str, complaints: list[Complaint], name: str) -> Written:
    try:
        return written(text, name)
    except NotWritten as error:
        raise NotWritten([*complaints, *error.complaints]) from error
