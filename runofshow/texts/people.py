"""The phrases about people who are looked for: next speakers, leaders, the chair panel."""

from __future__ import annotations

from msgspec import Struct


class PeopleTexts(Struct, frozen=True, eq=False):
    """A name in braces is filled in by the screen."""

    people_title: str
    people_none: str
    next_speakers: str
    leaders: str
    chair_panel: str
    person_here: str
    person_unseen: str
    person_missing: str
    speaker_unseen: str
    speaker_missing: str
    waits_for: str
    waits_until: str
    arrives: str
    leaves: str
    no_hour: str
    held_item: str
    panel_counted: str
    mark_here: str
    mark_unseen: str
    mark_missing: str
    change_hour: str
    substitute: str
    swap: str
    close: str
    new_leader: str
    hour_title: str
    field_leader: str
    field_arrives: str
    field_leaves: str
    field_awaited_by: str
    first_item: str
    substitute_title: str
    field_substitute: str
    done_here: str
    done_unseen: str
    done_missing: str
    done_hour: str
    done_leader: str
    done_substitute: str
    done_swap: str
    undo_outside: str
    card_elsewhere: str
    only_speakers: str
    only_leaders: str
    warning: str

    # What the report tells afterwards
    told_people: str
    told_came: str
    told_expected: str
    told_absent: str
    told_speaker: str
    told_later: str


VI = PeopleTexts(
    people_title="NGƯỜI LÊN SÂN KHẤU",
    people_none="Chưa có ai phải tìm: không mục nào sắp tới có người nói, kịch bản không ghi lãnh đạo hay chủ tọa.",
    next_speakers="Người nói tiếp theo",
    leaders="Lãnh đạo",
    chair_panel="Chủ tọa",
    person_here="đã có mặt",
    person_unseen="chưa thấy",
    person_missing="tìm không thấy",
    speaker_unseen="chưa thấy người nói",
    speaker_missing="tìm không thấy người nói",
    waits_for="chờ {names}",
    waits_until="dự kiến đến {at}",
    arrives="đến {at}",
    leaves="về {at}",
    no_hour="chưa biết giờ đến",
    held_item="mục {number} chờ",
    panel_counted="{here}/{count} đã có mặt",
    mark_here="đã có mặt",
    mark_unseen="bỏ đánh dấu",
    mark_missing="tìm không thấy",
    change_hour="giờ đến",
    substitute="người thay",
    swap="đổi thứ tự",
    close="đóng",
    new_leader="thêm lãnh đạo",
    hour_title="Giờ đến",
    field_leader="Họ tên, chức danh",
    field_arrives="Giờ đến (bỏ trống: chưa biết)",
    field_leaves="Giờ phải về (bỏ trống: ở đến hết)",
    field_awaited_by="Mục phải chờ",
    first_item="mục đầu tiên",
    substitute_title="Người nói mục {number}",
    field_substitute="Người thay (đủ chức danh)",
    done_here="Đã có mặt: {name}",
    done_unseen="Bỏ đánh dấu: {name}",
    done_missing="Tìm không thấy: {name}",
    done_hour="{name}: đến {at}",
    done_leader="{name}: chưa biết giờ đến",
    done_substitute="Mục {number}: {name}",
    done_swap="Mục {number} lên trước.",
    undo_outside="u hoàn tác ở màn hình điều hành: Esc trước. Ở đây phím cách bỏ dấu.",
    card_elsewhere="Thẻ không đọc được ở đây: Esc, rồi quét lại.",
    only_speakers="Chỉ thay người và đổi thứ tự ở người nói.",
    only_leaders="Chỉ lãnh đạo mới có giờ đến.",
    warning="chưa thấy người nói mục {number}",
    told_people="Người đến dự, người nói",
    told_came="đã có mặt lúc {at}",
    told_expected="dự kiến {at}",
    told_absent="không ai ghi là đã có mặt",
    told_speaker="{item}: khi mục bắt đầu chưa thấy {name}",
    told_later="{item}: khi mục bắt đầu chưa thấy {name}, có mặt lúc {at}",
)

EN = PeopleTexts(
    people_title="PEOPLE ON STAGE",
    people_none="Nobody is looked for: no item to come has a speaker, and the plan names no leader or chair panel.",
    next_speakers="Next speakers",
    leaders="Leaders",
    chair_panel="Chair panel",
    person_here="here",
    person_unseen="not seen",
    person_missing="not to be found",
    speaker_unseen="speaker not seen",
    speaker_missing="speaker not to be found",
    waits_for="waits for {names}",
    waits_until="expected {at}",
    arrives="comes at {at}",
    leaves="goes at {at}",
    no_hour="hour not known",
    held_item="item {number} waits",
    panel_counted="{here} of {count} here",
    mark_here="here",
    mark_unseen="take it back",
    mark_missing="not to be found",
    change_hour="hour",
    substitute="substitute",
    swap="change order",
    close="close",
    new_leader="add a leader",
    hour_title="Hour of arrival",
    field_leader="Name and title",
    field_arrives="Comes at (empty: not known)",
    field_leaves="Must go at (empty: stays to the end)",
    field_awaited_by="What waits",
    first_item="the first item",
    substitute_title="Speaker of item {number}",
    field_substitute="Substitute (with title)",
    done_here="Here: {name}",
    done_unseen="Not seen: {name}",
    done_missing="Not to be found: {name}",
    done_hour="{name}: comes at {at}",
    done_leader="{name}: hour not known",
    done_substitute="Item {number}: {name}",
    done_swap="Item {number} comes first.",
    undo_outside="u undoes on the board: press Esc first. Here SPACE takes a mark back.",
    card_elsewhere="A card is not read here: press Esc, then scan it again.",
    only_speakers="Only speakers are substituted and change places.",
    only_leaders="Only a leader has an hour of arrival.",
    warning="speaker of item {number} not seen",
    told_people="Who came, who spoke",
    told_came="here at {at}",
    told_expected="expected at {at}",
    told_absent="nobody wrote down that they were here",
    told_speaker="{item}: {name} had not been seen when it began",
    told_later="{item}: {name} had not been seen when it began, here at {at}",
)
