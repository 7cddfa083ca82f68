"""What the official client of the Model Context Protocol sees of our doors, as one JSON object on stdout.

Run by an interpreter that has it: `official_client.py MODE http URL TOKEN`, or `... MODE stdio COMMAND...`.
MODE is how it settles the revision: `auto` tries the newest, `legacy` shakes hands.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any

import anyio
import httpx2
from mcp.client.client import Client
from mcp.client.stdio import StdioServerParameters, stdio_client
from mcp.client.streamable_http import streamable_http_client


def way_to(kind: str, words: list[str]) -> Any:
    if kind == "http":
        out = httpx2.AsyncClient(headers={"Authorization": f"Bearer {words[1]}"}, trust_env=False)
        return streamable_http_client(words[0], http_client=out)
    command, *arguments = words
    return stdio_client(StdioServerParameters(command=command, args=arguments, env=dict(os.environ)))


async def seen(mode: str, kind: str, words: list[str]) -> dict[str, Any]:
    async with Client(way_to(kind, words), mode=mode) as client:
        tools = await client.list_tools()
        resources = await client.list_resources()
        show = await client.call_tool("read_show", {})
        kinds = await client.read_resource("runofshow://kinds") if kind == "stdio" else None
        order = await client.call_tool("read_running_order", {})
        rows = (order.structured_content or {}).get("items", [])
        free = next((row["item_id"] for row in rows if not row["protected"]), "m1")
        rite = next((row["item_id"] for row in rows if row["protected"]), "m1")
        proposal = {"who": "Claude", "why": "Cho kịp giờ"}
        made = await client.call_tool(
            "propose_edit", {**proposal, "changes": [{"what": "edit", "item_id": free, "notes": "Có hoa"}]}
        )
        refused = await client.call_tool(
            "propose_edit", {**proposal, "changes": [{"what": "skip", "item_id": rite}]}
        )
        return {
            "version": client.protocol_version,
            "server": client.server_info.name if client.server_info else None,
            "tools": [tool.name for tool in tools.tools],
            "resources": [str(one.uri) for one in resources.resources],
            "show": show.structured_content,
            "show_failed": show.is_error,
            "kinds": None if kinds is None else len(json.loads(kinds.contents[0].text)["kinds"]),
            "made": made.structured_content,
            "refused": refused.structured_content,
            "refused_is_error": refused.is_error,
        }


if __name__ == "__main__":
    mode, kind, *words = sys.argv[1:]
    print(json.dumps(anyio.run(seen, mode, kind, words), ensure_ascii=False))
