"""The phrases of the report on a show. A name in braces is filled in by the report."""

from __future__ import annotations

from msgspec import Struct

from runofshow.core.agenda import Role
from runofshow.core.snapshot import CuePhase, Phase
from runofshow.texts import Language, calls, console
from runofshow.texts.calls import Calls
from runofshow.texts.roles import RoleNames


class AlarmNames(Struct, frozen=True):
    """What the clocks can do. `{by}` is a length."""

    slept: str
    clock_stepped: str
    stalled: str
    clock_corrected: str


class CueEnds(Struct, frozen=True):
    """How a cue ended, one phrase for each `CuePhase`."""

    later: str
    standby: str
    ready: str
    due: str
    gone: str
    missed: str
    stood_down: str


class ChartTexts(Struct, frozen=True):
    """Of plan against actual as a picture. `{at}` is an hour, `{table}` the title of the table of items."""

    title: str
    name: str
    """Of its sheet in a spreadsheet."""
    over: str
    undone: str
    planned_end: str
    hard_out: str
    stops: str
    came: str
    """A leader, `{name}`."""
    due: str
    """The same, of whom nobody has said that they were there."""
    leaves: str
    told: str
    """For those who do not see it."""
    instead: str
    """Where no picture can be made."""
    again: str
    """Behind the title of a picture that goes on."""


class ReportTexts(Struct, frozen=True):
    language: str
    """As HTML names it."""

    title: str
    rehearsal: str
    rehearsal_line: str
    rehearsal_speed: str
    rehearsal_joins: str
    rehearsal_drill: str
    made_by: str
    decimal: str
    """The decimal mark."""
    seconds: str

    # What the record is
    record_stops: str
    never_started: str
    organiser: str
    venue: str
    day: str
    delegates: str
    chair_panel: str
    crew: str
    general: str

    # The summary
    summary: str
    began: str
    ended: str
    lasted: str
    items_done: str
    items_done_of: str
    skipped_count: str
    aside_count: str
    left_count: str
    inserted_count: str
    planned_at: str
    planned_for: str
    late_by: str
    hours: str
    minutes: str
    """Of a length."""
    early_by: str
    on_time: str
    not_begun: str
    not_ended: str
    biggest: str
    biggest_none: str
    biggest_line: str
    past_hard_out: str
    inside_hard_out: str
    cues_missed_line: str
    and_more: str

    # The sessions
    sessions: str
    session: str
    hard_out: str

    # The items
    items: str
    number: str
    what: str
    planned: str
    actual: str
    starts: str
    """Over the planned and the actual start."""
    lengths: str
    planned_start: str
    actual_start: str
    off: str
    planned_length: str
    actual_length: str
    difference: str
    added: str
    unassigned: str
    skipped: str
    aside: str
    inserted: str
    moved: str
    running: str
    upcoming: str
    held_for: str
    no_items: str
    items_note: str
    total: str

    # Who added time
    additions: str
    at: str
    item: str
    who: str
    how_much: str
    clock: str
    taken_back_mark: str
    made_again_mark: str

    # Cues
    cues: str
    cues_note: str
    called: str
    called_of: str
    median: str
    worst: str
    cue_of: str
    missed: str
    stood_down: str
    unmeasured: str
    to: str
    cue: str
    moment: str
    gone_at: str
    answered_in: str
    outcome: str
    automatic: str

    # Votes
    votes: str
    in_favour: str
    against: str
    other: str

    # The rest
    pauses: str
    pause_from: str
    pause_to: str
    pause_open: str
    length: str
    notes: str
    note: str
    taken_back: str
    again: str
    call: str
    alarms: str
    alarm: str
    consoles: str
    console: str
    term_event: str
    took_over: str
    wrote_apart: str
    messages: str
    sender: str
    message: str
    none_of: str
    """What there was nothing to tell of, as `{what}`."""
    in_minutes: str
    """`{head}` of a spreadsheet's column."""
    in_seconds: str

    roles: RoleNames
    chart: ChartTexts
    calls: Calls
    alarm_names: AlarmNames
    cue_ends: CueEnds

    def who_is(self, by: str) -> str:
        """The name of whoever gave an order: a role, or the clock. Unknown ones stay as written."""
        if by in {role.value for role in Role}:
            name: str = getattr(self.roles, by)
            return name
        return self.clock if by == "clock" else by

    def call_name(self, do: str) -> str:
        """A call in words; one that this version does not know stays as the record names it."""
        name = str(getattr(self.calls, do, do))
        return name[:1].upper() + name[1:]

    def alarm_line(self, code: str, by: str) -> str:
        """An alarm in words, `by` being its size; an unknown one stays as the record names it."""
        return str(getattr(self.alarm_names, code, code)).format(by=by)

    def cue_end(self, phase: CuePhase) -> str:
        return str(getattr(self.cue_ends, phase.value))

    def state_line(self, phase: Phase, at: str) -> str:
        """What is wrong with a record without an end; empty when it has one. `at` is its last moment."""
        if phase is Phase.ENDED:
            return ""
        return self.never_started if phase is Phase.BEFORE else self.record_stops.format(at=at)


