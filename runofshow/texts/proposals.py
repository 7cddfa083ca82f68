"""What an agent proposes, in people's words, and the panel in which it is answered."""

from __future__ import annotations

from msgspec import Struct

from runofshow.texts import Language


class ProposalTexts(Struct, frozen=True):
    """Changes that an agent has laid before a person."""

    # The panel
    title: str
    none: str
    by: str
    which: str
    chosen: str
    none_chosen: str
    take: str
    decline: str
    choose: str
    all: str
    other: str
    scroll: str
    close: str
    taken: str
    taken_some: str
    declined: str
    came: str
    counted: str
    untaken: str

    # A change
    replaced: str
    set: str
    emptied: str
    insert: str
    insert_by: str
    after: str
    before: str
    first: str
    move_before: str
    move_last: str
    skip: str
    more: str
    less: str

    # A field
    field_title: str
    field_by: str
    field_mc: str
    field_notes: str
    field_presenter: str
    field_seconds: str
    field_start: str
    field_until: str

    def field(self, name: str) -> str:
        """The name of a field that an edit changes."""
        said: str = getattr(self, f"field_{name}")
        return said


VI = ProposalTexts(
    title="ĐỀ NGHỊ CỦA TÁC NHÂN",
    none="Không có đề nghị nào đang chờ.",
    by="Tác nhân {who} đề nghị lúc {at}: {why}",
    which="đề nghị {n}/{count}",
    chosen="đã chọn {count}",
    none_chosen="Chưa chọn dòng nào: SPACE để chọn, x để không nhận gì.",
    take="nhận",
    decline="không nhận",
    choose="chọn",
    all="chọn hết",
    other="đề nghị khác",
    scroll="xem tiếp",
    close="để sau",
    taken="Đã nhận đề nghị của {who}. u để hoàn tác.",
    taken_some="Đã nhận {count}/{of} thay đổi do {who} đề nghị. u để hoàn tác.",
    declined="Không nhận đề nghị của {who}. Kịch bản giữ nguyên.",
    came="Tác nhân {who} có đề nghị sửa kịch bản. d để xem.",
    counted="d: {count} đề nghị",
    untaken="không nhận được: {why}",
    replaced="{field} «{before}» thành «{after}»",
    set="{field} là «{after}»",
    emptied="bỏ {field} «{before}»",
    insert="Thêm «{title}» ({length}) {place}",
    insert_by="Thêm «{title}» ({length}, {by}) {place}",
    after="sau {item}",
    before="trước {item}",
    first="ở đầu kịch bản",
    move_before="Chuyển {item} lên trước {before}",
    move_last="Chuyển {item} xuống cuối phiên",
    skip="Bỏ {item}",
    more="{item}: thêm {length}",
    less="{item}: bớt {length}",
    field_title="tên mục",
    field_by="người nói, người làm",
    field_mc="lời MC",
    field_notes="ghi chú",
    field_presenter="người trao",
    field_seconds="thời lượng",
    field_start="giờ bắt đầu",
    field_until="giờ kết thúc",
)

EN = ProposalTexts(
    title="AN AGENT PROPOSES",
    none="No proposal is waiting.",
    by="The agent {who} proposed at {at}: {why}",
    which="proposal {n}/{count}",
    chosen="{count} chosen",
    none_chosen="No line is chosen: SPACE chooses, x takes none of it.",
    take="take",
    decline="take none",
    choose="choose",
    all="choose all",
    other="another proposal",
    scroll="read on",
    close="later",
    taken="What {who} proposed is taken. u undoes it.",
    taken_some="{count} of {of} changes that {who} proposed are taken. u undoes them.",
    declined="Nothing of what {who} proposed is taken. The running order stays as it is.",
    came="The agent {who} proposes changes to the running order. d shows them.",
    counted="d: {count} proposals",
    untaken="cannot be taken: {why}",
    replaced="{field} “{before}” becomes “{after}”",
    set="{field} is “{after}”",
    emptied="{field} “{before}” goes",
    insert="Insert “{title}” ({length}) {place}",
    insert_by="Insert “{title}” ({length}, {by}) {place}",
    after="after {item}",
    before="before {item}",
    first="at the head of the agenda",
    move_before="Move {item} in front of {before}",
    move_last="Move {item} to the end of its session",
    skip="Leave out {item}",
    more="{item}: {length} more",
    less="{item}: {length} less",
    field_title="title",
    field_by="by",
    field_mc="the MC's words",
    field_notes="notes",
    field_presenter="handed over by",
    field_seconds="length",
    field_start="start",
    field_until="end",
)

PROPOSALS = {Language.VI: VI, Language.EN: EN}
