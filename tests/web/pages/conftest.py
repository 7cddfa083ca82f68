"""A browser for all tests of a run, and a show with its server for each."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.pages.browser import CHROMIUM, Chromium
from tests.web.pages.plan import conference
from tests.web.pages.theatre import Theatre, theatre


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    if CHROMIUM is None or sys.platform == "win32":
        pytest.skip("no Chromium here, or no pipes to drive it by")
    with Chromium(tmp_path_factory.mktemp("chromium")) as chromium:
        yield chromium


@pytest.fixture
def chromium(browser: Chromium) -> Iterator[Chromium]:
    """The browser; a page that complained of anything during the test fails it."""
    browser.complaints.clear()
    browser.expected.clear()
    yield browser
    browser.close_pages()
    assert browser.unexpected() == []


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Theatre]:
    with theatre(tmp_path, conference()) as opened:
        yield opened
