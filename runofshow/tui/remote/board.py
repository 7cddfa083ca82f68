"""The board of a role's screen: keeps what was scrolled, and draws the newest picture."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import assert_never

from runofshow.core.agenda import CUE_ROLES, Role
from runofshow.core.notices import Message
from runofshow.core.snapshot import CueRow
from runofshow.core.value import replace
from runofshow.core.views.roles import CuedView, DisplayView, HandView, RoleView, SpeakerView, StageView
from runofshow.core.views.sound import SoundView
from runofshow.line.connection import Connection
from runofshow.line.counting import sound_now
from runofshow.line.played_here import PlayedHere
from runofshow.line.standing import Live
from runofshow.texts.screen import ScreenTexts
from runofshow.tui.faces import Seat
from runofshow.tui.keys import Act
from runofshow.tui.lines import Line, Picture, pad, tall
from runofshow.tui.panels.footer import AT_A_SEAT, keys_line, status_line
from runofshow.tui.panels.track_list import page_count
from runofshow.tui.remote.frame import banner, dimmed, header, waiting
from runofshow.tui.remote.reader import Reader
from runofshow.tui.views.display import display_view
from runofshow.tui.views.hand import hand_body, hand_view
from runofshow.tui.views.lectern import has_commands
from runofshow.tui.views.music import Look, music_view
from runofshow.tui.views.scene import Scene
from runofshow.tui.views.scrolling import Body, View
from runofshow.tui.views.speaker import message_of, speaker_view
from runofshow.tui.views.stage import stage_view
from runofshow.tui.window import Board

OF_THE_LECTERN = frozenset({Act.ROLL, Act.SLOWER, Act.FASTER, Act.CALLED, Act.UNCALLED})
SEATS = {Role.MC: Seat.MC, Role.MUSIC: Seat.MUSIC}


class RoleBoard(Board):
    """Shows the newest picture of one role."""

    def __init__(
        self,
        connection: Connection,
        scene: Scene,
        steady: Callable[[], float],
        here: Callable[[], PlayedHere] | None = None,
    ) -> None:
        """`steady` gives seconds of a clock nobody sets. `here` tells what the player of this machine does;
        None without one."""
        super().__init__(scene.pen)
        self._connection = connection
        self._plain = scene
        self._here = here
        self._reader = Reader(scene.role, scene.words, steady)
        self._drawn_from: object = None
        self.shown: RoleView | None = None
        """What is on the screen: what a press answers to."""

    @property
    def words(self) -> ScreenTexts:
        return self._plain.words

    @property
    def place(self) -> Seat:
        role = self._plain.role
        if _has_player(self.shown):
            return Seat.PLAYER
        return SEATS.get(role, Seat.HAND) if role in CUE_ROLES else Seat.GUEST

    # Drawing

    def beat(self) -> None:
        self._reader.beat(self.shown)
        super().beat()

    def drawn(self) -> Picture | None:
        width, height = self.size
        connection = self._connection
        picture, standing, now = connection.latest, connection.standing, connection.now
        if width < 1 or height < 1:
            return None
        second = int(now.timestamp() * 4) if now is not None else 0
        reader = self._reader
        here = self._here() if self._here is not None else None
        reckoned = connection.reckoned if here is not None else None
        heard = (here, int(reckoned.timestamp() * 4) if reckoned is not None else 0, self.page)
        mine = (self.status, reader.scrolled, reader.lectern, heard)
        drawn_from = (second, picture, standing, mine, width, height)
        if drawn_from == self._drawn_from:
            return None
        reader.turn_to(self.shown, picture, self._lay_out)
        self.shown = picture
        scene = self._scene(now).before(picture)
        lines = self._picture(picture, scene, width, height)
        self._drawn_from = drawn_from
        return [pad(line, width) for line in tall(lines, height)]

    def forget(self) -> None:
        self._drawn_from = None

    def _scene(self, now: datetime | None) -> Scene:
        if now is None:
            return self._plain
        return replace(self._plain, now=now, is_lit=now.second % 2 == 0).in_hall()

    def _picture(self, picture: RoleView | None, scene: Scene, width: int, height: int) -> Picture:
        standing = self._connection.standing
        is_display = isinstance(picture, DisplayView) and isinstance(standing, Live)
        # the delegates' display has no bar: it is for whoever sets it up, or must mend it
        record = picture.record if isinstance(picture, CuedView) else None
        top: Picture = [] if is_display else [header(scene, picture, standing, width)]
        top += banner(scene, standing, width, self.failure, record or "")
        feet: Picture = []
        if not is_display and (height >= 9 or self.status is not None):
            feet = [status_line(self.status, None, scene.pen, width) or self._keys(picture, scene, width)]
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

    def _keys(self, picture: RoleView | None, scene: Scene, width: int) -> Line:
        words, lectern = scene.words, self._reader.lectern
        keys = scene.pen.words.keys
        said = {
            Act.ACKNOWLEDGE: words.key_known,
            Act.GO: f"▶ {words.key_go}",
            Act.CURSOR_UP: keys.scroll,
            Act.ROLL: f"■ {keys.still}" if lectern.is_scrolling else f"▼ {keys.roll}",
            Act.SLOWER: scene.pages.hands.pace.format(pace=lectern.pace),
        }
        acts = AT_A_SEAT.get(self.place, (Act.LEAVE,))
        if isinstance(picture, StageView):
            acts = (
                (*acts, Act.FOLLOW) if picture.cues else (Act.CURSOR_UP, Act.FOLLOW, Act.MESSAGE, Act.LEAVE)
            )
        elif not isinstance(picture, HandView):
            acts = (Act.LEAVE,)
        elif not has_commands(picture):
            acts = tuple(act for act in acts if act not in (Act.CALLED, Act.UNCALLED))
        return keys_line(acts, self.place, scene.pen, width, said)

    def _body(self, picture: RoleView, scene: Scene, width: int, height: int) -> View:
        reader = self._reader
        if height < 1:
            return View([])
        match picture:
            case HandView(sound=SoundView(player=str()) as sound):
                here = self._here() if self._here is not None else None
                is_live = isinstance(self._connection.standing, Live)
                look = Look(self.page, here, self._connection.reckoned, is_live)
                return music_view(picture, sound, look, scene, width, height, reader.scrolled or 0)
            case HandView():
                return hand_view(picture, reader.lectern, scene, width, height, reader.scrolled or 0)
            case SpeakerView():
                return View(speaker_view(picture, scene, width, height))
            case DisplayView():
                return View(display_view(picture, scene, width, height))
            case StageView():
                return stage_view(picture, scene, width, height, reader.scrolled)
            case _:
                assert_never(picture)

    def _lay_out(self, picture: HandView) -> Body:
        return hand_body(
            picture, self._reader.lectern, self._scene(self._connection.now).before(picture), self.size.width
        )

    # What others ask of it

    def asked(self) -> CueRow | None:
        """The cue on the screen that waits for an answer."""
        picture, now = self.shown, self._connection.now
        if not isinstance(picture, CuedView) or now is None:
            return None
        asked = picture.light.on(now).asked
        return next((cue for cue in picture.cues if cue.cue_id == asked), None)

    def written(self) -> Message | None:
        """The message on the screen that waits for the speaker; None when there is none."""
        return message_of(self.shown) if isinstance(self.shown, SpeakerView) else None

    def step(self, act: Act) -> None:
        """Do what a key asks of this screen alone."""
        if act is Act.MORE_TRACKS:
            self._turn_page()
            return
        said = self._reader.obey(act, self.shown, self.size.height, self._lay_out)
        if said is not None:
            self.tell(said)
        elif act in OF_THE_LECTERN:
            # the footer says what the key has done
            self.status = None
        self.draw()

    def _turn_page(self) -> None:
        picture = self.shown
        if isinstance(picture, HandView) and picture.sound is not None:
            self.page = (self.page + 1) % page_count(sound_now(picture.sound, picture.now))
            self.draw()


def _has_player(picture: RoleView | None) -> bool:
    """Whether a machine of the hall plays, and the picture is of the role that works it."""
    return isinstance(picture, HandView) and picture.sound is not None and picture.sound.player is not None
