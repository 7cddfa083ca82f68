"""Coming in: codes, links, cookies, and each role's own page."""

from __future__ import annotations

import re
from urllib.parse import urlencode

import pytest

from runofshow.core.agenda import Role
from runofshow.core.commands import Start
from runofshow.hall.guesses import FREE
from tests.web.halls import TOKEN, Answer, Hall, Jar

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def typed(opened: Hall, code: str, **more: str) -> Answer:
    return opened.ask("POST", "/join", body=urlencode({"code": code}), headers=FORM, **more)


@pytest.mark.parametrize("role", list(Role))
def test_a_join_link_sets_the_cookie_and_goes_to_the_roles_page(opened: Hall, role: Role) -> None:
    answer = opened.ask("GET", f"/j/{opened.access.codes[role]}")
    assert (answer.status, answer.headers["location"]) == (303, f"/{role.value}?joined")
    cookie, *flags = answer.headers["set-cookie"].lower().split("; ")
    assert {"httponly", "samesite=strict", "path=/"} <= set(flags)
    assert re.fullmatch(rf"runofshow-{role.value}-{opened.port}=[\w-]{{43}}", cookie)
    mine = opened.joined(role)
    clean = opened.ask("GET", f"/{role.value}?joined", cookie=mine)
    assert (clean.status, clean.headers["location"]) == (303, f"/{role.value}")
    page = opened.ask("GET", f"/{role.value}", cookie=mine)
    assert page.status == 200
    assert f'data-role="{role.value}"'.encode() in page.body


def test_a_browser_that_leaves_out_the_cookie_at_first_is_sent_once_more(opened: Hall) -> None:
    """SameSite=Strict is left out of a step that began in another app, and sent in one of our own."""
    answer = opened.ask("GET", "/mc?joined")
    assert answer.status == 200
    assert b'content="0;url=/mc"' in answer.body
    assert opened.ask("GET", "/mc").headers["location"] == "/?screen=mc"


def test_a_typed_code_lets_in(opened: Hall) -> None:
    code = opened.access.codes[Role.MUSIC]
    answer = typed(opened, f" {code.lower()[:3]} {code.lower()[3:]}")
    assert (answer.status, answer.headers["location"]) == (303, "/music?joined")


def test_a_wrong_code_shows_the_form_again(opened: Hall) -> None:
    for answer in (typed(opened, "AAAAAA"), opened.ask("GET", "/j/AAAAAA")):
        assert answer.status == 403
        assert b"<form" in answer.body
        assert b'role="alert"' in answer.body
        assert "set-cookie" not in answer.headers


def test_the_form_takes_a_form_and_nothing_else(opened: Hall) -> None:
    assert opened.ask("POST", "/join", body="{}", headers={"Content-Type": "application/json"}).status == 415
    assert opened.ask("POST", "/join", body=b"\xff\xfe", headers=FORM).status == 400
    assert opened.ask("POST", "/join", body="&".join("a=1" for _ in range(50)), headers=FORM).status == 400
    assert opened.ask("POST", "/join", body="", headers=FORM).status == 403


def test_home_is_the_form_for_who_is_out_and_ones_page_for_who_is_in(opened: Hall) -> None:
    assert b"<form" in opened.ask("GET", "/").body
    cookie = opened.joined(Role.STAGE)
    assert opened.ask("GET", "/", cookie=cookie).headers["location"] == "/stage"
    assert b"<form" in opened.ask("GET", "/?choose", cookie=cookie).body


def test_a_screen_that_was_chosen_asks_for_its_code(opened: Hall) -> None:
    page = opened.ask("GET", "/?screen=music").body.decode()
    assert "Mã vào màn hình Âm thanh" in page
    assert page.count('aria-current="true"') == 1
    assert "Về màn hình" not in page
    assert "Mã vào màn hình" not in opened.ask("GET", "/?screen=nobody").body.decode()


