"""YAML text as a tree of nodes that know their places.

The tree is built from the stream of parse events on a stack of its own, within a budget of depth and size:
no recursion of the parser or of ours ever follows the depth of a hostile file, and an alias counts as
often as it is used. Scalars stay the text people wrote; YAML's own reading of `07:30` (450) and of `có`
never happens. Tags, several documents and keys that are no text are refused.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import Any, Final

import yaml
from msgspec import Struct, field

from runofshow.agenda_file.complaint import TOP, Complaint, Place, Reporter
from runofshow.agenda_file.source import place_in
from runofshow.agenda_file.wording import NULLS, forbidden_sign, line_of, stacked_marks

DEEPEST: Final = 24
"""The format itself is 10 deep."""
MOST_NODES: Final = 200_000
"""5,000 items of three keys with three cues each are 170,000. Reading so many takes a second."""
MOST_KEYS: Final = 100
"""The format's longest mapping has 18 keys."""
_MOST_TAB_LINES = 20
_QUOTED = re.compile(r"\"(?:\\.|[^\"\\\n])*\"|'(?:''|[^'\n])*'")
_CUT_IN_BRACKETS = re.compile(r"[{\[][^\n]*?[ \t](#[^\n]*[}\]])")
_TAB = re.compile(r"^( *)\t[ \t]*[^\s]", re.MULTILINE)


class Scalar(Struct, frozen=True):
    text: str
    plain: bool
    """Written without quotes, so that null can be meant."""
    place: Place
    start: int
    end: int
    """Where its signs begin and end in the text."""

    @property
    def is_null(self) -> bool:
        return self.plain and self.text in NULLS


class Listing(Struct, frozen=True):
    nodes: tuple[Node, ...]
    place: Place
    start: int
    end: int
    flow: bool
    """Written with brackets."""


class Mapping(Struct, frozen=True):
    entries: tuple[tuple[Scalar, Node], ...]
    place: Place
    start: int
    end: int
    flow: bool
    """Written with braces."""

    def find(self, key: str) -> tuple[Scalar, Node] | None:
        """The first entry of this key."""
        return next((entry for entry in self.entries if entry[0].text == key), None)


Node = Scalar | Listing | Mapping


class _Open(Struct):
    """A collection whose end has not come yet."""

    is_mapping: bool
    place: Place
    start: int
    anchor: str | None
    flow: bool
    nodes: list[Node] = field(default_factory=list)
    size: int = 1


def read_tree(text: str, report: Reporter) -> tuple[Mapping | None, list[Complaint]]:
    """The root mapping of `text`; None with at least one error when there is none."""
    composer = _Composer(report)
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    parser = None
    try:
        parser = loader(text)
        # yaml.parse asks twice for each event
        while (event := parser.get_event()) is not None and composer.take(event):
            pass
    except yaml.MarkedYAMLError as error:
        return None, _syntax(text, error, report)
    except yaml.YAMLError as error:
        return None, [report.error("syntax", TOP, problem=error)]
    finally:
        if parser is not None:
            parser.dispose()
    return composer.result()


def _syntax(text: str, error: yaml.MarkedYAMLError, report: Reporter) -> list[Complaint]:
    """Tabs by name, since no editor shows them; otherwise what the parser says, where it says it."""
    # whose patterns take longer to make than a good file to read
    from runofshow.agenda_file.slips import bullet, colons_below, slip

    tabs = [found.end(1) for found in islice(_TAB.finditer(text), _MOST_TAB_LINES)]
    if tabs:
        return [report.error("tab", place_in(text, index)) for index in tabs]
    context = error.context or ""
    # Where a quote or a bracket was opened says more than where the file ended without its other half.
    is_open = "quoted scalar" in context or "flow" in context or "alias" in context or "tag" in context
    mark = (error.context_mark if is_open else error.problem_mark) or error.context_mark
    place = Place(mark.line + 1, mark.column + 1) if mark else TOP
    if mark and "\t" in text[max(0, mark.index - 1) : mark.index + 1]:
        return [report.error("tab", place)]
    if "flow" in context and (cut := _cut_in_brackets(text, place.line)):
        return [report.error("cut_at_hash", cut)]
    if "alias" in context and (found := bullet(text, place.line, report)):
        return [found]
    if "alias" in context or (error.problem and "undefined alias" in error.problem):
        return [report.error("unknown_alias", place)]
    if "tag" in context:
        return [report.error("tag", place, tag="!")]
    if found := slip(text, error, report):
        alike = colons_below(text, found, report) if found.code == "colon_in_text" else []
        return [found, *alike]
    if error.problem and "mapping values are not allowed" in error.problem:
        return [report.error("colon_in_text", place)]
    return [report.error("syntax", place, problem=error.problem or error.context or "")]


def _cut_in_brackets(text: str, line: int) -> Place | None:
    """Where a ` #` on that line (from 1) takes away what closes a bracket; None when none does."""
    # a mark may stand behind the last line
    written = "".join(text.split("\n")[line - 1 : line])
    cut = _CUT_IN_BRACKETS.search(_QUOTED.sub(lambda quoted: "x" * len(quoted[0]), written))
    return Place(line, cut.start(1) + 1) if cut else None


