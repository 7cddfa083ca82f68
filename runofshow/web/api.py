"""What screens and programs ask and order over HTTP, answered in the thread of the show."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from starlette.responses import JSONResponse, Response

from runofshow.agenda_file.bringing import brought
from runofshow.agenda_file.notation import read_anchor
from runofshow.core.agenda import Role
from runofshow.core.ask import Ask, Text, name_of
from runofshow.core.award_events import PersonSeen
from runofshow.core.handiwork import restored_call
from runofshow.core.people import HONOURED
from runofshow.core.refusal import Reason, Refused
from runofshow.core.snapshot import Snapshot
from runofshow.core.value import replace
from runofshow.core.views.head import plan_view
from runofshow.core.views.items import item_view
from runofshow.core.wire import Json, as_json, written
from runofshow.hall.access import Access, Wait
from runofshow.hall.door import Asker, Door
from runofshow.hall.guests import Guest
from runofshow.hall.pace import steady
from runofshow.hall.reading import BadOrder, Order, Written, read_ask, read_object, read_order
from runofshow.texts import Language
from runofshow.web.asker import address_of, asker_of, guest_of, refused, role_named, slowed
from runofshow.web.connection import CONNECTION, HallConnection
from runofshow.web.item_form import hours_of, inserted, item_form
from runofshow.web.network import is_loopback, join_url
from runofshow.web.qr import qr_svg
from runofshow.web.stream import Listener, LivePictures, chunk

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.types import Receive, Scope, Send

SCREENS = 12
"""Live pictures one guest may have open: a browser that forgets to close them must not use up the hall's."""
SEES_THE_ORDER = (Role.CALLER, Role.STAGE)
SHARE = "share"
LONGEST_DELAY = timedelta(minutes=1)


class Renew(Ask, frozen=True, tag="renew"):
    """A new code for a role."""

    role: Role


class ThrowOut(Ask, frozen=True, tag="throw_out", rename={"guest_id": "guest"}):
    """A guest is in no longer."""

    guest_id: Text


AT_THE_DOORS = {name_of(kind): kind for kind in (Renew, ThrowOut)}


