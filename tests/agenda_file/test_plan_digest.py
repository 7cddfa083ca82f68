"""What tells one state of a plan from another: the file, and the name lists beside it."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from runofshow.agenda_file.plan_digest import list_names, plan_digest

AGENDA = """\
title: Hội nghị tổng kết
items:
  - {title: Tặng Giấy khen, kind: award, award: {list: ten.csv}}
  - title: Tặng Bằng khen
    kind: award
    award:
      "list": 'bang khen.csv'
  - {title: Tặng Kỷ niệm chương, kind: award, award: {list: ten.csv}}
"""


def test_a_plan_without_lists_has_the_digest_of_its_file(tmp_path: Path) -> None:
    content = "title: Hội nghị\nnotes: a list is not a key here\nitems: [{title: A}]\n".encode()
    assert plan_digest(content, tmp_path) == hashlib.sha256(content).hexdigest()


def test_the_list_of_each_award_is_named_as_it_is_written() -> None:
    assert list_names(AGENDA.encode()) == ("ten.csv", "bang khen.csv", "ten.csv")


def test_other_names_in_a_list_make_it_another_plan(tmp_path: Path) -> None:
    seen = {plan_digest(AGENDA.encode(), tmp_path)}
    for name, text in (("ten.csv", "Họ và tên\nA"), ("ten.csv", "Họ và tên\nB"), ("bang khen.csv", "Tên\nA")):
        (tmp_path / name).write_text(text, "utf-8")
        seen.add(plan_digest(AGENDA.encode(), tmp_path))
    assert len(seen) == 4


def test_the_same_names_elsewhere_make_the_same_plan(tmp_path: Path) -> None:
    for folder in (tmp_path / "a", tmp_path / "b"):
        folder.mkdir()
        (folder / "ten.csv").write_text("Họ và tên\nA", "utf-8")
    assert plan_digest(AGENDA.encode(), tmp_path / "a") == plan_digest(AGENDA.encode(), tmp_path / "b")


@pytest.mark.parametrize("content", [b"", b"\xff\xfelist:", b"list: [", b"items: [{award: {list: [1]}}]"])
def test_what_is_no_agenda_has_a_digest_all_the_same(content: bytes, tmp_path: Path) -> None:
    assert len(plan_digest(content, tmp_path)) == 64
