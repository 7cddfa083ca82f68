"""An agenda written as a file reads back as itself, with what was assumed still assumed."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runofshow.agenda_file.catalogue import catalogue
from runofshow.agenda_file.wording import line_of
from runofshow.agenda_file.writing import write_agenda
from runofshow.core.agenda import Agenda, Item
from runofshow.core.value import replace
from runofshow.texts import Language
from tests.agenda_file.given import HEAD, TODAY, TZ, agenda_of, read

AGENDAS = sorted(Path(__file__).parents[2].joinpath("agendas").glob("*.yaml"))


def written(agenda: Agenda, language: Language = Language.VI) -> str:
    return write_agenda(agenda, tz=TZ, today=TODAY, language=language)


def reread(agenda: Agenda) -> Agenda:
    text = written(agenda)
    reading = read(text)
    assert reading.agenda is not None, (reading.errors, text)
    return reading.agenda


@pytest.mark.parametrize("path", AGENDAS, ids=lambda path: path.stem)
def test_each_agenda_of_the_house_comes_back_as_itself(path: Path) -> None:
    agenda = agenda_of(path.read_text(encoding="utf-8"))
    assert reread(agenda) == agenda


def test_only_what_the_plan_says_is_written() -> None:
    text = (
        HEAD
        + "items:\n- title: Chào cờ\n  kind: flag_salute\n- title: Khai mạc\n  kind: opening\n  by: Ông A\n"
    )
    assert written(agenda_of(text)).partition("\n")[2] == text


def test_the_assumed_words_of_another_language_are_not_written_either() -> None:
    agenda = agenda_of(HEAD + "items: [{title: A, kind: photo}]\n")
    assert "cues" not in written(agenda, Language.EN)


words = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z", "M"])
    | st.sampled_from(" :#-'\"{}[]&*!|>%@`,~ắộ\n"),
    max_size=30,
).map(lambda text: "\n".join(line_of(line) for line in text.split("\n")).strip())
lines = words.map(lambda text: " ".join(text.split()))
names = lines.filter(bool)
lengths = st.integers(1, 5400).map(lambda seconds: timedelta(seconds=seconds))


def quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


counts = st.shared(st.builds(count), key="ids that are used once")


@st.composite
def item_texts(draw: st.DrawFn, *, with_parts: bool = True) -> str:
    keys = [f"title: {quoted(draw(names))}", f"kind: {draw(st.sampled_from(list(catalogue())))}"]
    if draw(st.booleans()):
        keys.append(f"duration: {draw(st.integers(1, 90))}")
    if draw(st.booleans()):
        keys.append(f"by: {quoted(draw(lines))}")
    if draw(st.booleans()):
        keys.append(f"mc: {quoted(draw(words))}")
    if draw(st.booleans()):
        keys.append(f"number: {quoted(draw(st.sampled_from(['I', '1', '2', '1.1', 'a)', '*'])))}")
    if draw(st.booleans()):
        keys.append(f"also: [{draw(st.sampled_from(list(catalogue())))}]")
    keys.append(
        draw(st.sampled_from(["protected: true", "clock: up", "optional: true", "handin: {}", "award: {}"]))
    )
    cue = st.sampled_from(
        [
            "{to: mc}",
            "{to: music, track: bed}",
            "{to: music, do: fade, at: end - 5s}",
            "{to: crew, text: A, go: auto}",
            "{to: music, track: anthem, fade: 2.5s, pre_wait: 1'}",
        ]
    )
    follow = st.sampled_from(
        ["{to: music, track: anthem, at: hết nhạc + 1.5s, go: auto}", "{to: mc, at: hết nhạc của first}"]
    )
    if draw(st.booleans()):
        cues = draw(st.lists(cue, max_size=3))
        if draw(st.booleans()):
            number = next(draw(counts))
            cues = [f"{{to: music, track: anthem, id: p{number}}}", *cues]
            cues += [each.replace("first", f"p{number}") for each in draw(st.lists(follow, max_size=3))]
        keys.append(f"cues: [{', '.join(cues)}]")
    if with_parts:
        keys.append(f"parts: [{', '.join(draw(st.lists(item_texts(with_parts=False), max_size=3)))}]")
    return "{" + ", ".join(keys) + "}"


arguments = (
    st.integers(-(2**31), 2**31 - 1).map(str)
    | st.floats(allow_nan=False, allow_infinity=False).map(repr)
    | st.sampled_from(["true", "false", "yes", "no", "'true'", "'1'", "'-0.5'", "'1e5'", "''", "'~'", "0x1"])
    | lines.map(lambda text: quoted(text.replace("{", "(")))
)


duties = st.builds(
    lambda *keys: f"{{what: Gửi{''.join(f', {key}' for key in keys if key)}}}",
    st.sampled_from(["", "by: Văn phòng"]),
    st.sampled_from(["", "due: 31/12/2026"]),
    st.sampled_from(["", "when: before", "when: day", "when: after"]),
    st.sampled_from(["", "done: 30/11/2026", "done: true", "done: false", "done: xong"]),
)


GEAR = """gear:
  may-chieu: {projector: 192.168.1.50, title: "Máy: 1"}
  phu: {projector: "[::1]:4353"}
  den: {sacn: 1}
  den-2: {sacn: 63999, to: 10.0.0.9}
  den-3: {artnet: den.local, universe: 7}
  obs: {obs: "127.0.0.1"}
  obs-2: {obs: "127.0.0.1:4456", title: ""}
  ban: {midi: "USB: MIDI 1"}
