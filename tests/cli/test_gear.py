"""The gear of an agenda: looked at by `doctor`, told in a real show, and its password read by nobody."""

from __future__ import annotations

import asyncio
import json
import os
import threading
from collections.abc import Iterator
from contextlib import AbstractAsyncContextManager, AbstractContextManager, contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TypeVar

import pytest

from runofshow.agenda_file.reader import read_agenda
from runofshow.cli import main
from runofshow.cli.agendas import here
from runofshow.cli.arguments import Asked
from runofshow.cli.control import last_signals, send_signals
from runofshow.cli.outcome import Outcome
from runofshow.clock import Clock, system_sources
from runofshow.core import commands as c
from runofshow.core.agenda import Role
from runofshow.core.refusal import Refused
from runofshow.core.sound_events import SignalSent
from runofshow.core.views.roles import view_of
from runofshow.core.wire import as_json
from runofshow.engine import Engine
from runofshow.journal import Journal
from runofshow.live import LiveShow
from runofshow.texts import Language
from runofshow.texts.cli import CLI
from tests.control.gear.obs_stand_in import stand_in
from tests.control.gear.projectors import Stand, standing

There = TypeVar("There")
PASSWORD = "mat-khau-bi-mat"
PLAN = """\
title: Hội nghị
gear:
  chieu: {{projector: "127.0.0.1:{port}", title: Máy chiếu chính}}
  phu: {{projector: "127.0.0.1:1"}}
signals:
- {{on: item_started, gear: chieu, do: blank, id: che}}
items:
- {{title: Chào cờ, kind: flag_salute}}
- {{title: Khai mạc, kind: opening}}
"""


@contextmanager
def in_its_loop(coming: AbstractAsyncContextManager[There]) -> Iterator[There]:
    """Gear in a thread of its own, since a command has the loop of this one."""
    loop = asyncio.new_event_loop()
    listening, over = threading.Event(), asyncio.Event()
    there: list[There] = []

    async def stands() -> None:
        async with coming as gear:
            there.append(gear)
            listening.set()
            await over.wait()

    thread = threading.Thread(target=loop.run_until_complete, args=(stands(),))
    thread.start()
    assert listening.wait(10)
    try:
        yield there[0]
    finally:
        loop.call_soon_threadsafe(over.set)
        thread.join(10)
        loop.close()


def lit(stand: Stand) -> AbstractContextManager[Stand]:
    """The projector."""
    return in_its_loop(standing(stand))


def plan(folder: Path, port: int, password: str = PASSWORD) -> Path:
    (folder / "passwords.yaml").write_text(f"chieu: {password}\n", encoding="utf-8")
    path = folder / "agenda.yaml"
    path.write_text(PLAN.format(port=port), encoding="utf-8")
    return path


def findings(path: Path, capsys: pytest.CaptureFixture[str], *more: str) -> dict[str, dict[str, str]]:
    capsys.readouterr()
    main(("doctor", str(path), "--json", *more), {**os.environ})
    return {each["code"]: each for each in json.loads(capsys.readouterr().out)["findings"]}


