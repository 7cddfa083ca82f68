"""How a complaint is put together: its frame, its places, what was expected, and hints that many share."""

from __future__ import annotations

from msgspec import Struct


class Words(Struct, frozen=True):
    error: str
    warning: str
    did_you_mean: str
    hint_write: str
    hint_add: str
    hint_kind: str
    hint_inside: str
    hint_rounds: str
    hint_items: str
    hint_sessions: str
    hint_new_item: str
    hint_settling: str
    where_agenda: str
    where_session: str
    where_item: str
    where_cue: str
    where_track: str
    where_duty: str
    where_period: str
    where_crew: str
    where_handin: str
    where_award: str
    where_recipient: str
    where_signal: str
    expected_text: str
    expected_list: str
    expected_mapping: str
    expected_mappings: str
    expected_argument: str
    more_complaints: str
    more_complaints_remedy: str


VI = Words(
    error="lỗi",
    warning="lời khuyên",
    did_you_mean='có phải ý bạn là "{suggestion}"?',
    hint_write="viết {write}",
    hint_add='thêm "{write}"',
    hint_kind='thêm "kind: {write}", hoặc loại đúng trong danh mục (lệnh runofshow kinds)',
    hint_inside='"{key}" viết bên trong "{inside}": {write}',
    hint_rounds="mỗi đợt trao là một phần của mục: viết parts: rồi mỗi đợt một dòng {write}",
    hint_items="mục có nhiều phần thì viết parts: thay cho items:; phiên thứ hai thì viết sessions: ở ngoài cùng, mỗi phiên một dòng {write} rồi items: của phiên",
    hint_sessions="hai phiên thì viết sessions: thay cho items:, mỗi phiên một dòng {write} rồi items: của phiên; một phiên thì gộp các mục lại",
    hint_new_item="mục mới thì viết {write}; không thì giữ lại một khóa",
    hint_settling="thêm ngay sau mục ấy dòng - {{title: Ổn định tổ chức, kind: settling}}: nhạc nhỏ dần rồi tắt ở cuối",
    where_agenda="kịch bản",
    where_session="phiên",
    where_item="mục",
    where_cue="hiệu lệnh",
    where_track="bản nhạc",
    where_duty="nhiệm vụ",
    where_period="khoảng ngày",
    where_crew="phân công",
    where_handin="việc nộp bài",
    where_award="phần khen thưởng",
    where_recipient="người nhận",
    where_signal="tín hiệu",
    expected_text="một dòng chữ, không phải danh sách hay nhóm khóa",
    expected_list="danh sách (mỗi dòng một dấu -)",
    expected_mapping="nhóm khóa (khóa: giá trị)",
    expected_mappings="danh sách mà mỗi dòng là một nhóm khóa (khóa: giá trị)",
    expected_argument="chữ, số, hoặc true/false",
    more_complaints="còn {count} điều nữa",
    more_complaints_remedy="sửa những điều trên rồi kiểm tra lại",
)


EN = Words(
    error="error",
    warning="advice",
    did_you_mean='did you mean "{suggestion}"?',
    hint_write="write {write}",
    hint_add='add "{write}"',
    hint_kind='add "kind: {write}", or the right one of the catalogue (runofshow kinds prints it)',
    hint_inside='"{key}" stands inside "{inside}": {write}',
    hint_rounds="each round is a part of the item: write parts: and for each round a line {write}",
    hint_items="an item of several parts has parts: and not items:; a second session stands in sessions: at the top, a line {write} for each and then its items:",
    hint_sessions="for two sessions write sessions: and not items:, a line {write} for each and then its items:; for one, join the items",
    hint_new_item="if a new item begins here write {write}; else keep one of them",
    hint_settling="add behind it the line - {{title: Ổn định tổ chức, kind: settling}}: there the music fades out",
    where_agenda="the agenda",
    where_session="a session",
    where_item="an item",
    where_cue="a cue",
    where_track="a track",
    where_duty="a duty",
    where_period="the period",
    where_crew="the crew",
    where_handin="a hand-in",
    where_award="an award",
    where_recipient="a recipient",
    where_signal="a signal",
    expected_text="words, not a list or a mapping",
    expected_list="a list (each line with a -)",
    expected_mapping="a mapping (key: value)",
    expected_mappings="a list in which each line is a mapping (key: value)",
    expected_argument="words, a number, or true/false",
    more_complaints="and {count} more",
    more_complaints_remedy="mend these and check again",
)
