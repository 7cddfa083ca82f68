"""The sound in the picture: decks with what is left of them, the next three tracks; and the same as JSON."""

from __future__ import annotations

import json
from datetime import timedelta, timezone
from typing import Any

import msgspec.json
import pytest

from runofshow.core import commands as c
from runofshow.core.agenda import Agenda, AtStart, Role, Track
from runofshow.core.evolve import evolve
from runofshow.core.picture import take_snapshot
from runofshow.core.player_view import ToArm, player_view
from runofshow.core.snapshot import DeckNow
from runofshow.core.sound import Armed, Fault, Sounding
from runofshow.core.value import replace
from runofshow.core.views.playing import player_view_away
from runofshow.core.views.roles import HandView, view_of
from runofshow.core.views.sound import (
    DeckState,
    DeckView,
    SoundView,
    call_of,
    sound_view,
    track_of,
    what_of,
)
from runofshow.core.wire import as_json, written
from tests.core.shows import Stage, agenda, at, cue, heading, item, minutes, seconds
from tests.core.sounds import (
    ANTHEM,
    ANTHEM_LENGTH,
    AWARD,
    INVITE,
    SUNG,
    TRACKS,
    A,
    B,
    armed,
    began,
    came,
    conference,
    ended,
    fading,
    failed,
    hall,
    measured,
    play,
    salute,
    tell,
)

HERE = timezone(timedelta(hours=7))
NO_TIME = timedelta()


def deck_a(stage: Stage) -> DeckNow:
    return stage.picture.sound.decks[0]


# Decks


def test_both_decks_are_always_shown_empty_ones_too() -> None:
    stage = hall(player=None)
    assert stage.picture.sound.decks == (
        DeckNow(A, None, None, NO_TIME, None),
        DeckNow(B, None, None, NO_TIME, None),
    )


def test_an_armed_deck_has_its_whole_length_left() -> None:
    stage = hall()
    tell(stage, armed(B, ANTHEM, "anthem", ANTHEM_LENGTH))
    stage.at("8:04")
    assert stage.picture.sound.decks[1] == DeckNow(
        B, Armed("quoc_ca", "anthem", ANTHEM_LENGTH), ANTHEM, NO_TIME, ANTHEM_LENGTH
    )


def test_a_sounding_deck_counts_up_and_down() -> None:
    stage = salute()
    stage.at("8:01:22")
    assert (deck_a(stage).elapsed, deck_a(stage).remaining) == (seconds(22), seconds(40))
    assert deck_a(stage).what == Sounding("quoc_ca", "anthem", at("8:01"), ANTHEM_LENGTH)
    stage.at("8:02:05")
    assert deck_a(stage).remaining == NO_TIME, "until the player says that it has ended"


def test_a_track_picked_up_in_its_middle_counts_from_there() -> None:
    stage = hall()
    tell(stage, began(A, ANTHEM, "anthem", ANTHEM_LENGTH, position=seconds(40)))
    stage.sleep(seconds(2))
    assert (deck_a(stage).elapsed, deck_a(stage).remaining) == (seconds(42), seconds(20))


def test_a_loop_has_no_end_until_it_fades() -> None:
    stage = hall()
    stage.at("8:05")
    tell(stage, began(A, AWARD, "award"))
    stage.at("8:20")
    assert (deck_a(stage).elapsed, deck_a(stage).remaining) == (minutes(15), None)
    tell(stage, fading(A, 4))
    stage.at("8:20:01")
    assert (deck_a(stage).elapsed, deck_a(stage).remaining) == (minutes(15) + seconds(1), seconds(3))


def test_a_recording_that_left_the_agenda_has_no_name() -> None:
    lost = replace(began(A, AWARD), track_id="lost")
    stage = hall()
    deck = take_snapshot(evolve(stage.state, lost), stage.now).sound.decks[0]
    assert (deck.track, deck.what is not None) == (None, True)


