"""Where each of those who are honoured stands: in the agenda, or on a row of the list beside it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from runofshow.agenda_file.complaint import Place
from runofshow.agenda_file.fitting import Path
from runofshow.agenda_file.form import ItemForm
from runofshow.agenda_file.honoured import Listed
from runofshow.agenda_file.places import Places
from runofshow.core.agenda import Item, Recipient


class Standing(Struct, frozen=True):
    place: Place
    row: str = ""
    """`khen-thuong.xlsx:14`; empty for who stands in the agenda."""

    def shown(self, one: Recipient) -> str:
        """Somebody's name as a complaint says it."""
        return f"{one.name} [{self.row}]" if self.row else one.name


def standing_of(
    rows: Sequence[tuple[Path, ItemForm]], items: Sequence[Item], places: Places
) -> dict[str, Standing]:
    """By the recipient's id; `rows` are the form's, as `items` are the agenda's."""
    forms = dict(rows)
    found: dict[str, Standing] = {}
    written = 0
    for (path, form), item in zip(rows, items, strict=True):
        above = path[:-2]
        # the batches of a size go on in the list of their heading
        is_batch = bool(above) and path[-2] == "parts" and places.node((*above, "parts")) is None
        holder = above if is_batch else path
        if not is_batch or path[-1] == 0:
            written = 0
        listed = item.award.recipients if item.award else ()
        said = (form.award.recipients if form.award else None) or ()
        for one, each in zip(listed, said, strict=True):
            if isinstance(each, Listed):
                award = forms[holder].award
                file = award.listed if award else None
                found[one.recipient_id] = Standing(
                    places.of((*holder, "award", "list")), f"{file}:{each.row}"
                )
            else:
                place = places.of((*holder, "award", "recipients", written))
                found[one.recipient_id] = Standing(place)
            written += 1
    return found
