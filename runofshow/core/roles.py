"""What each role may ask: every command names its roles, and here stands of which cue and message they may.

Least power: a hand may answer and report on its own cues and write to the caller; the music operator may
also call the music's cues and work the player; the speaker's screen answers what was written to it and asks
nothing else; the delegates' asks nothing at all.
"""

from __future__ import annotations

from typing import get_args

from runofshow.core import commands as c
from runofshow.core.agenda import Role
from runofshow.core.state import State

TELLERS = frozenset(kind.told_by for kind in get_args(c.Command)) - {""}
"""Who tells from inside the program, with no role in the hall: its own report and no order."""


def may_ask(role: Role, command: c.Command, state: State) -> bool:
    """Whether `role` may give this order in this state."""
    if role is Role.CALLER or role not in command.asked_by:
        return role is Role.CALLER
    match command:
        case c.Acknowledge(cue_id):
            return _is_own(role, cue_id, state)
        case c.Go(cue_id):
            # what is heard on the operator's word is called by the operator
            return cue_id is not None and _is_own(role, cue_id, state)
        case c.SendMessage(to, _):
            return to is Role.CALLER
        case c.AnswerMessage(message_id):
            return _is_to(role, message_id, state)
        case _:
            # that news of sound speak for the player in its place alone is judged with them
            return True


def may(by: str, command: c.Command, state: State) -> bool:
    """Whether this part of the program, or the role of this name, may. Raises ValueError for neither."""
    return command.told_by == by if by in TELLERS else may_ask(Role(by), command, state)


def _is_own(role: Role, cue_id: str, state: State) -> bool:
    known = state.order.cues.get(cue_id)
    # an unknown cue is nobody's; decide.py says that it is unknown
    return known is None or known[0].to is role


def _is_to(role: Role, message_id: str, state: State) -> bool:
    to = next((one.to for one in state.messages if one.message_id == message_id), None)
    # an unknown message is nobody's; decide.py says that it is unknown
    return to is None or to is role