def test_the_picture_says_that_the_anthem_sounds() -> None:
    stage = hall()
    seen = [stage.picture.sound.anthem]
    for news in (armed(A, SUNG, None), began(A, SUNG), ended(A, SUNG, None)):
        tell(stage, news)
        seen.append(stage.picture.sound.anthem)
    assert seen == [False, False, True, False]


# What comes


def coming(stage: Stage) -> list[str]:
    return [row.cue_id for row in stage.picture.sound.coming]


def test_the_next_three_tracks_come_in_the_order_of_the_hall() -> None:
    stage = Stage(conference())
    assert coming(stage) == ["anthem", "award", "invite"]
    stage.at("8:00").do(c.Start())
    assert coming(stage) == ["anthem", "award", "invite"]
    stage.at("8:01").do(c.Go("anthem"))
    assert coming(stage) == ["award", "invite", "closing"]
    stage.at("8:05").do(c.Advance())
    stage.at("8:06").do(c.Go())
    assert coming(stage) == ["invite", "closing"]
    stage.at("8:40").do(c.End())
    assert coming(stage) == []


def test_after_a_jump_the_tracks_of_the_chosen_item_come_first_behind_what_runs() -> None:
    stage = hall()
    stage.do(c.Jump("close"))
    assert coming(stage) == ["anthem", "closing", "award"]
    stage.at("8:05").do(c.Advance())
    assert coming(stage) == ["closing", "award", "invite"]


def test_what_was_skipped_does_not_come() -> None:
    stage = hall()
    stage.do(c.Skip("award"))
    assert coming(stage) == ["anthem", "invite", "closing"]
    stage.do(c.Unskip("award"))
    assert coming(stage) == ["anthem", "award", "invite"]


def test_a_play_taken_back_comes_again() -> None:
    stage = hall()
    stage.do(c.Go("anthem"))
    stage.do(c.Undo())
    assert coming(stage)[0] == "anthem"


def test_the_track_of_a_heading_comes_with_the_part_that_carries_it() -> None:
    parts = heading("h", item("h1", 5), item("h2", 5, play("two", INVITE)), cues=(play("one", AWARD),))
    stage = Stage(replace(agenda(parts), tracks=TRACKS))
    assert coming(stage) == ["one", "two"]
    assert stage.picture.sound.coming[0].item_id == "h1"


def test_a_player_sees_its_calls_what_to_arm_and_the_recordings() -> None:
    stage = hall()
    stage.at("8:01").do(c.Go("anthem"))
    view = player_view(stage.picture)
    assert (view.now, view.place, view.calls) == (at("8:01"), "console", stage.picture.sound.calls)
    assert view.coming == (ToArm("award", "trao"), ToArm("invite", "moi"), ToArm("closing", "be_mac"))
    assert view.tracks == {track.track_id: track for track in TRACKS}


# JSON


def wire(stage: Stage) -> dict[str, Any]:
    """The sound as a program reads it."""
    read: dict[str, Any] = json.loads(json.dumps(as_json(view_of(Role.CALLER, stage.picture, HERE))["sound"]))
    return read


def test_decks_as_json() -> None:
    stage = salute()
    tell(stage, armed(B, AWARD, None))
    sound = wire(stage)
    assert (sound["player"], sound["anthem"], sound["coming"]) == (
        "console",
        True,
        ["award", "invite", "closing"],
    )
    assert sound["decks"] == [
        {
            "deck": "A",
            "state": "sounding",
            "track": "quoc_ca",
            "title": "Quốc ca không lời",
            "mark": "anthem_without_words",
            "cue_id": "anthem",
            "length_s": 62,
            "began_at": "2020-03-27T15:01:00.000+07:00",
            "position_s": 0,
            "ends_at": "2020-03-27T15:02:02.000+07:00",
            "fading": False,
        },
        {
            "deck": "B",
            "state": "armed",
            "track": "trao",
            "title": "Nhạc trao thưởng",
            "mark": "plain",
            "cue_id": None,
            "length_s": None,
            "began_at": None,
            "position_s": None,
            "ends_at": None,
            "fading": False,
        },
    ]
    tell(stage, fading(A, 3))
    assert [(deck["fading"], deck["ends_at"]) for deck in wire(stage)["decks"]] == [
        (True, "2020-03-27T15:01:03.000+07:00"),
        (False, None),
    ]


