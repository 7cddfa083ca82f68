"""`check` is never content with music that nobody would hear; `kinds` says what custom looks for."""

from __future__ import annotations

import json
import os
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from runofshow.cli import main

Run = Callable[..., tuple[int, dict[str, Any]]]

HEAD = "title: Hội nghị\ndate: 27/3/2020\n"
SALUTE = "- {title: Chào cờ, kind: flag_salute}\n"
OPENING = "- {title: Khai mạc, kind: opening, by: Ông A, cues: []}\n"
AWARD = "- {title: Trao thưởng, kind: award, by: Ông A, award: {decision: Quyết định 1, presenter: Ông A}}\n"


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """A command on an agenda of these tracks and items; its status, and the object it prints."""

    def call(command: str, tracks: str, items: str = SALUTE + OPENING, head: str = HEAD) -> tuple[int, Any]:
        agenda = tmp_path / "agenda.yaml"
        listed = f"tracks:\n{tracks}" if tracks else ""
        for name in re.findall(r"file: ([\w.]+)", tracks):
            (tmp_path / name).write_bytes(b"RIFF")
        agenda.write_text(f"{head}{listed}items:\n{items}", encoding="utf-8")
        status = main((command, str(agenda), "--json"), os.environ)
        return status, json.loads(capsys.readouterr().out)

    return call


def codes(told: dict[str, Any], severity: str | None = None) -> list[str]:
    return [each["code"] for each in told["complaints"] if severity in (None, each["severity"])]


def remedy(told: dict[str, Any], code: str) -> str:
    (said,) = [each["remedy"] for each in told["complaints"] if each["code"] == code]
    return str(said)


def yaml_line(said: str) -> str:
    """The `- {...}` of a remedy."""
    found = re.search(r"- \{.*?\}", said)
    assert found is not None, said
    return found[0] + "\n"


def test_a_flag_salute_without_an_anthem_is_an_error_and_its_remedy_mends_it(run: Run) -> None:
    march = "- {id: march, title: Hành khúc, file: a.mp3}\n"
    status, told = run("check", march)
    assert (status, codes(told, "error")) == (1, ["anthem_unbound"])
    line = yaml_line(remedy(told, "anthem_unbound"))
    status, told = run("check", march + line)
    assert (status, codes(told, "error")) == (0, [])


def test_where_no_track_is_named_it_is_advice(run: Run) -> None:
    status, told = run("check", "")
    assert (status, codes(told)) == (0, ["anthem_unbound"])
    status, told = run("check", "- {id: x, title: Nhạc, length: 1'}\n")
    assert (status, codes(told)) == (0, ["anthem_unbound"])


def test_a_show_opens_all_the_same(run: Run) -> None:
    status, told = run("show", "- {id: march, title: Hành khúc, file: a.mp3}\n")
    assert status == 0
    assert [cue["track"] for cue in told["cues"] if cue["to"] == "music"] == [None]


def test_an_anthem_that_musicians_play_wants_no_file_and_is_called_by_hand(run: Run) -> None:
    march = "- {id: march, title: Hành khúc dự phòng, file: a.mp3}\n"
    band = "- {id: x, title: Quốc ca (quân nhạc), mark: anthem_without_words%s}\n"
    status, told = run("check", march + band % "")
    assert (status, codes(told, "error")) == (1, ["anthem_without_file"])
    assert "live: true" in remedy(told, "anthem_without_file")
    status, told = run("check", march + band % ", live: true")
    assert (status, codes(told)) == (0, [])
    (cue,) = [cue for cue in run("show", march + band % ", live: true")[1]["cues"] if cue["to"] == "music"]
    assert (cue["track"], cue["mark"], cue["by_machine"]) == ("x", "anthem_without_words", False)
    # a file beside it is not played, and that is said
    status, told = run("check", march + band % ", live: true, file: b.mp3")
    assert (status, codes(told)) == (0, ["live_with_file"])
    (cue,) = [
        cue
        for cue in run("show", march + band % ", live: true, file: b.mp3")[1]["cues"]
        if cue["to"] == "music"
    ]
    assert cue["by_machine"] is False


