"""Bỉm Sơn's pilot conferences are the town's agenda, cloned: nothing in their files was written by hand."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date
from pathlib import Path
from typing import Any

import pytest

from runofshow.agenda_file.clone import clone_text
from runofshow.agenda_file.reader import read_agenda
from runofshow.core.agenda import Agenda

ROOT = Path(__file__).resolve().parent.parent.parent
AGENDAS = ROOT / "agendas"
TOWN = AGENDAS / "bim-son-2020.yaml"
NAMES = ("bim-son-2020-ba-dinh.yaml", "bim-son-2020-moi-truong.yaml", "bim-son-2020-phu-nu.yaml")


def settings_of_the_script() -> Callable[[str], dict[str, str]]:
    """What scripts/pilots sets. It is run as text, which leaves no compiled copy beside it."""
    path = ROOT / "scripts" / "pilots"
    namespace: dict[str, Any] = {"__name__": "pilots", "__file__": str(path)}
    exec(compile(path.read_text(encoding="utf-8"), path, "exec"), namespace)
    settings: Callable[[str], dict[str, str]] = namespace["settings"]
    return settings


def agenda(name: str) -> Agenda:
    reading = read_agenda(AGENDAS / name, tz=UTC, today=date(2019, 10, 1))
    assert reading.agenda is not None, reading.errors
    return reading.agenda


@pytest.mark.parametrize("name", NAMES)
def test_a_pilot_is_the_town_with_the_scripts_settings(name: str) -> None:
    made = clone_text(TOWN.read_text(encoding="utf-8"), settings_of_the_script()(name))
    assert made == (AGENDAS / name).read_text(encoding="utf-8")


def test_the_script_makes_the_very_files_in_the_tree(tmp_path: Path) -> None:
    subprocess.run([sys.executable, ROOT / "scripts" / "pilots", tmp_path], check=True, timeout=120)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert made == {name: (AGENDAS / name).read_bytes() for name in NAMES}


def test_making_them_again_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / NAMES[0]).write_text("an older one", encoding="utf-8")
    subprocess.run([sys.executable, ROOT / "scripts" / "pilots", tmp_path], check=True, timeout=120)
    assert (tmp_path / NAMES[0]).read_bytes() == (AGENDAS / NAMES[0]).read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_a_pilot_holds_the_towns_programme_and_duties(name: str) -> None:
    town, pilot = agenda(TOWN.name), agenda(name)
    assert [item.title for item in pilot.sessions[0].items] == [item.title for item in town.sessions[0].items]
    assert pilot.duties == town.duties
    assert pilot.chair_panel == town.chair_panel


@pytest.mark.parametrize("name", NAMES)
def test_a_pilot_is_held_before_20_march(name: str) -> None:
    day = agenda(name).day
    assert (day.text, day.latest) == ("1/2 ngày, hoàn thành trước ngày 20/3/2020", date(2020, 3, 20))


@pytest.mark.parametrize(
    ("name", "organiser", "guests"),
    [
        ("bim-son-2020-ba-dinh.yaml", "UBND phường Ba Đình", "lãnh đạo các xã, phường"),
        ("bim-son-2020-phu-nu.yaml", "Hội LH Phụ nữ thị xã Bỉm Sơn", "Chủ tịch Hội LH Phụ nữ các xã, phường"),
        (
            "bim-son-2020-moi-truong.yaml",
            "Công ty Cổ phần Môi trường và công trình đô thị Bỉm Sơn",
            "Cụm Thi đua khen thưởng số 3, thị xã Bỉm Sơn năm 2019",
        ),
    ],
)
def test_each_pilot_has_its_own_host_and_guests(name: str, organiser: str, guests: str) -> None:
    pilot = agenda(name)
    assert pilot.organiser == organiser
    assert pilot.delegates.endswith(guests)
    assert "Hội đồng Thi đua khen thưởng Thị xã" in pilot.delegates
