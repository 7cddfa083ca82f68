"""Keeps a show of today's program for those to come: `python -m tests.journal.edition 2026-11-30-gear`.

For when events have changed shape. The full example is served, with sound where mpv is, led over HTTP through
most of what can be called, killed with -9 and picked up; its journal and the report of it go into
`golden/editions`. What was refused is printed: a new command wants a line here.
"""

from __future__ import annotations

import json
import shutil
import sys
from datetime import timedelta, timezone
from pathlib import Path
from tempfile import mkdtemp
from threading import Event
from time import monotonic
from urllib.error import HTTPError

from runofshow.agenda_file.samples import samples
from runofshow.core.history import history
from runofshow.journal import read_journal, sensible
from runofshow.report.figures import report_json
from tests.cli.consoles import Console, console
from tests.journal.examples import GOLDEN

EDITIONS = GOLDEN.with_name("editions")
HANOI = timezone(timedelta(hours=7))
"""Whose hours the reports are in."""
GUARDED_FOR = 15.0
"""Seconds. A call too soon after another is refused; it is made again until then."""
AGAIN = 0.2
"""Seconds from one try to the next."""


def call(hall: Console, do: str, **more: object) -> None:
    """One call; what asks back is sure, and what is refused is printed."""
    until = monotonic() + GUARDED_FOR
    while True:
        try:
            hall.do(do, **more)
            return
        except HTTPError as refused:
            why = json.load(refused)["reason"]
            if why in ("early", "protected") and "sure" not in more:
                more["sure"] = True
            elif why not in ("guard", "slowed") or monotonic() > until:
                print(f"refused: {do} {more}: {why}")
                return
            Event().wait(AGAIN)


def begin(hall: Console) -> None:
    call(hall, "note", text="Khách mời đến sớm 10 phút")
    call(hall, "standby")
    call(hall, "start")
    for cue in hall.snapshot()["cues"][:3]:
        call(hall, "ack", cue_id=cue["cue_id"])
    for do in ("go", "go", "undo", "redo", "hold", "resume"):
        call(hall, do)
    call(hall, "add_time", seconds=120)
    call(hall, "advance")
    call(hall, "advance")
    call(hall, "message", to="mc", text="Chờ ca sĩ")
    call(hall, "back", sure=True)
    call(hall, "undo")


def go_on(hall: Console) -> None:
    shown = hall.snapshot()
    item = {row["title"]: row["item_id"] for row in shown["items"]}
    opening = item["Khai mạc"]
    call(hall, "edit", item_id=item["Phóng sự “Một năm thi đua”"], by="Đài tỉnh", seconds=420)
    call(hall, "skip", item_id=item["Giao lưu với điển hình tiên tiến"], sure=True)
    dropped = item["Tổ dân phố không rác thải nhựa"]
    call(hall, "skip", item_id=dropped, sure=True)
    call(hall, "unskip", item_id=dropped)
    call(hall, "insert", after=opening, title="Thư chúc mừng", seconds=120, kind="speech", by="Đồng chí Minh")
    lessons = item["Lớp học ngoài giờ cho con em công nhân"]
    call(hall, "move", item_id=item["Sáng kiến tiết kiệm điện trong sản xuất"], before=lessons)
    call(hall, "see", person=shown["people"]["speakers"][0]["person_id"])
    call(hall, "leader", leader_id="khach_chinh", awaited_by="khen-thuong")
    call(hall, "recipient", recipient_id="ly-thi-nuong", note="lên từ bên trái")
    last = [cue["cue_id"] for cue in shown["cues"]][-2:]
    call(hall, "edit_cue", cue_id=last[1], text="Mời về chỗ, dọn sân khấu")
    call(hall, "remove_cue", cue_id=last[0])
    call(hall, "add_cue", item_id=opening, to="lights", text="Sáng bục")
    call(hall, "play", track_id="bell")
    call(hall, "panic")
    while (running := hall.snapshot()["current"]) and "Giải lao" not in running["title"]:
        call(hall, "go")
        call(hall, "advance", sure=True)
    call(hall, "jump", item_id=item["Huân chương Lao động hạng Ba"], rest="aside")
    call(hall, "advance", sure=True)
    for _ in range(3):
        call(hall, "step")
    call(hall, "advance", sure=True)
    vote = item["Thông qua chỉ tiêu thi đua năm 2027"]
    call(hall, "jump", item_id=vote, rest="keep")
    call(hall, "advance", sure=True)
    call(hall, "vote", item_id=vote, in_favour=240, against=3, other=7)
    call(hall, "note", text="Micro bục 2 rè", kind="incident")
    call(hall, "correct_clock", seconds=2)
    call(hall, "end", sure=True)


def main(name: str) -> None:
    home = Path(mkdtemp(prefix="edition-"))
    # the record names the file, and where the project lies here is nobody's business
    agenda = shutil.copytree(samples(), home / "agendas") / "full-example.yaml"
    with console(home, agenda, "--new", "--start", "now", sound=True) as hall:
        begin(hall)
    with console(home, agenda, "--resume", sound=True) as hall:
        go_on(hall)
    [written] = home.glob("*/show.journal")
    kept = EDITIONS / f"{name}.journal"
    kept.write_bytes(written.read_bytes())
    told = report_json(history(sensible(read_journal(kept)).entries), HANOI)
    told.pop("duties")
    kept.with_suffix(".json").write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
