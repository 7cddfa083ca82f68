"""The agenda file as a JSON Schema: editors complete its keys and underline mistakes while they are typed.

It is drawn from the form itself (form.py); what it cannot say, `check` still does.
"""

from __future__ import annotations

from typing import Any

from runofshow.agenda_file.form import AgendaForm


def agenda_schema() -> dict[str, Any]:
    """The schema, the same at every call."""
    schema = AgendaForm.model_json_schema()
    schema["oneOf"] = [{"required": ["items"]}, {"required": ["sessions"]}]
    without_null: dict[str, Any] = _tidied(schema)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **without_null}


def _tidied(node: Any) -> Any:
    """Without the machine's own titles and defaults, which an editor would show as advice."""
    if isinstance(node, list):
        return [_tidied(each) for each in node]
    if not isinstance(node, dict):
        return node
    kept = {key: _tidied(value) for key, value in node.items() if not (key == "default" and value is None)}
    if isinstance(kept.get("title"), str) and "properties" not in kept:
        del kept["title"]
    return kept
