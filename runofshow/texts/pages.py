"""The phrases of the hall's pages. A name in braces is filled in by the page."""

from __future__ import annotations

from msgspec import Struct

from runofshow.texts import Language


class PagesTexts(Struct, frozen=True):
    """Field names are what the pages' scripts call the phrases."""

    # The frame of every page
    short_name: str
    connecting: str
    lost: str
    lost_since: str
    record_journal: str
    record_slow_disk: str
    """What is wrong with the record, for whoever works in the hall."""
    back_again: str
    thrown_out: str
    enter_code: str
    no_script: str
    skip_to_content: str
    menu: str
    ground: str
    ground_auto: str
    ground_light: str
    ground_dark: str
    letters: str
    letters_smaller: str
    letters_larger: str
    other_language: str
    other_screen: str
    awake: str
    awake_after_tap: str
    rehearsal: str
    close: str
    cancel: str
    send: str
    sending: str
    not_sent: str
    refused: str

    # The count
    item: str
    before: str
    between: str
    ended: str
    now: str
    next: str
    after: str
    nothing_next: str
    in_time: str
    protected: str
    optional: str
    skipped: str
    aside: str

    # Cue lights
    cues: str
    no_cues: str
    cues_over: str
    lamp: str
    lamp_idle: str
    lamp_soon: str
    lamp_standby: str
    lamp_due: str
    lamp_ready: str
    lamp_go: str
    known: str
    due_in: str
    wait_for_go: str
    cue_later: str
    cue_standby: str
    cue_ready: str
    cue_due: str
    cue_gone: str
    cue_missed: str
    cue_stood_down: str
    automatic: str
    do_play: str
    do_fade: str
    do_stop: str

    # Messages
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

    # MC
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

    # Music
    playing: str
    silence: str
    comes: str
    nothing_comes: str
    all_cues: str
    with_words: str
    without_words: str
    clip: str
    no_track: str

    # The player, for who works it from a page
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

    # Speaker
    one_minute: str
    time_is_up: str
    message: str

    # Display
    display_now: str
    display_next: str
    display_soon: str
    display_thanks: str

    # Crew
    needed: str
    nobody_needed: str
    decision: str
    presenter: str
    recipients: str
    tray: str
    called_before: str
    called_after: str
    no_recipients: str
    backdrop: str

    # Stage
    order: str
    no_items: str
    column_plan: str
    column_now: str
    column_minutes: str
    late: str
    early: str
    on_time: str
    as_planned: str
    ends_at: str
    hard_out: str
    slack: str
    past_hard_out: str

    # Caller
    go: str
    go_cue: str
    go_item: str
    go_first: str
    go_session: str
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
    done_undo: str
    done_redo: str
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
    note_title: str
    message_to: str
    end: str
    ask_end: str
    ask_end_why: str
    yes_end: str
    no: str
    save: str
    field_title: str
    field_by: str
    field_text: str
    mc_hint: str
    field_earlier: str
    not_loaded: str
    bad_minutes: str
    unanswered: str
    unanswered_lost: str
    by_voice: str
    late_answers: str
    correct_clock: str
    answered: str
    alarms: str
    alarms_seen: str
    ready_five: str
    ready_one: str
    ready_conclude: str
    ready_wait: str
    ready_come: str
    doors: str
    doors_renew: str
    doors_seen: str
    doors_out: str
    doors_gone: str
    doors_qr: str
    doors_ask_renew: str
    doors_ask_renew_why: str
    doors_ask_out: str

    # What the console's refusals say by its keys
    refused_not_started: str
    refused_ended: str
    refused_item_skipped: str
    refused_item_aside: str
    refused_bad_request: str
    refused_no_answer: str
    refused_slowed: str
    refused_moment: str

    # Joining
    join_title: str
    join_back: str
    join_code: str
    join_code_of: str
    join_hint: str
    join: str
    join_wrong: str
    join_screens: str


