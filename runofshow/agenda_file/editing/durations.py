"""Lengths of items put at their place in the agenda file; no other line is touched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta

from runofshow.agenda_file.editing.edits import put_all
from runofshow.agenda_file.editing.rendering import Value
from runofshow.agenda_file.editing.written import Written
from runofshow.agenda_file.fitting import Path
from runofshow.agenda_file.notation import write_length
from runofshow.agenda_file.sight import Sight
from runofshow.core.timeline import NO_TIME


def with_lengths(source: Written, sight: Sight, lengths: Mapping[str, timedelta]) -> Written:
    """`source` with these lengths, by leaf. NotEdited: they cannot be written in this text.

    A heading that writes a length of its own gets that of its parts together, and so does one whose parts
    the file does not write (the batches of an award).
    """
    return put_all(source, tuple(_changes(source, sight, lengths)))


def _changes(
    source: Written, sight: Sight, lengths: Mapping[str, timedelta]
) -> Iterator[tuple[Path, Value | None]]:
    for row in sight.order.rows:
        item, path = row.written, sight.paths[row.written.item_id]
        changed = [part for part in item.parts if part.item_id in lengths]
        is_written = source.node(path) is not None
        if is_written and (item.item_id in lengths):
            yield (*path, "duration"), write_length(lengths[item.item_id])
        elif changed and (
            sight.says(item, "duration") or source.node(sight.paths[changed[0].item_id]) is None
        ):
            total = sum((lengths.get(part.item_id, part.duration) for part in item.parts), NO_TIME)
            yield (*path, "duration"), write_length(total)
