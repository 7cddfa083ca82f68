"""Values in signals: each is found by its name, and none leaves the place it was put in."""

from __future__ import annotations

import json
import re
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pythonosc.osc_message import OscMessage

from runofshow.control.failure import Failed, Trouble
from runofshow.control.filling import fill, fill_json, plain, value_of
from runofshow.control.messages import (
    LONGEST_BODY,
    Datagram,
    Request,
    Target,
    message,
    target_of,
    wants_values,
)
from runofshow.core.signal import Http, Osc
from runofshow.core.value import replace
from runofshow.core.views.fields import nameable
from runofshow.core.wire import Json
from tests.control.given import values

texts = st.text(max_size=40)
"""Control signs, marks, emoji and all."""
scalars = st.none() | st.booleans() | st.integers(-(2**53), 2**53) | texts


def request(send: Http, title: str = "Khai mạc") -> Request:
    made = message(send, values(title))
    assert isinstance(made, Request)
    return made


def osc(address: str, *args: str | float, title: str = "Khai mạc") -> OscMessage:
    made = message(Osc("127.0.0.1", 1, address, args), values(title))
    assert isinstance(made, Datagram)
    return OscMessage(made.data)


def trouble(send: Osc | Http, title: str = "Khai mạc") -> str:
    with pytest.raises(Failed) as caught:
        message(send, values(title))
    return str(caught.value)


def header(sent: Request, name: str) -> str | None:
    found = [value for known, value in sent.headers if known == name.encode()]
    assert len(found) <= 1
    return found[0].decode() if found else None


# Names


def test_a_value_is_found_by_its_dotted_name() -> None:
    known = values()
    assert value_of(known, "item.title") == "Khai mạc"
    assert value_of(known, "current.number") == "4.2"
    assert value_of(known, "next.item_id") == "b"
    assert value_of(known, "cue.text") == "Lệnh q"
    assert value_of(known, "show.title") == "Hội nghị"
    assert value_of(known, "phase") == "running"


def test_numbers_are_written_plainly_and_the_unknown_is_empty() -> None:
    known = values()
    template = "{current.remaining_s} s, {item.by}, {slack_s}, {item.protected}, {speed}"
    assert fill(template, known, plain) == "600 s, , , false, 1"
    assert [plain(value) for value in (0.001, 1e-7, -2.5, 5e20)] == [
        "0.001",
        "0.0000001",
        "-2.5",
        "5" + 20 * "0",
    ]


def test_every_name_that_an_agenda_may_use_has_its_value() -> None:
    known = values()
    for name in nameable():
        plain(value_of(known, name))
    assert {name for name in nameable() if value_of(known, name) is None} >= {"item.by", "slack_s"}
    assert value_of(known, "next_call.id") == "q"


def test_before_the_start_what_would_run_is_unknown_and_empty() -> None:
    assert fill("[{current.title}]", values(started=False), plain) == "[]"
    assert fill("[{cue.text}]", values(cue_id=None), plain) == "[]"


@pytest.mark.parametrize(
    "name", "current.titel titel current.title.length mục.tên item.0 items cues current sound.decks".split()
)
def test_a_name_that_the_show_does_not_have_is_told(name: str) -> None:
    with pytest.raises(Failed) as caught:
        fill(f"/cue/{{{name}}}", values(), plain)
    assert str(caught.value) == f"unknown_value: {{{name}}}"


def test_other_braces_stay() -> None:
    template = '{"a": {}, "b": [{}], "c": "{item.title} {-} {"'
    assert fill(template, values(), plain) == template.replace("{item.title}", "Khai mạc")
    assert not wants_values(Osc("h", 1, "/a", ("{}", "{ item.title }")))
    assert wants_values(Http("http://h/", headers=(("x", "{phase}"),)))


@given(scalars)
def test_a_filled_text_is_the_text_around_it_and_the_value(value: Json) -> None:
    assert not isinstance(value, dict | list)
    known: dict[str, Json] = {"item": {"by": value}}
    assert fill("<{item.by}|{item.by}>", known, plain) == f"<{plain(value)}|{plain(value)}>"


# OSC


def test_a_number_that_stands_alone_stays_a_number() -> None:
    sent = osc(
        "/light", "{current.remaining_s}", "{item.title}", "{item.protected}", "{item.by}", 3, 0.5, True
    )
    assert sent.params == [600, "Khai mạc", False, "", 3, 0.5, True]
    assert osc("/light", "còn {current.remaining_s} s").params == ["còn 600 s"]


