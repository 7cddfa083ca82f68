"""A player's news on their way to a real hall, over a network that is cut and mended."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from runofshow.core.agenda import Role, Track
from runofshow.core.refusal import Reason
from runofshow.core.sound import Deck, EndedWhy
from runofshow.core.sound_events import (
    DeckCleared,
    PlayerCame,
    PlayerWent,
    SoundNews,
    TrackArmed,
    TrackBegan,
    TrackEnded,
    TrackFading,
    TrackMeasured,
)
from runofshow.core.value import replace
from runofshow.line.address import Address
from runofshow.line.answer import Answer, Failure, NotObeyed, Obeyed
from runofshow.line.standing import Live, Lost
from runofshow.players.post import NewsPost, dated
from runofshow.web.network import LOOPBACK
from tests.line.guests import PATIENCE, Guest, Told
from tests.line.relay import Relay, relay
from tests.web.halls import Hall, hall, plan

UNDATED = datetime(2020, 1, 1, tzinfo=UTC)
SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)
HASH = "0" * 64

CAME = PlayerCame("music", UNDATED)
BEGAN = TrackBegan(Deck.A, "bed", None, 3 * MINUTE, timedelta(), UNDATED)
FADING = TrackFading(Deck.A, UNDATED + 20 * SECOND, UNDATED)
ENDED = TrackEnded(Deck.A, "bed", None, EndedWhy.FADE, UNDATED)
ARMED = TrackArmed(Deck.B, "bed", None, 3 * MINUTE, UNDATED)


def measured(track_id: str) -> TrackMeasured:
    return TrackMeasured(track_id, HASH, MINUTE, -18.0, UNDATED)


@dataclass
class Sender:
    """A post on an operator's laptop, and what the hall made of what it brought."""

    hall: Hall
    network: Relay
    guest: Guest
    clock: Told
    post: NewsPost
    answers: list[tuple[SoundNews, Answer]]
    answered: threading.Condition = field(default_factory=threading.Condition)

    def hear(self, news: SoundNews, answer: Answer) -> None:
        with self.answered:
            self.answers.append((news, answer))
            self.answered.notify_all()

    def wait_for_answers(self, count: int) -> None:
        with self.answered:
            assert self.answered.wait_for(lambda: len(self.answers) >= count, PATIENCE), self.answers

    @property
    def told(self) -> list[SoundNews]:
        """The record's news, oldest first."""
        kinds = SoundNews.__args__
        return [event for entry in self.hall.engine.log for event in entry.events if isinstance(event, kinds)]

    def cut(self) -> None:
        self.network.cut()
        self.guest.until(lambda at: isinstance(at.standing, Lost))


@pytest.fixture
def sender(tmp_path: Path) -> Iterator[Sender]:
    tracks = tuple(Track(name, name, f"{name}.wav") for name in ("bed", "bell", "march"))
    with hall(tmp_path, replace(plan(), tracks=tracks)) as opened, relay(opened.port) as network:
        address = Address(LOOPBACK, network.port, opened.access.codes[Role.MUSIC], None)
        guest = Guest(address, Role.MUSIC)
        clock, answers = Told(), list[tuple[SoundNews, Answer]]()
        post = NewsPost(guest.connection, clock, lambda news, answer: there.hear(news, answer))
        there = Sender(opened, network, guest, clock, post, answers)
        guest.connection.start()
        guest.until(lambda at: isinstance(at.standing, Live))
        yield there
        post.close("music", 5)
        guest.connection.close()


def kinds(news: list[SoundNews]) -> list[type[SoundNews]]:
    return [type(one) for one in news]


def test_news_come_to_the_record_in_their_order_also_over_a_cut_network(sender: Sender) -> None:
    sender.post.start()
    sender.post.put(CAME)
    sender.wait_for_answers(1)
    sender.cut()
    for news in (BEGAN, FADING, ENDED, ARMED):
        sender.post.put(news)
    sender.network.mend()
    sender.wait_for_answers(5)
    assert kinds(sender.told) == [PlayerCame, TrackBegan, TrackFading, TrackEnded, TrackArmed]
    assert [answer for _, answer in sender.answers if not isinstance(answer, Obeyed)] == []


