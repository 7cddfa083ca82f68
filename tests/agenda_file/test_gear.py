"""Gear that a plan names: what a file says of it, what a signal can tell it, and where passwords stand."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from runofshow.agenda_file.complaint import complaint_line, complaint_remedy
from runofshow.agenda_file.gear_checks import MOST_GEAR
from runofshow.agenda_file.passwords import read_passwords
from runofshow.agenda_file.reader import read_agenda_text, with_missing
from runofshow.core.gear import (
    Gear,
    GearKind,
    Lights,
    LightsBy,
    MidiPort,
    Obs,
    Projector,
    found_at,
    kind_of,
    name_of,
)
from runofshow.core.gear_orders import (
    ChannelLevel,
    Control,
    GearOrder,
    MscCommand,
    Note,
    Program,
    ProjectorDo,
    Recording,
    RunTimecode,
    ShowControl,
    ShowScene,
    ShowSource,
    StartStop,
    Stream,
    ToLights,
    ToMidi,
    ToObs,
    ToProjector,
)
from runofshow.core.timecode import Rate, Timecode
from runofshow.texts import Language
from runofshow.texts.gear import GEAR
from tests.agenda_file.given import HEAD, TODAY, TZ, agenda_of, read, spots

ITEMS = "items:\n- {title: Khai mạc, kind: opening}\n"
OF_EACH = """\
gear:
  chieu: {projector: 192.168.1.50, title: Máy chiếu}
  den: {sacn: 1}
  obs: {obs: "127.0.0.1"}
  ban: {midi: USB MIDI}
