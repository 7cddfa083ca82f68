"""Word's own form since 2007: .docx, .docm, .dotx, by a walk over its XML. Nothing in it is run."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from runofshow.core.value import replace
from runofshow.documents.document import Document
from runofshow.documents.reading.forms import Form, form_of
from runofshow.documents.reading.word.body import Body
from runofshow.documents.reading.word.lines import Paragraphs
from runofshow.documents.reading.word.lists import Lists, W
from runofshow.documents.reading.word.styles import Styles
from runofshow.office.archive import Archive, elements_of
from runofshow.office.failure import CannotRead, Failure
from runofshow.paper.kept import NAMESPACE

RELATED = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
USUAL = W.strip("{}").encode()


def read_word(data: bytes, name: str) -> Document:
    """Raises CannotRead: DAMAGED, BOMB, ENCRYPTED, EMPTY, and NO_TEXT where it holds pictures alone."""
    archive = Archive(data)
    main = _related(archive, "", "officeDocument") or "word/document.xml"
    document, whole = _elements(archive, main)
    body = None if document is None else document.find(W + "body")
    if body is None:
        raise CannotRead(Failure.DAMAGED)
    if body.find(W + "altChunk") is not None and not any(each.text for each in body.iter(W + "t")):
        return _read_chunk(archive.read(_related(archive, main, "aFChunk") or ""), name)
    paragraphs = Paragraphs(
        Styles(_elements(archive, _related(archive, main, "styles") or "word/styles.xml")[0]),
        Lists(_elements(archive, _related(archive, main, "numbering") or "word/numbering.xml")[0]),
    )
    paragraphs.seen.cut_short = not whole
    paragraphs.seen.macros = any(each.lower().endswith("vbaproject.bin") for each in archive.sizes())
    read = paragraphs.seen.document(name, Body(paragraphs).blocks(body))
    return replace(read, kept=_kept(archive, main))


def keeps(data: bytes) -> bool:
    """Whether it holds what a paper of ours keeps unseen; tells so without reading its text. Raises as
    `read_word`."""
    archive = Archive(data)
    return bool(_kept(archive, _related(archive, "", "officeDocument") or "word/document.xml"))


def _kept(archive: Archive, main: str) -> str:
    """What a paper of ours keeps in a part of its own; empty in any other file, and where it is harmed."""
    for part in _all_related(archive, main, "customXml"):
        try:
            held = archive.xml(part)
        except CannotRead:
            continue
        if held is not None and held.tag == f"{{{NAMESPACE}}}kept":
            return held.text or ""
    return ""


def _read_chunk(chunk: bytes, name: str) -> Document:
    """The page that a web program put into an empty document («altChunk»), for Word to turn into text."""
    from runofshow.documents.reading.opening import read_bytes

    if form_of(chunk, "") not in (Form.HTML, Form.RICH_TEXT, Form.PLAIN):
        # A document in a document could go on without an end.
        raise CannotRead(Failure.UNKNOWN_FORM)
    return read_bytes(chunk, name)


def _related(archive: Archive, part: str, kind: str) -> str | None:
    """The first part of that kind that belongs to another («» is the whole file)."""
    return next(_all_related(archive, part, kind), None)


def _all_related(archive: Archive, part: str, kind: str) -> Iterator[str]:
    folder, name = posixpath.split(part)
    relations = archive.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
    for each in () if relations is None else relations.iter(RELATED):
        if each.get("Type", "").endswith("/" + kind) and each.get("TargetMode") != "External":
            yield posixpath.normpath(posixpath.join("/", folder, each.get("Target", ""))).lstrip("/")


def _elements(archive: Archive, name: str) -> tuple[Element | None, bool]:
    """A part, and whether that is all. A strict file has another namespace, and is the same in all else that
    is read here."""
    return elements_of(chunk.replace(STRICT, USUAL) for chunk in archive.long_xml(name))
