"""A newer plan against the agenda in use: lines are known again by their words and place, not by number."""

from __future__ import annotations

from datetime import UTC, date, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from runofshow.agenda_file.reader import read_agenda_text
from runofshow.agenda_file.revision import Revision, RevisionKind, revision_line, revisions
from runofshow.core.agenda import Agenda
from runofshow.texts import Language

OLD = (
    "Văn nghệ chào mừng",
    "Chào cờ",
    "Tuyên bố lý do, giới thiệu đại biểu và khai mạc",
    "Báo cáo tổng kết phong trào thi đua",
    "Tham luận của Phòng Kinh tế",
    "Tham luận của Trạm Y tế",
    "Trao thưởng",
    "Phát biểu chỉ đạo",
    "Bế mạc",
)


def agenda(*titles: str, **keys: str) -> Agenda:
    """Items of these titles; `keys` has more YAML for one of them, by its place: `at3="by: Ông A"`."""
    lines = [
        f"- title: {title}\n  kind: other\n  number: {100 + 7 * place}\n"
        + "".join(f"  {said}\n" for said in keys.get(f"at{place}", "").split("; ") if said)
        for place, title in enumerate(titles)
    ]
    text = f"title: Hội nghị\ndate: 27/3/2031\n{keys.get('top', '')}\nitems:\n" + "".join(lines)
    reading = read_agenda_text(text, "a.yaml", folder=None, tz=UTC, today=date(2031, 1, 1))
    assert reading.agenda is not None, reading.errors
    return reading.agenda


def told(found: tuple[Revision, ...]) -> list[tuple[str, str]]:
    return [(each.kind.value, each.title) for each in found]


def test_the_same_plan_changes_nothing_whatever_its_numbers() -> None:
    assert revisions(agenda(*OLD), agenda(*OLD)) == ()


def test_a_reworded_line_is_still_the_same_line() -> None:
    newer = list(OLD)
    newer[3] = "Báo cáo tổng kết phong trào thi đua yêu nước năm 2030"
    (found,) = revisions(agenda(*OLD), agenda(*newer))
    assert (found.kind, found.before, found.after) == (RevisionKind.REWORDED, OLD[3], newer[3])


def test_a_new_line_knows_what_it_stands_behind_and_a_gone_one_is_named() -> None:
    newer = [*OLD[:4], "Phát động phong trào thi đua", *OLD[4:-2], OLD[-1]]
    old = agenda(*OLD)
    found = revisions(old, agenda(*newer))
    assert told(found) == [("new", "Phát động phong trào thi đua"), ("gone", "Phát biểu chỉ đạo")]
    assert found[0].behind == old.sessions[0].items[3].item_id


def test_only_the_line_that_moved_has_moved() -> None:
    newer = [OLD[0], OLD[1], OLD[2], OLD[6], OLD[3], OLD[4], OLD[5], OLD[7], OLD[8]]
    assert told(revisions(agenda(*OLD), agenda(*newer))) == [("moved", "Trao thưởng")]


def test_a_line_split_in_two_says_where_it_comes_from() -> None:
    newer = [*OLD[:2], "Tuyên bố lý do, giới thiệu đại biểu", "Khai mạc", *OLD[3:]]
    found = revisions(agenda(*OLD), agenda(*newer))
    assert told(found) == [("reworded", OLD[2]), ("split", "Khai mạc")]
    assert "tách từ" in revision_line(found[1], Language.VI)


def test_two_lines_joined_say_where_the_second_went() -> None:
    old = [*OLD[:2], "Tuyên bố lý do, giới thiệu đại biểu", "Khai mạc", *OLD[3:]]
    found = revisions(agenda(*old), agenda(*OLD))
    assert told(found) == [("reworded", old[2]), ("joined", "Khai mạc")]


def test_hours_lengths_and_names_that_changed_are_told_each() -> None:
    before = agenda(*OLD, at3="by: Ông A; duration: 15'", top="start: 7h30")
    after = agenda(*OLD, at3="by: Bà B; duration: 20'", top="start: 8h00", at5="start: 11h00")
    assert [revision_line(each, Language.VI) for each in revisions(before, after)] == [
        "~ Văn nghệ chào mừng: 07:30 thành 08:00",
        "~ Báo cáo tổng kết phong trào thi đua: người thực hiện “Ông A” thành “Bà B”",
        "~ Báo cáo tổng kết phong trào thi đua: 15' thành 20'",
        "~ Tham luận của Trạm Y tế: – thành 11:00",
    ]


def test_hours_are_told_in_the_zone_of_the_hall() -> None:
    before, after = agenda(*OLD, top="start: 0h30"), agenda(*OLD, top="start: 1h00")
    (found,) = revisions(before, after, tz=timezone(timedelta(hours=7)))
    assert (found.before, found.after) == ("07:30", "08:00")


def test_what_the_newer_plan_is_silent_on_or_guesses_stays_settled() -> None:
    settled = agenda(*OLD, at3="by: Ông A; duration: 15'")
    assert revisions(settled, agenda(*OLD)) == ()
    guessing = agenda(*OLD, at3="by: Lãnh đạo; duration: 30'")
    item_id = guessing.sessions[0].items[3].item_id
    assert revisions(settled, guessing, {item_id: frozenset({"by", "duration"})}) == ()


@given(st.permutations(OLD))
def test_any_order_of_the_same_lines_is_moves_alone(order: list[str]) -> None:
    found = revisions(agenda(*OLD), agenda(*order))
    assert {each.kind for each in found} <= {RevisionKind.MOVED}
    # whoever moves them has the newer order
    kept = [title for title in OLD if title not in {each.title for each in found}]
    assert kept == [title for title in order if title in kept]


def test_a_line_that_goes_to_another_sitting_has_moved_though_the_order_is_the_same() -> None:
    def two(morning: tuple[str, ...], afternoon: tuple[str, ...]) -> Agenda:
        def sitting(name: str, titles: tuple[str, ...]) -> str:
            rows = "".join(f"  - title: {title}\n    kind: other\n" for title in titles)
            return f"- title: {name}\n  items:\n{rows}"

        sittings = sitting("Sáng", morning) + sitting("Chiều", afternoon)
        text = f"title: Hội nghị\ndate: 27/3/2031\nsessions:\n{sittings}"
        reading = read_agenda_text(text, "a.yaml", folder=None, tz=UTC, today=date(2031, 1, 1))
        assert reading.agenda is not None, reading.errors
        return reading.agenda

    found = revisions(two(OLD[:5], OLD[5:]), two(OLD[:4], OLD[4:]))
    assert [(each.kind, each.title, each.session) for each in found] == [(RevisionKind.MOVED, OLD[4], 1)]
    assert revision_line(found[0], Language.VI) == f"↕ chuyển vị trí: {OLD[4]} (lên đầu “Chiều”)"


def test_a_break_that_ends_at_another_hour_says_so() -> None:
    before = agenda(*OLD, at3="until: 9h30")
    after = agenda(*OLD, at3="until: 9h45")
    (found,) = revisions(before, after)
    assert (found.kind, found.key, found.before, found.after) == (
        RevisionKind.RETIMED,
        "until",
        "09:30",
        "09:45",
    )
