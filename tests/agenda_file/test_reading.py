"""A good file becomes an agenda that says what the plan says, and marks as assumed what it does not."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from runofshow.agenda_file.catalogue import catalogue
from runofshow.agenda_file.complaint import Place
from runofshow.agenda_file.reader import read_agenda
from runofshow.core.agenda import (
    Action,
    AtStart,
    Award,
    BeforeEnd,
    ClockMode,
    Cue,
    Day,
    Duty,
    GoMode,
    Handin,
    OnWord,
    Role,
    TrackMark,
)
from runofshow.core.award import Recipient
from runofshow.texts import Language
from tests.agenda_file.given import DAY, HEAD, TODAY, TZ, agenda_of, items_of, local, read, spots


def minutes(*lengths: float) -> list[timedelta]:
    return [timedelta(minutes=length) for length in lengths]


def test_a_leaf_without_a_length_takes_its_kinds_typical_minutes_and_says_so() -> None:
    report, speech = items_of("- {title: A, kind: report}\n- {title: B, kind: speech, duration: 12}\n")
    assert (report.duration, report.assumed) == (timedelta(minutes=15), True)
    assert (speech.duration, speech.assumed) == (timedelta(minutes=12), False)


def test_a_cue_to_the_stage_is_one_of_its_hands() -> None:
    (speech,) = items_of(
        "- {title: A, kind: speech, cues: [{to: stage, text: Micro số 2 lên bục, at: start + 1'}]}\n"
    )
    (cue,) = speech.cues
    assert (cue.to, cue.do, cue.text) == (Role.STAGE, Action.DO, "Micro số 2 lên bục")
    assert cue.at == AtStart(timedelta(minutes=1))


def test_a_joined_line_takes_the_minutes_of_both_its_kinds() -> None:
    (item,) = items_of("- {title: Tổng kết và bế mạc, kind: summary, also: [closing]}\n")
    assert (item.duration, item.assumed, item.also) == (timedelta(minutes=15), True, ("closing",))


def test_a_target_is_shared_out_among_the_parts_that_have_no_length() -> None:
    (heading,) = items_of(
        "- title: Văn nghệ\n  kind: performance\n  duration: 15'\n  parts:\n"
        "  - {title: Hát, kind: performance}\n  - {title: Múa, kind: performance, duration: 4'}\n"
        "  - {title: Tốp ca, kind: performance}\n"
    )
    assert [part.duration for part in heading.parts] == minutes(5.5, 4, 5.5)
    assert [part.assumed for part in heading.parts] == [True, False, True]
    assert (heading.duration, heading.assumed) == (timedelta(minutes=15), False)


def test_the_odd_seconds_of_a_share_go_to_the_first_parts() -> None:
    part = "  - {title: Hát, kind: performance}\n"
    (heading,) = items_of(f"- title: Văn nghệ\n  kind: performance\n  duration: 10s\n  parts:\n{part * 3}")
    assert [part.duration.seconds for part in heading.parts] == [4, 3, 3]


def test_speakers_take_seven_minutes_each_and_the_heading_their_sum() -> None:
    part = "  - {title: Tham luận, kind: paper}\n"
    (heading,) = items_of(f"- title: Tham luận\n  kind: paper\n  parts:\n{part * 3}")
    assert [part.duration for part in heading.parts] == minutes(7, 7, 7)
    assert (heading.duration, heading.assumed) == (timedelta(minutes=21), True)


def test_award_batches_share_the_headings_half_hour() -> None:
    part = "  - {title: Đợt trao, kind: award}\n"
    (heading,) = items_of(f"- title: Khen thưởng\n  kind: award\n  parts:\n{part * 4}")
    assert [part.duration for part in heading.parts] == minutes(7.5, 7.5, 7.5, 7.5)


def test_a_part_of_another_kind_takes_its_own_minutes() -> None:
    (heading,) = items_of(
        "- title: Khen thưởng\n  kind: award\n  parts:\n"
        "  - {title: Công bố quyết định, kind: decision}\n  - {title: Đợt 1, kind: award}\n"
    )
    assert [part.duration for part in heading.parts] == minutes(5, 15)


def test_items_are_counted_and_their_ids_made_from_the_numbers() -> None:
    text = "- {title: A, kind: speech}\n- title: B\n  kind: paper\n  parts:\n  - {title: C, kind: paper}\n"
    first, second = items_of(text)
    assert (first.number, first.item_id) == ("1", "m1")
    assert (second.number, second.item_id) == ("2", "m2")
    assert [(part.number, part.item_id) for part in second.parts] == [("2.1", "m2.1")]


def test_numbers_restart_in_each_session_and_ids_do_not_meet() -> None:
    agenda = agenda_of(
        HEAD + "sessions:\n"
        "- {title: Sáng, items: [{title: A, kind: speech}]}\n"
        "- {title: Chiều, start: 14h, items: [{title: B, kind: speech}]}\n"
    )
    rows = [(item.number, item.item_id) for session in agenda.sessions for item in session.items]
    assert rows == [("1", "s1.m1"), ("1", "s2.m1")]
    assert [session.start_at for session in agenda.sessions] == [local(8), local(14)]
    assert [session.start_assumed for session in agenda.sessions] == [True, False]


def test_an_id_of_the_plan_is_kept_and_no_made_one_meets_it() -> None:
    first, second, third = items_of(
        "- {title: A, kind: speech, number: IV}\n- {title: B, kind: speech, id: miv}\n"
        "- {title: C, kind: speech, number: IV}\n"
    )
    assert [first.item_id, second.item_id, third.item_id] == ["miv-2", "miv", "miv-3"]


def test_without_cues_an_item_has_its_kinds_and_with_none_it_has_none() -> None:
    opening, silent = items_of("- {title: A, kind: opening}\n- {title: B, kind: opening, cues: []}\n")
    kind = catalogue()["opening"]
    assert [(cue.cue_id, cue.text) for cue in opening.cues] == [
        (f"m1.c{n}", cue.vi) for n, cue in enumerate(kind.cues, start=1)
    ]
    assert all(cue.assumed for cue in opening.cues)
    assert silent.cues == ()


def test_a_heading_leaves_the_assumed_cues_to_its_parts() -> None:
    (heading,) = items_of("- title: Khen thưởng\n  kind: award\n  parts:\n  - {title: Đợt 1, kind: award}\n")
    assert heading.cues == ()
    assert not heading.needs_person
    assert heading.mc_assumed
    assert heading.parts[0].cues


def test_a_joined_line_has_the_cues_of_both_kinds_but_one_turn_of_the_mc() -> None:
    (item,) = items_of("- {title: Tổng kết và bế mạc, kind: summary, also: [closing]}\n")
    assert [cue.do for cue in item.cues] == [Action.SAY, Action.PLAY, Action.DO]
    assert len({cue.cue_id for cue in item.cues}) == 3


def test_assumed_music_finds_its_track_by_mark_or_by_id() -> None:
    head = HEAD + (
        "tracks:\n- {id: qc, title: Quốc ca, mark: anthem_without_words}\n"
        "- {id: award_bed, title: Nhạc nền}\n"
    )
    flag, award = items_of("- {title: A, kind: flag_salute}\n- {title: B, kind: award}\n", head)
    assert [cue.track_id for cue in flag.cues if cue.to is Role.MUSIC] == ["qc"]
    assert [cue.track_id for cue in award.cues if cue.to is Role.MUSIC] == ["award_bed", "award_bed"]


def test_a_cue_is_read_whole() -> None:
    head = HEAD + "tracks: [{id: bed, title: Nhạc nền trao thưởng, fade_out: 4s}]\n"
    (item,) = items_of(
        "- title: Khen thưởng\n  kind: award\n  cues:\n"
        "  - {to: music, track: bed, at: start + 90s, standby: 30s, go: auto, tolerance: 5s, id: nhac}\n"
        "  - {to: music, do: fade, track: bed, at: end - 1'}\n"
        "  - {to: mc, at: word Xin mời}\n"
        "  - {to: crew, text: Khay hoa}\n",
        head,
    )
    second = timedelta(seconds=1)
    assert item.cues == (
        Cue(
            "nhac",
            Role.MUSIC,
            Action.PLAY,
            "Nhạc nền trao thưởng",
            AtStart(90 * second),
            "bed",
            30 * second,
            GoMode.AUTO,
            5 * second,
        ),
        Cue(
            "m1.c2",
            Role.MUSIC,
            Action.FADE,
            "Nhạc nền trao thưởng",
            BeforeEnd(60 * second),
            "bed",
            fade=4 * second,
        ),
        Cue("m1.c3", Role.MC, Action.SAY, "Lời dẫn MC", OnWord("Xin mời")),
        Cue("m1.c4", Role.CREW, Action.DO, "Khay hoa"),
    )


def test_the_words_of_the_catalogue_come_in_the_asked_language() -> None:
    text = HEAD + "items: [{title: A, kind: photo}]\n"
    vi = agenda_of(text).sessions[0].items[0].cues[0].text
    en = agenda_of(text, language=Language.EN).sessions[0].items[0].cues[0].text
    assert (vi, en) == ("Mời lên chụp ảnh theo thứ tự", "Invite to the photo in order")


def test_times_of_day_become_moments_of_the_plans_day() -> None:
    agenda = agenda_of(
        HEAD + "start: 7h30\nhard_out: 11 giờ 30\nitems:\n- {title: A, kind: speech, start: 07:45}\n"
        "- {title: B, kind: break, until: 10h15}\n"
    )
    (session,) = agenda.sessions
    assert session.start_at == local(7, 30)
    assert session.hard_out == local(11, 30)
    assert session.items[0].fixed_start == local(7, 45)
    assert session.items[1].until == local(10, 15)
    assert session.start_at.tzinfo is UTC
    assert not session.start_assumed


def test_an_evening_may_last_past_midnight() -> None:
    agenda = agenda_of(
        HEAD + "start: 20h\nhard_out: 0h30\nitems:\n- {title: A, kind: performance}\n"
        "- {title: B, kind: closing, start: 0h05}\n"
    )
    (session,) = agenda.sessions
    after = DAY + timedelta(days=1)
    assert session.hard_out == local(0, 30, after)
    assert session.items[1].fixed_start == local(0, 5, after)


@pytest.mark.parametrize(
    ("said", "day", "laid_on"),
    [
        ("date: 27/3/2020\n", Day("27/3/2020", DAY, DAY), DAY),
        ("date: 2020-03-27\ntentative: có\n", Day("27/3/2020", DAY, DAY, True), DAY),
        (
            "period: {text: dự kiến tháng 11/2019, from: 1/11/2019, to: 20/11/2019}\n",
            Day("dự kiến tháng 11/2019", date(2019, 11, 1), date(2019, 11, 20), True),
            date(2019, 11, 1),
        ),
        (
            "period: {text: trước 20/6/2020, to: 20/6/2020}\n",
            Day("trước 20/6/2020", None, date(2020, 6, 20), True),
            date(2020, 6, 20),
        ),
        ("period: {text: tháng 5}\n", Day("tháng 5", None, None, True), TODAY),
        ("", Day(""), TODAY),
    ],
)
def test_the_plan_is_laid_on_its_day_its_period_or_today(said: str, day: Day, laid_on: date) -> None:
    agenda = agenda_of(f"title: A\n{said}items: [{{title: A, kind: speech}}]\n")
    assert agenda.day == day
    assert agenda.sessions[0].start_at == local(8, day=laid_on)
    assert agenda.sessions[0].start_assumed


def test_sessions_of_two_days_give_the_agenda_its_days() -> None:
    agenda = agenda_of(
        "title: A\nsessions:\n- {date: 5/12/2020, items: [{title: A, kind: speech}]}\n"
        "- {date: 6/12/2020, items: [{title: B, kind: speech}]}\n- {items: [{title: C, kind: speech}]}\n"
    )
    fifth, sixth = date(2020, 12, 5), date(2020, 12, 6)
    assert agenda.day == Day("5/12/2020 – 6/12/2020", fifth, sixth)
    starts = [local(8, day=fifth), local(8, day=sixth), local(13, 30, day=sixth)]
    assert [session.start_at for session in agenda.sessions] == starts
    assert [session.title for session in agenda.sessions] == ["Phiên 1", "Phiên 2", "Phiên 3"]


def test_everything_else_the_plan_says_is_in_the_agenda() -> None:
    agenda = agenda_of(
        """\
