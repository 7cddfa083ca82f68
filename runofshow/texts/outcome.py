"""The phrases of what came of a show: incidents, where the time went, awards, decisions, lessons, answers and
rehearsals. A name in braces is filled in by the report.
"""

from __future__ import annotations

from msgspec import Struct

from runofshow.core.failings import FailingKind
from runofshow.texts import Language, forms
from runofshow.texts.forms import NoteKinds


class ShareNames(Struct, frozen=True):
    """Why a session was late or early, one phrase for each `Why`."""

    start: str
    hold: str
    over: str
    short: str
    inserted: str
    left_out: str
    moved: str
    between: str
    small: str


class FailingNames(Struct, frozen=True):
    """What the gear failed to do, one phrase for each `FailingKind`. `{about}` is a track's or a signal's name."""

    silent: str
    broken: str
    late: str
    player_died: str
    signal: str


class MissedNames(Struct, frozen=True):
    """Why a cue was missed."""

    late: str
    item_left: str
    anthem: str
    timecode: str


class OutcomeTexts(Struct, frozen=True):
    # Incidents
    incidents: str
    at: str
    item: str
    what: str
    lost: str
    cause: str
    no_cause: str
    """With room to write."""
    given: str
    """The item had been given more time."""
    missed_cue: str
    shares: ShareNames
    early_start: str
    failing: FailingNames
    missed: MissedNames

    # Where the time went
    time: str
    time_of: str
    """Of one of several sessions."""
    share: str
    won_back: str
    total: str
    balance_late: str
    balance_early: str
    balance_even: str
    times: str
    of_items: str

    # Awards
    awards: str
    award_lists: str
    form: str
    no_form: str
    given_count: str
    absent: str
    not_given: str
    unlisted: str
    award_not_given: str
    absent_line: str
    proxy_line: str
    number: str
    recipient: str
    remark: str
    by_proxy: str
    posthumous: str
    presenter: str
    recipients_unknown: str
    handed_out: str
    left_over: str
    why: str
    absent_why: str
    left_why: str
    signature: str
    batch_head: str
    batch_of: str
    """`{number}`, `{of}`."""
    moved_remark: str
    added_remark: str
    moved_line: str
    added_line: str
    presenter_line: str
    split_line: str
    left_early: str
    """Of a batch that ended before anything was handed over."""
    left_early_line: str
    """`{step}`: the last step that was called."""
    unsure_line: str
    pace: str
    each: str
    whole_round: str
    lists_title: str
    no_awards: str
    nobody_given: str
    nobody_left: str

    # Decisions
    decisions: str
    noted: str
    changed: str
    skipped: str
    laid_aside: str
    inserted: str
    moved: str
    moved_to: str
    retimed: str
    rescheduled_start: str
    rescheduled_until: str
    rescheduled_free: str
    given_to: str
    given_to_nobody: str
    handed_by: str
    handed_by_nobody: str
    split_off: str
    put_in: str
    listed_by_hand: str
    before: str
    parts: str
    some_parts: str
    by_way: str
    as_proposed: str
    """Who made a change that an agent had proposed."""

    # Lessons
    note_kinds: NoteKinds
    suggested: str
    too_short: str
    too_short_once: str
    missed_cues: str
    slow_answers: str
    nobody: str

    # Answers by role
    answers: str
    answers_note: str
    role: str
    called: str
    missed_head: str
    stood_down: str
    off_median: str
    off_worst: str
    answered: str
    answer_median: str
    answer_worst: str

    # Rehearsals beside
    rehearsals: str
    rehearsals_note: str
    links: str
    links_note: str
    links_pace: str
    links_to: str
    links_syllables: str
    links_took: str
    of_takes: str
    median_of: str
    took_other: str
    took_other_line: str
    repeated: str
    repeated_line: str
    takes_chart: str
    takes_told: str
    took: str
    did_not_run: str
    title: str
    planned: str
    take: str
    speed: str
    live: str
    this_time: str
    difference: str

    def share_of(self, why: str) -> str:
        """By the name of a `Why` of the report."""
        return str(getattr(self.shares, why))

    def failing_of(self, kind: FailingKind) -> str:
        """With `{about}`."""
        return str(getattr(self.failing, kind.value))

    def missed_because(self, reason: str) -> str:
        return str(getattr(self.missed, reason))


