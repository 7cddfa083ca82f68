"""What is wrong with the cues of one item: a hand that cannot, a track that is not there or never ends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from msgspec import Struct

from runofshow.agenda_file.complaint import Complaint, Reporter
from runofshow.agenda_file.fitting import Path
from runofshow.agenda_file.form import CueForm, TrackForm
from runofshow.agenda_file.names import cue_ids
from runofshow.agenda_file.notation import AfterTrack
from runofshow.agenda_file.places import Places
from runofshow.agenda_file.timecode_fields import TimecodeForm, check_moment
from runofshow.agenda_file.wording import nearest
from runofshow.core.agenda import Action, AfterCue, AtTimecode, GoMode, OnStep, OnWord, Role

_MUSIC = (Action.PLAY, Action.FADE, Action.STOP)


def cue_action(cue: CueForm) -> Action:
    """What the cue asks for; its role's own act where it does not say."""
    if cue.do is not None:
        return cue.do
    match cue.to:
        case Role.MC:
            return Action.SAY
        case Role.MUSIC if cue.track is not None:
            return Action.PLAY
        case _:
            return Action.DO


def plays_before(actions: Sequence[Action]) -> list[int | None]:
    """For each cue the play that a follow there means: the nearest one written before; None without one."""
    found: list[int | None] = []
    nearest_play: int | None = None
    for index, action in enumerate(actions):
        found.append(nearest_play)
        if action is Action.PLAY:
            nearest_play = index
    return found


class CueSight(Struct, frozen=True):
    """The tracks and the timecode that cues may name, and how to point at what is wrong."""

    tracks: Mapping[str, TrackForm]
    timecode: TimecodeForm | None
    places: Places
    report: Reporter

    def complaints(
        self, cues: Sequence[CueForm], path: Path, item_id: str, *, suggestions: int
    ) -> Iterator[Complaint]:
        """Every error of the cues of the item at `path`; the first `suggestions` say what was meant."""
        made = 0
        plays = plays_before([cue_action(cue) for cue in cues])
        ids = cue_ids(item_id, [cue.id for cue in cues])
        earlier: dict[str, int] = {}
        for index, cue in enumerate(cues):
            spot = (*path, "cues", index)
            for complaint in (
                *self._track(cue, spot, may_suggest=made < suggestions),
                *self._act(cue, spot),
                *self._follow(cue, spot, cues, plays[index], earlier),
            ):
                made += 1
                yield complaint
            if cue_action(cue) is Action.PLAY:
                earlier.setdefault(ids[index], index)

    def _track(self, cue: CueForm, spot: Path, *, may_suggest: bool) -> Iterator[Complaint]:
        if cue.track is not None and cue.track not in self.tracks:
            near = nearest(cue.track, self.tracks) if may_suggest else ""
            known = ", ".join(islice(self.tracks, 20)) or "–"
            place = self.places.of((*spot, "track"))
            yield self.report.error("unknown_track", place, track=cue.track, known=known, suggestion=near)
        if cue.track is not None and cue.to is not Role.MUSIC:
            place = self.places.of((*spot, "track"))
            yield self.report.error("track_without_music", place, role=cue.to)

    def _act(self, cue: CueForm, spot: Path) -> Iterator[Complaint]:
        report, places, do = self.report, self.places, cue_action(cue)
        owner = Role.MUSIC if do in _MUSIC else Role.MC if do is Action.SAY else cue.to
        if owner is not cue.to:
            yield report.error("action_of_another", places.of((*spot, "do")), do=do, role=cue.to, owner=owner)
        if do in (Action.DO, Action.PLAY) and not cue.text and cue.track is None:
            yield report.error("cue_without_text", places.of(spot))
        if cue.fade is not None and do not in (Action.FADE, Action.PLAY):
            yield report.error("fade_without_fading", places.of_key((*spot, "fade")), do=do)
        if cue.pre_wait is not None and do is not Action.PLAY:
            yield report.error("pre_wait_without_play", places.of_key((*spot, "pre_wait")), do=do)
        if cue.go is GoMode.AUTO and isinstance(cue.at, OnWord | OnStep):
            yield report.error("auto_on_word", places.of((*spot, "go")))
        if isinstance(cue.at, AtTimecode):
            yield from check_moment(cue.at, cue.go, self.timecode, spot, places, report)

    def _follow(
        self, cue: CueForm, spot: Path, cues: Sequence[CueForm], play: int | None, earlier: Mapping[str, int]
    ) -> Iterator[Complaint]:
        """A follow must be of a track that comes to its own end, and that an `earlier` cue plays."""
        match cue.at:
            case AfterTrack():
                code, about = "no_play_before", {}
            case AfterCue(cue_id):
                play = earlier.get(cue_id)
                code, about = "unknown_play", {"cue": cue_id, "known": ", ".join(islice(earlier, 20)) or "–"}
            case _:
                return
        place = self.places.of((*spot, "at"))
        track = None if play is None else self.tracks.get(cues[play].track or "")
        if play is None:
            yield self.report.error(code, place, **about)
        elif track is not None and track.loop:
            yield self.report.error("track_never_ends", place, track=track.id)
