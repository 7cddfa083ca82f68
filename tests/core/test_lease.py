"""No two consoles call at one moment without a person's word, whatever happens to wires and machines."""

from __future__ import annotations

import heapq
from collections.abc import Callable
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct

from runofshow.core.lease import (
    COUNTED,
    DRIFT,
    LEASE,
    SUSPECT,
    UNKNOWN,
    Ask,
    CallerLease,
    FormerSound,
    Quiet,
    Shout,
    TakeOver,
    Vote,
    Watcher,
    Witness,
    Witnesses,
    may_sound,
)

THREE = Witnesses(frozenset({"a", "b", "c"}))
WITH_MUSIC = Witnesses(frozenset({"a", "b", "m"}), "m")


def in_step(witnesses: Witnesses = THREE, at: float = 10.0) -> CallerLease:
    lease, told = CallerLease().beat(1, witnesses)
    assert told == witnesses
    return lease.kept(1, at, 0)


def test_a_caller_without_a_stand_by_is_always_sure() -> None:
    assert CallerLease().is_sure(1e9)
    assert in_step().left().is_sure(1e9)


def test_a_renewal_holds_from_when_the_beat_was_sent_however_late_the_answer_came() -> None:
    lease = in_step(at=10.0)
    assert lease.is_sure(10.99)
    assert not lease.is_sure(11.0)
    assert lease.kept(2, 9.0, 0).kept_until == 11.0


@pytest.mark.parametrize(
    ("who", "witnesses", "sure"),
    [
        ("ab", THREE, True),
        ("a", THREE, False),
        ("axy", THREE, False),
        ("am", WITH_MUSIC, True),
        ("ab", WITH_MUSIC, False),
        ("m", WITH_MUSIC, False),
    ],
)
def test_without_the_stand_by_most_witnesses_and_the_music_keep_the_caller_sure(
    who: str, witnesses: Witnesses, sure: bool
) -> None:
    lease = in_step(witnesses)
    for each in who:
        lease = lease.answered(each, 20.0)
    assert lease.is_sure(20.5) is sure
    assert not lease.is_sure(21.0)


def test_where_there_is_no_witness_nobody_takes_over_by_itself_and_the_caller_is_sure() -> None:
    assert in_step(Witnesses()).is_sure(1e9)
    watcher = Watcher(10.0)
    assert watcher.sign(10.0 + SUSPECT) == Shout()
    assert watcher.shut().sign(1e9) == Shout()


def test_a_new_set_of_witnesses_counts_beside_the_old_one_until_the_stand_by_has_it() -> None:
    new = Witnesses(frozenset("defgh"))
    lease, told = in_step().beat(2, new)
    assert told == new
    assert lease.beat(3, THREE) == (lease, new)
    for each in "def":
        lease = lease.answered(each, 20.0)
    assert not lease.is_sure(20.5)
    for each in "ab":
        lease = lease.answered(each, 20.0)
    assert lease.is_sure(20.5)
    assert lease.kept(1, 10.0, 0).told == new
    moved = lease.kept(2, 15.0, 0)
    assert (moved.witnesses, moved.told, sorted(moved.answered_until)) == (new, None, ["d", "e", "f"])
    assert moved.is_sure(20.5)


def test_a_caller_started_anew_is_unsure_until_the_stand_by_answers_it() -> None:
    lease = CallerLease(stands_by=True, witnesses=UNKNOWN)
    assert not lease.is_sure(10.0)
    lease, _ = lease.beat(1, THREE)
    for each in "abc":
        lease = lease.answered(each, 20.0)
    assert not lease.is_sure(20.5)
    assert lease.kept(1, 20.0, 0).is_sure(20.5)


def asked(witnesses: Witnesses = THREE) -> Watcher:
    """Heard last at 10; asked at 10.75."""
    watcher = Watcher(10.0, witnesses)
    assert watcher.sign(10.7) == Quiet()
    assert watcher.sign(10.75) == Ask(1)
    return watcher.ask(10.75)


