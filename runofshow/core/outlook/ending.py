"""When a show is expected to end and how far that may be off, from the habits of its office and today.

The theory. What is over today and what its takes lasted teach as earlier shows did (credibility.py); a take
counts less, and after the office's ratio of takes to live. What remains is then walked through item by
item: each lasts what its factors say, blended with its own takes, less what the chair takes away as the
hard out nears (pressing.py); what runs lasts what it may after so long (lasting.py). The spread is
analytic, a sum and no simulation: chance of each item by itself, and what is not yet known of the office,
its kinds and its speakers, which moves all their items together. Lateness that the chair makes up for later
counts only for what is left of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt
from typing import Final

from msgspec import Struct

from runofshow.core.outlook import credibility
from runofshow.core.outlook.credibility import NOTHING, Factors, Seen, Sums, doubt, factors_of
from runofshow.core.outlook.habits import Habits
from runofshow.core.outlook.kinds import manner_of, precision_of, weight_of
from runofshow.core.outlook.known import Known, Piece, Running, Take
from runofshow.core.outlook.lasting import OUT_OF_HAND, below, density, whole_length
from runofshow.core.outlook.pressing import LEAST, pressures

_ROUNDS: Final = 2
OFFICE_SPREAD: Final = 0.12
KIND_SPREAD: Final = 0.24
SPEAKER_SPREAD: Final = 0.36
TODAY_SPREAD: Final = 0.065
"""Standard deviations of the factors before anything was seen; the last is what is today's alone."""
_TAKE_KEEPS: Final = 1.0
_TAKE_CHANCE: Final = 2.0
"""Variance over that of an item live: of what all takes of an item share, and of what each has alone."""
_OWN_TAKE_NEEDS: Final = 1.5
"""Variance of an item live over what is its own beyond its kind and its speaker."""
_LONGEST_TAKE: Final = 3.0
MOST_TRUST: Final = 0.9


class Ending(Struct, frozen=True):
    """The end of a show as it is reckoned."""

    from_s: float
    """Now, or the start of a show that is still to come: it ends no earlier."""
    mean_s: float
    spread_s: float
    """Standard deviation."""
    progress: float
    """How much of the plan is over, 0 to 1."""


class _Left(Struct):
    """One item still to end, as the walk has found it."""

    adds_s: float
    variance: float
    kind: str
    speaker: str | None
    moves: bool
    """What is not known of its kind and its speaker moves it; of what runs, that is in its variance."""
    made_up: float
    """How much less it lasts for each second more that the show is late before it."""


def ending(habits: Habits, known: Known) -> Ending:
    """When the show ends if nobody shortens anything by order."""
    ahead: tuple[Piece, ...] = known.rest if known.running is None else (known.running, *known.rest)
    planned = sum(one.plan_s for one in known.done) + sum(one.plan_s for one in ahead)
    if not ahead:
        return Ending(known.now_s, known.now_s, 0.0, 1.0)
    takes = takes_of(known.takes)
    planned = max(planned, 1.0)
    factors = factors_of(
        _seen_today(habits, known, ahead, takes, planned), habits.taught, habits.chance, _ROUNDS
    )
    lines = _walk(habits, known, ahead, takes, factors, planned)
    begins = _begins(known)
    mean = begins + sum(one.adds_s for one in lines) + _waits(habits, known, planned)
    to_come = sum(one.plan_s for one in known.rest)
    return Ending(begins, mean, _spread(habits, factors, lines), 1 - to_come / planned)


def _begins(known: Known) -> float:
    """Now, or the start of the show where it is still to come."""
    return max(known.now_s, known.start_s) if known.running is None and not known.done else known.now_s


def _waits(habits: Habits, known: Known, planned: float) -> float:
    """What still lies between the items, if this show has as much of it as others of its office."""
    if habits.waits_s <= 0:
        return 0.0
    elapsed = 0.0 if known.running is None else known.running.elapsed_s
    so_far = known.now_s - known.start_s - elapsed - sum(one.actual_s for one in known.done)
    part = sum(one.plan_s for one in known.rest) / planned
    return min(max(habits.waits_s - max(so_far, 0.0), 0.0), habits.waits_s * part)


def takes_of(takes: Sequence[Take]) -> dict[str, tuple[float, int]]:
    """Item id to the mean of its takes, in seconds, and how many there are."""
    found: dict[str, tuple[float, int]] = {}
    for take in takes:
        for item_id, lasted in take.items():
            if lasted > 0:
                mean, count = found.get(item_id, (0.0, 0))
                found[item_id] = ((mean * count + lasted) / (count + 1), count + 1)
    return found


