"""The phrases of the takes at the console."""

from __future__ import annotations

from msgspec import Struct

from runofshow.texts import Language


class TakesTexts(Struct, frozen=True):
    title: str
    reading: str
    none_here: str
    unread: str
    item: str
    planned: str
    take: str
    this_time: str
    live: str
    median: str
    likely: str
    told: str
    bars: str
    scroll: str


VI = TakesTexts(
    title="CÁC LẦN TẬP",
    reading="Đang đọc các lần tập…",
    none_here="Chưa có gì để so: chưa có lần tập nào trước lần này, và lần này chưa tập lại mục nào.",
    unread="Không đọc được các lần tập: {problem}",
    item="NỘI DUNG",
    planned="K.HOẠCH",
    take="TẬP {number}",
    this_time="LẦN NÀY",
    live="THẬT",
    median="GIỮA",
    likely="80 %",
    told="tập {number}: {when}",
    bars="█ giữa  ░ đến lần dài nhất  │ kế hoạch",
    scroll="cuộn",
)

EN = TakesTexts(
    title="TAKES",
    reading="Reading the rehearsals…",
    none_here="Nothing to compare: no rehearsal before this one, and no item was taken again in this one.",
    unread="The rehearsals cannot be read: {problem}",
    item="ITEM",
    planned="PLAN",
    take="TAKE {number}",
    this_time="NOW",
    live="LIVE",
    median="MEDIAN",
    likely="80 %",
    told="take {number}: {when}",
    bars="█ median  ░ to the longest  │ plan",
    scroll="scroll",
)

TAKES = {Language.VI: VI, Language.EN: EN}
