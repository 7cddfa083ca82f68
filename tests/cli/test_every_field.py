"""Every field of the agenda file comes out where people and programs read the plan."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from runofshow.agenda_file.form import FORMS
from runofshow.cli import main

HASH = "a" * 63 + "1"

AGENDA = f"""\
title: W-title
organiser: W-organiser
basis: W-basis
rite: plain
venue: W-venue
tentative: true
period: {{text: W-period, from: 15/10/2030, to: 17/10/2030}}
delegates: W-delegates
chair_panel: [W-chair]
leaders: [{{name: W-leader, arrives: 7h20, for: i1, leaves: 11h09, before_leaving: [i1],
    id: W-first-row}}]
address: ông/bà
crew: {{caller: W-c1, mc: W-c2, music: W-c3, lights: W-c4, screen: W-c5, crew: W-c6, stage: W-c7}}
backdrop: W-backdrop
decoration: W-decoration
notes: W-notes
duties: [{{what: W-what, by: W-owes, due: 20/10/2030, when: before, done: 19/10/2030}}]
tracks:
- {{id: t1, title: W-track, file: w.wav, mark: clip, loop: true, volume: 77, start: 1s, end: 41s, fade_in: 3s,
    fade_out: 7s, length: 43s, layer: sting, sha256: {HASH}}}
- {{id: t2, title: W-band, live: true}}
timecode: {{from: ltc, rate: 29.97df, device: W-device}}
gear:
  w-projector: {{projector: "192.168.7.1:4353", title: W-gear}}
  w-lights: {{sacn: 268, to: 192.168.7.2, priority: 117}}
  w-artnet: {{artnet: 192.168.7.3, universe: 269}}
  w-obs: {{obs: "192.168.7.4:4456"}}
  w-midi: {{midi: W-port, in: {{note 77: go}}}}
signals:
- {{on: item_started, gear: w-projector, do: blank}}
- {{on: item_started, gear: w-lights, levels: {{271-274: 71}}, fade: 6s}}
- {{on: item_started, gear: w-obs, source: W-source, visible: false, scene: W-scene}}
- {{on: item_started, gear: w-obs, stream: start}}
- {{on: item_started, gear: w-obs, record: stop}}
- {{on: item_started, gear: w-midi, note: 61, velocity: 99, channel: 9}}
- {{on: item_started, gear: w-midi, program: 62}}
- {{on: item_started, gear: w-midi, control: [63, 64]}}
- {{on: item_started, gear: w-midi, msc: {{go: "265", list: "266", device: 67}}}}
- {{on: item_started, gear: w-midi, msc: {{stop: "275"}}}}
- {{on: item_started, gear: w-midi, msc: {{resume: "276"}}}}
- {{on: item_started, gear: w-midi, msc: {{all_off: true}}, id: sig-off}}
- {{on: item_started, gear: w-midi, mtc: 02:04:08:16, rate: 24, id: sig-mtc}}
- {{on: item_started, item: i1, kind: paper, osc: "127.0.0.1:53001", address: /w/address, args: [W-arg],
    title: W-signal, id: sig-w}}
- {{on: cue_gone, cue: c1, http: "http://127.0.0.1:8011/w", method: PUT, body: W-body,
    headers: {{X-W: W-head}}, expect: W-yes, expect_not: W-no}}
