"""What the pages say of an award round: to the servers in the wings, to the MC, to whoever looks on."""

from __future__ import annotations

from msgspec import Struct


class Wings(Struct, frozen=True):
    counted_here: str
    on_stage_now: str
    mark_missing: str
    moved_from: str
    planned_place: str
    added_here: str
    off_tray: str
    moved_to: str
    moved_away: str
    split_from: str
    changed_just_now: str
    gone_just_now: str
    written_as: str
    card_code: str
    card_say: str
    card_place: str
    card_no_place: str
    card_take_back: str
    card_taken_back: str
    card_again: str
    card_unknown: str
    card_upcoming: str
    card_running: str
    card_done: str
    card_left_out: str
    track_of_step: str


VI = Wings(
    counted_here="đã chờ {here}/{all}",
    on_stage_now="TRÊN SÂN KHẤU",
    mark_missing="Báo vắng: {name}",
    moved_from="chuyển từ đợt {batch}",
    planned_place="số in sẵn: {place}",
    added_here="thêm tại chỗ: chưa in thẻ",
    off_tray="LẤY RA KHỎI KHAY",
    moved_to="sang đợt {batch}",
    moved_away="sang lượt khác",
    split_from="tách từ đợt {batch}",
    changed_just_now="vừa đổi",
    gone_just_now="vừa rút: {name}",
    written_as="viết: {name}",
    card_code="Mã thẻ",
    card_say="Ghi",
    card_place="Đợt {batch}/{batches} · số {place}",
    card_no_place="Đợt {batch}/{batches} · đã ghi vắng mặt: không có trong khay",
    card_take_back="Bỏ ghi",
    card_taken_back="Đã bỏ ghi: {name}",
    card_again="đã ghi từ trước",
    card_unknown="Không có thẻ này trong danh sách người nhận.",
    card_upcoming="đợt chưa đến",
    card_running="đợt đang trên sân khấu",
    card_done="đợt đã trao xong",
    card_left_out="đợt đã bỏ qua",
    track_of_step="nhạc bước tới: {track}",
)


EN = Wings(
    counted_here="{here} of {all} waiting",
    on_stage_now="ON STAGE",
    mark_missing="Missing: {name}",
    moved_from="moved from batch {batch}",
    planned_place="printed as {place}",
    added_here="added today: no card",
    off_tray="TAKE OFF THE TRAY",
    moved_to="to batch {batch}",
    moved_away="to another round",
    split_from="split off batch {batch}",
    changed_just_now="just changed",
    gone_just_now="just taken out: {name}",
    written_as="written: {name}",
    card_code="Card code",
    card_say="Mark",
    card_place="Batch {batch} of {batches} · number {place}",
    card_no_place="Batch {batch} of {batches} · marked absent: not on the tray",
    card_take_back="Unmark",
    card_taken_back="Unmarked: {name}",
    card_again="marked already",
    card_unknown="No such card is on the lists of recipients.",
    card_upcoming="batch to come",
    card_running="batch on stage now",
    card_done="batch already handed over",
    card_left_out="batch left out",
    track_of_step="music of the next step: {track}",
)
