"""What the report says: planned against actual, who added time, how punctual the cues were."""

from __future__ import annotations

import json
from datetime import UTC, timedelta
from itertools import takewhile

import pytest

from runofshow.core import commands as c
from runofshow.core.agenda import Agenda, Item, Role, Session
from runofshow.core.history import History
from runofshow.core.value import replace
from runofshow.paper.markdown import as_markdown
from runofshow.paper.page import as_page
from runofshow.paper.plain import printable
from runofshow.paper.sheet import Cell, Facts, Level, Paragraph, Run, Style, Table, Tone, paragraph
from runofshow.report import as_figures
from runofshow.report.annex import tables
from runofshow.report.chapters import chapters
from runofshow.report.notation import (
    days,
    difference,
    fine,
    hour,
    hour_to_second,
    lateness,
    length,
    planned_hour,
    spelled,
)
from runofshow.report.overview import overview
from runofshow.report.reckoning.digest import (
    additions,
    began_late,
    biggest_differences,
    ended_late,
    planned_end,
    punctuality,
    totals,
)
from runofshow.report.section import Section
from runofshow.report.summary import general, summary
from runofshow.texts.report import EN, VI, ReportTexts
from tests.core.shows import change_first
from tests.report.calling import (
    HALL,
    Record,
    account_of,
    at,
    conference,
    minutes,
    ninh_hoa,
    two_days,
    whole_show,
)


def sections(history: History, words: ReportTexts = EN) -> dict[str, Section]:
    account = account_of(history, HALL, words)
    every = (summary(account), general(account), *chapters(account), *tables(account))
    return {section.title: section for section in every}


def facts(history: History, words: ReportTexts = EN) -> dict[str, tuple[str, list[str]]]:
    """The value and the notes of each figure of the summary."""
    (found,) = (block for block in sections(history, words)[words.summary].blocks if isinstance(block, Facts))
    return {fact.name: (text_of(fact.value), [note.text for note in fact.notes]) for fact in found.facts}


def lines_under(history: History, name: str, words: ReportTexts = EN) -> list[str]:
    """The short list of the summary under that name."""
    blocks = sections(history, words)[words.summary].blocks
    told = [text_of(block.runs) for block in blocks if isinstance(block, Paragraph)]
    found = told[told.index(name) + 1 :]
    return [line.removeprefix("- ") for line in takewhile(lambda line: line.startswith("- "), found)]


def table(history: History, title: str) -> Table:
    return all_tables(history)[title]


def all_tables(history: History) -> dict[str, Table]:
    blocks = (block for section in sections(history).values() for block in section.blocks)
    return {block.name: block for block in blocks if isinstance(block, Table)}


def text_of(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)


def first_line(cell: Cell) -> str:
    return text_of(cell.lines[0]) if cell.lines else ""


def texts(history: History, title: str) -> list[list[str]]:
    return [[first_line(cell) for cell in row.cells] for row in table(history, title).rows]


def item_texts(history: History) -> list[list[str]]:
    """Number, title, start planned and actual, off by, length planned and actual, longer by, added."""
    found = []
    for row in table(history, EN.items).rows:
        number, title, starts, off, lengths, longer = (
            row.cells if len(row.cells) > 1 else (*row.cells, *[Cell()] * 5)
        )
        pairs = [[text_of(line) for line in cell.lines] or ["", ""] for cell in (starts, lengths)]
        added = text_of(longer.lines[1]).removeprefix(f"{EN.added} ") if len(longer.lines) > 1 else ""
        found.append(
            [
                first_line(number),
                first_line(title),
                *pairs[0],
                first_line(off),
                *pairs[1],
                first_line(longer),
                added,
            ]
        )
    return found


def item_line(history: History, number: str) -> list[str]:
    return next(line for line in item_texts(history) if line[0] == number)


