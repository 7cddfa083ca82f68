"""Every field of the agenda file comes out in the hall: to whom, on which face, by which command or signal.

One show on the agenda whose values are marked, at one console with one server: each window is looked at
before the start, where the marked item is the next one, and 32 seconds into it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from runofshow.agenda_file.reader import read_agenda
from runofshow.cli import main
from runofshow.control.filling import values_of, whole_values
from runofshow.control.messages import message, target_of
from runofshow.core import commands as c
from runofshow.core.agenda import Agenda, Role
from runofshow.core.events import Entry
from runofshow.core.signal import Http, Osc
from runofshow.core.signalling import signals_of
from runofshow.engine import Engine
from runofshow.hall.access import Access
from runofshow.texts import Language
from runofshow.web.network import Listening
from runofshow.web.server import HallServer
from tests.cli.test_every_field import AGENDA, SHOWN, told
from tests.core.sounds import came
from tests.tui.desk import desk
from tests.tui.hall import HALL_TIME, Venue, hall_for
from tests.web.halls import Hall

if TYPE_CHECKING:
    import pytest

FACES = ("f2", "f3", "f4", "f5", "f6", "a")
PHOTO = '- {on: item_started, kind: photo, osc: "127.0.0.1:53001", address: /w, title: W-also}\nsessions:\n'

ALL = "caller mc music lights screen crew speaker display stage"
COMES_OUT = {
    f"{ALL} report f2 f3 f4 f5 f6 a": "Agenda.title Session.title",
    f"{ALL} report": "Agenda.organiser Item.kind Item.id",
    f"{ALL} report f2 f3 f4 f6 a": "Agenda.venue Session.hard_out Item.number",
    "caller report": (
        "Agenda.delegates Agenda.chair_panel Crew.caller Crew.mc Crew.music Crew.lights "
        "Crew.screen Crew.crew Crew.stage Duty.what Duty.by Duty.due Duty.when Duty.done"
    ),
    "caller screen crew": "Agenda.backdrop",
    "caller": (
        "Agenda.basis Agenda.rite Agenda.decoration Agenda.notes Agenda.tentative "
        "Period.text Period.from_ Period.to Agenda.address Timecode.from_ Timecode.rate "
        "Timecode.device"
    ),
    "caller music": (
        "Track.id Track.mark Track.loop Track.volume Track.start Track.end Track.fade_in "
        "Track.fade_out Track.length Track.layer Track.sha256 Track.live Cue.do Cue.track Cue.at "
        "Cue.standby Cue.fade Cue.pre_wait"
    ),
    "caller music report f4": "Track.title",
    "caller music check": "Track.file",
    "signal": (
        "Signal.on Signal.item Signal.cue Signal.osc Signal.address Signal.args Signal.http "
        "Signal.method Signal.body Signal.headers Signal.expect Signal.expect_not Signal.title "
        "Signal.id Item.also Signal.gear Signal.do Signal.levels Signal.fade Signal.scene Signal.source "
        "Signal.visible Signal.stream Signal.record Signal.note Signal.velocity Signal.channel "
        "Signal.program Signal.control Msc.go Msc.list Msc.device Msc.stop Msc.resume Msc.all_off Signal.mtc "
        "Signal.rate"
    ),
    f"{ALL} report signal": "Signal.kind",
    ALL: "Session.date",
    f"{ALL} f2 f5": "Session.start",
    f"{ALL} report f2 f3 f4 f5 f6 check": "Item.title",
    f"{ALL} report f2 f3 f4 f5": "Item.by",
    "caller mc music lights screen crew speaker stage report f2": "Item.duration Item.protected",
    "caller stage report f2 f3 f4 f5 f6 a": "Item.start",
    "caller stage f2 f4 report": "Item.until",
    "caller mc music lights screen crew speaker stage": "Item.clock",
    "caller stage report f2": "Item.optional",
    "caller mc f2 f3": "Item.mc",
    "caller mc screen crew f2": "Item.notes",
    "caller screen crew display": "Item.backdrop",
    "caller mc music lights screen crew stage report f2 check": "Item.parts",
    "check": "Handin.due Handin.received",
    "caller mc crew stage f2 f3": "Item.text",
    "caller mc music crew stage report f3 a": (
        "Award.decision Award.reader Award.presenter Recipient.unit Recipient.post Recipient.proxy"
    ),
    "caller mc music crew stage report f3 f4 a": "Award.form",
    "caller mc music crew stage report": "Award.level Recipient.id Recipient.posthumous Recipient.absent",
    "caller mc music crew stage": "Award.called_before_reading Award.on_display",
    "caller mc music crew display stage report f3 f5 a check": "Recipient.name",
    "caller mc music crew stage f3 a": "Recipient.address Recipient.said Recipient.note",
    "caller music report": "Cue.to Cue.go Cue.id",
    "caller music report f2 f4 f6": "Cue.text",
    "": (
        "Cue.tolerance Award.flowers Award.photo Recipient.collective Leader.for_ Leader.before_leaving "
        "Item.min Item.may_drop Item.importance Item.stretch Gear.projector Gear.sacn Gear.to Gear.artnet "
        "Gear.priority Gear.universe Gear.obs Gear.midi Gear.in_ Gear.title"
    ),
    "caller mc crew stage f2 f3 report": "Leader.name",
    "caller mc crew stage": "Leader.arrives Leader.leaves Leader.id",
}
"""Every window in which a field comes out, and no other: a role's name is its snapshot, a key the console's
face, `report` and `check` are the commands, `signal` is what show control sends. How late an automatic cue
may be (`tolerance`) is told by what becomes of the cue, flowers and photo by the steps of the round, a
collective by how it is called, what waits for a leader by its id, what gives way when the show is late by the
chair's page and by the ways back; all of them by `show --json`."""

