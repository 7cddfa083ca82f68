"""What to write where a value or a key does not fit: the line, made from the words that stand there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from runofshow.agenda_file.complaint import Complaint
from runofshow.agenda_file.fields import kind_meant
from runofshow.agenda_file.fitting import Path
from runofshow.agenda_file.form import KEYS, AwardForm, CrewForm, CueForm, HandinForm
from runofshow.agenda_file.places import Places
from runofshow.agenda_file.tree import Listing, Mapping, Node, Scalar
from runofshow.agenda_file.wording import fold, line_of, quoted, slug

_ROW: Final = {
    "items": "- {title: Chào cờ, kind: flag_salute}",
    "parts": "- {title: Phần 1, kind: paper, by: Phòng Văn hóa - Xã hội}",
    "sessions": "- {title: Buổi sáng, start: 7h30, items: [{title: Chào cờ, kind: flag_salute}]}",
    "tracks": "- {id: quoc_ca, title: Quốc ca không lời, file: quoc-ca.mp3, mark: anthem_without_words}",
    "cues": "- {to: music, do: play, track: quoc_ca, at: start}",
    "signals": '- {on: item_started, osc: "127.0.0.1:53000", address: /go}',
    "duties": "- {what: Gửi báo cáo, by: Văn phòng HĐND và UBND, due: 31/12/2026}",
    "also": "also: [closing]",
    "crew": "crew: {mc: Chị Lan, music: Anh Bình}",
    "period": "period: {from: 15/10/2026, to: 18/10/2026}",
    "timecode": "timecode: {from: ltc, rate: 25}",
    "handin": "handin: {due: 10/12/2026, received: true}",
}
"""A line of what each key holds."""
_AWARD: Final = "award: {decision: Quyết định số ..., presenter: Đồng chí ..., recipients: [..., ...]}"
_ROUND: Final = "- {title: Đợt 1, kind: award, " + _AWARD + "}"
SITTING: Final = "- {title: Buổi chiều, start: 13h30}"
"""How a second sitting begins."""
_HOUR: Final = re.compile(
    r"(\d{1,2}(?:h|:|g|giờ)\d{0,2})(?:\s*[-–—]\s*\d{1,2}(?:h|:|g|giờ)\d{0,2})?(?:\s*[:.–—-]\s*|\s+)(\S.*|)$"
)
"""An hour or two before words, as programmes print them."""
_ROUND_NAMES: Final = frozenset({"rounds", "round", "batches", "luot", "dot", "luot trao", "dot trao"})
_MUSIC_NAMES: Final = frozenset({"music", "nhac", "tracks", "song", "bai hat", "anthem"})
_NAMES: Final = ("recipients", "chair_panel")
_MOST_NAMES: Final = 6


def to_add(path: Path, places: Places) -> dict[str, str]:
    """The hint for the key that is missing at `path`."""
    *above, key = path
    if key == "kind":
        heading = places.node((*above[:-2], "kind")) if above[-2:-1] == ["parts"] else None
        meant = kind_meant(heading.text) if isinstance(heading, Scalar) else ""
        title = places.node((*above, "title"))
        meant = meant or (kind_meant(title.text) if isinstance(title, Scalar) else "")
        if not meant and places.node((*above, "items")) is not None:
            return {"hint": "items", "write": SITTING}
        return {"hint": "kind", "write": meant or "other"}
    if key == "id":
        title = places.node((*above, "title"))
        name = slug(title.text).replace("-", "_") if isinstance(title, Scalar) else ""
        return {"hint": "add", "write": f"id: {name or 'nhac_1'}"}
    return {}


def to_write(path: Path, key: str, places: Places) -> dict[str, str]:
    """The hint for what stands at `path`, where `key` holds a list or a mapping."""
    node = places.node(path)
    if key == "award":
        return _award(node)
    if key in _NAMES:
        return {"hint": "write", "write": _names(key, node)}
    if key in ("items", "parts") and path[-1] != key and isinstance(node, Scalar):
        words = line_of(node.text)
        own, _, value = words.partition(":")
        if own in KEYS and value:
            from runofshow.agenda_file.slips import up_to_key

            return {"hint": "write", "write": f"- {own}: {up_to_key(value).strip()}"}
        heading = places.node((*path[:-2], "kind")) if key == "parts" else None
        kind = kind_meant(heading.text) if isinstance(heading, Scalar) else kind_meant(words)
        return {"hint": "write", "write": _item(words, kind)}
    return {"hint": "write", "write": _ROW[key]} if key in _ROW else {}


def _item(words: str, kind: str) -> str:
    """The line of an item that is words, as programmes print it: `7h30 - 7h35: Chào cờ`."""
    found = _HOUR.match(words)
    start = f", start: {found[1]}" if found else ""
    return f"- {{title: {quoted(found[2] if found else words)}, kind: {kind or 'other'}{start}}}"


def _award(node: Node | None) -> dict[str, str]:
    if not isinstance(node, Listing):
        return {"hint": "write", "write": _AWARD}
    if any(isinstance(each, Mapping) for each in node.nodes):
        return {"hint": "rounds", "write": _ROUND}
    return {"hint": "write", "write": f"award: {{{_names('recipients', node)}}}"}


def _names(key: str, node: Node | None) -> str:
    words = (
        [each.text for each in node.nodes if isinstance(each, Scalar)] if isinstance(node, Listing) else []
    )
    if isinstance(node, Scalar) and node.end - node.start <= len(node.text) + 2:
        words = node.text.split(",")
    # words on several lines have lost their lines by now
    names = [quoted(line_of(each)) for each in words if each.strip()][:_MOST_NAMES]
    return f"{key}: [{', '.join(names or ['...', '...'])}]"


def to_write_in_one_line(path: Path, key: str, places: Places) -> dict[str, str]:
    """The hint for a list or a mapping where words belong."""
    node, before = places.node(path), "- " if isinstance(path[-1], int) else f"{key}: "
    if isinstance(node, Mapping) and len(node.entries) == 1 and isinstance(node.entries[0][1], Scalar):
        whole = quoted(f"{node.entries[0][0].text}: {node.entries[0][1].text}")
        return {"hint": "write", "write": f"{before}{whole}"}
    words = (
        [each.text for each in node.nodes if isinstance(each, Scalar)] if isinstance(node, Listing) else []
    )
    if len(words) > 1 and key in _NAMES:
        return {"hint": "write", "write": _names(key, node)}
    return {"hint": "write", "write": f"{before}{quoted(line_of(', '.join(words)))}"} if words else {}


def to_move(key: str, where: str, node: Node | None) -> dict[str, str]:
    """The hint for a key that belongs elsewhere."""
    name = fold(key).replace("_", " ")
    inside = ""
    if where == "item":
        if name in _ROUND_NAMES:
            return {"hint": "rounds", "write": _ROUND}
        if key in ("items", "sessions"):
            return {"hint": "items", "write": SITTING}
        if _HOUR.match(f"{key} -") and isinstance(node, Scalar):
            return {"hint": "write", "write": _item(f"{key}: {node.text}", kind_meant(node.text))}
        if key in AwardForm.__struct_fields__:
            inside = "award"
        elif key in HandinForm.__struct_fields__:
            inside = "handin"
        elif key in CueForm.__struct_fields__ or name in _MUSIC_NAMES:
            return {"hint": "inside", "inside": "cues", "write": _ROW["cues"]}
    elif where == "agenda" and name.split(" ")[0] in ("buoi", "phien"):
        return {"hint": "sessions", "write": f"- {{title: {key}, start: 7h30}}"}
    elif where == "agenda" and key in CrewForm.__struct_fields__:
        inside = "crew"
    elif where == "agenda" and key in ("kind", "duration", "parts", "cues", "by", "award"):
        return {"hint": "inside", "inside": "items", "write": _ROW["items"]}
    if not inside:
        return {}
    value = quoted(line_of(node.text)) if isinstance(node, Scalar) else "[..., ...]"
    return {"hint": "inside", "inside": inside, "write": f"{inside}: {{{key}: {value}}}"}


def without_echoes(told: Sequence[Complaint], more: Iterable[Complaint]) -> list[Complaint]:
    """`more` without what only follows from `told` or from each other: a list that could not be read has no
    items, and a key without its blank is not there."""
    more = list(more)
    everything = [dict(each.about) for each in (*told, *more) if each.code != "no_items"]
    meant = [{about.get("key"), about.get("suggestion"), about.get("hint")} for about in everything]
    are_there = any(each & {"items", "sessions"} for each in meant)
    tight = {(each.line, dict(each.about)["key"]) for each in told if each.code == "no_blank_after_colon"}
    return [
        each
        for each in more
        if not (each.code == "no_items" and are_there)
        and not (each.code == "missing_key" and (each.line, dict(each.about)["key"]) in tight)
    ]
