"""Who holds the conference: in a label, in the sentence that makes the plan, or at the letter's top left."""

from __future__ import annotations

import re
from collections.abc import Sequence

from runofshow.core.value import replace
from runofshow.documents.document import Document, Line, Part, Table, lines_of
from runofshow.documents.finding.head.plan_text import PlanLine, in_small_letters, labelled

_LABEL = re.compile(
    r"(?:danh nghĩa tổ chức|(?:đơn vị|cơ quan|ban|bên) (?:đứng ra )?(?:tổ chức|chủ trì tổ chức"
    r"|đăng cai|chủ trì)"
    r"(?: thực hiện| chính| sự kiện| hội nghị| hội thảo)?|đơn vị đăng cai tổ chức|organi[sz]er"
    r"|organi[sz]ed by|host(?:ed by)?)"
)
_OFFICE = (
    r"(?:UBND|HĐND|UBMTTQ|Ủy ban|Uỷ ban|Hội đồng|Sở|Phòng|Ban|Bộ|Cục|Vụ|Viện|Trường|Trung tâm|Công ty"
    r"|Tổng công ty|Tập đoàn"
    r"|Văn phòng|Chi cục|Chi hội|Chi đoàn|Chi bộ|Đoàn|Hội|Liên đoàn|Công đoàn|Mặt trận|Ngân hàng"
    r"|Bệnh viện|Báo|Đài|Câu lạc bộ"
    r"|CLB|Tỉnh đoàn|Huyện đoàn|Thành đoàn|Khoa|Đảng ủy|Đảng bộ|Tỉnh ủy|Thành ủy|Huyện ủy|Quận ủy"
    r"|Thị ủy|BHXH|Bảo hiểm xã hội"
    r"|Học viện|Đại học|Liên đội|Chi đội|Hiệp hội|Thiền viện|Chùa|Tòa án|Viện kiểm sát|Công an"
    r"|Hệ thống|Liên hiệp|Quỹ|VCCI)"
)
_MAKES = re.compile(
    rf"(?:^|[,.;]\s+|(?i:nay|và)\s+)(?:Nay\s+)?(?P<who>(?=[A-ZĐÂÔỦ])(?i:{_OFFICE})(?!\s+(?:trưởng|thảo"
    rf"|nghị))[^,.;:]{{0,90}}?)\s+"
    r"(?:(?:cùng|phối hợp)\s+(?:với\s+)?[^.;:]{3,160}?\s+)?(?:(?:dự kiến|đã|sẽ|xin"
    r"|thông báo(?: về)?(?: việc)?|long trọng|trang trọng)\s+)*"
    r"(?:xây dựng\s+(?:k|K)ế hoạch|ban hành\s+(?:k|K)ế hoạch|lập\s+(?:k|K)ế hoạch|xây dựng (?:c"
    r"|C)hương trình|triển khai (?:k|K)ế hoạch"
    r"|tổ chức\s+[“\"«]?(?i:hội|đại|lễ|diễn|ngày|chương trình|buổi|cuộc|tọa|kỷ|lớp)"
    r"|(?:trân|kính)\s+trọng\s+(?:kính\s+)?mời|(?:xin\s+)?kính\s+mời)"
)
_IS_OFFICE = re.compile(rf"(?i:{_OFFICE})(?!\w)")
_AN_EVENT = re.compile(r"hội (?:nghị|thảo|thi|khóa|trường|diễn)|đại hội|ban hành|đoàn kết", re.IGNORECASE)
_STATE = re.compile(
    r"cộng h[òo]a xã hội|độc lập\s*[-–—]|đảng cộng sản|đoàn tncs hồ chí minh$|^\W*$|^số\s*[:\d]|^v/v"
    r"|ngày .*tháng|^\(|^\d",
    re.IGNORECASE,
)
_OF_THE_STATE = re.compile(r"cộng h[òo]a xã hội|đảng cộng sản|độc lập|đoàn tncs|tháng", re.IGNORECASE)
_STATES_NAME = re.compile(r"cộng h[òo]a xã hội|đảng cộng sản", re.IGNORECASE)
_GOES_ON = re.compile(
    r"(?:KHU PHỐ|THÀNH PHỐ|TỈNH|HUYỆN|XÃ|PHƯỜNG|QUẬN|THỊ XÃ|THỊ TRẤN|VIỆT NAM|KHEN THƯỞNG|VÀ|TỔ CHỨC"
    r"|TRUNG ƯƠNG|\[|CẤP"
    r"|-|–|BAN THƯỜNG TRỰC|THƯỞNG|CÔNG NGHỆ|KHÓA|TP\b)",
)
_COLUMNS = re.compile(r"\t+|\s{3,}|\s*\|\s*|(?=CỘNG H|Cộng hòa xã|ĐẢNG CỘNG)")
_PAPER = re.compile(
    r"(?:kế hoạch|giấy mời|thư mời|chương trình|thông báo|kịch bản|tài liệu|mục lục|báo cáo|quyết định"
    r"|tờ trình"
    r"|kính gửi|căn cứ)\b",
    re.IGNORECASE,
)
_TOP = 12
"""Lines; below them nothing is a letter's head."""


