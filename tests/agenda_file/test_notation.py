"""Times, lengths, days and moments are read as people write them, and nothing else is taken for one."""

from __future__ import annotations

import contextlib
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.agenda_file.notation import (
    LONGEST,
    AfterTrack,
    NotationError,
    read_anchor,
    read_date,
    read_length,
    read_moment,
    read_time,
    write_anchor,
    write_date,
    write_length,
    write_time,
)
from runofshow.agenda_file.spoken_moments import spoken_anchor
from runofshow.core.agenda import AfterCue, AtStart, BeforeEnd, OnWord
from runofshow.texts import Language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7h30", time(7, 30)),
        ("07h30", time(7, 30)),
        ("7h30'", time(7, 30)),
        ("10h45’", time(10, 45)),
        ("07:30", time(7, 30)),
        ("7:05", time(7, 5)),
        ("7 giờ 30", time(7, 30)),
        ("7 giờ 30 phút", time(7, 30)),
        ("07 giờ 30 phút", time(7, 30)),
        ("7h", time(7)),
        ("8 giờ", time(8)),
        ("8h00", time(8)),
        ("8h5", time(8, 5)),
        ("7g30", time(7, 30)),
        ("7 giờ rưỡi", time(7, 30)),
        ("1:30 PM", time(13, 30)),
        ("12:15 am", time(0, 15)),
        ("0h00", time(0)),
        ("23h59", time(23, 59)),
        ("7\u00a0giờ 30", time(7, 30)),
        ("08:30:15", time(8, 30, 15)),
        ("08:30:15.5", time(8, 30, 15, 500_000)),
        ("7 GIỜ 30", time(7, 30)),
        ("7 gi\u01a1\u0300 30", time(7, 30)),
        ("7:30 SA", time(7, 30)),
        ("12:15 SA", time(0, 15)),
        ("1:30 CH", time(13, 30)),
        ("12:30 CH", time(12, 30)),
        ("7h30 sáng", time(7, 30)),
        ("0h30 sáng", time(0, 30)),
        ("12h00 trưa", time(12)),
        ("1h trưa", time(13)),
        ("1h30 chiều", time(13, 30)),
        ("13h30 chiều", time(13, 30)),
        ("7 giờ rưỡi tối", time(19, 30)),
        ("11h đêm", time(23)),
        ("12h đêm", time(0)),
        ("2h đêm", time(2)),
        ("24h00", time(0)),
        ("24:00", time(0)),
        ("7.30", time(7, 30)),
        ("8 giờ kém 10", time(7, 50)),
        ("0h kém 5 phút", time(23, 55)),
        ("khoảng 7h30", time(7, 30)),
        ("7h30 (dự kiến)", time(7, 30)),
        ("7:30SA", time(7, 30)),
        ("1h30chiều", time(13, 30)),
        ("7h30 (nếu kịp)", time(7, 30)),
    ],
)
def test_a_time_of_day_is_read_as_people_write_it(text: str, expected: time) -> None:
    assert read_time(text) == expected


@pytest.mark.parametrize(
    ("text", "code", "suggestion"),
    [
        ("2015 - 2020", "year_as_time", ""),
        ("(2015 – 2020)", "year_as_time", ""),
        ("2020", "year_as_time", ""),
        ("7h30 - 8h00", "time_range", "7h30"),
        ("7-9h", "time_range", ""),
        ("07:30 – 08:00", "time_range", "07:30"),
        ("24h01", "time_out_of_range", ""),
        ("7:30 SA - 8:00 SA", "time_range", "7:30 sa"),
        ("13:30 CH", "time_out_of_range", ""),
        ("15h sáng", "time_out_of_range", ""),
        ("8h trưa", "time_out_of_range", ""),
        ("13h đêm", "time_out_of_range", ""),
        ("0h30 chiều", "time_out_of_range", ""),
        ("7h60", "time_out_of_range", ""),
        ("13:30 PM", "time_out_of_range", ""),
        ("15 phút", "not_a_time", ""),
        ("sáng", "not_a_time", ""),
        ("", "not_a_time", ""),
        ("730", "not_a_time", ""),
        ("30/4", "not_a_time", ""),
        ("7h308h00", "not_a_time", ""),
        ("3 - 4 tham luận", "not_a_time", ""),
        ("34-CT/TW", "not_a_time", ""),
        ("7h30" + " " * 500 + "x", "not_a_time", ""),
        ("٧h30", "not_a_time", ""),
    ],
)
def test_what_is_no_time_of_day_is_refused_by_name(text: str, code: str, suggestion: str) -> None:
    with pytest.raises(NotationError) as refused:
        read_time(text)
    assert (refused.value.code, refused.value.suggestion) == (code, suggestion)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("15 phút", 900),
        ("15'", 900),
        ("15’", 900),
        ("15p", 900),
        ("15 min", 900),
        ("1h20", 4800),
        ("1h20'", 4800),
        ("1 giờ 20 phút", 4800),
        ("1 giờ 20", 4800),
        ("1h", 3600),
        ("2 tiếng", 7200),
        ("2 tiếng rưỡi", 9000),
        ("1,5 giờ", 5400),
        ("90s", 90),
        ("90 giây", 90),
        ("1'30", 90),
        ("1'30\"", 90),
        ("1’30”", 90),
        ("1 phút 30", 90),
        ("1 phút 30 giây", 90),
        ("30''", 30),
        ("0.5s", 0.5),
        ("khoảng 60 phút", 3600),
        ("nửa tiếng", 1800),
        ("nửa giờ", 1800),
        ("1/2 tiếng", 1800),
        ("một tiếng rưỡi", 5400),
        ("2 tiếng đồng hồ", 7200),
        ("10 phút/bài", 600),
        ("10' / người", 600),
        ("7 phút mỗi tham luận", 420),
        ("15 phút (dự kiến)", 900),
        ("45 phút (tối đa)", 2700),
        ("5 phút/đồng chí", 300),
        ("7' / một ý kiến", 420),
        ("một tiếng", 3600),
        ("hai giờ", 7200),
        ("half an hour", 1800),
        ("dự kiến 15 phút", 900),
        ("tối đa 10 phút", 600),
        ("45 phút (cả hỏi đáp)", 2700),
        ("~10'", 600),
        ("0s", 0),
        ("24h", 86400),
        ("0", 0),
    ],
)
def test_a_length_is_read_as_people_write_it(text: str, seconds: float) -> None:
    assert read_length(text) == timedelta(seconds=seconds)


