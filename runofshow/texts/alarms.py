"""What an alarm says, by its code. A name in braces is filled in by the screen."""

from __future__ import annotations

from msgspec import Struct

from runofshow.core.alarms import AlarmCode


class CauseTexts(Struct, frozen=True):
    """Why a signal did not reach its gear, by the words of control/failure.py; where a player was."""

    unknown_value: str
    no_value: str
    no_number: str
    unexpected: str
    bad_address: str
    bad_header: str
    too_long: str
    no_host: str
    refused: str
    unreachable: str
    untrusted: str
    timeout: str
    no_answer: str
    not_http: str
    status: str
    late: str
    crowded: str
    broken: str
    no_gear: str
    not_installed: str
    wrong_password: str
    not_this_gear: str
    warming: str
    cooling: str
    switched_off: str
    hung_up: str
    not_now: str
    defect: str
    cannot: str
    no_such: str
    no_port: str
    console: str
    music: str


class AlarmTexts(Struct, frozen=True):
    """One phrase for each code; what the alarm is about stands behind it."""

    causes: CauseTexts
    slept: str
    clock_stepped: str
    stalled: str
    journal: str
    slow_disk: str
    web: str
    port_taken: str
    no_network: str
    doors: str
    engine: str
    listener: str
    player: str
    control: str
    osc: str
    osc_token: str
    player_died: str
    player_left: str
    signal_failed: str
    gear_failed: str
    track_no_file: str
    track_missing: str
    track_unreadable: str
    track_empty: str
    track_corrupt: str
    track_foreign: str
    track_points: str
    track_joined: str
    track_mismatch: str
    track_changed: str
    track_broken: str
    track_late: str
    track_output: str
    track_player: str

    def phrase(self, code: AlarmCode) -> str:
        said: str = getattr(self, code.value)
        return said

    def cause(self, word: str) -> str:
        """Empty for none; a word that is not known here is said as it is."""
        known: object = getattr(self.causes, word, word)
        return known if isinstance(known, str) else word


