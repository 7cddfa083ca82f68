"""Where in the file whatever a path names stands."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from runofshow.agenda_file.complaint import Place
from runofshow.agenda_file.tree import Listing, Mapping, Node


class Places(Struct, frozen=True):
    """Finds the line and column of whatever a path names."""

    root: Mapping

    def of(self, path: Sequence[str | int]) -> Place:
        """Of the value, or of the nearest thing around it that is in the file."""
        node: Node = self.root
        for step in path:
            below = _child(node, step)
            if below is None:
                break
            node = below[1]
        return node.place

    def of_key(self, path: Sequence[str | int]) -> Place:
        """Of the key that ends `path`."""
        *above, last = path
        node = self.node(above)
        found = _child(node, last) if node is not None else None
        return found[0] if found else self.of(path)

    def node(self, path: Sequence[str | int]) -> Node | None:
        """The node itself; None when the file has none there."""
        node: Node = self.root
        for step in path:
            below = _child(node, step)
            if below is None:
                return None
            node = below[1]
        return node


def _child(node: Node, step: str | int) -> tuple[Place, Node] | None:
    if isinstance(node, Mapping) and isinstance(step, str):
        entry = node.find(step)
        return (entry[0].place, entry[1]) if entry else None
    if isinstance(node, Listing) and isinstance(step, int) and step < len(node.nodes):
        return node.nodes[step].place, node.nodes[step]
    return None
