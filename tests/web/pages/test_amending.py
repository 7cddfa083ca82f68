"""The stage manager's phone mends the plan: rows are moved, edited, put in, back-dated, their cues called."""

from __future__ import annotations

import json
from datetime import timedelta

from runofshow.core import commands as c
from runofshow.core.agenda import AtStart, BeforeEnd, Role
from runofshow.core.snapshot import CuePhase, ItemState
from tests.core.shows import MINUTE
from tests.web.pages.browser import Chromium, Page
from tests.web.pages.plan import EIGHT, SPEAKER
from tests.web.pages.theatre import Theatre


def test_a_row_is_moved_over_the_border_of_a_session_and_back(two: Theatre, chromium: Chromium) -> None:
    caller = two.screen(chromium, Role.CALLER, 1024, 900)
    morning, afternoon = [("a", "s1"), ("b", "s1")], [("c", "s2"), ("d", "s2")]
    there = [morning[0], ("b", "s2"), *afternoon]
    for label, then, starts in (
        ("Chuyển xuống", there, "16:00"),
        ("Chuyển lên", morning + afternoon, "15:10"),
    ):
        chosen(caller, "b", label)
        two.until(lambda now: [(row.item_id, row.session_id) for row in now.rows] == then)  # noqa: B023
        # a choice made on the picture before would be refused
        caller.wait_for_text(starts, ".order [data-item=b] .now")


def test_a_row_that_another_moves_while_its_choices_are_offered_moves_from_where_it_is(
    two: Theatre, chromium: Chromium
) -> None:
    caller = two.screen(chromium, Role.CALLER, 1024, 900)
    caller.wait_for("document.querySelector('.order [data-item=b]') !== null")
    caller.js("document.querySelector('.order [data-item=b] button').click()")
    two.do(c.Move("b", "c"))
    caller.wait_for_text("16:00", ".order [data-item=b] .now")
    caller.js(
        "[...document.querySelectorAll('dialog button')].find(b => b.innerText === 'Chuyển lên').click()"
    )
    two.until(lambda now: [row.session_id for row in now.rows] == ["s1", "s1", "s2", "s2"])


def test_a_row_is_moved_edited_skipped_and_made_next(hall: Theatre, chromium: Chromium) -> None:
    caller = hall.screen(chromium, Role.CALLER, 1024, 900)
    hall.do(c.Advance())
    caller.wait_for_text("Phát biểu chỉ đạo", ".order")

    chosen(caller, "leader", "Chuyển lên")
    caller.wait_for(
        "[...document.querySelectorAll('.order .row')].map(r => r.dataset.item).join()"
        " === 'flag,report,leader,award,closing'"
    )
    chosen(caller, "closing", "Làm mục kế tiếp")
    caller.wait_for_text("KẾ TIẾP 5 Bế mạc", ".top")
    chosen(caller, "report", "Bỏ qua")
    caller.wait_for("document.querySelector('[data-item=report]').dataset.state === 'skipped'")
    chosen(caller, "report", "Đưa trở lại")
    caller.wait_for("document.querySelector('[data-item=report]').dataset.state === 'upcoming'")
    chosen(caller, "report", "Sửa")
    caller.wait_for("document.querySelector('dialog [name=minutes]') !== null")
    caller.js("document.querySelector('dialog [name=minutes]').value = '12,5'")
    caller.js("document.querySelector('dialog .main').click()")
    caller.wait_for_text("12'30", "[data-item=report]")
    chosen(caller, "closing", "Chèn mục bên cạnh")
    caller.js("document.querySelector('dialog [name=title]').value = 'Chụp ảnh lưu niệm'")
    caller.js("document.querySelector('dialog .main').click()")
    caller.wait_for_text("Chụp ảnh lưu niệm", ".order")
    # a protected row is asked about twice
    chromium.expected.append("409")
    chosen(caller, "leader", "Bỏ qua")
    caller.wait_for_text("Chỉ bỏ qua khi chủ tọa cho phép", "dialog.question")
    caller.tap("dialog button[value='yes']")
    caller.wait_for("document.querySelector('[data-item=leader]').dataset.state === 'skipped'")
    assert next(row for row in hall.now.rows if row.item_id == "leader").state is ItemState.SKIPPED


def chosen(caller: Page, item: str, label: str) -> None:
    """What is done to a row, taken from its dialog, once the one before has gone."""
    caller.wait_for("document.querySelector('dialog') === null")
    caller.js(f"document.querySelector('.order [data-item={item}] button').click()")
    caller.wait_for("document.querySelector('dialog') !== null")
    caller.js(
        f"[...document.querySelectorAll('dialog button')].find(b => b.innerText.includes('{label}')).click()"
    )


def filled(caller: Page, **values: str) -> None:
    """The open form, with these values, saved."""
    caller.wait_for("document.querySelector('dialog form') !== null")
    for name, value in values.items():
        caller.js(f"document.querySelector('dialog [name={name}]').value = {json.dumps(value)}")
    caller.tap("dialog button.main")
    caller.wait_for("document.querySelector('dialog') === null")