class Api:
    """Everything under /api, and /healthz."""

    def __init__(
        self,
        latest: Callable[[], Snapshot],
        door: Door,
        access: Access,
        pictures: LivePictures,
        tz: tzinfo,
        home: Callable[[], str],
        language: Language,
    ) -> None:
        """What an inserted item brings of its kind is in `language`."""
        self._latest = latest
        self._door = door
        self._language = language
        self._access = access
        self._pictures = pictures
        self._tz = tz
        self._home = home
        self._written = Written(hours_of(lambda: latest().rows, tz), read_anchor)

    async def snapshot(self, request: Request) -> Response:
        """The asker's part of the snapshot."""
        asker = self._asker(request)
        role = _role_seen(asker, request)
        if isinstance(role, Response):
            return role
        return Response(written(self._pictures.view(role)), media_type="application/json")

    async def events(self, request: Request) -> Response:
        """The same, alive."""
        shared = request.query_params.get(SHARE)
        if shared is not None:
            return self._shared(request, shared)
        asker = self._asker(request)
        role = _role_seen(asker, request)
        if isinstance(role, Response):
            return role
        assert isinstance(asker, Asker)
        return self._alive(request, {role: asker.guest})

    def _shared(self, request: Request, asked: str) -> Response:
        """The pictures of several roles of one browser on one connection: `?share=mc,music`."""
        roles = [role for name in asked.split(",") if (role := role_named(name))]
        seats = {role: guest_of(request, self._access, steady(), role) for role in roles}
        if not any(seats.values()):
            return refused(401, "not_joined")
        return self._alive(request, seats, is_shared=True)

    def _alive(
        self, request: Request, seats: dict[Role, Guest | None], *, is_shared: bool = False
    ) -> Response:
        if request.scope["http_version"] != "1.1":
            return refused(505, "http_version")
        if any(guest is not None and guest.screens >= SCREENS for guest in seats.values()):
            return slowed(10)
        return LiveAnswer(self._access, self._pictures, seats, is_shared)

    async def command(self, request: Request) -> Response:
        """An order."""
        asker = self._asker(request)
        if isinstance(asker, Response):
            return asker
        if not _is_json(request):
            return refused(415, "not_json")
        body = await request.body()

        def read() -> Order:
            order = read_order(body, self._written)
            command = brought(order.command, self._latest().plan, self._language)
            return replace(order, command=command)

        try:
            answer = await self._door.admit(asker, read, steady())
        except BadOrder as bad:
            return refused(400, "bad_request", bad.about)
        match answer:
            case Wait(seconds):
                return slowed(seconds)
            case Refused(reason, about):
                status = 403 if reason is Reason.NOT_ALLOWED else 409
                return refused(status, reason.value, about, **self._person(about))
        seen = next((event.person_id for event in answer.events if isinstance(event, PersonSeen)), "")
        return JSONResponse(
            {"seq": answer.seq, **restored_call(answer), **inserted(answer), **self._person(seen)}
        )

    def _person(self, person_id: str) -> dict[str, Json]:
        """Who was seen, with batch and place: whoever scans a card sees no list that holds everybody."""
        kind, own = person_id[:2], person_id[2:]
        found = self._latest().whereabouts.get(own) if kind == HONOURED else None
        return {} if found is None else {"person": as_json(found)}

    async def agenda(self, request: Request) -> Response:
        """The running order as amended, for who sees all of it."""
        asker = self._asker(request)
        if isinstance(asker, Response):
            return asker
        if asker.role not in SEES_THE_ORDER:
            return refused(403, Reason.NOT_ALLOWED.value)
        latest = self._latest()
        rows = [item_view(row, self._tz) for row in latest.rows]
        about = {"title": latest.title, "organiser": latest.organiser, "venue": latest.venue}
        told = {"seq": latest.seq, **about, **as_json(plan_view(latest.plan)), "items": rows}
        return Response(written(told), media_type="application/json")

    async def item(self, request: Request) -> Response:
        """One item as its form needs it, for the caller: `?id=`, and `&lang=` for how moments are said."""
        asker = self._caller(request)
        if isinstance(asker, Response):
            return asker
        asked = request.query_params
        language = next((one for one in Language if one == asked.get("lang")), self._language)
        found = item_form(self._latest(), asked.get("id", ""), self._tz, language)
        return refused(404, Reason.UNKNOWN_ITEM.value) if found is None else JSONResponse(found)

    async def roles(self, request: Request) -> Response:
        """The doors, for the caller: codes, links, and who is in."""
        asker = self._caller(request)
        return asker if isinstance(asker, Response) else JSONResponse(self._doors())

    async def qr(self, request: Request) -> Response:
        """A role's join link as a QR code in SVG, for the caller: `?role=`."""
        asker = self._caller(request)
        if isinstance(asker, Response):
            return asker
        code = next(
            (code for role, code in self._access.codes.items() if role == request.query_params.get("role")),
            None,
        )
        if code is None:
            return refused(400, "bad_request", "role")
        return Response(qr_svg(join_url(self._home(), code)), media_type="image/svg+xml")

    async def change_roles(self, request: Request) -> Response:
        """`{"do": "renew", "role": ...}` or `{"do": "throw_out", "guest": ...}`, for the caller."""
        asker = self._caller(request)
        if isinstance(asker, Response):
            return asker
        if not _is_json(request):
            return refused(415, "not_json")
        try:
            order = read_ask(AT_THE_DOORS, read_object(await request.body()))
        except BadOrder as bad:
            return refused(400, "bad_request", bad.about)
        match order:
            case Renew(role):
                self._access.renew(role)
            case ThrowOut(guest_id):
                if not self._access.throw_out(guest_id):
                    return refused(409, "unknown_guest")
                self._pictures.throw_out(guest_id)
        return JSONResponse(self._doors())

    async def ping(self, request: Request) -> Response:
        """A guest sends back the `now` of the beat that has just come, as `at`: how far away it is."""
        asker = self._asker(request)
        if isinstance(asker, Response):
            return asker
        now = self._pictures.now()
        sent = _moment(request.query_params.get("at", ""))
        if sent is None:
            return refused(400, "bad_request", "at")
        delay = now - sent
        if asker.guest is not None and timedelta() <= delay <= LONGEST_DELAY:
            speed = self._latest().speed
            self._access.measured(asker.guest.guest_id, delay.total_seconds() / speed)
        return Response(status_code=204)

    async def health(self, request: Request) -> Response:
        """That the show is alive, for this machine."""
        if not is_loopback(address_of(request)):
            return refused(404, "not_found")
        return JSONResponse({"ok": True, "seq": self._latest().seq})

    def _asker(self, request: Request, likeliest: Role | None = None) -> Asker | Response:
        return asker_of(request, self._access, steady(), likeliest)

    def _caller(self, request: Request) -> Asker | Response:
        asker = self._asker(request, Role.CALLER)
        if isinstance(asker, Asker) and asker.role is not Role.CALLER:
            return refused(403, Reason.NOT_ALLOWED.value)
        return asker

    def _doors(self) -> dict[str, Json]:
        now, home = steady(), self._home()
        present: dict[Role, list[Json]] = {role: [] for role in Role}
        for guest in self._access.present:
            present[guest.role].append(_guest(guest, now))
        roles: list[Json] = [
            {"role": role.value, "code": code, "link": join_url(home, code), "guests": present[role]}
            for role, code in self._access.codes.items()
        ]
        return {"roles": roles}


