"""How people are called in a show: by their names, with «đồng chí» or «ông», «bà» where the event asks for
it.

A name that brings a title of its own keeps it, and what is no person's name gets none: «Trường THCS Ngọc Lan»
is called as it is written. Whether somebody is «ông» or «bà» is said only where the name tells it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from msgspec import Struct, field

from runofshow.core.agenda import Address
from runofshow.core.spoken import BODIES, name_and_office

_SURNAMES: Final = frozenset(
    "an âu bạch bế bùi cao cầm chu châu cù danh diệp doãn dương đàm đàng đào đặng đậu điểu đinh đoàn đỗ"
    " đồng đới giàng giáp hà hạng hoàng hồ hồng hứa huỳnh khổng khúc kiều kim la lã lại lâm lê lò lộc lục"
    " lương lưu lý ma mã mạc mai ngân nghiêm ngô ngụy nguyễn nhâm ninh nông phạm phan phí phó phùng phương"
    " quách quàng quản rơ siu sơn sùng tạ tào tăng thạch thái thân thào thẩm thi thiều tiêu tô tôn tòng"
    " tống trà trang trần triệu trịnh trương từ ưng văn vàng vi vũ võ vương y xa".split()
)
"""Those that most people in the country bear, and the commonest of the peoples of its mountains."""
_PLACES: Final = frozenset(
    "an giang|cao bằng|hà giang|hà nam|hà nội|hà tĩnh|lâm đồng|ninh bình|ninh thuận|sơn la|thái bình"
    "|thái nguyên|vũng tàu".split("|")
)
"""Provinces that read like people."""
_BODY = re.compile(
    rf"({BODIES}|tập thể|nhân dân|cán bộ|quân và dân|gia đình|hộ|ubnd|hđnd|ubmttq|mặt trận|công an|htx|clb"
    r"|chi bộ|đảng bộ|đảng ủy|chi hội|chi đoàn|liên đội|khu|thôn|ấp|xã|phường|thị trấn|đặc khu|làng|bản|buôn"
    r"|lớp|khoa|khối|cụm|bệnh viện|doanh nghiệp|xí nghiệp|nhà máy|nhà văn hóa|quỹ|ngân hàng|chùa|giáo xứ|đồn"
    r"|đoàn thanh niên|tỉnh|thành phố|quận|huyện|mn|th|thcs|thpt)\b",
    re.IGNORECASE,
)
"""How what is no person begins."""
_HIS, _HERS = re.compile(r"\bvăn\b", re.IGNORECASE), re.compile(r"\bthị\b", re.IGNORECASE)


class Manner(Struct, frozen=True):
    """How one show calls people."""

    address: Address | None = None
    """What stands before a name that brings nothing; None says nothing."""
    apart: Mapping[str, str] = field(default_factory=dict)
    """Recipient id to a name that nobody else has, of those who share theirs."""

    def called(self, person: str) -> str:
        """Somebody as the MC calls them, an office behind the name included."""
        if ";" in person:
            return "; ".join(self.called(each.strip()) for each in person.split(";"))
        name = name_and_office(person)[0].partition(",")[0]
        if self.address is None or not is_personal(name):
            return person
        if self.address is Address.COMRADE:
            return f"đồng chí {person}"
        title = "bà " if _HERS.search(name) else "ông " if _HIS.search(name) else ""
        return f"{title}{person}"


BY_NAME: Final = Manner()
"""As they are written."""


def is_personal(name: str) -> bool:
    """Whether a name is a person's alone, without any title: «Nguyễn Văn A»."""
    words, plain = name.split(), name.casefold()
    if not 2 <= len(words) <= 6 or words[0].casefold() not in _SURNAMES or plain in _PLACES:
        return False
    # «Đoàn» is a surname too
    if plain.startswith("đoàn thanh niên"):
        return False
    return all(word[0].isupper() and word.replace("'", "").replace("-", "").isalpha() for word in words)


def is_body(name: str) -> bool:
    """Whether a name begins as an office, a school, a team does."""
    return _BODY.match(name) is not None
