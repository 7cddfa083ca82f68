"""Orders by OSC: `/runofshow/COMMAND`, the token, then what the command takes, by position.

| address | after the token | |
|---|---|---|
| `hold` `resume` `dismiss` | | |
| `start` `advance` `back` `undo` `redo` | sure | |
| `go` | cue, sure | without a cue the next call |
| `add_time` | seconds, item | less when negative; without an item the running one |
| `standby` | cue | without one the next |
| `ack` `arm` | cue | |
| `jump` | item, rest | into a later session `rest` is "aside" or "keep" |
| `unskip` | item | |
| `skip` | item, sure | |
| `move` | item, before, session | without `before` to the last place |
| `backdate` | item, seconds | |
| `message` | role, text | |
| `answer` | message | |
| `note` | text, kind | `note`, `incident`, `decision` or `lesson`; without one `note` |
| `correct_clock` | seconds | without them by what the alarm says |
| `play` | track, sure | |
| `fade` | seconds, track, sure | without a track all that sounds |
| `stop` | track, sure | the same |
| `panic` | hard, sure | |
| `step` | step, sure | of the batch on stage; without one the next |
| `see` | person, here | by their id or the code on their card; `here` false: not to be found |

Items, cues and tracks go by their ids, which may come as numbers; where no item has an id, its number in the
programme finds it. What is left out at the end, nil, or an empty text is not given. `sure` and `hard` are
true, 1 or 1.0, since many a sender knows numbers only. A 0 or 1 right behind the token is that of a button
(see osc_button.py).

Not by OSC: `edit`, `edit_cue`, `add_cue`, `insert`, `vote`, `recipient`, `add_recipient` and `leader` are
written by people, in forms whose every field may be left out, and `remove`, `remove_cue`, `move_recipient`,
`split_batch`, `take_out_missing` go with them, as do `recover`, `take_proposal` and `decline_proposal`, whose
changes somebody has looked at: HTTP takes them. `sound` is a player's, and no player speaks OSC. `end` closes
the record, and no press of a button that was meant for other gear may do that.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from difflib import get_close_matches
from types import MappingProxyType
from typing import TYPE_CHECKING

from runofshow.control.osc_button import button
from runofshow.control.osc_packets import Argument
from runofshow.core.agenda import Role, Step
from runofshow.core.ask import LONGEST_ID, Id, wire_fields
from runofshow.core.commands import COMMANDS, Command
from runofshow.core.notices import NoteKind
from runofshow.core.refusal import Rest
from runofshow.core.value import Json
from runofshow.hall.reading import BadOrder, read_ask, types_of

if TYPE_CHECKING:
    from msgspec.structs import FieldInfo

BY_HAND = frozenset(
    "edit edit_cue add_cue remove_cue insert remove recover vote sound end take_proposal decline_proposal"
    " recipient add_recipient move_recipient split_batch take_out_missing leader".split()
)
"""Not by OSC; see above."""
TAKES: Mapping[str, tuple[FieldInfo, ...]] = MappingProxyType(
    {name: wire_fields(kind) for name, kind in COMMANDS.items() if name not in BY_HAND}
)
"""The fields of each command, in the order of its arguments."""
IDS = (Id, Id | None)


class LetGo(Exception):
    """A button is let go: no order, and no answer."""


def read_command(name: str, args: Sequence[Argument], item_id: Callable[[str], str] = str) -> Command:
    """The command of that name with its arguments, the token taken off. Raises BadOrder and LetGo.

    `item_id` gives the id of an item by what was said of it.
    """
    takes = TAKES.get(name)
    if takes is None:
        raise BadOrder("do")
    is_pressed, args = (
        button(takes[0].encode_name, takes[0].required, args) if takes else button("", False, args)
    )
    if is_pressed is False:
        raise LetGo
    if len(args) > len(takes):
        raise BadOrder(f"argument {len(takes) + 1}")
    given: dict[str, Json] = {
        field.encode_name: _meant(field, value, item_id)
        for field, value in zip(takes, args, strict=False)
        if value is not None and value != ""
    }
    return read_ask(COMMANDS, {"do": name, **given})


def _meant(field: FieldInfo, value: Argument, item_id: Callable[[str], str]) -> Argument:
    """Numbers as what their place asks for: a truth, or an id."""
    if bool in types_of(field.type):
        return bool(value) if value in (0, 1) else value
    if field.type not in IDS or value is None or isinstance(value, bool):
        return value
    if isinstance(value, float) and not value.is_integer():
        # 4.2 comes as 4.199999809265137, since a number of OSC has 32 bits
        text = f"{value:.6g}"
    else:
        text = str(int(value)) if isinstance(value, int | float) else value
    return item_id(text) if field.encode_name in ("item_id", "before") else text


def _kind(field: FieldInfo) -> str:
    """What the field is, for whoever sets up the gear."""
    types = types_of(field.type)
    if timedelta in types:
        return "number" if field.encode_name == "seconds" else "number of seconds"
    names = next((one for one in types if one in (Role, Rest, NoteKind, Step)), None)
    if names is not None:
        return f"one of {', '.join(names)}"
    return "truth" if bool in types else "text"


def what_was_wrong(name: str, wrong: BadOrder) -> str:
    """A slip in words for whoever sets up the gear: the name that was meant, or the argument and its kind."""
    if name not in TAKES:
        near = _nearest(name, like=0.5)
        known = f", did you mean {near!r}" if near else f", there are {', '.join(TAKES)}"
        return f"no command {name[:60]!r}{known}"
    takes = ", ".join(f"{one.encode_name} ({_kind(one)})" for one in TAKES[name]) or "nothing"
    about = f"{wrong.about} is missing or of a wrong kind: " if wrong.about else ""
    return f"{about}{name} takes {takes}"


def no_address(written: str, name: str) -> str:
    """What to write instead of an address that is none of ours."""
    near = _nearest(name, like=0.7)
    return f"no address {written}, write /runofshow/{near or 'COMMAND'}" + (
        "" if near else f", where COMMAND is one of {', '.join(TAKES)}"
    )


def _nearest(name: str, like: float) -> str:
    """The command that was meant, empty when none is near; `like` is how near."""
    return next(iter(get_close_matches(name[:LONGEST_ID].casefold(), TAKES, n=1, cutoff=like)), "")
