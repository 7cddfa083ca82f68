"""Documents of our own, and what the import makes of them: the table and every miss are printed (`-rP`)."""

from __future__ import annotations

from pathlib import Path

from tests.documents.made.catalogue import DOCUMENTS, make
from tests.documents.score import documents_of


def test_there_are_thirty_documents_and_each_has_its_truth(tmp_path: Path) -> None:
    make(DOCUMENTS, tmp_path)
    assert {path.name for path, _ in documents_of(tmp_path)} == {made.name for made in DOCUMENTS}
    assert len(DOCUMENTS) >= 30
