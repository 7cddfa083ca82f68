"""Signals to other gear: from the form to the core's values, and back to what a file says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, assert_never

from runofshow.agenda_file.form import AgendaForm
from runofshow.agenda_file.gear import build_order, kind_meant, write_gear, write_order
from runofshow.agenda_file.names import Named, form_names, signal_ids
from runofshow.agenda_file.signal_fields import NOTHING, read_argument
from runofshow.agenda_file.signal_form import SignalForm
from runofshow.agenda_file.wording import Quoted
from runofshow.core.agenda import Agenda
from runofshow.core.gear import GearKind
from runofshow.core.gear_orders import ToLights, ToMidi, ToObs, ToProjector
from runofshow.core.signal import Http, Order, Osc, Signal

_METHOD = Http("").method


def build_signals(form: AgendaForm) -> tuple[Signal, ...]:
    """The signals of a form without errors."""
    forms = form.signals or []
    if not forms:
        return ()
    rows = named_rows(form)
    ids = signal_ids([each.id for each in forms])
    kinds = {gear_id: kind_meant(each) for gear_id, each in (form.gear or {}).items()}
    return tuple(_signal(each, signal_id, rows, kinds) for each, signal_id in zip(forms, ids, strict=True))


def named_rows(form: AgendaForm) -> list[Named]:
    """Every item and part by its names, top to bottom."""
    return [name for session in form_names(form) for item in session for name in (item, *item.parts)]


def items_meant(said: str, rows: list[Named]) -> list[str]:
    """The ids of the items that `said` may mean: the one with this id, else all with this number."""
    if any(row.item_id == said for row in rows):
        return [said]
    return [row.item_id for row in rows if row.number == said]


def _signal(
    form: SignalForm, signal_id: str, rows: list[Named], kinds: Mapping[str, GearKind | None]
) -> Signal:
    return Signal(
        signal_id=signal_id,
        on=form.on,
        send=_target(form, kinds),
        title=form.title or "",
        item_id=items_meant(form.item, rows)[0] if form.item else None,
        kind=form.kind,
        cue_id=form.cue or None,
    )


def _target(form: SignalForm, kinds: Mapping[str, GearKind | None]) -> Order:
    if form.gear:
        kind = kinds[form.gear]
        assert kind is not None, "checked before"
        return build_order(form, kind)
    if form.osc is not None:
        assert form.address is not None, "checked before"
        return Osc(*form.osc, form.address, tuple(form.args or ()))
    assert form.http is not None, "checked before"
    headers = tuple((form.headers or {}).items())
    expected = (form.expect or "", form.expect_not or "")
    return Http(form.http, form.method or _METHOD, form.body or "", headers, *expected)


def write_signals(agenda: Agenda) -> dict[str, Any]:
    """What a file says of the signals, and of the gear that they name."""
    gear = {each.gear_id: write_gear(each) for each in agenda.gear}
    return {"gear": gear, "signals": [_written(one, f"sig{n}") for n, one in enumerate(agenda.signals, 1)]}


def _written(signal: Signal, counted_id: str) -> dict[str, Any]:
    """`counted_id` is the id it gets when none is written."""
    entry: dict[str, Any] = {"on": signal.on.value}
    narrowed = {"item": signal.item_id, "kind": signal.kind, "cue": signal.cue_id}
    entry |= {key: value for key, value in narrowed.items() if value is not None}
    entry |= _written_target(signal.send)
    entry |= {"title": signal.title} if signal.title else {}
    return entry | ({} if signal.signal_id == counted_id else {"id": signal.signal_id})


def _written_target(send: Order) -> dict[str, Any]:
    match send:
        case Osc(host, port, address, args):
            where = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
            entry: dict[str, Any] = {"osc": where, "address": address}
            return entry | ({"args": [_argument(arg) for arg in args]} if args else {})
        case Http(url, method, body, headers, expect, expect_not):
            entry = {"http": url} | ({"method": method} if method != _METHOD else {})
            said = {"body": body, "headers": dict(headers), "expect": expect, "expect_not": expect_not}
            return entry | {key: value for key, value in said.items() if value}
        case ToProjector() | ToLights() | ToObs() | ToMidi():
            return write_order(send)
    assert_never(send)


def _argument(arg: str | int | float | bool) -> str | int | float | bool:
    """In quotes where it would be read as something else without them."""
    if isinstance(arg, str) and (arg.casefold() in NOTHING or read_argument(arg) != arg):
        return Quoted(arg)
    return arg
