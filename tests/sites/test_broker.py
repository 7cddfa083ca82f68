"""The way to a broker, on a real mosquitto: who comes in, what is sent, and what is never sent late."""

from __future__ import annotations

import asyncio
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from runofshow.core.value import replace
from runofshow.sites.address import BrokerAddress
from runofshow.sites.broker import Broker, Cut
from runofshow.sites.link import Link, Said
from runofshow.sites.trouble import NotLinked, Trouble
from tests.control.targets import LOOPBACK
from tests.sites.brokers import PATIENCE, free_port, mosquitto


class Ear:
    """What was heard, and the wait for it."""

    def __init__(self) -> None:
        self.said: list[Said] = []
        self._new = asyncio.Condition()

    def hear(self, said: Said) -> None:
        self.said.append(said)
        self._wakes = asyncio.ensure_future(self._wake())

    async def count(self, number: int) -> list[bytes]:
        async with asyncio.timeout(PATIENCE), self._new:
            await self._new.wait_for(lambda: len(self.said) >= number)
        return [each.payload for each in self.said]

    async def _wake(self) -> None:
        async with self._new:
            self._new.notify_all()


@asynccontextmanager
async def linked(
    address: BrokerAddress, name: str, *topics: str, will: Said | None = None
) -> AsyncIterator[tuple[Link, Ear]]:
    ear = Ear()
    link = Link(address, name, ear.hear, topics, will)
    await link.open(PATIENCE)
    try:
        yield link, ear
    finally:
        await link.close()


async def trouble_of(address: BrokerAddress, *topics: str, within: float = PATIENCE) -> Trouble:
    link = Link(address, "stranger", lambda _said: None, topics)
    with pytest.raises(NotLinked) as told:
        await link.open(within)
    await link.close()
    return told.value.trouble


class Kept:
    """A broker's connection that is kept, and what is told of it."""

    def __init__(self, address: BrokerAddress, *topics: str) -> None:
        self.ear = Ear()
        self.joins: asyncio.Queue[None] = asyncio.Queue()
        self.cuts: asyncio.Queue[Cut] = asyncio.Queue()
        self.broker = Broker(
            address,
            "kept",
            topics,
            self.ear.hear,
            joined=lambda: self.joins.put_nowait(None),
            cut=self.cuts.put_nowait,
        )

    @asynccontextmanager
    async def staying(self) -> AsyncIterator[None]:
        stays = asyncio.create_task(self.broker.stay())
        try:
            yield
        finally:
            stays.cancel()
            await asyncio.gather(stays, return_exceptions=True)

    async def joined(self) -> None:
        await asyncio.wait_for(self.joins.get(), PATIENCE)

    async def cut(self) -> Cut:
        return await asyncio.wait_for(self.cuts.get(), PATIENCE)


async def test_what_is_said_is_heard_in_its_order_and_once(tmp_path: Path) -> None:
    async with (
        mosquitto(tmp_path) as broker,
        linked(broker.address, "ear", "a/b") as (_, ear),
        linked(broker.address, "mouth") as (mouth, _),
    ):
        sent = [b"%d" % number for number in range(500)]
        assert all(mouth.say(Said("a/b", payload)) for payload in sent)
        await mouth.all_taken()
        assert mouth.waiting_for == 0.0
        assert await ear.count(500) == sent


async def test_what_is_kept_comes_to_who_comes_later_and_says_that_it_was(tmp_path: Path) -> None:
    async with mosquitto(tmp_path) as broker:
        async with linked(broker.address, "mouth") as (mouth, _):
            mouth.say(Said("a", b"1", kept=True))
            await mouth.all_taken()
        async with linked(broker.address, "ear", "a") as (_, ear):
            await ear.count(1)
            assert ear.said == [Said("a", b"1", kept=True)]


async def test_who_is_gone_without_a_word_has_a_will_and_who_says_goodbye_has_none(tmp_path: Path) -> None:
    async with mosquitto(tmp_path) as broker, linked(broker.address, "ear", "w") as (_, ear):
        async with linked(broker.address, "polite", will=Said("w", b"polite")):
            pass
        async with linked(broker.address, "dead", will=Said("w", b"dead")) as (link, _):
            link.drop()
            assert await ear.count(1) == [b"dead"]


async def test_nothing_is_handed_over_once_the_connection_is_gone(tmp_path: Path) -> None:
    async with mosquitto(tmp_path) as broker, linked(broker.address, "a") as (link, _):
        await broker.kill()
        assert await asyncio.wait_for(asyncio.shield(link.over), PATIENCE) is Trouble.HUNG_UP
        assert not link.say(Said("a", b"late"))