"""
ORDERS = (
    *(f"gear: may-chieu, do: {word}" for word in ("on", "'off'", "blank", "show")),
    "gear: phu, do: blank",
    "gear: den, levels: {1: 0, 2-512: 100}",
    "gear: den-2, levels: {7: 33.5}, fade: 1'30",
    'gear: den-3, levels: {"1-4": "30%"}, fade: 0s',
    'gear: obs, scene: "Toàn: cảnh"',
    "gear: obs, stream: start",
    "gear: obs-2, record: stop",
    "gear: obs-2, source: Chữ, visible: có",
    "gear: obs-2, source: Chữ, visible: không, scene: A",
    "gear: ban, note: 60",
    "gear: ban, note: 0, velocity: 0, channel: 16",
    "gear: ban, program: 127, channel: 1",
    "gear: ban, control: [7, 100]",
    'gear: ban, msc: {go: "5.1", list: "2", device: 3}',
    'gear: ban, msc: {stop: ""}',
    "gear: ban, msc: {resume: 7}",
)


@st.composite
def signal_texts(draw: st.DrawFn) -> str:
    keys = [f"on: {draw(st.sampled_from(['item_started', 'held', 'overrun', 'item_ended']))}"]
    if draw(st.booleans()):
        keys.append(draw(st.sampled_from(["kind: paper", "title: 'QLab: 1'", 'title: ""', "kind: other"])))
    if draw(st.booleans()):
        return "{" + ", ".join([*keys, draw(st.sampled_from(ORDERS))]) + "}"
    if draw(st.booleans()):
        host = draw(st.sampled_from(["127.0.0.1", "[::1]", "qlab.local", "may_1"]))
        keys.append(f"osc: '{host}:{draw(st.integers(1, 65535))}'")
        keys.append(f"address: {draw(st.sampled_from(['/go', quoted('/cue/{next.number}/start')]))}")
        keys.append(f"args: [{', '.join(draw(st.lists(arguments, max_size=4)))}]")
        return "{" + ", ".join(keys) + "}"
    keys.append(
        f"http: {draw(st.sampled_from(['http://127.0.0.1:8000/a', quoted('https://a.b/{now}?c=d#e')]))}"
    )
    if draw(st.booleans()):
        keys.append(f"method: {draw(st.sampled_from(['GET', 'post', 'PUT', 'patch', 'DELETE']))}")
    if draw(st.booleans()):
        keys.append(f"body: {quoted(draw(words).replace('{', '('))}")
    keys.append(f"headers: {{{draw(st.sampled_from(['', 'X-A: 1', 'X-A: a b, Content-Type: text/plain']))}}}")
    return "{" + ", ".join(keys) + "}"


@st.composite
def agenda_texts(draw: st.DrawFn) -> str:
    head = f"title: {quoted(draw(names))}\nnotes: {quoted(draw(words))}\n"
    head += draw(
        st.sampled_from(["", "date: 27/3/2020\n", "tentative: true\n", "period: {text: A, to: 1/4/2020}\n"])
    )
    head += "tracks:\n- {id: bed, title: A, mark: clip, volume: 0, end: 5.25s, layer: sting}\n"
    head += f"- {{id: anthem, title: B, mark: anthem_with_words, sha256: {'0aF9' * 16}}}\n"
    head += f"duties: [{', '.join(draw(st.lists(duties, max_size=4)))}]\n"
    head += GEAR
    head += f"signals: [{', '.join(draw(st.lists(signal_texts(), max_size=4)))}]\n"
    items = st.lists(item_texts(), min_size=1, max_size=4).map(lambda each: f"items: [{', '.join(each)}]")
    if draw(st.booleans()):
        return f"{head}{draw(items)}\n"
    morning = draw(st.sampled_from(["", "title: '', ", "date: 28/3/2020, ", "start: 9h05, "]))
    return f"{head}sessions: [{{{morning}{draw(items)}}}, {{start: 14h, hard_out: 17h30, {draw(items)}}}]\n"


@given(agenda_texts())
@settings(max_examples=60, deadline=None)
def test_every_agenda_that_was_read_comes_back_as_itself(text: str) -> None:
    agenda = agenda_of(text)
    assert reread(agenda) == agenda


def amended(draw: st.DrawFn, items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Moved, edited and inserted as a running show does."""
    changed = list(draw(st.permutations(items)))
    index = draw(st.integers(0, len(changed) - 1))
    edit = replace(changed[index], title=draw(names), by=draw(lines) or None, mc="Xin mời", mc_assumed=False)
    changed[index] = edit if edit.parts else replace(edit, duration=draw(lengths), assumed=False)
    if not changed[index].parts:
        return tuple(changed)
    parts = tuple(draw(st.permutations(changed[index].parts)))
    first = replace(parts[0], duration=draw(lengths), assumed=False)
    changed[index] = replace(changed[index], parts=(first, *parts[1:]))
    return tuple(changed)