def test_who_looks_for_another_screen_finds_the_way_back(opened: Hall) -> None:
    page = opened.ask("GET", "/?choose&screen=music", cookie=opened.joined(Role.STAGE)).body.decode()
    assert '<a href="/stage?lang=vi">← Về màn hình Sân khấu</a>' in page
    assert "screen=stage" not in page
    jar = Jar(opened)
    for role in (Role.STAGE, Role.MC):
        jar.join(role)
    page = jar.ask("GET", "/?choose").body.decode()
    assert re.findall(r'<a href="/(\w+)\?lang=vi">←', page) == ["mc", "stage"]


def test_the_language_that_was_chosen_stays_on_the_way_in(opened: Hall) -> None:
    cookie = opened.joined(Role.MC)
    assert opened.ask("GET", f"/j/{opened.access.codes[Role.MC]}?lang=en").headers["location"] == (
        "/mc?joined&lang=en"
    )
    assert opened.ask("GET", "/mc?joined&lang=en", cookie=cookie).headers["location"] == "/mc?lang=en"
    assert b'content="0;url=/mc?lang=en"' in opened.ask("GET", "/mc?joined&lang=en").body
    assert b'action="/join?lang=en"' in opened.ask("GET", "/?lang=en").body


def test_who_comes_in_anew_gives_up_the_old_cookie_of_that_role_and_no_other(opened: Hall) -> None:
    jar = Jar(opened)
    jar.join(Role.MC)
    old = jar.header()
    jar.join(Role.CREW)
    jar.join(Role.MC)
    assert opened.ask("GET", "/api/snapshot", cookie=old).status == 401
    assert sorted(guest.role for guest in opened.server.guests()) == [Role.CREW, Role.MC]
    for role in (Role.CREW, Role.MC):
        assert f'data-role="{role.value}"'.encode() in jar.ask("GET", f"/{role.value}").body


def test_two_roles_in_one_browser_each_see_and_order_what_is_theirs(opened: Hall) -> None:
    jar = Jar(opened)
    for role in (Role.CALLER, Role.MUSIC):
        jar.join(role)
    opened.engine.ask(Start(), "caller").result(5)
    assert "sound" in jar.ask("GET", "/api/snapshot?as=music").json
    assert "items" in jar.ask("GET", "/api/snapshot?as=caller").json
    assert jar.order("music", {"do": "hold"}).status == 403
    assert jar.order("caller", {"do": "hold"}).status == 200
    assert jar.order("music", {"do": "ack", "cue_id": "music1"}).status == 200
    # what only the caller may have is asked for as the caller, though music came in later
    assert jar.ask("GET", "/api/roles").status == 200
    assert jar.ask("GET", "/").headers["location"] == "/music"
    for nobody in ("mc", "", "nobody"):
        assert jar.ask("GET", f"/api/snapshot?as={nobody}").status == 401
    # a role that was only looked up was not there
    opened.access.throw_out(next(one.guest_id for one in opened.access.present if one.role is Role.MUSIC))
    assert jar.order("music", {"do": "ack", "cue_id": "music1"}).status == 401
    assert jar.ask("GET", "/api/snapshot?as=caller").status == 200


def test_the_cookies_of_other_shows_on_this_machine_do_not_pile_up(opened: Hall) -> None:
    """A browser has one jar for all ports of a machine, and a request with a long head is refused."""
    jar = Jar(opened)
    jar.cookies = {f"runofshow-mc-{port}": "x" * 43 for port in range(9000, 9030)} | {"other": "stays"}
    jar.join(Role.MC)
    assert set(jar.cookies) == {"other", f"runofshow-mc-{opened.port}"}


def test_another_roles_page_sends_one_to_ones_own(opened: Hall) -> None:
    cookie = opened.joined(Role.DISPLAY)
    for role in set(Role) - {Role.DISPLAY}:
        answer = opened.ask("GET", f"/{role.value}", cookie=cookie)
        assert (answer.status, answer.headers["location"]) == (303, "/display")


