"""What a newer plan changes, line by line; by the name of the change (agenda_file/revision.py)."""

from __future__ import annotations

from types import MappingProxyType

from runofshow.texts import Language

VI = MappingProxyType(
    {
        "new": "+ thêm mục: {title}",
        "split": "+ thêm mục: {title} (tách từ “{before}”)",
        "gone": "- không còn: {title}",
        "joined": "- không còn: {title} (gộp vào “{after}”)",
        "moved": "↕ chuyển vị trí: {title}",
        "reworded": "~ đổi lời: “{before}” thành “{after}”",
        "named": "~ {title}: người thực hiện “{before}” thành “{after}”",
        "retimed": "~ {title}: {before} thành {after}",
    }
)

EN = MappingProxyType(
    {
        "new": "+ new item: {title}",
        "split": "+ new item: {title} (split from “{before}”)",
        "gone": "- gone: {title}",
        "joined": "- gone: {title} (now in “{after}”)",
        "moved": "↕ moved: {title}",
        "reworded": "~ reworded: “{before}” to “{after}”",
        "named": "~ {title}: who “{before}” to “{after}”",
        "retimed": "~ {title}: {before} to {after}",
    }
)

REVISIONS = {Language.VI: VI, Language.EN: EN}
