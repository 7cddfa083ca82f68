"""What MC, ushers, music, stage and delegates see of an award round in their terminals, as it changes too."""

from __future__ import annotations

import pytest

from runofshow.core import commands as c
from runofshow.core.agenda import Address, Role
from runofshow.core.value import replace
from runofshow.core.views.roles import DisplayView, HandView, StageView, view_of
from runofshow.texts import Language
from runofshow.texts.pages import PAGES
from runofshow.texts.screen import SCREEN
from runofshow.tui.lines import Picture
from runofshow.tui.views.display import display_view
from runofshow.tui.views.hand import hand_body, hand_view
from runofshow.tui.views.lectern import Lectern
from runofshow.tui.views.scene import Scene
from runofshow.tui.views.stage import stage_view
from tests.tui.hall import HALL_TIME, Hall, Venue, pen
from tests.tui.rounds import round_agenda, round_hall


def screen(it: Hall, role: Role, width: int = 100, height: int = 60) -> str:
    view = view_of(role, it.now, HALL_TIME)
    scene = Scene(role, it.now.now, pen(), PAGES[Language.VI], SCREEN[Language.VI])
    match view:
        case HandView():
            return text(hand_view(view, Lectern(), scene, width, height, 0).lines)
        case StageView():
            return text(stage_view(view, scene, width, height, None).lines)
        case DisplayView():
            return text(display_view(view, scene, width, height))
        case _:
            raise AssertionError(role)


def body(it: Hall, role: Role, width: int) -> str:
    view = view_of(role, it.now, HALL_TIME)
    assert isinstance(view, HandView)
    scene = Scene(role, it.now.now, pen(), PAGES[Language.VI], SCREEN[Language.VI])
    return text(hand_body(view, Lectern(), scene, width).lines)


def text(lines: Picture) -> str:
    return "\n".join("".join(said for said, _, _ in line).rstrip() for line in lines)


def numbered(said: str, *names: str) -> list[str]:
    """The first word of the first line of each name."""
    return [next(line for line in said.splitlines() if name in line).split()[0] for name in names]


def test_mc_and_ushers_count_by_the_same_order_once_somebody_is_absent(venue: Venue) -> None:
    it = round_hall(venue, started=2)
    it.do(c.ChangeRecipient("r2-3", absent=True))
    for role in (Role.MC, Role.CREW):
        said = body(it, role, 100)
        names = ("Trần Hoàng Minh", "Trần Thu Hà", "Trần Quang Vinh")
        assert numbered(said, *names) == ["2", "–", "3"]
        assert "vắng mặt" in next(line for line in said.splitlines() if "Trần Thu Hà" in line)


def test_the_mc_reads_titles_proxies_and_how_a_name_is_read(venue: Venue) -> None:
    it = round_hall(venue, started=2)
    it.do(c.ChangeRecipient("r2-1", proxy="bà Lê Thị Sáu"))
    it.do(c.ChangeRecipient("r2-2", said="Trần Hoàng Mình", address="đồng chí"))
    said = body(it, Role.MC, 84)
    assert "ông Trần Thị Mai Phương" in said
    assert "→ nhận thay: bà Lê Thị Sáu" in said
    assert "đồng chí Trần Hoàng Minh" in said
    assert "đọc: Trần Hoàng Mình" in said


def test_who_has_no_title_of_their_own_is_called_by_that_of_the_event(venue: Venue) -> None:
    it = round_hall(venue, replace(round_agenda(), address=Address.COMRADE), started=2)
    it.do(c.ChangeRecipient("r2-1", address=""))
    it.do(c.ChangeRecipient("r2-2", said="Trần Hoàng Mình"))
    said = body(it, Role.MC, 84)
    assert "đồng chí Trần Thị Mai Phương" in said
    assert "bà Trần Hoàng Minh" in said


