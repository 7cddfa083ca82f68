"""What every page owes the eye and the ear: contrast, size, room, names; in both languages and grounds."""

from __future__ import annotations

import json

from runofshow.core import commands as c
from runofshow.core.agenda import AtStart, Role
from runofshow.texts import Language
from tests.web.pages.browser import Chromium, Page
from tests.web.pages.plan import minutes
from tests.web.pages.theatre import DRAWN, Theatre

# Every element that shows text of its own, with its size and the contrast to what lies behind it.
TEXTS = """(() => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgb = css => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = css; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data]; };
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
    .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, at) => sum + v * [0.2126, 0.7152, 0.0722][at], 0);
  const ground = node => { for (let at = node; at; at = at.parentElement) {
    const found = rgb(getComputedStyle(at).backgroundColor); if (found[3] > 250) return found; }
    return rgb(getComputedStyle(document.documentElement).backgroundColor); };
  const found = [];
  for (const node of document.querySelectorAll('body *')) {
    const own = [...node.childNodes].some(child => child.nodeType === 3 && child.data.trim());
    const box = node.getBoundingClientRect();
    if (!own || !node.checkVisibility({visibilityProperty: true, opacityProperty: true})) continue;
    if (box.width < 2 || node.closest('.unseen, .skip, noscript, option')) continue;
    const look = getComputedStyle(node);
    const [a, b] = [light(rgb(look.color)), light(ground(node))];
    found.push({text: node.textContent.trim().slice(0, 40), of: node.className,
      size: parseFloat(look.fontSize),
      contrast: (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05),
      shape: node.closest('[aria-hidden]') !== null});
  }
  return found;
})()"""


BUTTONS = """[...document.querySelectorAll('button.known, .go, .sound-pad > button')]
  .filter(node => node.checkVisibility()).map(node => {
  const box = node.getBoundingClientRect(); return [box.left, box.top, box.right, box.bottom]; })"""
NAMELESS = """[...document.querySelectorAll('button, summary, a, input, select, textarea')]
  .filter(node => !(node.innerText || node.textContent).trim() && !node.getAttribute('aria-label')
    && !node.labels?.length).map(node => node.outerHTML.slice(0, 120))"""
SIZES = (
    (320, 568),
    (568, 320),
    (390, 844),
    (844, 390),
    (1024, 768),
    (1080, 1920),
    (1920, 1080),
    (3840, 2160),
)


GROUND = "getComputedStyle(document.documentElement).backgroundColor"


def protected_item(hall: Theatre) -> None:
    hall.do(c.Advance())


def late_report_with_messages(hall: Theatre) -> None:
    hall.do(c.Advance())
    for role in (Role.MC, Role.SPEAKER, Role.STAGE):
        hall.do(c.SendMessage(role, "Còn 1 phút"))
    hall.do(c.AddCue("report", Role.STAGE, "Micro số 2 lên bục", AtStart(minutes(1))))
    hall.do(c.SendMessage(Role.CALLER, "Chờ một chút"), by="music")
    hall.do(c.Acknowledge("report.music"), by="music")
    hall.move(minutes=11)


def last_minute(hall: Theatre) -> None:
    hall.do(c.Advance())
    hall.move(minutes=9, seconds=20)


def test_text_is_large_and_stands_out_on_every_page(hall: Theatre, chromium: Chromium) -> None:
    page = chromium.page(390, 844)
    for scene in (protected_item, late_report_with_messages, last_minute):
        scene(hall)
        current = hall.now.current
        assert current is not None
        for role in Role:
            hall.shown(page, role)
            told = f"item {current.row.item_id} on {role}"
            page.wait_for(f"document.documentElement.dataset.item === '{current.row.item_id}'")
            for dark in (False, True):
                page.prefer(dark=dark, calm=True)
                page.js("new Promise(requestAnimationFrame)")
                texts = page.js(TEXTS)
                assert len(texts) >= 3, told
                assert [one for one in texts if one["size"] < 16] == [], told
                # large text may have 3:1; nothing here makes use of that
                assert [one for one in texts if one["contrast"] < 4.5 and not one["shape"]] == [], told


def test_nothing_runs_off_the_screen_at_any_size(hall: Theatre, chromium: Chromium) -> None:
    protected_item(hall)
    late_report_with_messages(hall)
    page = chromium.page(390, 844)
    for role in (Role.MC, Role.MUSIC, Role.SPEAKER, Role.DISPLAY, Role.CREW, Role.STAGE, Role.CALLER):
        hall.shown(page, role)
        page.wait_for_text("Báo cáo tổng kết phong trào thi đua", "#main")
        for width, height in SIZES:
            page.resize(width, height)
            page.js("new Promise(requestAnimationFrame)")
            told = f"{role} at {width}x{height}"
            assert page.js("document.documentElement.scrollWidth") <= width, told
            assert page.js("document.documentElement.scrollHeight") <= height + 1, told
            for left, top, right, bottom in page.js(BUTTONS):
                assert left >= 0, told
                assert top >= 0, told
                assert right <= width, told
                assert bottom <= height + 1, told
                assert bottom - top >= 44, told


