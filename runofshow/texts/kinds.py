"""The words of the printed catalogue."""

from __future__ import annotations

from msgspec import Struct

from runofshow.texts import Language


class KindsTexts(Struct, frozen=True):
    minutes: str
    protected: str
    words: str
    tracks: str
    tracks_how: str
    by_words: str
    used_in: str


KINDS = {
    Language.VI: KindsTexts(
        minutes="{typical} phút ({least}–{most})",
        protected="◆ nghi thức",
        words="MC",
        tracks="BẢN NHẠC MÀ HIỆU LỆNH MẶC ĐỊNH TÌM ĐẾN",
        tracks_how="Ghi đúng id hoặc mark thì chắc chắn; không thì đoán theo chữ trong title hay id (~), khi chỉ một bản khớp.",
        by_words="đoán theo chữ",
        used_in="dùng ở",
    ),
    Language.EN: KindsTexts(
        minutes="{typical} min ({least}–{most})",
        protected="◆ protected",
        words="MC",
        tracks="TRACKS THAT THE DEFAULT CUES LOOK FOR",
        tracks_how="An id or a mark is certain; else words of a title or id are a guess (~), where a single track fits.",
        by_words="guessed by",
        used_in="used in",
    ),
}