VI = PagesTexts(
    short_name="Kịch bản",
    connecting="Đang kết nối…",
    lost="MẤT KẾT NỐI",
    record_journal="NHẬT KÝ KHÔNG GHI ĐƯỢC · buổi vẫn chạy, báo người điều hành",
    record_slow_disk="Đĩa máy điều hành chậm · lệnh có thể tới trễ",
    lost_since="từ {at} · {count}. Đang giữ hình cuối cùng, tự nối lại.",
    back_again="Đã kết nối lại.",
    thrown_out="Máy này không còn được vào.",
    enter_code="Nhập mã",
    no_script="Trang này cần JavaScript. Hãy bật JavaScript rồi tải lại.",
    skip_to_content="Đến nội dung chính",
    menu="Tùy chọn",
    ground="Nền",
    ground_auto="Theo máy",
    ground_light="Sáng",
    ground_dark="Tối",
    letters="Cỡ chữ",
    letters_smaller="Chữ nhỏ hơn",
    letters_larger="Chữ lớn hơn",
    other_language="English",
    other_screen="Đổi màn hình",
    awake="Màn hình được giữ sáng",
    awake_after_tap="Chạm một lần để giữ màn hình sáng",
    rehearsal="TẬP DUYỆT",
    close="Đóng",
    cancel="Thôi",
    send="Gửi",
    sending="Đang gửi…",
    not_sent="Chưa gửi được. Hãy bấm lại.",
    refused="Không thực hiện",
    item="mục {number}",
    before="Chưa bắt đầu",
    between="Giữa hai phiên",
    ended="Đã kết thúc",
    now="ĐANG DIỄN RA",
    next="KẾ TIẾP",
    after="SAU ĐÓ",
    nothing_next="Không còn mục nào.",
    in_time="sau {count}",
    protected="giữ nguyên nghi thức",
    optional="nếu có",
    skipped="đã bỏ qua",
    aside="gác lại",
    cues="HIỆU LỆNH",
    no_cues="Không còn hiệu lệnh nào.",
    cues_over="Đã qua",
    lamp="Đèn lệnh",
    lamp_idle="CHƯA CÓ LỆNH",
    lamp_soon="chuẩn bị sau {count}",
    lamp_standby="CHUẨN BỊ",
    lamp_due="ĐẾN LÚC",
    lamp_ready="ĐÃ RÕ",
    lamp_go="ĐI!",
    known="ĐÃ RÕ",
    due_in="sau {count}",
    wait_for_go="chờ lệnh ĐI",
    cue_later="chưa đến",
    cue_standby="chuẩn bị",
    cue_ready="đã rõ",
    cue_due="đến lúc",
    cue_gone="đã đi {at}",
    cue_missed="lỡ",
    cue_stood_down="không dùng",
    automatic="tự động",
    do_play="phát",
    do_fade="nhỏ dần rồi tắt",
    do_stop="dừng nhạc",
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
    pace="{pace} tiếng/phút",
    playing="ĐANG PHÁT",
    silence="Không phát gì.",
    comes="LỆNH NHẠC KẾ TIẾP",
    nothing_comes="Không còn lệnh nhạc nào.",
    all_cues="TẤT CẢ LỆNH",
    with_words="CÓ LỜI",
    without_words="KHÔNG LỜI",
    clip="TIẾNG CLIP",
    no_track="chưa có tệp",
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
    presenter="Người trao",
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
    late="chậm {length}",
    early="sớm {length}",
    on_time="đúng giờ",
    as_planned="theo kế hoạch",
    ends_at="kết thúc {at}",
    hard_out="giờ chót {at}",
    slack="còn dư {length}",
    past_hard_out="quá giờ chót {length}",
    go="ĐI",
    go_cue="ĐI · {who}",
    go_item="Chuyển sang mục {number}",
    go_first="Bắt đầu mục {number}",
    go_session="Hết phiên này, chờ phiên {title}",
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
    done_undo="Đã hoàn tác: {call}.",
    done_redo="Đã làm lại: {call}.",
    back="Mục trước",
    skip="Bỏ qua",
    unskip="Đưa trở lại",
    jump="Làm mục kế tiếp",
    move_up="Chuyển lên",
    move_down="Chuyển xuống",
    edit="Sửa",
    insert="Chèn mục bên cạnh",
    insert_button="Chèn",
    remove="Gỡ khỏi chương trình",
    lost_row="Máy khác vừa gỡ mục này. Bấm Lưu lần nữa để chèn lại thành mục mới.",
    cues_of="Hiệu lệnh của mục này",
    backdate="Đã bắt đầu sớm hơn…",
    note="Ghi chú",
    note_title="Ghi nhận sự cố, ghi chú",
    message_to="Gửi đến",
    end="Kết thúc",
    ask_end="Kết thúc hội nghị?",
    ask_end_why="Sau khi kết thúc vẫn mở lại được bằng Hoàn tác.",
    yes_end="Kết thúc",
    no="Không",
    save="Lưu",
    field_title="Nội dung",
    field_by="Người thực hiện",
    field_text="Nội dung",
    mc_hint="{by} và {title} được điền tên người và nội dung của mục; {by|đại biểu} đọc là «đại biểu» khi chưa có tên.",
    field_earlier="Sớm hơn bao nhiêu phút",
    not_loaded="Chưa tải được mục này. Hãy bấm lại.",
    bad_minutes="Số phút là một số lớn hơn 0.",
    unanswered="{who} chưa trả lời {count}",
    unanswered_lost="{who} mất kết nối, chưa trả lời {count}",
    by_voice="chưa có máy, gọi bằng lời",
    late_answers="Chưa trả lời",
    correct_clock="Chỉnh lại đồng hồ hội nghị",
    answered="{who} đã rõ",
    alarms="CẢNH BÁO",
    alarms_seen="Đã xem, cất cảnh báo",
    ready_five="Còn 5 phút",
    ready_one="Còn 1 phút",
    ready_conclude="Xin mời kết luận",
    ready_wait="Chờ thêm một chút",
    ready_come="Mời đến cánh gà",
    doors="Ai đang kết nối",
    doors_renew="Đổi mã",
    doors_seen="thấy {count} trước",
    doors_out="Mời ra",
    doors_gone="mất kết nối",
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
    join_title="Vào màn hình của mình",
    join_back="Về màn hình {screen}",
    join_code="Mã vào",
    join_code_of="Mã vào màn hình {screen}",
    join_hint="Sáu ký tự, hỏi người điều hành.",
    join="Vào",
    join_wrong="Mã không đúng hoặc đã đổi. Hỏi lại người điều hành.",
    join_screens="Các màn hình",
)

