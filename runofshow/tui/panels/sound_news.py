"""What the log says of sound and of signals."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from runofshow.core import sound_events as s
from runofshow.tui.formats import count_down, count_up, joined
from runofshow.tui.panels.signal_names import signal_key
from runofshow.tui.pen import Pen

Told = s.SoundEvent | s.SignalSent | s.SignalFailed


def told(event: Told, names: Mapping[str, str], pen: Pen) -> str:
    """One event in words; `names` has the titles of tracks and cues by their ids."""
    words = pen.words.sound

    def named(track_id: str) -> str:
        title = names.get(track_id, track_id)
        track = pen.tracks.get(track_id)
        mark = "" if track is None else pen.words.track_mark(track.mark)
        return f"{title} [{mark}]" if mark else title

    def named_signal(signal_id: str) -> str:
        return names.get(signal_key(signal_id), signal_id)

    def which(track_id: str | None) -> str:
        return words.everything if track_id is None else named(track_id)

    match event:
        case s.TrackCalled(track_id):
            return named(track_id)
        case s.FadeCalled(track_id, over):
            return f"{which(track_id)} · {count_down(over)}"
        case s.StopCalled(track_id):
            return which(track_id)
        case s.PanicCalled(hard):
            return words.hard if hard else ""
        case s.ArmCalled(track_id):
            return named(track_id)
        case s.PlayerCame(where):
            return words.came.format(where=words.where(where))
        case s.PlayerWent(where, why):
            phrase = words.went_died if why == "died" else words.went_left
            return phrase.format(where=words.where(where))
        case s.TrackMeasured(track_id, _, length, loudness):
            found = [words.measured.format(title=named(track_id))]
            found += [] if length is None else [count_down(length)]
            found += [] if loudness is None else [f"{loudness:.1f} LUFS"]
            return " · ".join(found)
        case s.TrackArmed(deck, track_id):
            return words.was_armed.format(deck=deck.value, title=named(track_id))
        case s.DeckCleared(deck):
            return words.cleared.format(deck=deck.value)
        case s.TrackFailed(track_id, _, fault, detail):
            said = words.failed.format(title=named(track_id), why=words.why(fault))
            return f"{said} · {detail}" if detail else said
        case s.TrackBegan(deck, track_id, _, _, position):
            if position:
                at = count_up(position)
                return words.began_within.format(deck=deck.value, title=named(track_id), at=at)
            return words.began.format(deck=deck.value, title=named(track_id))
        case s.TrackFading(deck):
            return words.was_fading.format(deck=deck.value)
        case s.TrackEnded(_, track_id, _, why_ended):
            return words.has_ended.format(title=named(track_id), why=words.end(why_ended))
        case s.SignalSent(signal_id, detail, done=done):
            said = words.done_by_gear if done else words.sent
            return joined(said.format(signal=named_signal(signal_id)), detail)
        case s.SignalFailed(signal_id, detail, tries):
            said = words.not_sent.format(signal=named_signal(signal_id), tries=tries)
            cause, _, about = detail.partition(": ")
            return joined(said, pen.words.alarms.cause(cause), about)
        case _:
            assert_never(event)
