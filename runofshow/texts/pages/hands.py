"""What the pages say to who speaks, plays or answers."""

from __future__ import annotations

from msgspec import Struct


class Hands(Struct, frozen=True):
    messages: str
    message_from: str
    message_known: str
    message_sent: str
    write: str
    write_to_caller: str
    answer_known: str
    answer_wait: str
    answer_not_ready: str
    answer_help: str
    free_text: str
    say_now: str
    say_next: str
    no_words: str
    no_more_words: str
    commands: str
    to_now: str
    to_next: str
    scrolling: str
    scroll: str
    scroll_stop: str
    slower: str
    faster: str
    pace: str
    playing: str
    silence: str
    comes: str
    nothing_comes: str
    nothing_to_load: str
    """Where a machine plays: cues that name no recording may be left, and are a hand's."""
    all_cues: str
    fade_out: str
    stop_music: str
    panic: str
    panic_again: str
    done_panic: str
    arm: str
    play_by_hand: str
    yes_silence: str
    yes_early: str
    player_gone: str


VI = Hands(
    messages="TIN NHẮN",
    message_from="{who} nhắn",
    message_known="{who} đã rõ",
    message_sent="Đã gửi: {text}",
    write="Nhắn",
    write_to_caller="Nhắn người điều hành",
    answer_known="Đã rõ",
    answer_wait="Chờ một chút",
    answer_not_ready="Chưa sẵn sàng",
    answer_help="Cần người hỗ trợ",
    free_text="Viết điều khác",
    say_now="LỜI DẪN BÂY GIỜ",
    say_next="LỜI DẪN KẾ TIẾP",
    no_words="Chưa có lời dẫn.",
    no_more_words="Không còn lời dẫn nào.",
    commands="Khẩu lệnh: chạm để đánh dấu đã hô",
    to_now="Bây giờ",
    to_next="Kế tiếp",
    scrolling="Tự cuộn theo tốc độ đọc",
    scroll="Cuộn",
    scroll_stop="Dừng",
    slower="Cuộn chậm hơn",
    faster="Cuộn nhanh hơn",
    pace="{pace} âm tiết/phút",
    playing="ĐANG PHÁT",
    silence="Không phát gì.",
    comes="LỆNH NHẠC KẾ TIẾP",
    nothing_comes="Không còn lệnh nhạc nào.",
    nothing_to_load="Không còn lệnh nào phát bản nhạc.",
    all_cues="TẤT CẢ LỆNH",
    fade_out="Nhỏ dần rồi tắt",
    stop_music="Dừng nhạc",
    panic="Tắt mọi tiếng",
    panic_again="LẦN NỮA: TẮT NGAY",
    done_panic="Tắt mọi tiếng. Bấm lần nữa trong 3 giây: tắt ngay lập tức.",
    arm="Nạp lại",
    play_by_hand="Phát tay",
    yes_silence="Vẫn tắt",
    yes_early="Vẫn gọi",
    player_gone="Máy phát đã rời đi: phát bằng tay theo hiệu lệnh.",
)


EN = Hands(
    messages="MESSAGES",
    message_from="{who} says",
    message_known="{who} has read",
    message_sent="Sent: {text}",
    write="Write",
    write_to_caller="Message the stage manager",
    answer_known="Got it",
    answer_wait="One moment",
    answer_not_ready="Not ready",
    answer_help="I need help",
    free_text="Write something else",
    say_now="SAY NOW",
    say_next="SAY NEXT",
    no_words="No words yet.",
    no_more_words="No words are left.",
    commands="Commands: tap each one when it is called",
    to_now="Now",
    to_next="Next",
    scrolling="Scroll by itself at reading speed",
    scroll="Scroll",
    scroll_stop="Stop",
    slower="Scroll slower",
    faster="Scroll faster",
    pace="{pace} syllables/min",
    playing="PLAYING",
    silence="Nothing plays.",
    comes="NEXT MUSIC CUE",
    nothing_comes="No music cue is left.",
    nothing_to_load="No cue that plays a recording is left.",
    all_cues="ALL CUES",
    fade_out="Fade out",
    stop_music="Stop",
    panic="All sound off",
    panic_again="AGAIN: OFF AT ONCE",
    done_panic="All sound off. Again within 3 s: off at once.",
    arm="Load again",
    play_by_hand="Play by hand",
    yes_silence="Silence it",
    yes_early="Call it",
    player_gone="The player has left: play by hand, on the cues.",
)
