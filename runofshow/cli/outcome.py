"""What a command is given, and how it may end."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from runofshow.cli.arguments import Asked
from runofshow.texts import Language
from runofshow.texts.cli import CliTexts

WRONG_INPUT = 1
USAGE = 2


class Failed(Exception):
    """The command ends here; the text says why, in the user's language."""

    def __init__(self, text: str, status: int = WRONG_INPUT) -> None:
        super().__init__(text)
        self.status = status


class ToldToStop(Exception):
    """The terminal was closed or the process told to end: all is kept, and nothing more is opened."""


class Outcome(Struct, frozen=True):
    """One command as it was asked, with the words to answer in."""

    asked: Asked
    language: Language
    words: CliTexts
    environ: Mapping[str, str]
