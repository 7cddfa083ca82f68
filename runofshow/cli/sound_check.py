"""`check --sound`: every track of an agenda listened to, what it is or why it cannot be played."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct
from rich.console import Console
from rich.table import Table
from rich.text import Text

from runofshow.agenda_file.sound_file_advice import fault_of
from runofshow.core.agenda import Agenda, Track
from runofshow.core.sound import Fault, Measured
from runofshow.core.wire import Json, seconds
from runofshow.players.copies import beside
from runofshow.players.faults import Faulty
from runofshow.players.loudness import measure
from runofshow.texts import Language
from runofshow.texts.check import CHECK, CheckTexts
from runofshow.texts.console import CONSOLE
from runofshow.texts.sound import EN, VI

SHOWN_OF_HASH = 12
"""Hexadecimal digits by which people tell two recordings apart."""


class Listened(Struct, frozen=True):
    """What came of listening to one track."""

    track: Track
    found: Measured | Fault
    """The fault is `NO_FILE` where the agenda names none."""
    peak: float | None = None
    """dBFS of the loudest sample; None of silence, and where nothing was measured."""
    detail: str = ""
    """Why it cannot be played, in the player's or the system's words; may be empty."""

    @property
    def fault(self) -> Fault | None:
        return fault_of(self.track, self.found)


def listen(mpv: Path, agenda: Agenda, folder: Path, words: CheckTexts) -> list[Listened]:
    """Listen to every track of the agenda that lies in `folder`, much faster than it sounds, heard by nobody.

    What it is at is shown while it works, if standard error is a terminal. Interrupted, it leaves no mpv.
    """
    find, listened = beside(folder), []
    with _progress(agenda.tracks, words) as tracks:
        for track in tracks:
            file = None if track.live else find(track)
            match None if file is None else measure(mpv, file, track.start, track.end):
                case None:
                    listened.append(Listened(track, Fault.NO_FILE))
                case Faulty(fault, detail):
                    listened.append(Listened(track, fault, detail=detail))
                case done:
                    found = Measured(done.sha256, done.length, done.loudness)
                    listened.append(Listened(track, found, done.peak))
    return listened


@contextmanager
def _progress(tracks: Sequence[Track], words: CheckTexts) -> Iterator[Iterator[Track]]:
    """The tracks, each named on standard error when its turn comes; gone when all are done."""
    # transient, and nothing at all where it is no terminal
    with Console(stderr=True).status("") as status:

        def named() -> Iterator[Track]:
            for place, track in enumerate(tracks, start=1):
                said = words.listening.format(place=place, count=len(tracks), title=track.title)
                status.update(Text(said, no_wrap=True, overflow="ellipsis"))
                yield track

        yield named()


def table_of(listened: Sequence[Listened], language: Language) -> Table:
    """A line for each track: which it is, how long and how loud, and whether it plays."""
    words, sound = CHECK[language], VI if language is Language.VI else EN
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column(words.track, overflow="fold")
    table.add_column(words.mark, no_wrap=True)
    table.add_column(words.length, justify="right", no_wrap=True)
    table.add_column(words.loudness, justify="right", no_wrap=True)
    table.add_column("SHA-256", no_wrap=True)
    table.add_column(words.file)
    for each in listened:
        found, fault = each.found, each.fault
        facts = ("", "", "")
        if isinstance(found, Measured):
            loudness = "–" if found.loudness is None else f"{found.loudness:.1f}"
            facts = (_length(found), loudness, found.sha256[:SHOWN_OF_HASH])
        wrong = sound.why(fault) if fault else words.good
        shape = {None: "✓", Fault.NO_FILE: "○"}.get(fault, "✗")
        table.add_row(
            each.track.title,
            CONSOLE[language].track_mark(each.track.mark),
            *facts,
            f"{shape} {sound.live if each.track.live else wrong}",
        )
    return table


def listened_json(each: Listened) -> dict[str, Json]:
    """A track with all that was found, for programs: lengths in seconds, loudness in LUFS, peak in dBFS."""
    track, found, fault = each.track, each.found, each.fault
    measured = found if isinstance(found, Measured) else None
    return {
        "track_id": track.track_id,
        "title": track.title,
        "file": track.file,
        "mark": track.mark.value,
        "layer": track.layer.value,
        "live": track.live,
        "loop": track.loop,
        "volume": track.volume,
        "start_s": seconds(track.start),
        "end_s": seconds(track.end),
        "length_s": seconds(measured.length) if measured else None,
        "loudness": measured.loudness if measured else None,
        "peak": None if each.peak is None else round(each.peak, 1),
        "sha256": measured.sha256 if measured else None,
        "sha256_chosen": track.sha256,
        "fault": fault.value if fault else None,
        "detail": each.detail or None,
    }


def _length(found: Measured) -> str:
    """`3:05`, `1:02:11`; to the nearest second."""
    whole = 0 if found.length is None else round(found.length.total_seconds())
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
