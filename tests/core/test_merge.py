"""The merge patch of RFC 7396, laid on."""

from __future__ import annotations

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.core.change import merged
from runofshow.core.wire import Json

NAMES = st.sampled_from(["a", "b", "c", "title"])
SCALARS = st.booleans() | st.integers(-3, 3) | st.floats(-2, 2) | st.text(max_size=3)


def objects(values: st.SearchStrategy[Json]) -> st.SearchStrategy[dict[str, Json]]:
    return st.dictionaries(NAMES, values, max_size=4)


JSON: st.SearchStrategy[Json] = st.recursive(
    st.none() | SCALARS, lambda inner: objects(inner) | st.lists(inner, max_size=3), max_leaves=12
)


@pytest.mark.parametrize(
    ("target", "patch", "result"),
    [
        ({"a": "b"}, {"a": "c"}, {"a": "c"}),
        ({"a": "b"}, {"b": "c"}, {"a": "b", "b": "c"}),
        ({"a": "b"}, {"a": None}, {}),
        ({"a": "b", "b": "c"}, {"a": None}, {"b": "c"}),
        ({"a": ["b"]}, {"a": "c"}, {"a": "c"}),
        ({"a": "c"}, {"a": ["b"]}, {"a": ["b"]}),
        ({"a": {"b": "c"}}, {"a": {"b": "d", "c": None}}, {"a": {"b": "d"}}),
        ({"a": [{"b": "c"}]}, {"a": [1]}, {"a": [1]}),
        (["a", "b"], ["c", "d"], ["c", "d"]),
        ({"a": "b"}, ["c"], ["c"]),
        ({"a": "foo"}, None, None),
        ({"a": "foo"}, "bar", "bar"),
        ({"e": None}, {"a": 1}, {"e": None, "a": 1}),
        ([1, 2], {"a": "b", "c": None}, {"a": "b"}),
        ({}, {"a": {"bb": {"ccc": None}}}, {"a": {"bb": {}}}),
    ],
)
def test_the_examples_of_the_rfc(target: Json, patch: Json, result: Json) -> None:
    assert merged(target, patch) == result


@given(JSON, JSON)
def test_laying_a_patch_on_changes_neither_and_twice_is_once(target: Json, patch: Json) -> None:
    kept = copy.deepcopy((target, patch))
    once = merged(target, patch)
    assert (target, patch) == kept
    assert merged(once, patch) == once
