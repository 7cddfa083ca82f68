"""Letters of old fonts become today's, and healthy text in any language stays as it is."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.documents.document import Document, Line, Part
from runofshow.documents.doubt import DoubtCode
from runofshow.documents.reading.letters import (
    from_font,
    from_tcvn3,
    from_vni,
    in_today_letters,
    old_encoding,
)
from runofshow.documents.reading.opening import read_bytes
from runofshow.office.syllables import is_syllable

TCVN3 = [
    "Ch\u00ad¬ng tr×nh Héi nghÞ tæng kÕt c«ng t¸c n¨m 2019",
    "Thêi gian: 7h30 ngµy 27/3/2020",
    "V¨n nghÖ chµo mõng",
    "Tuyªn bè lý do, giíi thiÖu ®¹i biÓu",
    "Chµo cê",
    "Ph¸t ®éng phong trµo thi ®ua; trao th\u00adëng",
]
TODAY = [
    "Chương trình Hội nghị tổng kết công tác năm 2019",
    "Thời gian: 7h30 ngày 27/3/2020",
    "Văn nghệ chào mừng",
    "Tuyên bố lý do, giới thiệu đại biểu",
    "Chào cờ",
    "Phát động phong trào thi đua; trao thưởng",
]
VNI = [
    "Chöông trình Hoäi nghò toång keát coâng taùc naêm 2019",
    "Thôøi gian: 7h30 ngaøy 27/3/2020",
    "Vaên ngheä chaøo möøng",
    "Tuyeân boá lyù do, giôùi thieäu ñaïi bieåu",
    "Chaøo côø",
    "Phaùt ñoäng phong traøo thi ñua; trao thöôûng",
]

FRENCH = [
    "Le président de séance présente les invités étrangers à l'hôtel.",
    "Une leçon très générale où l'élève a été reçu là-bas, dès l'été.",
    "Où êtes-vous ? À bientôt, même à Hué ; thé, café, pâté, fête, forêt.",
]
ENGLISH = [
    "The chair introduces the keynote speaker; a short café break follows.",
    "Ms Zoë Nuñez, CEO of Société Générale, résumé attached — naïve façade.",
    "Registration 07:30 – 08:00 • Übersicht für Gäste, Größe, Märchen, schön",
]


def _document(lines: list[str]) -> Document:
    return Document(name="a.txt", parts=(Part(blocks=tuple(Line(text=line) for line in lines)),))


def _texts(document: Document) -> list[str]:
    return [line.text for part in document.parts for line in part.lines()]


@pytest.mark.parametrize(("name", "old"), [("TCVN3", TCVN3), ("VNI", VNI)])
def test_an_old_encoding_becomes_todays_letters_and_is_named(name: str, old: list[str]) -> None:
    document = in_today_letters(_document(old))
    assert _texts(document) == TODAY
    assert [(doubt.code, doubt.about) for doubt in document.doubts] == [
        (DoubtCode.OLD_LETTERS, (("name", name),))
    ]


@pytest.mark.parametrize("text", [*TODAY, *FRENCH, *ENGLISH, "Đại hội Đảng bộ lần thứ XIII"])
def test_a_healthy_line_among_old_ones_stays(text: str) -> None:
    assert text in _texts(in_today_letters(_document([*TCVN3, text])))


def test_words_of_both_kinds_in_one_line_are_each_told() -> None:
    mixed = "Chào mừng Héi nghÞ và giíi thiÖu ®¹i biÓu"
    assert (
        _texts(in_today_letters(_document([*TCVN3, mixed])))[-1]
        == "Chào mừng Hội nghị và giới thiệu đại biểu"
    )


def test_marks_that_stand_apart_are_joined() -> None:
    apart = unicodedata.normalize("NFD", "\n".join(TODAY)).split("\n")
    document = in_today_letters(_document(apart))
    assert _texts(document) == TODAY
    assert document.doubts == ()


def test_a_font_tells_what_its_letters_are() -> None:
    assert from_font("kÕ ho¹ch", ".VnTimeH") == "KẾ HOẠCH"
    assert from_font("KEÁ HOAÏCH", "VNI-Times") == "KẾ HOẠCH"
    assert from_font("kế hoạch", ".VnTime") == "kế hoạch"
    assert from_font("café", "Times New Roman") == "café"


def test_some_names_from_abroad_are_no_old_encoding() -> None:
    assert old_encoding(["Ông François Müller", "Bà Zoë Nuñez", "Chuong trinh hoi nghi"]) is None
    assert old_encoding(["été où là", "à"]) is None


_HEALTHY = st.lists(st.sampled_from(" ".join([*TODAY, *FRENCH, *ENGLISH]).split()), min_size=1, max_size=60)
_OF_ONE_TONGUE = st.one_of(
    *(st.lists(st.sampled_from(" ".join(tongue).split()), max_size=60) for tongue in (TODAY, FRENCH, ENGLISH))
)


@given(st.one_of(_OF_ONE_TONGUE, _HEALTHY))
def test_healthy_text_is_never_converted(words: list[str]) -> None:
    text = " ".join(words)
    document = in_today_letters(_document([text]))
    assert _texts(document) == [text]
    assert document.doubts == ()


@given(st.lists(st.text(max_size=40) | st.sampled_from([*TCVN3, *VNI]), max_size=8))
def test_whatever_came_in_is_composed_without_blanks_at_its_ends(lines: list[str]) -> None:
    for text in _texts(in_today_letters(_document(lines))):
        assert text == unicodedata.normalize("NFC", text).strip()


def test_every_letter_of_both_tables_gives_a_composed_letter() -> None:
    assert from_tcvn3("¡¢£¤¥¦§") == "ĂÂÊÔƠƯĐ"
    assert from_vni("ÑAÙ ÔØ ÖÏ Aé") == "ĐÁ Ờ Ự Ắ"


def test_syllables_are_told_by_beginning_and_end() -> None:
    good = "nghiêng Quyển gì giếng khuya uỷ ủy ngoằn thuở quýt yếu rượu xoong".split()
    bad = "nghÞ hôtel été chơng ngạt́ straße naïve".split()
    assert [word for word in good if not is_syllable(word)] == []
    assert [word for word in bad if is_syllable(word)] == []


def test_icelandic_letters_that_look_like_it_are_read_as_d_with_a_stroke() -> None:
    document = read_bytes("Ðại hội Ðoàn, đại biểu ðến".encode(), "plan.txt")
    assert [line.text for line in document.parts[0].lines()] == ["Đại hội Đoàn, đại biểu đến"]
