"""The catalogue is the closed list of what a conference is made of."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from runofshow.agenda_file.catalogue import Kind, Said, catalogue
from runofshow.agenda_file.wording import fold
from runofshow.core.agenda import (
    CUE_ROLES,
    Action,
    ClockMode,
    GoMode,
    OnStep,
    OnWord,
    Rite,
    Role,
    Step,
    TrackMark,
)
from runofshow.core.told import NAMES

OF_THE_WHOLE = {"meeting", "event", "organiser", "basis", "panel", "internationale", "joined", "closes"}
"""What a conference says of itself, and of how its lines are joined."""
KINDS = """
reception settling performance flag_salute moment_of_silence offering introduction presidium adopt_agenda
credentials notice opening speech greeting report video paper discussion exchange decision award gift launch
pledge directive reply vote election debut rite break summary closing photo meal exhibition rehearsal other
""".split()
PROTECTED = """
flag_salute moment_of_silence offering introduction presidium adopt_agenda credentials opening decision award
launch pledge directive reply vote election debut rite summary closing
""".split()


def test_the_list_has_its_38_kinds_in_order() -> None:
    assert list(catalogue()) == KINDS
    assert len(KINDS) == 38


def test_the_protected_kinds_are_those_that_are_never_cut() -> None:
    assert [kind.id for kind in catalogue().values() if kind.protected] == PROTECTED


def test_nothing_protected_ever_gives_way() -> None:
    assert not [kind.id for kind in catalogue().values() if kind.protected and kind.elastic]


def test_what_gives_way_first_is_the_performance_and_last_the_papers() -> None:
    elastic = sorted((kind.elastic, kind.id) for kind in catalogue().values() if kind.elastic)
    expected = [
        (1, "performance"),
        (2, "discussion"),
        (2, "exchange"),
        (3, "break"),
        (4, "video"),
        (5, "paper"),
    ]
    assert elastic == expected


@pytest.mark.parametrize("kind", catalogue().values(), ids=str)
def test_each_kind_is_whole(kind: Kind) -> None:
    least, typical, most = kind.minutes
    assert 0 < least <= typical <= most
    assert kind.vi
    assert kind.en
    assert kind.typical == timedelta(minutes=typical)
    for cue in kind.cues:
        assert cue.to in CUE_ROLES
        assert cue.vi
        assert cue.en
        assert (cue.do is Action.SAY) == (cue.to is Role.MC)
        if cue.do in (Action.PLAY, Action.FADE, Action.STOP) or cue.track or cue.mark:
            assert cue.to is Role.MUSIC
        assert (cue.fade > timedelta()) == (cue.do is Action.FADE)
        assert cue.go is GoMode.HAND


def test_what_stands_on_the_stage_is_for_its_hands_and_who_is_led_for_the_ushers() -> None:
    told = {
        role: {kind.id for kind in catalogue().values() for cue in kind.cues if cue.to is role}
        for role in Role
    }
    assert told[Role.STAGE] == {"discussion", "exchange", "pledge", "rite", "rehearsal"}
    assert told[Role.CREW] >= {"reception", "presidium", "award", "gift", "debut", "photo"}


@pytest.mark.parametrize("kind", catalogue().values(), ids=str)
def test_the_mc_has_a_turn_in_every_kind_but_a_rehearsal(kind: Kind) -> None:
    assert (
        any(cue.to is Role.MC for cue in kind.cues)
        == bool(kind.mc.vi)
        == bool(kind.mc.en)
        == (kind.id != "rehearsal")
    )


@pytest.mark.parametrize("kind", catalogue().values(), ids=str)
def test_the_mc_words_ask_for_nothing_that_nobody_knows(kind: Kind) -> None:
    formulas = (kind.mc, kind.mc_heading, kind.thanks, kind.mc_plain or Said())
    for formula in [text for said in formulas for text in (said.vi, said.en)]:
        asked = set(re.findall(r"\{[?!]?([a-z]+)(?:\|[^{}|]*)?\}", formula))
        assert asked <= NAMES | OF_THE_WHOLE
        assert formula.count("{") == formula.count("}") == len(re.findall(r"\{[?!]?[a-z]+", formula))


def test_no_other_name_means_two_kinds() -> None:
    names = [
        name for kind in catalogue().values() for name in {fold(alias) for alias in (kind.vi, *kind.aliases)}
    ]
    assert len(set(names)) == len(names)


def test_the_anthem_goes_without_words_on_the_command() -> None:
    music = [cue for cue in catalogue()["flag_salute"].cues if cue.to is Role.MUSIC]
    commanded = [cue for cue in music if cue.rite is Rite.COMMANDED]
    assert [(cue.at, cue.mark) for cue in commanded] == [(OnWord("Chào cờ!"), TrackMark.ANTHEM_WITHOUT_WORDS)]


def test_the_commands_of_the_flag_salute_are_lines_of_their_own() -> None:
    words = catalogue()["flag_salute"].mc
    for formula in (words.vi, words.en):
        assert [line for line in formula.splitlines() if "{" not in line] == ["Nghiêm!", "Chào cờ!", "Thôi!"]


def test_a_leader_is_never_counted_down() -> None:
    assert catalogue()["directive"].clock is ClockMode.UP_SOFT


def test_the_music_of_an_award_follows_its_steps() -> None:
    music = [cue for cue in catalogue()["award"].cues if cue.to is Role.MUSIC]
    assert [(cue.track, cue.do, cue.at) for cue in music] == [
        ("call_up", Action.PLAY, OnStep(Step.CALL)),
        # silence while the decision is read to those who stand in line
        ("call_up", Action.FADE, OnStep(Step.LINE_UP)),
        ("award_bed", Action.PLAY, OnStep(Step.PRESENTERS)),
        ("award_bed", Action.FADE, OnStep(Step.OFF)),
    ]
    assert [cue.if_listed for cue in music] == [True, True, False, False]


def test_the_catalogue_is_read_once() -> None:
    assert catalogue() is catalogue()
