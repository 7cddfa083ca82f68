"""The text of an agenda step by step: undo is the earlier text, and saving knows which one is on the disk."""

from __future__ import annotations

from msgspec import Struct

from runofshow.agenda_file.editing.written import Written
from runofshow.agenda_file.fitting import Path
from runofshow.core.value import replace

MOST_STEPS = 500
"""Kept; each is a text of some 40 kB."""


class Step(Struct, frozen=True):
    """The text after one step, and where the cursor went with it."""

    written: Written
    at: Path = ()


class History(Struct, frozen=True):
    """Every step so far. `now` is the last one done."""

    now: Step
    before: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()
    saved: str | None = None
    """The text on the disk; None when there is none."""

    @property
    def is_saved(self) -> bool:
        return self.now.written.text == self.saved

    def then(self, written: Written, at: Path) -> History:
        """With one more step; what was undone is gone."""
        if written.text == self.now.written.text:
            return self
        before = (*self.before, self.now)[-MOST_STEPS:]
        return replace(self, now=Step(written, at), before=before, undone=())

    def undo(self) -> History | None:
        """One step back, the cursor where that step was made; None when there is none."""
        if not self.before:
            return None
        step = replace(self.before[-1], at=self.now.at)
        return replace(self, now=step, before=self.before[:-1], undone=(*self.undone, self.now))

    def redo(self) -> History | None:
        """The step that was undone last; None when there is none."""
        if not self.undone:
            return None
        *rest, step = self.undone
        return replace(self, now=step, before=(*self.before, self.now), undone=tuple(rest))
