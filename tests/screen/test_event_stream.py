"""Server-sent events, cut into any pieces."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.screen.event_stream import Event, EventStream, TooLong

TWO = 'event: snapshot\nid: 4\ndata: {"a":"Lễ"}\n\nevent: beat\ndata: {}\n\n'.encode()


def read(data: bytes, *cuts: int) -> list[Event]:
    stream = EventStream()
    edges = [0, *sorted(cuts), len(data)]
    return [event for start, end in itertools.pairwise(edges) for event in stream.feed(data[start:end])]


def test_events_come_with_their_name_id_and_data() -> None:
    assert read(TWO) == [Event("snapshot", "4", '{"a":"Lễ"}'), Event("beat", "4", "{}")]


@given(st.lists(st.integers(0, len(TWO)), max_size=12), st.sampled_from([b"\n", b"\r\n", b"\r"]))
def test_where_the_bytes_are_cut_and_how_lines_end_changes_nothing(cuts: list[int], end: bytes) -> None:
    data = TWO.replace(b"\n", end)
    assert read(data, *(min(cut, len(data)) for cut in cuts)) == read(TWO)


def test_half_an_event_is_none() -> None:
    assert read(b"event: change\ndata: {}\n") == []


def test_data_lines_are_joined_and_comments_and_unknown_fields_say_nothing() -> None:
    assert read(b"\xef\xbb\xbf: hello\nretry: 1000\ndata:a\ndata: b\nmood: good\ndata\n\n") == [
        Event("message", "", "a\nb\n")
    ]


def test_an_event_without_data_is_none_and_leaves_nothing_behind() -> None:
    assert read(b"event: change\n\ndata: x\n\n") == [Event("message", "", "x")]


def test_a_line_without_an_end_is_refused() -> None:
    stream = EventStream(longest=100)
    stream.feed(b"data: " + b"x" * 90)
    with pytest.raises(TooLong):
        stream.feed(b"x" * 10)


def test_an_event_without_an_end_is_refused() -> None:
    stream = EventStream(longest=100)
    stream.feed(b"data: x\n" * 50)
    with pytest.raises(TooLong):
        stream.feed(b"data: x\n")


@given(st.binary(max_size=300))
def test_no_bytes_give_anything_but_events_or_a_refusal(data: bytes) -> None:
    try:
        events = EventStream(longest=64).feed(data)
    except (TooLong, UnicodeDecodeError):
        return
    assert all(isinstance(event, Event) for event in events)
