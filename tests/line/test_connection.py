"""A screen's connection to a real hall, and to what is none."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from runofshow.core import commands as c
from runofshow.core.agenda import Role
from runofshow.core.refusal import Reason
from runofshow.core.snapshot import CuePhase, Phase
from runofshow.core.views.roles import DisplayView, HandView, StageView
from runofshow.line.address import Address, read_address
from runofshow.line.answer import Answer, Failure, NotObeyed, Obeyed
from runofshow.line.connection import Connection
from runofshow.line.standing import Connecting, Live, Lost, ShutOut, Trouble, Why
from runofshow.texts import Language
from runofshow.web.network import LOOPBACK, Listening
from runofshow.web.server import HallServer
from tests.line.guests import (
    JOINED,
    NOW,
    PICTURE,
    STREAM,
    Guest,
    Guests,
    Told,
    answered,
    do,
    door,
    event,
    imposter,
)
from tests.web.halls import HERE, TOKEN, Hall, hall


def is_live(at: Connection) -> bool:
    return isinstance(at.standing, Live)


def is_lost(at: Connection) -> bool:
    return isinstance(at.standing, Lost)


def is_out(at: Connection) -> bool:
    return isinstance(at.standing, ShutOut)


def trouble(at: Connection) -> Trouble | None:
    return at.standing.trouble if isinstance(at.standing, Connecting | Lost) else None


def restarted(opened: Hall) -> HallServer:
    """A server as before, on the same port."""
    server = HallServer(
        opened.engine, opened.access, port=opened.port, tz=HERE, language=Language.VI, lan=False
    )
    standing = server.start().result(10)
    assert isinstance(standing, Listening)
    assert standing.port == opened.port
    return server


def test_a_join_link_opens_the_live_picture(opened: Hall, guests: Guests) -> None:
    link = next(link for link in opened.server.join_links() if link.role is Role.MC)
    guest = guests.come(read_address(link.url), Role.MC)
    picture = guest.sees(lambda shown: True)
    assert guest.until(is_live).standing == Live()
    assert picture.show.title == "Hội nghị"
    assert picture.phase is Phase.BEFORE


def test_the_picture_follows_the_show(opened: Hall, guests: Guests) -> None:
    guest = guests.come(door(opened, Role.MC), Role.MC)
    guest.shown()
    do(opened, c.Start())
    first = guest.sees(lambda shown: shown.phase is Phase.RUNNING)
    assert first.current is not None
    assert first.current.number == "m1"
    assert (first.words, first.next_words) == ("Lời dẫn 1", "Lời dẫn 2")
    do(opened, c.StandBy("mc2"))
    guest.sees(lambda shown: shown.cues[1].phase is CuePhase.STANDBY)
    do(opened, c.Advance())
    second = guest.sees(lambda shown: shown.current is not None and shown.current.number == "m2")
    assert second.words == "Lời dẫn 2"
    do(opened, c.Hold())
    guest.sees(lambda shown: shown.phase is Phase.HELD)
    do(opened, c.Undo())
    guest.sees(lambda shown: shown.phase is Phase.RUNNING)
    do(opened, c.End())
    ended = guest.sees(lambda shown: shown.phase is Phase.ENDED)
    assert ended.current is None
    assert ended.words == ""


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.CALLER])
def test_every_role_has_its_picture(opened: Hall, guests: Guests, role: Role) -> None:
    do(opened, c.Start())
    guest = guests.come(door(opened, role), role)
    assert guest.shown().phase is Phase.RUNNING


def test_its_clock_is_the_shows(opened: Hall, guests: Guests) -> None:
    guest = guests.come(door(opened, Role.STAGE), Role.STAGE)

    def agrees(at: Connection) -> bool:
        # the quickest of several beats is believed: one that was slow on its way proves nothing
        return at.now is not None and abs(at.now - opened.engine.latest.now) < timedelta(seconds=1)

    now = guest.until(agrees).now
    assert now is not None
    assert now.utcoffset() == HERE.utcoffset(None)


def test_an_answer_and_a_message_reach_the_show(opened: Hall, guests: Guests) -> None:
    guest = guests.come(door(opened, Role.MUSIC), Role.MUSIC)
    guest.shown()
    do(opened, c.Start())
    do(opened, c.StandBy("music2"))
    connection = guest.connection
    told = answered(lambda tell: connection.acknowledge("music2", tell))
    assert isinstance(told, Obeyed)
    guest.sees(lambda shown: shown.cues[1].acked_at is not None)
    assert isinstance(answered(lambda tell: connection.write("Máy phát bị treo", tell)), Obeyed)
    heard = guest.sees(lambda shown: bool(shown.messages)).messages[0]
    assert (heard.text, heard.to, heard.by) == ("Máy phát bị treo", Role.CALLER, "music")


def test_what_a_hand_may_not_ask_comes_back_with_the_reason(opened: Hall, guests: Guests) -> None:
    guest = guests.come(door(opened, Role.MUSIC), Role.MUSIC)
    guest.until(is_live)
    connection = guest.connection
    foreign = answered(lambda tell: connection.acknowledge("mc1", tell))
    assert foreign == NotObeyed(Failure.REFUSED, Reason.NOT_ALLOWED)
    unknown = answered(lambda tell: connection.acknowledge("nothing", tell))
    assert unknown == NotObeyed(Failure.REFUSED, Reason.UNKNOWN_CUE)


def test_too_many_messages_are_slowed(opened: Hall, guests: Guests) -> None:
    guest = guests.come(door(opened, Role.MC), Role.MC)
    guest.until(is_live)
    heard: list[Answer] = []

    def slowed(at: Connection) -> bool:
        return NotObeyed(Failure.SLOWED) in heard

    # all at once: one after the other, a slow machine could take longer over them than the hall asks for
    for _ in range(30):
        guest.connection.write("x", heard.append)
    guest.until(slowed)


def test_the_callers_code_and_token_look_at_any_screen(opened: Hall, guests: Guests) -> None:
    by_code = guests.come(door(opened, Role.CALLER), Role.STAGE)
    assert isinstance(by_code.shown(), StageView)
    by_token = guests.come(Address(LOOPBACK, opened.port, None, TOKEN), Role.DISPLAY)
    assert isinstance(by_token.shown(), DisplayView)


def test_a_wrong_code_a_wrong_token_and_anothers_code_are_refused_for_good(
    opened: Hall, guests: Guests
) -> None:
    wrong = guests.come(Address(LOOPBACK, opened.port, "AAAAAA", None), Role.MC)
    assert wrong.until(is_out).standing == ShutOut(Why.WRONG_CODE)
    token = guests.come(Address(LOOPBACK, opened.port, None, "not-the-token-here"), Role.MC)
    assert token.until(is_out).standing == ShutOut(Why.WRONG_TOKEN)
    other = guests.come(door(opened, Role.MUSIC), Role.MC)
    assert other.until(is_out).standing == ShutOut(Why.OTHER_ROLE, Role.MUSIC)
    assert not any(guest.screens for guest in opened.access.present)


def test_who_is_thrown_out_stays_out(opened: Hall, guests: Guests) -> None:
    guest = guests.come(door(opened, Role.MC), Role.MC)
    guest.until(is_live)
    (present,) = opened.access.present
    assert opened.server.throw_out(present.guest_id).result(10)
    assert guest.until(is_out).standing == ShutOut(Why.THROWN_OUT)
    assert opened.access.present == ()
    told = answered(lambda tell: guest.connection.write("Cho tôi vào", tell))
    assert told == NotObeyed(Failure.NOT_CONNECTED)


def test_a_server_that_stops_is_lost_and_caught_up_with_when_it_is_back(opened: Hall, guests: Guests) -> None:
    steady = Told()
    guest = guests.come(door(opened, Role.MC), Role.MC, steady)
    do(opened, c.Start())
    before = guest.sees(lambda shown: shown.phase is Phase.RUNNING)
    opened.server.stop().result(10)

    def lost_as_seconds_pass(at: Connection) -> bool:
        steady.skip(1)  # what lay in the wire may still be read, and count as news
        return is_lost(at)

    lost = guest.until(lost_as_seconds_pass).standing
    assert isinstance(lost, Lost)
    assert lost.stopped_at - lost.since > timedelta(seconds=3)
    assert isinstance(guest.connection.latest, HandView)
    assert guest.connection.latest.words == before.words
    assert guest.connection.now == lost.stopped_at
    steady.skip(60)
    assert guest.connection.now == lost.stopped_at
    guest.until(lambda at: trouble(at) is Trouble.NO_ANSWER)
    do(opened, c.Advance())
    server = restarted(opened)
    after = guest.sees(lambda shown: shown.current is not None and shown.current.number == "m2")
    assert after.words == "Lời dẫn 2"
    assert guest.until(is_live).standing == Live()
    assert len(opened.access.present) == 1, "it came back as the guest it was"
    server.stop().result(10)


def test_a_stream_that_breaks_for_a_moment_is_never_lost(opened: Hall, guests: Guests) -> None:
    steady = Told()
    guest = guests.come(door(opened, Role.MC), Role.MC, steady)
    guest.until(is_live)
    standings: list[object] = []
    opened.server.stop().result(10)
    steady.skip(2.9)
    server = restarted(opened)
    do(opened, c.Start())

    def came(at: Connection) -> bool:
        standings.append(at.standing)
        return at.latest is not None and at.latest.phase is Phase.RUNNING

    guest.until(came)
    assert {type(one) for one in standings} == {Live}
    server.stop().result(10)


def test_a_hall_that_opens_later_is_found(tmp_path: Path, guests: Guests) -> None:
    with hall(tmp_path) as opened:
        opened.server.stop().result(10)
        guest = guests.come(door(opened, Role.MC), Role.MC)
        assert guest.until(lambda at: trouble(at) is not None).standing == Connecting(Trouble.NO_ANSWER)
        server = restarted(opened)
        guest.sees(lambda shown: shown.show.title == "Hội nghị")
        server.stop().result(10)


def test_a_screen_that_is_closed_leaves_the_hall(opened: Hall, guests: Guests) -> None:
    guest = guests.come(door(opened, Role.MC), Role.MC)
    guest.until(is_live)
    guest.connection.close()
    guest.until(lambda at: not any(present.screens for present in opened.access.present))


# What is no hall

WHOLE = event("snapshot", PICTURE)
BEAT = event("beat", {"now": NOW, "seq": 3})
NO_PICTURE = {**PICTURE, "phase": "maybe"}


def test_a_picture_from_plain_bytes_is_read(guests: Guests) -> None:
    """The others below differ from this one in what they break."""
    with imposter(JOINED, STREAM + WHOLE + BEAT, open_from=1) as there:
        guest = guests.come(there.address, Role.MC)
        guest.until(is_live)
        assert there.asked[:2] == [b"GET /j/ABCDEF HTTP/1.1", b"GET /api/events HTTP/1.1"]


def test_no_proxy_of_the_environment_stands_between(guests: Guests, monkeypatch: pytest.MonkeyPatch) -> None:
    """An office laptop carries one, and the hall is not behind it."""
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with imposter(JOINED, STREAM + WHOLE, open_from=1) as there:
        guests.come(there.address, Role.MC).until(is_live)


def test_a_redirect_leads_to_no_other_host(guests: Guests) -> None:
    with imposter(JOINED) as foreign:
        away = (
            f"HTTP/1.1 303 See\r\nLocation: http://{LOOPBACK}:{foreign.port}/mc\r\nContent-Length: 0\r\n\r\n"
        )
        with imposter(away.encode()) as there:
            guests.come(there.address, Role.MC)
            there.wait_for_tries(2)
        assert foreign.asked == []


def test_an_order_that_drips_for_ever_is_not_waited_for(
    guests: Guests, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("runofshow.line.connection.ORDER_S", 0.2)
    drip = b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n"
    with imposter(JOINED, STREAM + WHOLE, drip, open_from=1) as there:
        guest = guests.come(there.address, Role.MC)
        guest.shown()
        told = answered(lambda tell: guest.connection.write("x", tell))
        assert told == NotObeyed(Failure.NO_ANSWER)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_those_of_a_stream_and_not_as_those_of_a_text(guests: Guests, end: str) -> None:
    title = "Hội\u2028nghị\x85\x0b\x1c"
    picture = {**PICTURE, "show": {"title": title, "organiser": "", "venue": ""}}
    said = b": hello\nretry: 10\n\n" + event("snapshot", picture).replace(b"{", b"\ndata: {", 1) + BEAT
    with imposter(JOINED, STREAM + said.decode().replace("\n", end).encode(), open_from=1) as there:
        assert guests.come(there.address, Role.MC).shown().show.title == title


def test_a_beat_is_sent_back_so_that_the_delay_is_known(guests: Guests) -> None:
    with imposter(JOINED, STREAM + WHOLE + BEAT, open_from=1) as there:
        guests.come(there.address, Role.MC)
        there.wait_for_tries(3)
        assert there.asked[2] == b"GET /api/ping?at=2020-03-27T08%3A00%3A00.000%2B07%3A00 HTTP/1.1"


def test_a_plan_without_hours_moves_on_with_the_minutes_though_nothing_is_sent(guests: Guests) -> None:
    later = event("beat", {"now": "2020-03-27T08:03:00.000+07:00", "seq": 3})
    floating = event("snapshot", {**PICTURE, "floating": True})
    with imposter(JOINED, STREAM + floating + BEAT + later, open_from=1) as there:
        guest = guests.come(there.address, Role.MC)
        start = datetime.fromisoformat("2020-03-27T08:13:00+07:00")
        guest.sees(lambda shown: shown.session.start == start)


@pytest.mark.parametrize(
    "says",
    [
        [b"\x00\xff garbage\r\n\r\n"],
        [b"SSH-2.0-OpenSSH_9.6\r\n"],
        [b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi"],
        [b"HTTP/1.1 303 See Other\r\nLocation: /mc\r\nContent-Length: 0\r\n\r\n"],
        [b"HTTP/1.1 303 See\r\nLocation: /nobody\r\nSet-Cookie: runofshow=a\r\nContent-Length: 0\r\n\r\n"],
        [b"HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n"],
        [b"HTTP/1.1 303 See Other\r\n" + b"X: " + b"y" * 70_000 + b"\r\n\r\n"],
        [JOINED, b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\nhi"],
        [JOINED, STREAM + b"event: snapshot\ndata: {{{\n\n"],
        [JOINED, STREAM + b"event: snapshot\ndata: " + b"[" * 100_000 + b"\n\n"],
        [JOINED, STREAM + b"event: snapshot\ndata: []\n\n"],
        [JOINED, STREAM + b"event: snapshot\ndata: \xff\xfe\n\n"],
        [JOINED, STREAM + event("snapshot", NO_PICTURE)],
        [JOINED, STREAM + event("change", {"phase": "held"})],
        [JOINED, STREAM + BEAT.replace(b"2020", b"never")],
        [JOINED, STREAM + b"event: beat\ndata: 7\n\n"],
        [JOINED, STREAM + b"data: " + b"x" * (9 * 1024 * 1024)],
    ],
    ids=lambda says: says[-1][:60].decode("latin-1").split("\r\n")[0] + f" {len(says)} {len(says[-1])}",
)
def test_what_is_no_hall_is_told_and_tried_again(guests: Guests, says: list[bytes]) -> None:
    with imposter(*says) as there:
        guest = guests.come(there.address, Role.MC)
        at = guest.until(lambda at: trouble(at) is Trouble.NOT_UNDERSTOOD)
        assert at.standing == Connecting(Trouble.NOT_UNDERSTOOD)
        assert at.latest is None
        there.wait_for_tries(len(says) + 1)


@pytest.mark.parametrize(
    "broken",
    [
        event("change", {"phase": "maybe"}),
        event("change", {"cues": {}}),
        event("change", []),
        b"event: change\ndata: {\n\n",
        b'event: change\ndata: {"pha',
    ],
)
def test_a_change_that_makes_no_sense_leaves_the_last_true_picture(guests: Guests, broken: bytes) -> None:
    with imposter(JOINED, STREAM + WHOLE + broken) as there:
        guest = guests.come(there.address, Role.MC)
        guest.shown()
        there.wait_for_tries(3)
        latest = guest.connection.latest
        assert latest is not None
        assert latest.phase is Phase.BEFORE
        assert there.asked[2] == b"GET /api/events HTTP/1.1", "with the cookie it has"


def test_a_server_that_says_nothing_is_cut_off_and_tried_again(guests: Guests) -> None:
    steady = Told()
    with imposter(b"", open_from=0) as there:
        guest = guests.come(there.address, Role.MC, steady)
        there.wait_for_tries(1)
        steady.skip(6)
        guest.until(lambda at: trouble(at) is Trouble.NO_ANSWER)
        there.wait_for_tries(2)


def test_a_stream_that_falls_silent_is_lost_after_three_seconds_and_opened_anew(guests: Guests) -> None:
    steady = Told()
    with imposter(JOINED, STREAM + WHOLE, b"", open_from=1) as there:
        guest = guests.come(there.address, Role.MC, steady)
        guest.until(is_live)
        steady.skip(2.9)
        steady.wait_for_looks(8)  # a look reads the clock three times at most
        assert is_live(guest.connection)
        steady.skip(0.2)
        lost = guest.until(is_lost).standing
        assert isinstance(lost, Lost)
        assert lost.since == datetime.fromisoformat(NOW)
        assert lost.stopped_at - lost.since == timedelta(seconds=3.1)
        there.wait_for_tries(3)
        assert there.asked[2] == b"GET /api/events HTTP/1.1"


def test_too_many_wrong_codes_are_waited_out(guests: Guests) -> None:
    slow = b"HTTP/1.1 429 Slow\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n"
    with imposter(slow, JOINED, STREAM + WHOLE, open_from=2) as there:
        guest = guests.come(there.address, Role.MC)
        assert guest.until(lambda at: trouble(at) is not None).standing == Connecting(Trouble.SLOWED)
        guest.until(is_live)


def test_an_order_without_an_answer_says_so(guests: Guests) -> None:
    with imposter(JOINED, STREAM + WHOLE, b"") as there:
        guest = guests.come(there.address, Role.MC)
        guest.shown()
        told = answered(lambda tell: guest.connection.write("x", tell))
        assert told == NotObeyed(Failure.NO_ANSWER)


def test_a_hall_that_never_was_there_is_tried_for_ever(guests: Guests) -> None:
    with imposter(b"") as gone:
        port = gone.port
    guest: Guest = guests.come(Address(LOOPBACK, port, "ABCDEF", None), Role.MC)
    assert guest.until(lambda at: trouble(at) is not None).standing == Connecting(Trouble.NO_ANSWER)
    told = answered(lambda tell: guest.connection.write("x", tell))
    assert told == NotObeyed(Failure.NOT_CONNECTED)
