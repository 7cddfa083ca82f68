"""What every view draws with: words, the place's time, the palette."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import tzinfo

from msgspec import Struct, field
from rich.segment import Segment
from rich.style import Style

from runofshow.core.agenda import Role, Track
from runofshow.core.presence import Presence
from runofshow.core.snapshot import Row
from runofshow.core.sound import Failure
from runofshow.core.waiting import Waiting
from runofshow.texts.console import ConsoleTexts
from runofshow.tui.colours import Palette
from runofshow.tui.formats import joined


class Pen(Struct, frozen=True):
    words: ConsoleTexts
    tz: tzinfo
    ink: Palette
    kinds: Mapping[str, str]
    """The label of each kind of item."""
    tracks: Mapping[str, Track] = field(default_factory=dict)
    """The recordings by their id."""
    answering: frozenset[Role] = frozenset()
    """Who is expected to answer a stand-by. Where nobody ever does, a missing answer is no alarm."""
    presence: Presence | None = None
    """Who is connected; None without a server in the hall."""
    has_hall: bool = False
    """There should be such a server."""
    waiting: Mapping[str, Waiting] = field(default_factory=dict)
    """The cues that wait for an answer that is expected, by their id."""
    calm: bool = False
    """A protected item runs: no missing answer is red."""
    failures: Mapping[str, Failure] = field(default_factory=dict)
    """Why tracks cannot be played, by their id."""
    decks_taken: bool = False
    """No deck is free to arm another track on."""
    crew: Mapping[Role, str] = field(default_factory=dict)
    """Who holds each role, as written."""

    def text(self, text: str) -> Segment:
        return Segment(text, self.ink.text)

    def strong(self, text: str) -> Segment:
        return Segment(text, self.ink.strong)

    def quiet(self, text: str) -> Segment:
        return Segment(text, self.ink.quiet)

    def inked(self, text: str, style: Style) -> Segment:
        return Segment(text, style)

    def holder(self, role: Role) -> str:
        """`MC · Chị Lan`: the role and, where the plan says it, who holds it."""
        return joined(self.words.role(role), self.crew.get(role, ""))

    def who(self, row: Row) -> Segment:
        """Who does it, as written; in amber that nobody is named where somebody is needed."""
        if row.by:
            return self.text(row.by)
        return self.inked(self.words.unassigned, self.ink.amber) if row.unassigned else self.text("")