sessions:
- title: W-session
  date: 16/10/2030
  start: 7h11
  hard_out: 11h13
  items:
  - title: W-item
    kind: paper
    id: i1
    number: "17b"
    also: [photo]
    by: W-by
    duration: 12'
    start: 7h21
    protected: true
    clock: up_soft
    optional: true
    min: 8'
    may_drop: false
    importance: 2
    stretch: 14'
    mc: W-words
    notes: W-item-notes
    backdrop: W-item-backdrop
    handin: {{due: 9/10/2030, received: true}}
    text: W-text.txt
    award: {{decision: W-decision, reader: W-reader, form: W-form, level: unit,
      presenter: W-presenter, recipients: [W-recipient, {{name: W-name, unit: W-unit, post: W-post,
      address: W-address, said: W-said, note: W-remark, collective: false, posthumous: true,
      proxy: W-proxy, id: W-id}}, {{name: W-zero, absent: true}}],
      called_before_reading: true, flowers: true, photo: false, on_display: true}}
    cues:
    - {{to: music, do: play, track: t1, text: W-cue, at: start + 31s, standby: 23s, go: auto,
        tolerance: 9s, fade: 4s, pre_wait: 2s, id: c1}}
  - {{title: W-break, kind: break, until: 9h17}}
  - title: W-heading
    kind: paper
    parts: [{{title: W-part, kind: paper}}]
