"""The page lays a change on its picture exactly as the server means it."""

from __future__ import annotations

import json
import random
from itertools import pairwise
from random import Random

from runofshow.core import commands as c
from runofshow.core.agenda import Role
from runofshow.core.change import changed, merged
from runofshow.core.wire import Json
from tests.core.shows import MINUTE
from tests.core.test_change import a_history, awards, change, seen
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
    made = page.js(f"JSON.parse({json.dumps(json.dumps(pairs))}).map(([old, patch]) => merged(old, patch))")
    assert made == [merged(old, patch) for old, patch in pairs]
    assert any(old != new for (old, _), new in zip(pairs, made, strict=True))


def test_what_the_hall_sends_of_any_show_makes_its_new_picture_of_the_old_one(
    hall: Theatre, chromium: Chromium
) -> None:
    """It is what the terminal makes of it, and that is the picture (tests/core/test_change.py)."""
    page = hall.screen(chromium, Role.STAGE)
    draw = Random(2030)
    histories = [a_history(draw, 25) for _ in range(16)]
    steps = [
        [seen(role, old), change(role, old, new)]
        for pictures in histories
        for old, new in pairwise(pictures[::2])
        for role in Role
        if role is not Role.CALLER or draw.random() < 0.5
    ]
    assert {"items_order", "items_shift", "cues_order", "cues_shift"} <= {
        key for _, told in steps for key in told
    }
    page.js("import('/assets/merge.js').then(merge => { window.changed = merge.changed; })")
    made = page.js(f"JSON.parse({json.dumps(json.dumps(steps))}).map(([old, told]) => changed(old, told))")
    assert made == [changed(old, told) for old, told in steps]


def test_the_people_of_a_batch_are_merged_as_the_server_merges_them(
    hall: Theatre, chromium: Chromium
) -> None:
    page = hall.screen(chromium, Role.STAGE)
    stage = awards(12, 3)
    pictures = [stage.picture]
    for order in (
        c.See("r/p1"),
        c.MoveRecipient("p1", before="p6"),
        c.ChangeRecipient("p2", absent=True),
        c.MoveRecipient("p3", to="b0", before="p0"),
        c.AddRecipient("b1", "Bà Mới"),
        c.SplitBatch("b1", "p6"),
        c.Undo(),
        c.Advance(sure=True),
    ):
        stage.sleep(MINUTE).do(order)
        pictures.append(stage.picture)
    steps = [
        [seen(role, old), change(role, old, new)]
        for old, new in pairwise(pictures)
        for role in (Role.CREW, Role.MC)
    ]
    assert sum("people_order" in json.dumps(told) for _, told in steps) > 4
    page.js("import('/assets/merge.js').then(merge => { window.changed = merge.changed; })")
    made = page.js(f"JSON.parse({json.dumps(json.dumps(steps))}).map(([old, told]) => changed(old, told))")
    assert made == [changed(old, told) for old, told in steps]


def _value(rng: random.Random, depth: int) -> Json:
    return _object(rng, depth) if depth and rng.random() < 0.7 else rng.choice(VALUES)


def _object(rng: random.Random, depth: int) -> dict[str, Json]:
    return {key: _value(rng, depth - 1) for key in rng.sample(KEYS, rng.randrange(len(KEYS)))}