@given(agenda_texts(), st.data())
@settings(max_examples=60, deadline=None)
def test_an_amended_agenda_comes_back_with_its_order_lengths_and_words(
    text: str, data: st.DataObject
) -> None:
    agenda = agenda_of(text)
    session = agenda.sessions[0]
    new = Item("new-1", "1a", "Chèn thêm", "other", timedelta(minutes=3))
    items = (*data.draw(st.composite(amended)(session.items)), new)
    agenda = replace(agenda, sessions=(replace(session, items=items), *agenda.sessions[1:]))
    again = reread(agenda)

    def facts(one: Agenda) -> list[tuple[object, ...]]:
        rows = [row for session in one.sessions for item in session.items for row in (item, *item.parts)]
        return [(row.item_id, row.number, row.title, row.by, row.duration, row.mc, row.cues) for row in rows]

    assert facts(again) == facts(agenda)
    assert [session.start_at for session in again.sessions] == [
        session.start_at for session in agenda.sessions
    ]


def test_a_show_laid_on_another_day_to_the_second_comes_back() -> None:
    agenda = agenda_of(HEAD + "items: [{title: A, kind: speech}]\n")
    session = agenda.sessions[0]
    moved = replace(session, start_at=session.start_at + timedelta(days=900, seconds=75, microseconds=5))
    agenda = replace(agenda, sessions=(moved,))
    assert reread(agenda).sessions[0].start_at == moved.start_at
    assert reread(agenda).day.earliest == date(2020, 3, 27)


SOUNDING = f"""\
{HEAD}tracks:
- id: a
  title: A
  layer: sting
  sha256: {"0a" * 32}
- id: b
  title: B
signals:
- 'on': item_started
  item: m1
  osc: 127.0.0.1:53000
  address: /cue/{{item.number}}/start
  args:
  - 1
  - 0.5
  - true
  - '1'
  - a
  title: QLab
- 'on': cue_gone
  cue: hai
  http: http://127.0.0.1:8000/a
  method: PUT
  body: '{{"a": "{{cue.text}}"}}'
  headers:
    Content-Type: application/json
  id: obs
items:
- title: A
  kind: speech
  cues:
  - to: music
    do: play
    track: a
    text: A
    pre_wait: 1.5s
  - to: music
    do: play
    track: b
    text: B
    at: hết nhạc + 2s
    go: auto
    fade: 4s
    id: hai
  - to: mc
    do: say
    text: C
    at: hết nhạc
  - to: mc
    do: say
    text: D
    at: hết nhạc của m1.c1
"""


def test_sound_and_signals_are_written_as_the_plan_says_them() -> None:
    """`on` is in quotes: other programs may take it for a truth."""
    assert written(agenda_of(SOUNDING)).partition("\n")[2] == SOUNDING


def test_an_item_that_was_given_another_place_in_the_show_keeps_its_follows_and_signals() -> None:
    agenda = agenda_of(SOUNDING + "- title: B\n  kind: speech\n  cues: []\n")
    session = agenda.sessions[0]
    agenda = replace(agenda, sessions=(replace(session, items=session.items[::-1]),))
    assert reread(agenda) == agenda


def test_several_lines_are_written_as_a_block() -> None:
    agenda = agenda_of(HEAD + 'items: [{title: A, kind: speech, mc: "Kính mời\\nÔng A"}]\n')
    assert "  mc: |-\n    Kính mời\n    Ông A\n" in written(agenda)
