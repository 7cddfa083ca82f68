"""One deck: one track at a time, armed, played, faded, stopped, over one mpv.

    empty --arm--> armed --play--> playing --(its end, fade out, stop, death)--> empty

A track is armed when it is proven to sound at its start and at its end (`proving`); then GO is one order to a
player that has the first sound decoded and the sound device open, and it is heard a millisecond later.

When did it begin? Not when mpv says it goes on, for that it says of a device that does not play too. mpv's
`audio-pts` is the place in the file that the device has come to, its delay taken off; the moment it is first
seen to have moved, less what it has moved by, is when sound left the machine. So it is asked every 5 ms.

A player that dies is told (`Ended`, why died), whether it played or not; the next `arm` starts a new one. It
is never started to play on by itself: half a fanfare out of nowhere is worse than none.
"""

from __future__ import annotations

import asyncio
import math
from collections.abc import Callable, Coroutine
from contextlib import suppress
from datetime import timedelta
from functools import partial
from pathlib import Path

from runofshow.core.level import decibels
from runofshow.core.sound import Fault
from runofshow.core.value import replace
from runofshow.players.fades import FLOOR, fading_steps, volume_at
from runofshow.players.faults import WITHDRAWN, Faulty
from runofshow.players.happenings import Armed, Began, Ended, Happening, OutOfOrder, Output, Why
from runofshow.players.messages import FileEnded
from runofshow.players.mpv import ANSWERING, Mpv, OrderRefused, PlayerDied
from runofshow.players.on_deck import OnDeck
from runofshow.players.proving import prove

LISTENING = 0.005
"""Seconds between two looks whether the sound has begun."""
SILENT_TOO_LONG = 5.0
"""Seconds after GO in which the sound must have begun; a wireless loudspeaker may need two or three."""
QUIETEST = -96.0
"""dBFS. Below it `level` does not go: 16 bits hold no less."""

LOOPING = ("ab-loop-a", "ab-loop-b", "gapless-audio")
"""mpv's options that a loop sets."""

METER = "@meter:lavfi=[astats=metadata=1:reset=1:measure_perchannel=none:measure_overall=RMS_level]"