def _seen_today(
    habits: Habits,
    known: Known,
    ahead: Sequence[Piece],
    takes: Mapping[str, tuple[float, int]],
    planned: float,
) -> list[Seen]:
    seen: list[Seen] = []
    elapsed = 0.0 if known.running is None else known.running.elapsed_s
    begun = known.now_s - elapsed - sum(one.actual_s for one in known.done)
    for one, (at, pressure) in zip(
        known.done, pressures(known.done, begun, known.hard_out_s, planned), strict=True
    ):
        if one.plan_s > 0 and not one.skipped:
            length = weight_of(one) * habits.honoured.lengthens(one) * habits.press.leaves(one, pressure)
            length *= 1 + habits.drift * (at - 0.5)
            seen.append((one.actual_s / length, precision_of(one), one.kind, one.speaker))
    if takes:
        for piece in ahead:
            if piece.item_id in takes and piece.plan_s > 0:
                lasted, count = takes[piece.item_id]
                weight = precision_of(piece) / (_TAKE_KEEPS + _TAKE_CHANCE / count)
                length = weight_of(piece) * habits.honoured.lengthens(piece)
                ratio = lasted / habits.take_ratio / length
                seen.append((ratio, weight, piece.kind, piece.speaker))
    return seen


def trust_in(takes: int) -> float:
    """How far an item is expected to last what so many takes of it lasted, of all offices."""
    return 1 / (1 + _OWN_TAKE_NEEDS * (_TAKE_KEEPS + _TAKE_CHANCE / takes))


def _walk(
    habits: Habits,
    known: Known,
    ahead: Sequence[Piece],
    takes: Mapping[str, tuple[float, int]],
    factors: Factors,
    planned: float,
) -> list[_Left]:
    lines: list[_Left] = []
    at, left = _begins(known), sum(one.plan_s for one in ahead)
    if known.running is not None:
        left -= min(known.running.elapsed_s, known.running.plan_s)
    variance, wider = 0.0, sqrt(habits.chance)
    kinds, speakers, hard_out = factors.kinds, factors.speakers, known.hard_out_s
    for piece in ahead:
        manner = manner_of(piece)
        length = piece.plan_s * manner.ratio * factors.office * kinds.get(piece.kind, 1.0)
        length *= (1 + habits.drift * (0.5 - left / planned)) * habits.honoured.lengthens(piece)
        if piece.speaker is not None:
            length *= speakers.get(piece.speaker, 1.0)
        if piece.item_id in takes:
            lasted, count = takes[piece.item_id]
            trust = min(trust_in(count) * habits.take_trust, MOST_TRUST)
            own = lasted / habits.take_ratio
            length += trust * (min(own, _LONGEST_TAKE * length) - length) if length > 0 else own
        spread, made_up = manner.spread * wider, 0.0
        press = 0.0 if hard_out is None or left <= 0 else habits.press.on(piece)
        if hard_out is not None and press > 0:
            # the mean of what is over, where being over is itself uncertain
            doubtful = sqrt(variance) + 30.0
            z = (at + left - hard_out) / doubtful
            over = doubtful * (density(z) + z * below(z))
            leaves = habits.press.leaves(piece, over / left)
            made_up = press * below(z) * length / left if leaves > LEAST else 0.0
            length *= leaves
        if isinstance(piece, Running):
            unknown = _doubt_of_kind(factors, piece) + _doubt_of_speaker(factors, piece)
            whole, deviation = whole_length(length, sqrt(spread * spread + unknown), piece.elapsed_s)
            line = _Left(
                whole - piece.elapsed_s, deviation * deviation, piece.kind, piece.speaker, False, made_up
            )
            left -= max(piece.plan_s - piece.elapsed_s, 0.0)
        else:
            chance = (length * spread) ** 2 * (1 + 4 * OUT_OF_HAND)
            line = _Left(length, chance, piece.kind, piece.speaker, True, made_up)
            left -= piece.plan_s
        at += line.adds_s
        variance += line.variance
        lines.append(line)
    return lines


def _doubt_of_kind(factors: Factors, piece: Piece) -> float:
    """Variance of its kind's factor, with what was seen of it."""
    wide = KIND_SPREAD * (0.3 if manner_of(piece).rigid else 1.0)
    return wide * wide * doubt(factors.taught.kinds.get(piece.kind, NOTHING), credibility.KIND_NEEDS)


def _doubt_of_speaker(factors: Factors, piece: Piece) -> float:
    if piece.speaker is None:
        return 0.0
    sums: Sums = factors.taught.speakers.get(piece.speaker, NOTHING)
    return SPEAKER_SPREAD**2 * doubt(sums, credibility.SPEAKER_NEEDS)


def _spread(habits: Habits, factors: Factors, lines: Sequence[_Left]) -> float:
    """Standard deviation of the end, in seconds."""
    variance, whole, counts = 0.0, 0.0, 1.0
    kinds: dict[str, float] = {}
    speakers: dict[str, float] = {}
    for line in reversed(lines):
        variance += line.variance * counts * counts
        if line.moves:
            adds = line.adds_s * counts
            whole += adds
            kinds[line.kind] = kinds.get(line.kind, 0.0) + adds
            if line.speaker is not None:
                speakers[line.speaker] = speakers.get(line.speaker, 0.0) + adds
        counts *= max(0.1, 1 - line.made_up)
    for kind, length in kinds.items():
        variance += length * length * _doubt_of_kind(factors, Piece(item_id="", kind=kind))
    for speaker, length in speakers.items():
        variance += length * length * _doubt_of_speaker(factors, Piece(item_id="", speaker=speaker))
    office = OFFICE_SPREAD**2 * doubt(factors.taught.office, credibility.OFFICE_NEEDS)
    return sqrt(variance + whole * whole * (office + TODAY_SPREAD**2))
