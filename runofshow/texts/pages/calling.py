"""What the page says to who calls the show from a phone."""

from __future__ import annotations

from msgspec import Struct


class Calling(Struct, frozen=True):
    go_cue: str
    go_item: str
    go_first: str
    go_session: str
    go_end_item: str
    go_end: str
    go_over: str
    advance: str
    standby: str
    hold: str
    resume: str
    more: str
    more_short: str
    less: str
    less_short: str
    undo: str
    redo: str
    back: str
    skip: str
    unskip: str
    jump: str
    move_up: str
    move_down: str
    edit: str
    insert: str
    insert_button: str
    remove: str
    lost_row: str
    cues_of: str
    backdate: str
    note: str
    end: str
    ask_end_why: str
    yes_end: str
    mc_hint: str
    field_earlier: str
    not_loaded: str
    bad_minutes: str
    unanswered_lost: str
    by_voice: str
    late_answers: str
    correct_clock: str
    answered: str
    alarms: str
    alarms_seen: str
    ready_wait: str
    ready_come: str
    doors: str
    doors_renew: str
    doors_seen: str
    doors_out: str
    doors_qr: str
    doors_ask_renew: str
    doors_ask_renew_why: str
    doors_ask_out: str
    refused_not_started: str
    refused_ended: str
    refused_item_skipped: str
    refused_item_aside: str
    refused_bad_request: str
    refused_no_answer: str
    refused_slowed: str
    refused_moment: str


VI = Calling(
    go_cue="ĐI · {who}",
    go_item="Chuyển sang mục {number}",
    go_first="Bắt đầu mục {number}",
    go_session="Hết phiên này, chờ: {title}",
    go_end_item="Kết thúc mục {number}, rồi MC dẫn",
    go_end="Kết thúc hội nghị",
    go_over="Hội nghị đã kết thúc",
    advance="Chuyển mục",
    standby="Chuẩn bị",
    hold="Tạm dừng",
    resume="Tiếp tục",
    more="Thêm 1 phút",
    more_short="thêm phút",
    less="Bớt 1 phút",
    less_short="bớt phút",
    undo="Hoàn tác",
    redo="Làm lại",
    back="Mục trước",
    skip="Bỏ qua",
    unskip="Đưa trở lại",
    jump="Làm mục kế tiếp",
    move_up="Chuyển lên",
    move_down="Chuyển xuống",
    edit="Sửa",
    insert="Chèn mục bên cạnh",
    insert_button="Chèn",
    remove="Gỡ khỏi kịch bản",
    lost_row="Máy khác vừa gỡ mục này. Bấm Lưu lần nữa để chèn lại thành mục mới.",
    cues_of="Hiệu lệnh của mục này",
    backdate="Đã bắt đầu sớm hơn…",
    note="Ghi chú",
    end="Kết thúc",
    ask_end_why="Sau khi kết thúc vẫn mở lại được bằng Hoàn tác.",
    yes_end="Kết thúc",
    mc_hint="{by} và {title} được điền tên người và nội dung của mục; {by|đại biểu} đọc là «đại biểu» khi chưa có tên.",
    field_earlier="Sớm hơn bao nhiêu phút",
    not_loaded="Chưa tải được mục này. Hãy bấm lại.",
    bad_minutes="Số phút là một số lớn hơn 0.",
    unanswered_lost="{who} mất kết nối, chưa trả lời {count}",
    by_voice="chưa có máy, gọi bằng lời",
    late_answers="Chưa trả lời",
    correct_clock="Chỉnh lại đồng hồ hội nghị",
    answered="{who} đã rõ",
    alarms="CẢNH BÁO",
    alarms_seen="Đã xem, ẩn cảnh báo",
    ready_wait="Chờ thêm một chút",
    ready_come="Mời đến cánh gà",
    doors="Ai đang kết nối",
    doors_renew="Đổi mã",
    doors_seen="kết nối lần cuối {count} trước",
    doors_out="Mời ra",
    doors_qr="Mã QR",
    doors_ask_renew="Đổi mã của {who}?",
    doors_ask_renew_why="Mã và mã QR cũ không dùng được nữa. Ai đang vào thì vẫn ở trong.",
    doors_ask_out="Mời máy này ra khỏi màn hình {who}?",
    refused_not_started="Hội nghị chưa bắt đầu. Bấm nút lớn để bắt đầu.",
    refused_ended="Hội nghị đã kết thúc. Bấm Hoàn tác để mở lại.",
    refused_item_skipped="Mục này đã bỏ qua. Chọn Đưa trở lại.",
    refused_item_aside="Mục này đã gác lại. Chọn Đưa trở lại.",
    refused_bad_request="Máy không hiểu yêu cầu này.",
    refused_no_answer="Máy điều hành chưa trả lời. Nhìn màn hình rồi bấm lại nếu cần.",
    refused_slowed="Bấm nhanh quá. Chờ một chút rồi bấm lại.",
    refused_moment="Lúc của lệnh ghi như: đầu mục + 90 giây, cuối mục - 1 phút, khi nghe Chào cờ!",
)


EN = Calling(
    go_cue="GO · {who}",
    go_item="Next item {number}",
    go_first="Start item {number}",
    go_session="End this session, wait for {title}",
    go_end_item="End item {number}, then the MC's link",
    go_end="End the show",
    go_over="The show has ended",
    advance="Next item",
    standby="Stand by",
    hold="Hold",
    resume="Resume",
    more="1 minute more",
    more_short="minute",
    less="1 minute less",
    less_short="minute",
    undo="Undo",
    redo="Redo",
    back="Item before",
    skip="Skip",
    unskip="Bring back",
    jump="Make it next",
    move_up="Move up",
    move_down="Move down",
    edit="Edit",
    insert="Insert beside it",
    insert_button="Insert",
    remove="Take out of the agenda",
    lost_row="Another window has taken this item out. Save again to insert it as a new item.",
    cues_of="Cues of this item",
    backdate="It began earlier…",
    note="Note",
    end="End",
    ask_end_why="After the end, Undo still reopens it.",
    yes_end="End",
    mc_hint="{by} and {title} become the item's person and title; {by|our guest} is said while nobody is named.",
    field_earlier="Earlier by how many minutes",
    not_loaded="The item could not be loaded. Press again.",
    bad_minutes="Minutes are a number above 0.",
    unanswered_lost="{who} lost the connection, no answer for {count}",
    by_voice="no device, call by voice",
    late_answers="Not answered",
    correct_clock="Put the show's clock right",
    answered="{who}: got it",
    alarms="ALARMS",
    alarms_seen="Seen, put away",
    ready_wait="Wait a little",
    ready_come="Come to the wings",
    doors="Who is connected",
    doors_renew="New code",
    doors_seen="last connected {count} ago",
    doors_out="Remove",
    doors_qr="QR code",
    doors_ask_renew="A new code for {who}?",
    doors_ask_renew_why="The old code and its QR code are void. Those who are in stay in.",
    doors_ask_out="Remove this device from {who}?",
    refused_not_started="The show has not started. The large button starts it.",
    refused_ended="The show has ended. Undo reopens it.",
    refused_item_skipped="This item is skipped. Bring it back first.",
    refused_item_aside="This item is laid aside. Bring it back first.",
    refused_bad_request="The console does not understand this request.",
    refused_no_answer="The console has not answered. Look, then press again if needed.",
    refused_slowed="Too fast. Wait a moment and press again.",
    refused_moment="Write a cue's moment like: start, start + 90s, end - 1', word Chào cờ!",
)
