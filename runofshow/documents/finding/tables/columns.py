"""What each column of a table is: the time, what is done, who does it, what is said, what else."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum

from msgspec import Struct

from runofshow.documents.document import Cell, Row, Table
from runofshow.documents.finding.tables.lengths import spoken_length
from runofshow.documents.finding.times.day_headings import day_heading
from runofshow.documents.finding.times.hours import hours_of_cell
from runofshow.documents.finding.wording import is_rite


class Use(StrEnum):
    """What a column holds."""

    NUMBER = "number"
    DAY = "day"
    TIME = "time"
    LENGTH = "length"
    CONTENT = "content"
    BY = "by"
    AIDE = "aide"
    """Who serves or answers for it; the presenter where no other column names one."""
    MC = "mc"
    PLACE = "place"
    NOTES = "notes"


class Columns(Struct, frozen=True):
    """The use of each column of the grid, and how many rows stand above the first of the programme."""

    uses: Mapping[int, Use]
    head: int
    """Rows up to and with the head row; 0 where there is none."""
    names: Mapping[int, str]
    """As the head row has them."""

    def of(self, use: Use) -> list[int]:
        return [column for column, its in sorted(self.uses.items()) if its is use]


_HEADS = (
    (Use.NUMBER, r"(?:s\.?\s?t\.?\s?t|t\.?t|số\s*(?:tt|thứ tự)|thứ tự|no\.?|#|số)"),
    (
        Use.MC,
        r"(?:lời\s+(?:mc|dẫn|giới thiệu|nói)|mc\s+(?:nói|dẫn|đọc)|nội dung\s+\(lời\)|lời|kịch bản mc"
        r"|nội dung dẫn).*",
    ),
    (
        Use.LENGTH,
        r"(?:thời\s*lượng|t\.?l|số\s*phút|phút|duration|dự kiến thời lượng|tổng thời gian|mins?|minutes).*",
    ),
    (
        Use.TIME,
        r"(?:thời\s*(?:gian|điểm)|giờ|khung giờ|mốc thời gian|time|bắt đầu|kết thúc|start|end|từ|đến"
        r"|lịch).*",
    ),
    (Use.DAY, r"(?:ngày|thứ|buổi|ngày tháng|date|day|ngày,? giờ)(?:\s*[/,]\s*(?:thứ|buổi|tháng|ngày))?"),
    (
        Use.AIDE,
        r"(?:(?:người |bộ phận |đơn vị |cán bộ )?(?:phụ\s*trách|điều phối|phối hợp|chịu trách nhiệm"
        r"|theo dõi|chuẩn bị|hỗ trợ)"
        r"|trách nhiệm|người giới thiệu|dẫn chương trình|mc|bộ phận|phân công|ban phụ trách|ekip|nhân sự).*",
    ),
    (
        Use.BY,
        r"(?:(?:(?:đơn vị|thành phần|người|cá nhân|bộ phận|lực lượng|đại biểu|chủ thể"
        r"|tổ chức)\W*)*(?:thực\s*hiện|trình\s*bày|chủ\s*trì"
        r"|điều\s*hành|báo cáo|phát biểu|biểu diễn|thể hiện|đảm nhiệm|giảng dạy|tham luận"
        r"|tham gia thực hiện|dẫn dắt)"
        r"|báo cáo viên|diễn giả|giảng viên|chủ tọa|chủ toạ|người|ai|speakers?|presenters?|chair|by|pic"
        r"|in charge"
        r"|person.*|tác giả|người nói|đơn vị|host|moderator|hướng dẫn).*",
    ),
    (Use.PLACE, r"(?:địa\s*điểm|nơi|vị trí|venue|room|location|phòng|hội trường|place).*"),
    (
        Use.CONTENT,
        r"(?:(?:tên |các )?(?:nội\s*dung|công\s*việc|hoạt\s*động|chương\s*trình|tiến\s*trình|hạng mục"
        r"|diễn biến|tiết mục|chủ đề|sự kiện"
        r"|chuyên đề|báo cáo|tham luận|phần|việc|mục|lịch trình|trình tự|kịch bản|tiêu đề|đề mục"
        r"|hình thức tổ chức)"
        r"|contents?|activit|agenda|session|topic|program|description|event|title|diễn tiến|quy trình"
        r"|các bước).*",
    ),
    (
        Use.NOTES,
        r"(?:ghi\s*chú|chú thích|lưu ý|yêu cầu|âm thanh|ánh sáng|nhạc|âm nhạc|led|màn hình|kỹ thuật"
        r"|kĩ thuật|hình ảnh|slide|đạo cụ"
        r"|thành phần|đối tượng|tài liệu|phương tiện|trang bị|cơ sở vật chất|hậu cần|note|remark|kết quả"
        r"|mô tả|chi tiết|số lượng"
        r"|sân khấu|visual|audio|light|sound|hiệu ứng|kinh phí|thiết bị|hình thức).*",
    ),
)
_FORMS = tuple((use, re.compile(form, re.IGNORECASE)) for use, form in _HEADS)
_HALL = re.compile(
    r"(?i:hội trường|phòng|tiểu ban|hall|room|track|phân ban)\s+"
    r"(?:\w{1,3}|(?i:số \d+|lớn|nhỏ|chính)|[A-ZĐ]\w*)"
    r"(?:\s*[:–-].{0,60})?"
)


def columns_of(table: Table) -> Columns | None:
    """What the columns are, by the head row or, without one, by what stands in them; None where the table is
    none that a programme could be."""
    rows = list(table.whole_rows())
    for at, (row, whole) in enumerate(rows[:12]):
        uses = head_uses(whole)
        if uses is not None:
            names = {column: " ".join(cell.text.split()) for column, (cell, _) in whole.items()}
            # a head of two rows: the lower one stands beneath cells that span down
            head = at + 1
            while head < len(rows) and all(above or not cell.text for cell, above in rows[head][1].values()):
                head += 1
            if head < len(rows) and any(above for _, above in rows[head][1].values()):
                lower = head_uses(rows[head][1])
                if lower is not None and any(
                    above and cell.rows > 1 for cell, above in rows[head][1].values()
                ):
                    uses, head = {**uses, **lower}, head + 1
            return _settled(Columns(uses, head, names), table)
        if row.number and _has_hours(whole):
            break
    return _by_content(table)


def head_uses(whole: Mapping[int, tuple[Cell, bool]]) -> dict[int, Use] | None:
    """The uses that a row names, where it is a head row."""
    uses: dict[int, Use] = {}
    named = 0
    last: Cell | None = None
    for column, (cell, _) in whole.items():
        text = " ".join(cell.text.split()).strip(" *_:.()")
        use = use_of(text) if text and len(text) <= 60 else None
        if use is not None:
            uses[column] = use
            named += cell is not last
        elif text and len(text) > 60:
            return None
        last = cell
    kinds = set(uses.values())
    halls = {id(cell) for cell, _ in whole.values() if _HALL.fullmatch(" ".join(cell.text.split()))}
    if Use.TIME in kinds and len(halls) >= 2:
        return {
            c: Use.CONTENT if id(cell) in halls else uses[c]
            for c, (cell, _) in whole.items()
            if id(cell) in halls or c in uses
        }
    # a head row has the content and one more
    if named < 2 or len(kinds) < 2 or not kinds & {Use.CONTENT, Use.TIME, Use.MC}:
        return None
    if any(hours_of_cell(cell.text) is not None and use_of(cell.text) is None for cell, _ in whole.values()):
        return None
    return uses


def use_of(text: str) -> Use | None:
    """What a column with that head holds."""
    words = re.sub(r"\s+", " ", text).strip(" *_:.()")
    if re.fullmatch(r"(?:phòng|hội trường|tiểu ban|hall|room)\s+\S{1,3}", words, re.IGNORECASE):
        return None
    for use, form in _FORMS:
        if form.fullmatch(words):
            return use
    return None


def _has_hours(whole: Mapping[int, tuple[Cell, bool]]) -> bool:
    return any(len(cell.text) < 40 and hours_of_cell(cell.text) is not None for cell, _ in whole.values())


def _settled(columns: Columns, table: Table) -> Columns | None:
    """One column of each use where only one can be: columns without a name, or with one that two share."""
    uses = dict(columns.uses)
    body = [whole for row, whole in list(table.whole_rows())[columns.head :]]
    for column in range(table.width):
        if column not in uses:
            texts = _texts(body, column)
            hall = _HALL.match(columns.names.get(column, ""))
            if hall and Use.CONTENT not in uses.values() and texts:
                uses[column] = Use.CONTENT
            elif texts and _share(texts, lambda text: hours_of_cell(text) is not None) > 0.6:
                if Use.TIME not in uses.values():
                    uses[column] = Use.TIME
            elif texts and Use.CONTENT not in uses.values():
                uses[column] = Use.CONTENT
            elif texts and not columns.names.get(column):
                uses[column] = Use.NOTES
    if Use.CONTENT not in uses.values():
        if Use.MC in uses.values():
            uses = {column: Use.CONTENT if use is Use.MC else use for column, use in uses.items()}
        else:
            return None
    settled = Columns(uses, columns.head, columns.names)
    for use in (Use.CONTENT,):
        several = [c for c in settled.of(use) if _HALL.match(columns.names.get(c, "")) is None]
        if len(several) > 1:
            # of «Nội dung» and «Chi tiết» the first that says something in most rows names the item
            kept = max(several, key=lambda c: (len(_texts(body, c)) > len(body) / 2, -c))
            for column in several:
                if column != kept and columns.names.get(column) != columns.names.get(kept):
                    uses[column] = Use.NOTES
    lengths = [c for c, use in uses.items() if use is Use.TIME and _only_lengths(_texts(body, c))]
    for column in lengths:
        uses[column] = Use.LENGTH
    return Columns(uses, columns.head, columns.names)


def _by_content(table: Table) -> Columns | None:
    """Without a head row a column of hours makes it a programme; the words beside are what is done."""
    body = [whole for _, whole in table.whole_rows()]
    texts = {column: _texts(body, column) for column in range(table.width)}
    timed = {
        column: _share(its, lambda text: len(text) < 60 and hours_of_cell(text) is not None)
        for column, its in texts.items()
        if len(its) >= 2 or len(body) == 1
    }
    if not timed or max(timed.values()) < 0.5:
        return None
    time = max(timed, key=lambda column: (timed[column], -column))
    uses = {time: Use.LENGTH if _only_lengths(texts[time]) else Use.TIME}
    others = [column for column in texts if column != time and texts[column]]
    for column in others:
        if _share(texts[column], lambda text: re.fullmatch(r"[\dIVX]{1,3}[.)]?", text) is not None) > 0.7:
            uses[column] = Use.NUMBER
        elif _share(texts[column], lambda text: day_heading(text) is not None) > 0.7:
            uses[column] = Use.DAY
    left = [column for column in others if column not in uses]
    if not left:
        return None
    content = max(left, key=lambda c: (_share(texts[c], is_rite) * 2 + min(_mean(texts[c]), 60) / 60, -c))
    uses[content] = Use.CONTENT
    behind = [column for column in left if column > content]
    for at, column in enumerate(behind):
        uses[column] = Use.BY if at == 0 and _mean(texts[column]) < 80 else Use.NOTES
    return Columns(uses, 0, {})


def _texts(body: Sequence[Mapping[int, tuple[Cell, bool]]], column: int) -> list[str]:
    """What stands in a column, a cell that spans rows once, one that spans the table not at all."""
    cells = [
        whole[column] for whole in body if column in whole and len({id(c) for c, _ in whole.values()}) > 1
    ]
    return [" ".join(cell.text.split()) for cell, above in cells if not above and cell.text]


def _share(texts: Sequence[str], claim: object) -> float:
    assert callable(claim)
    return sum(bool(claim(text)) for text in texts) / len(texts) if texts else 0.0


def _only_lengths(texts: Sequence[str]) -> bool:
    hours = [hours_of_cell(text) for text in texts if spoken_length(text) is None]
    said = len(hours) < len(texts) or any(each and each.length for each in hours)
    return said and not any(each and each.start for each in hours)


def _mean(texts: Sequence[str]) -> float:
    return sum(map(len, texts)) / len(texts) if texts else 0.0


def is_head_again(row: Row, whole: Mapping[int, tuple[Cell, bool]], columns: Columns) -> bool:
    """The head row stands once more, as where a page begins."""
    uses = head_uses(whole)
    return uses is not None and len(set(uses.values()) & set(columns.uses.values())) >= 2 and bool(row.cells)
