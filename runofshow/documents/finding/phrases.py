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
_QUOTES = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\"|‘[^’]*’|“[^”]*$")
_CUTS = re.compile(r"[^\W_]+|[;,.:()/&+~]|[-–—]+")
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

    @property
    def is_sign(self) -> bool:
        return self.plain in _ENDERS


def words_of(line: str) -> tuple[Word, ...]:
    """The words and signs of a line; words in quotes are one sign."""
    hushed = _QUOTES.sub(lambda found: QUOTED.ljust(len(found[0])), line.replace("~", " "))
    words = []
    for found in _CUTS.finditer(hushed):
        text = found[0]
        if _LETTER.match(text):
            words.append(Word(plain(text), _one_place(text.lower()), found.start()))
        else:
            sign = "-" if text[0] in "-–—" else text
            words.append(Word(sign, sign, found.start()))
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

    def at(self, words: Sequence[Word], first: int) -> Found | None:
        """The longest phrase that begins at the word."""
        best: Found | None = None
        for phrase in self._by_word.get(words[first].plain, ()):
            if best is not None and phrase.weight <= best.phrase.weight:
                break
            end = _end(phrase, words, first)
            if end is not None:
                best = Found(phrase, first, end)
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
    for word in run.split():
        yield plain(word), _one_place(word)


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
    if at + len(run) > len(words):
        return False
    if any(words[at + step].plain != bare for step, (bare, _) in enumerate(run)):
        return False
    # one word alone tells little: «trào» is not «trao»
    return len(run) > 1 or words[at].toned in (run[0][1], run[0][0])
