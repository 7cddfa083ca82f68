"""Every address of the hall's server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import Route, Router

from runofshow.agents.rendezvous import PATH
from runofshow.core.agenda import Role
from runofshow.web.agents import AgentRoute
from runofshow.web.api import Api
from runofshow.web.entrance import Entrance
from runofshow.web.watch import Watch

if TYPE_CHECKING:
    from starlette.types import ASGIApp


def hall_routes(entrance: Entrance, api: Api, watch: Watch, agents: AgentRoute | None = None) -> ASGIApp:
    """The application, without its guard; without a door for agents where none was asked for."""
    door = [] if agents is None else [Route(PATH, agents.post, methods=["POST"])]
    pages = [Route(f"/{role.value}", entrance.page, name=role.value) for role in Role]
    return Router(
        [
            Route("/", entrance.home),
            Route("/join", entrance.form, methods=["POST"]),
            Route("/j/{code}", entrance.link),
            Route("/assets/{name}", entrance.asset),
            Route("/manifest.webmanifest", entrance.manifest),
            Route("/api/snapshot", api.snapshot),
            Route("/api/events", api.events),
            Route("/api/command", api.command, methods=["POST"]),
            Route("/api/agenda", api.agenda),
            Route("/api/item", api.item),
            Route("/api/qr", api.qr),
            Route("/api/roles", api.roles),
            Route("/api/roles", api.change_roles, methods=["POST"]),
            Route("/api/ping", api.ping),
            Route("/api/watch", watch.answer),
            Route("/healthz", api.health),
            *door,
            *pages,
        ],
        redirect_slashes=False,
    )
