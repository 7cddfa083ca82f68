"""The phrases of the hall's pages, by subject. A name in braces is filled in by the page.

The pages' scripts know each phrase by its field's name alone, so no name stands in two subjects.
"""

from __future__ import annotations

from msgspec import Struct, to_builtins

from runofshow.texts import Language, running
from runofshow.texts.pages import calling, following, frame, hands, wings
from runofshow.texts.pages.calling import Calling
from runofshow.texts.pages.following import Following
from runofshow.texts.pages.frame import PageFrame
from runofshow.texts.pages.hands import Hands
from runofshow.texts.pages.wings import Wings
from runofshow.texts.running import Running


class PagesTexts(Struct, frozen=True):
    running: Running
    frame: PageFrame
    following: Following
    hands: Hands
    calling: Calling
    wings: Wings

    def flat(self) -> dict[str, str]:
        """Every phrase by its name."""
        subjects = (getattr(self, subject) for subject in self.__struct_fields__)
        return {name: said for subject in subjects for name, said in to_builtins(subject).items()}


VI = PagesTexts(running.VI, frame.VI, following.VI, hands.VI, calling.VI, wings.VI)
EN = PagesTexts(running.EN, frame.EN, following.EN, hands.EN, calling.EN, wings.EN)
PAGES = {Language.VI: VI, Language.EN: EN}
