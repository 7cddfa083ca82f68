"""A proposal as an agent makes it, and what became of all of them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import tzinfo
from typing import Final

from runofshow.agenda_file.proposed.reading import BadChange, read_changes, read_text, with_kinds
from runofshow.agenda_file.proposed.telling import change_line
from runofshow.agents.offer import Told, refusal
from runofshow.core.agenda import Agenda
from runofshow.core.commands import Command, Propose
from runofshow.core.events import Entry
from runofshow.core.handiwork import restored
from runofshow.core.proposals.events import EditsProposed, ProposalAnswered
from runofshow.core.proposals.proposal import Proposal
from runofshow.core.refusal import Refused
from runofshow.core.state import State
from runofshow.core.value import Json
from runofshow.core.wire import moment
from runofshow.texts import Language
from runofshow.texts.console import CONSOLE

AGENT: Final = Propose.told_by


async def propose(
    given: dict[str, Json],
    plan: Agenda,
    state: Callable[[], State],
    obey: Callable[[Command, str, int | None], Awaitable[Entry | Refused]],
    tz: tzinfo,
    language: Language,
) -> Told:
    """Lay the changes before a person; or why that is not done."""
    seen = given.get("seq")
    if seen is not None and (not isinstance(seen, int) or isinstance(seen, bool)):
        return refusal("bad_request", "seq: a whole number")
    try:
        who, why = (read_text(name, given.get(name)) for name in ("who", "why"))
        changes = with_kinds(read_changes(given.get("changes")), plan, language)
    except BadChange as error:
        return refusal("bad_request", str(error))
    answer = await obey(Propose(" ".join(who.split()), why, changes), AGENT, seen)
    if isinstance(answer, Refused):
        words = CONSOLE[language].refusal(answer.reason)
        return refusal(answer.reason.value, words, about=answer.about)
    made = next(event for event in answer.events if isinstance(event, EditsProposed))
    proposal = next(one for one in state().proposals if one.proposal_id == made.proposal_id)
    return Told({**told(proposal, tz, language), "seq": answer.seq})


def proposals_told(state: State, log: Sequence[Entry], tz: tzinfo, language: Language) -> list[Json]:
    """Every proposal, the newest first. One that was taken and then undone says so."""
    undone = _undone(log) if any(one.taken for one in state.proposals) else frozenset[str]()
    return [
        {**told(one, tz, language), **({"undone": True} if one.proposal_id in undone else {})}
        for one in reversed(state.proposals)
    ]


def told(one: Proposal, tz: tzinfo, language: Language) -> dict[str, Json]:
    """One proposal with its changes in words."""
    stands = "waits" if one.waits else "taken" if one.taken else "declined"
    lines: list[Json] = [change_line(change, one.was, language, tz) for change in one.changes]
    return {
        "proposal_id": one.proposal_id,
        "who": one.who,
        "why": one.why,
        "at": moment(one.at, tz),
        "changes": lines,
        "stands": stands,
        "taken": list(one.taken),
        "answered_at": moment(one.answered_at, tz),
    }


def _undone(log: Sequence[Entry]) -> frozenset[str]:
    """The proposals whose taking was taken back last."""
    stands: dict[str, bool] = {}
    calls = restored(log)
    for entry in log:
        call = calls.get(entry.seq, entry)
        for event in call.events:
            if isinstance(event, ProposalAnswered):
                stands[event.proposal_id] = entry.do != "undo"
    return frozenset(proposal_id for proposal_id, it_stands in stands.items() if not it_stands)
