"""A conference with music, and a player that tells what it hears."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from runofshow.core import commands as c
from runofshow.core import sound_events as s
from runofshow.core.agenda import (
    Action,
    Agenda,
    Anchor,
    BeforeEnd,
    Cue,
    Layer,
    OnWord,
    Role,
    Track,
    TrackMark,
)
from runofshow.core.sound import Deck, EndedWhy, Fault, SoundOrder
from runofshow.core.value import replace
from tests.core.shows import MINUTE, Stage, agenda, at, cue, item, seconds

A, B = Deck.A, Deck.B

ELSEWHERE = at("3:00")
"""What a clock shows that nobody goes by: the player's own."""

ANTHEM = Track("quoc_ca", "Quốc ca không lời", "sounds/quoc_ca.mp3", TrackMark.ANTHEM_WITHOUT_WORDS)
SUNG = Track("quoc_ca_loi", "Quốc ca có lời", "sounds/quoc_ca_loi.mp3", TrackMark.ANTHEM_WITH_WORDS)
AWARD = Track("trao", "Nhạc trao thưởng", "sounds/trao.mp3", loop=True)
INVITE = Track("moi", "Nhạc mời lên", "sounds/moi.mp3", layer=Layer.STING)
CLOSING = Track("be_mac", "Nhạc bế mạc")
"""Nobody has handed in its file."""
TRACKS = (ANTHEM, SUNG, AWARD, INVITE, CLOSING)

ANTHEM_LENGTH = seconds(62)


def play(cue_id: str, track: Track, when: Anchor | None = None, **more: Any) -> Cue:
    """A cue for music that plays a track."""
    return cue(cue_id, when, do=Action.PLAY, track_id=track.track_id, **more)


def conference(**more: tuple[Cue, ...]) -> Agenda:
    """8:00 flag 5', 8:05 award 20', 8:25 paper 10', 8:35 close 5'.

    The anthem on the MC's word; the award's music from the start, crossing what sounds in 2 s, faded over 4 s
    a minute before the end and stopped on the word; the speaker's music 1.5 s after its call. `more` cues by
    item id stand behind these.
    """
    flag = (play("anthem", ANTHEM, OnWord("Chào cờ!")),)
    award = (
        play("award", AWARD, fade=seconds(2)),
        cue("fade", BeforeEnd(MINUTE), do=Action.FADE, track_id="trao", fade=seconds(4)),
        cue("stop", OnWord("Xin mời về vị trí"), do=Action.STOP, track_id="trao"),
    )
    paper = (play("invite", INVITE, pre_wait=seconds(1.5)), cue("mc", to=Role.MC, do=Action.SAY))
    plan = agenda(
        item("flag", 5, *flag, *more.get("flag", ())),
        item("award", 20, *award, *more.get("award", ())),
        item("paper", 10, *paper, *more.get("paper", ())),
        item("close", 5, play("closing", CLOSING), *more.get("close", ())),
    )
    return replace(plan, tracks=TRACKS)


def hall(plan: Agenda | None = None, *, player: str | None = "console", start: str = "8:00") -> Stage:
    """The conference just started, with a player in its place unless told otherwise."""
    stage = Stage(plan or conference()).at(start)
    if player is not None:
        tell(stage, came(player), by=Role.MUSIC.value if player == "music" else "player")
    stage.do(c.Start())
    return stage.sleep(seconds(1))


def salute(plan: Agenda | None = None) -> Stage:
    """8:01:00, and the anthem of 62 s has just begun on deck A."""
    stage = hall(plan)
    stage.at("8:01").do(c.Go("anthem"))
    tell(stage, began(A, ANTHEM, "anthem", ANTHEM_LENGTH))
    return stage


def tell(stage: Stage, *news: s.SoundNews, by: str = "player") -> None:
    """The player's news, one command each."""
    stage.do(*map(c.ReportSound, news), by=by)


def came(where: str = "console") -> s.PlayerCame:
    return s.PlayerCame(where, ELSEWHERE)


def died(where: str = "console") -> s.PlayerWent:
    return s.PlayerWent(where, "died", ELSEWHERE)


def left(where: str = "console") -> s.PlayerWent:
    return s.PlayerWent(where, "left", ELSEWHERE)


def armed(deck: Deck, track: Track, cue_id: str | None, length: timedelta | None = None) -> s.TrackArmed:
    return s.TrackArmed(deck, track.track_id, cue_id, length, ELSEWHERE)


def began(
    deck: Deck,
    track: Track,
    cue_id: str | None = None,
    length: timedelta | None = None,
    position: timedelta = timedelta(),
) -> s.TrackBegan:
    return s.TrackBegan(deck, track.track_id, cue_id, length, position, ELSEWHERE)


def fading(deck: Deck, over: float) -> s.TrackFading:
    return s.TrackFading(deck, ELSEWHERE + seconds(over), ELSEWHERE)


def ended(deck: Deck, track: Track, cue_id: str | None, why: EndedWhy = EndedWhy.END) -> s.TrackEnded:
    return s.TrackEnded(deck, track.track_id, cue_id, why, ELSEWHERE)


def cleared(deck: Deck, track: Track, cue_id: str | None) -> s.DeckCleared:
    return s.DeckCleared(deck, ELSEWHERE, track.track_id, cue_id)


def failed(track: Track, fault: Fault = Fault.MISSING, detail: str = "trao.mp3") -> s.TrackFailed:
    return s.TrackFailed(track.track_id, None, fault, detail, ELSEWHERE)


def measured(track: Track, length: timedelta | None) -> s.TrackMeasured:
    return s.TrackMeasured(track.track_id, "ab" * 32, length, -16.5, ELSEWHERE)


def orders(stage: Stage) -> list[SoundOrder]:
    """What the player was told, oldest first."""
    return [call.order for call in stage.picture.sound.calls]
