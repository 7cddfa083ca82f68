"""What the keys of the console do, and what its help tells of each face."""

from __future__ import annotations

from msgspec import Struct


class KeyTexts(Struct, frozen=True, eq=False):
    """What each key does: a word for the footer, a sentence for help and the palette."""

    go: str
    go_long: str
    advance: str
    advance_long: str
    standby: str
    standby_long: str
    hold: str
    hold_long: str
    resume: str
    more: str
    more_long: str
    less: str
    less_long: str
    undo: str
    undo_long: str
    redo: str
    redo_long: str
    back: str
    back_long: str
    jump: str
    jump_long: str
    skip: str
    skip_long: str
    move_down: str
    move_down_long: str
    move_up: str
    move_up_long: str
    edit: str
    edit_long: str
    insert: str
    insert_long: str
    message: str
    message_long: str
    note: str
    note_long: str
    search: str
    search_long: str
    follow: str
    follow_long: str
    acknowledge: str
    acknowledge_long: str
    stage: str
    stage_long: str
    mc: str
    mc_long: str
    music: str
    music_long: str
    display: str
    display_long: str
    log: str
    log_long: str
    help: str
    help_long: str
    leave: str
    leave_long: str
    palette: str
    palette_long: str
    cursor: str
    cursor_long: str
    save: str
    save_long: str
    theme: str
    theme_long: str
    backdate: str
    backdate_long: str
    correct: str
    correct_long: str
    dismiss: str
    dismiss_long: str
    duties: str
    duties_long: str
    takes: str
    takes_long: str
    people: str
    people_long: str
    recover: str
    recover_long: str
    take: str
    take_long: str
    proposals: str
    proposals_long: str
    joining: str
    joining_long: str
    read: str
    read_long: str
    fade: str
    fade_long: str
    stop: str
    stop_long: str
    panic: str
    panic_long: str
    arm: str
    arm_long: str
    play: str
    play_long: str
    more_tracks: str
    more_tracks_long: str

    # In the award panel
    step: str
    """What space does there while a batch runs."""
    award: str
    award_long: str
    day: str
    day_long: str
    absent: str
    absent_long: str
    proxy: str
    proxy_long: str
    present: str
    present_long: str
    missing: str
    missing_long: str
    later: str
    later_long: str
    add_name: str
    add_name_long: str
    presenter: str
    presenter_long: str
    split: str
    split_long: str
    read_as: str
    read_as_long: str
    all_absent: str
    all_absent_long: str
    card: str
    card_long: str

    # At a role's screen, a word each
    scroll: str
    roll: str
    still: str
    """Stop the scrolling that goes by itself."""
    called: str
    uncalled: str


class HelpTexts(Struct, frozen=True):
    """What each face is for, told above its keys."""

    title: str
    stage: str
    mc: str
    music: str
    display: str
    log: str
    award: str
    day: str
    marks: str
    close: str