HEAD = "W-speech " * 5 + "W-speech…"
"""Of the text that is read."""
SAID: dict[str, tuple[tuple[str, object], ...]] = {
    "ItemForm.start": (("planned_start", "2030-10-16T07:21:00.000+07:00"),),
    "ItemForm.until": (("expected_end", "2030-10-16T09:17:00.000+07:00"),),
    "CueForm.standby": (("standby_at", "2030-10-16T07:21:08.000+07:00"),),
    "CueForm.at": (("expected_at", "2030-10-16T07:21:31.000+07:00"),),
    "CueForm.pre_wait": (("wait_s", 2),),
    "ItemForm.text": (("head", HEAD),),
}
"""How a picture says what the file says in other words."""

READ: dict[str, str] = {
    "SessionForm.start": "07:11",
    "SessionForm.hard_out": "11:13",
    "ItemForm.number": "17b",
    "ItemForm.start": "07:21",
    "ItemForm.until": "09:17",
    "ItemForm.duration": "12'",
    "ItemForm.protected": "◆",
    "ItemForm.optional": "nếu có",
    "ItemForm.also": "W-also",
    "HandinForm.due": "9/10/2020",
    "HandinForm.received": "9/10/2020",
    "SignalForm.osc": "port=53001",
    "SignalForm.http": "port=8011",
    "SignalForm.method": "PUT",
    "SignalForm.headers": "b'W-head'",
    "SignalForm.address": "/w/address",
    "SignalForm.on": "ITEM_STARTED",
    "SignalForm.id": "sig-w",
    "SignalForm.item": "item_id='i1'",
    "SignalForm.kind": "kind='paper'",
    "SignalForm.cue": "cue_id='c1'",
    "SignalForm.gear": "w-projector",
    "SignalForm.do": "ProjectorDo.BLANK",
    "SignalForm.levels": "first=271, last=274, percent=71.0",
    "SignalForm.fade": "fade_for=datetime.timedelta(seconds=6)",
    "SignalForm.visible": "visible=False",
    "SignalForm.stream": "Stream(run=<StartStop.START",
    "SignalForm.record": "Recording(run=<StartStop.STOP",
    "SignalForm.note": "note=61",
    "SignalForm.velocity": "velocity=99",
    "SignalForm.channel": "channel=9",
    "SignalForm.program": "program=62",
    "SignalForm.control": "control=63, value=64",
    "SignalForm.mtc": "Timecode(hour=2, minute=4, second=8, frame=16)",
    "SignalForm.rate": "rate=<Rate.FILM",
    "MscForm.go": "cue='265'",
    "MscForm.list": "cue_list='266'",
    "MscForm.device": "device=67",
    "MscForm.stop": "cue='275'",
    "MscForm.all_off": "command=<MscCommand.ALL_OFF",
    "MscForm.resume": "cue='276'",
    "TrackForm.file": "w.wav",
    "ItemForm.text": "W-speech",
}
"""What a person reads of a field that is no word of its own."""


