"""The one screen of the remote app: hears the keys, keeps what was scrolled, draws what has changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from enum import Enum
from typing import assert_never

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen

from runofshow.core.agenda import CUE_ROLES, Role
from runofshow.screen.connection import Connection, Live
from runofshow.screen.counting import lamp_of
from runofshow.screen.picture import (
    DisplayPicture,
    HandPicture,
    RolePicture,
    ShownCue,
    SpeakerPicture,
    StagePicture,
)
from runofshow.tui.canvas import Canvas
from runofshow.tui.folding import fold
from runofshow.tui.keys import Typist
from runofshow.tui.lines import Picture, pad, tall
from runofshow.tui.remote.display import display_view
from runofshow.tui.remote.hand import hand_body, hand_view, ready_answers
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
from runofshow.tui.remote.scrolling import View
from runofshow.tui.remote.speaker import message_of, speaker_view
from runofshow.tui.remote.stage import stage_view

STATUS_FOR = 24
"""Beats a status stays: six seconds."""
FOLLOW_AFTER = 80
"""Beats without a touch until the stage's order follows the show again: twenty seconds."""


class Act(Enum):
    """What a key asks of a remote screen; a digit asks for a ready answer."""

    KNOWN = "known"
    WRITE = "write"
    FOLLOW = "follow"
    LEAVE = "leave"
    UP = "up"
    DOWN = "down"
    PAGE_UP = "page_up"
    PAGE_DOWN = "page_down"
    FIRST = "first"
    LAST = "last"


KEYS = {
    "space": Act.KNOWN,
    "enter": Act.KNOWN,
    "up": Act.UP,
    "down": Act.DOWN,
    "pageup": Act.PAGE_UP,
    "pagedown": Act.PAGE_DOWN,
    "home": Act.FIRST,
    "end": Act.LAST,
    "ctrl+q": Act.LEAVE,
    "ctrl+c": Act.LEAVE,
}
SIGNS = {"q": Act.LEAVE, "m": Act.WRITE, ".": Act.FOLLOW}
FAR = 1_000_000


