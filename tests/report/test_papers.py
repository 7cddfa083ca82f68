"""The papers that an office signs: the result report and the minutes on lessons, and when there is none."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import docx
import pytest

from runofshow.core import commands as c
from runofshow.core.agenda import Agenda, Duty, Rite
from runofshow.core.history import History
from runofshow.core.notices import NoteKind
from runofshow.core.value import replace
from runofshow.paper.markdown import as_markdown
from runofshow.paper.sheet import Facing, Facts, Paper, Paragraph, Style, Table
from runofshow.paper.word.file import as_word_file
from runofshow.report import Kind, paper_for
from runofshow.texts.report import EN, VI, ReportTexts
from tests.paper.validity import complaints
from tests.report.calling import HALL, Record, account_of, at, conference, two_days, whole_show


def paper(
    history: History, kind: Kind = Kind.RESULT, words: ReportTexts = VI, ending: str = ".docx"
) -> Paper:
    return paper_for(kind, account_of(history, HALL, words), ending)


def paragraphs(paper: Paper) -> Iterator[Paragraph]:
    for block in paper.blocks:
        match block:
            case Paragraph():
                yield block
            case Facing():
                yield from (*block.left, *block.right)


def texts(paper: Paper, *styles: Style) -> list[str]:
    """What stands on it in these styles; in whatever style when none is named."""
    told = [each for each in paragraphs(paper) if not styles or each.style in styles]
    return ["".join(run.text for run in each.runs) for each in told]


def agenda(**changes: Any) -> Agenda:
    return replace(conference(), organiser="Phòng Nội vụ, UBND thị xã Ninh Hòa", **changes)


def ended(plan: Agenda) -> History:
    show = Record(plan).do("08:02:00", c.Start())
    show.do("08:10:00", c.TakeNote("Micro bục số 2 mất tiếng", NoteKind.INCIDENT))
    show.do("08:11:00", c.TakeNote("Bỏ tham luận cuối", NoteKind.DECISION))
    show.do("08:12:00", c.TakeNote("Thử micro trước giờ", NoteKind.LESSON))
    return show.do("09:02:30", c.End(sure=True)).history


def test_a_result_report_stands_in_the_frame_of_the_decree() -> None:
    made = paper(ended(agenda()))
    assert texts(made, Style.SUPERIOR) == ["UBND THỊ XÃ NINH HÒA"]
    assert texts(made, Style.ORGAN) == ["PHÒNG NỘI VỤ"]
    assert texts(made, Style.NATION) == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
    assert texts(made, Style.NUMBER) == ["Số: ......../BC-........"]
    assert texts(made, Style.PLACE_DATE) == ["Ninh Hòa, ngày 27 tháng 3 năm 2026"]
    assert texts(made, Style.KIND) == ["BÁO CÁO", "PHỤ LỤC"]
    assert texts(made, Style.REGARDING) == ["Kết quả tổ chức Hội nghị tổng kết"]
    assert texts(made, Style.APPENDIX) == [
        "(Kèm theo Báo cáo số ......../BC-........ ngày ..../..../........)"
    ]
    assert texts(made, Style.SENT_TO_HEAD) == ["Nơi nhận:"]
    assert texts(made, Style.SENT_TO)[-1] == "- Lưu: VT."


def test_its_five_chapters_tell_what_the_record_knows_and_leave_room_for_the_rest() -> None:
    plan = agenda(
        basis="Kế hoạch số 12/KH-UBND ngày 05/02/2026",
        chair_panel=("Ông An",),
        duties=(
            Duty("Gửi báo cáo", "Phòng Nội vụ", date(2026, 4, 1)),
            Duty("In giấy mời", when="before"),
            Duty("Đưa tin"),
        ),
    )
    made = paper(ended(plan))
    headings = [text for text in texts(made, Style.HEADING) if "." in text[:4]]
    assert headings == [
        "I. TÌNH HÌNH CHUNG",
        "II. KẾT QUẢ",
        "III. TỒN TẠI, SỰ CỐ",
        "IV. BÀI HỌC, KIẾN NGHỊ",
        "V. VIỆC CẦN LÀM SAU HỘI NGHỊ",
    ]
    prose = texts(made, Style.PROSE)
    assert prose[0].startswith("Thực hiện Kế hoạch số 12/KH-UBND ngày 05/02/2026, Phòng Nội vụ")
    assert "Thời gian: từ 08 giờ 02 phút đến 09 giờ 02 phút ngày 27 tháng 3 năm 2026." in prose
    assert "Địa điểm: Hội trường A." in prose
    assert "Chủ trì: Ông An." in prose
    (course,) = (text for text in prose if text.startswith("Diễn biến"))
    assert "Bắt đầu lúc 08 giờ 02 phút (kế hoạch 08 giờ 00 phút, chậm 2 phút)" in course
    assert "Thời lượng 1 giờ 00 phút (kế hoạch 55 phút)" in course
    (invited,) = (text for text in prose if text.startswith("Thành phần mời"))
    assert set(invited.partition(": ")[2]) == {"."}
    said = as_markdown(made)
    for told in ("Micro bục số 2 mất tiếng", "Bỏ tham luận cuối", "Thử micro trước giờ", "Đưa tin"):
        assert told in said
    assert "Gửi báo cáo" in said
    assert "01/4/2026" in said
    assert "In giấy mời" not in said
    assert prose[-1].endswith("Hội nghị tổng kết./.")


def test_nobody_is_made_to_sign() -> None:
    for kind in Kind:
        signers = texts(paper(ended(agenda()), kind), Style.SIGNER)
        named = {text for text in signers if set(text.strip()) - {"."}}
        assert named <= {"THƯ KÝ", "CHỦ TỌA"}
        assert not any("Ký, ghi rõ họ tên" in text for text in texts(paper(ended(agenda()), kind)))


def test_its_annex_begins_a_page_and_has_the_tables() -> None:
    made = paper(ended(agenda()))
    blocks = tuple(enumerate(made.blocks))
    (begins,) = (at for at, block in blocks if isinstance(block, Paragraph) and block.new_page)
    tables = [block.name for at, block in blocks if at > begins and isinstance(block, Table)]
    assert tables[0] == VI.items
    assert VI.cues in tables


def test_minutes_on_lessons_have_a_number_but_no_place_and_date() -> None:
    made = paper(ended(agenda()), Kind.LESSONS)
    assert texts(made, Style.NUMBER) == ["Số: ......../BB-........"]
    assert texts(made, Style.PLACE_DATE) == []
    assert texts(made, Style.KIND) == ["BIÊN BẢN"]
    assert texts(made, Style.REGARDING) == ["Họp rút kinh nghiệm về việc tổ chức Hội nghị tổng kết"]
    names = [text.partition(":")[0] for text in texts(made, Style.PROSE)[:5]]
    assert names == ["Thời gian bắt đầu", "Địa điểm", "Thành phần tham dự", "Chủ trì", "Thư ký"]
    assert texts(made, Style.PROSE)[-1].startswith("Cuộc họp kết thúc vào ...... giờ")
    assert texts(made, Style.PROSE)[-1].endswith("./.")
    facing = [block for block in made.blocks if isinstance(block, Facing)]
    signed = facing[-1]
    assert [side[0].runs[0].text for side in (signed.left, signed.right)] == ["THƯ KÝ", "CHỦ TỌA"]
    assert signed.left[-1].runs[0].text == "- Lưu: VT."
    assert made.blocks[-1] is signed
    said = as_markdown(made)
    assert "Micro bục số 2 mất tiếng" in said
    assert "Thử micro trước giờ" in said


def test_the_partys_papers_have_its_name_and_its_numbers() -> None:
    history = ended(replace(agenda(), organiser="Đảng ủy xã An Bình", rite=Rite.PLAIN))
    assert texts(paper(history), Style.NUMBER) == ["Số ........-BC/........"]
    assert texts(paper(history, Kind.LESSONS), Style.NUMBER) == ["Số ........-BB/........"]
    assert texts(paper(history), Style.NATION) == []
    assert texts(paper(history), Style.MOTTO) == ["ĐẢNG CỘNG SẢN VIỆT NAM"]
    assert texts(paper(history), Style.SENT_TO)[-1] == "- Lưu Văn phòng."


@pytest.mark.parametrize("kind", list(Kind))
def test_a_rehearsal_and_english_have_no_official_frame(kind: Kind) -> None:
    rehearsal = paper(whole_show(c.Mode.REHEARSAL).history, kind)
    assert texts(rehearsal, Style.MARK)[0].startswith("TẬP DUYỆT")
    assert rehearsal.mark == "TẬP DUYỆT"
    for made in (rehearsal, paper(whole_show().history, kind, EN)):
        assert not {Style.NUMBER, Style.ORGAN, Style.PLACE_DATE, Style.SENT_TO, Style.NATION} & {
            each.style for each in paragraphs(made)
        }


def test_a_screen_and_a_spreadsheet_have_the_summary_first() -> None:
    history = ended(agenda())
    for ending in (".html", ".md", ".xlsx"):
        made = paper(history, ending=ending)
        assert texts(made, Style.HEADING)[0] == VI.summary
        assert any(isinstance(block, Facts) for block in made.blocks)
        assert texts(made, Style.NUMBER) == []
    assert "Micro bục số 2 mất tiếng" in as_markdown(paper(history, ending=".md"))


def test_what_has_not_ended_is_said_and_its_end_is_left_open() -> None:
    history = Record(agenda()).do("08:02:00", c.Start()).history
    made = paper(history)
    assert any("Nhật ký dừng lúc" in text for text in texts(made, Style.BODY))
    (time,) = (text for text in texts(made, Style.PROSE) if text.startswith("Thời gian"))
    assert "đến ................ ngày 27" in time


def test_what_never_began_is_not_said_to_have_been_held() -> None:
    """The record of a conference that was called off: it is reported on, and nobody has held it."""
    made = paper(Record(agenda()).history)
    opening = texts(made, Style.PROSE)[0]
    assert "đã tổ chức" not in opening
    assert opening.endswith("báo cáo về việc tổ chức Hội nghị tổng kết như sau:")
    assert any("Chưa bắt đầu" in text for text in texts(made, Style.BODY))


def test_what_ends_before_its_last_session_is_not_early_by_the_night_between() -> None:
    """The first day's ten minutes from 14:00, ended at 14:13 for good: the second day never came."""
    show = Record(two_days(), "13:00:00").do("14:00:00", c.Start()).do("14:13:00", c.End(sure=True))
    (course,) = (text for text in texts(paper(show.history), Style.PROSE) if text.startswith("Diễn biến"))
    assert "kết thúc lúc 14 giờ 13 phút (kế hoạch 14 giờ 10 phút, chậm 3 phút)" in course
    assert course.endswith("Số mục đã thực hiện: 1/2, chưa thực hiện 1.")
    screen = as_markdown(paper(show.history, ending=".html"))
    assert "hạn 14:30, còn dư 17 phút" in screen


