"""The wheel in an environment of its own, as pipx and uv make one: run.txt's packages and nothing else."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.install.conftest import Bare, environment
from tests.install.interpreters import RELEASES, NotToBeHad, python_of_debian
from tests.install.job import do_the_job


@pytest.fixture(scope="module")
def bare(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Bare:
    return environment(tmp_path_factory.mktemp("bare"), sys.executable, "run.txt", wheel)


def test_the_main_job_is_done_from_an_empty_folder(bare: Bare, tmp_path: Path) -> None:
    do_the_job([str(bare.command)], bare.samples / "ninh-hoa-2020.yaml", tmp_path)


def test_the_conference_to_practise_on_lies_in_the_package_with_its_sounds(bare: Bare) -> None:
    assert bare.folder in bare.samples.parents
    assert len(list((bare.samples / "sounds").glob("*.wav"))) == 13


@pytest.mark.soak
@pytest.mark.parametrize("version", RELEASES)
def test_another_python_does_the_main_job_too(version: str, wheel: Path, tmp_path: Path) -> None:
    try:
        python = python_of_debian(version, tmp_path / "unpacked")
    except NotToBeHad as reason:
        pytest.skip(f"Python {version} cannot be had here: {reason}")
    bare = environment(tmp_path / "bare", str(python), "run.txt", wheel)
    assert bare.version().startswith(f"{version}.")
    (tmp_path / "empty").mkdir()
    do_the_job([str(bare.command)], bare.samples / "ninh-hoa-2020.yaml", tmp_path / "empty")
