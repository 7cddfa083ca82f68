"""The agenda file: YAML to the core's Agenda and back, and everything wrong with it in words."""

from __future__ import annotations

import os

# Before anything imports pydantic: looking for its plugins among all installed packages delays every start.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
