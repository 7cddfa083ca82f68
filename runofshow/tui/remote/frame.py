"""The frame of a role's screen: the band at the top, what is wrong, and what there is before a picture."""

from __future__ import annotations

from typing import assert_never

from rich.segment import Segment

from runofshow.core.agenda import Role
from runofshow.core.views.head import Head
from runofshow.line.standing import Connecting, Live, Lost, ShutOut, Standing, Trouble, Why
from runofshow.texts.console import ConsoleTexts
from runofshow.texts.screen import ScreenTexts
from runofshow.tui.band import band_of
from runofshow.tui.formats import clock_with_seconds
from runofshow.tui.lines import Line, Picture, cut, pad, wrap
from runofshow.tui.pen import Pen
from runofshow.tui.views.scene import Scene


def header(scene: Scene, head: Head | None, standing: Standing, width: int) -> Line:
    """The role and the show at the left; the connection and the clock at the right, which go last."""
    pen = scene.pen
    band = band_of(head, pen)
    left: Line = (Segment(f" {scene.name.upper()}", band.bold),)
    if band.rehearsal:
        left = (*left, Segment(f"  {band.rehearsal}", band.bold))
    if head is not None and width >= 60:
        left = (*left, Segment(f"  {head.show.title}", band.ground))
    right: Line = ()
    if head is not None:
        right = (Segment(f"{clock_with_seconds(scene.now, pen.tz)} ", band.bold),)
    sign, said = _standing_mark(scene, standing)
    style = band.ground if isinstance(standing, Live) else pen.ink.alarm
    if said and width >= 50:
        right = (Segment(f" {sign} {said} ", style), Segment("  ", band.ground), *right)
    elif width >= 24:
        right = (Segment(f" {sign} ", style), *right)
    return band.with_ends(left, right, width)


def _standing_mark(scene: Scene, standing: Standing) -> tuple[str, str]:
    match standing:
        case Live():
            return "●", scene.words.connected
        case Connecting():
            return "○", ""
        case Lost():
            return "✗", scene.words.lost_short
        case ShutOut():
            return "✗", ""
        case _:
            assert_never(standing)


def banner(scene: Scene, standing: Standing, width: int, failure: str = "", record: str = "") -> Picture:
    """What is wrong, in red and in words; nothing when all is well. `record` is the code of its fault."""
    pen, words = scene.pen, scene.words
    lines: list[str] = []
    if failure:
        lines += wrap(f"✗ {pen.words.screen_failed.format(error=failure)}", max(1, width - 2))[:2]
    match standing:
        case Lost(since, _, trouble):
            lines += wrap(f"✗ {words.lost.format(at=clock_with_seconds(since, pen.tz))}", max(1, width - 2))
            if width >= 60:
                more = (
                    words.lost_kept
                    if trouble is not Trouble.NOT_UNDERSTOOD
                    else trouble_words(trouble, words)
                )
                lines[-1] += f" · {more}"
        case ShutOut():
            said = f"✗ {out_words(standing, words, pen.words)} {words.out_leave}"
            lines += wrap(said, max(1, width - 2))[:4]
        case Live():
            pages = scene.pages
            said = {"journal": pages.frame.record_journal, "slow_disk": pages.frame.record_slow_disk}.get(
                record, record
            )
            lines += wrap(f"✗ {said}", max(1, width - 2))[:2] if said else []
        case Connecting():
            pass
        case _:
            assert_never(standing)
    return [pad(cut((Segment(f" {line}", pen.ink.alarm),), width), width, pen.ink.alarm) for line in lines]


def out_words(standing: ShutOut, words: ScreenTexts, console: ConsoleTexts) -> str:
    """Why one is not let in."""
    match standing.why:
        case Why.WRONG_CODE:
            return words.out_wrong_code
        case Why.WRONG_TOKEN:
            return words.out_wrong_token
        case Why.OTHER_ROLE:
            return words.out_other_role.format(role=console.role(standing.role or Role.CALLER))
        case Why.THROWN_OUT:
            return words.out_thrown_out
        case _:
            assert_never(standing.why)


def trouble_words(trouble: Trouble, words: ScreenTexts) -> str:
    """What an attempt came to."""
    match trouble:
        case Trouble.NO_ANSWER:
            return words.trouble_no_answer
        case Trouble.NOT_UNDERSTOOD:
            return words.trouble_not_understood
        case Trouble.SLOWED:
            return words.trouble_slowed
        case _:
            assert_never(trouble)


def waiting(scene: Scene, standing: Standing, address: str, width: int, height: int) -> Picture:
    """Before the first picture."""
    if not isinstance(standing, Connecting):
        return []
    pen, wide = scene.pen, max(1, width - 2)
    lines: Picture = [
        cut((pen.strong(f" {line}"),), width)
        for line in wrap(scene.words.connecting.format(address=address), wide)
    ]
    if standing.trouble is not None:
        said = trouble_words(standing.trouble, scene.words)
        lines += [cut((pen.inked(f" {line}", pen.ink.amber),), width) for line in wrap(said, wide)]
    return lines[:height]


def dimmed(picture: Picture, pen: Pen) -> Picture:
    """A picture that may no longer be true: every word is still there, and nothing of it calls."""
    return [tuple(Segment(text, pen.ink.quiet) for text, _, _ in line) for line in picture]
