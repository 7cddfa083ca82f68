"""The music sheet."""

from __future__ import annotations

from pathlib import Path

import pytest

from runofshow.core.agenda import Role
from runofshow.printing.music_sheet import music_sheet
from tests.printing.agendas import AGENDA, AGENDAS, everything, made, plan_from, tables


def test_a_call_says_when_what_and_which_track(tmp_path: Path) -> None:
    first, *_ = tables(music_sheet(made(tmp_path)))
    assert first[1] == [
        "1",
        "7h30",
        "1. Chào cờ",
        "khi nghe “Chào MẬT”",
        "Phát\nPhát MẬT",
        "Bản MẬT, QUỐC CA KHÔNG LỜI",
        "",
    ]


def test_the_anthem_cannot_be_mistaken_whatever_its_title(tmp_path: Path) -> None:
    named = made(tmp_path, AGENDA.replace("title: Bản MẬT", "title: Quốc ca không lời"))
    assert tables(music_sheet(named))[0][1][5] == "QUỐC CA KHÔNG LỜI"


def test_a_track_that_is_missing_is_seen(tmp_path: Path) -> None:
    text = AGENDA.replace("file: mat.mp3, ", "").replace("track: quoc_ca, ", "")
    sheet = music_sheet(made(tmp_path, text.replace("anthem_without_words", "plain")))
    assert tables(sheet)[0][1][5] == "(chưa có bản nhạc)"
    assert tables(sheet)[1][1][2] == "(chưa có tệp)"


def test_how_a_track_is_played_stands_with_it(tmp_path: Path) -> None:
    assert tables(music_sheet(made(tmp_path)))[1][2] == [
        "Nền MẬT",
        "",
        "nen.mp3",
        "",
        "lặp lại\nâm lượng 60%",
    ]


@pytest.mark.parametrize("path", sorted(AGENDAS.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_call_for_music_is_on_it_in_order(path: Path) -> None:
    plan = plan_from(path)
    calls = [cue for entry in plan.entries for cue in entry.cues if cue.to is Role.MUSIC]
    rows = [row for row in tables(music_sheet(plan))[0][1:] if len(row) > 1] if calls else []
    assert [row[0] for row in rows] == [str(number) for number in range(1, len(calls) + 1)]
    assert all(track.title in everything(music_sheet(plan)) for track in plan.agenda.tracks)
