"""The live pictures: each role's view made once, and only what changed sent to everyone who watches it.

    event: snapshot   the whole view: first of all, and again to a listener that fell behind
    event: change     what is another (core/change.py)
    event: beat       {"now": ..., "seq": ...} once a second

A browser that shows several roles has all of them on one connection (it opens six to a machine, and no more):

    event: role       the role that the events have which follow, until the next of these
    event: out        a role that this browser is not in as

The theory. A *channel* is what the listeners of one role have: the view that was last sent. News (an entry
of the record, an alarm) sends the difference at once. Without news a view is looked at once a second, and
three kinds of fields are told apart: what is *counted* (elapsed, remaining, held) moves by itself on the page
and is never a reason to send; what *drifts* (expected times while an item overruns) is sent now and then;
anything else (a cue falling due) is sent at once. A plan without hours drifts as a whole until its first
call, and the page reckons it from `now` (floating.py): it is sent for those who do not reckon, and seldom.

The frames are encoded once and written straight to the connections: the way through a task and a state
machine for each listener costs three times as much. A listener whose connection has not taken what it was
given gets nothing more until it has, and then the whole view: the newest wins, nobody waits, and no more than
one picture is ever kept for it. After half a minute it is cut off, and its browser comes again.
"""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta, tzinfo

import msgspec.json
from msgspec import Struct, field

from runofshow.core.agenda import Role
from runofshow.core.change import IDS, ORDER, rows_change
from runofshow.core.events import Entry
from runofshow.core.floating import PLANNED
from runofshow.core.merge import merge_patch
from runofshow.core.role_wire import rest_json, view_json
from runofshow.core.snapshot import Snapshot
from runofshow.core.views import View, view_of
from runofshow.core.wire import Json, moment

BEAT_S = 1.0
SLOTS = 10
"""Beats go out in so many portions, so that no call ever waits behind a whole hall of them."""
BEHIND_S = 30.0
"""Seconds after which a listener that takes nothing is cut off."""
DRIFT_S = 15.0
"""Seconds between two changes that are only drift, if they are small."""
DRIFT_BYTES = 100.0
"""Bytes a second that drift may cost a listener: a large picture drifts less often, but once a minute."""
LONGEST_DRIFT_S = 60.0
FLOATING_DRIFT_S = 600.0
"""Seconds between two changes that are only the drift of a plan without hours."""

COUNTED = frozenset("now elapsed_s remaining_s overrun_s held_s".split())
DRIFTING = PLANNED | frozenset("late_s over_under_s slack_s".split())
"""Those of the plan itself drift only while a plan without hours waits for its first call."""


class Listener(Struct, eq=False):
    """One live picture on one connection."""

    transport: asyncio.Transport
    guest_id: str | None = None
    """None for a program with the caller's token."""
    tag: bytes = b""
    """What says whose the events are that follow, where several listeners have one connection."""
    slot: int = 0
    """Which portion of the beats is its own."""
    behind_since: float | None = None
    """When it stopped taking what it was given; None while it keeps up."""


class Channel(Struct, eq=False):
    """What the listeners of one role have."""

    role: Role
    sent: View
    rest: dict[str, Json]
    """`sent` but for its items and cues, as it is written."""
    sent_at: float
    drift_at: float
    """When drift may be sent again."""
    listeners: set[Listener] = field(default_factory=set)
    whole: bytes = b""
    """The frame of `sent`; empty when it must be made again."""


