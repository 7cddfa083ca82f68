"""What has to be seen has its room: on small phones, sideways, above a keyboard, with any words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from runofshow.core import commands as c
from runofshow.core.agenda import Agenda, Award, Role
from runofshow.core.award import listed
from runofshow.core.value import replace
from runofshow.tui.colours import DARK
from tests.web.pages.browser import Chromium
from tests.web.pages.plan import conference
from tests.web.pages.theatre import Theatre, theatre
from tests.web.pages.webkit import WebKit
from tests.web.pages.window import Browser

PHONES = ((320, 568), (360, 640), (390, 844), (412, 915))
WORD = "file_ke_hoach_hoi_nghi_dien_hinh_tien_tien_tinh_Binh_Minh_nam_2030_ban_cuoi_cung_da_sua.docx"
WIDENED = """[...document.querySelectorAll('body *')].filter(node => {
  const look = getComputedStyle(node), box = node.getBoundingClientRect();
  if (!node.checkVisibility({visibilityProperty: true})) return false;
  if (node.closest('.unseen, .skip, video')) return false;
  return box.right > innerWidth + 1 || box.left < -1
    || (look.display !== 'inline' && look.overflowX !== 'hidden' && node.scrollWidth > node.clientWidth + 1);
}).map(node => `${node.tagName}.${node.className} ${node.scrollWidth} ${node.textContent.slice(0, 40)}`)"""
DRAWN_ANEW = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


def box(selector: str) -> str:
    return f"document.querySelector({selector!r}).getBoundingClientRect()"


def long_words() -> Agenda:
    """The conference, with a word that never ends wherever people write words."""
    agenda = conference()
    items = tuple(
        replace(
            item,
            title=f"{item.title} {WORD}",
            by=WORD,
            mc=f"Lời dẫn {WORD}\n{WORD}",
            notes=WORD,
            award=Award(WORD, WORD, listed(WORD, WORD)) if item.award else None,
            cues=tuple(replace(cue, text=WORD) for cue in item.cues),
        )
        for item in agenda.sessions[0].items
    )
    session = replace(agenda.sessions[0], title=WORD, items=items)
    tracks = tuple(replace(track, title=WORD) for track in agenda.tracks)
    return replace(agenda, title=WORD, organiser=WORD, sessions=(session,), tracks=tracks)


@pytest.fixture
def wordy(tmp_path: Path) -> Iterator[Theatre]:
    with theatre(tmp_path, long_words()) as opened:
        yield opened


def test_words_without_spaces_widen_no_page(wordy: Theatre, engine: Browser[Any]) -> None:
    page = engine.page(390, 844)
    for scene in (c.Advance(), c.Advance(), c.End()):
        wordy.do(scene)
        if isinstance(scene, c.Advance):
            for role in set(Role) - {Role.DISPLAY, Role.CALLER}:
                wordy.do(c.SendMessage(role, f"Xem {WORD}"))
            wordy.do(c.SendMessage(Role.CALLER, WORD), by="music")
        current = wordy.now.current
        fact = f"dataset.item === '{current.row.item_id}'" if current else "dataset.phase === 'ended'"
        for role in Role:
            wordy.shown(page, role)
            page.wait_for(f"document.documentElement.{fact}")
            for width, height in ((390, 844), (320, 568)):
                page.resize(width, height)
                page.js(DRAWN_ANEW)
                assert page.js("document.documentElement.scrollWidth") <= width, (role, width)
                assert page.js(WIDENED) == [], (role, width, scene)


def test_the_count_in_the_bar_is_never_cut(hall: Theatre, chromium: Chromium) -> None:
    hall.do(c.Advance(), c.Advance())
    hall.move(minutes=45)
    hall.do(c.Hold())
    page = chromium.page(390, 844)
    for role in (Role.MC, Role.MUSIC, Role.CREW, Role.LIGHTS, Role.SCREEN):
        hall.shown(page, role)
        page.wait_for_text("TẠM DỪNG", "#bar")
        for mode in ("", "TỔNG DUYỆT"):
            # a rehearsal says so in the same bar
            page.js(f"document.querySelector('#bar .mode').textContent = '{mode}'")
            for width, height in PHONES:
                page.resize(width, height)
                page.js(DRAWN_ANEW)
                count = page.js(
                    "(() => { const node = document.querySelector('#bar .counting');"
                    " const [at, menu, when] = ['#bar .counting', '.menu', '#bar .when']"
                    ".map(one => document.querySelector(one).getBoundingClientRect());"
                    " return {text: node.innerText, whole: node.scrollWidth <= node.clientWidth + 1"
                    " || getComputedStyle(node).display === 'inline',"
                    " free: at.right <= menu.left && at.left >= when.right && at.bottom <= 60}; })()"
                )
                assert count["text"].startswith("+35:"), (role, width)
                assert count["whole"], (role, width)
                assert count["free"], (role, width, mode)


def test_the_order_is_read_on_a_phone_held_sideways(hall: Theatre, chromium: Chromium) -> None:
    hall.do(c.Advance(), c.Advance())
    stage = hall.screen(chromium, Role.STAGE, 844, 390)
    stage.wait_for("document.querySelector('.row[aria-current]')?.dataset.item === 'report'")
    for width, height in ((844, 390), (667, 375), (568, 320)):
        stage.resize(width, height)
        stage.js(DRAWN_ANEW)
        title = stage.js(
            f"(() => {{ const at = {box('.row[aria-current] .title')}; return at.toJSON(); }})()"
        )
        assert title["width"] >= 150, (width, height)
        assert title["top"] >= 0, (width, height)
        assert title["bottom"] <= height, (width, height)
        assert stage.js(WIDENED) == []


@pytest.mark.parametrize(("width", "height"), [*PHONES, (568, 320), (844, 390), (390, 430)])
def test_every_button_of_the_caller_is_in_view(
    hall: Theatre, chromium: Chromium, width: int, height: int
) -> None:
    hall.do(c.Advance())
    caller = hall.screen(chromium, Role.CALLER, width, height)
    boxes = caller.js(
        "[...document.querySelectorAll('#hand button')].filter(one => one.checkVisibility())"
        ".map(one => one.getBoundingClientRect().toJSON())"
    )
    assert len(boxes) == 12
    for one in boxes:
        assert one["left"] >= 0
        assert one["top"] >= 0
        assert one["right"] <= width
        assert one["bottom"] <= height
        assert one["height"] >= 44
        assert one["width"] >= 44


@pytest.mark.parametrize("language", ["vi", "en"])
def test_go_says_all_of_its_call_on_the_lowest_phone_held_sideways(
    hall: Theatre, chromium: Chromium, language: str
) -> None:
    hall.do(c.Advance())
    caller = hall.screen(chromium, Role.CALLER, 568, 320)
    caller.goto(f"{hall.link(Role.CALLER).partition('/j/')[0]}/caller?lang={language}")
    caller.wait_for("document.querySelector('.go-what')?.textContent.includes('Mời đứng dậy')")
    go, end = caller.js(f"[{box('.go')}.toJSON(), {box('.pad button:last-child')}.toJSON()]")
    for line in (".go-word", ".go-what", ".go-state"):
        at = caller.js(f"{box(line)}.toJSON()")
        assert at["height"] >= 16, line
        assert go["top"] <= at["top"], line
        assert at["bottom"] <= go["bottom"], line
    assert go["top"] >= 0
    assert end["bottom"] <= 320


def test_what_go_will_do_is_whole_on_every_phone(hall: Theatre, chromium: Chromium) -> None:
    caller = hall.screen(chromium, Role.CALLER, 390, 844)
    for scene in ((), (c.Advance(),), (c.Advance(),)):
        hall.do(*scene) if scene else None
        number = hall.now.current.row.number if hall.now.current else None
        caller.wait_for(
            f"{json.dumps(number)} === (document.querySelector('.now .number')?.textContent ?? null)"
        )
        for width, height in (*PHONES, (568, 320), (667, 375), (844, 390)):
            caller.resize(width, height)
            caller.js(DRAWN_ANEW)
            edges = caller.js(
                "[...document.querySelectorAll('#hand > .go, .go-word, .go-what, .go-state')]"
                ".filter(one => one.checkVisibility() && one.textContent)"
                ".map(one => [one.className, one.getBoundingClientRect().top,"
                " one.getBoundingClientRect().bottom, parseFloat(getComputedStyle(one).fontSize)])"
            )
            (_, top, bottom, _), *lines = edges
            assert top >= caller.js(f"{box('#bar')}.bottom"), (width, height, scene)
            assert {"go-word", "go-what"} <= {name for name, *_ in lines}
            for name, begins, ends, letters in lines:
                assert top <= begins, (width, height, scene, name)
                assert ends <= bottom, (width, height, scene, name)
                # whole letters, with what hangs below them
                assert ends - begins >= 1.15 * letters, (width, height, scene, name)


def test_the_label_of_the_count_has_room_for_the_dots_beneath_its_letters(
    hall: Theatre, engine: Browser[Any]
) -> None:
    hall.do(c.Advance(), c.Advance())
    hall.do(c.Hold())
    page = hall.screen(engine, Role.MUSIC, 360, 640)
    page.wait_for_text("TẠM DỪNG", "#bar")
    room = page.js(
        "(() => { const node = document.querySelector('#bar .named'), range = document.createRange();"
        " range.selectNodeContents(node);"
        " const text = range.getBoundingClientRect(), own = node.getBoundingClientRect();"
        " return [text.top - own.top, own.bottom - text.bottom]; })()"
    )
    assert min(room) >= 0


def test_the_callers_phone_shows_four_cues_and_the_order(hall: Theatre, engine: Browser[Any]) -> None:
    hall.do(c.Advance())
    caller = hall.screen(engine, Role.CALLER, 390, 844)
    caller.wait_for("document.querySelectorAll('.cues .cue').length >= 4")
    bottoms = caller.js(
        "[...document.querySelectorAll('.cues .cue')].map(one => one.getBoundingClientRect().bottom)"
    )
    hand = caller.js(f"{box('#hand')}.top")
    # the list scrolls by itself: what is below its edge is not seen
    edge = min(hand, caller.js(f"{box('.cues')}.bottom") + 1)
    assert sum(bottom <= edge for bottom in bottoms) >= 4
    assert caller.js(f"{box('.order .row')}.bottom") <= hand


@pytest.mark.parametrize(("width", "height"), [(390, 400), (412, 380), (360, 330)])
def test_the_mcs_words_keep_their_room_above_a_keyboard(
    hall: Theatre, chromium: Chromium, width: int, height: int
) -> None:
    hall.do(c.Advance())
    mc = hall.screen(chromium, Role.MC, width, height)
    hall.do(c.SendMessage(Role.MC, "Còn 1 phút"))
    mc.wait_for_text("Còn 1 phút", ".waiting")
    main = mc.js(f"{box('#main')}.toJSON()")
    assert main["width"] >= width - 2
    assert main["height"] >= 90
    assert mc.js(f"{box('button.known')}.bottom") <= height


def test_the_speaker_reads_whole_letters_beside_the_count(hall: Theatre, engine: Browser[Any]) -> None:
    hall.do(c.Advance(), c.Advance())
    speaker = hall.screen(engine, Role.SPEAKER, 1024, 768)
    hall.do(c.SendMessage(Role.SPEAKER, "Kính đề nghị kết luận ngay, còn rất gấp"))
    speaker.wait_for_text("Kính đề nghị", ".said-to")
    for width, height in ((1024, 768), (390, 844), (844, 390), (320, 568), (512, 384)):
        speaker.resize(width, height)
        speaker.js(DRAWN_ANEW)
        at = speaker.js(
            "(() => { const text = document.querySelector('.said-to .text'), inside = document.createRange();"
            " inside.selectNodeContents(text);"
            " const [box, painted, known, digits, light] = [text, inside, document.querySelector('.said-to"
            " button'), document.querySelector('.digits'), document.querySelector('.light')]"
            ".map(one => one.getBoundingClientRect().toJSON());"
            " return {box, painted, known, digits, light, size: parseFloat(getComputedStyle(text).fontSize)};"
            " })()"
        )
        told = (width, height, at)
        assert at["painted"]["top"] >= at["box"]["top"] - 1, told
        assert at["painted"]["bottom"] <= at["box"]["bottom"] + 1, told
        assert at["size"] >= 20, told
        is_apart = (
            at["digits"]["top"] >= at["known"]["bottom"] or at["digits"]["left"] >= at["known"]["right"]
        )
        assert is_apart, told
        assert at["digits"]["bottom"] <= height, told
        assert at["digits"]["right"] <= width, told


def test_stand_by_has_the_colour_it_has_on_the_console(hall: Theatre, chromium: Chromium) -> None:
    hall.do(c.Advance(), c.Advance(), c.StandBy("award.crew"))
    crew = hall.screen(chromium, Role.CREW)
    crew.prefer(calm=True, dark=True)
    crew.wait_for("document.querySelector('.lamp').dataset.state === 'standby'")
    crew.wait_for("document.documentElement.dataset.theme === 'dark'")
    assert DARK.amber.color is not None
    triplet = DARK.amber.color.triplet
    assert triplet is not None
    amber = f"rgb({triplet.red}, {triplet.green}, {triplet.blue})"
    assert crew.js("getComputedStyle(document.querySelector('.lamp')).color") == amber
    assert (
        crew.js("getComputedStyle(document.querySelector('.cue[data-phase=standby] .phase')).color") == amber
    )


def test_every_page_has_one_heading_of_the_first_level(hall: Theatre, chromium: Chromium) -> None:
    hall.do(c.Advance())
    page = chromium.page(390, 844)
    for role in Role:
        hall.shown(page, role)
        assert page.js("[...document.querySelectorAll('h1')].map(one => one.textContent.length > 1)") == [
            True
        ]
    page.goto(f"http://127.0.0.1:{hall.port}/?choose")
    assert page.js("document.querySelectorAll('h1').length") == 1


def test_the_sign_that_the_screen_may_go_dark_lies_on_nothing(hall: Theatre, chromium: Chromium) -> None:
    page = chromium.page(390, 844)
    page.begin_with("delete Navigator.prototype.wakeLock")
    page.goto(hall.link(Role.MC))
    page.wait_for("document.querySelector('.menu summary')?.dataset.awake === 'no'")
    ring = page.js(
        "(() => { const look = getComputedStyle(document.querySelector('.menu summary'), '::before');"
        " const after = getComputedStyle(document.querySelector('.menu summary'), '::after');"
        " return [look.position, look.width, after.content]; })()"
    )
    assert ring == ["static", "9px", "none"]
    assert page.js("document.querySelector('.menu summary').scrollWidth") <= page.js(
        "document.querySelector('.menu summary').clientWidth"
    )


def test_letters_are_twice_as_large_at_200_percent_and_not_four_times(hall: Theatre, webkit: WebKit) -> None:
    """WebKit alone zooms a font size in vw twice."""
    hall.do(c.Advance(), c.Advance())
    hall.do(c.SendMessage(Role.SPEAKER, "Xin mời kết luận"))
    sizes = "[...document.querySelectorAll('body *')].map(one => parseFloat(getComputedStyle(one).fontSize))"
    page = hall.screen(webkit, Role.MC, 1024, 768)
    page.zoom(4)
    width, height = page.js("[innerWidth, innerHeight]")
    # the same room without zoom has the same letters
    plain = webkit.page(width, height)
    for role in Role:
        for window in (page, plain):
            hall.shown(window, role)
            window.js(DRAWN_ANEW)
        assert page.js("[innerWidth, innerHeight]") == [width, height]
        assert page.js(WIDENED) == [], role
        zoomed = page.js(sizes)
        assert max(zoomed) <= max(plain.js(sizes)) * 1.1, role
        if role is Role.SPEAKER:
            known, digits = (page.js(f"{box(one)}.toJSON()") for one in (".said-to button", ".digits"))
            assert digits["top"] >= known["bottom"] or digits["left"] >= known["right"]


def test_the_whole_order_goes_on_paper(hall: Theatre, chromium: Chromium) -> None:
    stage = hall.screen(chromium, Role.STAGE, 390, 400)
    assert stage.js(f"{box('.order .row:last-child')}.bottom") > 400
    stage.ask("Emulation.setEmulatedMedia", media="print")
    for one in ("#main", ".order", "body"):
        assert stage.js(f"getComputedStyle(document.querySelector('{one}')).overflowY") == "visible"
    last = stage.js(f"{box('.order .row:last-child')}.bottom")
    assert stage.js("document.documentElement.scrollHeight") >= last
    assert stage.js("getComputedStyle(document.querySelector('.menu')).display") == "none"
