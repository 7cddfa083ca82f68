"""Advice on a programme that can be read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from runofshow.agenda_file.complaint import Severity
from runofshow.agenda_file.reader import read_agenda
from tests.agenda_file.given import HEAD, TODAY, TZ, read, spots

WHOLE = "- {title: A, kind: flag_salute}\n- {title: B, kind: opening}\n"
AWARD = "award: {decision: Số 1, presenter: Ông A}"


def warnings(body: str, *, today: date = TODAY) -> list[tuple[str, int, int]]:
    """The warnings about a file with the head of two lines and `body`."""
    reading = read(HEAD + body, today=today)
    assert reading.agenda is not None, reading.errors
    return spots(reading, Severity.WARNING)


def test_a_whole_programme_gets_no_advice() -> None:
    assert warnings(f"hard_out: 8h30\nitems:\n{WHOLE}") == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"hard_out: 8h14\nitems:\n{WHOLE}", [("past_hard_out", 3, 11)]),
        (f"items:\n{WHOLE}- {{title: C, kind: speech, start: 8h10}}\n", [("overlap", 6, 35)]),
        (f"items:\n{WHOLE}- {{title: C, kind: speech, start: 8h21}}\n", [("gap", 6, 35)]),
        (f"items:\n{WHOLE}- {{title: C, kind: speech, start: 8h20}}\n", []),
        ("items:\n- {title: B, kind: introduction, also: [opening]}\n", [("no_flag_salute", 3, 1)]),
        ("items:\n- {title: B, kind: flag_salute}\n", [("no_opening", 3, 1)]),
        (f"notes: tổ chức ăn nhẹ giữa giờ\nitems:\n{WHOLE}", [("snack_without_break", 3, 8)]),
        (f"items:\n{WHOLE}- {{title: C, kind: break}}\nnotes: tiệc trà\n", []),
        (f"items:\n{WHOLE}duties:\n- {{what: Chuẩn bị Teabreak}}\n", [("snack_without_break", 7, 10)]),
        (
            f"items:\n{WHOLE}- title: C\n  kind: paper\n  handin: {{due: 20/3/2020}}\n",
            [("speech_overdue", 8, 11)],
        ),
        (f"items:\n{WHOLE}- title: C\n  kind: paper\n  handin: {{due: 21/3/2020}}\n", []),
        (f"items:\n{WHOLE}- title: C\n  kind: paper\n  handin: {{due: 20/3/2020, received: true}}\n", []),
        (
            f"items:\n{WHOLE}- {{title: C, kind: award}}\n",
            [("award_without_decision", 6, 3), ("award_without_presenter", 6, 3)],
        ),
        (f"items:\n{WHOLE}- {{title: C, kind: award, {AWARD}}}\n", []),
        (
            f"items:\n{WHOLE}- {{title: C, kind: award, {AWARD}, parts: [{{title: D, kind: award}}]}}\n",
            [],
        ),
        (
            f"items:\n{WHOLE}- {{title: C, kind: award, parts: [{{title: D, kind: award, {AWARD}}}]}}\n",
            [],
        ),
        (f"items:\n{WHOLE}- {{title: C, kind: directive}}\n", [("leader_without_time", 6, 3)]),
        (f"items:\n{WHOLE}- {{title: C, kind: directive, duration: 15'}}\n", []),
        (
            f"items:\n{WHOLE}- title: C\n  kind: paper\n  duration: 20'\n"
            "  parts: [{title: D, kind: paper, duration: 7'}, {title: E, kind: paper, duration: 7'}]\n",
            [("parts_sum", 8, 13)],
        ),
        (
            f"items:\n{WHOLE}- {{title: C, kind: speech, mc: 'Mời {{ten}} và {{by}}'}}\n",
            [("mc_placeholder", 6, 32)],
        ),
        (
            f"items:\n{WHOLE}- title: C\n  kind: speech\n  duration: 5'\n  cues:\n"
            "  - {to: mc, at: start + 6'}\n  - {to: mc, at: end - 5'}\n",
            [("cue_outside_item", 10, 18)],
        ),
        (f"tracks: [{{id: a, title: A}}]\nitems:\n{WHOLE}", []),
        (
            "sessions:\n- items: [{title: A, kind: flag_salute, duration: 3h}, {title: B, kind: opening}]\n"
            "- start: 11h\n  items: [{title: C, kind: speech}]\n",
            [("session_overlap", 5, 10)],
        ),
    ],
)
def test_advice_is_given_where_it_belongs(body: str, expected: list[tuple[str, int, int]]) -> None:
    assert warnings(body) == expected


def test_a_break_that_ends_at_a_clock_time_leaves_no_gap() -> None:
    body = f"items:\n{WHOLE}- {{title: C, kind: break, until: 9h}}\n- {{title: D, kind: speech, start: 9h}}\n"
    assert warnings(body) == []


def test_a_track_whose_file_is_missing_or_empty_is_pointed_at(tmp_path: Path) -> None:
    (tmp_path / "there.wav").write_bytes(b"RIFF")
    (tmp_path / "empty.wav").write_bytes(b"")
    (tmp_path / "folder.wav").mkdir()
    path = tmp_path / "agenda.yaml"
    tracks = "tracks:\n- {id: a, title: A, file: there.wav}\n- {id: b, title: B, file: gone.wav}\n"
    tracks += "- {id: c, title: C}\n- {id: d, title: D, file: empty.wav}\n"
    tracks += "- {id: e, title: E, file: folder.wav}\n"
    path.write_text(f"{HEAD}{tracks}items:\n{WHOLE}", encoding="utf-8")
    reading = read_agenda(path, tz=TZ, today=TODAY)
    assert spots(reading, Severity.WARNING) == [
        ("track_file_missing", 5, 27),
        ("track_file_empty", 7, 27),
        ("track_file_missing", 8, 27),
    ]


def test_advice_never_stands_in_the_way_of_an_agenda() -> None:
    reading = read("title: A\nitems: [{title: A, kind: award}]\n")
    assert reading.agenda is not None
    assert reading.errors == ()
    assert len(reading.warnings) == 4
