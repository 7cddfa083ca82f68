"""What is wrong with a journal, in words. Each field is named for its flaw (journal/line.py)."""

from __future__ import annotations

from msgspec import Struct

from runofshow.texts import Language


class FlawTexts(Struct, frozen=True):
    not_a_journal: str
    newer_format: str
    newer_event: str
    nul_bytes: str
    encoding: str
    garbage: str
    checksum: str
    too_long: str
    sequence: str
    bad_entry: str
    unreadable: str


VI = FlawTexts(
    not_a_journal="tệp không phải là nhật ký",
    newer_format="nhật ký của bản runofshow mới hơn; hãy mở bằng bản ấy",
    newer_event="có dòng mà chỉ bản runofshow mới hơn mới hiểu; hãy mở bằng bản ấy",
    nul_bytes="đĩa chưa kịp ghi, thường do mất điện",
    encoding="có byte không phải chữ",
    garbage="dòng không đúng dạng",
    checksum="dòng đã bị thay đổi: sai mã kiểm tra",
    too_long="dòng dài quá mức",
    sequence="thiếu dòng hoặc lặp dòng",
    bad_entry="dòng nguyên vẹn nhưng không đọc được nội dung",
    unreadable="hệ thống không cho đọc tệp",
)

EN = FlawTexts(
    not_a_journal="the file is not a journal",
    newer_format="written by a newer runofshow; open it with that one",
    newer_event="it has a line that only a newer version understands; open it with that one",
    nul_bytes="the disk had not written it, usually a power cut",
    encoding="it has bytes that are no text",
    garbage="the line does not have the form of a line",
    checksum="the line was changed: its checksum is wrong",
    too_long="the line is too long",
    sequence="a line is missing or stands twice",
    bad_entry="the line is whole, but its content cannot be read",
    unreadable="the system does not let the file be read",
)

FLAWS = {Language.VI: VI, Language.EN: EN}
