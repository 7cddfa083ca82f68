"""The phrases of the console. A name in braces is filled in by the screen."""

from __future__ import annotations

from dataclasses import dataclass

from runofshow.core.agenda import Role, TrackMark
from runofshow.core.refusal import Reason
from runofshow.texts import Language


@dataclass(frozen=True, slots=True)
class RoleNames:
    """Each role by its id."""

    caller: str
    mc: str
    music: str
    lights: str
    screen: str
    crew: str
    speaker: str
    display: str
    stage: str


@dataclass(frozen=True, slots=True)
class Refusals:
    """Why an order was not obeyed, one phrase for each `Reason`."""

    not_started: str
    already_started: str
    ended: str
    last_item: str
    guard: str
    stale: str
    unknown_item: str
    unknown_cue: str
    is_heading: str
    item_done: str
    item_running: str
    item_skipped: str
    not_skipped: str
    protected: str
    already_held: str
    not_held: str
    nothing_to_undo: str
    no_item_before: str
    no_cue: str
    cue_over: str
    bad_place: str
    bad_length: str
    bad_kind: str
    empty: str
    too_long: str
    not_allowed: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)  # a class of this size takes time to make
class KeyTexts:
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
    joining: str
    joining_long: str
    read: str
    read_long: str


@dataclass(frozen=True, slots=True)
class Calls:
    """An obeyed command in the log, by its name."""

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
    back: str
    jump: str
    skip: str
    unskip: str
    move: str
    edit: str
    insert: str
    backdate: str
    message: str
    note: str
    edit_cue: str
    dismiss: str
    end: str
    clock: str
    tick: str
    report_clock: str
    correct_clock: str


@dataclass(frozen=True, slots=True)
class HelpTexts:
    """What each face is for, told above its keys."""

    title: str
    stage: str
    mc: str
    music: str
    display: str
    log: str
    marks: str
    close: str


@dataclass(frozen=True, slots=True)
class JoiningTexts:
    """The panel of who is connected and how to come in."""

    title: str
    open: str
    closed: str
    opening: str
    closed_advice: str
    no_network: str
    none_yet: str
    machines: str
    seen: str
    delay: str
    gone: str
    choose: str
    renew: str
    throw_out: str
    open_key: str
    close_key: str
    qr_key: str
    list_key: str
    retry_key: str
    close_panel: str

    no_server: str
    no_server_why: str
    failed: str
    failed_why: str

    ask_open: str
    ask_open_why: str
    ask_close: str
    ask_close_why: str
    ask_renew: str
    ask_renew_why: str
    ask_out: str
    ask_out_why: str

    asked: str
    opened: str
    shut: str
    again: str
    renewed: str
    sent_away: str
    left_before: str
    choose_first: str
    not_done: str
    no_room: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)  # a class of this size takes time to make
