"""What of an item gives way when the show is late, as the agenda file writes it."""

from __future__ import annotations

from typing import Annotated, Final

from runofshow.agenda_file.fields import LONGEST_LINE, bounded, text_of
from runofshow.agenda_file.fitting import FieldError, Value
from runofshow.agenda_file.wording import line_of

_FIRST: Final = 1
"""It gives way first."""
_LAST: Final = 5


def _importance(value: object) -> int:
    text = line_of(bounded(text_of(value), LONGEST_LINE))
    if text not in map(str, range(_FIRST, _LAST + 1)):
        raise FieldError("bad_importance", text=text)
    return int(text)


Importance = Annotated[int, Value(_importance, {"type": "integer", "minimum": _FIRST, "maximum": _LAST})]
