"""Every phrase people read, in Vietnamese and English: a file for each subject, a typed set for each language."""

from __future__ import annotations

from enum import StrEnum


class Language(StrEnum):
    """Vietnamese is the first language; English is whole too."""

    VI = "vi"
    EN = "en"