class ConsoleTexts:
    # Header
    live: str
    rehearsal: str
    speed: str
    machines: str
    no_server: str
    machine_lost: str

    # The current item
    current: str
    before: str
    between: str
    ended: str
    remaining: str
    elapsed: str
    over: str
    over_by: str
    back_in: str
    over_break: str
    starts_in: str
    late_start: str
    next_session_in: str
    floating: str
    held: str
    held_for: str
    planned_at: str
    started_at: str
    expected_end_at: str
    should_end_at: str
    protected: str
    assumed: str
    unassigned: str
    optional: str
    skipped: str

    # Next
    next: str
    after_next: str
    nothing_next: str
    mc: str
    no_words: str
    wait: str
    handin_missing: str

    # The call line
    space: str
    go_cue: str
    go_item: str
    go_first: str
    go_session: str
    nothing_left: str
    show_over: str
    held_call: str
    late: str
    early: str
    on_time: str
    late_short: str
    early_short: str
    end_at: str
    hard_out: str
    slack: str
    past_hard_out: str
    unanswered: str
    on_word: str

    # Cues
    cues: str
    no_cues: str
    standby_in: str
    due_in: str
    phase_later: str
    phase_standby: str
    phase_by_voice: str
    phase_connected: str
    phase_lost: str
    phase_ready: str
    phase_due: str
    phase_late: str
    phase_gone: str
    phase_missed: str
    phase_stood_down: str
    automatic: str
    with_words: str
    without_words: str
    clip: str

    # The running order
    column_planned: str
    column_actual: str
    column_difference: str
    column_title: str
    column_by: str
    column_minutes: str
    column_cues: str
    no_items: str
    more_above: str
    more_below: str
    session: str

    # The summary at the end
    summary: str
    summary_planned: str
    summary_actual: str
    summary_done: str
    summary_skipped: str
    summary_advice: str

    # Boards
    say_now: str
    say_next: str
    playing: str
    silence: str
    comes_next: str
    nothing_comes: str
    all_music: str
    loops: str
    no_file: str
    volume: str
    fade: str
    stop: str
    press_known: str
    nothing_to_answer: str
    notes_and_messages: str
    no_notes: str
    journal: str
    display_now: str
    display_next: str
    display_soon: str
    display_thanks: str

    # Alarms
    alarm_slept: str
    alarm_clock_stepped: str
    alarm_stalled: str
    alarm_journal: str
    alarm_other: str
    screen_failed: str

    # Questions
    yes: str
    no: str
    ask_end: str
    ask_end_why: str
    ask_skip: str
    ask_skip_why: str
    ask_leave: str
    ask_leave_why: str
    ask_leave_plain: str

    # Forms
    save: str
    cancel: str
    edit_title: str
    insert_title: str
    insert_first_title: str
    note_title: str
    message_title: str
    field_title: str
    field_by: str
    field_minutes: str
    field_kind: str
    field_mc: str
    field_notes: str
    field_earlier: str
    field_cue: str
    field_cue_at: str
    bad_anchor: str
    field_to: str
    field_ready: str
    ready_free: str
    ready_below: str
    ready_five: str
    ready_one: str
    ready_conclude: str
    ready_over: str
    ready_wait: str
    field_text: str
    bad_minutes: str
    search: str
    not_found: str

    # What was done, in the status line
    asked: str
    engine_gone: str
    done_add: str
    done_note: str
    done_message: str
    done_edit: str
    done_backdate: str
    backdate_title: str
    no_clock_alarm: str
    done_insert: str
    done_undo: str
    done_hold: str
    done_resume: str
    done_jump: str
    done_skip: str
    done_unskip: str
    saved: str
    not_saved: str
    no_row: str
    message_from: str
    message_read: str
    message_more: str

    roles: RoleNames
    role_marks: RoleNames
    """At most two cells each."""
    refusals: Refusals
    keys: KeyTexts
    calls: Calls
    help: HelpTexts
    joining: JoiningTexts

    def refusal(self, reason: Reason) -> str:
        phrase: str = getattr(self.refusals, reason.value)
        return phrase

    def role(self, role: Role) -> str:
        name: str = getattr(self.roles, role.value)
        return name

    def role_mark(self, role: Role) -> str:
        mark: str = getattr(self.role_marks, role.value)
        return mark

    @property
    def ready(self) -> tuple[str, ...]:
        """Messages that need no writing."""
        return (self.ready_five, self.ready_one, self.ready_conclude, self.ready_over, self.ready_wait)

    def track_mark(self, mark: TrackMark) -> str:
        """What must not be confused about a recording; empty for a plain one."""
        return {
            TrackMark.PLAIN: "",
            TrackMark.ANTHEM_WITH_WORDS: self.with_words,
            TrackMark.ANTHEM_WITHOUT_WORDS: self.without_words,
            TrackMark.CLIP: self.clip,
        }[mark]


