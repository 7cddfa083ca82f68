"""What an award hands over, to whom and in which steps.

An award has one list of recipients; long ones are handed over in *batches*, a row of people on stage each.
A batch is an item like every other, a part of its heading, so it has a clock and cues of its own. All
batches of a heading are one *round*.

A recipient's id is theirs through the whole show, whatever batch they are moved to.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import force_setattr


class AwardLevel(StrEnum):
    """Whose award it is, from the highest down."""

    STATE = "state"
    """The State President's."""
    GOVERNMENT = "government"
    """The Prime Minister's or the Government's."""
    PROVINCE = "province"
    """A ministry's, a central body's or a province's."""
    DEPARTMENT = "department"
    """A department's of a province."""
    COMMUNE = "commune"
    """A commune's, ward's or special zone's."""
    UNIT = "unit"
    """Of the unit itself."""


class Step(StrEnum):
    """Where a batch stands, by what is done on stage."""

    READING = "reading"
    """The decision is read."""
    CALL = "call"
    """The names are called, and the recipients come up."""
    LINE_UP = "line_up"
    """They stand on their marks."""
    PRESENTERS = "presenters"
    """Who hands over is invited up."""
    HANDING = "handing"
    FLOWERS = "flowers"
    PHOTO = "photo"
    OFF = "off"
    """All leave the stage."""


class Recipient(Struct, frozen=True, omit_defaults=True):
    """One who is honoured: a person or a collective."""

    recipient_id: str
    name: str
    """As the list has it, with what it puts before the name: «Ông Đinh Công Tâm»."""
    unit: str = ""
    """Where they come from."""
    post: str = ""
    """What they are there."""
    address: str = ""
    """What is said before the name: «đồng chí», «ông»; empty asks the name, then the event."""
    said: str = ""
    """How the name is read aloud, where that is not as it is written."""
    note: str = ""
    collective: bool | None = None
    """None tells it by the name (honours.py)."""
    posthumous: bool = False
    proxy: str | None = None
    """Who receives in their place; None while they come themselves."""
    absent: bool = False
    """Nobody comes: their place on the tray is taken out."""


if TYPE_CHECKING:
    Listed = Recipient
else:
    # records older than recipients with ids hold a line of text for each
    Listed = Recipient | str


class Award(Struct, frozen=True):
    """What an award item or batch hands over."""

    decision: str | None = None
    """The decision that is read, as written; None when the plan names none."""
    presenter: str | None = None
    """Who hands over; several with a semicolon between."""
    recipients: tuple[Listed, ...] = ()
    """In the order of the decision: the tray is stacked in it, without those who are absent."""
    called_before_reading: bool | None = None
    """Recipients come up before the decision is read, or after it. None asks the heading, and then whose
    award it is (honours.py)."""
    reader: str | None = None
    """Who reads the decision."""
    form: str | None = None
    """What is handed over: «Bằng khen của Chủ tịch UBND tỉnh». None takes it from the title."""
    level: AwardLevel | None = None
    """None tells it by the decision and the form."""
    flowers: bool | None = None
    """Flowers are given after it. None asks the heading; else none are."""
    photo: bool | None = None
    """A photo is taken. None asks the heading; else one is."""
    on_display: bool | None = None
    """The names stand on the delegates' screen while it runs. None asks the heading; else they do not."""
    apart: bool = False
    """It lists nobody and yet not those of its heading: all whom it listed were moved, or it came in during
    the show."""

    @property
    def has_own_list(self) -> bool:
        """Whether the list of its heading, where there is one, does not hold for it."""
        return self.apart or bool(self.recipients)

    def __post_init__(self) -> None:
        if any(isinstance(one, str) for one in self.recipients):
            written = enumerate(self.recipients)
            listed = (recipient_of(one, place) if isinstance(one, str) else one for place, one in written)
            force_setattr(self, "recipients", tuple(listed))


_PROXY = re.compile(r"(?:nhận thay|received by):? *(.+)", re.IGNORECASE)
_POSTHUMOUS = re.compile(r"truy tặng|posthumous", re.IGNORECASE)
_LATE = re.compile(r"^cố ", re.IGNORECASE)
_ABSENT = re.compile(r"(?:vắng(?: mặt)?|absent)\b", re.IGNORECASE)
_REMARK = re.compile(r"\s*\(([^()]*)\)")


def recipient_of(line: str, place: int = 0, recipient_id: str = "") -> Recipient:
    """A recipient by a line of the list: «Ông Đinh Công Tâm (nhận thay: bà Lê Thị Sáu)».

    Without an id it gets one of its own, by the line and its `place`. What stands in brackets and is no sign
    of the list stays with the name; why somebody is absent becomes the note.
    """
    proxy: str | None = None
    note = ""
    is_posthumous = is_absent = False

    def said(found: re.Match[str]) -> str:
        nonlocal proxy, note, is_posthumous, is_absent
        remark = found[1].strip()
        if proxy is None and (represented := _PROXY.fullmatch(remark)):
            proxy = represented[1].strip()
        elif _POSTHUMOUS.fullmatch(remark):
            is_posthumous = True
        elif not is_absent and (absent := _ABSENT.match(remark)):
            is_absent = True
            note = "" if absent[0] == remark else remark
        else:
            return found[0]
        return ""

    # of thousands few have a remark
    name = " ".join((_REMARK.sub(said, line) if "(" in line else line).split())
    if not name:
        # a line of remarks alone is nobody's
        proxy, note, is_posthumous, is_absent, name = None, "", False, False, line.strip()
    return Recipient(
        recipient_id or f"{place}.{line[:60]}",
        name=name,
        note=note,
        proxy=proxy,
        posthumous=is_posthumous or is_late(name),
        absent=is_absent,
    )


def is_late(name: str) -> bool:
    """Whether a name says itself that it is given posthumously: «cố Thiếu tá Trần Văn Bảy»."""
    return _LATE.search(name) is not None


def line_of(recipient: Recipient) -> str:
    """The line of a list that says as much; `recipient_of` reads it back, but for what it has no sign for."""
    said_why = recipient.note if _ABSENT.match(recipient.note) else "vắng"
    remarks = [
        f"nhận thay: {recipient.proxy}" if recipient.proxy else "",
        "truy tặng" if recipient.posthumous and not is_late(recipient.name) else "",
        said_why if recipient.absent else "",
    ]
    return " ".join([recipient.name, *(f"({remark})" for remark in remarks if remark)])


def listed(*lines: str) -> tuple[Recipient, ...]:
    """The recipients of a list of lines."""
    return tuple(recipient_of(line, place) for place, line in enumerate(lines))
