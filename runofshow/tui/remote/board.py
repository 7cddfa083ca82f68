"""The one screen of the remote app: hears the keys, keeps what was scrolled, draws what has changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import assert_never

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen

from runofshow.core.agenda import CUE_ROLES, Role
from runofshow.core.notices import Message
from runofshow.core.value import replace
from runofshow.screen.connection import Connection, Live
from runofshow.screen.counting import lamp_of, sound_now
from runofshow.screen.picture import (
    DisplayPicture,
    HandPicture,
    RolePicture,
    ShownCue,
    ShownSound,
    SpeakerPicture,
    StagePicture,
    has_player,
)
from runofshow.screen.played_here import PlayedHere
from runofshow.tui.board import OF_A_PASTE
from runofshow.tui.canvas import Canvas
from runofshow.tui.keys import Pick, Typist
from runofshow.tui.lines import Picture, pad, tall
from runofshow.tui.panels.track_list import page_count
from runofshow.tui.remote.display import display_view
from runofshow.tui.remote.hand import hand_body, hand_view, ready_answers
from runofshow.tui.remote.keys import (
    ANSWER_KEYS,
    KEYS,
    MUSIC_KEYS,
    OF_THE_LECTERN,
    Act,
    act_for_sign,
    order_for_sign,
    shown_keys,
)
from runofshow.tui.remote.music import Look, music_view
from runofshow.tui.remote.reader import Reader
from runofshow.tui.remote.scene import (
    Scene,
    Status,
    banner,
    dimmed,
    header,
    keys_line,
    status_line,
    waiting,
)
from runofshow.tui.remote.scrolling import Body, View
from runofshow.tui.remote.speaker import message_of, speaker_view
from runofshow.tui.remote.stage import stage_view

STATUS_FOR = 24
"""Beats a status stays: six seconds."""


class RemoteBoard(Screen[None]):
    """Draws the newest picture. A failure in drawing becomes a banner, and the exit tells of it."""

    AUTO_FOCUS = ""

    def __init__(
        self,
        connection: Connection,
        scene: Scene,
        obey: Callable[[Act | Pick], None],
        answer: Callable[[str], None],
        steady: Callable[[], float],
        here: Callable[[], PlayedHere] | None = None,
    ) -> None:
        """`answer` sends a text to the caller. `steady` gives seconds of a clock nobody sets. `here` tells
        what the player of this machine does; None without one."""
        super().__init__()
        self._connection = connection
        self._plain = scene
        self._obey = obey
        self._answer = answer
        self._here = here
        self.page = 0
        """Of the list to play from."""
        self._reader = Reader(scene.role, scene.words, steady)
        self._typist = Typist()
        self._canvas = Canvas()
        self._status: Status | None = None
        self._pasted_until = 0.0
        self._beats_said = 0
        self._drawn_from: object = None
        self._shown: RolePicture | None = None
        self.failure = ""

    def compose(self) -> ComposeResult:
        yield self._canvas

    # Drawing

    def beat(self) -> None:
        """A quarter of a second has passed."""
        if self._status is not None:
            self._beats_said += 1
            if self._beats_said >= STATUS_FOR:
                self._status = None
        self._reader.beat(self._shown)
        self.draw()

    def draw(self) -> None:
        """Draw, if anything on the screen would differ."""
        try:
            self._draw()
        except Exception as error:  # noqa: BLE001 - the screen's edge: it says so, and tries again
            self.failure = f"{type(error).__name__}: {error}"
            self._drawn_from = None
            width = max(1, self.size.width)
            self._canvas.show(tall(banner(self._plain, Live(), width, self.failure), self.size.height))

    def _draw(self) -> None:
        width, height = self.size
        connection = self._connection
        picture, standing, now = connection.latest, connection.standing, connection.now
        if width < 1 or height < 1:
            return
        second = int(now.timestamp() * 4) if now is not None else 0
        reader = self._reader
        here = self._here() if self._here is not None else None
        reckoned = connection.reckoned if here is not None else None
        heard = (here, int(reckoned.timestamp() * 4) if reckoned is not None else 0, self.page)
        mine = (self._status, reader.scrolled, reader.lectern, heard)
        drawn_from = (second, picture, standing, mine, width, height)
        if drawn_from == self._drawn_from:
            return
        reader.turn_to(self._shown, picture, self._lay_out)
        self._shown = picture
        scene = self._scene(now).before(picture)
        lines = self._picture(picture, scene, width, height)
        self._drawn_from = drawn_from
        self._canvas.show([pad(line, width) for line in tall(lines, height)])

    def _scene(self, now: datetime | None) -> Scene:
        if now is None:
            return self._plain
        return replace(self._plain, now=now, is_lit=now.second % 2 == 0).in_hall()

    def _picture(self, picture: RolePicture | None, scene: Scene, width: int, height: int) -> Picture:
        standing = self._connection.standing
        is_display = isinstance(picture, DisplayPicture) and isinstance(standing, Live)
        # the delegates' display has no bar: it is for whoever sets it up, or must mend it
        top: Picture = (
            [] if is_display else [header(scene, picture.head if picture else None, standing, width)]
        )
        top += banner(scene, standing, width, self.failure, picture.head.record if picture else "")
        feet: Picture = []
        if not is_display and (height >= 9 or self._status is not None):
            feet = [
                status_line(self._status, scene, width)
                if self._status is not None
                else keys_line(scene, shown_keys(picture, scene, self._reader.lectern), width)
            ]
        room = max(0, height - len(top) - len(feet))
        if picture is None:
            body = waiting(scene, standing, self._connection.address.shown, width, room)
        else:
            self._reader.view = self._body(picture, scene, width, room)
            body = self._reader.view.lines
            if not isinstance(standing, Live):
                own = self._reader.view.own
                pale = dimmed(body, scene.pen)
                body = [*pale[: own.start], *body[own.start : own.stop], *pale[own.stop :]]
        return [*top, *tall(body, room), *feet]

    def _body(self, picture: RolePicture, scene: Scene, width: int, height: int) -> View:
        reader = self._reader
        if height < 1:
            return View([])
        match picture:
            case HandPicture(sound=ShownSound(player=str()) as sound):
                here = self._here() if self._here is not None else None
                is_live = isinstance(self._connection.standing, Live)
                look = Look(self.page, here, self._connection.reckoned, is_live)
                return music_view(picture, sound, look, scene, width, height, reader.scrolled or 0)
            case HandPicture():
                return hand_view(picture, reader.lectern, scene, width, height, reader.scrolled or 0)
            case SpeakerPicture():
                return View(speaker_view(picture, scene, width, height))
            case DisplayPicture():
                return View(display_view(picture, scene, width, height))
            case StagePicture():
                return stage_view(picture, scene, width, height, reader.scrolled)
            case _:
                assert_never(picture)

    def _lay_out(self, picture: HandPicture) -> Body:
        return hand_body(
            picture, self._reader.lectern, self._scene(self._connection.now).before(picture), self.size.width
        )

    # What others ask of it

    @property
    def shown(self) -> RolePicture | None:
        """What is on the screen: what a press answers to."""
        return self._shown

    def tell(self, status: Status) -> None:
        """Say one thing in the last line for a while."""
        self._beats_said = 0
        self._status = status
        self.draw()

    def asked(self) -> ShownCue | None:
        """The cue on the screen that waits for an answer."""
        picture, now = self._shown, self._connection.now
        if not isinstance(picture, HandPicture) or now is None:
            return None
        return lamp_of(picture.cues, now).asked

    def written(self) -> Message | None:
        """The message on the screen that waits for the speaker or the chairman; None when there is none."""
        picture = self._shown
        if not isinstance(picture, SpeakerPicture | StagePicture):
            return None
        return message_of(picture, self._plain.role)

    def move(self, act: Act) -> None:
        """Do what a key asks of this screen alone."""
        if act is Act.MORE_TRACKS:
            self._turn_page()
            return
        said = self._reader.obey(act, self._shown, self.size.height, self._lay_out)
        if said is not None:
            self.tell(said)
        elif act in OF_THE_LECTERN:
            # the footer says what the key has done
            self._status = None
        self.draw()

    def _turn_page(self) -> None:
        picture = self._shown
        if isinstance(picture, HandPicture) and picture.sound is not None:
            self.page = (self.page + 1) % page_count(sound_now(picture.sound, picture.head.now))
            self.draw()

    # Keys, mouse, size

    def _forward_event(self, event: events.Event) -> None:
        # At once and not from a queue: behind a key that opens a dialog, the next key is the dialog's.
        if isinstance(event, events.Key):
            if event.time > self._pasted_until:
                self._hear(event)
        elif isinstance(event, events.Paste):
            self._pasted_until = event.time + OF_A_PASTE
            self.tell(Status(self._plain.pen.words.pasted, bad=True))
        else:
            super()._forward_event(event)

    def _hear(self, event: events.Key) -> None:
        if event.key == "backspace":
            self._typist.backspace(event.time)
        elif event.character is not None and event.is_printable and event.key != "space":
            self._hear_sign(self._typist.sign(event.character, event.time))
        else:
            self._typist.other()
            self._hear_key(event.key)

    def _hear_key(self, key: str) -> None:
        if has_player(self._shown) and key in ANSWER_KEYS:
            self._answer(ready_answers(self._plain)[ANSWER_KEYS[key] - 1])
        else:
            self._do(KEYS.get(key) or (MUSIC_KEYS.get(key) if self._plain.role is Role.MUSIC else None))

    def _hear_sign(self, sign: str | None) -> None:
        if sign is None:
            return
        if has_player(self._shown):
            self._do(order_for_sign(sign, self._plain.role))
            return
        if sign.isdecimal() and sign.isascii():
            answers = ready_answers(self._plain)
            if self._plain.role in CUE_ROLES and 1 <= int(sign) <= len(answers):
                self._answer(answers[int(sign) - 1])
            return
        self._do(act_for_sign(sign, self._plain.role))

    def _do(self, act: Act | Pick | None) -> None:
        if act is None:
            return
        try:
            self._obey(act)
        except Exception as error:  # noqa: BLE001 - a key's edge, as above
            self.failure = f"{type(error).__name__}: {error}"
            self._drawn_from = None

    def on_mouse_scroll_down(self) -> None:
        self._do(Act.DOWN)

    def on_mouse_scroll_up(self) -> None:
        self._do(Act.UP)

    def on_resize(self) -> None:
        self.draw()

    def on_screen_resume(self) -> None:
        # what was typed into a form is no word the keyboard could still rewrite here
        self._typist.other()
        self.draw()
