"""The schema tells an editor what a file may say."""

from __future__ import annotations

import json
from typing import Any

from runofshow.agenda_file.catalogue import catalogue
from runofshow.agenda_file.schema import agenda_schema


def definition(name: str) -> dict[str, Any]:
    found: dict[str, Any] = agenda_schema()["$defs"][name]
    return found


def test_the_schema_is_the_same_at_every_call() -> None:
    assert json.dumps(agenda_schema()) == json.dumps(agenda_schema())


def test_every_key_has_a_description_and_no_other_key_is_allowed() -> None:
    schema = agenda_schema()
    for model in (schema, *schema["$defs"].values()):
        assert model["additionalProperties"] is False
        for name, field in model["properties"].items():
            assert field.get("description"), name


def test_the_kinds_are_listed() -> None:
    assert definition("ItemForm")["properties"]["kind"]["enum"] == list(catalogue())


def test_an_item_needs_a_title_and_a_kind() -> None:
    assert definition("ItemForm")["required"] == ["title", "kind"]


def test_a_file_has_items_or_sessions() -> None:
    assert agenda_schema()["oneOf"] == [{"required": ["items"]}, {"required": ["sessions"]}]


def test_the_period_is_written_with_its_short_keys() -> None:
    assert list(definition("PeriodForm")["properties"]) == ["text", "from", "to"]
