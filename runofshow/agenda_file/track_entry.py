"""A recording as an agenda file has it."""

from __future__ import annotations

from datetime import timedelta

from runofshow.agenda_file.dumping import Entry
from runofshow.agenda_file.notation import write_length
from runofshow.core.agenda import Track


def track_entry(track: Track) -> Entry:
    """Only what it says beyond what every track is."""
    usual = Track("", "")
    entry: Entry = {"id": track.track_id, "title": track.title}
    if track.file:
        entry["file"] = track.file
    if track.mark is not usual.mark and not track.mark_assumed:
        entry["mark"] = track.mark.value
    if track.loop:
        entry["loop"] = True
    if track.volume != usual.volume:
        entry["volume"] = track.volume
    lengths = {"start": track.start, "end": track.end, "fade_in": track.fade_in, "fade_out": track.fade_out}
    lengths["length"] = track.length
    # None was not written; zero is what a start or a fade has when nothing is.
    silent = {"start": timedelta(), "fade_in": timedelta(), "fade_out": timedelta()}
    entry |= {
        key: write_length(length)
        for key, length in lengths.items()
        if length is not None and length != silent.get(key)
    }
    if track.layer is not usual.layer:
        entry["layer"] = track.layer.value
    if track.sha256:
        entry["sha256"] = track.sha256
    if track.live:
        entry["live"] = True
    return entry
