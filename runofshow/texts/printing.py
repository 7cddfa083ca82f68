"""The phrases of the papers that people hold: the script, the MC's copy, the sheets, the delegates' programme."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from runofshow.texts import Language, console
from runofshow.texts.roles import RoleNames


class PrintingTexts(Struct, frozen=True):
    """Stands where the nation does, on a paper of the Party."""

    # What each paper is called, by the name that `--for` takes
    programme: str
    script: str
    mc: str
    music: str
    crew: str
    servers: str
    reader_sheet: str
    certificates: str
    cards: str
    chair: str
    files: Mapping[str, str]
    """The name of each paper's file in a folder, without its ending."""

    goes_with: str
    """`{plan}`: the plan or decision it is part of."""
    goes_with_blank: str
    """The same with room to write its number in by hand."""
    foot: str
    """`{revision}`, `{at}`, `{day}`."""
    continued: str
    """In a row that began on the page before."""
    hour: str
    """`{hour}`, `{minute}`."""
    span: str
    when_day: str
    when_hour_day: str
    when_tentative: str
    day_open: str
    """Where the plan gives no day."""
    session_on: str
    """`{title}`, `{day}`."""

    # Facts over a table
    delegates: str
    chair_panel: str
    backdrop: str
    decoration: str
    hard_out: str
    planned_end: str
    fact: str
    """`{name}`, `{value}`."""

    # Heads of columns
    at: str
    what: str
    who: str
    words: str
    gear: str
    in_charge: str
    number: str
    minutes: str
    moment: str
    task: str
    track: str
    details: str
    mark: str
    file: str
    length: str
    item: str
    recipient: str
    present: str
    remark: str
    duty: str
    due: str

    # Headings
    assignments: str
    duties: str
    notes: str
    music_calls: str
    music_tracks: str
    crew_calls: str
    awards: str
    nothing: str

    # In a cell
    item_line: str
    """`{number}`, `{title}`."""
    cue: str
    """`{role}`, `{moment}`, `{text}`."""
    cue_of_all: str
    """The same without a moment: as its item starts."""
    unassigned: str
    fixed_start: str
    not_before: str
    """`{hour}`: its fixed start, which is earlier than it can begin."""
    until: str
    """`{hour}`: when a break ends, whenever it began."""
    optional: str
    item_backdrop: str
    handin_due: str
    handin_missing: str
    handin_received: str
    decision: str
    reader: str
    presenter: str
    form: str
    called_first: str
    called_after: str
    recipients: str
    no_recipients: str
    no_words: str
    next_item: str
    part_of: str
    mc_cue: str
    play: str
    fade: str
    stop: str
    fade_for: str
    pre_wait: str
    automatic: str
    loops: str
    volume: str
    live: str
    no_file: str
    no_track: str
    starts: str
    """The head over hours of starting."""
    ends: str
    marks: Mapping[str, str]
    assumed: str
    """What `~` means."""
    may_drop: str
    may_shorten: str
    unassigned_items: str
    missing_texts: str

    roles: RoleNames

    # The command
    bad_ending: str
    unknown_kind: str
    no_kind: str
    no_pdf: str
    not_printed: str


