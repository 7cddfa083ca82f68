"""An agenda as people change it between two printings: rows in, out, moved or reworded, other sessions."""

from __future__ import annotations

from copy import deepcopy
from random import Random
from typing import Any

Entry = dict[str, Any]
"""Of an agenda file."""

_SENTENCE = "Kính thưa quý vị đại biểu, thưa toàn thể hội nghị, xin trân trọng kính mời."


def edited(agenda: Entry, chance: Random) -> Entry:
    """The same with up to five changes."""
    newer = deepcopy(agenda)
    for _ in range(chance.randint(1, 5)):
        chance.choice(_CHANGES)(newer, chance)
    return newer


def _lists(agenda: Entry) -> list[list[Entry]]:
    """The items of each session, and the parts of each item."""
    found = []
    for session in agenda.get("sessions", [agenda]):
        found += [session["items"], *(item["parts"] for item in session["items"] if "parts" in item)]
    return found


def _item(chance: Random) -> Entry:
    said = "\n".join([_SENTENCE] * chance.choice((1, 1, 5, 60, 120)))
    entry: Entry = {"title": f"Mục thêm {chance.randrange(1000)}", "kind": "speech", "mc": said}
    if chance.random() < 0.3:
        entry["cues"] = [{"to": "music", "do": "stop"}, {"to": "stage", "text": "Đặt bục"}]
    if chance.random() < 0.3:
        recipients = [f"Bà Lê Thị {at}" for at in range(chance.choice((3, 40)))]
        entry |= {"kind": "award", "award": {"recipients": recipients}}
    return entry


def _insert(agenda: Entry, chance: Random) -> None:
    rows = chance.choice(_lists(agenda))
    rows.insert(chance.randint(0, len(rows)), _item(chance))


def _delete(agenda: Entry, chance: Random) -> None:
    rows = chance.choice(_lists(agenda))
    if len(rows) > 1:
        rows.pop(chance.randrange(len(rows)))


def _move(agenda: Entry, chance: Random) -> None:
    rows = chance.choice(_lists(agenda))
    rows.insert(chance.randrange(len(rows)), rows.pop(chance.randrange(len(rows))))


def _reword(agenda: Entry, chance: Random) -> None:
    chance.choice(chance.choice(_lists(agenda)))["title"] += " (sửa)"


def _say(agenda: Entry, chance: Random) -> None:
    item = chance.choice(chance.choice(_lists(agenda)))
    item["mc"] = "\n".join(["Xin mời."] * chance.choice((0, 1, 30, 90)))


def _last(agenda: Entry, chance: Random) -> None:
    chance.choice(chance.choice(_lists(agenda)))["duration"] = f"{chance.randint(1, 40)} phút"


def _rename(agenda: Entry, chance: Random) -> None:
    item = chance.choice(chance.choice(_lists(agenda)))
    if item.pop("id", None) is None:
        item["id"] = f"moi{chance.randrange(10**6)}"


def _part(agenda: Entry, chance: Random) -> None:
    item = chance.choice(chance.choice(agenda.get("sessions", [agenda]))["items"])
    if item.pop("parts", None) is None:
        item["parts"] = [_item(chance) for _ in range(chance.randint(1, 3))]


def _session(agenda: Entry, chance: Random) -> None:
    sessions = agenda.get("sessions", [])
    if len(sessions) > 2:
        sessions.pop(chance.randrange(len(sessions)))
    elif sessions:
        items = [_item(chance) for _ in range(chance.randint(1, 4))]
        sessions.append({"title": f"Buổi thêm {chance.randrange(99)}", "items": items})


def _retitle(agenda: Entry, _: Random) -> None:
    agenda["title"] += " mới"


_CHANGES = (
    _insert,
    _insert,
    _delete,
    _delete,
    _move,
    _reword,
    _say,
    _last,
    _rename,
    _part,
    _session,
    _retitle,
)
