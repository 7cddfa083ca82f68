"""One item as a page's form needs it, and the hours that such a form sends back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, tzinfo

from runofshow.agenda_file.moments import hour_of_session, hour_said
from runofshow.agenda_file.notation import NotationError, write_anchor
from runofshow.agenda_file.spoken_moments import spoken_anchor
from runofshow.core.agenda import Cue
from runofshow.core.events import Entry, ItemInserted
from runofshow.core.snapshot import CuePhase, Row, Snapshot
from runofshow.core.views.items import item_view
from runofshow.core.wire import Json, as_json
from runofshow.texts import Language


def item_form(latest: Snapshot, item_id: str, tz: tzinfo, language: Language) -> dict[str, Json] | None:
    """All that can be mended of an item; None where there is none of this id.

    The words stand as written, `{by}` included; hours as an agenda writes them (`9h30`, empty for none). Its
    cues are those that have not gone, each moment as an agenda writes it (`start + 90s`) and as it is said in
    `language`. `presenter` is null where nothing is awarded. `takes_vote` says whether a vote can be
    counted; `vote` is what was.
    """
    row = next((row for row in latest.rows if row.item_id == item_id), None)
    if row is None:
        return None
    item = row.written
    written = latest.plan.cues
    cues: list[Json] = [
        _cue(written[cue.cue_id], language)
        for cue in latest.cues
        if cue.item_id == item_id and cue.phase is not CuePhase.GONE
    ]
    return {
        "seq": latest.seq,
        **as_json(item_view(row, tz)),
        "by": item.by,
        "protected": item.protected,
        "start": _hour(item.fixed_start, tz),
        "until": _hour(item.until, tz),
        "presenter": None if item.award is None else item.award.presenter or "",
        "mc": item.mc,
        "notes": item.notes,
        "takes_vote": row.takes_vote,
        "cues": cues,
    }


def hours_of(rows: Callable[[], Sequence[Row]], tz: tzinfo) -> Callable[[str, str], datetime | None]:
    """What an hour such as `9h30` means in the session of an item; None when it is none."""

    def hour(item_id: str, text: str) -> datetime | None:
        row = next((row for row in rows() if row.item_id == item_id), None)
        try:
            return None if row is None else hour_of_session(text, row.session_start_at, tz)
        except NotationError:
            return None

    return hour


def inserted(entry: Entry) -> dict[str, str]:
    """The id of what an order has put in."""
    ids = [event.item.item_id for event in entry.events if isinstance(event, ItemInserted)]
    return {"item_id": ids[0]} if ids else {}


def _cue(cue: Cue, language: Language) -> dict[str, Json]:
    return {
        "cue_id": cue.cue_id,
        "to": cue.to.value,
        "text": cue.text,
        "at": write_anchor(cue.at),
        "said": spoken_anchor(cue.at, language),
        "go": cue.go.value,
        "track": cue.track_id,
    }


def _hour(at: datetime | None, tz: tzinfo) -> str:
    return "" if at is None else hour_said(at, tz)
