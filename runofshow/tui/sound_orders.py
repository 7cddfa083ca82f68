"""What the keys of sound ask for: commands, the words when obeyed, and the question before the anthem."""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec import Struct

from runofshow.core import commands as c
from runofshow.core.agenda import Track
from runofshow.core.commands import Command
from runofshow.core.snapshot import Snapshot, SoundNow
from runofshow.core.sound import PanicOrder
from runofshow.texts.console import ConsoleTexts

AGAIN = timedelta(seconds=3)
"""A second panic within this is hard."""

Silencing = c.Go | c.Undo | c.Redo | c.PlayTrack | c.FadeSound | c.StopSound | c.Panic
"""What may be refused because the anthem sounds."""


class Asked(Struct, frozen=True):
    command: Command
    said: str
    """When it is obeyed."""


def fade(sound: SoundNow, words: ConsoleTexts) -> Asked:
    return Asked(c.FadeSound(), _if_heard(sound, words, words.sound.done_fade))


def stop(sound: SoundNow, words: ConsoleTexts) -> Asked:
    return Asked(c.StopSound(), _if_heard(sound, words, words.sound.done_stop))


def _if_heard(sound: SoundNow, words: ConsoleTexts, said: str) -> str:
    # asked all the same: a track may be waiting to begin
    return said if sound.heard else words.refusals.nothing_sounds


def panic(sound: SoundNow, now: datetime, words: ConsoleTexts) -> Asked:
    """All off softly; hard when that was the player's last call, and just now."""
    last = sound.calls[-1] if sound.calls else None
    hard = last is not None and last.order == PanicOrder(hard=False) and now - last.at <= AGAIN
    return Asked(c.Panic(hard), words.sound.done_panic_hard if hard else words.sound.done_panic)


def arm(snapshot: Snapshot, words: ConsoleTexts) -> list[Asked]:
    """Load again what failed of the next cues; where nothing did, the first that is not armed."""
    sound = snapshot.sound
    bare = [cue for cue in sound.coming if cue.by_machine and not cue.armed]
    failed = [cue for cue in bare if cue.track_id in sound.failures]
    return [
        Asked(c.Arm(cue.cue_id), words.sound.done_arm.format(title=cue.track_title))
        for cue in failed or bare[:1]
    ]


def play(track: Track, words: ConsoleTexts) -> Asked:
    return Asked(c.PlayTrack(track.track_id), words.sound.done_play.format(title=named(track, words)))


def named(track: Track, words: ConsoleTexts) -> str:
    """Its title, with what must not be confused about it."""
    mark = words.track_mark(track.mark)
    return f"{track.title} [{mark}]" if mark else track.title


def question_before(command: Silencing, cue: str, sound: SoundNow, words: ConsoleTexts) -> str:
    """What `command` would do to the anthem. `cue` is the text of the cue that a GO calls."""
    said = words.sound
    match command:
        case c.Go():
            return said.ask_anthem_go.format(title=cue)
        case c.Undo() | c.Redo():
            return said.ask_anthem_undo
        case c.PlayTrack(track_id):
            track = next((one for one in sound.tracks if one.track_id == track_id), None)
            return said.ask_anthem_play.format(title=named(track, words) if track else track_id)
        case c.FadeSound():
            return said.ask_anthem_fade
        case c.StopSound():
            return said.ask_anthem_stop
        case c.Panic():
            return said.ask_anthem_panic