class LiveAnswer(Response):
    """An answer that goes on until the listener leaves."""

    def __init__(
        self, access: Access, pictures: LivePictures, seats: dict[Role, Guest | None], is_shared: bool
    ) -> None:
        """`seats` is who listens in each role: None for a program, or where nobody is in as that."""
        super().__init__(media_type="text/event-stream", headers={"x-accel-buffering": "no"})
        del self.headers["content-length"]
        self._access = access
        self._pictures = pictures
        self._seats = seats
        self._is_shared = is_shared

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        if scope["method"] == "HEAD":
            await send({"type": "http.response.body", "body": b""})
            return
        connection: HallConnection = scope["state"][CONNECTION]
        listeners: dict[Role, Listener] = {}
        for role, guest in self._seats.items():
            if self._is_shared and guest is None:
                connection.transport.write(told("out", role))
                continue
            tag = told("role", role) if self._is_shared else b""
            listeners[role] = Listener(connection.transport, guest.guest_id if guest else None, tag)
        for role, listener in listeners.items():
            if listener.guest_id is not None:
                self._access.opened(listener.guest_id, +1)
            self._pictures.add(role, listener)
        try:
            while (await receive())["type"] != "http.disconnect":
                continue
        finally:
            for role, listener in listeners.items():
                self._pictures.remove(role, listener)
                if listener.guest_id is not None:
                    self._access.opened(listener.guest_id, -1)


def told(event: str, role: Role) -> bytes:
    """An event that names a role."""
    return chunk(f"event: {event}\ndata: {role.value}\n\n".encode())


def _role_seen(asker: Asker | Response, request: Request) -> Role | Response:
    """Whose part is asked for: one's own; the caller may look at any role's."""
    if isinstance(asker, Response):
        return asker
    wanted = request.query_params.get("role", asker.role.value)
    if wanted == asker.role.value:
        return asker.role
    if asker.role is not Role.CALLER:
        return refused(403, Reason.NOT_ALLOWED.value)
    return role_named(wanted) or refused(400, "bad_request", "role")


def _guest(guest: Guest, now: float) -> dict[str, Json]:
    return {
        "id": guest.guest_id,
        "address": guest.address,
        "agent": guest.agent,
        "screens": guest.screens,
        "is_here": guest.is_here(now),
        "joined_s": round(now - guest.joined),
        "seen_s": round(guest.seen_s(now)),
        "delay_s": None if guest.delay is None else round(guest.delay, 3),
    }


def _is_json(request: Request) -> bool:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower() == "application/json"


def _moment(text: str) -> datetime | None:
    try:
        # a "+" in an address that was not escaped reads as a space
        moment = datetime.fromisoformat(text.replace(" ", "+"))
    except ValueError:
        return None
    return moment if moment.tzinfo else None
