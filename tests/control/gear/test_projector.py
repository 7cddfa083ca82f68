"""Projectors by PJLink: what they are told, what they answer, and every way in which they do not."""

from __future__ import annotations

import asyncio

import pytest

from runofshow.control.failure import Failed, Trouble
from runofshow.control.gear.facts import Fact
from runofshow.control.gear.projector import ProjectorGear
from runofshow.control.messages import Taken
from runofshow.core.gear import Projector
from runofshow.core.gear_orders import ProjectorDo, ToProjector
from tests.control.gear.projectors import Stand, Talk, standing
from tests.control.targets import LOOPBACK, port_of_nobody

WITHIN = 10.0
"""All the time a busy machine may need."""
HASTY = 0.2
"""For what never answers."""


def driver(stand: Stand, password: str = "") -> ProjectorGear:
    return ProjectorGear(Projector("chieu", LOOPBACK, stand.port), password)


async def told(stand: Stand, do: ProjectorDo, password: str = "", within: float = WITHIN) -> Taken:
    return await driver(stand, password).send(ToProjector("chieu", do), within)


async def failure(
    stand: Stand, do: ProjectorDo, password: str = "", within: float = WITHIN
) -> tuple[Trouble, bool]:
    """Why it was not done, and whether it may be tried again."""
    with pytest.raises(Failed) as failed:
        await told(stand, do, password, within)
    return failed.value.trouble, failed.value.again


@pytest.mark.parametrize(
    ("do", "line", "is_done"),
    [
        (ProjectorDo.ON, "POWR 1", False),
        (ProjectorDo.OFF, "POWR 0", False),
        (ProjectorDo.BLANK, "AVMT 11", True),
        (ProjectorDo.SHOW, "AVMT 10", True),
    ],
)
async def test_each_order_is_one_line_of_the_protocol(do: ProjectorDo, line: str, is_done: bool) -> None:
    async with standing(Stand()) as stand:
        taken = await told(stand, do)
        assert (stand.told, taken.detail, taken.done) == ([line], line, is_done)
        assert 0 <= taken.after < WITHIN


async def test_a_picture_that_cannot_be_blanked_alone_is_blanked_with_its_sound() -> None:
    async with standing(Stand(mutes_alone=False)) as stand:
        await told(stand, ProjectorDo.BLANK)
        assert (stand.told, stand.muted) == (["AVMT 11", "AVMT 31"], "31")
        await told(stand, ProjectorDo.SHOW)
        assert (stand.told[2:], stand.muted) == (["AVMT 10", "AVMT 30"], "30")


async def test_a_password_goes_as_the_digest_that_the_projector_asks_for() -> None:
    async with standing(Stand(password="JBMIAProjectorLink")) as stand:
        await told(stand, ProjectorDo.BLANK, "JBMIAProjectorLink")
        assert stand.told == ["AVMT 11"]
        assert await failure(stand, ProjectorDo.SHOW, "khác") == (Trouble.WRONG_PASSWORD, False)
        assert await failure(stand, ProjectorDo.SHOW) == (Trouble.WRONG_PASSWORD, False)
        assert stand.told == ["AVMT 11"]


async def test_a_password_that_nobody_asks_for_does_no_harm() -> None:
    async with standing(Stand()) as stand:
        await told(stand, ProjectorDo.BLANK, "thừa")
        assert stand.told == ["AVMT 11"]


@pytest.mark.parametrize(
    ("power", "do", "trouble"),
    [
        ("2", ProjectorDo.ON, Trouble.COOLING),
        ("3", ProjectorDo.OFF, Trouble.WARMING),
        ("3", ProjectorDo.BLANK, Trouble.WARMING),
        ("0", ProjectorDo.SHOW, Trouble.SWITCHED_OFF),
    ],
)
async def test_an_order_at_the_wrong_time_says_why_and_may_be_tried_again(
    power: str, do: ProjectorDo, trouble: Trouble
) -> None:
    async with standing(Stand(power=power)) as stand:
        assert await failure(stand, do) == (trouble, True)


async def test_a_projector_that_is_out_of_order_says_so() -> None:
    async with standing(Stand(defect=True)) as stand:
        assert await failure(stand, ProjectorDo.ON) == (Trouble.DEFECT, False)


async def test_it_is_looked_at_with_all_that_it_knows_of_itself() -> None:
    async with standing(Stand(password="x", errors="010020", muted="11")) as stand:
        taken = await driver(stand, "x").look(WITHIN)
    assert dict(taken.facts) == {
        Fact.MODEL: "EPSON EB-2250U",
        Fact.NAME: "Hội trường A",
        Fact.VERSION: "PJLink 2",
        Fact.POWER: "on",
        Fact.PICTURE: "blank",
        Fact.INPUT: "DIGITAL 1",
        Fact.LAMP_HOURS: "1234, 56",
        Fact.WARNING: "lamp",
        Fact.FAULT: "filter",
    }
    assert stand.told == []


