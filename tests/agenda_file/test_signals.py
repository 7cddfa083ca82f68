"""Signals to other gear: what a file says of them, what cannot be meant, and the values they may fill in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta, timezone

import pytest

from runofshow.agenda_file.clone import clone_text
from runofshow.agenda_file.complaint import complaint_line, complaint_remedy
from runofshow.agenda_file.signal_checks import MOST_ARGUMENTS, MOST_HEADERS, MOST_SIGNALS
from runofshow.agenda_file.writing import write_agenda
from runofshow.core import commands as c
from runofshow.core.agenda import AtStart, Role
from runofshow.core.signal import PLACEHOLDER, Http, Osc, Signal, Trigger
from runofshow.core.value import replace
from runofshow.core.views.fields import nameable
from runofshow.core.views.roles import view_of
from runofshow.core.wire import Json, as_json
from runofshow.texts import Language
from tests.agenda_file.given import HEAD, TODAY, TZ, agenda_of, read, spots
from tests.core.shows import MINUTE, Stage, agenda, cue, item

ITEMS = """\
items:
- {title: Chào cờ, kind: flag_salute, id: chao-co}
- {title: Khai mạc, kind: opening, cues: [{to: mc, id: moi}, {to: crew, text: A}]}
- title: Tham luận
  kind: paper
  parts: [{title: B, kind: paper}]
