"""What a rehearsal may be told beside what a show may: by the program alone, and by nobody in the hall."""

from __future__ import annotations

from datetime import timedelta

from runofshow.core.ask import NOBODY, Ask, Id


class JumpClock(Ask, frozen=True, tag="jump_clock", rename={"by": "seconds"}):
    """Let the show's clock jump ahead by so much, over the middle of the running item."""

    asked_by = NOBODY
    told_by = "joins"

    by: timedelta


class AnswerInDrill(Ask, frozen=True, tag="drill_ack"):
    """A simulated hand answers a stand-by."""

    asked_by = NOBODY
    told_by = "drill"

    cue_id: Id


RehearsalCommand = JumpClock | AnswerInDrill
