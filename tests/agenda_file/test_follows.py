"""A cue may follow a track's own end, wait before it plays, and fade out what it takes the place of."""

from __future__ import annotations

from datetime import timedelta

import pytest

from runofshow.core.agenda import Action, AfterCue, AtStart, Cue, Layer, Role
from tests.agenda_file.given import HEAD, agenda_of, items_of, read, spots

SECOND = timedelta(seconds=1)
TRACKS = "tracks:\n- {id: a, title: A}\n- {id: b, title: B}\n- {id: bed, title: Nền, loop: true}\n"


def cues_of(*cues: str) -> tuple[Cue, ...]:
    """The cues of the first item, as the file lists them."""
    listed = "".join(f"  - {cue}\n" for cue in cues)
    return items_of(f"- title: A\n  kind: speech\n  cues:\n{listed}", HEAD + TRACKS)[0].cues


def wrong(*cues: str) -> list[tuple[str, int, int]]:
    """The errors of an item whose first cue stands on line 11, from column 5 on."""
    listed = "".join(f"  - {cue}\n" for cue in cues)
    return spots(read(f"{HEAD}{TRACKS}items:\n- title: A\n  kind: speech\n  cues:\n{listed}"))


def test_a_follow_means_the_nearest_play_written_before_it() -> None:
    cues = cues_of(
        "{to: music, track: a}",
        "{to: music, track: b, at: hết nhạc + 2s, go: auto}",
        "{to: music, do: fade, track: b, at: word Thôi!}",
        "{to: mc, at: after track}",
    )
    assert [cue.at for cue in cues[1::2]] == [AfterCue("m1.c1", 2 * SECOND), AfterCue("m1.c2")]


def test_a_follow_takes_the_id_that_the_plan_gives_the_cue() -> None:
    _, follow = cues_of("{to: music, track: a, id: dau}", "{to: mc, at: hết nhạc}")
    assert follow.at == AfterCue("dau")


def test_a_follow_may_name_another_play_before_it_by_its_made_or_given_id() -> None:
    cues = cues_of(
        "{to: music, track: a}",
        "{to: music, track: b, id: hai}",
        "{to: mc, at: hết nhạc của m1.c1 + 1'}",
        "{to: mc, at: after track of hai}",
    )
    assert [cue.at for cue in cues[2:]] == [AfterCue("m1.c1", 60 * SECOND), AfterCue("hai")]


def test_a_part_follows_its_own_cues_and_not_its_headings() -> None:
    (heading,) = items_of(
        "- title: A\n  kind: performance\n  cues: [{to: music, track: a}]\n"
        "  parts: [{title: B, kind: performance, cues: [{to: music, track: b}, {to: mc, at: hết nhạc}]}]\n",
        HEAD + TRACKS,
    )
    assert heading.parts[0].cues[1].at == AfterCue("m1.1.c1")


def test_a_play_has_a_pre_wait_and_the_fade_of_what_it_takes_the_place_of() -> None:
    play, cut = cues_of("{to: music, track: a, pre_wait: 1.5s, fade: 4s}", "{to: music, track: b}")
    assert (play.do, play.pre_wait, play.fade) == (Action.PLAY, 1.5 * SECOND, 4 * SECOND)
    assert (cut.pre_wait, cut.fade, cut.at) == (timedelta(), timedelta(), AtStart())
    assert play.to is Role.MUSIC


def test_a_track_lies_under_or_over_and_is_bound_to_its_recording_in_small_letters() -> None:
    bed, sting = agenda_of(
        f"{HEAD}tracks:\n- {{id: a, title: A}}\n- {{id: b, title: B, layer: sting, sha256: {'0aF9' * 16}}}\n"
        "items: [{title: A, kind: speech}]\n"
    ).tracks
    assert (bed.layer, bed.sha256) == (Layer.BED, None)
    assert (sting.layer, sting.sha256) == (Layer.STING, "0af9" * 16)


@pytest.mark.parametrize(
    ("cues", "expected"),
    [
        (["{to: mc, at: hết nhạc}"], [("no_play_before", 11, 18)]),
        (["{to: mc, at: hết nhạc}", "{to: music, track: a}"], [("no_play_before", 11, 18)]),
        (["{to: music, do: stop}", "{to: music, track: a, at: hết nhạc}"], [("no_play_before", 12, 31)]),
        (
            ["{to: music, track: bed}", "{to: music, track: a, at: hết nhạc + 2s}"],
            [("track_never_ends", 12, 31)],
        ),
        (
            ["{to: music, track: bed}", "{to: crew, text: A, at: after track, go: auto}"],
            [("track_never_ends", 12, 29)],
        ),
        (
            ["{to: music, track: bed}", "{to: music, track: a}", "{to: mc, at: hết nhạc của m1.c1}"],
            [("track_never_ends", 13, 18)],
        ),
        (["{to: music, track: a}", "{to: mc, at: hết nhạc của x}"], [("unknown_play", 12, 18)]),
        (
            ["{to: mc, at: hết nhạc của m1.c2}", "{to: music, track: a}"],
            [("unknown_play", 11, 18)],
        ),
        (["{to: music, track: a, at: hết nhạc của m1.c1}"], [("unknown_play", 11, 31)]),
        (["{to: music, track: a}", "{to: mc, at: hết nhạc - 2s}"], [("anchor_before_track_ends", 12, 18)]),
        (["{to: music, track: a}", "{to: mc, at: hết nhạc + 2}"], [("bare_length", 12, 18)]),
        (["{to: mc, pre_wait: 2s}"], [("pre_wait_without_play", 11, 14)]),
        (["{to: music, do: fade, pre_wait: 0s}"], [("pre_wait_without_play", 11, 27)]),
        (["{to: music, do: stop, fade: 2s}"], [("fade_without_fading", 11, 27)]),
        (["{to: music, track: a, pre_wait: 2}"], [("bare_length", 11, 37)]),
        (["{to: mc, at: 'word " + "a" * 600 + "'}"], [("text_too_long", 11, 18)]),
    ],
)
def test_what_cannot_follow_or_wait_is_pointed_at(
    cues: list[str], expected: list[tuple[str, int, int]]
) -> None:
    assert wrong(*cues) == expected


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("layer: top", ("unknown_layer", 3, 35)),
        ("sha256: abc", ("bad_sha256", 3, 36)),
        (f"sha256: {'g' * 64}", ("bad_sha256", 3, 36)),
        (f"sha256: {'0' * 65}", ("bad_sha256", 3, 36)),
        ("sha256: [a]", ("wrong_type", 3, 36)),
    ],
)
def test_what_a_track_cannot_be_is_pointed_at(keys: str, expected: tuple[str, int, int]) -> None:
    track = f"tracks: [{{id: a, title: A, {keys}}}]\n"
    assert spots(read(f"{HEAD}{track}items: [{{title: A, kind: speech}}]\n")) == [expected]
