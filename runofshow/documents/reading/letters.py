"""Letters of old fonts and encodings as today's: TCVN3 (.VnTime), VNI (VNI-Times), marks that stand apart.

A text in such a font holds Western letters that only its font draws as Vietnamese: «Chµo cê» (TCVN3),
«Hoäi nghò» (VNI). They are told by spelling: written over, the words become Vietnamese syllables, which as
they stand they are not. A whole document has to speak for it before one line is changed, so that a French
name in a Vietnamese plan keeps its accents; a line that has letters of today beside is changed word by word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from types import MappingProxyType

from runofshow.core.value import replace
from runofshow.documents.document import Block, Cell, Document, Line, Part, Row
from runofshow.documents.doubt import Doubt, DoubtCode
from runofshow.office.plain import plain
from runofshow.office.syllables import is_syllable

_TCVN3 = MappingProxyType(
    dict(
        zip(
            "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
            "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
            strict=True,
        )
    )
)

_VNI_TONES = {"ø": "\u0300", "ù": "\u0301", "õ": "\u0303", "û": "\u0309", "ï": "\u0323"}
_VNI_ROUND = {"è": "\u0300", "é": "\u0301", "ü": "\u0303", "ú": "\u0309", "ë": "\u0323"}
_VNI_ROOF = {"à": "\u0300", "á": "\u0301", "ã": "\u0303", "å": "\u0309", "ä": "\u0323"}


def _vni() -> Iterator[tuple[str, str]]:
    """Each VNI spelling with its letter, in small letters and capitals."""
    small = {"ñ": "đ", "ô": "ơ", "ö": "ư", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "í": "í", "ì": "ì"}
    small |= {"aê": "ă"} | {f"{vowel}â": f"{vowel}\u0302" for vowel in "aeo"}
    for mark, tone in _VNI_TONES.items():
        small |= {f"{vowel}{mark}": vowel + tone for vowel in "aeouy"}
        small |= {f"ô{mark}": "ơ" + tone, f"ö{mark}": "ư" + tone}
    for mark, tone in _VNI_ROUND.items():
        small[f"a{mark}"] = "ă" + tone
    for mark, tone in _VNI_ROOF.items():
        small |= {f"{vowel}{mark}": f"{vowel}\u0302{tone}" for vowel in "aeo"}
    for spelling, letter in small.items():
        composed = unicodedata.normalize("NFC", letter)
        yield spelling, composed
        # a capital's mark is a capital too, but many typed a small one after it
        yield spelling.upper(), composed.upper()
        if len(spelling) == 2:
            yield spelling[0].upper() + spelling[1], composed.upper()


_VNI = MappingProxyType(dict(_vni()))
_VNI_SPELLING = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))

_WORD = re.compile(r"[^\W\d_¡-¿×÷]+(?:[^\W\d_]|[¡-¿×÷])*|[¡-¿×÷]+[^\W\d_](?:[^\W\d_]|[¡-¿×÷])*")
"""A word with the signs that are letters in TCVN3 among its own."""

_OF_TODAY = re.compile("[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]")
"""Letters that no old font's text has."""

_LOOK_ALIKES = MappingProxyType({0xAD: "", ord("Ð"): "Đ", ord("ð"): "đ"})
"""Hyphens that are not drawn, and the Icelandic letters that many typed for Đ."""

_FEWEST_WORDS = 3
"""How many different words with such letters speak for an old font: fewer may be names from abroad."""


def from_tcvn3(text: str, *, capitals: bool = False) -> str:
    """`capitals` for its fonts whose name ends in H, which draw small letters as capitals."""
    today = "".join(_TCVN3.get(letter, letter) for letter in text)
    return today.upper() if capitals else today


def from_vni(text: str) -> str:
    return _VNI_SPELLING.sub(lambda found: _VNI[found[0]], text)


