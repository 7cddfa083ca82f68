"""What comes over the wire, read strictly: the server's own pictures, and none that is half false."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.core import commands as c
from runofshow.core.agenda import CUE_ROLES, Award, Role
from runofshow.core.award import listed
from runofshow.core.light import DARK
from runofshow.core.snapshot import CuePhase, ItemState, Phase
from runofshow.core.value import replace
from runofshow.core.views.roles import DisplayView, HandView, SpeakerView, StageView, view_of
from runofshow.core.wire import Json, as_json
from runofshow.line.reading import BadPicture, read_view
from tests.tui.hall import HALL_TIME, Hall, Venue, hall_for
from tests.tui.states import STATES
from tests.web.halls import plan

SCREENS = [role for role in Role if role is not Role.CALLER]


@pytest.fixture
def venue(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Venue]:
    opened = Venue(tmp_path_factory.mktemp("venue"))
    yield opened
    opened.close()


def wire(it: Hall, role: Role) -> dict[str, Json]:
    """What the server sends, through JSON and back."""
    sent: dict[str, Json] = json.loads(json.dumps(as_json(view_of(role, it.now, HALL_TIME))))
    return sent


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("role", SCREENS)
def test_every_picture_of_every_state_is_read(venue: Venue, state: str, role: Role) -> None:
    it = STATES[state](venue)
    picture = read_view(role, wire(it, role))
    assert picture.seq == it.now.seq
    assert picture.phase is it.now.phase
    assert (picture.speed, picture.floating) == (it.now.speed, it.now.floating)
    assert abs(picture.now - it.now.now) < timedelta(milliseconds=1)
    running = it.now.current.row.title if it.now.current else None
    assert (picture.current.title if picture.current else None) == running


def test_a_hand_reads_its_own_cues_words_and_messages(venue: Venue) -> None:
    it = hall_for(venue, plan())
    it.do(c.Start())
    it.do(c.StandBy("mc2"))
    it.do(c.SendMessage(Role.MC, "Chờ thêm một chút"))
    picture = read_view(Role.MC, wire(it, Role.MC))
    assert isinstance(picture, HandView)
    assert picture.words == "Lời dẫn 1"
    assert picture.next is not None
    assert picture.next.number == "m2"
    phases = [(cue.cue_id, cue.phase) for cue in picture.cues[:3]]
    assert phases == [("mc1", CuePhase.DUE), ("mc2", CuePhase.STANDBY), ("mc3", CuePhase.LATER)]
    assert [(m.text, m.to, m.by) for m in picture.messages] == [("Chờ thêm một chút", Role.MC, "caller")]


def test_the_crew_reads_who_is_handed_what(venue: Venue) -> None:
    agenda = plan()
    session = agenda.sessions[0]
    award = Award("Quyết định 12", "Đồng chí Bí thư", listed("Bà An", "Ông Bình"), called_before_reading=True)
    first = replace(session.items[0], award=award, notes="Khay đỏ")
    it = hall_for(venue, replace(agenda, sessions=(replace(session, items=(first, *session.items[1:])),)))
    it.do(c.Start())
    picture = read_view(Role.CREW, wire(it, Role.CREW))
    assert isinstance(picture, HandView)
    need = picture.needs[0]
    assert need.award is not None
    assert (need.award.decision, need.award.presenter) == ("Quyết định 12", "Đồng chí Bí thư")
    assert need.award.recipients == ("Bà An", "Ông Bình")
    assert need.award.called_before_reading
    assert need.notes == "Khay đỏ"


def test_the_stage_reads_the_whole_order(venue: Venue) -> None:
    it = hall_for(venue, plan())
    it.do(c.Start())
    it.do(c.Skip("m3"))
    picture = read_view(Role.STAGE, wire(it, Role.STAGE))
    assert isinstance(picture, StageView)
    assert [(row.number, row.state) for row in picture.items] == [
        ("m1", ItemState.RUNNING),
        ("m2", ItemState.UPCOMING),
        ("m3", ItemState.SKIPPED),
        ("m4", ItemState.UPCOMING),
    ]
    assert picture.items[0].planned_s == 600
    of_before = wire(it, Role.STAGE)
    assert isinstance(of_before, dict)
    for key in ("cues", "light"):
        del of_before[key]
    older = read_view(Role.STAGE, of_before)
    assert isinstance(older, StageView)
    assert (older.cues, older.light) == ((), DARK), "a server of before it had any"


def test_speaker_and_display_are_pictures_of_their_own(venue: Venue) -> None:
    it = hall_for(venue, plan())
    assert isinstance(read_view(Role.SPEAKER, wire(it, Role.SPEAKER)), SpeakerView)
    assert isinstance(read_view(Role.DISPLAY, wire(it, Role.DISPLAY)), DisplayView)


def test_the_caller_has_no_screen_of_its_own(venue: Venue) -> None:
    with pytest.raises(ValueError, match="caller"):
        read_view(Role.CALLER, wire(hall_for(venue, plan()), Role.CALLER))


def test_what_a_newer_server_adds_is_passed_over(venue: Venue) -> None:
    it = hall_for(venue, plan())
    it.do(c.Start())
    sent = wire(it, Role.MC)
    grown: Json = {
        **sent,
        "weather": {"rain": True},
        "cues": [{**cue, "fog": 1} for cue in _objects(sent["cues"])],
    }
    assert read_view(Role.MC, grown) == read_view(Role.MC, sent)


def test_a_missing_member_is_an_unknown_one(venue: Venue) -> None:
    """A merge patch cannot tell null from missing."""
    sent = wire(hall_for(venue, plan()), Role.MC)
    assert sent["current"] is None
    assert read_view(Role.MC, {k: v for k, v in sent.items() if v is not None}) == read_view(Role.MC, sent)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("seq",), "3"),
        (("seq",), True),
        (("phase",), "maybe"),
        (("now",), "yesterday"),
        (("now",), "2020-03-27T08:00:00"),
        (("now",), "0001-01-01T00:00:00+00:00"),
        (("show",), None),
        (("show", "title"), 7),
        (("session",), []),
        (("cues",), None),
        (("cues",), {}),
        (("cues", 0), "cue"),
        (("cues", 0, "phase"), "later still"),
        (("cues", 1, "mark"), None),
        (("current", "elapsed_s"), float("nan")),
        (("current", "elapsed_s"), 1e300),
        (("current", "clock"), "sideways"),
        (("current", "started_at"), None),
        (("messages",), [{"id": "1"}]),
        (("words",), ["a"]),
        (("speed",), 0),
    ],
)
def test_a_field_of_the_wrong_kind_is_no_picture(
    venue: Venue, path: tuple[str | int, ...], value: Json
) -> None:
    it = hall_for(venue, plan())
    it.do(c.Start())
    sent: object = wire(it, Role.MC)
    broken = copy.deepcopy(sent)
    place: object = broken
    for step in path[:-1]:
        place = place[step]  # type: ignore[index]
    place[path[-1]] = value  # type: ignore[index]
    with pytest.raises(BadPicture) as bad:
        read_view(Role.MC, broken)  # type: ignore[arg-type]
    assert str(next(step for step in path if isinstance(step, str))) in str(bad.value)


ANY_JSON: st.SearchStrategy[Json] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=10,
)


@given(
    st.sampled_from(SCREENS),
    ANY_JSON,
    st.dictionaries(
        st.sampled_from(
            "seq mode phase now show session current next cues messages needs items words slack_s".split()
        ),
        ANY_JSON,
        max_size=5,
    ),
)
def test_nonsense_is_no_picture_and_no_crash(role: Role, value: Json, over: dict[str, Json]) -> None:
    whole: dict[str, Json] = {
        "seq": 3,
        "mode": "live",
        "phase": Phase.RUNNING.value,
        "now": "2020-03-27T08:00:00+07:00",
        "show": {"title": "Hội nghị"},
        "session": {"title": "", "start": "2020-03-27T08:00:00+07:00"},
        **over,
    }
    for tried in (value, whole):
        try:
            read_view(role, tried)
        except BadPicture:
            continue


def test_every_hand_has_the_same_kind_of_picture(venue: Venue) -> None:
    it = hall_for(venue, plan())
    for role in CUE_ROLES:
        assert isinstance(read_view(role, wire(it, role)), StageView if role is Role.STAGE else HandView)


def _objects(value: Json) -> list[dict[str, Json]]:
    assert isinstance(value, list)
    return [one for one in value if isinstance(one, dict)]
