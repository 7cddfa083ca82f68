"""Whatever is done to a file, it is a document or a reason, and it takes no longer than a moment."""

from __future__ import annotations

import random
import zipfile
from io import BytesIO

import pytest

from runofshow.documents.document import Block, Document, Line
from runofshow.documents.reading.opening import read_bytes
from runofshow.office.failure import CannotRead, Failure
from runofshow.office.plain import plain
from tests.documents.reading import office

FORMS = {
    "docx": office.plan(),
    **{
        form: (office.FILES / f"plan.{form}").read_bytes()
        for form in ("doc", "odt", "rtf", "xls", "ods", "pdf")
    },
}
ROUNDS = 150


def read(data: bytes) -> Document | Failure:
    try:
        document = read_bytes(data, "plan.docx")
    except CannotRead as cannot:
        return cannot.failure
    for part in document.parts:
        for block in part.blocks:
            assert_sound(block)
    return document


def assert_sound(block: Block) -> None:
    """What comes of damage keeps what every document promises."""
    if isinstance(block, Line):
        assert block.text == plain(block.text)
        block.text.encode()  # no half of a letter
        assert block.indent >= 0
        return
    for row in block.rows:
        columns = [cell.column for cell in row.cells]
        assert columns == sorted(set(columns))
        for cell in row.cells:
            assert cell.columns > 0
            assert cell.rows > 0
            for each in cell.blocks:
                assert_sound(each)


def repacked(data: bytes, part: str, change: bytes) -> bytes:
    """A zip with one part changed, and its sums right again."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change if name == part else old.read(name))
    return made.getvalue()


@pytest.mark.parametrize("form", FORMS)
def test_a_file_cut_short_anywhere_is_a_document_or_a_reason(form: str) -> None:
    data = FORMS[form]
    for end in range(1, len(data), max(len(data) // ROUNDS, 1)):
        read(data[:end])


@pytest.mark.parametrize("form", FORMS)
def test_a_file_with_bytes_changed_is_a_document_or_a_reason(form: str) -> None:
    chance = random.Random(form)
    for _ in range(ROUNDS):
        data = bytearray(FORMS[form])
        for _ in range(chance.choice((1, 4, 30))):
            data[chance.randrange(len(data))] = chance.choice((0, 1, 0x7F, 0x80, 0xFF, chance.randrange(256)))
        read(bytes(data))


@pytest.mark.parametrize(
    ("form", "part"),
    [
        ("docx", "word/document.xml"),
        ("docx", "word/numbering.xml"),
        ("docx", "word/styles.xml"),
        ("odt", "content.xml"),
        ("odt", "styles.xml"),
    ],
)
def test_a_part_whose_values_are_nonsense_is_a_document_or_a_reason(form: str, part: str) -> None:
    chance = random.Random(part)
    with zipfile.ZipFile(BytesIO(FORMS[form])) as file:
        whole = file.read(part)
    for nonsense in (b'""', b'"-1"', b'"99999999999"', b'"x"', b'"0"', '"²"'.encode()):
        values = whole.split(b'"')
        for at in range(1, len(values), 2):
            # Addresses of namespaces stay: without them there is nothing left to read.
            if chance.random() < 0.3 and not values[at].startswith((b"http", b"urn")):
                values[at] = nonsense.strip(b'"')
        read(repacked(FORMS[form], part, b'"'.join(values)))
