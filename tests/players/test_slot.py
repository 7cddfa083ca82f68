"""One place of a deck: what is asked of it in one breath is done one after the other."""

from __future__ import annotations

import asyncio
from pathlib import Path

from runofshow.core.agenda import Track
from runofshow.core.sound import Deck as Name
from runofshow.players.happenings import Output
from runofshow.players.slot import Slot


class Doorway:
    """Finds no file, and knows what was looked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def find(self, track: Track) -> Path | None:
        self.asked.append(track.track_id)
        return None


async def done(slot: Slot) -> None:
    """Until what was asked last is done."""
    assert slot._work is not None
    await asyncio.wait_for(slot._work, 10)
    await slot.close()


async def test_of_what_is_asked_in_one_breath_only_the_last_is_done() -> None:
    door = Doorway()
    slot = Slot(Name.A, Path("/no/player"), Output(driver="null"), door.find, lambda news: None)
    for name in ("one", "two", "three"):
        slot.arm(Track(name, name, f"{name}.wav"), name)
    await done(slot)
    assert door.asked == ["three"]


async def test_the_third_waits_also_for_the_first_when_the_second_was_called_off() -> None:
    slot = Slot(Name.A, Path("/no/player"), Output(driver="null"), lambda track: None, lambda news: None)
    order: list[str] = []

    async def lets_go_slowly() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            for _ in range(20):
                await asyncio.sleep(0)
            order.append("first let go")

    async def does(what: str) -> None:
        order.append(what)

    slot._become(lets_go_slowly)
    for _ in range(3):
        await asyncio.sleep(0)
    slot._become(lambda: does("second"))
    await asyncio.sleep(0)
    slot._become(lambda: does("third"))
    await done(slot)
    assert order == ["first let go", "third"]
