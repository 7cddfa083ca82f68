"""The console with a real engine behind it: keys pressed, facts read off the screen."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from textual import events
from textual.command import CommandPalette
from textual.widgets import Button

from runofshow.core.agenda import BeforeEnd, Role
from runofshow.core.commands import ClockFault, ReportClock
from runofshow.core.snapshot import ItemState, Phase
from runofshow.texts import Language
from runofshow.texts.console import VI
from runofshow.tui.dialogs.form import Form
from runofshow.tui.dialogs.help import Help
from runofshow.tui.dialogs.question import Question
from runofshow.tui.dialogs.search import Search
from runofshow.tui.faces import Face
from runofshow.tui.keys import Act
from runofshow.tui.vietnamese_fields import Entry
from tests.tui.desk import desk
from tests.tui.hall import Venue
from tests.tui.states import before, last, running

MINUTE = timedelta(minutes=1)


async def test_space_starts_the_show_and_the_screen_says_so(venue: Venue) -> None:
    async with desk(before(venue)) as at:
        assert "bắt đầu mục 1.1" in at.screen
        await at.press("space")
        await at.until(lambda now: now.phase is Phase.RUNNING)
        assert "ĐANG DIỄN RA  1.1" in at.screen


async def test_n_and_its_control_key_go_to_the_next_item_whatever_cues_are_left(venue: Venue) -> None:
    async with desk(running(venue)) as at:
        await at.press("n")
        await at.until(lambda now: now.current is not None and now.current.row.number == "5.3")
        at.it.hand.move(at.it.now.session.start_at.resolution * 2_000_000)
        await at.press("ctrl+n")
        await at.until(lambda now: now.current is not None and now.current.row.number == "6")


async def test_h_holds_and_resumes(venue: Venue) -> None:
    async with desk(running(venue)) as at:
        await at.press("h")
        await at.until(lambda now: now.phase is Phase.HELD)
        await at.until_said("TẠM DỪNG từ")
        await at.press("ctrl+t")
        await at.until(lambda now: now.phase is Phase.RUNNING)


async def test_plus_equals_and_minus_change_the_time(venue: Venue) -> None:
    async with desk(running(venue)) as at:
        await at.press("plus", "equals_sign", "minus")
        await at.until(lambda now: now.current is not None and now.current.row.added.total_seconds() == 60)
        await at.until_said("+1'")


async def test_u_and_its_marked_forms_undo(venue: Venue) -> None:
    async with desk(running(venue)) as at:
        await at.press("h")
        await at.until(lambda now: now.phase is Phase.HELD)
        at.console.post_message(events.Key("latin_small_letter_u_with_grave", "ù"))
        await at.until(lambda now: now.phase is Phase.RUNNING)
        await at.until_said("Đã hoàn tác")


async def test_a_rewriting_keyboard_calls_each_order_once(venue: Venue) -> None:
    """u, then s under Telex: an undo and a stand-by, not two undos."""
    async with desk(running(venue)) as at:
        before_seq = at.engine.latest.seq
        await at.press("h")
        await at.until(lambda now: now.phase is Phase.HELD)
        await at.press("u")
        await at.until(lambda now: now.phase is Phase.RUNNING)
        for key in (events.Key("backspace", "\x7f"), events.Key("latin_small_letter_u_with_acute", "ú")):
            at.console.post_message(key)
        await at.until(lambda now: now.seq > before_seq + 2)
        assert [entry.do for entry in at.engine.log if entry.seq > before_seq] == ["hold", "undo", "standby"]


async def test_a_refusal_is_said_in_words_and_changes_nothing(venue: Venue) -> None:
    async with desk(before(venue)) as at:
        await at.press("h")
        await at.until_said("✗ Hội nghị chưa bắt đầu")
        assert at.engine.latest.phase is Phase.BEFORE


async def test_two_presses_of_space_within_the_guard_are_one_and_nothing_is_said(venue: Venue) -> None:
    async with desk(before(venue)) as at:
        await at.press("space", "space")
        await at.until(lambda now: now.phase is Phase.RUNNING)
        assert at.current == "1.1"
        assert "✗" not in at.screen


async def test_the_end_is_asked_about_and_esc_or_enter_is_no(venue: Venue) -> None:
    async with desk(last(venue)) as at:
        for answer in ("escape", "enter"):
            await at.press("n")
            await at.pilot.pause(0.1)
            assert isinstance(at.dialog, Question)
            await at.press(answer)
            assert at.engine.latest.phase is Phase.RUNNING
        await at.press("n")
        await at.pilot.pause(0.1)
        await at.press("right", "enter")
        await at.until(lambda now: now.phase is Phase.ENDED)
        await at.until_said("ĐÃ KẾT THÚC")


async def test_a_protected_item_is_skipped_only_after_a_question(venue: Venue) -> None:
    async with desk(running(venue)) as at:
        await at.press("end", "x")
        assert isinstance(at.dialog, Question)
        await at.press("escape")
        assert at.row("10").state is ItemState.UPCOMING
        await at.press("x", "c")
        await at.until(lambda now: now.rows[-1].state is ItemState.SKIPPED)
        await at.press("x")
        await at.until(lambda now: now.rows[-1].state is ItemState.UPCOMING)


async def test_enter_makes_the_chosen_row_the_next_one(venue: Venue) -> None:
    async with desk(running(venue)) as at:
        await at.press("down", "down", "enter")
        await at.until(lambda now: now.next is not None and now.next.number == "6")
        await at.until_said("KẾ TIẾP  6")


async def test_the_cursor_follows_the_show_until_it_is_moved_and_again_after_a_dot(venue: Venue) -> None:
    async with desk(running(venue)) as at:
        assert at.chosen() is None
        await at.press("down")
        assert at.chosen() == "5.3"
        await at.press("full_stop")
        assert at.chosen() is None
        await at.press("home")
        assert at.chosen() == "1"
        for _ in range(80):
            at.console.board.beat()
        assert at.chosen() is None


async def test_capital_j_and_k_move_a_row_and_the_cursor_goes_with_it(venue: Venue) -> None:
    async with desk(running(venue)) as at:
        await at.press("end", "K")
        await at.until(lambda now: now.rows[-1].number == "9")
        assert at.console.board.chosen == at.row("10").item_id
        await at.press("J")
        await at.until(lambda now: now.rows[-1].number == "10")


async def test_search_needs_no_marks_and_esc_goes_back(venue: Venue) -> None:
    async with desk(running(venue)) as at:
        await at.press("slash", *"phat")
        assert isinstance(at.dialog, Search)
        await at.press("escape")
        assert at.console.board.chosen is None
        await at.press("slash", *"bemac")
        await at.press(*["backspace"] * 5, *"mac", "enter")
        assert at.console.board.chosen == at.row("10").item_id


async def test_a_row_is_edited_without_leaving_the_show(venue: Venue) -> None:
    async with desk(running(venue)) as at:
        await at.press("down", "e")
        assert isinstance(at.dialog, Form)
        assert at.dialog.query_one("#field-title", Entry).value == at.row("5.3").title
        await at.press("tab", *["backspace"] * 10, *"Bà Lê", "tab", *["backspace"] * 4, "9", "enter")
        await at.until(lambda now: "Bà Lê" in {row.by for row in now.rows})
        assert at.row("5.3").planned.total_seconds() == 540
        assert at.row("5.3").mc_assumed
        assert at.current == "5.2"


async def test_a_cue_of_a_row_is_read_and_edited_in_the_same_form(venue: Venue) -> None:
    async with desk(running(venue)) as at:
        await at.press("down", "e")
        form = at.dialog
        assert isinstance(form, Form)
        assert form.query_one("#field-cue2_at", Entry).value == "đầu mục + 10 giây"
        form.query_one("#field-cue2", Entry).value = "Nhạc dân ca"
        form.query_one("#field-cue2_at", Entry).value = "bất cứ lúc nào"
        await at.press("ctrl+s")
        assert "2" in str(form.query_one(".told").render())
        assert form.focused is form.query_one("#field-cue2_at")
        form.query_one("#field-cue2_at", Entry).value = "end - 30s"
        await at.press("ctrl+s")
        await at.until(lambda now: "Nhạc dân ca" in {cue.text for cue in now.cues})
        (cue,) = [cue for cue in at.engine.latest.cues if cue.text == "Nhạc dân ca"]
        assert at.engine.latest.plan.cues[cue.cue_id].at == BeforeEnd(timedelta(seconds=30))


async def test_a_forgotten_start_is_back_dated_from_the_palette(venue: Venue) -> None:
    async with desk(running(venue)) as at:
        before = at.row("5.2").actual_start
        assert before is not None
        at.console.obey(Act.BACKDATE)
        await at.press("1", "enter")
        await at.until(
            lambda now: any(row.number == "5.2" and row.actual_start == before - MINUTE for row in now.rows)
        )


async def test_the_clocks_alarms_are_read_and_put_away(venue: Venue) -> None:
    async with desk(running(venue)) as at:
        at.engine.ask(ReportClock(ClockFault.SLEPT, MINUTE)).result(5)
        await at.until(lambda now: bool(now.alarms))
        at.console.obey(Act.DISMISS)
        await at.until(lambda now: not now.alarms)
        at.console.obey(Act.CORRECT)
        await at.until_said(VI.no_clock_alarm)


async def test_a_form_with_a_wrong_length_stays_open_and_says_why(venue: Venue) -> None:
    async with desk(running(venue)) as at:
        await at.press("e", "tab", "tab", *["backspace"] * 4, *"xyz", "enter")
        form = at.dialog
        assert isinstance(form, Form)
        assert "Số phút" in str(form.query_one(".told").render())
        await at.press("escape")
        assert at.row("5.2").planned.total_seconds() == 420


async def test_an_item_is_inserted_behind_the_row(venue: Venue) -> None:
    async with desk(running(venue)) as at:
        await at.press("end", "i", *"Trao qua", "enter")
        await at.until(lambda now: now.rows[-1].title == "Trao qua")
        assert at.engine.latest.rows[-1].planned.total_seconds() == 300


async def test_a_note_and_a_message_are_recorded_and_shown_in_the_log(venue: Venue) -> None:
    async with desk(running(venue)) as at:
        await at.press("t", *"micro hu", "enter")
        await at.until(lambda now: [note.text for note in now.notes] == ["micro hu"])
        await at.press("m", *"con 1 phut", "enter")
        snapshot = await at.until(lambda now: len(now.messages) == 1)
        assert (snapshot.messages[0].to, snapshot.messages[0].text) == (Role.SPEAKER, "con 1 phut")
        await at.press("f6")
        assert "micro hu" in at.screen
        assert "→ Người phát biểu: con 1 phut" in at.screen


async def test_the_button_of_a_form_says_what_it_does(venue: Venue) -> None:
    async with desk(running(venue)) as at:
        said = {}
        for key in ("m", "t", "e", "i"):
            await at.press(key)
            assert at.dialog is not None
            said[key] = str(at.dialog.query_one("#save", Button).label)
            await at.press("escape")
        assert said == {
            "m": "Gửi (Enter, Ctrl+S)",
            **dict.fromkeys("tei", "Lưu (Enter, Ctrl+S)"),
        }


async def test_space_in_a_form_is_a_letter_and_calls_nothing(venue: Venue) -> None:
    async with desk(running(venue)) as at:
        seq = at.engine.latest.seq
        await at.press("t", "a", "space", "n", "escape")
        assert at.engine.latest.seq == seq


@pytest.mark.parametrize(
    ("key", "face", "said"),
    [
        ("f3", Face.MC, "LỜI DẪN BÂY GIỜ"),
        ("f4", Face.MUSIC, "LỆNH NHẠC KẾ TIẾP"),
        ("f5", Face.DISPLAY, "Tiếp theo: Lĩnh vực y tế"),
        ("f6", Face.LOG, "NHẬT KÝ"),
    ],
)
async def test_every_face_opens_goes_on_calling_and_returns(
    venue: Venue, key: str, face: Face, said: str
) -> None:
    async with desk(running(venue)) as at:
        await at.press(key)
        assert at.console.board.face is face
        assert said in at.screen
        seq = at.engine.latest.seq
        await at.press("space")
        await at.until(lambda now: now.seq > seq)
        await at.press("f2")
        assert "ĐANG DIỄN RA  5.2" in at.screen


@pytest.mark.parametrize(("face", "answer"), [("f3", "k"), ("f4", "enter")])
async def test_a_role_answers_its_own_standby(venue: Venue, face: str, answer: str) -> None:
    async with desk(running(venue)) as at:
        await at.press(face, answer)
        role = Role.MC if face == "f3" else Role.MUSIC
        await at.until(lambda now: any(cue.acked_at and cue.to is role for cue in now.cues))


async def test_the_display_shows_nothing_of_the_machinery(venue: Venue) -> None:
    async with desk(running(venue)) as at:
        await at.press("f5")
        for word in ("SPACE", "chậm", "♪", "~", "CHÍNH THỨC"):
            assert word not in at.screen


@pytest.mark.parametrize("key", ["q", "ctrl+q", "ctrl+c"])
async def test_leaving_a_running_show_is_asked_about_and_leaves_it_open(venue: Venue, key: str) -> None:
    async with desk(running(venue)) as at:
        await at.press(key)
        assert isinstance(at.dialog, Question)
        await at.press("escape")
        assert at.console.is_running
        await at.press(key, "c")
        assert at.console.return_code == 0
        assert at.engine.latest.phase is Phase.RUNNING


async def test_help_tells_the_keys_and_closes(venue: Venue) -> None:
    async with desk(running(venue)) as at:
        await at.press("question_mark")
        assert isinstance(at.dialog, Help)
        await at.press("escape")
        assert at.dialog is None


async def test_the_palette_finds_without_marks_and_saves_the_amended_agenda(venue: Venue) -> None:
    async with desk(running(venue), save=lambda: Path("luu.yaml")) as at:
        await at.press("ctrl+p")
        assert isinstance(at.dialog, CommandPalette)
        await at.press(*"luu kich ban")
        await at.pilot.pause(0.5)
        await at.press("enter")
        await at.until_said("luu.yaml")


async def test_a_plan_that_cannot_be_saved_is_told(venue: Venue) -> None:
    def full() -> Path:
        raise OSError("No space left on device")

    async with desk(running(venue), save=full) as at:
        at.console._save()
        await at.until_said("Không lưu được kịch bản: No space left on device")


async def test_the_ground_turns_light_and_back(venue: Venue) -> None:
    async with desk(running(venue)) as at:
        at.console._turn_light()
        assert at.console.theme == "runofshow-light"
        at.console._turn_light()
        assert at.console.theme == "runofshow-dark"
        assert at.console.failure is None


async def test_a_screen_that_fails_says_so_keeps_calling_and_exits_with_1(
    venue: Venue, monkeypatch: pytest.MonkeyPatch
) -> None:
    it = running(venue)
    async with desk(it) as at:

        def broken(*_: object) -> None:
            raise ValueError("no such colour")

        monkeypatch.setattr("runofshow.tui.board.stage", broken)
        await at.press("down")
        await at.until_said("Màn hình gặp lỗi: ValueError: no such colour")
        await at.press("n")
        for _ in range(400):
            if at.current == "5.3":
                break
            await at.pilot.pause(0.01)
        assert at.current == "5.3"
        await at.press("q", "c")
        assert at.console.return_code == 1


async def test_a_storm_of_resizes_is_survived(venue: Venue) -> None:
    async with desk(running(venue)) as at:
        for size in [(1, 1), (20, 5), (200, 60), (3, 40), (119, 25), (40, 12), (39, 11), (220, 3)] * 8:
            await at.pilot.resize_terminal(*size)
        await at.pilot.resize_terminal(120, 40)
        await at.until_said("ĐANG DIỄN RA  5.2")
        assert at.console.failure is None


async def test_a_click_puts_the_cursor_on_its_row(venue: Venue) -> None:
    async with desk(running(venue)) as at:
        y = next(y for y, line in enumerate(at.screen.splitlines()) if " 5.3 09:09" in line)
        await at.pilot.click(offset=(40, y))
        assert at.console.board.chosen == at.row("5.3").item_id


async def test_the_question_has_no_as_its_focus(venue: Venue) -> None:
    async with desk(running(venue)) as at:
        await at.press("q")
        assert isinstance(at.console.focused, Button)
        assert at.console.focused.id == "no"


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
async def test_a_show_runs_by_space_alone_in_english_at_any_size(venue: Venue, size: tuple[int, int]) -> None:
    async with desk(before(venue), size, Language.EN) as at:
        await at.press("space")
        await at.until(lambda now: now.current is not None)
        assert "NOW" in at.screen
        assert "SPACE" in at.screen