def test_pages_speak_vietnamese_and_english_when_asked(opened: Hall) -> None:
    cookie = opened.joined(Role.MC)
    assert b'lang="vi"' in opened.ask("GET", "/mc", cookie=cookie).body
    assert b'lang="en"' in opened.ask("GET", "/mc?lang=en", cookie=cookie).body
    assert b'lang="vi"' in opened.ask("GET", "/mc?lang=fr", cookie=cookie).body


def test_everything_a_page_asks_for_is_there(opened: Hall) -> None:
    page = opened.ask("GET", "/mc", cookie=opened.joined(Role.MC)).body.decode()
    wanted = re.findall(r'(?:href|src)="(/(?:assets/|manifest)[^"]+)"', page)
    assert len(wanted) > 3
    for path in wanted:
        answer = opened.ask("GET", path.replace("&amp;", "&"))
        assert answer.status == 200, path
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_page_put_on_the_home_screen_starts_at_its_role(opened: Hall) -> None:
    manifest = opened.ask("GET", "/manifest.webmanifest?role=mc&lang=en").json
    assert (manifest["start_url"], manifest["lang"]) == ("/mc?lang=en", "en")
    assert opened.ask("GET", "/manifest.webmanifest?role=nobody").json["start_url"] == "/"
    for icon in manifest["icons"]:
        answer = opened.ask("GET", icon["src"])
        assert (answer.status, answer.headers["content-type"]) == (200, icon["type"])


@pytest.mark.parametrize(
    "name",
    ["__init__.py", "..%2f..%2fengine.py", "%2e%2e/pages/__init__.py", "nothing.js", "", "x" * 300, "%00"],
)
def test_nothing_but_the_files_of_the_pages_is_given(opened: Hall, name: str) -> None:
    assert opened.ask("GET", f"/assets/{name}").status == 404


# Guessing

IMAGE = "image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5"
LOADED = [
    {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "image"},
    {"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "script"},
    {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"},
    {"Sec-Fetch-Site": "cross-site"},
    # the hall's plain HTTP, where browsers say nothing of the page
    {"User-Agent": "Mozilla/5.0 (iPhone) Safari/604.1", "Accept": IMAGE},
    {"User-Agent": "Mozilla/5.0 (X11) Chrome/150.0", "Accept": "*/*"},
    {"Accept": IMAGE},
]
OPENED = [
    {"Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"},
    {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"},
    {"User-Agent": "Mozilla/5.0 (iPhone) Safari/604.1", "Accept": "text/html,*/*;q=0.8"},
    {"User-Agent": "curl/8", "Accept": "*/*"},
]


@pytest.mark.parametrize("headers", LOADED)
def test_what_another_page_loads_is_no_guess_and_lets_nobody_in(
    opened: Hall, headers: dict[str, str]
) -> None:
    for _ in range(FREE + 3):
        assert opened.ask("GET", "/j/AAAAAA", headers=headers).json == {"reason": "origin"}
    code = opened.access.codes[Role.MC]
    assert "set-cookie" not in opened.ask("GET", f"/j/{code}", headers=headers).headers
    assert opened.ask("GET", f"/j/{code}").status == 303, "no guess was counted"


@pytest.mark.parametrize("headers", OPENED)
def test_a_link_that_somebody_opens_is_taken(opened: Hall, headers: dict[str, str]) -> None:
    assert opened.ask("GET", f"/j/{opened.access.codes[Role.MC]}", headers=headers).status == 303


def test_six_wrong_codes_keep_out_no_token_and_no_cookie_of_that_address(opened: Hall) -> None:
    cookie = opened.joined(Role.MC)
    for _ in range(FREE + 1):
        typed(opened, "AAAAAA")
    assert typed(opened, opened.access.codes[Role.MC]).status == 429, "codes are slowed"
    assert opened.ask("GET", "/api/snapshot", cookie=cookie).status == 200
    assert opened.order({"do": "start"}, token=TOKEN).status == 200
