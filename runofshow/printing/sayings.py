"""Hours, lengths, cues and items as they are written on paper."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, tzinfo

from runofshow.agenda_file.notation import write_length
from runofshow.agenda_file.spoken_moments import spoken_anchor
from runofshow.core.agenda import AfterCue, AtStart, Cue, Item, OnWord, TrackMark
from runofshow.paper.letterhead import official_day
from runofshow.paper.plain import printable
from runofshow.paper.sheet import Cell, Level, Value, cell, line
from runofshow.printing.plan import Entry, Plan
from runofshow.texts.printing import PrintingTexts

ABOUT = "~"
"""Before what is a default and not the plan's."""


def hour(at: datetime, tz: tzinfo, words: PrintingTexts) -> str:
    """`7h30`"""
    local = at.astimezone(tz)
    return words.hour.format(hour=local.hour, minute=local.minute)


def span(entry: Entry, plan: Plan) -> str:
    """`7h30 - 7h45`; about where nobody has said when it begins."""
    start, end = (hour(at, plan.tz, plan.words) for at in (entry.start, entry.end))
    return about(entry) + (plan.words.span.format(start=start, end=end) if start != end else start)


def span_cell(entry: Entry, plan: Plan) -> Cell:
    """The same, with both hours for a spreadsheet."""
    is_assumed = entry.session.start_assumed
    hours = tuple(Value(local(at, plan), is_assumed) for at in (entry.start, entry.end))
    return Cell((line(span(entry, plan)),), hours)


def about(entry: Entry) -> str:
    """`~` before an hour where nobody has said when the session begins."""
    return ABOUT if entry.session.start_assumed else ""


def minutes(of: timedelta) -> str:
    """`7`, `1,5` as `1'30`: whole minutes alone where they are whole."""
    seconds = round(of.total_seconds())
    return str(seconds // 60) if seconds % 60 == 0 else write_length(of)


def length(entry: Entry) -> str:
    """The minutes of a row, `~` before a default."""
    return (ABOUT if is_about(entry.item) else "") + minutes(entry.length)


def lasts(entry: Entry) -> str:
    """`7'`, `~5'30`, `1h15`: the same where no head says that it is minutes."""
    return (ABOUT if is_about(entry.item) else "") + write_length(entry.length)


def start_cell(entry: Entry, plan: Plan) -> Cell:
    """When it starts, as an hour that a spreadsheet reckons with."""
    is_assumed = entry.session.start_assumed
    said = about(entry) + hour(entry.start, plan.tz, plan.words)
    return cell(said, value=local(entry.start, plan), about=is_assumed)


def local(at: datetime, plan: Plan) -> datetime:
    """The hour where the show is, as a spreadsheet has it: without a zone."""
    return at.astimezone(plan.tz).replace(tzinfo=None)


def is_about(item: Item) -> bool:
    """Whether its length is a default, or that of one of its parts."""
    if item.parts:
        return any(is_about(part) for part in item.parts)
    return item.assumed and item.until is None


def item_line(item: Item, words: PrintingTexts) -> str:
    """`4.2. Tham luận`: its number and its title, whole."""
    title = printable(item.title)
    return words.item_line.format(number=printable(item.number), title=title) if item.number else title


def moment(cue: Cue, plan: Plan) -> str:
    """When a cue falls; of one that follows a track, which cue's."""
    anchor = cue.at
    if isinstance(anchor, OnWord):
        anchor = OnWord(f"“{anchor.word}”")
    if isinstance(anchor, AfterCue):
        before = plan.agenda.cues.get(anchor.cue_id)
        named = printable(before.text) if before is not None else anchor.cue_id
        anchor = AfterCue(f"“{named}”", anchor.wait)
    return printable(spoken_anchor(anchor, plan.language))


def cue_line(cue: Cue, plan: Plan) -> str:
    """`Ánh sáng, khi nghe “Chào cờ”: Sáng cờ`."""
    words = plan.words
    role: str = getattr(words.roles, cue.to.value)
    text = printable(cue.text) + track_behind(cue, plan)
    if cue.at == AtStart():
        return words.cue_of_all.format(role=role, text=text)
    return words.cue.format(role=role, moment=moment(cue, plan), text=text)


def track_behind(cue: Cue, plan: Plan) -> str:
    """` (Tiến quân ca, QUỐC CA KHÔNG LỜI)`, where the words of the cue do not say it."""
    title = "" if cue.track_id is None else track_title(cue, plan)
    return f" ({title})" if title and title.casefold() not in printable(cue.text).casefold() else ""


def track_title(cue: Cue, plan: Plan) -> str:
    """The recording a cue speaks of, with the mark that it must not be mistaken by."""
    track = next((one for one in plan.agenda.tracks if one.track_id == cue.track_id), None)
    if track is None:
        return ""
    is_anthem = track.mark in (TrackMark.ANTHEM_WITHOUT_WORDS, TrackMark.ANTHEM_WITH_WORDS)
    mark = plan.words.marks[track.mark.value] if is_anthem else ""
    title = printable(track.title)
    guess = f"{ABOUT} " if cue.track_assumed else ""
    if mark and mark.casefold() in title.casefold():
        title, mark = title.upper(), ""
    return f"{guess}{title}, {mark}" if mark else f"{guess}{title}"


def who(entry: Entry) -> str:
    """Who it is by; of a part nothing where it is by whom its heading is by."""
    by = entry.item.by
    return "" if by is None or (entry.parent is not None and entry.parent.by == by) else printable(by)


def level(entry: Entry) -> Level:
    """What its row is in a table."""
    return Level.HEADING if entry.is_heading else Level.PART if entry.parent else Level.LINE


def hours_bound(entry: Entry, plan: Plan) -> Iterator[tuple[str, str]]:
    """`giờ cố định`, `đến đúng 9h30`: what holds whatever comes before, by its key in the agenda file.

    `không trước 8h00` where the rows before it last longer than that.
    """
    words, item = plan.words, entry.written
    if item.fixed_start is not None:
        told = hour(item.fixed_start, plan.tz, words)
        is_shown = told == hour(entry.start, plan.tz, words)
        yield "start", words.fixed_start if is_shown else words.not_before.format(hour=told)
    if item.until is not None:
        yield "until", words.until.format(hour=hour(item.until, plan.tz, words))


def about_item(item: Item, words: PrintingTexts) -> Iterator[str]:
    """What a hand in the hall must know of an item beside its cues, each line with its name: backdrop, its
    text, its award, notes."""
    if item.optional:
        yield words.optional
    if item.backdrop:
        yield words.item_backdrop.format(text=printable(item.backdrop))
    if item.handin is not None:
        if item.handin.received:
            yield words.handin_received
        elif item.handin.due is None:
            yield words.handin_missing
        else:
            yield words.handin_due.format(day=official_day(item.handin.due))
    if item.award is not None:
        yield from award_lines(item, words)
    if item.notes:
        yield words.fact.format(name=words.notes, value=printable(item.notes))


def award_lines(item: Item, words: PrintingTexts) -> Iterator[str]:
    """The decision, who reads it, who hands over, in short lines."""
    award = item.award
    assert award is not None
    for phrase, name in (
        (words.form.format(form="{name}"), award.form),
        (words.decision.format(decision="{name}"), award.decision),
        (words.reader, award.reader),
        (words.presenter, award.presenter),
    ):
        if name:
            yield phrase.format(name=printable(name))
    if award.recipients:
        yield words.recipients.format(count=len(award.recipients))