class LivePictures:
    """Every live picture of the hall. It lives in the loop of the show."""

    def __init__(self, latest: Snapshot, tz: tzinfo) -> None:
        self._tz = tz
        self._loop = asyncio.get_running_loop()
        self._snapshot = latest
        self._heard_at = self._loop.time()
        self._channels: dict[Role, Channel] = {}
        self._is_news_waiting = False
        self._next_slot = 0

    def now(self) -> datetime:
        """The show's moment, carried on from the newest snapshot."""
        passed = self._loop.time() - self._heard_at
        return self._snapshot.now + timedelta(seconds=passed * self._snapshot.speed)

    def hear(self, snapshot: Snapshot, fresh: tuple[Entry, ...]) -> None:
        """The show's listener: only takes note, so that no tick and no call waits for the hall."""
        is_news = bool(fresh) or snapshot.alarms != self._snapshot.alarms
        self._snapshot, self._heard_at = snapshot, self._loop.time()
        if is_news and not self._is_news_waiting:
            self._is_news_waiting = True
            self._loop.call_soon(self._spread_news)

    def view(self, role: Role) -> dict[str, Json]:
        """The role's view now."""
        return view_json(view_of(role, self._snapshot), self._tz)

    def add(self, role: Role, listener: Listener) -> None:
        """Begin to send; the whole picture goes out at once."""
        channel = self._channels.get(role)
        if channel is None:
            view, now = view_of(role, self._snapshot), self._loop.time()
            rest = rest_json(view, self._tz)
            channel = self._channels[role] = Channel(role, view, rest, now, now + drift_pause(rest))
        self._next_slot = (self._next_slot + 1) % SLOTS
        listener.slot = self._next_slot
        _send(listener, chunk(b"retry: 1000\n\n") + self._whole(channel) + self._beat())
        channel.listeners.add(listener)

    def remove(self, role: Role, listener: Listener) -> None:
        """End to send; what the role's listeners have is forgotten with the last of them."""
        channel = self._channels.get(role)
        if channel is not None:
            channel.listeners.discard(listener)
            if not channel.listeners:
                del self._channels[role]

    def throw_out(self, guest_id: str) -> None:
        """Cut off every picture of a guest."""
        for channel in list(self._channels.values()):
            for listener in channel.listeners:
                if listener.guest_id == guest_id:
                    listener.transport.abort()

    def close(self) -> None:
        """Close every picture."""
        for channel in self._channels.values():
            for listener in channel.listeners:
                listener.transport.close()

    async def beat_forever(self) -> None:
        """Look once a second at what has changed by itself, and let everyone know that we are here."""
        roles = list(Role)
        slot = 0
        while True:
            await asyncio.sleep(BEAT_S / SLOTS)
            slot = (slot + 1) % SLOTS
            beat = self._beat()
            for channel in list(self._channels.values()):
                if roles.index(channel.role) % SLOTS == slot:
                    self._spread(channel, is_news=False)
                    channel.whole = b""
                for listener in [one for one in channel.listeners if one.slot == slot]:
                    self._write(channel, listener, beat)

    def _spread_news(self) -> None:
        self._is_news_waiting = False
        for channel in list(self._channels.values()):
            self._spread(channel, is_news=True)

    def _spread(self, channel: Channel, *, is_news: bool) -> None:
        view = view_of(channel.role, self._snapshot)
        rest = rest_json(view, self._tz)
        patch = merge_patch(channel.rest, rest) | rows_change(channel.sent, view, self._tz)
        if is_only_counted(patch):
            return
        now = self._loop.time()
        if not is_news and now < channel.drift_at and is_only_drift(patch, channel.rest, rest):
            return
        data = encoded(patch)
        frame = chunk(b"event: change\nid: %d\ndata: %b\n\n" % (self._snapshot.seq, data))
        channel.sent, channel.rest, channel.sent_at, channel.whole = view, rest, now, b""
        channel.drift_at = now + drift_pause(rest, len(data))
        for listener in list(channel.listeners):
            self._write(channel, listener, frame)

    def _write(self, channel: Channel, listener: Listener, frame: bytes) -> None:
        transport = listener.transport
        if transport.is_closing():
            return  # its request takes it off the list
        if transport.get_write_buffer_size():
            now = self._loop.time()
            if listener.behind_since is None:
                listener.behind_since = now
            elif now - listener.behind_since > BEHIND_S:
                transport.abort()
        elif listener.behind_since is not None:
            whole = self._whole(channel)
            # what is made anew for everyone has come to it already
            if listener.behind_since is not None:
                listener.behind_since = None
                _send(listener, whole)
        else:
            _send(listener, frame)

    def _whole(self, channel: Channel) -> bytes:
        """What everyone on the channel has, so that the next change fits; `now` is a second old at most."""
        if channel.rest["floating"] is True and self._loop.time() - channel.sent_at > BEAT_S:
            # its moments go with its `now`, and what the others have may be minutes old
            self._spread(channel, is_news=True)
        if not channel.whole:
            view = view_json(channel.sent, self._tz)
            if view["floating"] is not True:
                view["now"] = moment(self.now(), self._tz)
            frame = b"event: snapshot\nid: %d\ndata: %b\n\n" % (self._snapshot.seq, encoded(view))
            channel.whole = chunk(frame)
        return channel.whole

    def _beat(self) -> bytes:
        data = encoded({"now": moment(self.now(), self._tz), "seq": self._snapshot.seq})
        return chunk(b"event: beat\ndata: %b\n\n" % data)


def _send(listener: Listener, frame: bytes) -> None:
    listener.transport.write(listener.tag + frame)


def drift_pause(rest: dict[str, Json], size: int = 0) -> float:
    """Seconds until drift is sent again, after `size` bytes of it."""
    if rest["floating"] is True:
        return FLOATING_DRIFT_S
    return min(LONGEST_DRIFT_S, max(DRIFT_S, size / DRIFT_BYTES))


def still(value: Json) -> Json:
    """`value` without what moves by itself."""
    if isinstance(value, dict):
        return {
            key: still(inner) for key, inner in value.items() if key not in COUNTED and key not in DRIFTING
        }
    if isinstance(value, list):
        return [still(inner) for inner in value]
    return value


def is_only_counted(patch: Json) -> bool:
    """Whether a patch holds nothing but what the page counts by itself."""
    if not isinstance(patch, dict):
        return False
    return all(key in COUNTED or is_only_counted(inner) for key, inner in patch.items())


def is_only_drift(patch: dict[str, Json], was: Json, rest: Json) -> bool:
    """Whether a patch, made of `was` and `rest` and of the rows, holds nothing but what moves by itself."""
    for name in IDS:
        rows = patch.get(name, {})
        assert isinstance(rows, dict)
        if name + ORDER in patch or not all(
            isinstance(row, dict) and row.keys() <= DRIFTING for row in rows.values()
        ):
            return False
    return still(was) == still(rest)


def encoded(value: dict[str, Json]) -> bytes:
    """JSON on one line."""
    return msgspec.json.encode(value)


def chunk(data: bytes) -> bytes:
    """One chunk of an HTTP/1.1 body."""
    return b"%x\r\n%b\r\n" % (len(data), data)
