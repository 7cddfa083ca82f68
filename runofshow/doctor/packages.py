"""What the console is built on, in the oldest versions that will do."""

from __future__ import annotations

import re
from collections.abc import Sequence

LEAST_PACKAGES = {
    "filelock": "3.16",
    "h11": "0.16",
    "httpx": "0.28.1",
    "httpx-sse": "0.4.3",
    "ifaddr": "0.2",
    "msgspec": "0.22",
    "olefile": "0.47",
    "platformdirs": "4.3",
    "python-docx": "1.2",
    "python-osc": "1.10",
    "PyYAML": "6.0.2",
    "resvg-py": "0.5",
    "rich": "14.2",
    "segno": "1.6.6",
    "selectolax": "1",
    "starlette": "1.10",
    "textual": "8.2",
    "uvicorn": "0.54",
    "XlsxWriter": "3.2",
}


def lacking(found: Sequence[tuple[str, str | None]]) -> list[tuple[str, str | None]]:
    """Those that are missing (None) or too old, with the version that is there."""
    return [
        (name, version)
        for name, version in found
        if version is None or _numbers(version) < _numbers(LEAST_PACKAGES[name])
    ]


def _numbers(version: str) -> tuple[int, ...]:
    """`8.2.8` as numbers; what follows them (`rc1`) does not count."""
    return tuple(int(part) for part in re.findall(r"\d+", version)[:3])
