"""Advice on people: leaders for whom something waits, and titles that are abbreviated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from runofshow.agenda_file.complaint import Complaint
from runofshow.agenda_file.fitting import Path
from runofshow.agenda_file.sight import Sight

_SHORT: Final = (
    (re.compile(r"\bđ/c\b\.?", re.IGNORECASE), "đồng chí"),
    (re.compile(r"\b(P\. ?CT|PCT)\b\.?"), "Phó Chủ tịch"),
    (re.compile(r"\b(P\. ?BT|PBT)\b\.?"), "Phó Bí thư"),
    (re.compile(r"\b(P\. ?GĐ|PGĐ)\b\.?"), "Phó Giám đốc"),
    (re.compile(r"\b(P\. ?TP|PTP)\b\.?"), "Phó Trưởng phòng"),
    (re.compile(r"\bCT\b\.?(?= (UBND|HĐND|Ủy ban|Hội đồng))"), "Chủ tịch"),
    (re.compile(r"\bBT\b\.?(?= (Đảng|Tỉnh|Huyện|Thành|Thị|Chi|Đoàn))"), "Bí thư"),
    (re.compile(r"\bGĐ\b\.?"), "Giám đốc"),
)
"""Titles as notes shorten them, and as they are written where people are named."""


def people_advice(sight: Sight) -> Iterator[Complaint]:
    """Every complaint about whom the agenda names."""
    yield from _leaders(sight)
    for path, said in _named(sight):
        written, short = said, ""
        for pattern, whole in _SHORT:
            match = pattern.search(written)
            short = short or (match[0] if match else "")
            written = pattern.sub(whole, written)
        if short:
            place = sight.places.of(path)
            yield sight.report.warning("title_abbreviated", place, short=short, write=_capital(written))


def _capital(said: str) -> str:
    return said[:1].upper() + said[1:]


def _leaders(sight: Sight) -> Iterator[Complaint]:
    agenda = sight.agenda
    first = sight.order.leaves[0].item.item_id
    for index, leader in enumerate(agenda.leaders):
        awaited_by = leader.awaited_by or first
        place = sight.order.places.get(awaited_by)
        if place is None:
            spot = sight.places.of(("leaders", index, "for"))
            yield sight.report.warning("leader_for_no_item", spot, name=leader.name, item=awaited_by)
            continue
        start = sight.spans[(place.item.parts or (place.item,))[0].item_id].start
        if leader.arrives_at is not None and leader.arrives_at > start:
            about = {"name": leader.name, "title": place.item.title, "start": sight.clock(start)}
            spot = sight.places.of(("leaders", index, "arrives"))
            yield sight.report.warning("leader_after_start", spot, at=sight.clock(leader.arrives_at), **about)


def _named(sight: Sight) -> Iterator[tuple[Path, str]]:
    """Whoever is named, with the place."""
    agenda = sight.agenda
    for index, name in enumerate(agenda.chair_panel):
        yield ("chair_panel", index), name
    for index, leader in enumerate(agenda.leaders):
        yield ("leaders", index, "name"), leader.name
    for place in sight.order.rows:
        item, path = place.written, sight.paths[place.item.item_id]
        if item.by is not None:
            yield (*path, "by"), item.by
        if item.award is not None and item.award.presenter is not None:
            yield (*path, "award", "presenter"), item.award.presenter
