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
from typing import Final

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
    speakers: dict[str | None, float] = {
        speaker: believed(sums, speaker_needs) for speaker, sums in speaker_sums.items()
    }
    for _ in range(rounds if seen else 0):
        told, weighed = before.office
        for ratio, weight, kind, speaker in seen:
            ratio /= kinds.get(kind, 1.0) * speakers.get(speaker, 1.0)
            if ratio > _AT_MOST:
                ratio = _AT_MOST
            told += weight * ratio
            weighed += weight
        office_sums = (told, weighed)
        office = believed(office_sums, office_needs)

        of_kinds: dict[str, Sums] = {}
        for ratio, weight, kind, speaker in seen:
            ratio /= office * speakers.get(speaker, 1.0)
            if ratio > _AT_MOST:
                ratio = _AT_MOST
            told, weighed = of_kinds.get(kind) or before.kinds.get(kind, NOTHING)
            of_kinds[kind] = told + weight * ratio, weighed + weight
        for kind, sums in of_kinds.items():
            kinds[kind] = believed(sums, kind_needs)
        kind_sums.update(of_kinds)

        of_speakers: dict[str, Sums] = {}
        for ratio, weight, kind, speaker in seen:
            if speaker is not None:
                ratio /= office * kinds[kind]
                if ratio > _AT_MOST:
                    ratio = _AT_MOST
                told, weighed = of_speakers.get(speaker) or before.speakers.get(speaker, NOTHING)
                of_speakers[speaker] = told + weight * ratio, weighed + weight
        for speaker, sums in of_speakers.items():
            speakers[speaker] = believed(sums, speaker_needs)
        speaker_sums.update(of_speakers)
    named = {speaker: factor for speaker, factor in speakers.items() if speaker is not None}
    return Factors(office, kinds, named, Taught(office_sums, kind_sums, speaker_sums))
