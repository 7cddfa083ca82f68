"""The phrases of `doctor`. A name in braces is filled in from what was found on the machine."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from runofshow.texts import Language, looked
from runofshow.texts.looked import LookedTexts


class DoctorTexts(Struct, frozen=True, eq=False):
    ok: str
    warn: str
    bad: str
    others_well: str
    all_well: str
    with_warnings: str
    not_ready: str

    # Terminal
    terminal: str
    no_terminal: str
    no_terminal_remedy: str
    size: str
    size_found: str
    size_remedy: str
    colours: str
    colours_many: str
    colours_256: str
    colours_few: str
    colours_off: str
    colours_remedy: str
    encoding: str
    encoding_remedy: str
    term: str
    term_unset: str
    term_dumb: str
    term_remedy: str
    old_console: str
    old_console_found: str
    old_console_remedy: str
    tmux: str
    tmux_found: str
    tmux_remedy: str
    screen: str
    screen_found: str
    screen_remedy: str
    glyphs: str
    glyphs_brief: str
    glyphs_remedy: str

    # Python
    python: str
    python_remedy: str
    packages: str
    package_missing: str
    package_old: str
    packages_remedy: str

    # Clock
    zone: str
    zone_found: str
    zone_remedy: str
    year: str
    year_remedy: str
    steady: str
    steady_sleeps: str
    steady_stands: str
    steady_remedy: str
    network_time: str
    network_time_yes: str
    network_time_no: str
    network_time_unknown: str
    network_time_remedy: str

    # Disk
    folder: str
    folder_remedy: str
    space: str
    space_found: str
    space_remedy: str
    sync: str
    sync_found: str
    sync_remedy: str
    silent_disk: str

    # Port, player, printing, keyboard
    port: str
    port_free: str
    port_taken: str
    port_remedy: str
    player: str
    player_missing: str
    player_silent: str
    player_old: str
    player_linux: str
    player_macos: str
    player_windows: str
    player_offline: str
    output: str
    output_found: str
    output_closed: str
    output_remedy: str
    output_null: str
    output_null_remedy: str
    pdf: str
    pdf_none: str
    pdf_remedy: str
    extras: str
    extra_names: Mapping[str, str]
    extras_none: str
    extras_missing: str
    extras_remedy: str
    looked: LookedTexts
    """Of the gear of a plan."""
    keyboard: str
    keyboard_found: str
    keyboard_input: str


VI = DoctorTexts(
    ok="ĐẠT",
    warn="LƯU Ý",
    bad="HỎNG",
    others_well="{mark} {count} điều khác đều đạt.",
    all_well="Máy này đã sẵn sàng.",
    with_warnings="Máy này dùng được; {count} điều cần lưu ý.",
    not_ready="Máy này chưa sẵn sàng: {count} điều phải sửa.",
    terminal="Cửa sổ dòng lệnh",
    no_terminal="đầu vào hoặc đầu ra không phải cửa sổ dòng lệnh",
    no_terminal_remedy="mở phần mềm ngay trong cửa sổ dòng lệnh, không qua đường ống hay tệp",
    size="Cỡ cửa sổ",
    size_found="{columns} cột, {rows} dòng",
    size_remedy="phóng to cửa sổ hoặc giảm cỡ chữ: ít nhất 80 cột, 24 dòng; đẹp nhất từ 120 cột, 40 dòng",
    colours="Màu",
    colours_many="16 triệu màu",
    colours_256="256 màu",
    colours_few="16 màu trở xuống",
    colours_off="đã tắt (NO_COLOR)",
    colours_remedy="vẫn dùng được, màu nào cũng có chữ đi kèm; cửa sổ đời mới có đủ màu",
    encoding="Bảng mã",
    encoding_remedy=(
        "chữ Việt cần UTF-8: đặt LANG=vi_VN.UTF-8 (hoặc C.UTF-8); trên Windows đặt PYTHONUTF8=1 "
        "rồi mở lại cửa sổ"
    ),
    term="Loại cửa sổ (TERM)",
    term_unset="không đặt",
    term_dumb="cửa sổ này không biết di chuyển con trỏ",
    term_remedy="đặt TERM=xterm-256color hoặc dùng cửa sổ dòng lệnh khác",
    old_console="Cửa sổ Windows",
    old_console_found="cửa sổ đời cũ (conhost): thiếu màu, thiếu ký hiệu, phím có thể chậm",
    old_console_remedy="cài Windows Terminal từ Microsoft Store và mở phần mềm trong đó",
    tmux="tmux",
    tmux_found="đang chạy trong tmux",
    tmux_remedy=(
        "nên có trong tmux.conf: set -g default-terminal tmux-256color; set -sg escape-time 10; "
        "đóng cửa sổ không làm mất hội nghị"
    ),
    screen="GNU screen",
    screen_found="đang chạy trong GNU screen: ít màu, phím chức năng có thể sai",
    screen_remedy="nên dùng tmux, hoặc chạy thẳng trong cửa sổ dòng lệnh",
    glyphs="Ký hiệu, nét khung, chữ số lớn (so bằng mắt)",
    glyphs_brief="thấy ô vuông thì đổi phông chữ",
    glyphs_remedy=(
        "nếu thấy ô vuông, dấu hỏi, nét khung đứt hoặc 08:42 bị lệch, hãy chọn phông chữ khác: "
        "Cascadia Mono, "
        "Consolas hoặc Noto Sans Mono (DejaVu Sans Mono thiếu chữ có hai dấu như ế, ồ)"
    ),
    python="Python",
    python_remedy="cần Python 3.11 trở lên",
    packages="Gói đi kèm",
    package_missing="{name}: chưa có",
    package_old="{name} {version}: cần từ {least}",
    packages_remedy="chạy lại scripts/run để dựng lại môi trường",
    zone="Múi giờ",
    zone_found="UTC{offset}, bây giờ là {now}",
    zone_remedy="nếu hội trường ở Việt Nam, đặt múi giờ của máy là Asia/Ho_Chi_Minh (UTC+07:00)",
    year="Ngày của máy",
    year_remedy="chỉnh lại ngày giờ của máy; kiểm tra pin đồng hồ nếu máy hay quên giờ",
    steady="Đồng hồ đếm",
    steady_sleeps="tính cả lúc máy ngủ",
    steady_stands="có thể đứng yên khi máy ngủ; lúc thức dậy màn hình sẽ báo đồng hồ bị nhảy",
    steady_remedy="đừng để máy ngủ trong hội nghị: cắm điện, tắt chế độ ngủ khi gập máy",
    network_time="Giờ mạng (NTP)",
    network_time_yes="đang được đồng bộ",
    network_time_no="chưa được đồng bộ",
    network_time_unknown="chưa rõ, so với điện thoại",
    network_time_remedy="so giờ máy với điện thoại trước khi khai mạc; bật đồng bộ giờ khi có mạng",
    folder="Thư mục lưu hội nghị",
    folder_remedy="cấp quyền ghi cho thư mục, hoặc đặt RUNOFSHOW_HOME sang thư mục khác",
    space="Chỗ trống trên đĩa",
    space_found="{free} MB",
    space_remedy="dọn đĩa: cần ít nhất {least} MB",
    sync="Ghi nhật ký xuống đĩa",
    sync_found="trung vị {median} ms mỗi lần",
    sync_remedy="mỗi lần bấm phải chờ đĩa: dùng ổ cứng trong máy thay cho thẻ nhớ, ổ USB hay ổ mạng",
    silent_disk="đĩa không trả lời trong {limit} giây",
    port="Cổng {port}",
    port_free="trống",
    port_taken="đang có phần mềm khác dùng",
    port_remedy="đóng phần mềm kia (có thể là một bàn điều hành khác), hoặc chạy với --port 0",
    player="Phát nhạc (mpv)",
    player_missing="chưa cài; vẫn gọi được lệnh nhạc cho âm thanh",
    player_silent="có tại {path} nhưng không trả lời",
    player_old="{found}: quá cũ, cần từ {oldest}",
    player_linux="cài bằng trình quản lý gói: sudo apt install mpv (Debian, Ubuntu) hoặc sudo dnf install mpv (Fedora)",
    player_macos="cài bằng Homebrew: brew install mpv; hoặc chép mpv.app vào thư mục Applications",
    player_windows="cài trong PowerShell: winget install shinchiro.mpv, hoặc bằng Scoop: scoop bucket add extras, rồi scoop install mpv; không có mạng thì giải nén bản mpv cho Windows (có tệp mpv.exe) vào {folder}",
    player_offline="không có mạng: chép mpv.exe vào {folder}",
    output="Đường ra âm thanh",
    output_found="mở được ({name})",
    output_closed="không mở được: {trouble}",
    output_remedy="cắm loa hoặc bàn trộn, chọn đường ra trong cài đặt âm thanh của máy, rồi chạy lại lệnh này",
    output_null="không ai nghe thấy gì (RUNOFSHOW_AUDIO=null)",
    output_null_remedy="bỏ biến RUNOFSHOW_AUDIO trước khi mở bàn điều hành",
    pdf="In ra .pdf",
    pdf_none="máy này chưa làm được; .docx, .xlsx, .html thì được",
    pdf_remedy="khi có mạng, chạy một lần scripts/run --with-print doctor (hoặc pip install “runofshow[print]”), hoặc cài Chrome, Edge",
    extras="Phần cài thêm",
    extra_names={
        "pdf": "đọc tệp .pdf",
        "print": "in ra .pdf",
        "projectors": "máy chiếu",
        "lights": "đèn sân khấu",
        "obs": "OBS",
        "midi": "MIDI",
        "ltc": "mã thời gian LTC",
    },
    extras_none="không có",
    extras_missing="chưa cài {names}; khi nào cần thì cài",
    extras_remedy="chỉ cài khi kịch bản hay giấy tờ cần đến; cần có mạng",
    looked=looked.VI,
    keyboard="Bàn phím tiếng Việt",
    keyboard_found="để UniKey bật vẫn được; bộ gõ nào giữ chữ lại thì tắt khi điều hành",
    keyboard_input="Bộ gõ thấy được: {name}. ",
)

EN = DoctorTexts(
    ok="OK",
    warn="NOTE",
    bad="BAD",
    others_well="{mark} {count} others are well.",
    all_well="This machine is ready.",
    with_warnings="This machine will do; {count} to note.",
    not_ready="This machine is not ready: {count} to mend.",
    terminal="Terminal",
    no_terminal="input or output is not a terminal",
    no_terminal_remedy="start the program in a terminal window, not through a pipe or a file",
    size="Window size",
    size_found="{columns} columns, {rows} rows",
    size_remedy=(
        "enlarge the window or shrink the letters: at least 80 columns and 24 rows; best from 120 by 40"
    ),
    colours="Colours",
    colours_many="16 million",
    colours_256="256",
    colours_few="16 or fewer",
    colours_off="switched off (NO_COLOR)",
    colours_remedy="works all the same, each has a word beside it; a newer terminal has more",
    encoding="Encoding",
    encoding_remedy=(
        "Vietnamese needs UTF-8: set LANG=C.UTF-8 (or vi_VN.UTF-8); on Windows set PYTHONUTF8=1 "
        "and open a new window"
    ),
    term="Kind of terminal (TERM)",
    term_unset="not set",
    term_dumb="this terminal cannot move its cursor",
    term_remedy="set TERM=xterm-256color or use another terminal",
    old_console="Windows console",
    old_console_found="the old console (conhost): few colours, symbols missing, keys may lag",
    old_console_remedy="install Windows Terminal from the Microsoft Store and start the program in it",
    tmux="tmux",
    tmux_found="running inside tmux",
    tmux_remedy=(
        "good to have in tmux.conf: set -g default-terminal tmux-256color; set -sg escape-time 10; "
        "a closed window then loses no show"
    ),
    screen="GNU screen",
    screen_found="running inside GNU screen: few colours, function keys may be wrong",
    screen_remedy="use tmux, or run in the terminal itself",
    glyphs="Symbols, frames, large digits (by eye)",
    glyphs_brief="if you see boxes, change the font",
    glyphs_remedy=(
        "if you see boxes, question marks, broken frames or a skewed 08:42, choose another font: "
        "Cascadia Mono, "
        "Consolas or Noto Sans Mono (DejaVu Sans Mono lacks letters with two marks such as ế, ồ)"
    ),
    python="Python",
    python_remedy="Python 3.11 or newer is needed",
    packages="Packages",
    package_missing="{name}: missing",
    package_old="{name} {version}: {least} or newer is needed",
    packages_remedy="run once more scripts/run: it makes the environment anew",
    zone="Time zone",
    zone_found="UTC{offset}, it is now {now}",
    zone_remedy="if the hall is in Vietnam, set the machine's time zone to Asia/Ho_Chi_Minh (UTC+07:00)",
    year="Date of the machine",
    year_remedy="set the machine's date and time; look at its clock battery if it forgets them",
    steady="Counting clock",
    steady_sleeps="counts on while the machine sleeps",
    steady_stands=(
        "may stand still while the machine sleeps; on waking the screen will say that the clock jumped"
    ),
    steady_remedy="keep the machine awake during the show: plug it in, no sleep when the lid closes",
    network_time="Network time (NTP)",
    network_time_yes="synchronised",
    network_time_no="not synchronised",
    network_time_unknown="unknown, compare a phone",
    network_time_remedy=(
        "compare the machine with a phone before the opening; let it synchronise when on line"
    ),
    folder="Folder of the shows",
    folder_remedy="allow writing to the folder, or set RUNOFSHOW_HOME to another one",
    space="Free space",
    space_found="{free} MB",
    space_remedy="make room: at least {least} MB are needed",
    sync="Writing the journal to disk",
    sync_found="{median} ms in the median",
    sync_remedy=(
        "every key waits for the disk: use the built-in one, not a card, a USB stick or a network drive"
    ),
    silent_disk="the disk did not answer within {limit} seconds",
    port="Port {port}",
    port_free="free",
    port_taken="taken by another program",
    port_remedy="close that program (it may be another console), or run with --port 0",
    player="Music player (mpv)",
    player_missing="not installed; music cues can still be called by hand",
    player_silent="found at {path}, but it does not answer",
    player_old="{found}: too old, {oldest} or newer is needed",
    player_linux="install it with the system's packages: sudo apt install mpv (Debian, Ubuntu) or sudo dnf install mpv (Fedora)",
    player_macos="install it with Homebrew: brew install mpv; or copy mpv.app into Applications",
    player_windows="install it in PowerShell: winget install shinchiro.mpv, or with Scoop: scoop bucket add extras, then scoop install mpv; without a network, unpack a build of mpv for Windows (it has mpv.exe) into {folder}",
    player_offline="without a network: copy mpv.exe into {folder}",
    output="Sound output",
    output_found="opens ({name})",
    output_closed="does not open: {trouble}",
    output_remedy="plug in a loudspeaker or the mixer, choose the output in the machine's sound settings, and run this again",
    output_null="nobody hears anything (RUNOFSHOW_AUDIO=null)",
    output_null_remedy="unset RUNOFSHOW_AUDIO before you open the console",
    pdf="Printing to .pdf",
    pdf_none="not possible here yet; .docx, .xlsx and .html are",
    pdf_remedy="with a network, once: scripts/run --with-print doctor (or pip install “runofshow[print]”), or install Chrome or Edge",
    extras="Extras",
    extra_names={
        "pdf": "reading .pdf",
        "print": "printing to .pdf",
        "projectors": "projectors",
        "lights": "stage lights",
        "obs": "OBS",
        "midi": "MIDI",
        "ltc": "LTC timecode",
    },
    extras_none="none",
    extras_missing="without {names}; only if wanted",
    extras_remedy="install them only where an agenda or a paper wants them; it takes a network",
    looked=looked.EN,
    keyboard="Vietnamese keyboard",
    keyboard_found="UniKey may stay on; one that holds letters back is switched off while calling",
    keyboard_input="Input method seen: {name}. ",
)

DOCTOR = {Language.VI: VI, Language.EN: EN}
