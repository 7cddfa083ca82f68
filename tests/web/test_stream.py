"""The live pictures: what is sent to whom and when, over real sockets and by a clock that moves when told."""

from __future__ import annotations

import asyncio
import json
import socket
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from runofshow.core import commands as c
from runofshow.core.agenda import AtStart, Role
from runofshow.core.alarms import AlarmCode
from runofshow.core.change import changed
from runofshow.core.commands import ClockFault
from runofshow.core.events import Entry
from runofshow.core.views.fields import moving
from runofshow.core.wire import Json, Moves, as_json
from runofshow.web import stream
from runofshow.web.api import SCREENS
from runofshow.web.stream import Listener, LivePictures
from tests.core.shows import MINUTE, SECOND, Stage, agenda, cue, four_items, item, seconds
from tests.web.halls import HERE, TOKEN, Event, Hall, Jar, Watcher, hall, plan

IDLE_BYTES = 200
"""What an idle listener may cost in a second."""


def without(picture: Any, names: frozenset[str]) -> Any:
    if isinstance(picture, dict):
        return {
            key: without(value, names)
            for key, value in picture.items()
            if key not in names and value is not None
        }
    if isinstance(picture, list):
        return [without(value, names) for value in picture]
    return picture


def followed(picture: Json, watcher: Watcher, seq: int) -> Json:
    """The picture with every change up to that sequence number."""
    assert isinstance(picture, dict)
    while picture["seq"] != seq:
        picture = changed(picture, watcher.until("change").data)
        assert isinstance(picture, dict)
    return picture


# Over sockets


def test_the_first_event_is_the_whole_picture_with_its_number(opened: Hall) -> None:
    cookie = opened.joined(Role.MC)
    with opened.watching(cookie) as watcher:
        first = watcher.next()
        asked = opened.ask("GET", "/api/snapshot", cookie=cookie).json
        assert (first.name, first.event_id) == ("snapshot", str(asked["seq"]))
        moves = moving(*Moves)
        assert without(first.data, moves) == without(asked, moves)


@pytest.mark.parametrize("role", list(Role))
def test_the_changes_add_up_to_the_picture(opened: Hall, role: Role) -> None:
    cookie = opened.joined(role)
    # nothing can be written to the delegates' display
    to = Role.MC if role is Role.DISPLAY else role
    with opened.watching(cookie) as watcher:
        picture = watcher.until("snapshot").data
        for order in (
            {"do": "start"},
            {"do": "message", "to": to.value, "text": "Còn 5 phút"},
            {"do": "standby"},
            {"do": "add_time", "seconds": 60},
            {"do": "hold"},
            {"do": "resume"},
            {"do": "skip", "item_id": "m2"},
            {"do": "edit", "item_id": "m3", "title": "Trao thưởng", "by": "Ông An"},
            {"do": "undo"},
            {"do": "end"},
        ):
            answer = opened.order(order, token=TOKEN)
            assert answer.status == 200, (order, answer.body)
        picture = followed(picture, watcher, opened.engine.latest.seq)
        asked = opened.ask("GET", "/api/snapshot", cookie=cookie).json
        assert without(picture, moving(Moves.COUNTED)) == without(asked, moving(Moves.COUNTED))


def test_a_change_holds_what_changed_and_its_number(opened: Hall) -> None:
    with opened.watching(opened.joined(Role.DISPLAY)) as watcher:
        watcher.until("snapshot")
        opened.order({"do": "start"}, token=TOKEN)
        change = watcher.change_of("current")
        assert change.event_id == str(change.data["seq"])
        assert change.data["current"]["title"] == "Mục m1"
        assert not {"show", "mode", "backdrop"} & change.data.keys()


def test_a_beat_comes_with_the_picture_and_then_each_second(opened: Hall) -> None:
    with opened.watching(opened.joined(Role.MC)) as watcher:
        assert [watcher.next().name, watcher.next().name] == ["snapshot", "beat"]
        watcher.until("beat")
        beats = [watcher.until("beat").data for _ in range(3)]
        assert all(beat.keys() == {"now", "seq"} for beat in beats)
        moments = [datetime.fromisoformat(beat["now"]) for beat in beats]
        assert all(0.7 * SECOND < b - a < 2 * SECOND for a, b in pairwise(moments))


