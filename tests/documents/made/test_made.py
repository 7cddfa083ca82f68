"""Documents of our own, and what the import makes of them: the table and every miss are printed (`-rP`)."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.documents.made.catalogue import CHROMIUM, CONVERTED, DOCUMENTS, LIBREOFFICE, PRINTED, convert, make
from tests.documents.score import documents_of, mean, tell

ENOUGH = 97.0
WORST = 80.0
"""One document may read badly, none be lost."""


def test_there_are_thirty_documents_and_each_has_its_truth(tmp_path: Path) -> None:
    make(DOCUMENTS, tmp_path)
    assert {path.name for path, _ in documents_of(tmp_path)} == {made.name for made in DOCUMENTS}
    assert len(DOCUMENTS) >= 30


def test_they_are_read_nearly_without_a_miss(tmp_path: Path) -> None:
    make(DOCUMENTS, tmp_path)
    _read_well(tmp_path, len(DOCUMENTS))


@pytest.mark.skipif(LIBREOFFICE is None, reason="LibreOffice is not here")
def test_they_are_read_as_well_in_the_forms_that_libreoffice_writes(tmp_path: Path) -> None:
    convert(CONVERTED, tmp_path)
    make(CONVERTED, tmp_path)
    _read_well(tmp_path, len(CONVERTED))


@pytest.mark.skipif(
    CHROMIUM is None or find_spec("pypdfium2") is None, reason="no Chromium, or no [pdf] extra"
)
def test_they_are_read_as_well_from_a_printed_page(tmp_path: Path) -> None:
    make(PRINTED, tmp_path)
    _read_well(tmp_path, len(PRINTED))


def _read_well(folder: Path, documents: int) -> None:
    totals = tell(folder)
    assert len(totals) == documents
    assert mean(totals) >= ENOUGH, f"{mean(totals):.1f} of 100; the misses are printed above"
    assert {name: total for name, total in totals.items() if total < WORST} == {}
