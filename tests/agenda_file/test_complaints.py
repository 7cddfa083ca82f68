"""Every complaint has its words in both languages."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import runofshow.agenda_file
from runofshow.agenda_file.complaint import TOP, Reporter, complaint_json, complaint_line
from runofshow.agenda_file.wording import nearest, shown
from runofshow.texts import Language
from runofshow.texts.complaints import SAME, SUBJECTS, phrase
from tests.agenda_file.given import HEAD, read

MAKERS = {"error", "warning", "_refuse", "FieldError", "NotationError", "_unknown", "one_of"}
PHRASES = [name for subject in SUBJECTS[Language.VI] for name in subject.__struct_fields__]


def codes() -> Iterator[str]:
    """Every code that the reader's source can make a complaint of."""
    for path in Path(runofshow.agenda_file.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = (
                    node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                )
                texts = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
                if name in MAKERS:
                    yield from (text for text in texts if isinstance(text, str) and "_" in text)


def test_every_code_has_a_sentence_and_a_remedy() -> None:
    found = set(codes())
    assert len(found) > 80
    assert found <= set(PHRASES)
    assert {f"{code}_remedy" for code in found} <= {*PHRASES, *SAME}


def test_every_phrase_stands_once() -> None:
    assert len(set(PHRASES)) == len(PHRASES)
    assert not SAME.keys() & set(PHRASES)
    assert set(SAME.values()) <= set(PHRASES)
    remedies = [name for name in PHRASES if name.endswith("_remedy") and phrase(name, Language.VI)]
    assert len({tuple(phrase(name, each) for each in Language) for name in remedies}) == len(remedies)


@pytest.mark.parametrize("name", PHRASES)
def test_both_languages_name_the_same_things(name: str) -> None:
    def named(text: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(text) if name}

    vi, en = phrase(name, Language.VI), phrase(name, Language.EN)
    assert named(vi) == named(en)
    assert bool(vi) == bool(en)
    assert not vi.endswith(".")
    assert not en.endswith(".")


def test_a_complaint_reads_as_one_line_with_its_remedy() -> None:
    text = f"{HEAD}items:\n- title: A\n  kind: speech\n  thoi_luong: 5\n"
    (complaint,) = read(text).errors
    vi = 'agenda.yaml:6:3: lỗi: "thoi_luong" không phải khóa của mục; có phải ý bạn là "duration"?'
    en = 'agenda.yaml:6:3: error: "thoi_luong" is not a key of an item; did you mean "duration"?'
    assert complaint_line(complaint, Language.VI) == vi
    assert complaint_line(complaint, Language.EN) == en


def test_a_complaint_for_programs_has_all_its_parts() -> None:
    (complaint,) = read(f"{HEAD}items:\n- {{title: A, kind: speech, start: 2015 - 2020}}\n").errors
    assert json.loads(json.dumps(complaint_json(complaint, Language.EN))) == {
        "severity": "error",
        "code": "year_as_time",
        "file": "agenda.yaml",
        "line": 4,
        "column": 35,
        "message": '"2015 - 2020" is a year and not a time',
        "remedy": "write a time like 7h30, or move the year to the title",
    }


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("dur", ""),
        ("duratoin", "duration"),
        ("thoi_luong", "duration"),
        ("Thời lượng", "duration"),
        ("người thực hiện", "by"),
        ("ghi_chú", "notes"),
        ("giai doan", ""),
    ],
)
def test_a_key_is_guessed_from_its_letters_or_its_meaning(said: str, meant: str) -> None:
    (complaint,) = read(f"{HEAD}items:\n- title: A\n  kind: speech\n  {said}: 5\n").errors
    assert dict(complaint.about)["suggestion"] == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [("performanc", "performance"), ("chào cờ", "flag_salute"), ("Tham luận", "paper"), ("xyz", "")],
)
def test_a_kind_is_guessed_from_its_letters_or_its_vietnamese_name(said: str, meant: str) -> None:
    (complaint,) = read(f"{HEAD}items:\n- title: A\n  kind: {said}\n").errors
    assert dict(complaint.about)["suggestion"] == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("cánh gà", "stage"),
        ("Hậu đài", "stage"),
        ("sân khấu", "stage"),
        ("wings", "stage"),
        ("hậu cần", "crew"),
        ("lễ tân", "crew"),
        ("speakr", ""),
    ],
)
def test_a_hand_is_guessed_from_what_the_hall_calls_it(said: str, meant: str) -> None:
    row = f"- title: A\n  kind: speech\n  cues: [{{to: {said}, text: Ba ghế}}]\n"
    (complaint,) = read(f"{HEAD}items:\n{row}").errors
    assert (complaint.code, dict(complaint.about)["suggestion"]) == ("unknown_role", meant)


def test_nothing_is_guessed_among_too_many_or_too_long_words() -> None:
    assert nearest("abc", [f"abd{n}" for n in range(1000)]) == ""
    assert nearest("abc" * 50, ["abc" * 50 + "d"]) == ""


def test_what_a_complaint_quotes_is_safe_for_a_terminal() -> None:
    assert shown("a\x1b[2J\nb") == "a\\x1b[2J b"
    assert len(shown("a" * 100)) == 60
    complaint = Reporter("a\x1b]0;.yaml").error("unknown_alias", TOP)
    assert "\x1b" not in complaint_line(complaint, Language.EN)
