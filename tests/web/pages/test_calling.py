"""The stage manager's phone calls the show, says what GO will do, and says every refusal in words."""

from __future__ import annotations

import json
from datetime import timedelta

from runofshow.core import commands as c
from runofshow.core.agenda import Role
from runofshow.core.alarms import AlarmCode
from runofshow.core.notices import NoteKind
from runofshow.core.snapshot import CuePhase, ItemState, Phase
from tests.core.shows import MINUTE
from tests.web.pages.browser import Chromium, Page
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
    hall.do(c.Advance(), c.Advance(sure=True))
    caller.wait_for_text("Báo cáo", ".top")
    for _ in range(2):  # the second before the first is seen
        caller.js("document.querySelector(`button[aria-label='Thêm 1 phút']`).click()")
    caller.wait_for("/^(12:00|11:[1-5])/.test(document.querySelector('.digits').textContent)")
    caller.tap("#hand .pad button:nth-child(2)")
    caller.wait_for_text("Tiếp tục", "#hand .pad")
    assert hall.now.phase is Phase.HELD
    caller.tap("#hand .pad button:nth-child(2)")
    caller.wait_for_text("Tạm dừng", "#hand .pad")
    caller.tap("button[aria-label='Hoàn tác']")
    caller.wait_for_text("Tiếp tục", "#hand .pad")
    caller.wait_for_text("Đã hoàn tác: tiếp tục.", ".told")
    caller.tap("button[aria-label='Làm lại']")
    caller.wait_for_text("Đã làm lại: tiếp tục.", ".told")
    caller.tap("button[aria-label='Hoàn tác']")
    caller.wait_for_text("Tiếp tục", "#hand .pad")
    caller.tap("button[aria-label='Ghi chú']")
    caller.js("document.querySelector('dialog textarea').value = 'Micro bục hú'")
    caller.js("document.querySelector('dialog select[name=kind]').value = 'incident'")
    caller.tap("dialog button.main")
    caller.wait_for("document.querySelector('dialog') === null")
    (note,) = hall.now.notes
    assert (note.text, note.kind) == ("Micro bục hú", NoteKind.INCIDENT)


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
    offered = "[...document.querySelectorAll('#hand > .pad button:enabled')].map((one) => one.ariaLabel)"
    assert caller.js(offered) == ["Hoàn tác", "Nhắn", "Ghi chú"]


def pressed(caller: Page, name: str) -> None:
    """A button of the pad, by what it is called."""
    caller.tap(f".pad button[aria-label='{name}']")


def test_the_second_tap_of_a_double_one_chooses_nothing_that_it_uncovered(
    hall: Theatre, chromium: Chromium
) -> None:
    """Two fast taps on a row open its dialog and choose nothing in it; two on its last button close it, and
    leave what lies beneath alone."""
    caller = hall.screen(chromium, Role.CALLER)
    hall.do(c.Advance(), c.Advance())
    caller.wait_for("document.documentElement.dataset.item === 'report'")

    def twice(selector: str) -> None:
        at = caller.js(
            f"(() => {{ const box = document.querySelector({json.dumps(selector)}).getBoundingClientRect();"
            " return [box.x + box.width / 2, box.y + box.height / 2]; })()"
        )
        for count in (1, 2):
            for kind in ("mousePressed", "mouseReleased"):
                caller.ask(
                    "Input.dispatchMouseEvent", type=kind, x=at[0], y=at[1], button="left", clickCount=count
                )

    # the row lies where the dialog will have its buttons
    caller.js("document.querySelector('.order [data-item=leader]').scrollIntoView({block: 'center'})")
    twice(".order [data-item=leader] button")
    caller.wait_for("document.querySelector('dialog.choices') !== null")
    assert caller.js("document.querySelectorAll('dialog').length") == 1
    assert "Phát biểu chỉ đạo" in caller.text("dialog h2")
    twice("dialog .column button:last-child")
    caller.wait_for("document.querySelector('dialog') === null")
    seq = hall.now.seq
    caller.tap("button[aria-label='Ghi chú']")
    caller.wait_for("document.querySelector('dialog textarea') !== null")
    assert hall.now.seq == seq
    assert hall.running.row.item_id == "report"


def test_the_next_item_begins_whatever_cues_are_left_and_back_returns(
    hall: Theatre, chromium: Chromium
) -> None:
    caller = hall.screen(chromium, Role.CALLER)
    hall.do(c.Advance())
    caller.wait_for_text("ĐI · MC", ".go")
    hall.move(seconds=30)
    began = hall.running.started_at
    hall.do(c.Go("flag.anthem"))
    hall.move(seconds=2)
    pressed(caller, "Chuyển mục")
    caller.wait_for("document.documentElement.dataset.item === 'report'")
    assert [cue.phase for cue in hall.now.cues[:3]] == [
        CuePhase.MISSED,
        CuePhase.GONE,
        CuePhase.STOOD_DOWN,
    ]
    hall.move(seconds=2)
    pressed(caller, "Mục trước")
    caller.wait_for("document.documentElement.dataset.item === 'flag'")
    assert hall.running.started_at == began


