"""OBS Studio as it is installed, on a screen of its own, with a home, a profile and a password of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import create_connection

from tests.control.targets import LOOPBACK, port_of_nobody
from tests.web.pages.leash import Leashed

OBS, XVFB = shutil.which("obs"), shutil.which("Xvfb")
INSTALLED = OBS is not None and XVFB is not None
PASSWORD = "Mật khẩu 1"
PATIENCE = 60.0
_GLOBAL = """[General]
FirstRun=true
EnableAutoUpdates=false

[Basic]
Profile=Test
ProfileDir=Test
SceneCollection=Test
SceneCollectionFile=Test

[OBSWebSocket]
FirstLoad=false
ServerEnabled=true
ServerPort={port}
AlertsEnabled=false
AuthRequired=true
ServerPassword={password}
"""
_PROFILE = """[General]
Name=Test

[Video]
BaseCX=320
BaseCY=180
OutputCX=320
OutputCY=180
FPSCommon=10

[SimpleOutput]
FilePath={folder}
RecFormat=mkv
VBitrate=200
"""


@contextmanager
def obs(home: Path) -> Iterator[int]:
    """It runs, and its WebSocket listens at this port."""
    assert OBS is not None
    assert XVFB is not None
    settings = home / ".config" / "obs-studio"
    profile = settings / "basic" / "profiles" / "Test"
    profile.mkdir(parents=True)
    with port_of_nobody() as port:
        said = _GLOBAL.format(port=port, password=PASSWORD)
    (settings / "global.ini").write_text(said, encoding="utf-8")
    (profile / "basic.ini").write_text(_PROFILE.format(folder=home), encoding="utf-8")
    screen = Leashed(
        [XVFB, "-displayfd", "1", "-screen", "0", "640x480x24", "-nolisten", "tcp"], out=subprocess.PIPE
    )
    try:
        with screen.out as said_number:
            display = f":{said_number.readline().decode().strip()}"
        environ = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(home),
            "DISPLAY": display,
            "LANG": "C.UTF-8",
            "LIBGL_ALWAYS_SOFTWARE": "1",
        }
        with (home / "said").open("wb") as told:
            command = [OBS, "--multi", "--minimize-to-tray", "--disable-updater"]
            program = Leashed(command, out=told, errors=told, environ=environ)
        try:
            _until_it_listens(port, program, home / "said")
            yield port
        finally:
            program.end()
    finally:
        screen.end()


def _until_it_listens(port: int, program: Leashed, told: Path) -> None:
    began = time.perf_counter()
    while True:
        try:
            create_connection((LOOPBACK, port), PATIENCE).close()
        except ConnectionRefusedError:
            assert time.perf_counter() - began < PATIENCE, told.read_text(errors="replace")[-2000:]
        else:
            return
