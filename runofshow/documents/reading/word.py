"""Word's own form since 2007: .docx, .docm, .dotx, by a walk over its XML. Nothing in it is run."""

from __future__ import annotations

import posixpath
from xml.etree.ElementTree import Element

from runofshow.documents.document import Document
from runofshow.documents.reading.archive import Archive, elements_of
from runofshow.documents.reading.failure import CannotRead, Failure
from runofshow.documents.reading.word_body import Body
from runofshow.documents.reading.word_lines import Paragraphs
from runofshow.documents.reading.word_lists import Lists, W
from runofshow.documents.reading.word_styles import Styles

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
    paragraphs = Paragraphs(
        Styles(_elements(archive, _related(archive, main, "styles") or "word/styles.xml")[0]),
        Lists(_elements(archive, _related(archive, main, "numbering") or "word/numbering.xml")[0]),
    )
    paragraphs.seen.cut_short = not whole
    paragraphs.seen.macros = any(each.lower().endswith("vbaproject.bin") for each in archive.sizes())
    return paragraphs.seen.document(name, Body(paragraphs).blocks(body))


def _related(archive: Archive, part: str, kind: str) -> str | None:
    """The part of that kind that belongs to another («» is the whole file)."""
    folder, name = posixpath.split(part)
    relations = archive.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
    for each in () if relations is None else relations.iter(RELATED):
        if each.get("Type", "").endswith("/" + kind) and each.get("TargetMode") != "External":
            return posixpath.normpath(posixpath.join("/", folder, each.get("Target", ""))).lstrip("/")
    return None


def _elements(archive: Archive, name: str) -> tuple[Element | None, bool]:
    """A part, and whether that is all. A strict file has another namespace, and is the same in all else that
    is read here."""
    return elements_of(chunk.replace(STRICT, USUAL) for chunk in archive.long_xml(name))
