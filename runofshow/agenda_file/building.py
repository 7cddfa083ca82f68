"""A form without errors as an Agenda: laid on the calendar, numbered, and filled from the catalogue.

Whatever is filled in is marked assumed. Nothing else is invented: who is not named stays None.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta, tzinfo

from msgspec import Struct
from msgspec.structs import asdict

from runofshow.agenda_file.binding import with_guessed_marks
from runofshow.agenda_file.catalogue import Kind, catalogue
from runofshow.agenda_file.cue_building import default_cues, written_cues
from runofshow.agenda_file.fields import When
from runofshow.agenda_file.form import (
    AgendaForm,
    AwardForm,
    HandinForm,
    ItemForm,
    SessionForm,
    TrackForm,
)
from runofshow.agenda_file.formulas import Occasion, guessed_rite, mc_formula, thanks_formula
from runofshow.agenda_file.gear import build_gear
from runofshow.agenda_file.honoured import honoured
from runofshow.agenda_file.leaders import build_leaders
from runofshow.agenda_file.lengths import batch_length, leaf_length, part_lengths, shortest_by_custom
from runofshow.agenda_file.moments import moment, session_forms, session_starts
from runofshow.agenda_file.names import Named, form_names
from runofshow.agenda_file.notation import write_date
from runofshow.agenda_file.people_fields import ADDRESSES
from runofshow.agenda_file.signals import build_signals
from runofshow.agenda_file.timecode_fields import build_timecode
from runofshow.core.agenda import (
    Agenda,
    Award,
    Day,
    Duty,
    Handin,
    Item,
    Layer,
    Recipient,
    Role,
    Session,
    Track,
    TrackMark,
)
from runofshow.core.speech.script import Speech
from runofshow.core.told import is_letter
from runofshow.texts import Language
from runofshow.texts.assumed import ASSUMED


class _Setting(Struct, frozen=True):
    """What every item of one session is read against."""

    day: date
    start: time
    tz: tzinfo
    language: Language
    occasion: Occasion
    lists: Mapping[str, tuple[Recipient, ...]]
    """Those honoured in an item, by its id."""
    speeches: Mapping[str, Speech]

    def at(self, at: time | None) -> datetime | None:
        return None if at is None else moment(self.day, self.start, at, self.tz)


def build_agenda(
    form: AgendaForm, speeches: Mapping[str, Speech], *, tz: tzinfo, today: date, language: Language
) -> Agenda:
    """The agenda that the form says; `speeches` has each text that it names."""
    recordings = form.tracks or []
    tracks = with_guessed_marks(
        [_track(track) for track in recordings], [track.mark is None for track in recordings]
    )
    sessions = session_forms(form)
    names = form_names(form)
    lists = _lists(sessions, names)
    starts = session_starts(form, today)
    occasion = Occasion(
        form.title,
        form.organiser or "",
        form.basis or "",
        tuple(form.chair_panel or ()),
        form.rite or guessed_rite(form.title),
        tracks,
    )
    built = tuple(
        _session(session, number, names[number], starts[number], tz, language, occasion, lists, speeches)
        for number, session in enumerate(sessions)
    )
    return Agenda(
        title=form.title,
        sessions=built,
        organiser=form.organiser or "",
        venue=form.venue or "",
        day=_day(form, [start[0] for start in starts]),
        delegates=form.delegates or "",
        chair_panel=tuple(form.chair_panel or ()),
        crew=_crew(form),
        tracks=tracks,
        backdrop=form.backdrop or "",
        decoration=form.decoration or "",
        duties=tuple(
            Duty(duty.what, duty.by or None, duty.due, (duty.when or When.AFTER).value, duty.done or False)
            for duty in form.duties or []
        ),
        notes=form.notes or "",
        gear=build_gear(form),
        signals=build_signals(form),
        rite=occasion.rite,
        basis=occasion.basis,
        leaders=build_leaders(form.leaders or (), built, tz),
        address=None if form.address is None else ADDRESSES[form.address],
        timecode=build_timecode(form.timecode),
    )


def _lists(
    sessions: Sequence[SessionForm], names: Sequence[Sequence[Named]]
) -> dict[str, tuple[Recipient, ...]]:
    rows = [
        row
        for session, level in zip(sessions, names, strict=True)
        for item, name in zip(session.items, level, strict=True)
        for row in ((item, name), *zip(item.parts or (), name.parts, strict=True))
    ]
    listed = [
        (name.item_id, item.award.recipients) for item, name in rows if item.award and item.award.recipients
    ]
    people = honoured([written for _, written in listed])
    return {item_id: everybody for (item_id, _), everybody in zip(listed, people, strict=True)}


def _crew(form: AgendaForm) -> tuple[tuple[Role, str], ...]:
    if form.crew is None:
        return ()
    held = asdict(form.crew)
    return tuple((role, held[role.value]) for role in Role if held.get(role.value))


def _day(form: AgendaForm, session_days: Sequence[date]) -> Day:
    if form.period is not None:
        period = form.period
        first, last = period.from_, period.to
        text = period.text or " – ".join(write_date(day) for day in (first, last) if day)
        return Day(text, first, last, form.tentative is not False)
    tentative = bool(form.tentative)
    if form.date is not None:
        return Day(write_date(form.date), form.date, form.date, tentative)
    if not any(session.date for session in form.sessions or []):
        return Day("", tentative=tentative)
    first, last = min(session_days), max(session_days)
    text = write_date(first) if first == last else f"{write_date(first)} – {write_date(last)}"
    return Day(text, first, last, tentative)


def _track(form: TrackForm) -> Track:
    return Track(
        track_id=form.id,
        title=form.title,
        file=form.file or None,
        mark=form.mark or TrackMark.PLAIN,
        loop=bool(form.loop),
        volume=100 if form.volume is None else form.volume,
        start=form.start or timedelta(),
        end=form.end,
        fade_in=form.fade_in or timedelta(),
        fade_out=form.fade_out or timedelta(),
        length=form.length,
        layer=form.layer or Layer.BED,
        sha256=form.sha256,
        live=bool(form.live),
    )


def _session(
    form: SessionForm,
    number: int,
    names: Sequence[Named],
    start: tuple[date, time, bool],
    tz: tzinfo,
    language: Language,
    occasion: Occasion,
    lists: Mapping[str, tuple[Recipient, ...]],
    speeches: Mapping[str, Speech],
) -> Session:
    day, start_at, is_assumed = start
    setting = _Setting(day, start_at, tz, language, occasion, lists, speeches)
    title = default_session_title(number, language) if form.title is None else form.title
    return Session(
        session_id=f"s{number + 1}",
        title=title,
        start_at=moment(day, start_at, start_at, tz),
        start_assumed=is_assumed,
        hard_out=setting.at(form.hard_out),
        items=tuple(_item(item, name, setting) for item, name in zip(form.items, names, strict=True)),
    )


def default_session_title(number: int, language: Language) -> str:
    """`Phiên 2` for the second session, number 1."""
    words = ASSUMED[language]
    return words.session_title.format(number=number + 1)


def kinds_of(kind: str, also: Sequence[str]) -> tuple[Kind, ...]:
    """The item's kind and the ones that share its line, each once."""
    return tuple(catalogue()[each] for each in dict.fromkeys((kind, *also)))


