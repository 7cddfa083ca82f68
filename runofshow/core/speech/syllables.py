"""How many syllables a text has when it is read aloud: the measure of its length that no type size changes.

A Vietnamese syllable is one written word, and has its vowels together; so what is counted of a word is its
groups of vowels, which holds for «nghiêng» (1), «Kontum» (2) and «Internet» (3) alike. What is not written as
it is said is counted as it is said:

- a number, as it is read: 27 «hai mươi bảy» (3), 2020 «hai nghìn không trăm hai mươi» (6), 1.250.000 (7);
  one that begins with a zero and is longer than a day or a month, digit by digit
- the marks between: 27/3 «tháng» (1), 12,5 «phẩy» (1), 2015 - 2020 «đến» (1), 12 % «phần trăm» (2)
- capitals that can be no word, letter by letter, for so many words stand behind them: «UBND» (4), «QĐ» (2),
  «TW» (2); «ASEAN», «NGHỊ» are words
- a Roman number, as a number: «XIII» (2)

It is an estimate; of an English word too, whose silent e at the end is left out.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_TOKEN: Final = re.compile(
    r"(?P<number>\d+(?:[.,]\d+)*)|(?P<word>[^\W\d_]+)|(?P<mark>%|[/&+=](?=\s*\w)|(?<=\d)\s*[-–—]\s*(?=\d))"
)
_VOWELS: Final = re.compile("[aeiouy]+")
_ROMAN: Final = re.compile(r"(X{0,3})(IX|IV|V?I{0,3})")
_TWO_IN_ONE: Final = re.compile(r"ngh|[ngckpt]h|gh|ng|tr|qu")
"""Consonants of two or three letters."""
_NO_WORD: Final = re.compile(r"[^aeiouy]+|[^aeiouy]{2}.*|.*[^aeiouy]{3}.*|.{0,3}[^aeiouy]{2}")
"""Without a vowel, two consonants at the beginning, or at the end of a short one, or three on end."""
_THOUSANDS: Final = re.compile(r"\d{1,3}(\.\d{3})+(,\d+)?|\d{1,3}(,\d{3}){2,}")
_SILENT: Final = re.compile(r".*[^aeiouyl]e")
_MOST_DIGITS: Final = 12
"""Of a number that is read as one: hundreds of billions."""


def syllables(text: str) -> int:
    """How many syllables `text` has when it is read aloud; zero where there is nothing to read.

    >>> syllables("Ngày 27/3/2020, UBND thị xã mở hội nghị.")
    22
    """
    return sum(map(_of_token, _TOKEN.finditer(text)))


def _of_token(token: re.Match[str]) -> int:
    if token["number"]:
        return _of_written_number(token["number"])
    if token["word"]:
        return _of_word(token["word"])
    return 2 if token["mark"] == "%" else 1


@lru_cache(maxsize=4096)
def _of_word(word: str) -> int:
    bare = _bare(word)
    vowels = len(_VOWELS.findall(bare))
    if word.isupper() and len(word) > 1:
        if roman := _ROMAN.fullmatch(word):
            return _of_number(_roman(roman[1], roman[2]))
        if _NO_WORD.fullmatch(_TWO_IN_ONE.sub("h", bare)):
            return len(word)
    if vowels > 1 and word.isascii() and _SILENT.fullmatch(bare):
        vowels -= 1
    return vowels or len(word)


def _bare(word: str) -> str:
    """Small, without marks."""
    apart = unicodedata.normalize("NFD", word.lower().replace("đ", "d"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _roman(tens: str, ones: str) -> int:
    least = {"IX": 9, "IV": 4}.get(ones)
    return 10 * len(tens) + (least if least is not None else 5 * ones.count("V") + ones.count("I"))


def _of_written_number(written: str) -> int:
    if _THOUSANDS.fullmatch(written):
        mark = written.lstrip("0123456789")[0]
        whole, _, part = written.partition("," if mark == "." else "\0")
        written = whole.replace(mark, "") + ("," + part if part else "")
    numbers = re.split("[.,]", written)
    # a mark between two is said: «phẩy», «chấm», «tháng»
    return sum(map(_of_digits, numbers)) + len(numbers) - 1


def _of_digits(digits: str) -> int:
    is_read_one_by_one = (len(digits) > 2 and digits[0] == "0") or len(digits) > _MOST_DIGITS
    return len(digits) if is_read_one_by_one else _of_number(int(digits))


def _of_number(number: int) -> int:
    """As it is read in Vietnamese: each three figures with their «tỷ», «triệu», «nghìn»."""
    if number == 0:
        return 1
    said = 0
    for place in (9, 6, 3, 0):
        three = number // 10**place % 1000
        if three:
            said += _of_three(three, is_first=not said) + (place > 0)
    return said


def _of_three(three: int, *, is_first: bool) -> int:
    """«không trăm» and «linh» are said where figures stand before."""
    hundreds, tens, ones = three // 100, three // 10 % 10, three % 10
    said = 2 if hundreds or not is_first else 0
    if tens:
        return said + (1 if tens == 1 else 2) + (ones > 0)
    return said + ((2 if said else 1) if ones else 0)
