"""Where the door of a running show is found by programs of the same user."""

from __future__ import annotations

from pathlib import Path

import pytest

from runofshow.agents.rendezvous import FILE, Rendezvous, drop_rendezvous, keep_rendezvous, open_doors

TOKEN = "a-token-of-enough-signs"


def test_a_door_is_found_by_its_owner_alone_and_gone_when_it_closes(tmp_path: Path) -> None:
    folder = tmp_path / "2020-03-27-hoi-nghi-1"
    folder.mkdir()
    keep_rendezvous(folder, 8765, TOKEN)
    keep_rendezvous(folder, 8766, TOKEN)
    assert (folder / FILE).stat().st_mode & 0o077 == 0
    assert open_doors(tmp_path) == [Rendezvous("http://127.0.0.1:8766/mcp", TOKEN)]
    drop_rendezvous(folder)
    drop_rendezvous(folder)
    assert open_doors(tmp_path) == []


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"x" * 5_000,
        b'{"url":"http://example.com:80/mcp","token":"a-token-of-enough-signs"}',
        b'{"url":"http://127.0.0.1:80/mcp","token":"short"}',
        b'{"url":"http://127.0.0.1:80/mcp","token":"a-token-of-enough-signs","more":1}',
        b'{"url":"http://127.0.0.1:80/mcp\\n","token":"a-token-of-enough-signs"}',
    ],
)
def test_a_file_that_is_not_exactly_ours_is_passed_over(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / FILE).write_bytes(data)
    assert open_doors(tmp_path) == []


def test_without_a_home_there_is_no_door(tmp_path: Path) -> None:
    assert open_doors(tmp_path / "none") == []
