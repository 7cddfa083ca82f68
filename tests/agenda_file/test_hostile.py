"""Whatever a file holds is answered with a code and a place, within two seconds, never with a traceback."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from time import process_time

import pytest

from runofshow.agenda_file.complaint import Severity, complaint_line
from runofshow.agenda_file.reader import MOST_COMPLAINTS, Reading, read_agenda, read_plan
from runofshow.texts import Language
from tests.agenda_file.given import HEAD, TODAY, TZ, spots

ITEM = "items: [{title: A, kind: speech}]\n"
BIG = 9_900_000
PLACEHOLDER = re.compile(r"\{\w*\}")


@dataclass(frozen=True, slots=True)
class Hostile:
    """A file and its errors: code, line, column."""

    name: str
    content: str | bytes | Callable[[], str]
    errors: tuple[tuple[str, int, int], ...]

    def write(self, folder: Path) -> Path:
        path = folder / "agenda.yaml"
        content = self.content() if callable(self.content) else self.content
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path


def one(
    name: str, content: str | bytes | Callable[[], str], code: str, line: int = 1, column: int = 1
) -> Hostile:
    return Hostile(name, content, ((code, line, column),))


def item(keys: str) -> str:
    """A file whose only item has these keys too, from line 4, column 28 on."""
    return f"{HEAD}items:\n- {{title: A, kind: speech, {keys}}}\n"


def key(name: str, line: str, code: str, column: int) -> Hostile:
    """A file whose third line is wrong."""
    return one(name, f"{HEAD}{line}\n{ITEM}", code, 3, column)


def of_item(name: str, keys: str, code: str, column: int) -> Hostile:
    return one(name, item(keys), code, 4, column)


def bomb() -> str:
    levels = "".join(f"k{n}: &k{n} [{', '.join([f'*k{n - 1}'] * 10)}]\n" for n in range(1, 12))
    return f"k0: &k0 [lol, lol]\n{levels}"


BYTES = [
    one("an empty file", b"", "empty"),
    one("only space", b" \n\n  \n", "empty"),
    one("only comments", b"# agenda\n# to come\n", "empty"),
    one("only a document mark", b"---\n", "empty"),
    one("null", b"null\n", "empty"),
    one("only a byte order mark", b"\xef\xbb\xbf", "empty"),
    one("UTF-16 with a mark", (HEAD + ITEM).encode("utf-16"), "wrong_encoding"),
    one("UTF-16 big end first", b"\xfe\xff" + HEAD.encode("utf-16-be"), "wrong_encoding"),
    one("UTF-16 without a mark", HEAD.encode("utf-16-le"), "wrong_encoding"),
    one("UTF-32", HEAD.encode("utf-32"), "wrong_encoding"),
    one("Windows-1252", b"title: caf\xe9\n", "not_utf8", 1, 11),
    one(
        "an old Vietnamese code page",
        "# a\ntitle: Hội nghị".encode("cp1258", "replace") + b"\xf0\n",
        "not_utf8",
        2,
        16,
    ),
    one("UTF-8 cut in two", b"title: Ho\xe1\xbb", "not_utf8", 1, 10),
    one("half of a surrogate pair", b"title: \xed\xa0\x80\n", "not_utf8", 1, 8),
    one("a binary", bytes(range(256)) * 4, "binary"),
    one("an image", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
    one("a Word file", b"PK\x03\x04 word/document.xml", "is_document"),
    one("an old Word file", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is_document"),
    one("a PDF", b"%PDF-1.7\n", "is_document"),
    one("rich text", b"{\\rtf1\\ansi", "is_document"),
    one("eleven megabytes", lambda: "# x\n" * 2_750_000, "too_big"),
]

TEXT = [
    key("a terminal escape", "venue: \x1b[2JHội trường", "control_character", 8),
    key("an escaped terminal escape", 'venue: "\\e[2J"', "control_character", 8),
    key("a bell in a key", '"ve\\anue": A', "control_character", 1),
    key("a delete sign", "venue: a\x7f", "control_character", 9),
    key("text turned round", "venue: a\u202ebc", "control_character", 9),
    key("a line separator", "venue: a\u2028bc", "control_character", 9),
    key("an escaped half character", 'venue: "\\ud800"', "syntax", 8),
    key("a pile of marks", "venue: a" + "\u0301\u0323" * 40, "stacked_marks", 39),
    key("an escaped pile of marks", 'venue: "a' + "\\u0301\\u0323" * 40 + '"', "stacked_marks", 8),
    one("a tab as indent", f"{HEAD}items:\n\t- title: A\n", "tab", 4, 1),
    one("a tab behind spaces", f"{HEAD}crew:\n  mc: A\n \tmusic: B\n{ITEM}", "tab", 5, 2),
    key("an open quote", 'venue: "Hội trường', "open_quote", 8),
    key("an open bracket", "chair_panel: [A, B", "open_bracket", 14),
    key("a colon inside the words", "venue: Hội trường: tầng 2", "colon_in_text", 18),
    one("a line that hangs", f"{HEAD}venue: A\n  - B: c\n", "colon_in_text", 4, 6),
    key("an at sign", "venue: @A", "words_need_quotes", 8),
    key("a percent sign", "%venue", "syntax", 7),
    key("a tag", "venue: !!python/object:os.system A", "tag", 8),
    key("a tag on a list", "chair_panel: !!set [A]", "tag", 14),
    key("words that begin with an exclamation mark", "venue: !Hội A", "tag", 8),
    key("words that begin with a star", "venue: *Hội", "unknown_alias", 8),
    key("an alias of itself", "chair_panel: &a [*a]", "alias_of_itself", 18),
    key("two documents", "---\ntitle: B", "many_documents", 1),
    key("a list as a key", "[a, b]: c", "key_not_text", 1),
    key("a mapping as a key", "? {a: b}\n: c", "key_not_text", 3),
    key("a key twice", "title: B", "duplicate_key", 1),
    one("a list and no agenda", "- title: A\n", "not_an_agenda"),
    one("words and no agenda", "Kế hoạch tổ chức Hội nghị\n", "not_an_agenda"),
    one("an alias bomb", bomb, "alias_bomb", 6, 35),
    one("brackets without end", lambda: "[" * BIG, "too_deep", 1, 25),
    one("braces without end", lambda: "{a: " * (BIG // 4), "too_deep", 1, 97),
    one("dashes without end", lambda: "- " * (BIG // 2), "too_deep", 1, 49),
    one("question marks without end", lambda: "? " * (BIG // 2), "too_deep", 1, 49),
    one("ever deeper lines", lambda: "".join(" " * n + "-\n" for n in range(4000)), "too_deep", 25, 25),
    one("millions of values", lambda: "items:\n" + "- a\n" * (BIG // 4), "too_many_nodes", 200_001, 3),
    one(
        "a hundred thousand keys",
        lambda: "".join(f"k{n}: 1\n" for n in range(100_000)),
        "too_many_keys",
        101,
        1,
    ),
    one("a quote open for ten megabytes", lambda: 'title: "' + "a\n" * (BIG // 2), "open_quote", 1, 8),
    one("ten megabytes of comments", lambda: "# x\n" * (BIG // 4), "empty"),
    one("ten megabytes of tabs", lambda: "title: A\n" + "\t" * BIG + "a", "tab", 2, 1),
    one("ten megabytes of anchors", lambda: "&" * BIG, "not_an_agenda", 1, 2),
    one(
        "marks piled ten megabytes high",
        lambda: "title: a" + "\u0301\u0323" * (BIG // 4),
        "stacked_marks",
        1,
        39,
    ),
    Hostile(
        "one word of ten megabytes",
        lambda: "title: " + "a" * BIG,
        (("no_items", 1, 1), ("text_too_long", 1, 8)),
    ),
]

VALUES = [
    key("an unknown key", "Venue_: A", "unknown_key", 1),
    key("a Vietnamese key", "địa điểm: A", "unknown_key", 1),
    key("the merge key", "<<: {venue: A}", "unknown_key", 1),
    key("a list as words", "venue: [A]", "wrong_type", 8),
    key("a mapping as words", "venue: {a: b}", "wrong_type", 8),
    key("words as a list", "chair_panel: A", "wrong_type", 14),
    key("words as a mapping", "crew: A", "wrong_type", 7),
    key("a list as a mapping", "crew: [A]", "wrong_type", 7),
    key("a mapping in a list of words", "chair_panel: [{a: b}]", "wrong_type", 15),
    key("an empty name in a list", 'chair_panel: [""]', "empty_text", 15),
    key("an unknown crew role", "crew: {mcc: A}", "unknown_crew_role", 8),
    key("a title of 501 signs", "venue: " + "a" * 501, "text_too_long", 8),
    key("notes of 10,001 signs", "notes: " + "a" * 10_001, "text_too_long", 8),
    one("a day that is none", f"title: A\nperiod: {{to: 31/2/2020}}\n{ITEM}", "no_such_day", 2, 14),
    key("a doubtful flag", "tentative: maybe", "not_a_boolean", 12),
    key("a span as the start", "start: 7h30 - 8h00", "time_range", 8),
    key("years as the start", "start: 2015 - 2020", "year_as_time", 8),
    key("a start of no day", "start: 25h00", "time_out_of_range", 8),
    key("date and period", "period: {text: A}", "date_and_period", 1),
    key("a hard out before the start", "hard_out: 7h00", "time_backwards", 11),
    one("items and sessions", f"{HEAD}sessions: [{{{ITEM.strip()}}}]\n{ITEM}", "items_and_sessions", 4),
    one("no title", ITEM, "missing_key"),
    one("an empty title", f"title:\n{ITEM}", "missing_key"),
    one("a quoted empty title", f'title: ""\n{ITEM}', "empty_text", 1, 8),
    one("no items", HEAD, "no_items"),
    one("an empty list of items", f"{HEAD}items: []\n", "no_items", 3, 1),
    one("a session without items", f"{HEAD}sessions: [{{title: Sáng}}]\n", "missing_key", 3, 12),
    one("an item that is words", f"{HEAD}items:\n- Chào cờ\n", "wrong_type", 4, 3),
    Hostile("an item without anything", f"{HEAD}items:\n- {{}}\n", (("missing_key", 4, 3),) * 2),
    one("two days", f"title: A\nperiod: {{from: 2/1/2020, to: 1/1/2020}}\n{ITEM}", "period_backwards", 2, 30),
    one("an empty period", f"title: A\nperiod: {{}}\n{ITEM}", "empty_period", 2, 1),
    one("a month as the day", f"title: A\ndate: tháng 11/2019\n{ITEM}", "month_as_date", 2, 7),
    one("a day without a year", f"title: A\ndate: 27/3\n{ITEM}", "date_without_year", 2, 7),
    one(
        "a start beside sessions",
        f"{HEAD}start: 8h\nsessions: [{{{ITEM.strip()}}}]\n",
        "belongs_in_session",
        3,
        1,
    ),
    one(
        "sessions in the wrong order",
        f"{HEAD}sessions:\n- start: 13h\n  {ITEM}- start: 8h\n  {ITEM}",
        "session_backwards",
        6,
        10,
    ),
    one(
        "a third session without a start",
        f"{HEAD}sessions:\n- {ITEM}- {ITEM}- {ITEM}",
        "session_start_missing",
        6,
        3,
    ),
    of_item("an unknown key of an item", "thoi_luong: 5", "unknown_key", 28),
    of_item("a clock time as a length", "duration: 07:30", "clock_as_length", 38),
    of_item("a year as a length", "duration: 2020", "year_as_length", 38),
    of_item("no length at all", "duration: lâu", "not_a_length", 38),
    of_item("a range of lengths", "duration: 60 - 90 phút", "length_range", 38),
    of_item("a length of zero", "duration: 0", "length_zero", 38),
    of_item("a length below zero", "duration: -5", "negative_length", 38),
    of_item("a length beyond a day", "duration: 30h", "length_too_long", 38),
    of_item("a fixed start before the session", "start: 7h00", "time_backwards", 35),
    of_item("an unknown clock", "clock: sideways", "unknown_clock", 35),
    of_item("an id with spaces", "id: văn nghệ", "bad_id", 32),
    of_item("an unknown further kind", "also: [closin]", "unknown_kind", 35),
    of_item("a hand-in by a bad day", "handin: {due: mai}", "not_a_date", 42),
    of_item("an award with an unknown key", "award: {giver: A}", "unknown_key", 36),
    of_item("recipients that are no list", "award: {recipients: A}", "wrong_type", 48),
    of_item("cues that are no list", "cues: mc", "wrong_type", 34),
    of_item("a cue without a role", "cues: [{text: A}]", "missing_key", 35),
    of_item("a cue to an unknown role", "cues: [{to: musik, track: a}]", "unknown_role", 40),
    of_item("a cue to one who only watches", "cues: [{to: speaker, text: A}]", "role_without_cues", 40),
    of_item("a cue to an unknown track", "cues: [{to: music, track: a}]", "unknown_track", 54),
    of_item("a cue that says nothing", "cues: [{to: crew}]", "cue_without_text", 35),
    of_item("a cue with an unknown act", "cues: [{to: mc, do: sing}]", "unknown_action", 48),
    of_item("music for the lights", "cues: [{to: lights, do: play, text: A}]", "action_of_another", 52),
    of_item("words for the music", "cues: [{to: music, do: say}]", "action_of_another", 51),
    of_item("a fade of nothing", "cues: [{to: mc, fade: 3s}]", "fade_without_fading", 44),
    of_item("a length without a unit", "cues: [{to: mc, standby: 60}]", "bare_length", 53),
    of_item("a word that goes by itself", "cues: [{to: mc, at: word A, go: auto}]", "auto_on_word", 60),
    of_item("a cue that nobody can place", "cues: [{to: mc, at: giữa}]", "not_an_anchor", 48),
    of_item("a cue before its item", "cues: [{to: mc, at: start - 5s}]", "anchor_outside_item", 48),
    of_item("a cue on no word", "cues: [{to: mc, at: word}]", "anchor_without_word", 48),
    of_item("a cue that goes by a bad hand", "cues: [{to: mc, go: auton}]", "unknown_go", 48),
    of_item(
        "parts of a part",
        "parts: [{title: B, kind: paper, parts: [{title: C, kind: paper}]}]",
        "parts_too_deep",
        60,
    ),
    key("a track without an id", "tracks: [{title: A}]", "missing_key", 10),
    key("a track twice", "tracks: [{id: a, title: A}, {id: a, title: B}]", "duplicate_id", 34),
    key("a track that is too loud", "tracks: [{id: a, title: A, volume: 131}]", "bad_volume", 36),
    key(
        "a track that ends first",
        "tracks: [{id: a, title: A, start: 5s, end: 5s}]",
        "track_ends_before_start",
        44,
    ),
    key("a track with an unknown mark", "tracks: [{id: a, title: A, mark: anthem}]", "unknown_mark", 34),
    key("a duty at no time", "duties: [{what: A, when: later}]", "unknown_when", 26),
    key("a duty done maybe", "duties: [{what: A, done: maybe}]", "neither_day_nor_done", 26),
    key("a duty done on no year", "duties: [{what: A, done: 30/11}]", "date_without_year", 26),
    one(
        "an id twice",
        f"{HEAD}items:\n- {{title: A, kind: speech, id: a}}\n- {{title: B, kind: speech, id: a}}\n",
        "duplicate_id",
        5,
        32,
    ),
    one(
        "a cue id twice",
        f"{HEAD}items:\n- title: A\n  kind: speech\n  cues: [{{to: mc, id: a}}, {{to: mc, id: a}}]\n",
        "duplicate_id",
        6,
        40,
    ),
    one(
        "times that run backwards",
        f"{HEAD}items:\n- {{title: A, kind: speech, start: 9h}}\n- {{title: B, kind: speech, start: 8h30}}\n",
        "time_backwards",
        5,
        35,
    ),
    one(
        "a break that ends before it begins",
        f"{HEAD}items:\n- {{title: A, kind: speech, start: 9h}}\n- {{title: B, kind: break, until: 9h}}\n",
        "time_backwards",
        5,
        34,
    ),
    one(
        "5,001 items",
        lambda: f"{HEAD}items:\n" + "- {title: A, kind: speech}\n" * 5001,
        "too_many_items",
        5004,
        3,
    ),
]

ALL = [*BYTES, *TEXT, *VALUES]


# Of the processor: a machine that is busy with other work takes longer by the clock.
# A tracer (coverage, a debugger) makes every line several times as long.
SECONDS = 2 if sys.gettrace() is None else 10


def in_time(path: Path) -> Reading:
    begun = process_time()
    reading = read_agenda(path, tz=TZ, today=TODAY)
    assert process_time() - begun < SECONDS
    return reading


def test_there_are_enough_hostile_files_and_each_is_another() -> None:
    assert len({hostile.name for hostile in ALL}) == len(ALL) >= 60


@pytest.mark.parametrize("hostile", ALL, ids=lambda hostile: hostile.name)
def test_a_hostile_file_is_answered_with_its_code_and_place(hostile: Hostile, tmp_path: Path) -> None:
    reading = in_time(hostile.write(tmp_path))
    assert reading.agenda is None
    assert tuple(spots(reading)) == hostile.errors
    assert reading.sight is None
    for complaint, language in ((each, language) for each in reading.complaints for language in Language):
        line = complaint_line(complaint, language)
        assert line.startswith(f"{tmp_path}/agenda.yaml:{complaint.line}:{complaint.column}: ")
        assert line.isprintable()
        assert not PLACEHOLDER.search(line.replace("{by}", "").replace("{title}", ""))


def test_a_byte_order_mark_is_only_warned_of(tmp_path: Path) -> None:
    path = tmp_path / "agenda.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + (HEAD + ITEM).encode())
    reading = in_time(path)
    assert reading.agenda is not None
    assert spots(reading, Severity.WARNING)[0] == ("bom", 1, 1)


def test_five_thousand_items_are_read_with_the_cues_of_their_kinds(tmp_path: Path) -> None:
    path = tmp_path / "agenda.yaml"
    rows = (f"- {{title: Tham luận {number}, kind: paper, duration: 7'}}\n" for number in range(5000))
    path.write_text(f"{HEAD}items:\n" + "".join(rows), encoding="utf-8")
    agenda = read_plan(path, tz=TZ, today=TODAY).agenda
    assert agenda is not None
    items = agenda.sessions[0].items
    assert len(items) == 5000
    assert all(item.cues for item in items)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("gone.yaml", "missing_file"),
        ("", "is_folder"),
        ("agenda.yaml/below.yaml", "missing_file"),
        ("pipe", "not_a_file"),
        ("n" * 300 + ".yaml", "unreadable"),
        ("nul\0.yaml", "unreadable"),
        ("loop", "unreadable"),
        ("locked.yaml", "no_permission"),
    ],
)
def test_what_is_no_file_to_read_is_answered_too(name: str, code: str, tmp_path: Path) -> None:
    (tmp_path / "agenda.yaml").write_text(HEAD + ITEM, encoding="utf-8")
    if name == "pipe":
        os.mkfifo(tmp_path / name)
    if name == "loop":
        (tmp_path / name).symlink_to(tmp_path / name)
    if name == "locked.yaml":
        if os.geteuid() == 0:
            pytest.skip("root may read anything")
        (tmp_path / name).touch(mode=0o000)
    assert spots(in_time(tmp_path / name)) == [(code, 1, 1)]


def test_every_complaint_is_made_at_once(tmp_path: Path) -> None:
    text = """\