def test_a_bare_number_is_minutes_only_where_that_is_allowed() -> None:
    assert read_length("15", bare_minutes=True) == timedelta(minutes=15)
    assert read_length("7,5", bare_minutes=True) == timedelta(minutes=7, seconds=30)
    with pytest.raises(NotationError) as refused:
        read_length("15")
    assert (refused.value.code, refused.value.suggestion) == ("bare_length", "15s")


@pytest.mark.parametrize(
    ("text", "code", "suggestion"),
    [
        ("07:30", "clock_as_length", "7'30"),
        ("01:02:03", "clock_as_length", ""),
        ("2015", "year_as_length", ""),
        ("(2015 - 2020)", "year_as_length", ""),
        ("60 - 90 phút", "length_range", ""),
        ("-5 phút", "negative_length", ""),
        ("25h", "length_too_long", ""),
        ("99999 phút", "length_too_long", ""),
        ("1/2 ngày", "not_a_length", ""),
        ("01 ngày", "not_a_length", ""),
        ("lâu", "not_a_length", ""),
        ("", "not_a_length", ""),
        ("5 6", "not_a_length", ""),
        ("1e9", "not_a_length", ""),
        ("9" * 400, "not_a_length", ""),
    ],
)
def test_what_is_no_length_is_refused_by_name(text: str, code: str, suggestion: str) -> None:
    with pytest.raises(NotationError) as refused:
        read_length(text, bare_minutes=True)
    assert (refused.value.code, refused.value.suggestion) == (code, suggestion)


@pytest.mark.parametrize(
    "text",
    [
        "27/3/2020",
        "27/03/2020",
        "27-3-2020",
        "27.3.2020",
        "2020-03-27",
        "27 tháng 3 năm 2020",
        "ngày 27 tháng 3, 2020",
    ],
)
def test_a_day_is_read_day_before_month(text: str) -> None:
    assert read_date(text) == date(2020, 3, 27)


@pytest.mark.parametrize(
    ("text", "code", "suggestion"),
    [
        ("3/27/2020", "no_such_day", "27/3/2020"),
        ("31/2/2020", "no_such_day", ""),
        ("29/2/2021", "no_such_day", ""),
        ("00/00/2020", "no_such_day", ""),
        ("27/3", "date_without_year", ""),
        ("27/3/20", "date_without_year", ""),
        ("tháng 11/2019", "month_as_date", ""),
        ("11/2019", "month_as_date", ""),
        ("2020", "month_as_date", ""),
        ("1/1/1800", "year_out_of_range", ""),
        ("1/1/9999", "year_out_of_range", ""),
        ("hôm nay", "not_a_date", ""),
        ("6-7/12/2015", "not_a_date", ""),
    ],
)
def test_what_is_no_day_is_refused_by_name(text: str, code: str, suggestion: str) -> None:
    with pytest.raises(NotationError) as refused:
        read_date(text)
    assert (refused.value.code, refused.value.suggestion) == (code, suggestion)


