"""An agenda told by a glance: what it is called, and that another program's YAML is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from runofshow.agenda_file.glance import title_at_a_glance
from tests.terminal import ROOT


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("title: Hội nghị tổng kết\nitems: []\n", "Hội nghị tổng kết"),
        ('# theo kế hoạch\n\ntitle: "Hội nghị: tổng kết"\n', "Hội nghị: tổng kết"),
        ("\ufefftitle: 'A'\r\nstart: 8h00\r\n", "A"),
        ("title: >-\n  Hội nghị\n  tổng kết\n", "Hội nghị"),
        ("start: 8h00\nitems:\n  - {title: Khai mạc}\n", ""),
        ("services:\n  title: x\n  items: y\n", None),
        ("", None),
        ("title: a\x1b[2Jb\n", "a\\x1b[2Jb"),
    ],
)
def test_the_title_is_read_off_the_top_of_an_agenda(text: str, title: str | None, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(text.encode())
    assert title_at_a_glance(path) == title


def test_every_agenda_that_comes_with_the_program_is_known() -> None:
    for path in (ROOT / "agendas").glob("*.yaml"):
        assert title_at_a_glance(path)


def test_what_is_no_text_is_no_agenda(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(bytes(range(256)) * 1000)
    assert title_at_a_glance(path) is None
