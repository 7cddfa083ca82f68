"""The console's faces of MC, music and display: what these roles have on their own screens.

They are loaded when one of them is turned to.
"""

from __future__ import annotations

from collections.abc import Mapping

from runofshow.core.agenda import Role
from runofshow.core.snapshot import Snapshot
from runofshow.core.sound import Deck
from runofshow.core.views.roles import DisplayView, HandView, Views
from runofshow.core.views.sound import SoundView
from runofshow.texts.pages import PAGES
from runofshow.texts.screen import SCREEN
from runofshow.tui.lines import EMPTY, Picture, wrapped
from runofshow.tui.pen import Pen
from runofshow.tui.views.display import display_view
from runofshow.tui.views.hand import hand_view
from runofshow.tui.views.lectern import Lectern
from runofshow.tui.views.music import Look, music_view
from runofshow.tui.views.scene import Scene
from runofshow.tui.views.scrolling import View


def role_face(
    role: Role,
    views: Views,
    pen: Pen,
    width: int,
    height: int,
    scrolled: int,
    page: int,
    levels: Mapping[Deck, float] | None,
) -> View:
    """The face in `width` by at most `height` cells. `page` is of the recordings, `levels` are the decks'."""
    snapshot, view, language = views.snapshot, views.of(role), pen.words.language
    now = snapshot.now.astimezone(pen.tz)
    scene = Scene(role, now, pen, PAGES[language], SCREEN[language], is_console=True)
    match view:
        case DisplayView():
            return View(display_view(view, scene, width, height))
        case HandView(sound=SoundView(player=str()) as sound):
            look = Look(page, levels=levels)
            return music_view(view, sound, look, scene.before(view), width, height, scrolled)
        case HandView():
            advice = [] if view.sound is None else _by_hand(snapshot, pen, width)
            room = height - len(advice)
            shown = hand_view(view, Lectern(), scene.before(view), width, room, scrolled)
            return View([*advice, *shown.lines], shown.top)
        case _:
            raise AssertionError(role)


def _by_hand(snapshot: Snapshot, pen: Pen, width: int) -> Picture:
    """That no machine plays, and what to do about it."""
    words, wide = pen.words.sound, max(1, width - 2)
    advice = words.by_hand_advice if snapshot.speed == 1 else words.by_hand_rehearsal
    lines = [*wrapped(words.by_hand, wide, pen.ink.text, 2), *wrapped(advice, wide, pen.ink.quiet, 2)]
    return [*((pen.text(" "), *line) for line in lines), EMPTY]
