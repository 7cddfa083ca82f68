"""Whether a word is spelt as a Vietnamese syllable can be: what tells an encoding from another."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")

_ONSETS = r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?"

_RIMES = frozenset(
    "a ac ach ai am an ang anh ao ap at au ay"
    " ăc ăm ăn ăng ăp ăt"
    " âc âm ân âng âp ât âu ây"
    " e ec em en eng eo ep et"
    " ê êch êm ên ênh êp êt êu"
    " i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu"
    " o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong"
    " oong op ot"
    " ô ôc ôi ôm ôn ông ôp ôt"
    " ơ ơi ơm ơn ơp ơt"
    " u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut"
    " uy uya uych uyên uyêt uyn uynh uyp uyt uyu"
    " ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ưt ưu ươu"
    " y yêm yên yêng yêt yêu ych ynh yt"
    # after gi, whose i may be the vowel too
    " êng".split()
)
"""Without tones. «qu» and «gi» hold the u and i that stand before."""

_SYLLABLE = re.compile(rf"({_ONSETS})(.*)", re.DOTALL)


@lru_cache(maxsize=4096)
def is_syllable(word: str) -> bool:
    """Whether the word could be Vietnamese by its letters: at most one tone, a known beginning and end.

    >>> is_syllable("Nghị"), is_syllable("nghÞ"), is_syllable("hôtel")
    (True, False, False)
    """
    apart = unicodedata.normalize("NFD", word.lower())
    tones = sum(letter in _TONES for letter in apart)
    if tones > 1:
        return False
    bare = unicodedata.normalize("NFC", "".join(letter for letter in apart if letter not in _TONES))
    match = _SYLLABLE.fullmatch(bare)
    if match is None:  # pragma: no cover - the pattern takes anything
        return False
    onset, rime = match.groups()
    if rime in _RIMES:
        return True
    # «gì», «giêng», «quyển»: the beginning's own vowel is that of the rime
    return (onset == "gi" and "i" + rime in _RIMES) or (onset == "qu" and "u" + rime in _RIMES)
