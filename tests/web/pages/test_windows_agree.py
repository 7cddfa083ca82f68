"""All windows agree: the console's faces, the terminal's screens and the pages, over shows at random.

A window away from the console has the picture that was sent last, as the hall sends: what only the clock
moves is never a reason to send. So each draws at a later moment what the console draws then.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from random import Random
from typing import Any

from msgspec import Struct
from rich.segment import Segment
from rich.style import Style

from runofshow.core.agenda import CUE_ROLES, Agenda, ClockMode, Item, Role
from runofshow.core.change import change
from runofshow.core.picture import take_snapshot
from runofshow.core.presence import Presence, Senses
from runofshow.core.snapshot import Lamp, Snapshot
from runofshow.core.speech.script import Passage, Speech
from runofshow.core.timecode import Rate, Timecode, TimecodeBy
from runofshow.core.timecode_now import Movement, TimecodeHeard
from runofshow.core.value import replace
from runofshow.core.views.roles import CuedView, HandView, SpeakerView, View, Views, view_of
from runofshow.core.waiting import Asked
from runofshow.core.wire import as_json
from runofshow.hall.told import is_only_counted
from runofshow.line.counting import sound_now
from runofshow.line.reading import read_view
from runofshow.texts import Language
from runofshow.texts.console import CONSOLE
from runofshow.texts.pages import PAGES, PagesTexts
from runofshow.texts.screen import SCREEN
from runofshow.tui import cue_marks
from runofshow.tui.answers import aware, missing
from runofshow.tui.asking import asked_of
from runofshow.tui.colours import DARK
from runofshow.tui.lamps import shape, style
from runofshow.tui.panels.big_count import number
from runofshow.tui.panels.header import header
from runofshow.tui.panels.sounding import sounding_line, time_left
from runofshow.tui.pen import Pen
from runofshow.tui.reading import mc_speech_lines, speech_lines
from runofshow.tui.role_faces import role_face
from runofshow.tui.timecode import timecode_line
from runofshow.tui.views.hand import top_lines
from runofshow.tui.views.lectern import Lectern
from runofshow.tui.views.scene import Scene
from runofshow.tui.views.speaker import speaker_view
from runofshow.tui.views.words import words_body
from tests.core.histories import Moment, opening, some_agenda, some_call, some_other
from tests.core.shows import seconds
from tests.web.pages.browser import Chromium
from tests.web.pages.theatre import Theatre

HERE = timezone(timedelta(hours=7))
SHOWS, STEPS = 14, 22
ROLES = (Role.CALLER, Role.MC, Role.MUSIC, Role.LIGHTS, Role.STAGE, Role.SPEAKER)
COLOURS = {"amber": DARK.amber, "red": DARK.red, "green": DARK.green, "quiet": DARK.quiet}
BY_TONE = {"soft": "plain", "calm": "plain", "soon": "amber", "over": "red", "held": "quiet"}
"""What the pages' styles make of a tone and of a lamp."""
BY_LAMP = {
    Lamp.LATER: "quiet",
    Lamp.STANDBY: "amber",
    Lamp.OVERDUE: "red",
    Lamp.READY: "green",
    Lamp.FAILED: "red",
    Lamp.GONE: "quiet",
    Lamp.MISSED: "plain",
    Lamp.STOOD_DOWN: "quiet",
}
PEN = Pen(CONSOLE[Language.VI], HERE, DARK, {}, {})

PAGE = (Path(__file__).parent / "facts.js").read_text(encoding="utf-8")


class Seen(Struct):
    """One moment of a show: what the console has, and what every other window was sent last."""

    snapshot: Snapshot
    sent: dict[Role, View]

    @property
    def now(self) -> datetime:
        return self.snapshot.now.astimezone(HERE)


