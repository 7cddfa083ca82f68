"""What python-docx has no word for, as elements of the file's XML."""

from __future__ import annotations

from typing import Any


def made(tag: str, **attributes: str) -> Any:
    """`<tag>` with these attributes of Word's own names."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element