VI = OutcomeTexts(
    incidents="Sự cố và thời gian bị mất",
    at="Lúc",
    item="Mục",
    what="Sự việc",
    lost="Mất",
    cause="Nguyên nhân, ghi nhận",
    no_cause="chưa ghi nguyên nhân",
    given="được thêm {length}",
    missed_cue="Lỡ hiệu lệnh {to}: {text}",
    shares=ShareNames(
        start="Bắt đầu chậm",
        hold="Tạm dừng",
        over="Quá thời lượng",
        short="Ngắn hơn kế hoạch",
        inserted="Mục chèn thêm",
        left_out="Mục không thực hiện",
        moved="Mục chuyển phiên",
        between="Chờ, nghỉ giữa các mục",
        small="Các chênh lệch dưới một phút",
    ),
    early_start="Bắt đầu sớm",
    failing=FailingNames(
        silent="Nhạc đã gọi mà không có tiếng: {about}",
        broken="Nhạc đứt giữa chừng: {about}",
        late="Lệnh đến máy phát quá muộn, nhạc không phát: {about}",
        player_died="Máy phát nhạc ngừng đột ngột",
        signal="Thiết bị không nhận tín hiệu: {about}",
    ),
    missed=MissedNames(
        late="lệnh tự động đến muộn nên không phát",
        item_left="chuyển mục khi chưa gọi",
        anthem="nếu phát sẽ ngắt Quốc ca",
        timecode="mã giờ đã qua",
    ),
    time="Cân đối thời gian",
    time_of="Cân đối thời gian, {session}",
    share="Khoản",
    won_back="Được lại",
    total="Cộng",
    balance_late="Kết thúc chậm {late} so với kế hoạch: mất {lost}, được lại {won}.",
    balance_early="Kết thúc sớm {late} so với kế hoạch: mất {lost}, được lại {won}.",
    balance_even="Kết thúc đúng giờ kế hoạch: mất {lost}, được lại {won}.",
    times="{what} ({count} lần)",
    of_items="{what}: mục {numbers}",
    awards="Khen thưởng",
    award_lists="Danh sách khen thưởng",
    form="Hình thức",
    no_form="(kịch bản không ghi hình thức)",
    given_count="Đã trao",
    absent="Vắng",
    not_given="Chưa trao",
    unlisted="{count} đợt không có danh sách",
    award_not_given="Chưa trao: {item}",
    absent_line="Vắng: {name} ({form})",
    proxy_line="Nhận thay {name}: {proxy} ({form})",
    number="TT",
    recipient="Tập thể, cá nhân",
    remark="Ghi chú",
    by_proxy="nhận thay: {proxy}",
    posthumous="truy tặng",
    presenter="người trao: {name}",
    recipients_unknown="Kịch bản không ghi danh sách.",
    handed_out="Danh sách đã trao",
    left_over="Danh sách còn lại, chưa trao",
    why="Lý do",
    absent_why="vắng mặt",
    left_why="đợt chưa trao",
    signature="Ký nhận",
    batch_head="Đợt",
    batch_of="đợt {number}/{of}",
    moved_remark="chuyển từ {was}",
    added_remark="thêm trong khi điều hành",
    moved_line="Chuyển đợt: {name}, từ {was} sang {now}",
    added_line="Thêm trong khi điều hành: {name}, vào {item}",
    presenter_line="Đổi người trao ở {item}: {now} (kế hoạch: {was})",
    split_line="Tách đợt: {item}, tách từ {was}",
    left_early="rời đợt khi chưa trao",
    unsure_line="{item} kết thúc mà không gọi bước nào, khác các đợt kia: cần hỏi lại đã trao hay chưa",
    left_early_line="Rời đợt khi chưa trao: {item} (mới gọi tới bước “{step}”; nếu thật ra đã trao thì sửa lại ở đây)",
    pace="Nhịp trao từng đợt",
    each="Mỗi người",
    whole_round="Cả {count} đợt",
    lists_title="DANH SÁCH ĐÃ TRAO VÀ CÒN LẠI",
    no_awards="Không có nội dung trao tặng.",
    nobody_given="Chưa trao cho ai.",
    nobody_left="Không còn ai chưa nhận.",
    decisions="Quyết định trong khi điều hành",
    noted="{at}, {item}: {note}",
    changed="{at}, {who}: {what}",
    skipped="bỏ qua mục {item}",
    laid_aside="gác lại mục {item}",
    inserted="chèn thêm mục {item}",
    moved="chuyển vị trí mục {item}",
    moved_to="chuyển mục {item} sang {session}",
    retimed="đổi thời lượng mục {item} từ {was} thành {now}",
    rescheduled_start="mục {item} không bắt đầu trước {start}",
    rescheduled_until="mục {item} kéo dài đến {until}",
    rescheduled_free="bỏ giờ cố định của mục {item}",
    given_to="giao mục {item} cho {now}",
    given_to_nobody="mục {item} không còn người đảm nhận",
    handed_by="mời {now} trao ở mục {item}",
    handed_by_nobody="mục {item} không còn người trao",
    split_off="tách mục {item} từ mục {was}",
    put_in="chuyển {name} từ mục {was} sang mục {item}",
    listed_by_hand="thêm {name} vào mục {item}",
    before="{what} (trước: {was})",
    parts="{item} (cả {count} phần)",
    some_parts="{item} ({count} phần)",
    by_way="theo một phương án giờ giấc: {what}",
    as_proposed="{who}, nhận đề xuất của {agent}",
    note_kinds=forms.VI.note_kinds,
    suggested="Gợi ý rút từ nhật ký, để cuộc họp xem xét",
    too_short=(
        "Mục {item} dài hơn kế hoạch trên 20 % (kế hoạch {planned}, lần này {actual}, tập duyệt {takes}); "
        "lần sau có thể ghi {needed}."
    ),
    too_short_once=(
        "Mục {item} dài hơn kế hoạch trên 20 % (kế hoạch {planned}, lần này {actual}, chưa có tập duyệt để so); "
        "có thể xem lại thời lượng, ví dụ {needed}."
    ),
    missed_cues="{role}: lỡ {count} hiệu lệnh ({cues}); có thể xem lại cách báo chuẩn bị.",
    slow_answers=(
        "{role}: trả lời “Đã rõ” {answered}/{asked} lần báo chuẩn bị, trung vị {median}; "
        "có thể thống nhất lại cách trả lời trước giờ."
    ),
    nobody="chưa ai",
    answers="Hiệu lệnh và trả lời theo vai",
    answers_note=(
        "Trả lời tính từ lúc báo chuẩn bị đến “Đã rõ”; hiệu lệnh do máy phát nhạc thực hiện không cần ai trả lời."
    ),
    role="Vai",
    called="Đã gọi",
    missed_head="Lỡ",
    stood_down="Không dùng",
    off_median="Lệch trung vị",
    off_worst="Lệch lớn nhất",
    answered="Đã trả lời",
    answer_median="Trả lời trung vị",
    answer_worst="Chậm nhất",
    rehearsals="So với các lần tập duyệt",
    rehearsals_note="Lần tập duyệt mới nhất đứng trước. Thời lượng ở đây không tính lúc tạm dừng; "
    "dấu – là mục không chạy hết trong lần ấy.",
    links="Lời dẫn của MC",
    links_note="Bấm giờ từ lúc mục trước kết thúc đến lúc mục này bắt đầu; dẫn nhiều lần thì lấy số giữa.",
    links_pace="Bấm giờ từ lúc mục trước kết thúc đến lúc mục này bắt đầu; dẫn nhiều lần thì lấy số giữa. "
    "MC đọc khoảng {pace} tiếng/phút.",
    links_to="Dẫn vào",
    links_syllables="Số tiếng",
    links_took="Thời gian dẫn",
    of_takes="Tập: giữa và 80 %",
    median_of="giữa {count} lần: {median}",
    took_other="Thay đổi nhiều so với các lần tập trước:",
    took_other_line="{item}: {length} ({by})",
    repeated="Mục tập lại trong một buổi:",
    repeated_line="{item}, {when}: {lengths}",
    takes_chart="Các lần tập",
    takes_told="Biểu đồ: mỗi mục có kế hoạch, số giữa và từng lần chạy. Số liệu ở bảng «{table}».",
    took="Đã chạy",
    did_not_run="Không chạy",
    title="Nội dung",
    planned="Kế hoạch",
    take="Tập duyệt {when}",
    speed="nhanh {speed} lần",
    live="Chính thức",
    this_time="Lần này",
    difference="Chênh lệch",
)