def remarks(history: History, number: str) -> list[str]:
    row = next(row for row in table(history, EN.items).rows if first_line(row.cells[0]) == number)
    return [text_of(line) for line in row.cells[1].lines[1:]]


def general_lines(history: History) -> list[str]:
    blocks = sections(history)[EN.general].blocks
    return [text_of(block.runs) for block in blocks if isinstance(block, Paragraph)]


def head_of(history: History, words: ReportTexts) -> dict[Style, str]:
    """What stands at the head of the paper, up to the first figures."""
    blocks = takewhile(
        lambda block: isinstance(block, Paragraph), overview(account_of(history, HALL, words)).blocks
    )
    return {block.style: text_of(block.runs) for block in blocks if isinstance(block, Paragraph)}


def test_a_chairman_reads_begin_and_end_against_the_plan_at_the_top() -> None:
    assert facts(whole_show().history, VI) == {
        "Bắt đầu": ("08:02", ["kế hoạch 08:00", "chậm 2 phút"]),
        "Kết thúc": ("09:02", ["kế hoạch 08:55", "chậm 7 phút", "quá hạn 09:00 là 2 phút 30 giây"]),
        "Thời lượng": ("1:00:30", ["kế hoạch 55:00", "+5:30"]),
        "Số mục đã thực hiện": ("5/5", ["chèn thêm 1"]),
    }


def test_the_three_biggest_differences_come_largest_first() -> None:
    biggest = biggest_differences(whole_show().history)
    assert [(item.row.number, item.difference) for item in biggest] == [
        ("4", timedelta(minutes=3, seconds=30)),
        ("3", timedelta(seconds=50)),
        ("1.2", timedelta(seconds=10)),
    ]
    lines = lines_under(whole_show().history, "Ba chênh lệch lớn nhất về thời lượng", VI)
    assert len(lines) == 3
    assert lines[0] == "Mục 4, Bế mạc: +3 phút 30 giây (kế hoạch 10 phút, thực tế 13 phút 30 giây)"


def test_a_shorter_item_counts_as_much_as_a_longer_one() -> None:
    show = Record(conference()).do("08:00:00", c.Start()).do("08:07:00", c.Advance())
    show.do("08:16:00", c.End())
    biggest = biggest_differences(show.history)
    assert [(item.row.number, item.difference) for item in biggest] == [
        ("1.1", -minutes(5)),
        ("1.2", minutes(1)),
    ]


def test_a_show_that_kept_its_lengths_says_so() -> None:
    show = Record(conference()).do("08:00:00", c.Start()).do("08:12:00", c.Advance()).do("08:20:00", c.End())
    assert lines_under(show.history, EN.biggest) == ["No item differed in length from the plan."]


def test_every_item_and_part_has_planned_and_actual() -> None:
    history = whole_show().history
    assert item_texts(history) == [
        ["1", "Văn nghệ chào mừng", "08:00", "08:02:00", "+2:00", "~20:00", "20:10", "+0:10", ""],
        ["1.1", "Múa: Mùa xuân", "08:00", "08:02:00", "+2:00", "12:00", "12:00", "0:00", ""],
        ["1.2", "Đơn ca", "08:12", "08:14:00", "+2:00", "~8:00", "8:10", "+0:10", ""],
        ["2", "Chào cờ", "08:20", "08:22:10", "+2:10", "5:00", "5:00", "0:00", ""],
        ["2a", "Phút mặc niệm", "–", "08:27:10", "–", "–", "1:00", "–", ""],
        ["3", "Báo cáo tổng kết", "08:25", "08:28:10", "+3:10", "20:00", "20:50", "+0:50", "+3:00"],
        ["4", "Bế mạc", "08:45", "08:49:00", "+4:00", "10:00", "13:30", "+3:30", ""],
        ["", "Total", "", "", "", "55:00", "1:00:30", "+5:30", "+3:00"],
    ]
    levels = [row.level for row in table(history, EN.items).rows]
    assert levels[:4] == [Level.HEADING, Level.PART, Level.PART, Level.LINE]
    assert levels[-1] is Level.TOTAL


