"""What every window says of a show that runs: the console, the role screens and the pages of the hall."""

from __future__ import annotations

from msgspec import Struct


class Running(Struct, frozen=True):
    rehearsal: str
    joins: str
    """Beside the word for a rehearsal: of the joins alone."""
    drill: str
    """Beside it: hands answer that are simulated."""
    now: str
    next: str
    after: str
    nothing_next: str
    due_in: str
    protected: str
    optional: str
    skipped: str
    aside: str
    cues: str
    lamp_soon: str
    cue_later: str
    cue_standby: str
    """In capitals from the stand-by to the call: what is asked now must be seen from afar."""
    cue_ready: str
    cue_due: str
    due_by_voice: str
    """Nobody can answer by a device."""
    cue_gone: str
    cue_missed: str
    cue_stood_down: str
    automatic: str
    with_words: str
    without_words: str
    clip: str
    no_track: str
    late: str
    early: str
    on_time: str
    as_planned: str
    ends_at: str
    hard_out: str
    slack: str
    past_hard_out: str
    likely: str
    """From when to when four of five shows like this one end."""
    chance: str
    """How likely the hard out is made, in a hundred."""
    day: str
    day_arrives: str
    day_leaves: str
    by_speech: str
    """Where the speaker should be by now, if the text is read as it was planned."""
    by_mc_speech: str
    speech_page: str
    speech_over: str
    go: str
    done_undo: str
    done_redo: str
    ask_end: str
    no: str
    unanswered: str


VI = Running(
    rehearsal="TẬP DUYỆT",
    joins="CHỖ NỐI",
    drill="GIẢ LẬP",
    now="ĐANG DIỄN RA",
    next="KẾ TIẾP",
    after="SAU ĐÓ",
    nothing_next="Không còn mục nào.",
    due_in="sau {count}",
    protected="giữ nguyên nghi thức",
    optional="nếu có",
    skipped="đã bỏ qua",
    aside="gác lại",
    cues="HIỆU LỆNH",
    lamp_soon="chuẩn bị sau {count}",
    cue_later="chưa đến",
    cue_standby="CHUẨN BỊ",
    cue_ready="ĐÃ RÕ",
    cue_due="ĐẾN LÚC",
    due_by_voice="ĐẾN LÚC, chưa có máy",
    cue_gone="đã gọi {at}",
    cue_missed="lỡ",
    cue_stood_down="không dùng",
    automatic="tự động",
    with_words="CÓ LỜI",
    without_words="KHÔNG LỜI",
    clip="TIẾNG CLIP",
    no_track="chưa có tệp",
    late="chậm {length}",
    early="sớm {length}",
    on_time="đúng giờ",
    as_planned="theo kế hoạch",
    ends_at="kết thúc {at}",
    hard_out="hạn {at}",
    slack="còn dư {length}",
    past_hard_out="quá hạn {length}",
    likely="dự báo {low}–{high} (80 %)",
    chance="kịp hạn {percent} %",
    day="CẢ NGÀY",
    day_arrives="{name} đến {at}",
    day_leaves="{name} về {at}",
    by_speech="theo bài",
    by_mc_speech="theo lời dẫn",
    speech_page="trang {page}/{pages}",
    speech_over="theo bài: đến đây lẽ ra đã đọc xong",
    go="ĐI",
    done_undo="Đã hoàn tác: {call}.",
    done_redo="Đã làm lại: {call}.",
    ask_end="Kết thúc hội nghị?",
    no="Không",
    unanswered="{who} chưa trả lời {count}",
)


EN = Running(
    rehearsal="REHEARSAL",
    joins="JOINS",
    drill="SIMULATED",
    now="NOW",
    next="NEXT",
    after="THEN",
    nothing_next="Nothing left.",
    due_in="in {count}",
    protected="protected",
    optional="optional",
    skipped="skipped",
    aside="laid aside",
    cues="CUES",
    lamp_soon="stand by in {count}",
    cue_later="later",
    cue_standby="STAND BY",
    cue_ready="GOT IT",
    cue_due="DUE",
    due_by_voice="DUE, no device",
    cue_gone="called {at}",
    cue_missed="missed",
    cue_stood_down="stood down",
    automatic="auto",
    with_words="WITH WORDS",
    without_words="WITHOUT WORDS",
    clip="CLIP SOUND",
    no_track="no file",
    late="late {length}",
    early="early {length}",
    on_time="on time",
    as_planned="as planned",
    ends_at="end {at}",
    hard_out="hard out {at}",
    slack="slack {length}",
    past_hard_out="past the hard out {length}",
    likely="likely {low}–{high} (80 %)",
    chance="hard out made: {percent} %",
    day="THE DAY",
    day_arrives="{name} comes {at}",
    day_leaves="{name} leaves {at}",
    by_speech="by the text",
    by_mc_speech="by the words",
    speech_page="page {page}/{pages}",
    speech_over="by the text: it should have been read by now",
    go="GO",
    done_undo="Undone: {call}.",
    done_redo="Redone: {call}.",
    ask_end="End the show?",
    no="No",
    unanswered="{who}: no answer for {count}",
)
