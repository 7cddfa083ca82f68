"""What agents propose, as the caller's page gets it: each proposal with what it would change."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import tzinfo

from msgspec import Struct

from runofshow.core.proposals.changes import AnyProposed
from runofshow.core.proposals.proposal import Proposal
from runofshow.core.wire import Moment, Seconds, local


class ProposedView(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One change; what it does not say is left out."""

    what: str
    """`edit`, `insert`, `move`, `skip` or `add_time`."""
    item_id: str | None = None
    title: str | None = None
    by: str | None = None
    mc: str | None = None
    notes: str | None = None
    presenter: str | None = None
    seconds: Seconds | None = None
    start_at: Moment | None = None
    until_at: Moment | None = None
    """The hours that an edit would give it: `start` and `until` of the change."""
    after: str | None = None
    before: str | None = None


class ProposalView(Struct, frozen=True, kw_only=True):
    """One that waits; `take_proposal` and `decline_proposal` answer it by its id."""

    proposal_id: str
    who: str
    why: str
    at: Moment
    changes: tuple[ProposedView, ...]


def proposals_view(waiting: Iterable[Proposal], tz: tzinfo) -> tuple[ProposalView, ...]:
    """Those that nobody has answered, the oldest first."""
    return tuple(
        ProposalView(
            proposal_id=one.proposal_id,
            who=one.who,
            why=one.why,
            at=local(one.at, tz),
            changes=tuple(_change(change, tz) for change in one.changes),
        )
        for one in waiting
    )


def _change(change: AnyProposed, tz: tzinfo) -> ProposedView:
    known = [name for name in ProposedView.__struct_fields__ if name in change.__struct_fields__]
    said = {name: getattr(change, name) for name in known}
    start, until = (getattr(change, name, None) for name in ("start", "until"))
    what = str(change.__struct_config__.tag)
    return ProposedView(what=what, start_at=local(start, tz), until_at=local(until, tz), **said)