def shows(draw: Random) -> Iterator[list[Seen]]:
    for _ in range(SHOWS):
        here, sent, moments = opening(draw, _plan(draw)), dict[Role, View](), []
        for _ in range(STEPS):
            here = _gone_on(draw, here)
            snapshot = take_snapshot(
                here.state, here.now, Senses(presence=_present(draw), timecode=_coded(here.now))
            )
            for role in ROLES:
                view = view_of(role, snapshot, HERE)
                if role not in sent or not is_only_counted(change(sent[role], view)):
                    sent[role] = view
            moments.append(Seen(snapshot, dict(sent)))
        yield moments


def _plan(draw: Random) -> Agenda:
    """Any, with clocks of every kind, and recordings of which one is 20 seconds long."""
    plan = some_agenda(draw)
    sessions = tuple(
        replace(one, items=tuple(_with_clock(draw, item) for item in one.items)) for one in plan.sessions
    )
    tracks = tuple(replace(one, length=None if one.loop else seconds(20)) for one in plan.tracks)
    return replace(plan, sessions=sessions, tracks=tracks)


def _with_clock(draw: Random, item: Item) -> Item:
    parts = tuple(_with_clock(draw, part) for part in item.parts)
    mc = "\n".join(["Kính thưa các vị đại biểu về dự hội nghị hôm nay."] * draw.choice((0, 1, 9)))
    return replace(
        item, clock=draw.choice(list(ClockMode)), parts=parts, speech=_text(draw), mc=mc or item.mc
    )


def _text(draw: Random) -> Speech | None:
    pages = [
        Passage(draw.randrange(1, 300), page, f"Phần {page}…") for page in range(1, draw.randrange(1, 9))
    ]
    return draw.choice((None, Speech("a.txt", tuple(pages), draw.random() < 0.5)))


def _gone_on(draw: Random, here: Moment) -> Moment:
    if draw.random() < 0.5:
        return here.slept(seconds(draw.choice((0.25, 3, 5, 11, 25, 58, 240))), draw.choice((1, 2)))
    call, by = (some_call(draw, here), "caller") if draw.random() < 0.7 else some_other(draw, here)
    return here.asked(call, by) or here


def _coded(now: datetime) -> TimecodeHeard | None:
    """Of every movement and rate in turn, with a code and before the first."""
    draw = Random(now.timestamp())
    code = draw.choice((None, Timecode(1, draw.randrange(60), draw.randrange(60), 3)))
    movement, rate = draw.choice(list(Movement)), draw.choice(list(Rate))
    why = draw.choice(("", "USB Audio")) if movement is Movement.LOST else ""
    heard = TimecodeHeard(TimecodeBy.LTC, movement, now, code, rate, detail=why)
    return draw.choice((None, heard))


def _present(draw: Random) -> Presence | None:
    hands = [role for role in Role if role in CUE_ROLES]
    here = frozenset(draw.sample(hands, draw.randrange(4)))
    lost = tuple((role, draw.randrange(60)) for role in hands if role not in here and draw.random() < 0.3)
    return draw.choice((None, Presence(len(here), here, lost), Presence(len(here), here, lost)))


def colour(style: Style | None) -> str:
    return next((name for name, ink in COLOURS.items() if style == ink), "plain")


def text(line: tuple[Segment, ...]) -> str:
    return "".join(segment.text for segment in line)


# What each window says


