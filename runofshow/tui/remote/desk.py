"""The music operator's hand on the player of the hall: what its keys ask for, and what is asked back.

An order goes to the record, as from any hand. But silence waits for no network: where the hall does not
answer at once, the player in this very machine is silenced without it, and tells of it when it can.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from runofshow.core import commands as c
from runofshow.core.questions import answered
from runofshow.core.refusal import Reason, Refused
from runofshow.core.snapshot import CuePhase, SoundNow
from runofshow.core.sound import FadeOrder, PanicOrder, StopOrder
from runofshow.core.views.roles import HandView
from runofshow.core.views.sound import SoundView
from runofshow.line.answer import Answer, Failure, NotObeyed
from runofshow.line.connection import Connection
from runofshow.line.counting import next_cue, sound_now
from runofshow.line.played_here import PlaysHere, Silence
from runofshow.line.standing import Live
from runofshow.tui import sound_orders
from runofshow.tui.keys import Act, Order, Pick
from runofshow.tui.panels.footer import Status
from runofshow.tui.panels.track_list import track_at
from runofshow.tui.remote.board import RoleBoard
from runofshow.tui.window import Window

ANSWER_S = 1.0
"""Seconds in which a hall that is well has answered many times over."""


class Desk:
    """Works the player by the keys of one screen."""

    def __init__(
        self,
        window: Window,
        board: RoleBoard,
        connection: Connection,
        player: PlaysHere | None,
        told: Callable[[Answer, str], None],
    ) -> None:
        """`told` hears what came of an order, and what to say when it was obeyed."""
        self._window = window
        self._board = board
        self._connection = connection
        self._player = player
        self._told = told
        self._console = window.words
        self._words = board.words
        self._panicked_at: datetime | None = None
        """When the player here was silenced without the hall."""

    def obey(self, asked: Order) -> None:
        """Do what a key of sound asks for."""
        picture = self._shown()
        sound = None if picture is None else picture.sound
        if picture is None or sound is None or sound.player is None:
            self._board.tell(Status(self._console.refusal(Reason.NO_PLAYER), bad=True))
            return
        now = sound_now(sound, self._connection.now or picture.now)
        match asked:
            case Act.GO:
                self._go(picture)
            case Act.FADE:
                self._send(sound_orders.fade(now, self._console))
            case Act.STOP:
                self._send(sound_orders.stop(now, self._console))
            case Act.PANIC:
                self._panic(now, self._connection.reckoned or picture.now)
            case Act.ARM:
                self._arm(picture, sound)
            case Pick(place):
                track = track_at(now, self._board.page, place)
                if track is None:
                    said = self._console.sound.no_track_at.format(place=place)
                    self._board.tell(Status(said, bad=True))
                elif track.file is None:
                    said = f"{track.title}: {self._console.without_file(track)}"
                    self._board.tell(Status(said, bad=True))
                else:
                    self._send(sound_orders.play(track, self._console))
            case _:
                raise AssertionError(asked)

    def _shown(self) -> HandView | None:
        shown = self._board.shown
        return shown if isinstance(shown, HandView) else None

    def _go(self, picture: HandView) -> None:
        cue = next_cue(picture)
        if cue is None:
            self._board.tell(Status(self._console.refusal(Reason.NO_CUE), bad=True))
            return
        title = f"{cue.number} {cue.text}"
        asked = sound_orders.Asked(c.Go(cue.cue_id), self._words.gone.format(title=title))
        if cue.phase is CuePhase.LATER:
            early = self._words.ask_early.format(title=title)
            self._window.confirm(early, self._words.ask_early_why, lambda: self._send(asked))
        else:
            self._send(asked)

    def _panic(self, sound: SoundNow, moment: datetime) -> None:
        before = self._panicked_at
        if before is not None and moment - before <= sound_orders.AGAIN:
            # the first one was heard here alone, and is in no record
            self._send(sound_orders.Asked(c.Panic(hard=True), self._console.sound.done_panic_hard))
        else:
            self._send(sound_orders.panic(sound, moment, self._console))

    def _arm(self, picture: HandView, sound: SoundView) -> None:
        bare = [
            cue for cue in picture.cues if cue.cue_id in sound.coming and cue.by_machine and not cue.armed
        ]
        failed = [cue for cue in bare if sound.failure(cue.track) is not None]
        for cue in failed or bare[:1]:
            said = self._console.sound.done_arm.format(title=cue.track_title)
            self._send(sound_orders.Asked(c.Arm(cue.cue_id), said))
        if not bare:
            self._board.tell(Status(self._console.sound.nothing_to_arm))

    # The way to the record, and what is done without it

    def _send(self, asked: sound_orders.Asked) -> None:
        command = asked.command
        is_here = self._player is not None and self._player.now().is_ours
        silence = silence_of(command) if is_here else None
        waiting = [silence] if silence is not None and self._may_be_silenced(command) else []
        if silence is not None and not isinstance(self._connection.standing, Live):
            if waiting:
                self._silence_here(waiting)
            else:
                self._ask_about_anthem(command, asked.said)
            return
        self._connection.order(
            command,
            lambda answer: self._window.soon(lambda: self._hear(asked, answer, waiting)),
        )
        if waiting:
            self._window.set_timer(ANSWER_S, lambda: self._silence_here(waiting))

    def _hear(self, asked: sound_orders.Asked, answer: Answer, waiting: list[Silence]) -> None:
        command = asked.command
        is_refused = isinstance(answer, NotObeyed) and answer.failure is Failure.REFUSED
        if not isinstance(answer, NotObeyed) or is_refused:
            waiting.clear()
        elif waiting:
            self._silence_here(waiting)
            return
        if is_refused and answer == NotObeyed(Failure.REFUSED, Reason.ANTHEM):
            self._ask_about_anthem(command, asked.said)
        else:
            self._told(answer, asked.said)

    def _ask_about_anthem(self, command: c.Command, said: str) -> None:
        picture = self._shown()
        if picture is None or picture.sound is None or not isinstance(command, sound_orders.Silencing):
            return
        wanted = command.cue_id if isinstance(command, c.Go) else None
        cue = next((cue.text for cue in picture.cues if cue.cue_id == wanted), "")
        now = sound_now(picture.sound, picture.now)
        why = sound_orders.question_before(command, cue, now, self._console)
        sure = answered(command, Refused(Reason.ANTHEM))
        assert sure is not None
        again = sound_orders.Asked(sure, said)
        self._window.confirm(self._console.sound.ask_anthem, why, lambda: self._send(again))

    def _may_be_silenced(self, command: c.Command) -> bool:
        """Whether the player here may be silenced without the hall's leave: never the anthem unasked."""
        picture = self._shown()
        is_anthem = picture is not None and picture.sound is not None and picture.sound.anthem
        is_sure = isinstance(command, sound_orders.Silencing) and command.sure
        return not is_anthem or is_sure

    def _silence_here(self, waiting: list[Silence]) -> None:
        if self._player is None or not waiting:
            return
        silence = waiting.pop()
        self._player.silence(silence)
        if isinstance(silence, PanicOrder):
            self._panicked_at = self._connection.reckoned
        self._board.tell(Status(self._words.silenced_here, bad=True))


def silence_of(command: c.Command) -> Silence | None:
    """What the player is to do at once; None for what is not silence."""
    match command:
        case c.FadeSound(over, track_id):
            return FadeOrder(track_id, over)
        case c.StopSound(track_id):
            return StopOrder(track_id)
        case c.Panic(hard):
            return PanicOrder(hard)
        case _:
            return None
