"""The phrases of the timecode that comes in."""

from __future__ import annotations

from msgspec import Struct


class TimecodeTexts(Struct, frozen=True):
    """The code in the band, and the cue that hangs at one."""

    at: str
    running: str
    backward: str
    standing: str
    none_yet: str
    lost: str
    never: str
    """Its source is not there, and nothing came from it yet."""
    rate: str


VI = TimecodeTexts(
    at="mã giờ {code}",
    running="▶ mã giờ {code}",
    backward="◀ mã giờ {code}",
    standing="■ mã giờ đứng ở {code}",
    none_yet="□ chưa có mã giờ",
    lost="✗ MẤT MÃ GIỜ từ {at}",
    never="✗ NGÕ MÃ GIỜ KHÔNG MỞ",
    rate="{rate} hình/giây",
)

EN = TimecodeTexts(
    at="timecode {code}",
    running="▶ TC {code}",
    backward="◀ TC {code}",
    standing="■ TC stands at {code}",
    none_yet="□ no TC yet",
    lost="✗ TC LOST since {at}",
    never="✗ TC INPUT NOT OPEN",
    rate="{rate} fps",
)
