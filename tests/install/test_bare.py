"""The wheel in an environment of its own, as pipx and uv make one: run.txt's packages and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.install.conftest import Bare, bare_environment
from tests.install.job import do_the_job


@pytest.fixture(scope="module")
def bare(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Bare:
    return bare_environment(tmp_path_factory.mktemp("bare"), wheel)


def test_the_main_job_is_done_from_an_empty_folder(bare: Bare, tmp_path: Path) -> None:
    do_the_job([str(bare.command)], bare.samples / "ninh-hoa-2020.yaml", tmp_path)


def test_the_conference_to_practise_on_lies_in_the_package_with_its_sounds(bare: Bare) -> None:
    assert bare.folder in bare.samples.parents
    assert len(list((bare.samples / "sounds").glob("*.wav"))) == 13
