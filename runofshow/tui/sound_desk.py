"""A hand on the music player, at the console or before a screen away: what its keys ask for.

No order is refused for a state nobody has seen: who wants silence wants it now.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from msgspec import Struct

from runofshow.core import commands as c
from runofshow.core.agenda import Track
from runofshow.core.commands import Command
from runofshow.core.refusal import Reason
from runofshow.core.snapshot import CueRow, Lamp, SoundNow
from runofshow.core.sound import PanicOrder
from runofshow.texts.console import ConsoleTexts
from runofshow.tui.keys import Act, Order, Pick
from runofshow.tui.panels.footer import Status
from runofshow.tui.panels.track_list import track_at
from runofshow.tui.window import Board

AGAIN = timedelta(seconds=3)
"""A second panic within this is hard."""

Silencing = c.Go | c.Undo | c.Redo | c.PlayTrack | c.FadeSound | c.StopSound | c.Panic
"""What may be refused because the anthem sounds."""


class Asked(Struct, frozen=True):
    command: Command
    said: str
    """When it is obeyed."""


class SoundDesk:
    """Turns keys into orders. Where the desk is, decides what is known and how an order goes."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._words = board.pen.words

    # What each desk has of its own

    def sound(self) -> SoundNow | None:
        """The player as it is known now; None where nothing is told of one."""
        raise NotImplementedError

    def now(self) -> datetime:
        """The show's moment, as well as it is known."""
        raise NotImplementedError

    def coming(self) -> Sequence[CueRow]:
        """The next cues that play a track."""
        raise NotImplementedError

    def send(self, asked: Asked) -> None:
        """Give the order."""
        raise NotImplementedError

    # What the keys ask for

    def obey(self, order: Order) -> None:
        """Fade, stop, all off, load again, play by hand. Without a player it is said that there is none."""
        sound, words = self.sound(), self._words.sound
        if sound is None or sound.player is None:
            self._board.tell(Status(self._words.refusal(Reason.NO_PLAYER), bad=True))
            return
        match order:
            case Act.FADE:
                self.send(Asked(c.FadeSound(), self._if_heard(sound, words.done_fade)))
            case Act.STOP:
                self.send(Asked(c.StopSound(), self._if_heard(sound, words.done_stop)))
            case Act.PANIC:
                hard = self.is_again(sound)
                self.send(Asked(c.Panic(hard), words.done_panic_hard if hard else words.done_panic))
            case Act.ARM if not self.arms():
                self._board.tell(Status(words.nothing_to_arm))
            case Act.ARM:
                pass
            case Pick(place):
                track = track_at(sound, self._board.page, place)
                if track is None:
                    self._board.tell(Status(words.no_track_at.format(place=place), bad=True))
                else:
                    self.play(track)
            case _:
                raise AssertionError(order)

    def _if_heard(self, sound: SoundNow, said: str) -> str:
        # asked all the same: a track may be waiting to begin
        return said if sound.heard else self._words.refusals.nothing_sounds

    def is_again(self, sound: SoundNow) -> bool:
        """All off was the player's last call, and just now: then it is hard."""
        last = sound.calls[-1] if sound.calls else None
        return last is not None and last.order == PanicOrder(hard=False) and self.now() - last.at <= AGAIN

    def arms(self) -> bool:
        """Load again what failed of the next cues; where nothing did, the first not armed. False where
        everything is."""
        bare = [cue for cue in self.coming() if cue.by_machine and not cue.armed]
        failed = [cue for cue in bare if cue.lamp is Lamp.FAILED]
        for cue in failed or bare[:1]:
            self.send(Asked(c.Arm(cue.cue_id), self._words.sound.done_arm.format(title=cue.track_title)))
        return bool(bare)

    def play(self, track: Track) -> None:
        """Play a recording by hand; of one without a file it is said that it has none."""
        if track.file is None:
            self._board.tell(Status(f"{track.title}: {self._words.without_file(track)}", bad=True))
        else:
            said = self._words.sound.done_play.format(title=named(track, self._words))
            self.send(Asked(c.PlayTrack(track.track_id), said))

    def question_before(self, command: Silencing, cues: Sequence[CueRow], about: str = "") -> str:
        """What `command` would do to the anthem. `about` is the cue that a GO calls, where it names none."""
        said, sound = self._words.sound, self.sound()
        match command:
            case c.Go():
                wanted = about or command.cue_id
                return said.ask_anthem_go.format(
                    title=next((cue.text for cue in cues if cue.cue_id == wanted), "")
                )
            case c.Undo() | c.Redo():
                return said.ask_anthem_undo
            case c.PlayTrack(track_id):
                tracks = () if sound is None else sound.tracks
                track = next((one for one in tracks if one.track_id == track_id), None)
                return said.ask_anthem_play.format(title=named(track, self._words) if track else track_id)
            case c.FadeSound():
                return said.ask_anthem_fade
            case c.StopSound():
                return said.ask_anthem_stop
            case c.Panic():
                return said.ask_anthem_panic


def named(track: Track, words: ConsoleTexts) -> str:
    """Its title, with what must not be confused about it."""
    mark = words.track_mark(track.mark)
    return f"{track.title} [{mark}]" if mark else track.title