VI = ReportTexts(
    language="vi",
    title="Bảng tổng hợp điều hành",
    rehearsal="TẬP DUYỆT",
    rehearsal_line="Đây là kết quả tập duyệt, không phải kết quả hội nghị.",
    rehearsal_joins="Chỉ tập các chỗ nối: đồng hồ bỏ qua phần giữa các mục.",
    rehearsal_drill="Người trực là giả lập (nhóm {seed}): các lần trả lời không phải của người thật.",
    rehearsal_speed="Thời gian chạy nhanh {speed} lần.",
    made_by="Lập từ nhật ký điều hành của phần mềm runofshow.",
    decimal=",",
    seconds="{count} giây",
    record_stops="Nhật ký dừng lúc {at}; chưa có lệnh kết thúc. Số liệu tính đến lúc ấy.",
    never_started="Chưa bắt đầu: chưa có mục nào được thực hiện.",
    organiser="Đơn vị tổ chức",
    venue="Địa điểm",
    day="Ngày",
    delegates="Đại biểu",
    chair_panel="Chủ tọa",
    crew="Phụ trách",
    general="Tình hình chung",
    summary="Tóm tắt",
    began="Bắt đầu",
    ended="Kết thúc",
    lasted="Thời lượng",
    items_done="Số mục đã thực hiện",
    items_done_of="{done}/{planned}",
    skipped_count="bỏ qua {count}",
    aside_count="gác lại {count}",
    left_count="chưa thực hiện {count}",
    inserted_count="chèn thêm {count}",
    planned_at="kế hoạch {at}",
    planned_for="kế hoạch {length}",
    late_by="chậm {length}",
    hours="{count} giờ",
    minutes="{count} phút",
    early_by="sớm {length}",
    on_time="đúng giờ",
    not_begun="chưa bắt đầu",
    not_ended="chưa kết thúc",
    biggest="Ba chênh lệch lớn nhất về thời lượng",
    biggest_none="Không mục nào lệch thời lượng so với kế hoạch.",
    biggest_line="Mục {number}, {title}: {difference} (kế hoạch {planned}, thực tế {actual})",
    past_hard_out="quá hạn {at} là {length}",
    inside_hard_out="hạn {at}, còn dư {length}",
    cues_missed_line="Hiệu lệnh bị lỡ",
    and_more="và {count} hiệu lệnh khác",
    sessions="Các phiên",
    session="Phiên",
    hard_out="Hạn kết thúc",
    items="Kế hoạch và thực tế từng mục",
    number="Mục",
    what="Nội dung",
    planned="Kế hoạch",
    actual="Thực tế",
    starts="Bắt đầu: kế hoạch, thực tế",
    lengths="Thời lượng: kế hoạch, thực tế",
    planned_start="Bắt đầu theo kế hoạch",
    actual_start="Bắt đầu thực tế",
    off="Lệch",
    planned_length="Thời lượng kế hoạch",
    actual_length="Thời lượng thực tế",
    difference="Chênh lệch",
    added="Thêm",
    unassigned="Chưa phân công",
    skipped="Đã bỏ qua",
    aside="Gác lại, ngoài lần này",
    inserted="Chèn thêm",
    moved="Chuyển vị trí",
    running="Đang diễn ra khi nhật ký dừng",
    upcoming="Chưa thực hiện",
    held_for="Tạm dừng {length}",
    no_items="Kịch bản không có mục nào.",
    items_note=(
        "Thời lượng tính bằng phút:giây (từ một giờ: giờ:phút:giây), gồm cả lúc tạm dừng. "
        "Dấu + là chậm hơn hoặc dài hơn kế hoạch, dấu − là sớm hơn hoặc ngắn hơn; "
        "~ là thời lượng tạm tính, kế hoạch không nêu."
    ),
    total="Cộng",
    additions="Thêm, bớt thời gian",
    at="Lúc",
    item="Mục",
    who="Người gọi",
    how_much="Thời gian",
    clock="Đồng hồ (tự động)",
    taken_back_mark="hoàn tác lệnh trước",
    made_again_mark="làm lại lệnh đã hoàn tác",
    cues="Hiệu lệnh",
    cues_note=(
        "Độ lệch tính từ thời điểm đã định đến lúc gọi. Hiệu lệnh chờ câu nói, hoặc gọi sớm trong khi mục "
        "chưa đến lúc kết thúc, không có mốc để đo."
    ),
    called="Đã gọi",
    called_of="{gone}/{all}",
    median="Lệch trung vị",
    worst="Lệch lớn nhất",
    cue_of="{to}: {text} (mục {number})",
    missed="Lỡ",
    stood_down="Không dùng",
    unmeasured="không đo",
    to="Cho",
    cue="Hiệu lệnh",
    moment="Đúng lúc",
    gone_at="Gọi lúc",
    answered_in="Trả lời sau",
    outcome="Kết quả",
    automatic="tự động",
    votes="Kết quả biểu quyết",
    in_favour="Đồng ý",
    against="Không đồng ý",
    other="Ý kiến khác",
    pauses="Tạm dừng",
    pause_from="Từ",
    pause_to="Đến",
    pause_open="chưa tiếp tục khi nhật ký dừng",
    length="Thời lượng",
    notes="Ghi nhận sự cố, ghi chú",
    note="Nội dung ghi nhận",
    taken_back="Lệnh đã hoàn tác",
    again="Làm lại lúc",
    call="Lệnh",
    alarms="Cảnh báo đồng hồ",
    alarm="Cảnh báo",
    consoles="Máy điều hành",
    console="Máy",
    term_event="Việc",
    took_over="nhận điều hành",
    wrote_apart="bắt đầu ghi riêng: {count} dòng, đã giữ trong nhật ký",
    messages="Tin nhắn",
    sender="Người gửi",
    message="Nội dung",
    none_of="Không có: {what}.",
    in_minutes="{head} (phút)",
    in_seconds="{head} (giây)",
    roles=console.VI.roles,
    chart=ChartTexts(
        title="Biểu đồ kế hoạch và thực tế",
        name="Biểu đồ",
        over="Phần dài hơn kế hoạch",
        undone="Không hoặc chưa thực hiện",
        planned_end="Kết thúc theo kế hoạch {at}",
        hard_out="Hạn kết thúc {at}",
        stops="Nhật ký dừng {at}",
        came="{name} đến {at}",
        due="{name}, hẹn {at}",
        leaves="{name} về {at}",
        told="Biểu đồ: mỗi mục có thanh trên là kế hoạch, thanh dưới là thực tế. Bắt đầu {began} (kế hoạch {planned_start}), kết thúc {ended} (kế hoạch {planned_end}). Số liệu từng mục ở bảng «{table}».",
        instead="Biểu đồ có trong bản .html của tài liệu này; số liệu ở bảng «{table}».",
        again="(tiếp)",
    ),
    calls=calls.VI,
    alarm_names=AlarmNames(
        slept="Máy ngủ {by}",
        clock_stepped="Đồng hồ máy nhảy {by}",
        stalled="Phần mềm đứng {by}",
        clock_corrected="Người điều hành chỉnh đồng hồ {by}",
    ),
    cue_ends=CueEnds(
        later="chưa đến",
        standby="mới chuẩn bị",
        ready="đã rõ, chưa gọi",
        due="đến lúc, chưa gọi",
        gone="đã gọi",
        missed="LỠ",
        stood_down="không dùng",
    ),
)

