"""What is wrong with a journal in the user's words."""

from __future__ import annotations

from runofshow.cli.outcome import Outcome
from runofshow.journal import Damage, Flaw, Reading
from runofshow.texts import Language
from runofshow.texts.journal import FLAWS


def flaw_words(flaw: Flaw, language: Language) -> str:
    """What is wrong with the line, to be put behind its number."""
    phrase: str = getattr(FLAWS[language], flaw.value)
    return phrase


def damage_line(outcome: Outcome, reading: Reading, damage: Damage) -> str:
    """Where the record broke off, and what can be had of it."""
    if reading.rebuilt:
        file, lost = outcome.asked.agenda.name, damage.lines_after
        return outcome.words.opening_rebuilt.format(file=file, good=len(reading.entries) - 1, lost=lost)
    if reading.mended is not None and not damage.lines_after:
        reason = flaw_words(damage.flaw, outcome.language)
        return outcome.words.opening_mended.format(line=damage.line, reason=reason, good=len(reading.entries))
    return outcome.words.damaged.format(
        line=damage.line,
        reason=flaw_words(damage.flaw, outcome.language),
        good=len(reading.entries),
        lost=damage.lines_after,
    )
