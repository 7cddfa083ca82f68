"""What an agent proposes, over the board: who, why, and one change a line, with why it cannot be taken."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct, field

from runofshow.agenda_file.proposed.telling import change_line
from runofshow.core.proposals.proposal import Proposal
from runofshow.core.refusal import Refused
from runofshow.tui.formats import clock
from runofshow.tui.lines import Line, Picture, over, pad, tall, wrap, wrapped
from runofshow.tui.panels.footer import Status, status_line
from runofshow.tui.panels.over_board import key_lines
from runofshow.tui.pen import Pen

INDENT = 6
"""Cells before the words: the cursor and the box."""
MOST_WHY = 4
"""Lines of what the agent says about it; the rest is in the record."""


Head = Callable[[str, int], Line]
"""The first line with this title, so wide: what must not be forgotten over the panel stands in it."""


class ProposalLook(Struct, frozen=True):
    """One of the proposals that wait, and what is chosen of it."""

    proposals: tuple[Proposal, ...]
    nth: int = 0
    chosen: frozenset[int] = frozenset()
    at: int = 0
    """The change under the cursor."""
    top: int = 0
    """The first screen line of the list that is shown."""
    refused: Mapping[int, Refused] = field(default_factory=dict)
    """The changes that cannot be taken as the show stands."""
    status: Status | None = None

    @property
    def proposal(self) -> Proposal:
        """The one that is shown."""
        return self.proposals[self.nth]

    @property
    def open_places(self) -> frozenset[int]:
        """The changes that can be taken."""
        return frozenset(range(len(self.proposal.changes))) - self.refused.keys()


class ProposalPanel(Struct, frozen=True):
    """The panel as it is drawn."""

    picture: Picture
    top: int = 0
    places: tuple[int | None, ...] = ()
    """Which change stands in each line of the picture; None where none does."""


def proposal_panel(look: ProposalLook, top_line: Head, pen: Pen, width: int, height: int) -> ProposalPanel:
    """The panel in exactly `width` by `height` cells."""
    if width < 1 or height < 1:
        return ProposalPanel([], look.top)
    words, one, count = pen.words.proposals, look.proposal, len(look.proposals)
    title = (
        words.title if count == 1 else f"{words.title} · {words.which.format(n=look.nth + 1, count=count)}"
    )
    said = words.by.format(who=one.who, at=clock(one.at, pen.tz), why=" ".join(one.why.split()))
    head: Picture = [top_line(title, width)]
    head += wrapped(said, width, pen.ink.text, MOST_WHY)
    head.append((pen.inked("─" * width, pen.ink.rule),))
    take = f"{words.take} ({words.chosen.format(count=len(look.chosen))})"
    keys = [("SPACE", words.choose), ("a", words.all), ("Enter", take), ("x", words.decline)]
    keys += [("← →", words.other)] if count > 1 else []
    keys.append(("Esc", words.close))
    feet: Picture = [status_line(look.status, None, pen, width), *key_lines(keys, pen, width)]
    room = max(1, height - len(head) - len(feet))
    blocks = [_block(place, look, pen, width) for place in range(len(one.changes))]
    top = _top(blocks, look, room)
    body = [line for block in blocks for line in block][top : top + room]
    places = [place for place, block in enumerate(blocks) for _ in block][top : top + room]
    picture = [pad(line, width) for line in tall([*head, *tall(body, room), *feet], height)]
    return ProposalPanel(picture, top, (*([None] * len(head)), *places))


def _top(blocks: list[Picture], look: ProposalLook, room: int) -> int:
    """As it was, moved as little as it takes to have the cursor's change in sight, of a long one its head."""
    start = sum(map(len, blocks[: look.at]))
    end = start + len(blocks[look.at])
    top = min(start, max(look.top, end - room))
    return max(0, min(top, sum(map(len, blocks)) - room))


def _block(place: int, look: ProposalLook, pen: Pen, width: int) -> Picture:
    """One change: its words in as many lines as they need, and under them why it cannot be taken."""
    refused, is_here, is_chosen = look.refused.get(place), place == look.at, place in look.chosen
    ink = pen.ink.strong if is_chosen else pen.ink.quiet if refused else pen.ink.text
    box = " – " if refused else "[x]" if is_chosen else "[ ]"
    room = max(1, width - INDENT)
    one = look.proposal
    lines: Picture = []
    for number, said in enumerate(
        wrap(change_line(one.changes[place], one.was, pen.words.language, pen.tz), room)
    ):
        mark = f"{'›' if is_here else ' '} {box} " if not number else " " * INDENT
        lines.append((pen.inked(mark, pen.ink.strong if is_here else ink), pen.inked(said, ink)))
    if refused is not None:
        why = pen.words.proposals.untaken.format(why=pen.words.refusal(refused.reason))
        lines += [(pen.text(" " * INDENT), pen.inked(said, pen.ink.amber)) for said in wrap(why, room)]
    return [over(pad(line, width), pen.ink.cursor) for line in lines] if is_here else lines
