"""A hall to look into from another terminal, closed behind each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.line.guests import Guests
from tests.screen.looking import calm_hall
from tests.web.halls import Hall


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Hall]:
    with calm_hall(tmp_path) as opened:
        yield opened


@pytest.fixture
def guests() -> Iterator[Guests]:
    """Connections that end with the test."""
    there = Guests()
    yield there
    there.close()
