"""Signals to other gear: from the form to the core's values, and back to what a file says."""

from __future__ import annotations

from typing import Any, assert_never

from runofshow.agenda_file.form import AgendaForm, SignalForm
from runofshow.agenda_file.names import Named, form_names, signal_ids
from runofshow.agenda_file.signal_fields import NOTHING, read_argument
from runofshow.agenda_file.wording import Quoted
from runofshow.core.signal import Http, Osc, Signal

_METHOD = Http("").method


def build_signals(form: AgendaForm) -> tuple[Signal, ...]:
    """The signals of a form without errors."""
    forms = form.signals or []
    if not forms:
        return ()
    rows = named_rows(form)
    ids = signal_ids([each.id for each in forms])
    return tuple(_signal(each, signal_id, rows) for each, signal_id in zip(forms, ids, strict=True))


def named_rows(form: AgendaForm) -> list[Named]:
    """Every item and part by its names, top to bottom."""
    return [name for session in form_names(form) for item in session for name in (item, *item.parts)]


def items_meant(said: str, rows: list[Named]) -> list[str]:
    """The ids of the items that `said` may mean: the one with this id, else all with this number."""
    if any(row.item_id == said for row in rows):
        return [said]
    return [row.item_id for row in rows if row.number == said]


def _signal(form: SignalForm, signal_id: str, rows: list[Named]) -> Signal:
    return Signal(
        signal_id=signal_id,
        on=form.on,
        send=_target(form),
        title=form.title or "",
        item_id=items_meant(form.item, rows)[0] if form.item else None,
        kind=form.kind,
        cue_id=form.cue or None,
    )


def _target(form: SignalForm) -> Osc | Http:
    if form.osc is not None:
        assert form.address is not None, "checked before"
        return Osc(*form.osc, form.address, tuple(form.args or ()))
    assert form.http is not None, "checked before"
    headers = tuple((form.headers or {}).items())
    expected = (form.expect or "", form.expect_not or "")
    return Http(form.http, form.method or _METHOD, form.body or "", headers, *expected)


def write_signal(signal: Signal, counted_id: str) -> dict[str, Any]:
    """What a file says of it; `counted_id` is the id it gets when none is written."""
    entry: dict[str, Any] = {"on": signal.on.value}
    narrowed = {"item": signal.item_id, "kind": signal.kind, "cue": signal.cue_id}
    entry |= {key: value for key, value in narrowed.items() if value is not None}
    entry |= _written_target(signal.send)
    entry |= {"title": signal.title} if signal.title else {}
    return entry | ({} if signal.signal_id == counted_id else {"id": signal.signal_id})


def _written_target(send: Osc | Http) -> dict[str, Any]:
    match send:
        case Osc(host, port, address, args):
            where = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
            entry: dict[str, Any] = {"osc": where, "address": address}
            return entry | ({"args": [_argument(arg) for arg in args]} if args else {})
        case Http(url, method, body, headers, expect, expect_not):
            entry = {"http": url} | ({"method": method} if method != _METHOD else {})
            said = {"body": body, "headers": dict(headers), "expect": expect, "expect_not": expect_not}
            return entry | {key: value for key, value in said.items() if value}
    assert_never(send)


def _argument(arg: str | int | float | bool) -> str | int | float | bool:
    """In quotes where it would be read as something else without them."""
    if isinstance(arg, str) and (arg.casefold() in NOTHING or read_argument(arg) != arg):
        return Quoted(arg)
    return arg
