"""Screens are told of the show's other console, and its pages are let in here by their pass alone."""

from __future__ import annotations

import json
from contextlib import ExitStack
from typing import Any

import pytest

from runofshow.core.agenda import Role
from runofshow.hall.second import Second
from runofshow.web.watch import WATCHES
from tests.web.halls import TOKEN, Answer, Event, Hall, Watcher

OTHER = "http://127.0.0.2:8765"


@pytest.fixture
def told(opened: Hall) -> Hall:
    opened.server.tell_second(Second((OTHER,), 16)).result(5)
    return opened


def named(watcher: Watcher, name: str) -> Event:
    """The next event of this name."""
    while (event := watcher.next()).name != name:
        pass
    return event


def passed(opened: Hall, cookie: str) -> str:
    guest = opened.access.whose(cookie)
    assert guest is not None
    own = opened.access.pass_of(guest.guest_id)
    assert own is not None
    return own


def from_other(opened: Hall, method: str, path: str, body: Any = None, **more: Any) -> Answer:
    headers = {"Origin": OTHER, "Sec-Fetch-Site": "cross-site", "Content-Type": "application/json"}
    return opened.ask(method, path, body=body and json.dumps(body), headers=headers, **more)


def test_a_screen_hears_of_the_other_console_while_it_watches_and_when_it_comes(opened: Hall) -> None:
    cookie = opened.joined(Role.MC)
    expected = {"urls": [OTHER], "pass": passed(opened, cookie), "term": 16}
    with opened.watching(cookie) as early:
        assert early.next().name == "snapshot"
        opened.server.tell_second(Second((OTHER,), 16)).result(5)
        assert named(early, "second").data == expected
        with opened.watching(cookie) as late:
            assert named(late, "second").data == expected


def test_each_guest_has_a_pass_of_its_own(told: Hall) -> None:
    passes = []
    for role in (Role.MC, Role.MUSIC):
        with told.watching(told.joined(role)) as watcher:
            passes.append(named(watcher, "second").data["pass"])
    assert len(set(passes)) == 2


def test_the_other_consoles_page_asks_and_orders_by_its_pass(told: Hall) -> None:
    own = passed(told, told.joined(Role.CALLER))
    seen = from_other(told, "GET", f"/api/snapshot?as=caller&pass={own}")
    assert (seen.status, seen.headers["access-control-allow-origin"]) == (200, OTHER)
    assert "access-control-allow-credentials" not in seen.headers
    ordered = from_other(told, "POST", f"/api/command?as=caller&pass={own}", {"do": "start"})
    assert (ordered.status, ordered.headers["access-control-allow-origin"]) == (200, OTHER)
    refused = from_other(told, "POST", f"/api/command?as=mc&pass={own}", {"do": "hold"})
    assert (refused.status, refused.json["reason"]) == (401, "not_joined")
    assert refused.headers["access-control-allow-origin"] == OTHER
    assert told.obeyed[1:] == ["start"]


def test_a_page_of_the_other_console_is_never_let_in_by_a_cookie(told: Hall) -> None:
    cookie = told.joined(Role.CALLER)
    assert from_other(told, "GET", "/api/snapshot", cookie=cookie).status == 401
    assert from_other(told, "POST", "/api/command", {"do": "start"}, cookie=cookie).status == 401
    assert told.obeyed[1:] == []


@pytest.mark.parametrize(
    "origin", ["http://127.0.0.2:8766", "https://127.0.0.2:8765", "null", "http://evil.test"]
)
def test_any_other_origin_is_refused_with_the_right_pass_too(told: Hall, origin: str) -> None:
    own = passed(told, told.joined(Role.CALLER))
    for method in ("GET", "POST", "OPTIONS"):
        answer = told.ask(
            method,
            f"/api/command?pass={own}",
            body="{}",
            headers={"Origin": origin, "Content-Type": "application/json"},
        )
        assert answer.status in (403, 405), (method, answer)
        assert "access-control-allow-origin" not in answer.headers
    assert told.obeyed[1:] == []


def test_a_preflight_is_answered_for_the_other_console_and_what_it_may_ask(told: Hall) -> None:
    answer = from_other(told, "OPTIONS", "/api/command?as=mc")
    assert (answer.status, answer.body) == (204, b"")
    assert answer.headers["access-control-allow-origin"] == OTHER
    assert answer.headers["access-control-allow-headers"] == "content-type"
    for path in ("/", "/join", "/api/qr", "/mc", "/healthz"):
        assert from_other(told, "OPTIONS", path).status == 405
        assert from_other(told, "GET", path).status == 403
    foreign_name = {"Origin": OTHER, "Host": "evil.test"}
    assert told.ask("OPTIONS", "/api/command", headers=foreign_name).status == 405


def test_without_another_console_nothing_is_let_in_from_elsewhere(opened: Hall) -> None:
    own = passed(opened, opened.joined(Role.CALLER))
    assert from_other(opened, "OPTIONS", "/api/command").status == 405
    assert from_other(opened, "GET", f"/api/snapshot?pass={own}").status == 403


def test_pages_may_ask_the_other_console_and_nothing_else(told: Hall) -> None:
    policy = told.ask("GET", "/").headers["content-security-policy"]
    assert f"connect-src 'self' {OTHER};" in policy
    assert policy.count(OTHER) == 1


def test_who_was_thrown_out_has_no_pass(told: Hall) -> None:
    cookie = told.joined(Role.MC)
    own = passed(told, cookie)
    guest = told.access.whose(cookie)
    assert guest is not None
    assert told.server.throw_out(guest.guest_id).result(5)
    assert from_other(told, "GET", f"/api/snapshot?pass={own}").status == 401


def test_who_watches_is_called_now_and_when_it_comes(told: Hall) -> None:
    own = passed(told, told.joined(Role.MC))
    with told.watching("", f"?pass={own}", "/api/watch") as early:
        assert early.next().name == "beat"
        told.server.tell_caller(16).result(5)
        assert named(early, "caller").data == {"term": 16}
        with told.watching("", f"?pass={own}", "/api/watch") as late:
            assert named(late, "caller").data == {"term": 16}


def test_a_watch_beats_and_ends_for_who_is_thrown_out(told: Hall) -> None:
    cookie = told.joined(Role.MC)
    guest = told.access.whose(cookie)
    assert guest is not None
    with told.watching("", f"?pass={passed(told, cookie)}", "/api/watch") as watcher:
        assert [watcher.next().name for _ in range(2)] == ["beat", "beat"]
        assert told.server.throw_out(guest.guest_id).result(5)
        with pytest.raises((AssertionError, OSError)):
            named(watcher, "caller")


def test_only_guests_watch_and_no_one_without_bounds(told: Hall) -> None:
    own = passed(told, told.joined(Role.MC))
    program = {"Authorization": f"Bearer {TOKEN}"}
    assert told.ask("GET", "/api/watch").status == 401
    assert told.ask("GET", "/api/watch", headers=program).status == 403
    assert told.ask("HEAD", f"/api/watch?pass={own}").status == 200
    with ExitStack() as many:
        for _ in range(WATCHES):
            many.enter_context(told.watching("", f"?pass={own}", "/api/watch"))
        assert told.ask("GET", f"/api/watch?pass={own}").status == 429
