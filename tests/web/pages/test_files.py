"""The pages are files of our own that need nothing from elsewhere, and say nothing that texts/ does not."""

from __future__ import annotations

import json
import re
from importlib.resources import files

import pytest

from runofshow.agenda_file.catalogue import catalogue
from runofshow.core.agenda import Role
from runofshow.core.change import IDS, INNER_IDS
from runofshow.core.refusal import Reason
from runofshow.core.sound import Fault
from runofshow.core.views.fields import all_views, moving
from runofshow.core.wire import Moves, hints
from runofshow.texts import Language
from runofshow.texts.forms import FormTexts
from runofshow.texts.pages import PAGES
from runofshow.texts.sound import SoundTexts
from runofshow.web import pages

OF_OTHERS = {
    *("alarm", "roles", "refusals", "kinds", "sound", "desk", "players", "questions", "calls", "forms"),
    *(
        "yes",
        "at_start",
        "count",
        "machines",
        "no_server",
        "assumed",
        "unassigned",
        "award",
        "people",
        "recovery",
        "proposals",
        "timecode",
    ),
}
"""Phrases, most of them in groups, that the console and the terminals have too."""
SCRIPTS = {
    file.name: file.read_text(encoding="utf-8")
    for file in files(pages).iterdir()
    if file.name.endswith((".js", ".css", ".svg"))
}
HTML = [pages.page_for(role, language) for role in Role for language in Language]
HTML += [
    pages.join_page(language, here, wanted, wrong)
    for language in Language
    for here, wanted, wrong in (((), None, False), ((), None, True), ({Role.MC}, Role.MUSIC, False))
]


def test_every_phrase_a_script_asks_for_is_written_and_every_written_one_is_asked_for() -> None:
    source = "\n".join(text for name, text in SCRIPTS.items() if name.endswith(".js"))
    asked = set(re.findall(r"\bwords\.(\w+)", source)) - {"en", "vi", "js", *OF_OTHERS}
    known = set(PAGES[Language.VI].flat())
    assert asked <= known, asked - known
    by_name = {
        name for name in known if re.match(r"(cue|alarm)_|card_(upcoming|running|done|left)", name)
    } | {"before", "between", "ended"}
    in_html = {
        name for name in known if re.match(r"(join|refused)_|join$|skip_to|no_script|connecting|short", name)
    }
    assert known - asked - by_name - in_html == set()


OF_OTHER_ANSWERS = frozenset({"delay_s", "seen_s", "new_at"})
"""What the list of who is connected and a form have."""


def test_every_moment_and_length_a_script_reads_is_a_field_of_a_view() -> None:
    source = "\n".join(text for name, text in SCRIPTS.items() if name.endswith(".js"))
    asked = set(re.findall(r"(?<!words\.)(?<!forms\.)\b([a-z]+(?:_[a-z]+)*_(?:s|at|start|end))\b", source))
    known = {name for view in all_views() for name, _ in hints(view)}
    assert {"slack_s", "expected_start"} <= asked
    assert asked - OF_OTHER_ANSWERS <= known


def test_the_module_of_fields_has_every_moment_of_the_plan() -> None:
    found = pages.asset("fields.js")
    assert found is not None
    source, media_type = found
    planned, ids, inner = re.findall(r"= (.*);", source.decode())
    assert media_type.startswith("text/javascript")
    assert {"expected_end", "standby_at"} <= set(json.loads(planned)) == moving(Moves.PLANNED)
    assert (json.loads(ids), json.loads(inner)) == (IDS, INNER_IDS)


def test_every_phrase_of_sound_a_script_asks_for_is_the_consoles() -> None:
    source = "\n".join(text for name, text in SCRIPTS.items() if name.endswith(".js"))
    asked = set(re.findall(r"\bwords\.sound\.(\w+)", source))
    assert asked
    assert asked <= set(SoundTexts.__struct_fields__)


def test_every_phrase_of_a_form_a_script_asks_for_is_the_consoles() -> None:
    source = "\n".join(text for name, text in SCRIPTS.items() if name.endswith(".js"))
    asked = set(re.findall(r"\bforms\.(\w+)", source))
    assert asked
    assert asked <= set(FormTexts.__struct_fields__)


@pytest.mark.parametrize("language", list(Language))
def test_the_phrases_come_as_a_module_with_every_refusal(language: Language) -> None:
    found = pages.asset(f"words.{language.value}.js")
    assert found is not None
    data, media_type = found
    assert media_type.startswith("text/javascript")
    words = json.loads(data.decode().removeprefix("export default ").removesuffix(";\n"))
    assert words["sound"]["why_not"].keys() == {fault.value for fault in Fault}
    assert all(f"track_{fault.value}" in words["alarm"] for fault in Fault)
    assert all(f"ask_anthem_{do}" in words["sound"] for do in ("go", "play", "fade", "stop", "panic"))
    assert {reason.value for reason in Reason} <= words["refusals"].keys()
    assert {role.value for role in Role} == words["roles"].keys()
    assert words["kinds"].keys() == catalogue().keys()
    # a phone has no such keys
    assert not [
        text for text in words["refusals"].values() if re.search(r"SPACE|\b[ux] (để|re|brings)", text)
    ]


@pytest.mark.parametrize("html", HTML)
def test_no_page_holds_a_script_or_a_style_of_its_own(html: str) -> None:
    assert re.findall(r"<script(?![^>]*\bsrc=)", html) == []
    assert re.findall(r"<style|\bstyle=|\bon\w+=", html) == []
    assert re.findall(r"(?:href|src|action)=\"(?!/)(?!#)", html) == []


@pytest.mark.parametrize("html", HTML)
def test_every_file_a_page_names_is_there(html: str) -> None:
    for name in re.findall(r"/assets/([\w.-]+)", html):
        assert pages.asset(name) is not None, name


def test_scripts_import_only_files_that_are_there_and_fetch_from_nowhere_else() -> None:
    for file, text in SCRIPTS.items():
        for name in re.findall(r'from "\./([\w.-]+)"', text):
            assert pages.asset(name) is not None, (file, name)
        assert re.findall(r"https?://(?!www\.w3\.org/2000/svg)", text) == [], file
        assert re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b", text) == [], (
            file
        )


@pytest.mark.parametrize(
    "name", ["../../texts/pages.py", "__init__.py", "", ".", "page.css/..", "/etc/passwd", "words.de.js"]
)
def test_no_other_file_is_given(name: str) -> None:
    assert pages.asset(name) is None


def test_a_wrong_code_is_said_in_words() -> None:
    assert "Mã không đúng" in pages.join_page(Language.VI, wrong=True)
    assert "Mã không đúng" not in pages.join_page(Language.VI)


def test_every_address_of_the_shows_own_is_made_in_one_place() -> None:
    for file, text in SCRIPTS.items():
        asked = re.findall(r"(?:fetch|EventSource)\((?!reach\(|found\.address\))", text)
        assert asked == [], file
        assert "/api/" not in re.sub(
            r"reach\(\"/api/|\$\{url\}/api/watch|^ *(//|/?\*).*", "", text, flags=re.MULTILINE
        ), file