def test_what_is_unusual_about_an_item_stands_under_its_title() -> None:
    history = whole_show().history
    assert remarks(history, "1") == ["Trung tâm Văn hóa"]
    assert remarks(history, "2a") == ["Inserted"]
    assert remarks(history, "3") == ["Unassigned", "Held for 2:10"]


def test_skipped_and_moved_items_say_so_and_one_moved_back_does_not() -> None:
    show = Record(conference()).do("08:00:00", c.Start())
    show.do("08:01:00", c.Move("m4", "m3")).do("08:02:00", c.Skip("m3"))
    assert remarks(show.history, "4") == ["Chủ tịch UBND", "Not run · Moved"]
    assert remarks(show.history, "3") == ["Unassigned", "Skipped"]
    numbers = [line[0] for line in texts(show.history, EN.items)]
    assert numbers == ["1", "1.1", "1.2", "2", "4", "3", ""]
    show.do("08:03:00", c.Move("m4", None))
    assert remarks(show.history, "4") == ["Chủ tịch UBND", "Not run"]


def test_sums_count_items_that_run_and_not_their_headings() -> None:
    sums = totals(whole_show().history)
    assert (sums.planned_count, sums.done_count, sums.skipped_count, sums.inserted_count) == (5, 5, 0, 1)
    assert (sums.planned, sums.actual) == (minutes(55), minutes(60.5))
    assert (sums.added, sums.held) == (minutes(3), timedelta(minutes=2, seconds=10))


def test_who_added_time_is_named_and_what_was_taken_back_marked() -> None:
    history = whole_show().history
    assert texts(history, EN.additions) == [
        ["08:30:00", "3. Báo cáo tổng kết", "Stage manager", "+3:00"],
        ["08:31:00", "3. Báo cáo tổng kết", "Stage manager", "+5:00"],
        ["08:31:04", "3. Báo cáo tổng kết", "Stage manager", "−5:00"],
    ]
    assert table(history, EN.additions).rows[-1].cells[-1].lines[1] == (
        Run(EN.taken_back_mark, tone=Tone.QUIET, small=True),
    )
    assert len(additions(history)) == 3


def test_cue_punctuality_is_the_median_and_the_worst_with_the_missed_named() -> None:
    calls = punctuality(whole_show().history)
    assert (calls.all, calls.gone, calls.measured, calls.stood_down) == (5, 4, 3, 0)
    assert calls.median == timedelta(seconds=2)
    assert calls.worst is not None
    assert (calls.worst.cue_id, calls.worst.off_by) == ("flag.off", timedelta(seconds=4))
    assert [cue.cue_id for cue in calls.missed] == ["rep.tray"]
    missed = lines_under(whole_show().history, EN.cues_missed_line)
    assert missed == ["Ushers: Nước cho diễn giả (item 3)"]


def test_a_cue_called_early_is_off_by_as_much_as_one_called_late() -> None:
    show = Record(conference()).do("08:00:00", c.Start()).do("08:12:00", c.Advance())
    show.do("08:19:50", c.Go("flag.mc")).do("08:20:00", c.Advance()).do("08:25:00", c.Advance())
    show.do("08:25:01").do("08:29:30", c.Go("rep.tray")).do("08:40:00", c.Hold())
    off = {cue.cue_id: cue.off_by for cue in show.history.cues}
    assert off["flag.mc"] == timedelta(seconds=-10)
    assert off["rep.tray"] == timedelta(seconds=-30)
    assert off["flag.anthem"] is None
    calls = punctuality(show.history)
    assert calls.worst is not None
    assert calls.worst.cue_id == "rep.tray"


