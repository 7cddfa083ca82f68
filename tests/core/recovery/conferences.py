"""A conference that a chairman would recognise, in trouble: Hà Nội 2020, its programme as its plan has it.

The plan gives no hours. Here the office has settled them, has named five papers, put a break behind them and
a conversation with those honoured, and must be out of the hall by half past eleven.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, tzinfo
from pathlib import Path

from runofshow.agenda_file.reader import read_agenda_text
from runofshow.core import commands as c
from runofshow.core.agenda import Agenda
from tests.core.shows import Stage

LEADER = "Đồng chí Lê Hồng Sơn, Phó Chủ tịch UBND Thành phố"
_PLAN = Path(__file__).resolve().parents[3] / "agendas" / "ha-noi-2020.yaml"
_PAPERS = """\
    parts:
      - {title: Gương điển hình trong khối thể thao, kind: paper, by: Phòng Quản lý Thể dục thể thao}
      - {title: Gương điển hình trong khối di sản, kind: paper, by: Phòng Quản lý Di sản}
      - {title: Tham luận của Bảo tàng Hà Nội, kind: paper, by: Bảo tàng Hà Nội}
      - {title: Tham luận của Nhà hát Chèo Hà Nội, kind: paper, by: Nhà hát Chèo Hà Nội}
      - {title: Tham luận của Trung tâm Huấn luyện, kind: paper, by: Trung tâm Huấn luyện và thi đấu}
  - {title: Giải lao, kind: break}
  - {title: Giao lưu với điển hình tiên tiến, kind: exchange, duration: 15', may_drop: true, by: Ba điển hình}
"""


def ha_noi(*, may_drop: bool = True, tz: tzinfo = UTC) -> Agenda:
    """7h30 to 11h20 by plan."""
    text = _PLAN.read_text(encoding="utf-8")
    papers = text[text.index("    parts:\n") : text.index("  - title: Biểu dương")]
    text = text.replace(papers, _PAPERS).replace("may_drop: true, ", "may_drop: true, " if may_drop else "")
    leader = f"leaders: [{{name: '{LEADER}', arrives: 7h50, for: '2'}}]\n"
    text = text.replace("items:\n", f"start: 7h30\nhard_out: 11h30\n{leader}items:\n", 1)
    for title, length in (
        ("Báo cáo tổng kết", 20),
        ("Báo cáo tham luận", 45),
        ("Biểu dương", 35),
        ("Phát biểu chỉ đạo", 20),
    ):
        at = text.index(f"  - title: {title}")
        kind = text.index("    kind:", at)
        text = f"{text[:kind]}    duration: {length}'\n{text[kind:]}"
    text = text.replace("    kind: directive\n", f"    kind: directive\n    by: {LEADER}\n")
    reading = read_agenda_text(text, "ha-noi.yaml", folder=None, tz=tz, today=date(2020, 5, 15))
    assert reading.agenda is not None, reading.errors
    return reading.agenda


def clock(said: str) -> datetime:
    """On the day of the conference."""
    hour, minute = map(int, said.split(":"))
    return datetime(2020, 5, 1, hour, minute, tzinfo=UTC)


def in_trouble(agenda: Agenda) -> Stage:
    """The leader came twelve minutes late, and the report took six minutes more: the last call was the first
    paper's."""
    stage = Stage(agenda)
    stage.now = clock("7:30")
    stage.do(c.Start(sure=True), c.ChangeLeader("leader-1", arrives_at=clock("8:02")))
    stage.now = clock("8:02")
    stage.do(c.See("l/leader-1"), c.Advance(sure=True))
    for lasts in (5, 10, 10, 26):
        stage.now += timedelta(minutes=lasts)
        stage.do(c.Advance(sure=True))
    return stage
