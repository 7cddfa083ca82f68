"""The words of the log."""

from __future__ import annotations

from msgspec import Struct


class Calls(Struct, frozen=True):
    """An obeyed command in the log and in the report, by its name."""

    open: str
    start: str
    go: str
    advance: str
    hold: str
    resume: str
    add_time: str
    standby: str
    ack: str
    undo: str
    redo: str
    back: str
    jump: str
    skip: str
    unskip: str
    move: str
    edit: str
    insert: str
    backdate: str
    vote: str
    step: str
    recipient: str
    move_recipient: str
    add_recipient: str
    split_batch: str
    take_out_missing: str
    see: str
    leader: str
    message: str
    answer: str
    note: str
    edit_cue: str
    add_cue: str
    remove_cue: str
    remove: str
    recover: str
    propose: str
    take_proposal: str
    decline_proposal: str
    dismiss: str
    end: str
    clock: str
    tick: str
    report_clock: str
    jump_clock: str
    drill_ack: str
    correct_clock: str
    play: str
    fade: str
    stop: str
    panic: str
    arm: str
    sound: str
    signal: str
    take_over: str
    keep_branch: str
    player: str
    signals: str
    console: str
    agent: str
    timecode: str
    joins: str
    drill: str
    """The last seven and `clock` are who told, the others what."""


VI = Calls(
    open="mở hội nghị",
    start="bắt đầu",
    go="ĐI",
    advance="chuyển mục",
    hold="tạm dừng",
    resume="tiếp tục",
    add_time="đổi thời gian",
    standby="báo chuẩn bị",
    ack="đã rõ",
    undo="hoàn tác",
    redo="làm lại",
    back="quay lại mục trước",
    jump="chọn mục kế tiếp",
    skip="bỏ qua",
    unskip="đưa trở lại",
    move="chuyển vị trí",
    edit="sửa",
    insert="chèn",
    edit_cue="sửa hiệu lệnh",
    add_cue="thêm hiệu lệnh",
    remove_cue="bớt hiệu lệnh",
    remove="gỡ mục đã chèn",
    recover="phương án giờ giấc",
    propose="đề nghị",
    take_proposal="nhận đề nghị",
    decline_proposal="không nhận đề nghị",
    dismiss="ẩn cảnh báo",
    backdate="lùi giờ bắt đầu",
    vote="kết quả biểu quyết",
    step="bước trao",
    recipient="người nhận",
    move_recipient="đổi đợt trao",
    add_recipient="thêm người nhận",
    split_batch="chia đợt trao",
    take_out_missing="ghi vắng mặt",
    see="có mặt",
    leader="lãnh đạo đến",
    message="nhắn",
    answer="đã đọc tin",
    note="ghi nhận",
    end="kết thúc",
    clock="đồng hồ",
    tick="đến giờ",
    report_clock="đồng hồ máy lệch",
    jump_clock="bỏ qua phần giữa mục",
    drill_ack="người giả lập đã rõ",
    correct_clock="chỉnh đồng hồ",
    play="phát tay",
    fade="nhỏ dần rồi tắt",
    stop="dừng nhạc",
    panic="tắt mọi tiếng",
    arm="nạp lại",
    sound="nhạc",
    signal="tín hiệu",
    take_over="nhận điều hành",
    keep_branch="giữ bản ghi riêng",
    player="máy phát",
    signals="điều khiển",
    agent="Tác nhân",
    console="máy điều hành",
    timecode="mã giờ",
    joins="đồng hồ tập",
    drill="người giả lập",
)

EN = Calls(
    open="open the show",
    start="start",
    go="GO",
    advance="next item",
    hold="hold",
    resume="resume",
    add_time="time changed",
    standby="stand by",
    ack="got it",
    undo="undo",
    redo="redo",
    back="back to the item before",
    jump="next chosen",
    skip="skip",
    unskip="bring back",
    move="move",
    edit="edit",
    insert="insert",
    edit_cue="edit cue",
    add_cue="add cue",
    remove_cue="remove cue",
    remove="take out inserted item",
    recover="recovery plan",
    propose="proposal",
    take_proposal="proposal taken",
    decline_proposal="proposal declined",
    dismiss="dismiss alarms",
    backdate="start back-dated",
    vote="vote counted",
    step="step of the batch",
    recipient="recipient",
    move_recipient="moved to a batch",
    add_recipient="recipient added",
    split_batch="batch split",
    take_out_missing="marked absent",
    see="presence",
    leader="leader expected",
    message="message",
    answer="message read",
    note="note",
    end="end",
    clock="clock",
    tick="came true",
    report_clock="machine clock parted",
    jump_clock="skip the middle of the item",
    drill_ack="simulated hand ready",
    correct_clock="clock corrected",
    play="played by hand",
    fade="fade out",
    stop="music stopped",
    panic="all sound off",
    arm="load again",
    sound="music",
    signal="signal",
    take_over="took over",
    keep_branch="kept what another wrote",
    player="player",
    signals="show control",
    agent="Agent",
    console="console",
    timecode="timecode",
    joins="rehearsal clock",
    drill="simulated hand",
)
