"""A record whose lines are whole, but tell what cannot have happened: taken up to the first such line.

Lines of another show's journal may be copied into one, or a file be put together by hand: every seal holds
and the numbers follow each other, and yet an item is called that the agenda has not.
"""

from __future__ import annotations

from runofshow.core.evolve import apply, replay
from runofshow.core.state import State
from runofshow.core.value import replace
from runofshow.journal.line import Flaw
from runofshow.journal.reading import Damage, Reading


def sensible(reading: Reading) -> Reading:
    """The reading up to the first entry that its show cannot have made, with the state it adds up to."""
    if not reading.entries:
        return reading
    try:
        return replace(reading, state=replay(reading.entries))
    except Exception:  # noqa: BLE001 - which line it is, and why, is found below
        return _as_far_as_it_goes(reading)


def _as_far_as_it_goes(reading: Reading) -> Reading:
    state: State | None = None
    for count, entry in enumerate(reading.entries):
        try:
            state = apply(state, entry)
        except Exception as error:  # noqa: BLE001 - whatever a rule stumbles over is what makes no sense
            cut = _up_to(reading, count, f"{entry.do}: {type(error).__name__}: {error}")
            return replace(cut, state=state)
    return reading


def _up_to(reading: Reading, count: int, why: str) -> Reading:
    content = reading.mended or reading.path.read_bytes()[: reading.good_bytes]
    lines = content.splitlines(keepends=True)
    # line 1 is the header
    kept, left = lines[: count + 1], len(lines) - count - 2
    behind = 0 if reading.damage is None else reading.damage.lines_after + 1
    return replace(
        reading,
        entries=reading.entries[:count],
        good_bytes=sum(map(len, kept)),
        damage=Damage(count + 2, Flaw.BAD_ENTRY, why, left + behind, ""),
        mended=None if reading.mended is None else b"".join(kept),
    )