async def test_every_field_comes_out_in_the_hall(venue: Venue, capsys: pytest.CaptureFixture[str]) -> None:
    (venue.path / "W-text.txt").write_text("W-speech " * 500, encoding="utf-8")
    it = hall_for(venue, read_text(venue.path, AGENDA.replace("sessions:\n", PHOTO, 1)))
    facts: dict[str, set[tuple[str, object]]] = {role.value: set() for role in Role}
    texts: dict[str, str] = dict.fromkeys(FACES, "")
    async with desk(it, (200, 60)) as at:
        with served(at.engine) as hall:
            cookies = {role: hall.joined(role) for role in Role}

            async def look() -> None:
                for role, cookie in cookies.items():
                    facts[role.value] |= set(told(hall.ask("GET", "/api/snapshot", cookie=cookie).json))
                for face in FACES:
                    await at.press(face)
                    texts[face] += at.screen

            at.engine.ask(c.ReportSound(came()), "player").result(5)
            await look()
            it.hand.move(timedelta(minutes=22, seconds=30))
            at.engine.ask(c.Start(sure=True)).result(5)
            it.hand.move(timedelta(seconds=32))
            await at.until(lambda now: now.cues[0].gone_at is not None)
            await look()
            at.engine.ask(c.End(sure=True)).result(5)
        texts["signal"] = "\n".join(sent(at.engine, entry) for entry in at.engine.log)
    texts["report"] = printed(capsys, "report", str(it.show.folder))
    facts["report"] = set(told(json.loads(printed(capsys, "report", str(it.show.folder), "--json"))))
    late = AGENDA.replace("due: 9/10/2030, received: true", "due: 9/10/2020, received: false")
    texts["check"] = printed(capsys, "check", str(written(venue.path, late)))
    found = {field: windows(field, facts, texts) for field in SHOWN}
    assert found == {
        field.replace(".", "Form.", 1): where
        for where, fields in COMES_OUT.items()
        for field in fields.split()
    }


def windows(field: str, facts: dict[str, set[tuple[str, object]]], texts: dict[str, str]) -> str:
    """Every window in which the field comes out."""
    key, value = SHOWN[field]
    pairs = SAID.get(field, ((key, value),))
    word = READ.get(field, value if isinstance(value, str) and value.startswith("W-") else None)
    found = [
        name
        for name, pictured in facts.items()
        if pictured & set(pairs) or (word is not None and word in {one for _, one in pictured})
    ]
    found += [name for name, text in texts.items() if word is not None and word in text and name not in found]
    return " ".join(found)


def sent(engine: Engine, entry: Entry) -> str:
    """What show control sends of an entry, and how the record names it."""
    said = []
    for fired in signals_of(engine.show.state, entry):
        send = fired.signal.send
        if not isinstance(send, Osc | Http):
            said.append(f"{fired.signal}")
            continue
        values = values_of(whole_values(engine.latest, HALL_TIME), engine.latest, fired, HALL_TIME)
        said.append(f"{fired.signal} {target_of(send)} {message(send, values)}")
    return "\n".join(said)


@contextmanager
def served(engine: Engine) -> Iterator[Hall]:
    server = HallServer(engine, access := Access(), port=0, tz=HALL_TIME, language=Language.VI)
    standing = server.start().result(10)
    assert isinstance(standing, Listening)
    yield Hall(engine, access, server, standing.port)
    server.stop().result(10)


def written(folder: Path, text: str) -> Path:
    path = folder / "agenda.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def read_text(folder: Path, text: str) -> Agenda:
    read = read_agenda(written(folder, text), tz=HALL_TIME, today=date(2030, 10, 16), language=Language.VI)
    assert read.agenda is not None
    return read.agenda


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    capsys.readouterr()
    main(arguments, {**os.environ})
    return capsys.readouterr().out
