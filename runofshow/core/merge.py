"""What changed between two JSON objects, as a merge patch (RFC 7396), and how it is laid on again.

In a merge patch null takes a member away, so a member that is null and one that is missing are the same
here: "unknown is null" reads `undefined` after a change. Lists are sent whole.
"""

from __future__ import annotations

from runofshow.core.wire import Json


def merge_patch(old: dict[str, Json], new: dict[str, Json]) -> dict[str, Json]:
    """The patch that makes `new` of `old`; empty when nothing changed."""
    patch: dict[str, Json] = {key: None for key in old if old[key] is not None and new.get(key) is None}
    for key, value in new.items():
        before = old.get(key)
        # 1 == True == 1.0 in Python, and not in JSON
        if value is None or value is before or (type(value) is type(before) and value == before):
            continue
        if isinstance(value, dict) and isinstance(before, dict):
            inner = merge_patch(before, value)
            if inner:
                patch[key] = inner
        else:
            patch[key] = value
    return patch


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
