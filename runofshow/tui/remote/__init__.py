"""`runofshow screen ROLE URL`: a role's screen in another terminal of the hall."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import tzinfo
from typing import TYPE_CHECKING

from runofshow.core.agenda import Role
from runofshow.line.address import BadAddress, Flaw, read_address
from runofshow.texts import Language
from runofshow.texts.console import CONSOLE
from runofshow.texts.screen import SCREEN, ScreenTexts

if TYPE_CHECKING:
    from runofshow.line.connection import Connection
    from runofshow.line.played_here import PlaysHere

DONE, WRONG_INPUT, WRONG_USAGE = 0, 1, 2


def open_screen(
    role: Role,
    url: str,
    code: str | None,
    language: Language,
    tz: tzinfo,
    steady: Callable[[], float],
    player: Callable[[Connection], PlaysHere] | None = None,
) -> int:
    """Open the screen and stay until it is left; the exit status.

    `url` is a join link, or an address to which `code` gives the join code or the caller's token. `tz` serves
    until the hall's own is known; `steady` gives seconds of a clock that nobody sets. `player` makes the one
    that plays beside the screen. 0 when it was left in order, 1 when the hall did not let it in or drawing
    failed, 2 when nothing can be opened from what was typed; stderr says why.
    """
    words = SCREEN[language]
    if role is Role.CALLER:
        print(words.no_screen.format(role=CONSOLE[language].role(role)), file=sys.stderr)
        return WRONG_USAGE
    try:
        address = read_address(url, code)
    except BadAddress as bad:
        print(_complaint(bad.flaw, words), file=sys.stderr)
        return WRONG_USAGE

    if player is not None and address.token is not None:
        print(words.play_needs_code, file=sys.stderr)
        return WRONG_USAGE

    from runofshow.line.standing import ShutOut
    from runofshow.tui.remote.app import RemoteScreen
    from runofshow.tui.remote.frame import out_words

    app = RemoteScreen(role, address, language, tz, steady, player)
    app.run()
    standing = app.connection.standing
    if isinstance(standing, ShutOut):
        print(out_words(standing, words, CONSOLE[language]), file=sys.stderr)
        return WRONG_INPUT
    if app.board.failure:
        print(CONSOLE[language].screen_failed.format(error=app.board.failure), file=sys.stderr)
        return WRONG_INPUT
    return DONE


def _complaint(flaw: Flaw, words: ScreenTexts) -> str:
    said: str = getattr(words, f"address_{flaw.value}")
    return said
