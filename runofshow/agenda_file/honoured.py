"""Those who are honoured: each with an id of their own, and what stands of them in a file.

An id is made from the name ("nguyen-van-an"); where two share it, the unit's is set behind both, and who is
the same even so is counted. So it stays as it was when another name is put in, unless it is theirs too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import count
from typing import Any, Final

from runofshow.agenda_file.dumping import Entry
from runofshow.agenda_file.form import RecipientForm
from runofshow.agenda_file.wording import fold, slug
from runofshow.core.agenda import Recipient
from runofshow.core.award import is_late, line_of, recipient_of
from runofshow.core.honours import bare_name, is_collective
from runofshow.core.value import replace

Lists = Sequence[Sequence[Recipient]]
_OF_A_NAME, _OF_A_UNIT = 36, 20
"""Signs; an id has at most 64."""
_NO_ID: Final = re.compile(r"[^a-z0-9.\n]+")
_NOBODY = "recipient"
"""Of a name that has no letter of an id."""


class Listed(RecipientForm, frozen=True):
    """One row of a list beside the agenda, and a recipient like every other to whatever reads a form."""

    row: int = 0
    """In the file, from 1."""


def listed_entry(one: Listed) -> str | Entry:
    """What an agenda file says of somebody on a list."""
    fields = {key: getattr(one, key) for key in RecipientForm.__struct_fields__}
    told = {key: value for key, value in fields.items() if value not in (None, False, "")}
    if one.collective is False and is_a_collective(replace(one, collective=None)):
        told["collective"] = False  # «Hờ A Chớ» looks like no person's name
    return entry_of(told)


def is_a_collective(one: Listed) -> bool:
    """Whether a row is a collective, as the list says or its name tells."""
    return is_collective(_recipient(one))


def honoured(lists: Sequence[Sequence[str | RecipientForm]]) -> list[tuple[Recipient, ...]]:
    """The recipients of all lists of an agenda, each with an id that nobody else has."""
    return with_ids([[_recipient(written) for written in listed] for listed in lists])


def with_ids(lists: Lists) -> list[tuple[Recipient, ...]]:
    """The same people; who has no id yet gets one."""
    everybody = [one for listed in lists for one in listed]
    taken = {one.recipient_id for one in everybody if one.recipient_id}
    without = [one for one in everybody if not one.recipient_id]
    names = [each or _NOBODY for each in _slugs([bare_name(one) for one in without], _OF_A_NAME)]
    times = Counter(names)
    counted: dict[str, count[int]] = {}
    ids: list[str] = []
    for one, name in zip(without, names, strict=True):
        unit = _slug_of(one.unit, _OF_A_UNIT) if times[name] > 1 else ""
        wish = free = f"{name}-{unit}" if unit else name
        while free in taken:
            free = f"{wish}-{next(counted.setdefault(wish, count(2)))}"
        taken.add(free)
        ids.append(free)
    given = iter(ids)
    return [
        tuple(one if one.recipient_id else replace(one, recipient_id=next(given)) for one in listed)
        for listed in lists
    ]


def _recipient(written: str | RecipientForm) -> Recipient:
    if isinstance(written, str):
        return replace(recipient_of(written), recipient_id="")
    return Recipient(
        recipient_id=written.id or "",
        name=written.name,
        unit=written.unit or "",
        post=written.post or "",
        address=written.address or "",
        said=written.said or "",
        note=written.note or "",
        collective=written.collective,
        posthumous=is_late(written.name) if written.posthumous is None else written.posthumous,
        proxy=written.proxy or None,
        absent=bool(written.absent),
    )


def _slugs(names: Sequence[str], most: int) -> list[str]:
    """The slug of each: of thousands all at once, where each is a line."""
    lines = "\n".join(names)
    if not names or lines.count("\n") >= len(names):
        return [_slug_of(name, most) for name in names]
    told = _NO_ID.sub("-", fold(lines)).split("\n")
    return [each.strip("-.")[:most].strip("-.") for each in told]


@lru_cache(maxsize=4096)
def _slug_of(text: str, most: int) -> str:
    return slug(text)[:most].strip("-.")


def written_ids(lists: Lists) -> frozenset[str]:
    """The ids that a file must write, so that all are read as they are."""
    known = frozenset[str]()
    while True:
        bare = [
            [one if one.recipient_id in known else replace(one, recipient_id="") for one in listed]
            for listed in lists
        ]
        other = {
            one.recipient_id
            for listed, again in zip(lists, with_ids(bare), strict=True)
            for one, read in zip(listed, again, strict=True)
            if one.recipient_id != read.recipient_id
        }
        if not other:
            return known
        known |= other


def recipient_entry(one: Recipient, *, with_id: bool) -> str | Entry:
    """What a file says of somebody: a line where nothing but the name and its remarks is known."""
    line = line_of(one)
    if not with_id and replace(recipient_of(line), recipient_id=one.recipient_id) == one:
        return line
    entry = recipient_fields(one)
    if with_id:
        entry["id"] = one.recipient_id
    return entry


def recipient_fields(one: Recipient) -> Entry:
    """All that is known of somebody, key by key, but for the id."""
    entry: Entry = {"name": one.name}
    entry |= {
        key: text
        for key in ("unit", "post", "address", "said", "note", "proxy")
        if (text := getattr(one, key))
    }
    if one.collective is not None:
        entry["collective"] = one.collective
    if one.posthumous != is_late(one.name):
        entry["posthumous"] = one.posthumous
    if one.absent:
        entry["absent"] = True
    return entry


def entry_of(fields: Mapping[str, Any], *, own_id: str = "") -> str | Entry:
    """What a file says of somebody of whom these fields are known, by their keys."""
    told = {"posthumous": is_late(fields["name"]), **fields}
    return recipient_entry(Recipient(own_id, **told), with_id=bool(own_id))
