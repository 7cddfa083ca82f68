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

from msgspec import Struct, field

from runofshow.core.agenda import Role
from runofshow.core.change import IDS, ORDER, Patch, change
from runofshow.core.events import Entry
from runofshow.core.snapshot import Snapshot
from runofshow.core.value import replace
from runofshow.core.views.fields import moving
from runofshow.core.views.roles import View, Views
from runofshow.core.wire import Moves, local, written

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
        self._views = Views(latest, tz)
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

    def view(self, role: Role) -> View:
        """The role's view now."""
        if self._views.snapshot is not self._snapshot:
            self._views = Views(self._snapshot, self._tz, self._views)
        return self._views.of(role)

    def add(self, role: Role, listener: Listener) -> None:
        """Begin to send; the whole picture goes out at once."""
        channel = self._channels.get(role)
        if channel is None:
            view, now = self.view(role), self._loop.time()
            channel = self._channels[role] = Channel(role, view, now, now + drift_pause(view.floating))
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
            # whoever comes is given the whole picture, and needs no beat for a second
            await asyncio.sleep(BEAT_S / SLOTS if self._channels else BEAT_S)
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
        view = self.view(channel.role)
        patch = change(channel.sent, view)
        if is_only_counted(patch):
            return
        now = self._loop.time()
        if not is_news and now < channel.drift_at and is_only_drift(patch, channel.sent, view):
            return
        data = written(patch)
        frame = chunk(b"event: change\nid: %d\ndata: %b\n\n" % (self._snapshot.seq, data))
        channel.sent, channel.sent_at, channel.whole = view, now, b""
        channel.drift_at = now + drift_pause(view.floating, len(data))
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
        if channel.sent.floating and self._loop.time() - channel.sent_at > BEAT_S:
            # its moments go with its `now`, and what the others have may be minutes old
            self._spread(channel, is_news=True)
        if not channel.whole:
            sent = channel.sent
            view = sent if sent.floating else replace(sent, now=local(self.now(), self._tz))
            frame = b"event: snapshot\nid: %d\ndata: %b\n\n" % (self._snapshot.seq, written(view))
            channel.whole = chunk(frame)
        return channel.whole

    def _beat(self) -> bytes:
        data = written({"now": local(self.now(), self._tz), "seq": self._snapshot.seq})
        return chunk(b"event: beat\ndata: %b\n\n" % data)


def _send(listener: Listener, frame: bytes) -> None:
    listener.transport.write(listener.tag + frame)


def drift_pause(is_floating: bool, size: int = 0) -> float:
    """Seconds until drift is sent again, after `size` bytes of it."""
    if is_floating:
        return FLOATING_DRIFT_S
    return min(LONGEST_DRIFT_S, max(DRIFT_S, size / DRIFT_BYTES))


def is_only_counted(patch: object) -> bool:
    """Whether a patch holds nothing but what the page counts by itself."""
    if not isinstance(patch, dict):
        return False
    counted = moving(Moves.COUNTED)
    return all(name in counted or is_only_counted(inner) for name, inner in patch.items())


def is_only_drift(patch: Patch, was: View, view: View) -> bool:
    """Whether a patch, made of two views, holds nothing but what moves by itself."""
    moves = moving(*Moves)
    for name in IDS:
        rows = patch.get(name, {})
        assert isinstance(rows, dict)
        if name + ORDER in patch or not all(
            isinstance(row, dict) and row.keys() <= moves for row in rows.values()
        ):
            return False
    told = (name for name in view.__struct_fields__ if name not in IDS and name not in moves)
    return all(stands(getattr(was, name), getattr(view, name)) for name in told)


def stands(was: object, value: object) -> bool:
    """Whether a part of a view is what it was, but for what moves by itself."""
    if isinstance(value, Struct) and type(was) is type(value):
        told = (name for name in value.__struct_fields__ if name not in moving(*Moves))
        return all(stands(getattr(was, name), getattr(value, name)) for name in told)
    if isinstance(value, tuple) and isinstance(was, tuple) and len(was) == len(value):
        return all(map(stands, was, value))
    return was == value


def chunk(data: bytes) -> bytes:
    """One chunk of an HTTP/1.1 body."""
    return b"%x\r\n%b\r\n" % (len(data), data)
