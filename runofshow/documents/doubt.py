"""What a person has to look at before a draft is trusted, as a value; its words are in texts/documents.py."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from runofshow.core.value import Json


class DoubtCode(StrEnum):
    """Stable: programs may rely on it. Each has its sentence in texts/documents.py, in both languages."""

    # of the file
    DELETED_WORDS = "deleted_words"
    """Words that a tracked change took out were left out, or may be among the rest."""
    OLD_LETTERS = "old_letters"
    """Letters of TCVN3 or VNI were turned into today's."""
    HIDDEN_SHEET = "hidden_sheet"
    HIDDEN_ROWS = "hidden_rows"
    MACROS = "macros"
    """The file carries macros; none was run."""
    PICTURES = "pictures"
    """Something stands in a picture, which is not read."""
    CUT_SHORT = "cut_short"
    """More was in the file than is read."""

    # of the programme
    NO_PROGRAMME = "no_programme"
    CHOSEN_PROGRAMME = "chosen_programme"
    """There are several; `about` names the one taken and the others."""
    NO_HOURS = "no_hours"
    """No item has a clock time."""
    GUESSED = "guessed"
    """A field of an item was guessed."""


class Doubt(Struct, frozen=True):
    """One thing to look at. `about` holds the words its sentence names."""

    code: DoubtCode
    at: str = ""
    """The place as words: «bảng 2, dòng 5»; empty when it is about the whole."""
    about: tuple[tuple[str, str], ...] = ()

    @staticmethod
    def of(code: DoubtCode, at: str = "", **about: object) -> Doubt:
        return Doubt(code, at, tuple((name, str(value)) for name, value in about.items()))


def doubt_json(doubt: Doubt, sentence: str) -> dict[str, Json]:
    """As `import --json` prints it."""
    return {"code": doubt.code.value, "at": doubt.at, "text": sentence}