VI = KeyTexts(
    go="đi",
    go_long="ĐI: lệnh kế tiếp theo thứ tự, một hiệu lệnh hoặc mục sau",
    advance="mục sau",
    advance_long="Chuyển sang mục sau, mặc các hiệu lệnh còn lại",
    standby="chuẩn bị",
    standby_long="Báo chuẩn bị cho hiệu lệnh kế tiếp",
    hold="tạm dừng",
    hold_long="Tạm dừng hoặc tiếp tục",
    resume="tiếp tục",
    more="phút",
    more_long="Thêm một phút",
    less="phút",
    less_long="Rút ngắn một phút",
    undo="hoàn tác",
    undo_long="Hoàn tác lệnh vừa rồi, mỗi lần nhấn một lệnh",
    redo="làm lại",
    redo_long="Làm lại lệnh vừa hoàn tác",
    back="mục trước",
    back_long="Quay lại mục trước; khi tập là tập lại mục ấy, lần trước vẫn giữ",
    jump="làm kế tiếp",
    jump_long="Cho mục đang chọn làm mục kế tiếp",
    skip="bỏ qua",
    skip_long="Bỏ qua mục đang chọn, hoặc đưa trở lại",
    move_down="xuống",
    move_down_long="Chuyển vị trí mục đang chọn xuống",
    move_up="lên",
    move_up_long="Chuyển vị trí mục đang chọn lên",
    edit="sửa",
    edit_long="Xem và sửa mục đang chọn: người, phút, lời dẫn, hiệu lệnh, kết quả biểu quyết",
    insert="chèn",
    insert_long="Chèn mục sau mục đang chọn",
    message="nhắn",
    message_long="Nhắn tin cho một vai hoặc người phát biểu",
    note="ghi",
    note_long="Ghi nhận sự cố hoặc ghi chú",
    search="tìm",
    search_long="Tìm trong kịch bản, không cần dấu",
    follow="về hiện tại",
    follow_long="Đưa con trỏ về mục đang diễn ra",
    acknowledge="đã rõ",
    acknowledge_long="Trả lời đã rõ cho hiệu lệnh đang chờ (màn hình MC, âm thanh)",
    stage="điều hành",
    stage_long="Màn hình điều hành",
    mc="MC",
    mc_long="Màn hình MC: lời dẫn",
    music="âm thanh",
    music_long="Màn hình âm thanh: bàn phát, lệnh nhạc",
    display="hội trường",
    display_long="Màn hình hội trường",
    log="nhật ký",
    log_long="Ghi nhận, tin nhắn và nhật ký",
    help="trợ giúp",
    help_long="Trợ giúp của màn hình này",
    leave="thoát",
    leave_long="Thoát; buổi để mở, mở lại là tiếp tục",
    palette="mọi lệnh",
    palette_long="Mọi lệnh, tìm không cần dấu",
    cursor="chọn mục",
    cursor_long="Chọn mục: mũi tên, PageUp, PageDown, Home, End",
    save="lưu kịch bản",
    save_long="Lưu kịch bản đã sửa",
    theme="sáng/tối",
    theme_long="Đổi nền sáng hoặc tối",
    backdate="lùi giờ",
    backdate_long="Ghi lại giờ bắt đầu: mục đang chọn đã bắt đầu sớm hơn lúc gọi",
    correct="chỉnh giờ",
    correct_long="Theo giờ mới của máy (sau khi đồng hồ máy bị chỉnh)",
    dismiss="ẩn cảnh báo",
    dismiss_long="Đã xem: ẩn mọi cảnh báo",
    duties="việc phải làm",
    recover="phương án",
    recover_long="Phương án khi trễ, khi sớm, khi lãnh đạo phải về: rút, bỏ, đổi thứ tự những gì",
    takes="các lần tập",
    takes_long="So các lần tập của từng mục: kế hoạch, mỗi lần, lần này, số giữa, khoảng 80 %",
    people="người lên sân khấu",
    people_long="Người nói tiếp theo, lãnh đạo, chủ tọa: đã có mặt chưa, giờ đến, người thay, đổi thứ tự",
    duties_long="Việc phải làm trước, trong và sau hội nghị: hạn, ai làm, ghi là đã xong",
    take="nhận thay đổi",
    take_long="Nhận thay đổi từ tệp kịch bản vào buổi đang chạy, chọn từng dòng",
    proposals="đề nghị",
    proposals_long="Đề nghị sửa kịch bản của tác nhân: xem, nhận tất cả, nhận một phần hay không nhận",
    joining="máy",
    joining_long="Máy đang nối, mã vào và QR của từng vai",
    read="đã xem",
    read_long="Đã xem tin nhắn mới nhất gửi cho người điều hành",
    fade="nhỏ dần",
    fade_long="Nhạc nhỏ dần rồi tắt",
    stop="dừng nhạc",
    stop_long="Dừng nhạc ngay",
    panic="tắt hết",
    panic_long="Tắt mọi tiếng; lần nữa trong 3 giây: tắt ngay lập tức, cả máy phát",
    arm="nạp lại",
    arm_long="Nạp lại bản nhạc không phát được hoặc chưa nạp",
    play="phát tay",
    play_long="Phát tay một bản nhạc trong danh sách (màn hình âm thanh)",
    more_tracks="trang sau",
    more_tracks_long="Trang sau của danh sách phát tay",
    step="bước tiếp",
    award="trao thưởng",
    award_long="Lượt khen thưởng: đợt đang trao, ai đã chờ, ai vắng, đợt sau",
    day="cả ngày",
    day_long="Cả ngày trên một dòng giờ: kế hoạch, thực tế và dự kiến, hạn kết thúc",
    absent="vắng",
    absent_long="Người đang chọn vắng mặt, hoặc không vắng nữa; khay đánh số lại",
    proxy="nhận thay",
    proxy_long="Ghi ai nhận thay người đang chọn",
    present="đã chờ",
    present_long="Người đang chọn đã chờ ở cánh gà, hoặc chưa thấy",
    missing="báo vắng",
    missing_long="Tìm không thấy người đang chọn, hoặc bỏ dấu ấy",
    later="đợt sau",
    later_long="Chuyển người đang chọn sang đợt sau",
    add_name="thêm",
    add_name_long="Thêm một người, một tập thể vào đợt này",
    presenter="người trao",
    presenter_long="Đổi người trao của đợt này",
    split="chia đợt",
    split_long="Chia đợt: từ người đang chọn là một đợt mới",
    read_as="cách đọc",
    read_as_long="Sửa cách đọc, xưng hô, tên, đơn vị của người đang chọn",
    all_absent="vắng hết",
    all_absent_long="Mọi người bị báo vắng trong đợt này là vắng mặt",
    card="mã thẻ",
    card_long="Mã trên thẻ (máy quét hoặc gõ tay) rồi Enter: đã chờ; số ngắn: chọn số ấy trong khay",
    scroll="cuộn",
    roll="tự cuộn",
    still="dừng cuộn",
    called="đã hô",
    uncalled="bỏ dấu",
)

