"""What a validator of another hand says of the office's files, by Open XML SDK's transitional schemas."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openxml_audit import OpenXmlValidator


def complaints(path: Path) -> list[str]:
    """What is not as the schemas and their rules want it, in a .docx or .xlsx."""
    return [str(each) for each in _validator().validate(path).errors]


@cache
def _validator() -> OpenXmlValidator:
    # the schemas take a second to load
    from openxml_audit import OpenXmlValidator

    return OpenXmlValidator()
