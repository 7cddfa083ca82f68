"""The phrases of a role's screen in a terminal that are not on the pages too. Names in braces are filled in."""

from __future__ import annotations

from msgspec import Struct

from runofshow.texts import Language


class ScreenTexts(Struct, frozen=True):
    """The connection, the keys, and what an address may lack."""

    # The connection
    connecting: str
    connected: str
    lost: str
    """With the time of the last news in it."""
    lost_short: str
    lost_kept: str
    trouble_no_answer: str
    trouble_not_understood: str
    trouble_slowed: str
    out_wrong_code: str
    out_wrong_token: str
    out_other_role: str
    out_thrown_out: str
    out_leave: str

    # Keys, a word each
    key_known: str

    # The MC's words
    roll_stopped: str
    """After the reader took over."""
    roll_idle: str
    """Nothing is out of sight."""
    commands: str
    """With how many were called, and how many there are."""
    commands_done: str
    call_next: str
    """Before the command to call next. No order to call it: the anthem may still be playing."""
    no_command: str
    none_called: str

    # The music player
    key_go: str
    player_here: str
    player_console: str
    player_other: str
    waits_for_silence: str
    """This machine would play too, and takes the console's place when it can."""
    waits_for_other: str
    """The same, where another of the operator's machines plays."""
    player_failed: str
    gone: str
    ask_early: str
    ask_early_why: str
    ask_leave: str
    ask_leave_why: str
    silenced_here: str

    # Orders
    known_sent: str
    nothing_asked: str
    answers: str
    """Before the ready answers and their digits."""
    above: str
    """Ends with its arrow, which stands alone where the words leave no room."""
    beneath: str

    # An address from which nothing can be opened
    address_not_http: str
    address_no_host: str
    address_bad_port: str
    address_no_code: str
    address_bad_code: str
    no_screen: str
    play_needs_code: str


VI = ScreenTexts(
    connecting="Đang kết nối tới {address}…",
    connected="đã kết nối",
    lost="MẤT KẾT NỐI từ {at}",
    lost_short="MẤT KẾT NỐI",
    lost_kept="Đang giữ hình cuối cùng, tự nối lại.",
    trouble_no_answer="Máy điều hành chưa trả lời. Kiểm tra mạng và địa chỉ; màn hình tự thử lại.",
    trouble_not_understood="Ở địa chỉ này không có phần mềm runofshow. Kiểm tra lại địa chỉ.",
    trouble_slowed="Máy này nhập sai mã nhiều lần nên phải chờ. Màn hình tự thử lại.",
    out_wrong_code="Mã không đúng hoặc đã đổi. Hỏi lại người điều hành.",
    out_wrong_token="Khóa truy cập không đúng.",
    out_other_role="Mã này dành cho {role}.",
    out_thrown_out="Máy này không còn được vào. Hỏi người điều hành mã mới.",
    out_leave="Bấm q để thoát.",
    key_known="Đã rõ",
    roll_stopped="Đã dừng tự cuộn vì cuộn bằng tay. Bấm c để cuộn tiếp từ chỗ này.",
    roll_idle="Lời dẫn đã hiện hết, không cần cuộn.",
    commands="KHẨU LỆNH · đã hô {count}/{all}",
    commands_done="✓ KHẨU LỆNH · đã hô đủ {all}/{all}",
    call_next="SẮP HÔ",
    no_command="Không còn khẩu lệnh nào chưa hô.",
    none_called="Chưa đánh dấu khẩu lệnh nào.",
    key_go="ĐI",
    player_here="máy này",
    player_console="máy điều hành",
    player_other="máy âm thanh khác",
    waits_for_silence="máy này chờ đến lúc im tiếng sẽ nhận phát",
    waits_for_other="máy này nhận phát khi máy kia rời đi",
    player_failed="Máy này không phát được nữa: {error}",
    gone="Đã gọi: {title}",
    ask_early="Chưa đến lúc: {title}. Vẫn phát?",
    ask_early_why="Lệnh này chưa tới lượt chuẩn bị. Chỉ phát khi chắc chắn.",
    ask_leave="Máy này đang phát nhạc. Vẫn thoát?",
    ask_leave_why="Thoát thì nhạc trong hội trường tắt ngay.",
    silenced_here="Máy điều hành không trả lời: đã tắt tiếng ngay tại máy này.",
    known_sent="Đã trả lời: đã rõ {number}.",
    nothing_asked="Chưa có lệnh nào cần trả lời.",
    answers="Trả lời",
    above="còn {count} dòng ↑",
    beneath="còn {count} dòng ↓",
    address_not_http="Địa chỉ phải bắt đầu bằng http://, như http://192.168.1.7:8765/j/MÃ.",
    address_no_host="Địa chỉ không có tên máy. Viết như http://192.168.1.7:8765/j/MÃ.",
    address_bad_port="Cổng trong địa chỉ không đúng: là một số từ 1 đến 65535.",
    address_no_code="Thiếu mã vào. Mở bằng liên kết http://…/j/MÃ, hoặc thêm --code MÃ.",
    address_bad_code="Mã vào không đọc được: mã chỉ gồm chữ cái không dấu và chữ số.",
    play_needs_code="Máy phát nhạc phải vào bằng mã hoặc liên kết của vai music, không bằng khóa truy cập.",
    no_screen="Vai {role} không có màn hình riêng: người điều hành dùng bàn điều hành hoặc trang web.",
)