def console(seen: Seen) -> dict[str, Any]:
    snapshot = seen.snapshot
    pen = aware(PEN, snapshot)
    found = number(snapshot.count, snapshot.now, pen)
    counted = None if found is None else (f"{found.label} {found.text}", colour(found.style))
    face = role_face(Role.MC, Views(snapshot, HERE), pen, 200, 300, 0, 0, None)
    words = said_on([text(line) for line in face.lines], PAGES[Language.VI])
    said = text(sounding_line(snapshot, pen, 300))
    late = {
        one.about: (
            "overdue" if one.is_overdue else "late",
            _wait(cue_marks.phase_words(cue, pen, snapshot.now)),
        )
        for one in snapshot.waiting
        if one.is_late and one.what is Asked.CUE and (cue := snapshot.cues.of(one.about)) is not None
    }
    top = text(header(snapshot, pen, 300))
    return {
        "count": counted,
        "lamps": {cue.cue_id: (shape(cue), colour(style(cue, pen))) for cue in snapshot.cues},
        "asked": {
            role.value: None if (asked := asked_of(snapshot, role)) is None else asked.cue_id
            for role in (Role.MC, Role.MUSIC, Role.LIGHTS, Role.STAGE)
        },
        "words": words,
        "heard": said.removeprefix("♪ ") if said else None,
        "late": late,
        "machines": next(iter(re.findall(r"(\d+) máy", top)), None),
        "read": [
            text(line)
            for lines in (
                speech_lines(snapshot.speech, snapshot.now, pen, 300),
                mc_speech_lines(snapshot.mc_speech, snapshot.now, pen, 300),
            )
            for line in lines or [()]
        ],
        # where a machine has gone that is to answer a cue, that is said instead
        "unread": next(iter(re.findall(r"✉ (.*? \d+:\d\d)", top)), None),
        "coded": text(timecode_line(snapshot.timecode, pen, pen.ink.text, with_rate=True)).strip(),
        "is_lost": missing(snapshot) is not None,
    }


def said_on(lines: list[str], pages: PagesTexts) -> dict[str, str | None]:
    """Of which items the MC's words stand there, now and next."""
    said: dict[str, str | None] = {}
    for name, label in (("now", pages.hands.say_now), ("next", pages.hands.say_next)):
        found = (line.split(f"{label} · ")[1].split()[0] for line in lines if f"{label} · " in line)
        said[name] = next(found, None)
    return said


def _wait(said: str) -> str | None:
    return next(iter(re.findall(r"\d+:\d\d", said)), None)


def terminal(seen: Seen) -> dict[str, Any]:
    pictures = {role: read_view(role, as_json(seen.sent[role])) for role in ROLES if role is not Role.CALLER}
    counts, lamps, asked = {}, {}, {}
    speaker: tuple[str, str] | None = None
    words: dict[str, str | None] = {"now": None, "next": None}
    heard: list[str | None] = []
    for role, picture in pictures.items():
        scene = Scene(role, seen.now, PEN, PAGES[Language.VI], SCREEN[Language.VI])
        if isinstance(picture, SpeakerView):
            (middle, *_) = (line for line in speaker_view(picture, scene, 200, 3) if text(line).strip())
            speaker = (text(middle).strip(), colour(middle[-1].style)) if picture.count else None
        if not isinstance(picture, CuedView):
            continue
        for cue in picture.cues:
            lamps[cue.cue_id] = (shape(cue), colour(style(cue, scene.pen)))
        light = picture.light.on(seen.now)
        asked[role.value] = [light.state.value, light.asked]
        if not isinstance(picture, HandView):
            continue
        line = [segment for segment in top_lines(picture, scene, 200, 1)[0] if segment.text.strip()]
        counts[role.value] = (
            None
            if picture.count is None
            else (f"{line[1].text.strip()} {line[0].text}", colour(line[0].style))
        )
        if role is Role.MC:
            body = [text(line) for line in words_body(picture, Lectern(), scene, 200).lines]
            words = said_on(body, scene.pages)
        if picture.sound is not None:
            heard = [
                f"{one.title} {time_left(one, seen.now, PEN)}".strip()
                for one in sound_now(picture.sound, seen.now).heard
            ]
    return {
        "speaker": speaker,
        "count": counts,
        "lamps": lamps,
        "asked": asked,
        "words": words,
        "heard": heard,
    }