def test_an_address_takes_numbers_and_titles_in_plain_signs() -> None:
    assert osc("/cue/{item.number}/start").address == "/cue/4.2/start"
    assert osc("/text/{item.title}", title="Đợt 1/2: *Khen thưởng*").address == "/text/Dot_1_2:__Khen_thuong_"


@given(texts.filter(lambda text: text.strip() != ""))
def test_no_title_leaves_its_part_of_an_address(title: str) -> None:
    try:
        address = osc("/cue/{item.title}/start", title=title).address
    except Failed as failed:
        # nothing but marks: nothing is left of it
        assert failed.trouble is Trouble.NO_VALUE  # noqa: PT017
        return
    assert re.fullmatch(r"/cue/[!-~]+/start", address)
    assert not set("#*,?[]{} ") & set(address)
    assert address.count("/") == 3


def test_an_empty_part_of_an_address_is_told_and_not_sent() -> None:
    assert trouble(Osc("h", 1, "/cue/{item.by}/start")) == "no_value: {item.by}"


@pytest.mark.parametrize(
    "address", ["", "cue", "/", "/cue//start", "/cue/*", "/cue/", "/a b", "/nhạc", "/a,b"]
)
def test_an_address_that_is_none_is_told(address: str) -> None:
    assert trouble(Osc("h", 1, address)).startswith("bad_address")


def test_a_message_that_does_not_fit_is_told() -> None:
    assert trouble(Osc("h", 1, "/a", ("x" * 9_000,))) == "too_long: /a"
    assert trouble(Osc("h", 1, "/a", (2**70,))).startswith("bad_address: /a")


@given(texts)
def test_an_argument_arrives_as_it_is_but_for_what_no_text_can_hold(title: str) -> None:
    assert osc("/a", "{item.title}", "[{item.title}]", title=title).params == [
        title.replace("\0", ""),
        f"[{title}]".replace("\0", ""),
    ]


# HTTP


def test_path_and_query_are_escaped_and_what_stands_in_them_may_be_vietnamese() -> None:
    sent = request(Http("http://gear/nhạc/{item.title}?to=loa 1&text={item.title}#x"), "a/b c&d=é?#%")
    assert sent.target == (
        "/nh%E1%BA%A1c/a%2Fb%20c%26d%3D%C3%A9%3F%23%25?to=loa%201&text=a%2Fb%20c%26d%3D%C3%A9%3F%23%25"
    )


@given(texts)
def test_no_title_leaves_its_place_in_a_path_or_query(title: str) -> None:
    sent = request(Http("http://gear/api/{item.title}!/press?a={item.title}&b=2"), title)
    parts = urlsplit(sent.target)
    assert re.fullmatch(r"[!-~]+", sent.target)
    assert [unquote(step) for step in parts.path.split("/")] == ["", "api", f"{title}!", "press"]
    assert parse_qs(parts.query, keep_blank_values=True) == {"a": [title], "b": ["2"]}


@pytest.mark.parametrize("title", [".", ".."])
def test_a_title_takes_no_step_to_another_folder(title: str) -> None:
    assert trouble(Http("http://gear/a/{item.title}/press"), title).startswith("bad_address")
    assert request(Http("http://gear/a/../press")).target == "/a/../press"


@given(texts)
def test_json_stays_json_whatever_the_title(title: str) -> None:
    template = (
        '{"t": "«{item.title}»", "n": {current.remaining_s}, "v": {item.title}, "by": {item.by}, "e": "\\""}'
    )
    sent = request(Http("http://gear/", body=template), title)
    assert header(sent, "content-type") == "application/json"
    assert header(sent, "content-length") == str(len(sent.body))
    assert json.loads(sent.body) == {"t": f"«{title}»", "n": 600, "v": title, "by": None, "e": '"'}


@given(scalars)
def test_a_value_comes_back_out_of_json(value: Json) -> None:
    known: dict[str, Json] = {"item": {"by": value}}
    assert json.loads(fill_json('["\\\\", {item.by}, "{item.by}"]', known))[1] == value


@given(texts)
def test_no_title_breaks_a_header(title: str) -> None:
    sent = request(Http("http://gear/", headers=(("X-Title", "mục {item.title}"),)), title)
    text = header(sent, "x-title")
    assert text is not None
    assert text.startswith("mục")
    assert not re.search(r"[\r\n\0\x0b\x0c\x1b\x7f]", text)


