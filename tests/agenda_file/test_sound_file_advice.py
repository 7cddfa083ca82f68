"""What is said of a programme once its tracks were listened to. The lengths and loudness are given here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

import pytest

from runofshow.agenda_file.complaint import Severity, complaint_line, complaint_message, complaint_remedy
from runofshow.agenda_file.reader import Reading, with_sound
from runofshow.core.sound import Fault, Measured
from runofshow.core.value import replace
from runofshow.texts import Language
from tests.agenda_file.given import HEAD, read, spots

SHA = "ab" * 32
WHOLE = "- {title: A, kind: flag_salute, cues: []}\n- {title: B, kind: opening, cues: []}\n"
TRACKS = """\
tracks:
- {id: a, title: Nhạc A, file: a.wav}
- {id: b, title: Nhạc B, file: b.wav, volume: 100}
- {id: clip, title: Phóng sự, file: c.mp4, mark: clip}
- {id: loop, title: Lặp, file: d.wav, loop: true}
- {id: bell, title: Chuông, file: e.wav, layer: sting}
items:
"""
"""The tracks stand on the lines 4 to 8, and what follows `WHOLE` on line 12."""


def sound(minutes: float = 3, loudness: float | None = -20, sha256: str = SHA) -> Measured:
    return Measured(sha256, timedelta(minutes=minutes), loudness)


def heard(items: str, **found: Measured | Fault) -> Reading:
    reading = read(f"{HEAD}{TRACKS}{WHOLE}{items}")
    assert reading.agenda is not None, reading.errors
    return listened(reading, found)


def listened(reading: Reading, found: Mapping[str, Measured | Fault]) -> Reading:
    """What listening adds to what the text alone is told: here most tracks are uncalled, the salute mute."""
    after = with_sound(reading, found)
    assert set(reading.complaints) <= set(after.complaints)
    return replace(
        after, complaints=tuple(each for each in after.complaints if each not in reading.complaints)
    )


def advice(items: str, **found: Measured | Fault) -> list[tuple[str, int, int]]:
    reading = heard(items, **found)
    assert reading.errors == ()
    return spots(reading, Severity.WARNING)


def item(cues: str, keys: str = "kind: other, duration: 10'") -> str:
    return f"- {{title: C, {keys}, cues: [{cues}]}}\n"


@pytest.mark.parametrize("fault", [fault for fault in Fault if fault is not Fault.NO_FILE])
@pytest.mark.parametrize("language", Language)
def test_a_track_that_cannot_be_played_is_an_error_with_its_reason_and_remedy(
    fault: Fault, language: Language
) -> None:
    reading = heard("", b=fault, a=sound())
    assert reading.agenda is None
    assert spots(reading) == [("track_unplayable", 5, 32)]
    (error,) = reading.errors
    assert "Nhạc B" in complaint_message(error, language)
    assert "{" not in complaint_line(error, language)
    assert complaint_remedy(error, language)


def test_another_recording_than_the_chosen_one_is_named() -> None:
    tracks = f"tracks: [{{id: a, title: A, file: a.wav, sha256: {SHA}}}]\n"
    reading = read(f"{HEAD}{tracks}items:\n{WHOLE}")
    assert spots(listened(reading, {"a": sound(sha256="cd" * 32)})) == [("track_unplayable", 3, 34)]
    assert listened(reading, {"a": sound()}).complaints == ()


def test_what_was_seen_of_the_files_is_not_said_twice() -> None:
    reading = heard("", a=Fault.MISSING)
    assert with_sound(reading, {"a": Fault.MISSING}).complaints != ()
    assert [each.code for each in reading.complaints] == ["track_unplayable"]


def test_a_track_nobody_listened_to_is_not_spoken_of() -> None:
    assert advice(item("{to: music, track: a}, {to: music, track: b}"), b=sound(loudness=-2)) == []


def test_an_agenda_with_errors_is_left_as_it_is() -> None:
    broken = read("title: A\nitems: []\n")
    assert with_sound(broken, {"a": Fault.MISSING}) is broken


LOUD = {"a": sound(loudness=-24), "b": sound(loudness=-12)}
FAR = [("bed_far_louder", 5, 47)]


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        (item("{to: music, track: a}, {to: music, track: b}"), FAR),
        (item("{to: music, track: b}, {to: music, track: a}"), FAR),
        # in the order they are called, and across items
        (item("{to: music, track: b}") + item("{to: mc}") + item("{to: music, track: a}"), FAR),
        (item("{to: music, track: a, at: end}, {to: music, track: b, at: start}"), FAR),
        # never neighbours
        (item("{to: music, track: a}, {to: music, track: loop}, {to: music, track: b}"), []),
        (item("{to: music, track: b}, {to: mc, text: a}, {to: lights, text: b}"), []),
    ],
)
def test_a_bed_far_louder_than_its_neighbour_is_pointed_at(
    items: str, expected: list[tuple[str, int, int]]
) -> None:
    assert advice(items, loop=sound(loudness=-18), **LOUD) == expected


def test_what_is_to_be_louder_than_a_bed_is_not_held_against_it() -> None:
    bed, loud = item("{to: music, track: a}"), sound(20, loudness=-5)
    assert advice(bed + item("{to: music, track: clip}"), clip=loud, a=LOUD["a"]) == []
    act = item("{to: music, track: b}", "kind: performance, by: B, duration: 10'")
    assert advice(bed + act, b=loud, a=LOUD["a"]) == []
    tracks = TRACKS.replace("file: b.wav,", "file: b.wav, mark: anthem_with_words,")
    reading = read(f"{HEAD}{tracks}{WHOLE}{bed}{item('{to: music, track: b}')}")
    assert listened(reading, LOUD).complaints == ()


def test_a_sting_a_silence_and_a_new_session_are_no_neighbours_of_a_bed() -> None:
    assert advice(item("{to: music, track: a}, {to: music, track: bell}"), bell=sound(0.1, -2), **LOUD) == []
    quiet = sound(loudness=None)
    assert advice(item("{to: music, track: a}, {to: music, track: b}"), a=quiet, b=sound()) == []
    sessions = "sessions:\n- start: 8h\n  items:\n" + "".join(
        f"  {line}\n" for line in (WHOLE + item("{to: music, track: a}")).splitlines()
    )
    sessions += "- start: 14h\n  items:\n  " + item("{to: music, track: b}")
    reading = read(HEAD + TRACKS.removesuffix("items:\n") + sessions)
    assert reading.agenda is not None, reading.errors
    assert listened(reading, LOUD).complaints == ()


def test_the_advice_on_loudness_names_both_and_the_volume_to_set() -> None:
    reading = heard(item("{to: music, track: a}, {to: music, track: b}"), **LOUD)
    (warning,) = reading.warnings
    said = complaint_line(warning, Language.EN)
    assert '"Nhạc B" is 12 dB louder than "Nhạc A"' in said
    assert "from 100 to 63" in said


VIDEO = "kind: video, duration: 5'"


@pytest.mark.parametrize(
    ("minutes", "items", "expected"),
    [
        (4, item("{to: music, track: clip}", VIDEO), [("clip_shorter_than_item", 12, 37)]),
        (5, item("{to: music, track: clip}", VIDEO), []),
        (9, item("{to: music, track: clip}", VIDEO), []),
        (4.9, item("{to: music, track: clip}", VIDEO), []),
        # a minute of words before it, planned or spoken
        (4, item("{to: music, track: clip, at: start + 1'}", VIDEO), []),
        (4, item("{to: music, track: clip, at: word Mời xem}", VIDEO), []),
        (
            3.9,
            item("{to: music, track: clip, at: word Mời xem}", VIDEO),
            [("clip_shorter_than_item", 12, 37)],
        ),
        (4, item("{to: music, track: clip, pre_wait: 55s}", VIDEO), []),
        # two of them fill it
        (
            2.5,
            item("{to: music, track: clip}, {to: music, track: clip, at: start + 2'30}", VIDEO),
            [],
        ),
        # other items are not made of what is played in them, and nobody knows the length of a loop
        (1, item("{to: music, track: clip}"), []),
        (1, item("{to: music, track: loop}", VIDEO), []),
        (1, item("{to: mc}", VIDEO), []),
        (
            4,
            item("{to: music, track: clip}", "kind: rite, clock: media, duration: 5'"),
            [("clip_shorter_than_item", 12, 50)],
        ),
        (4, item("{to: music, track: a}", "kind: performance, by: B, duration: 5'"), []),
        (1, item("{to: music, track: clip}", "kind: video, also: [speech], duration: 5'"), []),
    ],
)
def test_an_item_longer_than_its_clip_is_pointed_at(
    minutes: float, items: str, expected: list[tuple[str, int, int]]
) -> None:
    found = {"clip": sound(minutes), "loop": sound(minutes), "a": sound(minutes + 1)}
    assert advice(items, **found) == expected


def test_the_music_of_an_act_is_its_clip_and_an_assumed_length_is_judged_too() -> None:
    act = item("{to: music, track: a}", "kind: performance, by: B")
    parts = f"- title: D\n  kind: performance\n  duration: 10'\n  parts:\n  {act}"
    assert advice(parts, a=sound(4)) == [("clip_shorter_than_item", 16, 5)]
    reading = heard(item("{to: music, track: clip}", "kind: video"), clip=sound(4.2))
    (warning,) = reading.warnings
    assert "4'12" in complaint_message(warning, Language.VI)
    assert "10'" in complaint_message(warning, Language.VI)


BREAK = "kind: break, duration: 15'"
RUNS_OUT = [("bed_runs_out", 12, 49)]


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        (item("{to: music, track: a}", BREAK), RUNS_OUT),
        (item("{to: music, track: loop}", BREAK), []),
        (item("{to: music, track: bell}", BREAK), []),
        (item("{to: music, track: a, at: start + 12'}", BREAK), []),
        (item("{to: music, track: a}, {to: music, do: fade, at: end - 1'}", BREAK), RUNS_OUT),
        (item("{to: music, track: a}, {to: music, do: fade, at: end - 12'}", BREAK), []),
        (item("{to: music, track: a}, {to: music, do: fade, at: word Mời vào}", BREAK), []),
        (item("{to: music, track: a}, {to: music, track: loop, at: end - 5'}", BREAK), []),
        (item("{to: music, track: a, at: end - 5'}", BREAK), []),
    ],
)
def test_a_bed_that_is_over_before_its_item_is_pointed_at(
    items: str, expected: list[tuple[str, int, int]]
) -> None:
    assert advice(items, a=sound(3), loop=sound(3), bell=sound(0.1)) == expected


def test_walk_up_music_need_not_last_through_the_speech_but_through_what_ends_it_by_the_clock() -> None:
    speech = "kind: speech, by: B, duration: 10'"
    assert advice(item("{to: music, track: a}", speech), a=sound(0.3)) == []
    cues = "{to: music, track: a}, {to: music, do: fade, track: a, at: end - 5s}"
    assert advice(item(cues, speech), a=sound(0.3)) == [("bed_runs_out", 12, 57)]