def test_a_cue_called_the_very_moment_its_item_starts_is_measured_though_no_tick_saw_it() -> None:
    show = Record(conference()).do("08:00:00", c.Start()).do("08:12:00", c.Advance())
    show.do("08:20:00", c.Advance(), c.Go("flag.mc"))
    assert next(cue.off_by for cue in show.history.cues if cue.cue_id == "flag.mc") == timedelta()


def test_each_cue_has_its_moment_its_call_and_the_answer() -> None:
    assert texts(whole_show().history, EN.cues) == [
        ["2", "MC", "Mời đại biểu đứng dậy", "08:22:10", "08:22:12", "+2.0 s", "5.0 s", "called"],
        ["2", "Music", "Quốc ca", "–", "08:23:00", "–", "–", "called"],
        ["2", "Music", "Dừng nhạc", "08:26:40", "08:26:44", "+4.0 s", "–", "called"],
        ["3", "Music", "Nhạc mời lên", "08:28:10", "08:28:11", "+1.0 s", "–", "called"],
        ["3", "Ushers", "Nước cho diễn giả", "08:33:10", "–", "–", "–", "MISSED"],
    ]


def test_a_show_without_cues_measures_none() -> None:
    only = Item("m1", "1", "Bế mạc", "closing", minutes(5))
    show = Record(Agenda("Hội nghị", (Session("s1", "", at("08:00:00"), items=(only,)),)))
    history = show.do("08:00:00", c.Start()).do("08:05:00", c.End()).history
    calls = punctuality(history)
    assert (calls.median, calls.worst, calls.missed) == (None, None, ())
    assert sections(history)[EN.cues].blocks == ()


def test_holds_notes_calls_taken_back_alarms_and_messages_are_all_there() -> None:
    history = whole_show().history
    assert texts(history, EN.pauses) == [["08:40:00", "08:42:10", "2:10", "3. Báo cáo tổng kết"]]
    assert texts(history, EN.notes) == [["08:10:00", "Micro bục số 2 mất tiếng", "1.1. Múa: Mùa xuân"]]
    assert texts(history, EN.taken_back) == [["08:31:04", "Time changed", "Stage manager", "–"]]
    assert texts(history, EN.alarms) == [["09:01:30", "The machine slept for 1:15"]]
    assert texts(history, EN.messages) == [["08:43:00", "Stage manager", "MC", "Mời Chủ tịch lên"]]


def test_the_report_says_who_took_over_and_what_was_written_apart() -> None:
    show = Record(conference()).do("08:00:00", c.Start())
    assert EN.consoles not in sections(show.history)
    apart = c.KeepBranch("Laptop 1", 0, show.entries[-1].at, ("x", "y"))
    show.do("08:01:00", c.TakeOver(1, "Laptop 2"), by="console").do("08:02:00", apart, by="console")
    assert texts(show.history, EN.consoles) == [
        ["08:01:00", "Laptop 2", EN.took_over],
        ["08:00:00", "Laptop 1", "began to write apart: 2 lines, kept in the journal"],
    ]
    assert json.loads(as_figures(show.history, HALL))["consoles"] == [
        {"at": "2026-03-27T08:01:00.000+07:00", "who": "Laptop 2", "term": 1, "lines": None},
        {"at": "2026-03-27T08:00:00.000+07:00", "who": "Laptop 1", "term": 0, "lines": 2},
    ]


def test_the_report_says_when_a_call_taken_back_was_made_again() -> None:
    show = Record(conference()).do("08:00:00", c.Start()).do("08:01:00", c.AddTime(minutes(2)))
    show.do("08:02:00", c.Undo()).do("08:03:10", c.Redo())
    history = show.history
    assert texts(history, EN.taken_back) == [["08:02:00", "Time changed", "Stage manager", "08:03:10"]]
    rows = table(history, EN.additions).rows
    marks = [[text_of(line) for line in row.cells[-1].lines[1:]] for row in rows]
    assert marks == [[], [EN.taken_back_mark], [EN.made_again_mark]]
    (told,) = json.loads(as_figures(history, HALL))["taken_back"]
    assert told["again_at"].endswith("T08:03:10.000+07:00")
    for words in (EN, VI):
        for form in (as_markdown, as_page):
            written = form(overview(account_of(history, HALL, words)))
            assert words.again in written
            assert words.made_again_mark in written


