"""The phrases of `check --sound`: a table of the tracks, and what stands in the way of listening."""

from __future__ import annotations

from msgspec import Struct

from runofshow.texts import Language


class CheckTexts(Struct, frozen=True):
    listening: str
    no_mpv: str
    old_mpv: str
    track: str
    mark: str
    length: str
    loudness: str
    file: str
    good: str


VI = CheckTexts(
    listening="Đang nghe {place}/{count}: {title}",
    no_mpv="Máy này chưa có mpv nên chưa nghe thử được bản nhạc nào; lệnh “runofshow doctor” chỉ cách cài.",
    old_mpv="mpv {version} ({path}) quá cũ nên chưa nghe thử được; cần từ {oldest}.",
    track="Bản nhạc",
    mark="Nhãn",
    length="Dài",
    loudness="LUFS",
    file="Tệp",
    good="phát được",
)

EN = CheckTexts(
    listening="Listening {place}/{count}: {title}",
    no_mpv="This machine has no mpv, so no track was listened to; `runofshow doctor` says how to install it.",
    old_mpv="mpv {version} ({path}) is too old, so no track was listened to; {oldest} or newer is needed.",
    track="Track",
    mark="Mark",
    length="Length",
    loudness="LUFS",
    file="File",
    good="plays",
)

CHECK = {Language.VI: VI, Language.EN: EN}
