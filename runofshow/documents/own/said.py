"""What one of our own papers says: a tree of fields as an agenda file has them, each with its place.

tree     {"title": "Hội nghị", "items": [{"title": "Chào cờ", "kind": "flag_salute", "duration": "5'"}]}
places   {("items", 0, "duration"): sheet «Kịch bản», F4}
ids      {("items", 0): "m1"}
carries  {"agenda": {"title", "items"}, "item": {"title", "kind", "duration", ...}, "cue": {...}}
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from runofshow.agenda_file.complaint import Complaint
from runofshow.agenda_file.fitting import Path
from runofshow.documents.document import Place


class Wrong(Struct, frozen=True):
    """Something that cannot be read, and where it stands."""

    place: Place
    complaint: Complaint
    """Its line and column say nothing."""


class Said(Struct, frozen=True, kw_only=True):
    """What a paper says."""

    tree: Mapping[str, Any]
    """As the mapping of an agenda file: text, true or false and whole numbers, lists and mappings.

    Only what the plan says: what was assumed when it was printed, and is unchanged, is left out, counted ids
    and numbers too. With `sessions`, or with `items` where there is but one without a title.
    """
    places: Mapping[Path, Place]
    """Of every value of the tree, and of every row. What has none stands where the thing around it does."""
    ids: Mapping[Path, str]
    """Of each session, item, part and cue the id that the paper keeps of it, written or counted; a row that
    is new has none, and of a copied one only that which is more like what was printed."""
    carries: Mapping[str, frozenset[str]]
    """The keys that such a paper holds, by the mapping that has them: agenda, session, item, cue, track,
    award, handin, duty, crew. A key that is not among them is not said; one that is, and that the tree lacks,
    is empty."""
    revision: str = ""
    """Of the agenda file that was printed: the first digits of its digest; empty where the paper lost it."""
    left_out: tuple[str, ...] = ()
    """Of rows that belonged to an item which is taken out, and go with it: what the item was called."""
    wrong: tuple[Wrong, ...] = ()
    """What could not be read. Where there is any, the tree is of no use."""
