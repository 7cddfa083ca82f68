"""What a reader of a text met on its way beside its words, and the Document that is made of all."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from runofshow.documents.document import Block, Document, Part
from runofshow.documents.doubt import Doubt, DoubtCode
from runofshow.office.failure import CannotRead, Failure

LARGE_PICTURE_MM2 = 6_000
"""A picture that may hold a programme; the emblem above a letter has a tenth of it."""
MOST_PARAGRAPHS, MOST_LETTERS = 10_000, 1_500_000
"""Some 350 pages of text; to read them and to look for a programme takes four seconds."""
HARDLY_ANY_TEXT = 200
"""Letters: a page that is a picture has a caption at most."""


class Seen(Struct):
    """Counted while it is read."""

    deleted: bool = False
    """Words that a tracked change took out."""
    macros: bool = False
    cut_short: bool = False
    hidden_rows: int = 0
    pictures: int = 0
    large_pictures: int = 0
    paragraphs: int = 0
    letters: int = 0

    def has_room_for(self, *, paragraphs: int = 0, letters: int = 0) -> bool:
        """Counts them; when there are too many, the rest is cut off."""
        self.paragraphs += paragraphs
        self.letters += letters
        is_full = self.paragraphs > MOST_PARAGRAPHS or self.letters > MOST_LETTERS
        self.cut_short = self.cut_short or is_full
        return not is_full

    def picture(self, area_mm2: float) -> None:
        """Counts one."""
        self.pictures += 1
        self.large_pictures += area_mm2 >= LARGE_PICTURE_MM2

    def document(self, name: str, blocks: Iterable[Block]) -> Document:
        """Raises CannotRead: EMPTY, NO_TEXT where it holds pictures alone, BOMB where its beginning alone was
        read and there was nothing in it."""
        part = Part(blocks=tuple(blocks))  # first: what is seen is known when all is read
        letters = sum(len(line.text) for line in part.lines())
        if not letters:
            if self.cut_short:
                raise CannotRead(Failure.BOMB)
            raise CannotRead(Failure.NO_TEXT if self.pictures else Failure.EMPTY)
        doubts = []
        if self.deleted:
            doubts.append(Doubt.of(DoubtCode.DELETED_WORDS))
        if self.hidden_rows:
            doubts.append(Doubt.of(DoubtCode.HIDDEN_ROWS, count=self.hidden_rows))
        if self.macros:
            doubts.append(Doubt.of(DoubtCode.MACROS))
        if self.cut_short:
            doubts.append(Doubt.of(DoubtCode.CUT_SHORT))
        pictures = self.pictures if letters < HARDLY_ANY_TEXT else self.large_pictures
        if pictures:
            doubts.append(Doubt.of(DoubtCode.PICTURES, count=pictures))
        return Document(name=name, parts=(part,), doubts=tuple(doubts))
