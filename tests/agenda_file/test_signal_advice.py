"""Advice on signals that are well written and can never be sent."""

from __future__ import annotations

import pytest

from runofshow.agenda_file.complaint import Severity
from tests.agenda_file.given import HEAD, read, spots

WHOLE = "- {title: A, kind: flag_salute, cues: []}\n- {title: B, kind: opening, cues: []}\n"


def signalled(signal: str) -> list[tuple[str, int, int]]:
    """The warnings about a signal on line 12, behind an item, a heading and its part."""
    items = (
        "- {title: C, kind: speech, id: c, cues: [{to: mc, id: of-c}]}\n"
        "- title: D\n  kind: other\n  id: d\n  cues: [{to: mc, id: of-d}]\n"
        "  parts: [{title: E, kind: other, id: e, cues: [{to: mc, id: of-e}]}]\n"
    )
    signals = f"signals: [{{on: cue_gone, osc: 'h:1', address: /a, {signal}}}]\n"
    reading = read(f"{HEAD}items:\n{WHOLE}{items}{signals}")
    assert reading.agenda is not None, reading.errors
    return [spot for spot in spots(reading, Severity.WARNING) if spot[0] != "mc_unnamed"]


@pytest.mark.parametrize(
    ("item", "cue"), [("c", "of-c"), ("d", "of-d"), ("d", "of-e"), ("e", "of-d"), ("e", "of-e")]
)
def test_a_signal_may_name_a_cue_and_the_item_it_is_called_in(item: str, cue: str) -> None:
    assert signalled(f"item: {item}, cue: {cue}") == []
    assert signalled(f"cue: {cue}") == []
    assert signalled(f"item: {item}") == []


@pytest.mark.parametrize(("item", "cue"), [("c", "of-d"), ("c", "of-e"), ("d", "of-c"), ("e", "of-c")])
def test_a_signal_that_names_the_cue_of_another_item_is_pointed_at(item: str, cue: str) -> None:
    assert signalled(f"item: {item}, cue: {cue}") == [("signal_of_another_item", 12, 57)]


def advised(signals: str, items: str) -> list[str]:
    """The codes of all warnings about `signals`, each a line, in an agenda with `items` or `sessions`."""
    reading = read(f"{HEAD}signals:\n{signals}{items}")
    assert reading.agenda is not None, reading.errors
    return [code for code, _, _ in spots(reading, Severity.WARNING) if code != "mc_unnamed"]


ONE = f"items:\n{WHOLE}"
TWO = (
    "sessions:\n- {start: 7h30, items: [{title: A, kind: flag_salute, cues: []}]}\n"
    "- {start: 13h30, items: [{title: B, kind: opening, cues: []}]}\n"
)


@pytest.mark.parametrize("name", ["item.number", "next.number", "item.number:int", "item.number:float"])
def test_a_number_that_stands_in_several_sessions_is_no_name_for_gear(name: str) -> None:
    signal = f"- {{on: item_started, osc: 'h:1', address: '/cue/start', args: ['{{{name}}}']}}\n"
    assert advised(signal, ONE) == []
    assert advised(signal, TWO) == ["number_of_several_sessions"]
    told = " ".join(str(warning) for warning in read(f"{HEAD}signals:\n{signal}{TWO}").warnings)
    assert f"{{{name.split('.')[0]}.item_id}}" in told
    assert advised(signal, TWO.replace("B, kind", "B, number: 2, kind")) == []
    assert advised(signal.replace("osc:", "item: s1.m1, osc:"), TWO) == []


def test_a_truth_is_dropped_by_some_gear_and_a_whole_level_is_nearly_dark() -> None:
    assert advised("- {on: held, osc: 'h:1', address: /a, args: [true, 1, 1.0]}\n", ONE) == [
        "truth_as_argument"
    ]
    assert advised("- {on: held, osc: 'h:1', address: /dmx/universe/1, args: [1]}\n", ONE) == [
        "whole_number_to_lights"
    ]
    assert advised("- {on: held, osc: 'h:1', address: /dmx/universe/1, args: [1.0]}\n", ONE) == []
