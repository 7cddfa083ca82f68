"""The phrases of the planner's desk, on which an agenda is made."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from runofshow.texts import Language
from runofshow.texts.fields import FIELDS, FieldTexts


class DeskTexts(Struct, frozen=True, eq=False):
    """What stands on the desk. A name in braces is filled in by it."""

    name: str
    unnamed: str
    new_title: str
    saved: str
    unsaved: str
    errors: str
    warnings: str
    guesses: str
    clean: str
    checking: str
    heads: Mapping[str, str]
    """Over each part of the outline."""
    fields: FieldTexts
    empty: str
    needed: str
    assumed: str
    guessed: str
    doubt: str
    comment: str
    cue: str
    cue_assumed: str
    add_cue: str
    add_hint: str
    no_cues: str
    used_by: str
    used_nowhere: str
    more_above: str
    more_below: str
    check_head: str
    to_field: str
    goes_on: str
    title_page: str
    no_title: str
    ends_at: str

    # What is done, and what came of it
    ask_insert: str
    ask_part: str
    ask_split: str
    split_first: str
    split_second: str
    ask_session: str
    first_session: str
    ask_track: str
    ask_duty: str
    ask_cue: str
    ask_add: str
    add_item: str
    add_part: str
    add_session: str
    add_track: str
    add_duty: str
    lines_below: str
    names_below: str
    people_below: str
    pasted: str
    """`{count}` who were read by the heads of pasted columns."""
    pasted_left: str
    pasted_unused: str
    leaders_below: str
    no_files: str
    no_lists: str
    no_texts: str
    another_form: str
    batch: str
    """A batch that an award only counts: its place among all, how many come up."""
    done_undo: str
    done_redo: str
    nothing_undo: str
    nothing_redo: str
    done_save: str
    done_nest: str
    not_saved: str
    """Saving failed, or for one of these reasons."""
    no_right: str
    no_folder: str
    disk_full: str
    not_here: str
    done_settle: str
    all_settled: str
    done_remove: str
    listening: str
    stopped: str
    no_player: str
    done_learn: str
    nothing_learnt: str
    not_learnt: str
    changed_meanwhile: str
    no_file: str
    ask_remove: str
    ask_remove_why: str
    ask_leave: str
    ask_leave_why: str
    leave_save: str
    leave_drop: str
    ask_changed: str
    ask_changed_why: str
    ask_rest: str
    ask_rest_why: str
    rest_take: str
    rest_drop: str
    ask_exists: str
    ask_where: str
    where: str
    failed: str
    help_about: str
    keys: Mapping[str, str]
    """The word of each key in the footer."""
    keys_long: Mapping[str, str]
    """What each key does, for help."""

    # Before it opens
    which: str
    which_new: str
    which_rest: str
    """The same, where one that was never saved was left."""
    which_answer: str


VI = DeskTexts(
    name="BÀN SOẠN",
    unnamed="chưa có tệp",
    new_title="Hội nghị mới",
    saved="đã lưu",
    unsaved="CHƯA LƯU",
    errors="✗ {count} lỗi",
    warnings="! {count} lời khuyên",
    guesses="? {count} chỗ chưa chắc",
    clean="✓ không lỗi, không lời khuyên",
    checking="đang kiểm tra…",
    heads={
        "items": "KỊCH BẢN",
        "tracks": "BẢN NHẠC",
        "duties": "VIỆC PHẢI LÀM",
        "crew": "Phân vai",
        "fields": "CHI TIẾT",
    },
    fields=FIELDS[Language.VI],
    empty="để trống",
    needed="cần ghi",
    assumed="tạm tính: {value}",
    guessed="đoán",
    doubt="cần hỏi",
    comment="Chú thích trong tệp",
    cue="Lệnh {number}",
    cue_assumed="Lệnh mặc định",
    add_cue="+ thêm lệnh",
    add_hint="a để thêm",
    no_cues="không có lệnh nào",
    used_by="dùng ở: {items}",
    used_nowhere="chưa lệnh nào dùng",
    more_above="↑ {count} dòng",
    more_below="↓ {count} dòng",
    check_head="KIỂM TRA",
    to_field="số: tới ô",
    goes_on="còn {count}",
    title_page="Trang đầu",
    no_title="(chưa có tên)",
    ends_at="xong {at}",
    ask_insert="Thêm mục sau “{title}”",
    ask_part="Thêm phần vào “{title}”",
    ask_split="Tách mục làm hai",
    split_first="Mục thứ nhất",
    split_second="Mục thứ hai",
    ask_session="Thêm phiên",
    first_session="Tên của phiên đang có",
    ask_track="Thêm bản nhạc",
    ask_duty="Thêm việc phải làm",
    ask_cue="Lệnh của “{title}”",
    ask_add="Thêm gì?",
    add_item="Mục, sau dòng đang chọn",
    add_part="Phần, trong mục đang chọn",
    add_session="Phiên nữa",
    add_track="Bản nhạc",
    add_duty="Việc phải làm",
    lines_below="Ctrl+S lưu ô này · Esc thôi",
    names_below="mỗi người một dòng · Ctrl+S lưu ô này · Esc thôi",
    leaders_below="mỗi dòng: chức danh, họ tên; giờ đến; số mục phải chờ; giờ về; mục xong trước đó · Ctrl+S lưu · Esc thôi",
    people_below="mỗi dòng: tên; đơn vị; chức vụ · dán được từ Excel, cả dòng tiêu đề · Ctrl+S lưu · Esc thôi",
    pasted="Nhận {count} theo tiêu đề cột",
    pasted_left="bỏ {count} dòng: {words}",
    pasted_unused="không dùng cột: {heads}",
    no_files="Không có tệp âm thanh nào trong {folder}.",
    no_lists="Không có danh sách .csv, .xlsx nào trong {folder}.",
    no_texts="Không có bài .docx, .txt nào trong {folder}.",
    another_form="ghi hình thức khác…",
    batch="Đợt {place} · {count} người, tập thể",
    done_undo="Đã hoàn tác.",
    done_redo="Đã làm lại.",
    nothing_undo="Không còn gì để hoàn tác.",
    nothing_redo="Không có gì để làm lại.",
    done_save="Đã lưu {path}.",
    done_nest="Đã cho vào trong “{title}”. u hoàn tác được.",
    not_saved="Không lưu được vào {path}. Hãy lưu ở chỗ khác.",
    no_right="Không có quyền ghi vào {folder}. Hãy lưu ở chỗ khác.",
    no_folder="Không có thư mục {folder}.",
    disk_full="Đĩa chứa {folder} đã đầy. Hãy lưu ở chỗ khác.",
    not_here="Không làm được ở dòng này.",
    done_settle="Đã xác nhận: {field}.",
    all_settled="Không còn chỗ nào chưa chắc.",
    done_remove="Đã xóa: {title}",
    listening="♪ đang nghe {file} · l lần nữa để dừng",
    stopped="Đã dừng {file}.",
    done_learn="Đã đặt {count} thời lượng theo các lần tập và các lần chạy thật. u hoàn tác.",
    nothing_learnt="Chưa có gì để học: máy này không có lần tập nào của kịch bản, hoặc kế hoạch đã đúng.",
    not_learnt="Không đọc được các lần tập: {error}",
    changed_meanwhile="Kịch bản vừa đổi trong lúc đọc; gõ r lần nữa.",
    no_player="Máy này chưa có mpv để nghe nhạc.",
    no_file="Bản nhạc này chưa có tệp.",
    ask_remove="Xóa “{title}”?",
    ask_remove_why="Mọi dòng bên trong cũng xóa theo. u hoàn tác được.",
    ask_leave="Lưu trước khi thoát?",
    ask_leave_why="Có thay đổi chưa lưu. Esc ở lại.",
    leave_save="Lưu",
    leave_drop="Không lưu",
    ask_changed="Tệp đã bị sửa ở nơi khác",
    ask_changed_why="Từ lúc mở, {path} đã khác đi. Ghi đè thì mất phần người khác sửa.",
    ask_rest="Mở lại phần chưa lưu?",
    ask_rest_why="Lần trước bàn soạn dừng khi chưa lưu. Phần chưa lưu vẫn còn.",
    rest_take="Mở lại",
    rest_drop="Bỏ",
    ask_exists="{path} đã có. Ghi đè?",
    ask_where="Lưu thành tệp",
    where="Tên tệp",
    failed="Bàn soạn gặp lỗi: {error}. Chưa mất gì: Ctrl+S để lưu, q rồi mở lại.",
    help_about="Bàn soạn. Bên trái là kịch bản với giờ dự kiến, bên phải là dòng đang chọn, bên dưới là lời "
    "khuyên của phần kiểm tra: gõ số để tới ô. Chỗ có dấu ? là máy đoán từ văn bản: SPACE nếu đúng, Enter để sửa.",
    keys={
        "edit": "sửa",
        "settle": "đúng",
        "guess": "chỗ chưa chắc",
        "insert": "thêm mục",
        "add": "thêm…",
        "remove": "xóa",
        "up": "lên",
        "down": "xuống",
        "nest": "vào trong",
        "take_out": "ra ngoài",
        "split": "tách",
        "join": "gộp",
        "listen": "nghe",
        "learn": "học từ tập duyệt",
        "proposals": "đề nghị",
        "undo": "hoàn tác",
        "redo": "làm lại",
        "save": "lưu",
        "save_as": "lưu thành",
        "search": "tìm",
        "help": "trợ giúp",
        "leave": "thoát",
        "switch": "đổi bên",
        "theme": "sáng/tối",
        "back": "về kịch bản",
    },
    keys_long={
        "edit": "Sửa ô đang chọn; ở kịch bản thì sang các ô của dòng",
        "settle": "Đúng như máy đoán, rồi tới chỗ chưa chắc kế tiếp",
        "guess": "Tới chỗ chưa chắc kế tiếp",
        "insert": "Thêm mục sau dòng đang chọn",
        "add": "Thêm mục, phần, phiên, bản nhạc, việc phải làm",
        "remove": "Xóa dòng đang chọn, hoặc nội dung của ô đang chọn",
        "up": "Chuyển dòng đang chọn lên",
        "down": "Chuyển dòng đang chọn xuống",
        "nest": "Cho dòng đang chọn vào trong mục đứng trước",
        "take_out": "Cho dòng đang chọn ra khỏi mục chứa nó",
        "split": "Tách mục đang chọn làm hai",
        "join": "Gộp mục đang chọn với mục sau",
        "listen": "Nghe bản nhạc đang chọn, hoặc dừng nghe",
        "learn": "Đặt thời lượng các mục theo các lần tập và các lần chạy thật trên máy này",
        "proposals": "Đề nghị của tác nhân cho kịch bản này: xem, nhận tất cả, nhận một phần hay không nhận",
        "undo": "Hoàn tác, từng bước",
        "redo": "Làm lại bước vừa hoàn tác",
        "save": "Lưu vào tệp",
        "save_as": "Lưu thành tệp khác",
        "search": "Tìm trong kịch bản, không cần dấu",
        "help": "Trợ giúp này",
        "leave": "Thoát",
        "switch": "Sang kịch bản, các ô, phần kiểm tra",
        "theme": "Đổi nền sáng hoặc tối",
        "back": "Về kịch bản",
    },
    which="Soạn kịch bản nào?",
    which_new="  n  kịch bản mới",
    which_rest="  n  kịch bản mới (còn phần chưa lưu lần trước)",
    which_answer="Số, n hoặc Enter để thôi: ",
)

EN = DeskTexts(
    name="DESK",
    unnamed="no file yet",
    new_title="New conference",
    saved="saved",
    unsaved="NOT SAVED",
    errors="✗ {count} errors",
    warnings="! {count} pieces of advice",
    guesses="? {count} to settle",
    clean="✓ no errors, no advice",
    checking="checking…",
    heads={
        "items": "AGENDA",
        "tracks": "TRACKS",
        "duties": "DUTIES",
        "crew": "Who holds each role",
        "fields": "DETAILS",
    },
    fields=FIELDS[Language.EN],
    empty="empty",
    needed="needed",
    assumed="assumed: {value}",
    guessed="guess",
    doubt="to ask",
    comment="Comment in the file",
    cue="Cue {number}",
    cue_assumed="Default cue",
    add_cue="+ add a cue",
    add_hint="a adds one",
    no_cues="no cues",
    used_by="used by: {items}",
    used_nowhere="no cue uses it yet",
    more_above="↑ {count} lines",
    more_below="↓ {count} lines",
    check_head="CHECK",
    to_field="digit: to its field",
    goes_on="{count} more",
    title_page="Title page",
    no_title="(no title)",
    ends_at="ends {at}",
    ask_insert="Add an item after “{title}”",
    ask_part="Add a part to “{title}”",
    ask_split="Split the item in two",
    split_first="First item",
    split_second="Second item",
    ask_session="Add a session",
    first_session="Name of the session that is there",
    ask_track="Add a track",
    ask_duty="Add a duty",
    ask_cue="Cue of “{title}”",
    ask_add="Add what?",
    add_item="An item, after the chosen line",
    add_part="A part, in the chosen item",
    add_session="One more session",
    add_track="A track",
    add_duty="A duty",
    lines_below="Ctrl+S keeps this field · Esc cancels",
    names_below="one person a line · Ctrl+S keeps this field · Esc cancels",
    leaders_below="a line each: title and name; when; item that waits; when they go; items before that · Ctrl+S keeps it · Esc cancels",
    people_below="a line each: name; unit; post · paste rows of Excel with their heads · Ctrl+S keeps it · Esc cancels",
    pasted="{count} read by their heads",
    pasted_left="rows left out, {count}: {words}",
    pasted_unused="columns not used: {heads}",
    no_files="No sound file in {folder}.",
    no_lists="No list as .csv or .xlsx in {folder}.",
    no_texts="No text as .docx or .txt in {folder}.",
    another_form="write another…",
    batch="Batch {place} · {count} recipients",
    done_undo="Undone.",
    done_redo="Redone.",
    nothing_undo="Nothing left to undo.",
    nothing_redo="Nothing to redo.",
    done_save="Saved {path}.",
    done_nest="Put under “{title}”. u undoes it.",
    not_saved="Could not be saved at {path}. Save it elsewhere.",
    no_right="No right to write in {folder}. Save it elsewhere.",
    no_folder="There is no folder {folder}.",
    disk_full="The disk of {folder} is full. Save it elsewhere.",
    not_here="That cannot be done on this line.",
    done_settle="Settled: {field}.",
    all_settled="Nothing is left to settle.",
    done_remove="Removed: {title}",
    listening="♪ listening to {file} · l again stops",
    stopped="Stopped {file}.",
    done_learn="{count} lengths set by the rehearsals and shows. u takes it back.",
    nothing_learnt="Nothing to learn: this machine has no rehearsal of the agenda, or the plan is right already.",
    not_learnt="The rehearsals cannot be read: {error}",
    changed_meanwhile="The agenda changed meanwhile; press r again.",
    no_player="This machine has no mpv to listen with.",
    no_file="This track has no file yet.",
    ask_remove="Remove “{title}”?",
    ask_remove_why="Everything inside goes with it. u undoes it.",
    ask_leave="Save before leaving?",
    ask_leave_why="Something is not saved. Esc stays.",
    leave_save="Save",
    leave_drop="Do not save",
    ask_changed="The file was changed elsewhere",
    ask_changed_why="Since it was opened, {path} has changed. Writing over it loses what somebody else did.",
    ask_rest="Open what was not saved?",
    ask_rest_why="The desk stopped before it was saved. What was not saved is still there.",
    rest_take="Open it",
    rest_drop="Drop it",
    ask_exists="{path} exists. Write over it?",
    ask_where="Save as a file",
    where="File name",
    failed="The desk failed: {error}. Nothing is lost: Ctrl+S saves, q and open it again.",
    help_about="The desk. On the left the agenda with its planned hours, on the right the chosen line, below what "
    "check says: a digit goes to the field. A ? marks a guess from a document: SPACE if it is right, Enter to change it.",
    keys={
        "edit": "edit",
        "settle": "so is it",
        "guess": "to settle",
        "insert": "add item",
        "add": "add…",
        "remove": "remove",
        "up": "up",
        "down": "down",
        "nest": "nest",
        "take_out": "take out",
        "split": "split",
        "join": "join",
        "listen": "listen",
        "learn": "learn from rehearsals",
        "proposals": "proposals",
        "undo": "undo",
        "redo": "redo",
        "save": "save",
        "save_as": "save as",
        "search": "search",
        "help": "help",
        "leave": "leave",
        "switch": "other side",
        "theme": "light/dark",
        "back": "to the agenda",
    },
    keys_long={
        "edit": "Edit the chosen field; in the agenda, go to the fields of the line",
        "settle": "It is as guessed; then to the next one to settle",
        "guess": "To the next guess or doubt to settle",
        "insert": "Add an item after the chosen line",
        "add": "Add an item, a part, a session, a track, a duty",
        "remove": "Remove the chosen line, or what the chosen field says",
        "up": "Move the chosen line up",
        "down": "Move the chosen line down",
        "nest": "Put the chosen line under the item before it",
        "take_out": "Take the chosen line out of its item",
        "split": "Split the chosen item in two",
        "join": "Join the chosen item with the next",
        "listen": "Listen to the chosen track, or stop",
        "learn": "Set the lengths of items by the rehearsals and shows on this machine",
        "proposals": "What agents propose for this agenda: look, take all of it, some or none",
        "undo": "Undo, step by step",
        "redo": "Redo what was undone",
        "save": "Save to the file",
        "save_as": "Save as another file",
        "search": "Search the agenda, without diacritics",
        "help": "This help",
        "leave": "Leave",
        "switch": "To the agenda, the fields, the check",
        "theme": "Switch between the light and the dark theme",
        "back": "Back to the agenda",
    },
    which="Which agenda?",
    which_new="  n  a new one",
    which_rest="  n  a new one (one that was not saved is still there)",
    which_answer="A number, n, or Enter to leave: ",
)

DESK = {Language.VI: VI, Language.EN: EN}
