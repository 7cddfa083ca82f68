"""The phrases of the console's faces, with those of every subject beside it. A name in braces is filled in by
the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from runofshow.core.agenda import Role, Track, TrackMark
from runofshow.core.refusal import Reason
from runofshow.texts import (
    Language,
    alarms,
    awards,
    calls,
    counts,
    duties,
    forms,
    joining,
    keys,
    newer_plan,
    people,
    proposals,
    questions,
    recovery,
    refusals,
    roles,
    running,
    sound,
    takes,
    timecode,
)
from runofshow.texts.alarms import AlarmTexts
from runofshow.texts.awards import AwardTexts
from runofshow.texts.calls import Calls
from runofshow.texts.counts import CountTexts
from runofshow.texts.duties import DutyTexts
from runofshow.texts.forms import FormTexts
from runofshow.texts.joining import JoiningTexts
from runofshow.texts.keys import HelpTexts, KeyTexts
from runofshow.texts.newer_plan import NewerPlanTexts
from runofshow.texts.people import PeopleTexts
from runofshow.texts.proposals import ProposalTexts
from runofshow.texts.questions import Questions
from runofshow.texts.recovery import RecoveryTexts
from runofshow.texts.refusals import Refusals
from runofshow.texts.roles import RoleNames
from runofshow.texts.running import Running
from runofshow.texts.sound import SoundTexts
from runofshow.texts.takes import TakesTexts
from runofshow.texts.timecode import TimecodeTexts

if TYPE_CHECKING:
    from runofshow.core.views.sound import TrackView


class ConsoleTexts(Struct, frozen=True, eq=False):
    language: Language
    running: Running

    # Header
    live: str
    speed: str
    machines: str
    no_server: str
    machine_lost: str

    # The current item
    before: str
    between: str
    between_items: str
    waits_for_call: str
    ended: str
    floating: str
    held_for: str
    planned_at: str
    started_at: str
    expected_end_at: str
    should_end_at: str
    assumed: str
    unassigned: str

    # Next
    mc: str
    wait: str
    handin_missing: str

    # The call line
    space: str
    go_item: str
    go_first: str
    go_session: str
    go_end_item: str
    nothing_left: str
    show_over: str
    held_call: str
    on_word: str

    # Cues
    no_cues: str
    phase_standby: str
    phase_by_voice: str
    phase_connected: str
    phase_lost: str
    phase_late: str

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
    summary_aside: str
    summary_advice: str

    # Boards
    loops: str
    volume: str
    nothing_to_answer: str
    notes_and_messages: str
    branch_kept: str
    no_notes: str
    journal: str

    screen_failed: str
    board_lost: str
    pasted: str
    more_alarms: str

    # Questions
    yes: str
    ask_end_why: str
    ask_leave: str
    ask_leave_why: str

    # What was done, in the status line
    asked: str
    engine_gone: str
    done_add: str
    done_note: str
    done_message: str
    done_edit: str
    done_backdate: str
    no_alarm: str
    no_clock_alarm: str
    done_insert: str
    done_hold: str
    done_resume: str
    done_jump: str
    done_skip: str
    done_remove: str
    done_unskip: str
    saved: str
    not_saved: str
    no_row: str
    message_from: str
    message_known: str
    message_read: str
    message_more: str

    count: CountTexts
    alarms: AlarmTexts
    forms: FormTexts
    sound: SoundTexts
    roles: RoleNames
    role_marks: RoleNames
    """At most two cells each."""
    refusals: Refusals
    questions: Questions
    keys: KeyTexts
    calls: Calls
    help: HelpTexts
    joining: JoiningTexts
    newer_plan: NewerPlanTexts
    recovery: RecoveryTexts
    proposals: ProposalTexts
    timecode: TimecodeTexts
    duties: DutyTexts
    takes: TakesTexts
    awards: AwardTexts
    people: PeopleTexts

    def refusal(self, reason: Reason) -> str:
        phrase: str = getattr(self.refusals, reason.value)
        return phrase

    def role(self, role: Role) -> str:
        name: str = getattr(self.roles, role.value)
        return name

    def role_mark(self, role: Role) -> str:
        mark: str = getattr(self.role_marks, role.value)
        return mark

    def without_file(self, track: Track | TrackView | None) -> str:
        """Why no machine plays it."""
        return self.sound.live if track is not None and track.live else self.running.no_track

    def track_mark(self, mark: TrackMark) -> str:
        """What must not be confused about a recording; empty for a plain one."""
        return {
            TrackMark.PLAIN: "",
            TrackMark.ANTHEM_WITH_WORDS: self.running.with_words,
            TrackMark.ANTHEM_WITHOUT_WORDS: self.running.without_words,
            TrackMark.CLIP: self.running.clip,
        }[mark]


VI = ConsoleTexts(
    language=Language.VI,
    running=running.VI,
    live="CHÍNH THỨC",
    speed="nhanh {speed} lần",
    machines="{count} máy",
    no_server="chưa nối máy",
    machine_lost="{who} mất kết nối",
    before="CHƯA BẮT ĐẦU",
    between="GIỮA HAI PHIÊN",
    between_items="GIỮA HAI MỤC",
    waits_for_call="Mọi người về vị trí; SPACE khi sẵn sàng.",
    ended="ĐÃ KẾT THÚC",
    floating="Kịch bản chưa gắn với giờ: bắt đầu lúc nào, giờ tính từ lúc ấy.",
    held_for="TẠM DỪNG từ {at} · {count}",
    planned_at="kế hoạch {at}",
    started_at="bắt đầu {at}",
    expected_end_at="dự kiến xong {at}",
    should_end_at="theo lịch xong {at}",
    assumed="tạm tính",
    unassigned="Chưa phân công",
    mc="MC",
    wait="chờ {length} tới giờ đã định",
    handin_missing="chưa nộp bài",
    space="SPACE",
    go_item="chuyển sang mục {number}",
    go_first="bắt đầu mục {number}",
    go_session="hết phiên này, chờ: {title}",
    go_end_item="kết thúc mục {number}, rồi MC dẫn",
    nothing_left="Hết kịch bản.  n để kết thúc hội nghị",
    show_over="Hội nghị đã kết thúc.  u mở lại · q thoát",
    held_call="Đang tạm dừng.  h để tiếp tục",
    on_word="khi nghe “{word}”",
    no_cues="Không có hiệu lệnh.",
    phase_standby="CHUẨN BỊ, chờ trả lời",
    phase_by_voice="CHUẨN BỊ, chưa có máy",
    phase_connected="CHUẨN BỊ, đã nối, chờ {count}",
    phase_lost="MẤT KẾT NỐI, chờ {count}",
    phase_late="CHƯA TRẢ LỜI {count}",
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
    summary_aside="{aside} mục gác lại",
    summary_advice="u mở lại nếu kết thúc nhầm · q thoát · bảng tổng hợp: runofshow report last",
    loops="phát lặp",
    volume="âm lượng {percent}%",
    nothing_to_answer="Không có hiệu lệnh nào đang chờ trả lời.",
    notes_and_messages="GHI NHẬN VÀ TIN NHẮN",
    branch_kept="ghi riêng ở {who} từ {since} ({count} dòng)",
    no_notes="Chưa ghi nhận gì. t để ghi, m để nhắn.",
    journal="NHẬT KÝ",
    more_alarms="và {count} cảnh báo nữa (F6 nhật ký)",
    screen_failed="Màn hình gặp lỗi: {error}. Hội nghị vẫn chạy và vẫn được ghi; q rồi mở lại.",
    board_lost="màn hình chính biến mất và đã được mở lại",
    pasted="Chữ dán không phải là lệnh: chưa lệnh nào được gọi. Mở ô nhập rồi dán vào đó.",
    yes="Có",
    ask_end_why="Đây là mục cuối. Sau khi kết thúc vẫn có thể mở lại bằng u.",
    ask_leave="Thoát khỏi bàn điều hành?",
    ask_leave_why="Hội nghị đang chạy vẫn để mở, đồng hồ vẫn tính; mở lại là tiếp tục đúng chỗ này.",
    asked="Đang chờ máy…",
    engine_gone="Phần mềm không trả lời: {error}",
    done_add="Thời gian của mục: {by}",
    done_note="Đã ghi.",
    done_message="Đã gửi: {to}.",
    done_edit="Đã sửa mục.",
    done_backdate="Đã ghi lại giờ bắt đầu.",
    no_alarm="Không có cảnh báo nào.",
    no_clock_alarm="Đồng hồ máy không bị chỉnh lần nào.",
    done_insert="Đã chèn mục.",
    done_hold="Tạm dừng. h để tiếp tục.",
    done_resume="Tiếp tục.",
    done_jump="Kế tiếp: {title}",
    done_skip="Đã bỏ qua: {title}",
    done_remove="Đã gỡ mục chèn: {title}",
    done_unskip="Đưa trở lại: {title}",
    saved="Đã lưu kịch bản đã sửa: {path}",
    not_saved="Không lưu được kịch bản: {error}",
    no_row="Chưa chọn mục nào.",
    message_from="{at}  {who} nhắn: {text}",
    message_known="{at}  {who} đã rõ: {text}",
    message_read="Esc đã xem",
    message_more="còn {count} tin",
    count=counts.VI,
    alarms=alarms.VI,
    forms=forms.VI,
    sound=sound.VI,
    roles=roles.VI,
    role_marks=roles.VI_MARKS,
    refusals=refusals.VI,
    questions=questions.VI,
    keys=keys.VI,
    calls=calls.VI,
    help=keys.VI_HELP,
    joining=joining.VI,
    newer_plan=newer_plan.VI,
    recovery=recovery.VI,
    proposals=proposals.VI,
    timecode=timecode.VI,
    duties=duties.VI,
    takes=takes.VI,
    awards=awards.VI,
    people=people.VI,
)

EN = ConsoleTexts(
    language=Language.EN,
    running=running.EN,
    live="LIVE",
    speed="{speed} times as fast",
    machines="{count} online",
    no_server="no server",
    machine_lost="{who} lost",
    before="NOT STARTED",
    between="BETWEEN SESSIONS",
    between_items="BETWEEN TWO ITEMS",
    waits_for_call="People take their places; SPACE when they are ready.",
    ended="ENDED",
    floating="This agenda is not tied to the clock: its times run from the moment it starts.",
    held_for="HOLD since {at} · {count}",
    planned_at="plan {at}",
    started_at="started {at}",
    expected_end_at="expected end {at}",
    should_end_at="due to end {at}",
    assumed="assumed",
    unassigned="Unassigned",
    mc="MC",
    wait="waits {length} for its fixed start",
    handin_missing="text not handed in",
    space="SPACE",
    go_item="next item {number}",
    go_first="start item {number}",
    go_session="end this session, wait for {title}",
    go_end_item="end item {number}, then the MC's link",
    nothing_left="Nothing left.  n ends the show",
    show_over="The show has ended.  u reopens · q leaves",
    held_call="On hold.  h resumes",
    on_word="on “{word}”",
    no_cues="No cues.",
    phase_standby="STAND BY, no answer yet",
    phase_by_voice="STAND BY, no device",
    phase_connected="STAND BY, connected, {count}",
    phase_lost="CONNECTION LOST, waits {count}",
    phase_late="NO ANSWER {count}",
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
    summary_aside="{aside} laid aside",
    summary_advice="u reopens if this was a slip · q leaves · the report: runofshow report last",
    loops="loops",
    volume="volume {percent}%",
    nothing_to_answer="No cue waits for an answer.",
    notes_and_messages="NOTES AND MESSAGES",
    branch_kept="written apart at {who} since {since} ({count} lines)",
    no_notes="Nothing noted yet. t writes a note, m a message.",
    journal="LOG",
    more_alarms="and {count} more alarms (F6 the log)",
    screen_failed="The screen failed: {error}. The show runs on and is recorded; q and open it again.",
    board_lost="the main screen was gone and is opened again",
    pasted="Pasted text is no order: nothing was called. Open a field and paste it there.",
    yes="Yes",
    ask_end_why="This is the last item. After the end, u still reopens it.",
    ask_leave="Leave the console?",
    ask_leave_why="The running show stays open and its clock runs on; open it again to go on from here.",
    asked="Waiting for the engine…",
    engine_gone="The engine does not answer: {error}",
    done_add="Time of this item: {by}",
    done_note="Noted.",
    done_message="Sent to {to}.",
    done_edit="Item changed.",
    done_backdate="Start back-dated.",
    no_alarm="There is no alarm.",
    no_clock_alarm="The machine's clock has not been set.",
    done_insert="Item inserted.",
    done_hold="On hold. h resumes.",
    done_resume="Running again.",
    done_jump="Next: {title}",
    done_skip="Skipped: {title}",
    done_remove="Taken out again: {title}",
    done_unskip="Brought back: {title}",
    saved="Amended agenda saved: {path}",
    not_saved="The agenda could not be saved: {error}",
    no_row="No item is chosen.",
    message_from="{at}  {who} says: {text}",
    message_known="{at}  {who} has read: {text}",
    message_read="Esc read",
    message_more="{count} more",
    count=counts.EN,
    alarms=alarms.EN,
    forms=forms.EN,
    sound=sound.EN,
    roles=roles.EN,
    role_marks=roles.EN_MARKS,
    refusals=refusals.EN,
    questions=questions.EN,
    keys=keys.EN,
    calls=calls.EN,
    help=keys.EN_HELP,
    joining=joining.EN,
    newer_plan=newer_plan.EN,
    recovery=recovery.EN,
    proposals=proposals.EN,
    timecode=timecode.EN,
    duties=duties.EN,
    takes=takes.EN,
    awards=awards.EN,
    people=people.EN,
)

CONSOLE = {Language.VI: VI, Language.EN: EN}
