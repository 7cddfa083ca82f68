"""The last line or two: what was just said, and the keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from rich.cells import cell_len

from runofshow.core.snapshot import Phase, Snapshot
from runofshow.tui.faces import Face, Place, Seat
from runofshow.tui.inbox import Unread, told
from runofshow.tui.keys import Act, keys_of, word
from runofshow.tui.lines import EMPTY, Line, Picture, cells, cut, wrap
from runofshow.tui.pen import Pen


class Status(Struct, frozen=True):
    """One thing said to the caller, gone after a few seconds."""

    text: str
    bad: bool = False
    """A refusal or a failure."""


IN_FOOTER = (
    Act.GO,
    Act.ADVANCE,
    Act.STANDBY,
    Act.HOLD,
    Act.LESS,
    Act.UNDO,
    Act.BACK,
    Act.HELP,
    Act.ACKNOWLEDGE,
    Act.JUMP,
    Act.SKIP,
    Act.EDIT,
    Act.INSERT,
    Act.NOTE,
    Act.MESSAGE,
    Act.JOINING,
    Act.STAGE,
    Act.MC,
    Act.MUSIC,
    Act.DISPLAY,
    Act.LOG,
    Act.AWARD,
    Act.DAY,
    Act.LEAVE,
    Act.SEARCH,
    Act.FOLLOW,
    Act.PALETTE,
    Act.MOVE_DOWN,
    Act.MOVE_UP,
    Act.REDO,
)
"""In the order in which they are dropped from the right when room is short."""

OF_THE_RUN = frozenset({Act.GO, Act.ADVANCE, Act.STANDBY, Act.HOLD, Act.LESS, Act.BACK, Act.JUMP, Act.SKIP})
"""Nothing of these is done in a show that has ended."""

OF_SOUND = (Act.FADE, Act.STOP, Act.PANIC)
"""Near the beginning while there is something to silence; without a player help and the palette have them."""
OF_THE_LIST = (Act.PLAY, *OF_SOUND, Act.ARM)
"""On the music face, where the player is worked."""


IN_PANEL = (
    Act.GO,
    Act.ABSENT,
    Act.PROXY,
    Act.PRESENT,
    Act.MISSING,
    Act.LATER,
)
IN_PANEL_TOO = (
    Act.ADD_NAME,
    Act.PRESENTER,
    Act.SPLIT,
    Act.READ_AS,
    Act.ALL_ABSENT,
    Act.UNDO,
    Act.HELP,
    Act.STAGE,
    Act.MC,
    Act.CARD,
    Act.HOLD,
    Act.ADVANCE,
    Act.BACK,
)
"""The keys of the award panel have two lines: each of them is in sight at eighty cells."""


AT_A_SEAT: Mapping[Seat, tuple[Act, ...]] = {
    Seat.MC: (
        Act.ACKNOWLEDGE,
        Act.CALLED,
        Act.UNCALLED,
        Act.ROLL,
        Act.SLOWER,
        Act.LEAVE,
        Act.CURSOR_UP,
        Act.MESSAGE,
    ),
    Seat.MUSIC: (Act.ACKNOWLEDGE, Act.CURSOR_UP, Act.MESSAGE, Act.LEAVE),
    Seat.PLAYER: (
        Act.GO,
        *OF_SOUND,
        Act.PLAY,
        Act.ACKNOWLEDGE,
        Act.ARM,
        Act.LEAVE,
        Act.CURSOR_UP,
        Act.MESSAGE,
    ),
    Seat.HAND: (Act.ACKNOWLEDGE, Act.CURSOR_UP, Act.MESSAGE, Act.LEAVE),
}
"""The same at a role's screen; who only looks on has the key that leaves."""

PAIRS = {Act.LESS: "+ -", Act.SLOWER: "- +", Act.CURSOR_UP: "↑ ↓"}
"""Two keys that are told as one."""


