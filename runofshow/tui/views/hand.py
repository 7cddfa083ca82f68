"""The screens of MC, music, lights, screen and crew: the count, what is theirs to do, and the cue light.

The cue light and what was said stand at the bottom, always in the same place; the middle scrolls.
"""

from __future__ import annotations

from datetime import timedelta

from rich.segment import Segment

from runofshow.core.agenda import Role
from runofshow.core.notices import Message
from runofshow.core.snapshot import OVER, CueRow
from runofshow.core.timeline import NO_TIME
from runofshow.core.views.items import Line as ItemLine
from runofshow.core.views.items import Need
from runofshow.core.views.roles import CuedView, HandView
from runofshow.core.views.sound import SoundView, TrackView
from runofshow.tui.formats import clock, count_down, joined, length
from runofshow.tui.lamps import shape, style
from runofshow.tui.lines import EMPTY, Picture, cut, pad, wrapped
from runofshow.tui.looked_for import people_lines, waits_lines
from runofshow.tui.panels.big_count import count_block, number
from runofshow.tui.panels.sounding import time_left
from runofshow.tui.reading import mc_speech_lines, speech_lines
from runofshow.tui.track_marks import track_mark
from runofshow.tui.views.award import award_lines, batch_at, round_lines
from runofshow.tui.views.cues import cue_list, lamp_lines, phase_words
from runofshow.tui.views.cues import doing as doing_of
from runofshow.tui.views.lectern import Lectern
from runofshow.tui.views.running import instead_of_count, item_lines
from runofshow.tui.views.scene import Scene
from runofshow.tui.views.scrolling import Body, View, clamped, window
from runofshow.tui.views.words import words_body


