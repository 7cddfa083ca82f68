"""A duty is marked as done at its place in the agenda file, and nothing else in it changes."""

from __future__ import annotations

from datetime import UTC, date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runofshow.agenda_file.editing.marking import FileChanged, mark_file, marked
from runofshow.agenda_file.editing.written import written
from runofshow.agenda_file.reader import read_agenda_text
from runofshow.core.agenda import Agenda

AGENDAS = sorted((Path(__file__).parents[3] / "agendas").glob("*.yaml"))
DAY = date(2026, 11, 30)
TEXT = """\
title: Hội nghị  # tên
duties:
  # nộp trước
  - {what: Nộp bài, due: 1/12/2026, when: before}  # hỏi lại
  - what: Gửi báo cáo
    due: 31/12/2026
    done: có
items:
  - {title: Khai mạc, kind: opening}
"""


def agenda_of(text: str) -> Agenda:
    agenda = read_agenda_text(text, "a.yaml", folder=None, tz=UTC, today=DAY).agenda
    assert agenda is not None
    return agenda


def test_a_mark_changes_the_line_of_its_duty_alone() -> None:
    assert marked(written(TEXT), {0: DAY}).text == TEXT.replace(
        "when: before}", "when: before, done: 30/11/2026}"
    )
    assert marked(written(TEXT), {1: DAY}).text == TEXT.replace("done: có", "done: 30/11/2026")
    assert marked(written(TEXT), {1: None}).text == TEXT.replace("    done: có\n", "")


def test_what_is_not_marked_cannot_lose_its_mark() -> None:
    assert marked(written(TEXT), {0: None}).text == TEXT


@pytest.mark.parametrize("path", AGENDAS, ids=lambda path: path.stem)
@given(data=st.data())
@settings(max_examples=6, deadline=None)
def test_every_duty_of_the_house_is_marked_and_unmarked_again(path: Path, data: st.DataObject) -> None:
    text = path.read_text(encoding="utf-8")
    before = agenda_of(text).duties
    places = st.sets(st.integers(0, len(before) - 1), min_size=1, max_size=3)
    chosen = data.draw(places.map(lambda some: {at for at in some if not before[at].done}))
    with_marks = marked(written(text), dict.fromkeys(chosen, DAY)).text
    done = {at: duty.done for at, duty in enumerate(agenda_of(with_marks).duties)}
    assert done == {at: DAY if at in chosen else duty.done for at, duty in enumerate(before)}
    kept = [line for line in with_marks.splitlines() if "done:" not in line]
    assert set(kept) <= set(text.splitlines())
    assert agenda_of(marked(written(with_marks), dict.fromkeys(chosen)).text).duties == before


def test_a_file_that_was_changed_meanwhile_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    other = TEXT.replace("Nộp bài", "Thanh toán")
    path.write_text(other, encoding="utf-8")
    with pytest.raises(FileChanged):
        mark_file(path, TEXT.encode(), {0: DAY})
    assert path.read_text(encoding="utf-8") == other


def test_a_file_is_marked_with_its_line_ends_and_its_first_sign(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    content = b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()
    path.write_bytes(content)
    new = mark_file(path, content, {0: DAY})
    assert path.read_bytes() == new
    assert new == content.replace(b"when: before}", b"when: before, done: 30/11/2026}")