def test_who_comes_back_gets_the_whole_picture_again(opened: Hall) -> None:
    cookie = opened.joined(Role.MC)
    with opened.watching(cookie) as watcher:
        watcher.until("snapshot")
    opened.order({"do": "start"}, token=TOKEN)
    with opened.watching(cookie) as watcher:
        again = watcher.next()
        assert (again.name, again.data["current"]["item_id"]) == ("snapshot", "m1")
        assert again.event_id == str(opened.engine.latest.seq)


def test_the_display_is_never_sent_a_message_or_an_alarm(opened: Hall) -> None:
    secret = "Ông Ba chưa tới"
    with opened.watching(opened.joined(Role.DISPLAY)) as watcher:
        events: list[Event] = [watcher.until("snapshot")]
        opened.order({"do": "message", "to": "speaker", "text": secret}, token=TOKEN)
        opened.order({"do": "note", "text": secret}, token=TOKEN)
        opened.engine.ask(c.ReportClock(ClockFault.SLEPT, MINUTE), "clock").result(5)
        opened.engine.call(lambda: opened.engine.show.raise_alarm(AlarmCode.JOURNAL, secret)).result(5)
        opened.order({"do": "start"}, token=TOKEN)
        while "current" not in events[-1].data:
            events.append(watcher.next())
        sent = json.dumps([event.data for event in events], ensure_ascii=False)
        assert secret not in sent
        assert "alarm" not in sent
        assert "slept" not in sent


def test_an_alarm_of_the_console_itself_reaches_the_caller(opened: Hall) -> None:
    with opened.watching(opened.joined(Role.CALLER)) as watcher:
        watcher.until("snapshot")
        opened.engine.call(lambda: opened.engine.show.raise_alarm(AlarmCode.JOURNAL, "đầy đĩa")).result(5)
        assert watcher.change_of("alarms").data["alarms"][0]["detail"] == "đầy đĩa"


def test_an_idle_listener_costs_at_most_200_bytes_a_second(opened: Hall) -> None:
    opened.order({"do": "start"}, token=TOKEN)
    raw = opened.raw(_watching(opened, opened.joined(Role.CALLER)))
    got = b""
    # that it is here itself is news, and may come a beat later
    while b"event: beat" not in got or b'"here":["caller"]' not in got:
        got += raw.recv(65_536)
    got = b""
    while got.count(b"event: beat") < 4:
        got += raw.recv(65_536)
    assert b"event: change" not in got, got.decode()
    assert len(got) / 4 <= IDLE_BYTES


def test_stalled_listeners_cost_nobody_else(tmp_path: Path) -> None:
    """Five phones that never read; the picture has 500 items, so what they are owed fills every buffer."""
    with hall(tmp_path, plan(500), tick=0.25) as opened:
        cookie = opened.joined(Role.CALLER)
        request = _watching(opened, cookie)
        for _ in range(5):
            stalled = socket.socket()
            stalled.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            stalled.connect(("127.0.0.1", opened.port))
            stalled.sendall(request)
            opened.sockets.append(stalled)
        opened.order({"do": "start"}, token=TOKEN)
        with opened.watching(opened.joined(Role.MC)) as watcher:
            watcher.until("snapshot")
            for number in range(30):
                assert opened.order({"do": "add_time", "seconds": 60}, token=TOKEN).status == 200
                assert _added(watcher) == 60 * (number + 1)
        held = opened.engine.call(lambda: sum(_owed(opened))).result(5)
        assert held < 5 * 2_000_000, "what is kept for a stalled phone is one picture, and not all it missed"


def _added(watcher: Watcher) -> int:
    """The added time of the next change that tells of it."""
    while True:
        current = watcher.until("change").data.get("current", {})
        if "added_s" in current:
            return int(current["added_s"])


def _watching(opened: Hall, cookie: str) -> bytes:
    host = f"Host: 127.0.0.1:{opened.port}"
    return f"GET /api/events HTTP/1.1\r\n{host}\r\nCookie: runofshow={cookie}\r\n\r\n".encode()


