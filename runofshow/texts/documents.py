"""The phrases of `import`: places in a file, what is doubtful, and why a file cannot be read."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from runofshow.texts import Language


class DocumentTexts(Struct, frozen=True):
    page: str
    table: str
    row: str
    column: str
    paragraph: str
    sheet: str
    sheet_cell: str
    no_title: str
    column_time: str
    column_title: str
    column_by: str
    column_kind: str
    counted: str
    """How many items, guesses and doubts."""
    look_at: str
    next_step: str
    nothing: str
    """Where there is no programme, so nothing is written."""
    no_such_programme: str
    other_people: str
    """Who is honoured otherwise at `{item}`: `{told}`, and in which `{file}` that is changed."""
    people_added: str
    people_gone: str
    same_plan: str
    changes: str
    take_it: str
    """The question behind each change, and its answers."""
    yes: str
    all: str
    stop: str
    """The letters that answer it; anything else is no."""
    none_taken: str
    taken: str
    how_to_take: str
    bad_accept: str
    changed_meanwhile: str
    not_taken: str
    delegates: str
    read_from: str
    facts: Mapping[str, str]
    """By the name of a fact."""
    doubts: Mapping[str, str]
    """By code; a sentence may name the words its doubt is about."""
    failures: Mapping[str, str]
    """By code."""


VI = DocumentTexts(
    page="trang {n}",
    table="bảng {n}",
    row="dòng {n}",
    column="ô {n}",
    paragraph="đoạn {n}",
    sheet="trang tính “{sheet}”",
    sheet_cell=", ô {cell}",
    no_title="Hội nghị chưa ghi tên",
    column_time="Giờ",
    column_title="Nội dung",
    column_by="Người thực hiện",
    column_kind="Loại mục",
    counted="{items} mục; {guesses} chỗ phỏng đoán (dấu ?); {doubts} điều cần xem lại.",
    look_at="Cần xem lại:",
    next_step="Tiếp theo, xem lại từng chỗ ở bàn soạn: runofshow plan {file}",
    nothing="Không có mục nào để ghi.",
    no_such_programme="Tệp không có chương trình thứ {n}; chỉ có {count}.",
    other_people="“{item}”: người nhận trong kế hoạch mới khác: {told}. Không tự đổi tên nào: sửa trong {file}.",
    people_added="thêm {count}: {names}",
    people_gone="không còn {count}: {names}",
    same_plan="Kế hoạch mới không thay đổi gì so với {file}.",
    changes="Kế hoạch mới thay đổi {count} chỗ so với {file}:",
    take_it="    Nhận? [c] có, [k] không, [t] tất cả còn lại, [d] dừng: ",
    yes="c",
    all="t",
    stop="d",
    none_taken="Không nhận thay đổi nào; {file} giữ nguyên.",
    taken="Đã nhận {count} thay đổi vào {file}.",
    how_to_take="Chưa thay đổi gì. Nhận bằng --accept all, hoặc --accept 1,3-5.",
    bad_accept="“{value}” không phải số của các thay đổi: viết all, hoặc như 1,3-5; có {count} thay đổi.",
    changed_meanwhile="{file} vừa được sửa ở nơi khác nên không ghi đè; hãy chạy lại lệnh này.",
    not_taken="Không đưa được các thay đổi này vào {file}; tệp giữ nguyên.",
    delegates="{count} đại biểu",
    read_from="Nhập từ {file}. Chỗ nào có tên trong guessed là phỏng đoán, chờ người xem lại.",
    facts=MappingProxyType(
        {
            "papers": "Tham luận",
            "acts": "Tiết mục văn nghệ",
            "clip": "Thời lượng phóng sự, clip",
            "opening_acts": "Thời lượng văn nghệ",
            "snack": "Ăn nhẹ",
            "duration": "Thời lượng",
            "start": "Giờ ghi trong giấy mời, kế hoạch",
        }
    ),
    doubts=MappingProxyType(
        {
            "deleted_words": "Tệp có chữ đã bị xóa khi sửa (theo dõi thay đổi); chữ xóa được bỏ qua, nên đọc lại.",
            "old_letters": "Chữ viết bằng bảng mã cũ ({name}) đã được chuyển sang Unicode; nên đọc lại.",
            "hidden_sheet": "Trang tính “{name}” đang ẩn và không được dùng.",
            "hidden_rows": "Có {count} dòng đang ẩn; chúng không được dùng.",
            "macros": "Tệp có macro; không macro nào được chạy.",
            "pictures": "Có {count} hình; chữ trong hình không đọc được.",
            "cut_short": "Tệp quá dài: chỉ đọc phần đầu.",
            "no_programme": "Không thấy chương trình trong tệp này.",
            "chosen_programme": "Tệp có {count} chương trình; đã lấy “{name}”, bỏ qua: {others}.",
            "no_hours": "Chương trình không ghi giờ nào; thời lượng là tạm tính.",
            "overlap": "“{title}” bắt đầu lúc {start}, trước khi “{before}” kết thúc lúc {end}; thứ tự được giữ như văn bản.",
            "no_flag_salute": "Chương trình không có mục Chào cờ; không tự thêm.",
            "no_opening": "Chương trình không có mục Khai mạc; không tự thêm.",
            "break_not_placed": "Kế hoạch có “{words}” nhưng chương trình không có mục giải lao.",
            "clip_not_placed": "Kế hoạch giao làm “{words}” nhưng chương trình không có mục chiếu.",
            "exchange_not_placed": "Kế hoạch nêu giao lưu với điển hình nhưng chương trình không có mục giao lưu.",
            "acts_not_placed": "Kế hoạch có “{words}” nhưng chương trình không có mục văn nghệ.",
            "award_after_directive": "Khen thưởng xếp sau phát biểu chỉ đạo, khác thứ tự thường gặp; giữ như văn bản.",
            "launch_after_directive": "Phát động xếp sau phát biểu chỉ đạo, khác thứ tự thường gặp; giữ như văn bản.",
            "half_day_list": "Văn bản ghi “{text}” nhưng chương trình chỉ đủ nửa ngày và không có bữa trưa.",
            "start_elsewhere": "Văn bản ghi bắt đầu “{stated}” nhưng mục đầu tiên “{item}” ghi {start}.",
            "start_of_reception": "Giờ “{stated}” là giờ đón khách; “{item}” bắt đầu lúc {start}.",
            "count_not_time": "“{title}”: “{words}” được hiểu là số lượng, không phải giờ.",
            "joined": "Có {count} dòng gồm nhiều việc, mỗi dòng giữ là một mục: {titles}.",
            "several_speakers": "“{title}” có hai người phát biểu trong một dòng; giữ là một mục.",
            "parts_contradict": "“{title}” ghi {whole} phút nhưng các phần cộng lại là {parts} phút.",
            "not_honoured": "“{list}”: có dòng không phải người nhận nên bỏ qua: {words}",
            "same_names": "“{list}” có {count} dòng trùng tên, xem lại đơn vị: {names}.",
            "without_unit": "“{list}” có {count} người không ghi đơn vị: {names}.",
            "form_guessed": "“{list}”: {count} dòng không ghi hình thức, lấy theo dòng trên: {names}.",
            "award_guessed": "“{list}” ({count} người, tập thể) được ghi vào “{item}”; kế hoạch không nói rõ trao ở mục nào.",
            "award_added": "Chương trình không có mục khen thưởng cho “{list}” ({count} người, tập thể); đã thêm “{item}” ở cuối.",
            "tentative_date": "Ngày họp mới là dự kiến: “{text}”.",
            "no_day": "Văn bản không ghi ngày cụ thể, chỉ ghi “{text}”.",
            "two_editions": "“{event}” được ghi bằng nhiều lần thứ khác nhau: {editions}.",
            "exactly": "Văn bản chia “dưới {number}” và “trên {number}”; đúng {number} không thuộc bên nào.",
            "due_too_soon": "“{what}” phải xong {limit}, trong khi hội nghị họp “{when}”.",
            "noise": "Chữ có vẻ bị lỗi khi quét hoặc sao chép: {words}; nên đọc lại.",
        }
    ),
    failures=MappingProxyType(
        {
            "missing": "Không có tệp {file}.",
            "not_a_file": "{file} không phải là tệp.",
            "no_permission": "Không được phép đọc {file}.",
            "unreadable": "Không đọc được {file}: {problem}.",
            "empty": "{file} trống.",
            "too_big": "{file} quá lớn ({size} MB); nhiều nhất {most} MB.",
            "encrypted": "{file} có mật khẩu; hãy bỏ mật khẩu rồi thử lại.",
            "damaged": "{file} bị hỏng hoặc chưa chép hết; hãy mở bằng phần mềm đã tạo ra nó và lưu lại.",
            "bomb": "{file} bung ra quá lớn nên không đọc.",
            "unknown_form": "{file} không phải là văn bản, bảng tính hay PDF đọc được.",
            "already_agenda": "{file} đã là kịch bản; mở bằng: runofshow plan {path}",
            "no_text": "{file} chỉ có hình chụp, không có chữ; hãy dùng tệp gốc hoặc chép chữ ra.",
            "needs_extra": "Muốn đọc PDF phải cài thêm một lần, khi có mạng: scripts/run --with-pdf import {file} (hoặc pip install “runofshow[{extra}]”).",
        }
    ),
)

EN = DocumentTexts(
    page="page {n}",
    table="table {n}",
    row="row {n}",
    column="cell {n}",
    paragraph="paragraph {n}",
    sheet="sheet “{sheet}”",
    sheet_cell=", cell {cell}",
    no_title="Conference without a name",
    column_time="Time",
    column_title="Item",
    column_by="Who",
    column_kind="Kind",
    counted="Items: {items}; guesses (marked ?): {guesses}; to look at: {doubts}.",
    look_at="To look at:",
    next_step="Next, look at each of them at the desk: runofshow plan {file}",
    nothing="There are no items to write.",
    no_such_programme="The file has no programme number {n}; it has {count}.",
    other_people="“{item}”: the new plan has other recipients: {told}. No name is changed by itself: change them in {file}.",
    people_added="{count} more: {names}",
    people_gone="{count} gone: {names}",
    same_plan="The new plan changes nothing in {file}.",
    changes="The new plan changes {count} things in {file}:",
    take_it="    Take it? [y] yes, [n] no, [a] all the rest, [s] stop: ",
    yes="y",
    all="a",
    stop="s",
    none_taken="No change was taken; {file} stays as it was.",
    taken="{count} changes were taken into {file}.",
    how_to_take="Nothing is changed yet. Take them with --accept all, or --accept 1,3-5.",
    bad_accept="“{value}” does not name changes: write all, or numbers as 1,3-5; there are {count}.",
    changed_meanwhile="{file} was changed elsewhere just now, so it is not written over; run this command again.",
    not_taken="These changes cannot be made in {file}; it stays as it was.",
    delegates="{count} delegates",
    read_from="Imported from {file}. Whatever guessed names is a guess that waits for a look.",
    facts=MappingProxyType(
        {
            "papers": "Papers",
            "acts": "Acts of the performance",
            "clip": "Length of the clip",
            "opening_acts": "Length of the performance",
            "snack": "Snack",
            "duration": "Duration",
            "start": "Hour in the invitation or plan",
        }
    ),
    doubts=MappingProxyType(
        {
            "deleted_words": "The file holds words deleted by tracked changes; they were left out, please read again.",
            "old_letters": "The letters of an old encoding ({name}) were converted to Unicode; please read again.",
            "hidden_sheet": "The sheet “{name}” is hidden and was not used.",
            "hidden_rows": "{count} rows are hidden and were not used.",
            "macros": "The file carries macros; none was run.",
            "pictures": "There are {count} pictures; text in a picture cannot be read.",
            "cut_short": "The file is too long: only its beginning was read.",
            "no_programme": "There is no programme in this file.",
            "chosen_programme": "The file has {count} programmes; “{name}” was taken, left out: {others}.",
            "no_hours": "The programme gives no clock time; its lengths are defaults.",
            "overlap": "“{title}” starts at {start}, before “{before}” ends at {end}; the order is kept as written.",
            "no_flag_salute": "The programme lists no flag salute; none was added.",
            "no_opening": "The programme lists no opening; none was added.",
            "break_not_placed": "The plan has “{words}”, but the programme lists no break.",
            "clip_not_placed": "The plan orders “{words}”, but no item of the programme shows it.",
            "exchange_not_placed": "The plan speaks of an exchange with role models, but the programme lists none.",
            "acts_not_placed": "The plan has “{words}”, but the programme lists no performance.",
            "award_after_directive": "Awards come after the guiding remarks, which is unusual; kept as written.",
            "launch_after_directive": "The launch comes after the guiding remarks, which is unusual; kept as written.",
            "half_day_list": "The document says “{text}”, but the programme fills half a day and has no lunch.",
            "start_elsewhere": "The document starts at “{stated}”, but the first item “{item}” stands at {start}.",
            "start_of_reception": "“{stated}” is when guests are received; “{item}” begins at {start}.",
            "count_not_time": "“{title}”: “{words}” was read as a number, not as an hour.",
            "joined": "{count} lines do several things each and stay one item: {titles}.",
            "several_speakers": "“{title}” has two speakers in one line; it stays one item.",
            "parts_contradict": "“{title}” says {whole} minutes, but its parts add up to {parts}.",
            "not_honoured": "“{list}”: a row that names no recipient was left out: {words}",
            "same_names": "“{list}” has {count} rows with a name that another has, look at their units: {names}.",
            "without_unit": "“{list}” names no unit of {count}: {names}.",
            "form_guessed": "“{list}”: {count} lines name no form, that of the line above was taken: {names}.",
            "award_guessed": "“{list}” ({count} recipients) was put into “{item}”; the plan does not say which award is meant.",
            "award_added": "The programme has no award for “{list}” ({count} recipients); “{item}” was added at the end.",
            "tentative_date": "The date is tentative: “{text}”.",
            "no_day": "No day is named, only “{text}”.",
            "two_editions": "“{event}” is written with different numbers: {editions}.",
            "exactly": "The document parts “under {number}” from “over {number}”; exactly {number} is in neither.",
            "due_too_soon": "“{what}” is due {limit}, while the conference meets “{when}”.",
            "noise": "Some words look damaged by a scan or a copy: {words}; please read again.",
        }
    ),
    failures=MappingProxyType(
        {
            "missing": "There is no file {file}.",
            "not_a_file": "{file} is not a file.",
            "no_permission": "{file} may not be read.",
            "unreadable": "{file} cannot be read: {problem}.",
            "empty": "{file} is empty.",
            "too_big": "{file} is too big ({size} MB); at most {most} MB.",
            "encrypted": "{file} has a password; take it off and try again.",
            "damaged": "{file} is damaged or was not copied whole; open it in the program that made it and save it again.",
            "bomb": "{file} would unpack to too much, so it is not read.",
            "unknown_form": "{file} is not a text, a sheet or a PDF that can be read.",
            "already_agenda": "{file} is an agenda already; open it with: runofshow plan {path}",
            "no_text": "{file} holds only pictures of pages, no text; use the original file or copy the text out.",
            "needs_extra": "Reading PDF needs one installation, with a network: scripts/run --with-pdf import {file} (or pip install “runofshow[{extra}]”).",
        }
    ),
)

DOCUMENTS = {Language.VI: VI, Language.EN: EN}
