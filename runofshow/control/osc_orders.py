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
| `move` | item, before | without `before` to the last place |
| `backdate` | item, seconds | |
| `message` | role, text | |
| `answer` | message | |
| `note` | text | |
| `correct_clock` | seconds | without them by what the alarm says |
| `play` | track, sure | |
| `fade` | seconds, track, sure | without a track all that sounds |
| `stop` | track, sure | the same |
| `panic` | hard, sure | |

Items, cues and tracks go by their ids. What is left out at the end, nil, or an empty text is not given.
`sure` and `hard` are true, 1 or 1.0, since many a sender knows numbers only.

Not by OSC: `edit`, `edit_cue` and `insert` are written by people, in forms whose every field may be left out;
HTTP takes them. `sound` is a player's, and no player speaks OSC. `end` closes the record, and no press of a
button that was meant for other gear may do that.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from runofshow.control.osc_packets import Argument
from runofshow.core.commands import Command
from runofshow.core.wire import Json
from runofshow.orders.reading import READERS, BadOrder, Fields

TAKES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "start": ("sure",),
        "go": ("cue_id", "sure"),
        "advance": ("sure",),
        "hold": (),
        "resume": (),
        "add_time": ("seconds", "item_id"),
        "standby": ("cue_id",),
        "ack": ("cue_id",),
        "undo": ("sure",),
        "redo": ("sure",),
        "back": ("sure",),
        "jump": ("item_id", "rest"),
        "skip": ("item_id", "sure"),
        "unskip": ("item_id",),
        "move": ("item_id", "before"),
        "backdate": ("item_id", "seconds"),
        "message": ("to", "text"),
        "answer": ("message_id",),
        "note": ("text",),
        "play": ("track_id", "sure"),
        "fade": ("over", "track_id", "sure"),
        "stop": ("track_id", "sure"),
        "panic": ("hard", "sure"),
        "arm": ("cue_id",),
        "dismiss": (),
        "correct_clock": ("seconds",),
    }
)
"""The fields of each command, in the order of its arguments."""

FLAGS = frozenset({"sure", "hard"})


def read_command(name: str, args: Sequence[Argument]) -> Command:
    """The command of that name with its arguments, the token taken off. Raises BadOrder."""
    keys = TAKES.get(name)
    if keys is None or len(args) > len(keys):
        raise BadOrder("do")
    given: dict[str, Json] = {
        key: _flag(value) if key in FLAGS else value
        for key, value in zip(keys, args, strict=False)
        if value is not None and value != ""
    }
    fields = Fields(given)
    command = READERS[name](fields)
    fields.end()
    return command


def _flag(value: Argument) -> Argument:
    return bool(value) if value in (0, 1) else value
