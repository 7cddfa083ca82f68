"""The live pictures: each role's view made once, and only what changed sent to everyone who watches it.

    event: snapshot   the whole view: first of all, and again to a listener that fell behind
    event: change     what is another (core/change.py)
    event: beat       {"now": ..., "seq": ...} once a second
    event: second     {"urls": [...], "pass": ..., "term": ...}: the show's other console (hall/second.py)

A browser that shows several roles has all of them on one connection (it opens six to a machine, and no more):

    event: role       the role that the events have which follow, until the next of these
    event: out        a role that this browser is not in as

Which change is told when: hall/told.py. A *channel* is what the listeners of one role have.

The frames are encoded once and written straight to the connections: the way through a task and a state
machine for each listener costs three times as much. A listener whose connection has not taken what it was
given gets nothing more until it has, and then the whole view: the newest wins, nobody waits, and no more than
one picture is ever kept for it. After half a minute it is cut off, and its browser comes again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta, tzinfo

import msgspec.json
from msgspec import Struct, field

from runofshow.core.agenda import Role
from runofshow.core.events import Entry
from runofshow.core.snapshot import Snapshot
from runofshow.core.value import replace
from runofshow.core.views.roles import View, Views
from runofshow.core.wire import local, written
from runofshow.hall.second import Second, ToldSecond
from runofshow.hall.told import Told

BEAT_S = 1.0
SLOTS = 10
"""Beats go out in so many portions, so that no call ever waits behind a whole hall of them."""
BEHIND_S = 30.0
"""Seconds after which a listener that takes nothing is cut off."""


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
    told: Told
    listeners: set[Listener] = field(default_factory=set)
    whole: bytes = b""
    """The frame of what was told; empty when it must be made again."""


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
        self._second: Second | None = None
        self._pass_of: Callable[[str], str | None] = _nobodys

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
            channel = Channel(role, Told.first(self.view(role), self._loop.time()))
            self._channels[role] = channel
        self._next_slot = (self._next_slot + 1) % SLOTS
        listener.slot = self._next_slot
        _send(listener, chunk(b"retry: 1000\n\n") + self._whole(channel) + self._beat())
        self._send_second(listener)
        channel.listeners.add(listener)

    def tell_second(self, second: Second, pass_of: Callable[[str], str | None]) -> None:
        """Tell every guest of the other console, now and when they come, each with its pass."""
        self._second, self._pass_of = second, pass_of
        for channel in self._channels.values():
            for listener in channel.listeners:
                # who is behind is told when it has caught up
                if listener.behind_since is None and not listener.transport.is_closing():
                    self._send_second(listener)

    def _send_second(self, listener: Listener) -> None:
        second, guest_id = self._second, listener.guest_id
        own = None if second is None or guest_id is None else self._pass_of(guest_id)
        if second is not None and own is not None:
            told = ToldSecond(second.urls, own, second.term)
            _send(listener, chunk(b"event: second\ndata: %b\n\n" % msgspec.json.encode(told)))

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
        data = channel.told.change(self.view(channel.role), self._loop.time(), is_news=is_news)
        if data is None:
            return
        frame = chunk(b"event: change\nid: %d\ndata: %b\n\n" % (self._snapshot.seq, data))
        channel.whole = b""
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
                self._send_second(listener)
        else:
            _send(listener, frame)

    def _whole(self, channel: Channel) -> bytes:
        """What everyone on the channel has, so that the next change fits; `now` is a second old at most."""
        told = channel.told
        if told.sent.floating and self._loop.time() - told.sent_at > BEAT_S:
            # its moments go with its `now`, and what the others have may be minutes old
            self._spread(channel, is_news=True)
        if not channel.whole:
            view = told.sent
            if not view.floating:
                view = replace(view, now=local(self.now(), self._tz))
            frame = b"event: snapshot\nid: %d\ndata: %b\n\n" % (self._snapshot.seq, written(view))
            channel.whole = chunk(frame)
        return channel.whole

    def _beat(self) -> bytes:
        data = written({"now": local(self.now(), self._tz), "seq": self._snapshot.seq})
        return chunk(b"event: beat\ndata: %b\n\n" % data)


def _send(listener: Listener, frame: bytes) -> None:
    listener.transport.write(listener.tag + frame)


def _nobodys(guest_id: str) -> None:
    """Gives no pass, while there is no other console."""


def chunk(data: bytes) -> bytes:
    """One chunk of an HTTP/1.1 body."""
    return b"%x\r\n%b\r\n" % (len(data), data)