@pytest.mark.parametrize(
    "track",
    [
        "{id: quoc_ca, title: Quốc ca không lời, file: a.mp3}",
        "{id: x, title: quoc ca khong loi, file: a.mp3}",
        "{id: x, title: QUỐC CA, file: a.mp3}",
        "{id: quoc_ca, title: Bản 1, file: a.mp3}",
        "{id: x, title: Nhạc chào cờ, file: a.mp3}",
        "{id: x, title: Tiến quân ca (hòa tấu), file: a.mp3}",
        f"{{id: x, title: {unicodedata.normalize('NFD', 'Quốc ca không lời')}, file: a.mp3}}",
    ],
)
def test_the_anthem_is_found_by_its_title_and_said_to_be_a_guess(run: Run, track: str) -> None:
    status, told = run("check", f"- {track}\n")
    assert (status, codes(told)) == (0, ["anthem_guessed"])
    assert "mark: anthem_without_words" in remedy(told, "anthem_guessed")
    _, shown = run("show", f"- {track}\n")
    (cue,) = [cue for cue in shown["cues"] if cue["to"] == "music"]
    # it is protected as an anthem is
    assert (cue["track_assumed"], cue["mark"]) == (True, "anthem_without_words")


def test_with_the_mark_written_there_is_nothing_to_guess(run: Run) -> None:
    track = "- {id: x, title: Nghi lễ, file: a.mp3, mark: anthem_without_words}\n"
    status, told = run("check", track)
    assert (status, codes(told)) == (0, [])
    (cue,) = [cue for cue in run("show", track)[1]["cues"] if cue["to"] == "music"]
    assert (cue["track"], cue["track_assumed"]) == ("x", False)


@pytest.mark.parametrize(
    ("tracks", "code", "named"),
    [
        (
            ["{id: a, title: Quốc ca 1, file: a.mp3}", "{id: b, title: Quốc ca 2, file: b.mp3}"],
            "anthem_unclear",
            "a, b",
        ),
        (
            ["{id: a, title: Quốc ca không lời 1}", "{id: b, title: Quốc ca không lời 2, file: b.mp3}"],
            "anthem_unclear",
            "a, b",
        ),
        (["{id: a, title: Quốc ca, mark: plain, file: a.mp3}"], "anthem_unclear", "a"),
        (["{id: a, title: Quốc ca có lời, file: a.mp3}"], "anthem_with_words_only", '"a"'),
        (["{id: a, title: B, file: a.mp3, mark: anthem_with_words}"], "anthem_with_words_only", '"a"'),
    ],
)  # fmt: skip
def test_what_is_not_clear_is_not_guessed_and_named(
    run: Run, tracks: list[str], code: str, named: str
) -> None:
    listed = "".join(f"- {track}\n" for track in tracks)
    status, told = run("check", listed)
    assert (status, codes(told, "error")) == (1, [code])
    (said,) = [each["message"] for each in told["complaints"] if each["code"] == code]
    assert named in said
    assert [cue["track"] for cue in run("show", listed)[1]["cues"] if cue["to"] == "music"] == [None]


def test_an_anthem_without_words_is_told_from_one_with_words(run: Run) -> None:
    tracks = (
        "- {id: a, title: Quốc ca có lời (dự phòng), file: a.mp3}\n- {id: b, title: Quốc ca, file: b.mp3}\n"
    )
    _, shown = run("show", tracks)
    assert [cue["track"] for cue in shown["cues"] if cue["to"] == "music"] == ["b"]
    status, told = run("check", tracks)
    assert (status, codes(told)) == (0, ["anthem_guessed", "anthem_guessed"])


ANTHEM = "- {id: qc, title: Nghi lễ, file: a.mp3, mark: anthem_without_words}\n"


@pytest.mark.parametrize(
    ("cues", "code"),
    [
        ("[]", "anthem_uncalled"),
        ("[{to: mc, text: Nghiêm}]", "anthem_uncalled"),
        ("[{to: music, do: play, text: Quốc ca}]", "anthem_unnamed"),
        ("[{to: music, track: x}]", "anthem_unmarked"),
    ],
)
def test_a_flag_salute_whose_own_cues_play_no_anthem_is_an_error(run: Run, cues: str, code: str) -> None:
    salute = f"- {{title: Chào cờ, kind: flag_salute, cues: {cues}}}\n"
    status, told = run("check", ANTHEM + "- {id: x, title: X, file: a.mp3}\n", salute + OPENING)
    assert (status, codes(told, "error")) == (1, [code])


