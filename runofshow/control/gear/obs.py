"""OBS Studio by its WebSocket, protocol 5: scenes, sources, stream and recording.

One connection is kept, and opened anew where it is gone. Orders are written one after the other, while what
shows that they were done is awaited side by side: a cut never waits for the fade before it.

A name goes out as OBS lists it, byte for byte: a Mac may have typed it in other letters than the plan has.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Sequence
from contextlib import asynccontextmanager
from typing import Final, TypeVar, assert_never
from unicodedata import normalize

from msgspec import Struct

from runofshow.control.failure import Failed, Trouble
from runofshow.control.gear.facts import Fact
from runofshow.control.gear.obs_link import ObsLink, Refused, linked
from runofshow.control.gear.obs_seen import (
    FADE_STARTED,
    RECORD_CHANGED,
    SCENE_CHANGED,
    STREAM_CHANGED,
    OutputSeen,
    SceneSeen,
)
from runofshow.control.gear.obs_words import (
    Event,
    ItemEnabled,
    SceneItems,
    SceneList,
    Status,
    Version,
)
from runofshow.control.messages import Taken
from runofshow.control.strangers import shown
from runofshow.core.gear import Obs
from runofshow.core.gear_orders import (
    GearOrder,
    Recording,
    ShowScene,
    ShowSource,
    StartStop,
    Stream,
    ToObs,
)
from runofshow.line.finding import Finder, NoHost

Watch = TypeVar("Watch", SceneSeen, OutputSeen)

MOST_SCENES: Final = 2_000
"""That are told when OBS is looked at."""
_RUNS: Final = {StartStop.START: "Start", StartStop.STOP: "Stop"}
_ALREADY: Final = {StartStop.START: Status.RUNS_ALREADY, StartStop.STOP: Status.RUNS_NOT}


class Begun(Struct, frozen=True):
    """OBS took an order."""

    detail: str
    after: float
    watch: SceneSeen | OutputSeen | None
    """What will know whether it is done; None where it is known to be."""


class ObsGear:
    """One OBS."""

    side_by_side = True
    """The next order may be sent before this one is known to be done."""

    def __init__(self, gear: Obs, password: str) -> None:
        """An empty password is none."""
        self._gear = gear
        self._password = password
        self._finder = Finder(gear.host, gear.port)
        self._link: ObsLink | None = None
        self._turn = asyncio.Lock()
        self._watching: set[SceneSeen | OutputSeen] = set()
        self._scene: SceneSeen | None = None
        self._fades = False

    async def send(self, order: GearOrder, within: float) -> Taken:
        """What OBS took; done where it was seen to be within that time. Raises Failed."""
        assert isinstance(order, ToObs), "checked before"
        until = asyncio.get_running_loop().time() + within
        async with self._at_turn(within, until) as link:
            begun = await self._begun(link, order.do)
        if begun.watch is None:
            return Taken(begun.detail, begun.after, done=True)
        try:
            async with asyncio.timeout_at(until):
                return Taken(begun.detail, begun.after, done=await begun.watch.seen)
        except TimeoutError:
            return Taken(begun.detail, begun.after)
        finally:
            self._watching.discard(begun.watch)

    async def look(self, within: float) -> Taken:
        """Its version and its scenes, that of the programme first. Raises Failed."""
        async with self._at_turn(within, asyncio.get_running_loop().time() + within) as link:
            facts = await _facts(link)
        return Taken(" · ".join(value for _, value in facts), facts=facts)

    def close(self) -> None:
        """Let go of the connection."""
        link, self._link = self._link, None
        if link is not None:
            link.close()

    @asynccontextmanager
    async def _at_turn(self, within: float, until: float) -> AsyncIterator[ObsLink]:
        """The connection, once what was ordered before is taken."""
        ordered = False
        try:
            async with asyncio.timeout_at(until), self._turn:
                link = await self._linked()
                link.ordered = False
                try:
                    yield link
                except BaseException as error:
                    ordered = link.ordered
                    if isinstance(error, Failed) and error.trouble in (Trouble.HUNG_UP, Trouble.NO_ANSWER):
                        error.again = not ordered
                    raise
        except NoHost as error:
            raise Failed(Trouble.NO_HOST, str(error), again=True) from error
        except TimeoutError as error:
            self.close()  # what hangs is not asked again
            trouble = Trouble.NO_ANSWER if ordered else Trouble.TIMEOUT
            raise Failed(trouble, f"{within:g} s", again=not ordered) from error

    async def _linked(self) -> ObsLink:
        if self._link is None or not self._link.is_open:
            self.close()
            self._fades = False
            address, *_ = await self._finder.addresses()
            self._link = await linked(address, self._gear.port, self._password, self._told)
        return self._link

    def _told(self, event: Event) -> None:
        if event.event_type in (FADE_STARTED, SCENE_CHANGED):
            # the end of a fade is told later than the scene, and may be that of the fade before
            self._fades = event.event_type == FADE_STARTED
        for watch in tuple(self._watching):
            watch.hear(event)

    async def _begun(self, link: ObsLink, do: ShowScene | Stream | Recording | ShowSource) -> Begun:
        began = asyncio.get_running_loop().time()
        watch: SceneSeen | OutputSeen | None = None
        match do:
            case ShowScene(scene):
                detail, watch = scene, await self._show(link, scene)
            case Stream(run):
                detail, watch = f"stream {run}", await self._run(link, run, "Stream", STREAM_CHANGED)
            case Recording(run):
                detail, watch = f"record {run}", await self._run(link, run, "Record", RECORD_CHANGED)
            case ShowSource(source, visible):
                await show_source(link, do)
                detail = f"{source} {'+' if visible else '-'}"
            case _:
                assert_never(do)
        return Begun(shown(detail), asyncio.get_running_loop().time() - began, watch)

    async def _show(self, link: ObsLink, named: str) -> SceneSeen | None:
        known = await link.ask("GetSceneList", SceneList)
        scene = meant(named, [each.scene_name for each in known.scenes])
        if self._scene is not None and self._scene.scene != scene:
            # a picture that is overtaken in its fade is never told of
            self._scene.end(is_seen=False)
        if known.current_program_scene_name == scene and not self._fades:
            return None
        self._scene = SceneSeen(scene)
        return await self._watched(self._scene, link.order("SetCurrentProgramScene", sceneName=scene))

    async def _run(self, link: ObsLink, run: StartStop, what: str, told_by: str) -> OutputSeen | None:
        watch = OutputSeen(told_by, run)
        try:
            return await self._watched(watch, link.order(f"{_RUNS[run]}{what}"))
        except Refused as refused:
            if refused.code == _ALREADY[run]:
                return None
            raise

    async def _watched(self, watch: Watch, order: Awaitable[None]) -> Watch:
        """Its events are heard from before the order, since they may come before its answer."""
        self._watching.add(watch)
        try:
            await order
        except BaseException:
            self._watching.discard(watch)
            raise
        return watch


async def show_source(link: ObsLink, do: ShowSource) -> None:
    """Show or hide it wherever it stands in the scene, also in a group, and see that it is so.

    Raises Failed.
    """
    known = await link.ask("GetSceneList", SceneList)
    scenes = [each.scene_name for each in known.scenes]
    scene = meant(do.scene, scenes) if do.scene else known.current_program_scene_name or ""
    items = await link.ask("GetSceneItemList", SceneItems, sceneName=scene)
    found = [(scene, item) for item in items.scene_items]
    for group in [item.source_name for item in items.scene_items if item.is_group]:
        inside = await link.ask("GetGroupSceneItemList", SceneItems, sceneName=group)
        found += [(group, item) for item in inside.scene_items]
    source = meant(do.source, [item.source_name for _, item in found])
    for place, item in found:
        if item.source_name == source:
            where: dict[str, object] = {"sceneName": place, "sceneItemId": item.scene_item_id}
            await link.order("SetSceneItemEnabled", **where, sceneItemEnabled=do.visible)
            said = await link.ask("GetSceneItemEnabled", ItemEnabled, **where)
            if said.scene_item_enabled is not do.visible:
                raise Failed(Trouble.UNEXPECTED, shown(source))


def meant(named: str, listed: Sequence[str]) -> str:
    """The listed name, byte for byte. Raises Failed where none is of these letters."""
    if named in listed:
        return named
    alike = next((each for each in listed if normalize("NFC", each) == normalize("NFC", named)), None)
    if alike is None:
        raise Failed(Trouble.NO_SUCH, shown(named))
    return alike


async def _facts(link: ObsLink) -> tuple[tuple[Fact, str], ...]:
    version = await link.ask("GetVersion", Version)
    known = await link.ask("GetSceneList", SceneList)
    said = shown(f"OBS {version.obs_version}, WebSocket {version.obs_web_socket_version}")
    # the list begins at the bottom of the window
    scenes = [each.scene_name for each in reversed(known.scenes)][:MOST_SCENES]
    scenes.sort(key=lambda scene: scene != known.current_program_scene_name)
    return (Fact.VERSION, said), *((Fact.SCENE, shown(normalize("NFC", scene))) for scene in scenes)
