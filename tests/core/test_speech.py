"""How long a text is when it is read aloud, its pages, and how fast who reads it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.core.speech.pace import (
    LEADERS,
    MC,
    REPORTS,
    Pace,
    PaceBy,
    is_read_out,
    learnt_pace,
    pace_of,
    rates_of,
    reading_time,
)
from runofshow.core.speech.script import (
    MOST_PASSAGES,
    MOST_SYLLABLES,
    Passage,
    Speech,
    TooLong,
    Written,
    head_of,
    speech_of,
)
from runofshow.core.speech.syllables import syllables

MINUTE = timedelta(minutes=1)

# Syllables, each as it is said aloud


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("nghiêng", "nghiêng"),
        ("Hội nghị tổng kết", "hội nghị tổng kết"),
        ("HỘI NGHỊ TỔNG KẾT", "hội nghị tổng kết"),
        ("Kontum, Internet", "kon tum in tơ net"),
        ("Êđê", "ê đê"),
        ("software", "soft ware"),
        ("UBND", "ủy ban nhân dân"),
        ("QĐ-UBND", "quyết định ủy ban nhân dân"),
        ("BHYT", "bảo hiểm y tế"),
        ("EVN", "e vi en"),
        ("TW", "trung ương"),
        ("ASEAN", "a sean"),
        ("XIII", "mười ba"),
        ("IX", "chín"),
        ("I.", "một"),
        ("0", "không"),
        ("05", "năm"),
        ("15", "mười lăm"),
        ("27", "hai mươi bảy"),
        ("30", "ba mươi"),
        ("105", "một trăm linh năm"),
        ("110", "một trăm mười"),
        ("2020", "hai nghìn không trăm hai mươi"),
        ("2005", "hai nghìn không trăm linh năm"),
        ("1.250.000", "một triệu hai trăm năm mươi nghìn"),
        ("1,250,000", "một triệu hai trăm năm mươi nghìn"),
        ("1.250,5", "một nghìn hai trăm năm mươi phẩy năm"),
        ("100.000.000.000", "một trăm tỷ"),
        ("0912345678", "không chín một hai ba bốn năm sáu bảy tám"),
        ("1234567890123", "một hai ba bốn năm sáu bảy tám chín không một hai ba"),
        ("12,5 %", "mười hai phẩy năm phần trăm"),
        ("27/3", "hai mươi bảy tháng ba"),
        ("2015 - 2020", "hai nghìn không trăm mười lăm đến hai nghìn không trăm hai mươi"),
        ("7h30", "bảy giờ ba mươi"),
        ("A & B", "a và b"),
        ("… – ***", ""),
        ("", ""),
    ],
)
def test_a_text_has_as_many_syllables_as_are_said(text: str, said: str) -> None:
    assert syllables(text) == len(said.split())


@given(st.integers(0, 10**12 - 1))
def test_a_number_is_said_in_as_many_syllables_however_it_is_grouped(number: int) -> None:
    assert syllables(str(number)) == syllables(f"{number:,}".replace(",", "."))


@given(st.text(), st.text())
def test_two_texts_together_have_what_both_have(one: str, other: str) -> None:
    assert syllables(f"{one}\n.\n{other}") == syllables(one) + syllables(other)


# Pages and passages


def paragraph(count: int, opens_page: bool = False) -> Written:
    return Written(" ".join(["lời"] * count), opens_page)


def pages(speech: Speech) -> list[tuple[int, int]]:
    return [(passage.page, passage.syllables) for passage in speech.passages]


def test_pages_are_those_of_the_file() -> None:
    speech = speech_of("a", [paragraph(200), paragraph(100), paragraph(300, opens_page=True), paragraph(50)])
    assert pages(speech) == [(1, 200), (1, 100), (2, 300), (2, 50)]
    assert (speech.pages, speech.syllables, speech.pages_reckoned) == (2, 650, False)


def test_a_text_without_breaks_has_a_page_for_each_425_syllables() -> None:
    speech = speech_of("a", [paragraph(300)] * 4)
    assert pages(speech) == [(1, 300), (1, 300), (2, 300), (3, 300)]
    assert speech.pages_reckoned


def test_a_page_that_no_sheet_holds_is_divided_and_those_behind_it_count_on() -> None:
    speech = speech_of("a", [paragraph(400), paragraph(400), paragraph(90, opens_page=True)])
    assert pages(speech) == [(1, 400), (1, 400), (3, 90)]


def test_a_short_line_stands_with_what_comes_after_it_on_its_page() -> None:
    speech = speech_of("a", [Written("Kính thưa hội nghị!"), paragraph(20), paragraph(3)])
    assert speech.passages == (
        Passage(24, 1, head_of(paragraph(20).text)),
        Passage(3, 1, "lời lời lời"),
    )


def test_what_is_on_the_paper_and_not_read_aloud_is_not_counted() -> None:
    speech = speech_of(
        "a",
        [
            Written("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
            Written("Độc lập - Tự do - Hạnh phúc", opens_page=True),
            Written("_____________"),
            paragraph(30),
            Written("Nơi nhận:"),
            paragraph(40),
        ],
    )
    assert pages(speech) == [(1, 30)]


def test_copies_to_inside_a_sentence_is_read() -> None:
    said = Written("Nơi nhận được nhiều đóng góp nhất của bà con trong năm qua là phường Ba Đình")
    assert speech_of("a", [said]).syllables == 17


def test_the_first_words_are_whole_words_in_a_line() -> None:
    assert head_of("Một  hai\nba.") == "Một hai ba."
    assert (
        head_of("Kính thưa các đồng chí, " * 4)
        == "Kính thưa các đồng chí, Kính thưa các đồng chí, Kính thưa…"
    )
    assert head_of("x" * 100) == "x" * 59 + "…"


def test_a_file_without_words_has_no_page() -> None:
    assert speech_of("a", []) == Speech("a")
    assert (Speech("a").pages, Speech("a").syllables) == (0, 0)


@pytest.mark.parametrize(
    "text", [[paragraph(1)] * (MOST_PASSAGES + 1), [paragraph(MOST_SYLLABLES + 1)]], ids=["lines", "words"]
)
def test_what_nobody_would_read_aloud_is_no_speech(text: list[Written]) -> None:
    with pytest.raises(TooLong):
        speech_of("a", text)


@given(st.lists(st.tuples(st.integers(0, 900), st.booleans()), max_size=30))
def test_nothing_is_lost_and_pages_only_go_up(drawn: list[tuple[int, bool]]) -> None:
    speech = speech_of("a", [paragraph(count, opens) for count, opens in drawn])
    assert speech.syllables == sum(count for count, _ in drawn)
    found = [passage.page for passage in speech.passages]
    assert found == sorted(found)
    assert not found or found[0] == 1


# How fast


def test_who_reads_a_report_is_brisker_than_a_leader() -> None:
    assert [rates_of(kind) for kind in ("report", "directive", "introduction")] == [REPORTS, LEADERS, MC]
    assert [is_read_out(kind) for kind in ("report", "directive", "introduction")] == [True, True, False]


@pytest.mark.parametrize(
    ("count", "minutes", "rates", "own", "pace"),
    [
        # seven minutes for 1,161 syllables: a tham luận that fits
        (1161, 7, REPORTS, None, Pace(1161 / 7, PaceBy.SLOT)),
        # four pages in seven minutes would be 243 a minute: told to read as briskly as people do
        (1700, 7, REPORTS, None, Pace(190, PaceBy.CUSTOM)),
        # a page in ten minutes: not 43 a minute
        (425, 10, LEADERS, None, Pace(120, PaceBy.CUSTOM)),
        # whoever has been heard reads as they do
        (1700, 7, REPORTS, 171.0, Pace(171.0, PaceBy.OWN)),
    ],
)
def test_a_pace_is_ones_own_else_that_of_the_slot_where_people_read_so(
    count: int, minutes: int, rates: object, own: float | None, pace: Pace
) -> None:
    assert isinstance(rates, type(MC))
    assert pace_of(count, minutes * MINUTE, rates, own) == pace


def test_a_page_takes_two_and_a_half_minutes_or_three() -> None:
    assert timedelta(seconds=134) < reading_time(425, REPORTS.brisk) < reading_time(425, MC.slow)
    assert reading_time(425, MC.slow) < timedelta(seconds=183)


def test_takes_teach_a_pace_and_a_broken_one_teaches_nothing() -> None:
    takes = [(1700, 10 * MINUTE), (1700, 2 * MINUTE), (640, 4 * MINUTE), (1700, 60 * MINUTE)]
    assert learnt_pace(takes) == 165
    assert learnt_pace([(1700, 2 * MINUTE), (1700, timedelta())]) is None
