"""What time makes of a picture: the same count as the console's, and the cue light."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from runofshow.core import commands as c
from runofshow.core.agenda import Role
from runofshow.core.snapshot import Current, Phase
from runofshow.core.views.roles import HandView, view_of
from runofshow.core.wire import as_json
from runofshow.line.counting import Lamp, Light, lamp_of, run_of
from runofshow.line.reading import read_view
from tests.tui.hall import HALL_TIME, Hall, Venue, hall_for
from tests.web.halls import plan


@pytest.fixture
def it(tmp_path: Path) -> Iterator[Hall]:
    venue = Venue(tmp_path)
    yield hall_for(venue, plan())
    venue.close()


def seen(it: Hall, role: Role = Role.MUSIC) -> HandView:
    picture = read_view(role, as_json(view_of(role, it.now, HALL_TIME)))
    assert isinstance(picture, HandView)
    return picture


def lamp(it: Hall) -> Lamp:
    return lamp_of(seen(it).cues, it.now.now)


def is_near(one: timedelta, other: timedelta) -> bool:
    return abs(one - other) < timedelta(milliseconds=5)


def agrees(picture: HandView, it: Hall) -> bool:
    """Whether an old picture, carried on, counts what the show counts now."""
    current: Current | None = it.now.current
    assert current is not None
    assert picture.current is not None
    run = run_of(picture.current, picture.phase, it.now.now)
    return is_near(run.passed, current.elapsed) and is_near(run.left, current.remaining - current.overrun)


def test_an_old_picture_counts_on_as_the_show_does_and_past_the_end(it: Hall) -> None:
    it.do(c.Start())
    picture = seen(it)
    it.move(minutes=3, seconds=12)
    assert agrees(picture, it)
    it.move(minutes=9)
    assert it.now.current is not None
    assert it.now.current.overrun > timedelta()
    assert agrees(picture, it)


def test_a_hold_stands_still_and_is_left_out_afterwards(it: Hall) -> None:
    it.do(c.Start())
    it.move(minutes=2)
    it.do(c.Hold())
    held = seen(it)
    assert held.phase is Phase.HELD
    it.move(minutes=4)
    assert agrees(held, it)
    it.do(c.Resume())
    after = seen(it)
    it.move(minutes=1)
    assert agrees(after, it)
    assert after.current is not None
    passed = run_of(after.current, after.phase, it.now.now).passed
    assert is_near(passed, timedelta(minutes=3))


def test_a_picture_of_a_later_moment_tells_the_same_length(it: Hall) -> None:
    it.do(c.Start())
    it.do(c.AddTime(timedelta(minutes=2)))
    it.move(minutes=13)
    picture = seen(it)
    it.move(seconds=30)
    assert agrees(picture, it)


def test_the_cue_light_goes_from_soon_to_stand_by_to_ready_to_go_and_out(it: Hall) -> None:
    it.do(c.Start())
    it.do(c.Go("music1"))
    it.move(seconds=7)
    assert lamp(it).light is Light.SOON
    it.do(c.StandBy("music2"))
    assert (lamp(it).light, lamp(it).asked) == (Light.STANDBY, lamp(it).cue)
    it.do(c.Acknowledge("music2"), by="music")
    assert (lamp(it).light, lamp(it).asked) == (Light.READY, None)
    it.do(c.Go("music2"))
    it.move(seconds=1)
    assert lamp(it).light is Light.GO
    it.move(seconds=6)
    found = lamp(it)
    assert found.light is Light.SOON
    assert found.cue is not None
    assert found.cue.cue_id == "music3"


def test_a_go_gives_way_sooner_when_another_cue_waits_for_an_answer(it: Hall) -> None:
    it.do(c.Start())
    it.do(c.Go("music1"))
    it.do(c.StandBy("music2"))
    found = lamp(it)
    assert found.light is Light.GO
    assert found.asked is not None
    assert found.asked.cue_id == "music2"
    it.move(seconds=4)
    assert lamp(it).light is Light.STANDBY


def test_without_cues_the_light_is_out(it: Hall) -> None:
    assert lamp_of((), it.now.now) == Lamp(Light.IDLE, None, None)