VI = AlarmTexts(
    causes=CauseTexts(
        unknown_value="trong mẫu có tên giá trị không ai biết",
        no_value="giá trị cần điền đang trống",
        no_number="cần một con số mà giá trị không phải số",
        unexpected="thiết bị nhận nhưng câu trả lời cho thấy chưa làm được",
        bad_address="địa chỉ OSC không hợp lệ",
        bad_header="tiêu đề HTTP không hợp lệ",
        too_long="nội dung quá dài",
        no_host="không tìm thấy máy mang tên này",
        refused="máy có đó nhưng phần mềm nhận chưa mở",
        unreachable="không có đường mạng tới máy này",
        untrusted="chứng chỉ của máy này không tin được",
        timeout="quá giờ mà chưa nối được; chưa gửi gì",
        no_answer="đã gửi mà không thấy trả lời; máy kia chạy lại thì có thể vẫn làm",
        not_http="máy này trả lời không đúng kiểu HTTP",
        status="máy này từ chối",
        late="phải chờ quá lâu nên không gửi nữa",
        crowded="quá nhiều tín hiệu chờ cùng một máy",
        broken="lỗi của phần mềm",
        no_gear="kịch bản không còn thiết bị này",
        not_installed="máy này chưa cài phần điều khiển; lệnh runofshow doctor chỉ cách cài",
        wrong_password="sai hoặc thiếu mật khẩu; mật khẩu ghi trong passwords.yaml cạnh kịch bản",
        not_this_gear="máy ở địa chỉ này không phải loại thiết bị đã ghi",
        warming="đèn đang khởi động, chờ một lát",
        cooling="đèn đang nguội, chưa bật lại được",
        switched_off="máy chiếu đang tắt",
        hung_up="thiết bị nhận kết nối rồi ngắt ngay, có thể đang bận với máy khác",
        not_now="thiết bị báo lúc này chưa làm được",
        defect="thiết bị báo hỏng",
        cannot="thiết bị không có lệnh này",
        no_such="OBS không có cảnh hay nguồn tên như kịch bản ghi",
        no_port="máy này không có cổng ấy",
        console="máy điều hành",
        music="máy âm thanh",
    ),
    slept="Máy đã ngủ {by}: đồng hồ hội nghị vẫn tính cả lúc ngủ. Kiểm tra mục đang diễn ra.",
    clock_stepped="Đồng hồ máy bị chỉnh {by}: kiểm tra giờ thật.",
    stalled="Máy bị treo {by}: kiểm tra mục đang diễn ra.",
    slow_disk="ĐĨA CHẬM: lệnh phải chờ đĩa ghi xong; hội nghị vẫn chạy. Chép kịch bản sang đĩa khác khi nghỉ.",
    journal="KHÔNG GHI ĐƯỢC NHẬT KÝ: hội nghị vẫn chạy, hãy giải phóng đĩa.",
    web="Máy chủ màn hình gặp lỗi; hội nghị vẫn chạy:",
    port_taken="CỔNG BỊ CHIẾM, điện thoại không vào được:",
    no_network="MÁY NÀY CHƯA NỐI MẠNG NÀO, điện thoại không vào được.",
    doors="CHƯA LƯU ĐƯỢC DANH SÁCH MÁY ĐÃ VÀO; chạy lại thì điện thoại phải vào lại bằng mã mới:",
    engine="Phần mềm gặp lỗi; hội nghị vẫn chạy:",
    listener="Một phần của phần mềm gặp lỗi; hội nghị vẫn chạy:",
    player="KHÔNG CÒN MÁY PHÁT NHẠC, hãy phát bằng tay:",
    control="Kết quả gửi tín hiệu không ghi được:",
    osc="Một lệnh OSC gây lỗi; hội nghị vẫn chạy:",
    osc_token="CÓ MÁY GỬI LỆNH OSC SAI KHÓA nhiều lần:",
    player_left="MÁY PHÁT NHẠC ĐÃ DỪNG, hãy phát bằng tay:",
    player_died="MÁY PHÁT NHẠC BỊ TẮT, đang tự mở lại:",
    signal_failed="KHÔNG GỬI ĐƯỢC TÍN HIỆU:",
    gear_failed="THIẾT BỊ LỖI:",
    track_no_file="BẢN NHẠC CHƯA CÓ TỆP:",
    track_missing="KHÔNG TÌM THẤY TỆP NHẠC:",
    track_unreadable="KHÔNG ĐỌC ĐƯỢC TỆP NHẠC:",
    track_empty="TỆP NHẠC RỖNG:",
    track_corrupt="TỆP NHẠC HỎNG:",
    track_foreign="KHÔNG PHẢI TỆP ÂM THANH:",
    track_joined="TỆP GỒM NHIỀU BẢN GHI NỐI NHAU, KHÔNG PHÁT ĐƯỢC TỪ GIỮA:",
    track_points="ĐIỂM ĐẦU, CUỐI NẰM NGOÀI BẢN NHẠC:",
    track_mismatch="TỆP NHẠC KHÁC BẢN ĐÃ CHỌN:",
    track_changed="TỆP NHẠC VỪA BỊ THAY ĐỔI, chưa sẵn sàng:",
    track_broken="NHẠC ĐỨT QUÃNG, lệnh nối sau chờ người gọi:",
    track_late="LỆNH NHẠC ĐẾN MUỘN, không phát:",
    track_output="MÁY KHÔNG CÓ ĐƯỜNG RA ÂM THANH:",
    track_player="MÁY PHÁT KHÔNG TRẢ LỜI:",
)