VI = ConsoleTexts(
    live="TRỰC TIẾP",
    rehearsal="TẬP DUYỆT",
    speed="nhanh {speed} lần",
    machines="{count} máy",
    no_server="chưa nối máy",
    machine_lost="{who} mất kết nối",
    current="ĐANG DIỄN RA",
    before="CHƯA BẮT ĐẦU",
    between="GIỮA HAI PHIÊN",
    ended="ĐÃ KẾT THÚC",
    remaining="còn lại",
    elapsed="đã qua",
    over="quá giờ",
    over_by="quá giờ {by}",
    back_in="trở lại sau",
    over_break="quá giờ hẹn",
    starts_in="bắt đầu sau",
    late_start="đã quá giờ bắt đầu",
    next_session_in="phiên sau bắt đầu sau",
    floating="Kịch bản chưa gắn với giờ: bắt đầu lúc nào, giờ tính từ lúc ấy.",
    held="TẠM DỪNG",
    held_for="TẠM DỪNG từ {at} · {count}",
    planned_at="kế hoạch {at}",
    started_at="bắt đầu {at}",
    expected_end_at="dự kiến xong {at}",
    should_end_at="lẽ ra xong {at}",
    protected="giữ nguyên nghi thức",
    assumed="phỏng định",
    unassigned="Chưa phân công",
    optional="nếu có",
    skipped="đã bỏ qua",
    next="KẾ TIẾP",
    after_next="SAU ĐÓ",
    nothing_next="Không còn mục nào.",
    mc="MC",
    no_words="Chưa có lời dẫn.",
    wait="chờ {minutes} phút tới giờ đã định",
    handin_missing="chưa nộp bài",
    space="SPACE",
    go_cue="ĐI",
    go_item="chuyển sang mục {number}",
    go_first="bắt đầu mục {number}",
    go_session="hết phiên này, chờ phiên {title}",
    nothing_left="Hết kịch bản.  n để kết thúc hội nghị",
    show_over="Hội nghị đã kết thúc.  u mở lại · q thoát",
    held_call="Đang tạm dừng.  h để tiếp tục",
    late="chậm {minutes}'",
    early="sớm {minutes}'",
    on_time="đúng giờ",
    late_short="chậm",
    early_short="sớm",
    end_at="kết thúc {at}",
    hard_out="giờ chót {at}",
    slack="còn dư {minutes}'",
    past_hard_out="quá giờ chót {minutes}'",
    unanswered="{who} chưa trả lời",
    on_word="khi nghe “{word}”",
    cues="HIỆU LỆNH",
    no_cues="Không có hiệu lệnh.",
    standby_in="chuẩn bị sau {count}",
    due_in="sau {count}",
    phase_later="chưa đến",
    phase_standby="CHUẨN BỊ, chờ trả lời",
    phase_by_voice="CHUẨN BỊ, chưa có máy",
    phase_connected="CHUẨN BỊ, đã nối, chờ {count}",
    phase_lost="MẤT KẾT NỐI, chờ {count}",
    phase_ready="ĐÃ RÕ",
    phase_due="ĐẾN LÚC",
    phase_late="CHƯA TRẢ LỜI {count}",
    phase_gone="đã đi {at}",
    phase_missed="LỠ",
    phase_stood_down="không dùng",
    automatic="tự động",
    with_words="CÓ LỜI",
    without_words="KHÔNG LỜI",
    clip="TIẾNG CLIP",
    column_planned="K.HOẠCH",
    column_actual="THỰC/DỰ",
    column_difference="LỆCH",
    column_title="NỘI DUNG",
    column_by="NGƯỜI THỰC HIỆN",
    column_minutes="PHÚT",
    column_cues="LỆNH",
    no_items="Chưa có mục nào. i để thêm.",
    more_above="↑ {count} mục",
    more_below="↓ {count} mục",
    session="Phiên {number}",
    summary="Kế hoạch và thực tế",
    summary_planned="Kế hoạch   {start} – {end}",
    summary_actual="Thực tế    {start} – {end}",
    summary_done="{done} mục đã xong",
    summary_skipped="{skipped} mục đã bỏ qua",
    summary_advice="u mở lại nếu kết thúc nhầm · q thoát · biên bản: runofshow report",
    say_now="LỜI DẪN BÂY GIỜ",
    say_next="LỜI DẪN KẾ TIẾP",
    playing="ĐANG PHÁT",
    silence="Không phát gì.",
    comes_next="LỆNH NHẠC KẾ TIẾP",
    nothing_comes="Không còn lệnh nhạc nào.",
    all_music="TẤT CẢ LỆNH NHẠC",
    loops="phát lặp",
    no_file="chưa có tệp",
    volume="âm lượng {percent}%",
    fade="nhỏ dần rồi tắt trong {seconds} giây",
    stop="dừng nhạc",
    press_known="k hoặc Enter  ĐÃ RÕ",
    nothing_to_answer="Không có hiệu lệnh nào đang chờ trả lời.",
    notes_and_messages="GHI NHẬN VÀ TIN NHẮN",
    no_notes="Chưa ghi nhận gì. t để ghi, m để nhắn.",
    journal="NHẬT KÝ",
    display_now="ĐANG DIỄN RA",
    display_next="Tiếp theo",
    display_soon="Chương trình sẽ bắt đầu lúc {at}",
    display_thanks="Trân trọng cảm ơn quý vị đại biểu",
    alarm_slept="Máy đã ngủ {by}: đồng hồ hội nghị vẫn tính cả lúc ngủ. Kiểm tra mục đang diễn ra.",
    alarm_clock_stepped="Đồng hồ máy bị chỉnh {by}: kiểm tra giờ thật.",
    alarm_stalled="Máy bị treo {by}: kiểm tra mục đang diễn ra.",
    alarm_journal="KHÔNG GHI ĐƯỢC NHẬT KÝ: hội nghị vẫn chạy, hãy giải phóng đĩa.",
    alarm_other="Cảnh báo {code}.",
    screen_failed="Màn hình gặp lỗi: {error}. Hội nghị vẫn chạy và vẫn được ghi; q rồi mở lại.",
    yes="Có",
    no="Không",
    ask_end="Kết thúc hội nghị?",
    ask_end_why="Đây là mục cuối. Sau khi kết thúc vẫn có thể mở lại bằng u.",
    ask_skip="Bỏ qua “{title}”?",
    ask_skip_why="Mục này là nghi thức được giữ nguyên. Chỉ bỏ qua khi chủ tọa cho phép.",
    ask_leave="Thoát khỏi màn hình điều hành?",
    ask_leave_why="Hội nghị đang chạy vẫn để mở, đồng hồ vẫn tính; mở lại là tiếp tục đúng chỗ này.",
    ask_leave_plain="Mọi việc đã được ghi lại.",
    save="Lưu",
    cancel="Thôi",
    edit_title="Sửa mục {number}",
    insert_title="Chèn mục sau {number}",
    insert_first_title="Thêm mục đầu tiên",
    note_title="Ghi nhận sự cố, ghi chú",
    message_title="Nhắn tin",
    field_title="Nội dung",
    field_by="Người thực hiện",
    field_minutes="Số phút",
    field_kind="Loại mục",
    field_mc="Lời dẫn MC",
    field_notes="Ghi chú",
    field_earlier="Sớm hơn bao lâu (2 phút, 90s)",
    field_cue="Lệnh {number} · {to}",
    field_cue_at="    lúc",
    bad_anchor="Giờ của lệnh {number} ghi như: start, start + 30s, end - 1', word Chào cờ!",
    field_to="Gửi đến",
    field_ready="Tin soạn sẵn",
    ready_free="tự viết",
    ready_below="↑ ↓ tin soạn sẵn · chọn rồi vẫn sửa được",
    ready_five="Còn 5 phút",
    ready_one="Còn 1 phút",
    ready_conclude="Xin mời kết luận",
    ready_over="Hết giờ",
    ready_wait="Chờ thêm một chút",
    field_text="Nội dung",
    bad_minutes="Số phút viết như 7, 1'30 hoặc 90s.",
    search="Tìm: ",
    not_found="Không thấy “{wanted}”.",
    asked="Đang chờ máy…",
    engine_gone="Bộ máy không trả lời: {error}",
    done_add="Thời gian của mục: {by}",
    done_note="Đã ghi.",
    done_message="Đã gửi: {to}.",
    done_edit="Đã sửa mục.",
    done_backdate="Đã ghi lại giờ bắt đầu.",
    backdate_title="Mục {number} đã bắt đầu sớm hơn",
    no_clock_alarm="Đồng hồ máy không bị chỉnh lần nào.",
    done_insert="Đã chèn mục.",
    done_undo="Đã hoàn tác.",
    done_hold="Tạm dừng. h để tiếp tục.",
    done_resume="Tiếp tục.",
    done_jump="Kế tiếp: {title}",
    done_skip="Đã bỏ qua: {title}",
    done_unskip="Đưa trở lại: {title}",
    saved="Đã lưu kịch bản đã sửa: {path}",
    not_saved="Không lưu được kịch bản: {error}",
    no_row="Chưa chọn mục nào.",
    message_from="{at}  {who} nhắn: {text}",
    message_read="Esc đã xem",
    message_more="còn {count} tin",
    roles=RoleNames(
        caller="Người điều hành",
        mc="MC",
        music="Âm thanh",
        lights="Ánh sáng",
        screen="Màn hình",
        crew="Lễ tân",
        speaker="Diễn giả",
        display="Màn hình hội trường",
        stage="Sân khấu",
    ),
    role_marks=RoleNames(
        caller="ĐH",
        mc="MC",
        music="♪",
        lights="AS",
        screen="MH",
        crew="LT",
        speaker="DG",
        display="HT",
        stage="SK",
    ),
    refusals=Refusals(
        not_started="Hội nghị chưa bắt đầu. SPACE để bắt đầu.",
        already_started="Hội nghị đã bắt đầu rồi.",
        ended="Hội nghị đã kết thúc. u để mở lại.",
        last_item="Đây là mục cuối.",
        guard="Hai lần bấm quá gần nhau được coi là một.",
        stale="Màn hình vừa đổi trước khi bấm. Nhìn lại rồi bấm.",
        unknown_item="Không còn mục này.",
        unknown_cue="Không còn hiệu lệnh này.",
        is_heading="Đây là dòng đầu đề; chọn một mục bên dưới.",
        item_done="Mục này đã xong.",
        item_running="Mục này đang diễn ra.",
        item_skipped="Mục này đã bỏ qua. x để đưa trở lại.",
        not_skipped="Mục này chưa bị bỏ qua.",
        protected="Nghi thức được giữ nguyên: không rút ngắn, không bỏ qua.",
        already_held="Đang tạm dừng rồi.",
        not_held="Không có gì đang tạm dừng.",
        nothing_to_undo="Không còn gì để hoàn tác.",
        no_item_before="Trước mục này không có mục nào.",
        no_cue="Không còn hiệu lệnh nào để báo chuẩn bị.",
        cue_over="Hiệu lệnh này đã qua.",
        bad_place="Không chuyển được đến chỗ đó.",
        bad_length="Thời lượng không hợp lý.",
        bad_kind="Không có loại mục này.",
        empty="Chưa viết gì.",
        too_long="Dài quá, hãy viết ngắn lại.",
        not_allowed="Vai trò này không được yêu cầu việc đó.",
    ),
    keys=KeyTexts(
        go="đi",
        go_long="Thực hiện lệnh kế tiếp: hiệu lệnh hoặc mục sau",
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
        undo_long="Hoàn tác lệnh vừa rồi",
        back="mục trước",
        back_long="Quay lại mục trước",
        jump="làm kế tiếp",
        jump_long="Cho mục đang chọn làm mục kế tiếp",
        skip="bỏ qua",
        skip_long="Bỏ qua mục đang chọn, hoặc đưa trở lại",
        move_down="xuống",
        move_down_long="Chuyển mục đang chọn xuống",
        move_up="lên",
        move_up_long="Chuyển mục đang chọn lên",
        edit="sửa",
        edit_long="Xem và sửa mục đang chọn: người, phút, lời dẫn, hiệu lệnh",
        insert="chèn",
        insert_long="Chèn mục sau mục đang chọn",
        message="nhắn",
        message_long="Nhắn tin cho một vai trò hoặc diễn giả",
        note="ghi",
        note_long="Ghi nhận sự cố hoặc ghi chú",
        search="tìm",
        search_long="Tìm trong kịch bản, không cần dấu",
        follow="về hiện tại",
        follow_long="Đưa con trỏ về mục đang diễn ra",
        acknowledge="đã rõ",
        acknowledge_long="Trả lời đã rõ cho hiệu lệnh đang chờ (màn hình MC, nhạc)",
        stage="sân khấu",
        stage_long="Màn hình điều hành",
        mc="MC",
        mc_long="Màn hình MC: lời dẫn",
        music="nhạc",
        music_long="Màn hình nhạc",
        display="hội trường",
        display_long="Màn hình hội trường",
        log="nhật ký",
        log_long="Ghi nhận, tin nhắn và nhật ký",
        help="trợ giúp",
        help_long="Trợ giúp của màn hình này",
        leave="thoát",
        leave_long="Thoát; hội nghị để mở, mở lại là tiếp tục",
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
        dismiss="cất cảnh báo",
        dismiss_long="Đã xem: cất cảnh báo về đồng hồ",
        joining="máy",
        joining_long="Máy đang nối, mã vào và QR của từng vai trò",
        read="đã xem",
        read_long="Đã xem tin nhắn mới nhất gửi cho người điều hành",
    ),
    calls=Calls(
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
        back="quay lại mục trước",
        jump="chọn mục kế tiếp",
        skip="bỏ qua",
        unskip="đưa trở lại",
        move="chuyển chỗ",
        edit="sửa",
        insert="chèn",
        edit_cue="sửa hiệu lệnh",
        dismiss="cất cảnh báo",
        backdate="lùi giờ bắt đầu",
        message="nhắn",
        note="ghi nhận",
        end="kết thúc",
        clock="đồng hồ",
        tick="đến giờ",
        report_clock="đồng hồ máy lệch",
        correct_clock="chỉnh đồng hồ",
    ),
    help=HelpTexts(
        title="Trợ giúp",
        stage="Màn hình điều hành. Chữ số lớn đếm mục đang diễn ra. Dải dưới nói SPACE sẽ làm gì. "
        "Bảng dưới cùng là cả kịch bản.",
        mc="Màn hình MC. Lời dẫn cần đọc đứng trước, lời kế tiếp đứng sau. Tên người giữ nguyên như đã viết.",
        music="Màn hình nhạc. Đang phát gì, kế tiếp là gì. Quốc ca luôn ghi rõ có lời hay không lời.",
        display="Màn hình hội trường. Chỉ có mục đang diễn ra và mục tiếp theo.",
        log="Nhật ký. Mọi việc đã làm, ai làm, lúc nào; ghi nhận và tin nhắn.",
        marks="○ chưa đến   ◐ chuẩn bị   ● đã rõ   ▶ đã đi   ✓ đã xong   ✗ lỡ   – bỏ\n"
        "◆ giữ nguyên nghi thức   ~ phỏng định",
        close="Esc đóng",
    ),
    joining=JoiningTexts(
        title="MÁY TRONG HỘI TRƯỜNG",
        open="● đang mở cho hội trường",
        closed="○ chỉ máy này vào được",
        opening="Địa chỉ",
        closed_advice="Điện thoại chưa vào được. o để mở cho hội trường.",
        no_network="Máy này chưa nối mạng nào. Nối Wi-Fi của hội trường, hoặc phát Wi-Fi từ máy này.",
        none_yet="Chưa có máy nào. Quét mã QR, hoặc mở địa chỉ trên rồi gõ mã.",
        machines="{count} máy",
        seen="thấy {count} trước",
        delay="trễ {ms} ms",
        gone="mất kết nối",
        choose="chọn",
        renew="đổi mã",
        throw_out="mời ra",
        open_key="mở cho hội trường",
        close_key="đóng với hội trường",
        qr_key="mã QR",
        list_key="danh sách",
        retry_key="thử lại",
        close_panel="đóng",
        no_server="Chưa chạy máy chủ cho hội trường.",
        no_server_why="Hội nghị vẫn chạy đủ trên máy này. Muốn nối điện thoại: q để thoát, rồi mở lại không có --no-web; hội nghị vẫn để mở và tiếp tục đúng chỗ này.",
        failed="Máy chủ cho hội trường không chạy được: {problem}",
        failed_why="Hội nghị vẫn chạy và vẫn được ghi. Tắt chương trình đang giữ cổng rồi bấm o để thử lại; hoặc q để thoát, mở lại với --port 0 để lấy một cổng khác, hội nghị tiếp tục đúng chỗ này.",
        ask_open="Mở cho cả hội trường?",
        ask_open_why="Mọi máy cùng mạng sẽ thấy trang nhập mã. Chỉ ai có mã mới vào được màn hình của vai trò.",
        ask_close="Đóng với hội trường?",
        ask_close_why="{count} máy đang nối. Máy khác mất màn hình ngay; màn hình trên máy này vẫn chạy.",
        ask_renew="Đổi mã của {role}?",
        ask_renew_why="{count} máy đã vào bằng mã này và vẫn ở lại. Mã và QR cũ hết hiệu lực.",
        ask_out="Mời {device} ra khỏi {role}?",
        ask_out_why="{address}. Máy này mất màn hình ngay. Đổi mã bằng n nếu không muốn máy này vào lại.",
        asked="Đang chờ máy chủ…",
        opened="Đã mở cho hội trường.",
        shut="Đã đóng: chỉ máy này vào được.",
        again="Máy chủ đã chạy trên máy này.",
        renewed="Mã mới của {role}: {code}",
        sent_away="Đã mời {device} ra.",
        left_before="Máy này đã rời đi trước đó.",
        choose_first="Chọn một máy bằng ↑ ↓ rồi bấm x.",
        not_done="Không làm được: {error}",
        no_room="Cửa sổ chưa đủ chỗ cho mã QR: cần {width}x{height} ô.",
    ),
)

