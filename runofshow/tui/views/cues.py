"""A hand's own cues: the cue light, the list, and what must not be confused about a recording."""

from __future__ import annotations

from datetime import timedelta
from typing import assert_never

from rich.segment import Segment
from rich.style import Style

from runofshow.core.agenda import Action, GoMode
from runofshow.core.light import Light, LightState
from runofshow.core.snapshot import OVER, CuePhase, CueRow, Lamp
from runofshow.core.views.roles import CuedView
from runofshow.core.views.sound import DeckState, SoundView
from runofshow.line.counting import next_cue
from runofshow.tui.cue_marks import armed_words, moment_words, plain_words, soon_words, with_phase
from runofshow.tui.formats import clock, joined
from runofshow.tui.lamps import shape, style
from runofshow.tui.lines import Line, Picture, cells, cut, pad, spread
from runofshow.tui.track_marks import track_mark
from runofshow.tui.views.scene import Scene

HOUR = timedelta(hours=1)
MOST_COMING, MOST_OVER = 90, 30
"""Cues of a list: nobody scrolls further, and each costs on a plan of thousands."""
HOURS_FROM = 60
"""Cells from which on a list of cues has the hour of each."""


def phase_words(cue: CueRow, scene: Scene) -> str:
    """The phase in words; a stand-by further away than an hour is no count."""
    return plain_words(cue, scene.pen, scene.now, within=HOUR)


def doing(cue: CueRow, scene: Scene) -> str:
    """What is done to a recording, and to which; empty for any other cue and where the text says it."""
    pages = scene.pages
    verb = {
        Action.PLAY: pages.following.do_play,
        Action.FADE: pages.following.do_fade,
        Action.STOP: pages.following.do_stop,
    }.get(cue.do)
    if verb is None:
        return ""
    # to fade or stop no track by name is to silence all
    is_missing = cue.do is Action.PLAY and not cue.track
    title = cue.track_title or (pages.running.no_track if is_missing else "")
    return verb if not title or title == cue.text else f"{verb}: {title}"


def what(cue: CueRow, scene: Scene, style: Style) -> Line:
    """What it asks for, with its mark."""
    said = cue.text or cue.track_title or doing(cue, scene)
    marked = track_mark(cue.mark, scene.pen)
    return (Segment(said, style), *((Segment(" "), *marked) if marked else ()))


def cue_list(cues: tuple[CueRow, ...], scene: Scene, width: int) -> Picture:
    """The cues to come, the next one marked, and beneath them what is over, the newest first."""
    pen, pages = scene.pen, scene.pages
    coming = [cue for cue in cues if cue.phase not in OVER]
    over = [cue for cue in cues if cue.phase in OVER]
    picture: Picture = [cut((pen.quiet(pages.running.cues),), width)]
    if not coming:
        picture.append(cut((pen.quiet(pages.following.no_cues),), width))
    for at, cue in enumerate(coming[:MOST_COMING]):
        picture += cue_lines(cue, scene, width, is_next=at == 0)
    picture += _more(len(coming) - MOST_COMING, scene)
    if over:
        picture.append(cut((pen.quiet(f"{pages.following.cues_over} · {len(over)}"),), width))
    for cue in reversed(over[-MOST_OVER:]):
        picture += cue_lines(cue, scene, width, is_next=False)
    return [*picture, *_more(len(over) - MOST_OVER, scene)]


def _more(count: int, scene: Scene) -> Picture:
    """How many are left out; nothing when none is."""
    return [(scene.pen.quiet(f"  … +{count}"),)] if count > 0 else []


def cue_lines(cue: CueRow, scene: Scene, width: int, is_next: bool) -> Picture:
    """One cue in one line where it fits, else its phase in a second one. The phase is never cut away."""
    return with_phase(*_told(cue, scene, width, is_next), width)


def cue_line(cue: CueRow, scene: Scene, width: int, is_next: bool) -> Line:
    """The same in one line, where the text gives way to the phase."""
    body, phase = _told(cue, scene, width, is_next)
    return spread(body, (Segment("  "), *phase), width)


def _told(cue: CueRow, scene: Scene, width: int, is_next: bool) -> tuple[Line, Line]:
    """What is to be done, and its phase."""
    pen = scene.pen
    is_over = cue.phase in OVER
    said = phase_words(cue, scene)
    if cue.go is GoMode.AUTO and not is_over:
        said = f"{said} · {scene.pages.running.automatic}"
    phase: Line = (Segment(said, style(cue, scene.pen)),)
    at = f"{clock(cue.gone_at or cue.expected_at, pen.tz)}  " if width >= HOURS_FROM else ""
    body: Line = (
        pen.strong("›" if is_next else " "),
        Segment(f"{shape(cue)} ", style(cue, scene.pen)),
        pen.quiet(f"{at}{cue.number}  "),
        *what(cue, scene, pen.ink.quiet if is_over else pen.ink.text),
    )
    extra = doing(cue, scene)
    if extra and not is_over and extra != cue.text:
        body = (*body, pen.quiet(f"  {extra}"))
    return body, phase


