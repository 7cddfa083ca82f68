"""Changes of an agenda's text as splices: a value set or taken out, an element put in, cut or moved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from msgspec import Struct

from runofshow.agenda_file.editing.rendering import (
    IN_BRACES,
    LONGEST_ROW,
    Kept,
    Rendered,
    Value,
    element_lines,
    entry_lines,
    flow,
    plain_of,
    rendered,
)
from runofshow.agenda_file.editing.spans import (
    Span,
    colon_end,
    content_end,
    element,
    line_end,
    line_start,
    own_end,
)
from runofshow.agenda_file.editing.written import Written
from runofshow.agenda_file.fitting import Path
from runofshow.agenda_file.shape import data_of, model_at
from runofshow.agenda_file.tree import Listing, Node, Scalar
from runofshow.agenda_file.tree import Mapping as Block


class Splice(Struct, frozen=True):
    """`text[start:end]` becomes `new`."""

    start: int
    end: int
    new: str


class NoSplice(ValueError):
    """Nothing so precise can be done here."""


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """`text` with every splice in it; what is put in at one place keeps its order."""
    ordered = sorted(splices, key=lambda each: (each.start, each.end))
    parts, at = [], 0
    for each in ordered:
        if each.start < at:
            raise NoSplice
        parts += [text[at : each.start], each.new]
        at = each.end
    return "".join([*parts, text[at:]])


class Splicer:
    """Makes the splices of one text."""

    def __init__(self, source: Written) -> None:
        self._source = source
        self._text = source.text

    # What is asked for

    def put(self, path: Path, value: Value) -> list[Splice]:
        """The value at `path`, with as little changed as can be."""
        node, said = self._source.node(path), plain_of(value)
        if node is None or (isinstance(node, Scalar) and node.is_null):
            return self._add(path, value)
        if self._source.value(path) == said:
            return []
        if isinstance(node, Block) and isinstance(value, Mapping) and value:
            gone = [key.text for key, each in node.entries if key.text not in value]
            if len(gone) < len(node.entries):
                dropped = [self.drop((*path, key)) for key in gone]
                return [*chain(*dropped, *(self.put((*path, key), each) for key, each in value.items()))]
        if isinstance(node, Listing) and isinstance(value, Sequence) and node.nodes and value:
            return self._put_list(path, node, [*value])
        return self._replace(path, node, value)

    def drop(self, path: Path) -> list[Splice]:
        """Without the key or the element at `path`; what held only that is empty."""
        *above, last = path
        holder, node = self._source.node(above), self._source.node(path)
        if node is None or holder is None:
            return []
        if isinstance(holder, Listing) and isinstance(last, int):
            if len(holder.nodes) == 1:
                return self._replace(tuple(above), holder, [])
            if holder.flow:
                return [self._flow_cut(last, [(each.start, each.end) for each in holder.nodes])]
            span = self._element(tuple(above), last)
            return [Splice(span.start, span.end, "")]
        if not isinstance(holder, Block):
            raise NoSplice
        if len(holder.entries) == 1:
            return self._replace(tuple(above), holder, {})
        index = next(at for at, (key, _) in enumerate(holder.entries) if key.text == last)
        if holder.flow:
            return [
                self._flow_cut(index, [(key.start, max(key.end, each.end)) for key, each in holder.entries])
            ]
        key, value = holder.entries[index]
        start = line_start(self._text, key.start)
        if self._text[start : key.start].strip():
            # behind a dash: the next key takes its place
            return [Splice(key.start, holder.entries[index + 1][0].start, "")]
        return [Splice(start, own_end(self._text, value, key.place.column - 1), "")]

    def insert(self, path: Path, index: int, value: Value) -> list[Splice]:
        """`value` into the list at `path`, before the element that is at `index` now."""
        holder = self._source.node(path)
        if not isinstance(holder, Listing) or not holder.nodes:
            return self.put(path, [value])
        index = min(index, len(holder.nodes))
        if holder.flow or self._in_flow(path):
            if index == len(holder.nodes):
                return [Splice(holder.nodes[-1].end, holder.nodes[-1].end, f", {flow(value)}")]
            at = holder.nodes[index].start
            return [Splice(at, at, f"{flow(value)}, ")]
        beside = self._element(path, max(0, index - 1))
        beside_node = holder.nodes[max(0, index - 1)]
        braces = isinstance(beside_node, Block) and beside_node.flow
        if isinstance(value, Mapping) and not braces:
            braces = str(path[-1]) in IN_BRACES and all(
                not isinstance(each, Block) or each.flow for each in holder.nodes
            )
        lines = element_lines(str(path[-1]), value, beside.column, in_braces=braces)
        at = beside.start if index == 0 else self._below(path, index, beside)
        return [self._lines_at(at, lines)]

    def kept(self, path: Path) -> Kept:
        """The element or the list at `path` with its comments, to be set elsewhere."""
        node, data = self._source.node(path), self._source.value(path)
        if node is None or data is None:
            raise NoSplice
        *above, last = path
        if isinstance(last, int):
            holder = self._source.node(above)
            assert isinstance(holder, Listing)
            if holder.flow or self._in_flow(tuple(above)):
                return Kept(("- " + self._text[node.start : node.end],), 0, data)
            span = self._element(tuple(above), last)
            return Kept(tuple(self._text[span.start : span.end].splitlines()), span.column, data)
        if not isinstance(node, Listing) or node.flow or not node.nodes:
            raise NoSplice
        start, end = self._floor(path), own_end(self._text, node, self._element(path, 0).column - 1)
        return Kept(tuple(self._text[start:end].splitlines()), self._element(path, 0).column, data)

    def anew(self, path: Path, value: Value) -> list[Splice]:
        """The whole value at `path` written anew."""
        node = self._source.node(path)
        if path and node is not None and isinstance(path[-1], str):
            return self._replace(path, node, value)
        if path and node is not None:
            span = self._element(path[:-1], int(path[-1]))
            lines = element_lines(str(path[-2]), value, span.column)
            return [Splice(span.start, span.end, self._joined(lines))]
        assert isinstance(value, Mapping)
        root, head = self._source.root, self._text
        first = min((key.start for key, _ in root.entries), default=len(head))
        lines = [line for key, each in value.items() for line in entry_lines(key, each, 0)]
        return [Splice(line_start(head, first), len(head), self._joined(lines))]

    # How it is done

    def _put_list(self, path: Path, node: Listing, value: list[Value]) -> list[Splice]:
        """Only the elements that differ."""
        was, will = [data_of(each) for each in node.nodes], [plain_of(each) for each in value]
        if len(was) == len(will):
            return [*chain(*(self.put((*path, at), each) for at, each in enumerate(value)))]
        head = next(
            (at for at, pair in enumerate(zip(was, will, strict=False)) if pair[0] != pair[1]),
            min(len(was), len(will)),
        )
        tail = 0
        while tail < min(len(was), len(will)) - head and was[-1 - tail] == will[-1 - tail]:
            tail += 1
        if not head and not tail:
            return self._replace(path, node, value)
        gone = [self.drop((*path, at)) for at in range(head, len(was) - tail)]
        new = [self.insert(path, len(was) - tail, each) for each in value[head : len(will) - tail]]
        return [*chain(*gone, *new)]

    def _add(self, path: Path, value: Value) -> list[Splice]:
        """A key that is not there yet, or holds nothing."""
        depth = len(path) - 1
        while depth and not isinstance(self._source.node(path[:depth]), Block):
            depth -= 1
        for step in reversed(path[depth + 1 :]):
            if not isinstance(step, str):
                raise NoSplice
            value = {step: value}
        above, key = path[:depth], path[depth]
        holder = self._source.node(above)
        if not isinstance(holder, Block) or not isinstance(key, str):
            raise NoSplice
        if empty := holder.find(key):
            return self._replace((*above, key), empty[1], value)
        if holder.flow or self._in_flow(above):
            at = holder.entries[-1][1].end if holder.entries else holder.start + 1
            new = f"{key}: {flow(value)}"
            return [Splice(at, at, f", {new}" if holder.entries else new)]
        column = holder.entries[0][0].place.column - 1
        lines = entry_lines(key, value, column)
        first, before = holder.entries[0], self._before(holder, above, key)
        at = line_start(self._text, first[0].start)
        if before is None and self._text[at : first[0].start].strip():
            before = first
        return [self._lines_at(at if before is None else own_end(self._text, before[1], column), lines)]

    def _before(self, holder: Block, above: Path, key: str) -> tuple[Scalar, Node] | None:
        """The entry behind which a new key goes, by the order of the form."""
        order = {name: at for at, name in enumerate(model_at(above).__struct_encode_fields__)}
        earlier = [one for one in holder.entries if order.get(one[0].text, -1) < order.get(key, len(order))]
        return max(earlier, key=lambda one: order.get(one[0].text, -1), default=None)

    def _replace(self, path: Path, node: Node, value: Value) -> list[Splice]:
        """Another value where one stands, the comment on its line kept."""
        text = self._text
        *above, last = path
        if self._in_flow(tuple(above)) or (
            isinstance(last, int) and isinstance(value, str) and "\n" not in value
        ):
            blank = (
                " "
                if node.start and not text[node.start - 1].isspace() and text[node.start - 1] not in "[{"
                else ""
            )
            new = flow(value) if self._in_flow(tuple(above)) else rendered("", value, 0).head
            return [Splice(node.start, max(node.start, content_end(text, node)), blank + new)]
        holder = self._source.node(above)
        if not isinstance(holder, Block) or not isinstance(last, str):
            return self.anew(path, value)
        key = holder.find(last)
        assert key is not None
        made = rendered(last, value, key[0].place.column - 1)
        is_flow = isinstance(node, Listing | Block) and node.flow and content_end(text, node) - node.start > 2
        if is_flow and not made.head and len(flow(value)) < LONGEST_ROW:
            made = Rendered(flow(value))
        colon, end = colon_end(text, key[0]), content_end(text, node)
        head = f" {made.head}" if made.head else ""
        if "\n" not in text[colon : node.start]:
            eol = line_end(text, max(colon, end) - (text[end - 1] == "\n" and end > node.start))
            rest = text[max(colon, end) : eol].rstrip("\r\n") if text[end - 1] != "\n" else ""
            return [Splice(colon, eol, self._joined([f"{head}{rest}", *made.body], at_end=eol == len(text)))]
        first, eol = line_start(text, node.start), line_end(text, max(end - 1, node.start))
        return [Splice(colon, colon, head), Splice(first, eol, self._joined(made.body))]

    def _flow_cut(self, index: int, spots: Sequence[tuple[int, int]]) -> Splice:
        if index:
            return Splice(spots[index - 1][1], spots[index][1], "")
        return Splice(spots[0][0], spots[1][0], "")

    def _floor(self, path: Path) -> int:
        """Where the lines of the list at `path` may begin."""
        holder = self._source.node(path[:-1])
        entry = holder.find(str(path[-1])) if isinstance(holder, Block) else None
        if entry is None:
            raise NoSplice
        return line_end(self._text, colon_end(self._text, entry[0]))

    def _element(self, path: Path, index: int) -> Span:
        holder = self._source.node(path)
        if not isinstance(holder, Listing) or holder.flow or index >= len(holder.nodes):
            raise NoSplice
        return element(self._text, holder, index, self._floor(path))

    def _below(self, path: Path, index: int, beside: Span) -> int:
        """Where a new element behind the one of `beside` begins."""
        holder = self._source.node(path)
        assert isinstance(holder, Listing)
        if index < len(holder.nodes):
            return self._element(path, index).start
        return own_end(self._text, holder.nodes[-1], beside.column)

    def _in_flow(self, path: Path) -> bool:
        nodes = (self._source.node(path[:depth]) for depth in range(len(path) + 1))
        return any(isinstance(node, Block | Listing) and node.flow for node in nodes)

    def _lines_at(self, at: int, lines: Sequence[str]) -> Splice:
        text = self._text
        if at == len(text) and text and not text.endswith("\n"):
            return Splice(at, at, self._source.newline + self._source.newline.join(lines))
        return Splice(at, at, self._joined(lines))

    def _joined(self, lines: Iterable[str], *, at_end: bool = False) -> str:
        newline = self._source.newline
        text = "".join(f"{line}{newline}" for line in lines)
        return text.removesuffix(newline) if at_end and not self._text.endswith("\n") else text