"""
OSC = 'osc: "127.0.0.1:53000", address: /go'


def signals_of(*signals: str) -> tuple[Signal, ...]:
    listed = "".join(f"- {{{signal}}}\n" for signal in signals)
    return agenda_of(f"{HEAD}{ITEMS}signals:\n{listed}").signals


def complaints_of(signal: str) -> list[tuple[str, int, int]]:
    """The errors of a signal on line 4, which can be said in both languages."""
    reading = read(f"{HEAD}signals:\n{signal}\n{ITEMS}")
    for complaint, language in ((each, language) for each in reading.complaints for language in Language):
        assert complaint_line(complaint, language).isprintable()
    return spots(reading)


def test_an_osc_message_is_read_with_numbers_truths_and_text() -> None:
    (signal,) = signals_of(
        'on: cue_gone, cue: moi, title: QLab, osc: "qlab.local:53000", address: "/cue/{next.number}/start",'
        ' args: [1, -2, 0.5, 1e3, true, False, "1", "true", chữ, "{cue.text}", yes, 1.2.3]'
    )
    args = (1, -2, 0.5, 1000.0, True, False, "1", "true", "chữ", "{cue.text}", "yes", "1.2.3")
    send = Osc("qlab.local", 53000, "/cue/{next.number}/start", args)
    assert signal == Signal("sig1", Trigger.CUE_GONE, send, "QLab", cue_id="moi")
    assert isinstance(signal.send, Osc)
    assert [type(arg) for arg in signal.send.args] == [type(arg) for arg in args]


def test_an_http_request_is_read_whole() -> None:
    (signal,) = signals_of(
        'on: item_ended, kind: paper, http: "https://[::1]:4456/s?a={now}", method: put, id: obs,'
        ' body: \'{"scene": "{current.title}"}\', headers: {X-Key: a b, Content-Type: text/plain}'
    )
    send = Http(
        "https://[::1]:4456/s?a={now}",
        "PUT",
        '{"scene": "{current.title}"}',
        (("X-Key", "a b"), ("Content-Type", "text/plain")),
    )
    assert signal == Signal("obs", Trigger.ITEM_ENDED, send, kind="paper")


def test_the_start_of_the_show_is_that_of_its_first_item() -> None:
    (signal,) = signals_of("on: show_started, item: 1, http: 'http://127.0.0.1/nhạc mời?mục={item.number}'")
    assert (signal.item_id, signal.send) == ("chao-co", Http("http://127.0.0.1/nhạc mời?mục={item.number}"))


def test_a_request_is_a_post_of_nothing_unless_told_otherwise() -> None:
    (signal,) = signals_of('on: held, http: "http://127.0.0.1:8000/api/location/1/0/1/press"')
    assert signal.send == Http("http://127.0.0.1:8000/api/location/1/0/1/press")
    assert signal.send == Http(signal.send.url, "POST", "", ())


def test_an_item_is_meant_by_its_id_or_its_number() -> None:
    narrowed = signals_of(
        *(f"on: item_started, item: '{said}', {OSC}" for said in ("chao-co", "1", "3.1", "m3"))
    )
    assert [signal.item_id for signal in narrowed] == ["chao-co", "chao-co", "m3.1", "m3"]


def test_a_cue_is_meant_by_its_given_its_made_or_its_assumed_id() -> None:
    narrowed = signals_of(
        *(f"on: cue_standby, cue: {said}, {OSC}" for said in ("moi", "m2.c2", "chao-co.c1"))
    )
    assert [signal.cue_id for signal in narrowed] == ["moi", "m2.c2", "chao-co.c1"]


def test_ids_are_counted_where_none_is_given_and_never_meet() -> None:
    signals = signals_of(*(f"on: held, {OSC}{more}" for more in ("", ", id: sig3", "", ", id: dung", "")))
    assert [signal.signal_id for signal in signals] == ["sig1", "sig3", "sig3-2", "dung", "sig5"]


@pytest.mark.parametrize(
    ("signal", "codes"),
    [
        (f"- ¦{{{OSC}}}", "missing_key"),
        (f"- {{on: ¦item_begun, {OSC}}}", "unknown_trigger"),
        ("- ¦{on: held}", "signal_to_nobody"),
        ("- {on: held, osc: null, http: ¦''}", "empty_text"),
        ("- ¦{on: held, osc: }", "signal_to_nobody"),
        (f"- {{on: held, {OSC}, ¦http: 'http://a/'}}", "signal_to_both"),
        ("- ¦{on: held, osc: '127.0.0.1:53000'}", "missing_key"),
        (f"- {{on: held, {OSC}, ¦body: A}}", "key_of_other_signal"),
        (f"- {{on: held, {OSC}, ¦headers: {{}}}}", "key_of_other_signal"),
        (
            "- {on: held, http: 'http://a/', method: GET, ¦args: [1], ¦address: /a}",
            "key_of_other_signal key_of_other_signal",
        ),
        ("- ¦{on: held, ¦host: A}", "signal_to_nobody unknown_key"),
        *[
            (f"- {{on: held, osc: ¦'{where}', address: /a}}", "bad_host_port")
            for where in (
                "127.0.0.1",
                "127.0.0.1:",
                "127.0.0.1:0",
                "127.0.0.1:65536",
                "127.0.0.300:53000",
                ":53000",
                "53000",
                "http://127.0.0.1:53000",
                "a b:53000",
                "::1:53000",
                "[::g]:53000",
                "-a:53000",
                "máy:53000",
                "{show.title}:53000",
            )
        ],
        ("- {on: held, osc: ¦[1], address: /a}", "wrong_type"),
        *[
            (f"- {{on: held, osc: a:1, address: ¦'{address}'}}", "bad_osc_address")
            for address in ("cue/1", "/cue 1", "/", "/cue/", "//a", "/cue/*", "/{a,b}", "/mục/1", "/cue/{")
        ],
        *[
            (f"- {{on: held, http: ¦'{url}'}}", code)
            for url, code in (
                ("127.0.0.1:8000/a", "url_not_http"),
                ("ftp://127.0.0.1/a", "url_not_http"),
                ("file:///etc/passwd", "url_not_http"),
                ("http:///a", "bad_url"),
                ("http://127.0.0.1:99999/a", "bad_url"),
                ("http://127.0.0.1:0/a", "bad_url"),
                ("http://127.0.0.1:a/a", "bad_url"),
                ("http://{show.title}/a", "bad_url"),
                ("http://nguoi:matkhau@127.0.0.1/a", "bad_url"),
                ("http://may tinh/a", "bad_url"),
                ("http://[::1/a", "bad_url"),
                ("http://127.0.0.1.5/a", "bad_url"),
            )
        ],
        ("- {on: held, http: 'http://a/', method: ¦HEAD}", "unknown_method"),
        ("- {on: held, http: 'http://a/', headers: {¦'X A': b}}", "bad_header_name"),
        ('- {on: held, http: "http://a/", headers: {¦"X\\nA": b}}', "bad_header_name"),
        ("- {on: held, http: 'http://a/', headers: {¦Tiêu-đề: b}}", "bad_header_name"),
        ("- {on: held, http: 'http://a/', headers: {¦Content-Length: 5}}", "header_of_the_sender"),
        ('- {on: held, http: "http://a/", headers: {X: ¦"a\\nb"}}', "bad_header_value"),
        ("- {on: held, http: 'http://a/', headers: {X: ¦mật}}", "bad_header_value"),
        ("- {on: held, http: 'http://a/', headers: {X: ¦[b]}}", "wrong_type"),
        ("- {on: held, http: 'http://a/', headers: ¦[X]}", "wrong_type"),
        ("- {on: held, http: 'http://a/', body: ¦[X]}", "wrong_type"),
        (f"- {{on: held, {OSC}, args: ¦1}}", "wrong_type"),
        (f"- {{on: held, {OSC}, args: [1, ¦[2]]}}", "wrong_type"),
        (f"- {{on: held, {OSC}, args: [1, ¦null]}}", "wrong_type"),
        (f"- {{on: held, {OSC}, args: [1, ¦{{a: b}}]}}", "wrong_type"),
        (f"- {{on: held, {OSC}, args: [¦2147483648]}}", "argument_out_of_range"),
        (f"- {{on: item_started, item: ¦9, {OSC}}}", "unknown_item"),
        (f"- {{on: item_started, kind: ¦salute, {OSC}}}", "unknown_kind"),
        (f"- {{on: cue_gone, cue: ¦m2.c3, {OSC}}}", "unknown_cue"),
        (f"- {{on: item_started, ¦cue: moi, {OSC}}}", "never_set_off"),
        (f"- {{on: show_ended, ¦item: 1, {OSC}}}", "never_set_off"),
        (f"- {{on: show_ended, ¦kind: paper, {OSC}}}", "never_set_off"),
        ("- {on: held, osc: a:1, address: ¦'/{current.titel}'}", "unknown_placeholder"),
        ("- {on: held, osc: a:1, address: /a, args: [1, ¦'{tên mục}']}", "unknown_placeholder"),
        (
            "- {on: held, http: ¦'http://a/{x}', body: ¦'{y}'}",
            "unknown_placeholder unknown_placeholder",
        ),
        ("- {on: held, http: 'http://a/', headers: {X: ¦'{x}'}}", "unknown_placeholder"),
        ("- {on: held, http: ¦'http://a/{cue.text}'}", "placeholder_without_value"),
        ("- {on: show_ended, http: ¦'http://a/{item.title}'}", "placeholder_without_value"),
        (f"- {{on: held, id: ¦a b, {OSC}}}", "bad_id"),
    ],
)
def test_what_cannot_be_meant_is_pointed_at(signal: str, codes: str) -> None:
    """At each bar, in order."""
    pieces = signal.split("¦")
    columns = [sum(map(len, pieces[: n + 1])) + 1 for n in range(len(pieces) - 1)]
    expected = [(code, 4, column) for code, column in zip(codes.split(), columns, strict=True)]
    assert complaints_of("".join(pieces)) == expected


def test_an_id_twice_is_pointed_at() -> None:
    text = f"{HEAD}signals:\n- {{on: held, id: a, {OSC}}}\n- {{on: held, id: a, {OSC}}}\n{ITEMS}"
    assert spots(read(text)) == [("duplicate_id", 5, 18)]


def test_a_signal_that_is_no_mapping_is_one_complaint() -> None:
    assert spots(read(f"{HEAD}signals: [QLab]\n{ITEMS}")) == [("wrong_type", 3, 11)]
    assert spots(read(f"{HEAD}signals: QLab\n{ITEMS}")) == [("wrong_type", 3, 10)]


def test_a_number_that_several_items_have_is_pointed_at() -> None:
    items = "items: [{title: A, kind: speech, number: I}, {title: B, kind: speech, number: I}]\n"
    text = f"{HEAD}signals: [{{on: item_started, item: I, {OSC}}}]\n{items}"
    assert spots(read(text)) == [("number_of_several", 3, 36)]


def test_what_a_signal_means_is_not_looked_for_among_names_that_cannot_be_read() -> None:
    text = f"{HEAD}signals: [{{on: cue_gone, cue: m1.c2, {OSC}}}]\nitems: [{{title: A, kind: flag_salut}}]\n"
    assert spots(read(text)) == [("unknown_kind", 4, 26)]


@pytest.mark.parametrize(
    ("signal", "remedy"),
    [
        ("on: held, http: 'http://a/{curent.title}'", 'did you mean "{current.title}"?'),
        ("on: held, http: localhost:8000/a", 'did you mean "http://localhost:8000/a"?'),
        (f"on: item_start, {OSC}", 'did you mean "item_started"?'),
        (f"on: cue_gone, cue: mooi, {OSC}", 'did you mean "moi"?'),
        (f"on: held, {OSC}, tham số: [1]", 'did you mean "args"?'),
    ],
)
def test_what_was_meant_is_guessed(signal: str, remedy: str) -> None:
    (complaint,) = read(f"{HEAD}signals:\n- {{{signal}}}\n{ITEMS}").errors
    assert complaint_remedy(complaint, Language.EN) == remedy


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        (f"- {{on: held, {OSC}}}\n" * (MOST_SIGNALS + 1), "too_many_signals", 4 + MOST_SIGNALS),
        (f"- {{on: held, {OSC}, args: {[0] * (MOST_ARGUMENTS + 1)}}}\n", "too_many_arguments", 4),
        (
            "- on: held\n  http: http://a/\n  headers:\n"
            + "".join(f"    X{n}: a\n" for n in range(MOST_HEADERS + 1)),
            "too_many_headers",
            7 + MOST_HEADERS,
        ),
    ],
)
def test_more_than_any_hall_needs_is_refused(text: str, code: str, line: int) -> None:
    assert [found[:2] for found in spots(read(f"{HEAD}signals:\n{text}{ITEMS}"))] == [(code, line)]


def test_as_many_as_are_allowed_are_read() -> None:
    assert len(signals_of(*[f"on: held, {OSC}, args: {[0] * MOST_ARGUMENTS}"] * MOST_SIGNALS)) == MOST_SIGNALS


def test_braces_that_name_nothing_are_left_alone() -> None:
    body = '{"a": {}, "query": "{ scenes }", "b": {"c": [1]}}'
    (signal,) = signals_of(f"on: held, http: 'http://a/', body: '{body}'")
    assert isinstance(signal.send, Http)
    assert signal.send.body == body
    assert PLACEHOLDER.findall(body) == []


def test_text_that_looks_like_a_number_is_written_in_quotes() -> None:
    plan = agenda_of(f"{HEAD}signals: [{{on: held, {OSC}, args: ['1', '1e5', 'true', '', '~', a]}}]\n{ITEMS}")
    text = write_agenda(plan, tz=TZ, today=TODAY)
    assert "  args:\n  - '1'\n  - '1e5'\n  - 'true'\n  - ''\n  - '~'\n  - a\n" in text
    assert read(text).agenda == plan


def test_a_clone_keeps_its_signals_and_may_send_them_elsewhere() -> None:
    source = f"{HEAD}signals:\n- {{on: held, {OSC}, args: ['1']}} # QLab\n{ITEMS}"
    assert agenda_of(clone_text(source, {"title": "B"})).signals == agenda_of(source).signals
    text = clone_text(source, {"signals.0.osc": "10.0.0.2:53000", "signals.0.title": "QLab tầng 2"})
    (signal,) = agenda_of(text).signals
    assert signal.send == Osc("10.0.0.2", 53000, "/go", ("1",))
    assert signal.title == "QLab tầng 2"
    assert "# QLab\n" in text


# The values


def paths(value: Json, above: str = "") -> Iterator[str]:
    """The path of every single value; what stands in a list has none."""
    if isinstance(value, dict):
        for key, below in value.items():
            yield from paths(below, f"{above}.{key}" if above else key)
    elif not isinstance(value, list):
        yield above


def test_the_values_are_those_of_the_pictures_json_and_no_others() -> None:
    plan = replace(agenda(item("a", 10, cue("x", AtStart(5 * MINUTE))), item("b", 5)), venue="A")
    stage = Stage(plan).at("8:01")
    stage.do(c.Start())
    whole = as_json(view_of(Role.CALLER, stage.picture, timezone(timedelta(hours=7))))
    rows, cues = whole["items"], whole["cues"]
    assert isinstance(rows, list)
    assert isinstance(cues, list)
    found = {*paths(whole), *paths(rows[0], "item"), *paths(cues[0], "cue")}
    # nobody counts the screens, and what a count says later is no value of now
    found = {
        name
        for name in found - {"presence", "round", "people", "outlook", "speech", "timecode", "plan.timecode"}
        if ".then." not in name
    }
    # nothing was counted: a vote has its values once it is; nobody is honoured or looked for, or looks ahead
    assert {name for name in found if not name.endswith(".vote")} == {
        name
        for name in nameable()
        if ".vote." not in name
        and not name.startswith(("round.", "people.", "outlook.", "speech.", "timecode.", "plan.timecode."))
    }
    assert {name for name in nameable() if name.startswith("item.vote.")} == {
        f"item.vote.{one}" for one in ("in_favour", "against", "other")
    }
