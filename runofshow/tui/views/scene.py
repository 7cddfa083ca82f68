"""What every view of a role draws with at one moment."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from runofshow.core.agenda import Role
from runofshow.core.value import replace
from runofshow.core.views.roles import DisplayView, RoleView
from runofshow.texts.pages import PagesTexts
from runofshow.texts.screen import ScreenTexts
from runofshow.tui.colours import in_a_rite
from runofshow.tui.pen import Pen


class Scene(Struct, frozen=True):
    role: Role
    now: datetime
    """The show's moment, with the hall's offset."""
    pen: Pen
    pages: PagesTexts
    """The words a screen shares with the hall's pages, so that two hands read the same."""
    words: ScreenTexts
    is_lit: bool = True
    """A light that calls is on in one second and off in the next; what may not flash is always on."""
    is_console: bool = False
    """Drawn on a face of the console, whose keys and bands are about it."""

    @property
    def name(self) -> str:
        """The role's."""
        return self.pen.words.role(self.role)

    def in_hall(self) -> Scene:
        """With times of day as they are in the hall, whatever this machine believes."""
        return replace(self, pen=replace(self.pen, tz=self.now.tzinfo or self.pen.tz))

    def before(self, picture: RoleView | None) -> Scene:
        """As it is drawn for that picture: calm while a protected item runs."""
        if picture is None or isinstance(picture, DisplayView):
            return self
        calm = picture.current is not None and picture.current.protected
        return replace(self, pen=replace(self.pen, ink=in_a_rite(self.pen.ink))) if calm else self
