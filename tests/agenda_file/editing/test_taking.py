"""What is accepted of a newer plan stands in the agenda's text then, and every other line as it was."""

from __future__ import annotations

from datetime import UTC, date

from hypothesis import given, settings
from hypothesis import strategies as st

from runofshow.agenda_file.editing.taking import taken
from runofshow.agenda_file.editing.written import written
from runofshow.agenda_file.reader import read_agenda_text
from runofshow.agenda_file.revision import RevisionKind, revisions
from runofshow.core.agenda import Agenda

OLD = """\
# của văn phòng
title: Hội nghị tổng kết
date: 27/3/2031
start: 7h30
items:
  - title: Chào cờ      # nhạc không lời
    kind: flag_salute
  # do Phó Chủ tịch
  - title: Khai mạc
    kind: opening
    by: Ông A
  - {title: Báo cáo tổng kết, kind: report, duration: 15'}
  - title: Tham luận
    kind: paper
    parts:
      - title: Phòng Kinh tế báo cáo kinh nghiệm
        kind: paper
      - title: Trạm Y tế nêu sáng kiến
        kind: paper
  - title: Bế mạc
    kind: closing
"""

NEWER = """\
title: Hội nghị tổng kết
date: 27/3/2031
start: 8h00
items:
- title: Chào cờ
  kind: flag_salute
- title: Báo cáo tổng kết năm 2030
  kind: report
  duration: 20'
- title: Khai mạc
  kind: opening
- title: Phát động thi đua
  kind: launch
  guessed: [kind]
- title: Ký giao ước
  kind: pledge
- title: Tham luận
  kind: paper
  parts:
  - title: Trạm Y tế nêu sáng kiến
    kind: paper
  - title: Đoàn Thanh niên xung kích
    kind: paper
- title: Bế mạc
  kind: closing
"""


def read(text: str) -> Agenda:
    reading = read_agenda_text(text, "a.yaml", folder=None, tz=UTC, today=date(2031, 1, 1))
    assert reading.agenda is not None, reading.errors
    return reading.agenda


def after(old: str, newer: str, *kinds: RevisionKind) -> str:
    """The old text with those changes of the newer one; all of them where none is named."""
    found = revisions(read(old), read(newer))
    accepted = [each for each in found if not kinds or each.kind in kinds]
    return taken(written(old), read(old), read(newer), written(newer), accepted).text


def titles(text: str) -> list[str]:
    items = [item for session in read(text).sessions for item in session.items]
    return [row.title for item in items for row in (item, *item.parts)]


def test_all_changes_give_the_newer_order_and_words() -> None:
    text = after(OLD, NEWER)
    assert titles(text) == titles(NEWER)
    assert "start: 8h00" in text
    assert "by: Ông A" in text
    assert "duration: 20'" in text


def test_comments_and_untouched_lines_stay() -> None:
    text = after(OLD, NEWER)
    assert "# của văn phòng\n" in text
    assert "  - title: Chào cờ      # nhạc không lời\n" in text
    assert "  # do Phó Chủ tịch\n  - title: Khai mạc\n" in text


def test_two_new_lines_in_a_row_come_in_their_order_with_their_guesses() -> None:
    text = after(OLD, NEWER, RevisionKind.NEW)
    assert titles(text)[titles(text).index("Phát động thi đua") + 1] == "Ký giao ước"
    assert "guessed" in text


def test_nothing_accepted_changes_nothing() -> None:
    assert taken(written(OLD), read(OLD), read(NEWER), written(NEWER), []).text == OLD


def test_a_gone_line_is_taken_out_only_when_it_is_accepted() -> None:
    assert "Phòng Kinh tế" in after(OLD, NEWER, RevisionKind.NEW, RevisionKind.MOVED)
    assert "Phòng Kinh tế" not in after(OLD, NEWER, RevisionKind.GONE)


def test_the_last_part_that_goes_leaves_no_empty_list() -> None:
    newer = OLD[: OLD.index("    parts:\n")] + OLD[OLD.index("  - title: Bế mạc") :]
    assert "parts" not in after(OLD, newer)


def test_sessions_of_as_many_are_each_the_one_in_its_turn() -> None:
    def text(morning: str, afternoon: str) -> str:
        said = [
            f"- title: {name}\n  start: {hour}\n  items:\n"
            + "".join(f"  - title: {title}\n    kind: other\n" for title in titles.split(", "))
            for name, hour, titles in (("Sáng", "8h00", morning), ("Chiều", "13h30", afternoon))
        ]
        return "title: Hội nghị\nsessions:\n" + "".join(said)

    old = text("Chào cờ, Báo cáo chính trị, Tham luận", "Bế mạc")
    newer = text("Chào cờ", "Báo cáo chính trị, Tham luận, Bế mạc")
    sessions = read(after(old, newer)).sessions
    assert [[item.title for item in each.items] for each in sessions] == [
        [item.title for item in each.items] for each in read(newer).sessions
    ]


LINES = ("Chào cờ", "Khai mạc", "Báo cáo chính trị", "Tham luận", "Trao thưởng", "Phát động", "Bế mạc")


@given(st.permutations(LINES), st.permutations(LINES), st.integers(1, 7), st.integers(1, 7))
@settings(max_examples=60, deadline=None)
def test_any_plan_becomes_any_other(one: list[str], other: list[str], first: int, second: int) -> None:
    def text(lines: list[str]) -> str:
        return "title: Hội nghị\nitems:\n" + "".join(f"- title: {line}\n  kind: other\n" for line in lines)

    old, newer = text(one[:first]), text(other[:second])
    assert titles(after(old, newer)) == other[:second]
