"""Advice on a programme that can be read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from runofshow.agenda_file.complaint import Severity
from runofshow.agenda_file.reader import read_agenda
from tests.agenda_file.given import HEAD, TODAY, TZ, items_of, read, spots

WHOLE = "- {title: A, kind: flag_salute, cues: []}\n- {title: B, kind: opening}\n"
AWARD = "award: {decision: Số 1, presenter: Ông A}"


def warnings(body: str, *, today: date = TODAY) -> list[tuple[str, int, int]]:
    """The warnings about a file with the head of two lines and `body`, but that it names nobody."""
    reading = read(HEAD + body, today=today)
    assert reading.agenda is not None, reading.errors
    return [each for each in spots(reading, Severity.WARNING) if each[0] != "mc_unnamed"]


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
        ("items:\n- {title: B, kind: flag_salute, cues: []}\n", [("no_opening", 3, 1)]),
        (f"notes: tổ chức ăn nhẹ giữa giờ\nitems:\n{WHOLE}", [("snack_without_break", 3, 8)]),
        (f"items:\n{WHOLE}- {{title: C, kind: break}}\nnotes: tiệc trà\n", []),
        (f"items:\n{WHOLE}duties:\n- {{what: Chuẩn bị Teabreak}}\n", [("snack_without_break", 7, 10)]),
        (
            f"items:\n{WHOLE}- title: C\n  kind: paper\n  handin: {{due: 20/3/2020}}\n",
            [("speech_overdue", 8, 11)],
        ),
        (f"items:\n{WHOLE}- title: C\n  kind: paper\n  handin: {{due: 21/3/2020}}\n", []),
        (
            f"items:\n{WHOLE}duties:\n- {{what: A}}\n- {{what: B, when: before, due: 20/3/2020}}\n",
            [("duty_overdue", 8, 32)],
        ),
        (f"items:\n{WHOLE}duties:\n- {{what: A, when: before, due: 21/3/2020}}\n", []),
        (f"items:\n{WHOLE}duties:\n- {{what: A, when: before, due: 20/3/2020, done: có}}\n", []),
        (f"items:\n{WHOLE}duties:\n- {{what: A, due: 20/3/2020}}\n- {{what: B, when: before}}\n", []),
        (f"items:\n{WHOLE}duties:\n- {{what: A, when: before, due: 20/3/2019}}\n", []),
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
        (
            f"items:\n{WHOLE}- title: C\n  kind: directive\n  start: 9h\n  parts:\n"
            "  - {title: D, kind: directive, duration: 10'}\n"
            "  - {title: E, kind: directive, duration: 10'}\n",
            [("gap", 8, 10)],
        ),
        (
            f"items:\n{WHOLE}- {{title: C, kind: break, duration: 20', until: 9h}}\n",
            [("duration_unused", 6, 37)],
        ),
        (
            f"items:\n{WHOLE}- title: C\n  kind: paper\n  until: 9h\n  parts:\n"
            "  - {title: D, kind: paper, duration: 7'}\n  - {title: E, kind: paper, duration: 7'}\n",
            [("duration_unused", 11, 39)],
        ),
        (
            f"items:\n{WHOLE}- title: C\n  kind: paper\n  until: 9h\n  parts:\n"
            "  - {title: D, kind: paper, duration: 7'}\n  - {title: E, kind: break, until: 8h45}\n",
            [("until_unused", 8, 10)],
        ),
        (f"items:\n{WHOLE}- {{title: C, kind: break, until: 8h10}}\n", [("until_past", 6, 34)]),
        (f"tracks: [{{id: a, title: A}}]\nitems:\n{WHOLE}", []),
        (
            "sessions:\n- items:\n  - {title: A, kind: flag_salute, duration: 3h, cues: []}\n"
            "  - {title: B, kind: opening}\n"
            "- start: 11h\n  items: [{title: C, kind: speech}]\n",
            [("session_overlap", 7, 10)],
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
    seen = [spot for spot in spots(reading, Severity.WARNING) if spot[0].startswith("track_file")]
    assert seen == [
        ("track_file_missing", 5, 27),
        ("track_file_empty", 7, 27),
        ("track_file_missing", 8, 27),
    ]


def test_advice_never_stands_in_the_way_of_an_agenda() -> None:
    reading = read("title: A\nitems: [{title: A, kind: award}]\n")
    assert reading.agenda is not None
    assert reading.errors == ()
    assert len(reading.warnings) == 4


def test_two_rows_of_a_session_do_not_bear_one_number() -> None:
    twice = "- {title: A, kind: flag_salute, number: 3}\n- {title: B, kind: opening, number: 3}\n"
    counted = twice.replace("A, kind: flag_salute, number: 3", "A, kind: flag_salute")
    assert ("number_twice", 5, 37) in warnings(f"items:\n{twice}")
    assert "number_twice" not in [code for code, _, _ in warnings(f"items:\n{counted}")]


def test_counting_steps_over_the_numbers_that_are_written() -> None:
    rows = items_of(
        "- {title: A, kind: flag_salute, number: 2}\n- {title: B, kind: opening}\n- {title: C, kind: paper,"
        " parts: [{title: D, kind: paper, number: 4.2}, {title: E, kind: paper}]}\n"
        "- {title: F, kind: closing}\n"
    )
    assert [row.number for row in rows] == ["2", "3", "4", "5"]
    assert [part.number for part in rows[2].parts] == ["4.2", "4.3"]


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("title: Bàn #3 và giải #1", "#3 và giải #1"),
        ("venue: Hội trường # A", "# A"),
        ("notes: #3", "#3"),
        ("crew: {mc: Lan}\nchair_panel:\n- Ông A #1", "#1"),
        ("notes: một\n  hai #3", "#3"),
    ],
)
def test_words_behind_a_hash_are_not_lost_in_silence(line: str, rest: str) -> None:
    head = HEAD if not line.startswith("title") else "date: 27/3/2020\n"
    reading = read(
        f"{head}{line}\nitems:\n- {{title: A, kind: flag_salute}}\n- {{title: B, kind: opening}}\n"
    )
    found = [each for each in reading.complaints if each.code == "text_cut_at_hash"]
    assert [dict(each.about)["rest"] for each in found] == [rest]


@pytest.mark.parametrize(
    "line",
    ["start: 7h30 # sáng", "notes: # chưa có", "venue: 'Hội trường #3'", "notes: |\n  Bàn #3", "venue: A#3"],
)
def test_a_hash_that_takes_nothing_away_is_left_alone(line: str) -> None:
    reading = read(
        f"{HEAD}{line}\nitems:\n- {{title: A, kind: flag_salute}}\n- {{title: B, kind: opening}}\n"
    )
    assert "text_cut_at_hash" not in [each.code for each in reading.complaints]


def test_a_hash_inside_brackets_is_named_and_not_the_bracket() -> None:
    reading = read(f"{HEAD}items:\n- {{title: Bàn #3, kind: opening}}\n")
    assert spots(reading) == [("cut_at_hash", 4, 15)]
    assert "cut_at_hash" not in [
        code for code, _, _ in spots(read(f"{HEAD}items:\n- {{title: 'Bàn #3', kind: }}}}\n"))
    ]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("lunch", "meal"),
        ("coffee break", "break"),
        ("Giải lao", "break"),
        ("luanch", "meal"),
        ("launc", "launch"),
        ("award ceremony", "award"),
        ("Lễ trao thưởng cuối năm", "award"),
        ("keynote speech", "speech"),
        ("quốc ca", "flag_salute"),
        ("speach", "speech"),
    ],
)
def test_a_kind_is_suggested_by_its_usual_names(word: str, meant: str) -> None:
    reading = read(f"{HEAD}items:\n- {{title: A, kind: {word}}}\n")
    assert [dict(each.about)["suggestion"] for each in reading.errors] == [meant]


@pytest.mark.parametrize(
    ("row", "is_told"),
    [
        ("{title: C, kind: paper}", True),
        ("{title: C, kind: paper, by: Ông An}", False),
        ("{title: C, kind: paper, mc: Xin mời vào phần tham luận}", False),
        ('{title: C, kind: other, mc: "Kính mời {by}."}', True),
        ("{title: C, kind: break}", False),
        ("{title: C, kind: paper, by: Ông An, parts: [{title: D, kind: paper}]}", False),
        ("{title: C, kind: paper, parts: [{title: D, kind: paper}]}", True),
    ],
)
def test_words_that_ask_for_a_name_nobody_gave_are_pointed_at(row: str, is_told: bool) -> None:
    reading = read(f"{HEAD}items:\n- {row}\n")
    told = [each for each in reading.warnings if each.code == "mc_unnamed"]
    assert bool(told) == is_told
    assert all("{" not in words for each in told for _, words in each.about)