class Deck:
    """One deck. Belongs to one event loop; `tell` is called in it with what happened and must not wait."""

    def __init__(self, program: Path, tell: Callable[[Happening], None], output: Output) -> None:
        self._program = program
        self._tell = tell
        self._output = output
        self._arming = asyncio.Lock()
        self._mpv: Mpv | None = None
        self._track: OnDeck | None = None
        self._went_at: float | None = None
        """When GO came; None when nothing plays."""
        self._has_begun = False
        self._leaving = Why.END
        self._volume = 0.0
        self._withdrawn = False
        """Stopped while it was being armed."""
        self._fading: asyncio.Task[None] | None = None
        self._beside: set[asyncio.Task[None]] = set()

    @property
    def is_armed(self) -> bool:
        return self._track is not None and self._went_at is None

    @property
    def is_playing(self) -> bool:
        """From GO to the end, a fade included."""
        return self._went_at is not None

    @property
    def pid(self) -> int | None:
        """The player's process; None when there is none."""
        return self._mpv.pid if self._mpv else None

    async def arm(
        self,
        file: Path,
        start: timedelta = timedelta(),
        end: timedelta | None = None,
        loop: bool = False,
        volume: float = 100,
    ) -> Armed | Faulty:
        """Load a track in place of the armed one, and prove it; starts a player where there is none.

        `volume` is in percent, 0 to 130; a loop turns between its points. Raises OutOfOrder while one plays.
        """
        async with self._arming:
            if self.is_playing:
                raise OutOfOrder("arm: a track is playing")
            self._track, self._withdrawn = None, False
            try:
                return await self._arm(
                    file, start.total_seconds(), None if end is None else end.total_seconds(), loop, volume
                )
            except (PlayerDied, OrderRefused) as trouble:
                return Faulty(Fault.PLAYER, str(trouble))

    async def play(self, fade_in: timedelta = timedelta()) -> None:
        """GO. `Began` is told when it is heard. Raises OutOfOrder when nothing is armed.

        That the player died in the middle of it is told as `Ended`, here as in every order.
        """
        track, mpv = self._track, self._mpv
        if track is None or mpv is None or self.is_playing:
            raise OutOfOrder("play: nothing is armed")
        self._went_at, self._has_begun, self._leaving = asyncio.get_running_loop().time(), False, Why.END
        # GO is given whole or not at all, even if whoever gave it is cancelled
        await asyncio.shield(self._spawn(partial(self._go, mpv, track, self._went_at, fade_in)))

    async def fade_in(self, over: timedelta) -> None:
        """Back to the track's own volume from wherever a fade has brought it; for a fade out taken back."""
        if self._mpv and self._track and self.is_playing:
            self._leaving = Why.END
            self._fade(self._mpv, self._track.volume, over)

    async def fade_out(self, over: timedelta) -> None:
        """Ever quieter, then off ("nhỏ dần rồi tắt"). Begins where another fade has come to.

        Comes back at once; `Ended` tells the end. What is only armed is taken off the deck.
        """
        if self._mpv and self.is_playing and over > timedelta():
            self._leaving = Why.FADE
            self._fade(self._mpv, min(FLOOR, self._volume), over, then_off=True)
        else:
            await self._off(Why.FADE)

    async def fade_to_end(self, over: timedelta) -> None:
        """Ever quieter until the track comes to its own end."""
        if self._mpv and self.is_playing:
            self._fade(self._mpv, min(FLOOR, self._volume), over)

    async def stop(self) -> None:
        """Silence now; what is only armed is taken off. When it comes back, the deck is empty."""
        await self._off(Why.STOP)

    async def position(self) -> timedelta | None:
        """How far into the track it is, from its start point; of a loop, into its turn. None when empty."""
        mpv, track = self._mpv, self._track
        if mpv is None or track is None:
            return None
        with suppress(PlayerDied):
            place = await mpv.number("time-pos")
            if place is not None and self._track is track:
                return timedelta(seconds=track.into(place, track.loaded.start))
        return None

    async def level(self) -> float | None:
        """How loud it is: dBFS, RMS of the last fraction of a second, volume reckoned in; None when it rests.

        It runs ahead of the ear by what the sound device holds in store, 0.2 to 0.4 s.
        """
        mpv = self._mpv
        if mpv is None or not self.is_playing:
            return None
        with suppress(PlayerDied):
            match await mpv.get("af-metadata/meter"):
                case {"lavfi.astats.Overall.RMS_level": str(words)}:
                    with suppress(ValueError):  # no number: nothing has come through yet
                        level = float(words) + decibels(self._volume)
                        return QUIETEST if math.isnan(level) else max(QUIETEST, level)
        return None

    def kill(self) -> None:
        """Silence without asking the player: the last means. `Ended` (stop) is told at once."""
        mpv, self._mpv = self._mpv, None
        self._withdrawn = True
        if mpv:
            mpv.kill()
            self._spawn(mpv.close)
        self._over(Why.STOP)

    async def close(self) -> None:
        """End the player, and what is left of those before; `Ended` (stop) is told if it played."""
        mpv, self._mpv = self._mpv, None
        self._withdrawn = True
        self._over(Why.STOP)
        if mpv:
            await mpv.close()
        await asyncio.gather(*self._beside, return_exceptions=True)

    # Arming

    async def _arm(
        self, file: Path, start: float, end: float | None, loop: bool, volume: float
    ) -> Armed | Faulty:
        if self._mpv is None:
            self._mpv = await self._player()
        mpv = self._mpv
        self._volume = min(max(volume, 0.0), 130.0)
        # what is named here is of this file alone: the next begins without a loop
        options = {"volume": f"{self._volume:.3f}"} | dict.fromkeys(LOOPING, "no")
        loaded = await prove(mpv, self._program, file, start, end, options)
        if self._withdrawn:
            loaded = WITHDRAWN
        if isinstance(loaded, Faulty):
            if mpv.is_alive:
                await mpv.ask("stop")
            return loaded
        if loop:
            # the place in joined files begins anew with each: they are loaded again at their end (`_turn`)
            if not loaded.is_chained:
                await mpv.ask("set_property", "ab-loop-a", loaded.start)
                await mpv.ask("set_property", "ab-loop-b", loaded.stop)
            # a turn is no end, so it need not wait until all was heard: that would be a gap
            await mpv.ask("set_property", "gapless-audio", "weak")
        self._track = OnDeck(loaded, self._volume, loop, file)
        return Armed(timedelta(seconds=self._track.length))

    async def _player(self) -> Mpv:
        options = (f"--af={METER}", *self._output.options)
        return await Mpv.started(self._program, options, hear=self._hear, mourn=self._mourn)

    # Playing

    async def _go(self, mpv: Mpv, track: OnDeck, went_at: float, fade_in: timedelta) -> None:
        if fade_in:
            await self._set_volume(mpv, min(FLOOR, track.volume))
        if self._track is not track:
            return  # stopped meanwhile
        await mpv.ask("set_property", "pause", False)
        if self._track is track:
            self._spawn(partial(self._watch_it_begin, mpv, track, went_at))
            if fade_in and self._leaving is Why.END:
                self._fade(mpv, track.volume, fade_in)

    async def _watch_it_begin(self, mpv: Mpv, track: OnDeck, went_at: float) -> None:
        clock = asyncio.get_running_loop().time
        while self._track is track:
            place = await mpv.number("audio-pts")
            now = clock()
            sounded = 0.0 if place is None else track.into(place, track.loaded.begins)
            if sounded > 0:
                if self._track is track:
                    self._tell_it_began(max(went_at, now - sounded))
                return
            if now - went_at > SILENT_TOO_LONG:
                mpv.kill(f"no sound within {SILENT_TOO_LONG:.0f} s of GO")
            await asyncio.sleep(LISTENING)

    async def _turn(self, mpv: Mpv, track: OnDeck) -> None:
        """Begin joined files again at once, as loud as they just were."""
        options = {"volume": f"{self._volume:.3f}"} | dict.fromkeys(LOOPING, "no")
        entry = await mpv.load(track.file.absolute(), options)
        if self._track is track:
            self._track = replace(track, loaded=replace(track.loaded, entry=entry))
        else:
            await mpv.ask("stop")  # called off meanwhile

    def _fade(self, mpv: Mpv, goal: float, over: timedelta, then_off: bool = False) -> None:
        """Take the volume to `goal` in place of any fade that is on its way."""
        if self._fading:
            self._fading.cancel()
        self._fading = self._spawn(partial(self._glide, mpv, goal, over.total_seconds(), then_off))

    async def _glide(self, mpv: Mpv, goal: float, over: float, then_off: bool) -> None:
        clock = asyncio.get_running_loop().time
        began, begin = clock(), self._volume
        for progress in fading_steps(over):
            await asyncio.sleep(max(0.0, began + progress * over - clock()))
            # by the clock, not by the count: on a busy machine a fade takes fewer steps and not more time
            progress_now = max(progress, min(1.0, (clock() - began) / over)) if over else 1.0
            await self._set_volume(mpv, volume_at(progress_now, begin, goal))
            if progress_now >= 1:
                break
        if then_off:
            await mpv.ask("stop")

    async def _set_volume(self, mpv: Mpv, volume: float) -> None:
        self._volume = volume
        await mpv.ask("set_property", "volume", volume)

    async def _off(self, why: Why) -> None:
        self._withdrawn = True
        if self.is_playing:
            self._leaving = why
        else:
            self._track = None
        if mpv := self._mpv:
            with suppress(PlayerDied):
                await mpv.ask("stop")
                await mpv.until(lambda now: now.entry == 0 or now.ended is not None, ANSWERING)

    # What happened

    def _hear(self, ended: FileEnded) -> None:
        """mpv is done with a file."""
        if self._track is None or ended.entry != self._track.loaded.entry:
            return
        turns = ended.reason == "eof" and self._track.loop and self._track.loaded.is_chained
        if turns and self._mpv and self._leaving is not Why.STOP:
            self._spawn(partial(self._turn, self._mpv, self._track))
        elif ended.reason in {"eof", "stop"} and self.is_playing:
            self._over(self._leaving)
        else:
            self._over(Why.DIED, ended.detail or ended.reason, tell=True)

    def _mourn(self, detail: str) -> None:
        """The player died by itself."""
        mpv, self._mpv = self._mpv, None
        if mpv:
            self._spawn(mpv.close)
            self._over(Why.DIED, detail, tell=True)

    def _tell_it_began(self, at: float) -> None:
        if not self._has_begun:
            self._has_begun = True
            self._tell(Began(at))

    def _over(self, why: Why, detail: str = "", tell: bool = False) -> None:
        """Nothing is on the deck any more. Told when it played, or when `tell` asks for it all the same."""
        went_at, self._went_at, self._track = self._went_at, None, None
        if self._fading:
            self._fading.cancel()
            self._fading = None
        if went_at is not None and why is Why.END:
            self._tell_it_began(went_at)  # it was over before anybody looked
        if went_at is not None or tell:
            self._tell(Ended(asyncio.get_running_loop().time(), why, detail))

    def _spawn(self, work: Callable[[], Coroutine[None, None, None]]) -> asyncio.Task[None]:
        task = asyncio.create_task(self._at_the_edge(work))
        self._beside.add(task)
        task.add_done_callback(self._beside.discard)
        return task

    async def _at_the_edge(self, work: Callable[[], Coroutine[None, None, None]]) -> None:
        """Our own mistake in a task becomes a dead player: silent, told, started anew by the next arming."""
        mpv = self._mpv
        try:
            await work()
        except PlayerDied:
            return  # told by `_mourn`
        except Exception as error:
            if mpv is None:
                raise
            mpv.kill(f"{type(error).__name__}: {error}")
