"""Advice on the sound of a programme."""

from __future__ import annotations

from pathlib import Path

import pytest

from runofshow.agenda_file.complaint import Severity, complaint_remedy
from runofshow.agenda_file.reader import read_agenda
from runofshow.texts import Language
from tests.agenda_file.given import HEAD, TODAY, TZ, read, spots

WHOLE = "- {title: A, kind: flag_salute, cues: []}\n- {title: B, kind: opening, cues: []}\n"
SHA = "0" * 64
UNHEARD = (
    "mc_unnamed",
    "anthem_uncalled",
    "anthem_with_words_only",
    "anthem_unmarked",
    "anthem_unbound",
    "track_never_called",
)
"""What test_silent_music.py is about."""
BED = "{id: bed, title: Nền, loop: true}"
CLIP = "{id: clip, title: Clip, mark: clip}"


def advice(body: str) -> list[tuple[str, int, int]]:
    """The warnings about a file with the head of two lines and `body`."""
    reading = read(HEAD + body)
    assert reading.agenda is not None, reading.errors
    return [spot for spot in spots(reading, Severity.WARNING) if spot[0] not in UNHEARD]


def of_track(keys: str) -> list[tuple[str, int, int]]:
    """The warnings about a track whose own keys begin on line 3, column 28."""
    return advice(f"tracks: [{{id: a, title: A, {keys}}}]\nitems:\n{WHOLE}")


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("file: a.MP3", []),
        ("file: nhạc/bài 1.flac", []),
        ("file: clip.mkv", []),
        ("file: a.docx", [("not_a_sound_file", 3, 34)]),
        ("file: quoc-ca", [("not_a_sound_file", 3, 34)]),
        ("file: a.mp3.lnk", [("not_a_sound_file", 3, 34)]),
        ("file: /nhac/a.mp3", [("file_elsewhere", 3, 34)]),
        ("file: ../a.mp3", [("file_elsewhere", 3, 34)]),
        ("file: a/../../b.mp3", [("file_elsewhere", 3, 34)]),
        ("file: a/../b.mp3", []),
        ("file: 'D:\\nhac\\a.mp3'", [("file_elsewhere", 3, 34)]),
        ("file: '\\\\may\\nhac\\a.mp3'", [("file_elsewhere", 3, 34)]),
        ("file: '..\\a.mp3'", [("file_elsewhere", 3, 34)]),
        ("mark: anthem_with_words, layer: sting", [("anthem_as_sting", 3, 60)]),
        ("mark: anthem_without_words, loop: true", [("anthem_in_a_loop", 3, 62)]),
        ("mark: clip, layer: sting, loop: true", []),
    ],
)
def test_a_track_that_is_likely_wrong_is_pointed_at(keys: str, expected: list[tuple[str, int, int]]) -> None:
    assert of_track(keys) == expected


def test_one_recording_under_two_marks_is_pointed_at() -> None:
    def tracks(first: str, second: str, other: str = SHA) -> str:
        return (
            f"tracks:\n- {{id: a, title: A, mark: {first}, sha256: {SHA}}}\n"
            f"- {{id: b, title: B, mark: {second}, sha256: {other}}}\nitems:\n{WHOLE}"
        )

    mixed_up = advice(tracks("anthem_without_words", "anthem_with_words"))
    assert mixed_up == [("same_recording", 5, 54)]
    assert advice(tracks("plain", "plain")) == []
    assert advice(tracks("anthem_without_words", "anthem_with_words", "1" * 64)) == []


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("{to: music, track: qc, at: start, go: auto}", [("anthem_by_clock", 5, 78)]),
        ("{to: music, track: qc, at: start, go: hand}", []),
        ("{to: music, do: fade, track: qc, at: end, go: auto}", [("silenced_before_played", 5, 69)]),
        ("{to: music, track: x, at: start, go: auto}", []),
    ],
)
def test_an_anthem_that_the_clock_calls_is_pointed_at(cue: str, expected: list[tuple[str, int, int]]) -> None:
    tracks = "tracks: [{id: qc, title: A, mark: anthem_with_words}, {id: x, title: B}]\n"
    item = f"- {{title: A, kind: flag_salute, cues: [{cue}]}}\n"
    assert advice(f"{tracks}items:\n{item}- {{title: B, kind: opening, cues: []}}\n") == expected


