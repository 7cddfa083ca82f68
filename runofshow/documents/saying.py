"""Doubts and failures in words."""

from __future__ import annotations

from runofshow.documents.doubt import Doubt
from runofshow.documents.reading.failure import CannotRead
from runofshow.texts import Language
from runofshow.texts.documents import DOCUMENTS


def sentence(doubt: Doubt, language: Language) -> str:
    """What a person has to look at, as a sentence."""
    return DOCUMENTS[language].doubts[doubt.code].format(**dict(doubt.about))


def why_unread(error: CannotRead, file: str, language: Language) -> str:
    """Why a file gives no document, as a sentence."""
    return DOCUMENTS[language].failures[error.failure].format(**{"file": file, "path": file, **error.about})
