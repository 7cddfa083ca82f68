"""The schema beside the agendas is the one the program prints, so that editors and `check` say the same."""

from __future__ import annotations

import json
from pathlib import Path

from runofshow.agenda_file.schema import agenda_schema

SCHEMA = Path(__file__).resolve().parent.parent.parent / "agendas" / "agenda.schema.json"


def test_the_schema_that_the_files_name_is_the_programs_own() -> None:
    """When it fails: `runofshow schema > agendas/agenda.schema.json`."""
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == agenda_schema()