def organiser_of(document: Document, lines: Sequence[PlanLine], title: str | None) -> tuple[str | None, bool]:
    """Who holds it, and whether that is a guess."""
    for at, value in labelled(lines, _LABEL):
        if not lines[at].is_programme and len(value) < 160:
            return value.strip(" .;,"), False
    for each in lines:
        found = None if each.is_programme else _MAKES.search(each.words)
        if found is not None and not _AN_EVENT.match(found["who"]):
            return found["who"].strip(" .;,"), False
    head = _letterhead(document) or _above_the_title(lines, title)
    return (in_small_letters(head, lines), True) if head else (None, False)


def _above_the_title(lines: Sequence[PlanLine], title: str | None) -> str:
    """An office in capitals right above the name of the conference."""
    if title is None:
        return ""
    name = title.casefold()
    at = next((place for place, each in enumerate(lines) if _holds(each.words.casefold(), name)), 0)
    for each in reversed(lines[max(0, at - 3) : at]):
        if each.is_big and _IS_OFFICE.match(each.words) and not _AN_EVENT.match(each.words):
            return each.words
    return ""


def _holds(line: str, name: str) -> bool:
    """Whether the name, or its beginning, stands in the line, or the line is one of several that it takes."""
    return name[:30] in line or (len(line) > 12 and line in name and not _IS_OFFICE.match(line))


def _letterhead(document: Document) -> str:
    """The office at the top left, over against the state's name."""
    for part in document.parts:
        block = part.blocks[0] if part.blocks else None
        if isinstance(block, Table) and len(block.rows) <= 4 and block.width == 2:
            left = [
                line for row in block.rows for cell in row.cells if cell.column == 0 for line in cell.lines
            ]
            right = [
                line.text for row in block.rows for cell in row.cells if cell.column for line in cell.lines
            ]
            if any(_OF_THE_STATE.search(text) for text in right):
                return _office(left)
        if found := _in_lines(part):
            return found
    return ""


def _in_lines(part: Part) -> str:
    """The same in a text without tables, in columns of tabs or one below the other."""
    left: list[Line] = []
    is_letter = False
    for line in [each for block in part.blocks[:_TOP] for each in lines_of(block)][:_TOP]:
        if _PAPER.match(line.text.strip(" *")):
            break
        one, *others = [each for each in _COLUMNS.split(line.text) if each.strip()] or [""]
        is_letter = is_letter or bool(_STATES_NAME.search(line.text))
        if not _STATE.search(one) and (others or not _STATE.search(line.text)):
            left.append(replace(line, text=one))
    return _office(left) if is_letter else ""


def _office(lines: Sequence[Line]) -> str:
    """The lowest office of the block; its name may take two lines."""
    said = [line for line in lines if not _STATE.search(line.text) and any(map(str.isalpha, line.text))]
    bold = [line for line in said if line.bold]
    said = bold if bold and bold[-1] is said[-1] else said
    name = ""
    for line in said:
        text = " ".join(line.text.split()).strip(" *_")
        goes_on = name and (_GOES_ON.match(text) or name.endswith(("-", "–", ",", "VÀ")))
        name = f"{name} {text}" if goes_on else text
    return name if len(name) < 160 and (name.isupper() or _IS_OFFICE.match(name)) else ""
