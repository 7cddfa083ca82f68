"""The console: a Textual app that draws snapshots and asks the engine. It never reckons time."""

from __future__ import annotations

import os

# Before anything imports textual: with the kitty key protocol some terminals hand Vietnamese keyboards'
# replacements over as single keys without their text.
os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