def lamp_lines(picture: CuedView, scene: Scene, width: int, sound: SoundView | None = None) -> Picture:
    """The cue light over the whole width: its word and shape, and beneath it the cue it speaks of.

    `sound`: the player that is worked from here; what it carries out next stands here while no hand is asked.
    """
    light = picture.light.on(scene.now)
    if sound is not None and light.state in (LightState.IDLE, LightState.SOON):
        machine = next_cue(picture)
        if machine is not None and machine.by_machine and machine.phase is not CuePhase.LATER:
            return _machine_lines(machine, sound, scene, width)
    is_calm = picture.current is not None and picture.current.protected
    cue = next((one for one in picture.cues if one.cue_id == light.cue_id), None)
    pages, pen = scene.pages, scene.pen
    ink = pen.ink
    signs = {
        LightState.IDLE: ("○", pages.following.lamp_idle),
        LightState.SOON: ("○", pages.following.lamp_idle),
        LightState.STANDBY: ("◐", pages.running.cue_standby),
        LightState.DUE: ("◐", pages.running.cue_due),
        LightState.READY: ("●", pages.running.cue_ready),
        LightState.GO: ("▶", pages.following.lamp_go),
    }
    sign, word = signs[light.state]
    match light.state:
        case LightState.IDLE | LightState.SOON:
            band = ink.header
        case LightState.STANDBY | LightState.DUE:
            # unlit it is in its colour on the ground: still in words
            is_red = cue is not None and cue.lamp is Lamp.OVERDUE
            lit, unlit = (ink.alarm, ink.red) if is_red else (ink.standby, ink.amber)
            band = lit if scene.is_lit or is_calm else unlit
        case LightState.READY:
            band = ink.header + ink.green
        case LightState.GO:
            band = ink.go
        case _:
            assert_never(light.state)
    bold = band + Style(bold=True)
    first: Line = (Segment(f" {sign} {word} ", bold), Segment(f" {_when(light, cue, scene)}", band))
    if light.asked is not None:
        enter = "k, ENTER" if scene.is_console else "ENTER"
        press: Line = (Segment(f" {enter} {scene.words.key_known} ", ink.keycap), Segment(" ", band))
        if width < cells(press) + 14:
            press = (Segment(" ENTER ", ink.keycap),)
        # the key goes last of all: a hand in a hurry looks for nothing else
        first = (*pad(first, width - cells(press), band), *press)
    lines = [pad(cut(first, width), width, band)]
    if cue is not None:
        about: Line = (pen.quiet(f"   {cue.number}  "), *what(cue, scene, ink.strong))
        lines.append(cut(about, width))
    return lines


def _machine_lines(cue: CueRow, sound: SoundView, scene: Scene, width: int) -> Picture:
    """The light of what the machine carries out: nobody answers for it; what is not armed in time is red."""
    pen, ink = scene.pen, scene.pen.ink
    sign, said, _ = armed_mark(cue, sound, scene)
    is_late = cue.lamp in (Lamp.OVERDUE, Lamp.FAILED)
    band = ink.alarm if is_late and scene.is_lit else ink.red if is_late else ink.header
    word: Line = (
        Segment(f" {sign} {said} ", (ink.go if cue.lamp is Lamp.READY else band) + Style(bold=True)),
    )
    key: Line = ()
    if not scene.is_console:
        # there the band of SPACE says it
        key = (Segment(f" g ▶ {scene.words.key_go} ", ink.keycap), Segment(" ", band))
    when = joined(scene.pages.following.wait_for_go, moment_words(cue, scene.pen, scene.now))
    first: Line = (*word, Segment(f" {when}", band))
    line = (*pad(first, max(0, width - cells(key)), band), *key)
    about: Line = (pen.quiet(f"   {cue.number}  "), *what(cue, scene, ink.strong))
    return [pad(cut(line, width), width, band), cut(about, width)]


def armed_mark(cue: CueRow, sound: SoundView, scene: Scene) -> tuple[str, str, Style]:
    """Shape, words and colour of what the machine carries out: `● ĐÃ NẠP`, `✗ KHÔNG PHÁT ĐƯỢC: ...`."""
    pen = scene.pen
    if cue.by_machine:
        is_taken = all(deck.state is not DeckState.EMPTY for deck in sound.decks)
        said = armed_words(cue, pen, sound.failure(cue.track), is_taken)
    else:
        said = pen.words.without_file(sound.track(cue.track))
    return shape(cue), said, style(cue, pen)


def _when(light: Light, cue: CueRow | None, scene: Scene) -> str:
    pages = scene.pages
    if cue is None:
        return ""
    match light.state:
        case LightState.SOON:
            return soon_words(cue, scene.pen, scene.now, HOUR)
        case LightState.STANDBY | LightState.DUE:
            return moment_words(cue, scene.pen, scene.now)
        case LightState.READY:
            return joined(pages.following.wait_for_go, moment_words(cue, scene.pen, scene.now))
        case LightState.IDLE | LightState.GO:
            return ""
        case _:
            assert_never(light.state)
