"""JSON merge patch, RFC 7396: null takes a member away, objects are merged, anything else replaces."""

from __future__ import annotations

from runofshow.core.wire import Json


def merged(target: Json, patch: Json) -> Json:
    """`target` with `patch` laid on; neither is changed."""
    if not isinstance(patch, dict):
        return patch
    result = dict(target) if isinstance(target, dict) else {}
    for name, value in patch.items():
        if value is None:
            result.pop(name, None)
        else:
            result[name] = merged(result.get(name), value)
    return result
