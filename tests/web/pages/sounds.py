"""A hall whose sound is really played: mpv on a null device beside the show, and files that are made here."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from runofshow.core import commands as c
from runofshow.core.agenda import Action, Agenda, AtStart, Cue, Item, OnWord, Role, Session, Track, TrackMark
from runofshow.core.player_view import player_view
from runofshow.core.sound_events import SoundNews
from runofshow.core.value import replace
from runofshow.live import BY_PLAYER
from runofshow.players.copies import beside
from runofshow.players.finding import mpv_at
from runofshow.players.happenings import Output
from runofshow.players.player import Player
from tests.players.hearing import tone
from tests.web.pages.plan import EIGHT, minutes
from tests.web.pages.theatre import Theatre, theatre

LENGTHS = {"reception": 40.0, "call_up": 30.0, "anthem": 60.0, "sung": 62.0, "bell": 4.0, "closing": 20.0}
"""Seconds."""


def tracks() -> tuple[Track, ...]:
    """One of every kind; `lost` has no file on the disk, `later` has none in the plan."""
    return (
        Track("reception", "Nhạc đón khách", "reception.wav", loop=True),
        Track("anthem", "Quốc ca không lời", "anthem.wav", mark=TrackMark.ANTHEM_WITHOUT_WORDS),
        Track("sung", "Quốc ca có lời (dự phòng)", "sung.wav", mark=TrackMark.ANTHEM_WITH_WORDS),
        Track("call_up", "Nhạc mời đại biểu lên nhận thưởng", "call_up.wav"),
        Track("lost", "Nhạc nền trao thưởng", "lost.wav"),
        Track("closing", "Nhạc bế mạc", "closing.wav"),
        Track("later", "Nhạc ký giao ước"),
    )


def with_sound() -> Agenda:
    """8:00 Đón tiếp 10', Chào cờ 5' (protected), Trao thưởng 10', Bế mạc 5'."""
    items = (
        Item(
            "doors",
            "1",
            "Đón tiếp đại biểu",
            "reception",
            minutes(10),
            cues=(music("doors.bed", "reception", AtStart(timedelta(seconds=30))), fade("doors.fade")),
        ),
        Item(
            "flag",
            "2",
            "Chào cờ",
            "flag_salute",
            minutes(5),
            protected=True,
            cues=(music("flag.anthem", "anthem", OnWord("Chào cờ!")),),
        ),
        Item(
            "award",
            "3",
            "Trao thưởng các điển hình tiên tiến",
            "award",
            minutes(10),
            by="Đồng chí Trần Minh Quang, Phó Chủ tịch Thường trực UBND tỉnh",
            cues=(
                music("award.call", "call_up", OnWord("mời lên")),
                music("award.bed", "lost", OnWord("trao")),
            ),
        ),
        Item("closing", "4", "Bế mạc", "closing", minutes(5), cues=(music("end.music", "closing"),)),
    )
    session = Session("s1", "Buổi sáng", EIGHT, hard_out=EIGHT + minutes(60), items=items)
    return Agenda("Hội nghị điển hình tiên tiến", (session,), organiser="UBND tỉnh", tracks=tracks())


def music(cue_id: str, track: str, at: AtStart | OnWord = AtStart()) -> Cue:  # noqa: B008 - frozen
    title = next(one.title for one in tracks() if one.track_id == track)
    return Cue(cue_id, Role.MUSIC, Action.PLAY, title, at, track)


def fade(cue_id: str) -> Cue:
    text = "Nhỏ dần rồi tắt nhạc đón khách"
    return replace(
        music(cue_id, "reception", OnWord("mời ổn định")),
        do=Action.FADE,
        text=text,
        fade=timedelta(seconds=4),
    )


@contextmanager
def sounding_theatre(folder: Path) -> Iterator[Theatre]:
    """The plan with its files and a player; a test that wants it is skipped where there is no mpv."""
    mpv = mpv_here()
    if mpv is None:
        pytest.skip("mpv is not installed")
    for name, length in LENGTHS.items():
        tone(folder / f"{name}.wav", length, amplitude=0.1)
    with theatre(folder, with_sound()) as hall:
        play(hall, mpv, folder)
        yield hall


def mpv_here() -> Path | None:
    """The mpv of this machine."""
    return mpv_at(os.environ, sys.platform, beside=Path(sys.executable).parent)


def play(hall: Theatre, mpv: Path, folder: Path) -> None:
    """Have the tracks of the show in `folder` played, into nothing."""
    show = hall.engine.show

    def report(news: SoundNews) -> None:
        asyncio.get_running_loop().call_soon(lambda: show.do(c.ReportSound(news), BY_PLAYER))

    player = Player(mpv, "console", beside(folder), report, Output(driver="null"))

    async def run() -> None:
        hall.engine.listen(lambda snapshot, fresh: player.tell(player_view(snapshot)))
        await player.run()

    hall.engine.run_beside(run())
