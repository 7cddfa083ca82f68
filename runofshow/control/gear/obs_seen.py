"""What shows that OBS has done what it took: it answers before the picture is another, and before a stream is
found to go nowhere.

A change of scene is told when its fade has ended. One that another overtakes in its fade is never told.
"""

from __future__ import annotations

import asyncio
from typing import Final

from runofshow.control.failure import Failed, Trouble
from runofshow.control.gear.obs_words import Event, OutputState, SceneNamed, read
from runofshow.core.gear_orders import StartStop

SCENE_CHANGED: Final = "CurrentProgramSceneChanged"
FADE_STARTED: Final = "SceneTransitionStarted"
STREAM_CHANGED: Final = "StreamStateChanged"
RECORD_CHANGED: Final = "RecordStateChanged"
_STATE: Final = "OBS_WEBSOCKET_OUTPUT_"


class SceneSeen:
    """Waits for a scene to be in the programme alone."""

    def __init__(self, scene: str) -> None:
        self.scene = scene
        self.seen: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        """Whether it is; False once it is known that nothing will be told."""

    def hear(self, event: Event) -> None:
        """Look at one event."""
        if event.event_type == SCENE_CHANGED and read(event.event_data, SceneNamed).scene_name == self.scene:
            self.end(is_seen=True)

    def end(self, *, is_seen: bool) -> None:
        """Wait no longer."""
        if not self.seen.done():
            self.seen.set_result(is_seen)


class OutputSeen:
    """Waits for the stream or the recording to run, or to have stopped."""

    def __init__(self, kind: str, run: StartStop) -> None:
        self._kind = kind
        self._run = run
        self._begins = False
        self.seen: asyncio.Future[bool] = asyncio.get_running_loop().create_future()

    def hear(self, event: Event) -> None:
        """Look at one event."""
        if event.event_type != self._kind or self.seen.done():
            return
        state = read(event.event_data, OutputState).output_state.removeprefix(_STATE)
        match self._run, state:
            case StartStop.START, "STARTING":
                self._begins = True
            case (StartStop.START, "STARTED") | (StartStop.STOP, "STOPPED"):
                self.seen.set_result(True)
            case StartStop.START, "STOPPED" if self._begins:
                # OBS took it, and found no place to send it to
                self.seen.set_exception(Failed(Trouble.UNEXPECTED, f"{self._kind}: {state}"))
            case _:
                pass
