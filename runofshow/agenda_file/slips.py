"""What somebody who knows no YAML most likely did where its parser stops, and the line to write instead.

The parser says where it lost the thread, often a line too late, and in words for programmers. The slips of an
office are few: a colon or a blank left out, a dash of Word's, a bracket or a quote left open, words that go
on below. Only the line of the fault and the one above it are looked at.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from runofshow.agenda_file.complaint import Complaint, Place, Reporter
from runofshow.agenda_file.form import KEYS
from runofshow.agenda_file.wording import quoted

if TYPE_CHECKING:
    import yaml

_MOST_SIGNS: Final = 2_000
"""A longer line was not written by hand."""
_MOST_LINES: Final = 400
"""So far up a key is looked for that says how deep the others stand."""
_MOST_ALIKE: Final = 50
_KEY: Final = "|".join(sorted(KEYS, key=len, reverse=True))
_LEAD: Final = r"(?P<lead>[ ]*(?:-[ ]+)*)"
_ENTRY: Final = re.compile(rf"{_LEAD}(?P<key>\w+):(?:[ ]+(?P<value>.*?))?[ ]*$")
_NO_COLON: Final = re.compile(rf"{_LEAD}(?P<key>{_KEY})(?:[ ]+(?P<value>[^\s:=].*?))?[ ]*$")
_NO_BLANK: Final = re.compile(rf"{_LEAD}(?P<key>{_KEY}):(?P<value>[^\s/].*?)[ ]*$")
_OTHER_COLON: Final = re.compile(rf"{_LEAD}(?P<key>{_KEY})[ ]*[：﹕=][ ]*(?P<value>.*?)[ ]*$")
_OTHER_MARK: Final = re.compile(r"(?P<lead>[ ]*)(?:[–—−‐‑•·▪●○◦➢❖*+]|\d{1,2}[.)/])[ ]*(?P<rest>\S.*?)[ ]*$")
_NO_DASH: Final = re.compile(r"(?P<lead>[ ]+)(?P<rest>\{.*?)[ ]*$")
_TIGHT_DASH: Final = re.compile(rf"(?P<lead>[ ]*)-(?P<rest>\{{.*?|(?:{_KEY}):.*?)[ ]*$")
_SEMICOLON: Final = re.compile(rf"[ ]*;[ ]*(?=(?:{_KEY}):)")
_BRACELESS: Final = re.compile(
    rf"(?P<lead>[ ]*)(?:-[ ]+)?(?P<rest>(?:{_KEY}):[ ].*?,[ ]*(?:{_KEY}):[ ].*?)\}}?[ ]*$"
)
_NO_COMMA: Final = re.compile(rf"(?<=[^\s,{{])[ ]+(?=(?:{_KEY}):[ ])")
_SITTING: Final = re.compile(r"[ ]*(?:Buổi|Phiên|BUỔI|PHIÊN)\b")
_COLON_IN_WORDS: Final = re.compile(r"[^\"'{\[|>&*!#%@`-][^#]*: ")
_NEXT_KEY: Final = re.compile(rf" (?:{_KEY}):")
_TOP_KEY: Final = re.compile(r"^[\"'{]?\w[\w ]{0,30}[\"']?[ ]*:", re.MULTILINE)


class _Lines(Struct, frozen=True):
    """The text around the fault."""

    text: list[str]

    def at(self, number: int) -> str:
        """Line `number`, from 1; empty beyond the ends and where no hand wrote it."""
        line = self.text[number - 1] if 0 < number <= len(self.text) else ""
        return line if len(line) <= _MOST_SIGNS else ""

    def above(self, number: int) -> int:
        """The nearest line above with words in it; 0 when there is none."""
        for each in range(number - 1, max(0, number - _MOST_LINES), -1):
            if self.at(each).strip() and not self.at(each).lstrip().startswith("#"):
                return each
        return 0


def slip(text: str, error: yaml.MarkedYAMLError, report: Reporter) -> Complaint | None:
    """The slip that explains `error`; None when none of them does."""
    lines = _Lines(text.split("\n"))
    problem, context = error.problem or "", error.context or ""
    found, opened = error.problem_mark, error.context_mark
    if not _TOP_KEY.search(text[: _MOST_SIGNS * 10]):
        return report.error("not_an_agenda", _place(found or opened))
    if "escape character" in problem:
        return report.error("backslash", _place(found))
    if "quoted scalar" in context:
        is_open = "end of stream" in problem or "document" in problem
        return report.error("open_quote", _place(opened)) if is_open else None
    if "flow" in context and opened is not None:
        return _in_brackets(lines, opened, found, report)
    at = opened if "simple key" in context and opened else found or opened
    number = at.line + 1 if at else 1
    if found and lines.at(found.line + 1)[found.column : found.column + 1] in ("}", "]"):
        return report.error("extra_bracket", _place(found), sign=lines.at(found.line + 1)[found.column])
    for each in (number, lines.above(number)):
        if complaint := _of_line(lines.at(each), each, report):
            return complaint
    if complaint := _of_depth(lines, number, report):
        return complaint
    line = lines.at(number)
    if "could not find expected ':'" in problem or line.lstrip().startswith("`"):
        if _SITTING.match(line):
            about = {"hint": "sessions", "write": f"- {{title: {line.strip()}, start: 7h30}}"}
            return report.error(
                "words_without_key", Place(number, _column(line)), words=line.strip(), **about
            )
        return (
            report.error("words_without_key", Place(number, _column(line)), words=line.strip())
            if line
            else None
        )
    return _of_value(lines.at(number), number, problem, found, report)


def _place(mark: yaml.Mark | None) -> Place:
    return Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)


def _column(line: str) -> int:
    return len(line) - len(line.lstrip()) + 1


def _of_line(line: str, number: int, report: Reporter) -> Complaint | None:
    """A slip that the line shows by itself, wherever it stands."""
    for code, pattern in (
        ("other_colon", _OTHER_COLON),
        ("no_blank_after_colon", _NO_BLANK),
        ("no_colon", _NO_COLON),
    ):
        if found := pattern.match(line):
            write = f"{found['key']}: {found['value'] or ''}".strip()
            return report.error(code, Place(number, found.start("key") + 1), key=found["key"], write=write)
    for code, pattern in (
        ("no_blank_after_dash", _TIGHT_DASH),
        ("no_dash", _NO_DASH),
        ("other_list_mark", _OTHER_MARK),
    ):
        if found := pattern.match(line):
            return report.error(code, Place(number, len(found["lead"]) + 1), write=f"- {found['rest']}")
    return None


def _of_depth(lines: _Lines, number: int, report: Reporter) -> Complaint | None:
    """A key that stands neither under the key above it nor where any other does."""
    entry = _ENTRY.match(lines.at(number))
    above = _ENTRY.match(lines.at(lines.above(number)))
    if not entry or not above or entry["key"] not in KEYS or above["key"] not in KEYS:
        return None
    own, other = len(entry["lead"]), len(above["lead"])
    if "-" in entry["lead"] or own == other or (own > other and not above["value"]):
        return None
    write = " " * other + lines.at(number).strip()
    return report.error(
        "other_indent", Place(number, own + 1), own=own, other=other, above=above["key"], write=write.strip()
    )


def _of_value(
    line: str, number: int, problem: str, found: yaml.Mark | None, report: Reporter
) -> Complaint | None:
    """Words that YAML takes for something else, behind a key."""
    entry = _ENTRY.match(line)
    if not entry or not entry["value"] or entry["value"][0] in "{|>":
        return None
    if braceless := _BRACELESS.match(line):
        write = f"- {{{braceless['rest']}}}"
        return report.error("no_braces", Place(number, len(braceless["lead"]) + 1), write=write)
    write = f"{entry['key']}: {quoted(entry['value'])}"
    if "mapping values are not allowed" in problem:
        return report.error("colon_in_text", _place(found), hint="write", write=write)
    return report.error("words_need_quotes", Place(number, entry.start("value") + 1), write=write)


def _in_brackets(
    lines: _Lines, opened: yaml.Mark, found: yaml.Mark | None, report: Reporter
) -> Complaint | None:
    line = lines.at(opened.line + 1)
    if semicolon := _SEMICOLON.search(line, opened.column):
        write = _SEMICOLON.sub(", ", line).strip()
        return report.error("semicolon", Place(opened.line + 1, semicolon.start() + 1), write=write)
    sign = line[opened.column : opened.column + 1]
    if found is not None and found.line == opened.line:
        if comma := _NO_COMMA.search(line, opened.column):
            write = f"{line[: comma.start()]}, {line[comma.end() :]}".strip()
            return report.error("no_comma", Place(found.line + 1, comma.start() + 1), write=write)
        return report.error(
            "words_need_quotes_in_brackets", _place(found), **_whole_value(line, found.column)
        )
    if sign not in ("{", "["):
        return None
    close = "}" if sign == "{" else "]"
    return report.error("open_bracket", _place(opened), sign=sign, close=close)


def colons_below(text: str, first: Complaint, report: Reporter) -> list[Complaint]:
    """The other words with a colon below the `first`: the parser stops at one, and each would take a run."""
    found = []
    for number, line in enumerate(text.split("\n")[first.line :], start=first.line + 1):
        entry = _ENTRY.match(line) if len(line) <= _MOST_SIGNS else None
        if entry is None or entry["key"] not in KEYS or not _COLON_IN_WORDS.match(entry["value"] or ""):
            continue
        place = Place(number, entry.start("value") + 1 + entry["value"].index(": "))
        write = f"{entry['key']}: {quoted(entry['value'])}"
        found.append(report.error("colon_in_text", place, hint="write", write=write))
    return found[:_MOST_ALIKE]


def _whole_value(line: str, column: int) -> dict[str, str]:
    """The hint for the value around `column` of a line in braces, up to the next key or the end."""
    before = list(re.finditer(rf"[{{,][ ]*({_KEY}):[ ]+", line[: column + 1]))
    if not before:
        return {}
    last = before[-1]
    end = re.search(rf",[ ]*(?:{_KEY}):[ ]|\}}[ ]*$", line[last.end() :])
    value = line[last.end() : last.end() + end.start()] if end else line[last.end() :]
    return {"hint": "write", "write": f"{last[1]}: {quoted(value.strip())}"}


def bullet(text: str, number: int, report: Reporter) -> Complaint | None:
    """A star that begins a line as Word's lists do, where YAML sees an alias."""
    line = _Lines(text.split("\n")).at(number)
    found = _OTHER_MARK.match(line)
    return found and report.error(
        "other_list_mark", Place(number, len(found["lead"]) + 1), write=f"- {found['rest']}"
    )


def up_to_key(words: str) -> str:
    """`words` up to where the next key of the format begins in them."""
    return _NEXT_KEY.split(words, maxsplit=1)[0]
