"""The phrases of an award round: its steps, its people, the panel of who calls it, and what the log says."""

from __future__ import annotations

from msgspec import Struct

from runofshow.core.agenda import Step


class AwardTexts(Struct, frozen=True, eq=False):
    """A name in braces is filled in by the screen."""

    award_round: str
    batch_of: str
    batch_next: str
    batch_after: str
    single_batch: str
    no_round: str
    no_people: str
    nobody_left: str
    no_presenter: str

    # The steps of a batch
    step_reading: str
    step_call: str
    step_line_up: str
    step_presenters: str
    step_handing: str
    step_flowers: str
    step_photo: str
    step_off: str
    to_step: str

    # One who is honoured
    here: str
    unseen: str
    missing: str
    absent: str
    proxy: str
    posthumous: str
    read_as: str
    moved_from: str
    was_place: str
    added: str
    moved_out: str
    moved_out_of_round: str
    split_from: str

    # A batch
    presenter: str
    reader: str
    tray: str
    on_tray: str
    off_tray: str
    batch_upcoming: str
    batch_running: str
    batch_done: str
    batch_left_out: str
    all_here: str
    counted_unseen: str
    counted_missing: str
    counted_absent: str
    this_batch: str
    batches_before: str
    pace_unknown: str
    round_ends: str
    batches_left: str

    # What the panel asks
    proxy_title: str
    field_proxy: str
    added_title: str
    field_name: str
    field_unit: str
    field_batch: str
    presenter_title: str
    said_title: str
    field_said: str
    field_address: str
    field_note: str
    code_typed: str

    # What it says was done, or could not be
    done_absent: str
    done_back: str
    done_proxy: str
    done_no_proxy: str
    done_later: str
    done_later_back: str
    done_added: str
    done_presenter: str
    done_split: str
    done_said: str
    done_here: str
    done_missing: str
    done_unseen: str
    done_all_absent: str
    nobody_missing: str
    is_absent: str
    card_in_form: str
    card_rewritten: str
    first_of_all: str
    already: str
    no_such_place: str

    # The log
    log_absent: str
    log_back: str
    log_proxy: str
    log_no_proxy: str
    log_changed: str
    log_moved: str
    log_added: str
    log_seen: str
    log_missing: str
    log_unseen: str

    def step(self, step: Step) -> str:
        """What is done on stage, in a word or two."""
        said: str = getattr(self, f"step_{step.value}")
        return said


VI = AwardTexts(
    award_round="KHEN THƯỞNG",
    batch_of="Đợt {batch}/{batches}",
    batch_next="ĐỢT SAU {batch}/{batches}",
    batch_after="SAU ĐÓ {batch}/{batches}",
    single_batch="Một đợt",
    no_round="Từ đây đến hết kịch bản không còn trao thưởng. F2 về màn hình điều hành.",
    no_people="Đợt này chưa có danh sách người nhận. i để thêm.",
    nobody_left="Đợt này không còn ai lên nhận: n bỏ qua khi đến lượt.",
    no_presenter="Chưa ghi người trao: g để ghi.",
    step_reading="đọc quyết định",
    step_call="mời lên",
    step_line_up="xếp hàng",
    step_presenters="mời người trao",
    step_handing="trao",
    step_flowers="tặng hoa",
    step_photo="chụp ảnh",
    step_off="về vị trí",
    to_step="bước tiếp: {step}",
    here="đã chờ",
    unseen="chưa thấy",
    missing="báo vắng",
    absent="vắng mặt",
    proxy="nhận thay: {proxy}",
    posthumous="truy tặng",
    read_as="đọc: {said}",
    moved_from="từ đợt {batch} sang",
    was_place="trước là số {place}",
    added="mới thêm, chưa in",
    moved_out="lấy ra: {name} → đợt {batch}",
    moved_out_of_round="lấy ra: {name} → lượt khác",
    split_from="tách từ đợt {batch}",
    presenter="Người trao",
    reader="Người công bố",
    tray="khay {count} phần",
    on_tray="số {place} trong khay",
    off_tray="đã ghi vắng mặt, không có trong khay",
    batch_upcoming="đợt chưa đến",
    batch_running="đợt đang trên sân khấu",
    batch_done="đợt đã trao xong",
    batch_left_out="đợt đã bỏ qua",
    all_here="đủ người",
    counted_unseen="chưa thấy {count}",
    counted_missing="báo vắng {count}",
    counted_absent="vắng mặt {count}",
    this_batch="đợt này {count}",
    batches_before="các đợt trước {count}",
    pace_unknown="chưa có đợt nào xong",
    round_ends="trao xong lúc {at}",
    batches_left="còn {count} đợt",
    proxy_title="Nhận thay {name}",
    field_proxy="Ai nhận thay (để trống: tự lên nhận)",
    added_title="Thêm người nhận",
    field_name="Họ tên người, tên tập thể",
    field_unit="Đơn vị",
    field_batch="Vào",
    presenter_title="Người trao đợt {batch}",
    said_title="Cách đọc: {name}",
    field_said="Đọc là (để trống: đọc như đã viết)",
    field_address="Xưng hô: đồng chí, ông, bà (để trống: theo tên)",
    field_note="Ghi chú",
    code_typed="Mã thẻ, hoặc số trong khay: {code}  · Enter",
    done_absent="Vắng mặt: {name}. Khay và danh sách MC đã đánh số lại.",
    done_back="Không vắng nữa: {name}.",
    done_proxy="Nhận thay {name}: {proxy}.",
    done_no_proxy="{name} tự lên nhận.",
    done_later="Sang đợt sau: {name}.",
    done_later_back="Không vắng nữa, sang đợt sau: {name}.",
    done_added="Đã thêm: {name} · {batch}.",
    done_presenter="Người trao: {name}.",
    done_split="Chia đợt: từ {name} là đợt mới.",
    done_said="Đã sửa cách đọc: {name}.",
    done_here="✓ Đã chờ: {name}.",
    done_missing="✗ Báo vắng: {name}.",
    done_unseen="Chưa thấy: {name}.",
    done_all_absent="Vắng mặt {count}: {names}. Khay và danh sách MC đã đánh số lại.",
    nobody_missing="Không ai trong đợt này bị báo vắng.",
    is_absent="{name} đã ghi vắng mặt. x: không vắng nữa.",
    card_in_form="Đây là mã thẻ, không phải tên.",
    card_rewritten="Bộ gõ tiếng Việt đã sửa mã thẻ: quét lại, hoặc tắt bộ gõ.",
    first_of_all="Chọn người đứng đầu của đợt mới, không phải người đầu tiên của đợt.",
    already="Đã ghi như vậy rồi.",
    no_such_place="Khay của đợt này không có số {place}.",
    log_absent="vắng mặt: {name}",
    log_back="không vắng nữa: {name}",
    log_proxy="nhận thay {name}: {proxy}",
    log_no_proxy="tự lên nhận: {name}",
    log_changed="sửa: {name}",
    log_moved="{name} → {item}",
    log_added="thêm {name} → {item}",
    log_seen="đã chờ: {name}",
    log_missing="báo vắng: {name}",
    log_unseen="chưa thấy: {name}",
)

