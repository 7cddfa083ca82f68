"""The log: notes and messages above, and beneath them everything that was done, the newest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from runofshow.core import events as e
from runofshow.core import undo_events as u
from runofshow.core.agenda import Role
from runofshow.core.events import Entry, Event
from runofshow.core.handiwork import restored
from runofshow.core.notices import Message, NoteKind
from runofshow.core.proposals.events import EditsProposed, ProposalAnswered
from runofshow.core.snapshot import Snapshot
from runofshow.core.term_events import BranchKept, TookOver
from runofshow.tui.formats import added, clock_with_seconds, joined
from runofshow.tui.lines import EMPTY, Line, Picture, cut, wrapped
from runofshow.tui.panels import award_news, sound_news
from runofshow.tui.panels.award_news import is_of_people, people_named
from runofshow.tui.panels.signal_names import signal_names
from runofshow.tui.pen import Pen
from runofshow.tui.views.scrolling import View


def log_board(
    snapshot: Snapshot, log: Sequence[Entry], pen: Pen, width: int, height: int, scrolled: int
) -> View:
    """Notes and messages in at most a third of the room, the record in the rest, `scrolled` lines down."""
    inner = max(1, width - 4)
    top: Picture = [EMPTY, cut((pen.strong(pen.words.notes_and_messages),), inner)]
    said = _said(snapshot, pen, inner)
    top += said[: max(1, height // 3)] or [cut((pen.quiet(pen.words.no_notes),), inner)]
    top += [EMPTY, cut((pen.strong(pen.words.journal),), inner)]
    room = max(0, height - len(top))
    newest_first = list(reversed(log))
    first = max(0, min(scrolled, len(newest_first) - room))
    names = {row.item_id: f"{row.number} {row.title}" for row in snapshot.rows}
    names |= {cue.cue_id: f"{cue.number} {cue.text}" for cue in snapshot.cues}
    names |= {message.message_id: message.text for message in snapshot.messages}
    names |= {track.track_id: track.title for track in snapshot.sound.tracks}
    names |= _proposers(log)
    shown = newest_first[first : first + room]
    called = restored(log) if any(entry.do in ("undo", "redo") for entry in shown) else {}
    if any(is_of_people(entry.events) for entry in (*shown, *called.values())):
        names |= people_named(snapshot)
    if any(entry.do == "signal" for entry in shown):
        names |= signal_names(log, pen)
    lines = [entry_line(entry, names, pen, inner, called.get(entry.seq)) for entry in shown]
    return View([(pen.text("  "), *line) for line in [*top, *lines]], first)


def _proposers(log: Sequence[Entry]) -> dict[str, str]:
    """The id of each proposal to the agent that made it."""
    made = (event for entry in log if entry.do == "propose" for event in entry.events)
    return {event.proposal_id: event.who for event in made if isinstance(event, EditsProposed)}


def _said(snapshot: Snapshot, pen: Pen, width: int) -> Picture:
    """Notes and messages, the newest first, wrapped."""
    found: list[tuple[datetime, str]] = [
        (note.at, f"✎ {_noted(note.kind, note.text, pen)}") for note in snapshot.notes
    ]
    found += [
        (
            message.at,
            f"✉ {_who(message.by, pen)} → {pen.words.role(message.to)}: {message.text}{_known(message, pen)}",
        )
        for message in snapshot.messages
    ]
    lines: Picture = []
    for at, text in sorted(found, key=lambda one: one[0], reverse=True):
        head = f"{clock_with_seconds(at, pen.tz)}  "
        for index, line in enumerate(wrapped(text, max(1, width - len(head)), pen.ink.text, 4)):
            lines.append(cut((pen.quiet(" " * len(head) if index else head), *line), width))
    return lines


def _noted(kind: NoteKind, text: str, pen: Pen) -> str:
    """`sự cố: Mất điện`; a plain note is its words alone."""
    return text if kind is NoteKind.NOTE else f"{pen.words.forms.note_kind(kind)}: {text}"


def _known(message: Message, pen: Pen) -> str:
    """` ✓ 08:42:17`, once it was answered."""
    at = message.answered_at
    return "" if at is None else f"  ✓ {clock_with_seconds(at, pen.tz)}"


def entry_line(
    entry: Entry, names: Mapping[str, str], pen: Pen, width: int, called: Entry | None = None
) -> Line:
    """`08:42:17  Người điều hành  ĐI  4.3 Nhạc mời lên`. `called` is what an undo took back."""
    call: str = getattr(pen.words.calls, entry.do, entry.do)
    about = joined(about_entry(entry, names, pen), "" if called is None else about_entry(called, names, pen))
    return cut(
        (
            pen.quiet(f"{clock_with_seconds(entry.at, pen.tz)}  "),
            pen.quiet(f"{_who(entry.by, pen):<16} "),
            pen.strong(f"{call}  "),
            pen.text(about),
        ),
        width,
    )


def about_entry(entry: Entry, names: Mapping[str, str], pen: Pen) -> str:
    """What was called, or came true: the item, the cue, the person, the words."""
    # where it went comes before what was left behind: the line is cut at its end
    events = sorted(entry.events, key=lambda event: not isinstance(event, e.ItemStarted))
    return joined(*dict.fromkeys(text for event in events if (text := _about(event, names, pen))))


def _who(by: str, pen: Pen) -> str:
    if by in {role.value for role in Role}:
        return pen.words.role(Role(by))
    who: str = getattr(pen.words.calls, by, pen.words.calls.clock)
    return who


def _about(event: Event, names: Mapping[str, str], pen: Pen) -> str:
    """What an event is about: the item, the cue, or the words that were said."""
    if isinstance(event, e.NoteTaken):
        return _noted(event.kind, event.text, pen)
    if isinstance(event, e.MessageSent):
        return event.text
    if isinstance(event, EditsProposed):
        return f"{event.who}: {' '.join(event.why.split())}"
    if isinstance(event, ProposalAnswered):
        return names.get(event.proposal_id, event.proposal_id)
    if isinstance(event, e.TimeAdded):
        return f"{added(event.by)} {names.get(event.item_id, event.item_id)}"
    if isinstance(event, e.ItemEdited | e.ItemInserted):
        return f"{event.item.number} {event.item.title}"
    if isinstance(event, u.ShowRestored):
        undone: str = getattr(pen.words.calls, event.do, event.do)
        return undone
    if isinstance(event, TookOver):
        return event.who
    if isinstance(event, BranchKept):
        since = clock_with_seconds(event.since, pen.tz)
        return pen.words.branch_kept.format(who=event.who, since=since, count=len(event.lines))
    if isinstance(event, e.OverrunBegan):
        return f"{pen.words.count.over} {names.get(event.item_id, event.item_id)}"
    if isinstance(event, e.CueFellDue) or (isinstance(event, e.CueStoodBy) and event.auto):
        came = pen.words.running.cue_due if isinstance(event, e.CueFellDue) else pen.words.running.cue_standby
        return f"{came} {names.get(event.cue_id, event.cue_id)}"
    if isinstance(event, e.VoteCounted):
        said = "–" if event.vote is None else event.vote.said(pen.words.forms.vote_counted)
        return f"{said} · {names.get(event.item_id, event.item_id)}"
    if isinstance(event, sound_news.Told):
        return sound_news.told(event, names, pen)
    if isinstance(event, award_news.Told):
        return award_news.told(event, names, pen)
    if isinstance(event, e.CueMissed):
        words = pen.words.sound
        phrase = {
            "late": words.missed_late,
            "item_left": words.missed_item_left,
            "anthem": words.missed_anthem,
            "timecode": words.missed_timecode,
        }[event.reason]
        return phrase.format(title=names.get(event.cue_id, event.cue_id))
    known = set(event.__struct_fields__)
    for name in ("item_id", "cue_id", "message_id"):
        if name in known:
            subject = str(getattr(event, name))
            return names.get(subject, subject) if subject != "None" else ""
    return ""
