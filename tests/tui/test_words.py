"""Nothing that can be asked or refused is without words, in either language."""

from __future__ import annotations

from typing import get_args

import pytest
from msgspec import Struct

from runofshow.control.failure import Trouble
from runofshow.core.agenda import Role, TrackMark
from runofshow.core.alarms import AlarmCode
from runofshow.core.ask import name_of
from runofshow.core.commands import ClockFault, Command
from runofshow.core.refusal import Reason
from runofshow.core.roles import TELLERS
from runofshow.core.sound import EndedWhy, Fault
from runofshow.core.sound_calls import PLAYERS
from runofshow.texts.console import CONSOLE, ConsoleTexts
from runofshow.tui.colours import DARK
from runofshow.tui.command_palette import orders
from runofshow.tui.dialogs.help import help_text
from runofshow.tui.faces import Face
from runofshow.tui.keys import OF_THE_CURSOR, keys_of, sentence

both = pytest.mark.parametrize("words", CONSOLE.values(), ids=[language.value for language in CONSOLE])


@both
@pytest.mark.parametrize("reason", Reason)
def test_every_refusal_is_said_in_words(words: ConsoleTexts, reason: Reason) -> None:
    assert len(words.refusal(reason)) > 5


@both
def test_every_role_has_a_name_and_a_mark_of_two_cells(words: ConsoleTexts) -> None:
    assert all(words.role(role) and 1 <= len(words.role_mark(role)) <= 2 for role in Role)


@both
def test_the_two_anthems_are_never_told_by_the_same_word(words: ConsoleTexts) -> None:
    marks = {words.track_mark(mark) for mark in TrackMark}
    assert len(marks) == len(TrackMark)


@both
def test_every_key_is_told_by_help_on_its_face_and_by_the_palette(words: ConsoleTexts) -> None:
    in_palette = {act for act, _ in orders(words)}
    for face in Face:
        for hot in keys_of(face):
            if hot.act in OF_THE_CURSOR:
                continue
            assert hot.act in in_palette or hot.shown == "Ctrl+P"
            assert sentence(hot.act, words) in help_text(words, face, DARK).plain


@both
def test_every_face_says_what_it_is_for(words: ConsoleTexts) -> None:
    assert all(getattr(words.help, face.value) in help_text(words, face, DARK).plain for face in Face)


@both
def test_every_command_of_the_record_and_who_tells_of_itself_has_a_word(words: ConsoleTexts) -> None:
    names = (name_of(kind) for kind in get_args(Command))
    assert [name for name in (*names, *TELLERS) if not hasattr(words.calls, name)] == []


@both
def test_every_trouble_of_a_signal_has_its_words(words: ConsoleTexts) -> None:
    assert [trouble for trouble in Trouble if words.alarms.cause(trouble) == trouble] == []
    assert words.alarms.cause("ENOENT") == "ENOENT"


@both
def test_every_alarm_has_a_phrase_of_its_own(words: ConsoleTexts) -> None:
    codes = set(AlarmCode) - {AlarmCode.CORRECTED}
    assert codes == {*words.alarms.__struct_fields__} - {"causes"}
    assert len({words.alarms.phrase(code) for code in codes}) == len(codes)
    assert {f"track_{fault}" for fault in Fault} | set(ClockFault) < codes


@both
def test_every_fault_of_a_track_says_why_and_what_to_do(words: ConsoleTexts) -> None:
    assert len({words.sound.why(fault) for fault in Fault}) == len(Fault)
    assert all(len(words.sound.remedy(fault)) > 10 for fault in Fault)


@both
def test_every_end_of_a_track_has_a_word(words: ConsoleTexts) -> None:
    assert len({words.sound.end(why) for why in EndedWhy}) == len(EndedWhy)


@both
@pytest.mark.parametrize("where", PLAYERS.values())
def test_every_place_of_a_player_has_a_name(words: ConsoleTexts, where: str) -> None:
    assert words.sound.where(where) != where


def test_no_phrase_is_empty() -> None:
    def phrases(texts: object, at: str) -> list[tuple[str, str]]:
        if isinstance(texts, Struct):
            return [
                phrase
                for name in texts.__struct_fields__
                for phrase in phrases(getattr(texts, name), f"{at}.{name}")
            ]
        return [(at, str(texts))]

    for language, words in CONSOLE.items():
        assert [at for at, phrase in phrases(words, language.value) if not phrase.strip()] == []
