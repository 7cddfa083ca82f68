"""What `doctor` says of a piece of gear that it looked at. A name in braces is filled in."""

from __future__ import annotations

from msgspec import Struct


class PartNames(Struct, frozen=True):
    """What a projector may complain of."""

    fan: str
    lamp: str
    heat: str
    cover: str
    filter: str
    other: str


class PowerNames(Struct, frozen=True):
    off: str
    on: str
    cooling: str
    warming: str


class LookedTexts(Struct, frozen=True):
    """One phrase for each fact that gear tells of itself, by the words of control/gear/facts.py."""

    parts: PartNames
    powers: PowerNames
    model: str
    name: str
    version: str
    power: str
    picture_blank: str
    input: str
    lamp_hours: str
    fault: str
    warning: str
    sends_to: str
    universes: str
    scene: str
    no_scene: str
    port: str
    timecode: str
    no_timecode: str
    no_input: str
    at: str
    """`{name}`, `{place}`."""
    nothing: str
    """It answered, and told nothing of itself."""
    remedy: str
    remedy_timecode: str
    """Where the input is open and no code comes."""
    remedy_port: str
    remedy_not_inside: str
    """Of a bundle: nothing is installed into it."""
    """Where this machine has no such port or input."""
    remedy_password: str
    """`{id}`: there is no password for it yet."""
    passwords: str

    def said(self, fact: str, value: str) -> str:
        """One fact in words; empty where there is nothing to say of it."""
        if fact == "picture":
            return self.picture_blank if value == "blank" else ""
        if fact == "power":
            value = getattr(self.powers, value, value)
        if fact in ("fault", "warning"):
            value = getattr(self.parts, value, value)
        phrase: str = getattr(self, fact, "{value}")
        return phrase.format(value=value)


VI = LookedTexts(
    parts=PartNames(
        fan="quạt", lamp="bóng đèn", heat="nhiệt độ", cover="nắp", filter="bộ lọc", other="lỗi khác"
    ),
    powers=PowerNames(
        off="đèn đang tắt", on="đèn đang bật", cooling="đèn đang nguội", warming="đèn đang khởi động"
    ),
    model="{value}",
    name="tên “{value}”",
    version="{value}",
    power="{value}",
    picture_blank="đang che hình",
    input="ngõ vào {value}",
    lamp_hours="bóng đã dùng {value} giờ",
    fault="báo hỏng: {value}",
    warning="báo cần xem: {value}",
    sends_to="gửi đi được; đèn không trả lời theo giao thức này, hãy thử một tín hiệu và nhìn đèn",
    universes="vũ trụ {value}",
    scene="cảnh “{value}”",
    no_scene="KHÔNG CÓ cảnh “{value}” mà kịch bản gọi",
    port="cổng {value}",
    timecode="mã giờ đang chạy, lúc này {value}",
    no_input="không mở được ngõ vào mã giờ",
    no_timecode="cổng đã mở, nhưng chưa có mã giờ đến",
    at="{name} ({place})",
    nothing="có trả lời",
    remedy="xem nguồn điện, dây mạng và địa chỉ trong kịch bản",
    remedy_password="thêm vào passwords.yaml cạnh kịch bản một dòng {id}: và mật khẩu trong dấu nháy",
    remedy_timecode="cho máy phát mã giờ chạy, rồi xem dây và ngõ vào ghi ở timecode: trong kịch bản",
    remedy_port="cắm thiết bị vào máy này, hoặc sửa tên của nó trong kịch bản",
    remedy_not_inside="dùng bản cài có kèm phần điều khiển ấy (README, mục Cài đặt)",
    passwords="Mật khẩu thiết bị",
)

EN = LookedTexts(
    parts=PartNames(fan="fan", lamp="lamp", heat="heat", cover="cover", filter="filter", other="another"),
    powers=PowerNames(off="lamp off", on="lamp on", cooling="lamp cooling", warming="lamp warming up"),
    model="{value}",
    name="named “{value}”",
    version="{value}",
    power="{value}",
    picture_blank="picture blank",
    input="input {value}",
    lamp_hours="lamp used {value} h",
    fault="out of order: {value}",
    warning="wants a look: {value}",
    sends_to="it can be sent to; lights do not answer by this protocol, so try a signal and look at them",
    universes="universe {value}",
    scene="scene “{value}”",
    no_scene="NO scene “{value}”, which the agenda calls for",
    port="port {value}",
    timecode="a timecode comes in, now at {value}",
    no_input="the timecode's input does not open",
    no_timecode="the input is open, and no timecode comes",
    at="{name} ({place})",
    nothing="answers",
    remedy="look at its power, its network cable, and its address in the agenda",
    remedy_password="add to passwords.yaml beside the agenda a line {id}: and the password in quotation marks",
    remedy_timecode="let the timecode run, then look at its cable and the input under timecode: in the agenda",
    remedy_port="plug the gear into this machine, or mend its name in the agenda",
    remedy_not_inside="take an edition that has what drives it (README, Install)",
    passwords="Passwords of gear",
)