def test_an_empty_deck_as_json() -> None:
    first = wire(hall())["decks"][0]
    assert (first.pop("deck"), first.pop("state"), first.pop("fading")) == ("A", "empty", False)
    assert set(first.values()) == {None}


def test_tracks_as_json() -> None:
    bed = Track(
        "nen",
        "Nhạc nền",
        "sounds/nen.mp3",
        volume=70,
        start=seconds(1.5),
        end=seconds(90),
        fade_in=seconds(2),
        fade_out=seconds(3),
        length=seconds(88),
        sha256="cd" * 32,
    )
    stage = hall(replace(conference(), tracks=(bed, AWARD)))
    tell(stage, failed(bed, Fault.EMPTY, "0 byte"), measured(AWARD, seconds(85)))
    nen, trao = wire(stage)["tracks"]
    assert nen == {
        "track_id": "nen",
        "title": "Nhạc nền",
        "file": "sounds/nen.mp3",
        "live": False,
        "mark": "plain",
        "layer": "bed",
        "loop": False,
        "volume": 70,
        "start_s": 1.5,
        "end_s": 90,
        "fade_in_s": 2,
        "fade_out_s": 3,
        "length_s": 88,
        "loudness": None,
        "sha256": "cd" * 32,
        "failure": {"fault": "empty", "detail": "0 byte", "at": "2020-03-27T15:00:01.000+07:00"},
    }
    assert (trao["loop"], trao["length_s"], trao["loudness"], trao["failure"]) == (True, 85, -16.5, None)
    assert trao["sha256"] == "ab" * 32, "what was found, where the agenda does not say"


def test_calls_as_json() -> None:
    stage = hall()
    stage.do(
        c.Go("invite"),
        c.FadeSound(seconds(4), "trao"),
        c.StopSound(),
        c.Panic(hard=True),
        c.Arm("award"),
    )
    calls = wire(stage)["calls"]
    assert {call.pop("at") for call in calls} == {"2020-03-27T15:00:01.000+07:00"}
    assert calls == [
        {"number": 1, "do": "play", "track": "moi", "cue_id": "invite", "fade_s": 0, "wait_s": 1.5},
        {"number": 2, "do": "fade", "track": "trao", "over_s": 4, "cue_id": None},
        {"number": 3, "do": "stop", "track": None},
        {"number": 4, "do": "panic", "hard": True},
        {"number": 5, "do": "arm", "track": "trao", "cue_id": "award"},
    ]


def told(stage: Stage) -> SoundView:
    """What comes to a player away from the console; it plays by that as the console's own would."""
    sound = stage.picture.sound
    away = msgspec.json.decode(written(sound_view(sound, HERE)), type=SoundView)
    assert tuple(map(call_of, away.calls)) == sound.calls
    assert [what_of(deck) for deck in away.decks] == [deck.what for deck in sound.decks]
    return away


def test_a_player_away_from_the_console_is_told_the_same() -> None:
    stage = salute()
    stage.do(c.Go("invite"), c.FadeSound(seconds(4), "trao"), c.StopSound(sure=True))
    stage.do(c.Panic(hard=True, sure=True), c.Arm("award"))
    tell(stage, armed(B, AWARD, None))
    told(stage)
    tell(stage, fading(A, 3))
    away = told(stage)
    tracks = [track_of(one) for one in away.tracks]
    assert [replace(one, length=None, sha256=None) for one in tracks] == [
        replace(one, length=None, sha256=None, mark_assumed=False) for one in TRACKS
    ]


