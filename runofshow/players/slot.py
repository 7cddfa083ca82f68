"""One place of the player: a deck, what it holds for the show, and the task that works it.

    free --arm--> loading --> armed --start--> starting --> sounding --(end, fade, stop, death)--> free

A new order takes the place of what the task was doing, a wait or a loading included. What is heard goes out
as news. A player that dies while it sounds is started again and goes on where it was; if it dies of the same
track at once again, the track is given up.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from runofshow.core import sound_events as s
from runofshow.core.agenda import Track
from runofshow.core.sound import Deck as Name
from runofshow.core.sound import EndedWhy, Fault
from runofshow.core.value import replace
from runofshow.players.deck import Deck
from runofshow.players.faults import Faulty
from runofshow.players.happenings import Began, Ended, Happening, Output, Why
from runofshow.players.held import ZERO, Held, Stage, lacks_of, sha256_of, since
from runofshow.players.stamp import is_changed, stamp_of

Work = Callable[[], Coroutine[None, None, None]]
"""What a place's task does, not begun yet: it may never be."""

UNDATED = datetime.min.replace(tzinfo=UTC) + timedelta(days=1)
"""News have no moment of their own here: the show's clock gives it."""

AT_ONCE = 10.0
"""Seconds within which a second death is the track's fault and not the player's."""

ENDING = timedelta(seconds=1)
"""What is left of a track is not worth beginning again for less; if more lacks, it was broken off."""


