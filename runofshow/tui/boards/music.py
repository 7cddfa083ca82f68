"""The music face: the player's two decks, whether the next cues are armed, the list to play by hand."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from rich.segment import Segment

from runofshow.core.agenda import Role
from runofshow.core.snapshot import Snapshot
from runofshow.core.sound import Deck
from runofshow.tui.boards.mc import answer_lines, asked_of
from runofshow.tui.boards.music_by_hand import by_hand_board
from runofshow.tui.lines import EMPTY, Line, Picture, beside, cells, cut
from runofshow.tui.panels.deck import decks_panel, rows_of_decks
from runofshow.tui.panels.music_cues import coming_cues, music_cues
from runofshow.tui.panels.track_list import page_count, track_list
from runofshow.tui.pen import Pen


class MusicLook(Struct, frozen=True):
    """What of the face is shown."""

    scrolled: int = 0
    """Lines down in the list of cues, from where the show is."""
    page: int = 0
    """Of the list to play from."""
    levels: Mapping[Deck, float] | None = None
    """In decibels below full scale; None where the player is elsewhere."""


def music_board(snapshot: Snapshot, pen: Pen, width: int, height: int, look: MusicLook) -> Picture:
    """The face with a player, or without one what the operator does by hand."""
    inner = max(1, width - 4)
    if snapshot.sound.player is None:
        picture: Picture = [EMPTY, *by_hand_board(snapshot, pen, inner, height - 1, look.scrolled)]
    elif width >= 100 and height >= 24:
        picture = _wide(snapshot, pen, inner, height, look)
    else:
        picture = _narrow(snapshot, pen, inner, height, look)
    return [(pen.text("  "), *line) for line in picture[: max(0, height)]]


def _wide(snapshot: Snapshot, pen: Pen, width: int, height: int, look: MusicLook) -> Picture:
    top: Picture = [EMPTY, _player(snapshot, pen, width), EMPTY]
    top += [*_decks(snapshot, pen, width, _deck_rows(snapshot, height), look), EMPTY]
    room = height - len(top)
    left = (width - 3) * 3 // 5
    right = width - 3 - left
    words = pen.words
    cues: Picture = [_section(words.comes_next, pen, left)]
    cues += coming_cues(snapshot, pen, left, in_detail=True)
    if asked_of(snapshot, Role.MUSIC) is not None:
        cues += [EMPTY, *answer_lines(snapshot, Role.MUSIC, pen, left)]
    cues += [EMPTY, _section(words.all_music, pen, left)]
    cues += music_cues(snapshot, pen, left, room - len(cues), look.scrolled)
    tracks: Picture = [_tracks_head(snapshot, pen, right, look.page)]
    tracks += track_list(snapshot.sound, pen, right, room - 1, look.page)
    return [*top, *beside([(cues, left), (tracks, right)], room, Segment("   "))]


def _narrow(snapshot: Snapshot, pen: Pen, width: int, height: int, look: MusicLook) -> Picture:
    decks = _decks(snapshot, pen, width, rows_of_decks(snapshot.sound.decks, 6, height), look)
    tracks = min(-(-len(snapshot.sound.tracks) // (2 if width >= 60 else 1)), 5)
    cues: Picture = []
    if asked_of(snapshot, Role.MUSIC) is not None:
        cues += answer_lines(snapshot, Role.MUSIC, pen, width)
    cues += coming_cues(snapshot, pen, width, in_detail=False)
    airy = height - len(decks) - len(cues) - tracks >= 5
    air: Picture = [EMPTY] if airy else []
    top: Picture = [_player(snapshot, pen, width), *decks, *air, _section(pen.words.comes_next, pen, width)]
    room = height - len(top)
    top += [*cues[: max(1, room - 1 - max(1, tracks))], *air]
    top.append(_tracks_head(snapshot, pen, width, look.page))
    return [*top, *track_list(snapshot.sound, pen, width, height - len(top), look.page)]


def _player(snapshot: Snapshot, pen: Pen, width: int) -> Line:
    words = pen.words.sound
    return cut((pen.quiet(words.player.format(where=words.where(snapshot.sound.player or ""))),), width)


def _decks(snapshot: Snapshot, pen: Pen, width: int, rows: int, look: MusicLook) -> Picture:
    return decks_panel(snapshot.sound.decks, pen, width, rows, look.levels or {})


def _deck_rows(snapshot: Snapshot, height: int) -> int:
    return rows_of_decks(snapshot.sound.decks, min(max(round(height * 0.36), 10), 20), height)


def _section(name: str, pen: Pen, width: int, end: str = "") -> Line:
    """`LỆNH NHẠC KẾ TIẾP ────────── 0 trang 1/2`."""
    head: Line = (pen.strong(name), pen.text(" "))
    tail: Line = (pen.quiet(f" {end}"),) if end else EMPTY
    room = width - cells(head) - cells(tail)
    return cut((*head, pen.inked("─" * max(0, room), pen.ink.rule), *tail), width)


def _tracks_head(snapshot: Snapshot, pen: Pen, width: int, page: int) -> Line:
    words, pages = pen.words.sound, page_count(snapshot.sound)
    return _section(
        words.tracks, pen, width, words.pages.format(page=page + 1, pages=pages) if pages > 1 else ""
    )