EN = AwardTexts(
    award_round="AWARDS",
    batch_of="Batch {batch} of {batches}",
    batch_next="NEXT BATCH {batch} of {batches}",
    batch_after="THEN {batch} of {batches}",
    single_batch="One batch",
    no_round="Nothing is handed over from here to the end. F2 goes back to the stage manager's screen.",
    no_people="This batch has no recipients yet. i adds one.",
    nobody_left="Nobody of this batch comes up any more: n goes past it when its turn comes.",
    no_presenter="No presenter is named: g names one.",
    step_reading="reading",
    step_call="call up",
    step_line_up="line up",
    step_presenters="presenters",
    step_handing="hand over",
    step_flowers="flowers",
    step_photo="photo",
    step_off="off stage",
    to_step="next step: {step}",
    here="waiting",
    unseen="not seen",
    missing="missing",
    absent="absent",
    proxy="received by: {proxy}",
    posthumous="posthumous",
    read_as="read: {said}",
    moved_from="from batch {batch}",
    was_place="was number {place}",
    added="new, not printed",
    moved_out="take out: {name} → batch {batch}",
    moved_out_of_round="take out: {name} → another round",
    split_from="split from batch {batch}",
    presenter="Presenter",
    reader="Read by",
    tray="tray of {count}",
    on_tray="number {place} on the tray",
    off_tray="marked absent, not on the tray",
    batch_upcoming="batch to come",
    batch_running="batch on stage now",
    batch_done="batch already handed over",
    batch_left_out="batch left out",
    all_here="all are here",
    counted_unseen="{count} not seen",
    counted_missing="{count} missing",
    counted_absent="{count} absent",
    this_batch="this batch {count}",
    batches_before="those before {count}",
    pace_unknown="none has ended yet",
    round_ends="handed over by {at}",
    batches_left="batches left: {count}",
    proxy_title="In the place of {name}",
    field_proxy="Who receives it (empty: they come themselves)",
    added_title="Add a recipient",
    field_name="Name of the person or group",
    field_unit="Unit",
    field_batch="Into",
    presenter_title="Presenter of batch {batch}",
    said_title="How it is read: {name}",
    field_said="Read as (empty: as it is written)",
    field_address="Title of address (empty: by the name)",
    field_note="Note",
    code_typed="Card code, or place on the tray: {code}  · Enter",
    done_absent="Absent: {name}. Tray and MC's list are numbered anew.",
    done_back="No longer absent: {name}.",
    done_proxy="{proxy} receives for {name}.",
    done_no_proxy="{name} comes in person.",
    done_later="To the next batch: {name}.",
    done_later_back="No longer absent, to the next batch: {name}.",
    done_added="Added: {name} · {batch}.",
    done_presenter="Presenter: {name}.",
    done_split="Split: a new batch begins with {name}.",
    done_said="How it is read was changed: {name}.",
    done_here="✓ Waiting: {name}.",
    done_missing="✗ Missing: {name}.",
    done_unseen="Not seen: {name}.",
    done_all_absent="{count} absent: {names}. Tray and MC's list are numbered anew.",
    nobody_missing="Nobody of this batch is reported missing.",
    is_absent="{name} is marked absent. x takes that back.",
    card_in_form="This is the code of a card, not a name.",
    card_rewritten="The Vietnamese keyboard has rewritten the card's code: scan it again, or switch that off.",
    first_of_all="Choose who comes first in the new batch, not the first of this one.",
    already="That is so already.",
    no_such_place="The tray of this batch has no number {place}.",
    log_absent="absent: {name}",
    log_back="no longer absent: {name}",
    log_proxy="{proxy} receives for {name}",
    log_no_proxy="comes in person: {name}",
    log_changed="changed: {name}",
    log_moved="{name} → {item}",
    log_added="added {name} → {item}",
    log_seen="waiting: {name}",
    log_missing="missing: {name}",
    log_unseen="not seen: {name}",
)
