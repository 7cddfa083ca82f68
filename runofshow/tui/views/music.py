"""The music operator's screen where a machine plays: two decks, whether what comes is armed, the list to
play from.

The decks stand still at the top; cues and tracks beneath them scroll. What the player in this very machine
does is drawn by its own ears, so it stays true while the hall is out of reach.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct
from rich.segment import Segment

from runofshow.core.agenda import GoMode
from runofshow.core.snapshot import CuePhase, CueRow, SoundNow
from runofshow.core.sound import Deck
from runofshow.core.views.playing import MUSIC
from runofshow.core.views.roles import HandView
from runofshow.core.views.sound import SoundView
from runofshow.line.counting import next_cue, sound_now
from runofshow.line.played_here import PlayedHere
from runofshow.tui.cue_marks import moment_words, with_phase
from runofshow.tui.formats import joined
from runofshow.tui.lines import EMPTY, Line, Picture, beside, cells, cut, tall, wrapped
from runofshow.tui.panels.deck import decks_panel, rows_of_decks
from runofshow.tui.panels.track_list import page_count, track_list
from runofshow.tui.track_marks import track_mark
from runofshow.tui.views.cues import armed_mark, cue_list, lamp_lines, phase_words
from runofshow.tui.views.hand import message_lines, played_how, round_above, top_lines
from runofshow.tui.views.scene import Scene
from runofshow.tui.views.scrolling import Body, View, clamped, window

FEW_ROWS = 30
"""Beneath this many lines the running item has three of them, and a deck six."""
WIDE = 100


class Look(Struct, frozen=True):
    """What is shown beside the picture."""

    page: int = 0
    """Of the list to play from."""
    here: PlayedHere | None = None
    """What the player of this machine does; None without one."""
    reckoned: datetime | None = None
    """The show's moment as far as this machine can tell, also while the hall is out of reach."""
    is_live: bool = True
    levels: Mapping[Deck, float] | None = None
    """How loud each deck is, on a face of the console whose machine plays, in decibels below full scale."""


