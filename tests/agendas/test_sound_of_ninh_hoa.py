"""Ninh Hòa 2020 with its music, from the doors to the closing: what was heard is what the agenda says.

The plan names the music and nobody has handed in a file; here the files are made, a second long each. The
player plays them in real time, and between two calls the show's clock is put forward.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from runofshow.agenda_file.reader import read_agenda
from runofshow.core import events as e
from runofshow.core import sound_events as s
from runofshow.core.agenda import Action, Agenda, Cue, Role, Track
from runofshow.core.commands import Advance, End, FadeSound, Go, PlayTrack, Start
from runofshow.core.running_order import running_order
from runofshow.core.snapshot import CallCue, CueRow, Phase
from runofshow.core.sound import EndedWhy
from runofshow.players.finding import mpv_at
from tests.players.halls import Hall, Machine, hall
from tests.players.hearing import tone
from tests.web.pace import lateness

MPV = mpv_at(os.environ, sys.platform, Path(sys.executable).parent)
pytestmark = pytest.mark.skipif(MPV is None, reason="mpv is not installed")

PLAN = Path(__file__).resolve().parents[2] / "agendas" / "ninh-hoa-2020.yaml"

LENGTHS = {
    "reception": 5.0,
    "act_1": 1.2,
    "act_2": 0.9,
    "act_3": 1.5,
    "call_up": 0.7,
    "clip": 2.0,
    "award_bed": 1.1,
    "march": 0.8,
    "closing": 1.4,
}
"""Seconds of what is handed in for each track."""

HANDED_IN = """
  - {id: reception, title: Nhạc đón khách, file: reception.wav, loop: true}
  - {id: act_1, title: Nhạc tiết mục 1, file: act_1.wav}
  - {id: act_2, title: Nhạc tiết mục 2, file: act_2.wav}
  - {id: act_3, title: Nhạc tiết mục 3, file: act_3.wav}
  - {id: call_up, title: Nhạc mời lên, file: call_up.wav}
  - {id: march, title: Nhạc hành khúc, file: march.wav}
  - {id: closing, title: Nhạc bế mạc, file: closing.wav}
"""

OF_AN_ACT = """
        cues:
          - {{to: music, do: play, track: act_{number}, at: start + 20s}}
"""
OF_THE_CLIP = """
    cues:
      - {to: music, do: stop, text: Tắt mọi nhạc khác, at: start + 10s}
      - {to: music, do: play, track: clip, at: start + 15s, pre_wait: 1.5s}
"""

SECOND = timedelta(seconds=1)
TENTH = timedelta(seconds=0.1)
STEP = 1.5
"""Seconds that the clock is put forward at a time; from two on the machine would have stalled."""


def with_music(folder: Path) -> Agenda:
    """The founding plan, with the files that are handed in and the cues of what they are for."""
    text = PLAN.read_text(encoding="utf-8")
    for name in ("award_bed", "clip"):
        loop = "\n    loop: true" if name == "award_bed" else ""
        text = text.replace(f"  - id: {name}\n", f"  - id: {name}\n    file: {name}.wav{loop}\n")
    text = text.replace("items:\n", HANDED_IN.lstrip("\n") + "items:\n", 1)
    for number in (1, 2, 3):
        act = f"      - title: Tiết mục {number}\n        kind: performance\n"
        assert act in text
        text = text.replace(act, act.rstrip() + OF_AN_ACT.format(number=number))
    text = text.replace("    kind: video\n", "    kind: video" + OF_THE_CLIP)
    (folder / "agenda.yaml").write_text(text, encoding="utf-8")
    for track_id, seconds in LENGTHS.items():
        tone(folder / f"{track_id}.wav", seconds)
    reading = read_agenda(folder / "agenda.yaml", tz=UTC, today=date(2020, 3, 1))
    assert reading.agenda is not None, reading.errors
    return reading.agenda


def put_forward(it: Hall, moment: datetime) -> None:
    """Let the show's clock come to `moment`, looked at as often as it would be in the hall."""

    def steps() -> None:
        for _ in range(10):
            ahead = (moment - it.now).total_seconds()
            it.machine.forward += max(0.0, min(STEP, ahead))
            it.engine.show.tick()

    while it.now < moment:
        it.engine.call(steps).result(10)


@dataclass(frozen=True)
class Heard:
    """One track of the record, held against its call."""

    cue_id: str
    track_id: str
    after_call: timedelta
    """From the call to its beginning, its pre-wait taken off."""
    length: timedelta
    why: EndedWhy


def heard(it: Hall, agenda: Agenda) -> list[Heard]:
    """What was played for the cues, in the order of the record."""
    cues = running_order(agenda).cues
    found = []
    for began in (news for news in it.told(s.TrackBegan) if news.cue_id is not None):
        cue_id = str(began.cue_id)
        (called,) = it.told(e.CueGone, cue_id=cue_id)
        (ended,) = it.told(s.TrackEnded, cue_id=cue_id)
        late = began.at - called.at - cues[cue_id][0].pre_wait
        found.append(Heard(cue_id, began.track_id, late, ended.at - began.at, ended.why))
    return found