def test_doctor_looks_at_every_piece_of_gear_of_the_agenda(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with lit(Stand(password=PASSWORD, errors="010000", power="0")) as stand:
        found = findings(plan(tmp_path, stand.port), capsys)
    seen = found["gear:chieu"]
    assert (seen["severity"], seen["what"]) == ("warn", f"Máy chiếu chính (127.0.0.1:{stand.port})")
    assert seen["detail"] == (
        "EPSON EB-2250U · tên “Hội trường A” · PJLink 2 · đèn đang tắt · ngõ vào DIGITAL 1 · "
        "bóng đã dùng 1234, 56 giờ · báo cần xem: bóng đèn"
    )
    assert found["gear:phu"]["detail"] == "máy có đó nhưng phần mềm nhận chưa mở"
    assert "dây mạng" in found["gear:phu"]["remedy"]
    assert stand.told == []


def test_doctor_says_in_both_languages_that_a_password_is_wrong_and_what_is_wrong_with_their_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with lit(Stand(password="khác")) as stand:
        path = plan(tmp_path, stand.port, f"{PASSWORD}\nchieu: {PASSWORD}")
        for more, word in (("--lang=vi", "mật khẩu"), ("--lang=en", "password")):
            found = findings(path, capsys, more)
            assert word in found["gear:chieu"]["detail"]
            assert "passwords.yaml:2" in found["passwords"]["detail"]
            assert PASSWORD not in json.dumps(found)


def test_doctor_tells_a_password_that_is_missing_or_under_another_name_from_one_that_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with lit(Stand(password=PASSWORD)) as stand:
        path = plan(tmp_path, stand.port, "sai")
        assert not findings(path, capsys)["gear:chieu"]["remedy"]
        (tmp_path / "passwords.yaml").write_text(f"chiếu: {PASSWORD}\n", encoding="utf-8")
        remedy = findings(path, capsys)["gear:chieu"]["remedy"]
    assert remedy == "thêm vào passwords.yaml cạnh kịch bản một dòng chieu: và mật khẩu trong dấu nháy"


def test_doctor_names_the_scenes_that_the_agenda_calls_for_and_obs_does_not_have(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with in_its_loop(stand_in()) as obs:
        path = tmp_path / "agenda.yaml"
        orders = ("scene: Toàn cảnh", "scene: Cận canh", "source: Tên, visible: true, scene: Bục nói")
        signals = "".join(f"- {{on: item_started, gear: obs, {order}}}\n" for order in orders)
        gear = f'gear:\n  obs: {{obs: "127.0.0.1:{obs.port}"}}\n  den: {{sacn: 9, to: 127.0.0.1}}\n'
        path.write_text(
            f"title: A\n{gear}signals:\n{signals}items:\n- {{title: Khai mạc, kind: opening}}\n",
            encoding="utf-8",
        )
        found = findings(path, capsys)
    assert found["gear:obs"]["severity"] == "warn"
    assert found["gear:obs"]["detail"] == (
        "KHÔNG CÓ cảnh “Cận canh” mà kịch bản gọi · KHÔNG CÓ cảnh “Bục nói” mà kịch bản gọi · "
        "OBS 29.0.2, WebSocket 5.1.0 · cảnh “Toàn cảnh” · cảnh “Cận cảnh”"
    )
    # where nobody listens on this machine it is said; elsewhere no light answers
    den = found["gear:den"]["detail"]
    assert den.startswith(("gửi đi được", "máy có đó nhưng"))


def test_check_says_what_is_wrong_with_the_passwords_beside_the_agenda(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = plan(tmp_path, 4352, f"{PASSWORD}\nchieu: {PASSWORD}")
    capsys.readouterr()
    assert main(("check", str(path), "--json"), {**os.environ}) == 1
    told = json.loads(capsys.readouterr().out)
    wrong = [each for each in told["complaints"] if each["code"] == "bad_passwords"]
    assert [(Path(each["file"]).name, each["line"]) for each in wrong] == [("passwords.yaml", 2)]
    assert PASSWORD not in json.dumps(told)


@pytest.mark.skipif(find_spec("rtmidi2") is None, reason="rtmidi2 is not installed")
def test_doctor_says_of_a_midi_port_that_is_not_there_to_plug_it_in_and_nothing_of_networks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JACK_DEFAULT_SERVER", "runofshow-not-there")
    monkeypatch.setenv("JACK_NO_START_SERVER", "1")
    path = tmp_path / "agenda.yaml"
    path.write_text(
        PLAN.format(port=1).replace("gear:\n", "gear:\n  ban: {midi: no such port}\n"), encoding="utf-8"
    )
    seen = findings(path, capsys)["gear:ban"]
    assert seen["detail"].startswith("máy này không có cổng ấy (no such port: ")
    assert seen["remedy"] == "cắm thiết bị vào máy này, hoặc sửa tên của nó trong kịch bản"


def test_doctor_without_an_agenda_looks_at_this_machine_alone(capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    main(("doctor", "--json"), {**os.environ})
    codes = [each["code"] for each in json.loads(capsys.readouterr().out)["findings"]]
    assert codes
    assert not any(code.startswith("gear:") for code in codes)


def test_an_agenda_that_cannot_be_read_is_told_in_place_of_its_gear(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "agenda.yaml"
    path.write_text("title: A\n", encoding="utf-8")
    assert main(("doctor", str(path)), {**os.environ}) == 1
    assert "agenda.yaml" in capsys.readouterr().err


def test_the_password_reaches_the_projector_and_nothing_that_anybody_reads(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with lit(Stand(password=PASSWORD)) as stand:
        path = plan(tmp_path, stand.port)
        now, tz = here()
        agenda = read_agenda(path, tz=tz, today=now.date()).agenda
        assert agenda is not None
        clock = Clock(system_sources())
        journal = Journal.create(tmp_path / "show", since=clock.now())
        show = LiveShow.opened(clock, journal, c.OpenShow(agenda, floating=True, source=str(path)))
        engine = Engine(show, 0.02)
        outcome = Outcome(Asked("run", agenda=path), Language.VI, CLI[Language.VI], {})
        sender = send_signals(outcome, engine, tz)
        assert sender is not None
        engine.start()
        try:
            assert not isinstance(engine.ask(c.Start(sure=True)).result(10), Refused)
            last_signals(engine, sender)
            engine.run_beside(asyncio.sleep(0)).result(10)
            sent = [event for entry in engine.log for event in entry.events if isinstance(event, SignalSent)]
            said = [json.dumps(as_json(view_of(role, engine.latest, tz))) for role in Role]
            assert not isinstance(engine.ask(c.End(sure=True)).result(10), Refused)
        finally:
            engine.stop()
        assert stand.told == ["AVMT 11"]
    assert [(one.signal_id, one.detail) for one in sent] == [("che", "AVMT 11")]
    written = [each for each in (tmp_path / "show").rglob("*") if each.is_file()]
    assert written
    said += [each.read_text(encoding="utf-8", errors="replace") for each in written]
    for command in (
        ("show", str(path)),
        ("show", str(path), "--json"),
        ("check", str(path), "--json"),
        ("report", str(tmp_path / "show")),
        ("report", str(tmp_path / "show"), "--json"),
    ):
        capsys.readouterr()
        main(command, {**os.environ})
        printed = capsys.readouterr()
        said += [printed.out, printed.err]
    assert any("chieu" in text for text in said)
    assert not any(PASSWORD in text for text in said)
