"""An entry as a line, and back."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from zlib import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runofshow.core.events import CueGone, Entry, Event, ItemStarted, NoteTaken, TimeAdded
from runofshow.core.value import replace
from runofshow.journal import line as line_module
from runofshow.journal.line import (
    Flaw,
    Flawed,
    decode,
    decode_all,
    decode_header,
    encode,
    encode_header,
    seal,
    unseal,
    unseal_all,
)
from tests.journal.examples import GOLDEN, at, entries, events, note

LINE = encode(note(7))


@given(events)
@settings(max_examples=400)
def test_every_event_comes_back_as_it_was(event: Event) -> None:
    entry = Entry(1, at(0), "caller", "do", (event,))
    assert decode(unseal(encode(entry))) == entry


@given(entries)
@settings(max_examples=50)
def test_every_entry_is_one_line(entry: Entry) -> None:
    line = encode(entry)
    assert line.count(b"\n") == 1
    assert decode(unseal(line)) == entry


@given(st.lists(entries, min_size=2, max_size=3))
@settings(max_examples=15)
def test_many_lines_are_read_as_each_of_them_is(told: list[Entry]) -> None:
    payloads = unseal_all(b"".join(map(encode, told)))
    assert payloads is not None
    assert decode_all(payloads) == told
    assert decode_all([_as_an_older_program_wrote_it(payload) for payload in payloads]) == told


@given(st.integers(0, 3 * len(LINE) - 1), st.integers(1, 255))
def test_no_changed_byte_goes_unnoticed_among_many_lines(place: int, change: int) -> None:
    changed = bytearray(3 * LINE)
    changed[place] ^= change
    assert unseal_all(bytes(changed)) is None


@pytest.mark.parametrize(
    "line",
    [
        seal(b'{"text":"\0"}'),
        seal(b'{"text":"\xff"}'),
        seal(b'{"seq":1}\r'),
        seal(b'["seq",1]'),
        b"%08X" % crc32(LINE[9:-1]) + LINE[8:],
        LINE[:8] + b"\t" + LINE[9:],
        b"\n",
    ],
)
def test_a_line_that_is_refused_alone_is_refused_among_many(line: bytes) -> None:
    with pytest.raises(Flawed):
        unseal(line)
    assert unseal_all(LINE + line + LINE) is None


@pytest.mark.parametrize(
    "payload",
    [
        unseal(LINE) + b" " + unseal(LINE),
        unseal(LINE)[:-1] + b"," + unseal(LINE)[1:-1],
        unseal(LINE).replace(b"Z", b""),
        unseal(LINE).replace(b"note_taken", b"coffee_served"),
        b"{}",
    ],
)
def test_a_line_that_is_no_entry_is_left_to_be_looked_at_by_itself(payload: bytes) -> None:
    assert decode_all([unseal(LINE), payload, unseal(LINE)]) is None


@given(st.timedeltas(min_value=timedelta(days=-1000), max_value=timedelta(days=1000)))
def test_a_length_is_exact_to_the_microsecond(length: timedelta) -> None:
    entry = Entry(1, at(0), "caller", "add_time", (TimeAdded("m1", length),))
    assert decode(unseal(encode(entry))).events == entry.events


def test_the_docstring_shows_a_real_line() -> None:
    shown = re.search(r"^ {4}([0-9a-f]{8} \{.*?)\n\n", line_module.__doc__ or "", re.DOTALL | re.MULTILINE)
    assert shown
    moment = datetime(2020, 3, 27, 1, 1, 5, 250000, tzinfo=UTC)
    entry = Entry(2, moment, "caller", "start", (ItemStarted("m1", moment),))
    assert shown[1].replace("\n    ", "").encode() + b"\n" == encode(entry)


def test_vietnamese_stands_in_the_line_as_people_read_it() -> None:
    assert "đại biểu đến" in LINE.decode()


@given(st.integers(0, len(LINE) - 1), st.integers(1, 255))
def test_no_changed_byte_goes_unnoticed(place: int, change: int) -> None:
    changed = bytearray(LINE)
    changed[place] ^= change
    with pytest.raises(Flawed):
        unseal(bytes(changed))


def test_what_a_newer_program_adds_to_an_event_is_passed_over() -> None:
    payload = (
        unseal(LINE).replace(b'"text":', b'"colour":{"a":[1]},"text":').replace(b'"do":', b'"on":1,"do":')
    )
    assert decode(payload) == note(7)


def test_what_an_older_program_did_not_know_takes_its_default() -> None:
    payload = b'{"seq":1,"at":"2020-03-27T01:00:00Z","by":"clock","do":"tick","events":[{"event":"cue_gone",'
    payload += b'"cue_id":"c1","at":"2020-03-27T01:00:00Z"}]}'
    assert decode(payload).events == (CueGone("c1", datetime(2020, 3, 27, 1, tzinfo=UTC), auto=False),)


@given(entries)
@settings(max_examples=50)
def test_what_older_programs_told_apart_by_its_keys_is_read(entry: Entry) -> None:
    """A cue came at `{"lead":30.0}`, and a signal went out by `{"host":"127.0.0.1", ...}`, without a name."""
    payload = _as_an_older_program_wrote_it(unseal(encode(entry)))
    assert not re.search(rb'"(?:anchor":"(?:start|end|word|cue)|by":"(?:osc|http))"', payload)
    assert decode(payload) == entry


def _as_an_older_program_wrote_it(payload: bytes) -> bytes:
    return re.sub(rb'"(?:anchor":"(?:start|end|word|cue)|by":"(?:osc|http))"(?:,|(?=}))', b"", payload)


def test_a_way_to_tell_when_a_cue_comes_that_only_a_newer_program_knows_is_a_newer_programs() -> None:
    (whole,) = [
        unseal(line) for line in GOLDEN.read_bytes().splitlines(keepends=True) if b'"do":"insert"' in line
    ]
    cue = b'{"cue_id":"x","to":"mc","do":"say","text":"","at":{"anchor":"by_the_moon"}}'
    with pytest.raises(Flawed) as raised:
        decode(whole.replace(b'"cues":[]', b'"cues":[%b]' % cue))
    assert (raised.value.flaw, raised.value.detail) == (Flaw.NEWER_EVENT, "by_the_moon")


def test_an_unknown_event_is_named() -> None:
    with pytest.raises(Flawed) as raised:
        decode(unseal(LINE).replace(b"note_taken", b"coffee_served"))
    assert (raised.value.flaw, raised.value.detail) == (Flaw.NEWER_EVENT, "coffee_served")


def test_an_unknown_role_is_a_newer_programs_too() -> None:
    payload = (
        b'{"seq":1,"at":"2020-03-27T01:00:00Z","by":"mc","do":"message","events":[{"event":"message_sent",'
    )
    payload += b'"message_id":"1","to":"drone","text":"","at":"2020-03-27T01:00:00Z","by":"mc"}]}'
    with pytest.raises(Flawed) as raised:
        decode(payload)
    assert raised.value.flaw is Flaw.NEWER_EVENT


@pytest.mark.parametrize(
    "payload",
    [
        unseal(LINE).replace(b'"by":"caller",', b""),
        unseal(LINE).replace(b"Z", b""),
        unseal(LINE).replace(b'"text":', b'"words":'),
        b"{}",
        b"{",
        b'{"seq":1e400}',
    ],
)
def test_a_sealed_line_that_is_no_entry_is_refused_without_a_traceback(payload: bytes) -> None:
    with pytest.raises(Flawed) as raised:
        decode(payload)
    assert raised.value.flaw is Flaw.BAD_ENTRY


def test_a_field_nobody_knows_nested_without_end_is_passed_over_or_refused_and_no_crash() -> None:
    """Up to Python 3.13 so many levels are too many; 3.14 asks what is left of the stack."""
    payload = unseal(LINE).replace(b'"by":', b'"x":%b,"by":' % (b"[" * 99_999 + b"]" * 99_999))
    read = None
    with suppress(Flawed):
        read = decode(payload)
    assert read in (None, decode(unseal(LINE)))


def test_a_letter_that_utf8_cannot_hold_is_replaced_and_the_entry_kept() -> None:
    entry = replace(note(1), events=(NoteTaken("a\udcffđ", at(1), None),))
    (event,) = decode(unseal(encode(entry))).events
    assert event == NoteTaken("a?đ", at(1), None)


def test_a_line_too_long_to_be_read_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(line_module, "MAX_LINE", 100)
    with pytest.raises(ValueError, match="entry 7 takes"):
        encode(note(7))


@pytest.mark.parametrize(
    ("line", "flaw"),
    [
        (LINE.replace("đến".encode(), "đế\0".encode()), Flaw.NUL_BYTES),
        (LINE.replace("đến".encode(), b"\xff\xfe"), Flaw.ENCODING),
        (LINE.replace("đến".encode(), "đen".encode()), Flaw.CHECKSUM),
        (b"%08X" % crc32(LINE[9:-1]) + LINE[8:], Flaw.GARBAGE),
        (LINE[9:], Flaw.GARBAGE),
        (b"\n", Flaw.GARBAGE),
        (b"hello\n", Flaw.GARBAGE),
        (LINE[:-1] + b"\r\n", Flaw.GARBAGE),
    ],
)
def test_each_flaw_of_a_line_has_its_name(line: bytes, flaw: Flaw) -> None:
    with pytest.raises(Flawed) as raised:
        unseal(line)
    assert raised.value.flaw is flaw


def test_a_header_says_which_program_began_the_file() -> None:
    assert decode_header(unseal(encode_header())).by


@pytest.mark.parametrize(
    ("payload", "flaw"),
    [
        (b'{"format":"runofshow journal","version":2,"by":"9.0"}', Flaw.NEWER_FORMAT),
        (b'{"format":"shopping list","version":1,"by":"0.1.0"}', Flaw.NOT_A_JOURNAL),
        (unseal(LINE), Flaw.NOT_A_JOURNAL),
        (b"{oops}", Flaw.NOT_A_JOURNAL),
    ],
)
def test_another_header_is_refused(payload: bytes, flaw: Flaw) -> None:
    with pytest.raises(Flawed) as raised:
        decode_header(unseal(seal(payload)))
    assert raised.value.flaw is flaw