def music_of(agenda: Agenda) -> list[Cue]:
    """What the agenda has the player play, in calling order."""
    order = running_order(agenda)
    cues = (cue for place in order.rows for cue in order.calls.get(place.item.item_id, ()))
    return [cue for cue in cues if cue.to is Role.MUSIC and cue.do is Action.PLAY]


def call_next(it: Hall, tracks: dict[str | None, Track]) -> None:
    """Make the next call at its moment; hear out what it plays, unless that goes round."""
    call = it.picture.next_call
    if not isinstance(call, CallCue):
        current = it.picture.current
        end = None if current is None else current.row.expected_end
        if end is not None:
            put_forward(it, end)
        before = {row.cue_id for row in it.picture.cues if row.gone_at is not None}
        it.do(Start() if current is None else Advance())
        for row in it.picture.cues:
            # what hangs on the first step of a batch begins with it
            if row.gone_at is not None and row.cue_id not in before:
                hear_out(it, row, tracks)
        return
    cue = call.cue
    # two presses of GO are a second apart
    put_forward(it, max(it.cue(cue.cue_id).expected_at or it.now, it.now + SECOND))
    if cue.to is Role.MUSIC and cue.do is Action.PLAY:
        it.wait_for(lambda: it.cue(cue.cue_id).armed)
    it.do(Go())
    hear_out(it, cue, tracks)


def hear_out(it: Hall, cue: CueRow, tracks: dict[str | None, Track]) -> None:
    """Wait for what a cue that was called does to the music."""
    if cue.to is not Role.MUSIC:
        return
    if cue.do is Action.FADE:
        it.wait_told(s.TrackEnded, track_id=cue.track)
    elif cue.do is Action.PLAY:
        it.wait_told(s.TrackBegan, cue_id=cue.cue_id)
        if not tracks[cue.track].loop:
            it.wait_told(s.TrackEnded, cue_id=cue.cue_id)


def test_from_the_doors_to_the_closing_what_is_heard_is_what_the_agenda_says(tmp_path: Path) -> None:
    agenda = with_music(tmp_path)
    tracks: dict[str | None, Track] = {track.track_id: track for track in agenda.tracks}
    machine = Machine()
    doors_at = agenda.sessions[0].start_at - timedelta(minutes=20)
    machine.forward = (doors_at - machine.sources().wall()).total_seconds()
    with lateness() as worst, hall(tmp_path, agenda, machine=machine) as it:
        it.wait_told(s.TrackMeasured, len(LENGTHS))
        # the doors: the programme has no reception, so its music is played by hand
        it.do(PlayTrack("reception"), by="music")
        it.wait_told(s.TrackBegan, track_id="reception")
        put_forward(it, agenda.sessions[0].start_at - timedelta(seconds=5))
        it.do(FadeSound(2 * SECOND, "reception"), by="music")
        assert it.wait_told(s.TrackEnded, track_id="reception").why is EndedWhy.FADE
        while it.picture.next_call is not None:
            call_next(it, tracks)
        put_forward(it, it.picture.session.expected_end)
        it.do(End())

        played = heard(it, agenda)
        wanted = music_of(agenda)
        assert [(one.cue_id, one.track_id) for one in played] == [
            (cue.cue_id, cue.track_id) for cue in wanted
        ]
        assert {cue.track_id for cue in wanted} == set(LENGTHS) - {"reception"}
        for one in played:
            print(one)
        # what comes late to a nap comes late to a call too: that is the machine's, and not the player's
        soon = TENTH + timedelta(seconds=worst())
        assert max(abs(one.after_call) for one in played) < soon
        by_itself = [one for one in played if not tracks[one.track_id].loop]
        assert {one.why for one in by_itself} == {EndedWhy.END}
        off_by = [one.length - timedelta(seconds=LENGTHS[one.track_id]) for one in by_itself]
        assert max(map(abs, off_by)) < soon
        (bed,) = (one for one in played if tracks[one.track_id].loop)
        (fade,) = (
            cue
            for cue, _ in running_order(agenda).cues.values()
            if cue.track_id == "award_bed" and cue.do is Action.FADE
        )
        assert bed.why is EndedWhy.FADE
        silent_after = it.told(s.TrackEnded, track_id="award_bed")[0].at - it.went_at(fade.cue_id)
        assert abs(silent_after - fade.fade) < soon
        print("the machine came late by", worst(), "at most")
        print("begun at most", max(one.after_call for one in played), "after the call")
        print("lengths off by", min(off_by), "to", max(off_by), "; faded off by", silent_after - fade.fade)
        assert it.picture.phase is Phase.ENDED
        # put forward on a busy machine, the clock comes two seconds further between two looks
        assert set(it.alarms) <= {"stalled"}
        assert not it.told(s.TrackFailed)
        assert not it.told(e.CueMissed)
