"""The phrases of forms, of their fields, and of the search."""

from __future__ import annotations

from msgspec import Struct

from runofshow.core.notices import NoteKind
from runofshow.core.vote import COUNTED, MOST_VOTES


class NoteKinds(Struct, frozen=True):
    """What a note is about, one phrase for each `NoteKind`."""

    note: str
    incident: str
    decision: str
    lesson: str


class FormTexts(Struct, frozen=True, eq=False):
    """What a form asks for, and what is wrong with an answer."""

    save: str
    send: str
    cancel: str
    edit_title: str
    insert_title: str
    insert_first_title: str
    lost_title: str
    lost_row: str
    insert_again: str
    backdate_title: str
    note_title: str
    field_note_kind: str
    note_kinds: NoteKinds
    note_below: str
    message_title: str
    field_title: str
    field_by: str
    field_minutes: str
    field_kind: str
    take_choice: str
    field_mc: str
    field_notes: str
    field_earlier: str
    field_cue: str
    field_cue_at: str
    bad_anchor: str
    field_start: str
    field_until: str
    bad_hour: str
    field_presenter: str
    field_in_favour: str
    field_against: str
    field_other: str
    bad_votes: str
    vote: str
    vote_counted: str
    field_protected: str
    field_cue_track: str
    no_track: str
    field_new_cue: str
    new_cue_nobody: str
    new_cue_to: str
    field_new_text: str
    field_place: str
    place_after: str
    place_before: str
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

    def note_kind(self, kind: NoteKind) -> str:
        return str(getattr(self.note_kinds, kind.value))

    @property
    def ready(self) -> tuple[str, ...]:
        """Messages that need no writing."""
        return (self.ready_five, self.ready_one, self.ready_conclude, self.ready_over, self.ready_wait)


VI = FormTexts(
    save="Lưu",
    send="Gửi",
    cancel="Thôi",
    edit_title="Sửa mục {number}",
    insert_title="Chèn mục bên {number}",
    insert_first_title="Thêm mục đầu tiên",
    lost_title="Mục {number} đã bị gỡ khỏi kịch bản",
    lost_row="Máy khác vừa gỡ mục này. Chèn lại thành mục mới, hoặc Esc để bỏ.",
    insert_again="Chèn lại",
    backdate_title="Mục {number} đã bắt đầu sớm hơn",
    note_title="Ghi nhận sự cố, ghi chú",
    field_note_kind="Ghi về",
    note_kinds=NoteKinds(note="ghi chú", incident="sự cố", decision="quyết định", lesson="rút kinh nghiệm"),
    note_below="↑ ↓ đổi: ghi chú, sự cố, quyết định, rút kinh nghiệm",
    message_title="Nhắn tin",
    field_title="Nội dung",
    field_by="Người thực hiện",
    field_minutes="Số phút",
    field_kind="Loại mục",
    take_choice="gõ vài chữ, không cần dấu · ↑ ↓ chọn · Enter · Esc thôi",
    field_mc="Lời dẫn MC",
    field_notes="Ghi chú",
    field_earlier="Sớm hơn bao lâu (2 phút, 90s)",
    field_cue="Lệnh {number} · {to} (xóa hết chữ là bỏ lệnh)",
    field_cue_at="    lúc",
    bad_anchor="Lúc của lệnh {number} ghi như: đầu mục + 90 giây, cuối mục - 1 phút, khi nghe Chào cờ!",
    field_start="Giờ bắt đầu cố định (để trống: không)",
    field_until="Kéo dài đến giờ (giải lao; để trống: không)",
    bad_hour="Giờ ghi như 9h30 hoặc 09:30.",
    field_presenter="Người trao",
    field_in_favour="Biểu quyết: số đồng ý (để trống: chưa đếm)",
    field_against="    không đồng ý",
    field_other="    ý kiến khác",
    bad_votes=f"Số phiếu ghi bằng chữ số, từ 0 đến {MOST_VOTES}.",
    vote="Kết quả biểu quyết",
    vote_counted=COUNTED[True],
    field_protected="Bảo vệ (không rút ngắn, không bỏ qua nếu chưa hỏi)",
    field_cue_track="    bản nhạc",
    no_track="không có bản nhạc",
    field_new_cue="Thêm lệnh cho",
    new_cue_nobody="không thêm",
    new_cue_to="Chọn giao lệnh mới cho ai.",
    field_new_text="    nội dung lệnh",
    field_place="Vị trí",
    place_after="sau mục {number}",
    place_before="trước mục {number}",
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
)

EN = FormTexts(
    save="Save",
    send="Send",
    cancel="Cancel",
    edit_title="Edit item {number}",
    insert_title="Insert beside {number}",
    insert_first_title="Add the first item",
    lost_title="Item {number} is no longer in the agenda",
    lost_row="Another window has taken it out. Insert it again as a new item, or Esc to drop it.",
    insert_again="Insert again",
    backdate_title="Item {number} began earlier",
    note_title="Incident or note",
    field_note_kind="About",
    note_kinds=NoteKinds(note="note", incident="incident", decision="decision", lesson="lesson"),
    note_below="↑ ↓ change: note, incident, decision, lesson",
    message_title="Message",
    field_title="Title",
    field_by="By",
    field_minutes="Minutes",
    field_kind="Kind",
    take_choice="type a few letters, without diacritics · ↑ ↓ choose · Enter · Esc cancels",
    field_mc="MC words",
    field_notes="Notes",
    field_earlier="Earlier by (2 phút, 90s)",
    field_cue="Cue {number} · {to} (empty it to take it out)",
    field_cue_at="    at",
    bad_anchor="Cue {number}: write when as start + 90s, end - 1', word Chào cờ!",
    field_start="Fixed start (empty: none)",
    field_until="Lasts until (a break; empty: none)",
    bad_hour="An hour is written like 9h30 or 09:30.",
    field_presenter="Presenter",
    field_in_favour="Vote: in favour (empty: not counted)",
    field_against="    against",
    field_other="    of another opinion",
    bad_votes=f"Votes are a whole number from 0 to {MOST_VOTES}.",
    vote="Result of the vote",
    vote_counted=COUNTED[False],
    field_protected="Protected (never shortened, skipped only after a question)",
    field_cue_track="    track",
    no_track="no track",
    field_new_cue="Add a cue for",
    new_cue_nobody="none",
    new_cue_to="Choose whom the new cue is for.",
    field_new_text="    what it says",
    field_place="Place",
    place_after="behind item {number}",
    place_before="in front of item {number}",
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
)
