"""The revisions of the protocol that are spoken.

Up to 2025-11-25 a client begins with `initialize`, which settles the revision. From 2026-07-28 on there is no
handshake: every request says its own in `_meta`, and results say more of themselves. Both are answered
without a session, so a client of either kind may ask at any moment. JSON-RPC batches are of 2025-03-26 alone.
"""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from runofshow.agents.message import INVALID_PARAMS, UNSUPPORTED_VERSION, Fault
from runofshow.core.value import Json

HANDSHAKE: Final = ("2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25")
MODERN: Final = ("2026-07-28",)
EVERY: Final = (*HANDSHAKE, *MODERN)
BATCHED: Final = "2025-03-26"
"""Also what a client speaks over HTTP that does not say."""
VERSION_KEY: Final = "io.modelcontextprotocol/protocolVersion"
CAPABILITIES_KEY: Final = "io.modelcontextprotocol/clientCapabilities"
SERVER_KEY: Final = "io.modelcontextprotocol/serverInfo"


class Spoken(Struct, frozen=True):
    """In which revision a request came."""

    version: str | None
    """None where it does not say: then it is one of the handshake."""

    @property
    def is_modern(self) -> bool:
        return self.version in MODERN


def agreed(asked: Json) -> str:
    """The revision that `initialize` settles: the one asked for, or the newest that has a handshake."""
    return asked if isinstance(asked, str) and asked in HANDSHAKE else HANDSHAKE[-1]


def spoken_by(params: dict[str, Json]) -> Spoken | Fault:
    """What a request says of its revision."""
    meta = params.get("_meta")
    if not isinstance(meta, dict) or VERSION_KEY not in meta:
        return Spoken(None)
    asked = meta[VERSION_KEY]
    if not isinstance(asked, str) or not isinstance(meta.get(CAPABILITIES_KEY), dict):
        return Fault(INVALID_PARAMS, f"_meta: {VERSION_KEY} and {CAPABILITIES_KEY} go together")
    return Spoken(asked) if asked in MODERN else unsupported(asked)


def unsupported(asked: str) -> Fault:
    """That nobody here speaks it."""
    supported: list[Json] = [*EVERY]
    return Fault(
        UNSUPPORTED_VERSION,
        "Unsupported protocol version",
        {"supported": supported, "requested": asked[:40]},
    )
