"""What is wrong with a signal: where it goes, what could ever set it off, and the names it fills in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from runofshow.agenda_file.building import kinds_of
from runofshow.agenda_file.complaint import Complaint, Place, Reporter
from runofshow.agenda_file.cue_building import default_cues
from runofshow.agenda_file.fitting import Path
from runofshow.agenda_file.form import AgendaForm, ItemForm
from runofshow.agenda_file.gear_checks import EVERY_ORDER_KEY, check_order, is_written
from runofshow.agenda_file.moments import session_forms
from runofshow.agenda_file.names import cue_ids
from runofshow.agenda_file.places import Places
from runofshow.agenda_file.shape import MOST_ERRORS, MOST_SUGGESTIONS
from runofshow.agenda_file.signal_form import SignalForm
from runofshow.agenda_file.signals import items_meant, named_rows
from runofshow.agenda_file.tree import Mapping
from runofshow.agenda_file.wording import nearest
from runofshow.core.signal import PLACEHOLDER, Trigger, value_name
from runofshow.texts import Language

MOST_SIGNALS: Final = 200
"""A hall has a handful of gear; each signal is looked at on every event."""
MOST_ARGUMENTS: Final = 32
MOST_HEADERS: Final = 32
_OWN_KEYS: Final = {
    "osc": ("address", "args"),
    "http": ("method", "body", "headers", "expect", "expect_not"),
    "gear": EVERY_ORDER_KEY,
}
"""Whom a signal can go to, and the keys that only it has."""
_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}", re.ASCII)
"""A token, as RFC 9110 has it."""
_SENDERS_OWN = frozenset(
    {"connection", "content-length", "transfer-encoding", "upgrade", "expect", "te", "trailer"}
)
"""Headers that say how the request itself is sent: another value would break it."""
_OF_CUES = (Trigger.CUE_STANDBY, Trigger.CUE_GONE, Trigger.CUE_MISSED)
_WITHOUT_ITEM = (Trigger.SHOW_ENDED,)
"""The start of a show is that of its first item."""


def check_signals(form: AgendaForm, places: Places, report: Reporter) -> Iterator[Complaint]:
    """Every error of the signals by themselves."""
    seen: dict[str, int] = {}
    unknown = 0
    for index, signal in enumerate(form.signals or []):
        path: Path = ("signals", index)
        if index == MOST_SIGNALS:
            yield report.error("too_many_signals", places.of(path), most=MOST_SIGNALS)
            return
        if not isinstance(places.node(path), Mapping):
            continue
        if signal.id is not None:
            place = places.of((*path, "id"))
            if signal.id in seen:
                yield report.error("duplicate_id", place, id=signal.id, first=seen[signal.id])
            seen.setdefault(signal.id, place.line)
        yield from _target(form, signal, path, places, report)
        yield from _headers(signal, path, places, report)
        yield from _narrowed(signal, path, places, report)
        for complaint in _placeholders(signal, path, places, report, may_suggest=unknown < MOST_SUGGESTIONS):
            unknown += 1
            if unknown > MOST_ERRORS:
                return
            yield complaint


def _target(
    form: AgendaForm, signal: SignalForm, path: Path, places: Places, report: Reporter
) -> Iterator[Complaint]:
    """One target, and no keys of the others."""
    targets = [key for key in _OWN_KEYS if is_written(places, (*path, key))]
    if len(targets) > 1:
        about = {"own": targets[0], "other": targets[1]}
        yield report.error("signal_to_both", places.of_key((*path, targets[1])), **about)
        return
    if not targets:
        yield report.error("signal_to_nobody", places.of(path))
        return
    (own,) = targets
    for other, keys in _OWN_KEYS.items():
        for key in keys if other != own else ():
            if is_written(places, (*path, key)):
                about = {"key": key, "own": own, "other": other}
                yield report.error("key_of_other_signal", places.of_key((*path, key)), **about)
    if own == "osc" and not is_written(places, (*path, "address")):
        yield report.error("missing_key", places.of(path), key="address", where="signal")
    if own == "gear":
        yield from check_order(form, signal, path, places, report)


def _headers(signal: SignalForm, path: Path, places: Places, report: Reporter) -> Iterator[Complaint]:
    if len(signal.args or ()) > MOST_ARGUMENTS:
        yield report.error(
            "too_many_arguments", places.of((*path, "args", MOST_ARGUMENTS)), most=MOST_ARGUMENTS
        )
    for number, name in enumerate(signal.headers or ()):
        place = places.of_key((*path, "headers", name))
        if number == MOST_HEADERS:
            yield report.error("too_many_headers", place, most=MOST_HEADERS)
            return
        if not _HEADER_NAME.fullmatch(name):
            yield report.error("bad_header_name", place, name=name)
        elif name.casefold() in _SENDERS_OWN:
            yield report.error("header_of_the_sender", place, name=name)


def _narrowed(signal: SignalForm, path: Path, places: Places, report: Reporter) -> Iterator[Complaint]:
    """What narrows it down must be able to come true together with what sets it off."""
    keys = []
    if signal.on not in _OF_CUES:
        keys += ["cue"]
    if signal.on in _WITHOUT_ITEM:
        keys += ["item", "kind"]
    for key in keys:
        if getattr(signal, key):
            yield report.error("never_set_off", places.of_key((*path, key)), key=key, on=signal.on)


def _placeholders(
    signal: SignalForm, path: Path, places: Places, report: Reporter, *, may_suggest: bool
) -> Iterator[Complaint]:
    # only now: few agendas have signals, and an agenda is read before anything is seen
    from runofshow.core.views.fields import nameable

    filled: list[tuple[Path, str]] = [((*path, "address"), signal.address or "")]
    filled += [((*path, "http"), signal.http or ""), ((*path, "body"), signal.body or "")]
    filled += [((*path, "headers", name), text) for name, text in (signal.headers or {}).items()]
    filled += [
        ((*path, "args", place), arg) for place, arg in enumerate(signal.args or ()) if isinstance(arg, str)
    ]
    for spot, text in filled:
        # no more than fit into what may be suggested for
        named = dict.fromkeys(map(value_name, PLACEHOLDER.findall(text)))
        for name in islice(named, MOST_SUGGESTIONS):
            if name not in nameable():
                near = nearest(name, sorted(nameable())) if may_suggest else ""
                suggestion = f"{{{near}}}" if near else ""
                yield report.error(
                    "unknown_placeholder", places.of(spot), name=f"{{{name}}}", suggestion=suggestion
                )
            elif not _has_value(name, signal.on):
                yield report.error(
                    "placeholder_without_value", places.of(spot), name=f"{{{name}}}", on=signal.on
                )


def _has_value(name: str, on: Trigger) -> bool:
    if name.startswith("cue."):
        return on in _OF_CUES
    return not (name.startswith("item.") and on in _WITHOUT_ITEM)


def check_what_signals_mean(form: AgendaForm, places: Places, report: Reporter) -> Iterator[Complaint]:
    """Every item and cue that is not there. Run only when all names could be read, else it would mislead."""
    signals = (form.signals or [])[:MOST_SIGNALS]
    if not any(signal.item or signal.cue for signal in signals):
        return
    rows = named_rows(form)
    cues = set(_all_cue_ids(form))
    for index, signal in enumerate(signals):
        path: Path = ("signals", index)
        if signal.item:
            yield from _item(
                signal.item, len(items_meant(signal.item, rows)), places.of((*path, "item")), report
            )
        if signal.cue and signal.cue not in cues:
            near = nearest(signal.cue, cues)
            yield report.error("unknown_cue", places.of((*path, "cue")), cue=signal.cue, suggestion=near)


def _item(said: str, found: int, place: Place, report: Reporter) -> Iterator[Complaint]:
    if not found:
        yield report.error("unknown_item", place, item=said)
    if found > 1:
        yield report.error("number_of_several", place, item=said, count=found)


def _all_cue_ids(form: AgendaForm) -> Iterator[str]:
    rows = iter(named_rows(form))
    for session in session_forms(form):
        for item in session.items:
            for row in (item, *(item.parts or [])):
                yield from _cue_ids(row, next(rows).item_id)


def _cue_ids(item: ItemForm, item_id: str) -> tuple[str, ...]:
    if item.cues is not None:
        return cue_ids(item_id, [cue.id for cue in item.cues])
    kinds = kinds_of(item.kind, item.also or ())
    assumed = default_cues(kinds, item_id, item.title, (), Language.VI, is_heading=bool(item.parts))
    return tuple(cue.cue_id for cue in assumed)
