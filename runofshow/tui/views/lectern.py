"""What the MC does at the lectern: the words scroll by themselves, and the commands of a rite are ticked off.

The words go up by a reader's pace in words a minute, whatever the width makes of them: a row lasts as long as
its words. It is the reader who sets the pace, so a rehearsal at ten times the speed scrolls no faster.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from runofshow.core.snapshot import Phase
from runofshow.core.value import replace
from runofshow.core.views.roles import HandView
from runofshow.core.words import is_direction

SLOWEST, USUAL, FASTEST = 60, 150, 340
"""Syllables a minute, which are the words of a Vietnamese text. The hall's pages have the same."""
STEP = 10
LONGEST_STEP_S = 1.0
"""Seconds that one step may catch up with: after a pause of the whole machine nothing jumps."""
GUARD_S = 0.4
"""Seconds between two ticks: a key held down, or a hand that trembles, ticks one command and not two."""

CALLED_OUT = frozenset({"flag_salute", "moment_of_silence"})
"""Kinds of items whose lines are commands, called one by one."""


class Lectern(Struct, frozen=True):
    """How the words scroll, and which commands were called."""

    pace: int = USUAL
    """Words a minute."""
    stepped_at: float | None = None
    """Steady seconds of the last step; None while nothing scrolls by itself."""
    rest: float = 0.0
    """The part of a row that was scrolled and does not show yet."""
    called: Mapping[str, int] = field(default_factory=dict)
    """How many commands of each item were called, from the first on."""
    ticked_at: float | None = None

    @property
    def is_scrolling(self) -> bool:
        return self.stepped_at is not None


def started(lectern: Lectern, steady: float) -> Lectern:
    """Scrolling from `steady` on."""
    return replace(lectern, stepped_at=steady, rest=0.0)


def stopped(lectern: Lectern) -> Lectern:
    """At rest, and the pace kept."""
    return replace(lectern, stepped_at=None, rest=0.0)


def paced(lectern: Lectern, steps: int) -> Lectern:
    """So many steps faster, or slower where negative."""
    return replace(lectern, pace=min(FASTEST, max(SLOWEST, lectern.pace + steps * STEP)))


def stepped(lectern: Lectern, steady: float, rows_a_word: float) -> tuple[Lectern, int]:
    """The lectern at `steady`, and how many whole rows have gone by since the last step."""
    if lectern.stepped_at is None:
        return lectern, 0
    passed = min(LONGEST_STEP_S, max(0.0, steady - lectern.stepped_at))
    way = lectern.rest + rows_a_word * lectern.pace / 60 * passed
    rows = int(way)
    return replace(lectern, stepped_at=steady, rest=way - rows), rows


def words_in(text: str) -> int:
    """How many words (in Vietnamese, syllables) a text has."""
    return len(text.split())


def commands_in(kind: str, words: str) -> tuple[str, ...]:
    """The commands of an item, one a line; none for a kind whose words are spoken and not called."""
    lines = (line.strip() for line in words.splitlines())
    return tuple(line for line in lines if line and not is_direction(line)) if kind in CALLED_OUT else ()


def called_of(lectern: Lectern, item_id: str, commands: tuple[str, ...]) -> int:
    """How many of these were called: never more than there are, for words may be edited."""
    return min(lectern.called.get(item_id, 0), len(commands))


def in_turn(picture: HandView, lectern: Lectern) -> str | None:
    """The item whose command comes next: the running one, or the next one when it has none left."""
    for item_id, commands in _lists(picture):
        if called_of(lectern, item_id, commands) < len(commands):
            return item_id
    return None


def has_commands(picture: HandView) -> bool:
    """Whether the running item or the next one is called command by command."""
    return bool(_lists(picture))


def ticked(lectern: Lectern, picture: HandView, steady: float) -> Lectern:
    """One command more is called; as before when there is none, or when the last press was just now."""
    item_id = in_turn(picture, lectern)
    is_again = lectern.ticked_at is not None and steady - lectern.ticked_at < GUARD_S
    if item_id is None or is_again:
        return replace(lectern, ticked_at=steady) if is_again else lectern
    called = {**lectern.called, item_id: lectern.called.get(item_id, 0) + 1}
    return replace(lectern, called=called, ticked_at=steady)


def unticked(lectern: Lectern, picture: HandView) -> Lectern:
    """The command that was ticked last is not called after all; as before when none was."""
    for item_id, commands in reversed(_lists(picture)):
        count = called_of(lectern, item_id, commands)
        if count:
            return replace(lectern, called={**lectern.called, item_id: count - 1})
    return lectern


def _lists(picture: HandView) -> list[tuple[str, tuple[str, ...]]]:
    """The items in sight that have commands, with these."""
    if picture.phase is Phase.ENDED:
        return []
    parts = ((picture.current, picture.words), (picture.next, picture.next_words))
    found = [(item.item_id, commands_in(item.kind, words)) for item, words in parts if item is not None]
    return [(item_id, commands) for item_id, commands in found if commands]