def test_a_full_stop_behind_the_title_is_not_said_twice() -> None:
    prose = texts(paper(ended(agenda(title="Lễ kỷ niệm 20 năm."))), Style.PROSE)
    assert prose[0].endswith("đã tổ chức Lễ kỷ niệm 20 năm. Kết quả như sau:")
    assert prose[-1].endswith("tổ chức Lễ kỷ niệm 20 năm./.")


def test_how_late_it_was_is_written_as_its_hours_are() -> None:
    """Two hours and a quarter: no `2h15` in the sentence of a paper that an office signs."""
    show = Record(agenda()).do("10:15:59", c.Start(sure=True)).do("10:50:00", c.End(sure=True))
    (course,) = (text for text in texts(paper(show.history), Style.PROSE) if text.startswith("Diễn biến"))
    assert "Bắt đầu lúc 10 giờ 15 phút (kế hoạch 08 giờ 00 phút, chậm 2 giờ 15 phút)" in course


def test_the_days_of_several_sessions_are_both_told() -> None:
    tomorrow = (at("08:00:00") + timedelta(days=1)).date()
    show = Record(two_days(), "13:00:00").do("14:00:00", c.Start()).do("14:13:00", c.Advance())
    show.do("08:01:00", c.Advance(), day=tomorrow).do("08:09:00", c.End(), day=tomorrow)
    (time,) = (text for text in texts(paper(show.history), Style.PROSE) if text.startswith("Thời gian"))
    assert time == (
        "Thời gian: từ 14 giờ 00 phút ngày 27 tháng 3 năm 2026 đến 08 giờ 09 phút ngày 28 tháng 3 năm 2026."
    )


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("words", [VI, EN])
def test_word_takes_them_as_they_are(kind: Kind, words: ReportTexts, tmp_path: Path) -> None:
    written = as_word_file(paper(whole_show().history, kind, words))
    path = tmp_path / "report.docx"
    path.write_bytes(written)
    assert complaints(path) == []
    document = docx.Document(io.BytesIO(written))
    assert conference().title in document.core_properties.title
