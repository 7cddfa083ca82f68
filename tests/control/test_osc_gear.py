"""What real gear sends: buttons that are let go, numbers for ids, tokens where they can be put, slips."""

from __future__ import annotations

import pytest

from runofshow.control.osc_in import LOOPBACK, OscServer
from runofshow.control.osc_orders import TAKES, LetGo, read_command
from runofshow.control.osc_packets import Argument
from runofshow.core import commands as c
from runofshow.core.agenda import Agenda
from runofshow.core.notices import NoteKind
from runofshow.core.state import item_meant
from tests.control.given import plan
from tests.control.test_osc_in import TOKEN, ear, nothing, remote
from tests.control.test_osc_packets import osc
from tests.core.shows import Stage, item, session


@pytest.mark.parametrize(
    ("name", "args", "command"),
    [
        ("go", (1.0,), c.Go()),
        ("go", (1,), c.Go()),
        ("go", (1.0, "q1"), c.Go("q1")),
        ("advance", (1.0,), c.Advance()),
        ("advance", (1,), c.Advance()),
        ("start", (1,), c.Start()),
        ("back", (1.0,), c.Back()),
        ("undo", (1,), c.Undo()),
        ("hold", (1.0,), c.Hold()),
        ("standby", (1,), c.StandBy()),
        ("stop", (1.0,), c.StopSound()),
        ("panic", (1.0,), c.Panic()),
        ("panic", (1,), c.Panic()),
        ("fade", (1.0,), c.FadeSound()),
        ("jump", (1.0, "m4"), c.Jump("m4")),
        ("play", (1.0, "t1"), c.PlayTrack("t1")),
        ("correct_clock", (1.0,), c.CorrectClock()),
    ],
)
def test_a_pressed_button_is_the_order_and_no_yes_to_a_question(
    name: str, args: tuple[Argument, ...], command: c.Command
) -> None:
    assert read_command(name, args) == command


@pytest.mark.parametrize("name", sorted(TAKES))
def test_a_button_that_is_let_go_orders_nothing(name: str) -> None:
    needs: dict[str, tuple[Argument, ...]] = {
        "add_time": (60,),
        "backdate": ("m4", 60),
        "message": ("mc", "A"),
    }
    first_is_needed = "add_time ack jump skip unskip move backdate message answer note play arm see".split()
    behind = needs.get(name, ("x",) if name in first_is_needed else ())
    with pytest.raises(LetGo):
        read_command(name, (0.0, *behind))
    read_command(name, (1.0, *behind))


@pytest.mark.parametrize("name", ["panic", "fade", "correct_clock", "stop", "advance", "undo", "go", "hold"])
@pytest.mark.parametrize("released", [0, 0.0, False])
def test_a_release_of_any_kind_orders_nothing(name: str, released: Argument) -> None:
    with pytest.raises(LetGo):
        read_command(name, (released,))


@pytest.mark.parametrize(
    ("name", "args", "command"),
    [
        ("advance", (1.0, 1), c.Advance(sure=True)),
        ("advance", (True,), c.Advance(sure=True)),
        ("go", ("", 1), c.Go(sure=True)),
        ("go", ("q1", 1.0), c.Go("q1", sure=True)),
        ("panic", (1, 1), c.Panic(hard=True, sure=True)),
        ("panic", (1.0, 1, 1), c.Panic(hard=True, sure=True)),
    ],
)
def test_sure_is_said_behind_the_button_or_as_a_truth(
    name: str, args: tuple[Argument, ...], command: c.Command
) -> None:
    assert read_command(name, args) == command


@pytest.mark.parametrize(
    ("sent", "meant"), [(4, "4"), (4.0, "4"), (4.199999809265137, "4.2"), (1, "1"), ("m4", "m4")]
)
def test_an_id_may_come_as_a_number(sent: Argument, meant: str) -> None:
    assert read_command("jump", (sent,)) == c.Jump(meant)
    assert read_command("play", (sent,)) == c.PlayTrack(meant)
    assert read_command("move", (sent, sent)) == c.Move(meant, meant)


def test_where_no_item_has_the_id_its_number_finds_it() -> None:
    state = Stage(plan(), tick=False).state
    by_number = {place.item.number: place.item.item_id for place in state.order.rows}
    for number, item_id in by_number.items():
        assert item_meant(state, number) == item_id
    assert item_meant(state, "nowhere") == "nowhere"
    assert read_command("jump", (4.2,), lambda said: item_meant(state, said)) == c.Jump(by_number["4.2"])


