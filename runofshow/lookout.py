"""What is likely, looked for beside the show: the range of the end, and what it knows of the office's shows.

A thread of its own reads what the machine keeps of earlier shows, once, and then looks ahead again and again,
on a beat far slower than the show's. It reads states, which never change, and hands over what it found to be
sensed: it is in the next picture and never in the record. A mistake in it becomes an alarm; the show goes on,
and the picture says nothing of what is likely.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Final

from runofshow.core.alarms import AlarmCode
from runofshow.core.end_outlook import EndOutlook, calmed
from runofshow.core.forecast import Forecast, forecast
from runofshow.core.phases import Phase
from runofshow.core.snapshot import Snapshot
from runofshow.core.state import State
from runofshow.engine import Engine

if TYPE_CHECKING:
    from runofshow.core.outlook.habits import Habits
    from runofshow.core.outlook.known import Past, Take

BEAT: Final = 2.0
"""Seconds between two looks ahead while somebody calls something."""
STEADY: Final = 5
"""So many beats between two of them while nobody does: only the clock has moved since."""
PATIENCE: Final = 3.0
"""Seconds before the first: the console paints before anything else is read."""


class Lookout:
    """Looks ahead for a show. Start it when its engine runs; stop it before that stops."""

    def __init__(
        self,
        engine: Engine,
        past: Callable[[Callable[[], bool]], Past],
        beat: float = BEAT,
        patience: float = PATIENCE,
    ) -> None:
        """`past` reads the disk in the thread of the lookout, for as long as what it is given says that
        somebody still waits for it."""
        self._engine = engine
        self._past = past
        self._beat, self._patience = beat, patience
        self._known: tuple[Habits, Sequence[Take]] | None = None
        """What the past has taught; None until it has been read."""
        self._paces: Mapping[str, float] = {}
        """How fast who reads, by what the past has taught."""
        self._paces_told: Mapping[str, float] = {}
        self._is_stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="runofshow lookout", daemon=True)

    def start(self) -> None:
        """Begin to look ahead."""
        self._thread.start()

    def stop(self) -> None:
        """Look no more; a look that is under way is waited for."""
        self._is_stopping.set()
        if self._thread.is_alive():
            self._thread.join()

    def chance(self, state: State, ahead: Forecast, now: datetime) -> float | None:
        """How likely the session that runs makes its hard out in a show that stood as `state` does at `now`,
        of which `ahead` is the forecast; None where nobody knows. From any thread."""
        found = self._end_in(state, ahead, now)
        return None if found is None else found.chance

    def _run(self) -> None:
        if self._is_stopping.wait(self._patience):
            return
        try:
            # loaded here: what it takes is none of the time to the first picture
            from runofshow.core.outlook.learning import learn

            past = self._past(lambda: not self._is_stopping.is_set())
            self._known = learn(past.earlier), past.takes
            self._paces = past.paces
            beats, seen = 0, None
            while not self._is_stopping.is_set():
                state = self._engine.show.state
                if state is not seen or beats % STEADY == 0:
                    beats, seen = 0, state
                    self._look(state)
                beats += 1
                self._is_stopping.wait(self._beat)
        except Exception as error:  # noqa: BLE001 - the thread's edge: the show goes on without
            detail = f"lookout: {type(error).__name__}: {error}"
            self._engine.call(lambda: self._engine.show.raise_alarm(AlarmCode.LISTENER, detail))

    def _look(self, state: State) -> None:
        picture = self._engine.latest
        found = self._end_in(state, forecast(state, picture.now), picture.now)
        if found is not None:
            found = calmed(found, picture.outlook)
        if found != picture.outlook:
            self._engine.call(lambda: self._engine.show.sense_ahead(found))
        self._look_for_ways(state, picture)
        self._look_for_paces(state)

    def _look_for_paces(self, state: State) -> None:
        from runofshow.core.speech.readers import paces_in

        paces = paces_in(state.order.leaves, self._paces) if self._paces else {}
        if paces != self._paces_told:
            self._paces_told = paces
            self._engine.call(lambda: self._engine.show.sense_paces(paces))

    def _look_for_ways(self, state: State, picture: Snapshot) -> None:
        from runofshow.core.recovery.ways import is_as_before, ways_back

        ways = ways_back(state, picture.now, self.chance)
        if not is_as_before(ways, picture.ways):
            self._engine.call(lambda: self._engine.show.sense_ways(ways))

    def _end_in(self, state: State, ahead: Forecast, now: datetime) -> EndOutlook | None:
        from runofshow.core.outlook.of_show import end_outlook

        picture = self._engine.latest
        if self._known is None or picture.floating or picture.phase is Phase.ENDED:
            return None
        habits, takes = self._known
        return end_outlook(habits, takes, state, ahead, now, picture.session.session_id)
