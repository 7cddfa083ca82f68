"""Doubts and failures in words."""

from __future__ import annotations

from runofshow.agenda_file.complaint import complaint_message, complaint_remedy
from runofshow.agenda_file.wording import shown
from runofshow.documents.doubt import Doubt
from runofshow.documents.own.said import Wrong
from runofshow.documents.places import said
from runofshow.office.failure import CannotRead
from runofshow.texts import Language
from runofshow.texts.documents import DOCUMENTS


def sentence(doubt: Doubt, language: Language) -> str:
    """What a person has to look at, as a sentence."""
    return DOCUMENTS[language].doubts[doubt.code].format(**dict(doubt.about))


def wrong_line(wrong: Wrong, language: Language) -> str:
    """`kịch bản.xlsx, trang tính “Lệnh”, ô C7: "mười phút" không phải thời lượng; viết 0:10:00`"""
    at = said(wrong.place, language)
    file = shown(wrong.complaint.file, 400)
    message, remedy = (told(wrong.complaint, language) for told in (complaint_message, complaint_remedy))
    spot = f"{file}, {at}" if at else file
    return f"{spot}: {message}; {remedy}" if remedy else f"{spot}: {message}"


def why_unread(error: CannotRead, file: str, language: Language) -> str:
    """Why a file gives no document, as a sentence."""
    return DOCUMENTS[language].failures[error.failure].format(**{"file": file, "path": file, **error.about})