VI_HELP = HelpTexts(
    title="Trợ giúp",
    stage="Màn hình điều hành. Chữ số lớn đếm mục đang diễn ra. Dải dưới nói SPACE sẽ làm gì. "
    "Bảng dưới cùng là cả kịch bản. Tệp kịch bản vừa được sửa thì Ctrl+P, gõ “nhận thay đổi”.",
    mc="Màn hình MC. Lời dẫn cần đọc đứng trước, lời kế tiếp đứng sau. Tên người giữ nguyên như đã viết.",
    music="Màn hình âm thanh. Hai bàn phát, ba lệnh nhạc kế tiếp đã nạp hay chưa, và danh sách để phát tay. "
    "Quốc ca luôn ghi rõ có lời hay không lời và không tắt khi chưa hỏi lại.",
    display="Màn hình hội trường. Chỉ có mục đang diễn ra và mục tiếp theo.",
    log="Nhật ký. Mọi việc đã làm, ai làm, lúc nào; ghi nhận và tin nhắn.",
    award="Lượt khen thưởng. Tên xếp theo thứ tự trong khay, từ trái sang phải nhìn từ hội trường. SPACE là bước tiếp của "
    "đợt; hết bước cuối là đợt sau. ✓ đã chờ, … chưa thấy, ✗ báo vắng hoặc vắng mặt; người vắng không có số.",
    day="Cả ngày. Trên là kế hoạch, dưới là thực tế (━) và dự kiến (─); ▓▒░ là khoảng giờ bế mạc dự báo; "
    "║ hạn kết thúc, ┊ giờ lãnh đạo đến hoặc về.",
    marks="○ chưa đến   ◐ chuẩn bị   ● đã rõ   ▶ đã gọi   ✓ đã xong   ✗ lỡ   – bỏ   · gác lại\n"
    "◆ giữ nguyên nghi thức   ~ tạm tính",
    close="Esc đóng",
)

