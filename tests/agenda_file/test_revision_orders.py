"""A newer plan taken into a show that runs: what is taken stands in it, and what the hall did stays."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta, timezone

from hypothesis import given, settings
from hypothesis import strategies as st

from runofshow.agenda_file.revision import RevisionKind
from runofshow.agenda_file.revision_offers import NewerPlan, Offer
from runofshow.agenda_file.revision_orders import CannotTake, following
from runofshow.core import commands as c
from runofshow.core.agenda import Action, Agenda, Cue, Item, Role, Session
from runofshow.core.amend import shifted
from runofshow.core.refusal import Reason, Refused
from runofshow.core.value import replace
from tests.core.shows import MINUTE, Stage, agenda, at, cue, heading, item, minutes, session


def plan_beside(stage: Stage, newer: Agenda, taken: tuple[Agenda, ...] = ()) -> tuple[Offer, ...]:
    return NewerPlan(newer, HALL).offers(stage.state, stage.now, taken)


def take(stage: Stage, newer: Agenda, *, only: RevisionKind | None = None) -> list[Reason | CannotTake]:
    """Take every open offer, or those of a kind; the reasons of what was refused on the way."""
    beside = NewerPlan(newer, HALL)
    known, refused = beside.known(stage.state), list[Reason | CannotTake]()
    for offer in beside.offers(stage.state, stage.now):
        if not offer.is_open or only not in (None, offer.revision.kind):
            continue
        steps = beside.steps(offer, stage.state, stage.now, known)
        if isinstance(steps, CannotTake):
            refused.append(steps)
            continue
        order = next(steps, None)
        while order is not None:
            answer = stage.ask(order)
            if isinstance(answer, Refused):
                refused.append(answer.reason)
                break
            order = following(steps, answer)
    return refused


def headed(title: str, item_id: str, *parts: Item) -> Item:
    return replace(heading(item_id, *parts), title=title)


def said(offers: tuple[Offer, ...]) -> list[tuple[str, str]]:
    return [(offer.revision.kind.value, offer.revision.title) for offer in offers]


def running(stage: Stage) -> list[str]:
    """The titles of what ran and will."""
    order = stage.state.order
    return [leaf.item.title for leaf in order.leaves if not stage.state.is_skipped(leaf.item.item_id)]


def morning(*titles: str, **more: str) -> Agenda:
    rows = (
        item(f"m{place}", 10, title=title, by=more.get(f"by{place}"))
        for place, title in enumerate(titles, start=1)
    )
    return agenda(*rows)


HALL = timezone(timedelta(hours=7))
TITLES = ("Chào cờ", "Khai mạc", "Báo cáo tổng kết", "Tham luận Phòng Kinh tế", "Trao thưởng", "Bế mạc")


# Worked examples


def test_new_lines_come_in_one_behind_the_other_and_a_gone_one_is_struck_out() -> None:
    stage = Stage(morning(*TITLES))
    newer = morning("Chào cờ", "Văn nghệ", "Phút mặc niệm", *TITLES[1:4], "Bế mạc")
    assert said(plan_beside(stage, newer)) == [
        ("new", "Văn nghệ"),
        ("new", "Phút mặc niệm"),
        ("gone", "Trao thưởng"),
    ]
    assert take(stage, newer) == []
    assert running(stage) == ["Chào cờ", "Văn nghệ", "Phút mặc niệm", *TITLES[1:4], "Bế mạc"]
    assert stage.state.run("m5").skipped
    assert plan_beside(stage, newer) == ()


def test_each_change_is_undone_by_itself() -> None:
    stage = Stage(morning(*TITLES))
    before = running(stage)
    newer = morning("Khai mạc", "Chào cờ", "Báo cáo tổng kết năm 2030", *TITLES[3:], by5="Bà Bình")
    assert take(stage, newer) == []
    assert running(stage) != before
    assert len(stage.state.calls) == len(said(plan_beside(Stage(morning(*TITLES)), newer))) == 3
    for _ in range(3):
        stage.do(c.Undo())
    assert running(stage) == before
    assert stage.state.agenda == stage.state.plan


def test_what_the_hall_has_passed_is_told_and_not_taken() -> None:
    stage = Stage(morning(*TITLES)).at("8:00")
    stage.do(c.Start())
    stage.at("8:10").do(c.Advance())
    stage.at("8:20").do(c.Advance())
    newer = morning("Chào cờ", "Văn nghệ", *TITLES[2:5], "Cảm ơn", "Bế mạc")
    offers = plan_beside(stage, newer)
    assert [(offer.revision.title, offer.is_open) for offer in offers] == [
        ("Văn nghệ", False),
        ("Cảm ơn", True),
        ("Khai mạc", False),
    ]
    assert [offer.refused for offer in offers if not offer.is_open] == [
        Refused(Reason.BAD_PLACE, "m2"),
        Refused(Reason.ITEM_DONE, "m2"),
    ]
    assert take(stage, newer) == []
    assert running(stage) == [*TITLES[:5], "Cảm ơn", "Bế mạc"]


def test_behind_what_is_done_a_new_line_comes_in_front_of_what_is_to_come() -> None:
    stage = Stage(morning(*TITLES)).at("8:00")
    stage.do(c.Start(), c.Skip("m2"))
    stage.at("8:10").do(c.Advance())
    assert stage.running == "m3"
    stage.at("8:20").do(c.Jump("m5"), c.Advance())
    newer = morning("Chào cờ", "Khai mạc", "Báo cáo tổng kết", "Thảo luận", *TITLES[3:])
    (offer,) = plan_beside(stage, newer)
    assert offer.refused == Refused(Reason.BAD_PLACE, "m4")


def test_what_was_done_in_the_show_by_hand_is_not_taken_back_by_a_file_that_says_what_it_said() -> None:
    plan = morning(*TITLES)
    stage = Stage(plan)
    stage.do(
        c.Edit("m3", title="Báo cáo", by="Ông An", duration=5 * MINUTE),
        c.Move("m5", "m4"),
        c.Insert("m1", "Văn nghệ", 10 * MINUTE),
        c.Skip("m2"),
        c.Edit("m6", title="Lời cảm ơn và tạm biệt"),
    )
    assert plan_beside(stage, plan) == ()
    changed = agenda(*plan.sessions[0].items[:5], item("m6", 10, title="Bế mạc", by="Ông Bí thư"))
    assert said(plan_beside(stage, changed)) == []
    changed = agenda(
        *plan.sessions[0].items[:3], item("m4", 25, title=TITLES[3]), *plan.sessions[0].items[4:]
    )
    assert said(plan_beside(stage, changed)) == [("retimed", TITLES[3])]


def test_a_line_moved_by_hand_stays_when_the_file_moves_another() -> None:
    plan = morning(*TITLES)
    rows = plan.sessions[0].items
    stage = Stage(plan)
    stage.do(c.Move("m2", "m5"))
    newer = agenda(rows[0], rows[1], rows[2], rows[3], rows[5], rows[4])
    # of the two that changed places either may be said to have moved
    (offer,) = plan_beside(stage, newer)
    assert offer.revision.title in ("Trao thưởng", "Bế mạc")
    assert take(stage, newer) == []
    assert running(stage) == [TITLES[0], TITLES[2], TITLES[3], TITLES[1], "Bế mạc", "Trao thưởng"]
    # taken, and moved on by hand: nothing of the file is left to take
    stage.do(c.Move("m3", "m2"))
    assert plan_beside(stage, newer) == ()


def test_what_was_taken_and_then_changed_by_hand_stays_until_the_file_says_a_third_thing() -> None:
    plan = morning(*TITLES)
    stage = Stage(plan)
    first = morning(*TITLES, by3="Ông An", by5="Bà Bình")
    stage.do(c.Edit("m3", by="Ông An"))
    assert said(plan_beside(stage, first, (first,))) == [("named", "Trao thưởng")]
    stage.do(c.Edit("m3", by="Phó Chủ tịch"))
    assert said(plan_beside(stage, first, (first,))) == [("named", "Trao thưởng")]
    third = morning(*TITLES, by3="Ông Chi", by5="Bà Bình")
    assert said(plan_beside(stage, third, (first,))) == [
        ("named", "Báo cáo tổng kết"),
        ("named", "Trao thưởng"),
    ]


def test_what_an_earlier_file_brought_is_taken_back_by_the_next_one_that_is_without_it() -> None:
    stage = Stage(morning(*TITLES))
    first = morning(*TITLES[:2], "Văn nghệ", *TITLES[2:5], "Bế mạc hội nghị")
    take(stage, first)
    assert plan_beside(stage, morning(*TITLES)) == ()
    assert said(plan_beside(stage, morning(*TITLES), (first,))) == [
        ("reworded", "Bế mạc hội nghị"),
        ("gone", "Văn nghệ"),
    ]


def test_a_rite_is_skipped_only_by_whoever_ticks_it_and_never_shortened() -> None:
    rite = item("m1", 10, title="Chào cờ", protected=True)
    rest = morning(*TITLES).sessions[0].items[1:]
    stage = Stage(agenda(rite, *rest))
    (offer,) = plan_beside(stage, agenda(*rest))
    assert (offer.is_open, offer.is_asked, offer.refused) == (True, True, Refused(Reason.PROTECTED, "m1"))
    (shorter,) = plan_beside(stage, agenda(replace(rite, duration=3 * MINUTE), *rest))
    assert (shorter.is_open, shorter.refused) == (False, Refused(Reason.PROTECTED, "m1"))
    assert take(stage, agenda(*rest)) == []
    assert stage.state.run("m1").skipped


def test_a_line_gets_parts_and_loses_them_and_a_part_goes_to_another_heading() -> None:
    papers = heading("m2", item("m2-1", 5, title="Ông An"), item("m2-2", 5, title="Bà Bình"))
    awards = heading("m3", item("m3-1", 5, title="Đợt một"), item("m3-2", 5, title="Đợt hai"))
    plan = agenda(item("m1", 10, title="Tham luận"), papers, awards)
    newer = agenda(
        headed("Tham luận", "n1", item("n1-1", 5, title="Phường Ba Đình"), item("n1-2", 5, title="Xã Đông")),
        item("n2", 7, title="Mục m2"),
        headed(
            "Mục m3",
            "n3",
            *(item(f"n3-{title}", 5, title=title) for title in ("Đợt một", "Bà Bình", "Đợt hai")),
        ),
    )
    stage = Stage(plan)
    assert said(plan_beside(stage, newer)) == [
        ("parted", "Tham luận"),
        ("unparted", "Mục m2"),
        ("moved", "Bà Bình"),
    ]
    assert take(stage, newer) == []
    assert running(stage) == ["Phường Ba Đình", "Xã Đông", "Mục m2", "Đợt một", "Bà Bình", "Đợt hai"]
    assert plan_beside(stage, newer) == ()


def test_a_new_line_brings_its_cues_and_its_hour_but_no_recording_the_show_does_not_have() -> None:
    rows = morning(*TITLES).sessions[0].items
    new = item(
        "n9",
        10,
        Cue("n9.c1", Role.MUSIC, Action.PLAY, "Nhạc", track_id="moi"),
        cue("n9.c2"),
        title="Ký giao ước",
        fixed_start=at("8:45"),
    )
    stage = Stage(agenda(*rows))
    assert take(stage, agenda(*rows[:4], new, *rows[4:])) == []
    inserted = stage.row("x1").item
    assert [(each.cue_id, each.track_id) for each in inserted.cues] == [("x1.c1", None), ("x1.c2", None)]
    assert inserted.fixed_start == at("8:45")


def test_hours_are_held_against_the_day_and_the_hour_on_which_the_show_was_laid() -> None:
    rows = morning(*TITLES).sessions[0].items
    filed = agenda(*rows[:4], replace(rows[4], fixed_start=at("10:00")), rows[5])
    laid_by = timedelta(days=300, hours=2)
    stage = Stage(shifted(filed, laid_by))
    stage.state = replace(stage.state, opened=replace(stage.state.opened, laid_by=laid_by))
    assert plan_beside(stage, filed) == ()
    assert plan_beside(stage, shifted(filed, timedelta(days=7))) == ()
    later = agenda(*rows[:4], replace(rows[4], fixed_start=at("10:30")), rows[5])
    (offer,) = plan_beside(stage, later)
    assert (offer.revision.before, offer.revision.after) == ("19:00", "19:30")
    take(stage, later)
    assert stage.state.order.places["m5"].item.fixed_start == at("10:30") + laid_by


def test_a_plan_that_begins_when_somebody_starts_it_has_its_hours_from_then() -> None:
    rows = morning(*TITLES).sessions[0].items
    filed = agenda(*rows[:4], replace(rows[4], fixed_start=at("9:00")), rows[5])
    stage = Stage(filed, "19:00", floating=True)
    stage.state = replace(stage.state, opened=replace(stage.state.opened, laid_by=timedelta()))
    later = agenda(*rows[:4], replace(rows[4], fixed_start=at("9:15")), rows[5])
    assert plan_beside(stage, filed) == ()
    take(stage, later)
    assert stage.starts()["m5"] == "20:15"
    stage.at("19:30").do(c.Start())
    assert (stage.starts()["m5"], plan_beside(stage, later)) == ("20:45", ())


def test_a_sitting_comes_later_by_its_first_items_hour_and_earlier_by_hand_alone() -> None:
    plan = agenda(*morning(*TITLES).sessions[0].items)
    stage = Stage(plan)
    stage.state = replace(stage.state, opened=replace(stage.state.opened, laid_by=timedelta()))
    (later,) = plan_beside(stage, replace(plan, sessions=(replace(plan.sessions[0], start_at=at("8:30")),)))
    assert later.is_open
    sooner = replace(plan, sessions=(replace(plan.sessions[0], start_at=at("7:30")),))
    assert [offer.refused for offer in plan_beside(stage, sooner)] == [CannotTake.EARLIER]


# Any newer plan


@dataclass
class Line:
    title: str
    by: str | None = None
    length: int = 5
    parts: list[Line] = field(default_factory=list)


def built(sittings: list[list[Line]], mark: str) -> Agenda:
    def row(line: Line, item_id: str) -> Item:
        if line.parts:
            parts = (row(part, f"{item_id}-{place}") for place, part in enumerate(line.parts, start=1))
            return replace(heading(item_id, *parts), title=line.title, by=line.by)
        return item(item_id, line.length, title=line.title, by=line.by)

    def sitting(at_: int, lines: list[Line]) -> Session:
        rows = (row(line, f"{mark}{at_}{place}") for place, line in enumerate(lines, start=1))
        return session(f"{mark}s{at_}", f"{8 + 4 * at_}:00", *rows)

    return Agenda("Hội nghị", tuple(sitting(at_, lines) for at_, lines in enumerate(sittings)))


class Names:
    """Titles none of which is like another."""

    def __init__(self) -> None:
        self.count = 0

    def next(self) -> str:
        self.count += 1
        return " ".join(f"{word}{self.count}" for word in ("mục", "lời", "dòng", "chữ"))


@st.composite
def two_plans(draw: st.DrawFn) -> tuple[Agenda, Agenda]:
    """A plan and a newer one. The first line of each sitting is in both: it tells which sitting is which."""
    names = Names()

    def line() -> Line:
        parts = [Line(names.next()) for _ in range(draw(st.sampled_from((0, 0, 0, 1, 2, 3))))]
        return Line(names.next(), parts=parts)

    sittings = [
        [Line(names.next()), *(line() for _ in range(draw(st.integers(1, 4))))]
        for _ in range(draw(st.integers(1, 2)))
    ]
    plan = built(sittings, "m")
    anchors = [lines[0] for lines in sittings]
    for _ in range(draw(st.integers(1, 6))):
        levels = [*sittings, *(each.parts for lines in sittings for each in lines if each.parts)]
        level = draw(st.sampled_from(levels))
        free = [each for each in level if not any(each is anchor for anchor in anchors)]
        chosen = draw(st.sampled_from(free)) if free else None
        other = draw(st.sampled_from(levels))
        match draw(st.sampled_from(("new", "gone", "move", "say", "who", "long", "part"))):
            case "new":
                new = Line(names.next()) if level not in sittings else line()
                level.insert(draw(st.integers(0, len(level))), new)
            case "gone" if chosen:
                level.remove(chosen)
            case "move" if (
                chosen and other is not chosen.parts and not (chosen.parts and other not in sittings)
            ):
                level.remove(chosen)
                other.insert(draw(st.integers(0, len(other))), chosen)
            case "say" if chosen:
                chosen.title += f" thêm{draw(st.integers(0, 9))}"
            case "who" if chosen:
                chosen.by = f"Ông {draw(st.integers(0, 9))}"
            case "long" if chosen:
                chosen.length += 3
            case "part" if chosen and level in sittings:
                chosen.parts.append(Line(names.next()))
    return plan, built(sittings, "n")


def read(
    plan: Agenda, left_out: frozenset[str] = frozenset()
) -> list[tuple[int, str, str, str | None, object]]:
    """Each leaf as it reads: its sitting, its heading, its words, its person, its length."""
    return [
        (index, head.title if head.parts else "", leaf.title, leaf.by, leaf.duration)
        for index, sitting in enumerate(plan.sessions)
        for head in sitting.items
        for leaf in (head.parts or (head,))
        if leaf.item_id not in left_out
    ]


@settings(max_examples=300, deadline=None)
@given(two_plans())
def test_a_show_that_took_every_change_reads_like_the_newer_plan(plans: tuple[Agenda, Agenda]) -> None:
    plan, newer = plans
    stage = Stage(plan, tick=False)
    assert take(stage, newer) == []
    left_out = frozenset(item_id for item_id, run in stage.state.runs.items() if run.skipped)
    assert read(stage.state.agenda, left_out) == read(newer)
    assert plan_beside(stage, newer) == ()
    while stage.state.calls:
        stage.do(c.Undo())
    assert (stage.state.agenda, read(stage.state.agenda)) == (plan, read(plan))


@settings(max_examples=100, deadline=None)
@given(two_plans(), st.integers(0, 5), st.data())
def test_nothing_that_has_begun_is_changed_whatever_is_taken(
    plans: tuple[Agenda, Agenda], calls: int, data: st.DataObject
) -> None:
    plan, newer = plans
    stage = Stage(plan, tick=False).at("8:00")
    stage.do(c.Start())
    for _ in range(calls):
        stage.now += minutes(3)
        stage.ask(c.Advance(sure=True))
    begun = [leaf.item for leaf in stage.state.order.leaves if stage.state.run(leaf.item.item_id).started_at]
    took = take(stage, newer)
    assert set(took) <= {Reason.BAD_PLACE, Reason.ITEM_SKIPPED, CannotTake.NO_PLACE}
    leaves = [leaf.item for leaf in stage.state.order.leaves if stage.state.run(leaf.item.item_id).started_at]
    assert [each.item_id for each in leaves] == [each.item_id for each in begun]
    assert not any(stage.state.run(each.item_id).skipped for each in leaves)