"""


def gear_of(written: str) -> Gear:
    (gear,) = agenda_of(f"{HEAD}{ITEMS}gear: {{a: {{{written}}}}}\n").gear
    return gear


def order_of(written: str) -> GearOrder:
    (signal,) = agenda_of(f"{HEAD}{OF_EACH}{ITEMS}signals:\n- {{on: held, gear: {written}}}\n").signals
    assert isinstance(signal.send, ToProjector | ToLights | ToObs | ToMidi)
    return signal.send


@pytest.mark.parametrize(
    ("written", "gear", "place"),
    [
        ("projector: 192.168.1.50", Projector("a", "192.168.1.50", 4352), "192.168.1.50:4352"),
        ("projector: 'chieu.local:5000'", Projector("a", "chieu.local", 5000), "chieu.local:5000"),
        ("projector: '::1'", Projector("a", "::1", 4352), "[::1]:4352"),
        ("sacn: 7", Lights("a", LightsBy.SACN, 7), "sacn 7"),
        ("sacn: 63999, to: 10.0.0.9", Lights("a", LightsBy.SACN, 63999, "10.0.0.9"), "sacn 63999 10.0.0.9"),
        ("artnet: 10.0.0.9", Lights("a", LightsBy.ARTNET, 0, "10.0.0.9"), "artnet 0 10.0.0.9"),
        ("obs: 'localhost:4456'", Obs("a", "localhost", 4456), "localhost:4456"),
        ("midi: 'USB: 1'", MidiPort("a", "USB: 1"), "USB: 1"),
    ],
)
def test_gear_is_what_one_of_its_keys_says(written: str, gear: Gear, place: str) -> None:
    assert gear_of(written) == gear
    assert (found_at(gear), name_of(gear)) == (place, "a")
    assert name_of(gear_of(f"{written}, title: Chính")) == "Chính"


def test_gear_keeps_the_order_of_the_file() -> None:
    kinds = [kind_of(gear) for gear in agenda_of(f"{HEAD}{OF_EACH}{ITEMS}").gear]
    assert kinds == [GearKind.PROJECTOR, GearKind.LIGHTS, GearKind.OBS, GearKind.MIDI]


@pytest.mark.parametrize(
    ("written", "order", "vi", "en"),
    [
        ("chieu, do: on", ToProjector("chieu", ProjectorDo.ON), "bật đèn", "lamp on"),
        ("chieu, do: 'off'", ToProjector("chieu", ProjectorDo.OFF), "tắt đèn", "lamp off"),
        ("chieu, do: blank", ToProjector("chieu", ProjectorDo.BLANK), "che hình", "picture blank"),
        ("chieu, do: show", ToProjector("chieu", ProjectorDo.SHOW), "hiện hình", "picture shown"),
        (
            "den, levels: {1-4: 100, 7: '30.5%'}, fade: 3s",
            ToLights("den", (ChannelLevel(1, 4, 100), ChannelLevel(7, 7, 30.5)), timedelta(seconds=3)),
            "kênh 1-4: 100 %, kênh 7: 30.5 %, trong 3 giây",
            "channel 1-4: 100 %, channel 7: 30.5 %, over 3 s",
        ),
        (
            "den, levels: {512: 0}",
            ToLights("den", (ChannelLevel(512, 512, 0),)),
            "kênh 512: 0 %",
            "channel 512: 0 %",
        ),
        (
            "obs, scene: Toàn cảnh",
            ToObs("obs", ShowScene("Toàn cảnh")),
            "cảnh “Toàn cảnh”",
            "scene “Toàn cảnh”",
        ),
        (
            "obs, stream: start",
            ToObs("obs", Stream(StartStop.START)),
            "bắt đầu phát trực tiếp",
            "start streaming",
        ),
        ("obs, stream: stop", ToObs("obs", Stream(StartStop.STOP)), "dừng phát trực tiếp", "stop streaming"),
        (
            "obs, record: start",
            ToObs("obs", Recording(StartStop.START)),
            "bắt đầu ghi hình",
            "start recording",
        ),
        ("obs, record: stop", ToObs("obs", Recording(StartStop.STOP)), "dừng ghi hình", "stop recording"),
        (
            "obs, source: Chữ",
            ToObs("obs", ShowSource("Chữ", True)),
            "hiện nguồn “Chữ”",
            "show the source “Chữ”",
        ),
        (
            "obs, source: Chữ, visible: không, scene: A",
            ToObs("obs", ShowSource("Chữ", False, "A")),
            "ẩn nguồn “Chữ”",
            "hide the source “Chữ”",
        ),
        (
            "ban, note: 60",
            ToMidi("ban", Note(60, 127, 1)),
            "nốt 60, lực 127, kênh 1",
            "note 60, velocity 127, channel 1",
        ),
        (
            "ban, note: 60, velocity: 0, channel: 16",
            ToMidi("ban", Note(60, 0, 16)),
            "nốt 60, lực 0, kênh 16",
            "note 60, velocity 0, channel 16",
        ),
        ("ban, program: 0", ToMidi("ban", Program(0, 1)), "đổi tiếng 0, kênh 1", "program 0, channel 1"),
        (
            "ban, control: [7, 100]",
            ToMidi("ban", Control(7, 100, 1)),
            "bộ điều khiển 7 = 100, kênh 1",
            "controller 7 = 100, channel 1",
        ),
        (
            "ban, msc: {go: '5.1', list: 2, device: 3}",
            ToMidi("ban", ShowControl(MscCommand.GO, "5.1", "2", 3)),
            "MSC GO 5.1",
            "MSC GO 5.1",
        ),
        (
            "ban, mtc: 01:00:00:02, rate: 29.97df",
            ToMidi("ban", RunTimecode(Timecode(1, 0, 0, 2), Rate.DROPPED)),
            "mã giờ MTC chạy từ 01:00:00;02, 29.97df hình/giây",
            "MTC runs from 01:00:00;02, 29.97df fps",
        ),
        ("ban, mtc: dừng", ToMidi("ban", RunTimecode()), "dừng mã giờ MTC", "stop MTC"),
        (
            "ban, msc: {all_off: true}",
            ToMidi("ban", ShowControl(MscCommand.ALL_OFF)),
            "MSC ALL_OFF",
            "MSC ALL_OFF",
        ),
        ("ban, msc: {stop: ''}", ToMidi("ban", ShowControl(MscCommand.STOP)), "MSC STOP", "MSC STOP"),
    ],
)
def test_a_signal_tells_each_kind_of_gear_its_own(written: str, order: GearOrder, vi: str, en: str) -> None:
    assert order_of(written) == order
    assert (GEAR[Language.VI].order(order), GEAR[Language.EN].order(order)) == (vi, en)


@pytest.mark.parametrize(
    ("gear", "codes"),
    [
        ("¦a: {}", "gear_is_nothing"),
        ("¦a: ", "gear_is_nothing"),
        ("¦a: null", "gear_is_nothing"),
        ("¦a: {title: A}", "gear_is_nothing"),
        ("a: ¦B", "wrong_type"),
        ("a: {sacn: 1, ¦artnet: 10.0.0.9}", "gear_is_two_things"),
        ("a: {artnet: 10.0.0.9, ¦to: 10.0.0.8}", "key_of_other_gear"),
        ("a: {sacn: 1, ¦universe: 2}", "key_of_other_gear"),
        ("a: {artnet: 10.0.0.9, universe: ¦32768}", "number_out_of_range"),
        ("a: {sacn: ¦0}", "number_out_of_range"),
        ("a: {sacn: ¦64000}", "number_out_of_range"),
        ("a: {sacn: ¦x}", "number_out_of_range"),
        ("a: {artnet: ¦127.0.0.300}", "bad_host"),
        ("a: {sacn: 1, to: ¦máy}", "bad_host"),
        ("a: {projector: ¦'a b'}", "bad_gear_place"),
        ("a: {projector: ¦'127.0.0.1:0'}", "bad_gear_place"),
        ("a: {obs: ¦'http://127.0.0.1'}", "bad_gear_place"),
        ("a: {midi: X, in: {¦note 128: go}}", "bad_midi_event"),
        ("a: {midi: X, in: {¦anything: go}}", "bad_midi_event"),
        ("a: {midi: X, in: {note 60: ¦end}}", "unknown_midi_do"),
        ("a: {sacn: 1, ¦in: {note 60: go}}", "key_of_other_gear"),
        ("a: {midi: ¦''}", "empty_text"),
        ("¦Máy: {sacn: 1}", "bad_gear_id"),
        ("¦-a: {sacn: 1}", "bad_gear_id"),
        ("a: {sacn: 1, ¦host: x}", "unknown_key"),
        ("a: {obs: 127.0.0.1, ¦password: bí mật}", "password_in_plan"),
        ("a: {obs: 127.0.0.1, ¦mật khẩu: bí mật}", "password_in_plan"),
    ],
)
def test_what_is_wrong_with_gear_is_told_where_it_stands(gear: str, codes: str) -> None:
    assert complaints_of(f"gear:\n  {gear}\n") == expected(f"{HEAD}gear:\n  {gear}\n", codes)


@pytest.mark.parametrize(
    ("signal", "codes"),
    [
        ("gear: ¦den-1, levels: {1: 1}", "unknown_gear"),
        ("gear: chieu, do: ¦mute it", "unknown_projector_do"),
        ("gear: chieu, ¦levels: {1: 1}", "gear_without_order order_of_other_gear"),
        ("gear: chieu", "gear_without_order"),
        ("gear: den, fade: 3s", "gear_without_order"),
        ("gear: den, levels: ¦{}", "no_levels"),
        ("gear: den, levels: {¦0: 1}", "bad_channels"),
        ("gear: den, levels: {¦4-1: 1}", "bad_channels"),
        ("gear: den, levels: {¦1-513: 1}", "bad_channels"),
        ("gear: den, levels: {1-4: 1, ¦4: 2}", "channel_twice"),
        ("gear: den, levels: {1: ¦101}", "bad_percent"),
        ("gear: den, levels: {1: ¦sáng}", "bad_percent"),
        ("gear: obs, scene: A, ¦stream: start", "two_orders"),
        ("gear: obs, scene: A, ¦visible: true", "key_says_more_of"),
        ("gear: obs, scene: ¦''", "empty_text"),
        ("gear: obs, stream: ¦go", "unknown_run"),
        ("gear: ban, note: 1, ¦program: 2", "two_orders"),
        ("gear: ban, program: 2, ¦velocity: 3", "key_says_more_of"),
        ("gear: ban, msc: {go: 1}, ¦channel: 3", "channel_of_msc"),
        ("gear: ban, note: ¦128", "number_out_of_range"),
        ("gear: ban, note: 1, channel: ¦17", "number_out_of_range"),
        ("gear: ban, control: ¦[7]", "control_is_two"),
        ("gear: ban, msc: ¦{go: 1, stop: 1}", "msc_is_one"),
        ("gear: ban, msc: ¦{}", "msc_is_one"),
        ("gear: ban, msc: {go: '', ¦list: 1}", "list_without_cue"),
        ("gear: ban, msc: {go: ¦năm}", "bad_msc_cue"),
        ("gear: ban, mtc: ¦01:00", "bad_mtc"),
        ("gear: ban, mtc: ¦01:00:00:25", "no_such_frame"),
        ("gear: ban, rate: ¦26", "gear_without_order unknown_rate"),
        ("gear: ban, note: 1, ¦rate: 25", "key_says_more_of"),
        ("gear: ban, mtc: stop, ¦channel: 2", "key_says_more_of"),
        ("gear: ban, msc: ¦{all_off: false}", "msc_is_one"),
        ("gear: ban, msc: {all_off: true, ¦list: 1}", "list_without_cue"),
        ("gear: ban, msc: {¦cue: 5}", "msc_is_one unknown_key"),
        ("gear: ban, note: 1, ¦address: /a", "key_of_other_signal"),
        ("osc: '127.0.0.1:1', address: /a, ¦do: on", "key_of_other_signal"),
        ("osc: '127.0.0.1:1', address: /a, ¦gear: den", "signal_to_both"),
    ],
)
def test_an_order_that_gear_cannot_be_given_is_told(signal: str, codes: str) -> None:
    found = complaints_of(f"{OF_EACH}signals:\n- {{on: held, {signal}}}\n")
    assert sorted(code for code, _, _ in found) == sorted(codes.split())
    if "¦" in signal:
        line = len(HEAD.splitlines()) + len(OF_EACH.splitlines()) + 2
        assert (line, f"- {{on: held, {signal}}}".index("¦") + 1) in {spot[1:] for spot in found}


def complaints_of(written: str) -> list[tuple[str, int, int]]:
    reading = read(f"{HEAD}{written.replace('¦', '')}{ITEMS}")
    for complaint, language in ((each, language) for each in reading.complaints for language in Language):
        said = complaint_line(complaint, language)
        assert said.isprintable()
        assert "bí mật" not in said
    return spots(reading)


def expected(written: str, codes: str) -> list[tuple[str, int, int]]:
    before = written[: written.index("¦")]
    return [(code, before.count("\n") + 1, len(before) - before.rfind("\n")) for code in codes.split()]


def test_the_nearest_gear_is_offered_where_a_name_is_mistyped() -> None:
    reading = read(f"{HEAD}{OF_EACH}signals:\n- {{on: held, gear: chjeu, do: on}}\n{ITEMS}")
    assert complaint_remedy(reading.errors[0], Language.EN) == 'did you mean "chieu"?'
    reading = read(f"{HEAD}signals:\n- {{on: held, gear: chieu, do: on}}\n{ITEMS}")
    assert [each.code for each in reading.errors] == ["no_gear"]
    assert "chieu: {projector: 192.168.1.50}" in complaint_remedy(reading.errors[0], Language.VI)


@pytest.mark.parametrize(("kind", "port"), [("projector", 4352), ("obs", 4455)])
def test_the_example_of_an_address_has_the_port_of_its_kind(kind: str, port: int) -> None:
    (error,) = read(f"{HEAD}gear:\n  a: {{{kind}: '127.0.0.1:x'}}\n{ITEMS}").errors
    for language in Language:
        assert complaint_remedy(error, language).endswith(f"192.168.1.50:{port}")


def test_a_password_in_one_line_with_its_gear_is_deleted_without_the_gear() -> None:
    (error,) = read(f"{HEAD}gear:\n  a: {{obs: 127.0.0.1, mk: bí mật}}\n{ITEMS}").errors
    assert complaint_remedy(error, Language.VI).startswith('xóa "mk" cùng mật khẩu, viết')
    assert complaint_remedy(error, Language.EN).startswith('delete "mk" and the password, and')


def test_a_hall_has_a_bounded_number_of_gear() -> None:
    listed = "".join(f"  a{number}: {{sacn: {number + 1}}}\n" for number in range(MOST_GEAR + 1))
    assert [each.code for each in read(f"{HEAD}gear:\n{listed}{ITEMS}").errors] == ["too_much_gear"]


def test_gear_that_no_signal_names_and_gear_that_cannot_be_driven_here_are_advice() -> None:
    text = f"{HEAD}{OF_EACH}signals:\n- {{on: held, gear: den, levels: {{1: 1}}}}\n{ITEMS}"
    reading = read_agenda_text(text, "a.yaml", folder=None, tz=TZ, today=TODAY)
    unused = [dict(each.about)["gear"] for each in reading.warnings if each.code == "gear_unused"]
    assert unused == ["chieu", "obs", "ban"]
    told = with_missing(reading, {GearKind.LIGHTS: "pip install x"}).warnings
    (advice,) = [each for each in told if each.code == "gear_not_installed"]
    assert (dict(advice.about)["gear"], advice.line) == ("den", 5)
    assert complaint_remedy(advice, Language.EN) == "run once: pip install x"
    (advice,) = [
        each for each in with_missing(reading, {GearKind.LIGHTS: ""}).warnings if each.line == advice.line
    ]
    assert advice.code == "gear_not_inside"
    assert "edition that has it" in complaint_remedy(advice, Language.EN)


def test_a_value_of_the_show_in_the_name_of_a_scene_is_not_filled_in_and_that_is_told() -> None:
    text = (
        f"{HEAD}{OF_EACH}signals:\n- {{on: item_started, gear: obs, scene: 'Cảnh {{item.title}}'}}\n{ITEMS}"
    )
    reading = read_agenda_text(text, "a.yaml", folder=None, tz=TZ, today=TODAY)
    (told,) = [each for each in reading.warnings if each.code == "gear_text_not_filled"]
    assert dict(told.about) == {"text": "{item.title}", "key": "scene"}
    plain = read_agenda_text(text.replace("{item.title}", "{}"), "a.yaml", folder=None, tz=TZ, today=TODAY)
    assert "gear_text_not_filled" not in [each.code for each in plain.warnings]


# Passwords


def passwords_in(folder: Path, text: str) -> tuple[dict[str, str], list[tuple[str, int]]]:
    (folder / "passwords.yaml").write_text(text, encoding="utf-8")
    found, wrong = read_passwords(folder)
    for each, language in ((each, language) for each in wrong for language in Language):
        assert "secret" not in complaint_line(each, language)
    return dict(found), [(each.code, each.line) for each in wrong]


def test_passwords_stand_in_a_file_beside_the_plan(tmp_path: Path) -> None:
    assert read_passwords(tmp_path) == ({}, [])
    assert passwords_in(tmp_path, 'obs: "#a: b"\nchieu: 007\nden:\n') == (
        {"obs": "#a: b", "chieu": "007", "den": ""},
        [],
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("obs: a\nchieu: [secret]\n", 2),
        ("obs: a\nobs: secret\n", 2),
        (f"obs: {'secret' * 40}\n", 1),
        ("obs: 'secret\n", 1),
        ("- secret\n", 1),
        ("obs: a\nchieu=secret\n", 2),
    ],
)
def test_what_is_wrong_with_a_password_is_told_without_it(tmp_path: Path, text: str, line: int) -> None:
    assert passwords_in(tmp_path, text)[1] == [("bad_passwords", line)]


def test_a_folder_in_the_place_of_the_passwords_is_told_as_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "passwords.yaml").mkdir()
    found, (wrong,) = read_passwords(tmp_path)
    assert found == {}
    assert wrong.code == "no_passwords_file"
    assert "folder" in complaint_remedy(wrong, Language.EN)
