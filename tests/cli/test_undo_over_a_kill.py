"""Undo and redo over a kill -9, on the program itself: the picture of a show where it was never made."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from runofshow.core.agenda import Role
from runofshow.core.events import Entry
from runofshow.core.evolve import replay
from runofshow.core.picture import take_snapshot
from runofshow.core.views.roles import view_of
from runofshow.core.wire import as_json
from runofshow.journal import FILE_NAME, read_journal
from tests.cli.consoles import console

AGENDA = """\
title: Hội nghị tổng kết
start: 8h00
items:
  - title: Khai mạc
    kind: speech
    duration: 10'
    cues:
      - {to: music, text: Nhạc chào, id: greeting, at: "word Mời đại biểu"}
      - {to: mc, text: Mời vào chỗ, at: "word Kính thưa"}
  - {title: Báo cáo, kind: speech, duration: 20'}
"""
OF_THE_HALL = ("seq", "presence", "answering", "waiting")
"""Who is connected, and how many lines there are: of the process, not of the show."""


def seen(picture: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in picture.items() if name not in OF_THE_HALL}


def assert_same(one: Any, other: Any, about: str = "") -> None:
    """To the field; the wire rounds the moment of the picture to a thousandth, and so what hangs on it."""
    if isinstance(one, dict) and isinstance(other, dict):
        assert one.keys() == other.keys(), about
        for name in one:
            assert_same(one[name], other[name], f"{about}.{name}")
    elif isinstance(one, list) and isinstance(other, list):
        assert len(one) == len(other), about
        for number, pair in enumerate(zip(one, other, strict=True)):
            assert_same(*pair, f"{about}[{number}]")
    elif isinstance(one, float | int) and isinstance(other, float | int):
        assert abs(one - other) < 0.01, (about, one, other)
    elif one != other:
        moments = datetime.fromisoformat(one), datetime.fromisoformat(other)
        assert abs(moments[0] - moments[1]) < timedelta(seconds=0.01), (about, one, other)


def shown_by(entries: Sequence[Entry], like: dict[str, Any]) -> dict[str, Any]:
    """What a show shows that was told these lines and no others, at the moment of that picture."""
    now = datetime.fromisoformat(like["now"])
    assert now.tzinfo is not None
    return seen(
        json.loads(json.dumps(as_json(view_of(Role.CALLER, take_snapshot(replay(entries), now), now.tzinfo))))
    )


def test_what_was_taken_back_before_a_kill_was_never_made_and_can_be_made_again_after_it(
    home_of_shows: Path, tmp_path: Path
) -> None:
    agenda = tmp_path / "agenda.yaml"
    agenda.write_text(AGENDA, encoding="utf-8")
    with console(home_of_shows, agenda, "--new", "--start", "now") as first:
        first.do("start", sure=True)
        first.do("go", cue_id="greeting")
        first.do("hold")
        held = first.snapshot()
        first.do("undo")
        first.do("undo")
    (folder,) = home_of_shows.iterdir()

    def lines(*kept: str) -> list[Entry]:
        """The record as if of all its calls only these had been made."""
        record = read_journal(folder / FILE_NAME).entries
        return [entry for entry in record if entry.do in ("open", "tick", *kept)]

    assert held["phase"] == "held"
    with console(home_of_shows, agenda, "--resume") as second:
        here = second.snapshot()
        assert_same(seen(here), shown_by(lines("start"), here))
        assert here["cues"][0]["phase"] != "gone"
        second.do("redo")
        second.do("redo")
        again = second.snapshot()
        assert_same(seen(again), shown_by(lines("start", "go", "hold"), again))
        assert (again["phase"], again["cues"][0]["gone_at"]) == ("held", held["cues"][0]["gone_at"])
        for _ in range(3):
            second.do("undo")
        before = second.snapshot()
        assert_same(seen(before), shown_by(lines(), before))
        assert before["phase"] == "before"