def left(cues: str, following: str, tracks: str = f"{BED}, {CLIP}") -> list[tuple[str, int, int]]:
    """The warnings about a bed that an item on line 7 plays, its cues from column 34 on."""
    items = f"{WHOLE}- {{title: C, kind: other, cues: [{cues}]}}\n- {{title: D, {following}}}\n"
    return advice(f"tracks: [{tracks}]\nitems:\n{items}")


PLAY = "{to: music, track: bed}"
SOUNDS_ON = [("bed_left_sounding", 7, 34)]


@pytest.mark.parametrize(
    ("cues", "following", "expected"),
    [
        (PLAY, "kind: introduction", SOUNDS_ON),
        (PLAY, "kind: moment_of_silence", SOUNDS_ON),
        (PLAY, "kind: moment_of_silence, protected: false", SOUNDS_ON),
        (PLAY, "kind: video, cues: []", SOUNDS_ON),
        (PLAY, "kind: other, cues: [{to: music, track: clip, at: start + 10s}]", SOUNDS_ON),
        (PLAY, "kind: speech", []),
        (PLAY, "kind: introduction, protected: false", []),
        (PLAY, "kind: introduction, cues: [{to: music, do: fade}]", []),
        (PLAY, "kind: introduction, cues: [{to: music, do: fade, at: start + 5s}]", SOUNDS_ON),
        (
            PLAY,
            "kind: introduction, cues: [{to: music, do: stop, track: clip}]",
            [*SOUNDS_ON, ("silenced_before_played", 8, 70)],
        ),
        (f"{PLAY}, {{to: music, do: fade, at: end - 5s}}", "kind: introduction", []),
        (f"{PLAY}, {{to: music, do: stop, track: bed, at: word tiếp theo}}", "kind: introduction", []),
        (
            f"{PLAY}, {{to: music, do: stop, track: clip, at: end}}",
            "kind: introduction",
            [*SOUNDS_ON, ("silenced_before_played", 7, 88)],
        ),
        (f"{PLAY}, {{to: music, track: clip, at: end - 1'}}", "kind: introduction", []),
        (f"{PLAY}, {{to: mc, at: end}}", "kind: introduction", SOUNDS_ON),
        (
            "{to: music, do: stop, at: end}, {to: music, track: bed, at: start}",
            "kind: introduction",
            [],
        ),
        ("{to: music, track: clip}", "kind: introduction", []),
    ],
)
def test_a_bed_that_nothing_ends_before_it_must_is_pointed_at(
    cues: str, following: str, expected: list[tuple[str, int, int]]
) -> None:
    assert left(cues, following) == expected


def test_a_sting_over_a_bed_does_not_end_it() -> None:
    tracks = f"{BED}, {{id: bell, title: Chuông, layer: sting}}"
    assert left(f"{PLAY}, {{to: music, track: bell}}", "kind: introduction", tracks) == SOUNDS_ON


def test_a_heading_may_end_the_bed_of_its_last_part() -> None:
    def heading(cues: str) -> list[tuple[str, int, int]]:
        parts = f"  parts: [{{title: D, kind: other, cues: [{PLAY}]}}]\n"
        return advice(
            f"tracks: [{BED}]\nitems:\n{WHOLE}- title: C\n  kind: other\n  cues: [{cues}]\n{parts}"
            "- {title: E, kind: introduction}\n"
        )

    assert heading("") == [("bed_left_sounding", 10, 42)]
    assert heading("{to: music, do: fade, at: end - 5s}") == []