def test_the_report_says_when_a_message_was_read() -> None:
    show = Record(conference()).do("08:00:00", c.Start(), c.SendMessage(Role.SPEAKER, "Còn 5 phút"))
    show.do("08:00:20", c.AnswerMessage("t1"), by="speaker")
    ((_, _, _, text),) = texts(show.history, EN.messages)
    assert text == "Còn 5 phút  ✓ 08:00:20"


def test_the_votes_have_their_own_table_and_no_section_where_none_was_counted() -> None:
    plan = change_first(conference(), lambda acts: replace(acts, parts=(), kind="vote", title="Thông qua"))
    show = Record(plan).do("08:00:00", c.Start())
    assert EN.votes not in all_tables(show.history)
    show.do("08:05:00", c.CountVote(None, 147)).do("08:06:00", c.CountVote("m1", 148, 2))
    assert texts(show.history, EN.votes) == [["1", "Thông qua", "148", "2", "0"]]
    show.do("08:07:00", c.Undo())
    assert texts(show.history, EN.votes) == [["1", "Thông qua", "147", "0", "0"]]
    assert texts(show.history, EN.taken_back)[0][1].casefold() == EN.calls.vote
    assert "| 1 | Thông qua | 147 | 0 | 0 |" in as_markdown(overview(account_of(show.history, HALL, VI)))
    (first, *rest) = json.loads(as_figures(show.history, HALL))["items"]
    assert first["vote"] == {"in_favour": 147, "against": 0, "other": 0}
    assert {item["vote"] for item in rest} == {None}


def test_a_hold_that_was_a_slip_never_was_and_a_resume_that_was_a_slip_goes_on() -> None:
    show = Record(conference()).do("08:00:00", c.Start())
    show.do("08:01:00", c.Hold()).do("08:01:05", c.Undo())
    assert show.history.pauses == ()
    show.do("08:02:00", c.Hold()).do("08:03:00", c.Resume()).do("08:03:05", c.Undo())
    assert texts(show.history, EN.pauses) == [["08:02:00", EN.pause_open, "1:05", "1.1. Múa: Mùa xuân"]]
    show.do("08:04:00", c.Resume())
    assert texts(show.history, EN.pauses)[0][1:3] == ["08:04:00", "2:00"]


def test_a_clock_put_right_by_hand_is_in_the_record_with_its_sign() -> None:
    show = whole_show()
    show.do("09:03:00", c.ReportClock(c.ClockFault.STEPPED, -minutes(2)), c.CorrectClock(minutes(2)))
    assert [line[1] for line in texts(show.history, EN.alarms)][1:] == [
        "The machine's clock jumped by −2:00",
        "The stage manager corrected the clock by +2:00",
    ]


def test_what_never_happened_is_said_to_be_none() -> None:
    show = Record(conference()).do("08:00:00", c.Start()).do("08:05:00", c.End())
    last = overview(account_of(show.history, HALL, EN)).blocks[-1]
    assert isinstance(last, Paragraph)
    quiet = [EN.additions, EN.pauses, EN.notes, EN.taken_back, EN.alarms, EN.messages]
    assert text_of(last.runs) == f"None: {'; '.join(quiet)}."


def test_a_record_that_stops_says_when_and_compares_no_totals() -> None:
    show = Record(conference()).do("08:00:00", c.Start()).do("08:05:30", c.Hold())
    told = head_of(show.history, EN)[Style.BODY]
    assert told == "The journal stops at 08:05:30; the show was not ended. Figures are as of then."
    assert [value for value, _ in facts(show.history).values()] == ["08:00", "not ended", "0/5"]
    assert item_line(show.history, "")[-2] == "–"
    assert remarks(show.history, "1.1") == ["Running when the journal stops"]
    assert remarks(show.history, "2") == ["Not run"]
    assert texts(show.history, EN.pauses)[0][1] == EN.pause_open