def test_the_console_the_terminal_and_the_page_say_the_same_of_any_show(
    hall: Theatre, chromium: Chromium
) -> None:
    page = hall.screen(chromium, Role.STAGE)
    page.js(f"(async () => {{ {PAGE} }})()")
    looked: dict[str, int] = {}
    for moments in shows(Random(2026)):
        told = [
            [one.now.timestamp() * 1000, {role.value: as_json(one.sent[role]) for role in ROLES}]
            for one in moments
        ]
        pages = page.js(
            f"JSON.parse({json.dumps(json.dumps(told))}).map(([now, pictures]) => facts(now, pictures))"
        )
        for one, on_page in zip(moments, pages, strict=True):
            for fact, about in differing(console(one), terminal(one), on_page, looked):
                raise AssertionError(f"{fact} at {one.now}: {about}")
    # every fact was there to differ about
    assert all(
        looked.get(fact, 0) > 10
        for fact in ("count", "speaker", "lamps", "light", "asked", "words", "heard", "late", "read", "coded")
    )
    assert looked["machines"] > 10
    assert looked["unread"] > 0


def differing(
    told: dict[str, Any], away: dict[str, Any], page: dict[str, Any], looked: dict[str, int]
) -> Iterator[tuple[str, object]]:
    """What the windows do not agree about: the fact, and what each says of it."""

    def look(fact: str, *said: object) -> Iterator[tuple[str, object]]:
        if any(one not in (None, {}, [], ()) for one in said):
            looked[fact] = looked.get(fact, 0) + 1
        if any(one != said[0] for one in said[1:]):
            yield fact, said

    for role, found in page["count"].items():
        shown = None if found is None else (f"{found[1]} {found[0]}", BY_TONE[found[2]])
        yield from look("count", told["count"], shown, away["count"].get(role, told["count"]))
    spoken = page["speaker"] and (f"{page['speaker'][0]}  {page['speaker'][1]}", BY_TONE[page["speaker"][2]])
    yield from look("speaker", away["speaker"] and _calm(away["speaker"]), spoken)
    lamps = {cue_id: (shape, BY_LAMP[Lamp(lamp)]) for cue_id, shape, lamp in page["lamps"]}
    yield from look("lamps", told["lamps"], lamps)
    for cue_id, lamp in away["lamps"].items():
        yield from look("lamps", told["lamps"][cue_id], lamp)
    for role, asked in page["asked"].items():
        yield from look("asked", told["asked"][role], away["asked"][role][1], asked[1])
        yield from look("light", away["asked"][role], asked)
    now, coming = [item and item[0] for item in page["words"]]
    yield from look("words", told["words"], away["words"], {"now": now, "next": coming})
    heard = [_heard(one) for one in page["heard"][1]]
    first = heard[0] if heard else None
    yield from look(
        "heard", _plain(told["heard"]), _plain(away["heard"][0] if away["heard"] else None), first
    )
    yield from look("heard", page["heard"][0], page["heard"][1])
    speech, of_stage, mc = page["read"]
    yield from look("read", told["read"], [speech, mc], [of_stage, mc])
    yield from look("coded", told["coded"] or None, *(one or None for one in page["coded"]))
    late = {one["id"]: (one["tone"], _wait(one["text"])) for one in page["late"] if "✉" not in one["text"]}
    yield from look("late", told["late"], late)
    unread = next((one["text"] for one in page["late"] if "✉" in one["text"]), None)
    if not told["is_lost"]:
        said = None if unread is None else unread.partition(" ")[2].partition(" · ")[0]
        yield from look("unread", told["unread"], said and said.replace("mất kết nối, ", ""))
    yield from look("machines", told["machines"], next(iter(re.findall(r"\d+", page["machines"])), None))


def _calm(said: tuple[str, str]) -> tuple[str, str]:
    """On the speaker's light what is calm is green, on the page as its ground."""
    return (said[0], "plain" if said[1] == "green" else said[1])


def _heard(one: list[str | None]) -> str:
    return f"{one[0]} {'' if one[1] is None else f'còn {one[1]}'}".strip()


def _plain(said: str | None) -> str | None:
    """Without marks, with how many more there are, and that it loops: the pages have these elsewhere."""
    if said is None:
        return None
    said = re.sub(r"[■“”▷]|KHÔNG LỜI|CÓ LỜI|\+\d+.*$", " ", said)
    return " ".join(re.sub(r"phát lặp|đang lặp|lặp", " ", said).split())