title: Hội nghị
organiser: UBND thị xã
venue: Hội trường A
delegates: khoảng 300 đại biểu
chair_panel: [Ông A, Bà B]
crew: {music: Anh C, caller: Chị D}
backdrop: |
  ỦY BAN NHÂN DÂN
  THỊ XÃ
decoration: Quốc kỳ
notes: Có giấy mời sau
tracks:
- {id: a, title: Nhạc, file: a.wav, mark: clip, loop: true, volume: 80%, start: 5s, end: 1'30, fade_in: 2s,
   length: 15'}
items:
- title: Khen thưởng
  kind: award
  by: Ông E
  protected: không
  clock: up
  optional: yes
  mc: Mời {by}
  notes: n
  backdrop: b
  handin: {due: 20/3/2020, received: false}
  award: {decision: Số 1, presenter: Ông F, recipients: [X, Y], called_before_reading: true}
duties:
- {what: Gửi báo cáo, by: Văn phòng, due: 31/5/2020}
- {what: Trang trí, when: before, done: true}
- {what: Nộp bài, when: before, done: 30/11/2019}
- {what: Thanh toán, done: chưa}
"""
    )
    assert (agenda.organiser, agenda.venue, agenda.delegates) == (
        "UBND thị xã",
        "Hội trường A",
        "khoảng 300 đại biểu",
    )
    assert agenda.chair_panel == ("Ông A", "Bà B")
    assert agenda.crew == ((Role.CALLER, "Chị D"), (Role.MUSIC, "Anh C"))
    assert agenda.backdrop == "ỦY BAN NHÂN DÂN\nTHỊ XÃ"
    assert (agenda.decoration, agenda.notes) == ("Quốc kỳ", "Có giấy mời sau")
    (track,) = agenda.tracks
    assert (track.mark, track.loop, track.volume) == (TrackMark.CLIP, True, 80)
    assert (track.start, track.end) == (timedelta(seconds=5), timedelta(seconds=90))
    assert (track.fade_in, track.fade_out, track.length) == (
        timedelta(seconds=2),
        timedelta(),
        timedelta(minutes=15),
    )
    (item,) = agenda.sessions[0].items
    assert (item.by, item.protected, item.clock, item.optional) == ("Ông E", False, ClockMode.UP, True)
    assert (item.mc, item.mc_assumed, item.notes, item.backdrop) == ("Mời {by}", False, "n", "b")
    assert item.handin == Handin(date(2020, 3, 20), False)
    assert item.award == Award("Số 1", "Ông F", (Recipient("x", "X"), Recipient("y", "Y")), True)
    assert agenda.duties == (
        Duty("Gửi báo cáo", "Văn phòng", date(2020, 5, 31)),
        Duty("Trang trí", None, None, "before", done=True),
        Duty("Nộp bài", None, None, "before", done=date(2019, 11, 30)),
        Duty("Thanh toán"),
    )


def test_text_is_nfc_without_loose_space_and_what_looks_like_a_number_stays_text() -> None:
    first, second = items_of(
        '- {title: "Va\u0306n   nghe\u0323\u0302", kind: speech, by: 07:30}\n- {title: 1e3, kind: speech}\n'
    )
    assert (first.title, first.by) == ("Văn nghệ", "07:30")
    assert second.title == "1e3"


def test_an_empty_value_says_nothing() -> None:
    (item,) = items_of("- title: A\n  kind: speech\n  by:\n  duration: null\n  mc: ~\n")
    assert item.by is None
    assert (item.assumed, item.mc_assumed) == (True, True)


def test_what_needs_a_person_says_so_when_nobody_is_named() -> None:
    speech, photo = items_of("- {title: A, kind: speech}\n- {title: B, kind: photo}\n")
    assert (speech.needs_person, speech.by) == (True, None)
    assert not photo.needs_person


def test_every_kind_loads() -> None:
    items = items_of("".join(f"- {{title: A, kind: {kind}}}\n" for kind in catalogue()))
    assert [item.kind for item in items] == list(catalogue())
    assert all(item.duration == catalogue()[item.kind].typical for item in items)


def test_places_tell_where_each_item_stands() -> None:
    reading = read(f"{HEAD}items:\n- title: A\n  kind: paper\n  parts:\n    - {{title: B, kind: paper}}\n")
    assert reading.sight is not None
    assert {name: reading.sight.places.of(path) for name, path in reading.sight.paths.items()} == {
        "m1": Place(4, 3),
        "m1.1": Place(7, 7),
    }


def test_an_alias_stands_for_what_it_names() -> None:
    first, second = items_of(
        "- {title: A, kind: speech, by: &who Ông A}\n- {title: B, kind: speech, by: *who}\n"
    )
    assert (first.by, second.by) == ("Ông A", "Ông A")


def test_a_file_is_read_from_the_disk(tmp_path: Path) -> None:
    path = tmp_path / "kịch bản.yaml"
    path.write_text(f"{HEAD}items: [{{title: A, kind: speech}}]\n", encoding="utf-8")
    reading = read_agenda(path, tz=TZ, today=TODAY)
    assert reading.agenda is not None
    assert reading.agenda.sessions[0].start_at == datetime(2020, 3, 27, 1, tzinfo=UTC)


def test_windows_line_ends_are_read_as_any() -> None:
    reading = read(f"{HEAD}items:\n- title: A\n  kind: nope\n".replace("\n", "\r\n"))
    assert spots(reading) == [("unknown_kind", 5, 9)]


def test_two_thousand_items_are_read() -> None:
    assert len(items_of("- {title: A, kind: speech, by: B, duration: 5'}\n" * 2000)) == 2000