def test_a_cue_hangs_at_the_start_before_the_end_or_on_a_word() -> None:
    assert read_anchor("start") == AtStart()
    assert read_anchor("start + 90s") == AtStart(timedelta(seconds=90))
    assert read_anchor("start+1'") == AtStart(timedelta(minutes=1))
    assert read_anchor("end - 1'") == BeforeEnd(timedelta(minutes=1))
    assert read_anchor("end – 30 giây") == BeforeEnd(timedelta(seconds=30))
    assert read_anchor("end") == BeforeEnd(timedelta())
    assert read_anchor("word Chào cờ!") == OnWord("Chào cờ!")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hết nhạc", AfterTrack()),
        ("HẾT  NHẠC", AfterTrack()),
        ("he\u0302\u0301t nha\u0323c", AfterTrack()),
        ("after track", AfterTrack()),
        ("After Track", AfterTrack()),
        ("hết nhạc + 2s", AfterTrack(timedelta(seconds=2))),
        ("hết nhạc+1'30", AfterTrack(timedelta(seconds=90))),
        ("after track + 2 giây", AfterTrack(timedelta(seconds=2))),
        ("hết nhạc của chao-co.C3", AfterCue("chao-co.C3")),
        ("after track of m1.c2 + 2s", AfterCue("m1.c2", timedelta(seconds=2))),
        ("hết nhạc của -2s", AfterCue("-2s")),
        ("word hết nhạc", OnWord("hết nhạc")),
        ("end - 1'", BeforeEnd(timedelta(minutes=1))),
    ],
)
def test_a_cue_follows_a_track_in_either_language(text: str, expected: object) -> None:
    assert read_moment(text) == expected


def test_where_no_cues_are_written_a_follow_must_name_its_cue() -> None:
    assert read_anchor("hết nhạc của m1.c2 + 2s") == AfterCue("m1.c2", timedelta(seconds=2))
    with pytest.raises(NotationError) as refused:
        read_anchor("hết nhạc + 2s")
    assert refused.value.code == "anchor_without_cue"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("hết nhạc - 2s", "anchor_before_track_ends"),
        ("hết nhạc – 2s", "anchor_before_track_ends"),
        ("after track of m1.c2 - 2s", "anchor_before_track_ends"),
        ("hết nhạc + 2", "bare_length"),
        ("hết nhạc + lâu", "not_a_length"),
        ("hết nhạc của", "not_an_anchor"),
        ("hết nhạc của chào cờ", "not_an_anchor"),
        ("hết nhạc của " + "a" * 65, "not_an_anchor"),
        ("hết", "not_an_anchor"),
        ("start - 30s", "anchor_outside_item"),
        ("end + 30s", "anchor_outside_item"),
        ("word", "anchor_without_word"),
        ("giữa mục", "not_an_anchor"),
        ("start + 90", "bare_length"),
        ("start + lâu", "not_a_length"),
    ],
)
def test_what_is_no_moment_of_a_cue_is_refused_by_name(text: str, code: str) -> None:
    with pytest.raises(NotationError) as refused:
        read_anchor(text)
    assert refused.value.code == code


@given(st.times())
def test_every_written_time_reads_back(moment: time) -> None:
    assert read_time(write_time(moment)) == moment


@given(st.timedeltas(timedelta(), LONGEST))
def test_every_written_length_reads_back(length: timedelta) -> None:
    assert read_length(write_length(length)) == length


@given(st.integers(0, 86400))
def test_every_written_length_of_whole_seconds_reads_back(seconds: int) -> None:
    assert read_length(write_length(timedelta(seconds=seconds))) == timedelta(seconds=seconds)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_written_day_reads_back(day: date) -> None:
    assert read_date(write_date(day)) == day


@given(st.timedeltas(timedelta(), LONGEST))
def test_every_written_moment_reads_back(length: timedelta) -> None:
    for anchor in (AtStart(length), BeforeEnd(length), OnWord("Chào cờ!"), AfterCue("m1.c2", length)):
        assert read_anchor(write_anchor(anchor)) == anchor
        assert all(read_anchor(spoken_anchor(anchor, language)) == anchor for language in Language)
    assert read_moment(write_anchor(AfterTrack(length))) == AfterTrack(length)


def test_a_follow_is_written_in_vietnamese() -> None:
    assert write_anchor(AfterTrack(timedelta(seconds=2))) == "hết nhạc + 2s"
    assert write_anchor(AfterCue("m1.c2")) == "hết nhạc của m1.c2"


@given(st.text(max_size=120) | st.text("0123456789hgpms:'-/. \"ờgiphútừ", max_size=20))
def test_no_text_does_worse_than_be_refused(text: str) -> None:
    for read in (read_time, read_length, read_date, read_moment, read_anchor):
        with contextlib.suppress(NotationError):
            read(text)


def test_lengths_are_written_as_the_trade_writes_them() -> None:
    written = [write_length(timedelta(seconds=seconds)) for seconds in (45, 90, 900, 3600, 4800, 4805)]
    assert written == ["45s", "1'30", "15'", "1h", "1h20", "80'05"]


@pytest.mark.parametrize(
    ("anchor", "said"),
    [
        (AtStart(), "đầu mục"),
        (AtStart(timedelta(seconds=90)), "đầu mục + 90 giây"),
        (BeforeEnd(timedelta(minutes=1)), "cuối mục - 1 phút"),
        (BeforeEnd(timedelta(seconds=150)), "cuối mục - 2'30"),
        (OnWord("Chào cờ!"), "khi nghe Chào cờ!"),
    ],
)
def test_a_moment_is_said_in_vietnamese_and_read_so_too(
    anchor: AtStart | BeforeEnd | OnWord, said: str
) -> None:
    assert spoken_anchor(anchor, Language.VI) == said
    assert read_anchor(said) == anchor