EN = KeyTexts(
    go="go",
    go_long="GO: the next call in order, a cue or the next item",
    advance="next",
    advance_long="Next item, whatever cues are left",
    standby="stand by",
    standby_long="Stand by the next cue",
    hold="hold",
    hold_long="Hold or resume",
    resume="resume",
    more="min",
    more_long="One minute more",
    less="min",
    less_long="One minute less",
    undo="undo",
    undo_long="Undo the last call, one call a press",
    redo="redo",
    redo_long="Redo the call that was undone",
    back="back",
    back_long="Back to the item before; in a rehearsal for another take of it",
    jump="make next",
    jump_long="Make the chosen item the next one",
    skip="skip",
    skip_long="Skip the chosen item, or bring it back",
    move_down="down",
    move_down_long="Move the chosen item down",
    move_up="up",
    move_up_long="Move the chosen item up",
    edit="edit",
    edit_long="See and edit the chosen item: person, minutes, MC words, cues, how a vote went",
    insert="insert",
    insert_long="Insert an item after the chosen one",
    message="message",
    message_long="Message a role or the speaker",
    note="note",
    note_long="Write an incident or a note",
    search="search",
    search_long="Search the running order, without diacritics",
    follow="to now",
    follow_long="Return the cursor to the current item",
    acknowledge="got it",
    acknowledge_long="Got it: answer the cue that waits (MC and music screens)",
    stage="stage",
    stage_long="Stage manager's screen",
    mc="MC",
    mc_long="MC screen: the words",
    music="music",
    music_long="Music screen",
    display="display",
    display_long="Hall display",
    log="log",
    log_long="Notes, messages and the log",
    help="help",
    help_long="Help for this screen",
    leave="leave",
    leave_long="Leave; the show stays open and can be picked up again",
    palette="all commands",
    palette_long="All commands, searchable without diacritics",
    cursor="choose",
    cursor_long="Choose an item: arrows, PageUp, PageDown, Home, End",
    save="save agenda",
    save_long="Save the amended agenda",
    theme="light/dark",
    theme_long="Switch between the light and the dark theme",
    backdate="back-date",
    backdate_long="Back-date the start: the chosen item began earlier than it was called",
    correct="set clock",
    correct_long="Follow the machine's new time (after its clock was set)",
    dismiss="dismiss",
    dismiss_long="Seen: put all alarms away",
    duties="duties",
    recover="ways back",
    recover_long="What to do when late, when early, when a leader must go: what to shorten, leave out, move",
    takes="takes",
    takes_long="Compare the takes of each item: plan, each one, now, median, the range of four in five",
    people="people",
    people_long="Next speakers, leaders, chair panel: who is here, hours, a substitute, another order",
    duties_long="Duties before, on and after the day: when, by whom, mark them as done",
    take="take changes",
    take_long="Take changes from the agenda file into the running show, line by line",
    proposals="proposals",
    proposals_long="What an agent proposes to change: look, take all of it, some or none",
    joining="devices",
    joining_long="Who is connected; each role's join code and QR",
    read="read",
    read_long="The newest message to the stage manager has been read",
    fade="fade out",
    fade_long="Fade the music out",
    stop="stop music",
    stop_long="Stop the music at once",
    panic="all off",
    panic_long="All sound off; again within 3 s: off at once, the player too",
    arm="load again",
    arm_long="Load a track again that failed or is not armed",
    play="play by hand",
    play_long="Play a track of the list by hand (music screen)",
    more_tracks="more",
    more_tracks_long="Next page of the list to play by hand",
    step="next step",
    award="awards",
    award_long="Award round: the batch on stage, who is waiting or absent, the next batch",
    day="day",
    day_long="The day at a glance: plan, course and forecast by the hours, hard outs",
    absent="absent",
    absent_long="The chosen one is absent, or is not; the tray is numbered anew",
    proxy="on behalf",
    proxy_long="Who receives in the place of the chosen one",
    present="waiting",
    present_long="The chosen one waits in the wings, or was not seen",
    missing="missing",
    missing_long="The chosen one is not to be found; again takes it back",
    later="later",
    later_long="Move the chosen one to the next batch",
    add_name="add",
    add_name_long="Add a person or a group to this batch",
    presenter="presenter",
    presenter_long="Change who hands this batch over",
    split="split",
    split_long="Split the batch: a new one begins with the chosen one",
    read_as="read as",
    read_as_long="How the chosen one is read and addressed, name and unit",
    all_absent="all absent",
    all_absent_long="All of this batch who are reported missing are absent",
    card="card",
    card_long="The code on a card (scanned or typed) and Enter: waiting; a short number: to that place of the tray",
    scroll="scroll",
    roll="autoscroll",
    still="stop",
    called="called",
    uncalled="untick",
)

EN_HELP = HelpTexts(
    title="Help",
    stage="The stage manager's screen. The large digits count the current item. The band beneath says "
    "what SPACE will do. The table is the whole running order. When the agenda file has been changed: "
    "Ctrl+P, then type “take changes”.",
    mc="The MC's screen. The words to say come first, the next ones beneath. Names stand as they were "
    "written.",
    music="The music screen. The two decks, whether the next three cues are armed, and the list to play by "
    "hand. The anthem always says whether it has words, and is not silenced without a question.",
    display="The hall display. Only the current item and the next.",
    log="The log. Everything that was done, by whom and when; notes and messages.",
    award="The award round. Names stand in the order of the tray, from left to right as the hall sees them. SPACE is the "
    "next step of the batch; behind the last comes the next batch. ✓ waiting, … not seen, ✗ missing or absent; "
    "who is absent has no number.",
    day="The day. Above the plan, beneath it what was (━) and is expected (─); ▓▒░ is when it may end; "
    "║ hard out, ┊ when a leader comes or leaves.",
    marks="○ later   ◐ stand-by   ● got it   ▶ called   ✓ done   ✗ missed   – skipped   · laid aside\n◆ protected   ~ assumed",
    close="Esc closes",
)
