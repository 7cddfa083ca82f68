"""Phrases found in a line whatever became of its tones: «Chào cờ», «chao co», «Chào cò».

A line is cut into words and signs. A word is compared without its tones where its neighbour agrees too; alone
it has to have the tones of the phrase or none at all, since «trào» is not «trao» and «nghị» is not «nghỉ».
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from runofshow.agenda_file.wording import fold

GAP = "…"
QUOTED = "~"
"""Stands where words in quotes stood."""
_LONGEST_GAP = 8
"""Words; what stands further apart is found by its parts."""
_SLIP = 0.3
"""What a wrong tone takes away from a phrase."""
_SHORT = 4
"""Letters."""
_QUOTES = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\"|‘[^’]*’|“[^”]*$")
_CUTS = re.compile(r"[^\W_]+|[;,.:()/&+~]|[-–—]+|[·•|]")
_LETTER = re.compile(r"\w")
_FINAL_Y = re.compile(r"(?<=[bcdghklmnpqrstvx])y$")
_ENDERS = frozenset(";,.:()/&+-~")


class Word(Struct, frozen=True):
    """A word of a line, or a sign between words."""

    plain: str
    """Without tones; a sign stays one, any dash is «-»."""
    toned: str
    """In small letters; the tone of «hoà» and «hòa» on one place."""
    at: int
    """Where it begins in the line."""
    bare: bool = False
    """No word of its line has a tone."""

    @property
    def is_sign(self) -> bool:
        return self.plain in _ENDERS


def words_of(line: str) -> tuple[Word, ...]:
    """The words and signs of a line; words in quotes are one sign."""
    hushed = _QUOTES.sub(lambda found: QUOTED.ljust(len(found[0])), line.replace("~", " "))
    bare = hushed.isascii()
    words = []
    for found in _CUTS.finditer(hushed):
        text = found[0]
        if _LETTER.match(text):
            words.append(Word(plain(text), _one_place(text.lower()), found.start(), bare))
        else:
            sign = "-" if text[0] in "-–—" else ";" if text in "·•|" else text
            words.append(Word(sign, sign, found.start(), bare))
    return tuple(words)


def plain(word: str) -> str:
    """Without tones, and «lý» like «lí»."""
    return _FINAL_Y.sub("i", fold(word))


def _one_place(word: str) -> str:
    """«hoà», «hòa» and «uỷ», «ủy» have their tone on one place."""
    for old, new in zip(
        "oà oá oả oã oạ uỳ uý uỷ uỹ uỵ".split(), "òa óa ỏa õa ọa ùy úy ủy ũy ụy".split(), strict=True
    ):
        word = word.removesuffix(old) + new if word.endswith(old) and not word.startswith("q") else word
    return word


class Phrase(Struct, frozen=True):
    """A few words that tell something, in runs with gaps between."""

    runs: tuple[tuple[tuple[str, str], ...], ...]
    """Of every word how it is without and with its tones."""
    means: str

    @property
    def text(self) -> str:
        """Its words without tones and gaps."""
        return " ".join(bare for run in self.runs for bare, _ in run)

    @property
    def weight(self) -> float:
        """How much it tells: its words; a gap takes a little away."""
        return sum(map(len, self.runs)) - 0.5 * (len(self.runs) - 1)


class Found(Struct, frozen=True):
    """A phrase in a line, from the word `first` to before `end`."""

    phrase: Phrase
    first: int
    end: int


class Phrases:
    """Phrases by their first word."""

    def __init__(self, table: Mapping[str, Iterable[str]]) -> None:
        self._by_word: dict[str, list[Phrase]] = {}
        for means, listed in table.items():
            for text in listed:
                phrase = Phrase(tuple(tuple(_pairs(run)) for run in text.split(GAP)), means)
                self._by_word.setdefault(phrase.runs[0][0][0], []).append(phrase)
        for phrases in self._by_word.values():
            phrases.sort(key=lambda each: -each.weight)

    @property
    def meanings(self) -> frozenset[str]:
        """All that its phrases tell."""
        return frozenset(phrase.means for phrases in self._by_word.values() for phrase in phrases)

    def at(self, words: Sequence[Word], first: int) -> Found | None:
        """The longest phrase that begins at the word; of two as long, that of the right tones."""
        best: Found | None = None
        most = 0.0
        for phrase in self._by_word.get(words[first].plain, ()):
            if phrase.weight <= most:
                break
            end = _end(phrase, words, first)
            if end is None:
                continue
            weight = phrase.weight - _SLIP * _slips(phrase, words, first)
            if weight > most:
                best, most = Found(phrase, first, end), weight
        return best

    def within(self, words: Sequence[Word]) -> Iterator[Found]:
        """All phrases from the left, none inside another."""
        at = 0
        while at < len(words):
            found = self.at(words, at)
            if found is not None:
                yield found
            at = at + 1 if found is None else found.end


def _pairs(run: str) -> Iterator[tuple[str, str]]:
    for word in words_of(run):
        yield word.plain, word.toned


def _slips(phrase: Phrase, words: Sequence[Word], first: int) -> int:
    """How many words of its first run have other tones; none in a line without tones."""
    if words[first].bare:
        return 0
    return sum(words[first + step].toned != toned for step, (_, toned) in enumerate(phrase.runs[0]))


def _end(phrase: Phrase, words: Sequence[Word], first: int) -> int | None:
    """Behind its last word, where the phrase stands at `first`; a gap is as short as can be."""
    at = first
    for number, run in enumerate(phrase.runs):
        gap = _LONGEST_GAP if number else 0
        while not _runs_at(run, words, at):
            if not gap or at >= len(words) or words[at].is_sign or words[at].plain == "va":
                return None
            at, gap = at + 1, gap - 1
        at += len(run)
    return at


def _runs_at(run: tuple[tuple[str, str], ...], words: Sequence[Word], at: int) -> bool:
    here = words[at : at + len(run)]
    if len(here) < len(run) or any(word.plain != bare for word, (bare, _) in zip(here, run, strict=True)):
        return False
    if here[0].bare:
        # without tones «nghi» is as often «nghị»: one short word tells only at the front
        return len(run) > 1 or len(here[0].plain) > _SHORT or at == 0 or run[0][0] == run[0][1]
    if len(run) == 1:
        return here[0].toned == run[0][1]
    pairs = [(word.toned, toned) for word, (_, toned) in zip(here, run, strict=True)]
    # a slip of the pen or of the scanner spoils one tone, not all: «phần hội» is not «phản hồi»
    return all(("đ" in one) == ("đ" in other) for one, other in pairs) and 2 * sum(
        one != other for one, other in pairs
    ) <= len(run)
