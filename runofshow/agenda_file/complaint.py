"""What is wrong with a file, as a value: a stable code, a place, and the words it is about.

The sentence is made only when somebody reads it, in the reader's language (texts/complaints).
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

from runofshow.agenda_file.wording import shown
from runofshow.core.sound import Fault
from runofshow.texts import Language


class Severity(StrEnum):
    """An error leaves no agenda; a warning is advice about the programme."""

    ERROR = "error"
    WARNING = "warning"


class Place(Struct, frozen=True):
    """Where in the file, counted from 1 as editors count."""

    line: int
    column: int


TOP = Place(1, 1)
_WIDTHS = {
    "write": 300,
    "words": 120,
    "known": 600,
    "title": 160,
    "file": 200,
    "folder": 200,
    "problem": 200,
    "cells": 300,
    "who": 160,
    "others": 300,
}
"""How long a word of a complaint may be, where it is not 60 signs."""


class Complaint(Struct, frozen=True):
    """One thing wrong. `code` is stable: programs may rely on it."""

    severity: Severity
    code: str
    file: str
    place: Place
    about: tuple[tuple[str, str], ...] = ()
    """The words its sentence names, safe for a terminal."""

    @property
    def line(self) -> int:
        return self.place.line

    @property
    def column(self) -> int:
        return self.place.column


class Reporter(Struct, frozen=True):
    """Makes complaints about one file."""

    file: str

    def error(self, code: str, place: Place, **about: object) -> Complaint:
        return Complaint(Severity.ERROR, code, self.file, place, _safe(about))

    def warning(self, code: str, place: Place, **about: object) -> Complaint:
        return Complaint(Severity.WARNING, code, self.file, place, _safe(about))


def _safe(about: dict[str, object]) -> tuple[tuple[str, str], ...]:
    return tuple((name, shown(str(value), _WIDTHS.get(name, 60))) for name, value in about.items())


def in_order(complaints: Iterable[Complaint]) -> tuple[Complaint, ...]:
    """As the file reads, errors before warnings on the same spot, each once."""
    return tuple(
        sorted(dict.fromkeys(complaints), key=lambda each: (each.line, each.column, each.severity, each.code))
    )


def _phrase(name: str, language: Language) -> str:
    # only now: a file without complaints should not wait for their words
    from runofshow.texts.complaints import phrase

    return phrase(name, language)


def complaint_message(complaint: Complaint, language: Language) -> str:
    """What is wrong, as one sentence without a full stop."""
    return _filled(complaint, complaint.code, language)


def complaint_remedy(complaint: Complaint, language: Language) -> str:
    """What to write instead; empty when the message says it all."""
    suggestion = dict(complaint.about).get("suggestion")
    if suggestion:
        return _phrase("did_you_mean", language).format(suggestion=suggestion)
    hint = dict(complaint.about).get("hint")
    return _filled(complaint, f"hint_{hint}" if hint else f"{complaint.code}_remedy", language)


def complaint_line(complaint: Complaint, language: Language) -> str:
    """`agenda.yaml:14:5: lỗi: "thoi_luong" không phải khóa của mục; có phải ý bạn là "duration"?`"""
    severity = _phrase(complaint.severity.value, language)
    says = complaint_message(complaint, language)
    remedy = complaint_remedy(complaint, language)
    spot = f"{shown(complaint.file, 4000)}:{complaint.line}:{complaint.column}"
    return f"{spot}: {severity}: {says}; {remedy}" if remedy else f"{spot}: {severity}: {says}"


def complaint_json(complaint: Complaint, language: Language) -> dict[str, str | int]:
    """The complaint for programs: severity, code, file, line, column, message, remedy."""
    return {
        "severity": complaint.severity.value,
        "code": complaint.code,
        "file": complaint.file,
        "line": complaint.line,
        "column": complaint.column,
        "message": complaint_message(complaint, language),
        "remedy": complaint_remedy(complaint, language),
    }


def _filled(complaint: Complaint, phrase: str, language: Language) -> str:
    about = dict(complaint.about)
    for name in ("where", "expected", "fix"):
        if name in about:
            about[name] = _phrase(f"{name}_{about[name]}", language)
    if "why" in about:
        from runofshow.texts.sound import EN, VI

        about["why"] = (VI if language is Language.VI else EN).why(Fault(about["why"]))
    if "custom" in about:
        from runofshow.agenda_file.catalogue import customs

        about["what"] = next(each for each in customs() if each.id == about["custom"]).label(language)
    return _phrase(phrase, language).format(**about)
