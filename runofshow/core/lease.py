"""Who may call without being asked, while the wires between the consoles cannot be trusted.

The *caller* sends a *beat* four times a second, each with a number. Whoever answers one renews the caller's
lease: the console that stands by, once it has everything on its disk (`kept`), and the screens, which are
the *witnesses*. A renewal holds for `LEASE` from when the beat was **sent**, so however long the answer was
under way, the caller's lease is over no later than a lease after the last beat that was answered.

    caller      sure while the stand-by answers, or most witnesses do and the music's laptop among them
    stand-by    takes over by itself when most witnesses have lost the caller, or the music's laptop has,
                and when every lease that they or it itself had renewed is over

Those two never hold at one moment: either most witnesses are the caller's or most are not, and the music's
laptop is one. A witness that says *lost* answers no beat of that term any more, until the stand-by has heard
the caller again and lets it: rounds of votes are numbered, each `kept` says up to which round all votes are
void, and the caller's beats pass that on. Where there is no witness, nobody takes over by itself: two laptops
cannot tell a dead one from one that is cut off, and a person decides.

The set of the witnesses changes only hand in hand, or each side would count its own majority: a new set is
told with a beat, and until the stand-by has answered that beat, the caller must have most of the old set and
most of the new one.

Times are seconds of a machine's own steady clock, which must go on while the machine sleeps. They are never
compared with another machine's: between machines go spans alone, with `DRIFT` on top.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from runofshow.core.value import replace

LEASE = 1.0
"""Seconds that an answer to a beat is good for, from when that beat was sent: four beats."""
DRIFT = 1.05
"""A span reckoned by another machine's clock is waited for this much longer. Quartz is off by 1:10,000; a
laptop's clock that is being set right by 1:2,000; this leaves room for a scheduler as well."""
SUSPECT = 0.75
"""Seconds without a beat after which the stand-by asks: three beats."""
ASKING = 0.6
"""Seconds that a round of votes is waited for: a probe of 0.4 s and the way there and back."""
COUNTED = 2.0
"""Seconds, from the question on, for which votes are counted: a console that slept asks anew."""


class Witnesses(Struct, frozen=True):
    """The screens whose word counts."""

    names: frozenset[str] = frozenset()
    music: str = ""
    """The music's laptop, which is among them, or empty: its word is enough that the caller is lost."""

    def are_with_caller(self, who: frozenset[str]) -> bool:
        """Whether these are enough for the caller to be sure; of no witnesses at all nobody is needed."""
        if not self.names:
            return True
        return len(self.names & who) * 2 > len(self.names) and (not self.music or self.music in who)

    def have_lost_caller(self, who: frozenset[str]) -> bool:
        """Whether these are enough for another console to take over by itself."""
        return len(self.names & who) * 2 > len(self.names) or (bool(self.music) and self.music in who)


UNKNOWN = Witnesses(frozenset({""}))
"""Those of a caller that was started anew and has forgotten what it told: nobody is enough."""


class CallerLease(Struct, frozen=True):
    """What the caller knows of who still hears it."""

    stands_by: bool = False
    """A console has been in step and has not said goodbye: one that could have taken over."""
    kept_until: float = 0.0
    answered_until: Mapping[str, float] = {}
    """Until when each witness's last answer holds."""
    witnesses: Witnesses = Witnesses()
    """Those of the last beat that the stand-by has answered."""
    told: Witnesses | None = None
    """Another set, which was told and is not answered."""
    told_in: int = 0
    """The first beat with that set."""
    released: int = 0
    """Up to this round all votes are void; goes with every beat."""

    def beat(self, n: int, now_there: Witnesses) -> tuple[CallerLease, Witnesses]:
        """The lease once beat `n` is sent, and the set that goes with that beat."""
        if self.told is not None:
            return self, self.told
        if now_there == self.witnesses:
            return self, self.witnesses
        return replace(self, told=now_there, told_in=n), now_there

    def kept(self, n: int, sent_at: float, released: int) -> CallerLease:
        """The stand-by has beat `n`, which left here at `sent_at`, and all before it on its disk."""
        until = max(self.kept_until, sent_at + LEASE)
        now = replace(self, stands_by=True, kept_until=until, released=max(self.released, released))
        if self.told is None or n < self.told_in:
            return now
        return replace(now, witnesses=self.told, told=None, answered_until=self._of(self.told))

    def answered(self, who: str, sent_at: float) -> CallerLease:
        """That witness has heard a beat that left here at `sent_at`; of a stranger nothing is kept."""
        if who not in self.witnesses.names and (self.told is None or who not in self.told.names):
            return self
        until = max(self.answered_until.get(who, 0.0), sent_at + LEASE)
        return replace(self, answered_until={**self.answered_until, who: until})

    def left(self) -> CallerLease:
        """The stand-by said goodbye: from now on it takes nothing over."""
        return replace(self, stands_by=False)

    def is_sure(self, now: float) -> bool:
        """Whether nobody can have taken over by itself. While it is not sure, what sounds goes on, nothing
        new starts by itself, and an order is asked about. To be looked at anew after every pause."""
        if not self.stands_by or now < self.kept_until:
            return True
        here = frozenset(who for who, until in self.answered_until.items() if now < until)
        sets = (self.witnesses,) if self.told is None else (self.witnesses, self.told)
        return all(each.are_with_caller(here) for each in sets)

    def _of(self, witnesses: Witnesses) -> Mapping[str, float]:
        return {who: until for who, until in self.answered_until.items() if who in witnesses.names}