def from_font(text: str, font: str) -> str:
    """The text as a font of the old kind draws it; any other font leaves it as it is.

    >>> from_font("kÕ ho¹ch", ".VnTimeH"), from_font("Hoäi nghò", "VNI-Times"), from_font("été", "Arial")
    ('KẾ HOẠCH', 'Hội nghị', 'été')
    """
    name = font.strip().lower()
    if _OF_TODAY.search(text):
        return text
    if name.startswith(".vn"):
        return from_tcvn3(text, capitals=name.endswith("h"))
    return from_vni(text) if name.startswith("vni") else text


_OLD: MappingProxyType[str, Callable[[str], str]] = MappingProxyType({"TCVN3": from_tcvn3, "VNI": from_vni})


def old_encoding(lines: Iterable[str]) -> str | None:
    """«TCVN3» or «VNI» where the lines as a whole are written so, else None."""
    texts = [text for text in lines if not text.isascii()]
    return max(
        (name for name, today in _OLD.items() if _speak_for(texts, today)),
        key=lambda name: _spelt(_words(_OLD[name]("\n".join(texts)))),
        default=None,
    )


def _speak_for(texts: list[str], today: Callable[[str], str]) -> bool:
    """Among the lines that have no letter of today: whether most words become syllables that were none."""
    whole = "\n".join(text for text in texts if not _OF_TODAY.search(text))
    words = set(_words(whole))
    marked = [word for word in words if not word.isascii()]
    odd = [word for word in marked if not is_syllable(word)]
    mended = [word for word in odd if is_syllable(today(word))]
    if len({today(word).lower() for word in mended}) < _FEWEST_WORDS or len(odd) * 2 < len(marked):
        return False
    # Foreign words do not become syllables, and those without accents beside them are none either.
    return len(mended) >= 0.8 * len(odd) and _spelt(map(today, words)) >= 0.6 * len(words)


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _spelt(words: Iterable[str]) -> int:
    return sum(map(is_syllable, words))


def line_of_today(text: str, today: Callable[[str], str]) -> str:
    """One line of a document that is written in an old encoding; words that are well as they are stay so."""
    if text.isascii():
        return text
    words = [word for word in _words(text) if not word.isascii()]
    if not _OF_TODAY.search(text):
        changed = [word for word in _words(today(text)) if not word.isascii()]
        if words and _spelt(changed) * len(words) > _spelt(words) * max(len(changed), 1):
            return today(text)
        if words and _spelt(changed) == len(changed):
            return today(text)
    return _WORD.sub(lambda found: _better(found[0], today), text)


def _better(word: str, today: Callable[[str], str]) -> str:
    changed = today(word)
    return changed if is_syllable(changed) and not is_syllable(word) else word


def in_today_letters(document: Document) -> Document:
    """The document with every text plain and in today's letters; a doubt names the encoding that was left."""
    texts = [line.text for part in document.parts for line in part.lines()]
    name = old_encoding(texts)
    if name is None:
        return _each_line(document, _mended)
    today = _OLD[name]
    document = _each_line(document, lambda text: _mended(line_of_today(text, today)))
    doubts = [each for each in document.doubts if each.code is not DoubtCode.OLD_LETTERS]
    return replace(document, doubts=(*doubts, Doubt.of(DoubtCode.OLD_LETTERS, name=name)))


def _mended(text: str) -> str:
    return plain(text.translate(_LOOK_ALIKES))


def _each_line(document: Document, change: Callable[[str], str]) -> Document:
    def block(each: Block) -> Block:
        if isinstance(each, Line):
            text, mark = change(each.text), plain(each.mark)
            return each if (text, mark) == (each.text, each.mark) else replace(each, text=text, mark=mark)
        return replace(each, rows=tuple(row(one) for one in each.rows))

    def row(each: Row) -> Row:
        return replace(each, cells=tuple(cell(one) for one in each.cells))

    def cell(each: Cell) -> Cell:
        return replace(each, blocks=tuple(block(one) for one in each.blocks))

    def part(each: Part) -> Part:
        return replace(each, blocks=tuple(block(one) for one in each.blocks))

    return replace(document, parts=tuple(part(each) for each in document.parts))
