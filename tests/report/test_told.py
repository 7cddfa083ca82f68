"""What came of a show as people read it: incidents, awards, decisions, lessons, answers, rehearsals."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, timedelta

from runofshow.core import commands as c
from runofshow.core import sound_events as s
from runofshow.core.agenda import Duty
from runofshow.core.history import History, history
from runofshow.core.joins import Link
from runofshow.core.notices import NoteKind
from runofshow.core.proposals.changes import EditItem
from runofshow.core.recovery.changes import Drop, Shorten
from runofshow.core.value import replace
from runofshow.paper.sheet import Block, Cell, Chart, Level, Paragraph, Table
from runofshow.report import Account, as_figures, overview
from runofshow.report.advice import advice
from runofshow.report.answers import answers
from runofshow.report.awards import award_lists, awards
from runofshow.report.chapters import duties as duties_told
from runofshow.report.decisions import decisions
from runofshow.report.faults import ROOM, faults
from runofshow.report.links import links
from runofshow.report.record import notes
from runofshow.report.section import Section
from runofshow.report.takes import takes
from runofshow.texts.outcome import VI as OUTCOME
from runofshow.texts.report import EN, VI
from tests.core.ceremony import three_batches
from tests.core.shows import Stage, heading, item, two_sessions
from tests.core.shows import agenda as plan_of
from tests.core.sounds import ELSEWHERE, died, hall, tell
from tests.report.calling import HALL, Record, account_of, at, conference, minutes, whole_show, with_titles
from tests.report.reckoning.test_outcome import called, given, rehearsed, show_of, slow_show


def account(told: History, *rehearsals: History) -> Account:
    return replace(account_of(told, HALL, VI), rehearsals=rehearsals)


def lines(blocks: Iterable[Block]) -> list[str]:
    """The paragraphs."""
    return ["".join(run.text for run in one.runs) for one in blocks if isinstance(one, Paragraph)]


def table(section: Section | Iterable[Block], place: int = 0) -> list[list[str]]:
    """The rows of a table: the lines of a cell are parted by `/`."""
    blocks = section.blocks if isinstance(section, Section) else section
    found = [one for one in blocks if isinstance(one, Table)][place]
    return [[said(cell) for cell in row.cells] for row in found.rows]


def said(cell: Cell) -> str:
    return " / ".join("".join(run.text for run in line) for line in cell.lines)


# Incidents, and where the time went


def test_each_incident_has_its_hour_its_item_what_it_cost_and_why() -> None:
    show = Record(conference()).do("07:55:00", c.TakeNote("Chờ Chủ tịch")).do("08:06:00", c.Start())
    show.do("08:10:00", c.TakeNote("Micro hú", NoteKind.INCIDENT), c.AddTime(minutes(2)))
    show.do("08:12:00", c.Hold()).do("08:13:00", c.TakeNote("Mất điện", NoteKind.INCIDENT))
    show.do("08:14:00", c.TakeNote("Chạy máy phát", NoteKind.INCIDENT), c.Resume())
    show.do("08:23:00", c.End(sure=True))
    assert table(faults(account(show.history))) == [
        ["08:00:00", "–", "Bắt đầu chậm", "6:00", "Chờ Chủ tịch"],
        ["08:10:00", "1.1. Múa: Mùa xuân", "Micro hú", "", ""],
        ["08:12:00", "1.1. Múa: Mùa xuân", "Tạm dừng", "2:00", "Mất điện / Chạy máy phát"],
        [
            "08:20:00",
            "1.1. Múa: Mùa xuân",
            "Quá thời lượng / được thêm 2 phút",
            "3:00",
            f"chưa ghi nguyên nhân / {ROOM}",
        ],
    ]


def test_what_was_missed_failed_or_slept_is_an_incident_in_words() -> None:
    told = [row[2:] for row in table(faults(account(whole_show().history)))]
    assert ["Lỡ hiệu lệnh Lễ tân: Nước cho diễn giả", "", "chuyển mục khi chưa gọi"] in told
    assert ["Máy ngủ 1:15", "", ""] in told
    stage = hall()
    stage.at("8:01").do(c.Go("anthem"))
    stage.at("8:03")
    tell(stage, died())
    stage.do(c.ReportSignal(s.SignalFailed("qlab", "refused", 3, ELSEWHERE)), by="signals")
    assert [row[2] for row in table(faults(account(history(stage.entries))))] == [
        "Nhạc đã gọi mà không có tiếng: Quốc ca không lời",
        "Máy phát nhạc ngừng đột ngột",
        "Thiết bị không nhận tín hiệu: qlab / refused",
    ]


def test_the_balance_adds_up_to_the_end_that_a_chairman_knows() -> None:
    section = faults(account(whole_show().history))
    assert table(section, 1) == [
        ["Bắt đầu chậm", "2:00", ""],
        ["Tạm dừng (1 lần)", "2:10", ""],
        ["Quá thời lượng: mục 4", "3:30", ""],
        ["Ngắn hơn kế hoạch: mục 3", "", "1:20"],
        ["Mục chèn thêm: mục 2a", "1:00", ""],
        ["Các chênh lệch dưới một phút", "0:10", ""],
        ["Cộng", "8:50", "1:20"],
    ]
    (line,) = lines(section.blocks)
    assert line == (
        "Cân đối thời gian. Kết thúc chậm 7 phút 30 giây so với kế hoạch: mất 8 phút 50 giây, "
        "được lại 1 phút 20 giây."
    )


def test_a_show_that_ends_early_or_on_its_minute_says_so() -> None:
    early = (
        Record(conference()).do("07:58:00", c.Start()).do("08:09:00", c.Skip("m1.2"), c.Skip("m2", sure=True))
    )
    early.do("08:09:00", c.Skip("m3"), c.Skip("m4")).do("08:09:00", c.End(sure=True))
    section = faults(account(early.history))
    assert table(section)[0][0] == "Bắt đầu sớm"
    assert (
        lines(section.blocks)[-1]
        == "Cân đối thời gian. Kết thúc sớm 46 phút so với kế hoạch: mất 0 phút, được lại 46 phút."
    )
    even = (
        Record(conference()).do("08:02:00", c.Start()).do("08:12:00", c.Skip("m1.2"), c.Skip("m2", sure=True))
    )
    even.do("08:12:00", c.Skip("m3"), c.Skip("m4")).do("08:55:00", c.End(sure=True))
    told = lines(faults(account(even.history)).blocks)[-1]
    assert told == "Cân đối thời gian. Kết thúc đúng giờ kế hoạch: mất 43 phút, được lại 43 phút."


def test_a_long_title_is_cut_behind_a_whole_word_where_room_is_short() -> None:
    title = "Báo cáo tổng kết công tác thi đua, khen thưởng năm 2025 và phương hướng năm 2026"
    show = Record(with_titles(conference(), title)).do("08:00:00", c.Start())
    show.do("08:04:00", c.TakeNote("Mất điện", NoteKind.INCIDENT))
    assert table(faults(account(show.history)))[0][1] == "1.1. Báo cáo tổng kết công tác thi đua, khen…"


def test_cues_that_one_call_left_behind_are_one_line() -> None:
    show = Record(conference()).do("08:00:00", c.Start()).do("08:12:00", c.Advance())
    show.do("08:20:00", c.Advance(sure=True)).do("08:24:40").do("08:25:00", c.Advance(sure=True))
    show.do("08:25:00", c.Skip("m4"), c.End(sure=True))
    assert [row[2] for row in table(faults(account(show.history)))] == [
        "Lỡ hiệu lệnh MC: Mời đại biểu đứng dậy / Lỡ hiệu lệnh Âm thanh: Dừng nhạc"
    ]


def test_each_session_of_several_has_a_balance_under_its_name() -> None:
    stage = Stage(two_sessions()).at("8:05")
    stage.do(c.Start())
    for hour in ("8:15", "8:35", "9:02", "9:17"):
        stage.at(hour).do(c.Advance())
    stage.at("9:22").do(c.End())
    assert [line.partition(". ")[0] for line in lines(faults(account(history(stage.entries))).blocks)] == [
        "Cân đối thời gian, Buổi s1",
        "Cân đối thời gian, Buổi s2",
    ]


def test_a_show_without_a_hitch_has_nothing_to_tell() -> None:
    show = Record(conference()).do("08:00:00", c.Start(), c.Skip("m1.2"))
    assert faults(account(show.history)).blocks == ()


# Awards


def test_awards_are_summed_by_form_and_what_was_otherwise_is_named() -> None:
    blocks = tuple(awards(account(given())))
    assert table(blocks) == [
        ["Huân chương Lao động hạng Ba", "1", "0", "0"],
        ["Bằng khen của Chủ tịch UBND tỉnh", "2", "1", "2"],
        ["Kỷ niệm chương", "– / 1 đợt không có danh sách", "0", "0"],
    ]
    assert lines(blocks) == [
        "Khen thưởng",
        "- Nhận thay Cố Nguyễn Văn An: bà Hoa (Huân chương Lao động hạng Ba).",
        "- Vắng: Tổ dân phố 5 (Bằng khen của Chủ tịch UBND tỉnh).",
        "- Nhận thay Ông Tâm: ông Bình (Bằng khen của Chủ tịch UBND tỉnh).",
        "- Chưa trao: 1.3. Đợt 2.",
    ]


def test_the_lists_stand_round_by_round_with_what_is_to_be_known_of_each() -> None:
    rows = table(award_lists(account(given())))
    assert rows[0] == [
        "1.1. Huân chương · Huân chương Lao động hạng Ba · QĐ số 12/QĐ-CTN · "
        "người trao: Ông Phó Chủ tịch tỉnh"
    ]
    assert rows[1] == ["1", "Cố\u00a0Nguyễn\u00a0Văn\u00a0An", "truy tặng; nhận thay: bà Hoa"]
    assert rows[5] == ["3", "Tổ\u00a0dân\u00a0phố\u00a05", "vắng"]
    assert rows[6][0].endswith("· CHƯA TRAO")
    assert rows[-1] == ["", "Kịch bản không ghi danh sách.", ""]


def test_a_conference_without_awards_tells_of_none() -> None:
    assert tuple(awards(account(whole_show().history))) == ()
    assert award_lists(account(whole_show().history)).blocks == ()


# Decisions


def test_what_was_decided_stands_in_the_order_of_the_clock_with_who_did_it() -> None:
    show = Record(conference()).do("08:00:00", c.Start())
    show.do("08:01:00", c.Edit("m3", duration=minutes(12))).do("08:02:00", c.Move("m4", "m3"), by="caller")
    show.do("08:03:00", c.TakeNote("Rút phần thảo luận. ", NoteKind.DECISION))
    show.do("08:04:00", c.Edit("m4", by="Ông Nam")).do("08:05:00", c.Edit("m3", by="Bà Sáu"))
    show.do("08:06:00", c.Edit("m3", start=at("08:40:00"), until=at("09:00:00")))
    show.do("08:07:00", c.Edit("m4", by=""), c.Insert("m2", "Tặng hoa", minutes(2), "other"))
    assert lines(decisions(account(show.history))) == [
        "Quyết định trong khi điều hành",
        "- 08:01, Người điều hành: đổi thời lượng mục 3. Báo cáo tổng kết từ 20 phút thành 12 phút.",
        "- 08:02, Người điều hành: chuyển vị trí mục 4. Bế mạc.",
        "- 08:03, 1.1. Múa: Mùa xuân: Rút phần thảo luận.",
        "- 08:05, Người điều hành: giao mục 3. Báo cáo tổng kết cho Bà Sáu.",
        "- 08:06, Người điều hành: mục 3. Báo cáo tổng kết không bắt đầu trước 08:40; "
        "mục 3. Báo cáo tổng kết kéo dài đến 09:00.",
        "- 08:07, Người điều hành: chèn thêm mục 2a. Tặng hoa.",
        "- 08:07, Người điều hành: mục 4. Bế mạc không còn người đảm nhận (trước: Chủ tịch UBND).",
    ]


def test_what_was_decided_as_an_agent_proposed_names_the_agent_and_who_took_it() -> None:
    show = Record(conference()).do("08:00:00", c.Start())
    show.do("08:01:00", c.Propose("Claude", "Cho kịp giờ", (EditItem("m3", seconds=720),)), by="agent")
    show.do("08:02:00", c.TakeProposal("d1"), by="caller").do("08:03:00", c.Skip("m4"))
    assert lines(decisions(account(show.history)))[1:] == [
        "- 08:02, Người điều hành, nhận đề xuất của Claude: "
        "đổi thời lượng mục 3. Báo cáo tổng kết từ 20 phút thành 12 phút.",
        "- 08:03, Người điều hành: bỏ qua mục 4. Bế mạc.",
    ]
    changes = json.loads(as_figures(show.history, HALL))["changes"]
    assert [(one["by"], one.get("proposed_by")) for one in changes] == [
        ("caller", "Claude"),
        ("caller", None),
    ]


def test_what_was_decided_of_an_award_round_is_told_by_name_and_who_came_is_not() -> None:
    show = Record(three_batches(presenter="Ông P"))
    show.do("08:01:00", c.Edit("h2", presenter="Bà Q")).do("08:02:00", c.Edit("h2", presenter=""))
    show.do("08:03:00", c.MoveRecipient("a", "h2"), c.ChangeRecipient("b", absent=True))
    show.do("08:04:00", c.ChangeRecipient("c", proxy="Bà Hoa"), c.AddRecipient("h3", "Ông A"))
    show.do("08:05:00", c.SplitBatch("h2", "f"))
    batch = "Trao Bằng khen, đợt"
    assert lines(decisions(account(show.history)))[1:] == [
        f"- 08:02, Người điều hành: mục h2. {batch} h2 không còn người trao (trước: Ông P).",
        f"- 08:03, Người điều hành: chuyển Ông A [1] từ mục h1. {batch} h1 sang mục h2a. {batch} h2.",
        f"- 08:04, Người điều hành: thêm Ông A [2] vào mục h3. {batch} h3.",
        f"- 08:05, Người điều hành: tách mục h2a. {batch} h2 từ mục h2. {batch} h2.",
    ]


def test_a_way_back_that_was_taken_is_one_decision() -> None:
    papers = heading("6", *(item(f"6.{part}", 9, min=minutes(6)) for part in (1, 2, 3)))
    rest = item("7", 15, min=minutes(10), title="Giải lao"), item("8", 15, may_drop=True, title="Giao lưu")
    show = Record(plan_of(item("5", 20), papers, *rest)).do("08:00:00", c.Start(sure=True))
    show.do("08:20:00", c.Recover((Shorten(("6.1", "6.2"), 420), Shorten(("7",), 780), Drop("8"))))
    assert lines(decisions(account(show.history)))[1:] == [
        "- 08:20, Người điều hành: theo một phương án giờ giấc: đổi thời lượng mục 6. Mục 6 (2 phần) từ 9"
        " phút thành 7 phút; đổi thời lượng mục 7. Giải lao từ 15 phút thành 13 phút; bỏ qua mục 8. Giao lưu."
    ]


def test_an_item_that_was_moved_says_to_which_session_it_came() -> None:
    plan = two_sessions()
    moved = plan.sessions[0].items[-1].item_id
    show = Record(plan).do("08:00:00", c.Move(moved, None, plan.sessions[1].session_id))
    (line,) = lines(decisions(account(show.history)))[1:]
    assert line.endswith(f"sang {plan.sessions[1].title}.")


def test_a_heading_that_is_skipped_is_one_decision_and_fixed_hours_may_be_taken_away() -> None:
    show = Record(conference()).do("07:40:00", c.Skip("m1"))
    show.do("07:41:00", c.Edit("m3", start=at("08:40:00")))
    (session,) = conference().sessions
    flag = replace(session.items[1], fixed_start=at("08:30:00"))
    fixed = replace(conference(), sessions=(replace(session, items=(session.items[0], flag)),))
    assert lines(decisions(account(show.history)))[1] == (
        "- 07:40, Người điều hành: bỏ qua mục 1. Văn nghệ chào mừng (cả 2 phần)."
    )
    freed = Record(fixed).do("07:41:00", c.Edit("m2", start=""))
    assert lines(decisions(account(freed.history)))[1] == (
        "- 07:41, Người điều hành: bỏ giờ cố định của mục 2. Chào cờ."
    )


def test_a_show_that_kept_to_its_plan_has_no_decision() -> None:
    assert tuple(decisions(account(show_of(12)))) == ()


# Lessons


def test_lessons_that_were_noted_come_before_what_the_record_suggests() -> None:
    show = Record(conference()).do("08:00:00", c.Start())
    show.do("08:04:00", c.TakeNote("Thử micro sớm hơn", NoteKind.LESSON))
    show.do("08:16:00", c.End(sure=True))
    assert lines(advice(account(show.history, rehearsed(15, 8)))) == [
        "- 08:04, 1.1. Múa: Mùa xuân: Thử micro sớm hơn.",
        "Gợi ý rút từ nhật ký, để cuộc họp xem xét",
        "- Mục 1.1. Múa: Mùa xuân dài hơn kế hoạch trên 20 % (kế hoạch 12 phút, lần này 16 phút, "
        "tập duyệt 15 phút); lần sau có thể ghi 16 phút.",
    ]


def test_what_was_never_rehearsed_or_missed_or_answered_late_is_worded_as_a_question_for_the_meeting() -> (
    None
):
    assert lines(advice(account(show_of(16))))[1].endswith(
        "chưa có tập duyệt để so); có thể xem lại thời lượng, ví dụ 16 phút."
    )
    assert lines(advice(account(called())))[1] == (
        "- Âm thanh: lỡ 1 hiệu lệnh (Lệnh music); có thể xem lại cách báo chuẩn bị."
    )
    assert lines(advice(account(slow_show(1, 12))))[1] == (
        "- MC: trả lời “Đã rõ” 1/1 lần báo chuẩn bị, trung vị 12,0 giây; "
        "có thể thống nhất lại cách trả lời trước giờ."
    )


# Duties


def test_what_is_owed_after_the_event_says_that_it_is_done() -> None:
    told = account(whole_show().history)
    duties = (
        Duty("Gửi báo cáo", "Văn phòng", date(2026, 3, 28)),
        Duty("In giấy mời", when="before"),
        Duty("Trả hội trường", done=date(2026, 3, 27)),
        Duty("Thanh toán", "Kế toán", date(2026, 4, 5), done=True),
    )
    lines_of = lines(duties_told(replace(told, duties=duties)).blocks)
    assert [line.replace(".", "") for line in lines_of] == [
        "- Gửi báo cáo: Văn phòng; hạn 28/3/2026",
        "- Thanh toán: Kế toán; hạn 05/4/2026; đã xong",
        "- Trả hội trường: ; đã xong ngày 27/3/2026",
    ]


# Tables beside


def test_each_role_has_a_line_with_its_worst_and_its_slowest() -> None:
    assert table(answers(account(called()))) == [
        ["MC", "3/3", "0", "0", "2,0 giây", "+10,0 giây / (a)", "2/3", "8,0 giây", "12,0 giây / (a)"],
        ["Âm thanh", "0/1", "1", "0", "–", "–", "0/1", "–", "–"],
    ]


def test_the_show_stands_beside_its_rehearsals_without_holds() -> None:
    show = Record(conference()).do("08:00:00", c.Start()).do("08:05:00", c.Hold()).do("08:08:00", c.Resume())
    show.do("08:16:00", c.End(sure=True))
    fast = replace(rehearsed(15, 8), speed=10.0)
    section = takes(account(show.history, rehearsed(13, 8), fast))
    assert table(section)[0] == [
        "1.1",
        "Múa: Mùa xuân",
        "12:00",
        "13:00",
        "15:00",
        "13:00",
        "14:00 / 9:32 – 20:27",
        "+1:00",
    ]
    heads = [one.head for block in section.blocks if isinstance(block, Table) for one in block.columns]
    assert heads[3:6] == ["Tập duyệt 27/3 08:00", "Tập duyệt 27/3 08:00, nhanh 10 lần", "Chính thức"]


def test_a_rehearsal_stands_beside_earlier_ones_as_this_time() -> None:
    section = takes(account(rehearsed(12, 8), rehearsed(13, 8)))
    heads = [one.head for block in section.blocks if isinstance(block, Table) for one in block.columns]
    assert OUTCOME.this_time in heads


def test_what_moved_and_what_was_repeated_is_said_over_the_picture_and_the_table() -> None:
    first = rehearsed(13, 8)
    again = replace(first, takes=(*first.takes, replace(first.takes[0], held=minutes(1))))
    section = takes(account(rehearsed(16, 8), again))
    said = [str(block.runs[0].text) for block in section.blocks if isinstance(block, Paragraph)]
    assert said[:4] == [
        OUTCOME.took_other,
        "- 1.1. Múa: Mùa xuân: 16:00 (+3:30)",
        OUTCOME.repeated,
        "- 1.1. Múa: Mùa xuân, 27/03 08:00: 13:00, 12:00",
    ]


def test_the_picture_has_a_bar_for_the_plan_the_median_and_each_take_of_what_differed() -> None:
    section = takes(account(rehearsed(16, 8), rehearsed(13, 8)))
    (chart,) = (block for block in section.blocks if isinstance(block, Chart))
    assert chart.of_lengths
    # the second act kept to its plan each time
    assert [(lane.label, lane.off) for lane in chart.lanes] == [
        ("1.1. Múa: Mùa xuân", ""),
        ("Tập duyệt 27/3 08:00", "+1:00"),
        ("Lần này", "+4:00"),
    ]
    heading, _, now = (lane.actual for lane in chart.lanes)
    assert heading is not None
    assert now is not None
    assert (heading.end - heading.start, now.end - now.start) == (minutes(14.5), minutes(16))
    assert chart.lanes[0].note == "giữa 2 lần: 14:30"


def test_takes_that_kept_to_the_plan_need_no_picture() -> None:
    section = takes(account(rehearsed(12, 8), rehearsed(12, 8)))
    assert not any(isinstance(block, Chart) for block in section.blocks)


def joins() -> History:
    """A rehearsal of the joins, with simulated hands, in which the MC led over twice."""
    told = rehearsed(12, 8)
    led = (Link("m1.1", "m1.2", timedelta(seconds=12)), Link("m1.2", "m2", timedelta(seconds=8)))
    words = "Xin trân trọng kính mời " * 4
    items = tuple(
        replace(one, row=replace(one.row, item=replace(one.row.item, mc=words * (one.row.item_id == "m2"))))
        for one in told.items
    )
    return replace(told, joins=True, drill=4, links=led, items=items)


def test_the_links_of_the_mc_are_told_with_their_pace() -> None:
    section = links(account(joins()))
    act, after = table(section)
    assert (act[0], act[2:], after[0], after[2:]) == ("1.2", ["–", "0:12"], "2", ["20", "0:08"])
    assert "150 tiếng/phút" in lines(section.blocks)[0]
    assert links(account(rehearsed(12, 8))).blocks == ()


def test_the_head_says_that_only_joins_were_played_and_that_hands_were_simulated() -> None:
    said = "".join(lines(overview(account(joins())).blocks))
    assert VI.rehearsal_joins in said
    assert VI.rehearsal_drill.format(seed=4) in said
    assert VI.rehearsal_joins not in "".join(lines(overview(account(rehearsed(12, 8))).blocks))


def test_a_note_says_under_its_words_what_it_is_about() -> None:
    show = Record(conference()).do("08:00:00", c.Start(), c.TakeNote("Đủ 150 đại biểu"))
    show.do("08:01:00", c.TakeNote("Mất điện", NoteKind.INCIDENT))
    assert [row[1] for row in table(notes(account(show.history)))] == ["Đủ 150 đại biểu", "Mất điện / sự cố"]


def test_all_of_it_is_told_in_english_too() -> None:
    told = replace(account_of(whole_show().history, HALL, EN), rehearsals=(rehearsed(15, 8),))
    assert lines(faults(told).blocks)[-1] == (
        "Where the time went. Ended 7 min 30 s later than planned: 8 min 50 s lost, 1 min 20 s won back."
    )
    assert Level.TOTAL in {
        row.level for one in faults(told).blocks if isinstance(one, Table) for row in one.rows
    }
