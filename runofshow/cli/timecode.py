"""`ltc`: timecode as a sound file, for gear that follows the show, or to try what follows it."""

from __future__ import annotations

from runofshow.cli.outcome import Failed, Outcome
from runofshow.control.timecode.ltc_sound import write_ltc
from runofshow.core.timecode import is_named, moved


def write_timecode(outcome: Outcome) -> int:
    """Write the WAV file, and say from where to where it goes. Raises Failed."""
    asked, words = outcome.asked, outcome.words
    first, rate = asked.timecode, asked.rate
    assert asked.output is not None, "asked for"
    if not is_named(first, rate):
        raise Failed(words.no_such_frame.format(code=first.text(), rate=rate.value))
    frames = round(asked.length.total_seconds() / float(rate.frame))
    try:
        write_ltc(asked.output, first, frames, rate)
    except OSError as error:
        raise Failed(f"{asked.output}: {error.strerror or error}") from error
    last = moved(first, frames - 1, rate)
    said = words.ltc_written.format(
        file=asked.output, first=first.text(rate), last=last.text(rate), rate=rate.value
    )
    print(said)
    return 0
