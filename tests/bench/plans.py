"""The plans that are measured, as files that every build reads: so many short talks."""

from __future__ import annotations

import wave
from pathlib import Path

TITLE = "Tham luận"
"""Every item's, before its number."""
CUES = (
    "{to: mc, do: say, text: Mời lên}",
    "{to: music, do: play, text: Nhạc mời lên, at: start + 10s}",
    "{to: crew, do: do, text: Mời chuẩn bị, at: end - 2'}",
)
"""What a talk has."""


def plan(folder: Path, items: int) -> Path:
    """A plan of one session; an item has a cue for the MC, for music and for the crew."""
    cues = [f"      - {cue}" for cue in CUES]
    return _written(folder / f"plan-{items}.yaml", [], items, cues)


def bare_plan(folder: Path, items: int) -> Path:
    """A plan with no more than what most people write; its cues come with the kind of each item."""
    return _written(folder / f"bare-{items}.yaml", [], items, [])


def plan_with_sound(folder: Path, items: int) -> Path:
    """The same with a track of its own, which the first cue plays."""
    with wave.open(str(folder / "bed.wav"), "wb") as tone:
        tone.setparams((1, 2, 44100, 0, "NONE", ""))
        tone.writeframes(bytes(2 * 44100 * 30))
    tracks = ["tracks:", "  - {id: bed, title: Nhạc nền, file: bed.wav, loop: true}"]
    cues = ["      - {to: music, do: play, track: bed, at: start, go: auto}"]
    return _written(folder / "loud.yaml", tracks, items, cues)


def _written(path: Path, head: list[str], items: int, cues: list[str]) -> Path:
    lines = ["title: Hội nghị đo tốc độ", "date: 27/3/2020", "start: 8h00", *head, "items:"]
    for number in range(1, items + 1):
        lines += [f"  - title: {TITLE} {number}", "    kind: paper", "    duration: 7'"]
        lines += ["    cues:", *cues] if cues else []
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
