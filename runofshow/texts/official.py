"""The phrases of the result report and of the minutes on lessons. A name in braces is filled in by the report.

What is left to a hand is a row of dots. `DECREE` is what decree 30/2020 asks for, and the Party's own rules for
its papers: forms of Vietnamese papers alone, which another language has no words for.
"""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from runofshow.texts import Language


class OfficialTexts(Struct, frozen=True):
    files: dict[str, str]
    """What the file of each kind of paper is called, in a folder of several."""
    hour: str
    """`{hour}` and `{minute}` are numbers."""
    day: str
    from_until: str
    sentence: str
    """`{name}` and what is told of it."""
    blank: str

    # The result report
    result: str
    result_of: str
    """What it is on: `{title}` is the conference's."""
    under_plan: str
    opening: str
    not_held: str
    """In its place where nothing of it ever ran."""
    as_planned: str
    """Begun and ended, each with `{..._note}`: planned when, how late."""
    lasted: str
    hours: str
    """A length from an hour on."""
    minutes_long: str
    done: str
    closing: str
    situation: str
    results: str
    incidents: str
    lessons: str
    duties: str
    time: str
    venue: str
    chair: str
    invited: str
    numbers: str
    """How many were invited and came."""
    course: str
    no_incidents: str
    other_faults: str
    see_annex: str
    annex: str

    votes: str
    duty_line: str
    due: str

    # The minutes on lessons
    minutes: str
    minutes_of: str
    lessons_meeting: str
    began_at: str
    some_time: str
    """An hour and a day to be filled in."""
    present: str
    secretary: str
    content: str
    differences: str
    opinions: str
    conclusions: str
    ended_at: str
    signs_left: str
    signs_right: str


class DecreeTexts(Struct, frozen=True):
    number: str
    report: str
    """Its number, to be filled in."""
    minutes: str
    party_number: str
    party_report: str
    party_minutes: str
    place_date: str
    goes_with: str
    sent_to: str
    sent_to_blank: str
    archive: str
    party_archive: str


VI = OfficialTexts(
    files={"result": "bao-cao-ket-qua", "lessons": "bien-ban-rut-kinh-nghiem", "awards": "danh-sach-trao"},
    hour="{hour:02} giờ {minute:02} phút",
    day="ngày {day:02} tháng {month} năm {year}",
    from_until="từ {start} đến {end}",
    sentence="{name}: {told}.",
    blank="................",
    result="BÁO CÁO",
    result_of="Kết quả tổ chức {title}",
    under_plan="Thực hiện {plan}, ",
    opening="{organiser} đã tổ chức {title}. Kết quả như sau:",
    not_held="{organiser} báo cáo về việc tổ chức {title} như sau:",
    as_planned="Bắt đầu lúc {began} ({began_note}); kết thúc lúc {ended} ({ended_note})",
    lasted="Thời lượng {actual} (kế hoạch {planned})",
    hours="{hours} giờ {minutes:02} phút",
    minutes_long="{minutes} phút",
    done="Số mục đã thực hiện: {done}",
    closing="Trên đây là báo cáo kết quả tổ chức {title}./.",
    situation="Tình hình chung",
    results="Kết quả",
    incidents="Tồn tại, sự cố",
    lessons="Bài học, kiến nghị",
    duties="Việc cần làm sau hội nghị",
    time="Thời gian",
    venue="Địa điểm",
    chair="Chủ trì",
    invited="Thành phần mời",
    numbers="Số đại biểu được mời: {blank}; có mặt: {blank}",
    course="Diễn biến",
    no_incidents="Nhật ký không ghi sự cố nào.",
    other_faults="Tồn tại khác",
    see_annex="Chi tiết từng mục, hiệu lệnh và ghi nhận: xem Phụ lục.",
    annex="PHỤ LỤC",
    votes="Biểu quyết",
    duty_line="{what}: {who}",
    due="{duty}; hạn {day}",
    minutes="BIÊN BẢN",
    minutes_of="Họp rút kinh nghiệm về việc tổ chức {title}",
    lessons_meeting="Họp rút kinh nghiệm",
    began_at="Thời gian bắt đầu",
    some_time="...... giờ ......, ngày ...... tháng ...... năm ..........",
    present="Thành phần tham dự",
    secretary="Thư ký",
    content="Nội dung",
    differences="Khác với kế hoạch",
    opinions="Ý kiến thảo luận",
    conclusions="Kết luận",
    ended_at="Cuộc họp kết thúc vào {time}./.",
    signs_left="THƯ KÝ",
    signs_right="CHỦ TỌA",
)

EN = OfficialTexts(
    files={"result": "result-report", "lessons": "lessons", "awards": "award-lists"},
    hour="{hour:02}:{minute:02}",
    day="{day}/{month}/{year}",
    from_until="{start} to {end}",
    sentence="{name}: {told}.",
    blank="................",
    result="REPORT",
    result_of="Results of {title}",
    under_plan="Under {plan}, ",
    opening="{organiser} held {title}. The results are as follows:",
    not_held="{organiser} reports on {title} as follows:",
    as_planned="Began at {began} ({began_note}); ended at {ended} ({ended_note})",
    lasted="Length {actual} (planned {planned})",
    hours="{hours} h {minutes:02} min",
    minutes_long="{minutes} min",
    done="Items done: {done}",
    closing="End of the report on {title}.",
    situation="The event",
    results="Results",
    incidents="Shortcomings and incidents",
    lessons="Lessons and proposals",
    duties="Duties after the event",
    time="Time",
    venue="Venue",
    chair="Chair",
    invited="Invited",
    numbers="Delegates invited: {blank}; present: {blank}",
    course="Course",
    no_incidents="The journal notes no incident.",
    other_faults="Other shortcomings",
    see_annex="Every item, cue and note: see the annex.",
    annex="ANNEX",
    votes="Votes",
    duty_line="{what}: {who}",
    due="{duty}; due {day}",
    minutes="MINUTES",
    minutes_of="Meeting on the lessons of {title}",
    lessons_meeting="Meeting on lessons",
    began_at="Began at",
    some_time="............ on ....................",
    present="Present",
    secretary="Secretary",
    content="Content",
    differences="Different from the plan",
    opinions="Opinions",
    conclusions="Conclusions",
    ended_at="The meeting ended at {time}.",
    signs_left="SECRETARY",
    signs_right="CHAIR",
)

OFFICIAL = {Language.VI: VI, Language.EN: EN}

DECREE: Final = DecreeTexts(
    number="Số: {number}",
    report="......../BC-........",
    minutes="......../BB-........",
    party_number="Số {number}",
    party_report="........-BC/........",
    party_minutes="........-BB/........",
    place_date="{place}, {day}",
    goes_with="(Kèm theo Báo cáo số {number} ngày ..../..../........)",
    sent_to="Nơi nhận:",
    sent_to_blank="- ................................;",
    archive="- Lưu: VT.",
    party_archive="- Lưu Văn phòng.",
)
