"""All that an agenda says beyond its hours: what `show` adds for whoever prepares the hall."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, tzinfo
from typing import assert_never

from runofshow.agenda_file.gear import write_gear, write_order
from runofshow.agenda_file.moments import hour_said
from runofshow.agenda_file.notation import write_anchor, write_date
from runofshow.core.agenda import Agenda, Cue, Leader
from runofshow.core.gear_orders import ToLights, ToMidi, ToObs, ToProjector
from runofshow.core.signal import Http, Osc, Signal
from runofshow.core.snapshot import CueRow, Row, Snapshot
from runofshow.core.speech.script import Speech
from runofshow.core.timecode import TimecodeIn
from runofshow.core.views.head import plan_view
from runofshow.core.views.items import award_view, item_view
from runofshow.core.views.sound import sound_view
from runofshow.core.wire import Json, as_json, here, moment, seconds
from runofshow.texts.cli import CliTexts


def whole_json(agenda: Agenda, tz: tzinfo) -> dict[str, Json]:
    """What is said of the whole conference."""
    said = as_json(plan_view(agenda))
    leaders: list[Json] = [as_json(here(leader, tz)) for leader in agenda.leaders]
    signals: list[Json] = [_signal(signal) for signal in agenda.signals]
    gear: list[Json] = [{"id": each.gear_id, **write_gear(each)} for each in agenda.gear]
    return {**said, "leaders": leaders, "gear": gear, "signals": signals}


def tracks_json(snapshot: Snapshot, tz: tzinfo) -> Json:
    """The recordings, with the fields that the snapshot gives them."""
    return as_json(sound_view(snapshot.sound, tz))["tracks"]


def row_json(row: Row, said: str, tz: tzinfo) -> dict[str, Json]:
    """One row of the running order with everything that is said of it, its heading's word included."""
    item = row.item
    handin = item.handin
    return {
        **as_json(item_view(row, tz)),
        "also": list(item.also),
        "fixed_start": moment(item.fixed_start, tz),
        "until": moment(item.until, tz),
        "clock": item.clock.value,
        "min_s": seconds(item.min),
        "min_assumed": item.min_assumed,
        "may_drop": item.may_drop,
        "importance": item.importance,
        "stretch_s": seconds(item.stretch),
        "mc": said,
        "mc_assumed": row.mc_assumed,
        "notes": row.notes,
        "backdrop": item.backdrop,
        "handin": None if handin is None else as_json(handin),
        "text": _text(item.speech),
        "award": _award(row),
    }


def _text(speech: Speech | None) -> Json:
    """What is known of a text; its syllables and pages zero where the file could not be read."""
    if speech is None:
        return None
    return {"file": speech.file, "syllables": speech.syllables, "pages": speech.pages}


def _award(row: Row) -> Json:
    """What is handed over, with all that is known of everybody who is honoured."""
    award, view = row.award, award_view(row)
    if award is None or view is None:
        return None
    switches = {"flowers": award.flowers, "photo": award.photo, "on_display": award.on_display}
    return {**as_json(view), **switches, "honoured": [as_json(one) for one in award.recipients]}


def cue_row_json(row: CueRow, cue: Cue, tz: tzinfo) -> dict[str, Json]:
    """One cue with everything that is said of it."""
    return {
        **as_json(here(row, tz)),
        "at": write_anchor(cue.at),
        "standby_s": seconds(cue.standby_lead),
        "tolerance_s": seconds(cue.tolerance),
        "fade_s": seconds(cue.fade),
    }


def plan_lines(agenda: Agenda, words: CliTexts, tz: tzinfo) -> Iterator[str]:
    """The same for people: who comes, who chairs, who does what, how the hall looks, and what is owed."""
    told = [
        (words.plan_delegates, agenda.delegates),
        (words.plan_basis, agenda.basis),
        (words.plan_rite, words.rites[agenda.rite]),
        (words.plan_chair_panel, "\n".join(agenda.chair_panel)),
        (words.plan_leaders, "\n".join(_leader(agenda, one, words, tz) for one in agenda.leaders)),
        (words.plan_address, "" if agenda.address is None else words.addresses[agenda.address]),
        (words.plan_crew, "\n".join(f"{getattr(words.roles, role)}: {name}" for role, name in agenda.crew)),
        (words.plan_backdrop, agenda.backdrop),
        (words.plan_decoration, agenda.decoration),
        (words.plan_notes, agenda.notes),
        (words.plan_timecode, _timecode(agenda.timecode)),
    ]
    duties = []
    for duty in agenda.duties:
        due = words.plan_due.format(due=write_date(duty.due)) if duty.due else ""
        said = (words.plan_when[duty.when], duty.what, duty.by or "", due, _done(duty.done, words))
        duties.append(" · ".join(filter(None, said)))
    for name, text in (*told, (words.plan_duties, "\n".join(duties))):
        lines = text.strip().splitlines()
        if len(lines) == 1:
            yield f"{name}: {lines[0]}"
        elif lines:
            yield f"{name}:"
            yield from (f"  {line}" for line in lines)


def _leader(agenda: Agenda, leader: Leader, words: CliTexts, tz: tzinfo) -> str:
    """`Đồng chí … · đến 7h45 · mục 2 chờ`"""
    at = "" if leader.arrives_at is None else words.plan_arrives.format(at=hour_said(leader.arrives_at, tz))
    rows = (row for session in agenda.sessions for item in session.items for row in (item, *item.parts))
    number = next((row.number for row in rows if row.item_id == leader.awaited_by), leader.awaited_by)
    held = "" if number is None else words.plan_awaited_by.format(number=number)
    goes = "" if leader.leaves_at is None else words.plan_leaves.format(at=hour_said(leader.leaves_at, tz))
    return " · ".join(filter(None, (leader.name, at, held, goes)))


def _timecode(timecode: TimecodeIn | None) -> str:
    """`LTC · 25 · USB Audio`"""
    if timecode is None:
        return ""
    return " · ".join(filter(None, (timecode.by.upper(), timecode.rate.value, timecode.device)))


def _done(done: date | bool, words: CliTexts) -> str:
    if isinstance(done, bool):
        return words.plan_done if done else ""
    return words.plan_done_on.format(day=write_date(done))


def _signal(signal: Signal) -> dict[str, Json]:
    send = signal.send
    narrowed: dict[str, Json] = {"item": signal.item_id, "kind": signal.kind, "cue": signal.cue_id}
    head: dict[str, Json] = {"id": signal.signal_id, "title": signal.title, "on": signal.on.value, **narrowed}
    match send:
        case Osc():
            return head | {
                "osc": f"{send.host}:{send.port}",
                "address": send.address,
                "args": list(send.args),
            }
        case Http():
            told: dict[str, Json] = {"http": send.url, "method": send.method, "body": send.body}
            answer: dict[str, Json] = {"expect": send.expect, "expect_not": send.expect_not}
            return head | told | {"headers": dict(send.headers)} | answer
        case ToProjector() | ToLights() | ToObs() | ToMidi():
            return head | write_order(send)
    assert_never(send)
