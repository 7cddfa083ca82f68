"""What an agent may ask for: tools that it calls, resources that it reads."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Final

from msgspec import Struct

from runofshow.core.value import Json

ANY: Final[dict[str, Json]] = {"type": "object", "properties": {}, "additionalProperties": False}
"""The arguments of a tool that takes none."""


class Told(Struct, frozen=True):
    """What a tool gives: an object, or why there is none."""

    value: dict[str, Json]
    is_error: bool = False


class Tool(Struct, frozen=True):
    """One thing that an agent may call."""

    name: str
    title: str
    description: str
    run: Callable[[dict[str, Json]], Awaitable[Told]]
    arguments: Mapping[str, Json]
    """A JSON Schema."""
    proposes: bool = False
    """It lays something before a person; every other one only reads."""


class Resource(Struct, frozen=True):
    """One thing that an agent may read by its address."""

    uri: str
    name: str
    description: str
    read: Callable[[], Awaitable[Told]]


class Offer(Struct, frozen=True):
    """All that one door gives."""

    tools: Sequence[Tool]
    resources: Sequence[Resource]
    instructions: str

    def tool(self, name: Json) -> Tool | None:
        """The tool of that name."""
        return next((one for one in self.tools if one.name == name), None)

    def resource(self, uri: Json) -> Resource | None:
        """The resource at that address."""
        return next((one for one in self.resources if one.uri == uri), None)


def schema(required: Sequence[str] = (), **properties: Json) -> dict[str, Json]:
    """The JSON Schema of a tool's arguments; no other key is taken."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


def refusal(reason: str, why: str, **more: Json) -> Told:
    """Why not, by a code for programs and in words."""
    return Told({"refused": reason, "why": why, **more}, is_error=True)


def unknown_arguments(tool: Tool, given: Mapping[str, Json]) -> Told | None:
    """That a key is given which the tool does not know, or one is missing; None where all is well."""
    properties, required = tool.arguments["properties"], tool.arguments.get("required", [])
    assert isinstance(properties, dict)
    assert isinstance(required, list)
    unknown = next((name for name in given if name not in properties), None)
    if unknown is not None:
        return refusal("bad_request", f"{unknown[:60]}: {tool.name} knows no such argument")
    missing = next((name for name in required if name not in given), None)
    return None if missing is None else refusal("bad_request", f"{missing}: {tool.name} needs it")