EN = ScreenTexts(
    connecting="Connecting to {address}…",
    connected="connected",
    lost="CONNECTION LOST since {at}",
    lost_short="CONNECTION LOST",
    lost_kept="Holding the last picture, reconnecting by itself.",
    trouble_no_answer="The console does not answer. Check the network and the address; this screen tries again by itself.",
    trouble_not_understood="No show answers at this address. Check the address.",
    trouble_slowed="This machine sent a wrong code too often and has to wait. The screen tries again by itself.",
    out_wrong_code="The code is wrong or has been renewed. Ask the stage manager.",
    out_wrong_token="The token is wrong.",
    out_other_role="This code is for: {role}.",
    out_thrown_out="This machine is no longer let in. Ask the stage manager for a new code.",
    out_leave="q leaves.",
    key_known="Got it",
    roll_stopped="Auto-scroll stopped: you scrolled by hand. Press c to go on from here.",
    roll_idle="All the words are in sight; nothing to scroll.",
    commands="COMMANDS · called {count}/{all}",
    commands_done="✓ COMMANDS · all called {all}/{all}",
    call_next="NEXT",
    no_command="No command is left to call.",
    none_called="No command has been ticked.",
    key_go="GO",
    player_here="this machine",
    player_console="the console's machine",
    player_other="another music machine",
    waits_for_silence="this machine takes over once all is silent",
    waits_for_other="this one takes over once that leaves",
    player_failed="This machine cannot play any more: {error}",
    gone="Called: {title}",
    ask_early="Too early: {title}. Play it?",
    ask_early_why="Its stand-by has not come yet. Only when you are sure.",
    ask_leave="This machine is playing. Leave?",
    ask_leave_why="The music in the hall stops at once when you leave.",
    silenced_here="The console does not answer: silenced on this very machine.",
    known_sent="Answered: got it, {number}.",
    nothing_asked="Nothing waits for an answer.",
    answers="Answer",
    above="{count} lines ↑",
    beneath="{count} lines ↓",
    address_not_http="An address begins with http://, like http://192.168.1.7:8765/j/CODE.",
    address_no_host="The address names no machine. Write it like http://192.168.1.7:8765/j/CODE.",
    address_bad_port="The port of the address is wrong: it is a number from 1 to 65535.",
    address_no_code="The join code is missing. Open a link http://…/j/CODE, or add --code CODE.",
    address_bad_code="The join code cannot be read: it is made of plain letters and digits.",
    play_needs_code="A player comes in by the code or link of the role music, not by the token.",
    no_screen="The role {role} has no screen of its own: the stage manager uses the console or the page.",
)

SCREEN = {Language.VI: VI, Language.EN: EN}
