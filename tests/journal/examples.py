"""Entries for the tests of the journal: any at all, and one of each kind for the golden file.

The golden file is a journal of version 1 that must stay readable. Its lines never change. After a new kind of
event, add an example of it at the end of `one_of_each` and run `python -m tests.journal.examples`, which
appends the lines that the file lacks.
"""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st
from msgspec import Struct

from runofshow.core import award_events as av
from runofshow.core import events as ev
from runofshow.core import session_events as ss
from runofshow.core import sound_events as sv
from runofshow.core import undo_events as uv
from runofshow.core.agenda import (
    Action,
    Agenda,
    AtStart,
    Award,
    BeforeEnd,
    ClockMode,
    Cue,
    Day,
    Duty,
    GoMode,
    Handin,
    Item,
    Leader,
    OnWord,
    Recipient,
    Role,
    Session,
    Step,
    Track,
    TrackMark,
)
from runofshow.core.award import listed
from runofshow.core.commands import ClockFault, Mode
from runofshow.core.image import Image
from runofshow.core.proposals.changes import EditItem, InsertItem, MoveItem, SkipItem, TimeForItem
from runofshow.core.proposals.events import EditsProposed, ProposalAnswered
from runofshow.core.record import CueRecord, Gone, Missed, Run, StoodDown
from runofshow.core.sound import Deck, EndedWhy, Fault
from runofshow.core.speech.script import Passage, Speech
from runofshow.core.term_events import BranchKept, TookOver
from runofshow.core.value import replace
from runofshow.core.vote import Vote
from runofshow.journal.line import encode, encode_header

READ = Speech("báo cáo.docx", (Passage(120, 1, "Kính thưa hội nghị!"), Passage(98, 2, "Hai là…")), True)
PROPOSED = (
    EditItem(
        "m1",
        title="Chào cờ, hát Quốc ca",
        by="",
        seconds=240.0,
        start=datetime(2020, 3, 27, 1, 5, tzinfo=UTC),
    ),
    InsertItem(
        "Tặng hoa", 180.0, "gift", after="m1", like=Item("", "", "Tặng hoa", "gift", timedelta(minutes=3))
    ),
    MoveItem("m2.1", before="m2.2"),
    SkipItem("m2.1"),
    TimeForItem("m1", -60.5),
)
PERSON = Recipient(
    "tam",
    "Ông Đinh Công Tâm",
    unit="Hợp tác xã Bến Xanh",
    post="Giám đốc",
    address="đồng chí",
    said="Đinh Công Tâm",
    note="đi cùng vợ",
    collective=False,
    posthumous=True,
    proxy="bà Lê Thị Sáu",
    absent=True,
)
GOLDEN = Path(__file__).with_name("golden") / "v1.journal"
OPENED = datetime(2020, 3, 27, 0, 55, tzinfo=UTC)


def at(minutes: float) -> datetime:
    """So many minutes after the show was opened."""
    return OPENED + timedelta(minutes=minutes)


def notes(count: int) -> list[ev.Entry]:
    """Entries 1 to `count`, small and different."""
    return [note(seq) for seq in range(1, count + 1)]


def note(seq: int) -> ev.Entry:
    text = f"Ghi chú số {seq}: đại biểu đến"
    return ev.Entry(seq, at(seq), "caller", "note", (ev.NoteTaken(text, at(seq), None),))


APART = tuple(encode(note(seq)).decode().rstrip() for seq in (61, 62))


def lines_of(entries: list[ev.Entry]) -> bytes:
    """A whole journal, as it stands in its file."""
    return b"".join([encode_header(), *(encode(entry) for entry in entries)])


