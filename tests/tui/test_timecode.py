"""The timecode in the terminal: in the console's band and on the stage's screen, lost or never there."""

from __future__ import annotations

from datetime import timedelta, timezone

import pytest

from runofshow.core.agenda import Role
from runofshow.core.snapshot import Snapshot
from runofshow.core.timecode import Rate, Timecode, TimecodeBy
from runofshow.core.timecode_now import Movement, TimecodeHeard, timecode_now
from runofshow.core.value import replace
from runofshow.core.views.roles import StageView, view_of
from runofshow.texts import Language
from runofshow.texts.pages import PAGES
from runofshow.texts.screen import SCREEN
from runofshow.tui.panels.header import header
from runofshow.tui.views.scene import Scene
from runofshow.tui.views.stage import stage_view
from tests.core.shows import agenda, item
from tests.tui.hall import Venue, hall_for, pen

HERE = timezone(timedelta(hours=7))
WHY = "USB Audio: ALC257 Analog, HDMI 0"


def told(venue: Venue, movement: Movement, code: Timecode | None, why: str = "") -> Snapshot:
    snapshot = hall_for(venue, agenda(item("a", 10), item("b", 10))).show.latest
    heard = TimecodeHeard(TimecodeBy.LTC, movement, snapshot.now, code, Rate.EUROPE, detail=why)
    return replace(snapshot, timecode=timecode_now(heard))


def band(snapshot: Snapshot, width: int, language: Language = Language.VI) -> str:
    return "".join(part.text for part in header(snapshot, pen(language), width))


def stage(snapshot: Snapshot, width: int, height: int, language: Language = Language.VI) -> str:
    draws = pen(language)
    view = view_of(Role.STAGE, snapshot, HERE)
    assert isinstance(view, StageView)
    now = snapshot.now.astimezone(HERE)
    scene = Scene(Role.STAGE, now, draws, PAGES[language], SCREEN[language]).before(view)
    lines = stage_view(view, scene, width, height, None).lines
    assert len(lines) <= height
    return "\n".join("".join(part.text for part in line) for line in lines)


@pytest.mark.parametrize(("width", "height"), [(80, 24), (120, 40), (60, 14)])
def test_the_stage_reads_the_code_that_comes(venue: Venue, width: int, height: int) -> None:
    coded = told(venue, Movement.RUNNING, Timecode(1, 0, 10, 5))
    assert "▶ mã giờ 01:00:10 · 25 hình/giây" in stage(coded, width, height)
    assert "▶ TC 01:00:10 · 25 fps" in stage(coded, width, height, Language.EN)
    assert "▶ mã giờ 01:00:10" in band(coded, width)
    silent = replace(coded, timecode=None)
    assert "mã giờ" not in stage(silent, width, height)


@pytest.mark.parametrize(
    ("language", "never", "lost"),
    [
        (Language.VI, "✗ NGÕ MÃ GIỜ KHÔNG MỞ", "✗ MẤT MÃ GIỜ từ"),
        (Language.EN, "✗ TC INPUT NOT OPEN", "✗ TC LOST since"),
    ],
)
def test_a_code_that_never_came_is_told_from_one_that_was_lost_and_why(
    venue: Venue, language: Language, never: str, lost: str
) -> None:
    absent = told(venue, Movement.LOST, None, WHY)
    gone = told(venue, Movement.LOST, Timecode(1, 0, 10, 5), WHY)
    for width in (80, 120, 160):
        assert never in band(absent, width, language)
        assert lost not in band(absent, width, language)
        assert lost in band(gone, width, language)
        assert never not in band(gone, width, language)
        assert never in stage(absent, width, 30, language)
    assert WHY in band(absent, 200, language)
    assert WHY in stage(absent, 120, 30, language)
    assert WHY not in band(absent, 80, language)


def test_what_is_said_of_the_code_leaves_the_show_its_name(venue: Venue) -> None:
    absent = replace(told(venue, Movement.LOST, None, WHY), title="Hội nghị điển hình tiên tiến")
    for language in Language:
        assert "Hội nghị điển hình" in band(absent, 80, language)
