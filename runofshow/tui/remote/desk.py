"""The music operator's hand on the player of the hall: what its keys ask for, and what is asked back.

An order goes to the record, as from any hand. But silence waits for no network: where the hall does not
answer at once, the player in this very machine is silenced without it, and tells of it when it can.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from runofshow.core import commands as c
from runofshow.core.questions import answered
from runofshow.core.refusal import Reason, Refused
from runofshow.core.snapshot import CuePhase, CueRow, SoundNow
from runofshow.core.sound import FadeOrder, PanicOrder, StopOrder
from runofshow.core.views.roles import HandView
from runofshow.line.answer import Answer, Failure, NotObeyed
from runofshow.line.connection import Connection
from runofshow.line.counting import next_cue, sound_now
from runofshow.line.played_here import PlaysHere, Silence
from runofshow.line.standing import Live
from runofshow.tui.keys import Act, Order
from runofshow.tui.panels.footer import Status
from runofshow.tui.remote.board import RoleBoard
from runofshow.tui.sound_desk import AGAIN, Asked, Silencing, SoundDesk
from runofshow.tui.window import Window

ANSWER_S = 1.0
"""Seconds in which a hall that is well has answered many times over."""


class Desk(SoundDesk):
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
        super().__init__(board)
        self._window = window
        self._away = board
        self._connection = connection
        self._player = player
        self._told = told
        self._said = board.words
        self._panicked_at: datetime | None = None
        """When the player here was silenced without the hall."""

    def obey(self, order: Order) -> None:
        picture = self._shown()
        if order is Act.GO and picture is not None and picture.sound is not None and picture.sound.player:
            self._go(picture)
        else:
            super().obey(order)

    def sound(self) -> SoundNow | None:
        picture = self._shown()
        if picture is None or picture.sound is None:
            return None
        return sound_now(picture.sound, self._connection.now or picture.now)

    def now(self) -> datetime:
        moment = self._connection.reckoned or self._connection.now
        assert moment is not None, "asked before the first picture"
        return moment

    def coming(self) -> Sequence[CueRow]:
        picture = self._shown()
        if picture is None or picture.sound is None:
            return ()
        return [cue for cue in picture.cues if cue.cue_id in picture.sound.coming]

    def _shown(self) -> HandView | None:
        shown = self._away.shown
        return shown if isinstance(shown, HandView) else None

    def _go(self, picture: HandView) -> None:
        cue = next_cue(picture)
        if cue is None:
            self._board.tell(Status(self._words.refusal(Reason.NO_CUE), bad=True))
            return
        title = f"{cue.number} {cue.text}"
        asked = Asked(c.Go(cue.cue_id), self._said.gone.format(title=title))
        if cue.phase is CuePhase.LATER:
            early = self._said.ask_early.format(title=title)
            self._window.confirm(early, self._said.ask_early_why, lambda: self.send(asked))
        else:
            self.send(asked)

    def is_again(self, sound: SoundNow) -> bool:
        # the first one may have been heard here alone, and is in no record
        before = self._panicked_at
        return super().is_again(sound) or (before is not None and self.now() - before <= AGAIN)

    # The way to the record, and what is done without it

    def send(self, asked: Asked) -> None:
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

    def _hear(self, asked: Asked, answer: Answer, waiting: list[Silence]) -> None:
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
        if picture is None or picture.sound is None or not isinstance(command, Silencing):
            return
        why = self.question_before(command, picture.cues)
        sure = answered(command, Refused(Reason.ANTHEM))
        assert sure is not None
        again = Asked(sure, said)
        self._window.confirm(self._words.sound.ask_anthem, why, lambda: self.send(again))

    def _may_be_silenced(self, command: c.Command) -> bool:
        """Whether the player here may be silenced without the hall's leave: never the anthem unasked."""
        picture = self._shown()
        is_anthem = picture is not None and picture.sound is not None and picture.sound.anthem
        is_sure = isinstance(command, Silencing) and command.sure
        return not is_anthem or is_sure

    def _silence_here(self, waiting: list[Silence]) -> None:
        if self._player is None or not waiting:
            return
        silence = waiting.pop()
        self._player.silence(silence)
        if isinstance(silence, PanicOrder):
            self._panicked_at = self._connection.reckoned
        self._board.tell(Status(self._said.silenced_here, bad=True))


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