def test_every_page_has_its_landmarks_its_language_and_names_for_its_buttons(
    hall: Theatre, chromium: Chromium
) -> None:
    protected_item(hall)
    late_report_with_messages(hall)
    page = hall.screen(chromium, Role.CALLER)
    for role in Role:
        page.goto(hall.link(role))
        for language in Language:
            told = f"{role} in {language}"
            page.goto(f"http://127.0.0.1:{hall.port}/{role.value}?lang={language.value}")
            page.wait_for(DRAWN)
            assert page.js("document.documentElement.lang") == language.value, told
            assert page.js("document.querySelectorAll('main').length") == 1, told
            assert page.js("document.querySelectorAll('[role=status], [aria-live]').length") >= 1, told
            assert page.js(NAMELESS) == [], told
            assert "{" not in page.text(), told
            assert "undefined" not in page.text(), told


def test_the_ground_is_chosen_and_kept(hall: Theatre, chromium: Chromium) -> None:
    page = hall.screen(chromium, Role.MC)
    before = _ground(page)
    page.tap(".menu summary")
    page.tap(".menu input[value=dark]")
    dark = _ground(page)
    assert dark != before
    page.ask("Page.reload")
    page.wait_for(DRAWN)
    assert _ground(page) == dark
    page.tap(".menu summary")
    page.js("document.querySelector('.menu input[value=auto]').click()")
    page.wait_for(f"{GROUND} === {json.dumps(before)}")
    page.prefer(dark=True)
    page.wait_for(f"{GROUND} === {json.dumps(dark)}")


def test_the_letters_of_the_words_grow(hall: Theatre, chromium: Chromium) -> None:
    page = hall.screen(chromium, Role.MC)
    size = "parseFloat(getComputedStyle(document.getElementById('main')).fontSize)"
    before = page.js(size)
    page.tap(".menu summary")
    page.tap(".menu button[aria-label='Chữ lớn hơn']")
    assert page.js(size) > before * 1.1


def test_a_page_can_be_put_on_the_home_screen(hall: Theatre, chromium: Chromium) -> None:
    page = hall.screen(chromium, Role.MC)
    told = page.ask("Page.getAppManifest")
    assert told["errors"] == []
    assert "/mc" in told["data"]
    for name, size in (("icon-180.png", 180), ("icon-192.png", 192), ("icon-512.png", 512)):
        width = page.js(
            f"new Promise(done => {{ const icon = new Image(); icon.onload = () => done(icon.naturalWidth);"
            f" icon.onerror = () => done(0); icon.src = '/assets/{name}'; }})"
        )
        assert width == size


def _ground(page: Page) -> str:
    ground: str = page.js(GROUND)
    return ground


# The words in red, and those on a ground of red, amber or green; buttons keep theirs.
LOUD = """[...document.querySelectorAll('body *')].filter((node) => {
  const own = [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim());
  const seen = own && node.checkVisibility({visibilityProperty: true});
  if (!seen || node.closest('button, summary')) return false;
  const parts = (css) => (css.match(/[0-9.]+/g) ?? [0, 0, 0]).map(Number);
  const [red, green, blue] = parts(getComputedStyle(node).color);
  const grounds = [];
  for (let at = node; at; at = at.parentElement) grounds.push(parts(getComputedStyle(at).backgroundColor));
  const ground = grounds.find(([, , , alpha]) => alpha !== 0) ?? [0, 0, 0];
  return red - Math.max(green, blue) > 80 || Math.max(ground[0], ground[1]) - ground[2] > 50;
}).map((node) => `${node.className}: ${node.textContent}`)"""


def test_no_page_turns_red_or_bright_in_a_protected_item(hall: Theatre, chromium: Chromium) -> None:
    """It takes longer, past the hard out; a cue is due, one goes, and the hall's server is gone."""
    roles = (Role.MC, Role.MUSIC, Role.CREW, Role.SPEAKER, Role.STAGE)
    pages = {role: hall.screen(chromium, role) for role in roles}
    hall.do(c.AddCue("flag", Role.STAGE, "Micro số 2 lên bục"))
    protected_item(hall)
    hall.move(minutes=22)
    for role, page in pages.items():
        page.wait_for_text("quá giờ +17:", "body")
        tones = "[...document.querySelectorAll('[data-tone]')].map((node) => node.dataset.tone)"
        assert not {"over", "soon"} & set(page.js(tones))
        assert page.js(LOUD) == [], role
    hall.do(c.Go("flag.mc"))
    pages[Role.MC].wait_for("document.querySelector('.lamp').dataset.state === 'go'")
    assert pages[Role.MC].js(LOUD) == []
    hall.stop_server()
    for role, page in pages.items():
        page.wait_for("document.documentElement.hasAttribute('data-lost')", 30)
        assert page.js(LOUD) == [], role
