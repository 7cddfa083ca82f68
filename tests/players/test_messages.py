"""What mpv says is read, and nothing it says can do harm."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.players.messages import (
    Answer,
    Complained,
    FileEnded,
    FileReady,
    FileStarted,
    Garbled,
    read_message,
)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b'{"data":3.25,"request_id":17,"error":"success"}', Answer(17, None, 3.25)),
        (
            b'{"request_id":3,"error":"property unavailable"}',
            Answer(3, "property unavailable", None),
        ),
        (b'{"event":"start-file","playlist_entry_id":4}', FileStarted(4)),
        (b'{"event":"playback-restart"}', FileReady()),
        (b'{"event":"end-file","reason":"eof","playlist_entry_id":4}', FileEnded(4, "eof", "")),
        (
            b'{"event":"end-file","reason":"error","playlist_entry_id":4,"file_error":"no audio"}',
            FileEnded(4, "error", "no audio"),
        ),
        (
            b'{"event":"log-message","prefix":"ffmpeg","level":"error","text":"broken\\n"}',
            Complained("error", "broken"),
        ),
        (b'{"event":"audio-reconfig"}', None),
    ],
)
def test_a_line_is_read_for_what_it_says(line: bytes, message: object) -> None:
    assert read_message(line) == message


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(line: bytes) -> None:
    with suppress(Garbled):
        assert read_message(line) is None or line.startswith(b"{")


@given(
    st.dictionaries(
        st.sampled_from(
            ["event", "error", "request_id", "data", "reason", "playlist_entry_id", "text", "level"]
        ),
        st.none() | st.integers() | st.text(max_size=5) | st.lists(st.integers(), max_size=2),
    ),
    st.sampled_from(["start-file", "end-file", "playback-restart", "log-message", "other", None]),
)
def test_fields_of_any_kind_are_read(fields: dict[str, object], event: str | None) -> None:
    read_message(json.dumps(fields | ({} if event is None else {"event": event})).encode())
