"""The list of what a newer plan changes, over the board: one change a line, and under it why it cannot be
taken. No title is cut: a long one goes on in the next line."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from runofshow.agenda_file.revision import revision_line
from runofshow.agenda_file.revision_offers import Offer
from runofshow.agenda_file.revision_orders import CannotTake
from runofshow.core.refusal import Refused
from runofshow.core.snapshot import Snapshot
from runofshow.texts.console import ConsoleTexts
from runofshow.texts.revisions import CANNOT
from runofshow.tui.lines import Picture, over, pad, tall, wrap, wrapped
from runofshow.tui.panels.footer import Status, status_line
from runofshow.tui.panels.over_board import headline, key_line
from runofshow.tui.pen import Pen

INDENT = 6
"""Cells before the words: the cursor and the box."""


class NewerPlanLook(Struct, frozen=True):
    """What is chosen, and what came of it."""

    offers: tuple[Offer, ...] | None = None
    """None while the file is being read."""
    chosen: frozenset[int] = frozenset()
    at: int = 0
    """The line under the cursor."""
    top: int = 0
    """The first screen line of the list that is shown."""
    outcomes: Mapping[int, str] = field(default_factory=dict)
    """Why a line was refused after all; empty of one that was taken."""
    status: Status | None = None

    def is_open(self, place: int) -> bool:
        """Whether the line can be chosen."""
        return self.offers is not None and self.offers[place].is_open and place not in self.outcomes

    @property
    def of_all(self) -> frozenset[int]:
        """The lines that the key for all chooses: a rite is left out only by itself."""
        offers = self.offers or ()
        return frozenset(at for at, offer in enumerate(offers) if self.is_open(at) and not offer.is_asked)


def why_not(refused: Refused | CannotTake, words: ConsoleTexts) -> str:
    """The reason in words."""
    if isinstance(refused, CannotTake):
        return CANNOT[words.language][refused]
    return words.refusal(refused.reason)


class NewerPlanPanel(Struct, frozen=True):
    """The panel as it is drawn."""

    picture: Picture
    top: int = 0
    """The first screen line of the list that is shown."""
    places: tuple[int | None, ...] = ()
    """Which change stands in each line of the picture; None where none does."""


def newer_plan_panel(
    look: NewerPlanLook, snapshot: Snapshot, pen: Pen, width: int, height: int
) -> NewerPlanPanel:
    """The panel in exactly `width` by `height` cells."""
    if width < 1 or height < 1:
        return NewerPlanPanel([], look.top)
    words = pen.words.newer_plan
    head: Picture = [headline(words.title, snapshot, pen, width)]
    if look.offers is None:
        body: Picture = [(), (pen.text(words.reading),)]
        return NewerPlanPanel([pad(line, width) for line in tall([*head, *body], height)])
    head += wrapped(words.found.format(count=len(look.offers)), width, pen.ink.text, 3)
    head.append((pen.inked("─" * width, pen.ink.rule),))
    keys = [
        ("SPACE", words.choose),
        ("a", words.all),
        ("Enter", f"{words.take} ({words.chosen.format(count=len(look.chosen))})"),
        ("Esc", words.close),
    ]
    feet: Picture = [status_line(look.status, None, pen, width), key_line(keys, pen, width)]
    room = max(1, height - len(head) - len(feet))
    blocks = [_block(place, offer, look, pen, width) for place, offer in enumerate(look.offers)]
    top = _top(blocks, look, room)
    body = [line for block in blocks for line in block][top : top + room]
    places = [place for place, block in enumerate(blocks) for _ in block][top : top + room]
    lines = [*head, *tall(body, room), *feet]
    picture = [pad(line, width) for line in tall(lines, height)]
    return NewerPlanPanel(picture, top, (*([None] * len(head)), *places))


def _top(blocks: list[Picture], look: NewerPlanLook, room: int) -> int:
    """The first line shown: as it was, moved as little as it takes to have the cursor's change in sight."""
    start = sum(map(len, blocks[: look.at]))
    end = start + (len(blocks[look.at]) if blocks else 0)
    top = min(start, max(look.top, end - room))
    return max(0, min(top, sum(map(len, blocks)) - room))


def _block(place: int, offer: Offer, look: NewerPlanLook, pen: Pen, width: int) -> Picture:
    """One change: its words in as many lines as they need, then what is to be known of it."""
    outcome, is_here = look.outcomes.get(place), place == look.at
    box = "[x]" if place in look.chosen else "[ ]"
    ink = pen.ink.strong if place in look.chosen else pen.ink.text
    if outcome is not None:
        box, ink = (" ✗ ", pen.ink.text) if outcome else (" ✓ ", pen.ink.quiet)
    elif not offer.is_open:
        box, ink = " – ", pen.ink.quiet
    lines: Picture = []
    room = max(1, width - INDENT)
    for number, said in enumerate(wrap(revision_line(offer.revision, pen.words.language), room)):
        mark = f"{'›' if is_here else ' '} {box} " if not number else " " * INDENT
        lines.append((pen.inked(mark, pen.ink.strong if is_here else ink), pen.inked(said, ink)))
    told_in = pen.ink.quiet if outcome == "" else pen.ink.amber
    told = wrap(_told(offer, outcome, pen), room)
    lines += [(pen.text(" " * INDENT), pen.inked(said, told_in)) for said in told]
    return [over(pad(line, width), pen.ink.cursor) for line in lines] if is_here else lines


def _told(offer: Offer, outcome: str | None, pen: Pen) -> str:
    words = pen.words
    if outcome is not None:
        return outcome or words.newer_plan.taken_line
    if offer.refused is None:
        return ""
    if offer.is_asked:
        return f"◆ {words.questions.protected_why} {words.newer_plan.by_hand_alone}"
    return why_not(offer.refused, words)
