"""What an agenda puts where its file is silent."""

from __future__ import annotations

from msgspec import Struct

from runofshow.texts import Language


class AssumedTexts(Struct, frozen=True):
    session_title: str
    batch_title: str
    batch_of_its_number: str
    cue_say: str
    cue_fade: str
    cue_stop: str


VI = AssumedTexts(
    session_title="Phiên {number}",
    batch_title="Đợt {number}/{count}",
    batch_of_its_number="Đợt {number}",
    cue_say="Lời dẫn MC",
    cue_fade="Nhỏ dần rồi tắt nhạc",
    cue_stop="Dừng nhạc",
)


EN = AssumedTexts(
    session_title="Session {number}",
    batch_title="Batch {number}/{count}",
    batch_of_its_number="Batch {number}",
    cue_say="The MC's words",
    cue_fade="Fade the music out",
    cue_stop="Stop the music",
)
ASSUMED = {Language.VI: VI, Language.EN: EN}