def test_what_is_told_late_is_told_as_it_is_by_then(sender: Sender) -> None:
    sender.post.start()
    sender.post.put(CAME)
    sender.wait_for_answers(1)
    sender.cut()
    sender.post.put(BEGAN)
    sender.post.put(FADING)
    sender.clock.skip(12)
    sender.network.mend()
    sender.wait_for_answers(3)
    _, began, fading = sender.told
    assert isinstance(began, TrackBegan)
    assert began.position == 12 * SECOND
    assert isinstance(fading, TrackFading)
    assert fading.until - fading.at == 8 * SECOND


def test_what_is_told_at_once_is_told_as_it_was_made(sender: Sender) -> None:
    for news in (CAME, BEGAN):
        sender.post.put(news)
    sender.clock.skip(0.9)
    sender.post.start()
    sender.wait_for_answers(2)
    began = sender.told[1]
    assert isinstance(began, TrackBegan)
    assert began.position == timedelta()


def test_measured_tracks_never_take_the_turn_of_what_is_heard(sender: Sender) -> None:
    for news in (measured("bed"), measured("bell"), measured("march"), CAME, BEGAN):
        sender.post.put(news)
    sender.post.start()
    sender.wait_for_answers(3)
    sender.post.put(ENDED)
    sender.wait_for_answers(6)
    assert kinds(sender.told)[:4] == [PlayerCame, TrackBegan, TrackMeasured, TrackEnded]
    assert [news.track_id for news in sender.told if isinstance(news, TrackMeasured)] == [
        "bed",
        "bell",
        "march",
    ]


def test_the_state_of_the_record_in_which_a_player_was_taken_in_is_told(sender: Sender) -> None:
    sender.post.start()
    sender.post.put(CAME)
    sender.wait_for_answers(1)
    (entry,) = (entry for entry in sender.hall.engine.log if kinds(list(entry.events)) == [PlayerCame])  # type: ignore[arg-type]
    assert sender.answers == [(CAME, Obeyed(entry.seq))]


def test_what_the_hall_refuses_is_told_once_and_holds_nothing_up(sender: Sender) -> None:
    sender.post.start()
    unknown = replace(ARMED, track_id="no such track")
    for news in (CAME, unknown, BEGAN):
        sender.post.put(news)
    sender.wait_for_answers(3)
    assert sender.answers[1] == (unknown, NotObeyed(Failure.REFUSED, Reason.UNKNOWN_TRACK))
    assert kinds(sender.told) == [PlayerCame, TrackBegan]


def test_a_post_that_closes_tells_that_the_player_left_and_only_once(sender: Sender) -> None:
    sender.post.start()
    sender.post.put(CAME)
    sender.wait_for_answers(1)
    for _ in range(2):
        sender.post.close("music", 5)
    assert kinds(sender.told) == [PlayerCame, PlayerWent]
    assert sender.hall.engine.latest.sound.player is None


def test_a_post_closes_at_once_without_a_network(sender: Sender) -> None:
    sender.post.start()
    sender.cut()
    sender.post.put(CAME)
    sender.post.close("music", 5)
    assert sender.told == []


def test_a_mistake_of_our_own_in_the_post_is_told(sender: Sender) -> None:
    def fails(news: SoundNews, answer: Answer) -> None:
        raise ArithmeticError("no such sum")

    post = NewsPost(sender.guest.connection, sender.clock, fails)
    post.start()
    post.put(CAME)
    sender.guest.sees(lambda now: now.sound is not None and now.sound.player == "music")
    post.close("music", 5)
    assert post.failure == "ArithmeticError: no such sum"


@pytest.mark.parametrize("age", [timedelta(), 5 * SECOND, MINUTE])
def test_the_age_of_news_counts_for_what_goes_on_and_for_nothing_else(age: timedelta) -> None:
    now = UNDATED + MINUTE
    began, fading = dated(BEGAN, now, age), dated(FADING, now, age)
    assert isinstance(began, TrackBegan)
    assert (began.position, began.at) == (age, now)
    assert isinstance(fading, TrackFading)
    assert (fading.until, fading.at) == (now + max(20 * SECOND - age, timedelta()), now)
    for news in (CAME, ARMED, ENDED, DeckCleared(Deck.A, UNDATED)):
        assert dated(news, now, age) == replace(news, at=now)
