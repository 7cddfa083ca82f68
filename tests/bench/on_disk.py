"""Rows of what lies on the disk: a long record picked up again, and the environment that runs the program."""

from __future__ import annotations

import math
import re
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from zlib import crc32

from tests.bench.builds import Build, turns
from tests.bench.figures import Found, Row
from tests.bench.plans import plan
from tests.bench.programs import Desk, cpu_s, serving

RESUME = (
    Row("resume", "CPU from the command until a record of 100,000 events serves again", "s", 0.07),
    Row("resume_none", "the same with a record of some twenty: what the start alone takes", "s"),
)
VENV = (Row("venv", "room that .venv takes on the disk", "MiB", 0.65),)
EVENTS = 100_000
APART = timedelta(milliseconds=30)
MOMENT = re.compile(r'"(\d{4}-\d\d-\d\dT[\d:.]+Z)"')


def resume(builds: Sequence[Build], rounds: int) -> Found:
    """`serve --resume` on one and the same record, copied afresh each time, until the hall's server answers.

    The record is made of lines that the first (the older) build wrote in a show of its own, so that both can
    read it: minutes given and taken, a hold, a note, a new name, again and again.
    """
    found = Found()
    with tempfile.TemporaryDirectory() as folder:
        file = plan(Path(folder), 15)
        short, long = Path(folder) / "short", Path(folder) / "long"
        with serving(builds[0], file, short) as desk:
            kept = next(short.glob("*/show.journal"))
            head = desk.order("start")
            _orders(desk)
            lines = _lines(kept)
        for path in short.glob("*/*.lock"):
            path.unlink()
        shutil.copytree(short, long)
        (long / kept.relative_to(short)).write_bytes(b"".join(repeated(lines, head)))
        for build in turns(builds, rounds):
            for row, record in (("resume", long), ("resume_none", short)):
                with tempfile.TemporaryDirectory() as home:
                    shutil.copytree(record, home, dirs_exist_ok=True)
                    with serving(build, file, Path(home), "--resume") as desk:
                        found.add(row, build, cpu_s(desk.pid))
                        _is_whole(desk, EVENTS if row == "resume" else len(lines) - 1)
    return found


def _is_whole(desk: Desk, entries: int) -> None:
    """Every line was taken; picking up may add some."""
    assert desk.ask("GET", "/healthz")["seq"] >= entries - 1
    assert desk.ask("GET", "/api/snapshot")["phase"] == "running"


def _orders(desk: Desk) -> None:
    """What may be said again and again of a running show."""
    item = desk.ask("GET", "/api/agenda")["items"][0]["item_id"]
    for number in range(4):
        desk.order("add_time", seconds=60)
        desk.order("add_time", seconds=-60)
        desk.order("add_time", seconds=30)
        desk.order("add_time", seconds=-30)
        if number == 0:
            desk.order("hold")
            desk.order("resume")
        elif number == 1:
            desk.order("note", text="Đại biểu đến muộn")
        elif number == 2:
            desk.order("edit", item_id=item, by="Ban Tổ chức")


def _lines(journal: Path) -> list[str]:
    return [line[9:] for line in journal.read_text(encoding="utf-8").splitlines()]


def repeated(lines: list[str], head: int, count: int = EVENTS) -> Iterator[bytes]:
    """The record, sealed anew, with what the caller said after its first `head` entries again and again."""
    header, *told = lines
    later = told[head:]
    again = [line for line in later if '"by":"caller"' in line]
    begins = told[:head] + [line for line in later if line not in again]
    rounds = math.ceil((count - len(begins)) / len(again))
    yield _sealed(header)
    whole = begins + again * rounds
    for number, line in enumerate(whole[:count]):
        # each round lies whole in its own time, the last one when it was written
        to_come = rounds - max(0, number - len(begins)) // len(again) - 1
        moved = MOMENT.sub(lambda at: _moved(at[1], -to_come * len(again) * APART), line)  # noqa: B023
        yield _sealed(re.sub(r'^{"seq":\d+', f'{{"seq":{number + 1}', moved))


def _moved(moment: str, by: timedelta) -> str:
    at = datetime.fromisoformat(moment) + by
    return f'"{at.isoformat(timespec="microseconds").replace("+00:00", "Z")}"'


def _sealed(line: str) -> bytes:
    payload = line.encode()
    return b"%08x %b\n" % (crc32(payload), payload)


def venv(builds: Sequence[Build], rounds: int) -> Found:
    """As `du` counts it."""
    found = Found()
    for build in builds:
        blocks = sum(path.lstat().st_blocks for path in [build.environment, *build.environment.rglob("*")])
        found.add("venv", build, blocks * 512 / 2**20)
    return found