def test_a_stand_by_takes_over_when_most_witnesses_have_lost_the_caller_and_all_leases_are_over() -> None:
    watcher = asked()
    assert watcher.sign(11.0) == Quiet()
    watcher = watcher.voted("a", Vote(1, True, 1.0), 11.0).voted("b", Vote(1, True, 0.5), 11.0)
    assert watcher.sign(11.5) == Quiet()
    assert watcher.sign(11.0 + LEASE * DRIFT - 0.5) == TakeOver()


def test_a_stand_by_waits_for_its_own_lease_too() -> None:
    watcher = asked().voted("a", Vote(1, True, None), 10.8).voted("b", Vote(1, True, None), 10.8)
    assert watcher.sign(11.0) == Quiet()
    assert watcher.sign(10.0 + LEASE * DRIFT) == TakeOver()


def test_the_word_of_the_music_laptop_is_enough() -> None:
    assert asked(WITH_MUSIC).voted("m", Vote(1, True, None), 11.0).sign(11.1) == TakeOver()


def test_too_few_words_are_shouted_and_asked_again() -> None:
    watcher = asked().voted("a", Vote(1, True, None), 11.0)
    watcher = watcher.voted("b", Vote(1, False, None), 11.0)
    watcher = watcher.voted("c", Vote(0, True, None), 11.0)
    watcher = watcher.voted("stranger", Vote(1, True, None), 11.0)
    assert watcher.sign(11.1) == Quiet()
    assert watcher.sign(11.4) == Shout()
    assert watcher.sign(10.75 + COUNTED) == Ask(2)
    assert watcher.ask(13.0).over_at == {}


def test_a_stand_by_that_slept_on_its_votes_asks_anew() -> None:
    watcher = asked().voted("a", Vote(1, True, None), 11.0).voted("b", Vote(1, True, None), 11.0)
    assert watcher.sign(600.0) == Ask(2)


def test_a_caller_heard_again_makes_all_votes_void() -> None:
    watcher = asked().voted("a", Vote(1, True, None), 11.0).heard(THREE, 11.0)
    assert watcher == Watcher(11.0, THREE, round=1)


def test_a_witness_that_has_lost_the_caller_answers_it_no_more_until_the_stand_by_lets_it() -> None:
    witness, vote = Witness().answer(5.0).vote(3, False, 6.0)
    assert vote == Vote(3, True, 1.0)
    assert not witness.may_answer(2)
    assert witness.may_answer(3)
    still, vote = Witness().vote(3, True, 6.0)
    assert (still.may_answer(0), vote) == (True, Vote(3, False, None))


def test_a_stand_by_sounds_only_where_the_one_before_is_known_to_be_silent() -> None:
    assert not may_sound(FormerSound())
    assert may_sound(FormerSound(has_ended=True))
    assert may_sound(FormerSound(said_silent=True))
    assert may_sound(FormerSound(plays_elsewhere=True))
    assert may_sound(FormerSound(wanted_here=True))


class Trouble(Struct, frozen=True):
    """From when to when one machine stands still, or the wire between two is cut or slow."""

    at: float
    until: float
    who: str
    other: str
    """Empty: the machine stands still."""
    late_by: float | None
    """None: what is sent comes when the trouble is over."""