def _owed(opened: Hall) -> list[int]:
    running = vars(opened.server)["_http"]
    return [one.transport.get_write_buffer_size() for one in vars(running)["_crowd"].connections]


def test_a_guest_opens_only_so_many_pictures(opened: Hall) -> None:
    cookie = opened.joined(Role.MC)
    request = _watching(opened, cookie)
    for _ in range(SCREENS):
        assert b"200 OK" in opened.raw(request).recv(4096)
    assert b"429" in opened.raw(request).recv(4096)


def test_a_program_with_the_token_watches_any_role(opened: Hall) -> None:
    head = f"Host: 127.0.0.1:{opened.port}\r\nAuthorization: Bearer {TOKEN}\r\n\r\n"
    watched = opened.raw(f"GET /api/events?role=display HTTP/1.1\r\n{head}".encode())
    got = b""
    while b"event: beat" not in got:
        got += watched.recv(65_536)
    assert b'"backdrop"' in got


def test_old_http_and_a_bare_look_get_no_stream(opened: Hall) -> None:
    cookie = opened.joined(Role.MC)
    head = f"Host: 127.0.0.1:{opened.port}\r\nCookie: runofshow={cookie}\r\n\r\n"
    assert b" 505 " in opened.raw(f"GET /api/events HTTP/1.0\r\n{head}".encode()).recv(4096)
    assert opened.ask("HEAD", "/api/events", cookie=cookie).status == 200


# By a clock that moves when told


class Paper(asyncio.Transport):
    """A connection that writes everything down; while `is_full` it delivers nothing of what it is given."""

    def __init__(self) -> None:
        super().__init__()
        self.written: list[bytes] = []
        self.is_full = False
        self.is_cut = False

    def write(self, data: bytes | bytearray | memoryview) -> None:
        self.written.append(bytes(data))

    def get_write_buffer_size(self) -> int:
        return 1 if self.is_full else 0

    def is_closing(self) -> bool:
        return self.is_cut

    def abort(self) -> None:
        self.is_cut = True

    def close(self) -> None:
        self.is_cut = True

    def names(self) -> list[str]:
        """The events since the last look, beats left out."""
        text = b"".join(self.written).decode()
        self.written.clear()
        lines = [line.removeprefix("event: ") for line in text.splitlines() if line.startswith("event: ")]
        return [name for name in lines if name != "beat"]