class RemoteBoard(Screen[None]):
    """Draws the newest picture. A failure in drawing becomes a banner, and the exit tells of it."""

    AUTO_FOCUS = ""

    def __init__(
        self,
        connection: Connection,
        scene: Scene,
        obey: Callable[[Act], None],
        answer: Callable[[str], None],
    ) -> None:
        """`answer` sends a text to the caller."""
        super().__init__()
        self._connection = connection
        self._plain = scene
        self._obey = obey
        self._answer = answer
        self._typist = Typist()
        self._canvas = Canvas()
        self._status: Status | None = None
        self._beats_said = self._beats_idle = 0
        self._scrolled: int | None = None
        """Lines from the top; None until somebody scrolls."""
        self._view = View([])
        self._drawn_from: object = None
        self._shown: RolePicture | None = None
        self._answered: datetime | None = None
        """When the speaker put the last message away."""
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
        if isinstance(self._shown, StagePicture) and self._scrolled is not None:
            self._beats_idle += 1
            if self._beats_idle >= FOLLOW_AFTER:
                self._scrolled = None
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
        drawn_from = (second, picture, standing, self._status, self._scrolled, self._answered, width, height)
        if drawn_from == self._drawn_from:
            return
        self._turn_to(picture, width)
        scene = self._scene(now)
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
        top += banner(scene, standing, width, self.failure)
        feet: Picture = []
        if not is_display and (height >= 9 or self._status is not None):
            feet = [
                status_line(self._status, scene, width)
                if self._status is not None
                else keys_line(scene, self._keys(picture, scene), width)
            ]
        room = max(0, height - len(top) - len(feet))
        if picture is None:
            body = waiting(scene, standing, self._connection.address.shown, width, room)
        else:
            self._view = self._body(picture, scene, width, room)
            body = self._view.lines
            if not isinstance(standing, Live):
                body = dimmed(body, scene.pen)
        return [*top, *tall(body, room), *feet]

    def _body(self, picture: RolePicture, scene: Scene, width: int, height: int) -> View:
        if height < 1:
            return View([])
        match picture:
            case HandPicture():
                return hand_view(picture, scene, width, height, self._scrolled or 0)
            case SpeakerPicture():
                return View(speaker_view(picture, scene, width, height, self._answered))
            case DisplayPicture():
                return View(display_view(picture, scene, width, height))
            case StagePicture():
                return stage_view(picture, scene, width, height, self._scrolled)
            case _:
                assert_never(picture)

    def _keys(self, picture: RolePicture | None, scene: Scene) -> list[tuple[str, str]]:
        words = scene.words
        keys = [("q", words.key_leave)]
        if isinstance(picture, HandPicture):
            keys = [("ENTER", words.key_known), ("↑ ↓", words.key_scroll), ("m", words.key_write), *keys]
        elif isinstance(picture, StagePicture):
            keys = [("↑ ↓", words.key_scroll), (".", words.key_follow), *keys]
        return keys

    def _turn_to(self, picture: RolePicture | None, width: int) -> None:
        """Keep the words a reader looks at in their place when the next item becomes the running one."""
        before, self._shown = self._shown, picture
        if not isinstance(picture, HandPicture) or not isinstance(before, HandPicture):
            return
        was = before.current.item_id if before.current else None
        now = picture.current.item_id if picture.current else None
        if was == now or not self._scrolled:
            return
        if self._plain.role is Role.MC and before.next is not None and before.next.item_id == now:
            next_at = hand_body(before, self._scene(self._connection.now), max(1, width - 2)).next_at
            self._scrolled = max(0, self._scrolled - next_at)
        elif self._plain.role is Role.MC:
            self._scrolled = 0

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

    def put_away(self) -> bool:
        """Take the speaker's message off the screen; False when there is none."""
        picture = self._shown
        message = message_of(picture, self._answered) if isinstance(picture, SpeakerPicture) else None
        if message is None:
            return False
        self._answered = message.at
        self.draw()
        return True

    def scroll(self, act: Act) -> None:
        """Move what is longer than its room."""
        page = max(1, self.size.height // 2)
        by = {
            Act.UP: -1,
            Act.DOWN: 1,
            Act.PAGE_UP: -page,
            Act.PAGE_DOWN: page,
            Act.FIRST: -FAR,
            Act.LAST: FAR,
        }
        if act is Act.FOLLOW:
            self._scrolled = None
        elif act in by:
            self._scrolled = max(0, min(self._view.most, self._view.top + by[act]))
        self._beats_idle = 0
        self.draw()

    # Keys, mouse, size

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        if event.key == "backspace":
            self._typist.backspace(event.time)
        elif event.character is not None and event.is_printable and event.key != "space":
            self._hear_sign(self._typist.sign(event.character, event.time))
        else:
            self._typist.other()
            self._do(KEYS.get(event.key))

    def _hear_sign(self, sign: str | None) -> None:
        if sign is None:
            return
        if sign.isdecimal() and sign.isascii():
            answers = ready_answers(self._plain)
            if self._plain.role in CUE_ROLES and 1 <= int(sign) <= len(answers):
                self._answer(answers[int(sign) - 1])
            return
        self._do(SIGNS.get(fold(sign)))

    def _do(self, act: Act | None) -> None:
        if act is None:
            return
        try:
            self._obey(act)
        except Exception as error:  # noqa: BLE001 - a key's edge, as above
            self.failure = f"{type(error).__name__}: {error}"
            self._drawn_from = None

    def on_mouse_scroll_down(self) -> None:
        self.scroll(Act.DOWN)

    def on_mouse_scroll_up(self) -> None:
        self.scroll(Act.UP)

    def on_resize(self) -> None:
        self.draw()

    def on_screen_resume(self) -> None:
        # what was typed into a form is no word the keyboard could still rewrite here
        self._typist.other()
        self.draw()
