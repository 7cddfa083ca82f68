"""What stands at the head of an official paper: the nation's name and motto, or the Party's."""

from __future__ import annotations

from msgspec import Struct

from runofshow.texts import Language


class LetterheadTexts(Struct, frozen=True):
    nation: str
    motto: str
    party: str


VI = LetterheadTexts(
    nation="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    motto="Độc lập - Tự do - Hạnh phúc",
    party="ĐẢNG CỘNG SẢN VIỆT NAM",
)
EN = LetterheadTexts(
    nation="SOCIALIST REPUBLIC OF VIET NAM",
    motto="Independence - Freedom - Happiness",
    party="COMMUNIST PARTY OF VIET NAM",
)
LETTERHEAD = {Language.VI: VI, Language.EN: EN}
