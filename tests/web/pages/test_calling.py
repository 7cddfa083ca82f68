"""The stage manager's phone calls the show, says what GO will do, and says every refusal in words."""

from __future__ import annotations

from runofshow.core import commands as c
from runofshow.core.agenda import Role
from runofshow.core.snapshot import ItemState, Phase
from tests.web.pages.browser import Chromium
from tests.web.pages.theatre import Theatre


def test_go_does_what_it_says(hall: Theatre, chromium: Chromium) -> None:
    caller = hall.screen(chromium, Role.CALLER)
    caller.wait_for_text("Bắt đầu mục 1", ".go")
    caller.tap(".go")
    caller.wait_for_text("ĐI · MC", ".go")
    caller.wait_for_text("Mời đứng dậy", ".go")
    assert hall.now.current is not None
    assert hall.now.current.row.item_id == "flag"
    hall.do(c.Jump("leader"), c.Advance())
    caller.wait_for_text("Chuyển sang mục 2", ".go")


def test_two_taps_in_one_breath_are_one_go(hall: Theatre, chromium: Chromium) -> None:
    caller = hall.screen(chromium, Role.CALLER)
    hall.do(c.Advance(), c.Jump("leader"), c.Advance())
    caller.wait_for_text("Chuyển sang mục 2", ".go")
    hall.move(seconds=2)
    caller.js("document.querySelector('.go').click(); document.querySelector('.go').click()")
    caller.wait_for_text("ĐI · MC", ".go")
    assert hall.now.current is not None
    assert hall.now.current.row.item_id == "report"


def test_a_call_made_on_an_old_picture_is_refused_in_words(hall: Theatre, chromium: Chromium) -> None:
    caller = hall.screen(chromium, Role.CALLER)
    hall.do(c.Advance())
    caller.wait_for_text("ĐI · MC", ".go")
    caller.js(
        "window.real = fetch; window.fetch = (url, how) => real(url, how?.body"
        ' ? {...how, body: how.body.replace(/"seq":\\d+/, \'"seq":1\')} : how)'
    )
    chromium.expected.append("409")
    caller.tap(".go")
    caller.wait_for_text("Màn hình vừa đổi trước khi bấm", ".told")


def test_hold_time_undo_and_notes_have_their_buttons(hall: Theatre, chromium: Chromium) -> None:
    caller = hall.screen(chromium, Role.CALLER)
    hall.do(c.Advance(), c.Advance())
    caller.wait_for_text("Báo cáo", ".top")
    caller.tap("button[aria-label='Thêm 1 phút']")
    caller.wait_for("/^(11:00|10:5)/.test(document.querySelector('.digits').textContent)")
    caller.tap(".pad button:nth-child(2)")
    caller.wait_for_text("Tiếp tục", ".pad")
    assert hall.now.phase is Phase.HELD
    caller.tap(".pad button:nth-child(2)")
    caller.wait_for_text("Tạm dừng", ".pad")
    caller.tap("button[aria-label='Hoàn tác']")
    caller.wait_for_text("Tiếp tục", ".pad")
    caller.tap("button[aria-label='Ghi chú']")
    caller.js("document.querySelector('dialog textarea').value = 'Micro bục hú'")
    caller.tap("dialog button.main")
    caller.wait_for("document.querySelector('dialog') === null")
    assert hall.now.notes[-1].text == "Micro bục hú"


def test_a_message_with_a_ready_text_goes_to_the_speaker(hall: Theatre, chromium: Chromium) -> None:
    caller = hall.screen(chromium, Role.CALLER)
    caller.tap("button[aria-label='Nhắn']")
    caller.tap("dialog .quick button:nth-child(3)")
    caller.tap("dialog button.main")
    caller.wait_for("document.querySelector('dialog') === null")
    sent = hall.now.messages[-1]
    assert (sent.to, sent.text) == (Role.SPEAKER, "Xin mời kết luận")


def test_the_end_is_asked_about_first(hall: Theatre, chromium: Chromium) -> None:
    caller = hall.screen(chromium, Role.CALLER)
    hall.do(c.Advance(), c.Jump("closing"), c.Advance())
    hall.do(*(c.Skip(item, sure=True) for item in ("report", "award", "leader")))
    caller.wait_for_text("Kết thúc hội nghị", ".go")
    hall.move(seconds=2)
    caller.tap(".go")
    caller.wait_for_text("Kết thúc hội nghị?", "dialog")
    caller.tap("dialog button[value='no']")
    caller.wait_for("document.querySelector('dialog') === null")
    assert hall.now.phase is not Phase.ENDED
    caller.tap(".go")
    caller.wait_for_text("Kết thúc hội nghị?", "dialog")
    caller.tap("dialog button[value='yes']")
    caller.wait_for_text("Hội nghị đã kết thúc", ".go")


def test_a_row_is_moved_edited_skipped_and_made_next(hall: Theatre, chromium: Chromium) -> None:
    caller = hall.screen(chromium, Role.CALLER, 1024, 900)
    hall.do(c.Advance())
    caller.wait_for_text("Phát biểu chỉ đạo", ".order")

    def choose(item: str, label: str) -> None:
        caller.js(f"document.querySelector('.order [data-item={item}] button').click()")
        caller.wait_for("document.querySelector('dialog') !== null")
        caller.js(
            f"[...document.querySelectorAll('dialog button')].find(b => b.textContent === '{label}').click()"
        )

    choose("leader", "Chuyển lên")
    caller.wait_for(
        "[...document.querySelectorAll('.order .row')].map(r => r.dataset.item).join()"
        " === 'flag,report,leader,award,closing'"
    )
    choose("closing", "Làm mục kế tiếp")
    caller.wait_for_text("KẾ TIẾP 5 Bế mạc", ".top")
    choose("report", "Bỏ qua")
    caller.wait_for("document.querySelector('[data-item=report]').dataset.state === 'skipped'")
    choose("report", "Đưa trở lại")
    caller.wait_for("document.querySelector('[data-item=report]').dataset.state === 'upcoming'")
    choose("report", "Sửa")
    caller.js("document.querySelector('dialog [name=minutes]').value = '12,5'")
    caller.js("document.querySelector('dialog .main').click()")
    caller.wait_for_text("12'30", "[data-item=report]")
    choose("closing", "Chèn mục sau")
    caller.js("document.querySelector('dialog [name=title]').value = 'Chụp ảnh lưu niệm'")
    caller.js("document.querySelector('dialog .main').click()")
    caller.wait_for_text("Chụp ảnh lưu niệm", ".order")
    # a protected row is asked about twice
    choose("leader", "Bỏ qua")
    caller.wait_for_text("Chỉ bỏ qua khi chủ tọa cho phép", "dialog.question")
    caller.tap("dialog button[value='yes']")
    caller.wait_for("document.querySelector('[data-item=leader]').dataset.state === 'skipped'")
    assert next(row for row in hall.now.rows if row.item_id == "leader").state is ItemState.SKIPPED


def test_who_is_connected_is_listed_and_a_code_can_be_renewed(hall: Theatre, chromium: Chromium) -> None:
    caller = hall.screen(chromium, Role.CALLER, 1024, 900)
    hall.screen(chromium, Role.MC)
    caller.js("document.querySelector('.drawer summary').click()")
    old = hall.access.codes[Role.MC]
    caller.wait_for_text(old, ".doors")
    caller.js("document.querySelector('.doors li:nth-child(2) button').click()")
    caller.wait_for(f"!document.querySelector('.doors').innerText.includes('{old}')")
    assert hall.access.codes[Role.MC] in caller.text(".doors")
