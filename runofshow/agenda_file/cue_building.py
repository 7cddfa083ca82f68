"""The cues of an item: those the plan lists, and where it lists none those of custom."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from runofshow.agenda_file.binding import UNBOUND, Binding, binding_of
from runofshow.agenda_file.catalogue import DefaultCue, Kind
from runofshow.agenda_file.cue_checks import cue_action, plays_before
from runofshow.agenda_file.form import CueForm
from runofshow.agenda_file.names import cue_ids
from runofshow.agenda_file.notation import AfterTrack
from runofshow.core.agenda import (
    Action,
    AfterCue,
    Anchor,
    AtStart,
    AtTimecode,
    Cue,
    GoMode,
    Rite,
    Role,
    Track,
)
from runofshow.texts import Language
from runofshow.texts.assumed import ASSUMED

_STANDBY = Cue("", Role.MC, Action.SAY, "").standby_lead
_TOLERANCE = Cue("", Role.MC, Action.SAY, "").tolerance
_FADE = timedelta(seconds=3)
"""A fade that says nothing takes its track's fade-out, or this."""


def default_cues(
    kinds: Sequence[Kind],
    item_id: str,
    title: str,
    tracks: Sequence[Track],
    language: Language,
    *,
    is_heading: bool,
    rite: Rite = Rite.COMMANDED,
) -> tuple[Cue, ...]:
    """The cues of custom of an item so titled, all assumed. A heading has none: its parts have theirs."""
    if is_heading:
        return ()
    bound = [(cue, binding_in(cue, title, tracks)) for cue in wanted_cues(kinds, rite)]
    listed = [(cue, binding) for cue, binding in bound if binding.track_id is not None or not cue.if_listed]
    return tuple(
        _default_cue(cue, f"{item_id}.c{number}", binding, language)
        for number, (cue, binding) in enumerate(listed, start=1)
    )


def wanted_cues(kinds: Sequence[Kind], rite: Rite) -> tuple[DefaultCue, ...]:
    """What custom wants of a leaf of these kinds, in the order of its cues.

    Of a joined line the first kind's cues come first; the others add what they have beyond the MC's turn.
    """
    wanted = list(kinds[0].cues)
    for kind in kinds[1:]:
        wanted += [cue for cue in kind.cues if cue.do is not Action.SAY and cue not in wanted]
    return tuple(cue for cue in wanted if cue.rite in (None, rite))


def binding_in(cue: DefaultCue, title: str, tracks: Sequence[Track]) -> Binding:
    """The track of a cue of custom in an item so titled; none of what is no music, or silences all of it."""
    if cue.to is not Role.MUSIC or (cue.do is not Action.PLAY and cue.track is None):
        return UNBOUND
    return binding_of(cue, title, tracks)


def _default_cue(cue: DefaultCue, cue_id: str, binding: Binding, language: Language) -> Cue:
    return Cue(
        cue_id=cue_id,
        to=cue.to,
        do=cue.do,
        text=cue.text(language),
        at=cue.anchor(language),
        track_id=binding.track_id,
        standby_lead=cue.standby,
        go=cue.go,
        fade=cue.fade,
        assumed=True,
        track_assumed=binding.is_guess,
    )


def written_cues(
    forms: Sequence[CueForm], item_id: str, tracks: Sequence[Track], language: Language
) -> tuple[Cue, ...]:
    """The cues that the plan lists for an item."""
    ids = cue_ids(item_id, [form.id for form in forms])
    actions = [cue_action(form) for form in forms]
    plays = plays_before(actions)
    cues: list[Cue] = []
    for index, form in enumerate(forms):
        at = form.at or AtStart()
        if isinstance(at, AfterTrack):
            played = plays[index]
            assert played is not None, "checked before"
            at = AfterCue(ids[played], at.wait)
        cues.append(_cue(form, ids[index], at, actions[index], tracks, language))
    return tuple(cues)


def _cue(
    form: CueForm, cue_id: str, at: Anchor, do: Action, tracks: Sequence[Track], language: Language
) -> Cue:
    track = next((track for track in tracks if track.track_id == form.track), None)
    fade = timedelta()
    if do is Action.FADE:
        fade = form.fade if form.fade is not None else (track and track.fade_out) or _FADE
    elif do is Action.PLAY:
        fade = form.fade or timedelta()
    return Cue(
        cue_id=cue_id,
        to=form.to,
        do=do,
        text=form.text or default_cue_text(do, track, language),
        at=at,
        track_id=form.track or None,
        standby_lead=_STANDBY if form.standby is None else form.standby,
        go=form.go or (GoMode.AUTO if isinstance(at, AtTimecode) else GoMode.HAND),
        tolerance=_TOLERANCE if form.tolerance is None else form.tolerance,
        fade=fade,
        pre_wait=form.pre_wait or timedelta(),
    )


def default_cue_text(do: Action, track: Track | None, language: Language) -> str:
    """What a cue says that says nothing: its track's title, or what it does."""
    words = ASSUMED[language]
    if track is not None:
        return track.title
    match do:
        case Action.SAY:
            return words.cue_say
        case Action.FADE:
            return words.cue_fade
        case Action.STOP:
            return words.cue_stop
        case Action.PLAY | Action.DO:
            return ""
