"""A hand's own cues: the cue light, the list, and what must not be confused about a recording."""

from __future__ import annotations

from datetime import timedelta
from typing import assert_never

from rich.segment import Segment
from rich.style import Style

from runofshow.core.agenda import Action, GoMode, TrackMark
from runofshow.core.snapshot import OVER, CuePhase
from runofshow.core.views.cues import CueView
from runofshow.core.views.sound import DeckState, SoundView
from runofshow.line.counting import NOTHING, Lamp, Light
from runofshow.tui.cue_marks import shape_of, with_phase
from runofshow.tui.formats import clock, count_down
from runofshow.tui.lines import Line, Picture, cells, cut, pad
from runofshow.tui.remote.scene import Scene

HOUR = timedelta(hours=1)


def shape(cue: CueView) -> str:
    """The shape of a cue as the console has it."""
    return shape_of(cue.phase, cue.acked_at is None)


def style(cue: CueView, scene: Scene) -> Style:
    """The colours of a cue light, those of the console and the pages: amber is stand-by, red what is due and
    not answered, green answered and GO; a shape and a word go with them."""
    ink = scene.pen.ink
    match cue.phase:
        case CuePhase.STANDBY:
            return ink.amber
        case CuePhase.DUE if cue.acked_at is None:
            return ink.red
        case CuePhase.READY | CuePhase.DUE | CuePhase.GONE:
            return ink.green
        case CuePhase.LATER | CuePhase.STOOD_DOWN:
            return ink.quiet
        case CuePhase.MISSED:
            return ink.text
        case _:
            assert_never(cue.phase)


def phase_words(cue: CueView, scene: Scene) -> str:
    """The phase in words, with the time where a clock knows it."""
    pages = scene.pages
    match cue.phase:
        case CuePhase.LATER:
            wait = NOTHING if cue.standby_at is None else cue.standby_at - scene.now
            soon = NOTHING < wait < HOUR
            return pages.lamp_soon.format(count=count_down(wait)) if soon else pages.cue_later
        case CuePhase.STANDBY | CuePhase.READY | CuePhase.DUE:
            said = {
                CuePhase.STANDBY: pages.cue_standby,
                CuePhase.READY: pages.cue_ready,
                CuePhase.DUE: pages.cue_due,
            }[cue.phase]
            due = _due_in(cue, scene)
            return f"{said} · {due}" if due else said
        case CuePhase.GONE:
            return pages.cue_gone.format(at=clock(cue.gone_at, scene.pen.tz))
        case CuePhase.MISSED:
            return pages.cue_missed
        case CuePhase.STOOD_DOWN:
            return pages.cue_stood_down
        case _:
            assert_never(cue.phase)


def _due_in(cue: CueView, scene: Scene) -> str:
    wait = NOTHING if cue.expected_at is None else cue.expected_at - scene.now
    return scene.pages.due_in.format(count=count_down(wait)) if wait > NOTHING else ""


def doing(cue: CueView, scene: Scene) -> str:
    """What is done to a recording, and to which; empty for any other cue and where the text says it."""
    pages = scene.pages
    verb = {Action.PLAY: pages.do_play, Action.FADE: pages.do_fade, Action.STOP: pages.do_stop}.get(cue.do)
    if verb is None:
        return ""
    # to fade or stop no track by name is to silence all
    is_missing = cue.do is Action.PLAY and not cue.track
    title = cue.track_title or (pages.no_track if is_missing else "")
    return verb if not title or title == cue.text else f"{verb}: {title}"


def mark(cue: CueView, scene: Scene) -> Line:
    """The two anthems differ in word, in shape and in fill."""
    ink, words = scene.pen.ink, scene.pages
    match cue.mark:
        case TrackMark.ANTHEM_WITHOUT_WORDS:
            return (Segment(f" ■ {words.without_words} ", ink.strong + Style(reverse=True)),)
        case TrackMark.ANTHEM_WITH_WORDS:
            return (Segment(f"“ {words.with_words} ”", ink.strong + Style(underline=True)),)
        case TrackMark.CLIP:
            return (Segment(f"▷ {words.clip}", ink.text),)
        case TrackMark.PLAIN:
            return ()
        case _:
            assert_never(cue.mark)


def what(cue: CueView, scene: Scene, style: Style) -> Line:
    """What it asks for, with its mark."""
    said = cue.text or cue.track_title or doing(cue, scene)
    marked = mark(cue, scene)
    return (Segment(said, style), *((Segment(" "), *marked) if marked else ()))


def cue_list(cues: tuple[CueView, ...], scene: Scene, width: int) -> Picture:
    """The cues to come, the next one marked, and beneath them what is over, the newest first."""
    pen, pages = scene.pen, scene.pages
    coming = [cue for cue in cues if cue.phase not in OVER]
    over = [cue for cue in cues if cue.phase in OVER]
    picture: Picture = [cut((pen.quiet(pages.cues),), width)]
    if not coming:
        picture.append(cut((pen.quiet(pages.no_cues),), width))
    for at, cue in enumerate(coming):
        picture += cue_lines(cue, scene, width, is_next=at == 0)
    if over:
        picture.append(cut((pen.quiet(f"{pages.cues_over} · {len(over)}"),), width))
    for cue in reversed(over):
        picture += cue_lines(cue, scene, width, is_next=False)
    return picture


