"""A hall to look into from another terminal, as in tests/line."""

from __future__ import annotations

from tests.line.conftest import guests, opened

__all__ = ["guests", "opened"]