def test_a_show_that_never_started_is_reported_without_a_start() -> None:
    history = Record(conference()).history
    assert head_of(history, EN)[Style.BODY] == "Never started: no item has run."
    assert facts(history)["Began"][0] == "not begun"
    assert (began_late(history), ended_late(history)) == (None, None)
    assert item_line(history, "1.1")[2:5] == ["08:00", "–", "–"]


def test_an_ended_live_show_has_neither_warning_nor_mark() -> None:
    assert not {Style.MARK, Style.BODY} & head_of(whole_show().history, VI).keys()
    assert overview(account_of(whole_show().history, HALL, VI)).mark == ""


def test_a_rehearsal_is_marked_with_its_speed() -> None:
    lines = head_of(whole_show(c.Mode.REHEARSAL, 2).history, VI)[Style.MARK].split("\n")
    assert (lines[0], lines[-1]) == ("TẬP DUYỆT", "Thời gian chạy nhanh 2 lần.")
    assert len(head_of(whole_show(c.Mode.REHEARSAL).history, VI)[Style.MARK].split("\n")) == 2


def test_sessions_are_compared_one_by_one_and_the_nights_are_not_counted() -> None:
    tomorrow = (at("08:00:00") + timedelta(days=1)).date()
    show = Record(two_days(), "13:00:00").do("14:00:00", c.Start()).do("14:13:00", c.Advance())
    show.do("08:01:00", c.Advance(), day=tomorrow).do("08:09:00", c.End(), day=tomorrow)
    history = show.history
    assert texts(history, EN.sessions) == [
        ["Ngày thứ nhất", "14:00 – 14:10", "14:00 – 14:13", "on time", "3 min late", "14:30"],
        ["Ngày thứ hai", "08:00 – 08:10", "08:01 – 08:09", "1 min late", "1 min early", "–"],
    ]
    assert list(facts(history)) == ["Began", "Ended", "Items done"]
    assert planned_end(history) == at("08:10:00") + timedelta(days=1)
    assert ended_late(history) == -minutes(1)
    headings = [row for row in table(history, EN.items).rows if row.level is Level.SESSION]
    assert [first_line(row.cells[0]) for row in headings] == [
        "Ngày thứ nhất · 27/3/2026",
        "Ngày thứ hai · 28/3/2026",
    ]
    assert "Date: 27/3/2026 – 28/3/2026" in general_lines(history)


def test_a_moment_on_another_day_than_the_first_carries_its_day() -> None:
    tomorrow = (at("08:00:00") + timedelta(days=1)).date()
    show = Record(two_days(), "13:00:00").do("14:00:00", c.Start()).do("14:13:00", c.Advance())
    show.do("07:30:00", c.TakeNote("mất điện"), day=tomorrow)
    assert texts(show.history, EN.notes)[0] == ["28/3 07:30:00", "mất điện", "–"]
    assert texts(show.history, EN.sessions)[1][2:5] == ["–", "not begun", "not ended"]


def test_hours_are_those_of_the_zone_that_is_asked_for() -> None:
    assert "08:02:00" in as_markdown(overview(account_of(whole_show().history, HALL, EN)))
    assert "01:02:00" in as_markdown(overview(account_of(whole_show().history, UTC, EN)))


def test_the_report_of_ninh_hoa_has_every_line_of_its_plan() -> None:
    agenda = ninh_hoa()
    history = Record(agenda).do("08:00:00", c.Start()).history
    rows = [item for head in agenda.sessions[0].items for item in (head, *head.parts)]
    assert [line[:2] for line in texts(history, EN.items)[:-1]] == [[row.number, row.title] for row in rows]
    assert any("Unassigned" in remarks(history, row.number) for row in rows)


