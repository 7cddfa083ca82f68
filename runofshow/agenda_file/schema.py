"""The agenda file as a JSON Schema: editors complete its keys and underline mistakes while they are typed.

It is drawn from the form itself (form.py); what it cannot say, `check` still does.
"""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

from runofshow.agenda_file.fitting import Either, Key, ListOf, MappingOf, Shape, Value, keys
from runofshow.agenda_file.form import FORMS, AgendaForm

if TYPE_CHECKING:
    from msgspec import Struct


def agenda_schema() -> dict[str, Any]:
    """The schema, the same at every call."""
    parts = sorted((form for form in FORMS if form is not AgendaForm), key=lambda form: form.__name__)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$defs": {form.__name__: _form(form, form.__name__) for form in parts},
        **_form(AgendaForm, "runofshow agenda"),
        "oneOf": [{"required": ["items"]}, {"required": ["sessions"]}],
    }


def _form(form: type[Struct], title: str) -> dict[str, Any]:
    needed = [name for name, key in keys(form).items() if key.is_needed]
    return {
        "additionalProperties": False,
        "description": inspect.getdoc(form),
        "properties": {name: _key(key) for name, key in keys(form).items()},
        **({"required": needed} if needed else {}),
        "title": title,
        "type": "object",
    }


def _key(key: Key) -> dict[str, Any]:
    """A key that need not be there may be empty too."""
    shape = _shape(key.shape)
    may_be = shape if key.is_needed else {"anyOf": [shape, {"type": "null"}]}
    return dict(sorted({**may_be, "description": key.description}.items()))


def _shape(shape: Shape) -> dict[str, Any]:
    match shape:
        case Value():
            return dict(sorted(shape.schema.items()))
        case ListOf():
            return {"items": _shape(shape.each), "type": "array"}
        case MappingOf():
            return {"additionalProperties": _shape(shape.each), "type": "object"}
        case Either():
            return {"anyOf": [_shape(shape.value), _shape(shape.form)]}
        case _:
            return {"$ref": f"#/$defs/{shape.__name__}"}
