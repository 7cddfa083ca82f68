"""The phrases of forms, of their fields, and of the search."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False, repr=False)  # a class of this size takes time to make
class FormTexts:
    """What a form asks for, and what is wrong with an answer."""

    save: str
    send: str
    cancel: str
    edit_title: str
    insert_title: str
    insert_first_title: str
    backdate_title: str
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

    @property
    def ready(self) -> tuple[str, ...]:
        """Messages that need no writing."""
        return (self.ready_five, self.ready_one, self.ready_conclude, self.ready_over, self.ready_wait)


VI = FormTexts(
    save="Lưu",
    send="Gửi",
    cancel="Thôi",
    edit_title="Sửa mục {number}",
    insert_title="Chèn mục sau {number}",
    insert_first_title="Thêm mục đầu tiên",
    backdate_title="Mục {number} đã bắt đầu sớm hơn",
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
)

EN = FormTexts(
    save="Save",
    send="Send",
    cancel="Cancel",
    edit_title="Edit item {number}",
    insert_title="Insert after {number}",
    insert_first_title="Add the first item",
    backdate_title="Item {number} began earlier",
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
)
