"""The merge patch of RFC 7396: laid on the old picture it gives the new one, and it holds nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.core.wire import Json
from runofshow.web.patch import merge_patch, patched

values = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 3) | st.floats(-3, 3) | st.text("ab", max_size=2),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", max_size=1), inner, max_size=3)
    ),
    max_leaves=12,
)
objects: st.SearchStrategy[dict[str, Json]] = st.dictionaries(st.text("abc", max_size=1), values, max_size=3)


def without_nulls(value: Json) -> Json:
    """A member that is null and one that is missing are the same, but not in a list, which is sent whole."""
    if not isinstance(value, dict):
        return value
    return {key: without_nulls(inner) for key, inner in value.items() if inner is not None}


@given(objects, objects)
def test_the_patch_makes_the_new_of_the_old(old: dict[str, Json], new: dict[str, Json]) -> None:
    made = patched(without_nulls(old), merge_patch(old, new))
    assert made == without_nulls(new)


@given(objects)
def test_nothing_changed_is_an_empty_patch(value: dict[str, Json]) -> None:
    assert merge_patch(value, value) == {}


@given(objects, objects)
def test_neither_side_is_changed_by_it(old: dict[str, Json], new: dict[str, Json]) -> None:
    before = repr((old, new))
    patched(old, merge_patch(old, new))
    assert repr((old, new)) == before


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
def test_the_examples_of_the_standard(target: Json, patch: Json, result: Json) -> None:
    assert patched(target, patch) == result


def test_only_what_changed_is_sent() -> None:
    old: dict[str, Json] = {"seq": 1, "current": {"title": "A", "elapsed_s": 1}, "by": "Ông An"}
    new: dict[str, Json] = {"seq": 2, "current": {"title": "A", "elapsed_s": 2}, "by": None}
    assert merge_patch(old, new) == {"seq": 2, "current": {"elapsed_s": 2}, "by": None}


def test_true_one_and_one_point_naught_are_three_values() -> None:
    assert merge_patch({"a": 1, "b": 1}, {"a": True, "b": 1.0}) == {"a": True, "b": 1.0}
