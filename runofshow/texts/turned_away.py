"""The page that somebody sees whose request is refused: why, and what to do."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from runofshow.texts import Language


class TurnedAwayTexts(Struct, frozen=True):
    title: str
    """Over every reason."""
    reasons: Mapping[str, str]
    """By the reason that programs read; `other` where there is no phrase of its own."""
    wait: str
    guesses: str
    """Too many wrong codes came from the machine that asks."""
    join: str
    """The way back to the form."""

    def why(self, reason: str) -> str:
        return self.reasons.get(reason, self.reasons["other"])


VI = TurnedAwayTexts(
    title="Không mở được trang này",
    reasons={
        "host": "Địa chỉ vừa gõ không phải địa chỉ của máy điều hành. Quét lại mã QR, hoặc mở đúng địa chỉ trên màn hình của người điều hành.",
        "origin": "Yêu cầu này đến từ một trang khác nên không được thực hiện. Hãy mở thẳng đường dẫn hoặc quét lại mã QR.",
        "not_found": "Không có trang nào ở địa chỉ này. Đường dẫn có thể bị gõ thiếu, hoặc thuộc về một hội nghị khác.",
        "method": "Trang này không nhận kiểu yêu cầu đó. Hãy mở lại từ trang đầu.",
        "too_large": "Nội dung gửi lên quá dài. Hãy viết ngắn lại.",
        "too_slow": "Mạng quá chậm nên nội dung chưa gửi hết. Hãy thử lại.",
        "slowed": "Máy này vừa hỏi quá nhiều lần.",
        "not_joined": "Máy này chưa vào, hoặc mã đã được đổi. Hãy nhập mã vào.",
        "not_allowed": "Màn hình này không được xem hoặc yêu cầu việc đó.",
        "failed": "Phần mềm gặp lỗi; hội nghị vẫn chạy. Hãy thử lại.",
        "stale": "Màn hình vừa đổi trước khi bấm. Hãy xem lại rồi bấm.",
        "unreadable": "Không đọc được yêu cầu của trình duyệt. Hãy xóa cookie của địa chỉ này, hoặc mở bằng cửa sổ ẩn danh.",
        "other": "Yêu cầu này không thực hiện được.",
    },
    wait="Thử lại sau {seconds} giây.",
    guesses="Nhập sai mã quá nhiều lần. Thử lại sau {seconds} giây.",
    join="Về trang nhập mã",
)

EN = TurnedAwayTexts(
    title="This page cannot be opened",
    reasons={
        "host": "The address that was typed is not the console's. Scan the QR code again, or open the address on the stage manager's screen.",
        "origin": "This request came from another page and is not obeyed. Open the link itself, or scan the QR code again.",
        "not_found": "There is no page at this address. The link may be cut short, or belong to another show.",
        "method": "This page does not take such a request. Start again from the first page.",
        "too_large": "What was sent is too long. Make it shorter.",
        "too_slow": "The network was too slow to send everything. Try again.",
        "slowed": "This device has asked too often.",
        "not_joined": "This device has not come in, or the code was changed. Enter a join code.",
        "not_allowed": "This screen may not see or ask that.",
        "failed": "The program has met a fault; the show goes on. Try again.",
        "stale": "The screen changed just before the press. Look, then press again.",
        "unreadable": "The browser's request cannot be read. Clear this address's cookies, or open it in a private window.",
        "other": "This cannot be done.",
    },
    wait="Try again in {seconds} seconds.",
    guesses="Too many wrong codes. Try again in {seconds} seconds.",
    join="To the join page",
)

TURNED_AWAY: dict[Language, TurnedAwayTexts] = {Language.VI: VI, Language.EN: EN}
