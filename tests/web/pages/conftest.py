"""Browsers for all tests of a run, and a show with its server for each."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, TypeVar

import pytest

from tests.core.shows import two_sessions
from tests.web.pages.browser import CHROMIUM, Chromium
from tests.web.pages.firefox import FIREFOX, Firefox
from tests.web.pages.plan import conference
from tests.web.pages.theatre import Theatre, theatre
from tests.web.pages.webkit import BROWSER, XVFB, WebKit
from tests.web.pages.window import Browser

ENGINES = ("chromium", "firefox", "webkit")
ALL_ENGINES = bool(os.environ.get("CI") or os.environ.get("RUNOFSHOW_ALL_ENGINES"))
"""Where it counts, an engine that is missing is a failure and not a skip."""


@pytest.fixture(scope="session")
def opened_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Browser[Any]]]:
    """Opens an engine by its name; each is opened once in a run, and only if a test wants it."""
    opened: dict[str, Browser[Any]] = {}
    with ExitStack() as open_ones:

        def once(name: str) -> Browser[Any]:
            if name not in opened:
                folder = tmp_path_factory.mktemp(name)
                opened[name] = open_ones.enter_context(_made(name, folder))
            return opened[name]

        yield once


def _made(name: str, folder: Path) -> Chromium | Firefox | WebKit:
    is_here = {
        "chromium": CHROMIUM is not None and sys.platform != "win32",
        "firefox": FIREFOX is not None,
        "webkit": BROWSER is not None and XVFB is not None,
    }
    if not is_here[name]:
        why = f"no {name} here, or nothing to drive it by; .ci/run says which packages it takes"
        assert not ALL_ENGINES, why
        pytest.skip(why)
    match name:
        case "chromium":
            return Chromium(folder)
        case "firefox":
            return Firefox(folder)
        case _:
            return WebKit(folder)


@pytest.fixture(params=ENGINES)
def engine(
    request: pytest.FixtureRequest, opened_once: Callable[[str], Browser[Any]]
) -> Iterator[Browser[Any]]:
    """Each of the engines; a page that complained of anything during the test fails it."""
    yield from _for_a_test(opened_once(request.param))


@pytest.fixture
def chromium(opened_once: Callable[[str], Browser[Any]]) -> Iterator[Chromium]:
    """Chromium alone, for what is the same in every engine."""
    browser = opened_once("chromium")
    assert isinstance(browser, Chromium)
    yield from _for_a_test(browser)


@pytest.fixture
def webkit(opened_once: Callable[[str], Browser[Any]]) -> Iterator[WebKit]:
    """WebKit alone, for what goes wrong in no other."""
    browser = opened_once("webkit")
    assert isinstance(browser, WebKit)
    browser.close_kept()
    yield from _for_a_test(browser)


B = TypeVar("B", bound=Browser[Any])


def _for_a_test(browser: B) -> Iterator[B]:
    browser.forget()
    yield browser
    browser.close_pages()
    assert browser.unexpected() == []


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Theatre]:
    with theatre(tmp_path, conference()) as opened:
        yield opened


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Theatre]:
    """Two sessions."""
    with theatre(tmp_path, two_sessions()) as opened:
        yield opened