def cue_lines(cue: CueView, scene: Scene, width: int, is_next: bool) -> Picture:
    """One cue in one line where it fits, else its phase in a second one. The phase is never cut away."""
    pen = scene.pen
    is_over = cue.phase in OVER
    said = phase_words(cue, scene)
    if cue.go is GoMode.AUTO and not is_over:
        said = f"{said} · {scene.pages.automatic}"
    phase: Line = (Segment(said, style(cue, scene)),)
    body: Line = (
        pen.strong("›" if is_next else " "),
        Segment(f"{shape(cue)} ", style(cue, scene)),
        pen.quiet(f"{cue.number}  "),
        *what(cue, scene, pen.ink.quiet if is_over else pen.ink.text),
    )
    extra = doing(cue, scene)
    if extra and not is_over and extra != cue.text:
        body = (*body, pen.quiet(f"  {extra}"))
    return with_phase(body, phase, width)


def lamp_lines(
    lamp: Lamp, scene: Scene, is_calm: bool, width: int, sound: SoundView | None = None
) -> Picture:
    """The cue light over the whole width: its word and shape, and beneath it the cue it speaks of.

    `is_calm`: nothing flashes, since the item is protected. `sound`: the player that is worked from here.
    """
    if sound is not None and lamp.cue is not None and lamp.cue.by_machine and lamp.light is Light.READY:
        return _machine_lines(lamp, lamp.cue, sound, scene, is_calm, width)
    pages, pen = scene.pages, scene.pen
    ink = pen.ink
    signs = {
        Light.IDLE: ("○", pages.lamp_idle),
        Light.SOON: ("○", pages.lamp_idle),
        Light.STANDBY: ("◐", pages.lamp_standby),
        Light.DUE: ("◐", pages.lamp_due),
        Light.READY: ("●", pages.lamp_ready),
        Light.GO: ("▶", pages.lamp_go),
    }
    sign, word = signs[lamp.light]
    match lamp.light:
        case Light.IDLE | Light.SOON:
            band = ink.header
        case Light.STANDBY:
            # unlit it is in its colour on the ground: still in words
            band = ink.standby if scene.is_lit or is_calm else ink.amber
        case Light.DUE:
            band = ink.alarm if scene.is_lit or is_calm else ink.red
        case Light.READY:
            band = ink.header + ink.green
        case Light.GO:
            band = ink.go
        case _:
            assert_never(lamp.light)
    bold = band + Style(bold=True)
    first: Line = (Segment(f" {sign} {word} ", bold), Segment(f" {_when(lamp, scene)}", band))
    if lamp.asked is not None:
        press: Line = (Segment(f" ENTER {scene.words.key_known} ", ink.keycap), Segment(" ", band))
        if width < cells(press) + 14:
            press = (Segment(" ENTER ", ink.keycap),)
        # the key goes last of all: a hand in a hurry looks for nothing else
        first = (*pad(first, width - cells(press), band), *press)
    lines = [pad(cut(first, width), width, band)]
    if lamp.cue is not None:
        about: Line = (pen.quiet(f"   {lamp.cue.number}  "), *what(lamp.cue, scene, ink.strong))
        lines.append(cut(about, width))
    return lines


def _machine_lines(
    lamp: Lamp, cue: CueView, sound: SoundView, scene: Scene, is_calm: bool, width: int
) -> Picture:
    """The light of what the machine carries out: nobody answers for it; what is not armed in time is red."""
    pen, ink = scene.pen, scene.pen.ink
    sign, said, _ = armed_mark(cue, sound, scene)
    is_late = not cue.is_proved and not is_calm
    band = ink.alarm if is_late and scene.is_lit else ink.red if is_late else ink.header
    word: Line = (Segment(f" {sign} {said} ", (ink.go if cue.is_proved else band) + Style(bold=True)),)
    key: Line = (Segment(f" g ▶ {scene.words.key_go} ", ink.keycap), Segment(" ", band))
    first: Line = (*word, Segment(f" {_when(lamp, scene)}", band))
    line = (*pad(first, max(0, width - cells(key)), band), *key)
    about: Line = (pen.quiet(f"   {cue.number}  "), *what(cue, scene, ink.strong))
    return [pad(cut(line, width), width, band), cut(about, width)]


def armed_mark(cue: CueView, sound: SoundView, scene: Scene) -> tuple[str, str, Style]:
    """Shape, words and colour of what the machine carries out: `● ĐÃ NẠP`, `✗ KHÔNG PHÁT ĐƯỢC: ...`."""
    words, ink = scene.pen.words.sound, scene.pen.ink
    if cue.is_proved:
        return "●", words.ready if cue.armed else words.able, ink.green
    if not cue.by_machine:
        track = next((one for one in sound.tracks if one.track_id == cue.track), None)
        return "○", scene.pen.words.without_file(track), ink.quiet
    failure = sound.failure(cue.track)
    if failure is not None:
        return "✗", f"{words.cannot}: {words.why(failure.fault)}", ink.red
    is_taken = all(deck.state is not DeckState.EMPTY for deck in sound.decks)
    said = f"{words.not_armed}: {words.decks_taken}" if is_taken else words.not_armed
    return "◐", said, ink.quiet if cue.phase is CuePhase.LATER else ink.amber


def _when(lamp: Lamp, scene: Scene) -> str:
    cue, pages = lamp.cue, scene.pages
    if cue is None:
        return ""
    match lamp.light:
        case Light.SOON:
            wait = NOTHING if cue.standby_at is None else cue.standby_at - scene.now
            return pages.lamp_soon.format(count=count_down(wait)) if NOTHING < wait < HOUR else ""
        case Light.STANDBY | Light.DUE:
            return _due_in(cue, scene)
        case Light.READY:
            return " · ".join(filter(None, [pages.wait_for_go, _due_in(cue, scene)]))
        case Light.IDLE | Light.GO:
            return ""
        case _:
            assert_never(lamp.light)
