"""An award round on the phones: ticked in the wings, read by the MC, shown to the delegates."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from runofshow.core import commands as c
from runofshow.core.agenda import Role, Step
from runofshow.core.card_code import card_codes, printed
from tests.web.pages.browser import Chromium, Page
from tests.web.pages.ceremony import NAMES, ceremony
from tests.web.pages.test_rooms import WIDENED, box
from tests.web.pages.theatre import Theatre, theatre

CODES = card_codes(recipient_id for recipient_id, _, _ in NAMES)


@pytest.fixture
def awards(tmp_path: Path) -> Iterator[Theatre]:
    """The first batch is on stage."""
    with theatre(tmp_path, ceremony()) as opened:
        opened.do(c.Start())
        opened.move(minutes=9)
        opened.do(c.Advance())
        yield opened


def row(recipient_id: str, within: str = "") -> str:
    return f"{within} .person[data-id={recipient_id}]".strip()


def state(page: Page, recipient_id: str, state: str) -> None:
    page.wait_for(f"document.querySelector({row(recipient_id)!r})?.dataset.state === {state!r}")


def names(page: Page, item_id: str) -> list[str]:
    listed: list[str] = page.js(
        f"[...document.querySelectorAll('.batch[data-item={item_id}] .person')]"
        ".map(one => `${one.querySelector('.place').innerText} ${one.dataset.id}`)"
    )
    return listed


def test_a_tick_is_seen_on_every_phone_in_the_wings_and_a_tap_takes_it_back(
    awards: Theatre, chromium: Chromium
) -> None:
    one, other = awards.screen(chromium, Role.CREW), awards.screen(chromium, Role.CREW)
    one.wait_for_text("đã chờ 0/4 · chưa thấy 4", ".batch[data-now]")
    one.tap(f"{row('an')} .inside")
    for page in (one, other):
        state(page, "an", "here")
        page.wait_for_text("✓ đã chờ", row("an"))
        page.wait_for_text("đã chờ 1/4 · chưa thấy 3", ".batch[data-now]")
    assert awards.now.seen["r/an"].by == "crew"
    other.tap(f"{row('an')} .inside")
    state(one, "an", "unseen")
    other.tap(f"{row('an')} .missing")
    state(one, "an", "missing")
    one.wait_for_text("✗ báo vắng", row("an"))
    one.wait_for_text("báo vắng 1", ".batch[data-now] .counted")
    one.tap(f"{row('an')} .missing")
    state(other, "an", "unseen")
    assert awards.now.seen == {}


def test_a_tick_elsewhere_takes_no_button_from_under_the_finger(awards: Theatre, chromium: Chromium) -> None:
    crew = awards.screen(chromium, Role.CREW)
    crew.wait_for(f"document.querySelector({row('xa')!r})")
    crew.js(f"void (window.held = document.querySelector({row('xa')!r}).querySelector('button'))")
    awards.do(c.See("r/an"), c.ChangeRecipient("thao", absent=True), c.See("r/xa", False))
    state(crew, "xa", "missing")
    assert crew.js(f"document.querySelector({row('xa')!r}).querySelector('button') === window.held")
    assert names(crew, "b1") == ["1 an", "– thao", "2 xa", "3 tam"]
    awards.do(c.NextStep(Step.OFF), c.Advance())
    crew.wait_for("document.querySelector('.batch[data-now]')?.dataset.item === 'b2'")
    assert not crew.js(f"Boolean(document.querySelector({row('xa')!r}))")


def test_a_card_scanned_anywhere_on_the_page_says_who_that_is_and_where(
    awards: Theatre, chromium: Chromium
) -> None:
    chromium.expected.append("409")
    crew = awards.screen(chromium, Role.CREW)
    crew.wait_for("document.querySelector('.wings .card')")
    crew.scan(CODES["hai"])
    crew.wait_for_text("✓ Lê Hải", ".card-told")
    for fact in ("Phòng Kinh tế", "Đợt 3/3 · số 2", "đợt chưa đến", "Trao Bằng khen"):
        crew.wait_for_text(fact, ".card-told")
    assert awards.now.seen["r/hai"].here
    crew.scan(CODES["hai"])
    crew.wait_for_text("đã ghi từ trước", ".card-told")
    crew.tap(".card-told button")
    crew.wait_for_text("Đã bỏ ghi: Lê Hải", ".card-told")
    assert awards.now.seen == {}
    crew.scan(printed(CODES["an"]))
    state(crew, "an", "here")
    crew.wait_for_text("Nguyễn Văn An (Ủy ban nhân dân xã Bình Minh)", ".card-told")
    crew.wait_for_text("Đợt 1/3 · số 1 trong khay · đợt đang trên sân khấu", ".card-told")


def test_a_wrong_code_is_said_and_ticks_nobody(awards: Theatre, chromium: Chromium) -> None:
    chromium.expected.append("409")
    crew = awards.screen(chromium, Role.CREW)
    crew.wait_for("document.querySelector('.wings .card')")
    slip = CODES["an"][:-1] + str((int(CODES["an"][-1]) + 1) % 10)
    crew.scan(slip)
    crew.wait_for_text("✗ Mã thẻ đọc sai một chữ số", ".card-told")
    crew.wait_for_text(slip, ".card-told")
    crew.scan(card_codes(["nobody"])["nobody"])
    crew.wait_for_text("Không có thẻ này trong danh sách", ".card-told")
    assert awards.now.seen == {}


def test_a_move_is_seen_by_servers_and_mc_at_once(awards: Theatre, chromium: Chromium) -> None:
    crew, mc = awards.screen(chromium, Role.CREW), awards.screen(chromium, Role.MC)
    for page in (crew, mc):
        page.wait_for("document.querySelectorAll('.person').length >= 8")
    awards.do(c.MoveRecipient("thao", before="binh"))
    for page in (crew, mc):
        page.wait_for_text("từ đợt 1 sang", row("thao", "[data-item=b2]"))
        assert names(page, "b1") == ["1 an", "2 xa", "3 tam"]
        assert names(page, "b2") == ["1 nuong", "2 an2", "3 thao", "4 binh", "5 chi"]
    crew.wait_for_text("trước là số 3", row("xa"))
    crew.wait_for_text("⊖ lấy ra: Nguyễn Thị Phương Thảo → đợt 2", "[data-item=b1] .off-tray")
    mc.wait_for_text("vừa đổi", row("thao"))
    mc.wait_for_text("vừa rút: Nguyễn Thị Phương Thảo", "[data-item=b1]")
    assert "trước là số" not in mc.text()
    assert not mc.js(f"document.querySelector({row('tam')!r}).hasAttribute('data-fresh')")
    awards.do(c.Undo())
    crew.wait_for("!document.querySelector('.off-tray:not(:empty)')")
    assert names(crew, "b1") == ["1 an", "2 thao", "3 xa", "4 tam"]


def test_the_mc_reads_one_list_with_titles_readings_and_proxies_and_nobody_absent(
    awards: Theatre, chromium: Chromium
) -> None:
    mc = awards.screen(chromium, Role.MC)
    awards.do(c.ChangeRecipient("xa", absent=True), c.ChangeRecipient("tam", proxy="Ông Đinh Công Lý"))
    mc.wait_for(f"!document.querySelector({row('xa')!r})")
    said = mc.text("#main")
    assert said.count("Nguyễn Thị Phương Thảo") == 1, "the words name them in this one list"
    assert said.count("Ông Đinh Công Tâm") == 1
    assert mc.text(row("tam")).lower().count("ông đinh công lý") == 1
    assert said.index("có tên sau đây") < said.index("Nguyễn Văn An") < said.index("lên trao")
    assert "Ủy ban nhân dân xã Bình Minh" in mc.text(row("an"))
    assert "Công an xã Phước Thuận" in mc.text(row("an2"))
    assert "Cờ-xo hờ-chi" in mc.text(f"{row('chi')} strong"), "the name stands out before its unit"
    assert "Buôn" not in mc.text(f"{row('chi')} strong")
    assert "viết: K’Sor H’Chi" in mc.text(row("chi"))


def test_words_that_name_nobody_leave_the_names_to_the_list(awards: Theatre, chromium: Chromium) -> None:
    mc = awards.screen(chromium, Role.MC)
    awards.do(c.Edit("b1", mc="Mời các đơn vị lên nhận."))
    mc.wait_for_text("Mời các đơn vị lên nhận.", ".say.now")
    assert "Trường Trung học phổ thông chuyên Lê Quý Đôn" in mc.text(f".say.now {row('thao')}")
    assert mc.text(".say.now").index("Mời các đơn vị") < mc.text(".say.now").index("Phương Thảo")


def test_music_and_stage_follow_the_steps(awards: Theatre, chromium: Chromium) -> None:
    music, stage = awards.screen(chromium, Role.MUSIC), awards.screen(chromium, Role.STAGE)
    awards.do(c.NextStep(Step.PRESENTERS), c.See("r/an"))
    music.wait_for_text("Đợt 1/3 · Bằng khen của Chủ tịch UBND tỉnh ▶ mời người trao → trao", ".runs")
    music.wait_for_text("nhạc bước tới: Tiến quân trao thưởng", ".runs")
    stage.wait_for_text("Đợt 1/3 · Bằng khen của Chủ tịch UBND tỉnh ▶ mời người trao → trao", ".top")
    # who stands on stage is looked for no more
    stage.wait_for_text("khay 4 phần", ".top")
    assert "chưa thấy" not in stage.text(".top")
    stage.wait_for_text("trao xong lúc 08:", ".top")
    awards.do(c.NextStep())
    music.wait_for_text("nhạc bước tới: Nhạc nền chụp ảnh", ".runs")


def test_a_tick_that_was_not_taken_is_said_until_it_was_read(awards: Theatre, chromium: Chromium) -> None:
    chromium.expected.append("ERR_")
    crew = awards.screen(chromium, Role.CREW)
    crew.wait_for("document.querySelectorAll('.person').length >= 12")
    awards.stop_server()
    # far down in the list, where nothing at its head is seen
    crew.js(f"document.querySelector({row('khoi', '.wings')!r}).scrollIntoView()")
    crew.js(f"document.querySelector({row('khoi', '.wings')!r}).querySelector('button').click()")
    crew.wait_for_text("✗ Không thực hiện: Đặng Minh Khôi · ", ".refusing")
    assert crew.js(f"(at => at.top >= 0 && at.bottom <= innerHeight)({box('.refusing')})")
    awards.start_server()
    crew.wait_for("!document.querySelector('#hand [inert], body[inert], .refusing button:disabled')")
    crew.wait_for_text("Đặng Minh Khôi", ".refusing")
    crew.tap(".refusing button")
    crew.wait_for("document.querySelector('.refusing').hidden")


def test_a_caller_with_a_phone_alone_goes_through_the_steps_of_a_batch(
    awards: Theatre, chromium: Chromium
) -> None:
    caller = awards.screen(chromium, Role.CALLER)
    caller.wait_for_text("Đợt 1/3 · Bằng khen của Chủ tịch UBND tỉnh", ".round-line")
    caller.wait_for_text("▸ bước tiếp: mời lên", ".item .step")
    caller.tap(".item .step")
    caller.wait_for_text("▸ bước tiếp: xếp hàng", ".item .step")


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1024, 768)])
def test_twelve_names_are_read_from_the_last_row(
    awards: Theatre, chromium: Chromium, width: int, height: int
) -> None:
    awards.do(*(c.MoveRecipient(one, to="b1") for one, _, _ in NAMES[4:]))
    awards.do(c.ChangeRecipient("tam", absent=True), c.AddRecipient("b1", "Bà Phan Thị Mới"))
    display = awards.screen(chromium, Role.DISPLAY, width, height)
    display.wait_for("document.querySelectorAll('.names li').length === 12")
    for part in (
        "Nguyễn Văn An, Công an xã Phước Thuận",
        "K’Sor H’Chi",
        "Tôn Nữ Thị Bích Ngân Bình",
        "Bà Phan Thị Mới",
    ):
        assert part in display.text(".names")
    shown = display.text("#main")
    for hidden in ("Ông Đinh Công Tâm", "Đợt", "QĐ-UBND", "cờ-xo", "còn lại"):
        assert hidden not in shown
    sizes = display.js(
        "[...document.querySelectorAll('.names li')].map(one => parseFloat(getComputedStyle(one).fontSize))"
    )
    assert min(sizes) >= height / 24, "a person at thirty metres reads a twenty-fourth of the screen"
    last = display.js(f"{box('.names')}.toJSON()")
    assert last["bottom"] <= height
    assert last["right"] <= width
    assert display.js(WIDENED) == []


@pytest.mark.parametrize("width", [320, 390])
def test_every_tick_is_as_large_as_a_thumb_and_every_name_whole(
    awards: Theatre, chromium: Chromium, width: int
) -> None:
    awards.do(c.MoveRecipient("thao", before="binh"), c.ChangeRecipient("an2", absent=True))
    for role in (Role.CREW, Role.MC):
        page = awards.screen(chromium, role, width, 844)
        page.wait_for("document.querySelectorAll('.person').length >= 7")
        assert page.js(WIDENED) == []
        cut = page.js(
            "[...document.querySelectorAll('.person .name')].filter(one =>"
            " one.scrollWidth > one.clientWidth + 1 || getComputedStyle(one).textOverflow === 'ellipsis')"
            ".map(one => one.innerText)"
        )
        assert cut == []
    boxes = awards.screen(chromium, Role.CREW, width, 844).js(
        "new Promise(done => { const look = () => { const all = [...document.querySelectorAll("
        "'.person:not([data-state=absent]) button')]; if (all.length < 14) setTimeout(look, 20);"
        " else done(all.map(one => one.getBoundingClientRect().toJSON())); }; look(); })"
    )
    assert min(one["height"] for one in boxes) >= 56
    assert min(one["width"] for one in boxes) >= 48