EN = PagesTexts(
    short_name="Run of show",
    connecting="Connecting…",
    lost="CONNECTION LOST",
    record_journal="THE RECORD CANNOT BE WRITTEN · the show goes on, tell the stage manager",
    record_slow_disk="The console's disk is slow · orders may come late",
    lost_since="since {at} · {count}. Holding the last picture, reconnecting by itself.",
    back_again="Connected again.",
    thrown_out="This device is no longer let in.",
    enter_code="Enter a code",
    no_script="This page needs JavaScript. Switch it on and load the page again.",
    skip_to_content="Skip to the content",
    menu="Options",
    ground="Ground",
    ground_auto="As the device",
    ground_light="Light",
    ground_dark="Dark",
    letters="Letter size",
    letters_smaller="Smaller letters",
    letters_larger="Larger letters",
    other_language="Tiếng Việt",
    other_screen="Another screen",
    awake="The screen is kept awake",
    awake_after_tap="Tap once to keep the screen awake",
    rehearsal="REHEARSAL",
    close="Close",
    cancel="Cancel",
    send="Send",
    sending="Sending…",
    not_sent="Not sent. Press again.",
    refused="Not done",
    item="item {number}",
    before="Not started",
    between="Between sessions",
    ended="Ended",
    now="NOW",
    next="NEXT",
    after="THEN",
    nothing_next="Nothing left.",
    in_time="in {count}",
    protected="protected",
    optional="optional",
    skipped="skipped",
    aside="laid aside",
    cues="CUES",
    no_cues="No cues are left.",
    cues_over="Over",
    lamp="Cue light",
    lamp_idle="NO CUE YET",
    lamp_soon="stand by in {count}",
    lamp_standby="STAND BY",
    lamp_due="DUE",
    lamp_ready="READY",
    lamp_go="GO!",
    known="GOT IT",
    due_in="in {count}",
    wait_for_go="wait for GO",
    cue_later="later",
    cue_standby="stand by",
    cue_ready="ready",
    cue_due="due",
    cue_gone="gone {at}",
    cue_missed="missed",
    cue_stood_down="stood down",
    automatic="auto",
    do_play="play",
    do_fade="fade out",
    do_stop="stop",
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
    pace="{pace} words/min",
    playing="PLAYING",
    silence="Nothing plays.",
    comes="NEXT MUSIC CUE",
    nothing_comes="No music cue is left.",
    all_cues="ALL CUES",
    with_words="WITH WORDS",
    without_words="WITHOUT WORDS",
    clip="CLIP SOUND",
    no_track="no file",
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
    presenter="Presenter",
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
    late="late {length}",
    early="early {length}",
    on_time="on time",
    as_planned="as planned",
    ends_at="end {at}",
    hard_out="hard out {at}",
    slack="slack {length}",
    past_hard_out="past the hard out {length}",
    go="GO",
    go_cue="GO · {who}",
    go_item="Next item {number}",
    go_first="Start item {number}",
    go_session="End this session, wait for {title}",
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
    done_undo="Undone: {call}.",
    done_redo="Done again: {call}.",
    back="Item before",
    skip="Skip",
    unskip="Bring back",
    jump="Make it next",
    move_up="Move up",
    move_down="Move down",
    edit="Edit",
    insert="Insert beside it",
    insert_button="Insert",
    remove="Take out of the programme",
    lost_row="Another window has taken this item out. Save again to insert it as a new item.",
    cues_of="Cues of this item",
    backdate="It began earlier…",
    note="Note",
    note_title="Incident or note",
    message_to="To",
    end="End",
    ask_end="End the show?",
    ask_end_why="After the end, Undo still reopens it.",
    yes_end="End",
    no="No",
    save="Save",
    field_title="Title",
    field_by="By",
    field_text="Text",
    mc_hint="{by} and {title} become the item's person and title; {by|our guest} is said while nobody is named.",
    field_earlier="Earlier by how many minutes",
    not_loaded="The item could not be loaded. Press again.",
    bad_minutes="Minutes are a number above 0.",
    unanswered="{who} has not answered for {count}",
    unanswered_lost="{who} lost the connection, no answer for {count}",
    by_voice="no device, call by voice",
    late_answers="Not answered",
    correct_clock="Put the show's clock right",
    answered="{who} is ready",
    alarms="ALARMS",
    alarms_seen="Seen, put away",
    ready_five="5 minutes left",
    ready_one="1 minute left",
    ready_conclude="Please conclude",
    ready_wait="Wait a little",
    ready_come="Come to the wings",
    doors="Who is connected",
    doors_renew="New code",
    doors_seen="seen {count} ago",
    doors_out="Throw out",
    doors_gone="lost",
    doors_qr="QR code",
    doors_ask_renew="A new code for {who}?",
    doors_ask_renew_why="The old code and its QR code are void. Who is in stays in.",
    doors_ask_out="Throw this device out of {who}?",
    refused_not_started="The show has not started. The large button starts it.",
    refused_ended="The show has ended. Undo reopens it.",
    refused_item_skipped="This item is skipped. Bring it back first.",
    refused_item_aside="This item is laid aside. Bring it back first.",
    refused_bad_request="The console does not understand this request.",
    refused_no_answer="The console has not answered. Look, then press again if needed.",
    refused_slowed="Too fast. Wait a moment and press again.",
    refused_moment="Write a cue's moment like: start, start + 90s, end - 1', word Chào cờ!",
    join_title="Open your screen",
    join_back="Back to the {screen} screen",
    join_code="Join code",
    join_code_of="Join code of the {screen} screen",
    join_hint="Six signs; ask the stage manager.",
    join="Open",
    join_wrong="The code is wrong or has been renewed. Ask the stage manager.",
    join_screens="The screens",
)

PAGES = {Language.VI: VI, Language.EN: EN}
