"""What the pages say of the item, its cues and the order, for whoever looks on."""

from __future__ import annotations

from msgspec import Struct


class Following(Struct, frozen=True):
    item: str
    before: str
    between: str
    ended: str
    no_cues: str
    cues_over: str
    lamp: str
    lamp_idle: str
    lamp_go: str
    wait_for_go: str
    do_play: str
    do_fade: str
    do_stop: str
    one_minute: str
    time_is_up: str
    message: str
    display_now: str
    display_next: str
    display_soon: str
    display_thanks: str
    needed: str
    nobody_needed: str
    decision: str
    reader: str
    award_form: str
    recipients: str
    tray: str
    called_before: str
    called_after: str
    no_recipients: str
    backdrop: str
    order: str
    no_items: str
    column_plan: str
    column_now: str
    column_minutes: str


VI = Following(
    item="mục {number}",
    before="Chưa bắt đầu",
    between="Giữa hai phiên",
    ended="Đã kết thúc",
    no_cues="Không còn hiệu lệnh nào.",
    cues_over="Đã qua",
    lamp="Đèn lệnh",
    lamp_idle="CHƯA CÓ LỆNH",
    lamp_go="ĐI!",
    wait_for_go="chờ lệnh ĐI",
    do_play="phát",
    do_fade="nhỏ dần rồi tắt",
    do_stop="dừng nhạc",
    one_minute="còn 1 phút",
    time_is_up="hết giờ",
    message="Tin nhắn",
    display_now="Đang diễn ra",
    display_next="Tiếp theo",
    display_soon="Chương trình bắt đầu lúc {at}",
    display_thanks="Trân trọng cảm ơn quý vị đại biểu",
    needed="CẦN AI, Ở ĐÂU · 10 PHÚT TỚI",
    nobody_needed="Mười phút tới chưa cần ai lên sân khấu.",
    decision="Quyết định",
    reader="Người công bố",
    award_form="Hình thức",
    recipients="Người nhận, theo thứ tự lên",
    tray="Khay: {count} phần, xếp đúng thứ tự trên",
    called_before="Mời lên TRƯỚC khi đọc quyết định",
    called_after="Mời lên SAU khi đọc quyết định",
    no_recipients="Chưa có danh sách người nhận.",
    backdrop="Phông",
    order="KỊCH BẢN",
    no_items="Chưa có mục nào.",
    column_plan="K.hoạch",
    column_now="Thực/dự",
    column_minutes="Phút",
)


EN = Following(
    item="item {number}",
    before="Not started",
    between="Between sessions",
    ended="Ended",
    no_cues="No cues are left.",
    cues_over="Over",
    lamp="Cue light",
    lamp_idle="NO CUE YET",
    lamp_go="GO!",
    wait_for_go="wait for GO",
    do_play="play",
    do_fade="fade out",
    do_stop="stop",
    one_minute="1 minute left",
    time_is_up="time is up",
    message="Message",
    display_now="Now",
    display_next="Next",
    display_soon="The programme starts at {at}",
    display_thanks="Thank you for being with us",
    needed="WHO IS NEEDED, WHERE · NEXT 10 MINUTES",
    nobody_needed="Nobody is needed on stage in the next ten minutes.",
    decision="Decision",
    reader="Read by",
    award_form="Form of award",
    recipients="Recipients, in the order they come up",
    tray="Tray: {count} pieces, stacked in the order above",
    called_before="Called up BEFORE the decision is read",
    called_after="Called up AFTER the decision is read",
    no_recipients="No list of recipients yet.",
    backdrop="Backdrop",
    order="RUNNING ORDER",
    no_items="No items yet.",
    column_plan="Plan",
    column_now="Act/exp",
    column_minutes="Min",
)
