"""What a button surface puts behind the token: 1 while it is pressed, 0 when it is let go.

    /runofshow/advance "sixteen-signs-or-more" 1.0      pressed: an order
    /runofshow/advance "sixteen-signs-or-more" 0.0      let go: nothing, and no answer

So a number alone is never the `sure` or `hard` of an order: a button that is pressed must not answer a
question by it, and one that is let go must not silence the hall. Surfaces that send truths let go with false.
"""

from __future__ import annotations

from collections.abc import Sequence

from runofshow.control.osc_packets import Argument

_ALWAYS = frozenset({"cue_id", "step", "sure", "track_id", ""})
"""First fields, the empty one for no field at all, before which a 0 or 1 of any kind is the button's."""
_AS_DECIMAL = frozenset({"over", "hard", "seconds"})
"""First fields that may be left out and may be 0 or 1 themselves: only 0.0 and 1.0 are the button's, and a
number that stands alone where it means nothing else: 0, and 1 where a truth would be."""


def button(key: str, needed: bool, args: Sequence[Argument]) -> tuple[bool | None, Sequence[Argument]]:
    """Whether the button was pressed (None: there is none), and the arguments without that.

    `key` is the first field that the command takes, empty where it takes none. `needed` says that it must be
    there: then a decimal 0.0 or 1.0 is the button's only when what is needed stands behind it.
    """
    first = args[0] if args else None
    if first is False and len(args) == 1 and not needed:
        return False, ()
    if isinstance(first, bool) or not isinstance(first, int | float) or first not in (0, 1):
        return None, args
    is_alone = len(args) == 1 and (not first or key == "hard")
    if needed:
        is_button = isinstance(first, float) and len(args) > 1 and _fits(key, args[1])
    else:
        is_button = key in _ALWAYS or (key in _AS_DECIMAL and (isinstance(first, float) or is_alone))
    return (bool(first), args[1:]) if is_button else (None, args)


def _fits(key: str, value: Argument) -> bool:
    return isinstance(value, int | float) if key == "seconds" else value is not None
