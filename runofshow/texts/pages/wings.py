"""What the pages say of an award round: to the servers in the wings, to the MC, to whoever looks on."""

from __future__ import annotations

from msgspec import Struct


class Wings(Struct, frozen=True):
    counted_here: str
    on_stage_now: str
    mark_missing: str
    changed_just_now: str
    gone_just_now: str
    written_as: str
    card_code: str
    card_say: str
    card_take_back: str
    card_taken_back: str
    card_again: str
    card_unknown: str
    track_of_step: str


VI = Wings(
    counted_here="đã chờ {here}/{all}",
    on_stage_now="TRÊN SÂN KHẤU",
    mark_missing="Báo vắng: {name}",
    changed_just_now="vừa đổi",
    gone_just_now="vừa rút: {name}",
    written_as="viết: {name}",
    card_code="Mã thẻ",
    card_say="Ghi",
    card_take_back="Bỏ ghi",
    card_taken_back="Đã bỏ ghi: {name}",
    card_again="đã ghi từ trước",
    card_unknown="Không có thẻ này trong danh sách người nhận.",
    track_of_step="nhạc bước tới: {track}",
)


EN = Wings(
    counted_here="{here} of {all} waiting",
    on_stage_now="ON STAGE",
    mark_missing="Missing: {name}",
    changed_just_now="just changed",
    gone_just_now="just taken out: {name}",
    written_as="written: {name}",
    card_code="Card code",
    card_say="Mark",
    card_take_back="Unmark",
    card_taken_back="Unmarked: {name}",
    card_again="marked already",
    card_unknown="No such card is on the lists of recipients.",
    track_of_step="music of the next step: {track}",
)