def test_a_name_that_this_version_does_not_know_stays_as_the_record_has_it() -> None:
    assert VI.who_is("clock") == "Đồng hồ (tự động)"
    assert VI.who_is("mc") == "MC"
    assert VI.who_is("bridge") == "bridge"
    assert VI.call_name("teleport") == "Teleport"
    assert VI.alarm_line("flooded", "1:00") == "flooded"


@pytest.mark.parametrize(
    ("seconds", "written", "off"),
    [
        (None, "–", "–"),
        (0, "0:00", "0:00"),
        (0.4, "0:00", "0:00"),
        (-0.4, "0:00", "0:00"),
        (7, "0:07", "+0:07"),
        (-30, "−0:30", "−0:30"),
        (151, "2:31", "+2:31"),
        (3600, "1:00:00", "+1:00:00"),
        (-4027, "−1:07:07", "−1:07:07"),
    ],
)
def test_lengths_are_minutes_and_seconds_and_differences_carry_their_sign(
    seconds: float | None, written: str, off: str
) -> None:
    span = None if seconds is None else timedelta(seconds=seconds)
    assert (length(span), difference(span)) == (written, off)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(119, "chậm 1 phút"), (59.9, "đúng giờ"), (0, "đúng giờ"), (-59, "đúng giờ"), (-60, "sớm 1 phút")],
)
def test_lateness_is_told_in_whole_minutes(seconds: float, words: str) -> None:
    assert lateness(timedelta(seconds=seconds), VI) == words


@pytest.mark.parametrize(
    ("seconds", "words"), [(0.44, "+0,4 giây"), (0.04, "0,0 giây"), (-2.5, "−2,5 giây"), (72, "+1:12")]
)
def test_a_cue_is_measured_in_tenths_of_a_second(seconds: float, words: str) -> None:
    assert fine(timedelta(seconds=seconds), VI) == words
    assert fine(None, VI) == "–"


def test_a_planned_hour_has_seconds_only_where_the_plan_has_them() -> None:
    assert planned_hour(at("08:06:00"), HALL) == "08:06"
    assert planned_hour(at("08:06:40"), HALL) == "08:06:40"
    assert planned_hour(None, HALL) == "–"


def test_an_unknown_hour_is_a_dash() -> None:
    assert (hour(None, HALL), hour_to_second(None, HALL)) == ("–", "–")
    assert days(at("08:00:00"), at("09:00:00"), HALL) == "27/3/2026"


def test_text_keeps_its_letters_and_loses_what_a_terminal_obeys() -> None:
    assert printable("Nguyễn\tVăn\r\nA\u2028B") == "Nguyễn Văn\nA\nB"
    assert printable("\x1b[2J\x9b\u202eđảo\ud800\x00") == "[2Jđảo"
    assert printable("👩\u200d⚕️") == "👩\u200d⚕️"


def test_an_empty_organiser_and_venue_are_left_out() -> None:
    bare = replace(conference(), organiser="", venue="")
    assert general_lines(Record(bare).history) == ["Date: 27/3/2026"]


def test_an_agenda_without_items_still_has_a_report() -> None:
    empty = Agenda("Hội nghị", (Session("s1", "", at("08:00:00")),))
    history = Record(empty).history
    assert sections(history)[EN.items].blocks == (paragraph("The agenda has no items."),)
    assert facts(history)["Began"][1] == ["planned 08:00"]


@pytest.mark.parametrize(
    ("seconds", "told"),
    [(0, "0 phút"), (45, "45 giây"), (1200, "20 phút"), (4775, "1 giờ 19 phút 35 giây"), (-3600, "−1 giờ")],
)
def test_a_sentence_spells_a_length_which_might_be_read_as_an_hour(seconds: int, told: str) -> None:
    assert spelled(timedelta(seconds=seconds), VI) == told
