"""What the MC reads, item by item: every word of an agenda as it would be said, for `show --for mc`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import tzinfo

from runofshow.cli.outcome import Outcome
from runofshow.core.agenda import Agenda
from runofshow.core.calling import Manner
from runofshow.core.running_order import running_order
from runofshow.core.saying import said_by_plan
from runofshow.core.snapshot import Row, Snapshot
from runofshow.core.wire import Json, moment
from runofshow.core.words import is_direction
from runofshow.texts.console import CONSOLE


def words_by_plan(agenda: Agenda) -> Mapping[str, str]:
    """The words of each leaf, by its id, as they follow each other by plan."""
    order = running_order(agenda)
    said = said_by_plan(order.leaves, Manner(agenda.address, order.shown))
    return dict(zip((place.item.item_id for place in order.leaves), said, strict=True))


def mc_script(outcome: Outcome, agenda: Agenda, snapshot: Snapshot, tz: tzinfo) -> None:
    """Print the words of every leaf."""
    said = words_by_plan(agenda)
    rows = [row for row in snapshot.rows if row.item_id in said]
    if outcome.asked.json:
        print(json.dumps(_script_json(agenda, rows, said, tz), ensure_ascii=False, indent=2))
    else:
        _print_script(outcome, agenda, rows, said, tz)


def _script_json(agenda: Agenda, rows: list[Row], said: Mapping[str, str], tz: tzinfo) -> dict[str, Json]:
    items: list[Json] = [
        {
            "item_id": row.item_id,
            "number": row.number,
            "title": row.title,
            "by": row.by,
            "planned_start": moment(row.planned_start, tz),
            "words": said[row.item_id],
            "words_assumed": row.mc_assumed,
        }
        for row in rows
    ]
    return {"title": agenda.title, "items": items}


def _print_script(
    outcome: Outcome, agenda: Agenda, rows: list[Row], said: Mapping[str, str], tz: tzinfo
) -> None:
    from rich.console import Console

    screen = Console(highlight=False, markup=False, emoji=False, soft_wrap=True)
    screen.print(agenda.title, style="bold")
    session = None
    for row in rows:
        if len(agenda.sessions) > 1 and row.session_id != session:
            session = row.session_id
            screen.print(f"\n{row.session}", style="bold")
        start = f"{row.planned_start.astimezone(tz):%H:%M}" if row.planned_start else ""
        mark = f"  ~ {CONSOLE[outcome.language].assumed}" if row.mc_assumed and said[row.item_id] else ""
        screen.print()
        screen.print(f"{start}  {row.number}  {row.title}", style="bold", end="")
        screen.print(mark, style="dim")
        for line in said[row.item_id].splitlines() or [outcome.words.no_words]:
            is_quiet = is_direction(line) or not said[row.item_id]
            screen.print(f"    {line}", style="dim italic" if is_quiet else None)
