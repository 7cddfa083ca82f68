"""Nothing that can be asked or refused is without words, in either language."""

from __future__ import annotations

from dataclasses import fields, is_dataclass

import pytest

from runofshow.core.agenda import Role, TrackMark
from runofshow.core.refusal import Reason
from runofshow.live import NAMES
from runofshow.texts.console import CONSOLE, ConsoleTexts
from runofshow.tui.colours import DARK
from runofshow.tui.dialogs.help import help_text
from runofshow.tui.faces import Face
from runofshow.tui.keys import HOTKEYS, OF_THE_CURSOR, sentence
from runofshow.tui.palette import orders

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
    for hot in HOTKEYS:
        if hot.act in OF_THE_CURSOR:
            continue
        assert hot.act in in_palette or hot.shown == "Ctrl+P"
        for face in hot.faces:
            assert sentence(hot.act, words) in help_text(words, face, DARK).plain


@both
def test_every_face_says_what_it_is_for(words: ConsoleTexts) -> None:
    assert all(getattr(words.help, face.value) in help_text(words, face, DARK).plain for face in Face)


@both
def test_every_command_of_the_record_has_a_word(words: ConsoleTexts) -> None:
    assert [name for name in NAMES.values() if not hasattr(words.calls, name)] == []


def test_no_phrase_is_empty() -> None:
    def phrases(texts: object, at: str) -> list[tuple[str, str]]:
        if is_dataclass(texts):
            return [
                phrase
                for field in fields(texts)
                for phrase in phrases(getattr(texts, field.name), f"{at}.{field.name}")
            ]
        return [(at, str(texts))]

    for language, words in CONSOLE.items():
        assert [at for at, phrase in phrases(words, language.value) if not phrase.strip()] == []