def test_an_assumed_bed_is_pointed_at_where_its_item_stands() -> None:
    tracks = "tracks: [{id: reception, title: Đón khách, loop: true}]\n"
    items = "- {title: C, kind: reception}\n- {title: D, kind: flag_salute}\n- {title: E, kind: opening}\n"
    assert advice(f"{tracks}items:\n{items}") == [("bed_left_sounding", 5, 3)]


def test_a_file_elsewhere_works_but_a_missing_one_is_told_too(tmp_path: Path) -> None:
    (tmp_path / "nhac.mp3").write_bytes(b"ID3")
    folder = tmp_path / "kịch bản"
    folder.mkdir()
    tracks = "tracks:\n- {id: a, title: A, file: ../nhac.mp3}\n- {id: b, title: B, file: ../gone.mp3}\n"
    path = folder / "agenda.yaml"
    path.write_text(f"{HEAD}{tracks}items:\n{WHOLE}", encoding="utf-8")
    reading = read_agenda(path, tz=TZ, today=TODAY)
    assert [spot for spot in spots(reading, Severity.WARNING) if spot[0] not in UNHEARD] == [
        ("file_elsewhere", 4, 27),
        ("file_elsewhere", 5, 27),
        ("track_file_missing", 5, 27),
    ]


@pytest.mark.parametrize(
    ("cues", "expected"),
    [
        ("{to: music, do: fade, track: bed}", [("silenced_before_played", 7, 64)]),
        ("{to: music, track: clip}, {to: music, do: stop, track: bed}", [("silenced_before_played", 7, 90)]),
        ("{to: music, track: bed}, {to: music, do: stop, track: bed}", []),
        ("{to: music, do: stop, track: bed, at: end}, {to: music, track: bed, at: start}", []),
        ("{to: music, do: stop, track: bed}, {to: music, track: bed}", [("silenced_before_played", 7, 64)]),
        ("{to: music, do: stop}", []),
        ("{to: mc}", []),
    ],
)
def test_a_cue_that_silences_what_nothing_has_played_is_pointed_at(
    cues: str, expected: list[tuple[str, int, int]]
) -> None:
    item = f"- {{title: C, kind: speech, cues: [{cues}]}}\n"
    assert advice(f"tracks: [{BED}, {CLIP}]\nitems:\n{WHOLE}{item}") == expected


def test_what_an_earlier_item_played_may_be_silenced_later_but_custom_is_not_blamed() -> None:
    tracks = "tracks: [{id: reception, title: A}, {id: bed, title: B}]\n"
    played = "- {title: C, kind: other, cues: [{to: music, track: bed}]}\n"
    silenced = "- {title: D, kind: other, cues: [{to: music, do: fade, track: bed}]}\n"
    custom = "- {title: E, kind: settling}\n"
    assert advice(f"{tracks}items:\n{WHOLE}{played}{silenced}{custom}") == []


def test_music_that_is_left_sounding_is_told_with_the_line_that_ends_it() -> None:
    tracks = (
        "tracks: [{id: reception, title: A, loop: true}, {id: q, title: B, mark: anthem_without_words}]\n"
    )
    salute = "- {title: Chào cờ, kind: flag_salute}\n"
    custom = "- {title: Đón khách, kind: reception}\n"
    own = "- {title: Đón khách, kind: reception, cues: [{to: music, do: play, track: reception}]}\n"
    ended = own.replace("reception}]", "reception}, {to: music, do: fade, track: reception, at: end - 10s}]")

    def said(items: str) -> list[str]:
        told = read(f"{HEAD}{tracks}items:\n{items}{salute}").complaints
        return [complaint_remedy(each, Language.VI) for each in told if each.code == "bed_left_sounding"]

    (settling,) = said(custom)
    assert "- {title: Ổn định tổ chức, kind: settling}" in settling
    assert said(f"{custom}- {{title: Ổn định tổ chức, kind: settling}}\n") == []
    (line,) = said(own)
    assert "- {to: music, do: fade, track: reception, at: end - 10s}" in line
    assert said(ended) == []