EN = ReportTexts(
    language="en",
    title="Show report",
    rehearsal="REHEARSAL",
    rehearsal_line="This is the result of a rehearsal, not of the conference.",
    rehearsal_joins="Only the joins were rehearsed: the clock jumped over the middle of each item.",
    rehearsal_drill="The hands were simulated (number {seed}): no answer is a person's.",
    rehearsal_speed="Time ran {speed} times as fast.",
    made_by="Made from the show's journal by runofshow.",
    decimal=".",
    seconds="{count} s",
    record_stops="The journal stops at {at}; the show was not ended. Figures are as of then.",
    never_started="Never started: no item has run.",
    organiser="Organiser",
    venue="Venue",
    day="Date",
    delegates="Delegates",
    chair_panel="Chair panel",
    crew="Crew",
    general="The event",
    summary="Summary",
    began="Began",
    ended="Ended",
    lasted="Length",
    items_done="Items done",
    items_done_of="{done}/{planned}",
    skipped_count="{count} skipped",
    aside_count="{count} laid aside",
    left_count="{count} not done",
    inserted_count="{count} inserted",
    planned_at="planned {at}",
    planned_for="planned {length}",
    late_by="{length} late",
    hours="{count} h",
    minutes="{count} min",
    early_by="{length} early",
    on_time="on time",
    not_begun="not begun",
    not_ended="not ended",
    biggest="The three biggest differences in length",
    biggest_none="No item differed in length from the plan.",
    biggest_line="Item {number}, {title}: {difference} (planned {planned}, actual {actual})",
    past_hard_out="{length} past the hard out {at}",
    inside_hard_out="hard out {at}, {length} to spare",
    cues_missed_line="Missed cues",
    and_more="and {count} more",
    sessions="Sessions",
    session="Session",
    hard_out="Hard out",
    items="Planned against actual, item by item",
    number="Item",
    what="Title",
    planned="Planned",
    actual="Actual",
    starts="Start: planned, actual",
    lengths="Length: planned, actual",
    planned_start="Planned start",
    actual_start="Actual start",
    off="Off by",
    planned_length="Planned length",
    actual_length="Actual length",
    difference="Differs by",
    added="Added",
    unassigned="Unassigned",
    skipped="Skipped",
    aside="Laid aside, outside this show",
    inserted="Inserted",
    moved="Moved",
    running="Running when the journal stops",
    upcoming="Not run",
    held_for="Held for {length}",
    no_items="The agenda has no items.",
    items_note=(
        "Lengths are minutes:seconds (from an hour on hours:minutes:seconds), holds included. "
        "A + is later or longer than planned, a − earlier or shorter; ~ is a length the plan does not give."
    ),
    total="Total",
    additions="Time added and taken",
    at="At",
    item="Item",
    who="Who",
    how_much="Time",
    clock="Clock (automatic)",
    taken_back_mark="undoes the call before",
    made_again_mark="redoes the call",
    cues="Cues",
    cues_note=(
        "Off by is from a cue's moment to its call. A cue on a spoken word, or one called early before the "
        "end of its item, has no moment to measure from."
    ),
    called="Called",
    called_of="{gone}/{all}",
    median="Median off by",
    worst="Worst off by",
    cue_of="{to}: {text} (item {number})",
    missed="Missed",
    stood_down="Stood down",
    unmeasured="not measured",
    to="To",
    cue="Cue",
    moment="Moment",
    gone_at="Called at",
    answered_in="Answer in",
    outcome="Outcome",
    automatic="automatic",
    votes="Votes",
    in_favour="In favour",
    against="Against",
    other="Of another opinion",
    pauses="Holds",
    pause_from="From",
    pause_to="Until",
    pause_open="not resumed when the journal stops",
    length="Length",
    notes="Incidents and notes",
    note="Note",
    taken_back="Calls undone",
    again="Redone at",
    call="Call",
    alarms="Clock alarms",
    alarm="Alarm",
    consoles="Consoles",
    console="Console",
    term_event="What happened",
    took_over="took over",
    wrote_apart="began to write apart: {count} lines, kept in the journal",
    messages="Messages",
    sender="From",
    message="Message",
    none_of="None: {what}.",
    in_minutes="{head} (min)",
    in_seconds="{head} (s)",
    roles=console.EN.roles,
    chart=ChartTexts(
        title="Plan and actual as a chart",
        name="Chart",
        over="Longer than planned",
        undone="Skipped or not run",
        planned_end="Planned end {at}",
        hard_out="Hard out {at}",
        stops="Journal stops {at}",
        came="{name} came {at}",
        due="{name}, due {at}",
        leaves="{name} leaves {at}",
        told="Chart: of each item the upper bar is the plan, the lower one what came of it. Began {began} (planned {planned_start}), ended {ended} (planned {planned_end}). The figures of each item are in the table “{table}”.",
        instead="The chart is in the .html of this report; its figures are in the table “{table}”.",
        again="(continued)",
    ),
    calls=calls.EN,
    alarm_names=AlarmNames(
        slept="The machine slept for {by}",
        clock_stepped="The machine's clock jumped by {by}",
        stalled="The program stalled for {by}",
        clock_corrected="The stage manager corrected the clock by {by}",
    ),
    cue_ends=CueEnds(
        later="not yet",
        standby="stand-by only",
        ready="got it, not called",
        due="due, not called",
        gone="called",
        missed="MISSED",
        stood_down="stood down",
    ),
)


REPORT = {Language.VI: VI, Language.EN: EN}