class Hall:
    """A caller C, a stand-by F, and witnesses, each with its own clock, on wires that fail."""

    def __init__(self, witnesses: Witnesses, rates: dict[str, float], troubles: list[Trouble]) -> None:
        self.now = 0.0
        self.rates = rates
        self.troubles = troubles
        self.queue: list[tuple[float, int, str, Callable[[], None]]] = []
        self.numbers = count()
        self.there = witnesses
        self.lease = CallerLease()
        self.sent: dict[int, float] = {}
        self.watcher: Watcher | None = None
        self.witness = {name: Witness() for name in witnesses.names}
        self.taken_at: float | None = None
        self.shouted = False
        self.died_at: float | None = None
        self.both_sure: list[float] = []

    def clock(self, who: str) -> float:
        return self.now * self.rates.get(who, 1.0) + 1000 * len(who)

    def after(self, seconds: float, who: str, do: Callable[[], None]) -> None:
        """Let the machine do it so much later by its own clock, or when it stands still no more."""
        heapq.heappush(
            self.queue, (self.now + seconds / self.rates.get(who, 1.0), next(self.numbers), who, do)
        )

    def send(self, a: str, b: str, do: Callable[[], None]) -> None:
        late = 0.005
        for each in self.troubles:
            if each.other and {each.who, each.other} == {a, b} and each.at <= self.now < each.until:
                late = max(late, each.until - self.now if each.late_by is None else each.late_by)
        heapq.heappush(self.queue, (self.now + late, next(self.numbers), b, do))

    def run(self, until: float) -> None:
        self.beat(1)
        self.look()
        while self.queue and self.queue[0][0] <= until:
            at, number, who, do = heapq.heappop(self.queue)
            self.now = max(self.now, at)
            if who == "C" and self.died_at is not None and self.now >= self.died_at:
                continue
            wakes = max(
                (t.until for t in self.troubles if t.who == who and not t.other and t.at <= at < t.until),
                default=at,
            )
            if wakes > at:
                heapq.heappush(self.queue, (wakes, number, who, do))
                continue
            do()
            if who == "C" and self.taken_at is not None and self.lease.is_sure(self.clock("C")):
                self.both_sure.append(self.now)

    def beat(self, n: int) -> None:
        self.sent[n] = self.clock("C")
        self.lease, told = self.lease.beat(n, self.there)
        released = self.lease.released
        self.send("C", "F", lambda: self.heard(n, told))
        for name in self.witness:
            self.send("C", name, lambda name=name: self.witnessed(name, n, released))  # type: ignore[misc]
        self.after(0.25, "C", lambda: self.beat(n + 1))

    def heard(self, n: int, told: Witnesses) -> None:
        if self.taken_at is None:
            before = self.watcher or Watcher(0.0)
            self.watcher = before.heard(told, self.clock("F"))
            released = self.watcher.round
            self.send("F", "C", lambda: self.kept(n, released))

    def kept(self, n: int, released: int) -> None:
        self.lease = self.lease.kept(n, self.sent[n], released)

    def witnessed(self, name: str, n: int, released: int) -> None:
        if self.witness[name].may_answer(released):
            self.witness[name] = self.witness[name].answer(self.clock(name))
            self.send(name, "C", lambda: self.answered(name, n))

    def answered(self, name: str, n: int) -> None:
        self.lease = self.lease.answered(name, self.sent[n])

    def look(self) -> None:
        if self.watcher is not None and self.taken_at is None:
            match self.watcher.sign(self.clock("F")):
                case TakeOver():
                    self.taken_at = self.now
                case Ask(round):
                    self.watcher = self.watcher.ask(self.clock("F"))
                    for name in self.watcher.witnesses.names:
                        self.send("F", name, lambda name=name: self.probe(name, round))  # type: ignore[misc]
                case Shout():
                    self.shouted = True
                case _:
                    pass
        self.after(0.05, "F", self.look)

    def probe(self, name: str, round: int) -> None:
        heard: list[bool] = []
        self.send(name, "C", lambda: self.send("C", name, lambda: heard.append(True)))
        self.after(0.4, name, lambda: self.vote(name, round, bool(heard)))

    def vote(self, name: str, round: int, heard: bool) -> None:
        self.witness[name], vote = self.witness[name].vote(round, heard, self.clock(name))
        self.send(name, "F", lambda: self.voted(name, vote))

    def voted(self, name: str, vote: Vote) -> None:
        if self.watcher is not None:
            self.watcher = self.watcher.voted(name, vote, self.clock("F"))


NAMES = ["C", "F", "a", "b", "c", "d", "m"]


