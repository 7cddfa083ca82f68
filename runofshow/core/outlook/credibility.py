"""How much of what was seen is believed: the office, its kinds, its speakers, each as a factor on the
length.

The theory. An item is expected to last its weight (kinds.py) times the factors of its office, its kind
there and its speaker. Each factor is a sum of what was seen over a sum of what was expected without it, and
it is shrunk towards 1 by a constant number of items, which is the variance of one item over the variance
between factors: credibility (H. Bühlmann and E. Straub, "Glaubwürdigkeit für Schadensätze", 1970). They are
found in turn, each with the others held, until they agree: the method of marginal totals (R. A. Bailey,
"Insurance rates with minimum bias", 1963), here with the credibility of each. Means and not means of
logarithms: what counts is the sum of what remains, and a mean of logarithms leaves out what the long ones
add to it.

One item counts by how far its kind may be trusted, and no item more than `_AT_MOST` times what was
expected: one speech that got out of hand says little of the next.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, Literal

from msgspec import Struct

OFFICE_NEEDS: Final = 15.0
KIND_NEEDS: Final = 2.0
SPEAKER_NEEDS: Final = 1.5
"""As many items make a factor half believed."""
_AT_MOST: Final = 2.5

Sums = tuple[float, float]
"""Of what was seen as parts of what was expected, and of the weights."""
NOTHING: Final[Sums] = (0.0, 0.0)

Seen = tuple[float, float, str, str | None]
"""One item: what it lasted over what it would have without any factor, its weight, kind, speaker."""
_KIND: Final = 2
_SPEAKER: Final = 3
"""Their places in it."""


class Taught(Struct, frozen=True):
    """What has been seen of an office, its kinds and its speakers."""

    office: Sums = NOTHING
    kinds: Mapping[str, Sums] = {}
    speakers: Mapping[str, Sums] = {}


class Factors(Struct, frozen=True):
    """What they do to a length."""

    office: float
    kinds: Mapping[str, float]
    """A kind that was never seen has none, and is as its office is."""
    speakers: Mapping[str, float]
    taught: Taught


def believed(sums: Sums, needs: float) -> float:
    return (needs + sums[0]) / (needs + sums[1])


def doubt(sums: Sums, needs: float) -> float:
    """The part of a factor's variance that what was seen has left: 1 where nothing was."""
    return needs / (needs + sums[1])


def factors_of(seen: Sequence[Seen], before: Taught, needs: float, rounds: int) -> Factors:
    """What `seen` teaches on top of what was taught before. `needs` scales how much makes a factor believed:
    less where chance is small."""
    office_needs, kind_needs, speaker_needs = OFFICE_NEEDS * needs, KIND_NEEDS * needs, SPEAKER_NEEDS * needs
    office = believed(before.office, office_needs)
    office_sums = before.office
    kind_sums, speaker_sums = dict(before.kinds), dict(before.speakers)
    kinds = {kind: believed(sums, kind_needs) for kind, sums in kind_sums.items()}
    speakers = {speaker: believed(sums, speaker_needs) for speaker, sums in speaker_sums.items()}
    for _ in range(rounds if seen else 0):
        told, weighed = before.office
        for ratio, weight, kind, speaker in seen:
            ratio /= kinds.get(kind, 1.0) * (1.0 if speaker is None else speakers.get(speaker, 1.0))
            if ratio > _AT_MOST:
                ratio = _AT_MOST
            told += weight * ratio
            weighed += weight
        office_sums = (told, weighed)
        office = believed(office_sums, office_needs)

        kind_sums.update(_summed(seen, _KIND, office, _SPEAKER, speakers, before.kinds))
        kinds.update((kind, believed(sums, kind_needs)) for kind, sums in kind_sums.items())
        speaker_sums.update(_summed(seen, _SPEAKER, office, _KIND, kinds, before.speakers))
        speakers.update((speaker, believed(sums, speaker_needs)) for speaker, sums in speaker_sums.items())
    return Factors(office, kinds, speakers, Taught(office_sums, kind_sums, speaker_sums))


def _summed(
    seen: Sequence[Seen],
    of: Literal[2, 3],
    office: float,
    beside: Literal[2, 3],
    others: Mapping[str, float],
    before: Mapping[str, Sums],
) -> dict[str, Sums]:
    """The sums of each kind, or of each speaker, on top of those before, with the factors of the office and
    of the others held. `of` is the place in a line of what they are of, `beside` that of the others."""
    found: dict[str, Sums] = {}
    for one in seen:
        name, other = one[of], one[beside]
        if name is not None:
            ratio = one[0] / (office if other is None else office * others.get(other, 1.0))
            if ratio > _AT_MOST:
                ratio = _AT_MOST
            told, weighed = found.get(name) or before.get(name, NOTHING)
            found[name] = told + one[1] * ratio, weighed + one[1]
    return found