def console_keys(snapshot: Snapshot, pen: Pen, face: Face, width: int) -> Line:
    """The keys of a face with a word each, as many as fit."""
    held = {Act.HOLD: pen.words.keys.resume} if snapshot.phase is Phase.HELD else {}
    is_over = snapshot.phase is Phase.ENDED
    offered = (act for act in _in_footer(snapshot, face) if act.value != face.value)
    acts = [act for act in offered if not (is_over and act in OF_THE_RUN)]
    return keys_line(acts, face, pen, width, held)


def panel_keys(snapshot: Snapshot, pen: Pen, width: int, *, is_step: bool) -> Picture:
    """The keys of the award panel. `is_step`: space goes to the next step of a batch."""
    said = {Act.GO: pen.words.keys.step} if is_step else {}
    if snapshot.phase is Phase.HELD:
        said[Act.HOLD] = pen.words.keys.resume
    return [keys_line(acts, Face.AWARD, pen, width, said) for acts in (IN_PANEL, IN_PANEL_TOO)]


def keys_line(
    acts: Sequence[Act], place: Place, pen: Pen, width: int, said: Mapping[Act, str] | None = None
) -> Line:
    """The keys that are heard at `place` with a word each, the dearest first, as many as fit; the one that
    lists the others is left bare rather than out. `said` has the words that are not those of every moment."""
    hotkeys = {hot.act: hot for hot in keys_of(place)}
    words = said or {}
    heard = [act for act in acts if act in hotkeys]
    line: Line = ()
    for at, hot in enumerate(hotkeys[act] for act in heard):
        named = words[hot.act] if hot.act in words else word(hot.act, pen.words)
        shown = PAIRS.get(hot.act, hot.shown)
        more = (*line, pen.text("   " if line else " "), pen.strong(shown), pen.quiet(f" {named}"))
        if cells(more) > width:
            bare: Line = (*line, pen.text("   "), pen.strong("?"))
            return bare if Act.HELP in heard[at:] and cells(bare) <= width else line
        line = more
    return line


def _in_footer(snapshot: Snapshot, face: Face) -> tuple[Act, ...]:
    if snapshot.sound.player is None:
        return IN_FOOTER
    if face is Face.MUSIC:
        return (Act.GO, *OF_THE_LIST, *IN_FOOTER[1:])
    return (*IN_FOOTER[:4], *OF_SOUND, *IN_FOOTER[4:]) if snapshot.sound.heard else IN_FOOTER


def status_lines(status: Status | None, unread: Unread | None, pen: Pen, width: int) -> Picture:
    """What was just said, whole, in as many lines as it takes; an order that was not obeyed has a
    cross before it. With nothing said, the newest message that was not read, and how to put it away."""
    if status is None:
        return [] if unread is None else [_message(unread, pen, width)]
    lead, ink = (" ✗ ", pen.ink.amber) if status.bad else (" ", pen.ink.text)
    rows = wrap(status.text, max(1, width - cell_len(lead) - 1))
    return [(pen.inked((" " * cell_len(lead) if at else lead) + row, ink),) for at, row in enumerate(rows)]


def status_line(status: Status | None, unread: Unread | None, pen: Pen, width: int) -> Line:
    """The same in one line, cut where it is longer."""
    if status is None:
        return EMPTY if unread is None else _message(unread, pen, width)
    if status.bad:
        return cut((pen.inked(f" ✗ {status.text}", pen.ink.amber),), width)
    return cut((pen.text(f" {status.text}"),), width)


def _message(unread: Unread, pen: Pen, width: int) -> Line:
    more = f" · {pen.words.message_more.format(count=unread.more)}" if unread.more else ""
    hint: Line = (pen.strong(f"   {pen.words.message_read}"), pen.quiet(more))
    said: Line = (pen.strong(f" ✉ {told(unread.newest, pen)}"),)
    room = width - cells(hint)
    return cut(said, width) if room < width // 2 else (*cut(said, room), *hint)
