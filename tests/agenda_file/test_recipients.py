"""Those who are honoured as an agenda lists them: ids of their own, and batches."""

from __future__ import annotations

from datetime import timedelta

import pytest

from runofshow.agenda_file.writing import write_agenda
from runofshow.core.agenda import Item, Recipient
from tests.agenda_file.given import HEAD, TODAY, TZ, read, spots
from tests.agenda_file.test_writing import reread

FULL = """
- name: Ông Đinh Công Tâm
  unit: Hợp tác xã Bến Xanh
  post: Giám đốc
  address: đồng chí
  said: Đinh-công-Tâm
  note: đi xe lăn
  proxy: bà Lê Thị Sáu
  posthumous: true
  collective: false
  absent: false
  id: tam
- {name: cố Trần Văn Bảy, posthumous: no}
- Trường THCS Ngọc Lan (vắng mặt có lý do)
"""


def award(recipients: str, more: str = "", item: str = "") -> str:
    listed = "".join(f"    {line}\n" for line in recipients.strip().splitlines())
    return f"{HEAD}items:\n- title: Giấy khen\n  kind: award\n{item}  award:\n{more}    recipients:\n{listed}"


def lines(*names: str) -> str:
    return "".join(f"- {name}\n" for name in names)


def first(text: str) -> Item:
    agenda = read(text).agenda
    assert agenda is not None, read(text).errors
    assert reread(agenda) == agenda
    return agenda.sessions[0].items[0]


def listed(item: Item) -> tuple[Recipient, ...]:
    assert item.award is not None
    return item.award.recipients


def ids(*names: str) -> list[str]:
    return [one.recipient_id for one in listed(first(award(lines(*names))))]


def test_a_recipient_says_all_that_is_known_of_them() -> None:
    tam, bay, lan = listed(first(award(FULL)))
    assert tam == Recipient(
        "tam",
        "Ông Đinh Công Tâm",
        "Hợp tác xã Bến Xanh",
        "Giám đốc",
        "đồng chí",
        "Đinh-công-Tâm",
        "đi xe lăn",
        collective=False,
        posthumous=True,
        proxy="bà Lê Thị Sáu",
    )
    assert bay == Recipient("tran-van-bay", "cố Trần Văn Bảy")
    assert lan == Recipient(
        "truong-thcs-ngoc-lan", "Trường THCS Ngọc Lan", note="vắng mặt có lý do", absent=True
    )


def test_lines_that_say_all_are_written_as_lines() -> None:
    agenda = read(award(FULL)).agenda
    assert agenda is not None
    text = write_agenda(agenda, tz=TZ, today=TODAY)
    assert "    - Trường THCS Ngọc Lan (vắng mặt có lý do)\n" in text
    assert "id: tam\n" in text
    assert "tran-van-bay" not in text


def test_an_id_is_the_name_without_what_is_said_before_it() -> None:
    assert ids("Ông Nguyễn Văn An", "Trạm Y tế xã Suối Mơ") == ["nguyen-van-an", "tram-y-te-xa-suoi-mo"]


def test_two_of_one_name_are_told_apart_by_their_unit_and_then_counted() -> None:
    told = "{name: Nguyễn Văn An, unit: Sở Y tế}"
    assert ids(told, "Bà Nguyễn Văn An", told, "{name: Ông An, id: nguyen-van-an}") == [
        "nguyen-van-an-so-y-te",
        "nguyen-van-an-2",
        "nguyen-van-an-so-y-te-2",
        "nguyen-van-an",
    ]


def test_an_id_stays_when_another_name_is_put_in() -> None:
    names = ["Ông A Văn B", "Bà C", "Trường D"]
    assert ids(*names[:1], "Ông Mới", *names[1:]) == [ids(*names)[0], "moi", *ids(*names)[1:]]


def test_an_id_is_never_longer_than_ids_are_and_never_empty() -> None:
    made = ids("Trường " + "Nguyễn " * 30, "Trường " + "Nguyễn " * 31, "Ω")
    assert made[2] == "recipient"
    assert len(set(made)) == 3
    assert max(map(len, made)) <= 64


def test_one_id_for_two_is_an_error_across_lists() -> None:
    other = "- title: B\n  kind: award\n  award: {recipients: [{name: B, id: x}]}\n"
    reading = read(award("- {name: A, id: x}") + other)
    assert spots(reading) == [("duplicate_id", 11, 38)]


