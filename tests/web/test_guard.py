"""The guard over real sockets: hosts, origins, sizes, and clients that are slow on purpose."""

from __future__ import annotations

import socket

import pytest

from runofshow.core.agenda import Role
from runofshow.core.snapshot import Phase
from runofshow.hall.guesses import FREE
from runofshow.web import connection, guard
from runofshow.web.network import LOOPBACK
from tests.web.halls import TOKEN, Answer, Hall

PROGRAM = {"Authorization": f"Bearer {TOKEN}"}
JSON = {"Content-Type": "application/json", **PROGRAM}
START = '{"do":"start"}'


def head_of(answer: bytes) -> str:
    return answer.partition(b"\r\n")[0].decode()


def all_of(opened: socket.socket) -> bytes:
    """Everything until the server closes."""
    parts = bytearray()
    try:
        while data := opened.recv(65_536):
            parts += data
    except ConnectionResetError:
        return bytes(parts)
    return bytes(parts)


# Hosts and origins


def test_the_machines_own_names_are_answered(opened: Hall) -> None:
    for host in (f"127.0.0.1:{opened.port}", f"localhost:{opened.port}", f"LOCALHOST:{opened.port}"):
        assert opened.ask("GET", "/healthz", headers={"Host": host}).status == 200
    name = socket.gethostname()
    assert opened.ask("GET", "/healthz", headers={"Host": f"{name}:{opened.port}"}).status == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:{port}",
        "127.0.0.1",
        "127.0.0.1:1",
        "127.0.0.2:{port}",
        "",
        ":{port}",
        "[::1]:{port}",
    ],
)
def test_a_foreign_host_is_refused(opened: Hall, host: str) -> None:
    """A page elsewhere whose name was pointed at this machine must not read what the hall sees."""
    answer = opened.ask("GET", "/healthz", headers={"Host": host.format(port=opened.port)})
    assert (answer.status, answer.json) == (421, {"reason": "host"})


def test_two_hosts_are_none(opened: Hall) -> None:
    host = f"Host: 127.0.0.1:{opened.port}\r\n"
    answer = all_of(opened.raw(f"GET /healthz HTTP/1.1\r\n{host}{host}\r\n".encode()))
    assert head_of(answer).split()[1] in ("400", "421")


@pytest.mark.parametrize(
    "origin",
    [
        "http://evil.example",
        "https://127.0.0.1:{port}",
        "http://127.0.0.1",
        "null",
        "http://127.0.0.1:{port}.x",
        "",
    ],
)
def test_a_foreign_origin_orders_nothing(opened: Hall, origin: str) -> None:
    headers = {**JSON, "Origin": origin.format(port=opened.port)}
    answer = opened.ask("POST", "/api/command", body=START, headers=headers)
    assert (answer.status, answer.json) == (403, {"reason": "origin"})
    assert opened.engine.latest.phase is Phase.BEFORE


def test_our_own_origin_orders_and_so_does_a_program_without_one(opened: Hall) -> None:
    own = {**JSON, "Origin": f"http://127.0.0.1:{opened.port}", "Sec-Fetch-Site": "same-origin"}
    assert opened.ask("POST", "/api/command", body=START, headers=own).status == 200
    assert opened.ask("POST", "/api/command", body='{"do":"hold"}', headers=JSON).status == 200


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_browser_that_says_it_comes_from_elsewhere_orders_nothing(opened: Hall, site: str) -> None:
    answer = opened.ask("POST", "/api/command", body=START, headers={**JSON, "Sec-Fetch-Site": site})
    assert answer.status == 403
    assert opened.engine.latest.phase is Phase.BEFORE


def test_the_form_without_a_referrer_lets_in_who_knows_a_code(opened: Hall) -> None:
    kind = {"Content-Type": "application/x-www-form-urlencoded", "Origin": "null"}
    code = opened.access.codes[Role.MC]
    assert opened.ask("POST", "/join", body=f"code={code}", headers=kind).status == 303
    kind["Origin"] = "http://evil.example"
    assert opened.ask("POST", "/join", body=f"code={code}", headers=kind).status == 403


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "PROPFIND"])
def test_there_is_nothing_but_get_and_post(opened: Hall, method: str) -> None:
    assert opened.ask(method, "/api/command", headers=JSON).status == 405


def test_a_post_only_address_cannot_be_got(opened: Hall) -> None:
    for path in ("/api/command", "/join"):
        assert opened.ask("GET", path, headers=PROGRAM).status == 405
    assert opened.ask("POST", "/api/snapshot", headers=JSON).status == 405


# Sizes


def test_a_body_of_four_kilobytes_is_read_and_one_more_is_too_large(opened: Hall) -> None:
    order = '{"do":"note","text":"' + "x" * 3900 + '"}'
    fits = order.ljust(guard.BODY_LIMIT)
    assert opened.ask("POST", "/api/command", body=fits, headers=JSON).status == 200
    before = opened.obeyed
    answer = opened.ask("POST", "/api/command", body=fits + " ", headers=JSON)
    assert (answer.status, answer.json) == (413, {"reason": "too_large"})
    assert opened.obeyed == before


