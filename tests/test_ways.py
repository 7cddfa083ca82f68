"""The picture of CONTRIBUTING is drawn from its text, and names files that there are."""

from __future__ import annotations

import runpy
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WAYS = runpy.run_path(str(ROOT / "scripts" / "ways"))


def test_every_file_on_the_ways_is_there() -> None:
    named = {file for way in ("KEY", "TAP", "SHOW", "DRAWN", "SENT") for file in WAYS["files"](WAYS[way])}
    assert len(named) > 20
    assert [file for file in sorted(named) if not (ROOT / "runofshow" / file).is_file()] == []


def test_the_picture_is_the_one_that_the_text_gives() -> None:
    assert (ROOT / "CONTRIBUTING.svg").read_text(encoding="utf-8") == WAYS["picture"]()
