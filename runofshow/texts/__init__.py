"""Every phrase people read, in Vietnamese and English. Each subject is a file with one typed set per language."""

from __future__ import annotations

from enum import StrEnum


class Language(StrEnum):
    """Vietnamese is the first language; English is whole too."""

    VI = "vi"
    EN = "en"