EN = AlarmTexts(
    causes=CauseTexts(
        unknown_value="it asks for a value nobody knows",
        no_value="a value it needs is empty",
        no_number="it needs a number, and the value is none",
        unexpected="the gear took it, and its answer says that it was not done",
        bad_address="the OSC address is not valid",
        bad_header="an HTTP header is not valid",
        too_long="what is to be sent is too long",
        no_host="no machine of this name is known",
        refused="the machine is there, its program is not",
        unreachable="no network leads to this machine",
        untrusted="this machine's certificate cannot be trusted",
        timeout="not connected in time; nothing was sent",
        no_answer="sent, and never answered; it may still be done when the gear runs on",
        not_http="what answers there is no HTTP",
        status="this machine refused",
        late="it had to wait until its moment was past; not sent",
        crowded="too many signals wait for the same machine",
        broken="a mistake of this program",
        no_gear="the plan has no such gear any more",
        not_installed="what drives it is not installed here; `runofshow doctor` says how",
        wrong_password="wrong or missing password; passwords stand in passwords.yaml beside the plan",
        not_this_gear="the machine at this address is no such gear",
        warming="its lamp is warming up; wait a moment",
        cooling="its lamp is cooling and cannot be lit yet",
        switched_off="the projector is off",
        hung_up="it took the connection and hung up; it may be busy with another machine",
        not_now="it says that it cannot do this now",
        defect="it says that it is out of order",
        cannot="it does not know this order",
        no_such="OBS has no scene or source of the name in the plan",
        no_port="this machine has no such port",
        console="the console's machine",
        music="the music operator's machine",
    ),
    slept="This machine slept for {by}: the show clock counted on. Check the current item.",
    clock_stepped="This machine's clock was set by {by}: check the real time.",
    stalled="This machine stalled for {by}: check the current item.",
    slow_disk="SLOW DISK: orders wait until it has them; the show goes on. Move to another disk in a break.",
    journal="THE JOURNAL CANNOT BE WRITTEN: the show goes on, make room on the disk.",
    web="The screens' server has met a fault; the show goes on:",
    port_taken="THE PORT IS TAKEN, no phone can come in:",
    no_network="THIS MACHINE IS IN NO NETWORK, no phone can come in.",
    doors="WHO CAME IN COULD NOT BE KEPT; after a restart the phones must join again with a new code:",
    engine="The program has met a fault; the show goes on:",
    listener="A part of the program has met a fault; the show goes on:",
    player="THERE IS NO MUSIC PLAYER ANY MORE, play by hand:",
    control="What came of a signal could not be kept:",
    osc="An OSC command met a fault; the show goes on:",
    osc_token="A MACHINE SENDS OSC COMMANDS WITH A WRONG TOKEN, many times:",
    player_left="THE MUSIC PLAYER HAS STOPPED, play by hand:",
    player_died="THE MUSIC PLAYER DIED and is being started again:",
    signal_failed="A SIGNAL COULD NOT BE SENT:",
    gear_failed="GEAR FAILED:",
    track_no_file="THE TRACK HAS NO FILE YET:",
    track_missing="MUSIC FILE NOT FOUND:",
    track_unreadable="MUSIC FILE CANNOT BE READ:",
    track_empty="MUSIC FILE IS EMPTY:",
    track_corrupt="MUSIC FILE IS BROKEN:",
    track_foreign="NOT A SOUND FILE:",
    track_joined="RECORDINGS JOINED IN ONE FILE CANNOT BE PLAYED FROM WITHIN:",
    track_points="START OR END LIES OUTSIDE THE TRACK:",
    track_mismatch="NOT THE RECORDING THAT WAS CHOSEN:",
    track_changed="MUSIC FILE HAS JUST CHANGED, not ready:",
    track_broken="MUSIC BROKEN OFF, what follows waits for a hand:",
    track_late="THE CALL CAME TOO LATE, not played:",
    track_output="THIS MACHINE HAS NO SOUND OUTPUT:",
    track_player="THE PLAYER DOES NOT ANSWER:",
)