class Slot:
    """Belongs to one event loop. `tell` takes the news and must not wait."""

    def __init__(
        self,
        name: Name,
        program: Path,
        output: Output,
        find: Callable[[Track], Path | None],
        tell: Callable[[s.SoundNews], None],
    ) -> None:
        """`find` gives a track's file, and may read the disk; None when there is none."""
        self.name = name
        self.held: Held | None = None
        self._heard: Held | None = None
        """What is audible, while `held` may already be what takes its place."""
        self._told: Held | None = None
        """What the record has as armed here."""
        self._deck = Deck(program, self._hear, output)
        self._find = find
        self._tell = tell
        self._why = EndedWhy.STOP
        self._work: asyncio.Task[None] | None = None

    def waits(self, track_id: str, cue_id: str | None) -> bool:
        """Whether the track waits here for that cue, or for any when it is called by hand."""
        held = self.held
        if held is None or held.is_called or held.track.track_id != track_id:
            return False
        return cue_id is None or held.cue_id == cue_id

    def arm(self, track: Track, cue_id: str | None) -> None:
        """Load the track and prove it; `TrackArmed` or `TrackFailed` tells the end."""
        self._take_back()
        self.held = Held(track, cue_id, Stage.LOADING)
        self._become(partial(self._arm, self.held))

    def start(
        self, track: Track, cue_id: str | None, wait: timedelta, fade_in: timedelta, going: Callable[[], None]
    ) -> None:
        """Play the track after `wait`, loading it first where it is not armed; `going` is told as it starts.

        What sounds here makes room at once.
        """
        armed = self.held if self.waits(track.track_id, cue_id) else None
        is_armed = armed is not None and armed.stage is Stage.ARMED
        self._why = EndedWhy.REPLACED
        if armed is None or armed.cue_id != cue_id:
            self._take_back()
        self.held = replace(armed or Held(track, cue_id, Stage.LOADING), cue_id=cue_id, stage=Stage.STARTING)
        self._become(partial(self._start, self.held, is_armed, wait, fade_in, going))

    def fade(self, over: timedelta, why: EndedWhy) -> None:
        """Fade out what sounds, and call off what waits to begin."""
        held = self.held
        if held is None or not held.is_called:
            return
        self._why = why
        if held.stage is Stage.STARTING or over <= ZERO:
            self.stop(why)
        else:
            self.held = replace(held, stage=Stage.LEAVING)
            self._heard = self._heard and replace(self._heard, stage=Stage.LEAVING)
            self._tell(s.TrackFading(self.name, UNDATED + over, UNDATED))
            self._become(partial(self._deck.fade_out, over))

    def stop(self, why: EndedWhy) -> None:
        """Silence now; what waits to begin is called off, what is armed taken away."""
        self._why = why
        self._clear()
        self._become(self._deck.stop)

    def kill(self) -> None:
        """Silence by ending the process."""
        self._why = EndedWhy.PANIC
        self._clear()
        self._become(None)
        self._deck.kill()

    def give_up_waiting(self) -> None:
        """Take away what is armed or being armed."""
        if self.held is not None and not self.held.is_called:
            self.stop(EndedWhy.STOP)

    def tell_again(self) -> None:
        """What is on the deck, to a record that may have missed it."""
        heard, held = self._heard, self.held
        if heard is not None:
            position = heard.position + since(heard.began_at)
            track_id, cue_id = heard.track.track_id, heard.cue_id
            self._tell(s.TrackBegan(self.name, track_id, cue_id, heard.length, position, UNDATED))
        elif held is not None and held.stage is Stage.ARMED:
            self._tell(s.TrackArmed(self.name, held.track.track_id, held.cue_id, held.length, UNDATED))
        else:
            self._tell(s.DeckCleared(self.name, UNDATED))

    async def look(self) -> None:
        """See whether what is armed still lies on the disk; if not, tell it: it is not ready.

        Of what sounds only a loop is looked at: cut short it turns early for ever, and has no end to miss.
        """
        held = self.held
        if held is None or held.file is None:
            return
        is_loop = held.stage is Stage.SOUNDING and held.track.loop
        if not (held.stage is Stage.ARMED or is_loop):
            return
        if not await is_changed(held.file, held.stamp) or self.held is not held:
            return
        changed = Faulty(Fault.CHANGED, held.file.name)
        if is_loop:
            self.held = replace(held, file=None)
            self._tell_fault(held, changed)
        else:
            self._fail(held, changed)
            self._become(self._deck.stop)

    async def level(self) -> float | None:
        """How loud it is now in dBFS; None when it rests."""
        return await self._deck.level()

    async def close(self) -> None:
        """End the process; what sounds is stopped."""
        self._why = EndedWhy.STOP
        self._become(None)
        await self._deck.close()

    # The work

    def _become(self, work: Work | None) -> None:
        before, self._work = self._work, None
        if before is not None:
            before.cancel()
        if work is not None:
            self._work = asyncio.create_task(self._do(before, work))

    async def _do(self, before: asyncio.Task[None] | None, work: Work) -> None:
        """Do `work` when what was done before has let go of the deck."""
        if before is not None:
            try:
                await asyncio.wait((before,))
            except asyncio.CancelledError:
                # who comes next waits for this one alone
                await asyncio.wait((before,))
                raise
        try:
            await work()
        except Exception as error:  # noqa: BLE001 - the task's edge: our own mistake is a track that failed
            held, self.held = self.held, None
            self._deck.kill()
            if held is not None:
                self._fail(held, Faulty(Fault.PLAYER, f"{type(error).__name__}: {error}"))

    async def _arm(self, held: Held) -> None:
        await self._fall_silent()
        loaded = await self._loaded(held)
        if isinstance(loaded, Faulty):
            self._fail(held, loaded)
            return
        self._told = self.held = replace(loaded, stage=Stage.ARMED)
        self._tell(s.TrackArmed(self.name, held.track.track_id, held.cue_id, loaded.length, UNDATED))

    async def _start(
        self, held: Held, is_armed: bool, wait: timedelta, fade_in: timedelta, going: Callable[[], None]
    ) -> None:
        await self._fall_silent()
        if wait > ZERO:
            await asyncio.sleep(wait.total_seconds())
        if not is_armed:
            loaded = await self._loaded(held)
            if isinstance(loaded, Faulty):
                self._fail(held, loaded)
                return
            self.held = loaded
        elif held.file is not None and await is_changed(held.file, held.stamp):
            self._fail(held, Faulty(Fault.CHANGED, held.file.name))
            await self._deck.stop()
            return
        going()
        await self._deck.play(fade_in)

    async def _fall_silent(self) -> None:
        """First of all: the work that was to stop what sounds here may have been taken over by this one."""
        if self._deck.is_playing:
            await self._deck.stop()

    async def _loaded(self, held: Held) -> Held | Faulty:
        """It with its file loaded, and its length known unless it is a loop."""
        track = held.track
        if track.file is None:
            return Faulty(Fault.NO_FILE)
        file = await asyncio.to_thread(self._find, track)
        if file is None:
            return Faulty(Fault.MISSING, track.file)
        stamp = await asyncio.to_thread(stamp_of, file)
        if track.sha256 is not None:
            with suppress(OSError):  # the deck says what is wrong with the file
                if await asyncio.to_thread(sha256_of, file) != track.sha256:
                    return Faulty(Fault.MISMATCH)
        start = track.start + held.position
        armed = await self._deck.arm(file, start, track.end, track.loop, track.volume)
        if isinstance(armed, Faulty):
            return armed
        if await is_changed(file, stamp):
            return Faulty(Fault.CHANGED, file.name)
        return replace(
            held, length=None if track.loop else held.position + armed.length, file=file, stamp=stamp
        )

    # What happened

    def _hear(self, happening: Happening) -> None:
        match happening:
            case Began(at):
                self._hear_beginning(at)
            case Ended(at, why, detail):
                self._hear_end(at, why, detail)

    def _hear_beginning(self, at: float) -> None:
        held = self.held
        if held is None:
            return
        self._heard = self.held = replace(held, stage=Stage.SOUNDING, began_at=at)
        self._told = None
        track_id, cue_id = held.track.track_id, held.cue_id
        self._tell(s.TrackBegan(self.name, track_id, cue_id, held.length, held.position, UNDATED))
        if held.track.end is not None and held.track.fade_out > ZERO and held.length is not None:
            self._become(partial(self._fade_to_end, self.held, held.length))

    async def _fade_to_end(self, heard: Held, length: timedelta) -> None:
        """An end that the agenda sets in the middle of the sound is no crack: it is faded to."""
        left = length - heard.position - since(heard.began_at)
        over = min(heard.track.fade_out, left)
        await asyncio.sleep((left - over).total_seconds())
        if self._heard is heard and over > ZERO:
            await self._deck.fade_to_end(over)

    def _hear_end(self, at: float, why: Why, detail: str) -> None:
        heard, self._heard = self._heard, None
        if heard is None:
            if why is Why.DIED and self.held is not None and self.held.stage is not Stage.LOADING:
                self._fail(self.held, Faulty(Fault.PLAYER, detail))
            return
        if self.held is not None and self.held.stage in (Stage.SOUNDING, Stage.LEAVING):
            self.held = None
        reason = {Why.END: EndedWhy.END, Why.DIED: EndedWhy.DIED}.get(why, self._why)
        lacks = lacks_of(heard, at) if why is Why.END else ZERO
        if lacks > ENDING:
            reason = EndedWhy.BROKEN
        self._tell(s.TrackEnded(self.name, heard.track.track_id, heard.cue_id, reason, UNDATED))
        if reason is EndedWhy.BROKEN:
            lacking = "" if heard.length is None else f"-{lacks.total_seconds():.1f} s"
            self._tell_fault(heard, Faulty(Fault.BROKEN, lacking))
        if why is Why.DIED and self.held is None and heard.stage is Stage.SOUNDING:
            self._go_on(heard, detail)

    def _go_on(self, lost: Held, detail: str) -> None:
        """Play what a player that died was playing, from where it was; a loop from its start."""
        sounded = since(lost.began_at)
        if lost.position > ZERO and sounded.total_seconds() < AT_ONCE:
            self._fail(lost, Faulty(Fault.PLAYER, detail))
            return
        position = ZERO if lost.track.loop else lost.position + sounded
        if lost.length is not None and position > lost.length - ENDING:
            return
        self.held = replace(lost, stage=Stage.STARTING, position=position)
        self._become(partial(self._start, self.held, False, ZERO, ZERO, lambda: None))

    def _fail(self, held: Held, faulty: Faulty) -> None:
        self._clear()
        self._tell_fault(held, faulty)

    def _tell_fault(self, held: Held, faulty: Faulty) -> None:
        self._tell(s.TrackFailed(held.track.track_id, held.cue_id, faulty.fault, faulty.detail, UNDATED))

    def _clear(self) -> None:
        """The place is free; what sounds on it, if anything, is on its way out."""
        self.held = None
        self._take_back()

    def _take_back(self) -> None:
        """Tell that what was armed here is so no more."""
        told, self._told = self._told, None
        if told is not None:
            self._tell(s.DeckCleared(self.name, UNDATED, told.track.track_id, told.cue_id))
