"""The stage as lines: every state at every size, and the facts a glance must find."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from runofshow.core import commands as c
from runofshow.core.agenda import ClockMode, Role
from runofshow.core.alarms import AlarmCode
from runofshow.core.counting import count_of
from runofshow.core.snapshot import CallCue, CallItem, CuePhase, Snapshot
from runofshow.core.value import replace
from runofshow.core.views.roles import HandView
from runofshow.texts import Language
from runofshow.tui.answers import aware
from runofshow.tui.caller_face import NO_STAGE, Kept, Look, stage
from runofshow.tui.colours import DARK, LIGHT
from runofshow.tui.faces import Face
from runofshow.tui.lines import Picture, cells
from runofshow.tui.other_faces import FaceLook, other_face
from runofshow.tui.panels.big_count import number
from runofshow.tui.panels.footer import Status
from runofshow.tui.panels.order import lines_of
from tests.tui.hall import Hall, Venue, hall, pen
from tests.tui.states import STATES, ended, held, last, overrun, protected, rehearsal, running


@pytest.fixture(scope="module")
def halls(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Hall]]:
    venue = Venue(tmp_path_factory.mktemp("halls"))
    yield {name: state(venue) for name, state in STATES.items()}
    venue.close()


def words_of(picture: Picture) -> str:
    return "\n".join("".join(segment.text for segment in line).rstrip() for line in picture)


def drawn(snapshot: Snapshot, width: int = 120, height: int = 40, look: Look | None = None) -> str:
    draws = aware(pen(), snapshot)
    return words_of(stage(snapshot, draws, width, height, look or Look()).picture)


@given(
    state=st.sampled_from(sorted(STATES)),
    width=st.integers(1, 220),
    height=st.integers(1, 70),
    language=st.sampled_from(Language),
    light=st.booleans(),
    status=st.sampled_from([None, Status("Đã ghi."), Status("Đã ghi." * 40, bad=True)]),
    failure=st.sampled_from(["", "ValueError: no"]),
    scrolled=st.integers(-600, 600),
)
@settings(max_examples=250, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_state_fits_every_terminal(
    halls: dict[str, Hall],
    state: str,
    width: int,
    height: int,
    language: Language,
    light: bool,
    status: Status | None,
    failure: str,
    scrolled: int,
) -> None:
    it = halls[state]
    draws = pen(language, LIGHT if light else DARK, it.agenda)
    chosen = it.now.rows[scrolled % len(it.now.rows)].item_id
    for look in (Look(status=status, failure=failure), Look(chosen=chosen, top=abs(scrolled))):
        picture = stage(it.now, draws, width, height, look).picture
        assert len(picture) == height
        assert {cells(line) for line in picture} == {width}
    for face in Face:
        if face is not Face.STAGE:
            shown = FaceLook(abs(scrolled), abs(scrolled) % 2)
            look = Look(status=status, failure=failure)
            picture = other_face(face, it.now, it.show.log, draws, width, height, look, shown).picture
            assert {cells(line) for line in picture} == {width}
            assert all("\n" not in segment.text for line in picture for segment in line)


def test_the_stage_of_a_running_item_says_what_a_glance_must_find(venue: Venue) -> None:
    said = drawn(running(venue).now)
    for fact in (
        "ĐANG DIỄN RA  5.2",
        "còn lại",
        "KẾ TIẾP  5.3",
        "Phòng Y tế",
        "SPACE   ▶ ĐI  MC Mời trình bày tham luận",
        "chậm 2'",
        "● CHÍNH THỨC",
        "09:06:58",
    ):
        assert fact in said


def test_at_80_by_24_the_same_is_there_in_the_same_order(venue: Venue) -> None:
    said = drawn(running(venue).now, 80, 24)
    places = [said.index(fact) for fact in ("ĐANG DIỄN RA", "KẾ TIẾP", "SPACE", "chậm 2'", "K.HOẠCH", " 5.2")]
    assert sorted(places[:-1]) == places[:-1]


def test_at_80_by_24_the_cues_that_wait_for_a_hand_stand_before_what_comes(venue: Venue) -> None:
    """GO's own has the call line; the others had no line at all, and next's later ones had theirs."""
    it = hall(venue)
    it.advance_to("2")
    called = it.now.next_call
    assert isinstance(called, CallCue)
    cues = it.now.cues_of(called.cue.item_id)
    for cue in cues:
        it.do(c.StandBy(cue.cue_id))
    said = drawn(it.now, 80, 24)
    assert len(cues) > 1
    for cue in cues:
        assert said.count(cue.text) == 1, cue.text
    assert said.index(cues[-1].text) < said.index("KẾ TIẾP")


def test_many_alarms_are_folded_say_how_they_are_put_away_and_stand_whole_in_the_log(venue: Venue) -> None:
    it = running(venue)
    codes = [AlarmCode.WEB, AlarmCode.SLOW_DISK, AlarmCode.LISTENER, AlarmCode.OSC, AlarmCode.JOURNAL]
    for code in codes:
        it.show.raise_alarm(code, "đầy")
    alarms = [line for line in drawn(it.now, 80, 24).splitlines() if line.startswith(" ✗ ")]
    assert len(alarms) == 3
    assert "3 cảnh báo nữa (F6" in alarms[-1]
    assert alarms[-1].endswith("Ctrl+P ẩn cảnh báo")
    shown = other_face(Face.LOG, it.now, it.show.log, pen(), 80, 24, Look(), FaceLook())
    assert words_of(shown.picture).count(" ✗ ") == 5


def test_the_log_says_what_was_undone_where_the_show_went_and_what_came_true(venue: Venue) -> None:
    it = running(venue)
    it.do(c.Advance())
    it.move(seconds=1)
    it.do(c.Undo())
    shown = other_face(Face.LOG, it.now, it.show.log, pen(), 120, 40, Look(), FaceLook())
    lines = words_of(shown.picture).splitlines()
    assert any("hoàn tác  chuyển mục" in line for line in lines)
    gone = next(line for line in lines if "chuyển mục  " in line and "hoàn tác" not in line)
    assert "chuyển mục  5.3 " in gone
    assert any("đến giờ  CHUẨN BỊ 5.2 " in line for line in lines)
    assert any("ĐẾN LÚC 5.2 " in line for line in lines)


@pytest.mark.parametrize(("width", "height"), [(20, 5), (12, 3), (30, 8)])
def test_a_tiny_terminal_keeps_the_count_and_what_comes_next(venue: Venue, width: int, height: int) -> None:
    said = drawn(running(venue).now, width, height)
    assert "→ 5.3" in said
    assert "4:26" in said or "█" in said


def test_the_last_row_that_runs_is_always_in_sight(venue: Venue) -> None:
    snapshot = last(venue).now
    for height in range(14, 60):
        assert "▌▶ 10" in drawn(snapshot, 120, height), height


def counted(snapshot: Snapshot) -> tuple[str, str]:
    found = number(snapshot.count, snapshot.now, pen())
    assert found is not None
    return found.text, found.label


def counted_as(snapshot: Snapshot, mode: ClockMode) -> Snapshot:
    """The same with another kind of clock for what runs."""
    assert snapshot.current is not None
    snapshot = replace(snapshot, current=replace(snapshot.current, clock=mode))
    return replace(snapshot, count=count_of(snapshot))


def test_a_count_down_goes_over_into_red(venue: Venue) -> None:
    snapshot = overrun(venue).now
    assert counted(snapshot) == ("+0:42", "quá giờ")
    found = number(snapshot.count, snapshot.now, pen())
    assert found is not None
    assert found.style == DARK.red


@pytest.mark.parametrize(
    ("mode", "shown", "style"),
    [
        (ClockMode.UP_SOFT, "7:42", DARK.strong),
        (ClockMode.UP, "7:42", DARK.red),
        (ClockMode.UNTIL_RESUMED, "+0:42", DARK.amber),
        (ClockMode.MEDIA, "+0:42", DARK.red),
    ],
)
def test_a_leader_is_never_red_and_a_break_never_more_than_amber(
    venue: Venue, mode: ClockMode, shown: str, style: object
) -> None:
    snapshot = overrun(venue).now
    assert snapshot.current is not None
    snapshot = counted_as(snapshot, mode)
    found = number(snapshot.count, snapshot.now, pen())
    assert found is not None
    assert (found.text, found.style) == (shown, style)


def test_a_hold_stops_the_count_and_says_since_when(venue: Venue) -> None:
    it = held(venue)
    said = drawn(it.now)
    assert "TẠM DỪNG từ 09:06 · 1:15" in said
    assert "h để tiếp tục" in said
    was = counted(it.now)
    it.move(seconds=30)
    assert counted(it.now) == was


def test_before_the_start_the_count_runs_to_it_and_past_it(venue: Venue) -> None:
    it = STATES["before"](venue)
    assert counted(it.now) == ("12:30", "bắt đầu sau")
    assert "bắt đầu mục 1.1" in drawn(it.now)
    it.move(minutes=12, seconds=52)
    assert counted(it.now) == ("+0:22", "đã quá giờ bắt đầu")


def test_where_there_is_little_room_the_title_stands_before_the_sessions_name(venue: Venue) -> None:
    now = STATES["before"](venue).now
    assert isinstance(now.next_call, CallItem)
    row = now.next_call.row
    title, session = "Báo cáo tổng kết phong trào thi đua yêu nước", "Phiên làm việc buổi sáng"
    named = replace(row, title=title, session=session)
    snapshot = replace(now, next_call=CallItem(named))
    assert "bắt đầu mục 1.1 · Phiên làm việc buổi sáng" in drawn(snapshot, 160)
    (narrow,) = (line for line in drawn(snapshot, 80, 24).splitlines() if "SPACE " in line and "▶" in line)
    assert "bắt đầu mục 1.1  Báo cáo tổng kết phong trào thi đua" in narrow
    assert "Phiên" not in narrow


def test_a_plan_without_a_clock_counts_to_nothing(venue: Venue) -> None:
    assert STATES["floating"](venue).now.count is None


def test_the_end_sums_up_planned_and_actual(venue: Venue) -> None:
    said = drawn(ended(venue).now)
    assert "Kế hoạch   08:00 – 10:46" in said
    assert "Thực tế    08:01 – " in said
    assert "u mở lại" in said
    assert "runofshow report last" in said
    # nothing of what is over is offered any more
    assert said.splitlines()[-1].startswith(" u hoàn tác")


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("width", [80, 120, 200])
def test_the_footer_has_the_key_that_lists_the_others(venue: Venue, language: Language, width: int) -> None:
    foot = words_of([stage(running(venue).now, pen(language), width, 24, Look()).picture[-1]])
    assert " ?" in foot


def test_the_last_item_says_that_n_ends_the_show(venue: Venue) -> None:
    assert "n để kết thúc hội nghị" in drawn(last(venue).now)


def test_a_rehearsal_cannot_be_taken_for_the_show(venue: Venue) -> None:
    snapshot = rehearsal(venue).now
    for width in (24, 40, 80, 120):
        said = drawn(snapshot, width, 30)
        assert "▲" in said
        assert "CHÍNH THỨC" not in said


def test_nothing_moves_while_a_protected_item_runs_but_its_clock(venue: Venue) -> None:
    it = protected(venue)
    styles = []
    for _ in range(4):
        it.move(seconds=1)
        picture = stage(it.now, pen(), 120, 40, Look()).picture
        styles.append([[segment.style for segment in line if "SPACE" in segment.text] for line in picture])
    assert all(style == styles[0] for style in styles)


@pytest.mark.parametrize("mode", ClockMode)
@pytest.mark.parametrize("size", [(20, 5), (80, 24), (120, 40), (200, 60)])
def test_a_protected_item_past_its_time_is_never_red(
    venue: Venue, mode: ClockMode, size: tuple[int, int]
) -> None:
    it = protected(venue)
    current = it.now.current
    assert current is not None
    it.move(seconds=current.remaining.total_seconds() + 42)
    over = it.now.current
    assert over is not None
    assert over.overrun == timedelta(seconds=42)
    snapshot = counted_as(it.now, mode)
    picture = stage(snapshot, aware(pen(), snapshot), *size, Look()).picture
    found = number(snapshot.count, snapshot.now, pen())
    assert found is not None
    assert found.style == DARK.strong
    colours = {segment.style.color for line in picture for segment in line if segment.style}
    assert not colours & {DARK.red.color}


@pytest.mark.parametrize("face", Face)
def test_no_face_is_red_past_the_hard_out_while_a_protected_item_runs(venue: Venue, face: Face) -> None:
    it = protected(venue)
    it.move(seconds=1)

    def colours(snapshot: Snapshot) -> set[object]:
        ink, size = aware(pen(), snapshot), (120, 40)
        if face is Face.STAGE:
            picture = stage(snapshot, ink, *size, Look()).picture
        else:
            picture = other_face(face, snapshot, (), ink, *size, Look(), FaceLook()).picture
        return {segment.style.color for line in picture for segment in line if segment.style}

    session = replace(it.now.session, hard_out=it.now.session.expected_end - timedelta(minutes=20))
    late = replace(it.now, session=session, slack=timedelta(minutes=-20))
    assert DARK.red.color not in colours(late)
    assert late.current is not None
    plain = replace(late.current.row, protected=False)
    loud = colours(replace(late, current=replace(late.current, row=plain)))
    assert (DARK.red.color in loud) is (face is not Face.DISPLAY)


def test_a_missing_answer_is_red_only_where_answers_are_given(venue: Venue) -> None:
    it = running(venue)
    due = next(cue for cue in it.now.cues if cue.phase is CuePhase.DUE and cue.to is Role.MUSIC)
    assert "CHƯA TRẢ LỜI" not in drawn(it.now)
    earlier = next(cue for cue in it.now.cues if cue.phase is CuePhase.LATER and cue.to is Role.MUSIC)
    it.do(c.StandBy(earlier.cue_id))
    it.do(c.Acknowledge(earlier.cue_id))
    assert due.acked_at is None
    assert "CHƯA TRẢ LỜI" in drawn(it.now)


def test_unknown_people_are_shown_as_such(venue: Venue) -> None:
    assert "Chưa phân công" in drawn(STATES["before"](venue).now)


def test_assumed_minutes_carry_their_mark(venue: Venue) -> None:
    assert "~15" in drawn(running(venue).now)


def test_alarms_stand_beneath_the_header(venue: Venue) -> None:
    lines = drawn(STATES["alarmed"](venue).now).splitlines()
    assert "KHÔNG GHI ĐƯỢC NHẬT KÝ" in lines[1]


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
@pytest.mark.parametrize("running_item", ["2", "5.2"])
def test_digits_keep_their_place_and_size_from_the_start_of_an_item_to_its_end(
    venue: Venue, running_item: str, size: tuple[int, int]
) -> None:
    it = hall(venue)
    it.advance_to(running_item)
    frames, lines_with_digits = set(), set()
    while it.now.current is not None and it.now.current.remaining > timedelta(seconds=20):
        it.move(seconds=19)
        if isinstance(it.now.next_call, CallCue):
            it.do(c.Go())
        found = number(it.now.count, it.now.now, pen())
        assert found is not None
        frames.add(found.frame)
        picture = words_of(stage(it.now, pen(), *size, Look()).picture).splitlines()
        lines_with_digits.add(tuple(y for y, line in enumerate(picture) if "█" in line or "▀" in line))
    assert len(frames) == 1
    assert len(lines_with_digits) == 1


def test_a_further_session_stands_under_its_own_line(venue: Venue) -> None:
    it = hall(venue, "full-example")
    lines = drawn(it.now, 120, 70).splitlines()
    at = next(y for y, line in enumerate(lines) if "── Buổi chiều ─" in line)
    assert "  1    13:30" in lines[at + 1]


@given(
    states=st.lists(st.sampled_from(sorted(STATES)), min_size=2, max_size=4),
    width=st.integers(30, 180),
    height=st.integers(8, 50),
    places=st.lists(st.integers(-1, 30), min_size=4, max_size=4),
    draw=st.randoms(use_true_random=False),
)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_stage_drawn_upon_the_last_one_is_the_one_drawn_anew(
    halls: dict[str, Hall], states: list[str], width: int, height: int, places: list[int], draw: Random
) -> None:
    last = NO_STAGE
    for state, place in zip(states, places, strict=False):
        now = halls[state].now
        draws = aware(pen(), now)
        for at, status in ((place, None), (place + 1, None), (place + 1, Status("Đã ghi."))):
            chosen = None if at < 0 else now.rows[at % len(now.rows)].item_id
            look = Look(chosen, last.top, status)
            kept = Kept.NOTHING if (at, status) == (place, None) else draw.choice([Kept.PANELS, Kept.UPPER])
            last = stage(now, draws, width, height, look, last, kept)
            assert last.picture == stage(now, draws, width, height, look).picture


def test_a_cursor_that_moves_draws_two_rows_anew(venue: Venue) -> None:
    now = running(venue).now
    draws = aware(pen(), now)
    first = stage(now, draws, 120, 40, Look(chosen=now.rows[6].item_id))
    moved = stage(now, draws, 120, 40, Look(chosen=now.rows[7].item_id), first, Kept.UPPER)
    head, feet = moved.table_y - 1, {38, 39}
    anew = [y for y, line in enumerate(moved.picture) if all(line is not one for one in first.picture)]
    lines = (lines_of(now).line_of(now.rows[at].item_id) for at in (6, 7))
    assert [y for y in anew if y not in {head, *feet}] == [
        moved.table_y - moved.top + line for line in lines if line is not None
    ]


def test_another_second_of_the_clock_alone_leaves_the_panels_as_they_stand(venue: Venue) -> None:
    now = running(venue).now
    draws = aware(pen(), now)
    first = stage(now, draws, 120, 40, Look())
    later = replace(now, now=now.now + timedelta(seconds=1))
    second = stage(later, draws, 120, 40, Look(), first, Kept.PANELS)
    assert words_of(second.picture) != words_of(first.picture)
    assert all(line is one for line, one in zip(second.panels, first.panels, strict=True))


@pytest.mark.parametrize("width", [60, 80, 100, 120, 150, 179, 180, 200, 240])
@pytest.mark.parametrize("height", [24, 30, 40, 60, 80])
def test_no_cue_stands_twice_whatever_the_size(venue: Venue, width: int, height: int) -> None:
    it = hall(venue)
    it.advance_to("4")
    said = drawn(it.now, width, height)
    for text in ("Tối khán phòng", "Chiếu clip", "Nhỏ dần khi tới bục", "Micro không dây"):
        assert said.count(text) <= 1, text


def rows_of_digits(snapshot: Snapshot, title: str, width: int, height: int) -> int:
    current = snapshot.current
    assert current is not None
    row = replace(current.row, title=title)
    said = drawn(replace(snapshot, current=replace(current, row=row)), width, height)
    return sum("█" in line for line in said.splitlines())


@pytest.mark.parametrize(("width", "height"), [(80, 24), (80, 50), (120, 60), (180, 50), (200, 60)])
def test_a_long_title_takes_nothing_from_the_count(venue: Venue, width: int, height: int) -> None:
    now, long = running(venue).now, "Phong trào thi đua xây dựng nông thôn mới " * 4
    short = rows_of_digits(now, "Tham luận", width, height)
    assert short == rows_of_digits(now, long, width, height) >= 5


def test_at_120_by_40_three_lines_of_title_leave_seven_to_the_count(venue: Venue) -> None:
    long = "Báo cáo tổng kết phong trào thi đua và công tác khen thưởng " * 3
    assert rows_of_digits(running(venue).now, long, 120, 40) == 7


def test_the_mc_face_says_that_nobody_is_named_to_speak_next(venue: Venue) -> None:
    it = hall(venue)
    it.advance_to("2")
    assert it.now.next is not None
    assert it.now.next.unassigned
    face = other_face(Face.MC, it.now, (), aware(pen(), it.now), 120, 40, Look(), FaceLook())
    assert "Chưa phân công" in words_of(face.picture)


def test_a_face_keeps_of_what_the_roles_see_all_that_no_second_moves(venue: Venue) -> None:
    it = running(venue)
    draws = aware(pen(), it.now)
    first = other_face(Face.MC, it.now, (), draws, 120, 40, Look(), FaceLook())
    later = replace(it.now, now=it.now.now + timedelta(seconds=1))
    second = other_face(Face.MC, later, (), draws, 120, 40, Look(), FaceLook(), first.views)
    assert first.views is not None
    assert second.views is not None
    before, after = (shown.of(Role.MC) for shown in (first.views, second.views))
    assert isinstance(before, HandView)
    assert isinstance(after, HandView)
    assert all(one is other for one, other in zip(before.cues, after.cues, strict=True))