def music_view(
    picture: HandView, sound: SoundView, look: Look, scene: Scene, width: int, height: int, scrolled: int
) -> View:
    """The whole screen in exactly `height` lines or less."""
    few = height < FEW_ROWS + 4
    lamp = lamp_lines(picture, scene, width, sound)
    # on a low face of the console its own bands say the rest
    lamp = lamp[:1] if few and scene.is_console else lamp
    feet = [*message_lines(picture, scene, width, max(0, height // 4), has_digits=False), *lamp]
    feet = feet[-max(1, height - 1) :]
    room = height - len(feet)
    lines = (1 if scene.is_console else 3) if few else min(max(4, room // 5), 9)
    top = top_lines(picture, scene, width, min(room, lines))
    rows = 6 if few else min(max(round(room * 0.3), 8), 14)
    decks = _decks(sound, look, scene, width, rows_of_decks(_sound_now(sound, look, scene).decks, rows, room))
    decks = [_player(sound, look, scene, width), *decks][: max(0, room - len(top))]
    above = [*top, *decks]
    rest = max(0, room - len(above))
    body = Body(_body(picture, sound, look, scene, max(1, width - 2)))
    middle = tall(window([(Segment(" "), *line) for line in body.lines], scene, width, rest, scrolled), rest)
    own = range(len(top), len(above)) if _is_heard_here(sound, look) else range(0)
    most = max(0, len(body.lines) - rest)
    first = clamped(scrolled, len(body.lines), rest)
    return View([*above, *middle, *feet], first, most, rest, body, own)


def _is_heard_here(sound: SoundView, look: Look) -> bool:
    """Whether the decks are this machine's own, for the record or while nobody can ask it."""
    return look.here is not None and look.here.is_ours and sound.player == MUSIC


def _decks(sound: SoundView, look: Look, scene: Scene, width: int, rows: int) -> Picture:
    levels = look.here.levels if look.here is not None and _is_heard_here(sound, look) else look.levels
    shown = decks_panel(_sound_now(sound, look, scene).decks, scene.pen, width - 2, rows, levels or {})
    return [(Segment(" "), *line) for line in shown]


def _sound_now(sound: SoundView, look: Look, scene: Scene) -> SoundNow:
    """As the record has it; while that is out of reach, as the player here hears it."""
    if look.here is None or look.is_live or look.reckoned is None or not _is_heard_here(sound, look):
        return sound_now(sound, scene.now)
    return sound_now(sound, look.reckoned, look.here.decks)


def _player(sound: SoundView, look: Look, scene: Scene, width: int) -> Line:
    """Where it plays; and that this machine would, but does not."""
    words, pen, here = scene.words, scene.pen, look.here
    if here is not None and here.failure:
        return cut((pen.inked(f" ✗ {words.player_failed.format(error=here.failure)}", pen.ink.red),), width)
    if scene.is_console:
        where = pen.words.sound.where(sound.player or "")
        return cut((pen.quiet(f" {pen.words.sound.player.format(where=where)}"),), width)
    is_ours = _is_heard_here(sound, look)
    is_music = sound.player == MUSIC
    where = words.player_here if is_ours else words.player_other if is_music else words.player_console
    line: Line = (pen.quiet(f" {pen.words.sound.player.format(where=where)}"),)
    if here is not None and not is_ours:
        waits = words.waits_for_other if is_music else words.waits_for_silence
        line = (*line, pen.inked(f" · {waits}", pen.ink.amber))
    return cut(line, width)


def _body(picture: HandView, sound: SoundView, look: Look, scene: Scene, width: int) -> Picture:
    now, pen = sound_now(sound, scene.now), scene.pen
    above = round_above(picture, scene, width)
    pages = page_count(now)
    cue = next_cue(picture)
    go = "" if cue is None or scene.is_console else f"g ▶ {scene.words.key_go} {cue.number} {cue.text}"
    end = pen.words.sound.pages.format(page=look.page + 1, pages=pages) if pages > 1 else ""
    if width < WIDE:
        # in one column all would not be in sight: what comes, then the list, then what has been
        tracks = track_list(now, pen, width, 5 if width >= 60 else 9, look.page)
        coming = [
            _section(scene.pages.hands.comes, scene, width, go),
            *coming_lines(picture, sound, scene, width),
        ]
        head = _section(pen.words.sound.tracks, scene, width, end)
        return [*above, *coming, head, *tracks, EMPTY, *cue_list(picture.cues, scene, width)]
    left = (width - 3) * 3 // 5
    right = width - 3 - left
    cues = [
        _section(scene.pages.hands.comes, scene, left, go),
        *coming_lines(picture, sound, scene, left, in_detail=True),
    ]
    cues += [EMPTY, *cue_list(picture.cues, scene, left)]
    tracks = [_section(pen.words.sound.tracks, scene, right, end)]
    tracks += track_list(now, pen, right, 9, look.page)
    rows = max(len(cues), len(tracks))
    return [*above, *beside([(cues, left), (tracks, right)], rows, Segment("   "))]


def _section(name: str, scene: Scene, width: int, end: str = "") -> Line:
    """`KẾ TIẾP ────────── 0 trang 1/2`."""
    pen = scene.pen
    tail: Line = cut((pen.quiet(f" {end}"),), width * 2 // 3) if end else EMPTY
    room = width - cells((pen.strong(name),)) - cells(tail) - 1
    return cut((pen.strong(f"{name} "), pen.inked("─" * max(0, room), pen.ink.rule), *tail), width)


def coming_lines(
    picture: HandView, sound: SoundView, scene: Scene, width: int, *, in_detail: bool = False
) -> Picture:
    """The next cues that play a track: armed, not armed, or failed, why, and what to do. `in_detail` says how
    each is to be played."""
    pen, cues = scene.pen, {cue.cue_id: cue for cue in picture.cues}
    lines: Picture = []
    for cue in (cues[cue_id] for cue_id in sound.coming if cue_id in cues):
        shape, said, ink = armed_mark(cue, sound, scene)
        when = _when(cue, scene)
        said = f"{said} · {when}" if when else said
        title = cue.recording
        marked = track_mark(cue.mark, scene.pen)
        body: Line = (
            pen.inked(f"{shape} ", ink),
            pen.quiet(f"{cue.number:<4} "),
            Segment(title, pen.ink.strong),
            *((Segment(" "), *marked) if marked else ()),
        )
        lines += with_phase(body, (Segment(said, ink),), width)
        how = played_how(cue, sound.track(cue.track), scene)
        if cue.track_title and cue.text not in ("", cue.track_title):
            how = [cue.text, *how]
        if how and in_detail:
            lines.append(cut((pen.quiet(f"{' ' * 7}{' · '.join(how)}"),), width))
        failure = None if cue.armed else sound.failure(cue.track)
        if failure is not None:
            told = wrapped(f"→ {pen.words.sound.remedy(failure.fault)}", width - 4, pen.ink.amber, 2)
            lines += [cut((Segment("    "), *line), width) for line in told]
    return lines or [cut((pen.quiet(scene.pages.hands.nothing_to_load),), width)]


def _when(cue: CueRow, scene: Scene) -> str:
    said = phase_words(cue, scene) if cue.phase is CuePhase.LATER else moment_words(cue, scene.pen, scene.now)
    automatic = scene.pages.running.automatic if cue.go is GoMode.AUTO else ""
    return joined(said, automatic)
