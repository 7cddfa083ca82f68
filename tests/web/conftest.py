"""A hall to test in, made anew for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.halls import Hall, hall


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Hall]:
    with hall(tmp_path) as opened:
        yield opened
