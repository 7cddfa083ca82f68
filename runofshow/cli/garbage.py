"""Python's search for garbage, which rests while a command is loaded (see __main__.py)."""

from __future__ import annotations

import gc


def search_again() -> None:
    """From now on what is left over is found; what is loaded stays to the end, and is not looked through."""
    gc.freeze()
    gc.enable()
