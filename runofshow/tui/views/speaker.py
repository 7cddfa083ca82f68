"""The speaker's light: one count over the whole screen, and what is said to the speaker."""

from __future__ import annotations

from rich.segment import Segment

from runofshow.core.agenda import Role
from runofshow.core.count import CountLabel, Tone
from runofshow.core.notices import Message
from runofshow.core.value import replace
from runofshow.core.views.roles import SpeakerView
from runofshow.tui.big_digits import size_for
from runofshow.tui.lines import EMPTY, Line, Picture, centred, over, pad, tall, wrap, wrapped
from runofshow.tui.panels.big_count import Number, drawn, number
from runofshow.tui.views.running import instead_of_count
from runofshow.tui.views.scene import Scene

SHAPES = {Tone.SOFT: "●", Tone.CALM: "●", Tone.SOON: "▲", Tone.OVER: "■", Tone.HELD: "❚❚"}


def speaker_view(picture: SpeakerView, scene: Scene, width: int, height: int) -> Picture:
    """The count in the middle; a message above it until the speaker answers it."""
    pen = scene.pen
    top = said_to(picture, scene, width, max(1, height // 3))
    foot: Picture = []
    if height >= 6 and picture.current is not None:
        title = f"{picture.current.number}  {picture.current.title}"
        foot = [centred((pen.quiet(line),), width) for line in wrap(title, max(1, width - 2))[:2]]
    room = max(1, height - len(top) - len(foot))
    found = number(picture.count, scene.now, scene.pen)
    if found is None:
        middle: Picture = [centred((pen.strong(instead_of_count(picture, scene)),), width)]
    else:
        middle = _light(found, picture, scene, width, room)
    above = max(0, (room - len(middle)) // 2)
    return [*top, *tall([*([EMPTY] * above), *middle], room), *foot][:height]


def message_of(picture: SpeakerView) -> Message | None:
    """The newest message to the speaker in the running item that was not answered."""
    since = picture.current.started_at if picture.current else None
    heard = [
        message
        for message in picture.messages
        if message.to is Role.SPEAKER
        and (since is None or message.at >= since)
        and message.answered_at is None
    ]
    return heard[-1] if heard else None


def said_to(picture: SpeakerView, scene: Scene, width: int, most: int) -> Picture:
    """The message that waits, large, and the key that answers it; nothing when there is none."""
    message = message_of(picture)
    if message is None:
        return []
    ink = scene.pen.ink
    lines = wrapped(f"✉ {message.text}", max(1, width - 2), ink.keycap, max(1, most - 1))
    shown = [pad(over(centred(line, width), ink.keycap), width, ink.keycap) for line in lines]
    if most > 1:
        shown.append(centred((scene.pen.quiet(f"ENTER {scene.words.key_known}"),), width))
    return shown


def _light(found: Number, picture: SpeakerView, scene: Scene, width: int, rows: int) -> Picture:
    # a leader's count goes up and has no colour: nobody hurries a leader
    style = scene.pen.ink.green if found.tone is Tone.CALM else found.style
    said = f"{SHAPES[found.tone]} {_name(found, scene)}"
    label: Line = centred((Segment(said, style),), width)
    size = size_for(found.frame, width, rows - 2) or size_for(found.frame, width, rows - 1)
    if size is None:
        return [centred((Segment(found.text, style), Segment("  "), Segment(said, style)), width)]
    digits = drawn(replace(found, style=style), found.frame, size)
    gap = [EMPTY] if rows > size.rows + 1 else []
    return [*(centred(line, width) for line in digits), *gap, label]


def _name(found: Number, scene: Scene) -> str:
    """What it says to who speaks."""
    if found.of is CountLabel.REMAINING and found.tone is Tone.SOON:
        return scene.pages.following.one_minute
    if found.of is CountLabel.OVER and found.tone is Tone.OVER:
        return scene.pages.following.time_is_up
    return found.label