def test_every_kind_of_body_has_its_own_way_to_write_a_value() -> None:
    def body(kind: str, template: str) -> str:
        headers = (("Content-Type", kind),)
        return request(Http("http://gear/", body=template, headers=headers), 'a&b "c"\n<d>').body.decode()

    assert body("text/plain", "{item.title}") == 'a&b "c"\n<d>'
    assert body("application/x-www-form-urlencoded", "t={item.title}") == "t=a%26b%20%22c%22%0A%3Cd%3E"
    assert body("text/xml; charset=utf-8", "<t>{item.title}</t>") == "<t>a&amp;b &quot;c&quot;\n&lt;d&gt;</t>"
    assert body("application/vnd.x+json", '"{item.title}"') == '"a&b \\"c\\"\\n<d>"'


def test_a_body_without_a_kind_is_text_unless_it_begins_like_json() -> None:
    assert (
        header(request(Http("http://gear/", body="{item.title}")), "content-type")
        == "text/plain; charset=utf-8"
    )
    assert header(request(Http("http://gear/", body=' ["x"]')), "content-type") == "application/json"
    assert header(request(Http("http://gear/")), "content-type") is None


def test_a_request_names_its_host_and_its_length_and_asks_for_one_answer() -> None:
    sent = request(Http("https://Máy.vn:8443/a", "put", "x", (("Authorization", "Bearer x"),)))
    assert (sent.method, sent.target) == ("PUT", "/a")
    assert header(sent, "host") == "xn--my-mia.vn:8443"
    assert header(sent, "authorization") == "Bearer x"
    assert header(sent, "connection") == "close"
    assert header(request(Http("http://gear:80")), "host") == "gear"
    assert header(request(Http("http://[::1]:8000/")), "host") == "[::1]:8000"
    assert header(request(Http("http://gear/", "GET")), "content-length") is None
    assert header(request(Http("http://gear/", "POST")), "content-length") == "0"


@pytest.mark.parametrize("name", ["Content-Length", "transfer-encoding", "Connection", "Upgrade"])
def test_headers_that_would_make_another_request_of_it_are_told(name: str) -> None:
    assert trouble(Http("http://gear/", headers=((name, "1"),))) == f"bad_header: {name}"


def test_a_header_with_a_line_break_written_into_it_is_told() -> None:
    assert trouble(Http("http://gear/", headers=(("x", "a\r\nhost: b"),))) == "bad_header: x"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "gear/a",
        "ftp://gear/",
        "file:///etc/passwd",
        "http:///a",
        "http://{item.title}/a",
        "http://gear:{item.number}/a",
        "http://gear:99999/a",
        "http://gear:0/a",
        "http://gear:x/a",
        "http://name:word@gear/",
        "http://[::1/",
        f"http://{'a' * 70}.vn/",
    ],
)
def test_a_url_that_is_none_or_whose_machine_a_title_could_choose_is_told(url: str) -> None:
    with pytest.raises(Failed) as caught:
        target_of(Http(url))
    assert caught.value.trouble is Trouble.BAD_ADDRESS
    assert trouble(Http(url)).startswith("bad_address")


@pytest.mark.parametrize(
    "send", [Osc("", 1, "/a"), Osc("h", 0, "/a"), Osc("h", 70_000, "/a"), Osc("{x}", 1, "/a")]
)
def test_an_osc_target_that_is_none_is_told(send: Osc) -> None:
    with pytest.raises(Failed):
        target_of(send)


def test_signals_to_one_program_have_one_target() -> None:
    assert target_of(Http("http://Gear:8000/a")) == target_of(Http("http://gear:8000/b?c"))
    assert target_of(Http("http://gear/")) == Target("http", "gear", 80)
    assert target_of(Http("https://[::1]/")) == Target("https", "::1", 443)
    assert target_of(Osc("gear", 53000, "/a")) == Target("osc", "gear", 53000)


def test_what_is_too_long_is_told() -> None:
    assert trouble(Http("http://gear/{item.title}"), "x" * 9_000).startswith("too_long")
    assert trouble(Http("http://gear/", body="x" * (LONGEST_BODY + 1))).startswith("too_long")


def test_a_sign_that_cannot_be_written_becomes_a_question_mark() -> None:
    item: dict[str, Json] = {"title": "a\ud800"}
    known: dict[str, Json] = {**values(), "item": item}
    made = message(
        Http("http://gear/{item.title}", body="{item.title}", headers=(("x", "{item.title}"),)), known
    )
    assert isinstance(made, Request)
    assert (made.target, made.body, header(made, "x")) == ("/a%3F", b"a?", "a?")
    with pytest.raises(Failed):
        message(Osc("h", 1, "/a", ("{item.title}",)), known)


def test_a_signal_without_values_needs_none() -> None:
    assert isinstance(message(replace(Osc("h", 1, "/a"), args=("x",)), {}), Datagram)
