"""An award round from first batch to last: keys of the console, three phones, the report at its end."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are POSIX", allow_module_level=True)

from runofshow.agenda_file.reader import read_agenda
from runofshow.cli import main
from runofshow.core import commands as c
from runofshow.core.agenda import Role, Step
from runofshow.core.card_code import code_of
from runofshow.core.on_stage import Batch
from runofshow.core.snapshot import Snapshot
from runofshow.texts import Language
from tests.terminal import ROOT, Terminal
from tests.tui.conftest import venue as venue
from tests.tui.desk import Desk, desk
from tests.tui.hall import HALL_TIME, Venue
from tests.tui.rounds import PRESENTER, person, round_hall
from tests.tui.test_award_panel import fill, later, running
from tests.tui.test_fields_in_the_hall import served
from tests.web.halls import Hall

TOOK = {
    Step.READING: 45,
    Step.CALL: 32,
    Step.LINE_UP: 12,
    Step.PRESENTERS: 16,
    Step.PHOTO: 16,
    Step.OFF: 21,
}
"""Seconds of each step but the handing over: practice has 75 to 90 for a batch, and 8 to 10 for each who is
there where one hands over. The plan has three minutes for a batch."""
EACH = 9
ABSENT = ("r1-4", "r3-2", "r4-9", "r5-1")
ON_BEHALF = {"r2-2": "bà Lê Thị Sáu", "r6-3": "anh Nguyễn Văn Bảy"}
DEPUTY = "đồng chí Lê Thị Hạnh, Phó Chủ tịch HĐND tỉnh"


class Phone:
    """One that came in by its role's code."""

    def __init__(self, hall: Hall, role: Role) -> None:
        self._hall, self._cookie = hall, hall.joined(role)

    @property
    def picture(self) -> dict[str, Any]:
        picture: dict[str, Any] = self._hall.ask("GET", "/api/snapshot", cookie=self._cookie).json
        return picture

    def names(self, which: str = "running") -> list[tuple[int | None, str]]:
        """Place on the tray and name, as this phone has them."""
        batch = self.picture["round"][which]
        return [(one["place"], one["shown"]) for one in batch["people"]]

    def see(self, person_id: str, here: bool | None = True) -> None:
        answer = self._hall.order({"do": "see", "person": person_id, "here": here}, cookie=self._cookie)
        assert answer.status == 200, answer.body


def tray(batch: Batch) -> list[tuple[int | None, str]]:
    return [(one.place, one.shown) for one in batch.people]


def _is_here(recipient_id: str, now: Snapshot) -> bool:
    return any(one.here and one.recipient_id == recipient_id for one in running(now).people)


async def choose(at: Desk, recipient_id: str) -> None:
    """Put the cursor on somebody by the keys that a hand has."""
    await at.press("home")
    ids = [one.recipient_id for one in running(at.engine.latest).people]
    for _ in range(ids.index(recipient_id)):
        await at.press("down")
    one = next(each for each in running(at.engine.latest).people if each.recipient_id == recipient_id)
    assert f"▸{one.place or '–':>3}" in at.screen


def _has_left(item_id: str, step: Step, now: Snapshot) -> bool:
    batch = None if now.round is None else now.round.running
    return batch is None or batch.item_id != item_id or batch.step is not step


async def run_batch(at: Desk, phones: dict[Role, Phone], wait: dict[str, int]) -> datetime:
    """Press space from step to step until the next batch stands, or the round is over; when it was."""
    batch = running(at.engine.latest)
    while True:
        now = running(at.engine.latest)
        step = now.step
        assert step is not None
        came = sum(not one.absent for one in now.people)
        seconds = came * EACH if step is Step.HANDING else TOOK[step] + wait.get(batch.item_id, 0) % 5
        at.it.hand.move(timedelta(seconds=seconds))
        await later(at)
        if step is Step.HANDING:
            # what is called up, tray and reading follow one list
            expected = tray(now)
            assert phones[Role.MC].names() == phones[Role.CREW].names() == expected
        await at.press("space")
        shown = await at.until(partial(_has_left, batch.item_id, step))
        if shown.round is None or shown.round.running is None or shown.round.running.item_id != batch.item_id:
            return shown.now