def test_a_forgotten_start_is_back_dated_by_as_many_minutes_as_it_takes(
    hall: Theatre, chromium: Chromium
) -> None:
    caller = hall.screen(chromium, Role.CALLER, 1024, 900)
    hall.do(c.Advance())
    hall.move(minutes=4)
    hall.do(c.Advance())
    began = hall.running.started_at
    caller.wait_for("document.documentElement.dataset.item === 'report'")
    chosen(caller, "report", "Đã bắt đầu sớm hơn")
    filled(caller, minutes="2,5")
    assert hall.running.started_at == began - 2.5 * MINUTE
    caller.wait_for("/^7:[23]/.test(document.querySelector('.digits').textContent)")


def test_the_mcs_words_the_notes_and_a_cue_are_edited_and_reach_the_mc(
    hall: Theatre, chromium: Chromium
) -> None:
    caller = hall.screen(chromium, Role.CALLER, 1024, 900)
    mc = hall.screen(chromium, Role.MC)
    hall.do(c.Advance(), c.Advance())
    caller.wait_for("document.documentElement.dataset.item === 'report'")
    chosen(caller, "report", "Sửa")
    caller.wait_for("document.querySelector('dialog [name=mc]') !== null")
    # as it was written: the name is still filled in after another edit
    assert "{by}" in caller.js("document.querySelector('dialog [name=mc]').value")
    filled(
        caller,
        mc="Kính mời\n{by}\nlên bục.",
        notes="Bục bên trái",
        cue1="Nhạc lên bục",
        at1="đầu mục + 20 giây",
    )
    mc.wait_for_text(f"{SPEAKER}\n\nlên bục.", ".words")
    row = hall.running.row
    assert (row.notes, row.item.mc) == ("Bục bên trái", "Kính mời\n{by}\nlên bục.")
    cue = next(cue for cue in hall.now.cues if cue.cue_id == "report.music")
    assert (cue.text, hall.now.plan.cues[cue.cue_id].at) == ("Nhạc lên bục", AtStart(timedelta(seconds=20)))
    caller.wait_for_text("Nhạc lên bục", ".cues")


def test_a_moment_that_is_none_is_refused_in_words(hall: Theatre, chromium: Chromium) -> None:
    caller = hall.screen(chromium, Role.CALLER, 1024, 900)
    chromium.expected.append("400")
    chosen(caller, "report", "Sửa")
    caller.wait_for("document.querySelector('dialog [name=at0]') !== null")
    caller.js("document.querySelector('dialog [name=at0]').value = 'lúc nào đó'")
    caller.tap("dialog button.main")
    caller.wait_for_text("đầu mục + 90 giây", "dialog .told")
    assert caller.js("document.querySelector('dialog [name=at1]').value") == "đầu mục + 10 giây"
    caller.js("document.querySelector('dialog [name=at0]').value = 'đầu mục'")
    caller.js("document.querySelector('dialog [name=start]').value = 'mai'")
    caller.tap("dialog button.main")
    caller.wait_for_text("9h30", "dialog .told")


def test_the_phone_mends_all_that_the_console_mends(hall: Theatre, chromium: Chromium) -> None:
    caller = hall.screen(chromium, Role.CALLER)
    chosen(caller, "award", "Sửa")
    filled(
        caller,
        start="8h20",
        until="8h45",
        presenter="Bà Lý",
        protected="yes",
        cue0="",
        new_to="lights",
        new_text="Sáng hết",
        new_at="cuối mục - 1 phút",
    )
    (row,) = [row for row in hall.now.rows if row.item_id == "award"]
    assert (row.item.fixed_start, row.item.until) == (EIGHT + 20 * MINUTE, EIGHT + 45 * MINUTE)
    assert (row.award and row.award.presenter, row.protected) == ("Bà Lý", True)
    (cue,) = [cue for cue in hall.now.cues if cue.item_id == "award"]
    assert (cue.to, cue.text) == (Role.LIGHTS, "Sáng hết")
    assert hall.now.plan.cues[cue.cue_id].at == BeforeEnd(MINUTE)
    chosen(caller, "award", "Sửa")
    caller.wait_for("document.querySelector('dialog [name=start]')?.value === '8h20'")
    # once refused and saved again, nothing is ordered twice; two presses at once are one
    chromium.expected.append("409")
    caller.js("document.querySelector('dialog [name=start]').value = ''")
    caller.js("document.querySelector('dialog [name=new_to]').value = 'crew'")
    caller.js("document.querySelector('dialog [name=new_text]').value = 'Khay ' + 'x'.repeat(500)")
    caller.tap("dialog button.main")
    caller.wait_for_text("Dài quá", "dialog .told")
    caller.js("document.querySelector('dialog [name=new_text]').value = 'Khay'")
    caller.js("for (const _ of 'ab') document.querySelector('dialog button.main').click()")
    caller.wait_for("document.querySelector('dialog') === null")
    assert sorted(cue.text for cue in hall.now.cues if cue.item_id == "award") == ["Khay", "Sáng hết"]