@st.composite
def halls(draw: st.DrawFn) -> tuple[Hall, list[tuple[float, Witnesses]]]:
    def some(names: set[str]) -> Witnesses:
        return Witnesses(frozenset(names), "m" if "m" in names else "")

    sets = st.sets(st.sampled_from(NAMES[2:]), min_size=1, max_size=5).map(some)
    # Those between the caller and the others matter most, and more than one at a time.
    pairs = st.sampled_from(
        [("C", "F"), *(("C", name) for name in NAMES[2:]), *(("F", name) for name in NAMES[2:])]
    )
    troubles = []
    for _ in range(draw(st.integers(1, 8))):
        who, other = draw(st.one_of(pairs, pairs, pairs, st.sampled_from(NAMES).map(lambda name: (name, ""))))
        at = draw(st.integers(10, 160)) / 10
        until = at + draw(st.sampled_from([0.4, 1.0, 1.5, 3.0, 20.0]))
        troubles.append(Trouble(at, until, who, other, draw(st.sampled_from([None, None, 0.3, 0.9]))))
    rates = {name: draw(st.sampled_from([0.98, 1.0, 1.02])) for name in NAMES}
    hall = Hall(draw(sets), rates, troubles)
    hall.witness = {name: Witness() for name in NAMES[2:]}
    changes = draw(st.lists(st.tuples(st.integers(10, 160).map(lambda n: n / 10), sets), max_size=3))
    return hall, changes


@settings(max_examples=200, deadline=None)
@given(halls())
def test_no_two_consoles_are_sure_at_one_moment(drawn: tuple[Hall, list[tuple[float, Witnesses]]]) -> None:
    hall, changes = drawn
    for at, there in changes:
        hall.after(at * hall.rates["C"], "C", lambda there=there: setattr(hall, "there", there))  # type: ignore[misc]
    hall.run(25.0)
    assert hall.both_sure == []


@given(
    st.integers(0, 99),
    st.sampled_from([THREE, WITH_MUSIC, Witnesses(frozenset("a"))]),
    st.sampled_from([0.98, 1.0, 1.02]),
)
def test_a_dead_caller_is_followed_by_the_stand_by_within_two_seconds(
    late: int, there: Witnesses, rate: float
) -> None:
    hall = Hall(there, {"F": rate}, [])
    hall.died_at = 5 + late / 100
    hall.run(12.0)
    assert hall.taken_at is not None
    assert hall.taken_at - hall.died_at <= 2.0


@pytest.mark.parametrize("there", [THREE, WITH_MUSIC])
def test_a_stand_by_that_is_cut_off_alone_shouts_and_leaves_the_caller_sure(there: Witnesses) -> None:
    hall = Hall(there, {}, [Trouble(5.0, 60.0, "C", "F", None)])
    hall.run(20.0)
    assert (hall.taken_at, hall.shouted) == (None, True)
    assert hall.lease.is_sure(hall.clock("C"))


def test_a_caller_that_stood_still_is_unsure_when_it_wakes() -> None:
    hall = Hall(THREE, {}, [Trouble(5.0, 15.0, "C", "", None)])
    hall.run(14.9)
    assert hall.taken_at is not None
    hall.run(20.0)
    assert hall.both_sure == []
    assert not hall.lease.is_sure(hall.clock("C"))


def test_the_music_laptop_cut_off_with_the_stand_by_takes_the_callers_sureness_along() -> None:
    hall = Hall(WITH_MUSIC, {}, [Trouble(5.0, 60.0, "C", "F", None), Trouble(5.0, 60.0, "C", "m", None)])
    hall.run(20.0)
    assert hall.taken_at is not None
    assert hall.both_sure == []


def test_witnesses_who_come_while_the_stand_by_is_cut_off_do_not_outvote_those_it_knows() -> None:
    cut = [Trouble(5.0, 60.0, "C", name, None) for name in "Fab"]
    hall = Hall(THREE, {}, cut)
    hall.witness = {name: Witness() for name in NAMES[2:]}
    hall.after(5.1, "C", lambda: setattr(hall, "there", Witnesses(frozenset("cdm"))))
    hall.run(20.0)
    assert hall.taken_at is not None
    assert hall.both_sure == []