async def test_sixty_are_honoured_in_six_batches_by_keys_and_three_phones(
    venue: Venue, capsys: pytest.CaptureFixture[str]
) -> None:
    it = round_hall(venue, started=0)
    it.move(minutes=10)
    async with desk(it, (120, 40)) as at:
        with served(at.engine) as hall:
            phones = {role: Phone(hall, role) for role in (Role.CREW, Role.MC, Role.MUSIC)}
            crew = phones[Role.CREW]
            await at.press("a")
            crew.see(code_of("r1-1"))
            await at.press("space")
            await at.until(lambda now: now.current is not None and now.current.row.item_id == "b1")
            ends: list[datetime] = []
            forecast: datetime | None = None
            for number in range(1, 8):
                now = running(at.engine.latest)
                # one is ticked off by hand, who is missing is reported
                first = next(one for one in now.people if one.recipient_id not in ABSENT)
                if first.here is None:
                    crew.see(first.person_id)
                for one in now.people:
                    if one.recipient_id in ABSENT:
                        crew.see(one.person_id, False)
                await at.until(partial(_is_here, first.recipient_id))
                for one in now.people:
                    if one.recipient_id in ABSENT:
                        # the usher has reported it: one key
                        await at.press("d")
                        await at.until(lambda now: any(each.absent for each in running(now).people))
                    if one.recipient_id in ON_BEHALF:
                        await choose(at, one.recipient_id)
                        await at.press("p")
                        await fill(at, proxy=ON_BEHALF[one.recipient_id])
                        await at.until(lambda now: any(each.proxy for each in running(now).people))
                if now.item_id == "b4":
                    await at.press("g")
                    await fill(at, presenter=DEPUTY)
                    await at.until(lambda now: running(now).presenter == DEPUTY)
                    assert phones[Role.MC].picture["round"]["running"]["presenter"] == DEPUTY
                if now.item_id == "b2":
                    await choose(at, "r2-6")
                    await at.press("c")
                    await at.until(lambda now: now.round is not None and now.round.batches == 7)
                    assert [name for _, name in crew.names("next")] == [
                        person(2, place).name for place in range(6, 11)
                    ]
                if number == 4:
                    assert at.engine.latest.round is not None
                    forecast = at.engine.latest.round.expected_end
                ends.append(await run_batch(at, phones, {now.item_id: number}))
            assert forecast is not None
            # of what was left when three batches were over
            error = abs(forecast - ends[-1]) / (ends[-1] - ends[2])
            assert error < 0.10, f"{error:.1%}: {forecast} for {ends[-1]}"
            # the music of every batch went with its steps
            gone = {cue["cue_id"] for cue in phones[Role.MUSIC].picture["cues"] if cue["phase"] == "gone"}
            assert {f"b{number}-give" for number in range(1, 7)} <= gone
            at.engine.ask(c.End(sure=True)).result(5)
    report = json.loads(printed(capsys, "report", str(it.show.folder), "--json"))
    of_name: dict[str, dict[str, Any]] = {
        one["recipient_id"]: one for award in report["awards"] for one in award["recipients"]
    }
    everybody = {person(batch, place).recipient_id for batch in range(1, 7) for place in range(1, 11)}
    assert set(of_name) == everybody
    assert sum(len(award["recipients"]) for award in report["awards"]) == 60
    assert {one for one, told in of_name.items() if told["absent"]} == set(ABSENT)
    assert {one: told["received_by"] for one, told in of_name.items() if told["received_by"]} == ON_BEHALF
    assert all(of_name[one]["name"] == person(*map(int, one[1:].split("-"))).name for one in of_name)
    assert [award["given"] for award in report["awards"]] == [True] * 7
    assert [award["presenter"] for award in report["awards"]] == [
        DEPUTY if award["item_id"] == "b4" else PRESENTER for award in report["awards"]
    ]
    (deputy,) = [award for award in report["awards"] if award["presenter"] == DEPUTY]
    assert deputy["presenter_was"] == PRESENTER
    (split,) = [award for award in report["awards"] if award["split_from"] is not None]
    assert split["split_from"] == "b2"
    assert [one["recipient_id"] for one in split["recipients"]] == [f"r2-{place}" for place in range(6, 11)]


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    capsys.readouterr()
    main(arguments, {**os.environ})
    return capsys.readouterr().out


