"""A draft becomes an agenda that reads without errors, with every guess marked and every hour kept."""

from __future__ import annotations

from datetime import UTC, date, time

from runofshow.agenda_file.reader import Reading, read_agenda_text
from runofshow.core.timeline import plan_times
from runofshow.documents.agenda_text import agenda_text
from runofshow.documents.doubt import Doubt, DoubtCode
from runofshow.documents.draft import Assignment, Deadline, Draft, DraftItem, DraftSession
from runofshow.texts import Language


def item(title: str, start: str = "", end: str = "", **more: object) -> DraftItem:
    clock = {name: time.fromisoformat(at) for name, at in (("start", start), ("end", end)) if at}
    return DraftItem(**{"title": title, "kind": "speech", **clock, **more})  # type: ignore[arg-type]


def text_of(*items: DraftItem, **more: object) -> str:
    draft = Draft(title="Hội nghị tổng kết", day=date(2031, 3, 27), items=items)
    draft = Draft(**{**{name: getattr(draft, name) for name in draft.__struct_fields__}, **more})
    return agenda_text(draft, name="kehoach.docx", language=Language.VI)


def read(text: str) -> Reading:
    reading = read_agenda_text(text, "a.yaml", folder=None, tz=UTC, today=date(2031, 1, 1))
    assert not reading.errors, text
    return reading


def starts(text: str) -> list[str]:
    agenda = read(text).agenda
    assert agenda is not None
    return [f"{span.start:%H:%M}" for span in plan_times(agenda).values()]


def test_hours_become_lengths_and_a_start_stands_only_behind_a_gap() -> None:
    text = text_of(
        item("Đón tiếp", "07:30", "08:00"),
        item("Khai mạc", "08:00", "08:10"),
        item("Báo cáo", "08:30", "09:00"),
    )
    assert starts(text) == ["07:30", "08:00", "08:30"]
    assert text.count("start: ") == 2
    assert "guessed" not in text.partition("items:")[2]


def test_an_item_without_an_end_lasts_until_the_next_as_a_guess() -> None:
    text = text_of(item("Đón tiếp", "07:30"), item("Khai mạc", "08:00"))
    assert "duration: 30'" in text
    assert "guessed:\n  - duration" in text
    assert starts(text) == ["07:30", "08:00"]


def test_items_of_one_slot_share_its_minutes_as_guesses() -> None:
    shared = {"guessed": ("start", "end")}
    text = text_of(
        item("Chào cờ", "08:00", "08:20"),
        item("Khai mạc", "08:00", "08:20", **shared),
        item("Báo cáo", "08:20"),
    )
    assert starts(text) == ["08:00", "08:10", "08:20"]


def test_an_end_after_midnight_is_no_negative_length() -> None:
    assert "duration: 1h30" in text_of(item("Giao lưu", "23:00", "00:30"))


def test_parts_stand_beneath_their_heading_at_any_depth() -> None:
    text = text_of(item("Tham luận"), item("Ông A", parent=0), item("Bài 1", parent=1), item("Bế mạc"))
    agenda = read(text).agenda
    assert agenda is not None
    heading, closing = agenda.sessions[0].items
    assert [part.title for part in heading.parts] == ["Ông A", "Bài 1"]
    assert closing.title == "Bế mạc"


def test_days_and_sittings_are_sessions() -> None:
    text = text_of(
        item("Khai mạc", "08:00", day="2031-03-27", session=0),
        item("Thảo luận", "14:00", day="2031-03-27", session=1),
        item("Bế mạc", "08:00", day="2031-03-28"),
        sessions=(
            DraftSession(title="Buổi sáng", day="2031-03-27"),
            DraftSession(title="Buổi chiều", day="2031-03-27"),
        ),
    )
    agenda = read(text).agenda
    assert agenda is not None
    assert [(each.title, f"{each.start_at:%d %H:%M}") for each in agenda.sessions] == [
        ("Buổi sáng", "27 08:00"),
        ("Buổi chiều", "27 14:00"),
        ("3", "28 08:00"),
    ]


