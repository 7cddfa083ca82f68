"""The setup for one user, made by NSIS from the files of the edition."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from windows_edition.launcher import icon

SCRIPT = Path(__file__).with_name("setup.nsi")


def build_setup(folder: Path, version: str, into: Path, work: Path) -> Path:
    """`into`, a setup of what lies in `folder`."""
    picture = work / "runofshow.ico"
    picture.write_bytes(icon())
    for path in [folder, *folder.rglob("*")]:
        os.utime(path, (_TIME, _TIME))
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) // 1024
    told = {"VERSION": version, "FILES": folder, "ICON": picture, "KILOBYTES": size, "INTO": into.resolve()}
    defined = [f"-D{name}={value}" for name, value in told.items()]
    subprocess.run(
        ["makensis", "-V2", "-INPUTCHARSET", "UTF8", *defined, str(SCRIPT)],
        check=True,
        env={**os.environ, "SOURCE_DATE_EPOCH": str(_TIME)},
        stdin=subprocess.DEVNULL,
    )
    return into


_TIME = 315532800
"""1980-01-01, as in the zip."""