def any_of(kind: object) -> st.SearchStrategy[Any]:
    """Any value of a type that the journal holds, so that no field of a new event goes untried."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in {Union, types.UnionType}:
        return st.one_of([any_of(each) for each in arguments])
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin is Mapping:
        return st.dictionaries(*map(any_of, arguments), max_size=2)
    if origin is tuple and arguments[-1] is not Ellipsis:
        return st.tuples(*map(any_of, arguments))
    if origin is tuple:
        # Short, and no parts of parts: an agenda is wide enough as it is.
        return st.just(()) if arguments[0] is Item else st.lists(any_of(arguments[0]), max_size=2).map(tuple)
    if isinstance(kind, type) and issubclass(kind, Struct):
        hints = get_type_hints(kind)
        if kind is Session:
            hints["items"] = Literal[()]
            return st.builds(
                Session, items=st.lists(any_of(Item), max_size=2).map(tuple), **_each(kind, "items")
            )
        return st.builds(kind, **_each(kind))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return st.sampled_from(list(kind))
    return _PLAIN[kind]


def _each(kind: type[Struct], *but: str) -> dict[str, st.SearchStrategy[Any]]:
    hints = get_type_hints(kind)
    return {
        name: st.tuples(any_of(Role), st.text(max_size=5)).map(lambda pair: (pair,))
        if name == "crew"
        else any_of(hints[name])
        for name in kind.__struct_fields__
        if name not in but
    }


_PLAIN: dict[object, st.SearchStrategy[Any]] = {
    str: st.text(max_size=12),
    int: st.integers(min_value=0, max_value=2**40),
    float: st.floats(allow_nan=False, allow_infinity=False),
    bool: st.booleans(),
    type(None): st.none(),
    date: st.dates(),
    datetime: st.datetimes(timezones=st.just(UTC)),
    timedelta: st.timedeltas(min_value=timedelta(days=-400), max_value=timedelta(days=400)),
}

entries = st.deferred(lambda: any_of(ev.Entry))
events = st.sampled_from(get_args(ev.Event)).flatmap(any_of)


def _agenda() -> Agenda:
    bed = Track(
        "award_bed",
        "Nhạc nền trao thưởng",
        file="sounds/award.wav",
        mark=TrackMark.PLAIN,
        loop=True,
        volume=80,
        start=timedelta(seconds=5),
        end=timedelta(seconds=90),
        fade_in=timedelta(seconds=2),
        fade_out=timedelta(seconds=3),
        length=timedelta(minutes=15),
    )
    salute = Item(
        "m1",
        "1",
        "Chào cờ",
        "flag_salute",
        timedelta(minutes=3),
        also=("moment_of_silence",),
        by="Toàn thể đại biểu",
        needs_person=True,
        assumed=True,
        clock=ClockMode.UP,
        protected=True,
        optional=True,
        fixed_start=at(5),
        mc="Kính mời quý vị đại biểu đứng dậy làm lễ chào cờ.",
        mc_assumed=True,
        notes="Đèn sáng",
        backdrop="Quốc kỳ",
        cues=(
            Cue("m1.c1", Role.MUSIC, Action.PLAY, "Quốc ca", at=OnWord("Chào cờ!"), track_id="anthem"),
            Cue("m1.c2", Role.LIGHTS, Action.DO, "Sáng toàn sân khấu", at=AtStart(timedelta(seconds=-5.25))),
        ),
    )
    batch = Item(
        "m2.1",
        "2.1",
        "Trao Bằng khen",
        "award",
        timedelta(minutes=7, seconds=30),
        until=at(60),
        handin=Handin(date(2020, 3, 20), received=True),
        award=Award(
            "Quyết định số 12/QĐ-UBND", "Chủ tịch UBND thị xã", listed("Phòng Y tế", "Phòng Kinh tế"), True
        ),
        cues=(
            Cue(
                "m2.1.c1",
                Role.MUSIC,
                Action.FADE,
                "Nhỏ dần",
                at=BeforeEnd(timedelta(seconds=30)),
                track_id="award_bed",
                standby_lead=timedelta(seconds=45),
                go=GoMode.AUTO,
                tolerance=timedelta(milliseconds=1500),
                fade=timedelta(seconds=5),
                assumed=True,
            ),
        ),
    )
    award = Item("m2", "2", "Khen thưởng", "award", timedelta(minutes=15), parts=(batch,))
    session = Session("s1", "Buổi sáng", at(5), start_assumed=True, hard_out=at(180), items=(salute, award))
    return Agenda(
        "Hội nghị tổng kết “thi đua, khen thưởng”",
        (session,),
        organiser="UBND thị xã",
        venue="Hội trường A",
        day=Day("dự kiến 27/3/2020", date(2020, 3, 27), date(2020, 3, 27), tentative=True),
        delegates="150 đại biểu",
        chair_panel=("Chủ tịch", "Phó Chủ tịch"),
        crew=((Role.MC, "Chị Lan"), (Role.MUSIC, "Anh Đức")),
        tracks=(bed, Track("anthem", "Quốc ca", mark=TrackMark.ANTHEM_WITHOUT_WORDS)),
        backdrop="HỘI NGHỊ",
        decoration="Hoa sân khấu",
        duties=(Duty("Gửi báo cáo", "Văn phòng", date(2020, 5, 31), "after"),),
        notes="Giấy mời sau",
    )


def _image(agenda: Agenda | None) -> Image:
    return Image(
        current_id="m1",
        chosen_id=None,
        held_since=at(20),
        ended_at=None,
        floating=False,
        starts_at=at(5),
        runs={"m1": Run(at(5), held=timedelta(seconds=30.5), added=timedelta(minutes=-1), overran=True)},
        cues={
            "m1.c1": CueRecord(at(4), at(4.5), told_by_clock=True),
            "m1.c2": CueRecord(due_at=at(5), outcome=Gone(at(5), auto=True), played_out_at=at(6)),
            "m1.c3": CueRecord(outcome=Missed(at(5), "late")),
            "m2.1.c1": CueRecord(outcome=StoodDown(at(9)), held_by_then=timedelta(seconds=2)),
        },
        agenda=agenda,
    )


def one_of_each() -> Iterator[ev.Entry]:
    """A show in which everything happens that can; the story of the golden file."""
    agenda = _agenda()
    salute = agenda.sessions[0].items[0]
    opened = ev.ShowOpened(agenda, Mode.REHEARSAL, 2.5, True, "agendas/ninh-hoa-2020.yaml", at(0))
    story: list[tuple[str, str, tuple[ev.Event, ...]]] = [
        ("caller", "open", (opened,)),
        ("caller", "standby", (ev.CueStoodBy("m1.c1", at(4)),)),
        ("music", "ack", (ev.CueAcknowledged("m1.c1", at(4.5), "music"),)),
        ("caller", "start", (ev.ItemStarted("m1", at(5)), ev.CueFellDue("m1.c2", at(5)))),
        ("caller", "go", (ev.CueGone("m1.c2", at(5), auto=True), ev.CueGone("m1.c1", at(5.1)))),
        ("caller", "hold", (ev.Held(at(6)),)),
        ("caller", "resume", (ev.Resumed(at(7), since=at(6)),)),
        ("caller", "undo", (uv.CallUndone(), ev.ResumeCancelled(at(7.5), since=at(6)))),
        ("caller", "undo", (uv.CallUndone(), ev.HoldCancelled(since=at(6)))),
        ("caller", "add_time", (ev.TimeAdded("m1", timedelta(seconds=-60.000001)),)),
        ("clock", "tick", (ev.OverrunBegan("m1", at(8)),)),
        ("caller", "backdate", (ev.StartBackdated("m1", timedelta(seconds=90), before=None),)),
        (
            "caller",
            "advance",
            (
                ev.ItemEnded("m1", at(9)),
                ev.CueStoodDown("m2.1.c1", at(9)),
                ev.CueMissed("m2.1.c1", at(9), "late"),
                ev.ItemStarted("m2.1", at(9)),
            ),
        ),
        (
            "caller",
            "back",
            (ev.ItemReturned("m2.1", at(9)), ev.CueRecalled("m2.1.c1"), ev.ItemReopened("m1", at(9))),
        ),
        ("caller", "undo", (uv.CallUndone(), ev.StandByWithdrawn("m1.c1"))),
        ("caller", "jump", (ev.NextChosen("m2.1", was=None),)),
        ("caller", "skip", (ev.ItemSkipped("m2.1"),)),
        ("caller", "unskip", (ev.ItemUnskipped("m2.1"),)),
        ("caller", "insert", (ev.ItemInserted(Item("x1", "", "Tặng hoa", "gift", timedelta(0)), "m1"),)),
        ("caller", "move", (ev.ItemMoved("x1", before=None, was_before="m2"),)),
        ("caller", "undo", (uv.CallUndone(), ev.ItemRemoved("x1"))),
        ("caller", "edit", (ev.ItemEdited(agenda.sessions[0].items[1], was=salute),)),
        ("mc", "message", (ev.MessageSent("msg1", Role.STAGE, "Xin thêm 2 phút, 50%", at(10), "mc"),)),
        ("caller", "note", (ev.NoteTaken('Mất điện "10 giây"\n{đ}', at(11), "m1"),)),
        ("clock", "report_clock", (ev.ClockParted(ClockFault.STEPPED, timedelta(hours=-1), at(12)),)),
        ("caller", "dismiss", (ev.AlarmsDismissed(at(12.5)),)),
        ("caller", "correct_clock", (ev.ClockCorrected(timedelta(seconds=0.1), at(13)),)),
        ("caller", "end", (ev.ShowEnded(at(14)),)),
        ("caller", "undo", (uv.CallUndone(), ev.ShowReopened())),
        ("player", "sound", (sv.PlayerCame("console", at(15)),)),
        (
            "player",
            "sound",
            (
                sv.TrackMeasured("award_bed", "ab" * 32, timedelta(seconds=85), -16.5, at(15)),
                sv.TrackArmed(Deck.A, "award_bed", "m2.1.c1", timedelta(seconds=85), at(15)),
                sv.DeckCleared(Deck.A, at(15)),
                sv.TrackFailed("anthem", None, Fault.NO_FILE, "", at(15)),
            ),
        ),
        ("music", "play", (sv.TrackCalled("award_bed", at(16)),)),
        ("player", "sound", (sv.TrackBegan(Deck.B, "award_bed", None, None, timedelta(0), at(16)),)),
        ("music", "fade", (sv.FadeCalled(None, timedelta(seconds=3), at(17)),)),
        ("player", "sound", (sv.TrackFading(Deck.B, at(17.05), at(17)),)),
        ("player", "sound", (sv.TrackEnded(Deck.B, "award_bed", None, EndedWhy.FADE, at(17.05)),)),
        ("caller", "stop", (sv.StopCalled("award_bed", at(18)),)),
        ("caller", "panic", (sv.PanicCalled(True, at(18)),)),
        ("music", "arm", (sv.ArmCalled("award_bed", "m2.1.c1", at(18)),)),
        ("player", "sound", (sv.PlayerWent("console", "died", at(19)),)),
        ("signals", "signal", (sv.SignalSent("lights", "200 OK", timedelta(seconds=0.02), at(20)),)),
        ("signals", "signal", (sv.SignalFailed("lights", "Connection refused", 3, at(21)),)),
        ("clock", "tick", (uv.OverrunCleared("m1", at(22)), uv.CueWaitsAgain("m1.c1", at(22)))),
        ("caller", "undo", (uv.ShowRestored("advance", at(22), _image(agenda)),)),
        ("caller", "redo", (uv.ShowRestored("advance", at(22), _image(None), ("m1.c2",)),)),
        ("stage", "answer", (ev.MessageAnswered("msg1", at(22.5), "stage"),)),
        ("caller", "jump", (ss.ItemsLaidAside(("m2.1",)), ss.ItemsTakenUp(("m2.1",)))),
        ("caller", "vote", (ev.VoteCounted("m1", Vote(148, 2)), ev.VoteCounted("m1", None))),
        ("caller", "step", (av.StepBegun("m2.1", Step.PHOTO, at(24)),)),
        ("caller", "recipient", (av.RecipientChanged("m2.1", replace(PERSON, proxy="bà Sáu"), was=PERSON),)),
        ("caller", "move_recipient", (av.RecipientMoved("tam", "m2.1", "m2.2", before=None),)),
        ("caller", "add_recipient", (av.RecipientAdded("m2.1", PERSON, before="tam"),)),
        ("crew", "see", (av.PersonSeen("r/tam", True, at(25), "crew"),)),
        ("caller", "leader", (av.LeaderChanged(Leader("bi-thu", "Đồng chí Bí thư", at(5), "m1"), was=None),)),
        ("caller", "edit", (ev.ItemEdited(replace(salute, speech=READ), was=salute),)),
        ("joins", "jump_clock", (ev.ClockJumped(timedelta(minutes=9), at(26)),)),
        ("drill", "drill_ack", (ev.CueAcknowledged("m1.c1", at(27), "drill"),)),
        ("agent", "propose", (EditsProposed("d1", "Claude", "Cho kịp giờ nghỉ trưa", PROPOSED, at(28)),)),
        ("caller", "take_proposal", (ProposalAnswered("d1", (0, 3), at(28.5), "caller"),)),
        ("timecode", "tick", (ev.CueMissed("m2.1.c1", at(28), "timecode"),)),
        ("console", "take_over", (TookOver(17, "Laptop 2", at(29)),)),
        ("console", "keep_branch", (BranchKept("Laptop 1", 0, at(28.5), APART),)),
    ]
    for seq, (by, do, told) in enumerate(story, start=1):
        yield ev.Entry(seq, at(seq / 2), by, do, told)


if __name__ == "__main__":
    lines = [encode_header(), *(encode(entry) for entry in one_of_each())]
    there = GOLDEN.read_bytes().count(b"\n") if GOLDEN.exists() else 0
    with GOLDEN.open("ab") as golden:
        golden.writelines(lines[there:])
