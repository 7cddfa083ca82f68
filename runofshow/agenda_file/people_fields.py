"""How people are addressed, as the agenda file writes it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Final

from runofshow.agenda_file.fields import one_of, words_schema
from runofshow.agenda_file.fitting import Value
from runofshow.core.agenda import Address


class AddressName(StrEnum):
    COMRADE = "đồng chí"
    FORMAL = "ông/bà"


ADDRESSES: Final = {AddressName.COMRADE: Address.COMRADE, AddressName.FORMAL: Address.FORMAL}
_OTHERS: Final = {"d/c": "đồng chí", "comrade": "đồng chí", "dang": "đồng chí"} | {
    "ong": "ông/bà",
    "ba": "ông/bà",
    "ong, ba": "ông/bà",
    "ong ba": "ông/bà",
    "quy vi": "ông/bà",
    "formal": "ông/bà",
    "mr": "ông/bà",
}

AddressWord = Annotated[
    AddressName,
    Value(
        one_of(AddressName, "unknown_address", _OTHERS),
        words_schema("Said before a name that brings no title", AddressName),
    ),
]
