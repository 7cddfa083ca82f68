"""What an alarm says, by its code. A name in braces is filled in by the screen."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AlarmTexts:
    """One phrase for each code; what the alarm is about stands behind it."""

    slept: str
    clock_stepped: str
    stalled: str
    journal: str
    player_died: str
    signal_failed: str
    track_no_file: str
    track_missing: str
    track_unreadable: str
    track_empty: str
    track_corrupt: str
    track_foreign: str
    track_points: str
    track_mismatch: str
    track_late: str
    track_output: str
    track_player: str
    other: str
    """Of a code that has no phrase of its own."""

    def phrase(self, code: str) -> str:
        known: str = getattr(self, code, self.other)
        return known


VI = AlarmTexts(
    slept="Máy đã ngủ {by}: đồng hồ hội nghị vẫn tính cả lúc ngủ. Kiểm tra mục đang diễn ra.",
    clock_stepped="Đồng hồ máy bị chỉnh {by}: kiểm tra giờ thật.",
    stalled="Máy bị treo {by}: kiểm tra mục đang diễn ra.",
    journal="KHÔNG GHI ĐƯỢC NHẬT KÝ: hội nghị vẫn chạy, hãy giải phóng đĩa.",
    player_died="MÁY PHÁT NHẠC BỊ TẮT, đang tự mở lại:",
    signal_failed="KHÔNG GỬI ĐƯỢC TÍN HIỆU:",
    track_no_file="BẢN NHẠC CHƯA CÓ TỆP:",
    track_missing="KHÔNG TÌM THẤY TỆP NHẠC:",
    track_unreadable="KHÔNG ĐỌC ĐƯỢC TỆP NHẠC:",
    track_empty="TỆP NHẠC RỖNG:",
    track_corrupt="TỆP NHẠC HỎNG:",
    track_foreign="KHÔNG PHẢI TỆP ÂM THANH:",
    track_points="ĐIỂM ĐẦU, CUỐI NẰM NGOÀI BẢN NHẠC:",
    track_mismatch="TỆP NHẠC KHÁC BẢN ĐÃ CHỌN:",
    track_late="LỆNH NHẠC ĐẾN MUỘN, không phát:",
    track_output="MÁY KHÔNG CÓ ĐƯỜNG RA ÂM THANH:",
    track_player="MÁY PHÁT KHÔNG TRẢ LỜI:",
    other="Cảnh báo {code}.",
)

EN = AlarmTexts(
    slept="This machine slept for {by}: the show clock counted on. Check the current item.",
    clock_stepped="This machine's clock was set by {by}: check the real time.",
    stalled="This machine stalled for {by}: check the current item.",
    journal="THE JOURNAL CANNOT BE WRITTEN: the show goes on, make room on the disk.",
    player_died="THE MUSIC PLAYER DIED and is being started again:",
    signal_failed="A SIGNAL COULD NOT BE SENT:",
    track_no_file="THE TRACK HAS NO FILE YET:",
    track_missing="MUSIC FILE NOT FOUND:",
    track_unreadable="MUSIC FILE CANNOT BE READ:",
    track_empty="MUSIC FILE IS EMPTY:",
    track_corrupt="MUSIC FILE IS BROKEN:",
    track_foreign="NOT A SOUND FILE:",
    track_points="START OR END LIES OUTSIDE THE TRACK:",
    track_mismatch="NOT THE RECORDING THAT WAS CHOSEN:",
    track_late="THE CALL CAME TOO LATE, not played:",
    track_output="THIS MACHINE HAS NO SOUND OUTPUT:",
    track_player="THE PLAYER DOES NOT ANSWER:",
    other="Alarm {code}.",
)