class Projector:
    """Live pictures of a show on a stage, with a clock of the loop's that moves when told."""

    def __init__(self, stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
        self.stage = stage
        self.steady = 1000.0
        monkeypatch.setattr(asyncio.get_running_loop(), "time", lambda: self.steady)
        self.pictures = LivePictures(stage.picture, HERE)

    def watch(self, role: Role) -> Paper:
        paper = Paper()
        self.pictures.add(role, Listener(paper, "guest"))
        return paper

    def pass_time(self, length: timedelta) -> None:
        """Second by second, with a tick and a look at each, as the engine and the beats do."""
        for _ in range(int(length.total_seconds())):
            self.steady += 1
            self.stage.now += SECOND
            events = self.stage.tick()
            fresh = (self.stage.entries[-1],) if events else ()
            self.hear(*fresh)
            for channel in vars(self.pictures)["_channels"].values():
                self.pictures._spread(channel, is_news=bool(fresh))
                channel.whole = b""

    def jump(self, length: timedelta) -> None:
        """At once, with one tick at the end."""
        self.steady += length.total_seconds() - 1
        self.stage.now += length - SECOND
        self.pass_time(SECOND)

    def hear(self, *fresh: Entry) -> None:
        self.pictures.hear(self.stage.picture, fresh)

    def do(self, command: c.Command) -> None:
        self.stage.do(command)
        self.hear(self.stage.entries[-1])
        self.pictures._spread_news()


def running(monkeypatch: pytest.MonkeyPatch, *items: Any) -> Projector:
    stage = Stage(agenda(*items) if items else four_items(), tick=False).at("8:00")
    projector = Projector(stage, monkeypatch)
    projector.do(c.Start())
    return projector


async def test_time_alone_sends_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    projector = running(monkeypatch)
    papers = {role: projector.watch(role) for role in Role}
    assert {tuple(paper.names()) for paper in papers.values()} == {("snapshot",)}
    projector.pass_time(3 * MINUTE)
    projector.jump(6 * MINUTE)
    assert {role: paper.names() for role, paper in papers.items()} == {role: [] for role in Role}


async def test_a_hold_of_minutes_sends_only_drift(monkeypatch: pytest.MonkeyPatch) -> None:
    projector = running(monkeypatch)
    papers = {role: projector.watch(role) for role in (Role.MC, Role.SPEAKER, Role.STAGE, Role.DISPLAY)}
    projector.do(c.Hold())
    for paper in papers.values():
        paper.names()
    projector.pass_time(2 * MINUTE)
    counts = {role: len(paper.names()) for role, paper in papers.items()}
    assert all(count <= 8 for count in counts.values()), counts
    assert counts[Role.STAGE] >= 2, "the expected times of the others do move"


async def test_an_overrun_drifts_at_most_every_15_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    projector = running(monkeypatch)
    projector.jump(10 * MINUTE + seconds(1))
    paper = projector.watch(Role.MC)
    assert paper.names() == ["snapshot"]
    projector.pass_time(MINUTE)
    assert 3 <= len(paper.names()) <= 5


def waiting(monkeypatch: pytest.MonkeyPatch) -> Projector:
    """A plan that begins with its first call."""
    plan = agenda(item("a", 10, cue("x", AtStart(2 * MINUTE))), item("b", 20), hard_out="9:00")
    return Projector(Stage(plan, "19:00", floating=True, tick=False), monkeypatch)


async def test_a_plan_without_hours_is_sent_every_ten_minutes_and_no_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    projector = waiting(monkeypatch)
    papers = {role: projector.watch(role) for role in Role}
    assert {tuple(paper.names()) for paper in papers.values()} == {("snapshot",)}
    projector.pass_time(10 * MINUTE - SECOND)
    assert {role: paper.names() for role, paper in papers.items()} == {role: [] for role in Role}
    projector.pass_time(seconds(2))
    assert papers[Role.CALLER].names() == ["change"]


async def test_who_comes_to_a_plan_without_hours_sees_the_hours_of_now(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    projector = waiting(monkeypatch)
    early = projector.watch(Role.CALLER)
    projector.pass_time(7 * MINUTE)
    late = projector.watch(Role.CALLER)
    assert _picture(late) == as_json(projector.pictures.view(Role.CALLER))
    projector.pass_time(seconds(5))
    projector.do(c.SendMessage(Role.MC, "Chờ một chút"))
    assert without(_picture(early), frozenset()) == without(_picture(late), frozenset())
    assert early.names() == ["snapshot", "change", "change"], (
        "one when the other came, so that both have the same"
    )


async def test_drift_of_a_large_picture_is_one_number_and_as_cheap_as_that_of_a_small_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    projector = running(monkeypatch, *(item(f"i{n}", 10) for n in range(40)))
    projector.jump(10 * MINUTE + seconds(1))
    paper = projector.watch(Role.STAGE)
    paper.written.clear()
    projector.pass_time(5 * MINUTE)
    assert sum(map(len, paper.written)) < 20 * 700
    assert len(paper.names()) == 20


async def test_a_cue_that_falls_due_is_sent_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    projector = running(monkeypatch, item("a", 10, cue("x", AtStart(2 * MINUTE))), item("b", 5))
    music, crew = projector.watch(Role.MUSIC), projector.watch(Role.CREW)
    projector.pass_time(59 * SECOND)
    music.names()
    projector.pass_time(seconds(2))
    assert music.names() == ["change"]  # stand-by, a minute before
    projector.pass_time(58 * SECOND)
    music.names()
    projector.pass_time(seconds(2))
    assert music.names() == ["change"]
    assert len(crew.names()) <= 4, "the crew only learns that the number of the record moved"


async def test_who_comes_while_it_drifts_has_what_the_others_have(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the next change, made for the others, would leave the newcomer with a time that is not so."""
    projector = running(monkeypatch)
    early = projector.watch(Role.STAGE)
    projector.jump(10 * MINUTE)
    projector.pass_time(seconds(7))
    late = projector.watch(Role.STAGE)
    projector.do(c.AddTime(MINUTE))
    pictures = [_picture(paper) for paper in (early, late)]
    assert without(pictures[0], moving(Moves.COUNTED)) == without(pictures[1], moving(Moves.COUNTED))


def _picture(paper: Paper) -> Json:
    """What a page makes of everything it was sent."""
    picture: Json = None
    name = ""
    for line in b"".join(paper.written).decode().splitlines():
        if line.startswith("event: "):
            name = line.removeprefix("event: ")
        elif line.startswith("data: ") and name != "beat":
            data: Json = json.loads(line.removeprefix("data: "))
            picture = data if name == "snapshot" else changed(picture, data)
    return picture


async def test_a_listener_that_fell_behind_gets_the_newest_picture_and_nothing_in_between(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    projector = running(monkeypatch)
    slow, quick = projector.watch(Role.MC), projector.watch(Role.MC)
    slow.names(), quick.names()
    slow.is_full = True
    for _ in range(50):
        projector.do(c.AddTime(MINUTE))
    assert (slow.names(), len(quick.names())) == ([], 50)
    slow.is_full = False
    projector.do(c.AddTime(-MINUTE))
    picture = _picture(slow)
    assert isinstance(picture, dict)
    current = picture["current"]
    assert isinstance(current, dict)
    assert current["added_s"] == 49 * 60
    assert slow.names() == ["snapshot"]
    projector.do(c.AddTime(-MINUTE))
    assert slow.names() == ["change"]


async def test_a_listener_that_takes_nothing_for_half_a_minute_is_cut_off(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    projector = running(monkeypatch)
    slow, quick = projector.watch(Role.MC), projector.watch(Role.MC)
    slow.is_full = True
    projector.do(c.AddTime(MINUTE))
    projector.steady += stream.BEHIND_S - 1
    projector.do(c.AddTime(MINUTE))
    assert not slow.is_cut
    projector.steady += 2
    projector.do(c.AddTime(MINUTE))
    assert (slow.is_cut, quick.is_cut) == (True, False)
    slow.written.clear()
    projector.do(c.AddTime(MINUTE))
    assert slow.written == []


async def test_with_the_last_listener_the_picture_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    projector = running(monkeypatch)
    paper = Paper()
    listener = Listener(paper, "guest")
    projector.pictures.add(Role.MC, listener)
    projector.pictures.remove(Role.MC, listener)
    projector.pictures.remove(Role.MC, listener)
    projector.jump(11 * MINUTE)
    newcomer = _picture(projector.watch(Role.MC))
    assert isinstance(newcomer, dict)
    assert newcomer["now"] == "2020-03-27T15:11:00.000+07:00"
    assert without(newcomer, frozenset()) == without(as_json(projector.pictures.view(Role.MC)), frozenset())


async def test_the_clock_is_carried_on_between_two_pictures_at_the_shows_speed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stage = Stage(four_items(), speed=10).at("8:00")
    projector = Projector(stage, monkeypatch)
    projector.steady += 0.2
    assert projector.pictures.now() - stage.now == seconds(2)


def test_the_roles_of_one_browser_come_on_one_connection_each_with_its_name(opened: Hall) -> None:
    jar = Jar(opened)
    for role in (Role.MC, Role.MUSIC):
        jar.join(role)
    with opened.watching(jar.header(), "?share=mc,music,crew,nobody") as watcher:
        assert watcher.next_text() == ("out", "crew")
        whole = {}
        for _ in range(2):
            name, role_told = watcher.next_text()
            assert name == "role"
            whole[role_told] = watcher.until("snapshot").data
            watcher.until("beat")
        assert whole.keys() == {"mc", "music"}
        assert "words" in whole["mc"]
        assert "sound" in whole["music"]
        assert all(guest.screens == 1 for guest in opened.server.guests())
    assert opened.ask("GET", "/api/events?share=crew", cookie=jar.header()).status == 401
    assert opened.ask("GET", "/api/events?share=", cookie=jar.header()).status == 401
