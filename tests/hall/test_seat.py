"""Whose machine plays: one laptop at a time, and the record hears when it has gone without a word."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from runofshow.clock import Clock, system_sources
from runofshow.core.agenda import Role
from runofshow.core.commands import Acknowledge, Command, OpenShow, ReportSound
from runofshow.core.events import Entry
from runofshow.core.refusal import Reason, Refused
from runofshow.core.sound import Deck
from runofshow.core.sound_events import DeckCleared, PlayerCame, PlayerWent, SoundNews
from runofshow.hall.access import Access, Joined
from runofshow.hall.door import Asker
from runofshow.hall.guests import Guest
from runofshow.hall.seat import PlayerSeat
from runofshow.journal import Journal
from runofshow.live import BY_PLAYER, LiveShow
from tests.web.halls import TOKEN, hall, plan

THEN = datetime(2020, 3, 27, 1, tzinfo=UTC)
CAME, CLEARED = PlayerCame("music", THEN), DeckCleared(Deck.A, THEN)
AT = "2020-03-27T01:00:00Z"
TELLS_CAME = {"do": "sound", "news": {"event": "player_came", "where": "music", "at": AT}}
TELLS_WENT = {"do": "sound", "news": {"event": "player_went", "where": "music", "why": "left", "at": AT}}
TELLS_CLEARED = {"do": "sound", "news": {"event": "deck_cleared", "deck": "A", "at": AT}}


class Room:
    """A show, its doors and the seat of its player; time is what a test says it is."""

    def __init__(self, show: LiveShow) -> None:
        self.show = show
        self.access = Access(TOKEN)
        self.seat = self.new_seat()
        self.cookies: dict[str, str] = {}

    def new_seat(self) -> PlayerSeat:
        return PlayerSeat(self.show.obey, lambda: self.show.latest, self.access)

    def guest(self, now: float = 0.0) -> Guest:
        """A laptop that has joined, with its live picture open."""
        joined = self.access.join(self.access.codes[Role.MUSIC], "10.0.0.7", "laptop", now)
        assert isinstance(joined, Joined)
        self.access.opened(joined.guest.guest_id, 1)
        self.cookies[joined.guest.guest_id] = joined.cookie
        return joined.guest

    def asks(self, guest: Guest, now: float) -> None:
        """It sends a beat back, or opens its picture anew."""
        assert self.access.guest(self.cookies[guest.guest_id], now) is not None

    def is_here(self, now: float) -> bool:
        """Whether everyone else is told that the operator is there."""
        return Role.MUSIC in self.access.presence(now).here

    def tells(self, guest: Guest, news: SoundNews) -> Reason | None:
        """Why its news were refused; None when they were taken."""
        answer = asyncio.run(self.seat.obey(Asker(Role.MUSIC, guest), ReportSound(news), None))
        return answer.reason if isinstance(answer, Refused) else None

    def player(self) -> str | None:
        return self.show.latest.sound.player


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    clock = Clock(system_sources())
    journal = Journal.create(tmp_path / "show", since=clock.now())
    show = LiveShow.opened(clock, journal, OpenShow(plan(), floating=True))
    yield Room(show)
    show.close()


def test_a_second_laptop_on_the_same_code_cannot_tell_for_the_first(tmp_path: Path) -> None:
    with hall(tmp_path) as opened:
        first, second = opened.joined(Role.MUSIC), opened.joined(Role.MUSIC)
        with opened.watching(first), opened.watching(second):
            assert opened.order(TELLS_CAME, cookie=first).status == 200
            for news in (TELLS_CAME, TELLS_CLEARED, TELLS_WENT):
                answer = opened.order(news, cookie=second)
                assert (answer.status, answer.json["reason"]) == (409, "player_taken")
            assert opened.order(TELLS_CLEARED, cookie=first).status == 200
            assert opened.order(TELLS_WENT, cookie=first).status == 200
            assert opened.order(TELLS_CAME, cookie=second).status == 200
            assert opened.order(TELLS_CLEARED, cookie=first).json["reason"] == "player_taken"


def test_a_program_with_the_token_is_no_player(tmp_path: Path) -> None:
    with hall(tmp_path) as opened:
        answer = opened.order(TELLS_CAME, token=TOKEN)
        assert (answer.status, answer.json["reason"]) == (403, "not_allowed")
        assert opened.engine.latest.sound.player is None


def test_other_orders_are_not_the_seats_business(room: Room) -> None:
    for asker in (Asker(Role.CALLER), Asker(Role.MUSIC, room.guest())):
        assert asyncio.run(room.seat.obey(asker, Acknowledge("music9"), None)) == Refused(
            Reason.UNKNOWN_CUE, "music9"
        )
    assert room.tells(room.guest(), CAME) is None


def test_a_laptop_has_gone_when_presence_says_so(room: Room) -> None:
    laptop = room.guest()
    assert room.tells(laptop, CAME) is None
    room.asks(laptop, 1.0)
    room.access.opened(laptop.guest_id, -1)
    asyncio.run(room.seat.look(6.0))
    assert (room.player(), room.is_here(6.0)) == ("music", True)
    asyncio.run(room.seat.look(6.1))
    assert (room.player(), room.is_here(6.1)) == (None, False)
    went = room.show.log[-1]
    assert went.by == BY_PLAYER
    assert [(event.where, event.why) for event in went.events if isinstance(event, PlayerWent)] == [
        ("music", "left")
    ]
    # once is enough, and its news come too late
    asyncio.run(room.seat.look(20.0))
    assert room.show.log[-1] is went
    assert room.tells(laptop, CLEARED) is Reason.NO_PLAYER


def test_a_laptop_that_is_back_within_five_seconds_was_never_gone(room: Room) -> None:
    laptop = room.guest()
    room.tells(laptop, CAME)
    room.access.opened(laptop.guest_id, -1)
    asyncio.run(room.seat.look(5.0))
    room.asks(laptop, 5.0)
    room.access.opened(laptop.guest_id, 1)
    asyncio.run(room.seat.look(7.0))
    room.access.opened(laptop.guest_id, -1)
    asyncio.run(room.seat.look(10.0))
    assert room.player() == "music"


def test_a_laptop_that_is_thrown_out_has_gone(room: Room) -> None:
    laptop = room.guest()
    room.tells(laptop, CAME)
    asyncio.run(room.seat.look(0.5))
    assert room.player() == "music"
    room.access.throw_out(laptop.guest_id)
    asyncio.run(room.seat.look(1.0))
    assert room.player() is None


def test_a_laptop_that_asks_for_nothing_in_six_seconds_has_gone_though_its_picture_is_open(
    room: Room,
) -> None:
    laptop = room.guest(now=100.0)
    room.tells(laptop, CAME)
    asyncio.run(room.seat.look(106.0))
    assert room.player() == "music"
    asyncio.run(room.seat.look(106.1))
    assert room.player() is None


def test_the_place_is_free_again_for_another_when_a_laptop_has_gone(room: Room) -> None:
    first, second = room.guest(), room.guest()
    room.tells(first, CAME)
    assert room.tells(second, CAME) is Reason.PLAYER_TAKEN
    room.access.throw_out(first.guest_id)
    asyncio.run(room.seat.look(1.0))
    assert room.tells(second, CAME) is None
    assert room.tells(second, CLEARED) is None


def test_a_laptop_may_come_anew_into_its_own_place(room: Room) -> None:
    laptop = room.guest()
    room.tells(laptop, CAME)
    assert room.tells(laptop, CAME) is None


def test_the_consoles_own_player_is_not_the_seats_to_watch(room: Room) -> None:
    laptop = room.guest()
    room.tells(laptop, CAME)
    assert isinstance(room.show.do(ReportSound(PlayerCame("console", THEN)), BY_PLAYER), Entry)
    room.access.throw_out(laptop.guest_id)
    asyncio.run(room.seat.look(1.0))
    assert room.player() == "console"


def test_a_player_that_no_hall_has_let_in_has_gone(room: Room) -> None:
    room.tells(room.guest(), CAME)
    # the hall was closed and opened anew while the show ran
    asyncio.run(room.new_seat().look(1.0))
    assert room.player() is None


def test_a_look_while_one_takes_the_place_of_another_misses_nobody(room: Room) -> None:
    first, second = room.guest(), room.guest()
    seat = room.seat

    async def obey_and_look(command: Command, by: str, seen: int | None) -> Entry | Refused:
        answer = await room.show.obey(command, by, seen)
        await seat.look(1.0)
        return answer

    assert room.tells(first, CAME) is None
    assert room.tells(first, PlayerWent("music", "left", THEN)) is None
    room.access.throw_out(first.guest_id)
    room.seat = seat = PlayerSeat(obey_and_look, lambda: room.show.latest, room.access)
    seat._guest_id = first.guest_id
    assert room.tells(second, CAME) is None
    assert room.player() == "music"
