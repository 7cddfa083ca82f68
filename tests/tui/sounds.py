"""Shows with sound: a player that tells its news, and the states of it that the console must draw."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from runofshow.core import commands as c
from runofshow.core import sound_events as s
from runofshow.core.commands import Mode
from runofshow.core.events import Entry
from runofshow.core.refusal import Refused
from runofshow.core.sound import Deck, EndedWhy, Fault
from tests.tui.hall import Hall, Venue, hall

LENGTHS = {
    "reception": None,
    "anthem_khong_loi": 65,
    "anthem_co_loi": 68,
    "silence": 60,
    "call_up": 18,
    "award_bed": None,
    "clip": 845,
}
"""Seconds; None plays in a loop."""


def length_of(track_id: str) -> timedelta | None:
    seconds = LENGTHS.get(track_id, 150)
    return None if seconds is None else timedelta(seconds=seconds)


class Player:
    """Tells the show what a player would, and has its news taken."""

    def __init__(self, it: Hall, where: str = "console") -> None:
        self.it = it
        self.where = where
        self.tell(s.PlayerCame(where, self.at))

    @property
    def at(self) -> datetime:
        return self.it.now.now

    def tell(self, news: s.SoundNews) -> None:
        by = "player" if self.where == "console" else "music"
        answer = self.it.do(c.ReportSound(news), by=by)
        assert isinstance(answer, Entry), answer

    def measures(self) -> None:
        for track in self.it.agenda.tracks:
            if track.file is not None:
                length = length_of(track.track_id)
                self.tell(s.TrackMeasured(track.track_id, "0" * 64, length, -18.5, self.at))

    def arms(self, deck: Deck, track_id: str, cue_id: str | None = None) -> None:
        self.tell(s.TrackArmed(deck, track_id, cue_id, length_of(track_id), self.at))

    def begins(
        self, deck: Deck, track_id: str, cue_id: str | None = None, within: timedelta = timedelta()
    ) -> None:
        self.tell(s.TrackBegan(deck, track_id, cue_id, length_of(track_id), within, self.at))

    def fades(self, deck: Deck, over: timedelta) -> None:
        self.tell(s.TrackFading(deck, self.at + over, self.at))

    def ends(self, deck: Deck, track_id: str, why: EndedWhy, cue_id: str | None = None) -> None:
        self.tell(s.TrackEnded(deck, track_id, cue_id, why, self.at))

    def fails(self, track_id: str, fault: Fault, detail: str = "", cue_id: str | None = None) -> None:
        self.tell(s.TrackFailed(track_id, cue_id, fault, detail, self.at))

    def clears(self, deck: Deck) -> None:
        self.tell(s.DeckCleared(deck, self.at))

    def dies(self) -> None:
        self.tell(s.PlayerWent(self.where, "died", self.at))


ANTHEM, SILENCE = "chao-co.quoc-ca", "s1.m4.c2"
"""Cues of the full example."""


def conference(venue: Venue, **more: object) -> Hall:
    return hall(venue, "full-example", **more)  # type: ignore[arg-type]


def by_hand(venue: Venue) -> Hall:
    """Nobody plays: the operator does."""
    it = conference(venue)
    it.advance_to("3")
    it.move(seconds=20)
    return it


def too_fast(venue: Venue) -> Hall:
    """A rehearsal at ten times the speed has no player."""
    return conference(venue, mode=Mode.REHEARSAL, speed=10)


def idle(venue: Venue) -> Hall:
    """A player that has just come, with empty decks."""
    it = conference(venue)
    Player(it)
    return it


def welcome(venue: Venue) -> Hall:
    """The bed of the reception sounds in a loop, the first act is armed."""
    it = conference(venue)
    player = Player(it)
    player.measures()
    player.arms(Deck.A, "reception", "don-tiep.nhac")
    it.hand.move(timedelta(minutes=13))
    it.do(c.Go())
    it.move(seconds=2)
    it.do(c.Go())
    player.begins(Deck.A, "reception", "don-tiep.nhac")
    player.arms(Deck.B, "act_1", "s1.m2.1.c3")
    it.move(seconds=8)
    return it


def before_anthem(venue: Venue) -> tuple[Hall, Player]:
    it = conference(venue)
    it.advance_to("3")
    it.move(seconds=14)
    player = Player(it)
    player.measures()
    return it, player


def armed(venue: Venue) -> Hall:
    """The anthem without words waits for "Chào cờ!", and GO is green."""
    it, player = before_anthem(venue)
    player.arms(Deck.A, "anthem_khong_loi", ANTHEM)
    player.arms(Deck.B, "silence", SILENCE)
    called_out(it)
    it.do(c.StandBy(ANTHEM))
    return it


def called_out(it: Hall) -> None:
    """Everything that the item asks for before the anthem."""
    while (call := it.show.latest.next_call) is not None:
        if not hasattr(call, "cue") or call.cue.cue_id == ANTHEM:
            return
        it.move(seconds=1)
        assert not isinstance(it.do(c.Go()), Refused)


def not_armed(venue: Venue) -> Hall:
    """It is told to stand by, and no deck is free."""
    it, player = before_anthem(venue)
    player.begins(Deck.A, "reception")
    player.begins(Deck.B, "bell")
    called_out(it)
    it.do(c.StandBy(ANTHEM))
    return it


def failed(venue: Venue) -> Hall:
    """Its file is not there."""
    it, player = before_anthem(venue)
    called_out(it)
    player.fails("anthem_khong_loi", Fault.MISSING, "sounds/quoc-ca-khong-loi.wav", ANTHEM)
    player.fails("closing", Fault.CORRUPT, "sounds/be-mac.wav")
    player.arms(Deck.B, "silence", SILENCE)
    it.do(c.StandBy(ANTHEM))
    return it


def anthem(venue: Venue) -> Hall:
    """It sounds, 23 seconds in; the music of the silence is armed."""
    it = armed(venue)
    it.move(seconds=1)
    assert not isinstance(it.do(c.Go()), Refused)
    Player.begins(_player(it), Deck.A, "anthem_khong_loi", ANTHEM)
    it.move(seconds=23)
    return it


def fading(venue: Venue) -> Hall:
    """The bed of the awards fades while the bell sounds over it."""
    it = conference(venue)
    it.advance_to("11.1")
    it.move(seconds=40)
    player = Player(it, "music")
    player.measures()
    player.begins(Deck.A, "award_bed")
    player.begins(Deck.B, "call_up")
    it.move(seconds=12)
    player.fades(Deck.A, timedelta(seconds=5))
    it.move(seconds=1)
    return it


def died(venue: Venue) -> Hall:
    """The player died in the middle of a clip, and has come back to play on."""
    it = conference(venue)
    it.advance_to("9")
    player = Player(it)
    player.measures()
    player.begins(Deck.A, "clip", "phong-su.c3")
    it.move(seconds=61)
    player.dies()
    Player(it)
    player.begins(Deck.A, "clip", "phong-su.c3", within=timedelta(seconds=62))
    it.move(seconds=2)
    return it


def _player(it: Hall) -> Player:
    """The one that has the place already."""
    found = Player.__new__(Player)
    found.it, found.where = it, it.now.sound.player or "console"
    return found


SOUNDS: dict[str, Callable[[Venue], Hall]] = {
    state.__name__: state
    for state in (by_hand, too_fast, idle, welcome, armed, not_armed, failed, anthem, fading, died)
}
