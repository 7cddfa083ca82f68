"""What every page of the hall says around its show, and the page where one comes in."""

from __future__ import annotations

from msgspec import Struct


class PageFrame(Struct, frozen=True):
    short_name: str
    connecting: str
    lost: str
    lost_since: str
    record_journal: str
    record_slow_disk: str
    """What is wrong with the record, for whoever works in the hall."""
    back_again: str
    thrown_out: str
    enter_code: str
    no_script: str
    skip_to_content: str
    menu: str
    ground: str
    ground_auto: str
    ground_light: str
    ground_dark: str
    letters: str
    letters_smaller: str
    letters_larger: str
    other_language: str
    other_screen: str
    awake: str
    awake_after_tap: str
    close: str
    sending: str
    not_sent: str
    refused: str
    join_title: str
    join_back: str
    join_code: str
    join_code_of: str
    join_hint: str
    join: str
    join_wrong: str
    join_screens: str


VI = PageFrame(
    short_name="Kịch bản",
    connecting="Đang kết nối…",
    lost="MẤT KẾT NỐI",
    lost_since="từ {at} · {count}. Đang giữ hình cuối cùng, tự nối lại.",
    record_journal="NHẬT KÝ KHÔNG GHI ĐƯỢC · buổi vẫn chạy, báo người điều hành",
    record_slow_disk="Đĩa máy điều hành chậm · lệnh có thể tới trễ",
    back_again="Đã kết nối lại.",
    thrown_out="Máy này không còn được vào.",
    enter_code="Nhập mã",
    no_script="Trang này cần JavaScript. Hãy bật JavaScript rồi tải lại.",
    skip_to_content="Đến nội dung chính",
    menu="Tùy chọn",
    ground="Nền",
    ground_auto="Theo máy",
    ground_light="Sáng",
    ground_dark="Tối",
    letters="Cỡ chữ",
    letters_smaller="Chữ nhỏ hơn",
    letters_larger="Chữ lớn hơn",
    other_language="English",
    other_screen="Đổi màn hình",
    awake="Màn hình được giữ sáng",
    awake_after_tap="Chạm một lần để giữ màn hình sáng",
    close="Đóng",
    sending="Đang gửi…",
    not_sent="Chưa gửi được. Hãy bấm lại.",
    refused="Không thực hiện",
    join_title="Vào màn hình của mình",
    join_back="Về màn hình {screen}",
    join_code="Mã vào",
    join_code_of="Mã vào màn hình {screen}",
    join_hint="Sáu ký tự, hỏi người điều hành.",
    join="Vào",
    join_wrong="Mã không đúng hoặc đã đổi. Hỏi lại người điều hành.",
    join_screens="Các màn hình",
)


EN = PageFrame(
    short_name="Run of show",
    connecting="Connecting…",
    lost="CONNECTION LOST",
    lost_since="since {at} · {count}. Holding the last picture, reconnecting by itself.",
    record_journal="THE JOURNAL CANNOT BE WRITTEN · the show goes on, tell the stage manager",
    record_slow_disk="The console's disk is slow · orders may come late",
    back_again="Connected again.",
    thrown_out="This device is no longer let in.",
    enter_code="Enter a code",
    no_script="This page needs JavaScript. Switch it on and load the page again.",
    skip_to_content="Skip to the content",
    menu="Options",
    ground="Theme",
    ground_auto="As the device",
    ground_light="Light",
    ground_dark="Dark",
    letters="Letter size",
    letters_smaller="Smaller letters",
    letters_larger="Larger letters",
    other_language="Tiếng Việt",
    other_screen="Another screen",
    awake="The screen is kept awake",
    awake_after_tap="Tap once to keep the screen awake",
    close="Close",
    sending="Sending…",
    not_sent="Not sent. Press again.",
    refused="Not done",
    join_title="Open your screen",
    join_back="Back to the {screen} screen",
    join_code="Join code",
    join_code_of="Join code of the {screen} screen",
    join_hint="Six characters; ask the stage manager.",
    join="Open",
    join_wrong="The code is wrong or has been renewed. Ask the stage manager.",
    join_screens="The screens",
)
