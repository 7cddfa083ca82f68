"""What a hand at a role's screen answers and writes to the caller, and what came of it."""

from __future__ import annotations

from typing import Literal

from runofshow.core.agenda import CUE_ROLES
from runofshow.core.commands import AnswerMessage
from runofshow.core.refusal import Reason
from runofshow.line.answer import Answer, Failure, NotObeyed, Obeyed
from runofshow.line.connection import Connection
from runofshow.tui.fields import Field, Values, Wrong
from runofshow.tui.keys import Act, Reply
from runofshow.tui.panels.footer import Status
from runofshow.tui.remote.board import RoleBoard
from runofshow.tui.views.hand import ready_answers
from runofshow.tui.views.scene import Scene
from runofshow.tui.window import Window

LONGEST_TEXT = 400
"""Signs of a message, as on the pages."""


class Replies:
    """Sends them one at a time."""

    def __init__(self, window: Window, board: RoleBoard, connection: Connection, scene: Scene) -> None:
        self._window = window
        self._board = board
        self._connection = connection
        self._scene = scene
        self._sending: str | None = None
        """The cue or message whose answer is under way."""

    def obey(self, asked: Reply | Literal[Act.ACKNOWLEDGE, Act.MESSAGE]) -> None:
        """Do what a key asks for."""
        match asked:
            case Reply(place):
                self._write(ready_answers(self._scene)[place - 1])
            case Act.MESSAGE:
                self._ask_text()
            case Act.ACKNOWLEDGE if self._scene.role in CUE_ROLES:
                self._acknowledge()
            case Act.ACKNOWLEDGE:
                self._answer()

    def told(self, answer: Answer, done: str) -> None:
        """Say what came of an order; `done` when it was obeyed. From any thread."""
        self._window.soon(lambda: self._told(answer, done))

    def _acknowledge(self) -> None:
        cue, words = self._board.asked(), self._scene.words
        if cue is None:
            self._board.tell(Status(words.nothing_asked))
        elif self._is_first(cue.cue_id):
            known = words.known_sent.format(number=f"{cue.number} {cue.text}")
            self._connection.acknowledge(cue.cue_id, lambda answer: self.told(answer, known))

    def _answer(self) -> None:
        message = self._board.written()
        if message is not None and self._is_first(message.message_id):
            order, known = AnswerMessage(message.message_id), self._scene.words.key_known
            self._connection.order(order, lambda answer: self.told(answer, known))

    def _is_first(self, about: str) -> bool:
        if about == self._sending:
            return False
        self._sending = about
        self._board.tell(Status(self._scene.pages.frame.sending))
        return True

    def _ask_text(self) -> None:
        # only now, as every form
        from runofshow.tui.dialogs.form import Form

        words, pages = self._window.words, self._scene.pages

        def complaint(values: Values) -> Wrong | None:
            text = values["text"].strip()
            if not text:
                return Wrong("text", words.refusal(Reason.EMPTY))
            return Wrong("text", words.refusal(Reason.TOO_LONG)) if len(text) > LONGEST_TEXT else None

        def done(values: Values | None) -> None:
            if values is not None:
                self._write(values["text"].strip())

        fields = [Field("text", words.forms.field_text)]
        form = Form(words, pages.hands.write_to_caller, fields, complaint, yes=words.forms.send)
        self._window.push_screen(form, done)

    def _write(self, text: str) -> None:
        pages = self._scene.pages
        self._board.tell(Status(pages.frame.sending))
        sent = pages.hands.message_sent.format(text=text)
        self._connection.write(text, lambda answer: self.told(answer, sent))

    def _told(self, answer: Answer, done: str) -> None:
        self._sending = None
        match answer:
            case Obeyed():
                self._board.tell(Status(done))
            case NotObeyed(failure, reason):
                self._board.tell(Status(self._refusal(failure, reason), bad=True))

    def _refusal(self, failure: Failure, reason: Reason | None) -> str:
        pages = self._scene.pages
        match failure:
            case Failure.REFUSED:
                known = self._window.words.refusal(reason) if reason else pages.calling.refused_bad_request
                return f"{pages.frame.refused}: {known}"
            case Failure.SLOWED:
                return pages.calling.refused_slowed
            case Failure.NO_ANSWER:
                return pages.calling.refused_no_answer
            case Failure.NOT_CONNECTED:
                return pages.frame.not_sent