class _Composer:
    """Turns events into the tree, within the budgets."""

    def __init__(self, report: Reporter) -> None:
        self._report = report
        self._stack: list[_Open] = []
        self._anchors: dict[str, tuple[Node, int]] = {}
        self._open_anchors: set[str] = set()
        self._root: Node | None = None
        self._documents = 0
        self._nodes = 0
        self._complaints: list[Complaint] = []

    def result(self) -> tuple[Mapping | None, list[Complaint]]:
        complaints = self._complaints
        if complaints:
            return None, complaints
        if self._root is None or (isinstance(self._root, Scalar) and self._root.is_null):
            return None, [self._report.error("empty", TOP)]
        if not isinstance(self._root, Mapping):
            return None, [self._report.error("not_an_agenda", self._root.place)]
        return self._root, []

    def _refuse(self, code: str, place: Place, **about: object) -> bool:
        self._complaints.append(self._report.error(code, place, **about))
        return False

    def take(self, event: yaml.Event) -> bool:
        """Whether to go on reading."""
        match event:
            case yaml.ScalarEvent():
                # First: four of five events are scalars.
                return self._scalar(event)
            case yaml.DocumentStartEvent():
                self._documents += 1
                return self._documents == 1 or self._refuse("many_documents", _place(event))
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                return self._begin(event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                return self._end(event)
            case yaml.AliasEvent():
                return self._alias(event)
            case _:
                return True

    def _scalar(self, event: yaml.ScalarEvent) -> bool:
        mark, tag = event.start_mark, event.tag
        assert mark is not None
        place = Place(mark.line + 1, mark.column + 1)
        if tag is not None and not _is_text_tag(tag):
            return self._refuse("tag", place, tag=tag)
        if event.style == '"':
            # Only escapes can bring in what the file's own signs, checked before, do not hold.
            sign = forbidden_sign(event.value)
            if sign is not None:
                return self._refuse("control_character", place, sign=f"U+{ord(event.value[sign]):04X}")
            if stacked_marks(event.value) is not None:
                return self._refuse("stacked_marks", place)
        node = Scalar(event.value, not event.style, place, mark.index, _end(event))
        return self._add(node, 1, event.anchor)

    def _begin(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> bool:
        place = _place(event)
        if event.tag is not None and event.tag != "!":
            return self._refuse("tag", place, tag=event.tag)
        if len(self._stack) >= DEEPEST:
            return self._refuse("too_deep", place, most=DEEPEST)
        if event.anchor:
            self._open_anchors.add(event.anchor)
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        self._stack.append(_Open(is_mapping, place, _start(event), event.anchor, bool(event.flow_style)))
        return True

    def _end(self, event: yaml.Event) -> bool:
        done = self._stack.pop()
        node: Node
        if done.is_mapping:
            pairs = zip(done.nodes[::2], done.nodes[1::2], strict=True)
            entries = tuple((key, value) for key, value in pairs if isinstance(key, Scalar))
            node = Mapping(entries, done.place, done.start, _end(event), done.flow)
        else:
            node = Listing(tuple(done.nodes), done.place, done.start, _end(event), done.flow)
        if done.anchor:
            self._open_anchors.discard(done.anchor)
        return self._add(node, done.size, done.anchor)

    def _alias(self, event: yaml.AliasEvent) -> bool:
        place = _place(event)
        if event.anchor in self._open_anchors:
            return self._refuse("alias_of_itself", place, anchor=event.anchor)
        if event.anchor not in self._anchors:
            return self._refuse("unknown_alias", place)
        node, size = self._anchors[event.anchor]
        return self._add(node, size, None, place)

    def _add(self, node: Node, size: int, anchor: str | None, alias: Place | None = None) -> bool:
        """Hang a whole node into the open collection."""
        if anchor:
            self._anchors[anchor] = (node, size)
        # A collection's children were counted when they came; an alias brings all of its own again.
        self._nodes += size if alias else 1
        if self._nodes > MOST_NODES:
            code = "alias_bomb" if alias else "too_many_nodes"
            return self._refuse(code, alias or node.place, most=MOST_NODES)
        if not self._stack:
            self._root = node
            return True
        parent = self._stack[-1]
        if parent.is_mapping and len(parent.nodes) % 2 == 0:
            if not isinstance(node, Scalar):
                return self._refuse("key_not_text", alias or node.place)
            if len(parent.nodes) >= 2 * MOST_KEYS:
                return self._refuse("too_many_keys", alias or node.place, most=MOST_KEYS)
            key = _key(node.text)
            if key != node.text:
                node = Scalar(key, node.plain, node.place, node.start, node.end)
        parent.nodes.append(node)
        parent.size += size
        return True


_key = lru_cache(maxsize=256)(line_of)
"""Kept: a long plan says the same keys in each of its items."""


def _start(event: yaml.Event) -> int:
    assert event.start_mark is not None
    return event.start_mark.index


def _end(event: yaml.Event) -> int:
    assert event.end_mark is not None
    return event.end_mark.index


def _place(event: yaml.Event) -> Place:
    assert event.start_mark is not None
    return Place(event.start_mark.line + 1, event.start_mark.column + 1)


def _is_text_tag(tag: str | None) -> bool:
    return tag in (None, "!", "tag:yaml.org,2002:str")