def test_ushers_are_told_what_moved_where(venue: Venue) -> None:
    it = round_hall(venue, started=2)
    it.do(c.ChangeRecipient("r2-3", absent=True))
    it.do(c.MoveRecipient("r2-9"))
    it.do(c.AddRecipient("b2", "Ông Cao Bá Quát"))
    said = body(it, Role.CREW, 100)
    assert "lấy ra: Trần Kim Ngân → đợt 3" in said
    assert "từ đợt 2 sang" in next(line for line in said.splitlines() if "ông Trần Kim Ngân" in line)
    assert "trước là số 4" in next(line for line in said.splitlines() if "Trần Quang Vinh" in line)
    assert "mới thêm" in next(line for line in said.splitlines() if "Cao Bá Quát" in line)
    it.do(c.SplitBatch("b3", "r3-5"))
    assert "tách từ đợt 3" in body(it, Role.CREW, 100)


@pytest.mark.parametrize("role", [Role.MC, Role.CREW, Role.MUSIC, Role.STAGE])
def test_every_hand_sees_at_which_step_the_batch_is(venue: Venue, role: Role) -> None:
    it = round_hall(venue, started=2)
    it.move(seconds=2)
    it.do(c.NextStep())
    assert "▶ XẾP HÀNG" in screen(it, role)
    it.move(seconds=2)
    it.do(c.NextStep())
    said = screen(it, role)
    assert "✓ xếp hàng" in said
    assert "▶ MỜI NGƯỜI TRAO" in said


def test_the_music_knows_the_step_that_comes(venue: Venue) -> None:
    it = round_hall(venue, started=2)
    for _ in range(2):
        it.move(seconds=2)
        it.do(c.NextStep())
    assert "→ bước tiếp: trao ♪ Nhạc trao thưởng" in screen(it, Role.MUSIC)
    # no hand is told of another's cue
    assert "Nhạc trao thưởng" not in screen(it, Role.CREW)


def test_the_stage_sees_who_of_the_next_batch_is_not_there(venue: Venue) -> None:
    it = round_hall(venue, started=2)
    for place in range(1, 9):
        it.do(c.See(f"r/r3-{place}"))
    it.do(c.See("r/r3-9", False))
    said = screen(it, Role.STAGE, 100, 44)
    assert "ĐỢT SAU 3/6" in said
    assert "báo vắng" in next(line for line in said.splitlines() if "Lê Kim Ngân" in line)
    assert "chưa thấy" in next(line for line in said.splitlines() if "Lê Văn An" in line)
    assert "Lê Tấn Tài" not in said


@pytest.mark.parametrize(("width", "height"), [(80, 24), (120, 40), (200, 60)])
@pytest.mark.parametrize("people", [10, 24, 40])
def test_the_display_has_every_name_whole_and_nobody_who_is_absent(
    venue: Venue, width: int, height: int, people: int
) -> None:
    it = round_hall(venue, round_agenda(1, people))
    it.do(c.ChangeRecipient("r1-3", name="Nguyễn Vắng Mặt"))
    it.do(c.ChangeRecipient("r1-3", absent=True))
    said = " ".join(screen(it, Role.DISPLAY, width, height).split())
    award = round_agenda(1, people).sessions[0].items[1].parts[0].award
    assert award is not None
    others = [one.name for one in award.recipients if one.recipient_id != "r1-3"]
    assert [name for name in others if name not in said] == []
    assert "Vắng Mặt" not in said
    assert "…" not in said


def test_the_display_names_nobody_where_the_plan_does_not_want_it(venue: Venue) -> None:
    agenda = round_agenda(1, 3)
    session = agenda.sessions[0]
    heading = session.items[1]
    part = heading.parts[0]
    assert part.award is not None
    silent = replace(part, award=replace(part.award, on_display=False))
    items = (session.items[0], replace(heading, parts=(silent,)), session.items[2])
    it = round_hall(venue, replace(agenda, sessions=(replace(session, items=items),)))
    assert "Nguyễn Hoàng Minh" not in screen(it, Role.DISPLAY)


def test_no_name_is_cut_however_narrow_the_screen(venue: Venue) -> None:
    it = round_hall(venue, started=2)
    it.do(
        c.ChangeRecipient("r2-1", name="Tập thể cán bộ, viên chức Trung tâm Dịch vụ tổng hợp phường Ninh Hòa")
    )
    for role in (Role.MC, Role.CREW):
        said = " ".join(body(it, role, 40).split())
        assert "Tập thể cán bộ, viên chức Trung tâm Dịch vụ tổng hợp phường Ninh Hòa" in said