EN = ConsoleTexts(
    live="LIVE",
    rehearsal="REHEARSAL",
    speed="{speed} times as fast",
    machines="{count} online",
    no_server="no server",
    machine_lost="{who} lost",
    current="NOW",
    before="NOT STARTED",
    between="BETWEEN SESSIONS",
    ended="ENDED",
    remaining="left",
    elapsed="elapsed",
    over="over",
    over_by="over {by}",
    back_in="back in",
    over_break="past the hour",
    starts_in="starts in",
    late_start="past the start",
    next_session_in="next session in",
    floating="This plan is not tied to the clock: its times run from the moment it starts.",
    held="HOLD",
    held_for="HOLD since {at} · {count}",
    planned_at="plan {at}",
    started_at="started {at}",
    expected_end_at="expected end {at}",
    should_end_at="due to end {at}",
    protected="protected",
    assumed="assumed",
    unassigned="Unassigned",
    optional="optional",
    skipped="skipped",
    next="NEXT",
    after_next="THEN",
    nothing_next="Nothing left.",
    mc="MC",
    no_words="No words yet.",
    wait="waits {minutes} min for its fixed start",
    handin_missing="text not handed in",
    space="SPACE",
    go_cue="GO",
    go_item="next item {number}",
    go_first="start item {number}",
    go_session="end this session, wait for {title}",
    nothing_left="Nothing left.  n ends the show",
    show_over="The show has ended.  u reopens · q leaves",
    held_call="On hold.  h resumes",
    late="late {minutes}'",
    early="early {minutes}'",
    on_time="on time",
    late_short="late",
    early_short="early",
    end_at="end {at}",
    hard_out="hard out {at}",
    slack="slack {minutes}'",
    past_hard_out="past the hard out {minutes}'",
    unanswered="{who} has not answered",
    on_word="on “{word}”",
    cues="CUES",
    no_cues="No cues.",
    standby_in="stand by in {count}",
    due_in="in {count}",
    phase_later="later",
    phase_standby="STAND BY, no answer yet",
    phase_by_voice="STAND BY, no device",
    phase_connected="STAND BY, connected, {count}",
    phase_lost="CONNECTION LOST, waits {count}",
    phase_ready="READY",
    phase_due="DUE",
    phase_late="NO ANSWER {count}",
    phase_gone="gone {at}",
    phase_missed="MISSED",
    phase_stood_down="stood down",
    automatic="auto",
    with_words="WITH WORDS",
    without_words="WITHOUT WORDS",
    clip="CLIP SOUND",
    column_planned="PLAN",
    column_actual="ACT/EXP",
    column_difference="+/-",
    column_title="ITEM",
    column_by="BY",
    column_minutes="MIN",
    column_cues="CUES",
    no_items="No items yet. i adds one.",
    more_above="↑ {count} items",
    more_below="↓ {count} items",
    session="Session {number}",
    summary="Planned and actual",
    summary_planned="Planned   {start} – {end}",
    summary_actual="Actual    {start} – {end}",
    summary_done="{done} items done",
    summary_skipped="{skipped} skipped",
    summary_advice="u reopens if this was a slip · q leaves · the record: runofshow report",
    say_now="SAY NOW",
    say_next="SAY NEXT",
    playing="PLAYING",
    silence="Nothing plays.",
    comes_next="NEXT MUSIC CUE",
    nothing_comes="No music cue is left.",
    all_music="ALL MUSIC CUES",
    loops="loops",
    no_file="no file",
    volume="volume {percent}%",
    fade="fades out over {seconds} s",
    stop="stops",
    press_known="k or Enter  ACKNOWLEDGE",
    nothing_to_answer="No cue waits for an answer.",
    notes_and_messages="NOTES AND MESSAGES",
    no_notes="Nothing noted yet. t writes a note, m a message.",
    journal="LOG",
    display_now="NOW",
    display_next="Next",
    display_soon="The programme starts at {at}",
    display_thanks="Thank you for being with us",
    alarm_slept="This machine slept for {by}: the show clock counted on. Check the current item.",
    alarm_clock_stepped="This machine's clock was set by {by}: check the real time.",
    alarm_stalled="This machine stalled for {by}: check the current item.",
    alarm_journal="THE JOURNAL CANNOT BE WRITTEN: the show goes on, make room on the disk.",
    alarm_other="Alarm {code}.",
    screen_failed="The screen failed: {error}. The show runs on and is recorded; q and open it again.",
    yes="Yes",
    no="No",
    ask_end="End the show?",
    ask_end_why="This is the last item. After the end, u still reopens it.",
    ask_skip="Skip “{title}”?",
    ask_skip_why="This item is protected. Skip it only on the chair's word.",
    ask_leave="Leave the console?",
    ask_leave_why="The running show stays open and its clock runs on; open it again to go on from here.",
    ask_leave_plain="Everything is recorded.",
    save="Save",
    cancel="Cancel",
    edit_title="Edit item {number}",
    insert_title="Insert after {number}",
    insert_first_title="Add the first item",
    note_title="Incident or note",
    message_title="Message",
    field_title="Title",
    field_by="By",
    field_minutes="Minutes",
    field_kind="Kind",
    field_mc="MC words",
    field_notes="Notes",
    field_earlier="Earlier by (2 phút, 90s)",
    field_cue="Cue {number} · {to}",
    field_cue_at="    at",
    bad_anchor="Cue {number}: write when as start, start + 30s, end - 1', word Chào cờ!",
    field_to="To",
    field_ready="Ready messages",
    ready_free="free text",
    ready_below="↑ ↓ ready messages · still yours to change",
    ready_five="5 minutes left",
    ready_one="1 minute left",
    ready_conclude="Please conclude",
    ready_over="Time is up",
    ready_wait="Please wait a little longer",
    field_text="Text",
    bad_minutes="Minutes are written like 7, 1'30 or 90s.",
    search="Search: ",
    not_found="“{wanted}” not found.",
    asked="Waiting for the engine…",
    engine_gone="The engine does not answer: {error}",
    done_add="Time of this item: {by}",
    done_note="Noted.",
    done_message="Sent to {to}.",
    done_edit="Item changed.",
    done_backdate="Start back-dated.",
    backdate_title="Item {number} began earlier",
    no_clock_alarm="The machine's clock has not been set.",
    done_insert="Item inserted.",
    done_undo="Undone.",
    done_hold="On hold. h resumes.",
    done_resume="Running again.",
    done_jump="Next: {title}",
    done_skip="Skipped: {title}",
    done_unskip="Back in: {title}",
    saved="Amended agenda saved: {path}",
    not_saved="The agenda could not be saved: {error}",
    no_row="No item is chosen.",
    message_from="{at}  {who} says: {text}",
    message_read="Esc read",
    message_more="{count} more",
    roles=RoleNames(
        caller="Stage manager",
        mc="MC",
        music="Music",
        lights="Lights",
        screen="Screen",
        crew="Crew",
        speaker="Speaker",
        display="Hall display",
        stage="Stage",
    ),
    role_marks=RoleNames(
        caller="SM",
        mc="MC",
        music="♪",
        lights="LX",
        screen="SC",
        crew="CR",
        speaker="SP",
        display="HD",
        stage="ST",
    ),
    refusals=Refusals(
        not_started="The show has not started. SPACE starts it.",
        already_started="The show has already started.",
        ended="The show has ended. u reopens it.",
        last_item="This is the last item.",
        guard="Two presses so close together count as one.",
        stale="The screen changed just before the press. Look, then press again.",
        unknown_item="This item is no longer there.",
        unknown_cue="This cue is no longer there.",
        is_heading="This is a heading; choose an item beneath it.",
        item_done="This item is done.",
        item_running="This item is running.",
        item_skipped="This item is skipped. x brings it back.",
        not_skipped="This item is not skipped.",
        protected="Protected: it is never shortened or skipped.",
        already_held="Already on hold.",
        not_held="Nothing is on hold.",
        nothing_to_undo="Nothing to undo.",
        no_item_before="There is no item before this one.",
        no_cue="No cue is left to stand by.",
        cue_over="This cue is over.",
        bad_place="It cannot be moved there.",
        bad_length="That length makes no sense.",
        bad_kind="There is no such kind of item.",
        empty="Nothing is written.",
        too_long="Too long; make it shorter.",
        not_allowed="This role may not ask that.",
    ),
    keys=KeyTexts(
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
        undo_long="Undo the last call",
        back="back",
        back_long="Back to the item before",
        jump="make next",
        jump_long="Make the chosen item the next one",
        skip="skip",
        skip_long="Skip the chosen item, or bring it back",
        move_down="down",
        move_down_long="Move the chosen item down",
        move_up="up",
        move_up_long="Move the chosen item up",
        edit="edit",
        edit_long="See and edit the chosen item: person, minutes, MC words, cues",
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
        acknowledge="acknowledge",
        acknowledge_long="Acknowledge the cue that waits (MC and music screens)",
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
        theme_long="Switch between a light and a dark ground",
        backdate="back-date",
        backdate_long="Back-date the start: the chosen item began earlier than it was called",
        correct="set clock",
        correct_long="Follow the machine's new time (after its clock was set)",
        dismiss="dismiss",
        dismiss_long="Seen: put the clock's alarms away",
        joining="devices",
        joining_long="Who is connected; each role's join code and QR",
        read="read",
        read_long="The newest message to the stage manager has been read",
    ),
    calls=Calls(
        open="open the show",
        start="start",
        go="GO",
        advance="next item",
        hold="hold",
        resume="resume",
        add_time="time changed",
        standby="stand by",
        ack="acknowledged",
        undo="undo",
        back="back to the item before",
        jump="next chosen",
        skip="skip",
        unskip="unskip",
        move="move",
        edit="edit",
        insert="insert",
        edit_cue="edit cue",
        dismiss="dismiss alarms",
        backdate="start back-dated",
        message="message",
        note="note",
        end="end",
        clock="clock",
        tick="came true",
        report_clock="machine clock parted",
        correct_clock="clock corrected",
    ),
    help=HelpTexts(
        title="Help",
        stage="The stage manager's screen. The large digits count the current item. The band beneath says "
        "what SPACE will do. The table is the whole running order.",
        mc="The MC's screen. The words to say come first, the next ones beneath. Names stand as they were "
        "written.",
        music="The music screen. What plays and what comes. The anthem always says whether it has words.",
        display="The hall display. Only the current item and the next.",
        log="The log. Everything that was done, by whom and when; notes and messages.",
        marks="○ later   ◐ stand-by   ● ready   ▶ gone   ✓ done   ✗ missed   – skipped\n"
        "◆ protected   ~ assumed",
        close="Esc closes",
    ),
    joining=JoiningTexts(
        title="DEVICES IN THE HALL",
        open="● open to the hall",
        closed="○ this machine only",
        opening="Address",
        closed_advice="Phones cannot come in yet. o opens it to the hall.",
        no_network="This machine is in no network. Join the hall's Wi-Fi, or share one from this machine.",
        none_yet="No device yet. Scan the QR code, or open the address above and type the code.",
        machines="{count} online",
        seen="seen {count} ago",
        delay="delay {ms} ms",
        gone="connection lost",
        choose="choose",
        renew="new code",
        throw_out="throw out",
        open_key="open to the hall",
        close_key="close to the hall",
        qr_key="QR code",
        list_key="list",
        retry_key="try again",
        close_panel="close",
        no_server="The hall's server is not running.",
        no_server_why="The show runs whole on this machine. To connect phones: q leaves, then open it again without --no-web; the show stays open and goes on from here.",
        failed="The hall's server cannot run: {problem}",
        failed_why="The show goes on and is recorded. Stop the program that holds the port, then press o to try again; or q leaves, and --port 0 takes another port when you open it again: the show goes on from here.",
        ask_open="Open it to the whole hall?",
        ask_open_why="Every device in this network will see the page that asks for a code. Only who has a code sees a role's screen.",
        ask_close="Close it to the hall?",
        ask_close_why="{count} connected. Other devices lose their screens at once; screens on this machine go on.",
        ask_renew="A new code for {role}?",
        ask_renew_why="{count} came in by this code and stay in. The old code and its QR code become void.",
        ask_out="Throw {device} out of {role}?",
        ask_out_why="{address}. It loses its screen at once. Press n for a new code if it must not come back.",
        asked="Waiting for the server…",
        opened="Open to the hall.",
        shut="Closed: this machine only.",
        again="The server runs on this machine.",
        renewed="New code of {role}: {code}",
        sent_away="{device} was thrown out.",
        left_before="It had left before.",
        choose_first="Choose a device with ↑ ↓, then press x.",
        not_done="Not done: {error}",
        no_room="No room for a QR code here: it needs {width}x{height} cells.",
    ),
)

CONSOLE = {Language.VI: VI, Language.EN: EN}