async def test_an_order_given_while_cut_is_never_sent_and_one_that_hung_is_not_sent_again(
    tmp_path: Path,
) -> None:
    async with mosquitto(tmp_path) as broker:
        kept = Kept(broker.address, "a")
        async with kept.staying():
            await kept.joined()
            broker.freeze()
            assert kept.broker.say("a", b"hangs")
            await broker.kill()
            assert (await kept.cut()).trouble is Trouble.HUNG_UP
            assert not kept.broker.say("a", b"while cut")
            await broker.start()
            await kept.joined()
            assert kept.broker.say("a", b"after")
            assert await kept.ear.count(1) == [b"after"]


async def test_a_broker_that_takes_nothing_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("runofshow.sites.broker.STUCK", 0.2)
    monkeypatch.setattr("runofshow.sites.broker.LOOK", 0.05)
    async with mosquitto(tmp_path) as broker:
        kept = Kept(broker.address, "a")
        async with kept.staying():
            await kept.joined()
            broker.freeze()
            assert kept.broker.say("a", b"1")
            assert await kept.cut() == Cut(Trouble.TIMEOUT)
            broker.thaw()
            await kept.joined()


async def test_a_broker_is_left_within_a_moment_even_while_it_is_frozen(tmp_path: Path) -> None:
    async with mosquitto(tmp_path) as broker:
        link = Link(broker.address, "a", lambda _said: None)
        await link.open(PATIENCE)
        broker.freeze()
        assert link.say(Said("a", b"1" * 1_000_000))
        async with asyncio.timeout(PATIENCE):
            await link.close()
        broker.thaw()


async def test_who_may_come_in_is_asked_for_user_and_password(tmp_path: Path) -> None:
    listens = f"allow_anonymous false\npassword_file {users(tmp_path, 'hall', 'secret')}"
    async with mosquitto(tmp_path, listens=listens) as broker:
        assert await trouble_of(broker.address) is Trouble.SHUT_OUT
        assert await trouble_of(replace(broker.address, user="hall", password="khác")) is Trouble.SHUT_OUT
        async with linked(replace(broker.address, user="hall", password="secret"), "hall"):
            pass


async def test_a_broker_over_tls_is_believed_only_with_who_vouches_for_it(tmp_path: Path) -> None:
    certify(tmp_path)
    listens = f"allow_anonymous true\ncertfile {tmp_path / 'cert.pem'}\nkeyfile {tmp_path / 'key.pem'}"
    async with mosquitto(tmp_path, listens=listens) as broker:
        over_tls = replace(broker.address, tls=True)
        assert await trouble_of(over_tls) is Trouble.NOT_TRUSTED
        believed = replace(over_tls, authority=tmp_path / "cert.pem")
        async with linked(believed, "a", "t") as (link, ear):
            link.say(Said("t", b"1"))
            assert await ear.count(1) == [b"1"]
        by_another_name = replace(believed, host="localhost")
        assert await trouble_of(by_another_name) is Trouble.NOT_TRUSTED
        assert await trouble_of(broker.address) is Trouble.HUNG_UP


async def test_what_does_not_speak_tls_or_is_not_there_is_told_apart(tmp_path: Path) -> None:
    async with mosquitto(tmp_path) as broker:
        assert await trouble_of(replace(broker.address, tls=True)) in (Trouble.NO_TLS, Trouble.HUNG_UP)
        broker.freeze()
        assert await trouble_of(broker.address, within=0.3) is Trouble.TIMEOUT
        broker.thaw()
    assert await trouble_of(BrokerAddress(LOOPBACK, free_port())) is Trouble.REFUSED
    assert await trouble_of(BrokerAddress("không-có.invalid", 1883)) is Trouble.NO_HOST


def users(folder: Path, name: str, password: str) -> Path:
    """A file of users as mosquitto wants it."""
    path = folder / "users"
    path.write_text(f"{name}:{password}\n", encoding="utf-8")
    subprocess.run(["mosquitto_passwd", "-U", str(path)], check=True, capture_output=True)
    return path


def certify(folder: Path) -> None:
    """A key and a certificate of its own for 127.0.0.1, good for a day."""
    subprocess.run(
        [
            *"openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 1".split(),
            *"-subj /CN=broker -addext subjectAltName=IP:127.0.0.1".split(),
            *("-keyout", str(folder / "key.pem"), "-out", str(folder / "cert.pem")),
        ],
        check=True,
        capture_output=True,
    )