def test_a_number_that_two_sessions_have_finds_neither() -> None:
    morning, afternoon = (
        session(f"s{hour}", f"{hour}:00", item(f"m{hour}", 5, number="1")) for hour in (8, 9)
    )
    state = Stage(Agenda("Hội nghị", (morning, afternoon)), tick=False).state
    assert item_meant(state, "1") == "1"
    assert item_meant(state, "m9") == "m9"


async def test_the_token_may_stand_in_the_address() -> None:
    async with ear() as open_ear:
        with remote(open_ear) as desk:
            desk.send(osc(f"/runofshow/{TOKEN}/start", 1.0))
            assert await desk.reply() == ["start", "ok", 2]
            desk.send(osc(f"/runofshow/{TOKEN}/start", 0.0))
            desk.send(osc(f"/runofshow/{TOKEN}/note", "Mất điện"))
            assert await desk.reply() == ["note", "ok", 3]
            desk.send(osc(f"/runofshow/{TOKEN[:-1]}/start"))
            desk.send(osc(f"/runofshow/{TOKEN}/hold"))
            assert await desk.reply() == ["hold", "ok", 4]
            desk.send(osc(f"/runofshow/{TOKEN}/note", "Mất điện", "incident"))
            assert await desk.reply() == ["note", "ok", 5]
        noted = (c.TakeNote("Mất điện"), c.Hold(), c.TakeNote("Mất điện", NoteKind.INCIDENT))
        assert open_ear.asked == [c.Start(), *noted]


async def test_a_machine_that_was_named_needs_no_token() -> None:
    def server(token: str) -> OscServer:
        senders = frozenset({"192.168.1.7"})
        return OscServer(token, nothing, lambda *_: None, port=0, senders=senders)

    for token in ("", TOKEN):
        assert len(await server(token).take(osc("/runofshow/go"), ("192.168.1.7", 5000))) == 1
        assert await server(token).take(osc("/runofshow/go"), ("192.168.1.8", 5000)) == []
        assert await server(token).take(osc("/runofshow/go", ""), (LOOPBACK, 5000)) == []
    assert len(await server(TOKEN).take(osc("/runofshow/go", TOKEN), ("192.168.1.8", 5000))) == 1
    with pytest.raises(ValueError, match="16"):
        server("x" * 15)


@pytest.mark.parametrize(
    ("address", "args", "name", "told"),
    [
        ("/runofshow/Go", (), "Go", "did you mean 'go'"),
        ("/runofshow/standBy", (), "standBy", "did you mean 'standby'"),
        ("/runofshow/addtime", (60,), "addtime", "did you mean 'add_time'"),
        ("/Runofshow/go", (), "go", "write /runofshow/go"),
        ("/go", (), "go", "write /runofshow/go"),
        ("/runofshow/go/", (), "", "write /runofshow/COMMAND, where COMMAND is one of start, go, "),
        ("/runofshow", (), "runofshow", "write /runofshow/COMMAND"),
        ("/runofshow/gp", (), "gp", "did you mean 'go'"),
        ("/runofshow/zzz", (), "zzz", "there are start, go, "),
        ("/runofshow/message", ("MC", "A"), "message", "to (one of caller, mc, "),
        ("/runofshow/note", ("A", "fault"), "note", "kind (one of note, incident, decision, lesson)"),
        ("/runofshow/jump", ("m4", "later"), "jump", "rest (one of aside, keep)"),
        ("/runofshow/add_time", ("60",), "add_time", "add_time takes seconds (number)"),
        ("/runofshow/add_time", ("60",), "add_time", "seconds is missing or of a wrong kind"),
        ("/runofshow/jump", (), "jump", "item_id is missing or of a wrong kind"),
        ("/runofshow/message", ("everyone", "A"), "message", "to is missing or of a wrong kind"),
        ("/runofshow/hold", ("now", 2), "hold", "hold takes nothing"),
        ("/runofshow/end", (), "end", "no command 'end'"),
    ],
)
async def test_whoever_has_the_token_is_told_what_was_wrong(
    address: str, args: tuple[Argument, ...], name: str, told: str
) -> None:
    async with ear() as open_ear:
        with remote(open_ear) as desk:
            desk.send(osc(address, TOKEN, *args))
            reply = await desk.reply()
        assert reply[:3] == [name, "refused", "bad_request"]
        assert told in reply[3]
        assert open_ear.asked == []
