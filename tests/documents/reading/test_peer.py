"""A project of the leading peer, in the shapes of its versions."""

from __future__ import annotations

import json

import pytest

from runofshow.documents.document import Document, Table
from runofshow.documents.doubt import DoubtCode
from runofshow.documents.reading.opening import read_bytes
from runofshow.office.failure import CannotRead, Failure

MINUTE = 60_000


def _event(title: str, start: int, minutes: int, **more: object) -> dict[str, object]:
    """`start` in minutes of the day."""
    times = {"timeStart": start * MINUTE, "timeEnd": (start + minutes) * MINUTE, "duration": minutes * MINUTE}
    return {
        "type": "event",
        "title": title,
        "note": "",
        "cue": "1",
        "skip": False,
        "custom": {},
        **times,
        **more,
    }


def _read(project: object) -> Document:
    return read_bytes(json.dumps(project).encode(), "a.json")


def _rows(document: Document, part: int = 0) -> list[list[str]]:
    (table,) = (block for block in document.parts[part].blocks if isinstance(block, Table))
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_version_four_gives_each_rundown_in_its_order_with_its_groups() -> None:
    group = {"type": "group", "title": "Phần 1", "entries": ["b"]}
    entries = {
        "a": _event("Đón tiếp", 450, 30),
        "g": group,
        "b": _event("Chào cờ", 480, 5, custom={"P": "MC"}),
    }
    project = {
        "project": {"title": "Hội nghị tổng kết"},
        "customFields": {
            "P": {"label": "Presenter", "type": "text"},
            "L": {"label": "Lights", "type": "text"},
        },
        "rundowns": {
            "1": {"title": "Sáng", "order": ["a", "g"], "entries": entries},
            "2": {"title": "Chiều", "order": ["x"], "entries": {"x": _event("Bế mạc", 900, 0, note="nhạc")}},
        },
    }
    document = _read(project)
    assert [part.name for part in document.parts] == ["Sáng", "Chiều"]
    assert next(document.parts[0].lines()).text == "Hội nghị tổng kết"
    assert _rows(document) == [
        ["STT", "Giờ", "Nội dung", "Người thực hiện", "Ghi chú", "Lights"],
        ["1", "07:30 - 08:00", "Đón tiếp", "", "", ""],
        ["Phần 1"],
        ["1", "08:00 - 08:05", "Chào cờ", "MC", "", ""],
    ]
    assert _rows(document, 1)[1] == ["1", "15:00", "Bế mạc", "", "nhạc", ""]


def test_version_three_is_one_list_and_what_is_skipped_is_hidden() -> None:
    rundown = [
        {"type": "block", "title": "Phần nghi thức"},
        _event("Chào cờ", 480, 5),
        {"type": "delay", "duration": MINUTE},
        _event("Văn nghệ", 485, 10, skip=True, presenter="Đoàn", subtitle="3 tiết mục"),
    ]
    document = _read({"rundown": rundown, "settings": {}})
    assert _rows(document)[1:] == [
        ["Phần nghi thức"],
        ["1", "08:00 - 08:05", "Chào cờ", "", ""],
        ["1", "08:05 - 08:15", "Văn nghệ\n3 tiết mục", "Đoàn", ""],
    ]
    assert [doubt.code for doubt in document.doubts] == [DoubtCode.HIDDEN_ROWS]


def test_a_rundown_without_any_time_gives_no_hours() -> None:
    assert _rows(_read({"rundown": [_event("Chào cờ", 0, 0)]}))[1][1] == ""


@pytest.mark.parametrize(
    ("data", "failure"),
    [
        (b'{"name": "x"}', Failure.UNKNOWN_FORM),
        (b'{"rundown": [', Failure.DAMAGED),
        (b'{"a":' * 100_000, Failure.DAMAGED),
    ],
)
def test_other_json_is_refused(data: bytes, failure: Failure) -> None:
    with pytest.raises(CannotRead) as cannot:
        read_bytes(data, "a.json")
    assert cannot.value.failure is failure


@pytest.mark.parametrize("rundowns", [[], {"1": None}, {"1": {"order": ["a", 3, None], "entries": {"a": 5}}}])
def test_a_project_of_odd_values_is_empty(rundowns: object) -> None:
    assert list(_read({"rundowns": rundowns}).parts[0].lines()) == []


def test_a_group_that_holds_itself_ends() -> None:
    group = {"type": "group", "title": "Vòng", "entries": ["g", "g"]}
    document = _read({"rundowns": {"1": {"order": ["g"], "entries": {"g": group}}}})
    assert len(_rows(document)) < 5_000