VI = PrintingTexts(
    programme="CHƯƠNG TRÌNH",
    script="KỊCH BẢN ĐIỀU HÀNH",
    mc="LỜI DẪN CHƯƠNG TRÌNH",
    music="BẢNG ÂM THANH",
    crew="BẢNG VIỆC LỄ TÂN, KHÁNH TIẾT",
    servers="PHIẾU PHỤC VỤ TRAO TẶNG",
    reader_sheet="PHIẾU CÔNG BỐ, ĐỌC TÊN",
    certificates="THỨ TỰ XẾP BẰNG",
    cards="THẺ NGƯỜI NHẬN",
    chair="TRANG CHỦ TỌA",
    files={
        "all": "kich-ban",
        "mc": "loi-dan-mc",
        "music": "am-thanh",
        "crew": "le-tan",
        "servers": "phuc-vu-trao-tang",
        "reader": "doc-ten",
        "certificates": "thu-tu-xep-bang",
        "cards": "the-nguoi-nhan",
        "chair": "chu-toa",
        "programme": "chuong-trinh",
    },
    goes_with="(Kèm theo {plan})",
    goes_with_blank="(Kèm theo Kế hoạch số ......../KH-........ ngày ..../..../........)",
    foot="Bản {revision}, in {at} ngày {day}",
    continued="(tiếp)",
    hour="{hour}h{minute:02}",
    span="{start} - {end}",
    when_day="Ngày {day}",
    when_hour_day="{hour}, ngày {day}",
    when_tentative="{when} (dự kiến)",
    day_open="Ngày: chưa ấn định",
    session_on="{title}, ngày {day}",
    delegates="Thành phần",
    chair_panel="Chủ tọa",
    backdrop="Phông",
    decoration="Trang trí",
    hard_out="Hạn kết thúc",
    planned_end="Theo lịch xong",
    fact="{name}: {value}",
    at="Thời gian",
    what="Nội dung",
    who="Người thực hiện",
    words="Lời dẫn MC",
    gear="Âm thanh, ánh sáng, màn hình",
    in_charge="Phụ trách",
    number="TT",
    minutes="Phút",
    moment="Khi nào",
    task="Việc",
    track="Bản nhạc",
    details="Chi tiết",
    mark="Nhãn",
    file="Tệp",
    length="Độ dài",
    item="Mục",
    recipient="Người, tập thể nhận",
    present="Có mặt",
    remark="Ghi chú",
    duty="Việc",
    due="Hạn",
    assignments="Phân công",
    duties="Việc trước, trong và sau hội nghị",
    notes="Ghi chú",
    music_calls="Thứ tự phát",
    music_tracks="Các bản nhạc",
    crew_calls="Ai lên, việc của lễ tân và sân khấu",
    awards="Trao tặng, theo thứ tự xếp khay",
    nothing="Không có.",
    item_line="{number}. {title}",
    cue="{role}, {moment}: {text}",
    cue_of_all="{role}: {text}",
    unassigned="(chưa phân công)",
    fixed_start="giờ cố định",
    not_before="không trước {hour}",
    until="đến đúng {hour}",
    optional="Nếu có",
    item_backdrop="Phông: {text}",
    handin_due="Bài viết: chưa nộp, hạn {day}",
    handin_missing="Bài viết: chưa nộp",
    handin_received="Bài viết: đã nộp",
    decision="Theo {decision}",
    reader="Công bố: {name}",
    presenter="Trao: {name}",
    form="Hình thức: {form}",
    called_first="Mời lên trước, công bố sau",
    called_after="Công bố trước, mời lên sau",
    recipients="Nhận: {count}",
    no_recipients="(chưa có danh sách)",
    no_words="(không có lời dẫn)",
    next_item="Tiếp theo: {title}",
    part_of="Thuộc mục {number}. {title}",
    mc_cue="{moment}: {text}",
    play="Phát",
    fade="Nhỏ dần rồi tắt",
    stop="Dừng",
    fade_for="nhỏ dần trong {length}",
    pre_wait="vào sau {length}",
    automatic="tự động",
    loops="lặp lại",
    volume="âm lượng {percent}%",
    live="nhạc sống",
    no_file="(chưa có tệp)",
    no_track="(chưa có bản nhạc)",
    starts="Giờ",
    ends="Đến",
    marks={
        "plain": "",
        "anthem_without_words": "QUỐC CA KHÔNG LỜI",
        "anthem_with_words": "QUỐC CA CÓ LỜI",
        "clip": "Tiếng của phóng sự",
    },
    assumed="Dấu ~: tạm tính, kế hoạch không ghi.",
    may_drop="Có thể bỏ khi thiếu giờ: {items}",
    may_shorten="Có thể rút khi thiếu giờ, còn: {items}",
    unassigned_items="Chưa phân công: {items}",
    missing_texts="Chưa nộp bài: {items}",
    roles=console.VI.roles,
    bad_ending="Không in ra tệp {ending}: tệp in có đuôi {endings}.",
    unknown_kind="Không có loại bản in “{kind}”; hãy chọn trong: {kinds}.",
    no_kind="Chưa chọn loại bản in nào; hãy chọn trong: {kinds}.",
    no_pdf="Máy này chưa in được ra .pdf: cài thêm một lần, khi có mạng, bằng scripts/run --with-print print … (hoặc pip install “runofshow[print]”), hoặc cài Chrome, Edge; không thì in ra .docx rồi lưu thành PDF trong Word.",
    not_printed="{program} không in được {path}: {reason}",
)


