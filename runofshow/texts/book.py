"""The phrases of the workbook that people edit, and of what it changes when it comes back."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from runofshow.texts import Language


class BookTexts(Struct, frozen=True, eq=False):
    sheets: Mapping[str, str]
    """The name of each sheet, by its kind."""
    heads: Mapping[str, str]
    """Heads of columns that the desk has no field for, or a longer one."""
    levels: tuple[str, str, str]
    """A session, an item, a part."""
    lists: str
    """The name of the hidden sheet with what is chosen from."""
    how: Mapping[str, str]
    """A line over each sheet: how it is filled in."""
    same: str
    """`{name}` of the paper, `{file}`."""
    older: str
    """It was printed from another version of the file."""
    what: Mapping[str, str]
    """One change, by its kind."""
    rows: Mapping[str, str]
    """What a new row is, by its sort."""
    empty: str
    """In place of a value that is none."""
    told: Mapping[str, str]
    """What is said where something else is typed: by length, hour, day."""
    left_out: str
    """`{count}` rows that went with `{items}`."""
    guessed: str
    """`{items}` whose kind was guessed."""
    names_inside: str
    """`{count}` of those honoured stand in the agenda that was made."""
    would_leave_lists: str
    """`{lists}` beside the agenda would not be read any more where some of these changes are taken."""
    left_lists: str
    """They are not read any more."""
    lost: str
    """The changes that were accepted do not make an agenda."""


VI = BookTexts(
    sheets=MappingProxyType(
        {
            "order": "Kịch bản",
            "cues": "Lệnh",
            "awards": "Khen thưởng",
            "recipients": "Người nhận",
            "tracks": "Bản nhạc",
            "head": "Hội nghị",
            "duties": "Nhiệm vụ",
            "leaders": "Lãnh đạo",
        }
    ),
    heads=MappingProxyType(
        {
            "order.level": "Cấp",
            "order.starts": "Giờ (máy tính)",
            "order.assumed": "Tạm tính",
            "row.item": "Của mục",
            "recipients.order": "TT trên khay",
            "recipient.name": "Người nhận",
            "item.number": "Số",
            "item.title": "Nội dung",
            "item.by": "Người thực hiện",
            "item.start": "Giờ cố định",
            "item.until": "Đến giờ",
            "item.protected": "Giữ nguyên",
            "item.backdrop": "Phông",
            "item.handin.due": "Hạn nộp bài",
            "session.date": "Ngày (của phiên)",
            "head.field": "Mục thông tin",
            "head.value": "Nội dung",
            "cue.text": "Nội dung lệnh",
            "track.id": "Mã",
        }
    ),
    levels=("phiên", "mục", "phần"),
    lists="Danh mục",
    how=MappingProxyType(
        {
            "order": "Mỗi dòng một phiên, một mục hay một phần; thêm, bỏ, chuyển dòng tùy ý. Thời lượng ghi giờ:phút:giây"
            " (0:10:00 là 10 phút). Chữ nghiêng, dấu ~ và cột xám là máy tạm tính; cột xám không đọc lại.",
            "cues": "Mỗi dòng một lệnh, theo thứ tự trong mục. Chữ nghiêng là lệnh mặc định; sửa một lệnh thì các lệnh của mục"
            " ấy thành của kịch bản.",
            "awards": "Mỗi dòng một mục hay một đợt trao; người nhận ở trang tính sau. Ghi số người mỗi đợt thì danh sách được chia"
            " thành từng đợt.",
            "recipients": "Mỗi dòng một người, một tập thể, theo thứ tự của quyết định; thêm, bỏ, chuyển dòng tùy ý. Người vắng không có"
            " chỗ trên khay. Cột xám không đọc lại.",
            "tracks": "Mỗi dòng một bản nhạc; lệnh nhạc gọi bằng mã.",
            "head": "Cột đầu giữ nguyên, chỉ sửa cột thứ hai.",
            "duties": "Mỗi dòng một việc.",
            "leaders": "Mỗi dòng một người hội nghị chờ; để trống mục thì chờ từ mục đầu.",
        }
    ),
    same="{name} không thay đổi gì so với {file}.",
    older="{name} in từ một bản khác của {file}: chỗ nào sửa trong tệp sau khi in cũng nêu thành thay đổi ngược lại.",
    what=MappingProxyType(
        {
            "changed": "~ {where}: {field}: {before} thành {after}",
            "new": "+ thêm {what}: {title} (sau “{after}”)",
            "new_first": "+ thêm {what}: {title} (đứng đầu)",
            "gone": "- không còn: {title}",
            "gone_with": "- không còn: {title} (cùng {count} lệnh)",
            "moved": "↕ chuyển vị trí: {title} (về sau “{after}”)",
            "moved_first": "↕ chuyển vị trí: {title} (lên đầu)",
        }
    ),
    rows=MappingProxyType(
        {
            "session": "phiên",
            "item": "mục",
            "cue": "lệnh",
            "recipient": "người nhận",
            "track": "bản nhạc",
            "duty": "việc",
            "leader": "lãnh đạo",
        }
    ),
    empty="(không ghi)",
    told=MappingProxyType(
        {
            "length": "Ghi giờ:phút:giây, ví dụ 0:10:00 là 10 phút.",
            "hour": "Ghi giờ trong ngày, ví dụ 7:30.",
            "day": "Ghi ngày/tháng/năm, ví dụ 27/3/2026.",
        }
    ),
    left_out="Bỏ {count} dòng lệnh, khen thưởng, người nhận của mục không còn: {items}",
    guessed="Loại mục để trống, đoán theo nội dung; xem lại ở bàn soạn: {items}",
    names_inside="{count} người, tập thể được khen thưởng ghi ngay trong kịch bản này, không đọc từ tệp danh sách nào.",
    would_leave_lists="Tên người nhận của {file} đọc từ {lists}. Nhận thay đổi ở người nhận hay ở một đợt trao thì tên được"
    " chép vào kịch bản và tệp ấy thôi được đọc; muốn vẫn dùng tệp ấy thì sửa tên trong đó.",
    left_lists="Tên người nhận đã chép từ {lists} vào {file}; từ nay sửa tên trong kịch bản, tệp ấy không còn được đọc.",
    lost="Các thay đổi này không thành một kịch bản đúng; {file} giữ nguyên:",
)

EN = BookTexts(
    sheets=MappingProxyType(
        {
            "order": "Run of show",
            "cues": "Cues",
            "awards": "Awards",
            "recipients": "Recipients",
            "tracks": "Tracks",
            "head": "Conference",
            "duties": "Duties",
            "leaders": "Leaders",
        }
    ),
    heads=MappingProxyType(
        {
            "order.level": "Level",
            "order.starts": "Time (reckoned)",
            "order.assumed": "Assumed",
            "row.item": "Of item",
            "recipients.order": "Place on the tray",
            "recipient.name": "Recipients",
            "item.number": "No.",
            "item.title": "Item",
            "item.by": "Presenter",
            "item.start": "Fixed start",
            "item.until": "Until",
            "item.protected": "Protected",
            "item.handin.due": "Text due",
            "item.backdrop": "Backdrop",
            "session.date": "Date (of a session)",
            "head.field": "Field",
            "head.value": "What it says",
            "cue.text": "Text of the cue",
            "track.id": "Id",
        }
    ),
    levels=("session", "item", "part"),
    lists="Lists",
    how=MappingProxyType(
        {
            "order": "One session, item or part a row; add, delete and move rows as you like. Lengths are hours:minutes:seconds"
            " (0:10:00 is 10 minutes). Italics, ~ and grey columns are the machine's; a grey column is not read back.",
            "cues": "One cue a row, in the order of its item. Italics are defaults; change one, and the cues of its item are"
            " the plan's own.",
            "awards": "One item or batch a row; who receives it stands on the next sheet. With a number in each batch the list is"
            " divided into batches.",
            "recipients": "One person or group a row, in the order of the decision; add, delete and move rows as you like. Who is absent"
            " has no place on the tray. A grey column is not read back.",
            "tracks": "One recording a row; music cues name it by its id.",
            "head": "Leave the first column as it is; change the second.",
            "duties": "One duty a row.",
            "leaders": "One person a row whom the conference waits for; without an item the first one waits.",
        }
    ),
    same="{name} changes nothing in {file}.",
    older="{name} was printed from another version of {file}: what the file says since then is listed as a change back.",
    what=MappingProxyType(
        {
            "changed": "~ {where}: {field}: {before} to {after}",
            "new": "+ new {what}: {title} (behind “{after}”)",
            "new_first": "+ new {what}: {title} (first)",
            "gone": "- gone: {title}",
            "gone_with": "- gone: {title} (with {count} cues)",
            "moved": "↕ moved: {title} (behind “{after}”)",
            "moved_first": "↕ moved: {title} (first)",
        }
    ),
    rows=MappingProxyType(
        {
            "session": "session",
            "item": "item",
            "cue": "cue",
            "recipient": "recipient",
            "track": "track",
            "duty": "duty",
            "leader": "leader",
        }
    ),
    empty="(nothing)",
    told=MappingProxyType(
        {
            "length": "Write hours:minutes:seconds; 0:10:00 is 10 minutes.",
            "hour": "Write an hour of the day, like 7:30.",
            "day": "Write day/month/year, like 27/3/2026.",
        }
    ),
    left_out="Left out {count} rows of cues, awards and recipients of items that are gone: {items}",
    guessed="No kind was chosen, so it was guessed by the title; look at it on the desk: {items}",
    names_inside="The names of {count} who are honoured stand in this agenda itself; it reads no list of names.",
    would_leave_lists="{file} reads its recipients from {lists}. Where a change of a recipient or of a batch is taken, the"
    " names are copied into the agenda and that list is read no more; to keep using it, change the names there.",
    left_lists="The names in {lists} were copied into {file}; change them in the agenda from now on, that list is read no"
    " more.",
    lost="These changes do not make an agenda; {file} stays as it was:",
)

BOOK: Mapping[Language, BookTexts] = MappingProxyType({Language.VI: VI, Language.EN: EN})
