"""Shows kept on this machine, for the commands that find them again: opened, told some orders, and left."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from runofshow.agenda_file.reader import read_agenda
from runofshow.cli.opening import open_new
from runofshow.clock import Sources
from runofshow.core.commands import Command, Mode, OpenShow
from runofshow.core.refusal import Refused
from runofshow.texts import Language
from tests.terminal import ROOT

AGENDA = ROOT / "agendas" / "ninh-hoa-2020.yaml"
EIGHT = datetime(2020, 3, 27, 1, 0, tzinfo=UTC)
ZONE = EIGHT.astimezone().tzinfo


def agenda_file(path: Path, title: str, items: Sequence[str] = ("Khai mạc", "Báo cáo", "Bế mạc")) -> Path:
    """A small agenda on disk."""
    lines = [f"title: {title}", "date: 2020-03-27", "start: 8h00", "items:"]
    lines += [f"  - {{title: {item}, kind: speech, duration: 10'}}" for item in items]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def keep(
    home: Path,
    *,
    title: str = "Hội nghị tổng kết",
    source: Path | None = None,
    opened_after: timedelta = timedelta(),
    told: Sequence[Command] = (),
    mode: Mode = Mode.LIVE,
    speed: float = 1.0,
    joins: bool = False,
) -> Path:
    """The folder of a show that was opened so long after eight and told an order a minute."""
    assert ZONE is not None
    source = source or agenda_file(home.parent / "agendas-of-others" / f"{title[:20]}.yaml", title)
    agenda = read_agenda(source, tz=ZONE, today=EIGHT.date(), language=Language.VI).agenda
    assert agenda is not None
    passed = opened_after.total_seconds()
    sources = Sources(
        wall=lambda: EIGHT + timedelta(seconds=passed), steady=lambda: passed, awake=lambda: passed
    )
    command = OpenShow(agenda, mode, speed, floating=True, source=str(source.resolve()), joins=joins)
    show = open_new(home, command, sources, ZONE)
    for order in told:
        passed += 60
        answer = show.do(order)
        assert not isinstance(answer, Refused), answer
    show.close()
    return show.folder
