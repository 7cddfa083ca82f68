"""The cards of a web page give their headings as items, with the time that stands beneath each."""

from __future__ import annotations

from runofshow.documents.draft import Draft
from runofshow.documents.finding.find import draft_of
from runofshow.documents.reading.opening import read_bytes
from tests.documents.finding.test_find import lines

CARDS = (
    ("Đón bạn bè", "7h00 - 7h30", "Nhạc vui ở sân trường."),
    ("Văn nghệ chào mừng", "7h30 - 8h00", "Tốp ca của lớp Sen Hồng biểu diễn."),
    ("Khai mạc", "8h00 - 8h10", "Trưởng ban liên lạc phát biểu khai mạc."),
    ("Tri ân thầy cô", "8h10 - 8h40", "Tặng hoa các thầy cô đã nghỉ."),
)


def page(*behind: str) -> Draft:
    cards = "".join(f"<div><h3>{name}</h3><span>{at}</span><p>{told}</p></div>" for name, at, told in CARDS)
    html = f"<html><body><h1>Ngày gặp mặt</h1><h2>Chương trình</h2>{cards}{''.join(behind)}</body></html>"
    return draft_of(read_bytes(html.encode(), "gap-mat.html"))


def test_the_time_beneath_a_heading_is_its_own_and_the_sentence_no_item() -> None:
    assert lines(page()) == [
        "07:00-07:30 Đón bạn bè",
        "07:30-08:00 Văn nghệ chào mừng",
        "08:00-08:10 Khai mạc",
        "08:10-08:40 Tri ân thầy cô",
    ]


def test_headings_behind_the_last_card_end_the_programme() -> None:
    given = page("<h2>Bản đồ</h2><p>Đi theo đường Hoa Sữa.</p><h3>Trường Sen Hồng</h3><p>Khóa 12</p>")
    assert lines(given) == lines(page())