def hand_view(
    picture: HandView, lectern: Lectern, scene: Scene, width: int, height: int, scrolled: int
) -> View:
    """The whole screen of a hand, in exactly the room there is or less."""
    lamp = lamp_lines(picture, scene, width)
    waits = [] if picture.people is None else waits_lines(picture.people, scene.pen, width - 1)
    feet = [*((Segment(" "), *line) for line in waits)]
    feet = [*feet, *message_lines(picture, scene, width, max(0, height // 4)), *lamp][-max(1, height - 1) :]
    room = height - len(feet)
    top = top_lines(picture, scene, width, min(room, max(1, room // 3)))
    rest = room - len(top)
    body = hand_body(picture, lectern, scene, width) if rest > 0 else Body([])
    middle = window([(Segment(" "), *line) for line in body.lines], scene, width, rest, scrolled)
    middle += [EMPTY] * (rest - len(middle))
    most = max(0, len(body.lines) - rest)
    return View([*top, *middle, *feet], clamped(scrolled, len(body.lines), rest), most, rest, body)


def hand_body(picture: HandView, lectern: Lectern, scene: Scene, width: int) -> Body:
    """What scrolls: the MC's words, the music, or who is needed and the cues. `width` is the screen's."""
    inner = max(1, width - 2)
    match scene.role:
        case Role.MC:
            return words_body(picture, lectern, scene, inner)
        case Role.MUSIC:
            above = [*round_above(picture, scene, inner), *_music(picture, scene, inner)]
        case Role.CREW:
            above = [*round_above(picture, scene, inner), *_needs(picture, scene, inner)]
            looked_for = people_lines(picture.people, scene.pen, inner)
            above += [EMPTY, *looked_for] if looked_for else []
        case _:
            above = _ahead(picture, scene, inner)
    return Body([*above, EMPTY, *cue_list(picture.cues, scene, inner)])


def round_above(picture: HandView, scene: Scene, width: int) -> Picture:
    """The batch on stage and its steps, with air beneath; nothing where no batch is."""
    lines = round_lines(picture.round, scene, width, picture.cues)
    return [*lines, EMPTY] if lines else []


def message_lines(picture: CuedView, scene: Scene, width: int, most: int, has_digits: bool = True) -> Picture:
    """What was said and is not answered, the newest last, with the ready answers beneath.

    `has_digits`: a digit sends them; where digits play tracks, F2 to F5 do.
    """
    waiting = _unanswered(picture.messages, scene.role)
    if not waiting or most < 1:
        return []
    pen, pages = scene.pen, scene.pages
    picked: Picture = []
    for message in reversed(waiting):
        # where there is little room, what is said comes before who says it: it is the caller nearly always
        who = f"{pages.hands.message_from.format(who=_who(message, scene))}: " if width >= 40 else ""
        said = f"✉ {who}{message.text}"
        lines = wrapped(said, max(1, width - 2), pen.ink.amber, max(1, min(4, most - 1)))
        if picked and len(lines) + len(picked) > most - 1:
            break
        picked = [*lines, *picked]
    if scene.is_console:
        return [pad((Segment(" "), *line), width) for line in picked]
    keys: list[Segment] = [pen.quiet(f"{scene.words.answers}:")]
    for digit, answer in enumerate(ready_answers(scene), start=1):
        key = str(digit) if has_digits else f"F{digit + 1}"
        keys += [pen.strong(f"  {key}"), pen.quiet(f" {answer}")]
    lines = [*picked, tuple(keys)] if most > 1 else picked
    return [pad((Segment(" "), *line), width) for line in lines]


def ready_answers(scene: Scene) -> tuple[str, ...]:
    """What a digit sends to the caller."""
    pages = scene.pages
    return (
        pages.hands.answer_known,
        pages.hands.answer_wait,
        pages.hands.answer_not_ready,
        pages.hands.answer_help,
    )


def _unanswered(messages: tuple[Message, ...], role: Role) -> tuple[Message, ...]:
    """What was said to `role` and waits: words of its own answer all of it."""
    return tuple(one for one in messages if one.to is role and one.answered_at is None)


def _who(message: Message, scene: Scene) -> str:
    role = next((role for role in Role if role.value == message.by), None)
    return message.by if role is None else scene.pen.words.role(role)


def top_lines(picture: HandView, scene: Scene, width: int, rows: int) -> Picture:
    """The count, what runs and what comes, in at most `rows` lines."""
    pen = scene.pen
    wide = max(1, width - 2)

    def beside(room: int) -> Picture:
        running, coming = picture.current, picture.next
        if running is None:
            return wrapped(f"→ {_line(coming)}", room, pen.ink.text, 3) if coming is not None else []
        # with few rows one line each: the count, what runs, what comes
        few: Picture = [cut((pen.strong(f"{running.number}  {running.title}"),), room)]
        lines = item_lines(running, scene, room, 5) if rows >= 4 else few
        lines += mc_speech_lines(picture.mc_speech, scene.now, pen, room)
        lines += speech_lines(picture.speech, scene.now, pen, room)
        if coming is not None:
            lines.append((pen.quiet(f"→ {clock(coming.expected_start, pen.tz)} {_line(coming)}"),))
        return lines

    found = number(picture.count, scene.now, scene.pen)
    return [
        (Segment(" "), *line)
        for line in count_block(found, instead_of_count(picture, scene), beside, wide, rows, pen)
    ]


def _line(line: ItemLine) -> str:
    return f"{line.number} {line.title}"


def _music(picture: HandView, scene: Scene, width: int) -> Picture:
    pen, pages = scene.pen, scene.pages
    heard = picture.sound.heard[0] if picture.sound is not None and picture.sound.heard else None
    plays = next((cue for cue in picture.cues if heard is not None and cue.cue_id == heard.cue_id), None)
    comes = next((cue for cue in picture.cues if cue.phase not in OVER), None)
    sound = picture.sound
    lines: Picture = [(pen.inked(pages.hands.playing, pen.ink.accent),)]
    lines += _deck(plays, sound, scene, width) if plays else [cut((pen.quiet(pages.hands.silence),), width)]
    if plays is not None and heard is not None and (left := time_left(heard, scene.now, pen)):
        lines.append(cut((pen.text(left),), width))
    lines += [EMPTY, cut((pen.strong(pages.hands.comes),), width)]
    return lines + (
        _deck(comes, sound, scene, width) if comes else [cut((pen.quiet(pages.hands.nothing_comes),), width)]
    )


def _deck(cue: CueRow, sound: SoundView | None, scene: Scene, width: int) -> Picture:
    pen = scene.pen
    lines = wrapped(f"{cue.number}  {cue.recording}", width, pen.ink.strong, 3)
    marked = track_mark(cue.mark, scene.pen)
    if marked:
        lines.append(cut(marked, width))
    doing = doing_of(cue, scene)
    text = cue.text if cue.track_title and cue.text != cue.track_title else ""
    track = None if sound is None else sound.track(cue.track)
    details = joined(text, doing, *file_of(track, scene), *played_how(cue, track, scene))
    lines += wrapped(details, width, pen.ink.text, 2) if details else []
    lines.append(cut((Segment(f"{shape(cue)} {phase_words(cue, scene)}", style(cue, scene.pen)),), width))
    return lines


def file_of(track: TrackView | None, scene: Scene) -> list[str]:
    """The file of a recording, its length, and how loud where that is out of the ordinary."""
    if track is None:
        return []
    parts = [track.file or scene.pen.words.without_file(track)]
    parts += [length(timedelta(seconds=track.length_s))] if track.length_s else []
    return parts + ([scene.pen.words.volume.format(percent=track.volume)] if track.volume != 100 else [])


def played_how(cue: CueRow, track: TrackView | None, scene: Scene) -> list[str]:
    """What of its playing is out of the ordinary."""
    words = scene.pen.words
    parts = [words.loops] if track is not None and track.loop else []
    wait = timedelta(seconds=cue.pre_wait_s)
    return parts + ([words.sound.waits.format(count=count_down(wait))] if wait else [])


def _ahead(picture: HandView, scene: Scene, width: int) -> Picture:
    pen, pages = scene.pen, scene.pages
    needs = {need.item.item_id: need for need in picture.needs}
    running = needs.get(picture.current.item_id) if picture.current else None
    lines = [] if running is None else _award(running, picture, scene, width)
    for label, line in ((pages.running.next, picture.next), (pages.running.after, picture.after)):
        if line is not None:
            lines += _headed(label, line, scene, width)
            lines += _award(needs[line.item_id], picture, scene, width) if line.item_id in needs else []
    return lines or [cut((pen.quiet(pages.running.nothing_next),), width)]


def _needs(picture: HandView, scene: Scene, width: int) -> Picture:
    pen, pages = scene.pen, scene.pages
    lines: Picture = [cut((pen.inked(pages.following.needed, pen.ink.accent),), width)]
    if not picture.needs:
        return [*lines, *wrapped(pages.following.nobody_needed, width, pen.ink.quiet, 2)]
    running = picture.current.item_id if picture.current else None
    coming = picture.next.item_id if picture.next else None
    for need in picture.needs:
        item_id = need.item.item_id
        label = (
            pages.running.now
            if item_id == running
            else pages.running.next
            if item_id == coming
            else pages.running.after
        )
        lines += _headed(label, need.item, scene, width, item_id == running)
        lines += _award(need, picture, scene, width)
    return lines


def _headed(label: str, line: ItemLine, scene: Scene, width: int, is_now: bool = False) -> Picture:
    pen = scene.pen
    at = clock(line.expected_start, pen.tz)
    wait = timedelta() if line.expected_start is None else line.expected_start - scene.now
    when = "" if is_now else f"  {at}"
    if not is_now and wait > NO_TIME:
        when += f" · {scene.pages.running.due_in.format(count=count_down(wait))}"
    lines: Picture = [
        cut((pen.inked("▶ " if is_now else "", pen.ink.accent), pen.quiet(label + when)), width)
    ]
    title = line.title if not line.heading or line.heading == line.title else f"{line.heading}: {line.title}"
    lines += wrapped(f"{line.number}  {title}", width, pen.ink.strong, 3)
    if line.by:
        lines += wrapped(line.by, width, pen.ink.text, 3)
    return lines


def _award(need: Need, picture: HandView, scene: Scene, width: int) -> Picture:
    pen, pages = scene.pen, scene.pages
    award = batch_at(picture.round, need.item.item_id) or need.award
    inner = max(1, width - 2)
    lines: Picture = []
    if need.unassigned:
        lines.append(cut((pen.inked(pen.words.unassigned, pen.ink.amber),), inner))
    if award is not None:
        lines += award_lines(award, scene, inner)
    if need.backdrop:
        lines += wrapped(f"▭ {pages.following.backdrop}: {need.backdrop}", inner, pen.ink.text, 3)
    if need.notes:
        lines += wrapped(need.notes, inner, pen.ink.text, 4)
    return [(Segment("  "), *line) for line in lines]
