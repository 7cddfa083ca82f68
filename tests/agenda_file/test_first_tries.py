"""Who writes a first agenda without knowing YAML is told the line and what to write there."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from runofshow.agenda_file.complaint import complaint_line
from runofshow.texts import Language
from tests.agenda_file.given import HEAD, read, spots

FLAG = "- {title: Chào cờ, kind: flag_salute}"
ITEMS = f"items:\n{FLAG}\n"


@dataclass(frozen=True, slots=True)
class Try:
    """A slip, where it is named, and what stands at the end of its complaint."""

    name: str
    text: str
    """From line 3 on; from line 1 where it begins with `=`."""
    spot: tuple[str, int, int]
    write: str

    @property
    def file(self) -> str:
        return self.text[1:] if self.text.startswith("=") else HEAD + self.text


TRIES = [
    # the colon
    Try(
        "no colon",
        "items:\n- title Chào cờ\n  kind: flag_salute\n",
        ("no_colon", 4, 3),
        "viết title: Chào cờ",
    ),
    Try(
        "no colon at the top", f"venue Hội trường A\n{ITEMS}", ("no_colon", 3, 1), "viết venue: Hội trường A"
    ),
    Try(
        "no colon in line 1",
        f"=title Hội nghị\ndate: 1/1/2027\n{ITEMS}",
        ("no_colon", 1, 1),
        "viết title: Hội nghị",
    ),
    Try("no blank", f"=title:Hội nghị\n{ITEMS}", ("no_blank_after_colon", 1, 1), "viết title: Hội nghị"),
    Try(
        "no blank in an item",
        "items:\n- title:Chào cờ\n  kind:flag_salute\n",
        ("wrong_type", 4, 3),
        "viết - title: Chào cờ",
    ),
    Try(
        "a wide colon",
        "items:\n- title： Chào cờ\n  kind: flag_salute\n",
        ("other_colon", 4, 3),
        "viết title: Chào cờ",
    ),
    Try(
        "an equals sign", f"venue = Hội trường A\n{ITEMS}", ("other_colon", 3, 1), "viết venue: Hội trường A"
    ),
    Try(
        "a colon in words",
        "venue: Hội trường: tầng 2\n",
        ("colon_in_text", 3, 18),
        'viết venue: "Hội trường: tầng 2"',
    ),
    # the comma inside braces
    Try(
        "a comma in a title",
        "items:\n- {title: Tuyên bố lý do, giới thiệu đại biểu, kind: introduction}\n",
        ("cut_at_comma", 4, 27),
        'viết title: "Tuyên bố lý do, giới thiệu đại biểu"',
    ),
    Try(
        "a comma in a quoted name",
        "items:\n- {title: A, kind: opening, by: 'Ông A', Chủ tịch, UBND}\n",
        ("cut_at_comma", 4, 42),
        'viết by: "Ông A, Chủ tịch, UBND"',
    ),
    Try(
        "words alone in braces",
        "items:\n- {Chào cờ, kind: closing, title: A}\n",
        ("cut_at_comma", 4, 4),
        'viết "Chào cờ"',
    ),
    Try(
        "a semicolon",
        "items:\n- {title: A; kind: opening}\n",
        ("semicolon", 4, 12),
        "viết - {title: A, kind: opening}",
    ),
    # the list
    Try(
        "a dash of Word",
        "items:\n  – {title: A, kind: opening}\n",
        ("other_list_mark", 4, 3),
        "viết - {title: A, kind: opening}",
    ),
    Try(
        "a bullet of Word",
        "items:\n  • title: A\n    kind: opening\n",
        ("other_list_mark", 4, 3),
        "viết - title: A",
    ),
    Try(
        "a tight dash",
        "items:\n  -{title: A, kind: opening}\n",
        ("no_blank_after_dash", 4, 3),
        "viết - {title: A, kind: opening}",
    ),
    Try(
        "no dash",
        f"items:\n  {FLAG[2:]}\n  {{title: B, kind: opening}}\n",
        ("no_dash", 5, 3),
        "viết - {title: B, kind: opening}",
    ),
    Try(
        "no dash and no braces", "items:\n  title: A\n  kind: opening\n", ("wrong_type", 4, 3), f"viết {FLAG}"
    ),
    Try(
        "items as words",
        "items:\n- Chào cờ\n",
        ("wrong_type", 4, 3),
        'viết - {title: "Chào cờ", kind: flag_salute}',
    ),
    Try("items with numbers", "items:\n  1. Chào cờ\n  2. Khai mạc\n", ("wrong_type", 4, 3), f"viết {FLAG}"),
    Try(
        "nothing but words",
        "=CHƯƠNG TRÌNH\n\n1. Chào cờ\n2. Khai mạc: Ông A\n",
        ("not_an_agenda", 4, 12),
        f"một dòng {FLAG}",
    ),
    # indent, quotes, brackets
    Try(
        "less indent",
        "items:\n- title: A\n kind: opening\n",
        ("other_indent", 5, 2),
        "thụt 2 dấu cách rồi viết kind: opening",
    ),
    Try(
        "more indent",
        "items:\n- title: A\n    kind: opening\n",
        ("other_indent", 5, 5),
        "thụt 2 dấu cách rồi viết kind: opening",
    ),
    Try("an open quote", f"venue: 'Hội trường\n{ITEMS}", ("open_quote", 3, 8), "hoặc xóa dấu này"),
    Try(
        "an open brace",
        "items:\n- {title: A, kind: opening\n- {title: B, kind: closing}\n",
        ("open_bracket", 4, 3),
        "thêm } ở cuối dòng",
    ),
    Try(
        "words behind a quote",
        'venue: "Hoa" và A\n',
        ("words_need_quotes", 3, 8),
        "viết venue: '\"Hoa\" và A'",
    ),
    Try(
        "words behind a bracket",
        "venue: [Nếu có] sảnh\n",
        ("words_need_quotes", 3, 8),
        'viết venue: "[Nếu có] sảnh"',
    ),
    Try(
        "a dash before words",
        "venue: - Hội trường\n",
        ("words_need_quotes", 3, 8),
        'viết venue: "- Hội trường"',
    ),
    Try(
        "quotes inside braces",
        'items:\n- {title: "Hoa" và A, kind: opening}\n',
        ("words_need_quotes_in_brackets", 4, 17),
        "viết title: '\"Hoa\" và A'",
    ),
    Try("a line of its own", f"// ghi chú\n{ITEMS}", ("words_without_key", 3, 1), "rồi thụt từng dòng"),
    # keys and kinds
    Try(
        "no kind",
        "items:\n- {title: Bế mạc hội nghị}\n",
        ("missing_key", 4, 3),
        'thêm "kind: closing", hoặc loại đúng trong danh mục (lệnh runofshow kinds)',
    ),
    Try(
        "parts without kind",
        "items:\n- {title: A, kind: directive, parts: [{title: Tỉnh, by: Ông A}]}\n",
        ("missing_key", 4, 39),
        'thêm "kind: directive", hoặc loại đúng trong danh mục (lệnh runofshow kinds)',
    ),
    Try(
        "a kind nobody can guess",
        "items:\n- title: Ồ\n",
        ("missing_key", 4, 3),
        'thêm "kind: other", hoặc loại đúng trong danh mục (lệnh runofshow kinds)',
    ),
    Try(
        "a track without id",
        f"tracks: [{{title: Quốc ca}}]\n{ITEMS}",
        ("missing_key", 3, 10),
        'thêm "id: quoc_ca"',
    ),
    Try(
        "a track as words",
        f"tracks: [quoc-ca.mp3]\n{ITEMS}",
        ("wrong_type", 3, 10),
        "mark: anthem_without_words}",
    ),
    Try(
        "a list of names in one line",
        "items:\n- {title: A, kind: opening, by: [Ông A, Bà B]}\n",
        ("wrong_type", 4, 33),
        'viết by: "Ông A, Bà B"',
    ),
    Try(
        "a music key at an item",
        "items:\n- {title: A, kind: opening, nhạc: a.mp3}\n",
        ("unknown_key", 4, 29),
        'bên trong "cues": - {to: music, do: play, track: quoc_ca, at: start}',
    ),
    Try("a kind at the top", f"kind: opening\n{ITEMS}", ("unknown_key", 3, 1), f'bên trong "items": {FLAG}'),
    Try(
        "a role at the top",
        f"music: Anh Bình\n{ITEMS}",
        ("unknown_key", 3, 1),
        'bên trong "crew": crew: {music: "Anh Bình"}',
    ),
    Try(
        "an act of music in Vietnamese",
        "items:\n- {title: A, kind: opening, cues: [{to: music, text: A, do: phát}]}\n",
        ("unknown_action", 4, 61),
        '"play"?',
    ),
    Try(
        "a mark in Vietnamese",
        f"tracks: [{{id: a, title: A, mark: Quốc ca có lời}}]\n{ITEMS}",
        ("unknown_mark", 3, 34),
        '"anthem_with_words"?',
    ),
    Try(
        "an hour with its word",
        "items:\n- {title: A, kind: break, until: đến 9h30}\n",
        ("not_a_time", 4, 34),
        '"9h30"?',
    ),
    # awards
    Try(
        "recipients in one line",
        "items:\n- {title: A, kind: award, award: {recipients: Tổ 1}}\n",
        ("wrong_type", 4, 47),
        'viết recipients: ["Tổ 1"]',
    ),
    Try(
        "recipients as lines",
        "items:\n- title: A\n  kind: award\n  award:\n    recipients:\n      Tổ 1\n      Tổ 2\n",
        ("wrong_type", 8, 7),
        "viết recipients: [..., ...]",
    ),
    Try(
        "an award that is a list",
        "items:\n- {title: A, kind: award, award: [Tổ 1, Tổ 2]}\n",
        ("wrong_type", 4, 34),
        'viết award: {recipients: ["Tổ 1", "Tổ 2"]}',
    ),
    Try(
        "an award as words",
        "items:\n- {title: A, kind: award, award: Tổ 1}\n",
        ("wrong_type", 4, 34),
        "recipients: [..., ...]}",
    ),
    Try(
        "rounds in an award",
        "items:\n- {title: A, kind: award, award: [{decision: B}]}\n",
        ("wrong_type", 4, 34),
        "recipients: [..., ...]}}",
    ),
    Try(
        "rounds",
        "items:\n- {title: A, kind: award, lượt: [B]}\n",
        ("unknown_key", 4, 27),
        "recipients: [..., ...]}}",
    ),
    Try(
        "a decision at the item",
        "items:\n- {title: A, kind: award, decision: QĐ 1}\n",
        ("unknown_key", 4, 27),
        'award: {decision: "QĐ 1"}',
    ),
    Try(
        "recipients at the item",
        "items:\n- {title: A, kind: award, recipients: [B]}\n",
        ("unknown_key", 4, 27),
        "award: {recipients: [..., ...]}",
    ),
    Try(
        "a text's day at the item",
        "items:\n- {title: A, kind: paper, due: 1/1/2027}\n",
        ("unknown_key", 4, 27),
        'handin: {due: "1/1/2027"}',
    ),
    Try(
        "a recipient with a colon",
        "items:\n- {title: A, kind: award, award: {recipients: [Bà B: Giấy khen]}}\n",
        ("wrong_type", 4, 48),
        'viết - "Bà B: Giấy khen"',
    ),
    Try(
        "recipients with stars",
        "items:\n- title: A\n  kind: award\n  award:\n    recipients:\n    * Ông A\n",
        ("other_list_mark", 8, 5),
        "viết - Ông A",
    ),
    # keys on one line
    Try(
        "no braces",
        "items:\n- title: A, kind: opening\n",
        ("no_braces", 4, 1),
        "viết - {title: A, kind: opening}",
    ),
    Try(
        "only the closing brace",
        "items:\n- title: A, kind: opening}\n",
        ("no_braces", 4, 1),
        "viết - {title: A, kind: opening}",
    ),
    Try(
        "no comma",
        "items:\n- {title: A kind: opening}\n",
        ("no_comma", 4, 12),
        "viết - {title: A, kind: opening}",
    ),
    Try(
        "a colon inside braces",
        "items:\n- {title: A, kind: opening, by: Ông A: Chủ tịch}\n",
        ("words_need_quotes_in_brackets", 4, 38),
        'viết by: "Ông A: Chủ tịch"',
    ),
    Try("a brace too many", "items:\n- {title: A, kind: opening}}\n", ("extra_bracket", 4, 28), "ở đầu"),
    Try(
        "a path of Windows in quotes",
        f'tracks: [{{id: a, title: A, file: "C:\\nhac\\quoc ca.mp3"}}]\n{ITEMS}',
        ("backslash", 3, 42),
        "viết dấu / thay cho \\",
    ),
    # lines as programmes print them
    Try(
        "an hour as a key",
        "items:\n- 7h30: Chào cờ\n",
        ("unknown_key", 4, 3),
        'viết - {title: "Chào cờ", kind: flag_salute, start: 7h30}',
    ),
    Try(
        "an hour before words",
        "items:\n- 7h30 - 7h35 Chào cờ\n",
        ("wrong_type", 4, 3),
        'viết - {title: "Chào cờ", kind: flag_salute, start: 7h30}',
    ),
    Try(
        "parts as words",
        "items:\n- {title: A, kind: paper, parts: [Phòng Y tế]}\n",
        ("wrong_type", 4, 35),
        'viết - {title: "Phòng Y tế", kind: paper}',
    ),
    Try(
        "an item without its dash",
        "items:\n- kind: opening\n  title: A\n  title: B\n",
        ("duplicate_key", 6, 3),
        "mục mới thì viết - title: B; không thì giữ lại một khóa",
    ),
    # sittings
    Try(
        "a sitting as a key",
        f"Buổi sáng:\n{FLAG}\n",
        ("unknown_key", 3, 1),
        "một phiên thì gộp các mục lại",
    ),
    Try(
        "a sitting as a line",
        f"items:\nBuổi sáng\n{FLAG}\n",
        ("words_without_key", 4, 1),
        "một phiên thì gộp các mục lại",
    ),
    Try("items twice", f"{ITEMS}{ITEMS}", ("duplicate_key", 5, 1), "một phiên thì gộp các mục lại"),
]


@pytest.mark.parametrize("tried", TRIES, ids=lambda tried: tried.name)
def test_a_slip_is_named_where_it_is_and_with_what_to_write(tried: Try) -> None:
    reading = read(tried.file)
    assert spots(reading) == [tried.spot]
    vi = complaint_line(reading.errors[0], Language.VI)
    assert vi.endswith(tried.write), vi
    en = complaint_line(reading.errors[0], Language.EN)
    assert "; " in en
    assert "{write}" not in en


def test_a_sitting_among_the_items_is_told_how_sittings_are_written() -> None:
    reading = read(f"items:\n{FLAG}\n- {{title: Buổi chiều, items: [{FLAG[2:]}]}}\n")
    assert {each.code for each in reading.errors} == {"missing_key", "unknown_key"}
    said = [complaint_line(each, Language.VI) for each in reading.errors]
    assert [each for each in said if "title" not in each.split(";")[0] and "sessions:" not in each] == []


def test_every_colon_in_words_is_told_in_one_run() -> None:
    rounds = "".join(f"- title: Đợt {n}: Tập thể\n  kind: award\n" for n in (1, 2, 3))
    fine = '- title: "Đợt 4: Cá nhân"\n  kind: award # 5: không\n- {title: "A: b", kind: award}\n'
    reading = read(f"{HEAD}items:\n{rounds}{fine}")
    assert spots(reading) == [("colon_in_text", line, 15) for line in (4, 6, 8)]
    assert complaint_line(reading.errors[2], Language.EN).endswith('write title: "Đợt 3: Tập thể"')


def test_braces_without_blanks_are_told_once_each() -> None:
    reading = read(f"{HEAD}items:\n- {{title:Chào cờ, kind:flag_salute}}\n")
    assert spots(reading) == [("no_blank_after_colon", 4, 4), ("no_blank_after_colon", 4, 19)]


@pytest.mark.parametrize("head", ["Title: A\n", "tiêu đề: A\n", "Tieu de: A\n"])
def test_a_key_that_is_only_spelt_otherwise_is_not_missing_too(head: str) -> None:
    assert [code for code, _, _ in spots(read(f"{head}{ITEMS}"))] == ["unknown_key"]


@pytest.mark.parametrize(
    "items",
    [
        pytest.param(
            "\u00a0\u00a0-\u00a0title:\u00a0Chào cờ\n    kind: flag_salute", id="blanks that do not break"
        ),
        pytest.param("  - {title: Chào cờ, kind: flag_salute\u200b}", id="a mark without width"),
        pytest.param(
            "  - {title: Chào cờ, kind: flag_salute, start: “7h30”}", id="curly quotes about an hour"
        ),
        pytest.param("  - {title: Chào cờ, kind: flag_salute, duration: «5’»}", id="quotes about a length"),
        pytest.param("  - {title: Chào cờ, kind: flag_salute, backdrop: }", id="a key left empty"),
        pytest.param("  - {title: Chào cờ, kind: flag_salute, optional: “Có”}", id="quotes about a yes"),
    ],
)
def test_what_word_writes_by_itself_is_read(items: str) -> None:
    assert spots(read(f"{HEAD}start: 7h\nitems:\n{items}\n")) == []
