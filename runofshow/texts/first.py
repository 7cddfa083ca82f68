"""The phrases of the first screen, from which everything is opened. A name in braces is filled in by it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from runofshow.texts import Language


class FirstTexts(Struct, frozen=True, eq=False):
    name: str
    """What the program is, in the band at the top."""
    other_language: str
    """The name of the language that the key turns to."""
    wishes: Mapping[str, str]
    wish_details: Mapping[str, str]
    """Beneath each wish; of those that a kept show fills in, what is said while there is none.
    {folder} is where the copy to practise on is put."""
    pick_up_rehearsal: str
    """The wish to go on, where it is a rehearsal."""
    report_rehearsal: str
    left_at: str
    """Since when it is unfinished."""
    ended_at: str
    failed: str

    # The keys
    keys: str
    keys_back: str

    # An agenda that was chosen
    uses: Mapping[str, str]
    use_details: Mapping[str, str]
    unfit: str
    """{count} errors keep it from being run; the first of them follow."""
    unfit_more: str

    # The list of files
    which_file: str
    which_plan: str
    type_here: str
    looking: str
    none_found: str
    none_matches: str
    list_keys: str
    no_file: str
    folder_unread: str
    agenda: str
    folder: str
    today: str
    yesterday: str

    # What came of it
    broke: str
    """A mistake of our own."""
    copied: str
    written: str
    back: str
    examining: str


VI = FirstTexts(
    name="BÀN ĐIỀU HÀNH HỘI NGHỊ",
    other_language="English",
    wishes={
        "pick_up": "Tiếp tục buổi đang dở",
        "open": "Mở một tệp",
        "new": "Soạn kịch bản mới",
        "import": "Lấy kế hoạch của cơ quan",
        "practise": "Tập thử với hội nghị Ninh Hòa",
        "report": "Bảng tổng hợp sau hội nghị",
        "doctor": "Kiểm tra máy này",
        "leave": "Thoát",
    },
    wish_details={
        "pick_up": "không có buổi nào đang dở",
        "open": "kịch bản đã có, hoặc kế hoạch Word, Excel, PDF",
        "new": "mở bàn soạn, từng mục một, không cần biết trước điều gì",
        "import": "tệp Word, Excel, PDF, văn bản thành kịch bản để xem lại",
        "practise": "bản sao trong {folder}, chạy ngay, không sợ hỏng gì",
        "report": "chưa có buổi nào kết thúc",
        "doctor": "máy còn thiếu gì, sửa bằng lệnh nào",
        "leave": "buổi đang dở vẫn giữ nguyên",
    },
    pick_up_rehearsal="Tiếp tục buổi tập duyệt đang dở",
    report_rehearsal="Bảng tổng hợp sau buổi tập duyệt",
    left_at="{standing} · dở từ {at}",
    ended_at="kết thúc {at} · ghi thành tệp Word trong {folder}",
    failed="Màn hình đầu gặp lỗi: {error}",
    keys="↑ ↓ chọn · Enter mở · 1–8 mở ngay · 9 {language} · q thoát",
    keys_back="↑ ↓ chọn · Enter mở · 1–{count} mở ngay · Esc trở lại",
    uses={
        "run": "Điều hành hội nghị",
        "rehearse": "Tập duyệt",
        "plan": "Mở ở bàn soạn",
        "back": "Trở lại",
    },
    use_details={
        "run": "buổi chính thức: bấm giờ, gọi lệnh, ghi nhật ký",
        "rehearse": "như thật, nhưng không phải buổi chính thức",
        "plan": "xem, sửa kịch bản",
        "back": "chưa mở gì",
    },
    unfit="Tệp này còn {count} lỗi, chưa điều hành được; bàn soạn chỉ từng chỗ:",
    unfit_more="và {count} lỗi nữa",
    which_file="Mở tệp nào?",
    which_plan="Kế hoạch ở tệp nào?",
    type_here="gõ vài chữ của tên, hoặc gõ (dán) cả đường dẫn",
    looking="Đang tìm…",
    none_found="Không thấy tệp nào trong Tài liệu, Màn hình nền, Tải về và thư mục này. Hãy gõ đường dẫn.",
    none_matches="Không tệp nào có những chữ ấy.",
    list_keys="↑ ↓ chọn · Enter mở · Esc trở lại",
    no_file="Không có tệp này: {path}",
    folder_unread="Không đọc được thư mục {path}: {reason}",
    agenda="kịch bản",
    folder="thư mục",
    today="{hour} hôm nay",
    yesterday="{hour} hôm qua",
    broke="Phần mềm gặp lỗi: {error}. Nhật ký của buổi vẫn đủ; mở lại là tiếp tục.",
    copied="Bản sao để tập: {path}",
    written="Đã ghi {path}",
    back="Enter: về màn hình đầu ",
    examining="Đang xem máy này…",
)

EN = FirstTexts(
    name="THE CONFERENCE CONSOLE",
    other_language="Tiếng Việt",
    wishes={
        "pick_up": "Go on with the unfinished show",
        "open": "Open a file",
        "new": "Make a new agenda",
        "import": "Take in the office's plan",
        "practise": "Practise on the Ninh Hòa conference",
        "report": "Report after the show",
        "doctor": "Check this machine",
        "leave": "Quit",
    },
    wish_details={
        "pick_up": "no show is unfinished",
        "open": "an agenda that is there, or a plan as Word, Excel, PDF",
        "new": "opens the desk, item by item; nothing to know beforehand",
        "import": "a Word, Excel, PDF or text file becomes an agenda to look through",
        "practise": "a copy in {folder}, starting now; nothing can be broken",
        "report": "no show has ended yet",
        "doctor": "what is missing on it, and the command that mends it",
        "leave": "an unfinished show stays as it is",
    },
    pick_up_rehearsal="Go on with the unfinished rehearsal",
    report_rehearsal="Report after the rehearsal",
    left_at="{standing} · left at {at}",
    ended_at="ended {at} · written as a Word file into {folder}",
    failed="The first screen failed: {error}",
    keys="↑ ↓ choose · Enter opens · 1–8 open at once · 9 {language} · q quits",
    keys_back="↑ ↓ choose · Enter opens · 1–{count} open at once · Esc back",
    uses={
        "run": "Run the show",
        "rehearse": "Rehearse",
        "plan": "Open at the desk",
        "back": "Back",
    },
    use_details={
        "run": "the real one: times, calls, the journal",
        "rehearse": "as if it were real, and kept as a rehearsal",
        "plan": "look through the agenda and change it",
        "back": "nothing is opened yet",
    },
    unfit="This file has {count} errors and cannot be run yet; the desk goes to each:",
    unfit_more="and {count} more",
    which_file="Which file?",
    which_plan="Which file is the plan?",
    type_here="type a few letters of its name, or type (paste) its whole path",
    looking="Looking…",
    none_found="No file found in Documents, Desktop, Downloads and this folder. Type a path.",
    none_matches="No file has these letters.",
    list_keys="↑ ↓ choose · Enter opens · Esc back",
    no_file="There is no such file: {path}",
    folder_unread="The folder {path} cannot be read: {reason}",
    agenda="agenda",
    folder="folder",
    today="{hour} today",
    yesterday="{hour} yesterday",
    broke="The program made a mistake: {error}. The show's journal is whole; open it to go on.",
    copied="The copy to practise on: {path}",
    written="Wrote {path}",
    back="Enter: back to the first screen ",
    examining="Looking at this machine…",
)

FIRST = {Language.VI: VI, Language.EN: EN}
