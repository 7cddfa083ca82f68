"""The page lays a change on its picture exactly as the server means it."""

from __future__ import annotations

import json
import random
from itertools import pairwise

from runofshow.core.agenda import Role
from runofshow.core.wire import Json
from runofshow.web.patch import merge_patch, patched
from tests.web.pages.browser import Chromium
from tests.web.pages.theatre import Theatre

PAIRS = 400
KEYS = ("current", "now", "words", "cues", "__proto__", "constructor", "", "ưu tiên")
VALUES: tuple[Json, ...] = (
    None,
    True,
    False,
    0,
    1,
    -2.5,
    "",
    "Nguyễn",
    "%s",
    "null",
    [],
    {},
    [None, 1],
    [{"a": None}],
)


def test_a_change_is_merged_as_the_server_merges_it(hall: Theatre, chromium: Chromium) -> None:
    page = hall.screen(chromium, Role.STAGE)
    rng = random.Random(2020)
    pairs = [(_value(rng, 3), _value(rng, 3)) for _ in range(PAIRS)]
    page.js("import('/assets/merge.js').then(merge => { window.merged = merge.merged; })")
    merged = page.js(f"JSON.parse({json.dumps(json.dumps(pairs))}).map(([old, patch]) => merged(old, patch))")
    assert merged == [patched(old, patch) for old, patch in pairs]
    assert any(old != new for (old, _), new in zip(pairs, merged, strict=True))


def test_what_the_server_sends_makes_its_new_picture_of_the_old_one(
    hall: Theatre, chromium: Chromium
) -> None:
    page = hall.screen(chromium, Role.STAGE)
    rng = random.Random(2030)
    pictures = [_object(rng, 3) for _ in range(PAIRS)]
    steps = [(old, merge_patch(old, new)) for old, new in pairwise(pictures)]
    page.js("import('/assets/merge.js').then(merge => { window.merged = merge.merged; })")
    made = page.js(f"JSON.parse({json.dumps(json.dumps(steps))}).map(([old, patch]) => merged(old, patch))")
    # nothing in it is null any more: an absent member and one that is null are the same to a page
    assert [_without_nulls(one) for one in made] == [_without_nulls(new) for new in pictures[1:]]


def _value(rng: random.Random, depth: int) -> Json:
    return _object(rng, depth) if depth and rng.random() < 0.7 else rng.choice(VALUES)


def _object(rng: random.Random, depth: int) -> dict[str, Json]:
    return {key: _value(rng, depth - 1) for key in rng.sample(KEYS, rng.randrange(len(KEYS)))}


def _without_nulls(value: Json) -> Json:
    if not isinstance(value, dict):
        return value
    return {key: _without_nulls(inner) for key, inner in value.items() if inner is not None}