def test_the_next_cue_is_stood_by_and_a_voice_answer_is_ticked_off(hall: Theatre, chromium: Chromium) -> None:
    caller = hall.screen(chromium, Role.CALLER)
    hall.do(c.Advance())
    caller.wait_for_text("ĐI · MC", ".go")
    caller.wait_for_text("○ chuẩn bị sau", ".cues")
    pressed(caller, "Chuẩn bị")
    caller.wait_for("document.querySelector('[data-key=\"report.mc\"] .shape').textContent === '◐'")
    assert next(cue for cue in hall.now.cues if cue.cue_id == "report.mc").phase is CuePhase.STANDBY
    caller.tap(".cues [data-key='flag.anthem']")
    caller.wait_for("document.querySelector('dialog') !== null")
    labels = caller.js("[...document.querySelectorAll('dialog .column button')].map(b => b.textContent)")
    assert labels == ["▶ ĐI", "● Âm thanh đã rõ", "✉ Gửi đến Âm thanh", "Đóng"]
    caller.tap("dialog .column button:nth-child(2)")
    caller.wait_for_text("● Âm thanh đã rõ", ".cues")


def test_a_minute_is_taken_off(hall: Theatre, chromium: Chromium) -> None:
    caller = hall.screen(chromium, Role.CALLER)
    hall.do(c.Advance(), c.Advance())
    caller.wait_for("document.documentElement.dataset.item === 'report'")
    pressed(caller, "Bớt 1 phút")
    caller.wait_for("/^(9:00|8:5)/.test(document.querySelector('.digits').textContent)")
    assert hall.running.row.added == -MINUTE


def test_many_alarms_leave_the_count_on_the_page(hall: Theatre, chromium: Chromium) -> None:
    caller = hall.screen(chromium, Role.CALLER, 390, 844)
    hall.do(c.Advance())
    codes = [AlarmCode.WEB, AlarmCode.SLOW_DISK, AlarmCode.LISTENER, AlarmCode.OSC, AlarmCode.JOURNAL]
    for code in codes:
        hall.engine.call(lambda code=code: hall.engine.show.raise_alarm(code, "ổ đĩa đầy " * 9)).result(5)  # type: ignore[misc]
    seen = "[...document.querySelectorAll('.alarms p')].filter((one) => one.checkVisibility()).length"
    caller.wait_for_text("+3", ".alarms")
    assert caller.js(seen) == 2
    assert caller.js("document.querySelector('.counted').getBoundingClientRect().bottom < innerHeight")
    caller.tap(".alarms summary")
    caller.wait_for(f"{seen} === 5")


def test_an_alarm_of_the_clock_is_read_and_put_away(hall: Theatre, chromium: Chromium) -> None:
    caller = hall.screen(chromium, Role.CALLER)
    hall.clock.ahead += 60
    caller.wait_for_text("kiểm tra mục đang diễn ra", ".alarms")
    caller.tap(".alarms button")
    caller.wait_for("document.querySelector('.alarms').children.length === 0")
    assert hall.now.alarms == ()


def test_another_screen_is_chosen_from_the_menu(hall: Theatre, chromium: Chromium) -> None:
    mc = hall.screen(chromium, Role.MC)
    mc.tap(".menu summary")
    mc.js("document.querySelector('.menu a[href^=\"/?choose\"]').click()")
    mc.wait_for("location.pathname === '/' && document.querySelector('#code') !== null")
    mc.js(f"document.querySelector('#code').value = '{hall.access.codes[Role.MUSIC]}'")
    mc.tap("form button")
    mc.wait_for("location.pathname === '/music'")


def test_who_is_connected_is_listed_and_a_code_is_renewed_when_one_is_sure(
    hall: Theatre, chromium: Chromium
) -> None:
    caller = hall.screen(chromium, Role.CALLER, 1024, 900)
    hall.screen(chromium, Role.MC)
    caller.js("document.querySelector('.drawer summary').click()")
    old = hall.access.codes[Role.MC]
    caller.wait_for_text(old, ".doors")
    caller.js("document.querySelector('[data-key=\"new mc\"]').click()")
    caller.wait_for_text("Đổi mã của MC?", "dialog")
    assert hall.access.codes[Role.MC] == old
    caller.tap("dialog button[value='yes']")
    caller.wait_for(f"!document.querySelector('.doors').innerText.includes('{old}')")
    assert hall.access.codes[Role.MC] in caller.text(".doors")
    caller.js("document.querySelector('[data-key=\"qr mc\"]').click()")
    caller.wait_for("document.querySelector('img.code')?.naturalWidth > 0")
    assert hall.link(Role.MC) in caller.text("dialog")


