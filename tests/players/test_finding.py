"""Where mpv is looked for on each system, and which mpv will do."""

from __future__ import annotations

from pathlib import Path

import pytest

from runofshow.players.finding import is_new_enough, mpv_at, program_folder, version_of

NOWHERE = Path("/nonexistent")


def program(place: Path) -> Path:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text("#!/bin/sh\n")
    place.chmod(0o755)
    return place


def test_the_path_is_searched_in_its_order(tmp_path: Path) -> None:
    later, first = program(tmp_path / "b" / "mpv"), program(tmp_path / "a" / "mpv")
    path = {"PATH": f"{tmp_path / 'empty'}:{first.parent}:{later.parent}"}
    assert mpv_at(path, "linux", NOWHERE, root=tmp_path) == first


def test_what_cannot_be_started_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a" / "mpv").mkdir(parents=True)
    plain = program(tmp_path / "b" / "mpv")
    plain.chmod(0o644)
    good = program(tmp_path / "c" / "mpv")
    path = {"PATH": ":".join(str(tmp_path / name) for name in "abc")}
    assert mpv_at(path, "linux", NOWHERE, root=tmp_path) == good


def test_the_folder_one_happens_to_be_in_is_not_searched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path / "mpv")
    program(tmp_path / "bin" / "mpv")
    monkeypatch.chdir(tmp_path)
    assert mpv_at({"PATH": ":.:bin"}, "linux", NOWHERE, root=NOWHERE) is None


@pytest.mark.parametrize(
    "place",
    ["opt/homebrew/bin/mpv", "usr/local/bin/mpv", "Applications/mpv.app/Contents/MacOS/mpv"],
)
def test_on_macos_the_places_of_brew_and_of_the_app_are_known(tmp_path: Path, place: str) -> None:
    found = program(tmp_path / place)
    assert mpv_at({"PATH": "/nonexistent"}, "darwin", NOWHERE, root=tmp_path) == found


def test_on_macos_an_app_of_the_user_is_known(tmp_path: Path) -> None:
    found = program(tmp_path / "Applications/mpv.app/Contents/MacOS/mpv")
    assert mpv_at({"HOME": str(tmp_path)}, "darwin", NOWHERE, root=NOWHERE) == found


@pytest.mark.parametrize(
    ("variable", "place"),
    [
        ("USERPROFILE", "scoop/apps/mpv/current/mpv.exe"),
        ("SCOOP", "apps/mpv-git/current/mpv.exe"),
        ("ChocolateyInstall", "lib/mpvio.install/tools/mpv.exe"),
        ("ProgramFiles", "mpv/mpv.exe"),
        ("ProgramFiles", "MPV Player/mpv.exe"),
        ("LOCALAPPDATA", "Microsoft/WinGet/Packages/shinchiro.mpv_x/mpv.exe"),
        ("LOCALAPPDATA", "Programs/mpv/mpv.exe"),
    ],
)
def test_on_windows_the_places_of_its_installers_are_known(tmp_path: Path, variable: str, place: str) -> None:
    # Windows does not tell capitals from small letters in a name; the systems of these tests may
    (tmp_path / "mpv").mkdir()
    found = program(tmp_path / place.replace("MPV Player", "mpv Player"))
    assert mpv_at({variable: str(tmp_path), "PATH": ""}, "win32", NOWHERE) == found


def test_on_windows_one_beside_us_comes_before_any_other(tmp_path: Path) -> None:
    program(tmp_path / "path" / "mpv.exe")
    own = program(tmp_path / "stick" / "mpv" / "mpv.exe")
    path = {"PATH": f"{tmp_path / 'path'};{tmp_path / 'other'}"}
    assert mpv_at(path, "win32", tmp_path / "stick") == own
    assert mpv_at(path, "win32", NOWHERE) == tmp_path / "path" / "mpv.exe"


def test_beside_us_is_where_the_windows_edition_has_what_people_click(tmp_path: Path) -> None:
    python = program(tmp_path / "runofshow" / "app" / "python.exe")
    assert program_folder(python) == python.parent
    program(tmp_path / "runofshow" / "runofshow.exe")
    assert program_folder(python) == tmp_path / "runofshow"


def test_a_machine_without_mpv_has_none(tmp_path: Path) -> None:
    for platform in ("linux", "darwin", "win32"):
        assert mpv_at({}, platform, NOWHERE, root=tmp_path) is None


def test_the_version_is_what_mpv_says(mpv: Path) -> None:
    version = version_of(mpv)
    assert version is not None
    assert is_new_enough(version)


def test_a_program_that_is_no_mpv_has_no_version(tmp_path: Path) -> None:
    assert version_of(program(tmp_path / "mpv")) is None
    assert version_of(tmp_path / "missing") is None


def test_versions_before_the_socket_pair_are_too_old() -> None:
    assert not is_new_enough("0.32.0")
    assert not is_new_enough("0.33.1")
    assert is_new_enough("0.34.0")
    assert is_new_enough("0.41.0-dev-gabc")
    assert is_new_enough("1.0")
    assert is_new_enough("git-2024-01-01-abc")
