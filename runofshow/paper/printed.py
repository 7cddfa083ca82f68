"""A sheet as .pdf, by the printer of a browser that the machine has: Chrome, Chromium or Edge.

The browser opens one page that asks nothing of any address, with a profile of its own that is thrown away.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from runofshow.paper.page import as_page
from runofshow.paper.sheet import Paper

_NAMES: Final = (
    "chromium chromium-browser google-chrome google-chrome-stable chrome microsoft-edge msedge".split()
)
_PLACES: Final = (
    ("PROGRAMFILES", "Google/Chrome/Application/chrome.exe"),
    ("PROGRAMFILES(X86)", "Google/Chrome/Application/chrome.exe"),
    ("LOCALAPPDATA", "Google/Chrome/Application/chrome.exe"),
    ("PROGRAMFILES(X86)", "Microsoft/Edge/Application/msedge.exe"),
    ("PROGRAMFILES", "Microsoft/Edge/Application/msedge.exe"),
)
"""On Windows, where neither is on the path."""
_ON_A_MAC: Final = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
_LONGEST: Final = 60
"""Seconds that a browser may take for one paper; it is about one on a machine at rest."""


class NotPrinted(Exception):
    """The browser made no file of it; the text is what it said last."""


def find_browser(environ: Mapping[str, str]) -> Path | None:
    """A browser that prints without a window; None where the machine has none."""
    return next(_browsers(environ), None)


def _browsers(environ: Mapping[str, str]) -> Iterator[Path]:
    for name in _NAMES:
        if (found := shutil.which(name, path=environ.get("PATH", ""))) is not None:
            yield Path(found)
    for folder, program in _PLACES:
        if (root := environ.get(folder)) and (path := Path(root, program)).is_file():
            yield path
    yield from (path for path in map(Path, _ON_A_MAC) if path.is_file())


def as_pdf(paper: Paper, browser: Path) -> bytes:
    """The bytes of a .pdf file. Raises NotPrinted."""
    # a browser that ends slowly may still write into its profile
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        page, made = Path(folder, "paper.html"), Path(folder, "paper.pdf")
        page.write_text(as_page(paper), encoding="utf-8")
        command = [
            str(browser),
            "--headless",
            "--disable-gpu",
            "--no-first-run",
            "--no-pdf-header-footer",
            f"--user-data-dir={Path(folder, 'profile')}",
            f"--print-to-pdf={made}",
            page.as_uri(),
        ]
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            # Chromium refuses its sandbox to root; the page runs no script
            command.insert(1, "--no-sandbox")
        try:
            told = subprocess.run(
                command, capture_output=True, text=True, errors="replace", timeout=_LONGEST, check=False
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise NotPrinted(str(error)) from error
        if not made.is_file():
            raise NotPrinted((told.stderr.strip().splitlines() or [f"{told.returncode}"])[-1])
        return made.read_bytes()
