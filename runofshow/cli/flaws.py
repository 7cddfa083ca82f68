"""A flaw of a journal in the user's words."""

from __future__ import annotations

from runofshow.journal import Flaw
from runofshow.texts import Language
from runofshow.texts.journal import FLAWS


def flaw_words(flaw: Flaw, language: Language) -> str:
    """What is wrong with the line, to be put behind its number."""
    phrase: str = getattr(FLAWS[language], flaw.value)
    return phrase
