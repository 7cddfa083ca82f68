"""A new event out of an old agenda keeps every comment and the order of the template."""

from __future__ import annotations

import difflib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.agenda_file.clone import CloneError, clone_text
from runofshow.agenda_file.wording import line_of
from tests.agenda_file.given import agenda_of

TEMPLATE = """\
# Mẫu của thị xã
title: Hội nghị điển hình tiên tiến thị xã Bỉm Sơn  # tên đầy đủ
organiser: UBND thị xã Bỉm Sơn
period:  # chưa chốt
  text: trước 20/6/2020
  to: 20/6/2020

# hội trường chưa có
venue:
backdrop: |
  ỦY BAN NHÂN DÂN
  THỊ XÃ BỈM SƠN

items:
  # mở đầu
  - title: Chào cờ
    kind: flag_salute
  - {title: Khai mạc, kind: opening, by: Ông A}
  - kind: paper
    title: Tham luận  # ba tham luận
    parts:
      - title: Một
        kind: paper
        by: "Phòng Kinh tế"
      - {title: Hai, kind: paper}
"""


def test_what_was_done_for_the_old_event_is_still_to_be_done_for_the_new_one() -> None:
    owed = "duties:\n  - {what: Gửi báo cáo, done: 31/12/2019, when: after}\n  - what: Cảm ơn\n    done: có\n"
    assert changed({"venue": "Hội trường B"}, TEMPLATE + owed) == [
        "- venue:",
        "+ venue: Hội trường B",
        "-   - {what: Gửi báo cáo, done: 31/12/2019, when: after}",
        "+   - {what: Gửi báo cáo, when: after}",
        "-     done: có",
    ]


def changed(settings: dict[str, str], template: str = TEMPLATE) -> list[str]:
    """The lines taken out and put in."""
    new = clone_text(template, settings)
    lines = difflib.ndiff(template.splitlines(), new.splitlines())
    return [line for line in lines if line[:2] in ("- ", "+ ")]


@pytest.mark.parametrize(
    ("key", "value", "lines"),
    [
        (
            "title",
            "Hội nghị phường Ba Đình",
            [
                "- title: Hội nghị điển hình tiên tiến thị xã Bỉm Sơn  # tên đầy đủ",
                "+ title: Hội nghị phường Ba Đình  # tên đầy đủ",
            ],
        ),
        ("venue", "Hội trường: tầng 2", ["- venue:", '+ venue: "Hội trường: tầng 2"']),
        ("items.1.by", "Bà B, Chủ tịch", [
            "-   - {title: Khai mạc, kind: opening, by: Ông A}",
            '+   - {title: Khai mạc, kind: opening, by: "Bà B, Chủ tịch"}',
        ]),
        ("items.2.parts.0.by", "Phòng Y tế", ['-         by: "Phòng Kinh tế"', "+         by: Phòng Y tế"]),
        ("items.2.parts.1.by", "Phòng Y tế", [
            "-       - {title: Hai, kind: paper}",
            "+       - {title: Hai, kind: paper, by: Phòng Y tế}",
        ]),
        ("items.0.by", "Tổ Quốc kỳ", ["+     by: Tổ Quốc kỳ"]),
        ("items.2.notes", "Ba bài", ["+     notes: Ba bài"]),
        ("start", "7h30", ["+ start: 7h30"]),
        ("crew.mc", "Chị C", ["+ crew: {mc: Chị C}"]),
        ("period.to", "30/6/2020", ["-   to: 20/6/2020", "+   to: 30/6/2020"]),
        (
            "backdrop",
            "PHƯỜNG\nBA ĐÌNH",
            [
                "- backdrop: |",
                "-   ỦY BAN NHÂN DÂN",
                "-   THỊ XÃ BỈM SƠN",
                '+ backdrop: "PHƯỜNG\\nBA ĐÌNH"',
            ],
        ),
        (
            "date",
            "10/3/2020",
            ["- period:  # chưa chốt", "-   text: trước 20/6/2020", "-   to: 20/6/2020", "+ date: 10/3/2020"],
        ),
    ],
)  # fmt: skip
def test_a_setting_changes_its_lines_and_no_other(key: str, value: str, lines: list[str]) -> None:
    assert sorted(changed({key: value})) == sorted(lines)


