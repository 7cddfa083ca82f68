"""The full example uses everything the format has, with sounds that its script makes."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import wave
from datetime import UTC, date
from itertools import pairwise
from pathlib import Path

import pytest
from msgspec import Struct
from msgspec.structs import asdict

from runofshow.agenda_file.complaint import Reporter
from runofshow.agenda_file.fitting import keys
from runofshow.agenda_file.form import FORMS, AgendaForm
from runofshow.agenda_file.reader import read_agenda
from runofshow.agenda_file.shape import read_form
from runofshow.agenda_file.tree import read_tree
from runofshow.core.agenda import (
    CUE_ROLES,
    Action,
    AfterCue,
    Agenda,
    Anchor,
    AtStart,
    AtTimecode,
    BeforeEnd,
    Cue,
    GoMode,
    Layer,
    OnWord,
    Role,
    TrackMark,
)
from runofshow.core.signal import Http, Osc

ROOT = Path(__file__).resolve().parent.parent.parent
FULL = ROOT / "agendas" / "full-example.yaml"
SOUNDS = ROOT / "agendas" / "sounds"
BEFORE_ITS_DEADLINES = date(2026, 1, 1)

OTHER_WAY = {"date", "start", "hard_out", "items"}
"""Keys of the top that cannot stand beside `period` and `sessions`; a comment of the file tells of them."""


OF_AN_IMPORT = {"guessed", "doubts"}
"""Keys of what is not settled yet; a comment of the file tells of them too."""


OF_A_LONG_LIST = {"batch": "batch", "listed": "list"}
"""Keys of an award that is divided or listed elsewhere, by their fields; a comment tells of them, and
khen-thuong/ shows them."""


def form_of(path: Path) -> AgendaForm:
    report = Reporter(path.name)
    root, wrong = read_tree(path.read_text(encoding="utf-8"), report)
    assert root is not None, wrong
    form, wrong = read_form(root, report)
    assert form is not None, wrong
    return form


def keys_in_use(form: Struct) -> set[tuple[str, str]]:
    """Each key that is written somewhere in `form`, with the form it belongs to."""
    used = set()
    for name, value in asdict(form).items():
        if value is not None:
            used.add((type(form).__name__, name))
        within = [*value.values()] if isinstance(value, dict) else [value]
        for each in value if isinstance(value, list) else within:
            if isinstance(each, Struct):
                used |= keys_in_use(each)
    return used


def keys_of_the_format() -> set[tuple[str, str]]:
    """Each key of each form."""
    return {(form.__name__, key.field) for form in FORMS for key in keys(form).values()}


@pytest.fixture(scope="module")
def agenda() -> Agenda:
    reading = read_agenda(FULL, tz=UTC, today=BEFORE_ITS_DEADLINES)
    assert reading.complaints == ()
    assert reading.agenda is not None
    return reading.agenda


def all_cues(agenda: Agenda) -> list[Cue]:
    items = [item for session in agenda.sessions for item in session.items]
    return [cue for item in items for each in (item, *item.parts) for cue in each.cues]


def test_every_key_of_the_format_is_used() -> None:
    format_keys = keys_of_the_format()
    assert {model for model, _ in format_keys} >= {
        "AgendaForm",
        "SessionForm",
        "ItemForm",
        "CueForm",
        "AwardForm",
    }
    assert format_keys - keys_in_use(form_of(FULL)) == {
        *(("AgendaForm", key) for key in OTHER_WAY),
        *((form, key) for form in ("AgendaForm", "SessionForm", "ItemForm") for key in OF_AN_IMPORT),
        *(("AwardForm", key) for key in OF_A_LONG_LIST),
    }


def test_the_other_way_to_write_a_key_is_told_in_its_comments() -> None:
    comments = " ".join(re.findall(r"^\s*#(.*)$", FULL.read_text(encoding="utf-8"), re.MULTILINE))
    told = set(re.findall(r'"(\w+)', comments))
    assert told >= OTHER_WAY | OF_AN_IMPORT | set(OF_A_LONG_LIST.values())


def test_the_walk_misses_what_a_plain_plan_leaves_out() -> None:
    missing = keys_of_the_format() - keys_in_use(form_of(ROOT / "agendas" / "ninh-hoa-2020.yaml"))
    assert {("AgendaForm", "sessions"), ("CueForm", "tolerance"), ("AwardForm", "recipients")} <= missing


def test_two_sessions_start_and_end_on_the_clock(agenda: Agenda) -> None:
    assert [session.start_assumed for session in agenda.sessions] == [False, False]
    for session in agenda.sessions:
        assert session.hard_out is not None
        assert session.hard_out > session.start_at
        assert any(item.fixed_start for item in session.items[1:])
    assert all(one.hard_out and one.hard_out <= next_.start_at for one, next_ in pairwise(agenda.sessions))


def test_a_break_ends_at_a_clock_time(agenda: Agenda) -> None:
    (break_,) = [item for session in agenda.sessions for item in session.items if item.kind == "break"]
    assert break_.until is not None


def test_cues_hang_on_every_kind_of_moment_for_every_hand(agenda: Agenda) -> None:
    cues = [cue for cue in all_cues(agenda) if not cue.assumed]
    moments: set[type[Anchor]] = {type(cue.at) for cue in cues}
    assert moments == {AtStart, AtTimecode, BeforeEnd, OnWord, AfterCue}
    assert any(isinstance(cue.at, AtStart) and cue.at.after for cue in cues)
    assert {cue.to for cue in cues} == set(CUE_ROLES)
    assert {cue.do for cue in cues} == set(Action)
    assert {cue.go for cue in cues} == set(GoMode)
    assert any(
        cue.go is GoMode.AUTO and cue.tolerance != Cue("", Role.MC, Action.SAY, "").tolerance for cue in cues
    )


def test_papers_are_handed_in_and_not(agenda: Agenda) -> None:
    papers = [part for session in agenda.sessions for item in session.items for part in item.parts]
    assert {paper.handin.received for paper in papers if paper.handin} == {True, False}


def test_awards_come_in_batches_and_one_is_called_up_before_the_reading(agenda: Agenda) -> None:
    batches = [
        part.award
        for session in agenda.sessions
        for item in session.items
        for part in item.parts
        if item.kind == "award"
    ]
    assert len(batches) == 3
    assert all(batch and batch.decision and batch.presenter and batch.recipients for batch in batches)
    assert [bool(batch.called_before_reading) for batch in batches if batch] == [True, False, False]


def test_both_anthems_are_loaded_and_cannot_be_confused(agenda: Agenda) -> None:
    marks = [track.mark for track in agenda.tracks]
    assert set(marks) == set(TrackMark)
    assert marks.count(TrackMark.ANTHEM_WITH_WORDS) == marks.count(TrackMark.ANTHEM_WITHOUT_WORDS) == 1
    (salute,) = [item for session in agenda.sessions for item in session.items if item.kind == "flag_salute"]
    marked = {track.track_id: track.mark for track in agenda.tracks}
    played = [marked[cue.track_id] for cue in salute.cues if cue.track_id]
    assert played == [TrackMark.ANTHEM_WITHOUT_WORDS]


def test_each_anthem_is_bound_to_its_own_recording(agenda: Agenda) -> None:
    bound = {track.file: track.sha256 for track in agenda.tracks if track.sha256}
    files = {f"sounds/{path.name}": path.read_bytes() for path in SOUNDS.glob("quoc-ca-*.wav")}
    assert bound == {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    assert len(set(bound.values())) == 2


def test_music_crosses_follows_waits_and_sounds_over(agenda: Agenda) -> None:
    plays = {cue.cue_id: cue for cue in all_cues(agenda) if cue.do is Action.PLAY}
    assert [plays[name].fade.seconds for name in plays if plays[name].fade] == [5]
    assert [cue.pre_wait.total_seconds() for cue in plays.values() if cue.pre_wait] == [1.5]
    assert [track.track_id for track in agenda.tracks if track.layer is Layer.STING] == ["bell"]
    follows = [cue for cue in all_cues(agenda) if isinstance(cue.at, AfterCue)]
    assert {cue.to for cue in follows} == {Role.MC, Role.MUSIC, Role.CREW}
    assert all(isinstance(cue.at, AfterCue) and cue.at.cue_id in plays for cue in follows)


def test_gear_on_this_machine_is_told_by_osc_and_http(agenda: Agenda) -> None:
    told = [signal.send for signal in agenda.signals]
    assert [(send.host, send.port) for send in told if isinstance(send, Osc)] == [
        ("127.0.0.1", 53000),
        ("127.0.0.1", 9000),
    ]
    assert [send.method for send in told if isinstance(send, Http)] == ["POST", "POST", "PUT"]
    assert {type(arg) for send in told if isinstance(send, Osc) for arg in send.args} == {
        str,
        int,
        float,
    }
    assert [(send.expect, send.expect_not) for send in told if isinstance(send, Http) and send.expect] == [
        ("<methodResponse>", "<fault>")
    ]


def test_every_role_is_held_and_duties_are_owed_at_all_times(agenda: Agenda) -> None:
    assert {role for role, _ in agenda.crew} == {*CUE_ROLES, Role.CALLER, Role.STAGE}
    assert {duty.when for duty in agenda.duties} == {"before", "day", "after"}


def test_protection_and_clock_are_overridden_once_each() -> None:
    form = form_of(FULL)
    items = [item for session in form.sessions or [] for item in session.items]
    assert any(item.protected is True and item.kind == "discussion" for item in items)
    assert {item.kind for item in items if item.clock} == {"discussion", "reply"}


# Its sounds


def test_the_sounds_are_the_very_bytes_their_script_makes(tmp_path: Path) -> None:
    subprocess.run([sys.executable, ROOT / "scripts" / "sounds", tmp_path], check=True, timeout=60)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert made == {path.name: path.read_bytes() for path in SOUNDS.iterdir()}


def test_every_sound_is_a_few_seconds_of_a_small_file(agenda: Agenda) -> None:
    for path in SOUNDS.iterdir():
        assert path.stat().st_size < 60_000
        with wave.open(str(path)) as sound:
            assert (sound.getnchannels(), sound.getframerate()) == (1, 8000)
            assert 1 < sound.getnframes() / sound.getframerate() < 8
    assert {f"sounds/{path.name}" for path in SOUNDS.iterdir()} == {
        track.file for track in agenda.tracks if track.file
    }


def test_no_two_sounds_begin_alike() -> None:
    """They are told apart by ear within a second."""
    first_seconds = {path.read_bytes()[44 : 44 + 8000] for path in SOUNDS.iterdir()}
    assert len(first_seconds) == len(list(SOUNDS.iterdir()))


def test_the_folder_of_agendas_is_under_a_megabyte() -> None:
    assert sum(path.stat().st_size for path in (ROOT / "agendas").rglob("*") if path.is_file()) < 1_000_000
