"""What came of a show: awards, each hand's answers, the rehearsals beside it, and what all that suggests."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

from runofshow.core import commands as c
from runofshow.core.agenda import Action as Do
from runofshow.core.agenda import Agenda, AtStart, Award, Cue, Duty, Item, Role, Session
from runofshow.core.award import listed
from runofshow.core.beside import beside
from runofshow.core.history import History, history
from runofshow.core.notices import NoteKind
from runofshow.core.value import replace
from runofshow.paper.sheet import Table
from runofshow.report.awards import awards as told_of_awards
from runofshow.report.figures import as_figures
from runofshow.report.reckoning.handed_over import FormSum, handed_over, sums_by_form
from runofshow.report.reckoning.hands import by_role
from runofshow.report.reckoning.lessons import MissedCues, SlowAnswers, Suggestion, TooShort, suggestions
from runofshow.texts.report import VI
from tests.core.ceremony import three_batches
from tests.core.shows import Stage, seconds
from tests.core.shows import agenda as plan_of
from tests.core.shows import cue as of_cue
from tests.core.shows import item as leaf
from tests.report.calling import HALL, Record, account_of, at, conference, minutes, whole_show

MEDAL = "Huân chương Lao động hạng Ba"
CERTIFICATE = "Bằng khen của Chủ tịch UBND tỉnh"


def awards() -> Agenda:
    """8:00 a medal and two rounds of certificates, 8:30 flowers, 8:35 a badge without a list."""
    medal = Award(
        "QĐ số 12/QĐ-CTN", "Ông Phó Chủ tịch tỉnh", listed("Cố Nguyễn Văn An (nhận thay: bà Hoa)"), form=MEDAL
    )
    first = ("Bà Lê Thị Sáu", "Ông Tâm (nhận thay: ông Bình)", "Tổ dân phố 5 (vắng)")
    heading = Item(
        "k",
        "1",
        "Trao khen thưởng",
        "award",
        minutes(30),
        by="Chủ tịch UBND tỉnh",
        award=Award("QĐ số 99/QĐ-UBND", form=CERTIFICATE, reader="Bà Thư ký"),
        parts=(
            Item("k1", "1.1", "Huân chương", "award", minutes(10), award=medal),
            Item("k2", "1.2", "Đợt 1", "award", minutes(10), award=Award(recipients=listed(*first))),
            Item(
                "k3",
                "1.3",
                "Đợt 2",
                "award",
                minutes(10),
                award=Award(recipients=listed("Ông Dũng", "Bà Yến")),
            ),
        ),
    )
    flower = Item("h", "2", "Tặng hoa", "other", minutes(5))
    badge = Item("g", "3", "Trao Kỷ niệm chương", "award", minutes(5))
    return Agenda("Hội nghị", (Session("s1", "", at("08:00:00"), items=(heading, flower, badge)),))


def figures(told: History, rehearsals: tuple[History, ...] = ()) -> dict[str, Any]:
    """As a program reads it."""
    read: dict[str, Any] = json.loads(as_figures(told, HALL, rehearsals))
    return read


def given() -> History:
    """The second round was skipped."""
    show = Record(awards()).do("08:00:00", c.Start(), c.Skip("k3"))
    for hour in ("08:10:00", "08:20:00", "08:25:00"):
        show.do(hour, c.Advance())
    return show.do("08:30:00", c.End()).history


def test_each_round_says_what_was_handed_over_by_whom_to_whom() -> None:
    medal, first, second, badge = handed_over(given())
    assert (medal.form, medal.decision, medal.presenter) == (
        MEDAL,
        "QĐ số 12/QĐ-CTN",
        "Ông Phó Chủ tịch tỉnh",
    )
    assert [(one.name, one.proxy, one.posthumous) for one in medal.recipients] == [
        ("Cố Nguyễn Văn An", "bà Hoa", True)
    ]
    assert (first.form, first.decision, first.presenter, first.reader) == (
        CERTIFICATE,
        "QĐ số 99/QĐ-UBND",
        "Chủ tịch UBND tỉnh",
        "Bà Thư ký",
    )
    assert [one.name for one in first.by_proxy] == ["Ông Tâm"]
    assert [one.name for one in first.absent] == ["Tổ dân phố 5"]
    assert (first.was_given, second.was_given) == (True, False)
    assert (badge.form, badge.decision, badge.recipients) == ("Kỷ niệm chương", None, ())


def test_forms_are_summed_from_the_highest_down_without_who_was_absent() -> None:
    assert sums_by_form(handed_over(given())) == (
        FormSum(MEDAL, given=1, absent=0, not_given=0),
        FormSum(CERTIFICATE, given=2, absent=1, not_given=2),
        FormSum("Kỷ niệm chương", given=0, absent=0, not_given=0, unlisted=1),
    )


def test_of_a_round_without_a_list_that_was_not_given_nobody_knows_how_many_are_left() -> None:
    """None was handed over, that is known; it is no round that ran without a list."""
    show = Record(awards()).do("08:00:00", c.Start(), c.Skip("g"))
    show.do("08:10:00", c.End(sure=True))
    badge = sums_by_form(handed_over(show.history))[-1]
    assert badge == FormSum("Kỷ niệm chương", 0, 0, 0, unlisted=1, unlisted_left=1)
    made = [*told_of_awards(account_of(show.history, HALL, VI))]
    (table,) = (block for block in made if isinstance(block, Table))
    told = [
        "\n".join("".join(run.text for run in line) for line in cell.lines) for cell in table.rows[-1].cells
    ]
    assert told == ["Kỷ niệm chương", "0", "0", "–\n1 đợt không có danh sách"]


def test_a_list_that_stands_at_the_heading_is_told_with_the_first_part_that_ran() -> None:
    parts = tuple(Item(f"k{n}", f"1.{n}", f"Đợt {n}", "award", minutes(5)) for n in (1, 2))
    heading = Item(
        "k",
        "1",
        "Trao Giấy khen",
        "award",
        minutes(10),
        award=Award(recipients=listed("Ông An", "Bà Ba")),
        parts=parts,
    )
    plan = Agenda("Hội nghị", (Session("s1", "", at("08:00:00"), items=(heading,)),))
    show = Record(plan).do("08:00:00", c.Skip("k1"), c.Start()).do("08:05:00", c.End())
    assert [len(one.recipients) for one in handed_over(show.history)] == [0, 2]
    assert sums_by_form(handed_over(show.history)) == (FormSum("Giấy khen", 2, 0, 0),)


def test_programs_read_the_same() -> None:
    told = figures(given())
    assert [award["given"] for award in told["awards"]] == [True, True, False, True]
    assert told["awards"][0]["recipients"] == [
        {
            "recipient_id": "0.Cố Nguyễn Văn An (nhận thay: bà Hoa)",
            "name": "Cố Nguyễn Văn An",
            "received_by": "bà Hoa",
            "posthumous": True,
            "absent": False,
            "shown": "Cố Nguyễn Văn An",
            "unit": "",
            "post": "",
            "fate": "on_behalf",
            "moved_from": None,
            "added": False,
        }
    ]
    batch = told["awards"][1]
    assert (batch["round_id"], batch["batch"], batch["batches"]) == ("k", 2, 3)
    assert (batch["planned_s"], batch["actual_s"], batch["each_s"]) == (600, 600, 300)
    assert told["awards_by_form"][1] == {"form": CERTIFICATE, "given": 2, "absent": 1, "not_given": 2}
    assert told["changes"] == [
        {"at": "2026-03-27T08:00:00.000+07:00", "by": "caller", "item_id": "k3", "what": "skipped"}
    ]
    (account,) = told["time"]
    assert (account["lost_s"], account["won_back_s"], account["late_s"]) == (0, 600, -600)
    assert [(share["why"], share["item_id"], share["by_s"]) for share in account["shares"]] == [
        ("left_out", "k3", -600)
    ]


def test_programs_read_what_was_changed_of_an_award_round() -> None:
    show = Record(three_batches(presenter="Ông P"))
    show.do(
        "08:01:00", c.Edit("h2", presenter="Bà Q"), c.MoveRecipient("a", "h2"), c.AddRecipient("h3", "Bà M")
    )
    show.do("08:02:00", c.ChangeRecipient("b", absent=True), c.ChangeRecipient("c", proxy="Bà Hoa"))
    show.do("08:03:00", c.SplitBatch("h3", "l"))
    changes = json.loads(as_figures(show.history, HALL))["changes"]
    assert [{name: one[name] for name in one if name not in ("at", "by")} for one in changes] == [
        {"item_id": "h2", "what": "handed_by", "was_by": "Ông P", "now_by": "Bà Q"},
        {"item_id": "h2", "what": "put_in", "recipient_id": "a", "was_id": "h1"},
        {"item_id": "x1", "what": "listed", "recipient_id": "added-1"},
        {"item_id": "h1", "what": "absent", "recipient_id": "b", "absent": True},
        {"item_id": "h1", "what": "on_behalf", "recipient_id": "c", "was_by": None, "now_by": "Bà Hoa"},
        {"item_id": "x1", "what": "split_off", "was_id": "h3"},
    ]


def test_programs_read_incidents_answers_rehearsals_and_suggestions() -> None:
    show = (
        Record(conference())
        .do("08:03:00", c.Start())
        .do("08:10:00", c.TakeNote("Mất điện", NoteKind.INCIDENT))
    )
    show.do("08:19:00", c.Edit("m4", duration=minutes(5), by="Ông Nam"), c.Advance())
    show.do("08:20:00", c.Edit("m4", start=at("09:00:00")), c.End(sure=True))
    done = (Duty("Trả hội trường", done=date(2026, 3, 28)),)
    told = json.loads(as_figures(show.history, HALL, (rehearsed(15, 8),), done))
    assert [(one["what"], one["lost_s"], one["text"], one["causes"]) for one in told["incidents"]] == [
        ("start", 180, None, []),
        ("note", None, "Mất điện", []),
        ("over", 240, None, []),
    ]
    assert [one["what"] for one in told["changes"]] == ["retimed", "given_to", "rescheduled"]
    assert (told["changes"][0]["was_s"], told["changes"][0]["now_s"]) == (600, 300)
    assert told["notes"][0]["kind"] == "incident"
    assert told["duties"] == [
        {"what": "Trả hội trường", "by": None, "due": None, "when": "after", "done": "2026-03-28"}
    ]
    assert told["rehearsals"][0]["items"] == {"m1.1": 900, "m1.2": 480}
    assert told["takes"][0] == {
        "item_id": "m1.1",
        "times_s": [[900]],
        "own_s": told["takes"][0]["own_s"],
        "median_s": 900,
        "low_s": None,
        "high_s": None,
        "moved_s": told["takes"][0]["own_s"][0] - 900,
    }
    assert told["suggestions"] == [
        {"what": "too_short", "item_id": "m1.1", "rehearsed_s": [900], "needed_s": 960}
    ]
    mc = figures(called())["answers_by_role"][0]
    assert (mc["role"], mc["asked"], mc["answered"], mc["answer_median_s"], mc["worst_cue_id"]) == (
        "mc",
        3,
        2,
        8,
        "mc3",
    )
    assert figures(called())["suggestions"] == [{"what": "missed_cues", "role": "music", "cues": ["music"]}]


# Each hand


def called() -> History:
    """MC: told three times, answered after 4 s and 12 s. Music: one cue, missed."""
    plan = plan_of(
        leaf(
            "a",
            10,
            *(of_cue(f"mc{n}", AtStart(minutes(n)), Role.MC, standby_lead=seconds(30)) for n in (1, 2, 3)),
            of_cue("music", AtStart(minutes(4)), Role.MUSIC, standby_lead=seconds(0)),
        )
    )
    stage = Stage(plan).at("8:00")
    stage.do(c.Start())
    stage.watch_until("8:00:34").do(c.Acknowledge("mc1"), by="mc")
    stage.watch_until("8:01:02").do(c.Go("mc1"))
    stage.watch_until("8:01:42").do(c.Acknowledge("mc2"), by="mc")
    stage.watch_until("8:01:59").do(c.Go("mc2"))
    stage.watch_until("8:03:10").do(c.Go("mc3"))
    stage.watch_until("8:10").do(c.End(sure=True))
    return history(stage.entries)


def test_each_role_is_told_by_its_cues_and_its_answers() -> None:
    mc, music = by_role(called())
    assert (mc.role, mc.all, mc.gone, mc.missed, mc.stood_down) == (Role.MC, 3, 3, 0, 0)
    assert (mc.median, mc.worst and mc.worst.cue_id) == (seconds(2), "mc3")
    assert (mc.asked, mc.answered) == (3, 2)
    assert (mc.answer_median, mc.answer_worst and mc.answer_worst.cue_id) == (seconds(8), "mc2")
    assert (music.role, music.gone, music.missed, music.median, music.worst) == (Role.MUSIC, 0, 1, None, None)
    assert (music.answered, music.answer_median, music.answer_worst) == (0, None, None)


# Beside the rehearsals


def rehearsed(first: float, second: float, plan: Agenda | None = None) -> History:
    """A rehearsal in which the acts took so many minutes."""
    show = Record(plan or conference(), mode=c.Mode.REHEARSAL).do("08:00:00", c.Start())
    show.later(minutes(first), c.Advance(sure=True)).later(minutes(second), c.End(sure=True))
    return show.history


def test_items_stand_beside_what_they_took_in_rehearsal_the_latest_first() -> None:
    told = beside(whole_show().history, (rehearsed(13, 8), rehearsed(15, 9)))
    assert {line.item.row.number: line.takes for line in told.lines} == {
        "1.1": (minutes(13), minutes(15)),
        "1.2": (minutes(8), minutes(9)),
    }


def test_an_item_with_another_id_is_known_by_its_title() -> None:
    plan = conference()
    (session,) = plan.sessions
    acts, *rest = session.items
    renamed = replace(acts, parts=tuple(replace(one, item_id=f"x{one.item_id}") for one in acts.parts))
    other = replace(plan, sessions=(replace(session, items=(renamed, *rest)),))
    told = beside(whole_show().history, (rehearsed(13, 8, other),))
    assert [line.takes for line in told.lines] == [(minutes(13),), (minutes(8),)]


def test_only_so_many_takes_stand_beside_the_show_as_a_page_has_room_for() -> None:
    assert len(beside(whole_show().history, [rehearsed(13, 8)] * 6).takes) == 4
    assert beside(whole_show().history, ()).lines == ()


# What it suggests


def show_of(acts: float) -> History:
    """A show in which the first act, planned for 12 minutes, took so many."""
    return Record(conference()).do("08:00:00", c.Start()).later(minutes(acts), c.End(sure=True)).history


def suggested(live: History, *takes: History) -> list[Suggestion]:
    return [one for one in suggestions(live, beside(live, takes)) if isinstance(one, TooShort)]


def test_what_ran_over_in_the_show_and_in_rehearsal_is_given_more_next_time() -> None:
    (one,) = suggested(show_of(16), rehearsed(15, 8), rehearsed(12, 8))
    assert isinstance(one, TooShort)
    assert (one.item.row.number, one.takes, one.needed) == ("1.1", (minutes(15), minutes(12)), minutes(15))


def test_what_ran_over_once_where_rehearsals_kept_to_the_plan_suggests_nothing() -> None:
    assert suggested(show_of(16), rehearsed(12, 8)) == []
    assert suggested(show_of(14), rehearsed(15, 8)) == []


def test_without_rehearsals_the_show_speaks_alone() -> None:
    (one,) = suggested(show_of(14.5))
    assert isinstance(one, TooShort)
    assert (one.takes, one.needed) == ((), minutes(15))


def test_missed_cues_and_slow_answers_are_worth_a_word() -> None:
    live = called()
    missed = [one for one in suggestions(live, beside(live, ())) if not isinstance(one, TooShort)]
    (one,) = missed
    assert isinstance(one, MissedCues)
    assert (one.role, [cue.cue_id for cue in one.cues]) == (Role.MUSIC, ["music"])


def slow_show(speed: float, after: float, count: int = 1, unanswered: int = 0) -> History:
    """The MC told to stand by so many times, and answering so long after; the last ones without an answer."""
    cues = (
        Cue(f"mc{n}", Role.MC, Do.SAY, "Mời", AtStart(minutes(40 + n)), standby_lead=timedelta())
        for n in range(count + unanswered)
    )
    stage = Stage(plan_of(leaf("a", 60, *cues)), speed=speed).at("8:00")
    stage.do(c.Start())
    for n in range(count + unanswered):
        stage.do(c.StandBy(f"mc{n}"))
        stage.sleep(seconds(after))
        stage.do(*((c.Acknowledge(f"mc{n}"),) if n < count else ()), c.Go(f"mc{n}"), by="caller")
    stage.do(c.End(sure=True))
    return history(stage.entries)


def slow(speed: float, after: float, count: int = 1, unanswered: int = 0) -> list[Suggestion]:
    told = slow_show(speed, after, count, unanswered)
    return [one for one in suggestions(told, beside(told, ())) if isinstance(one, SlowAnswers)]


def test_an_answer_is_slow_by_the_clock_of_the_hand() -> None:
    assert len(slow(1, 10)) == 1
    assert slow(1, 9) == []
    assert slow(10, 90) == []
    assert len(slow(10, 100)) == 1


def test_a_hand_that_answers_now_and_then_is_told_and_one_that_never_does_is_not() -> None:
    assert len(slow(1, 2, count=2, unanswered=3)) == 1
    assert slow(1, 2, count=2, unanswered=2) == []
    assert slow(1, 2, count=0, unanswered=5) == []
