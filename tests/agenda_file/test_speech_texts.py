"""The text of a speech beside the agenda: read from what offices write, and each fault of it told."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from runofshow.agenda_file.complaint import complaint_line
from runofshow.agenda_file.reader import Reading, read_agenda, read_agenda_text, read_plan
from runofshow.agenda_file.writing import write_agenda
from runofshow.core.agenda import Item
from runofshow.core.speech.script import Passage, Speech, Written
from runofshow.office.reading_copy import paragraphs_of
from runofshow.texts import Language
from tests.agenda_file.given import HEAD, TODAY, TZ

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
LINE = "Kính thưa các đồng chí đại biểu về dự hội nghị tổng kết hôm nay, tôi xin trình bày"


def docx(path: Path, body: str, part: str = "word/document.xml") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(part, f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>")
    return path


def said(text: str, before: str = "", within: str = "") -> str:
    return f"<w:p>{before}<w:r>{within}<w:t>{text}</w:t></w:r></w:p>"


def agenda(folder: Path, file: str, more: str = "") -> Reading:
    path = folder / "agenda.yaml"
    text = f"{HEAD}items:\n- title: Báo cáo\n  kind: report\n  text: {file}\n{more}"
    path.write_text(text, encoding="utf-8")
    return read_agenda(path, tz=TZ, today=TODAY)


def item_of(reading: Reading) -> Item:
    assert reading.agenda is not None
    return reading.agenda.sessions[0].items[0]


def codes(reading: Reading) -> list[str]:
    return [each.code for each in reading.complaints if each.code.startswith(("text_", "speech_"))]


# What is read of a file


def test_a_word_file_has_its_paragraphs_on_the_pages_where_word_laid_them(tmp_path: Path) -> None:
    body = (
        said("Một")
        + said("hai ba", within="<w:lastRenderedPageBreak/>")
        + "<w:p><w:r><w:t>bốn</w:t><w:tab/><w:t>năm</w:t><w:br/><w:t>sáu</w:t></w:r>"
        '<w:r><w:br w:type="page"/><w:lastRenderedPageBreak/><w:t>bảy</w:t></w:r></w:p>'
        + said("tám", "<w:pPr><w:pageBreakBefore/></w:pPr>")
        + said("chín", '<w:pPr><w:pageBreakBefore w:val="0"/><w:sectPr/></w:pPr>')
        + said("mười", '<w:pPr><w:sectPr><w:type w:val="continuous"/></w:sectPr></w:pPr>')
        + said("mười<w:noBreakHyphen/>một")
    )
    found = paragraphs_of(docx(tmp_path / "a.docx", body).read_bytes())
    assert [(each.text, each.opens_page) for each in found] == [
        ("Một", False),
        ("hai ba", True),
        ("bốn năm sáu", False),
        ("bảy", True),
        ("tám", True),
        ("chín", False),
        ("mười", True),
        ("mười-một", False),
    ]


def test_what_is_deleted_hidden_or_in_a_box_is_not_read_aloud(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>Kính thưa</w:t></w:r><w:del><w:r><w:delText>cũ</w:delText><w:t>cũ</w:t></w:r></w:del>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:t> hội nghị</w:t></w:r>"
        "<w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>khung</w:t></w:r></w:p>"
        "</w:txbxContent></mc:Choice><mc:Fallback><w:p><w:r><w:t>khung</w:t></w:r></w:p></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p><w:tbl><w:tr><w:tc>" + said("trong ô") + "</w:tc></w:tr></w:tbl>"
    )
    found = paragraphs_of(docx(tmp_path / "a.docx", body).read_bytes())
    assert [each.text for each in found] == ["Kính thưa hội nghị", "trong ô"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_plain_text_goes_on_over_broken_lines_and_breaks_at_its_form_feeds(encoding: str) -> None:
    text = "Kính thưa\r\nhội nghị!\r\nMột câu\nbị ngắt.\n\n\fTrang hai\n\nđoạn cuối"
    assert paragraphs_of(text.encode(encoding)) == [
        Written("Kính thưa hội nghị!"),
        Written("Một câu bị ngắt."),
        Written("Trang hai", opens_page=True),
        Written("đoạn cuối"),
    ]


def test_a_text_is_counted_into_the_agenda_and_written_back_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "Bài đọc.txt").write_text(f"{LINE}\n\n{LINE}", encoding="utf-8")
    reading = agenda(tmp_path, "bài đọc.TXT", "  duration: 15s\n")
    (first, second) = [
        Passage(19, 1, head) for head in ("Kính thưa các đồng chí đại biểu về dự hội nghị tổng kết…",) * 2
    ]
    assert item_of(reading).speech == Speech("bài đọc.TXT", (first, second))
    assert codes(reading) == []
    assert reading.agenda is not None
    assert "text: bài đọc.TXT" in write_agenda(reading.agenda, tz=TZ, today=TODAY)


def test_one_that_was_changed_is_read_again(tmp_path: Path) -> None:
    found = []
    for count in (20, 40):
        (tmp_path / "a.txt").write_text("lời " * count, encoding="utf-8")
        speech = item_of(agenda(tmp_path, "a.txt")).speech
        found.append(speech and speech.syllables)
    assert found == [20, 40]


def test_without_a_folder_the_name_is_kept_and_nothing_told(tmp_path: Path) -> None:
    text = f"{HEAD}items:\n- title: Báo cáo\n  kind: report\n  text: a.txt\n"
    reading = read_agenda_text(text, "agenda.yaml", folder=None, tz=TZ, today=TODAY)
    assert (item_of(reading).speech, codes(reading)) == (Speech("a.txt"), [])


# What is wrong with it


def test_a_show_runs_without_a_text_that_is_not_there_and_check_says_which_was_meant(tmp_path: Path) -> None:
    (tmp_path / "bao-cao.txt").write_text(LINE, encoding="utf-8")
    reading = agenda(tmp_path, "bao-cap.txt")
    (told,) = [each for each in reading.complaints if each.code == "text_missing"]
    assert complaint_line(told, Language.VI).endswith(
        'agenda.yaml:6:9: lời khuyên: không tìm thấy bài "bao-cap.txt"; có phải ý bạn là "bao-cao.txt"?'
    )
    opened = read_plan(tmp_path / "agenda.yaml", tz=TZ, today=TODAY)
    assert item_of(opened).speech == Speech("bao-cap.txt")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "text_empty"),
        (b" \n\n", "text_empty"),
        (b"%PDF-1.7", "text_other_form"),
        (b"\xd0\xcf\x11\xe0" + bytes(100), "text_other_form"),
        (b"{\\rtf1}", "text_other_form"),
        (bytes(range(32)) * 9, "text_other_form"),
        (b"PK\x03\x04" + bytes(100), "text_damaged"),
        (b"a" * 10_000_001, "text_no_speech"),
        (b"a " * 60_001, "text_no_speech"),
    ],
    ids=["empty", "blank", "pdf", "doc", "rtf", "binary", "cut", "bytes", "words"],
)
def test_each_file_that_is_no_text_is_told(tmp_path: Path, content: bytes, code: str) -> None:
    (tmp_path / "a.docx").write_bytes(content)
    reading = agenda(tmp_path, "a.docx")
    assert (codes(reading), item_of(reading).speech) == ([code], Speech("a.docx"))


def test_an_archive_that_is_no_word_file_or_would_unpack_to_too_much_is_told(tmp_path: Path) -> None:
    docx(tmp_path / "sheet.docx", "", part="xl/workbook.xml")
    docx(tmp_path / "bomb.docx", "<w:p/>" * 2_100_000)
    docx(tmp_path / "type.docx", "")
    with zipfile.ZipFile(tmp_path / "type.docx", "w") as file:
        file.writestr("word/document.xml", '<!DOCTYPE a [<!ENTITY b "c">]><w:document/>')
    found = [codes(agenda(tmp_path, f"{name}.docx")) for name in ("sheet", "bomb", "type")]
    assert found == [["text_other_form"], ["text_no_speech"], ["text_damaged"]]


def test_a_folder_a_pipe_and_a_file_outside_the_folder_are_told(tmp_path: Path) -> None:
    home = tmp_path / "plan"
    (home / "folder").mkdir(parents=True)
    os.mkfifo(home / "pipe")
    (tmp_path / "beside.txt").write_text("lời " * 1700, encoding="utf-8")
    assert codes(agenda(home, "folder")) == ["text_no_file"]
    assert codes(agenda(home, "pipe")) == ["text_no_file"]
    assert codes(agenda(home, "../beside.txt", "  duration: 10'\n")) == ["text_elsewhere"]


def test_a_text_at_a_heading_is_told_for_no_part_uses_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LINE, encoding="utf-8")
    parts = "  parts:\n  - {title: A, kind: paper}\n  - {title: B, kind: paper}\n"
    assert codes(agenda(tmp_path, "a.txt", parts)) == ["text_of_heading"]


# The text against its time


@pytest.mark.parametrize(
    ("count", "duration", "told"),
    [
        (1700, "10'", None),
        # 4 pages take a brisk reader nine minutes: in eight they fit in the end
        (1700, "8'30\"", None),
        (1700, "7'", "đọc hết khoảng 9–11', mà mục chỉ có 7'; đề nghị rút bài còn khoảng 3 trang"),
        (1700, "20'", None),
        (1700, "25'", "bài của “Báo cáo” có 4 trang, đọc hết khoảng 9–11', mà mục dài 25'; xem đã"),
    ],
)
def test_pages_are_held_against_the_slot(tmp_path: Path, count: int, duration: str, told: str | None) -> None:
    (tmp_path / "a.txt").write_text("\n\n".join(["lời " * 100] * (count // 100)), encoding="utf-8")
    found = [
        complaint_line(each, Language.VI)
        for each in agenda(tmp_path, "a.txt", f"  duration: {duration}\n").complaints
        if each.code.startswith("speech_")
    ]
    assert [each for each in found if told is None or told not in each] == []
    assert bool(found) is (told is not None)


def test_an_item_of_which_the_text_is_a_part_may_be_longer(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("lời " * 425, encoding="utf-8")
    reading = agenda(tmp_path, "a.txt", "  also: [award]\n  duration: 20'\n")
    assert codes(reading) == ["speech_too_short"]
    path = tmp_path / "agenda.yaml"
    path.write_text(path.read_text("utf-8").replace("kind: report", "kind: introduction"), encoding="utf-8")
    assert codes(read_agenda(path, tz=TZ, today=TODAY)) == []