@pytest.mark.parametrize(
    ("recipient", "code", "suggestion"),
    [
        ("{ten: A, unit: B}", "unknown_key", "name"),
        ("{name: A, don vi: B}", "unknown_key", "unit"),
        ("{name: A, Chức vụ: B}", "unknown_key", "post"),
        ("{name: A, xưng hô: B}", "unknown_key", "address"),
        ("{name: A, nhận thay: B}", "unknown_key", "proxy"),
        ("{name: A, ghi chú: B}", "unknown_key", "note"),
        ("{name: A, absent: maybe}", "not_a_boolean", ""),
        ("{unit: B}", "missing_key", ""),
        ("[A, B]", "wrong_type", ""),
        ("{ten: C D}", "unknown_key", "name"),
        ("{Họ và tên: C D}", "unknown_key", "name"),
        ("Tập thể: Phòng A", "wrong_type", ""),
        ("null", "empty_text", ""),
        ("~", "empty_text", ""),
        ("", "empty_text", ""),
        ("{name: null}", "missing_key", ""),
    ],
)
def test_a_wrong_recipient_is_told_with_what_was_meant(recipient: str, code: str, suggestion: str) -> None:
    (wrong,) = read(award(f"- {recipient}")).errors
    assert (wrong.code, wrong.line) == (code, 8)
    assert dict(wrong.about).get("suggestion", "") == suggestion


@pytest.mark.parametrize(
    ("recipient", "write"),
    [("[x]", '- "x"'), ("[A, B]", 'recipients: ["A", "B"]'), ("Tập thể: Phòng A", '- "Tập thể: Phòng A"')],
)
def test_an_entry_that_is_no_recipient_is_told_how_it_would_be(recipient: str, write: str) -> None:
    (wrong,) = read(award(f"- {recipient}")).errors
    assert dict(wrong.about)["write"] == write


def test_who_is_called_so_in_quotes_is_somebody() -> None:
    assert [one.name for one in listed(first(award('- "Null"')))] == ["Null"]


def batches(count: int, more: str, item: str = "") -> Item:
    return first(award(lines(*(f"Ông Người {number}" for number in range(count))), more, item))


def test_a_size_makes_batches_each_in_order_with_its_own_recipients() -> None:
    heading = batches(25, "    batch: 10\n    presenter: Đồng chí A\n")
    assert [part.title for part in heading.parts] == ["Đợt 1/3", "Đợt 2/3", "Đợt 3/3"]
    assert [part.number for part in heading.parts] == ["1.1", "1.2", "1.3"]
    assert [len(listed(part)) for part in heading.parts] == [10, 10, 5]
    assert [one.name for part in heading.parts for one in listed(part)] == [
        f"Ông Người {n}" for n in range(25)
    ]
    assert listed(heading) == ()
    assert {part.kind for part in heading.parts} == {"award"}


def test_batches_take_what_they_take_in_practice() -> None:
    heading = batches(25, "    batch: 10\n    presenter: Đồng chí A\n")
    assert [part.duration for part in heading.parts] == [
        timedelta(seconds=80 + 9 * count) for count in (10, 10, 5)
    ]
    assert all(part.assumed for part in heading.parts)
    assert heading.assumed
    by_two = batches(10, "    batch: 5\n    presenter: Đồng chí A; đồng chí B\n")
    assert by_two.parts[0].duration == timedelta(seconds=80 + 5 * 5)


def test_a_written_length_is_shared_out_as_the_batches_take() -> None:
    heading = batches(25, "    batch: 10\n", "  duration: 10'\n")
    assert sum((part.duration for part in heading.parts), timedelta()) == timedelta(minutes=10)
    assert [part.duration.seconds for part in heading.parts] == [220, 219, 161]
    assert not heading.assumed
    assert all(part.assumed for part in heading.parts)


@pytest.mark.parametrize("count", [1, 10])
def test_who_all_come_up_at_once_are_no_batches(count: int) -> None:
    assert batches(count, "    batch: 10\n").parts == ()


@pytest.mark.parametrize("size", ["0", "41", "mười", "-3"])
def test_a_size_that_no_stage_holds_is_an_error(size: str) -> None:
    (wrong,) = read(award("- A", f"    batch: {size}\n")).errors
    assert (wrong.code, wrong.line) == ("bad_batch", 7)


def test_what_has_parts_is_divided_already() -> None:
    parts = "  parts: [{title: B, kind: award, award: {batch: 2, recipients: [A, B, C]}}]\n"
    reading = read(award("- A", "    batch: 1\n", parts))
    assert [(each.code, each.line) for each in reading.errors] == [
        ("batch_with_parts", 6),
        ("batch_with_parts", 8),
    ]


def test_switches_are_kept_as_written() -> None:
    item = first(award("- A", "    flowers: yes\n    photo: no\n    on_display: yes\n"))
    assert item.award is not None
    assert (item.award.flowers, item.award.photo, item.award.on_display) == (True, False, True)


def test_batches_in_sessions_are_batches_too() -> None:
    text = (
        f"{HEAD}sessions:\n- title: Sáng\n  items:\n  - title: A\n    kind: award\n"
        "    award: {batch: 1, recipients: [A, B]}\n"
    )
    assert [part.item_id for part in first(text).parts] == ["s1.m1.1", "s1.m1.2"]
