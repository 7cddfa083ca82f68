"""The words of OBS WebSocket 5, as frames of JSON: what OBS says, and what is asked of it.

    {"op": 6, "d": {"requestType": "SetCurrentProgramScene", "requestId": "7", "requestData": {...}}}
    {"op": 7, "d": {"requestType": "...", "requestId": "7", "requestStatus": {"result": true, "code": 100}}}
    {"op": 5, "d": {"eventType": "CurrentProgramSceneChanged", "eventData": {"sceneName": "A"}}}

Every frame is read into a value with the fields that are used here, or is none of OBS.
"""

from __future__ import annotations

import base64
import hashlib
from enum import IntEnum
from typing import Final, TypeVar

import msgspec
from msgspec import Raw, Struct

from runofshow.control.failure import Failed, Trouble
from runofshow.control.strangers import shown

RPC_VERSION: Final = 1
HEARD: Final = 1 << 2 | 1 << 4 | 1 << 6
"""Events of scenes, of transitions, of outputs; no others are sent."""
WRONG_PASSWORD: Final = 4009
"""With what OBS closes; all reasons of its own are 4000 and more."""


class Op(IntEnum):
    """What kind of frame it is."""

    HELLO = 0
    IDENTIFY = 1
    IDENTIFIED = 2
    EVENT = 5
    REQUEST = 6
    REPLY = 7


class Status(IntEnum):
    """How OBS says that it did not; there are more."""

    NOT_READY = 207
    """It starts, or changes its scene collection."""
    RUNS_ALREADY = 500
    RUNS_NOT = 501
    NO_SUCH = 600


class Frame(Struct, frozen=True):
    op: int
    d: Raw


class Asked(Struct, frozen=True, rename="camel"):
    """What the password is mixed with."""

    challenge: str
    salt: str


class Hello(Struct, frozen=True, rename="camel"):
    rpc_version: int
    authentication: Asked | None = None
    """None where it wants no password."""


class Event(Struct, frozen=True, rename="camel"):
    event_type: str
    event_data: Raw = Raw(b"{}")


class Outcome(Struct, frozen=True):
    result: bool
    code: int
    comment: str = ""


class Reply(Struct, frozen=True, rename="camel"):
    request_id: str
    request_status: Outcome
    response_data: Raw = Raw(b"{}")


class Nothing(Struct, frozen=True):
    """An answer of which no word matters."""


class Version(Struct, frozen=True, rename="camel"):
    obs_version: str
    obs_web_socket_version: str


class SceneNamed(Struct, frozen=True, rename="camel"):
    scene_name: str


class SceneList(Struct, frozen=True, rename="camel"):
    scenes: tuple[SceneNamed, ...]
    """From the bottom of the window up."""
    current_program_scene_name: str | None = None


class SceneItem(Struct, frozen=True, rename="camel"):
    scene_item_id: int
    source_name: str
    is_group: bool | None = None
    """None for what can be no group."""


class SceneItems(Struct, frozen=True, rename="camel"):
    scene_items: tuple[SceneItem, ...]


class ItemEnabled(Struct, frozen=True, rename="camel"):
    scene_item_enabled: bool


class OutputState(Struct, frozen=True, rename="camel"):
    """Of the stream and of the recording."""

    output_state: str


Said = TypeVar("Said")


def read(data: bytes | str | Raw, kind: type[Said]) -> Said:
    """What OBS says. Raises Failed where it is something else."""
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Failed(Trouble.NOT_THIS_GEAR, shown(str(error))) from error


def identify(hello: Hello, password: str) -> bytes:
    """The answer to its greeting. Raises Failed where it wants a password and none is known."""
    said: dict[str, object] = {"rpcVersion": RPC_VERSION, "eventSubscriptions": HEARD}
    if hello.authentication is not None:
        if not password:
            raise Failed(Trouble.WRONG_PASSWORD)
        said["authentication"] = proof(password, hello.authentication)
    return msgspec.json.encode({"op": Op.IDENTIFY, "d": said})


def proof(password: str, asked: Asked) -> str:
    """That the password is known, without saying it."""
    secret = _digest(password + asked.salt)
    return _digest(secret + asked.challenge)


def request(request_id: str, kind: str, data: dict[str, object]) -> bytes:
    """One order or question."""
    said = {"requestType": kind, "requestId": request_id, "requestData": data}
    return msgspec.json.encode({"op": Op.REQUEST, "d": said})


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