def _item(form: ItemForm, name: Named, setting: _Setting) -> Item:
    kinds = kinds_of(form.kind, form.also or ())
    if not form.parts:
        return _one(form, name, setting, form.duration or leaf_length(kinds), form.duration is None)
    lengths = part_lengths(
        kinds[0],
        form.duration,
        [part.duration for part in form.parts],
        [kinds_of(part.kind, part.also or ()) for part in form.parts],
        [_batch_length(part.award, form.award) for part in form.parts],
    )
    parts = tuple(
        _one(part, part_name, setting, length, part.duration is None)
        for part, part_name, length in zip(form.parts, name.parts, lengths, strict=True)
    )
    total = form.duration or sum(lengths, timedelta())
    is_assumed = form.duration is None and any(part.assumed for part in parts)
    return _one(form, name, setting, total, is_assumed, parts)


def _batch_length(own: AwardForm | None, shared: AwardForm | None) -> timedelta | None:
    if own is None:
        return None
    return batch_length(len(own.recipients or ()), own.presenter or (shared.presenter if shared else None))


def is_protected_by_custom(kinds: Sequence[Kind], title: str) -> bool:
    """Whether an item of these kinds so titled is never shortened: a rite, or a leader's letter read out."""
    return any(kind.protected for kind in kinds) or is_letter(kinds[0].id, title)


def _one(
    form: ItemForm,
    name: Named,
    setting: _Setting,
    length: timedelta,
    assumed: bool,
    parts: tuple[Item, ...] = (),
) -> Item:
    kinds = kinds_of(form.kind, form.also or ())
    kind = kinds[0]
    occasion, language = setting.occasion, setting.language
    formula = "" if form.mc is not None else mc_formula(kinds, occasion, language, is_heading=bool(parts))
    cues = (
        default_cues(
            kinds,
            name.item_id,
            form.title,
            occasion.tracks,
            language,
            is_heading=bool(parts),
            rite=occasion.rite,
        )
        if form.cues is None
        else written_cues(form.cues, name.item_id, occasion.tracks, language)
    )
    is_protected = is_protected_by_custom(kinds, form.title) if form.protected is None else form.protected
    assumed_min = None if parts or is_protected else shortest_by_custom(kinds, length)
    return Item(
        item_id=name.item_id,
        number=name.number,
        title=form.title,
        kind=form.kind,
        duration=length,
        also=tuple(form.also or ()),
        by=form.by or None,
        # A heading is nobody's turn: its parts name the people.
        needs_person=kind.person and not parts,
        assumed=assumed,
        clock=form.clock or kind.clock,
        clock_written=form.clock is not None,
        protected=is_protected,
        protected_written=form.protected is not None,
        optional=bool(form.optional),
        min=assumed_min if form.min is None else form.min,
        min_assumed=form.min is None and assumed_min is not None,
        may_drop=form.may_drop,
        importance=form.importance or max(each.importance for each in kinds),
        importance_written=form.importance is not None,
        stretch=form.stretch,
        fixed_start=setting.at(form.start),
        until=setting.at(form.until),
        mc=formula if form.mc is None else form.mc,
        mc_assumed=bool(formula),
        thanks="" if parts else thanks_formula(kinds, language),
        notes=form.notes or "",
        backdrop=form.backdrop or "",
        handin=_handin(form.handin),
        speech=setting.speeches[form.text] if form.text else None,
        award=_award(form.award, setting.lists.get(name.item_id, ())),
        cues=cues,
        parts=parts,
    )


def _handin(form: HandinForm | None) -> Handin | None:
    return None if form is None else Handin(form.due, bool(form.received))


def _award(form: AwardForm | None, listed: tuple[Recipient, ...]) -> Award | None:
    if form is None:
        return None
    return Award(
        form.decision or None,
        form.presenter or None,
        listed,
        form.called_before_reading,
        form.reader or None,
        form.form or None,
        form.level,
        form.flowers,
        form.photo,
        form.on_display,
    )
