"""The music player beside an operator's screen, on a machine of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from runofshow.cli.outcome import USAGE, Failed, Outcome
from runofshow.cli.sounding import mpv_of, output_of
from runofshow.clock import system_sources
from runofshow.core.agenda import Role

if TYPE_CHECKING:
    from runofshow.line.connection import Connection
    from runofshow.line.played_here import PlaysHere


def player_beside(outcome: Outcome) -> Callable[[Connection], PlaysHere] | None:
    """Makes the player of `screen music --play`; None when nobody asked for one. Raises Failed."""
    asked, words = outcome.asked, outcome.words
    if asked.tracks is None:
        return None
    if asked.role is not Role.MUSIC:
        raise Failed(words.only_music_plays, USAGE)
    mpv, folder = mpv_of(outcome), asked.tracks.resolve()
    if mpv is None:
        raise Failed(words.no_player)
    if not folder.is_dir():
        raise Failed(words.no_folder.format(folder=folder))

    def made(connection: Connection) -> PlaysHere:
        from runofshow.line.played_here import PlaysHere
        from runofshow.players.away import AwayPlayer
        from runofshow.players.copies import Copies

        find, steady = Copies(folder).find, system_sources().steady
        player = AwayPlayer(mpv, find, connection, steady, output_of(outcome))
        return PlaysHere(player.start, player.stop, player.silence, player.now)

    return made
