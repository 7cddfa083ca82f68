"""Whose the place of the hall's player is: one that lost it before a picture showed it there asks again."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from runofshow.core.player_view import PlayerView
from runofshow.core.sound_events import PlayerCame, SoundNews
from runofshow.players.happenings import Output
from runofshow.players.player import Player

FREE = PlayerView(now=datetime(2020, 3, 27, 1, tzinfo=UTC), place=None, calls=(), coming=(), tracks={})


async def test_a_place_that_is_lost_before_any_picture_shows_it_is_asked_for_again() -> None:
    told: list[SoundNews] = []
    player = Player(Path("mpv"), "music", lambda track: None, told.append, Output())
    player.tell(FREE)
    player.tell(FREE)
    assert [type(news) for news in told] == [PlayerCame]
    player.taken_in()
    player.tell(FREE)
    assert [type(news) for news in told] == [PlayerCame, PlayerCame]