async def test_a_defect_is_seen_when_it_is_looked_at() -> None:
    async with standing(Stand(defect=True)) as stand:
        taken = await driver(stand).look(WITHIN)
    assert (Fact.FAULT, "other") in taken.facts
    assert Fact.POWER not in dict(taken.facts)


async def test_a_slow_projector_is_waited_for_and_no_longer_than_it_may_take() -> None:
    async with standing(Stand(slow=0.002)) as stand:
        await told(stand, ProjectorDo.BLANK)
    async with standing(Stand(slow=60)) as stand:
        assert await failure(stand, ProjectorDo.BLANK, within=HASTY) == (Trouble.TIMEOUT, True)


async def test_lines_that_end_twice_are_read_as_one() -> None:
    async with standing(Stand(ends=b"\r\n")) as stand:
        await told(stand, ProjectorDo.BLANK)
        facts = dict((await driver(stand).look(WITHIN)).facts)
    assert (stand.told, facts[Fact.PICTURE]) == (["AVMT 11"], "blank")


async def test_every_connection_is_let_go_of_also_by_many_at_once() -> None:
    async with standing(Stand(password="x")) as stand:
        both = (told(stand, ProjectorDo.BLANK, "x"), told(stand, ProjectorDo.SHOW, "x"))
        await asyncio.gather(*both, failure(stand, ProjectorDo.ON, "y"))
        assert stand.visits == 3
        async with asyncio.timeout(WITHIN):
            for _ in range(3):
                await stand.gone.acquire()


def says(*lines: bytes, stays: bool = True) -> Talk:
    """Greets and answers with these, one to each line that it is told; then it hangs, or hangs up."""

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for place, line in enumerate(lines):
            if place:
                await reader.readuntil(b"\r")
            writer.write(line)
            await writer.drain()
        while stays and await reader.read(1024):
            pass

    return talk


async def floods(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Never ends a line and never stops."""
    while True:
        writer.write(b"x" * 65_536)
        await writer.drain()


@pytest.mark.parametrize(
    ("talk", "trouble", "again"),
    [
        (says(b""), Trouble.TIMEOUT, True),
        (says(b"PJLINK 0\r"), Trouble.NO_ANSWER, False),
        (says(b"PJLINK 0\r", stays=False), Trouble.NO_ANSWER, False),
        (says(b"", stays=False), Trouble.HUNG_UP, True),
        (says(b"SSH-2.0-OpenSSH\r\n"), Trouble.NOT_THIS_GEAR, False),
        (says(b"PJLINK\r"), Trouble.NOT_THIS_GEAR, False),
        (says(b"PJLINK 0\r", b"\xff\xfe\r"), Trouble.NOT_THIS_GEAR, False),
        (says(b"PJLINK 0\r", b"%1POWR=OK\r"), Trouble.NOT_THIS_GEAR, False),
        (says(b"PJLINK 0\r", b"%1AVMT=MAYBE\x1b[2J\r"), Trouble.UNEXPECTED, False),
        (says(b"PJLINK 0\r", b"%1AVMT=ERR1\r"), Trouble.CANNOT, False),
        (says(b"PJLINK 0\r", b"%1AVMT=ERR2\r", b"%1AVMT=ERR2\r"), Trouble.CANNOT, False),
        (says(b"PJLINK 0\r", b"%1AVMT=ERR3\r", b"%1POWR=1\r"), Trouble.NOT_NOW, True),
        (floods, Trouble.NOT_THIS_GEAR, False),
    ],
)
async def test_what_is_no_good_projector_is_told_apart(talk: Talk, trouble: Trouble, again: bool) -> None:
    async with standing(Stand(), talk) as stand:
        within = HASTY if trouble in (Trouble.TIMEOUT, Trouble.NO_ANSWER) else WITHIN
        assert await failure(stand, ProjectorDo.BLANK, within=within) == (trouble, again)


async def test_where_nobody_listens_it_may_be_tried_again() -> None:
    with port_of_nobody() as port:
        assert await failure(Stand(port=port), ProjectorDo.ON) == (Trouble.REFUSED, True)


async def test_a_name_that_nobody_knows_is_told() -> None:
    gear = ProjectorGear(Projector("chieu", "nobody.invalid"), "")
    with pytest.raises(Failed) as failed:
        await gear.look(WITHIN)
    assert failed.value.trouble in (Trouble.NO_HOST, Trouble.TIMEOUT)
