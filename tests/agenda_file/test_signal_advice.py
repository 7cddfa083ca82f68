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
    return spots(reading, Severity.WARNING)


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