def test_the_new_event_says_what_was_set() -> None:
    agenda = agenda_of(
        clone_text(
            TEMPLATE,
            {
                "title": "Hội nghị phường Ba Đình",
                "venue": "Nhà văn hóa #2",
                "date": "10/3/2020",
                "start": "7h30",
                "items.1.by": "null",
                "items.0.award.presenter": "- Ông A",
            },
        )
    )
    first, second, _ = agenda.sessions[0].items
    assert (agenda.title, agenda.venue) == ("Hội nghị phường Ba Đình", "Nhà văn hóa #2")
    assert (agenda.day.text, agenda.sessions[0].start_at.hour) == ("10/3/2020", 0)
    assert second.by == "null"
    assert first.award is not None
    assert first.award.presenter == "- Ông A"


@pytest.mark.parametrize(
    ("key", "code", "suggestion"),
    [
        ("titel", "unknown_setting", "title"),
        ("venu.e", "unknown_setting", "venue.e"),
        ("items.9.by", "unknown_setting", ""),
        ("items.x.by", "unknown_setting", ""),
        ("items.-1.by", "unknown_setting", ""),
        ("items.0.nguoi", "unknown_setting", "items.0.by"),
        ("items.0.award.giver", "unknown_setting", ""),
        ("title.0", "unknown_setting", ""),
        ("", "unknown_setting", ""),
        ("sessions.0.start", "unknown_setting", ""),
        ("items", "setting_not_text", ""),
        ("items.0", "setting_not_text", ""),
        ("items." + "9" * 5000, "unknown_setting", ""),
    ],
)
def test_a_path_that_leads_nowhere_is_refused(key: str, code: str, suggestion: str) -> None:
    with pytest.raises(CloneError) as refused:
        clone_text(TEMPLATE, {key: "A"})
    (complaint,) = refused.value.complaints
    assert (complaint.code, dict(complaint.about)["suggestion"]) == (code, suggestion)


def test_a_value_that_does_not_fit_is_refused_with_its_place() -> None:
    with pytest.raises(CloneError) as refused:
        clone_text(TEMPLATE, {"date": "31/2/2020"})
    assert [(each.code, each.line) for each in refused.value.complaints] == [("no_such_day", 4)]


def test_a_template_with_errors_is_refused() -> None:
    with pytest.raises(CloneError) as refused:
        clone_text("title: A\n", {"title": "B"})
    assert [each.code for each in refused.value.complaints] == ["no_items"]


def test_a_period_is_replaced_even_at_the_end_of_the_file() -> None:
    template = "title: A\nitems: [{title: B, kind: speech}]\nperiod:\n  text: A\n  to:\n# hết\n"
    assert clone_text(template, {"date": "1/4/2020"}).endswith("kind: speech}]\ndate: 1/4/2020\n# hết\n")


def test_a_template_of_one_line_can_be_set_too() -> None:
    new = clone_text("{title: A, items: [{title: B, kind: speech}]}", {"title": "C, D", "venue": "E"})
    assert new == '{title: "C, D", items: [{title: B, kind: speech}], venue: E}'


@given(
    st.text(
        st.characters(codec="utf-8", exclude_categories=["C", "Z", "M"])
        | st.sampled_from(" :#-'\"{}[]&*!|>%@`,~\n")
    )
)
def test_any_words_can_be_a_title_a_person_and_a_note(text: str) -> None:
    line = line_of(text) or "A"
    agenda = agenda_of(clone_text(TEMPLATE, {"title": line, "items.1.by": line, "items.0.notes": line}))
    first, second, _ = agenda.sessions[0].items
    assert (agenda.title, second.by, first.notes) == (line, line, line)
