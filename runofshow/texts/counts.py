"""What the one number of the show is called, the same on every screen."""

from __future__ import annotations

from msgspec import Struct

from runofshow.core.count import CountLabel


class CountTexts(Struct, frozen=True):
    """One phrase for each `CountLabel`; `{by}` is how far it is past its whole."""

    starts_in: str
    session_in: str
    late_start: str
    remaining: str
    elapsed: str
    over: str
    over_by: str
    back_in: str
    over_break: str
    anthem_left: str
    held: str
    link: str

    def phrase(self, label: CountLabel) -> str:
        phrase: str = getattr(self, label.value)
        return phrase


VI = CountTexts(
    starts_in="bắt đầu sau",
    session_in="phiên sau bắt đầu sau",
    late_start="đã quá giờ bắt đầu",
    remaining="còn lại",
    elapsed="đã qua",
    over="quá giờ",
    over_by="quá giờ {by}",
    back_in="trở lại sau",
    over_break="quá giờ hẹn",
    anthem_left="Quốc ca còn",
    held="TẠM DỪNG",
    link="MC dẫn",
)

EN = CountTexts(
    starts_in="starts in",
    session_in="next session in",
    late_start="past the start",
    remaining="left",
    elapsed="elapsed",
    over="over",
    over_by="over by {by}",
    back_in="back in",
    over_break="past the hour",
    anthem_left="of the anthem",
    held="HOLD",
    link="MC's link",
)
