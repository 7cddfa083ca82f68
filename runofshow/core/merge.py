"""A merge patch (RFC 7396) laid on a JSON value. In it null takes a member away; lists come whole."""

from __future__ import annotations

from runofshow.core.wire import Json


def merged(target: Json, patch: Json) -> Json:
    """`target` with the patch laid on; neither is changed."""
    if not isinstance(patch, dict):
        return patch
    result = dict(target) if isinstance(target, dict) else {}
    for key, value in patch.items():
        if value is None:
            result.pop(key, None)
        else:
            result[key] = merged(result.get(key), value)
    return result
