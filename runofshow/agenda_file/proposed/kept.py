"""The proposals of an agenda, in a file beside it: `hoi-nghi.yaml.proposals.json`.

The agenda itself is touched by nobody but the person who saves it. An agent adds to this file, and the desk
writes down what was answered; each puts it whole in the place of the old one. A file that is not ours counts
as none.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Final, Literal

import msgspec.json
from msgspec import MsgspecError, Struct

from runofshow.agenda_file.editing.saving import save
from runofshow.core.agenda import Item
from runofshow.core.proposals.judging import MOST_WAITING
from runofshow.core.proposals.proposal import Proposal, waiting_proposals
from runofshow.core.refusal import Reason, Refused
from runofshow.core.value import replace

ENDING: Final = ".proposals.json"
LONGEST: Final = 4 * 1024 * 1024
"""Bytes."""
MOST_KEPT: Final = 30
"""The oldest that are answered are forgotten first."""
BY_DESK: Final = "desk"


class Kept(Struct, frozen=True):
    proposals: tuple[Proposal, ...] = ()
    made: int = 0
    """How many there ever were: no two have one id."""
    version: Literal[1] = 1


def beside(agenda: Path) -> Path:
    """The file of an agenda's proposals."""
    return agenda.with_name(agenda.name + ENDING)


def kept_proposals(agenda: Path) -> Kept:
    """What is kept beside the agenda."""
    path = beside(agenda)
    try:
        with path.open("rb") as file:
            data = file.read(LONGEST + 1)
        return msgspec.json.decode(data, type=Kept) if len(data) <= LONGEST else Kept()
    except (OSError, MsgspecError, ValueError, RecursionError):
        return Kept()


def keep(agenda: Path, proposal: Proposal, at: datetime) -> Proposal | Refused:
    """With one more. Raises OSError."""
    kept = kept_proposals(agenda)
    if len(waiting_proposals(kept.proposals)) >= MOST_WAITING:
        return Refused(Reason.TOO_MANY)
    was = {item_id: _bare(item) for item_id, item in proposal.was.items()}
    number = kept.made + 1
    fresh = replace(proposal, proposal_id=f"d{number}", at=at, was=was)
    _write(agenda, replace(kept, proposals=(*kept.proposals, fresh), made=number))
    return fresh


def answer(agenda: Path, proposal_id: str, taken: Sequence[int], at: datetime) -> None:
    """What a person said to one of them. Raises OSError."""
    kept = kept_proposals(agenda)
    answered = tuple(
        replace(one, taken=tuple(taken), answered_at=at, answered_by=BY_DESK)
        if one.proposal_id == proposal_id
        else one
        for one in kept.proposals
    )
    _write(agenda, replace(kept, proposals=answered))


def _write(agenda: Path, kept: Kept) -> None:
    waiting = waiting_proposals(kept.proposals)
    rest = [one for one in kept.proposals if not one.waits][-(MOST_KEPT - len(waiting)) :]
    in_turn = tuple(one for one in kept.proposals if one.waits or one in rest)
    data = msgspec.json.format(msgspec.json.encode(replace(kept, proposals=in_turn)), indent=1)
    save(beside(agenda), data + b"\n")


def _bare(item: Item) -> Item:
    """What an edit may change, and nothing that is long."""
    award = None if item.award is None else replace(item.award, recipients=())
    return replace(item, parts=(), cues=(), speech=None, handin=None, award=award)
