"""The phrases of the dialog in which changes of the agenda file are taken into the running show."""

from __future__ import annotations

from msgspec import Struct


class NewerPlanTexts(Struct, frozen=True):
    """A newer plan, line by line."""

    title: str
    reading: str
    found: str
    chosen: str
    by_hand_alone: str
    taken_line: str
    none_chosen: str
    taking: str
    taken: str
    some_refused: str
    no_answer: str
    nothing: str
    unreadable: str
    choose: str
    all: str
    take: str
    close: str


VI = NewerPlanTexts(
    title="THAY ĐỔI TRONG TỆP KỊCH BẢN",
    reading="Đang đọc tệp kịch bản…",
    found="{count} thay đổi so với buổi đang chạy. Chọn những dòng cần nhận rồi bấm Enter.",
    chosen="đã chọn {count}",
    by_hand_alone="Phím a không chọn dòng này: chọn riêng bằng SPACE.",
    taken_line="Đã nhận.",
    none_chosen="Chưa chọn dòng nào: SPACE để chọn.",
    taking="Đang nhận…",
    taken="Đã nhận {count} thay đổi từ tệp kịch bản. u hoàn tác từng bước.",
    some_refused="Đã nhận {count} thay đổi, {refused} không nhận được: lý do ở từng dòng.",
    no_answer="Máy chưa trả lời: xem dòng trạng thái.",
    nothing="Tệp kịch bản không có gì mới cho buổi đang chạy.",
    unreadable="Tệp kịch bản có lỗi, không nhận gì: {complaint}",
    choose="chọn",
    all="chọn hết",
    take="nhận",
    close="đóng",
)

EN = NewerPlanTexts(
    title="CHANGES IN THE AGENDA FILE",
    reading="Reading the agenda file…",
    found="{count} changes to the running show. Choose the lines to take, then press Enter.",
    chosen="{count} chosen",
    by_hand_alone="The key a leaves this line out: choose it by itself with SPACE.",
    taken_line="Taken.",
    none_chosen="No line is chosen: SPACE chooses.",
    taking="Taking…",
    taken="{count} changes taken from the agenda file. u undoes them step by step.",
    some_refused="{count} changes taken, {refused} refused: the reason stands at each line.",
    no_answer="There was no answer: see the status line.",
    nothing="The agenda file has nothing new for the running show.",
    unreadable="The agenda file has an error, nothing is taken: {complaint}",
    choose="choose",
    all="all",
    take="take",
    close="close",
)