def test_a_dead_phone_is_missed_within_seconds_and_found_again(hall: Theatre, chromium: Chromium) -> None:
    caller = hall.screen(chromium, Role.CALLER, 1024, 900)
    mc = chromium.page(390, 844)
    # a network that is made to fail for a page would not fail for the stream that it shares with others
    mc.begin_with("delete window.SharedWorker")
    mc.goto(hall.link(Role.MC))
    caller.js("document.querySelector('.drawer summary').click()")
    caller.wait_for_text("ms", ".doors [data-role=mc]")
    chromium.expected.append("ERR_INTERNET_DISCONNECTED")
    mc.ask("Network.enable")
    reach = {"latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
    mc.ask("Network.emulateNetworkConditions", offline=True, **reach)
    caller.wait_for_text("✗ 127.0.0.1 · kết nối lần cuối", ".doors [data-role=mc]", seconds=9)
    mc.ask("Network.emulateNetworkConditions", offline=False, **reach)
    caller.wait_for("!document.querySelector('.doors [data-role=mc]').innerText.includes('✗')")


def test_the_phone_names_who_has_not_answered_and_who_cannot(hall: Theatre, chromium: Chromium) -> None:
    caller = hall.screen(chromium, Role.CALLER)
    hall.do(c.Advance(), c.Advance(sure=True))
    caller.wait_for_text("chưa có máy, gọi bằng lời", ".cues")
    assert caller.text(".late") == ""
    mc = hall.screen(chromium, Role.MC)
    hall.do(c.SendMessage(Role.MC, "Chờ đại biểu"))
    hall.move(seconds=40)
    caller.wait_for_text("MC chưa trả lời 0:4", ".late")
    caller.wait_for_text("✉ Chờ đại biểu", ".late")
    mc.tap(".message .quick button")
    caller.wait_for("!document.querySelector('.late').textContent.includes('✉')")


def test_a_stepped_clock_is_put_right_from_the_phone(hall: Theatre, chromium: Chromium) -> None:
    caller = hall.screen(chromium, Role.CALLER)
    show = hall.engine.show
    parted = c.ReportClock(c.ClockFault.STEPPED, timedelta(minutes=3))
    hall.engine.call(lambda: show.do(parted, "clock")).result(5)
    caller.wait_for_text("Đồng hồ máy bị chỉnh 3:00", ".alarms")
    caller.tap(".alarms button[data-key=correct]")
    caller.wait_for("document.querySelector('.alarms').childElementCount === 0")
    assert "correct_clock" in [entry.do for entry in hall.engine.log]


def test_a_rite_is_left_before_its_music_only_after_a_question(hall: Theatre, chromium: Chromium) -> None:
    caller = hall.screen(chromium, Role.CALLER)
    hall.do(c.Advance())
    caller.wait_for_text("ĐI · MC", ".go")
    hall.move(seconds=2)
    chromium.expected.append("409")
    caller.tap("button[aria-label='Chuyển mục']")
    caller.wait_for_text("Nhạc của “Chào cờ” chưa phát. Vẫn rời mục này?", "dialog")
    caller.tap("dialog button[value=no]")
    caller.wait_for("document.querySelector('dialog') === null")
    assert hall.now.current is not None
    assert hall.now.current.row.item_id == "flag"
    hall.move(seconds=1)
    caller.tap("button[aria-label='Chuyển mục']")
    caller.wait_for_text("Vẫn làm", "dialog")
    caller.tap("dialog button[value=yes]")
    caller.wait_for_text("Báo cáo", ".now")


def test_a_jump_over_a_session_asks_what_becomes_of_the_rest(two: Theatre, chromium: Chromium) -> None:
    caller = two.screen(chromium, Role.CALLER)
    two.do(c.Advance())
    chromium.expected.append("409")
    for way, state in (("no", ItemState.UPCOMING), ("yes", ItemState.ASIDE)):
        caller.wait_for("document.querySelector('[data-item=c]')")
        caller.js("document.querySelector('[data-item=c] button').click()")
        caller.tap("dialog .column button")
        caller.wait_for_text(
            "“Mục c” thuộc phiên sau. Gác lại phần còn lại của phiên này?", "dialog.question"
        )
        caller.tap(f"dialog button[value={way}]")
        caller.wait_for("document.querySelector('dialog') === null")
        two.until(lambda now: now.next is not None and now.next.item_id == "c")
        # a choice made on the picture before would be refused
        caller.wait_for_text("KẾ TIẾP", ".order [data-item=c]")
        caller.wait_for(f"document.querySelector('[data-item=b]').dataset.state === '{state.value}'")
    caller.wait_for_text("gác lại", "[data-item=b]")
