"""A real mpv that plays to nobody, in real time."""

from __future__ import annotations

import os
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from runofshow.players.deck import Deck
from runofshow.players.finding import mpv_at
from runofshow.players.happenings import Output
from tests.players.hearing import Ear, tone

UNHEARD = Output(driver="null")


@pytest.fixture(scope="session")
def mpv() -> Path:
    """Where mpv is; a test that wants it is skipped where there is none."""
    found = mpv_at(os.environ, sys.platform, beside=Path(sys.executable).parent)
    if found is None:
        pytest.skip("mpv is not installed")
    return found


@pytest.fixture(scope="session")
def ten_seconds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tone of ten seconds at -9 dBFS."""
    return tone(tmp_path_factory.mktemp("sounds") / "ten seconds.wav", 10)


@pytest.fixture
def ear() -> Ear:
    return Ear()


@pytest.fixture
async def deck(mpv: Path, ear: Ear) -> AsyncIterator[Deck]:
    """A deck that tells `ear`."""
    deck = Deck(mpv, ear, UNHEARD)
    yield deck
    await deck.close()
