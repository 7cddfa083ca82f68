"""What the probe of a broker tells, on a real mosquitto in its usual and in a narrow setting."""

from __future__ import annotations

from pathlib import Path

import pytest

from runofshow.sites.address import BrokerAddress
from runofshow.sites.probe import NEEDED, Point, Proved, probe
from runofshow.sites.trouble import NotLinked, Trouble
from tests.control.targets import LOOPBACK
from tests.sites.brokers import free_port, mosquitto


async def proved(address: BrokerAddress) -> dict[Point, Proved]:
    return {each.point: each for each in await probe(address)}


async def test_a_mosquitto_as_it_comes_does_what_is_needed_and_forgets_for_who_is_away(
    tmp_path: Path,
) -> None:
    async with mosquitto(tmp_path) as broker:
        found = await proved(broker.address)
    assert [point for point in Point if not found[point].well] == [Point.QUEUE]
    assert int(found[Point.QUEUE].value) < 1_500


async def test_a_broker_that_takes_only_small_messages_does_not_do(tmp_path: Path) -> None:
    async with mosquitto(tmp_path, "message_size_limit 1000") as broker:
        found = await proved(broker.address)
    assert {point for point in NEEDED if not found[point].well} == {Point.SIZE}


async def test_a_broker_that_keeps_nothing_does_not_do(tmp_path: Path) -> None:
    async with mosquitto(tmp_path, "retain_available false") as broker:
        found = await proved(broker.address)
    assert {point for point in NEEDED if not found[point].well} == {Point.KEPT}


async def test_no_broker_at_all_is_told_before_anything_is_tried() -> None:
    with pytest.raises(NotLinked) as told:
        await probe(BrokerAddress(LOOPBACK, free_port()))
    assert told.value.trouble is Trouble.REFUSED