AGENDA = """title: Hội nghị biểu dương
date: 27/3/2026
start: 8h00
items:
  - {title: Mở đầu, kind: other, duration: 1'}
  - title: Trao Bằng khen
    kind: award
    parts:
"""
BATCH = """      - title: Đợt {number}
        kind: award
        duration: 3'
        award:
          presenter: đồng chí Trần Minh Quang
          recipients: [Ông Nguyễn Văn Một {number}, Bà Trần Thị Hai {number}, Ông Lê Văn Ba {number}]
"""


def test_the_panel_works_in_a_real_terminal_of_eighty_cells(tmp_path: Path) -> None:
    agenda = tmp_path / "agenda.yaml"
    agenda.write_text(AGENDA + BATCH.format(number=1) + BATCH.format(number=2), encoding="utf-8")
    read = read_agenda(agenda, tz=HALL_TIME, today=date(2026, 3, 27), language=Language.VI)
    assert read.agenda is not None
    award = read.agenda.sessions[0].items[1].parts[1].award
    assert award is not None
    card = code_of(award.recipients[1].recipient_id)
    environ = {**os.environ, "RUNOFSHOW_HOME": str(tmp_path / "home"), "TERM": "xterm-256color"}
    run = [sys.executable, "-m", "runofshow", "run", str(agenda), "--start", "now", "--no-web"]
    with Terminal(run, environ, 80, 24) as terminal:
        terminal.wait_for("Mở đầu")
        terminal.type("n")
        terminal.wait_for("ĐANG DIỄN RA")
        terminal.type("a")
        terminal.wait_for("ĐỢT SAU 1/2")
        pressed_until(terminal, "n", "bước tiếp:")
        terminal.type("\x1b[B")
        terminal.type("x")
        terminal.wait_for("Vắng mặt: Bà Trần Thị Hai 1")
        terminal.type("u")
        terminal.wait_for("Đã hoàn tác: vắng mặt: Bà Trần Thị Hai 1")
        terminal.type("x")
        terminal.wait_for("Vắng mặt: Bà Trần Thị Hai 1")
        # as a scanner types, in one breath
        terminal.type(f"{card}\r")
        terminal.wait_for("Đã chờ: Bà Trần Thị Hai 2 · Đợt 2/2 · số 2")
        terminal.type("\x1b[A")
        terminal.type("p")
        terminal.wait_for("Nhận thay Ông Nguyễn Văn Một 1")
        # as UniKey types «bà Bảy»: a letter, a backspace and the marked one
        terminal.type("ba\x7fà Ba\x7fảy\r")
        terminal.wait_for("nhận thay: bà Bảy")
        pressed_until(terminal, " ", "▶ XẾP HÀNG")
        terminal.type("q")
        terminal.wait_for("Thoát khỏi bàn điều hành?")
        terminal.type("c")
        assert terminal.wait_for_end() == 0
    asked = [sys.executable, "-m", "runofshow", "report", "last", "--json"]
    said = subprocess.run(asked, env=environ, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    listed = [one for award in json.loads(said)["awards"] for one in award["recipients"]]
    assert [one["name"] for one in listed if one["absent"]] == ["Bà Trần Thị Hai 1"]
    assert [one["received_by"] for one in listed if one["received_by"]] == ["bà Bảy"]


def pressed_until(terminal: Terminal, key: str, says: str) -> None:
    """Press a key until the screen says so; a press within the guard time is pressed again."""
    for _ in range(12):
        terminal.type(key)
        try:
            terminal.wait_for(says, 0.9)
        except AssertionError:
            continue
        return
    raise AssertionError(terminal.text)
