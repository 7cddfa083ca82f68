"""What an agent reads of a show that runs: no more than the caller may see, and nothing it can move."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Sequence
from datetime import datetime, timedelta, tzinfo
from typing import Final

from msgspec import Struct

from runofshow.agents.offer import ANY, Offer, Resource, Told, Tool, refusal, schema
from runofshow.agents.proposing import proposals_told, propose
from runofshow.core.agenda import Recipient
from runofshow.core.commands import Command
from runofshow.core.events import Entry
from runofshow.core.people import HONOURED
from runofshow.core.refusal import Refused
from runofshow.core.snapshot import Row, Snapshot
from runofshow.core.state import State
from runofshow.core.value import Json
from runofshow.core.views.roles import CallerView
from runofshow.core.wire import as_json, moment, seconds
from runofshow.texts import Language

MOST_ENTRIES: Final = 200
MOST_PEOPLE: Final = 500
"""In one answer."""
ONE_VALUE: Final = (str, int, float, datetime, timedelta, type(None))
HEAD: Final = frozenset(
    "seq mode speed floating phase now show session plan current count next next_call over_under_s"
    " planned_end expected_end hard_out slack_s alarms messages presence answering waiting round people"
    " speech".split()
)
FORECAST: Final = "now phase planned_end expected_end hard_out slack_s over_under_s outlook ways".split()
INSTRUCTIONS: Final = (
    "runofshow runs formal conferences. You may read everything that the person who calls the show sees, and"
    " propose edits of the running order with propose_edit. You cannot start, go, hold, skip, undo, play"
    " sound or write to anybody: a person takes each proposal, all of it or some, or declines it. Items that"
    " are protected (anthems, flag salutes, moments of silence) cannot be touched. Read first; propose"
    " rarely, little, and with a reason that a person in a hurry understands, in the language of the show."
)


class ShowSeen(Struct, frozen=True):
    """A running show, as its own thread gives it."""

    latest: Callable[[], Snapshot]
    view: Callable[[], CallerView]
    state: Callable[[], State]
    log: Callable[[], tuple[Entry, ...]]
    obey: Callable[[Command, str, int | None], Awaitable[Entry | Refused]]
    tz: tzinfo
    language: Language


def show_offer(show: ShowSeen) -> Offer:
    """Everything that there is to ask of it."""
    tools = show_tools(show)
    return Offer(tools, show_resources(tools), INSTRUCTIONS)


def show_tools(show: ShowSeen) -> tuple[Tool, ...]:
    """What may be called."""
    return (*_reading(show), *_proposing(show))


def show_resources(tools: Sequence[Tool]) -> tuple[Resource, ...]:
    """What some of these tools read, by its address."""
    read = {tool.name: tool for tool in tools}

    def resource(uri: str, tool: str) -> Resource:
        return Resource(f"runofshow://show/{uri}", uri, read[tool].description, lambda: read[tool].run({}))

    return (
        resource("now", "read_show"),
        resource("running-order", "read_running_order"),
        resource("cues", "read_cues"),
        resource("record", "read_record"),
        resource("forecast", "read_forecast"),
        resource("proposals", "list_proposals"),
    )


def _reading(show: ShowSeen) -> Iterator[Tool]:
    async def now(given: dict[str, Json]) -> Told:
        return Told({key: value for key, value in as_json(show.view()).items() if key in HEAD})

    async def order(given: dict[str, Json]) -> Told:
        view = as_json(show.view())
        return Told({"seq": view["seq"], "now": view["now"], "items": view["items"]})

    async def item(given: dict[str, Json]) -> Told:
        row = show.latest().rows.of(str(given["item_id"]))
        if row is None:
            return refusal("unknown_item", "read_running_order has the ids")
        return Told(_item(row, show))

    async def cues(given: dict[str, Json]) -> Told:
        view = as_json(show.view())
        return Told({"seq": view["seq"], "now": view["now"], "cues": view["cues"]})

    async def forecast(given: dict[str, Json]) -> Told:
        view = as_json(show.view())
        return Told({key: view.get(key) for key in FORECAST})

    async def record(given: dict[str, Json]) -> Told:
        after, limit = _number(given.get("after"), 0), _number(given.get("limit"), 50)
        if after is None or limit is None:
            return refusal("bad_request", "after and limit are whole numbers")
        log = show.log()
        # without a place the newest: that is what is asked about
        first = after if "after" in given else max(0, len(log) - limit)
        entries = log[first : first + min(limit, MOST_ENTRIES)]
        told: list[Json] = [_entry(entry, show.tz) for entry in entries]
        return Told({"entries": told, "of": len(log)})

    async def awards(given: dict[str, Json]) -> Told:
        asked = given.get("item_id")
        rows = [row for row in show.latest().rows if row.written.award and asked in (None, row.item_id)]
        return Told({"awards": list(_awards(rows, show.latest()))})

    an_item: Json = {"type": "string", "description": "an item's id, as m4 or m4.2"}
    whole: Json = {"type": "integer", "minimum": 0}
    yield Tool(
        "read_show",
        "The show now",
        "What runs, what comes next, what the next call does, how late it is, alarms, messages, who is here.",
        now,
        ANY,
    )
    yield Tool(
        "read_running_order",
        "The running order",
        "Every item as amended: id, number, title, who, state, planned, expected, actual hours, protection.",
        order,
        ANY,
    )
    yield Tool(
        "read_item",
        "One item with its words",
        "The MC's words, notes, who hands over, and its cues; what propose_edit would change.",
        item,
        schema(["item_id"], item_id=an_item),
    )
    yield Tool("read_cues", "The cues", "Every cue: to whom, what, when, and how it stands.", cues, ANY)
    yield Tool(
        "read_forecast",
        "When it will end",
        "Expected end, hard out, slack, the range that is likely, and ways back when it is late.",
        forecast,
        ANY,
    )
    yield Tool(
        "read_record",
        "What happened",
        "The record: what was called, by whom, when. The newest, or those after a number; at most"
        f" {MOST_ENTRIES}.",
        record,
        schema(after=whole, limit=whole),
    )
    yield Tool(
        "read_awards",
        "Who is honoured",
        f"The award items with their lists, who has been seen; {MOST_PEOPLE} people of each at most.",
        awards,
        schema(item_id=an_item),
    )


def _proposing(show: ShowSeen) -> Iterator[Tool]:
    async def proposals(given: dict[str, Json]) -> Told:
        return Told({"proposals": proposals_told(show.state(), show.log(), show.tz, show.language)})

    async def make(given: dict[str, Json]) -> Told:
        return await propose(given, show.latest().plan, show.state, show.obey, show.tz, show.language)

    yield Tool(
        "list_proposals",
        "What was proposed",
        "Every proposal made to this show: its changes in words, and whether it waits, is taken or declined.",
        proposals,
        ANY,
    )
    yield Tool(
        "propose_edit",
        "Propose edits to the person who calls the show",
        "Lays up to 20 changes before a person, who takes all, some or none. Nothing changes until then. Each"
        " change is judged at once: one that makes no sense, or touches a protected item, refuses the whole.",
        make,
        PROPOSE,
        proposes=True,
    )


_ID: Final[Json] = {"type": "string", "maxLength": 200}
_TEXT: Final[Json] = {"type": "string", "maxLength": 10_000}
_SECONDS: Final[Json] = {"type": "number", "exclusiveMinimum": 0, "maximum": 86_400}
_HOUR: Final[Json] = {"type": "string", "format": "date-time"}


def _change(what: str, required: list[Json], **properties: Json) -> Json:
    return {
        "type": "object",
        "properties": {"what": {"const": what}, **properties},
        "required": ["what", *required],
        "additionalProperties": False,
    }


CHANGES: Final[Json] = {
    "type": "array",
    "minItems": 1,
    "maxItems": 20,
    "items": {
        "oneOf": [
            _change(
                "edit",
                ["item_id"],
                item_id=_ID,
                title=_TEXT,
                by=_TEXT,
                mc=_TEXT,
                notes=_TEXT,
                presenter=_TEXT,
                seconds=_SECONDS,
                start=_HOUR,
                until=_HOUR,
            ),
            _change(
                "insert",
                ["title", "seconds"],
                title=_TEXT,
                seconds=_SECONDS,
                kind=_ID,
                by=_TEXT,
                after=_ID,
                before=_ID,
            ),
            _change("move", ["item_id"], item_id=_ID, before=_ID, session=_ID),
            _change("skip", ["item_id"], item_id=_ID),
            _change(
                "add_time",
                ["item_id", "seconds"],
                item_id=_ID,
                seconds={"type": "number", "minimum": -86_400, "maximum": 86_400},
            ),
        ]
    },
}
WHO: Final[Json] = {
    "type": "string",
    "maxLength": 60,
    "description": "who you are, as a person should read it",
}
WHY: Final[Json] = {"type": "string", "maxLength": 1_000, "description": "why, in a sentence or two"}
PROPOSE: Final = schema(
    ["who", "why", "changes"],
    who=WHO,
    why=WHY,
    changes=CHANGES,
    seq={"type": "integer", "description": "the seq you read: refused when calls were made since"},
)


def _item(row: Row, show: ShowSeen) -> dict[str, Json]:
    written = row.written
    award = written.award
    return {
        "item_id": row.item_id,
        "number": row.number,
        "title": row.title,
        "kind": row.kind,
        "by": written.by,
        "seconds": seconds(written.duration),
        "start": moment(written.fixed_start, show.tz),
        "until": moment(written.until, show.tz),
        "protected": row.protected,
        "state": row.state.value,
        "mc": written.mc,
        "notes": written.notes,
        "presenter": None if award is None else award.presenter,
        "cues": [{"to": cue.to.value, "text": cue.text} for cue in row.item.cues],
    }


def _number(given: Json, unless: int) -> int | None:
    if given is None:
        return unless
    return given if isinstance(given, int) and not isinstance(given, bool) and 0 <= given < 2**53 else None


def _entry(entry: Entry, tz: tzinfo) -> dict[str, Json]:
    events: list[Json] = [
        {
            "event": str(event.__struct_config__.tag),
            **_scalars(event, tz),
        }
        for event in entry.events
    ]
    at = moment(entry.at, tz)
    return {"seq": entry.seq, "at": at, "by": entry.by, "do": entry.do, "events": events}


def _scalars(event: Struct, tz: tzinfo) -> dict[str, Json]:
    """Its fields that are one value each: not a whole agenda."""
    fields = ((name, getattr(event, name)) for name in event.__struct_fields__)
    return {name: _plain(value, tz) for name, value in fields if isinstance(value, ONE_VALUE)}


def _plain(value: object, tz: tzinfo) -> Json:
    match value:
        case datetime():
            return moment(value, tz)
        case timedelta():
            return seconds(value)
        case bool() | int() | float():
            return value
        case _:
            return None if value is None else str(value)


def _awards(rows: list[Row], latest: Snapshot) -> Iterator[Json]:
    for row in rows:
        award = row.written.award
        assert award is not None
        people = award.recipients
        listed: list[Json] = [_person(one, latest) for one in people[:MOST_PEOPLE]]
        yield {
            "item_id": row.item_id,
            "number": row.number,
            "title": row.title,
            "state": row.state.value,
            "decision": award.decision,
            "presenter": award.presenter,
            "form": award.form,
            "recipients": listed,
            "left_out": len(people) - len(listed),
        }


def _person(one: Recipient, latest: Snapshot) -> dict[str, Json]:
    seen = latest.seen.get(HONOURED + one.recipient_id)
    told: dict[str, Json] = {
        "recipient_id": one.recipient_id,
        "name": one.name,
        "unit": one.unit,
        "proxy": one.proxy,
        "absent": one.absent,
    }
    return {**told, "here": None if seen is None else seen.here}
