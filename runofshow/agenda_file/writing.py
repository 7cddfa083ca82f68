"""An agenda as the text of an agenda file: the plan of a running show, as amended, to keep or to run again.

Only what the plan says is written. What was assumed is left out and is assumed again when the file is read,
so the text reads back to an equal agenda in the same zone and language.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, timedelta, tzinfo

from runofshow.agenda_file.building import is_protected_by_custom, kinds_of
from runofshow.agenda_file.cue_building import default_cues
from runofshow.agenda_file.cue_checks import plays_before
from runofshow.agenda_file.dumping import FIRST_LINE, Entry, dumped
from runofshow.agenda_file.formulas import guessed_rite
from runofshow.agenda_file.honoured import recipient_entry, written_ids
from runofshow.agenda_file.leaders import leader_entry
from runofshow.agenda_file.lengths import batch_length, leaf_length, part_lengths
from runofshow.agenda_file.moments import CUSTOMARY_AFTERNOON, CUSTOMARY_START
from runofshow.agenda_file.names import Given, Named, named
from runofshow.agenda_file.notation import AfterTrack, write_anchor, write_date, write_length, write_time
from runofshow.agenda_file.people_fields import ADDRESSES
from runofshow.agenda_file.signals import write_signals
from runofshow.agenda_file.timecode_fields import timecode_entry
from runofshow.agenda_file.track_entry import track_entry
from runofshow.core.agenda import (
    Action,
    AfterCue,
    Agenda,
    Anchor,
    AtStart,
    Award,
    Cue,
    Day,
    Duty,
    Handin,
    Item,
    Session,
)
from runofshow.texts import Language


def write_agenda(agenda: Agenda, *, tz: tzinfo, today: date, language: Language = Language.VI) -> str:
    """The agenda as YAML, with times of day in `tz`. `today` is the day of a plan without one."""
    return FIRST_LINE + dumped(agenda_entry(agenda, tz=tz, today=today, language=language))


def agenda_entry(agenda: Agenda, *, tz: tzinfo, today: date, language: Language = Language.VI) -> Entry:
    """The agenda as the mapping of an agenda file: one for every file that says the same."""
    writer = _Writer(agenda, tz, language)
    nominal = agenda.day.earliest or agenda.day.latest or today
    entry: Entry = _said(title=agenda.title, organiser=agenda.organiser, venue=agenda.venue)
    if agenda.rite is not guessed_rite(agenda.title):
        entry["rite"] = agenda.rite.value
    entry |= _said(basis=agenda.basis)
    entry |= _day(agenda.day)
    single = agenda.sessions[0]
    is_single = (
        len(agenda.sessions) == 1 and not single.title and writer.local(single.start_at).date() == nominal
    )
    if is_single:
        entry |= writer.times(single, writer.local(single.start_at).time() == CUSTOMARY_START)
    entry |= _said(
        delegates=agenda.delegates,
        chair_panel=list(agenda.chair_panel),
        leaders=[leader_entry(one, place, tz) for place, one in enumerate(agenda.leaders, start=1)],
        address=next((name.value for name, it in ADDRESSES.items() if it is agenda.address), None),
        crew={role.value: name for role, name in agenda.crew},
        backdrop=agenda.backdrop,
        decoration=agenda.decoration,
        notes=agenda.notes,
        tracks=[track_entry(track) for track in agenda.tracks],
        **write_signals(agenda),
        timecode=timecode_entry(agenda.timecode),
    )
    names = _names(agenda.sessions, with_session=not is_single)
    items = [
        [writer.item(item, name) for item, name in zip(session.items, level, strict=True)]
        for session, level in zip(agenda.sessions, names, strict=True)
    ]
    if is_single:
        entry["items"] = items[0]
    else:
        entry["sessions"] = [
            writer.session(index, items[index], nominal) for index in range(len(agenda.sessions))
        ]
    return entry | _said(duties=[_duty(duty) for duty in agenda.duties])


def _said(**values: object) -> Entry:
    """The keys that have something to say."""
    return {key: value for key, value in values.items() if value not in (None, "", [], {}, False)}


def _day(day: Day) -> Entry:
    if not day.text and day.earliest is None and day.latest is None:
        return _said(tentative=day.tentative)
    if day.earliest is not None and day.earliest == day.latest and day.text == write_date(day.earliest):
        return {"date": day.text} | _said(tentative=day.tentative)
    period = _said(text=day.text)
    if day.earliest is not None:
        period["from"] = write_date(day.earliest)
    if day.latest is not None:
        period["to"] = write_date(day.latest)
    return {"period": period} | ({} if day.tentative else {"tentative": False})


def _names(sessions: Sequence[Session], *, with_session: bool) -> list[list[Entry]]:
    """For every item the `number` and `id` that must be written for it to be read with its own again.

    Each entry has these and, under "parts", those of its parts.
    """
    counted = [_without_ids(session.items, "") for session in sessions]
    levels = named(counted, with_session=with_session)
    is_same = all(
        _same_ids(item, name)
        for session, level in zip(sessions, levels, strict=True)
        for item, name in zip(session.items, level, strict=True)
    )
    return [
        [_name(item, given, with_id=not is_same) for item, given in zip(session.items, level, strict=True)]
        for session, level in zip(sessions, counted, strict=True)
    ]


def _without_ids(level: Sequence[Item], prefix: str) -> tuple[Given, ...]:
    """What must be written of the numbers of a level: what counting would not give by itself."""
    times = Counter(item.number for item in level)
    return tuple(
        Given(
            None if item.number == f"{prefix}{place}" and times[item.number] == 1 else item.number,
            None,
            _without_ids(item.parts, f"{item.number}."),
        )
        for place, item in enumerate(level, start=1)
    )


def _same_ids(item: Item, name: Named) -> bool:
    same = item.item_id == name.item_id and len(item.parts) == len(name.parts)
    return same and all(_same_ids(part, below) for part, below in zip(item.parts, name.parts, strict=True))


def _name(item: Item, given: Given, *, with_id: bool) -> Entry:
    parts = [_name(part, below, with_id=with_id) for part, below in zip(item.parts, given.parts, strict=True)]
    return {"own": _said(id=item.item_id if with_id else None, number=given.number), "parts": parts}


class _Writer:
    """Writes the parts of one agenda."""

    def __init__(self, agenda: Agenda, tz: tzinfo, language: Language) -> None:
        self._agenda = agenda
        self._tz = tz
        self._language = language
        rows = (row for session in agenda.sessions for item in session.items for row in (item, *item.parts))
        self._ids = written_ids([row.award.recipients for row in rows if row.award is not None])

    def local(self, at: datetime) -> datetime:
        return at.astimezone(self._tz)

    def times(self, session: Session, is_customary: bool) -> Entry:
        entry: Entry = {}
        if not (session.start_assumed and is_customary):
            entry["start"] = write_time(self.local(session.start_at).time())
        if session.hard_out is not None:
            entry["hard_out"] = write_time(self.local(session.hard_out).time())
        return entry

    def session(self, index: int, items: list[Entry], nominal: date) -> Entry:
        session = self._agenda.sessions[index]
        start = self.local(session.start_at)
        before = self.local(self._agenda.sessions[index - 1].start_at).date() if index else nominal
        is_second = index > 0 and before == start.date()
        custom = CUSTOMARY_AFTERNOON if is_second else CUSTOMARY_START
        entry: Entry = {"title": session.title}
        if start.date() != before:
            entry["date"] = write_date(start.date())
        return entry | self.times(session, custom == start.time()) | {"items": items}

    def item(self, item: Item, name: Entry) -> Entry:
        """The item and its parts."""
        target, given = _lengths(item)
        entry = self._one(item, name["own"], target)
        if item.parts:
            rows = zip(item.parts, name["parts"], given, strict=True)
            entry["parts"] = [self._one(part, below["own"], length) for part, below, length in rows]
        return entry

    def _one(self, item: Item, name: Entry, length: timedelta | None) -> Entry:
        kinds = kinds_of(item.kind, item.also)
        entry: Entry = {"title": item.title, "kind": item.kind} | name
        entry |= _said(also=list(item.also), by=item.by)
        if length is not None:
            entry["duration"] = write_length(length)
        for key, at in (("start", item.fixed_start), ("until", item.until)):
            if at is not None:
                entry[key] = write_time(self.local(at).time())
        if item.protected_written or item.protected != is_protected_by_custom(kinds, item.title):
            entry["protected"] = item.protected
        if item.clock_written or item.clock is not kinds[0].clock:
            entry["clock"] = item.clock.value
        entry |= _said(optional=item.optional) | _gives_way(item)
        custom = [kind.mc_heading if item.parts else kind.mc for kind in kinds]
        if not item.mc_assumed and (item.mc or any(said.text(self._language) for said in custom)):
            entry["mc"] = item.mc
        entry |= _said(notes=item.notes, backdrop=item.backdrop)
        if item.handin is not None:
            entry["handin"] = _handin(item.handin)
        entry |= _said(text=item.speech and item.speech.file)
        if item.award is not None:
            entry["award"] = self._award(item.award)
        assumed = default_cues(
            kinds,
            item.item_id,
            item.title,
            self._agenda.tracks,
            self._language,
            is_heading=bool(item.parts),
            rite=self._agenda.rite,
        )
        is_custom = all(cue.assumed for cue in item.cues) if item.cues else not assumed
        if not is_custom:
            entry["cues"] = cue_entries(item)
        return entry

    def _award(self, award: Award) -> Entry:
        listed = award.recipients
        entry = _said(
            decision=award.decision,
            reader=award.reader,
            form=award.form,
            level=award.level and award.level.value,
            presenter=award.presenter,
            recipients=[recipient_entry(one, with_id=one.recipient_id in self._ids) for one in listed],
        )
        # a batch may deny what its heading says
        switches = {
            key: getattr(award, key) for key in ("called_before_reading", "flowers", "photo", "on_display")
        }
        return entry | {key: said for key, said in switches.items() if said is not None}


def _gives_way(item: Item) -> Entry:
    """How short and how long it may be, and whether it may be left out."""
    entry: Entry = {}
    if item.min is not None and not item.min_assumed:
        entry["min"] = write_length(item.min)
    if item.may_drop is not None:
        entry["may_drop"] = item.may_drop
    if item.importance_written:
        entry["importance"] = item.importance
    return entry if item.stretch is None else entry | {"stretch": write_length(item.stretch)}


def _lengths(item: Item) -> tuple[timedelta | None, list[timedelta | None]]:
    """The durations to write, of the item and of its parts, so that all are read as they are."""
    kinds = kinds_of(item.kind, item.also)
    if not item.parts:
        is_custom = item.assumed and item.duration == leaf_length(kinds)
        return None if is_custom else item.duration, []
    given = [None if part.assumed else part.duration for part in item.parts]
    lengths = tuple(part.duration for part in item.parts)
    part_kinds = [kinds_of(part.kind, part.also) for part in item.parts]
    batches = [_batch_length(part.award, item.award) for part in item.parts]
    total = sum(lengths, timedelta())
    is_open = None in given
    if (
        item.duration == total
        and item.assumed == is_open
        and lengths == part_lengths(kinds[0], None, given, part_kinds, batches)
    ):
        return None, given
    if lengths == part_lengths(kinds[0], item.duration, given, part_kinds, batches):
        return item.duration, given
    return None if item.duration == total else item.duration, list(lengths)


def _batch_length(own: Award | None, shared: Award | None) -> timedelta | None:
    if own is None:
        return None
    return batch_length(len(own.recipients), own.presenter or (shared.presenter if shared else None))


def _handin(handin: Handin) -> Entry:
    due = {"due": write_date(handin.due)} if handin.due is not None else {}
    return due | _said(received=handin.received)


def cue_entries(item: Item) -> list[Entry]:
    """The cues as they are written; a follow of the nearest play before it does not name that."""
    plays = plays_before([cue.do for cue in item.cues])
    entries = []
    for index, (cue, play) in enumerate(zip(item.cues, plays, strict=True)):
        at: Anchor | AfterTrack = cue.at
        if isinstance(at, AfterCue) and play is not None and item.cues[play].cue_id == at.cue_id:
            at = AfterTrack(at.wait)
        entries.append(_cue(cue, at, f"{item.item_id}.c{index + 1}"))
    return entries


def _cue(cue: Cue, at: Anchor | AfterTrack, counted_id: str) -> Entry:
    usual = Cue("", cue.to, cue.do, "")
    entry: Entry = {"to": cue.to.value, "do": cue.do.value}
    entry |= _said(track=cue.track_id, text=cue.text)
    if cue.at != AtStart():
        entry["at"] = write_anchor(at)
    if cue.standby_lead != usual.standby_lead:
        entry["standby"] = write_length(cue.standby_lead)
    if cue.go is not usual.go:
        entry["go"] = cue.go.value
    if cue.tolerance != usual.tolerance:
        entry["tolerance"] = write_length(cue.tolerance)
    if cue.do is Action.FADE or (cue.do is Action.PLAY and cue.fade):
        entry["fade"] = write_length(cue.fade)
    if cue.pre_wait:
        entry["pre_wait"] = write_length(cue.pre_wait)
    return entry | ({} if cue.cue_id == counted_id else {"id": cue.cue_id})


def _duty(duty: Duty) -> Entry:
    entry: Entry = {"what": duty.what} | _said(by=duty.by)
    if duty.due is not None:
        entry["due"] = write_date(duty.due)
    if duty.when != Duty("").when:
        entry["when"] = duty.when
    return entry | _said(done=duty.done if isinstance(duty.done, bool) else write_date(duty.done))