def sittings(text: str) -> list[tuple[str, str]]:
    agenda = read(text).agenda
    assert agenda is not None
    return [(each.title, f"{each.start_at:%d %H:%M}") for each in agenda.sessions]


def test_hours_that_begin_anew_are_of_the_next_day_as_a_guess() -> None:
    text = text_of(
        item("Khai mạc", "14:45", section="Phiên thứ nhất"),
        item("Thảo luận", "16:00", section="Phiên thứ nhất"),
        item("Báo cáo", "07:30", section="Phiên thứ hai"),
        item("Bế mạc", "11:00", section="Phiên thứ hai"),
    )
    assert sittings(text) == [("Phiên thứ nhất", "27 14:45"), ("Phiên thứ hai", "28 07:30")]
    assert "guessed:\n  - date" in text
    night = text_of(item("Khai mạc", "20:00"), item("Giao thừa", "00:00"), item("Bế mạc", "00:30"))
    assert len(sittings(night)) == 1


def test_days_told_twice_stand_in_the_order_they_come() -> None:
    days = ("2031-03-28", "2031-03-29", "2031-03-28")
    text = text_of(
        item("Lễ dâng hương", "15:00", day=days[0]),
        item("Tế lễ", "09:00", day=days[1]),
        item("Đua thuyền", "08:00", day=days[2]),
    )
    assert [start for _, start in sittings(text)] == ["28 08:00", "28 15:00", "29 09:00"]


def test_a_sitting_begins_early_enough_for_its_first_hour() -> None:
    assert starts(text_of(item("Đón tiếp"), item("Khai mạc", "07:00")))[0] == "07:00"


def test_every_guess_and_doubt_is_counted_by_check() -> None:
    text = text_of(
        item("Khai mạc", kind="other", guessed=("kind", "by"), by="Ông A", source="bảng 1, dòng 2"),
        doubts=(Doubt.of(DoubtCode.NO_HOURS, "đoạn 4"),),
        guessed=("date",),
    )
    told = [each.code for each in read(text).complaints if each.code in ("guessed", "doubtful")]
    assert sorted(told) == ["doubtful", "guessed", "guessed", "guessed"]
    assert "  # bảng 1, dòng 2\n" in text or "# bảng 1, dòng 2\n- title" in text


def test_what_is_due_and_who_does_what_become_duties() -> None:
    text = text_of(
        item("Khai mạc"),
        deadlines=(
            Deadline(what="Gửi tham luận", who="Phòng Y tế", day=date(2031, 3, 20), text="trước ngày 20/3"),
            Deadline(what="Báo cáo kết quả", day=date(2031, 4, 15), text="trước 15/4"),
            Deadline(what="Nộp hồ sơ", text="cuối Quý I"),
        ),
        assignments=(
            Assignment(who="Văn phòng", what="Chuẩn bị hội trường"),
            Assignment(who="Sở Văn hóa", what="..."),
        ),
    )
    agenda = read(text).agenda
    assert agenda is not None
    assert [(each.what, each.by, each.when) for each in agenda.duties] == [
        ("Gửi tham luận", "Phòng Y tế", "before"),
        ("Báo cáo kết quả", None, "after"),
        ("Nộp hồ sơ (cuối Quý I)", None, "after"),
        ("Chuẩn bị hội trường", "Văn phòng", "before"),
    ]


def test_words_that_mean_something_to_yaml_stay_words() -> None:
    titles = ["Tham luận: “Lao động giỏi”", "# Ghi chú", "- Bế mạc", "7:30", "{a}", "Yes", "“”: &x *y"]
    agenda = read(text_of(*(item(title) for title in titles))).agenda
    assert agenda is not None
    assert [each.title for each in agenda.sessions[0].items] == titles


def test_a_draft_without_items_keeps_what_it_knows() -> None:
    reading = read_agenda_text(text_of(), "a.yaml", folder=None, tz=UTC, today=date(2031, 1, 1))
    assert [each.code for each in reading.errors] == ["no_items"]
    assert "title: Hội nghị tổng kết" in text_of()