def test_each_flag_salute_of_each_session_is_judged(run: Run) -> None:
    silent = "- {title: Chào cờ lại, kind: flag_salute, cues: []}\n"
    status, told = run("check", ANTHEM, SALUTE + OPENING + silent)
    assert (status, codes(told, "error")) == (1, ["anthem_uncalled"])
    assert "Chào cờ lại" in told["complaints"][0]["message"]
    part = "- title: Nghi lễ\n  kind: rite\n  parts:\n  - {title: Chào cờ, kind: flag_salute}\n"
    assert codes(run("check", ANTHEM, part)[1], "error") == []


def test_an_anthem_that_has_no_file_is_silent_too(run: Run) -> None:
    anthem = "- {id: qc, title: Nghi lễ, mark: anthem_without_words}\n"
    march = "- {id: march, title: Hành khúc dự phòng, file: a.mp3}\n"
    status, told = run("check", anthem + march)
    assert (status, codes(told)) == (1, ["anthem_without_file"])
    assert run("check", anthem)[0] == 0


def test_tracks_with_ids_of_ones_own_are_called(run: Run) -> None:
    tracks = ANTHEM + "- {id: trao, title: Nhạc nền trao thưởng, file: b.mp3, loop: true}\n"
    _, shown = run("show", tracks, SALUTE + OPENING + AWARD)
    music = [(cue["do"], cue["track"], cue["track_assumed"]) for cue in shown["cues"] if cue["to"] == "music"]
    assert music == [("play", "qc", False), ("play", "trao", True), ("fade", "trao", True)]
    status, told = run("check", tracks, SALUTE + OPENING + AWARD)
    assert (status, codes(told)) == (0, ["track_guessed"])
    assert '"id: award_bed"' in remedy(told, "track_guessed")


def test_of_two_that_fit_none_is_taken_and_both_are_named(run: Run) -> None:
    tracks = ANTHEM
    tracks += (
        "- {id: t1, title: Nhạc trao thưởng, file: b.mp3}\n- {id: t2, title: Nhạc khen thưởng, file: c.mp3}\n"
    )
    status, told = run("check", tracks, SALUTE + OPENING + AWARD)
    assert (status, codes(told)) == (0, ["track_unclear"])
    assert "t1, t2" in told["complaints"][0]["message"]
    mended = tracks.replace("id: t2", "id: award_bed")
    assert codes(run("check", mended, SALUTE + OPENING + AWARD)[1]) == ["track_never_called"]


def test_an_act_finds_the_track_that_has_its_name(run: Run) -> None:
    acts = "- title: Văn nghệ\n  kind: performance\n  parts:\n"
    acts += (
        "  - {title: Mùa gặt, kind: performance, by: A}\n  - {title: Bình minh, kind: performance, by: B}\n"
    )
    tracks = ANTHEM + "- {id: t1, title: Nhạc bài Mùa gặt, file: b.mp3}\n"
    status, told = run("check", tracks, SALUTE + OPENING + acts)
    assert (status, codes(told)) == (0, ["act_guessed", "act_without_track"])
    _, shown = run("show", tracks, SALUTE + OPENING + acts)
    assert [cue["track"] for cue in shown["cues"] if cue["to"] == "music"] == ["qc", "t1", None]


def test_every_music_cue_without_a_track_is_named_once_for_each_custom_with_the_line_to_write(
    run: Run,
) -> None:
    speeches = "".join(f"- {{title: Bài {n}, kind: speech, by: Ông {n}}}\n" for n in range(1, 9))
    own = "- {title: Khác, kind: other, cues: [{to: music, do: play, text: Nhạc vui}]}\n"
    status, told = run("check", ANTHEM, SALUTE + OPENING + speeches + own)
    assert (status, codes(told)) == (0, ["custom_without_track", "cue_without_track"])
    assert "3, 4, 5, 6, 7, 8, +2" in told["complaints"][0]["message"]
    line = yaml_line(remedy(told, "custom_without_track"))
    assert codes(run("check", ANTHEM + line, SALUTE + OPENING + speeches)[1]) == ["track_file_missing"]