EN = PrintingTexts(
    programme="PROGRAMME",
    script="RUN OF SHOW",
    mc="THE MC'S COPY",
    music="MUSIC SHEET",
    crew="USHERS AND STAGE",
    servers="SERVERS' SHEET",
    reader_sheet="READER'S SHEET",
    certificates="ORDER OF CERTIFICATES",
    cards="RECIPIENTS' CARDS",
    chair="THE CHAIR'S PAGE",
    files={
        "all": "run-of-show",
        "mc": "mc",
        "music": "music",
        "crew": "ushers",
        "servers": "servers",
        "reader": "reader",
        "certificates": "certificates",
        "cards": "cards",
        "chair": "chair",
        "programme": "programme",
    },
    goes_with="(Attached to {plan})",
    goes_with_blank="(Attached to Plan No. ............ dated ..../..../........)",
    foot="Version {revision}, printed {at} on {day}",
    continued="(cont.)",
    hour="{hour:02}:{minute:02}",
    span="{start} - {end}",
    when_day="{day}",
    when_hour_day="{hour}, {day}",
    when_tentative="{when} (tentative)",
    day_open="Day: not yet fixed",
    session_on="{title}, {day}",
    delegates="Delegates",
    chair_panel="Chair panel",
    backdrop="Backdrop",
    decoration="Decoration",
    hard_out="Hard out",
    planned_end="Ends by plan",
    fact="{name}: {value}",
    at="Time",
    what="Item",
    who="Presenter",
    words="MC's words",
    gear="Sound, light, screen",
    in_charge="In charge",
    number="No.",
    minutes="Minutes",
    moment="When",
    task="Task",
    track="Track",
    details="Details",
    mark="Label",
    file="File",
    length="Length",
    item="Item",
    recipient="Recipient",
    present="Present",
    remark="Remark",
    duty="Duty",
    due="Due",
    assignments="Assignments",
    duties="Duties before, on and after the day",
    notes="Notes",
    music_calls="In order of play",
    music_tracks="The tracks",
    crew_calls="Who goes up, and what ushers and stage do",
    awards="Awards, in the order of the tray",
    nothing="None.",
    item_line="{number}. {title}",
    cue="{role}, {moment}: {text}",
    cue_of_all="{role}: {text}",
    unassigned="(nobody yet)",
    fixed_start="fixed start",
    not_before="not before {hour}",
    until="until {hour} sharp",
    optional="If there is any",
    item_backdrop="Backdrop: {text}",
    handin_due="Text: not handed in, due {day}",
    handin_missing="Text: not handed in",
    handin_received="Text: handed in",
    decision="By {decision}",
    reader="Read by: {name}",
    presenter="Presented by: {name}",
    form="Award: {form}",
    called_first="Called up first, then the decision is read",
    called_after="The decision is read, then they are called up",
    recipients="Recipients: {count}",
    no_recipients="(no list yet)",
    no_words="(no words)",
    next_item="Next: {title}",
    part_of="Part of {number}. {title}",
    mc_cue="{moment}: {text}",
    play="Play",
    fade="Fade out",
    stop="Stop",
    fade_for="fade over {length}",
    pre_wait="begins after {length}",
    automatic="automatic",
    loops="loops",
    volume="volume {percent}%",
    live="played live",
    no_file="(no file yet)",
    no_track="(no track yet)",
    starts="Start",
    ends="End",
    marks={
        "plain": "",
        "anthem_without_words": "ANTHEM WITHOUT WORDS",
        "anthem_with_words": "ANTHEM WITH WORDS",
        "clip": "Sound of the film",
    },
    assumed="~ marks a default: the plan does not say.",
    may_drop="May be dropped when short of time: {items}",
    may_shorten="May be shortened when short of time, to: {items}",
    unassigned_items="Nobody named: {items}",
    missing_texts="Text not handed in: {items}",
    roles=console.EN.roles,
    bad_ending="Cannot print to {ending}: a paper's file ends in {endings}.",
    unknown_kind="There is no paper “{kind}”; choose from: {kinds}.",
    no_kind="No paper was chosen; choose from: {kinds}.",
    no_pdf="This machine cannot print to .pdf yet: install what does once, with a network, by scripts/run --with-print print … (or pip install “runofshow[print]”), or install Chrome or Edge; else print to .docx and save as PDF in Word.",
    not_printed="{program} could not print {path}: {reason}",
)


PRINTING = {Language.VI: VI, Language.EN: EN}
