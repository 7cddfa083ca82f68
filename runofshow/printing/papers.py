"""Which papers there are, and the one for each reader."""

from __future__ import annotations

from enum import StrEnum

from runofshow.paper.sheet import Paper
from runofshow.printing.mc_copy import mc_copy
from runofshow.printing.plan import Plan
from runofshow.printing.programme import programme
from runofshow.printing.script import script


class Kind(StrEnum):
    """Who holds the paper, as `print --for` names it."""

    ALL = "all"
    MC = "mc"
    PROGRAMME = "programme"


def paper_for(kind: Kind, plan: Plan) -> Paper:
    """The paper of that reader."""
    match kind:
        case Kind.ALL:
            return script(plan)
        case Kind.MC:
            return mc_copy(plan)
        case Kind.PROGRAMME:
            return programme(plan)