title: [A]
thoi_luong: 5
date: 31/2/2020
tracks:
- {id: a, title: A}
items:
- title: Văn nghệ
  kind: performanc
  thoi_luong: 07:30
  cues: [{to: musik}, {to: music, track: b}]
- {kind: speech, duration: 07:30, id: x}
- {title: B, kind: speech, id: x}
- hello
"""
    path = tmp_path / "agenda.yaml"
    path.write_text(text, encoding="utf-8")
    assert spots(in_time(path)) == [
        ("wrong_type", 1, 8),
        ("unknown_key", 2, 1),
        ("no_such_day", 3, 7),
        ("unknown_kind", 8, 9),
        ("unknown_key", 9, 3),
        ("unknown_role", 10, 15),
        ("unknown_track", 10, 42),
        ("missing_key", 11, 3),
        ("clock_as_length", 11, 28),
        ("duplicate_id", 12, 32),
        ("wrong_type", 13, 3),
    ]


def test_beyond_two_hundred_complaints_the_rest_is_counted(tmp_path: Path) -> None:
    path = tmp_path / "agenda.yaml"
    path.write_text(f"{HEAD}items:\n" + "- {titel: A, kind: nope}\n" * 500, encoding="utf-8")
    reading = in_time(path)
    assert len(reading.complaints) == MOST_COMPLAINTS + 1
    # the first 33 titles are not missing: what "titel" means was asked for them
    last = reading.complaints[-1]
    assert (last.code, dict(last.about)["count"]) == ("more_complaints", "1267")


MANY = {
    "bad kinds": "".join(f"- {{title: A, kind: spech{n}}}\n" for n in range(11_000)),
    "unknown keys": "- {titel: A, kindd: b, x: c}\n" * 8_000,
    "unknown tracks": "- title: A\n  kind: speech\n  cues:\n" + "  - {to: music, track: abc}\n" * 11_000,
    "follows of nothing": "- title: A\n  kind: speech\n  cues:\n"
    + "  - {to: mc, at: hết nhạc của a}\n" * 11_000,
    "one number": "- {title: A, kind: speech, number: x}\n" * 3000,
    "advice": "- {title: A, kind: award, mc: '{x}', notes: ăn nhẹ}\n" * 3000,
}


@pytest.mark.parametrize("items", MANY.values(), ids=MANY.keys())
def test_a_file_with_thousands_of_faults_takes_no_longer(items: str, tmp_path: Path) -> None:
    path = tmp_path / "agenda.yaml"
    path.write_text(f"{HEAD}items:\n{items}", encoding="utf-8")
    in_time(path)


SIGNAL = "- {on: item_started, item: x, http: 'http://a/', body: '%s'}\n"


@pytest.mark.parametrize(
    "signals",
    [
        SIGNAL % "".join(f"{{a{n}}}" for n in range(1400)) * 200,
        (SIGNAL % "{curent.title}").replace("item: x", "item: x, cue: m1.c") * 4_000,
        "- {on: held, osc: 'a:1', http: 'http://b/', body: c}\n" * 5_000,
    ],
    ids=["placeholders", "names", "targets"],
)
def test_thousands_of_wrong_signals_take_no_longer(signals: str, tmp_path: Path) -> None:
    path = tmp_path / "agenda.yaml"
    items = "- {title: A, kind: speech, cues: [{to: mc, id: m1.d}]}\n" + "- {title: A, kind: speech}\n" * 500
    path.write_text(f"{HEAD}items:\n{items}signals:\n{signals}", encoding="utf-8")
    complaints = in_time(path).errors
    assert complaints[-1].code == "more_complaints"
    assert {"unknown_placeholder", "signal_to_both"} & {complaint.code for complaint in complaints}


def test_every_cut_of_a_file_is_answered(tmp_path: Path) -> None:
    whole = (
        HEAD + "start: 7h30\ncrew: {mc: A}\nitems:\n- title: 'Chào cờ'\n  kind: flag_salute\n  mc: |\n    Á\n"
    ).encode()
    path = tmp_path / "agenda.yaml"
    for cut in chain(range(len(whole)), [len(whole)]):
        path.write_bytes(whole[:cut])
        reading = read_agenda(path, tz=TZ, today=TODAY)
        assert (reading.agenda is None) == bool(reading.errors)
