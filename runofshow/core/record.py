"""What is written down of one leaf and one cue: the parts that the state of a show is made of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Literal

from msgspec import Struct

from runofshow.core.agenda import Step
from runofshow.core.value import replace
from runofshow.core.vote import Vote


class Run(Struct, frozen=True):
    """What has happened to one leaf."""

    started_at: datetime | None = None
    ended_at: datetime | None = None
    held: timedelta = timedelta()
    """The holds that are over; see `State.held_since` for one that is not."""
    added: timedelta = timedelta()
    skipped: bool = False
    overran: bool = False
    aside: bool = False
    """Outside this show: it was never meant to run now."""
    borrowed: bool = False
    """Started while the hall sat in another session, so its own has not begun by it."""
    vote: Vote | None = None
    """How the vote on it went; None while nobody has counted."""
    step: Step | None = None
    """Of a batch: where it stands; None while no step was called, which is its first."""
    step_at: datetime | None = None
    """When that step began."""

    def shifted(self, by: timedelta) -> Run:
        """The same on a clock that was put right by so much."""
        return replace(
            self,
            started_at=_moved(self.started_at, by),
            ended_at=_moved(self.ended_at, by),
            step_at=_moved(self.step_at, by),
        )


class Gone(Struct, frozen=True, tag_field="what", tag="gone"):
    at: datetime
    auto: bool

    @property
    def by_clock(self) -> bool:
        return self.auto


class Missed(Struct, frozen=True, tag_field="what", tag="missed"):
    at: datetime
    reason: Literal["late", "item_left", "anthem", "timecode"]

    @property
    def by_clock(self) -> bool:
        return self.reason != "item_left"


class StoodDown(Struct, frozen=True, tag_field="what", tag="stood_down"):
    at: datetime


class CueRecord(Struct, frozen=True):
    """What has happened to one cue."""

    stood_by_at: datetime | None = None
    acked_at: datetime | None = None
    due_at: datetime | None = None
    outcome: Gone | Missed | StoodDown | None = None
    played_out_at: datetime | None = None
    """When its track came to its own end."""
    held_by_then: timedelta = timedelta()
    """How long its item had been held when the track came to its end."""
    told_by_clock: bool = False
    """Its hand was told to stand by because the time had come, not by hand."""

    def shifted(self, by: timedelta) -> CueRecord:
        """The same on a clock that was put right by so much."""
        return replace(
            self,
            stood_by_at=_moved(self.stood_by_at, by),
            acked_at=_moved(self.acked_at, by),
            due_at=_moved(self.due_at, by),
            outcome=self.outcome and replace(self.outcome, at=self.outcome.at + by),
            played_out_at=_moved(self.played_out_at, by),
        )

    def before(self, moment: datetime) -> CueRecord:
        """What of it had happened before `moment`."""

        def kept(at: datetime | None) -> datetime | None:
            return at if at is not None and at < moment else None

        outcome = self.outcome if self.outcome and self.outcome.at < moment else None
        return CueRecord(
            kept(self.stood_by_at),
            kept(self.acked_at),
            kept(self.due_at),
            outcome,
            kept(self.played_out_at),
            told_by_clock=self.told_by_clock and kept(self.stood_by_at) is not None,
        )

    def without_stand_by(self) -> CueRecord:
        """Never told to stand by; an answer to that is none."""
        told, answered = self.stood_by_at, self.acked_at
        unasked = answered is not None and told is not None and answered < told
        return replace(self, stood_by_at=None, acked_at=answered if unasked else None, told_by_clock=False)


class Returned(Struct, frozen=True):
    """A leaf and its cues as they were when it was returned."""

    run: Run
    cues: Mapping[str, CueRecord]


UNDO_DEPTH = 200
"""Calls kept for undo: more than a whole conference makes by hand."""


FRESH_RUN = Run()
FRESH_CUE = CueRecord()


def _moved(at: datetime | None, by: timedelta) -> datetime | None:
    return None if at is None else at + by
