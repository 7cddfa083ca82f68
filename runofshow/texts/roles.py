"""What the roles are called, whole and in two cells."""

from __future__ import annotations

from msgspec import Struct


class RoleNames(Struct, frozen=True):
    """Each role by its id."""

    caller: str
    mc: str
    music: str
    lights: str
    screen: str
    crew: str
    speaker: str
    display: str
    stage: str


VI = RoleNames(
    caller="Người điều hành",
    mc="MC",
    music="Âm thanh",
    lights="Ánh sáng",
    screen="Màn hình",
    crew="Lễ tân",
    speaker="Người phát biểu",
    display="Màn hình hội trường",
    stage="Sân khấu",
)

VI_MARKS = RoleNames(
    caller="ĐH",
    mc="MC",
    music="♪",
    lights="AS",
    screen="MH",
    crew="LT",
    speaker="PB",
    display="HT",
    stage="SK",
)

EN = RoleNames(
    caller="Stage manager",
    mc="MC",
    music="Music",
    lights="Lights",
    screen="Screen",
    crew="Ushers",
    speaker="Speaker",
    display="Hall display",
    stage="Stage",
)

EN_MARKS = RoleNames(
    caller="SM",
    mc="MC",
    music="♪",
    lights="LX",
    screen="SC",
    crew="US",
    speaker="SP",
    display="HD",
    stage="ST",
)
