"""What the MC says by custom in one conference: the catalogue's formulas with what the plan says of it all.

The names of the event, of who holds it and of who chairs it do not change while it runs, so they stand in the
formula; those of an item can change, and are filled in when it is read (core/words.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from runofshow.agenda_file.catalogue import Kind
from runofshow.agenda_file.wording import fold
from runofshow.core.agenda import Agenda, Rite, Track
from runofshow.core.spoken import spoken
from runofshow.core.words import settled
from runofshow.texts import Language

_PARTY = re.compile(r"dai hoi\b.*\b(dang bo|chi bo|dang vien|dang cong san)\b")
_MEETINGS: Final = {
    "dai hoi": ("đại hội", "congress"),
    "hoi thao": ("hội thảo", "workshop"),
    "le ": ("buổi lễ", "ceremony"),
    "buoi le": ("buổi lễ", "ceremony"),
}
"""What a conference calls itself, by how its title begins."""
_USUAL: Final = ("hội nghị", "conference")


class Occasion(Struct, frozen=True):
    """What is known of the whole conference."""

    title: str
    organiser: str = ""
    basis: str = ""
    chair_panel: tuple[str, ...] = ()
    rite: Rite = Rite.COMMANDED
    tracks: tuple[Track, ...] = ()

    @classmethod
    def of(cls, plan: Agenda) -> Occasion:
        """What a plan says of itself."""
        return cls(plan.title, plan.organiser, plan.basis, plan.chair_panel, plan.rite, plan.tracks)

    def known(self, language: Language) -> dict[str, str | None]:
        """What the formulas ask of it, by name."""
        folded = fold(self.title)
        meeting = next((words for begin, words in _MEETINGS.items() if folded.startswith(begin)), _USUAL)
        panel = [f"{place}. {spoken(name)}" for place, name in enumerate(self.chair_panel, start=1)]
        return {
            "event": spoken(self.title) or None,
            "organiser": spoken(self.organiser) or None,
            "basis": spoken(self.basis) or None,
            "panel": "\n".join(panel) or None,
            "meeting": meeting[language is Language.EN],
            "internationale": ""
            if any(track.track_id == "internationale" for track in self.tracks)
            else None,
        }


def guessed_rite(title: str) -> Rite:
    """How the flag is saluted at an event so called: plainly at a Party congress."""
    return Rite.PLAIN if _PARTY.search(fold(title)) else Rite.COMMANDED


def mc_formula(kinds: Sequence[Kind], occasion: Occasion, language: Language, *, is_heading: bool) -> str:
    """What the MC says of an item of these kinds; empty when the custom is silence.

    Each kind of a joined line has its words. The hall does not sit down between two rites of one line.
    """
    said: list[str] = []
    for place, kind in enumerate(kinds):
        formula = kind.mc_heading if is_heading else kind.mc
        if kind.mc_plain is not None and not is_heading and occasion.rite is Rite.PLAIN:
            formula = kind.mc_plain
        # a summary that closes the conference announces both
        joined: dict[str, str | None] = {
            "joined": "" if place and kinds[place - 1].id == "summary" else None,
            "closes": "" if "closing" in [each.id for each in kinds[place + 1 :][:1]] else None,
        }
        if place and kinds[place - 1].is_standing:
            joined["standing"] = ""
        if place + 1 < len(kinds):
            joined["stays"] = "" if kinds[place + 1].is_standing else None
        said.append(settled(formula.text(language), **occasion.known(language), **joined))
    return "\n".join(filter(None, said))


def thanks_formula(kinds: Sequence[Kind], language: Language) -> str:
    """How who spoke is thanked; of a joined line as its last kind has it, whose words thank themselves."""
    return kinds[-1].thanks.text(language)