def test_a_body_in_pieces_is_bounded_too(opened: Hall) -> None:
    piece = b"400\r\n" + b"x" * 1024 + b"\r\n"
    head = (
        f"POST /api/command HTTP/1.1\r\nHost: {LOOPBACK}:{opened.port}\r\nTransfer-Encoding: chunked\r\n\r\n"
    )
    answer = all_of(opened.raw(head.encode() + piece * (guard.BODY_LIMIT // 1024 + 1) + b"0\r\n\r\n"))
    assert head_of(answer) == "HTTP/1.1 413 Content Too Large" or " 413 " in head_of(answer)


@pytest.mark.parametrize("length", ["99999999999999999999", "-1", "1e3", "x"])
def test_a_declared_length_that_is_huge_or_none_is_refused(opened: Hall, length: str) -> None:
    head = f"POST /api/command HTTP/1.1\r\nHost: {LOOPBACK}:{opened.port}\r\nContent-Length: {length}\r\n\r\n"
    assert head_of(all_of(opened.raw(head.encode()))).split()[1] in ("400", "413")


def test_cookies_of_other_programs_do_not_keep_a_browser_out_and_too_many_are_told_in_words(
    opened: Hall,
) -> None:
    cookie = opened.joined(Role.MC)
    mine = f"runofshow-mc-{opened.port}={cookie}"
    some = {"Cookie": f"{mine}; other={'x' * 12_000}"}
    assert opened.ask("GET", "/api/snapshot", headers=some).status == 200
    head = f"GET / HTTP/1.1\r\nHost: {LOOPBACK}:{opened.port}\r\nCookie: other={'x' * 20_000}"
    told = all_of(opened.raw(head.encode())).decode()
    assert head_of(told.encode()) == "HTTP/1.1 400 Bad Request"
    assert "Hãy xóa cookie" in told
    assert "Clear this address's cookies" in told.replace("&#x27;", "'")


def test_a_head_without_end_is_cut_off(opened: Hall) -> None:
    head = f"GET / HTTP/1.1\r\nHost: {LOOPBACK}:{opened.port}\r\nX: {'x' * 20_000}"
    assert head_of(all_of(opened.raw(head.encode()))) == "HTTP/1.1 400 Bad Request"


# Slow on purpose


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same bounds, shorter, so that nobody waits for them."""
    monkeypatch.setattr(connection, "HEAD_S", 0.3)
    monkeypatch.setattr(guard, "BODY_S", 0.3)


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("start", [b"", b"GET / HT", b"GET / HTTP/1.1\r\nHost: x\r\n"])
def test_a_head_that_does_not_end_is_cut_off_in_time(opened: Hall, start: bytes) -> None:
    assert all_of(opened.raw(start)) == b""


@pytest.mark.usefixtures("impatient")
def test_a_dripping_head_does_not_put_off_its_end(opened: Hall) -> None:
    dripping = opened.raw(b"GET / HTTP/1.1\r\n")
    dripping.settimeout(0.05)

    def answer_to_a_drop() -> bytes | None:
        try:
            dripping.sendall(b"X: 1\r\n")
            return dripping.recv(1)
        except TimeoutError:
            return None
        except OSError:
            return b""

    assert b"" in (answer_to_a_drop() for _ in range(100))


@pytest.mark.usefixtures("impatient")
def test_a_second_request_has_no_more_time_than_the_first(opened: Hall) -> None:
    request = f"GET /healthz HTTP/1.1\r\nHost: {LOOPBACK}:{opened.port}\r\n\r\n".encode()
    assert all_of(opened.raw(request + b"GET / HT")).count(b"HTTP/1.1 200") == 1


@pytest.mark.usefixtures("impatient")
def test_a_body_that_does_not_come_is_not_waited_for(opened: Hall) -> None:
    head = f"POST /api/command HTTP/1.1\r\nHost: {LOOPBACK}:{opened.port}\r\nContent-Length: 14\r\n\r\n"
    assert head_of(all_of(opened.raw(head.encode() + b'{"do"'))) == "HTTP/1.1 408 Request Timeout"


@pytest.mark.usefixtures("impatient")
def test_a_live_picture_is_no_slow_head(opened: Hall) -> None:
    with opened.watching(opened.joined(Role.MC)) as watcher:
        for _ in range(3):
            watcher.until("beat")


def test_one_connection_too_many_is_cut_off_and_the_others_stay(
    opened: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    cookie = opened.joined(Role.MC)
    with opened.watching(cookie) as watcher:
        watcher.until("snapshot")
        monkeypatch.setattr(connection, "CONNECTIONS", 3)
        crowd = [opened.raw(b"") for _ in range(6)]
        assert all_of(crowd[-1]) == b""
        assert watcher.until("beat").data["seq"] == opened.engine.latest.seq
        for one in crowd:
            one.close()


def test_one_address_cannot_take_every_connection(opened: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "CONNECTIONS_OF_AN_ADDRESS", 2)
    monkeypatch.setattr(connection, "is_loopback", lambda address: address == LOOPBACK)
    crowd = [socket.create_connection((LOOPBACK, opened.port), 5, ("127.0.0.2", 0)) for _ in range(3)]
    opened.sockets += crowd
    assert all_of(crowd[-1]) == b""
    assert opened.ask("GET", "/healthz").status == 200


# Every answer


def test_every_answer_is_locked_down_and_says_nothing_of_the_server(opened: Hall) -> None:
    cookie = opened.joined(Role.MC)
    for path in ("/", "/mc", "/api/snapshot", "/assets/page.css", "/nothing", "/healthz", "/api/command"):
        headers = opened.ask("GET", path, cookie=cookie).headers
        assert headers["content-security-policy"] == guard.CONTENT_POLICY.format(others=""), path
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["x-frame-options"] == "DENY"
        assert "server" not in headers


def test_our_own_mistake_is_an_alarm_and_no_word_of_it_leaves(
    opened: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(self: object, role: Role) -> None:
        raise ZeroDivisionError("a secret")

    monkeypatch.setattr("runofshow.web.stream.LivePictures.view", broken)
    for _ in range(3):
        answer = opened.ask("GET", "/api/snapshot", headers=PROGRAM)
        assert (answer.status, answer.json) == (500, {"reason": "failed"})
    monkeypatch.undo()
    (alarm,) = opened.engine.latest.alarms
    assert (alarm.code, alarm.detail) == ("web", "ZeroDivisionError: a secret")
    assert opened.ask("GET", "/api/snapshot", headers=PROGRAM).status == 200


# What people see


PERSON = {"Accept": "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8", "User-Agent": "Mozilla/5.0"}


def words_on(answer: Answer) -> str:
    assert answer.headers["content-type"].startswith("text/html"), answer
    return answer.body.decode()


def test_every_refusal_that_a_person_can_meet_is_a_page_in_words(
    opened: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    display = opened.joined(Role.DISPLAY)
    foreign = opened.ask("GET", "/", headers={**PERSON, "Host": "hoinghi.local:80"})
    assert foreign.status == 421
    assert "Địa chỉ vừa gõ không phải" in words_on(foreign)
    assert f"http://127.0.0.1:{opened.port}/" in words_on(foreign), "the way back"
    for method, path, status, said in (
        ("GET", "/api/snapshot", 401, "Hãy nhập mã vào"),
        ("GET", "/nothing", 404, "Không có trang nào"),
        ("GET", "/assets/nothing.js", 404, "Không có trang nào"),
        ("GET", "/api/command", 405, "không nhận kiểu yêu cầu"),
        ("PUT", "/", 405, "không nhận kiểu yêu cầu"),
        ("POST", "/join", 415, "không thực hiện được"),
    ):
        answer = opened.ask(method, path, headers=PERSON)
        assert (answer.status, said in words_on(answer)) == (status, True), path
    assert "không được xem" in words_on(opened.ask("GET", "/api/agenda", headers=PERSON, cookie=display))
    origin = opened.ask("POST", "/api/command", body=START, headers={**PERSON, "Origin": "http://a.example"})
    assert "đến từ một trang khác" in words_on(origin)
    large = opened.ask("POST", "/join", body="x" * (guard.BODY_LIMIT + 1), headers=PERSON)
    assert (large.status, "quá dài" in words_on(large)) == (413, True)


def test_the_page_speaks_the_language_that_was_asked_for(opened: Hall) -> None:
    assert "There is no page at this address" in words_on(opened.ask("GET", "/x?lang=en", headers=PERSON))


def test_a_program_is_told_in_json_and_never_in_a_bare_line(opened: Hall) -> None:
    for method, path, status, reason in (
        ("GET", "/nothing", 404, "not_found"),
        ("GET", "/api/command", 405, "method"),
        ("GET", "/api/snapshot", 401, "not_joined"),
    ):
        answer = opened.ask(method, path)
        assert (answer.status, answer.json) == (status, {"reason": reason})
    head = opened.ask("HEAD", "/nothing", headers=PERSON)
    assert (head.status, head.body) == (404, b"")


def test_who_guessed_too_often_is_told_how_long_to_wait(opened: Hall) -> None:
    for _ in range(FREE):
        opened.ask("GET", "/j/AAAAAA", headers=PERSON)
    answer = opened.ask("GET", "/j/AAAAAA", headers=PERSON)
    assert answer.status == 429
    assert f"Thử lại sau {answer.headers['retry-after']} giây" in words_on(answer)


def test_a_code_that_is_void_by_now_says_so(opened: Hall) -> None:
    old = opened.access.codes[Role.MC]
    opened.engine.call(lambda: opened.access.renew(Role.MC)).result(5)
    answer = opened.ask("GET", f"/j/{old}", headers=PERSON)
    assert (answer.status, "hoặc đã đổi" in words_on(answer)) == (403, True)
