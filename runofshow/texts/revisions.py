"""What a newer plan changes, line by line; by the name of the change (agenda_file/revision.py)."""

from __future__ import annotations

from types import MappingProxyType

from runofshow.texts import Language

VI = MappingProxyType(
    {
        "new": "+ thêm mục: {title} (sau “{after}”)",
        "new_first": "+ thêm mục: {title} (đứng đầu)",
        "new_first_of": "+ thêm mục: {title} (đứng đầu “{before}”)",
        "split": "+ thêm mục: {title} (tách từ “{before}”)",
        "gone": "- không còn: {title}",
        "joined": "- không còn: {title} (gộp vào “{after}”)",
        "moved": "↕ chuyển vị trí: {title} (về sau “{after}”)",
        "moved_first": "↕ chuyển vị trí: {title} (lên đầu)",
        "moved_first_of": "↕ chuyển vị trí: {title} (lên đầu “{before}”)",
        "reworded": "~ đổi lời: “{before}” thành “{after}”",
        "named": "~ {title}: người thực hiện “{before}” thành “{after}”",
        "retimed": "~ {title}: {before} thành {after}",
        "parted": "~ {title}: chia thành các phần: {after}",
        "unparted": "~ {title}: không còn chia phần",
    }
)

EN = MappingProxyType(
    {
        "new": "+ new item: {title} (behind “{after}”)",
        "new_first": "+ new item: {title} (first)",
        "new_first_of": "+ new item: {title} (first in “{before}”)",
        "split": "+ new item: {title} (split from “{before}”)",
        "gone": "- gone: {title}",
        "joined": "- gone: {title} (now in “{after}”)",
        "moved": "↕ moved: {title} (behind “{after}”)",
        "moved_first": "↕ moved: {title} (first)",
        "moved_first_of": "↕ moved: {title} (first in “{before}”)",
        "reworded": "~ reworded: “{before}” to “{after}”",
        "named": "~ {title}: who “{before}” to “{after}”",
        "retimed": "~ {title}: {before} to {after}",
        "parted": "~ {title}: in parts now: {after}",
        "unparted": "~ {title}: no longer in parts",
    }
)

CANNOT_VI = MappingProxyType(
    {
        "no_place": "Kịch bản đang chạy không có phiên hay đầu đề để đặt dòng này.",
        "earlier": "Phiên chỉ bắt đầu sớm hơn khi có người bấm bắt đầu.",
    }
)

CANNOT_EN = MappingProxyType(
    {
        "no_place": "The running show has no session or heading to put this line in.",
        "earlier": "A session begins earlier only when somebody starts it.",
    }
)

REVISIONS = {Language.VI: VI, Language.EN: EN}
CANNOT = {Language.VI: CANNOT_VI, Language.EN: CANNOT_EN}
"""Why a running show cannot take a line at all; by the name of the reason (agenda_file/revision_orders.py)."""