class Vote(Struct, frozen=True):
    """What a witness says when it is asked."""

    round: int
    lost: bool
    answered_ago: float | None
    """How long ago it last answered a beat of the caller; None: never."""


class Witness(Struct, frozen=True):
    """What a screen remembers of the caller of one term. One that is loaded anew is another witness, by
    another name, since it has forgotten what it answered."""

    answered_at: float | None = None
    lost_in: int = 0
    """The last round in which it said that the caller is lost."""

    def may_answer(self, released: int) -> bool:
        """Whether it may answer a beat that says so many rounds are void."""
        return self.lost_in <= released

    def answer(self, now: float) -> Witness:
        """It answers a beat."""
        return replace(self, answered_at=now)

    def vote(self, round: int, heard: bool, now: float) -> tuple[Witness, Vote]:
        """What it says after it has tried to reach the caller by itself."""
        ago = None if self.answered_at is None else now - self.answered_at
        then = self if heard else replace(self, lost_in=max(self.lost_in, round))
        return then, Vote(round, not heard, ago)


class Quiet(Struct, frozen=True):
    """Nothing but to wait."""


class Ask(Struct, frozen=True):
    """Ask every witness, in this round."""

    round: int


class Shout(Struct, frozen=True):
    """The caller is gone for this console, and too few others say so: tell the person, who has the key."""


class TakeOver(Struct, frozen=True):
    """Nobody else calls: call."""


Sign = Quiet | Ask | Shout | TakeOver


class Watcher(Struct, frozen=True):
    """What the console that stands by knows of the caller. Made with the first beat once it is in step."""

    heard_at: float
    """When the last beat came, which it answered at once, with `round`: all votes until then are void."""
    witnesses: Witnesses = Witnesses()
    is_shut: bool = False
    """The stream was closed and a new one refused: there is no need to wait for a suspicion."""
    round: int = 0
    """The last one asked in. The first follows the number that the caller gives at each joining, higher than
    any before, so that a console which was started anew does not count on the old one's votes."""
    asked_at: float | None = None
    over_at: Mapping[str, float] = {}
    """Of each witness that says *lost* in this round: when all that it had renewed is over."""

    def heard(self, witnesses: Witnesses, now: float) -> Watcher:
        """A beat has come, and is answered."""
        return Watcher(now, witnesses, round=self.round)

    def shut(self) -> Watcher:
        """The caller's machine refuses to be reached."""
        return replace(self, is_shut=True)

    def is_suspicious(self, now: float) -> bool:
        """Whether the caller is to be asked about."""
        return self.is_shut or now - self.heard_at >= SUSPECT

    def ask(self, now: float) -> Watcher:
        """The witnesses are asked."""
        return replace(self, round=self.round + 1, asked_at=now, over_at={})

    def voted(self, who: str, vote: Vote, now: float) -> Watcher:
        """A witness's word; one of an earlier round, or of a stranger, is passed over."""
        if vote.round != self.round or not vote.lost or who not in self.witnesses.names:
            return self
        left = 0.0 if vote.answered_ago is None else max(0.0, LEASE * DRIFT - vote.answered_ago)
        return replace(self, over_at={**self.over_at, who: now + left})

    def sign(self, now: float) -> Sign:
        """What is to be done now; what was shouted stands until a beat comes."""
        if not self.is_suspicious(now):
            return Quiet()
        if not self.witnesses.names:
            return Shout()
        since = COUNTED if self.asked_at is None else now - self.asked_at
        if since >= COUNTED:
            return Ask(self.round + 1)
        over = frozenset(who for who, at in self.over_at.items() if now >= at)
        if self.witnesses.have_lost_caller(over):
            return TakeOver() if now >= self.heard_at + LEASE * DRIFT else Quiet()
        runs_out = self.witnesses.have_lost_caller(frozenset(self.over_at))
        return Quiet() if runs_out or since < ASKING else Shout()


class FormerSound(Struct, frozen=True):
    """What is known of the player of the console that called before."""

    has_ended: bool = False
    """Its program has ended, and its player with it."""
    said_silent: bool = False
    """It, or what watches over its player, has said so."""
    plays_elsewhere: bool = False
    """It had no player of its own: the music's laptop plays, which obeys the highest term."""
    wanted_here: bool = False
    """A person has said that it is to sound here all the same."""


def may_sound(former: FormerSound) -> bool:
    """Whether a console that has taken over may sound. Known lengths do not count: the one before may have
    begun something within its lease that nobody here has heard of."""
    return former.has_ended or former.said_silent or former.plays_elsewhere or former.wanted_here