EN = OutcomeTexts(
    incidents="Incidents and time lost",
    at="At",
    item="Item",
    what="What",
    lost="Lost",
    cause="Cause, as noted",
    no_cause="cause not noted",
    given="given {length}",
    missed_cue="Missed cue, {to}: {text}",
    shares=ShareNames(
        start="Late start",
        hold="Hold",
        over="Over its length",
        short="Shorter than planned",
        inserted="Inserted items",
        left_out="Items not run",
        moved="Items moved to another session",
        between="Waits and breaks between items",
        small="Differences under a minute",
    ),
    early_start="Early start",
    failing=FailingNames(
        silent="Music was called and not heard: {about}",
        broken="Music broke off: {about}",
        late="The call reached the player too late, nothing played: {about}",
        player_died="The music player died",
        signal="The gear did not take a signal: {about}",
    ),
    missed=MissedNames(
        late="too late to be played",
        item_left="the item was left without it",
        anthem="it would have silenced the anthem",
        timecode="the timecode was past it",
    ),
    time="Where the time went",
    time_of="Where the time went, {session}",
    share="Share",
    won_back="Won back",
    total="Total",
    balance_late="Ended {late} later than planned: {lost} lost, {won} won back.",
    balance_early="Ended {late} earlier than planned: {lost} lost, {won} won back.",
    balance_even="Ended as planned: {lost} lost, {won} won back.",
    times="{what} ({count}×)",
    of_items="{what}: {numbers}",
    awards="Awards",
    award_lists="Award lists",
    form="Form",
    no_form="(the agenda names no form)",
    given_count="Given",
    absent="Absent",
    not_given="Not given",
    unlisted="rounds without a list: {count}",
    award_not_given="Not given: {item}",
    absent_line="Absent: {name} ({form})",
    proxy_line="Received for {name}: {proxy} ({form})",
    number="No.",
    recipient="Recipient",
    remark="Remark",
    by_proxy="received by: {proxy}",
    posthumous="posthumous",
    presenter="presented by {name}",
    recipients_unknown="The agenda has no list.",
    handed_out="Handed out",
    left_over="Left over, not handed out",
    why="Why",
    absent_why="absent",
    left_why="batch not given",
    signature="Signature",
    batch_head="Batch",
    batch_of="batch {number} of {of}",
    moved_remark="moved from {was}",
    added_remark="added during the show",
    moved_line="Moved: {name}, from {was} to {now}",
    added_line="Added during the show: {name}, to {item}",
    presenter_line="Presenter changed in {item}: {now} (by plan: {was})",
    split_line="Split: {item}, off {was}",
    left_early="left before handing over",
    unsure_line="{item} ended without one step called, unlike the others: ask whether it was handed over",
    left_early_line="Left before handing over: {item} (its last step called was “{step}”; if it was given after all, put it right here)",
    pace="The pace of each batch",
    each="For each",
    whole_round="All {count} batches",
    lists_title="HANDED OUT AND LEFT OVER",
    no_awards="Nothing is handed over.",
    nobody_given="Nothing was handed out.",
    nobody_left="Nobody is left over.",
    decisions="Decided during the show",
    noted="{at}, {item}: {note}",
    changed="{at}, {who}: {what}",
    skipped="item {item} skipped",
    laid_aside="item {item} laid aside",
    inserted="item {item} inserted",
    moved="item {item} moved",
    moved_to="item {item} moved to {session}",
    retimed="item {item} changed from {was} to {now}",
    rescheduled_start="item {item} not to start before {start}",
    rescheduled_until="item {item} to last until {until}",
    rescheduled_free="fixed hours of item {item} taken away",
    given_to="item {item} given to {now}",
    given_to_nobody="item {item} no longer assigned",
    handed_by="{now} to present item {item}",
    handed_by_nobody="nobody to present item {item}",
    split_off="item {item} split off item {was}",
    put_in="{name} moved from item {was} to item {item}",
    listed_by_hand="{name} added to item {item}",
    before="{what} (before: {was})",
    parts="{item} (all {count} parts)",
    some_parts="{item} ({count} parts)",
    by_way="by one way back: {what}",
    as_proposed="{who}, who took what {agent} proposed",
    note_kinds=forms.EN.note_kinds,
    suggested="Suggested by the journal, for the meeting to judge",
    too_short=(
        "Item {item} was over its planned length by more than 20 % (planned {planned}, this time {actual}, "
        "rehearsed {takes}); next time {needed} may fit."
    ),
    too_short_once=(
        "Item {item} was over its planned length by more than 20 % (planned {planned}, this time {actual}, never "
        "rehearsed); its length may be looked at again, say {needed}."
    ),
    missed_cues="{role}: cues missed: {count} ({cues}); how stand-bys are given may be looked at again.",
    slow_answers=(
        "{role}: answered {answered} of {asked} stand-bys, median {median}; how to answer may be agreed on again."
    ),
    nobody="nobody",
    answers="Cues and answers by role",
    answers_note=(
        'An answer is from the stand-by to "Got it"; what the music player carries out needs nobody\'s answer.'
    ),
    role="Role",
    called="Called",
    missed_head="Missed",
    stood_down="Stood down",
    off_median="Median off by",
    off_worst="Worst off by",
    answered="Answered",
    answer_median="Median answer",
    answer_worst="Slowest",
    rehearsals="Beside the rehearsals",
    rehearsals_note="The latest rehearsal comes first. Holds are left out here; a – is an item that did "
    "not run to its end in it.",
    links="The MC's links",
    links_note="From the end of one item to the beginning of the next; the median where it was led to more often.",
    links_pace="From the end of one item to the beginning of the next; the median where it was led to more often. "
    "The MC reads at about {pace} syllables a minute.",
    links_to="Leads to",
    links_syllables="Syllables",
    links_took="Took",
    of_takes="Takes: median, 80 %",
    median_of="median of {count}: {median}",
    took_other="Moved most from the rehearsals before:",
    took_other_line="{item}: {length} ({by})",
    repeated="Repeated within one rehearsal:",
    repeated_line="{item}, {when}: {lengths}",
    takes_chart="Takes",
    takes_told="Chart: each item has its plan, its median and each take. All figures are in the table “{table}”.",
    took="Took",
    did_not_run="Did not run",
    title="Title",
    planned="Planned",
    take="Take {when}",
    speed="{speed} times as fast",
    live="Live",
    this_time="This time",
    difference="Difference",
)

OUTCOME = {Language.VI: VI, Language.EN: EN}