def test_every_track_without_a_cue_is_named_with_the_line_to_write(run: Run) -> None:
    track = "- {id: vui, title: Vui, file: b.mp3}\n"
    status, told = run("check", ANTHEM + track)
    assert (status, codes(told)) == (0, ["track_never_called"])
    line = yaml_line(remedy(told, "track_never_called")).removeprefix("- ").strip()
    own = f"- {{title: Khác, kind: other, cues: [{line}]}}\n"
    assert codes(run("check", ANTHEM + track, SALUTE + OPENING + own)[1]) == []
    by_hand = track.replace("title: Vui", "title: Vui (dự phòng)")
    assert codes(run("check", ANTHEM + by_hand)[1]) == []


def test_kinds_prints_the_catalogue_with_the_tracks_it_looks_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(("kinds", "--json"), os.environ) == 0
    told = json.loads(capsys.readouterr().out)
    kinds = {kind["id"]: kind for kind in told["kinds"]}
    assert kinds["award"]["label"] == "Trao thưởng, biểu dương, tôn vinh"
    assert kinds["award"]["minutes"] == {"least": 15, "typical": 30, "most": 90}
    assert kinds["award"]["tracks"] == ["call_up", "award_bed"]
    assert kinds["flag_salute"]["marks"] == ["anthem_without_words"]
    anthems = [cue["at"] for cue in kinds["flag_salute"]["cues"] if cue["mark"] == "anthem_without_words"]
    assert anthems == ["word Chào cờ!", "word hát Quốc ca"]
    assert main(("kinds", "--lang", "en"), os.environ) == 0
    printed = capsys.readouterr().out
    assert "Awards and honours" in printed
    assert "[id: award_bed]" in printed


@pytest.mark.parametrize("name", ["README.md", "README.vi.md"])
def test_the_readme_has_every_track_of_custom(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    readme = (Path(__file__).resolve().parents[2] / name).read_text(encoding="utf-8")
    assert main(("kinds", "--json"), os.environ) == 0
    for track in json.loads(capsys.readouterr().out)["tracks"]:
        row = f"| `{'mark: ' + track['mark'] if track['mark'] else 'id: ' + track['id']}` |"
        (line,) = [line for line in readme.splitlines() if line.startswith(row)]
        assert all(f"`{kind}`" in line for kind in track["kinds"])


@pytest.mark.parametrize(("name", "language"), [("README.md", "en"), ("README.vi.md", "vi")])
def test_the_readme_has_every_kind(name: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    readme = " ".join((Path(__file__).resolve().parents[2] / name).read_text(encoding="utf-8").split())
    assert main(("kinds", "--json", "--lang", language), os.environ) == 0
    for kind in json.loads(capsys.readouterr().out)["kinds"]:
        assert f"`{kind['id']}` {kind['label']}" in readme


def test_both_readmes_have_one_example() -> None:
    root = Path(__file__).resolve().parents[2]
    texts = [(root / name).read_text(encoding="utf-8") for name in ("README.md", "README.vi.md")]
    vi, en = (re.findall(r"```yaml\n(title:.*?)```", text, re.DOTALL) for text in texts)
    assert vi == en != []


@pytest.mark.parametrize("name", ["README.md", "README.vi.md"])
def test_the_example_of_the_readme_has_an_anthem_and_is_clean(run: Run, name: str, tmp_path: Path) -> None:
    readme = (Path(__file__).resolve().parents[2] / name).read_text(encoding="utf-8")
    example = next(
        block for block in re.findall(r"```yaml\n(.*?)```", readme, re.DOTALL) if "items:" in block
    )
    for file in re.findall(r"file: ([^,}]+)", example):
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).write_bytes(b"RIFF")
    head, _, items = example.partition("items:\n")
    status, told = run("check", "", items, head)
    assert (status, codes(told)) == (0, [])
