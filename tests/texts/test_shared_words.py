"""What all windows say alike stands once."""

from __future__ import annotations

from runofshow.texts import Language
from runofshow.texts.console import CONSOLE
from runofshow.texts.pages import PAGES


def said(name: str) -> tuple[str, ...]:
    return tuple(PAGES[language].flat()[name] for language in Language)


def test_no_name_of_a_page_stands_in_two_subjects() -> None:
    subjects = [getattr(PAGES[Language.VI], name) for name in PAGES[Language.VI].__struct_fields__]
    assert len(PAGES[Language.VI].flat()) == sum(len(one.__struct_fields__) for one in subjects)


def test_no_page_and_no_face_says_again_what_all_windows_say() -> None:
    shared = PAGES[Language.VI].running.__struct_fields__
    phrases = {said(name): name for name in shared}
    assert len(phrases) == len(shared)
    again = {name: phrases[said(name)] for name in PAGES[Language.VI].flat() if said(name) in phrases}
    assert again == {name: name for name in shared}
    forms = CONSOLE[Language.VI].forms.__struct_fields__
    of_forms = {tuple(getattr(CONSOLE[language].forms, name) for language in Language) for name in forms}
    assert [name for name in PAGES[Language.VI].flat() if said(name) in of_forms] == []
    for name in CONSOLE[Language.VI].__struct_fields__:
        assert tuple(getattr(CONSOLE[language], name) for language in Language) not in phrases, name