"""

SHOWN: dict[str, tuple[str, object]] = {
    **{f"AgendaForm.{key}": (key, f"W-{key}") for key in ("title", "organiser", "venue", "delegates")},
    **{f"AgendaForm.{key}": (key, f"W-{key}") for key in ("backdrop", "decoration", "notes")},
    "AgendaForm.basis": ("basis", "W-basis"),
    "AgendaForm.rite": ("rite", "plain"),
    "AgendaForm.tentative": ("tentative", True),
    "AgendaForm.chair_panel": ("chair_panel", "W-chair"),
    "PeriodForm.text": ("date_text", "W-period"),
    "PeriodForm.from_": ("from", "2030-10-15"),
    "PeriodForm.to": ("to", "2030-10-17"),
    **{
        f"CrewForm.{role}": (role, f"W-c{number}")
        for number, role in enumerate(("caller", "mc", "music", "lights", "screen", "crew", "stage"), 1)
    },
    "DutyForm.what": ("what", "W-what"),
    "DutyForm.by": ("by", "W-owes"),
    "DutyForm.due": ("due", "2030-10-20"),
    "DutyForm.when": ("when", "before"),
    "DutyForm.done": ("done", "2030-10-19"),
    "TrackForm.id": ("track_id", "t1"),
    "TrackForm.title": ("title", "W-track"),
    "TrackForm.file": ("file", "w.wav"),
    "TrackForm.mark": ("mark", "clip"),
    "TrackForm.loop": ("loop", True),
    "TrackForm.volume": ("volume", 77),
    "TrackForm.start": ("start_s", 1),
    "TrackForm.end": ("end_s", 41),
    "TrackForm.fade_in": ("fade_in_s", 3),
    "TrackForm.fade_out": ("fade_out_s", 7),
    "TrackForm.length": ("length_s", 43),
    "TrackForm.layer": ("layer", "sting"),
    "TrackForm.sha256": ("sha256", HASH),
    "TrackForm.live": ("live", True),
    "SignalForm.on": ("on", "item_started"),
    "SignalForm.item": ("item", "i1"),
    "SignalForm.kind": ("kind", "paper"),
    "SignalForm.cue": ("cue", "c1"),
    "SignalForm.osc": ("osc", "127.0.0.1:53001"),
    "SignalForm.address": ("address", "/w/address"),
    "SignalForm.args": ("args", "W-arg"),
    "SignalForm.http": ("http", "http://127.0.0.1:8011/w"),
    "SignalForm.method": ("method", "PUT"),
    "SignalForm.body": ("body", "W-body"),
    "SignalForm.headers": ("X-W", "W-head"),
    "SignalForm.expect": ("expect", "W-yes"),
    "SignalForm.expect_not": ("expect_not", "W-no"),
    "SignalForm.title": ("title", "W-signal"),
    "SignalForm.id": ("id", "sig-w"),
    "TimecodeForm.from_": ("by", "ltc"),
    "TimecodeForm.rate": ("rate", "29.97df"),
    "TimecodeForm.device": ("device", "W-device"),
    "SignalForm.gear": ("gear", "w-projector"),
    "SignalForm.do": ("do", "blank"),
    "SignalForm.levels": ("271-274", 71),
    "SignalForm.fade": ("fade", "6s"),
    "SignalForm.scene": ("scene", "W-scene"),
    "SignalForm.source": ("source", "W-source"),
    "SignalForm.visible": ("visible", False),
    "SignalForm.stream": ("stream", "start"),
    "SignalForm.record": ("record", "stop"),
    "SignalForm.note": ("note", 61),
    "SignalForm.velocity": ("velocity", 99),
    "SignalForm.mtc": ("mtc", "02:04:08:16"),
    "SignalForm.rate": ("rate", "24"),
    "SignalForm.channel": ("channel", 9),
    "SignalForm.program": ("program", 62),
    "SignalForm.control": ("control", 63),
    "MscForm.go": ("go", "265"),
    "MscForm.list": ("list", "266"),
    "MscForm.device": ("device", 67),
    "MscForm.stop": ("stop", "275"),
    "MscForm.all_off": ("all_off", True),
    "MscForm.resume": ("resume", "276"),
    "GearForm.projector": ("projector", "192.168.7.1:4353"),
    "GearForm.title": ("title", "W-gear"),
    "GearForm.sacn": ("sacn", 268),
    "GearForm.priority": ("priority", 117),
    "GearForm.to": ("to", "192.168.7.2"),
    "GearForm.artnet": ("artnet", "192.168.7.3"),
    "GearForm.universe": ("universe", 269),
    "GearForm.obs": ("obs", "192.168.7.4:4456"),
    "GearForm.midi": ("midi", "W-port"),
    "GearForm.in_": ("note 77", "go"),
    "SessionForm.title": ("title", "W-session"),
    "SessionForm.date": ("start", "2030-10-16T07:11:00.000+07:00"),
    "SessionForm.start": ("start", "2030-10-16T07:11:00.000+07:00"),
    "SessionForm.hard_out": ("hard_out", "2030-10-16T11:13:00.000+07:00"),
    "ItemForm.title": ("title", "W-item"),
    "ItemForm.kind": ("kind", "paper"),
    "ItemForm.id": ("item_id", "i1"),
    "ItemForm.number": ("number", "17b"),
    "ItemForm.also": ("also", "photo"),
    "ItemForm.by": ("by", "W-by"),
    "ItemForm.duration": ("planned_s", 720),
    "ItemForm.start": ("fixed_start", "2030-10-16T07:21:00.000+07:00"),
    "ItemForm.until": ("until", "2030-10-16T09:17:00.000+07:00"),
    "ItemForm.protected": ("protected", True),
    "ItemForm.clock": ("clock", "up_soft"),
    "ItemForm.optional": ("optional", True),
    "ItemForm.min": ("min_s", 480),
    "ItemForm.may_drop": ("may_drop", False),
    "ItemForm.importance": ("importance", 2),
    "ItemForm.stretch": ("stretch_s", 840),
    "ItemForm.mc": ("mc", "W-words"),
    "ItemForm.notes": ("notes", "W-item-notes"),
    "ItemForm.backdrop": ("backdrop", "W-item-backdrop"),
    "ItemForm.text": ("file", "W-text.txt"),
    "ItemForm.parts": ("title", "W-part"),
    "HandinForm.due": ("due", "2030-10-09"),
    "HandinForm.received": ("received", True),
    "AwardForm.decision": ("decision", "W-decision"),
    "AwardForm.reader": ("reader", "W-reader"),
    "AwardForm.form": ("form", "W-form"),
    "AwardForm.level": ("level", "unit"),
    "AwardForm.presenter": ("presenter", "W-presenter"),
    "AwardForm.called_before_reading": ("called_before_reading", True),
    "AwardForm.flowers": ("flowers", True),
    "AwardForm.photo": ("photo", False),
    "AwardForm.on_display": ("on_display", True),
    **{f"RecipientForm.{key}": (key, f"W-{key}") for key in ("name", "unit", "post", "address", "said")},
    "RecipientForm.proxy": ("proxy", "W-proxy"),
    "RecipientForm.note": ("note", "W-remark"),
    "RecipientForm.id": ("recipient_id", "W-id"),
    "RecipientForm.collective": ("collective", False),
    "AgendaForm.address": ("address", "formal"),
    "LeaderForm.name": ("name", "W-leader"),
    "LeaderForm.arrives": ("arrives_at", "2030-10-16T07:20:00.000+07:00"),
    "LeaderForm.for_": ("awaited_by", "i1"),
    "LeaderForm.leaves": ("leaves_at", "2030-10-16T11:09:00.000+07:00"),
    "LeaderForm.before_leaving": ("before_leaving", "i1"),
    "LeaderForm.id": ("leader_id", "W-first-row"),
    "RecipientForm.posthumous": ("posthumous", True),
    "RecipientForm.absent": ("absent", True),
    "CueForm.to": ("to", "music"),
    "CueForm.do": ("do", "play"),
    "CueForm.track": ("track", "t1"),
    "CueForm.text": ("text", "W-cue"),
    "CueForm.at": ("at", "start + 31s"),
    "CueForm.standby": ("standby_s", 23),
    "CueForm.go": ("go", "auto"),
    "CueForm.tolerance": ("tolerance_s", 9),
    "CueForm.fade": ("fade_s", 4),
    "CueForm.pre_wait": ("pre_wait_s", 2),
    "CueForm.id": ("cue_id", "c1"),
}
"""Where each field stands in `show --json`: its key there and its value."""

OF_CHECK = {
    f"{form}.{key}" for form in ("AgendaForm", "SessionForm", "ItemForm") for key in ("guessed", "doubts")
}
"""What is of the paper and not of the show: `check` tells it."""

HOLDERS = {
    *(
        f"AgendaForm.{key}"
        for key in ("period", "crew", "tracks", "signals", "timecode", "sessions", "duties")
    ),
    *("SessionForm.items", "ItemForm.handin", "ItemForm.award", "ItemForm.cues"),
    # what an award's parts and names are made of
    *("AwardForm.batch", "AwardForm.recipients", "AwardForm.listed", "AgendaForm.leaders"),
    *("AgendaForm.gear", "SignalForm.msc"),
    # of a single session instead of `sessions`; they are a session's own
    *("AgendaForm.date", "AgendaForm.start", "AgendaForm.hard_out", "AgendaForm.items"),
}
"""What holds other fields and says nothing by itself."""


def told(value: Any, key: str = "") -> Iterator[tuple[str, object]]:
    match value:
        case dict():
            for name, inner in value.items():
                yield from told(inner, name)
        case list():
            for inner in value:
                yield from told(inner, key)
        case _:
            yield key, value


@pytest.fixture
def agenda(tmp_path: Path) -> str:
    path = tmp_path / "agenda.yaml"
    path.write_text(AGENDA, encoding="utf-8")
    return str(path)


def test_the_walk_knows_every_field_of_the_format() -> None:
    every = {f"{form.__name__}.{name}" for form in FORMS for name in form.__struct_fields__}
    assert every == SHOWN.keys() | OF_CHECK | HOLDERS


def test_every_field_comes_out_of_show_as_json(
    agenda: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Asia/Ho_Chi_Minh")
    assert main(("show", agenda, "--json"), {**os.environ}) == 0
    found = set(told(json.loads(capsys.readouterr().out)))
    assert {name: shown for name, shown in SHOWN.items() if shown not in found} == {}


def test_what_is_said_of_the_whole_conference_is_printed_for_people(
    agenda: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(("show", agenda), {**os.environ}) == 0
    printed = capsys.readouterr().out
    wanted = ("delegates", "chair", "backdrop", "decoration", "notes", "what", "owes", "period", "organiser")
    assert [name for name in wanted if f"W-{name}" not in printed] == []
    assert [number for number in range(1, 8) if f"W-c{number}" not in printed] == []
    assert "hạn 20/10/2030" in printed
