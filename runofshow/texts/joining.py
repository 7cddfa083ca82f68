"""The phrases of the panel that says who is connected and how to come in."""

from __future__ import annotations

from msgspec import Struct


class JoiningTexts(Struct, frozen=True):
    """The panel of who is connected and how to come in."""

    title: str
    open: str
    closed: str
    agents: str
    opening: str
    closed_advice: str
    no_network: str
    none_yet: str
    machines: str
    seen: str
    delay: str
    choose: str
    renew: str
    throw_out: str
    open_key: str
    close_key: str
    qr_key: str
    list_key: str
    retry_key: str
    close_panel: str

    no_server: str
    no_server_why: str
    failed: str
    failed_why: str

    ask_open: str
    ask_open_why: str
    ask_close: str
    ask_close_why: str
    ask_renew: str
    ask_renew_why: str
    ask_out: str
    ask_out_why: str

    asked: str
    opened: str
    shut: str
    again: str
    renewed: str
    sent_away: str
    left_before: str
    choose_first: str
    not_done: str
    no_room: str


VI = JoiningTexts(
    title="MÁY TRONG HỘI TRƯỜNG",
    open="● đang mở cho hội trường",
    closed="○ chỉ máy này vào được",
    agents="Cửa cho tác nhân  {url}  mã {token}",
    opening="Địa chỉ",
    closed_advice="Điện thoại chưa vào được. o để mở cho hội trường.",
    no_network="Máy này chưa nối mạng nào. Nối Wi-Fi của hội trường, hoặc phát Wi-Fi từ máy này.",
    none_yet="Chưa có máy nào. Quét mã QR, hoặc mở địa chỉ trên rồi gõ mã.",
    machines="{count} máy",
    seen="kết nối lần cuối {count} trước",
    delay="trễ {ms} ms",
    choose="chọn",
    renew="đổi mã",
    throw_out="mời ra",
    open_key="mở cho hội trường",
    close_key="ngắt khỏi hội trường",
    qr_key="mã QR",
    list_key="danh sách",
    retry_key="thử lại",
    close_panel="đóng",
    no_server="Chưa chạy máy chủ cho hội trường.",
    no_server_why="Hội nghị vẫn chạy đủ trên máy này. Muốn nối điện thoại: q để thoát, rồi mở lại không có --no-web; hội nghị vẫn để mở và tiếp tục đúng chỗ này.",
    failed="Máy chủ cho hội trường không chạy được: {problem}",
    failed_why="Hội nghị vẫn chạy và vẫn được ghi. Tắt phần mềm đang giữ cổng rồi bấm o để thử lại; hoặc q để thoát, mở lại với --port 0 để lấy một cổng khác, hội nghị tiếp tục đúng chỗ này.",
    ask_open="Mở cho cả hội trường?",
    ask_open_why="Mọi máy cùng mạng sẽ thấy trang nhập mã. Chỉ ai có mã mới vào được màn hình của vai.",
    ask_close="Ngắt khỏi hội trường?",
    ask_close_why="{count} máy đang nối. Máy khác mất màn hình ngay; màn hình trên máy này vẫn chạy.",
    ask_renew="Đổi mã của {role}?",
    ask_renew_why="{count} máy đã vào bằng mã này và vẫn ở lại. Mã và QR cũ hết hiệu lực.",
    ask_out="Mời {device} ra khỏi {role}?",
    ask_out_why="{address}. Máy này mất màn hình ngay. Đổi mã bằng n nếu không muốn máy này vào lại.",
    asked="Đang chờ máy chủ…",
    opened="Đã mở cho hội trường.",
    shut="Đã ngắt: chỉ máy này vào được.",
    again="Máy chủ đã chạy trên máy này.",
    renewed="Mã mới của {role}: {code}",
    sent_away="Đã mời {device} ra.",
    left_before="Máy này đã rời đi trước đó.",
    choose_first="Chọn một máy bằng ↑ ↓ rồi bấm x.",
    not_done="Không làm được: {error}",
    no_room="Cửa sổ chưa đủ chỗ cho mã QR: cần {width}x{height} ô.",
)

EN = JoiningTexts(
    title="DEVICES IN THE HALL",
    open="● open to the hall",
    closed="○ this machine only",
    agents="Door for agents  {url}  token {token}",
    opening="Address",
    closed_advice="Phones cannot come in yet. o opens it to the hall.",
    no_network="This machine is in no network. Join the hall's Wi-Fi, or share one from this machine.",
    none_yet="No device yet. Scan the QR code, or open the address above and type the code.",
    machines="{count} online",
    seen="last connected {count} ago",
    delay="delay {ms} ms",
    choose="choose",
    renew="new code",
    throw_out="remove",
    open_key="open to the hall",
    close_key="close to the hall",
    qr_key="QR code",
    list_key="list",
    retry_key="try again",
    close_panel="close",
    no_server="The hall's server is not running.",
    no_server_why="The show runs whole on this machine. To connect phones: q leaves, then open it again without --no-web; the show stays open and goes on from here.",
    failed="The hall's server cannot run: {problem}",
    failed_why="The show goes on and is recorded. Stop the program that holds the port, then press o to try again; or q leaves, and --port 0 takes another port when you open it again: the show goes on from here.",
    ask_open="Open it to the whole hall?",
    ask_open_why="Every device in this network will see the page that asks for a code. Only those with a code see a role's screen.",
    ask_close="Close it to the hall?",
    ask_close_why="{count} connected. Other devices lose their screens at once; screens on this machine go on.",
    ask_renew="A new code for {role}?",
    ask_renew_why="{count} came in by this code and stay in. The old code and its QR code become void.",
    ask_out="Remove {device} from {role}?",
    ask_out_why="{address}. It loses its screen at once. Press n for a new code if it must not come back.",
    asked="Waiting for the server…",
    opened="Open to the hall.",
    shut="Closed: this machine only.",
    again="The server runs on this machine.",
    renewed="New code of {role}: {code}",
    sent_away="{device} was removed.",
    left_before="It had left before.",
    choose_first="Choose a device with ↑ ↓, then press x.",
    not_done="Not done: {error}",
    no_room="No room for a QR code here: it needs {width}x{height} cells.",
)