def test_an_empty_deck_is_empty_for_a_player_away_too() -> None:
    assert what_of(sound_view(hall(player=None).picture.sound, HERE).decks[0]) is None
    with pytest.raises(ValueError, match="armed"):
        DeckView(deck=A, state=DeckState.ARMED)


def test_nothing_in_the_json_changes_by_the_passing_of_time_alone() -> None:
    auto = play("auto", INVITE, AtStart(minutes(3)))
    stage = salute(conference(flag=(auto,)))
    before = sound_view(stage.picture.sound, HERE)
    later = take_snapshot(stage.state, stage.now + minutes(30))
    assert later.sound.decks != stage.picture.sound.decks
    assert sound_view(later.sound, HERE) == before


def test_the_row_of_a_cue_says_that_it_is_armed() -> None:
    stage = hall()
    tell(stage, armed(A, AWARD, "award"))
    cues: Any = as_json(view_of(Role.CALLER, stage.picture, HERE))["cues"]
    assert [row["cue_id"] for row in cues if row["armed"]] == ["award"]


def test_the_music_operator_sees_the_player_and_nobody_else_but_the_caller_does() -> None:
    stage = salute()
    seen = {role: as_json(view_of(role, stage.picture, HERE)).get("sound") for role in Role}
    assert {role for role, sound in seen.items() if sound is not None} == {Role.MUSIC, Role.CALLER}
    assert seen[Role.MUSIC] == seen[Role.CALLER] == wire(stage)


def test_a_plan_without_tracks_has_a_silent_picture() -> None:
    plan: Agenda = agenda(item("a", 5, cue("x")))
    assert wire(Stage(plan)) == {
        "player": None,
        "anthem": False,
        "decks": wire(hall(player=None))["decks"],
        "heard": [],
        "coming": [],
        "tracks": [],
        "calls": [],
    }


def test_a_player_that_comes_back_finds_the_calls_it_has_carried_out() -> None:
    stage = hall()
    stage.do(c.Go("anthem"))
    tell(stage, came())
    # they are there before the player is, so it carries out none of them again
    assert [call["number"] for call in wire(stage)["calls"]] == [1]


def music(stage: Stage) -> HandView:
    view = view_of(Role.MUSIC, stage.picture, HERE)
    assert isinstance(view, HandView)
    return view


def test_a_player_away_from_the_console_sees_what_the_one_beside_it_does() -> None:
    stage = hall()
    stage.at("8:01").do(c.Go("anthem"))
    assert player_view_away(music(stage), stage.now, "console") == player_view(stage.picture)


def test_a_player_away_sees_nothing_to_play_in_a_fast_rehearsal_and_of_who_may_not() -> None:
    fast = replace(music(hall()), speed=10)
    silent = replace(music(hall()), sound=None)
    assert [player_view_away(one, at("8:00"), None) for one in (fast, silent)] == [None, None]


def test_a_track_that_cannot_be_played_says_why_and_no_other_does() -> None:
    stage = hall()
    tell(stage, failed(AWARD, Fault.EMPTY, "0 byte"))
    sound = music(stage).sound
    assert sound is not None
    why = sound.failure("trao")
    assert why is not None
    assert (why.fault, sound.failure("moi"), sound.failure(None)) == (Fault.EMPTY, None, None)


def test_a_cue_that_is_sent_says_what_it_plays_and_whether_that_is_proved() -> None:
    stage = hall()
    tell(stage, armed(A, AWARD, "award"))
    cues = {cue.cue_id: cue for cue in music(stage).cues}
    assert [(cues[one].recording, cues[one].is_proved) for one in ("anthem", "award")] == [
        ("Quốc ca không lời", False),
        ("Nhạc trao thưởng", True),
    ]
    guessed = replace(cues["award"], track_assumed=True)
    assert guessed.recording == "~ Nhạc trao thưởng"
