"""The caller's hand on the music player: what its keys ask for, and what is asked back before the anthem."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, assert_never

from runofshow.core.agenda import Track
from runofshow.core.commands import Command, Go
from runofshow.core.refusal import Reason
from runofshow.engine import Engine
from runofshow.tui import sound_orders
from runofshow.tui.board import ConsoleBoard
from runofshow.tui.keys import Act
from runofshow.tui.panels.footer import Status
from runofshow.tui.panels.track_list import track_at
from runofshow.tui.sound_orders import Asked, Silencing

SoundAct = Literal[Act.FADE, Act.STOP, Act.PANIC, Act.ARM]


class MusicDesk:
    """Asks for sound. No order is refused for a state nobody has seen: who wants silence wants it now."""

    def __init__(self, engine: Engine, board: ConsoleBoard, ask: Callable[[Command, str], None]) -> None:
        """`ask(command, said)` sends an order; `said` is told when it is obeyed."""
        self._engine = engine
        self._board = board
        self._words = board.pen.words
        self._ask = ask

    def obey(self, act: SoundAct) -> None:
        """Fade, stop, all off, load again. Without a player it is said that there is none."""
        now, words = self._engine.latest, self._words
        if now.sound.player is None:
            self._board.tell(Status(words.refusal(Reason.NO_PLAYER), bad=True))
            return
        match act:
            case Act.FADE:
                self._send(sound_orders.fade(now.sound, words))
            case Act.STOP:
                self._send(sound_orders.stop(now.sound, words))
            case Act.PANIC:
                self._send(sound_orders.panic(now.sound, now.now, words))
            case Act.ARM:
                if not self.arms():
                    self._board.tell(Status(words.sound.nothing_to_arm))
            case _:
                assert_never(act)

    def arms(self) -> bool:
        """Load again what is not armed of the next cues; False where everything is."""
        asked = sound_orders.arm(self._engine.latest, self._words)
        self._send(*asked)
        return bool(asked)

    def pick(self, place: int) -> None:
        """Play the recording of that digit on the page that is shown."""
        track = track_at(self._board.shown.sound, self._board.page, place)
        if track is None:
            said = self._words.sound.no_track_at.format(place=place)
            self._board.tell(Status(said, bad=True))
        else:
            self.play(track)

    def play(self, track: Track) -> None:
        """Play a recording by hand; of one without a file it is said that it has none."""
        if track.file is None:
            self._board.tell(Status(f"{track.title}: {self._words.without_file(track)}", bad=True))
            return
        self._send(sound_orders.play(track, self._words))

    def question_before(self, command: Silencing, about: str) -> str:
        """What the command would do to the anthem."""
        now = self._engine.latest
        wanted = (about or command.cue_id) if isinstance(command, Go) else None
        cue = next((cue.text for cue in now.cues if cue.cue_id == wanted), "")
        return sound_orders.question_before(command, cue, now.sound, self._words)

    def _send(self, *asked: Asked) -> None:
        for one in asked:
            self._ask(one.command, one.said)
