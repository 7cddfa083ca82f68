"""The player of a show: carries out the calls of the record on two decks, and keeps armed what comes.

The theory. Each new picture of the show is told to the player, which carries out the calls it has not seen,
in order, and then arms what comes on the decks that are free. That takes no time: what takes time is the work
of a deck's own task (slot.py). What was called before the player came is never carried out, and a play that
comes through too late is told as a failure rather than heard.

The player tells what it hears, and the record has it before any screen does. There is one player in the hall:
while another has the place this one is silent, and it takes the place again when that is free. What sounds
here then, since only the way to the record was cut, sounds on; what was called off meanwhile does not.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import assert_never

from runofshow.core import sound_events as s
from runofshow.core.agenda import Layer, Track
from runofshow.core.player_view import PlayerView, ToArm
from runofshow.core.sound import (
    ArmOrder,
    Deck,
    EndedWhy,
    FadeOrder,
    Fault,
    PanicOrder,
    PlayOrder,
    SoundCall,
    StopOrder,
)
from runofshow.players.happenings import Output
from runofshow.players.held import ZERO, Stage
from runofshow.players.loudness import Measured, measured
from runofshow.players.slot import UNDATED, Slot

TOO_LATE = timedelta(seconds=3)
"""A call that comes through later than that is not played: a fanfare out of its moment is worse than none."""

SOFTLY = timedelta(milliseconds=500)
"""The fade of a panic: off at once, and without a crack in the loudspeakers."""

AGAIN = 5.0
"""Seconds after which a track that could not be armed is tried again: somebody may have brought the file."""

LOOKING = 0.25
"""Seconds between two looks at the level."""


class Player:
    """The player at `where`. Belongs to one event loop."""

    def __init__(
        self,
        program: Path,
        where: str,
        find: Callable[[Track], Path | None],
        report: Callable[[s.SoundNews], None],
        output: Output | None = None,
    ) -> None:
        """`program` is mpv. `find` gives a track's file, and may read the disk; None when there is none.
        `report` takes the news in their order, and must not wait."""
        self.levels: Mapping[Deck, float] = {}
        """How loud each sounding deck is, in dBFS; replaced whole, so any thread may read it."""
        self._program = program
        self._where = where
        self._find = find
        self._report = report
        self._slots = [Slot(name, program, output or Output(), find, self._tell) for name in Deck]
        self._view: PlayerView | None = None
        self._has_place = asyncio.Event()
        """Once set it stays: what is measured is told once."""
        self._done = 0
        """The number of the last call that was seen."""
        self._failed: dict[str, tuple[Fault, float]] = {}
        """Track id to what was told of it, and when it is tried again."""
        self._is_coming = False
        self._changed: set[str] = set()
        """Track ids of the files that have changed since they were measured."""
        self._to_measure: asyncio.Queue[str] = asyncio.Queue()

    def tell(self, view: PlayerView) -> None:
        """The newest picture of the show."""
        newest = max((call.number for call in view.calls), default=0)
        if self._view is None or newest < self._done:
            # smaller numbers are another show's, opened anew behind the same address
            self._done = newest
        self._view = view
        if view.place != self._where:
            self._stand_back(view)
            return
        self._is_coming = False
        self._has_place.set()
        for call in view.calls:
            if call.number > self._done:
                self._done = call.number
                self._carry_out(call, view)
        self._arm(view.coming, view.tracks)

    def taken_in(self) -> None:
        """The hall has taken this player in. A picture without a player from then on shows that it lost the
        place, be it before any picture has shown it there."""
        self._is_coming = False

    def silence(self, order: FadeOrder | StopOrder | PanicOrder) -> None:
        """Carry out an order that is in no record: silence must not wait for one."""
        match order:
            case FadeOrder(track_id, over, cue_id):
                for slot in self._called(track_id, cue_id):
                    slot.fade(over, EndedWhy.FADE)
            case StopOrder(track_id):
                for slot in self._called(track_id):
                    slot.stop(EndedWhy.STOP)
            case PanicOrder(hard):
                for slot in self._slots:
                    if hard:
                        slot.kill()
                    else:
                        slot.fade(SOFTLY, EndedWhy.PANIC)
            case _:
                assert_never(order)

    def tell_again(self) -> None:
        """What is on the decks, to a record that may have missed it."""
        for slot in self._slots:
            slot.tell_again()

    async def run(self) -> None:
        """Measure the tracks and watch the levels until cancelled; then let go of the machine's sound."""
        beside = [asyncio.create_task(work) for work in (self._measure(), self._look())]
        try:
            while True:
                levels = {slot.name: await slot.level() for slot in self._slots}
                self.levels = {name: level for name, level in levels.items() if level is not None}
                await asyncio.sleep(LOOKING)
        finally:
            for task in beside:
                task.cancel()
            await asyncio.gather(*(slot.close() for slot in self._slots), return_exceptions=True)

    # The calls

    def _carry_out(self, call: SoundCall, view: PlayerView) -> None:
        match call.order:
            case PlayOrder() as order:
                self._play(order, view.now - call.at, view.tracks)
            case FadeOrder() | StopOrder() | PanicOrder() as order:
                self.silence(order)
            case ArmOrder(track_id):
                self._failed.pop(track_id, None)
            case _:
                assert_never(call.order)

    def _play(self, order: PlayOrder, age: timedelta, tracks: Mapping[str, Track]) -> None:
        track = tracks.get(order.track_id)
        if track is None or track.file is None:
            return
        if age - order.wait > TOO_LATE:
            detail = f"{age.total_seconds():.1f} s"
            self._report(s.TrackFailed(track.track_id, order.cue_id, Fault.LATE, detail, UNDATED))
            return
        # whoever has called it is told, also of what was known
        self._failed.pop(track.track_id, None)
        slot = self._slot_for(track, order.cue_id)
        giving_way = [other for other in self._slots if other is not slot and _gives_way(other, track)]
        fade_in = track.fade_in or (order.fade if giving_way else ZERO)

        def going() -> None:
            # only now: music never stops for a track that cannot be played
            for other in giving_way:
                other.fade(order.fade, EndedWhy.REPLACED)

        slot.start(track, order.cue_id, max(order.wait - age, ZERO), fade_in, going)

    def _slot_for(self, track: Track, cue_id: str | None) -> Slot:
        """Where it plays: where it waits, else where it disturbs least."""

        def disturbance(slot: Slot) -> int:
            held = slot.held
            if slot.waits(track.track_id, cue_id):
                return 0
            if held is None:
                return 1
            if not held.is_called:
                return 2
            if held.stage is Stage.LEAVING:
                return 3
            return 4 if held.track.layer is track.layer else 5

        return min(self._slots, key=disturbance)

    def _called(self, track_id: str | None, cue_id: str | None = None) -> list[Slot]:
        """The slots that sound or are about to, of that track or of any, and of that cue or of any."""
        return [
            slot
            for slot in self._slots
            if (held := slot.held) is not None
            and held.is_called
            and track_id in (None, held.track.track_id)
            and cue_id in (None, held.cue_id)
        ]

    # What comes

    def _arm(self, coming: tuple[ToArm, ...], tracks: Mapping[str, Track]) -> None:
        """Keep the first cues that come armed, on as many decks as are free."""
        free = [slot for slot in self._slots if slot.held is None or not slot.held.is_called]
        wanted = [(tracks[cue.track_id], cue.cue_id) for cue in coming if self._is_worth_arming(cue, tracks)]
        wanted = wanted[: len(free)]
        for slot in list(free):
            kept = next(
                ((track, cue_id) for track, cue_id in wanted if slot.waits(track.track_id, cue_id)), None
            )
            if kept is not None:
                wanted.remove(kept)
                free.remove(slot)
        for slot, (track, cue_id) in zip(free, wanted, strict=False):
            slot.arm(track, cue_id)
        for slot in free[len(wanted) :]:
            if slot.held is not None:
                slot.stop(EndedWhy.STOP)

    def _is_worth_arming(self, cue: ToArm, tracks: Mapping[str, Track]) -> bool:
        track = tracks.get(cue.track_id)
        if track is None or track.file is None:
            return False
        failed = self._failed.get(cue.track_id)
        return failed is None or asyncio.get_running_loop().time() >= failed[1]

    def _tell(self, news: s.SoundNews) -> None:
        """Pass the news on; of a track that fails again and again, once."""
        if isinstance(news, s.TrackFailed):
            known = self._failed.get(news.track_id)
            self._failed[news.track_id] = (news.fault, asyncio.get_running_loop().time() + AGAIN)
            if news.fault in (Fault.CHANGED, Fault.BROKEN):
                self._changed.add(news.track_id)
            if known is not None and known[0] is news.fault:
                return
        if isinstance(news, s.TrackArmed):
            self._failed.pop(news.track_id, None)
            if news.track_id in self._changed:
                self._changed.remove(news.track_id)
                self._to_measure.put_nowait(news.track_id)
        self._report(news)

    # The place

    def _stand_back(self, view: PlayerView) -> None:
        """Another has the place: be silent. Nobody has it: take it, with what still sounds here."""
        if view.place is not None:
            self._is_coming = False
            self._done = max((call.number for call in view.calls), default=self._done)
            for slot in self._slots:
                if slot.held is not None:
                    slot.stop(EndedWhy.STOP)
        elif not self._is_coming:
            self._is_coming = True
            self._report(s.PlayerCame(self._where, UNDATED))
            for slot in self._slots:
                slot.give_up_waiting()
                if slot.held is not None:
                    slot.tell_again()
            self._be_as_silent_as_called(view)

    def _be_as_silent_as_called(self, view: PlayerView) -> None:
        """What was called while this player was taken for gone: nothing is played, what was silenced is."""
        for call in view.calls:
            if call.number > self._done:
                self._done = call.number
                if isinstance(call.order, FadeOrder | StopOrder | PanicOrder):
                    self.silence(call.order)

    async def _measure(self) -> None:
        """How long and how loud each recording is, one after the other, for whoever looks at the decks; and
        again of each whose file has changed."""
        await self._has_place.wait()
        assert self._view is not None
        for track_id in self._view.tracks:
            self._to_measure.put_nowait(track_id)
        while True:
            track = self._view.tracks.get(await self._to_measure.get())
            if track is None:
                continue
            file = await asyncio.to_thread(self._find, track)
            if track.file is None or file is None:
                continue
            found = await measured(self._program, file, track.start, track.end)
            # of a wrong recording nothing is told: what is measured is what other copies are held against
            if isinstance(found, Measured) and self._is_right(track.track_id, found.sha256):
                length = None if track.loop else found.length
                self._report(s.TrackMeasured(track.track_id, found.sha256, length, found.loudness, UNDATED))

    async def _look(self) -> None:
        """See again and again whether the files of what is armed are still the same."""
        while True:
            for slot in self._slots:
                await slot.look()
            await asyncio.sleep(LOOKING)

    def _is_right(self, track_id: str, sha256: str) -> bool:
        track = self._view.tracks.get(track_id) if self._view is not None else None
        return track is not None and track.sha256 in (None, sha256)


def _gives_way(slot: Slot, track: Track) -> bool:
    """Whether what sounds there ends where `track` begins: a bed for a bed."""
    held = slot.held
    return (
        track.layer is Layer.BED
        and held is not None
        and held.is_called
        and held.stage is not Stage.LEAVING
        and held.track.layer is Layer.BED
    )
