"""The orders that come in by MIDI, as an agenda writes them: `in: {note 60: go, msc go: go}`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from runofshow.agenda_file.complaint import Complaint, Reporter
from runofshow.agenda_file.fitting import Path
from runofshow.agenda_file.places import Places
from runofshow.core.gear import MidiDo, MidiEvent, MidiRule

_NUMBERED = re.compile(r"(note|program|control)\s+(\d{1,3})", re.ASCII)


def event_meant(said: str) -> tuple[MidiEvent, int | None] | None:
    """What comes in, and the number of it; None where it names nothing."""
    words = " ".join(said.split()).casefold()
    if words in (MidiEvent.MSC_GO, MidiEvent.MSC_STOP, MidiEvent.MSC_RESUME):
        return MidiEvent(words), None
    match = _NUMBERED.fullmatch(words)
    if match is None or int(match[2]) > 127:
        return None
    return MidiEvent(match[1]), int(match[2])


def check_rules(
    written: Mapping[str, MidiDo] | None, path: Path, places: Places, report: Reporter
) -> Iterator[Complaint]:
    """Errors of what is to come in."""
    for said in written or {}:
        if event_meant(said) is None:
            yield report.error("bad_midi_event", places.of_key((*path, "in", said)), text=said)


def build_rules(written: Mapping[str, MidiDo] | None) -> tuple[MidiRule, ...]:
    """The rules of a form without errors, in the order of the file."""
    rules = []
    for said, do in (written or {}).items():
        meant = event_meant(said)
        assert meant is not None, "checked before"
        rules.append(MidiRule(*meant, do))
    return tuple(rules)


def write_rules(rules: tuple[MidiRule, ...]) -> dict[str, str]:
    """What a file says of them."""
    return {
        rule.event.value if rule.number is None else f"{rule.event.value} {rule.number}": rule.do.value
        for rule in rules
    }
