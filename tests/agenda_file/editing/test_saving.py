"""A file is never half written, and keeps what is not its text."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from runofshow.agenda_file.editing.opening import opened
from runofshow.agenda_file.editing.saving import digest, digest_on_disk, save
from runofshow.agenda_file.editing.written import NotWritten


def test_a_saved_file_stands_whole_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "agenda.yaml"
    save(path, b"title: A\n")
    save(path, "title: Bế mạc\n".encode())
    assert path.read_text(encoding="utf-8") == "title: Bế mạc\n"
    assert [each.name for each in tmp_path.iterdir()] == ["agenda.yaml"]
    assert digest_on_disk(path) == digest("title: Bế mạc\n".encode())
    assert digest_on_disk(tmp_path / "none.yaml") == ""


def test_a_save_that_fails_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "agenda.yaml"
    save(path, b"title: A\n")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        save(path, b"title: B\n")
    assert path.read_bytes() == b"title: A\n"
    assert [each.name for each in tmp_path.iterdir()] == ["agenda.yaml"]


@pytest.mark.skipif(os.name == "nt", reason="links and modes are those of POSIX")
def test_a_link_is_followed_and_the_mode_is_kept(tmp_path: Path) -> None:
    real, link = tmp_path / "real.yaml", tmp_path / "link.yaml"
    save(real, b"title: A\n")
    real.chmod(0o640)
    link.symlink_to(real)
    save(link, b"title: B\n")
    assert link.is_symlink()
    assert (real.read_bytes(), real.stat().st_mode & 0o777) == (b"title: B\n", 0o640)


def test_signs_that_nobody_sees_stay_where_they_change_nothing_that_is_read() -> None:
    text = "title: Hội\N{NO-BREAK SPACE}nghị\nitems: []\n"
    assert opened(text.encode(), "a").written.text != text
    note = "title: Hội nghị # ghi\N{NO-BREAK SPACE}chú\nitems: []\n"
    assert opened(note.encode(), "a").written.text == note


def test_what_is_no_agenda_says_why() -> None:
    with pytest.raises(NotWritten) as raised:
        opened(b"title: [a\n", "agenda.yaml")
    assert [each.file for each in raised.value.complaints] == ["agenda.yaml"]
