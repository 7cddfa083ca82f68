"""The merge patch of RFC 7396: laid on the old it gives the new, and it holds nothing else."""

from __future__ import annotations

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.core.merge import merge_patch, merged
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


@given(objects(JSON), objects(JSON))
def test_the_patch_makes_the_new_of_the_old(old: dict[str, Json], new: dict[str, Json]) -> None:
    assert typed(without_null(merged(old, merge_patch(old, new)))) == typed(without_null(new))


@given(JSON, JSON)
def test_laying_a_patch_on_changes_neither_and_twice_is_once(target: Json, patch: Json) -> None:
    kept = copy.deepcopy((target, patch))
    once = merged(target, patch)
    assert (target, patch) == kept
    assert merged(once, patch) == once


@given(objects(JSON))
def test_nothing_changed_is_an_empty_patch(value: dict[str, Json]) -> None:
    assert merge_patch(value, value) == {}


@given(objects(JSON), objects(JSON))
def test_making_a_patch_changes_neither_side(old: dict[str, Json], new: dict[str, Json]) -> None:
    before = repr((old, new))
    merge_patch(old, new)
    assert repr((old, new)) == before


def test_only_what_changed_is_sent() -> None:
    old: dict[str, Json] = {"seq": 1, "current": {"title": "A", "elapsed_s": 1}, "by": "Ông An"}
    new: dict[str, Json] = {"seq": 2, "current": {"title": "A", "elapsed_s": 2}, "by": None}
    assert merge_patch(old, new) == {"seq": 2, "current": {"elapsed_s": 2}, "by": None}


def test_true_one_and_one_point_naught_are_three_values() -> None:
    assert merge_patch({"a": 1, "b": 1}, {"a": True, "b": 1.0}) == {"a": True, "b": 1.0}


def without_null(value: Json) -> Json:
    """Unknown is null on the wire, and a member that is missing is unknown too. Lists are sent whole."""
    if isinstance(value, dict):
        return {name: without_null(inner) for name, inner in value.items() if inner is not None}
    return value


def typed(value: Json) -> object:
    """With the types beside the values: 1 == True in Python, and not on the wire."""
    if isinstance(value, dict):
        return {name: typed(inner) for name, inner in value.items()}
    return (type(value), value)


def test_what_is_null_and_what_is_missing_are_the_same_at_any_depth() -> None:
    assert merge_patch({"current": {"number": "1", "by": None}}, {"current": {"number": "1"}}) == {}
