"""What every test stands on: a home of its own, the hall's time zone, property tests that race no clock."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from hypothesis import settings

# Not UTC, so that a local time taken for UTC shows; spelled as a rule, so that no zone database is needed.
os.environ["TZ"] = "ICT-7"
if hasattr(time, "tzset"):
    time.tzset()

# A busy machine makes an example slow, not wrong. CI repeats the same examples, and a failure prints how to.
settings.register_profile("here", deadline=None, print_blob=True)
settings.register_profile("ci", deadline=None, print_blob=True, derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture(autouse=True)
def home_of_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that shows are kept in: no test reads or writes the shows of whoever runs it."""
    home = tmp_path / "home-of-shows"
    monkeypatch.setenv("RUNOFSHOW_HOME", str(home))
    for name in ("RUNOFSHOW_LANG", "RUNOFSHOW_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    return home
