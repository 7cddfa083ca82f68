"""Advice on those who are honoured, each with what to do, and silence where all is well."""

from __future__ import annotations

import pytest

from runofshow.agenda_file.complaint import complaint_line
from runofshow.texts import Language
from tests.agenda_file.given import HEAD, read

OF_RECIPIENTS = {
    "recipient_no_name",
    "same_name_twice",
    "recipient_twice",
    "recipient_without_unit",
    "higher_form_later",
    "person_before_collective",
    "batch_too_wide",
    "batch_too_small",
    "batch_without_presenter",
    "presenter_receives",
    "state_called_after",
    "cue_step_not_taken",
}


def award(title: str, recipients: str, more: str = "presenter: Đồng chí Chủ tịch") -> str:
    return (
        f"- {{title: {title}, kind: award, award: {{decision: Số 1, {more}, recipients: [{recipients}]}}}}\n"
    )


def advised(items: str) -> dict[str, dict[str, str]]:
    reading = read(f"{HEAD}items:\n{items}")
    assert reading.errors == ()
    found = [each for each in reading.complaints if each.code in OF_RECIPIENTS]
    assert all(complaint_line(each, language) for each in found for language in Language)
    assert len({each.code for each in found}) == len(found), found
    return {each.code: dict(each.about) | {"line": str(each.line)} for each in found}


def many(count: int) -> str:
    return ", ".join(f"Ông Người {number}" for number in range(count))


def test_an_award_whose_presenter_is_known_and_nobody_else_is_left_alone() -> None:
    assert advised("- {title: Trao Giấy khen, kind: award, award: {presenter: Đồng chí Chủ tịch}}\n") == {}


def test_an_award_in_good_order_is_left_alone() -> None:
    told = "{name: Ông An, unit: Sở Y tế}, {name: Ông An, unit: Sở Nội vụ}, {name: Bà Bình, unit: Sở Y tế}"
    assert (
        advised(
            award("Huân chương Lao động hạng Ba", "Trường A, {name: Bà Hoa, unit: Trường B}", "level: state")
            + award("Bằng khen", told)
            + award("Giấy khen", many(24), "presenter: B, batch: 12")
        )
        == {}
    )


@pytest.mark.parametrize("nobody", ["5", "true", "2026-11-30", "..."])
def test_what_is_no_name_is_asked_about(nobody: str) -> None:
    found = advised(award("Giấy khen", f"Ông An, {nobody}"))
    assert found["recipient_no_name"]["who"] == nobody


def test_two_of_one_name_and_one_unit_are_asked_about() -> None:
    found = advised(award("Giấy khen", "{name: Ông An, unit: Sở Y tế}, Bà Bình, {name: An, unit: SỞ Y TẾ}"))
    assert found["same_name_twice"]["who"] == "Ông An"
    assert found["same_name_twice"]["others"] == "An"


def test_somebody_who_is_honoured_twice_is_told_with_where() -> None:
    found = advised(award("Bằng khen", "Ông An, Bà Bình") + award("Giấy khen", "Ông An"))
    assert found["recipient_twice"]["others"] == "Giấy khen"


def test_a_missing_unit_is_told_where_most_have_one() -> None:
    unit = ", ".join(f"{{name: Ông Người {number}, unit: Sở Y tế}}" for number in range(3))
    assert advised(award("Giấy khen", f"{unit}, Ông An, Trường THCS Ngọc Lan"))["recipient_without_unit"][
        "who"
    ] == ("Ông An")
    assert "recipient_without_unit" not in advised(award("Giấy khen", "{name: Ông A, unit: X}, Ông B"))


def test_a_higher_form_comes_before_a_lower_one() -> None:
    found = advised(award("Giấy khen", "Ông An") + award("Bằng khen", "Bà Bình"))
    assert (found["higher_form_later"]["title"], found["higher_form_later"]["line"]) == ("Bằng khen", "5")


def test_collectives_come_first_inside_one_form_only() -> None:
    person, body = "{name: Ông An, unit: Sở Y tế}", "Trường THCS Ngọc Lan"
    found = advised(award("Bằng khen", f"{person}, {body}"))
    assert found["person_before_collective"]["who"] == body
    assert advised(award("Bằng khen", person) + award("Giấy khen", body)) == {}


def test_a_row_is_no_wider_than_a_stage_and_no_narrower_than_a_photo() -> None:
    assert advised(award("Giấy khen", many(13)))["batch_too_wide"]["count"] == "13"
    found = advised(award("Giấy khen", many(14), "presenter: B, batch: 12"))
    assert (found["batch_too_small"]["title"], found["batch_too_small"]["count"]) == ("Đợt 2/2", "2")


def test_a_batch_that_nobody_hands_over_is_told_beside_those_that_are() -> None:
    part = "{title: Đợt %d, kind: award, award: {%srecipients: [Ông A%d, Ông B%d, Ông C%d]}}"
    parts = f"{part % (1, 'presenter: X, ', 1, 1, 1)}, {part % (2, '', 2, 2, 2)}"
    found = advised(f"- {{title: Giấy khen, kind: award, award: {{decision: Số 1}}, parts: [{parts}]}}\n")
    assert found["batch_without_presenter"]["title"] == "Đợt 2"


@pytest.mark.parametrize("presenter", ["Đồng chí An", "Bà Bình; ông An, Chủ tịch"])
def test_nobody_receives_from_their_own_hand(presenter: str) -> None:
    found = advised(award("Giấy khen", "Ông An, Bà Cúc", f'presenter: "{presenter}"'))
    assert found["presenter_receives"]["who"] == "Ông An"


def test_state_level_is_called_up_before_the_reading() -> None:
    medal = "Huân chương Lao động hạng Ba"
    denied = "presenter: B, called_before_reading: no"
    assert "state_called_after" in advised(award(medal, "Ông An", denied))
    assert "state_called_after" not in advised(award(medal, "Ông An", "presenter: B"))
    assert "state_called_after" not in advised(award("Giấy khen", "Ông An", denied))


def with_cue(step: str, award: str) -> str:
    cue = f"{{to: crew, do: do, text: A, at: step {step}}}"
    return f"- {{title: Giấy khen, kind: award, award: {{presenter: B, {award}}}, cues: [{cue}]}}\n"


@pytest.mark.parametrize(
    ("step", "award"),
    [
        ("photo", "photo: no, recipients: [Ông An]"),
        ("flowers", "recipients: [Ông An]"),
        ("reading", "recipients: [Ông An]"),
        ("flowers", f"batch: 12, recipients: [{many(24)}]"),
    ],
)
def test_a_cue_at_a_step_that_is_not_taken_is_told(step: str, award: str) -> None:
    found = advised(with_cue(step, award))
    assert (found["cue_step_not_taken"]["step"], found["cue_step_not_taken"]["line"]) == (step, "4")


@pytest.mark.parametrize(
    ("step", "award"),
    [
        ("photo", "recipients: [Ông An]"),
        ("flowers", "flowers: yes, recipients: [Ông An]"),
        ("reading", "decision: Số 1, recipients: [Ông An]"),
        ("reading", f"decision: Số 1, batch: 12, recipients: [{many(24)}]"),
    ],
)
def test_a_cue_at_a_step_that_is_taken_is_left_alone(step: str, award: str) -> None:
    assert "cue_step_not_taken" not in advised(with_cue(step, award))


def test_a_step_of_what_is_no_award_is_never_taken() -> None:
    cue = "{to: crew, do: do, text: A, at: step photo}"
    assert advised(f"- {{title: A, kind: speech, cues: [{cue}]}}\n")["cue_step_not_taken"]["title"] == "A"