def test_how_a_vote_went_is_written_on_the_phone_and_the_mc_sees_it(
    hall: Theatre, chromium: Chromium
) -> None:
    caller, mc = hall.screen(chromium, Role.CALLER), hall.screen(chromium, Role.MC)
    hall.do(c.Advance(), c.Insert("flag", "Thông qua nghị quyết", 5 * MINUTE, "vote"), c.Advance(sure=True))
    caller.wait_for("document.documentElement.dataset.item === 'x1'")
    chosen(caller, "x1", "Sửa")
    caller.wait_for("document.querySelector('dialog [name=in_favour]') !== null")
    for values in (("", "2", ""), ("150 phiếu", "", ""), ("100001", "", "")):
        for name, value in zip(("in_favour", "against", "other"), values, strict=True):
            caller.js(f"document.querySelector('dialog [name={name}]').value = '{value}'")
        caller.tap("dialog button.main")
        caller.wait_for_text("Số phiếu ghi bằng chữ số", "dialog .told")
    filled(caller, in_favour="148", against="2")
    said = "Kết quả biểu quyết: 148 đồng ý, 2 không đồng ý, 0 ý kiến khác"
    caller.wait_for_text(said, ".top .vote")
    caller.wait_for_text(said, ".order [data-item=x1] .vote")
    mc.wait_for_text(said, ".say.now .vote")
    # once the words say it themselves it stands nowhere else
    hall.do(c.Edit("x1", mc="Mời biểu quyết.[[ Kết quả biểu quyết: {result}.]]"))
    mc.wait_for_text(said, ".say.now .words")
    assert mc.js("document.querySelector('.say .vote')") is None
    chosen(caller, "x1", "Sửa")
    caller.wait_for("document.querySelector('dialog [name=in_favour]')?.value === '148'")
    filled(caller, in_favour="", against="", other="")
    caller.wait_for("document.querySelector('.vote') === null")
    assert hall.now.rows.of("x1").vote is None  # type: ignore[union-attr]


def test_what_was_typed_for_a_row_that_has_gone_is_put_in_again_from_the_phone(
    hall: Theatre, chromium: Chromium
) -> None:
    caller = hall.screen(chromium, Role.CALLER)
    hall.do(c.Insert("award", "Tặng hoa", 3 * MINUTE))
    caller.wait_for_text("Tặng hoa", ".order")
    chosen(caller, "x1", "Sửa")
    caller.wait_for("document.querySelector('dialog [name=notes]') !== null")
    hall.do(c.Undo())
    caller.wait_for("document.querySelector('.order [data-item=x1]') === null")
    caller.js("document.querySelector('dialog [name=notes]').value = 'Bục trái'")
    caller.tap("dialog button.main")
    caller.wait_for_text("Máy khác vừa gỡ mục này", "dialog .told")
    caller.tap("dialog button.main")
    caller.wait_for("document.querySelector('dialog') === null")
    order = [row.item_id for row in hall.now.rows]
    again = order[order.index("award") + 1]
    row = next(row for row in hall.now.rows if row.item_id == again)
    assert (row.title, row.notes) == ("Tặng hoa", "Bục trái")
    chosen(caller, again, "Gỡ khỏi kịch bản")
    caller.wait_for(f"document.querySelector('.order [data-item={again}]') === null")
    assert again not in [row.item_id for row in hall.now.rows]


def test_an_item_is_inserted_first_with_its_kind(hall: Theatre, chromium: Chromium) -> None:
    caller = hall.screen(chromium, Role.CALLER, 1024, 900)
    chosen(caller, "flag", "Chèn mục bên cạnh")
    filled(caller, title="Văn nghệ chào mừng", minutes="15", kind="performance", place="before")
    caller.wait_for_text("Văn nghệ chào mừng", ".order .row:first-child")
    assert (hall.now.rows[0].title, hall.now.rows[0].kind) == ("Văn nghệ chào mừng", "performance")


def test_a_cue_that_was_left_behind_can_still_be_called(hall: Theatre, chromium: Chromium) -> None:
    """The anthem must be playable, whatever was pressed too early."""
    caller = hall.screen(chromium, Role.CALLER, 1024, 900)
    hall.do(c.Advance(), c.Advance(), c.Jump("closing"), c.Advance())
    caller.wait_for("document.documentElement.dataset.item === 'closing'")
    chosen(caller, "flag", "Hiệu lệnh của mục này")
    caller.wait_for_text("Phát anthem", "dialog")
    caller.js("document.querySelectorAll('dialog .column button')[1].click()")
    caller.wait_for_text("▶ ĐI", "dialog")
    caller.tap("dialog .column button:nth-child(1)")
    caller.wait_for("document.querySelector('dialog') === null")
    caller.wait_for("document.querySelector('#hand .told').textContent === ''")
    assert next(cue for cue in hall.now.cues if cue.cue_id == "flag.anthem").phase is CuePhase.GONE
